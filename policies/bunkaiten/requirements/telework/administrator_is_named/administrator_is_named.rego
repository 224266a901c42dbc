# METADATA
# title: The administrator who answers under 4.1 is named by role
# description: >-
#   Demarcation in telework stays inside the own facility, so the principle of responsibility is
#   that of 4.1, the responsibility of the institution's administrator to protect information. Who
#   that is, is named by role.
# custom:
#   id: 4.3-2a-09
#   modality: duty
#   binds: [institution]
#   interpretation:
#     en: >-
#       To bear the principle of 4.1 in mind counts as a duty, because it governs the whole case. It
#       is fulfilled by naming the administrator of the institution by role; what 4.1 itself says is
#       outside section 4.3 and is not judged.
#     ja: >-
#       4.1 の原則への留意は、この事例全体にかかるものであるため義務として扱う。医療機関等の管理者を
#       役職で示すことにより満たされる。4.1 の内容そのものは 4.3 の外にあるため、判定しない。
#   ja:
#     title: 4.1 の責任を負う管理者を役職で示す
#     description: >-
#       テレワークの責任分界点は基本的に自施設に閉じているため、責任のあり方の原則は「4.1 医療機関等
#       の管理者の情報保護責任について」となる。その管理者を役職で示す。
#   findings:
#     no_administrator:
#       state: denied
#       en: It is stated that no administrator of {institution} answers under 4.1 of the guideline.
#       ja: ガイドライン 4.1 の責任を負う「{institution}」の管理者が「なし」とされている。
#       remedy:
#         en: Settle who of {institution} answers, and write "administrator" with party and role.
#         ja: 「{institution}」の管理者を定め、administrator に party と role（役職）を記載する。
#     administrator_elsewhere:
#       state: denied
#       en: >-
#         The administrator is named from {party}; the responsibility of 4.1 of the guideline lies
#         with the administrator of {institution}.
#       ja: >-
#         管理者として「{party}」の者が挙げられているが、ガイドライン 4.1 の責任は「{institution}」
#         の管理者にある。
#       remedy:
#         en: >-
#           Write {institution} and the role of its administrator as "administrator" (party, role).
#         ja: administrator に「{institution}」（party）とその管理者の役職（role）を記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open which administrator answers under 4.1 of the
#         guideline.
#       ja: '{field} の記載がなく、ガイドライン 4.1 の責任を負う管理者が分からない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.telework.administrator_is_named

import data.bunkaiten.declared.office
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.telework

satisfied contains key if {
	some key, declared in subject.of.telework
	office.is_within(declared.administrator, declared.institution)
}

deny contains found if {
	some key, declared in subject.of.telework
	office.is_vacant(declared.administrator)

	values := {"institution": subject.label(declared, declared.institution)}
	found := finding.at("no_administrator", key, [subject.step_to(declared, ["administrator"])], values)
}

deny contains found if {
	some key, declared in subject.of.telework
	office.is_elsewhere(declared.administrator, declared.institution)

	place := subject.step_to(declared, ["administrator", "party"])
	values := {
		"party": subject.label(declared, declared.administrator.party),
		"institution": subject.label(declared, declared.institution),
	}
	found := finding.at("administrator_elsewhere", key, [place], values)
}

undetermined contains found if {
	some key, declared in subject.of.telework
	not declared.administrator
	found := finding.not_stated(key, subject.step_to(declared, ["administrator"]))
}

undetermined contains found if {
	some key, declared in subject.of.telework
	some field in office.gaps(declared.administrator)
	found := finding.not_stated(key, subject.step_to(declared, ["administrator", field]))
}
