# METADATA
# title: Ordinary-operation responsibility stays with the institution in remote maintenance
# description: >-
#   Where a vendor maintains a system remotely, ordinary-operation responsibility exists with the
#   institution all the same.
# custom:
#   id: 4.3-2b-06
#   modality: allocation
#   binds: [institution]
#   interpretation:
#     en: >-
#       Proven when the institution whose system is maintained is named as the one that bears it.
#       A contract in which the vendor takes over all responsibility settles what the two owe each
#       other; towards patients the responsibility stays with the institution.
#     ja: >-
#       保守を受ける医療機関等が通常運用における責任を負うと記載されているときに満たされる。保守契
#       約で保守業者が一切の責任を負うとしていても、それは当事者間の取り決めであり、患者に対する責
#       任は医療機関等に残る。
#   ja:
#     title: リモートメンテナンスでも通常運用における責任は医療機関等にある
#     description: リモートメンテナンスの場合でも、通常運用における責任は医療機関等に存在する。
#   findings:
#     held_by_another:
#       state: denied
#       en: >-
#         Ordinary-operation responsibility is put on {holder}, although it lies with {institution}.
#       ja: 通常運用における責任を「{holder}」が負うとされているが、この責任は「{institution}」にある。
#       remedy:
#         en: >-
#           Have {institution} bear it, whatever the maintenance contract says, and name it as
#           responsibilities.ordinaryOperation.
#         ja: >-
#           保守契約の定めにかかわらず「{institution}」が負うことと
#           し、responsibilities.ordinaryOperation に記載する。
#     held_by_nobody:
#       state: denied
#       en: >-
#         It is stated that nobody bears ordinary-operation responsibility, although it lies with
#         {institution}.
#       ja: >-
#         通常運用における責任を負う者が「なし」とされているが、この責任は「{institution}」にある。
#       remedy:
#         en: Have {institution} bear it, and name it as responsibilities.ordinaryOperation.
#         ja: 「{institution}」が負うこととし、responsibilities.ordinaryOperation に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open who bears ordinary-operation responsibility.'
#       ja: '{field} の記載がなく、通常運用における責任を誰が負うのか判定できない。'
#       remedy:
#         en: Write {field}; where nobody bears it, write none.
#         ja: '{field} を記載する（負う者がいない場合は none とする）。'
package bunkaiten.requirements.remote_maintenance.ordinary_operation_stays_with_institution

import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.remoteMaintenance

satisfied contains key if {
	some key, declared in subject.of.remoteMaintenance
	declared.responsibilities.ordinaryOperation == declared.institution
}

deny contains found if {
	some key, declared in subject.of.remoteMaintenance
	holder := declared.responsibilities.ordinaryOperation
	count({holder} & {declared.institution, "none"}) == 0

	values := {
		"holder": subject.label(declared, holder),
		"institution": subject.label(declared, declared.institution),
	}
	found := finding.at("held_by_another", key, [subject.step_to(declared, _fields)], values)
}

deny contains found if {
	some key, declared in subject.of.remoteMaintenance
	declared.responsibilities.ordinaryOperation == "none"

	values := {"institution": subject.label(declared, declared.institution)}
	found := finding.at("held_by_nobody", key, [subject.step_to(declared, _fields)], values)
}

undetermined contains found if {
	some key, declared in subject.of.remoteMaintenance
	not declared.responsibilities.ordinaryOperation

	found := finding.not_stated(key, subject.step_to(declared, _fields))
}

_fields := ["responsibilities", "ordinaryOperation"]
