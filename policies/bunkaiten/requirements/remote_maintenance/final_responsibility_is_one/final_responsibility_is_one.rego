# METADATA
# title: It is clear where final responsibility for management lies
# description: >-
#   Because the responsibilities exist with the institution in remote maintenance all the same, it
#   makes clear where final responsibility for management lies.
# custom:
#   id: 4.3-2b-09
#   modality: duty
#   binds: [institution]
#   interpretation:
#     en: >-
#       Clear means exactly one role within the institution whose system is maintained. A list of
#       one counts as one; a list of more is several, whoever they are. A role of the vendor or of
#       any other party does not do, not even where a contract lets the vendor take over all
#       responsibility.
#     ja: >-
#       所在が明確であるとは、保守を受ける医療機関等の中の役職一つに定まっていることと解釈する。一つ
#       だけの一覧は一つとみなし、二つ以上を並べたものは誰であっても複数とみなす。保守業者その他の者
#       の役職は認めない。保守契約で保守業者が一切の責任を負うとしている場合も同じである。
#   ja:
#     title: 管理に関する最終的な責任の所在を明確にする
#     description: >-
#       リモートメンテナンスの場合でも医療機関等に責任が存在するため、管理に関する最終的な責任の所在
#       を明確にする。
#   findings:
#     nobody_responsible:
#       state: denied
#       en: It is stated that no role of {institution} bears final responsibility for management.
#       ja: 管理に関する最終的な責任を負う「{institution}」の役職が「なし」とされている。
#       remedy:
#         en: >-
#           Settle which role of {institution} bears it, and write party and role as
#           finalResponsibility.
#         ja: >-
#           「{institution}」のどの役職が最終的な責任を負うかを定め、finalResponsibility に party
#           と role を記載する。
#     several_responsible:
#       state: denied
#       en: >-
#         {count} roles are stated to bear final responsibility for management, so it is not clear
#         where it lies.
#       ja: 管理に関する最終的な責任を負う役職が複数（{count} 件）記載されており、所在が明確でない。
#       remedy:
#         en: Settle on one role of {institution}, and write it alone as finalResponsibility.
#         ja: 「{institution}」の一つの役職に定め、それだけを finalResponsibility に記載する。
#     responsible_elsewhere:
#       state: denied
#       en: >-
#         Final responsibility for management is put on a role of {party}, which is not within
#         {institution}.
#       ja: 管理に関する最終的な責任を、「{institution}」ではなく「{party}」の役職が負うとされている。
#       remedy:
#         en: >-
#           Settle which role of {institution} bears it, whatever the maintenance contract says, and
#           write party and role as finalResponsibility.
#         ja: >-
#           保守契約の定めにかかわらず「{institution}」のどの役職が最終的な責任を負うかを定
#           め、finalResponsibility に party と role を記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open where final responsibility for management lies.'
#       ja: '{field} の記載がなく、管理に関する最終的な責任の所在が明確か判定できない。'
#       remedy:
#         en: Write {field}; where there is nobody, write none.
#         ja: '{field} を記載する（いない場合は none とする）。'
package bunkaiten.requirements.remote_maintenance.final_responsibility_is_one

import data.bunkaiten.declared.office
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.remoteMaintenance

satisfied contains key if {
	some key, [named] in _named
	office.is_within(named.stated, subject.of.remoteMaintenance[key].institution)
}

deny contains found if {
	some key, listed in _named
	declared := subject.of.remoteMaintenance[key]
	some named in listed
	office.is_vacant(named.stated)

	values := {"institution": subject.label(declared, declared.institution)}
	found := finding.at("nobody_responsible", key, [subject.step_to(declared, named.steps)], values)
}

deny contains found if {
	some key, listed in _named
	declared := subject.of.remoteMaintenance[key]
	count(listed) > 1

	values := {"count": count(listed), "institution": subject.label(declared, declared.institution)}
	found := finding.at("several_responsible", key, [subject.step_to(declared, ["finalResponsibility"])], values)
}

deny contains found if {
	some key, listed in _named
	declared := subject.of.remoteMaintenance[key]
	some named in listed
	office.is_elsewhere(named.stated, declared.institution)

	values := {
		"institution": subject.label(declared, declared.institution),
		"party": subject.label(declared, named.stated.party),
	}
	found := finding.at("responsible_elsewhere", key, [subject.step_to(declared, named.steps)], values)
}

undetermined contains found if {
	some key, declared in subject.of.remoteMaintenance
	not declared.finalResponsibility

	found := finding.not_stated(key, subject.step_to(declared, ["finalResponsibility"]))
}

undetermined contains found if {
	some key, listed in _named
	some named in listed
	some field in office.gaps(named.stated)

	steps := array.concat(named.steps, [field])
	found := finding.not_stated(key, subject.step_to(subject.of.remoteMaintenance[key], steps))
}

# what is stated, and where it stands: alone, or in a list
_named[key] := [{"stated": stated, "steps": ["finalResponsibility"]}] if {
	some key, declared in subject.of.remoteMaintenance
	stated := declared.finalResponsibility
	not is_array(stated)
}

_named[key] := listed if {
	some key, declared in subject.of.remoteMaintenance
	is_array(declared.finalResponsibility)
	listed := [{"stated": stated, "steps": ["finalResponsibility", place]} |
		some place, stated in declared.finalResponsibility
	]
}
