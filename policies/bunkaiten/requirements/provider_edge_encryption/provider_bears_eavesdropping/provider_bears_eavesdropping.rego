# METADATA
# title: The provider answers for eavesdropping on its line
# description: >-
#   Where encryption begins at the start of the provider's range, management responsibility for
#   eavesdropping from outside on the network line that the provider supplies lies with the
#   provider.
# custom:
#   id: 4.3-1b2-02
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
#       stated that the provider bears nothing; what stands in nobody's list is not stated.
#     ja: >-
#       事業者の提供するネットワークで、事業者の管理範囲の開始点から暗号化する場合に適用する（独自に
#       接続する場合は事業者との間に管理責任の分担が発生せず、接続の区分が定まらないうちは判定できな
#       い）。事業者とは経路の事業者（回線を提供する path.provider、経路のセキュリティを担保する
#       path.routeSecuredBy、いずれかの医療機関等のルータを設定する path.routersConfiguredBy の事業
#       者）のすべてをいい、そのうち一者が負えばよい。経路の事業者でない者の一覧に挙がっていれば、事
#       業者の一覧にも挙がっていても、負う者が定まらないため不整合とする。経路の事業者の一覧がすべて
#       空、または management が none であれば、事業者は何も負わないとの記載とみる。誰の一覧にもなけ
#       れば、記載がないものとする。
#   ja:
#     title: 回線上の盗聴に対する管理責任は事業者が負う
#     description: >-
#       情報処理関連事業者の管理範囲の開始点で適切に暗号化される場合、事業者が提供するネットワーク
#       回線上における外部からの情報の盗聴については、事業者に管理責任が発生する。
#   findings:
#     borne_by_another:
#       state: denied
#       en: >-
#         Management responsibility for eavesdropping on the provider's line is put on {holder},
#         which is no provider of this path.
#       ja: >-
#         事業者の回線上の盗聴に対する管理責任を、この経路の事業者ではない「{holder}」に負わせてい
#         る。
#       remedy:
#         en: >-
#           Agree that the provider alone bears it, and move eavesdropping from the list of {holder}
#           to the provider's, under responsibilities.management.
#         ja: >-
#           事業者だけが負うことを取り決め、responsibilities.management で、eavesdropping を
#           「{holder}」の一覧から事業者の一覧に移す。
#     provider_bears_nothing:
#       state: denied
#       en: >-
#         {provider} is stated to bear no management responsibility at all, although management
#         responsibility for eavesdropping on the provider's line lies with the provider.
#       ja: >-
#         事業者の回線上の盗聴に対する管理責任は事業者にあるのに、「{provider}」は管理責任を何も負わ
#         ないとされている。
#       remedy:
#         en: >-
#           Agree with {provider} that it answers for eavesdropping, and add eavesdropping to its
#           list under responsibilities.management.
#         ja: >-
#           「{provider}」が盗聴に対する管理責任を負うことを取り決め、responsibilities.management
#           のその一覧に eavesdropping を加える。
#     not_assigned:
#       state: undetermined
#       en: >-
#         Management responsibility for eavesdropping on the provider's line stands neither in the
#         list of {provider} nor in anybody else's.
#       ja: >-
#         回線上の盗聴に対する管理責任が、「{provider}」の一覧にも、ほかの者の一覧にも挙げられてい
#         ない。
#       remedy:
#         en: >-
#           If {provider} bears it, add eavesdropping to its list under responsibilities.management.
#         ja: >-
#           「{provider}」が負うのであれば、responsibilities.management のその一覧に eavesdropping
#           を加える。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open who bears management responsibility for
#         eavesdropping on the provider's line.
#       ja: '{field} の記載がなく、回線上の盗聴に対する管理責任を誰が負うか判定できない。'
#       remedy:
#         en: Write {field}; where the provider bears nothing, write an empty list ([]).
#         ja: '{field} を記載する（何も負わない場合は空の一覧 [] とする）。'
package bunkaiten.requirements.provider_edge_encryption.provider_bears_eavesdropping

import data.bunkaiten.declared.share

applies contains key if some key, _ in share.exchanges

satisfied contains key if {
	some key, declared in share.exchanges
	share.lies_with_provider(declared, _threat)
}

deny contains found if {
	some key, declared in share.exchanges
	some found in share.denials(key, declared, _threat)
}

undetermined contains found if {
	some key, declared in share.exchanges
	some found in share.open(key, declared, _threat)
}

_threat := "eavesdropping"
