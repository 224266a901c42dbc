# METADATA
# title: Entrusted work is work for care
# description: >-
#   Entrustment in 4.3(3) is the entrustment of work for care to a third party, such as remote
#   diagnostic imaging or clinical tests. Hosting and plain storage are none.
# custom:
#   id: 4.3-3-02
#   modality: definition
#   binds: [institution]
#   interpretation:
#     en: >-
#       Hosting or plain storage declared as entrusted work is denied: it is storage with an
#       external storage organisation, 4.3(1)(c). So is work that is not for care. Whether the
#       party under "institution" is an institution at all is asked here once for all requirements
#       of entrusted work.
#     ja: >-
#       情報システムの運用や情報の保存だけを業務の委託として記載したときは、外部保存（4.3(1)(c)）に
#       あたるため不整合とする。診療等を目的としない業務も同様とする。institution に記載された関係者
#       が医療機関等であるかは、業務の委託の要件のうちここでだけ確かめる。
#   ja:
#     title: 委託する業務は診療等を目的とする
#     description: >-
#       4.3(3) でいう委託とは、遠隔画像診断、臨床検査等、診療等を目的とした業務の第三者委託であ
#       る。情報システムの運用や情報の保存だけを委ねるものは含まない。
#   findings:
#     is_external_storage:
#       state: denied
#       en: '{purpose} is no work for care: what {contractor} does is external storage, 4.3(1)(c).'
#       ja: >-
#         {purpose}は診療等を目的とした業務ではなく、「{contractor}」への外部保存（4.3(1)(c)）にあ
#         たる。
#       remedy:
#         en: Declare it under externalStorage instead, with {contractor} as the custodian.
#         ja: >-
#           entrustedWork から外し、「{contractor}」を外部保存機関（custodian）として
#           externalStorage に記載する。
#     not_for_care:
#       state: denied
#       en: >-
#         The work given to {contractor} is stated not to be for care, so 4.3(3) does not cover
#         it.
#       ja: >-
#         「{contractor}」に委託する業務が診療等を目的としない業務（other）とされており、4.3(3) の
#         委託にあたらない。
#       remedy:
#         en: >-
#           If the work is for care, write what it is as "purpose" (remote-diagnostic-imaging,
#           clinical-laboratory-test or other-care); otherwise declare it under the section that it
#           belongs to.
#         ja: >-
#           診療等を目的とした業務であれば purpose にその業務
#           （remote-diagnostic-imaging、clinical-laboratory-test、other-care のいずれか）を記載す
#           る。そうでなければ entrustedWork から外し、該当する項に記載する。
#     is_no_institution:
#       state: undetermined
#       en: >-
#         {party} is not declared as an institution, so it is open whether an institution gives
#         this work out.
#       ja: >-
#         業務を委託する「{party}」の role が institution（医療機関等）でないため、医療機関等の業務
#         の委託にあたるか判定できない。
#       remedy:
#         en: >-
#           If {party} is an institution, correct its role to institution; if not, name the
#           institution that gives the work out as "institution".
#         ja: >-
#           「{party}」が医療機関等であれば role を institution に正す。医療機関等でなければ、業務を
#           委託する医療機関等を institution に記載する。
#     contractor_of_another_role:
#       state: undetermined
#       en: >-
#         {party} is declared as {role}, neither as contractor nor as institution, so it is open
#         whether 4.3(3) covers this work.
#       ja: >-
#         業務を受託する「{party}」の role が {role} で、contractor（業務の委託先）でも
#         institution（医療機関等）でもないため、4.3(3) にいう委託か判定できない。
#       remedy:
#         en: >-
#           Correct its role if it does work for care; if it only keeps information, declare that
#           under externalStorage, if it maintains a system, under remoteMaintenance.
#         ja: >-
#           診療等を目的とした業務を受託する者であれば role を正す。情報を保存するだけであれば
#           externalStorage に、システムの保守であれば remoteMaintenance に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open whether the work is for care.'
#       ja: '{field} の記載がなく、診療等を目的とした業務か判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.entrusted_work.work_is_for_care

import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.entrustedWork

satisfied contains key if {
	some key, declared in subject.of.entrustedWork
	subject.role(declared, declared.institution) == "institution"
	_may_contract(subject.role(declared, declared.contractor))
	declared.purpose in _care
}

deny contains found if {
	some key, declared in subject.of.entrustedWork
	values := {"purpose": _storage[declared.purpose], "contractor": subject.label(declared, declared.contractor)}
	found := finding.at("is_external_storage", key, [subject.step_to(declared, ["purpose"])], values)
}

deny contains found if {
	some key, declared in subject.of.entrustedWork
	declared.purpose == "other"

	values := {"contractor": subject.label(declared, declared.contractor)}
	found := finding.at("not_for_care", key, [subject.step_to(declared, ["purpose"])], values)
}

undetermined contains found if {
	some key, declared in subject.of.entrustedWork
	subject.role(declared, declared.institution) != "institution"

	place := subject.step_to_party(declared, [declared.institution, "role"])
	found := finding.at("is_no_institution", key, [place], {"party": subject.label(declared, declared.institution)})
}

undetermined contains found if {
	some key, declared in subject.of.entrustedWork
	object.get(declared, "purpose", "other-care") in _care
	role := subject.role(declared, declared.contractor)
	not _may_contract(role)

	place := subject.step_to_party(declared, [declared.contractor, "role"])
	found := finding.at("contractor_of_another_role", key, [place], {
		"party": subject.label(declared, declared.contractor),
		"role": role,
	})
}

undetermined contains found if {
	some key, declared in subject.of.entrustedWork
	not declared.purpose
	found := finding.not_stated(key, subject.step_to(declared, ["purpose"]))
}

_care := {"clinical-laboratory-test", "other-care", "remote-diagnostic-imaging"}

# another institution may do work for care too, as with tests that a hospital's laboratory does
_may_contract(role) if role in {"contractor", "institution"}

_storage := {
	"hosting": {"en": "Hosting", "ja": "情報システムの運用（hosting）"},
	"storage": {"en": "Plain storage", "ja": "情報の保存だけ（storage）"},
}
