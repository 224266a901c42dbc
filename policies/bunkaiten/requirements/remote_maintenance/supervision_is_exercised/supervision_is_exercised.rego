# METADATA
# title: The institution supervises the maintenance vendor
# description: >-
#   The institution supervises the vendor that maintains its system remotely, and so fulfils its
#   management responsibility.
# custom:
#   id: 4.3-2b-10
#   modality: duty
#   binds: [institution]
#   interpretation:
#     en: >-
#       Supervision is proven by a role within the institution that exercises it and by a record
#       of it. The record is a declared fact and is not opened. Reports and final responsibility,
#       which the guideline names as examples of supervision, are judged by 4.3-2b-08 and
#       4.3-2b-09.
#     ja: >-
#       監督は、監督を行う医療機関等の役職と、監督の記録の所在が記載されていることで確認する。記録の
#       内容は確認しない。監督の例として本文に挙げられている報告と最終的な責任の所在は、4.3-2b-08 と
#       4.3-2b-09 で判定する。
#   ja:
#     title: 監督を行い、管理責任を果たす
#     description: >-
#       リモートメンテナンスの場合でも医療機関等に責任が存在するため、保守業者の監督を行い、管理責
#       任を果たす。
#   findings:
#     no_supervision:
#       state: denied
#       en: It is stated that {institution} does not supervise {maintainer}.
#       ja: 「{institution}」による「{maintainer}」の監督が「なし」とされている。
#       remedy:
#         en: >-
#           Supervise the work, and write "supervision" with by (the role) and evidence (where the
#           record lies).
#         ja: >-
#           監督を行い、supervision に by（監督を行う役職）と evidence（監督の記録の所在）を記載す
#           る。
#     nobody_supervises:
#       state: denied
#       en: It is stated that no role of {institution} supervises {maintainer}.
#       ja: 「{maintainer}」の監督を行う「{institution}」の役職が「なし」とされている。
#       remedy:
#         en: >-
#           Settle which role of {institution} supervises, and write party and role as
#           supervision.by.
#         ja: >-
#           「{institution}」のどの役職が監督を行うかを定め、supervision.by に party と role を記
#           載する。
#     supervised_from_elsewhere:
#       state: denied
#       en: >-
#         The supervision of {maintainer} is left to a role of {party}, which is not within
#         {institution}.
#       ja: 「{maintainer}」の監督を、「{institution}」ではなく「{party}」の役職に行わせている。
#       remedy:
#         en: Have a role of {institution} supervise, and write party and role as supervision.by.
#         ja: >-
#           「{institution}」の役職が監督を行うこととし、supervision.by に party と role を記載す
#           る。
#     no_evidence:
#       state: denied
#       en: It is stated that the supervision of {maintainer} leaves no record.
#       ja: 「{maintainer}」の監督の記録が「なし」とされている。
#       remedy:
#         en: Record the supervision, and write where the record lies as supervision.evidence.
#         ja: 監督を記録に残し、その所在を supervision.evidence に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open whether supervision is exercised.'
#       ja: '{field} の記載がなく、保守業者の監督を行っているか判定できない。'
#       remedy:
#         en: Write {field}; where there is none, write none.
#         ja: '{field} を記載する（ない場合は none とする）。'
package bunkaiten.requirements.remote_maintenance.supervision_is_exercised

import data.bunkaiten.declared.office
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.remoteMaintenance

satisfied contains key if {
	some key, declared in subject.of.remoteMaintenance
	office.is_within(declared.supervision.by, declared.institution)
	declared.supervision.evidence.uri
}

deny contains found if {
	some key, declared in subject.of.remoteMaintenance
	some breach in _breaches
	object.get(declared, breach.steps, null) == "none"
	found := finding.at(breach.code, key, [subject.step_to(declared, breach.steps)], _names(declared))
}

deny contains found if {
	some key, declared in subject.of.remoteMaintenance
	office.is_vacant(declared.supervision.by)
	place := subject.step_to(declared, ["supervision", "by"])
	found := finding.at("nobody_supervises", key, [place], _names(declared))
}

deny contains found if {
	some key, declared in subject.of.remoteMaintenance
	stated := declared.supervision.by
	office.is_elsewhere(stated, declared.institution)

	values := object.union(_names(declared), {"party": subject.label(declared, stated.party)})
	place := subject.step_to(declared, ["supervision", "by"])
	found := finding.at("supervised_from_elsewhere", key, [place], values)
}

undetermined contains found if {
	some key, declared in subject.of.remoteMaintenance
	stated := object.get(declared, "supervision", {})
	is_object(stated)
	some field in ["by", "evidence"]
	not stated[field]

	found := finding.not_stated(key, subject.step_to(declared, ["supervision", field]))
}

undetermined contains found if {
	some key, declared in subject.of.remoteMaintenance
	some field in office.gaps(declared.supervision.by)
	found := finding.not_stated(key, subject.step_to(declared, ["supervision", "by", field]))
}

_breaches := [
	{"steps": ["supervision"], "code": "no_supervision"},
	{"steps": ["supervision", "evidence"], "code": "no_evidence"},
]

_names(declared) := {
	"institution": subject.label(declared, declared.institution),
	"maintainer": subject.label(declared, declared.maintainer),
}
