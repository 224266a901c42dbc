# METADATA
# title: The provider answers for the quality of its line
# description: >-
#   Where encryption begins at the start of the provider's range, management responsibility for
#   quality such as the availability of the service lies with the provider.
# custom:
#   id: 4.3-1b2-05
#   modality: allocation
#   binds: [provider]
#   interpretation:
#     en: >-
#       Applies where encryption begins at the provider's edge on a provider's network: on a
#       self-connected path nothing is shared with the provider, and while the path class is open
#       nobody can tell. The provider is every provider of the path (path.provider, whose line it
#       is, path.routeSecuredBy, who answers for its security, and whoever configures the router of
#       an end, path.routersConfiguredBy); it is enough that one of them bears the responsibility.
#       In the list of anybody else, even beside the provider's, it would have two owners: that is a
#       breach. If the lists of all providers of the path are empty, or management is none, it is
#       stated that the provider bears nothing; what stands in nobody's list is not stated. Quality
#       is a word without content while there is no target (a number with its unit): each
#       institution has one with each provider of the path, of those that configure routers with
#       that of its own, in an agreement in force that settles availability (published terms will
#       do). A target that is stated as none is a breach. Whether availability is agreed at all is
#       judged by 4.3-1b2-06; here it stays open.
#     ja: >-
#       事業者の提供するネットワークで、事業者の管理範囲の開始点から暗号化する場合に適用する（独自に
#       接続する場合は事業者との間に管理責任の分担が発生せず、接続の区分が定まらないうちは判定できな
#       い）。事業者とは経路の事業者（回線を提供する path.provider、経路のセキュリティを担保する
#       path.routeSecuredBy、いずれかの医療機関等のルータを設定する path.routersConfiguredBy の事業
#       者）のすべてをいい、そのうち一者が負えばよい。経路の事業者でない者の一覧に挙がっていれば、事
#       業者の一覧にも挙がっていても、負う者が定まらないため不整合とする。経路の事業者の一覧がすべて
#       空、または management が none であれば、事業者は何も負わないとの記載とみる。誰の一覧にもなけ
#       れば、記載がないものとする。品質は、目標（数値とその単位）がなければ内容が定まらない。このた
#       め、医療機関等ごとに、可用性等の品質を取り決めた経路の各事業者（ルータについては自らのルータ
#       を設定する事業者）との有効な契約等（約款でもよい）に目標の記載を求め、目標が「なし」とされて
#       いる場合は不整合とする。可用性等の品質を契約等で取り決めているか否かは 4.3-1b2-06 で判定し、
#       取り決めがなければここでは判定不能とする。
#   ja:
#     title: 回線の可用性等の品質に対する管理責任は事業者が負う
#     description: >-
#       情報処理関連事業者の管理範囲の開始点で適切に暗号化される場合、サービスの可用性等の品質につ
#       いては、事業者に管理責任が発生する。
#   findings:
#     borne_by_another:
#       state: denied
#       en: >-
#         Management responsibility for the quality of the provider's line (availability) is put on
#         {holder}, which is no provider of this path.
#       ja: >-
#         事業者の回線の可用性等の品質に対する管理責任を、この経路の事業者ではない「{holder}」に負わ
#         せている。
#       remedy:
#         en: >-
#           Agree that the provider alone bears it, and move availability from the list of {holder}
#           to the provider's, under responsibilities.management.
#         ja: >-
#           事業者だけが負うことを取り決め、responsibilities.management で、availability を
#           「{holder}」の一覧から事業者の一覧に移す。
#     provider_bears_nothing:
#       state: denied
#       en: >-
#         {provider} is stated to bear no management responsibility at all, although management
#         responsibility for the quality of the provider's line (availability) lies with the
#         provider.
#       ja: >-
#         事業者の回線の可用性等の品質に対する管理責任は事業者にあるのに、「{provider}」は管理責任
#         を何も負わないとされている。
#       remedy:
#         en: >-
#           Agree with {provider} that it answers for the quality of its line, and add
#           availability to its list under responsibilities.management.
#         ja: >-
#           「{provider}」が可用性等の品質に対する管理責任を負うことを取り決
#           め、responsibilities.management のその一覧に availability を加える。
#     target_is_none:
#       state: denied
#       en: >-
#         The agreements in force between {one} and {other} ({agreements}) settle quality such as
#         availability, but it is stated that there is no target.
#       ja: >-
#         「{one}」と「{other}」の有効な契約等（{agreements}）に可用性等の品質が定められているが、
#         その目標が「なし」とされている。
#       remedy:
#         en: >-
#           Agree on a target between the two, and write it as "availability" of the agreement
#           (target and unit, such as 99.9 and percent-per-month).
#         ja: >-
#           両者で目標を取り決め、その契約等の availability に数値（target）と単位（unit）を記載す
#           る（99.9 と percent-per-month など）。
#     not_assigned:
#       state: undetermined
#       en: >-
#         Management responsibility for the quality of the provider's line (availability) stands
#         neither in the list of {provider} nor in anybody else's.
#       ja: >-
#         回線の可用性等の品質に対する管理責任が、「{provider}」の一覧にも、ほかの者の一覧にも挙げ
#         られていない。
#       remedy:
#         en: >-
#           If {provider} bears it, add availability to its list under responsibilities.management.
#         ja: >-
#           「{provider}」が負うのであれば、responsibilities.management のその一覧に availability
#           を加える。
#     availability_not_settled:
#       state: undetermined
#       en: >-
#         No agreement in force on the evaluation date between {one} and {other} settles quality
#         such as availability, so no target can be seen.
#       ja: >-
#         判定日に有効な「{one}」と「{other}」の契約等に可用性等の品質が定められておらず、目標を確
#         認できない。
#       remedy:
#         en: >-
#           Settle it between the two with a target, then add availability to "settles" and write
#           the target as "availability".
#         ja: >-
#           両者で目標とともに取り決め、settles に availability（可用性等の品質）を加え、目標を
#           availability に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether the provider answers for the quality of its
#         line, with a target.
#       ja: >-
#         {field} の記載がなく、事業者が回線の可用性等の品質に対する管理責任を目標とともに負うか判
#         定できない。
#       remedy:
#         en: >-
#           Write {field}; where no target was agreed, write none for "availability", and where
#           the provider bears nothing, an empty list ([]).
#         ja: >-
#           {field} を記載する（目標を取り決めていない場合、availability は none とし、事業者が何
#           も負わない場合は空の一覧 [] とする）。
package bunkaiten.requirements.provider_edge_encryption.provider_bears_availability

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.share
import data.bunkaiten.declared.subject
import data.bunkaiten.declared.target
import data.bunkaiten.finding

applies contains key if some key, _ in share.exchanges

satisfied contains key if {
	some key, declared in share.exchanges
	share.lies_with_provider(declared, _threat)
	every pair, _ in accord.with_provider[key] { target.is_stated(declared, pair) }
}

deny contains found if {
	some key, declared in share.exchanges
	some found in share.denials(key, declared, _threat)
}

deny contains found if {
	some key, declared in share.exchanges
	some pair, _ in accord.with_provider[key]
	target.is_denied(declared, pair)

	names := sort(agreement.settling(declared, pair, _threat))
	places := [declared.place, subject.step_to_agreement(declared, [names[0], "availability"])]
	values := object.union(_names(declared, pair), {"agreements": names})
	found := finding.at("target_is_none", key, places, values)
}

undetermined contains found if {
	some key, declared in share.exchanges
	some found in share.open(key, declared, _threat)
}

undetermined contains found if {
	some key, declared in share.exchanges
	some pair, matters in accord.with_provider[key]
	some step in _gaps(declared, pair, matters)
	found := finding.not_stated(key, step)
}

undetermined contains found if {
	some key, declared in share.exchanges
	some pair, matters in accord.with_provider[key]
	not _threat in matters
	count(_gaps(declared, pair, matters)) == 0
	found := finding.at("availability_not_settled", key, [declared.place], _names(declared, pair))
}

_threat := "availability"

_gaps(declared, parties, matters) := target.gaps(declared, parties) if {
	_threat in matters
} else := agreement.gaps(declared, parties, _threat)

_names(declared, pair) := {"one": subject.label(declared, pair[0]), "other": subject.label(declared, pair[1])}
