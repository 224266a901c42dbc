# METADATA
# title: The demarcation of telework stays inside the own institution
# description: >-
#   Seen from demarcation, telework stays inside the own facility although a provider's line lies
#   in between. The institution bears ordinary-operation and ex-post responsibility.
# custom:
#   id: 4.3-2a-04
#   modality: allocation
#   binds: [institution]
#   interpretation:
#     en: >-
#       Inside the own facility means that the institution bears both ordinary-operation and
#       ex-post responsibility. A carrier, another institution or anybody else bears neither, and
#       so does nobody.
#     ja: >-
#       「自施設に閉じている」とは、通常運用における責任と事後責任の両方をその医療機関等が負うことを
#       いう。情報処理関連事業者、他の医療機関等その他の者が負うことも、誰も負わないことも認めない。
#   ja:
#     title: テレワークの責任分界は自施設に閉じる
#     description: >-
#       情報処理関連事業者が間に入っても、テレワークの責任分界は自施設に閉じている。通常運用におけ
#       る責任と事後責任は、その医療機関等が負う。
#   findings:
#     held_by_another:
#       state: denied
#       en: >-
#         {duty} is put on {holder}, although the demarcation of telework stays inside
#         {institution}.
#       ja: >-
#         テレワークの責任分界は「{institution}」に閉じているのに、{duty}を「{holder}」に負わせて
#         いる。
#       remedy:
#         en: Have {institution} bear it, and name it as {field}.
#         ja: 「{institution}」が負うこととし、{field} に記載する。
#     held_by_nobody:
#       state: denied
#       en: '{duty} is stated to lie with nobody; in telework it lies with {institution}.'
#       ja: '{duty}を負う者が「なし」とされているが、この責任は「{institution}」にある。'
#       remedy:
#         en: Have {institution} bear it, and name it as {field}.
#         ja: 「{institution}」が負うこととし、{field} に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether the demarcation stays inside the institution.
#       ja: '{field} の記載がなく、責任分界が自施設に閉じているか判定できない。'
#       remedy:
#         en: Write {field}; where nobody bears it, write none.
#         ja: '{field} を記載する（負う者がいない場合は none とする）。'
package bunkaiten.requirements.telework.responsibility_stays_in_house

import data.bunkaiten.declared.subject
import data.bunkaiten.declared.word
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.telework

satisfied contains key if {
	some key, declared in subject.of.telework
	every duty in _duties { declared.responsibilities[duty] == declared.institution }
}

deny contains found if {
	some key, declared in subject.of.telework
	some duty in _duties
	holder := declared.responsibilities[duty]
	code := _breach(holder, declared.institution)

	values := {
		"duty": word.duties[duty],
		"holder": subject.label(declared, holder),
		"institution": subject.label(declared, declared.institution),
		"field": concat(".", ["responsibilities", duty]),
	}
	found := finding.at(code, key, [subject.step_to(declared, ["responsibilities", duty])], values)
}

undetermined contains found if {
	some key, declared in subject.of.telework
	some duty in _duties
	not declared.responsibilities[duty]
	found := finding.not_stated(key, subject.step_to(declared, ["responsibilities", duty]))
}

_breach("none", _) := "held_by_nobody"

_breach(holder, institution) := "held_by_another" if {
	holder != "none"
	holder != institution
}

_duties := ["ordinaryOperation", "exPost"]
