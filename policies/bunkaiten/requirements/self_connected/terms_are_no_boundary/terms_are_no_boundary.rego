# METADATA
# title: A provider's published terms are no proof of a demarcation point
# description: >-
#   Where institutions connect themselves, only the general responsibility in the provider's
#   published terms exists. The terms are enough for that, but they settle no demarcation point.
# custom:
#   id: 4.3-1a2-07
#   modality: allocation
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Published terms are allowed as an agreement with the provider; a demarcation point that
#       rests on them is denied. On a self-connected path no demarcation point is asked for:
#       "demarcationPoints: none" is enough. Whether a cited agreement is in force and binds
#       the two is asked on a provider's network, 4.3(1)(a)①.
#     ja: >-
#       事業者との間では約款があれば足りるが、約款を根拠とする責任分界点は認めない。独自に接続する
#       場合、この要件は責任分界点そのものを求めない（「demarcationPoints: none」でよい）。根拠とした契約等が
#       有効かどうかは、事業者の提供するネットワークの場合（4.3(1)(a)①）に問う。
#   ja:
#     title: 約款は責任分界点の根拠とならない
#     description: >-
#       独自に接続する場合、情報処理関連事業者には約款に示される一般的な責任しか存在しない。約款に
#       よって責任分界点を定めたことにはならない。
#   findings:
#     terms_cited:
#       state: denied
#       en: >-
#         The demarcation point at {place} rests on {agreement}, which is nothing but published
#         terms.
#       ja: '{place} の責任分界点が、約款にすぎない {agreement} を根拠としている。'
#       remedy:
#         en: >-
#           Have the parties agree on the point in a contract and cite that, or leave the point
#           out.
#         ja: 当事者間の契約等で責任分界点を取り決めてそれを示すか、この責任分界点の記載を外す。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether a demarcation point rests on published
#         terms.
#       ja: '{field} の記載がなく、責任分界点が約款を根拠としていないか判定できない。'
#       remedy:
#         en: Write {field}; where there is none, write none.
#         ja: '{field} を記載する（ない場合は none とする）。'
package bunkaiten.requirements.self_connected.terms_are_no_boundary

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
import data.bunkaiten.finding

applies contains key if some key, _ in path.self_connected

satisfied contains key if {
	some key, declared in path.self_connected
	declared.demarcationPoints == "none"
}

satisfied contains key if {
	some key, declared in path.self_connected
	is_array(declared.demarcationPoints)
	every point in declared.demarcationPoints { _rests_on_more(declared, point) }
}

deny contains found if {
	some key, declared in path.self_connected
	is_array(declared.demarcationPoints)
	some index, point in declared.demarcationPoints
	_form(declared, point) == "terms-of-service"

	values := {"place": point.at, "agreement": point.agreement}
	place := exchange.step_to(declared, ["demarcationPoints", index])
	found := finding.at("terms_cited", key, [place, exchange.step_to_agreement(declared, [point.agreement])], values)
}

undetermined contains found if {
	some key, declared in path.self_connected
	not declared.demarcationPoints

	found := finding.not_stated(key, exchange.step_to(declared, ["demarcationPoints"]))
}

undetermined contains found if {
	some key, declared in path.self_connected
	is_array(declared.demarcationPoints)
	some index, point in declared.demarcationPoints
	step := _gap(declared, point, index)

	found := finding.not_stated(key, step)
}

# a point that is stated to rest on no agreement rests on no terms either
_rests_on_more(_, point) if point.agreement == "none"

_rests_on_more(declared, point) if _form(declared, point) != "terms-of-service"

_form(declared, point) := declared.agreements[point.agreement].form

_gap(declared, point, index) := exchange.step_to(declared, ["demarcationPoints", index, "agreement"]) if {
	not point.agreement
} else := exchange.step_to_agreement(declared, [point.agreement, "form"]) if {
	point.agreement != "none"
	not _form(declared, point)
}
