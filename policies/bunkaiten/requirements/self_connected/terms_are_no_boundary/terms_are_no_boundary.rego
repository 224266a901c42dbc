# METADATA
# title: A provider's published terms are no proof of a demarcation point
# description: >-
#   Where institutions connect themselves, only the general responsibility in the provider's
#   published terms exists.
# custom:
#   id: 4.3-1a2-07
#   modality: allocation
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Published terms state a general responsibility and settle no demarcation point: they are
#       enough as an agreement with the provider, but a demarcation point that rests on them is
#       denied. On a self-connected path this requirement asks for no demarcation point
#       ("demarcationPoints: none" will do). Whether a cited agreement is in force and binds the
#       two is asked on a provider's network, 4.3(1)(a)①.
#     ja: >-
#       約款は一般的な責任を示すもので、責任分界点を定めるものではないとみる。事業者との間では約款
#       があれば足りるが、約款を根拠とする責任分界点は認めない。独自に接続する場合、この要件は責任
#       分界点そのものを求めない（「demarcationPoints: none」でよい）。根拠とした契約等が有効かど
#       うかは、事業者の提供するネットワークの場合（4.3(1)(a)①）に問う。
#   ja:
#     title: 約款は責任分界点の根拠とならない
#     description: >-
#       独自に接続する場合、情報処理関連事業者に対しては、約款に示される一般的な責任しか存在しな
#       い。
#   findings:
#     terms_cited:
#       state: denied
#       en: >-
#         The demarcation point at {place} rests on {agreement}, which is nothing but published
#         terms.
#       ja: 責任分界点（{place}）が、約款（{agreement}）を根拠としている。
#       remedy:
#         en: >-
#           Agree on the point by contract or the like and name that agreement as its "agreement",
#           or leave the point out.
#         ja: >-
#           責任分界点を契約等で取り決め、その契約等を agreement に記載するか、この責任分界点の記
#           載を外す。
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

import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
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
	place := subject.step_to(declared, ["demarcationPoints", index])
	found := finding.at("terms_cited", key, [place, subject.step_to_agreement(declared, [point.agreement])], values)
}

undetermined contains found if {
	some key, declared in path.self_connected
	not declared.demarcationPoints

	found := finding.not_stated(key, subject.step_to(declared, ["demarcationPoints"]))
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

_gap(declared, point, index) := subject.step_to(declared, ["demarcationPoints", index, "agreement"]) if {
	not point.agreement
} else := subject.step_to_agreement(declared, [point.agreement, "form"]) if {
	point.agreement != "none"
	not _form(declared, point)
}
