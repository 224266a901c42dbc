# METADATA
# title: The path class of every exchange of patient information is settled
# description: >-
#   Who answers for the security of the route and who configures the routers decides which part of
#   4.3(1)(a) governs an exchange. While that is open, the responsibilities on the path cannot be
#   judged.
# custom:
#   id: bunkaiten-02
#   origin: derived
#   section: exchanges
#   protects: [4.3(1)(a)①, 4.3(1)(a)②]
#   modality: definition
#   verdicts: [satisfied, undetermined, note]
#   binds: [source, destination, provider]
#   interpretation:
#     en: >-
#       Self-connected: the telephone network, or every router configured by the institutions,
#       whatever line runs below. Provider's network: a provider answers for the security of the
#       route and a provider configures every router. A party that configures a router for an
#       institution under an agreement in force counts as that institution, unless it is a
#       provider. A router is the device where the line ends.
#     ja: >-
#       電話回線等の公衆網を使う場合、または下を流れる回線にかかわらずすべてのルータを医療機関等が
#       設定する場合は「独自に接続」とする。事業者が経路のセキュリティを担保し、かつすべてのルータ
#       を事業者が設定する場合は「情報処理関連事業者の提供するネットワーク」とする。有効な契約等に
#       基づき医療機関等に代わってルータを設定する者は、事業者でない限りその医療機関等とみなす。
#       ルータとは回線の終端装置をいう。
#   ja:
#     title: 患者情報の交換ごとに接続の区分が定まっている
#     description: >-
#       経路のセキュリティを誰が担保し、ルータ等の接続機器を誰が設定するかによって、4.3(1)(a) のど
#       の場合にあたるかが決まる。それが定まらないうちは、経路における責任を判定できない。
#   findings:
#     not_patient_information:
#       state: note
#       en: This exchange is declared to carry no patient information, so it is not judged.
#       ja: この情報交換は患者情報を含まないと宣言されているため、判定の対象としていない。
#       remedy:
#         en: 'If patient information is exchanged, write "data: patient-information".'
#         ja: '患者情報を交換する場合は「data: patient-information」とする。'
#     end_is_no_institution:
#       state: undetermined
#       en: >-
#         {party} takes part in the exchange but is not declared as an institution. 4.3(1)(a)
#         speaks of exchanges between institutions.
#       ja: >-
#         「{party}」は情報交換の当事者だが、医療機関等（role: institution）として宣言されていな
#         い。4.3(1)(a) は医療機関等の間の交換を対象とする。
#       remedy:
#         en: >-
#           Write "role: institution" if it takes part as one; else declare it where it belongs:
#           externalStorage, remoteMaintenance or entrustedWork.
#         ja: >-
#           医療機関等として参加する場合は role: institution とし、そうでなければ
#           externalStorage（外部保存）、remoteMaintenance（リモートメンテナン
#           ス）、entrustedWork（業務の委託）のいずれかとして宣言する。
#     routers_by_both:
#       state: undetermined
#       en: >-
#         Some routers are configured by institutions (those of {institutions}), some by a
#         provider (those of {providers}). The guideline has no class for this.
#       ja: >-
#         医療機関等が設定するルータ（{institutions}）と事業者が設定するルータ（{providers}）が混
#         在している。ガイドラインにこの場合の区分はない。
#       remedy:
#         en: >-
#           Have all routers configured by institutions, or all by a provider, and write who
#           configures each under path.routersConfiguredBy.
#         ja: >-
#           ルータの設定者を医療機関等か事業者のいずれかにそろえ、path.routersConfiguredBy に記載
#           する。
#     router_by_other:
#       state: undetermined
#       en: >-
#         The router of {end} is stated to be configured by {party}: neither an institution of
#         this exchange nor a provider, nor anybody who acts for the institution under an
#         agreement in force.
#       ja: >-
#         「{end}」のルータの設定者が「{party}」とされているが、この情報交換の医療機関等、事業者、
#         有効な契約等に基づき医療機関等に代わって設定する者のいずれでもない。
#       remedy:
#         en: >-
#           Write who configures the router of {end} in path.routersConfiguredBy; where somebody
#           does it for {end}, write the agreement in force between the two under "agreements".
#         ja: >-
#           「{end}」のルータを設定する者を path.routersConfiguredBy に記載する。「{end}」に代わっ
#           て設定する者であれば、両者の有効な契約等を agreements に記載する。
#     route_by_no_provider:
#       state: undetermined
#       en: >-
#         The provider configures the routers, but no provider answers for the security of the
#         route. The guideline has no class for this.
#       ja: >-
#         ルータは事業者が設定しているが、経路のセキュリティを担保する事業者がない。ガイドラインに
#         この場合の区分はない。
#       remedy:
#         en: >-
#           Agree with the provider who answers for the security of the route, and write it as
#           path.routeSecuredBy.
#         ja: 経路のセキュリティを担保する者を事業者と取り決め、path.routeSecuredBy に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so the path class is open.'
#       ja: '{field} の記載がなく、接続の区分が定まらない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.product.path_class_is_settled

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in exchange.all

satisfied contains key if some key, _ in path.self_connected

satisfied contains key if some key, _ in path.provider_network

undetermined contains found if {
	some key, declared in path.unsettled
	some party in exchange.strangers(declared)

	place := subject.step_to_party(declared, [party, "role"])
	found := finding.at("end_is_no_institution", key, [place], {"party": subject.label(declared, party)})
}

undetermined contains found if {
	some key, declared in _undecided
	institutions := _ends_by(declared, "institution")
	providers := _ends_by(declared, "provider")
	count(institutions) > 0
	count(providers) > 0

	values := {
		"institutions": [subject.label(declared, end) | some end in institutions],
		"providers": [subject.label(declared, end) | some end in providers],
	}
	found := finding.at("routers_by_both", key, [subject.step_to(declared, ["path", "routersConfiguredBy"])], values)
}

undetermined contains found if {
	some key, declared in _undecided
	some end in _ends_by(declared, "other")

	place := subject.step_to(declared, ["path", "routersConfiguredBy", end])
	values := {
		"end": subject.label(declared, end),
		"party": subject.label(declared, declared.path.routersConfiguredBy[end]),
	}
	found := finding.at("router_by_other", key, [place], values)
}

undetermined contains found if {
	some key, declared in _undecided
	_is_all_by_provider(declared)
	declared.path.routeSecuredBy
	not path.provider_answers(declared)

	found := finding.at("route_by_no_provider", key, [subject.step_to(declared, ["path", "routeSecuredBy"])], {})
}

undetermined contains found if {
	some key, steps in _gaps
	some step in steps

	found := finding.not_stated(key, step)
}

note contains found if {
	some declaration, spec in input.declarations
	some name, declared in spec.exchanges
	declared.data == "other"

	key := concat("/", [declaration, "exchanges", name])
	place := ["declarations", declaration, "exchanges", name, "data"]
	found := finding.at("not_patient_information", key, [place], {})
}

# who takes part comes first: the rest is asked of institutions
_undecided[key] := declared if {
	some key, declared in path.unsettled
	count(exchange.strangers(declared)) == 0
}

_ends_by(declared, whom) := [end | some end, by in path.routers(declared); by == whom]

_is_all_by_provider(declared) if every _, by in path.routers(declared) { by == "provider" }

_gaps[key] contains subject.step_to(declared, ["path", "medium"]) if {
	some key, declared in _undecided
	not declared.path.medium
}

# who answers for the route decides only where the institutions configure no router
_gaps[key] contains subject.step_to(declared, ["path", "routeSecuredBy"]) if {
	some key, declared in _undecided
	count(_ends_by(declared, "provider")) > 0
	count(_ends_by(declared, "institution")) == 0
	not declared.path.routeSecuredBy
}

_gaps[key] contains subject.step_to(declared, ["path", "routersConfiguredBy", end]) if {
	some key, declared in _undecided
	some end in _ends_by(declared, "not-stated")
}

_gaps[key] contains step if {
	some key, declared in _undecided
	some end in _ends_by(declared, "unclear")
	some step in agreement.gaps_in_force(declared, [end, declared.path.routersConfiguredBy[end]])
}
