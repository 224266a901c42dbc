# METADATA
# title: Attention is paid to staff who are not the responsible manager
# description: >-
#   Management responsibility may be asked of staff who are not the responsible manager too. That
#   calls for attention.
# custom:
#   id: 4.3-2a-08
#   modality: note
#   binds: [institution, staff]
#   verdicts: [note]
#   interpretation:
#     en: >-
#       The sentence asks for attention and names no measure. Rules for these staff are what would
#       show it, so missing rules are noted and change no verdict.
#     ja: >-
#       本文は注意を払うことを求めるにとどまり、対策を挙げていない。注意を払っていることは従業者に関
#       する規程で分かるため、規程がないときは参考として示すが、判定は変えない。
#   ja:
#     title: 管理責任者でない従業者にも管理責任が問われうることに注意を払う
#     description: >-
#       管理責任者でない医療機関等の従業者についても、管理責任が問われる事態が発生することに注意を払
#       う。
#   findings:
#     no_staff_rules:
#       state: note
#       en: >-
#         It is stated that there are no rules for staff who are not the responsible manager,
#         although management responsibility may be asked of them too.
#       ja: >-
#         管理責任者でない従業者にも管理責任が問われることがあるが、その従業者に関する規程が「なし」
#         とされている。
#       remedy:
#         en: Make rules on telework for the staff, and write them as "staffRules".
#         ja: テレワークを行う従業者に関する規程を定め、staffRules に記載する。
#     staff_rules_not_stated:
#       state: note
#       en: >-
#         Nothing is stated of rules for staff who are not the responsible manager, although
#         management responsibility may be asked of them too.
#       ja: >-
#         管理責任者でない従業者にも管理責任が問われることがあるが、その従業者に関する規程の記載がな
#         い。
#       remedy:
#         en: Write the rules as "staffRules"; where there are none, write none.
#         ja: 規程を staffRules に記載する（ない場合は none とする）。
package bunkaiten.requirements.telework.staff_rules_exist

import data.bunkaiten.declared.subject
import data.bunkaiten.finding

note contains found if {
	some key, declared in subject.of.telework
	declared.staffRules == "none"
	found := finding.at("no_staff_rules", key, [subject.step_to(declared, ["staffRules"])], {})
}

note contains found if {
	some key, declared in subject.of.telework
	not declared.staffRules
	found := finding.at("staff_rules_not_stated", key, [subject.step_to(declared, ["staffRules"])], {})
}
