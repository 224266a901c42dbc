# METADATA
# title: The provider secures the route on its own responsibility
# description: >-
#   A network counts as supplied by a provider where the provider, on its own responsibility,
#   secures the route.
# custom:
#   id: 4.3-1a1-02
#   modality: definition
#   binds: [provider, source, destination]
#   interpretation:
#     en: >-
#       path.routeSecuredBy is a claim, and it is judged whatever kind of path follows, on lines
#       that the institutions connect themselves too. It holds where an agreement in force between
#       the provider and each institution settles route-security, and providers configure every
#       router. A provider's published terms are no such agreement: in them it takes on no more than
#       its general responsibility. A party that configures a router for an institution under an
#       agreement in force counts as that institution, unless it is a provider. Every tunnel and
#       gateway of the path that the deployment shows has to be a provider's too: the marker
#       bunkaiten:operated-by tells whose it is, else the account that the plan works in. A line
#       (a dedicated connection of a cloud) is no router. A peering or an attachment that leads into a provider's own
#       network counts as a line; one that leads anywhere else is a way past the provider.
#     ja: >-
#       path.routeSecuredBy は事業者が経路のセキュリティを担保するという主張とみなし、医療機関等が独
#       自に接続する場合も含め、接続の区分にかかわらず判定する。その事業者と各医療機関等との有効な契
#       約等に経路のセキュリティの担保（route-security）が定められ、かつすべてのルータを事業者が設定
#       することで確認する。約款は事業者の一般的な責任を示すにとどまるため、根拠としない。有効な契約
#       等に基づき医療機関等に代わってルータを設定する者は、事業者でない限りその医療機関等とみなす。
#       構成から読み取った経路上のトンネルとゲートウェイも、事業者のものでなければならない（誰のもの
#       かは、目印 bunkaiten:operated-by、それがなければプランが対象とするアカウントから判断する）。
#       回線（クラウドの専用接続）はルータとみない。ピアリングやアタッチメントは、事業者自身のネットワー
#       クにつながるものを回線とみなし、それ以外につながるものは事業者を介さない接続とみる。
#   ja:
#     title: 事業者が自らの責任で経路のセキュリティを担保している
#     description: >-
#       「情報処理関連事業者の提供するネットワーク」とは、情報処理関連事業者の責任でネットワーク経
#       路上のセキュリティを担保する場合をいう。
#   findings:
#     router_by_institution:
#       state: denied
#       en: >-
#         {provider} is said to answer for the security of the route, but the router of {end} is
#         configured by the institution or for it ({party}).
#       ja: >-
#         経路のセキュリティは「{provider}」が担保するとされているが、「{end}」のルータは医療機関
#         等の側（{party}）が設定している。
#       remedy:
#         en: >-
#           Have {provider} configure the router of {end}, or write who really answers for the
#           security of the route in path.routeSecuredBy (none if nobody does).
#         ja: >-
#           「{end}」のルータを「{provider}」が設定するよう改めるか、path.routeSecuredBy を、経路
#           のセキュリティを実際に担保する者（いなければ none）に改める。
#     no_agreement:
#       state: denied
#       en: >-
#         {other} is said to answer for the security of the route, but no agreement in force on
#         the evaluation date is declared between {one} and {other}.
#       ja: >-
#         経路のセキュリティは「{other}」が担保するとされているが、判定日に有効な「{one}」と
#         「{other}」の契約等の記載がない。
#       remedy:
#         en: >-
#           Agree with {other} that it answers for the security of the route, and write the
#           agreement under "agreements" with route-security in "settles".
#         ja: >-
#           経路のセキュリティの担保を「{other}」と契約等で取り決め、settles に route-security を
#           含めて agreements に記載する。
#     matter_not_settled:
#       state: denied
#       en: >-
#         The agreements in force between {one} and {other} ({agreements}) do not say that {other}
#         answers for the security of the route.
#       ja: >-
#         「{one}」と「{other}」の有効な契約等（{agreements}）に、事業者による経路のセキュリティの
#         担保が定められていない。
#       remedy:
#         en: Settle it with {other}, then add route-security to "settles".
#         ja: >-
#           「{other}」と取り決め、settles に route-security（経路のセキュリティの担保）を加える。
#     only_published_terms:
#       state: denied
#       en: >-
#         Between {one} and {other} the security of the route rests on published terms alone
#         ({agreements}).
#       ja: >-
#         「{one}」と「{other}」の間で、経路のセキュリティの担保が約款（{agreements}）だけを根拠と
#         している。
#       remedy:
#         en: >-
#           Agree on it by contract or the like, and write that under "agreements" with
#           route-security in "settles".
#         ja: >-
#           約款によらず契約等で取り決め、settles に route-security を含めて agreements に記載す
#           る。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement between {one} and {other} on the security of the route ({agreements}) is
#         not in force on the evaluation date.
#       ja: >-
#         経路のセキュリティの担保を定めた「{one}」と「{other}」の契約等（{agreements}）が、判定日
#         に有効でない。
#       remedy:
#         en: Renew or sign it, and write what holds now (validFrom, validTo, signedBy, signedOn).
#         ja: >-
#           更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
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
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether the provider secures the route on its own
#         responsibility.
#       ja: >-
#         {field} の記載がなく、事業者が自らの責任で経路のセキュリティを担保しているか判定できな
#         い。
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
#     observed_own_router:
#       state: denied
#       en: >-
#         The provider is said to answer for the security of the route, but {thing} ({way}) is set up
#         by {operator}.
#       ja: >-
#         経路のセキュリティは事業者が担保するとされているが、{thing}（{way}）は「{operator}」が設定
#         している。
#       remedy:
#         en: >-
#           Leave {thing} to the provider; or write who really configures the routers
#           (path.routersConfiguredBy) and correct path.routeSecuredBy: then 4.3(1)(a)② may govern.
#         ja: >-
#           {thing} の設定を事業者に委ねるか、実際に設定する者を path.routersConfiguredBy に記載して
#           path.routeSecuredBy も改める（4.3(1)(a)② にあたりうる）。
#     observed_operator_unknown:
#       state: undetermined
#       en: >-
#         {thing} ({way}) belongs to the path, and it cannot be told whether the provider configures
#         it.
#       ja: '{thing}（{way}）はこの経路に属するが、事業者が設定しているのか判定できない。'
#       remedy:
#         en: >-
#           Let the plan or the manifest tell who sets {thing} up: {whose}.
#         ja: >-
#           {thing} を誰が設定しているかを、プランやマニフェストから分かるようにする（{whose}）。
#     observed_joint_unknown:
#       state: undetermined
#       en: >-
#         It cannot be told whether {thing} ({way}) leads into the network of the provider, or past
#         it.
#       ja: >-
#         {thing}（{way}）が事業者のネットワークにつながるのか、事業者を介さずにつながるのか判定できな
#         い。
#       remedy:
#         en: >-
#           Write the account (subscription, project) on the other side so that the plan shows it,
#           and that of the provider under its identifiedBy. Where the provider sets {thing} up, let
#           that be told: {whose}.
#         ja: >-
#           接続先のアカウント（サブスクリプション、プロジェクト）がプランに現れるように記載し、事業者の
#           アカウント等をその identifiedBy に記載する。{thing} を事業者が設定するのであれば、それが分
#           かるようにする（{whose}）。
package bunkaiten.requirements.provider_network.route_is_secured_by_provider

import data.bunkaiten.compared.router
import data.bunkaiten.declared.accord
import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in _claimed

satisfied contains key if {
	some key, pairs in _settled
	every matters in pairs { "route-security" in matters }
	every by in _routers[key] { by == "provider" }
	key in router.left_to_provider
}

deny contains found if {
	some key, pairs in _settled
	some found in accord.denials(key, _claimed[key], pairs, "route-security")
}

deny contains found if {
	some key, declared in _claimed
	some end, "institution" in _routers[key]
	found := _router_found("router_by_institution", key, declared, end)
}

deny contains found if {
	some key, _ in _claimed
	some found in router.findings[key]
	found.code == "observed_own_router"
}

undetermined contains found if {
	some key, _ in _claimed
	some found in router.findings[key]
	found.code in {"observed_joint_unknown", "observed_operator_unknown"}
}

undetermined contains found if {
	some key, pairs in _settled
	some found in accord.open(key, _claimed[key], pairs, "route-security")
}

undetermined contains found if {
	some key, declared in _claimed
	some end, "other" in _routers[key]
	found := _router_found("router_by_other", key, declared, end)
}

undetermined contains found if {
	some key, declared in _claimed
	some end, "not-stated" in _routers[key]
	found := finding.not_stated(key, subject.step_to(declared, ["path", "routersConfiguredBy", end]))
}

undetermined contains found if {
	some key, declared in _claimed
	some end, "unclear" in _routers[key]
	some step in agreement.gaps_in_force(declared, [end, declared.path.routersConfiguredBy[end]])
	found := finding.not_stated(key, step)
}

# whatever the class of the path
_claimed[key] := declared if {
	some key, declared in exchange.all
	path.provider_answers(declared)
}

# each institution with the provider, and the matters that they have settled in force
_settled[key][pair] := matters if {
	some key, declared in _claimed
	some end in declared.ends
	provider := declared.path.routeSecuredBy
	pair := [end, provider]
	matters := agreement.settled(declared, [end, provider])
}

_routers[key] := path.routers(declared) if some key, declared in _claimed

_router_found(code, key, declared, end) := finding.at(code, key, [place], values) if {
	place := subject.step_to(declared, ["path", "routersConfiguredBy", end])
	values := {
		"end": subject.label(declared, end),
		"party": subject.label(declared, declared.path.routersConfiguredBy[end]),
		"provider": subject.label(declared, declared.path.routeSecuredBy),
	}
}
