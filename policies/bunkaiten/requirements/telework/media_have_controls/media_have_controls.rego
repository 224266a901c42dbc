# METADATA
# title: Every permitted line has its measures
# description: >-
#   Because various lines are used, telework calls for broad measures to protect personal
#   information. Each permitted line has at least one.
# custom:
#   id: 4.3-2a-07
#   modality: duty
#   binds: [institution]
#   interpretation:
#     en: >-
#       Broad measures are asked for line by line; which ones suffice is left to 6.11. A listed line
#       of which nothing is said is undetermined; one with an empty list, or "controls: none", is
#       denied. "media: any" permits all five kinds, also those that the declaration says nothing
#       of: while some measures are stated, a kind without any is denied. Where no line is permitted
#       there is nothing to ask measures for, which 4.3-2a-06 denies; here it stays undetermined.
#     ja: >-
#       広範な対応は回線ごとに問い、何で足りるかは 6.11 による。列挙された回線の対策に記載がなければ
#       判定不能、空の一覧または「controls: none」であれば不備とする。「media: any」は五種類すべてを
#       使ってよいことになり、対策に挙がらない回線も含まれる。対策が記載されているのに挙がっていない
#       回線があれば不備とする。使ってよい回線が「なし」のときは対策を問う回線がなく、4.3-2a-06 で不
#       備となるため、ここでは判定不能とする。
#   ja:
#     title: 使ってよい回線ごとに個人情報保護の対策がある
#     description: >-
#       多彩な回線が利用されるため、個人情報保護について広範な対応が求められる。使ってよい回線のそ
#       れぞれに、少なくとも一つの対策を定める。
#   findings:
#     no_controls:
#       state: denied
#       en: It is stated that nothing protects personal information on the lines that are used.
#       ja: 個人情報保護の対策が「なし」とされている。
#       remedy:
#         en: Settle measures for every permitted line and write them as "controls".
#         ja: 使ってよい回線ごとに対策を定め、controls に記載する。
#     line_without_controls:
#       state: denied
#       en: >-
#         The {medium} may be used, but it is stated that nothing protects personal information
#         there.
#       ja: '{medium}を使ってよいとしているが、その対策は「なし」とされている。'
#       remedy:
#         en: Settle measures for this line and write them as {field}, or take it out of "media".
#         ja: この回線の対策を定めて {field} に記載するか、media から外す。
#     any_line_without_controls:
#       state: denied
#       en: >-
#         Any line may be used, so the {medium} may be used too, and no measures are listed for
#         it.
#       ja: 回線を問わない（any）ため{medium}も使えるが、その対策が挙げられていない。
#       remedy:
#         en: >-
#           List the lines that may be used as "media", or write measures for this line as
#           {field}.
#         ja: 使ってよい回線を media に列挙するか、この回線の対策を {field} に記載する。
#     no_line:
#       state: undetermined
#       en: It is stated that no line may be used, so there is no line to ask measures for.
#       ja: 使ってよい回線が「なし」とされており、対策を問う回線がない。
#       remedy:
#         en: List the lines that are used as "media", and write measures for each as "controls".
#         ja: 使う回線を media に列挙し、それぞれの対策を controls に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open whether every permitted line has its measures.'
#       ja: '{field} の記載がなく、使ってよい回線ごとに対策があるか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.telework.media_have_controls

import data.bunkaiten.declared.subject
import data.bunkaiten.declared.word
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.telework

satisfied contains key if {
	some key, permitted in _permitted
	declared := subject.of.telework[key]
	every medium in permitted { count(declared.controls[medium]) > 0 }
}

deny contains found if {
	some key, declared in subject.of.telework
	declared.controls == "none"
	found := finding.at("no_controls", key, [subject.step_to(declared, ["controls"])], {})
}

deny contains found if {
	some key, permitted in _permitted
	declared := subject.of.telework[key]
	is_object(declared.controls)
	some medium in permitted
	code := _breach(declared, medium)

	values := {"medium": word.media[medium], "field": concat(".", ["controls", medium])}
	found := finding.at(code, key, [subject.step_to(declared, ["controls", medium])], values)
}

undetermined contains found if {
	some key, declared in subject.of.telework
	declared.media == []
	found := finding.at("no_line", key, [subject.step_to(declared, ["media"])], {})
}

undetermined contains found if {
	some key, declared in subject.of.telework
	some field in ["media", "controls"]
	not declared[field]
	found := finding.not_stated(key, subject.step_to(declared, [field]))
}

undetermined contains found if {
	some key, declared in subject.of.telework
	is_array(declared.media)
	is_object(declared.controls)
	some medium in declared.media
	not declared.controls[medium]
	found := finding.not_stated(key, subject.step_to(declared, ["controls", medium]))
}

# the lines that may be used, at least one
_permitted[key] := permitted if {
	some key, declared in subject.of.telework
	permitted := _lines(declared.media)
	count(permitted) > 0
}

_lines("any") := object.keys(word.media)

_lines(media) := {medium | some medium in media} if is_array(media)

_breach(declared, medium) := "line_without_controls" if declared.controls[medium] == []

_breach(declared, medium) := "any_line_without_controls" if {
	declared.media == "any"
	not declared.controls[medium]
}
