# METADATA
# title: Storing with an external storage organisation is entrustment
# description: >-
#   What is kept with an external storage organisation is entrusted to it. It is no provision to a
#   third party, and the responsibilities of the institution do not pass over with it.
# custom:
#   id: 4.3-1c-01
#   modality: definition
#   binds: [institution]
#   interpretation:
#     en: >-
#       Proven when entrustment is stated as the basis. The text speaks of an institution (医療機関
#       等) that stores and of an external storage organisation (外部保存機関) that keeps. An
#       institution that keeps data for others counts as the latter. Where the owner is not declared
#       as an institution, or the custodian neither as custodian nor as institution, either another
#       clause applies or a role is written wrongly: undetermined.
#     ja: >-
#       保存の根拠が委託（entrustment）と記載されていることで満たされる。本文は医療機関等が外部保存
#       機関に保存する場合を述べており、他の医療機関等の情報を預かる医療機関等も外部保存機関とみる。
#       預ける者が医療機関等でない場合や、預かる者が外部保存機関でも医療機関等でもない場合は、ほかの
#       項によるべきものか role の誤りと考えられるため、判定不能とする。
#   ja:
#     title: 外部保存機関への保存は委託にあたる
#     description: >-
#       外部保存機関に保存する情報は、外部保存機関に委託することになる。第三者提供ではなく、医療機関
#       等の責任が外部保存機関に移るものではない。
#   findings:
#     third_party_provision:
#       state: denied
#       en: >-
#         Storing with {custodian} is stated to be provision to a third party, but it is
#         entrustment.
#       ja: 「{custodian}」への保存が第三者提供とされているが、外部保存は委託にあたる。
#       remedy:
#         en: >-
#           Handle the storage as entrustment, under which the responsibilities stay with the
#           institution, and write entrustment as "basis".
#         ja: >-
#           委託として扱い（通常運用における責任と事後責任は医療機関等に残る）、basis を
#           entrustment（委託）とする。
#     no_basis:
#       state: denied
#       en: Storing with {custodian} is stated to have no basis, but it is entrustment.
#       ja: 「{custodian}」への保存の根拠が「なし」とされているが、外部保存は委託にあたる。
#       remedy:
#         en: Entrust the information to {custodian}, and write entrustment as "basis".
#         ja: 「{custodian}」への委託として取り決め、basis を entrustment（委託）とする。
#     owner_is_no_institution:
#       state: undetermined
#       en: >-
#         {owner}, whose information is kept, is not declared as an institution, so it is open
#         whether 4.3(1)(c) covers this storage.
#       ja: >-
#         情報を預ける「{owner}」の role が institution（医療機関等）でないため、4.3(1)(c) にいう外
#         部保存か判定できない。
#       remedy:
#         en: >-
#           If {owner} is an institution, write institution as {field}; if not, name the institution
#           whose information is kept as "owner".
#         ja: >-
#           「{owner}」が医療機関等であれば {field} を institution とする。医療機関等でなければ、情
#           報を預ける医療機関等を owner に記載する。
#     custodian_has_another_role:
#       state: undetermined
#       en: >-
#         {custodian}, which keeps the information, is declared neither as an external storage
#         organisation nor as an institution, so it is open whether 4.3(1)(c) covers this storage.
#       ja: >-
#         情報を預かる「{custodian}」の role が custodian（外部保存機関）でも institution（医療機関
#         等）でもないため、4.3(1)(c) にいう外部保存か判定できない。
#       remedy:
#         en: >-
#           If {custodian} is an external storage organisation, write custodian as {field}; if not,
#           name the one that keeps the information as "custodian", or declare this under the
#           section that it belongs to.
#         ja: >-
#           「{custodian}」が外部保存機関であれば {field} を custodian とする。外部保存機関でなけれ
#           ば、情報を預かる者を custodian に記載するか、externalStorage から外し、該当する項に記載
#           する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open whether the storage is handled as entrustment.'
#       ja: '{field} の記載がなく、委託として扱われているか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.external_storage.storage_is_entrustment

import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.externalStorage

satisfied contains key if {
	some key, declared in subject.of.externalStorage
	declared.basis == "entrustment"
	subject.role(declared, declared.owner) == "institution"
	_keeps_for_others(declared)
}

deny contains found if {
	some key, declared in subject.of.externalStorage
	code := _breaches[declared.basis]

	values := {"custodian": subject.label(declared, declared.custodian)}
	found := finding.at(code, key, [subject.step_to(declared, ["basis"])], values)
}

undetermined contains found if {
	some key, declared in subject.of.externalStorage
	not declared.basis

	found := finding.not_stated(key, subject.step_to(declared, ["basis"]))
}

undetermined contains found if {
	some key, declared in subject.of.externalStorage
	subject.role(declared, declared.owner) != "institution"

	found := _of_another_role("owner_is_no_institution", key, declared, "owner")
}

undetermined contains found if {
	some key, declared in subject.of.externalStorage
	not _keeps_for_others(declared)

	found := _of_another_role("custodian_has_another_role", key, declared, "custodian")
}

_breaches := {"third-party-provision": "third_party_provision", "none": "no_basis"}

# a hospital may keep what belongs to others
_keeps_for_others(declared) if subject.role(declared, declared.custodian) in {"custodian", "institution"}

_of_another_role(code, key, declared, part) := found if {
	party := declared[part]
	places := [subject.step_to(declared, [part]), subject.step_to_party(declared, [party, "role"])]
	values := {part: subject.label(declared, party), "field": concat(".", ["spec.parties", party, "role"])}
	found := finding.at(code, key, places, values)
}
