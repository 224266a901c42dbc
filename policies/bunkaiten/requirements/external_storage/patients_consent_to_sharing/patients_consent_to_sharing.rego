# METADATA
# title: Patients have consented to the sharing before it begins
# description: >-
#   Where what is stored outside is shared with other institutions, the consent of the patients to
#   the sharing is obtained beforehand.
# custom:
#   id: 4.3-1c-05
#   modality: duty
#   binds: [institution]
#   interpretation:
#     en: >-
#       Proven when the consent is stated to be given to the sharing, to be recorded, and to have
#       been obtained by the day on which the sharing begins and by the evaluation date; the same
#       day counts as before. Neither consent to care nor what the institutions have agreed with
#       each other replaces it. Where nobody says whether the storage is shared, it is undetermined;
#       where it is stated that nobody shares it, the requirement does not apply. Where a deployment
#       is given, whoever a store lets in besides the owner, the custodian and those who are declared
#       to share it has no consent; 4.3-1c-04 says how they are recognised.
#     ja: >-
#       共用に対する同意であること、その記録の所在、共用を始める日および判定日までに得られていること
#       が記載されているときに満たされる（同じ日に得たものは事前とみる）。診療に対する同意や、医療機
#       関等の間の取り決めは、共用に対する患者の同意に代わらない。共用の有無が記載されていなければ判
#       定不能とし、共用しないと記載されていれば対象としない。システムの構成が指定されたときは、情報
#       を預ける医療機関等、外部保存機関、宣言された共用先のいずれでもない者に利用を許していれば、そ
#       の共用について患者の同意はないものとみる（相手の見分け方は 4.3-1c-04 と同じ）。
#   ja:
#     title: 共用に対する患者の同意をあらかじめ得ておく
#     description: >-
#       外部保存機関に保存する情報を他の医療機関等と共用しようとする場合は、共用に対する患者の同意を
#       得ておく。
#   findings:
#     no_consent:
#       state: denied
#       en: The storage is shared, but it is stated that there is no consent of the patients.
#       ja: 他の医療機関等と共用しているが、患者の同意は「なし」とされている。
#       remedy:
#         en: >-
#           Do not share before the patients have consented to it; then write the consent as
#           "consent".
#         ja: 患者から共用に対する同意を得るまでは共用せず、同意を得てから consent に記載する。
#     consent_to_care:
#       state: denied
#       en: The patients have consented to care, which is no consent to the sharing.
#       ja: 患者の同意は診療に対するもの（care）であり、共用に対する同意ではない。
#       remedy:
#         en: >-
#           Obtain the consent to the sharing as well, and write it as "consent": sharing as
#           consent.to, and the day of that consent as consent.obtainedOn.
#         ja: >-
#           共用に対する同意を別に得て、consent に記載する（consent.to は
#           sharing、consent.obtainedOn はその同意を得た日とする）。
#     consent_not_recorded:
#       state: denied
#       en: It is stated that the consent of the patients is recorded nowhere.
#       ja: 患者の同意の記録が「なし」とされている。
#       remedy:
#         en: Record the consent, and write where the record lies as consent.evidence.
#         ja: 同意を記録し、その所在を consent.evidence に記載する。
#     consent_after_sharing:
#       state: denied
#       en: The consent was obtained on {obtained}, after the sharing began on {shared}.
#       ja: 患者の同意を得た日（{obtained}）が、共用を始める日（{shared}）より後である。
#       remedy:
#         en: >-
#           Share nothing before the day of the consent, and write the day from which it is shared
#           as sharedFrom; correct the dates if they are written wrongly.
#         ja: >-
#           同意を得るまでは共用せず、同意を得てから共用を始める日を sharedFrom に記載する（日付の誤
#           りであれば正す）。
#     consent_not_yet_obtained:
#       state: denied
#       en: The consent is dated {obtained}, after the evaluation date, so it is not obtained yet.
#       ja: 患者の同意を得た日（{obtained}）が判定日より後であり、同意はまだ得られていない。
#       remedy:
#         en: >-
#           Obtain the consent before sharing, and write the day on which it was obtained as
#           consent.obtainedOn.
#         ja: 共用に先立って同意を得て、得た日を consent.obtainedOn に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether the patients have consented to the sharing
#         beforehand.
#       ja: '{field} の記載がなく、共用に対する患者の同意をあらかじめ得ているか判定できない。'
#       remedy:
#         en: >-
#           Write {field}. Where nobody shares the storage, write none as sharedWith; where there is
#           no consent, as consent; where it is not recorded, as consent.evidence.
#         ja: >-
#           {field} を記載する（共用しない場合は sharedWith を、同意がない場合は consent を、同意の
#           記録がない場合は consent.evidence を none とする）。
#     observed_reader:
#       state: denied
#       en: >-
#         {thing} ({way}) gives access to {reader}, and nothing shows that the patients have
#         consented to that.
#       ja: >-
#         {thing}（{way}）が、共用する相手として宣言されていない者（{reader}）に利用を許しているが、
#         その共用について患者の同意を得たことが示されていない。
#       remedy:
#         en: Take the access away; or declare the sharing (sharedWith) and the consent to it.
#         ja: >-
#           利用を許さない設定にする。共用するのであれば、sharedWith と、その同意（consent）を記載す
#           る。
#     observed_reader_unknown:
#       state: undetermined
#       en: >-
#         It cannot be told to whom {thing} ({way}) gives access ({reader}), so it is open whether
#         the patients have consented to that.
#       ja: >-
#         {thing}（{way}）が誰に利用を許しているのか判断できず（{reader}）、患者の同意を得た共用か判定
#         できない。
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to name those who are given access in literal values,
#           so that the plan or the rendered manifest shows them, or give the Terraform sources
#           (--source); or judge the next plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、利用を許す相手がプランや展開済みのマニフェ
#           ストに現れるよう固定の値で記載することを求めるか、Terraform のソースを指定する
#           （--source）。または、リソースができた後のプランで判定する。
package bunkaiten.requirements.external_storage.patients_consent_to_sharing

import data.bunkaiten.compared.store
import data.bunkaiten.declared.storage
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in storage.shared

applies contains key if some key, _ in store.readers

satisfied contains key if {
	some key, declared in _sharing
	declared.consent.to == "sharing"
	declared.consent.evidence.uri
	declared.consent.obtainedOn <= declared.sharedFrom
	declared.consent.obtainedOn <= input.context.as_of
	key in store.shared_as_declared
}

deny contains found if {
	some key, declared in _sharing
	some code in ["no_consent", "consent_to_care", "consent_not_recorded"]
	fields := _breached_at(declared, code)

	found := finding.at(code, key, [subject.step_to(declared, fields)], {})
}

deny contains found if {
	some key, declared in _sharing
	declared.consent.obtainedOn > declared.sharedFrom

	places := [subject.step_to(declared, ["consent", "obtainedOn"]), subject.step_to(declared, ["sharedFrom"])]
	values := {"obtained": declared.consent.obtainedOn, "shared": declared.sharedFrom}
	found := finding.at("consent_after_sharing", key, places, values)
}

deny contains found if {
	some key, declared in _sharing
	declared.consent.obtainedOn > input.context.as_of

	place := subject.step_to(declared, ["consent", "obtainedOn"])
	found := finding.at("consent_not_yet_obtained", key, [place], {"obtained": declared.consent.obtainedOn})
}

deny contains found if {
	some key, _ in store.readers
	some found in store.readers[key]
	found.code == "observed_reader"
}

undetermined contains found if {
	some key, _ in store.readers
	some found in store.readers[key]
	found.code == "observed_reader_unknown"
}

undetermined contains found if {
	some key, declared in storage.shared
	not declared.sharedWith

	found := finding.not_stated(key, subject.step_to(declared, ["sharedWith"]))
}

undetermined contains found if {
	some key, declared in _sharing
	some fields in _gaps(declared)

	found := finding.not_stated(key, subject.step_to(declared, fields))
}

# until it is stated that the storage is shared, nothing else is asked for
_sharing[key] := declared if {
	some key, declared in storage.shared
	declared.sharedWith
}

_breached_at(declared, "no_consent") := ["consent"] if _has_none(declared)

_breached_at(declared, "consent_to_care") := ["consent", "to"] if declared.consent.to == "care"

_breached_at(declared, "consent_not_recorded") := ["consent", "evidence"] if declared.consent.evidence == "none"

# without any consent, no day would help
_gaps(declared) := {[field] |
	some field in ["consent", "sharedFrom"]
	not declared[field]
	not _has_none(declared)
} | {["consent", field] |
	is_object(declared.consent)
	some field in ["to", "obtainedOn", "evidence"]
	not declared.consent[field]
}

_has_none(declared) if declared.consent == "none"
