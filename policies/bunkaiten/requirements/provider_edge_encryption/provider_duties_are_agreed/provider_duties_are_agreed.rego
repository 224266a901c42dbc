# METADATA
# title: The provider's management responsibility is made clear by contract
# description: >-
#   Management responsibility of the provider for eavesdropping, tampering, intrusion and the like
#   from outside on its line, and for quality such as the availability of the service, is made
#   clear by contract.
# custom:
#   id: 4.3-1b2-06
#   modality: duty
#   binds: [source, destination, provider]
#   interpretation:
#     en: >-
#       Applies where encryption begins at the provider's edge on a provider's network. Each
#       institution has settled all four matters (eavesdropping, tampering, intrusion, availability)
#       with every provider of the path (path.provider, whose line it is, path.routeSecuredBy, who
#       answers for its security, and whoever configures the router at its own end,
#       path.routersConfiguredBy), by agreements in force on the evaluation date, in one or in
#       several; published terms will do, since none of these is a demarcation point. Where no
#       agreement in force is declared, that is a breach; where one does not say what it settles or
#       how long it runs, that is undetermined. Obstruction is not asked for (4.3-1b2-11); the
#       target of availability is judged by 4.3-1b2-05.
#     ja: >-
#       事業者の提供するネットワークで、事業者の管理範囲の開始点から暗号化する場合に適用する。医療機
#       関等ごとに、経路の事業者（回線を提供する path.provider、経路のセキュリティを担保する
#       path.routeSecuredBy、その医療機関等のルータを設定する path.routersConfiguredBy の事業者）の
#       すべてとの間で、判定日に有効な契約等により四つの事項（盗聴、改ざん、侵入、可用性等の品質）を
#       すべて取り決めていることを求める（複数の契約等に分かれていてもよい）。責任分界点ではないた
#       め、約款による取り決めでもよい。有効な契約等の記載がなければ不整合とし、契約等はあるがその内
#       容や期間の記載がなければ判定不能とする。妨害は求めない（4.3-1b2-11）。可用性等の品質の目標は
#       4.3-1b2-05 で判定する。
#   ja:
#     title: 事業者の管理責任を契約で明らかにする
#     description: >-
#       事業者が提供するネットワーク回線上における外部からの情報の盗聴や改ざん、侵入等やサービスの
#       可用性等の品質に対する事業者の管理責任を、契約で明らかにしておく。
#   findings:
#     no_agreement:
#       state: denied
#       en: >-
#         No agreement in force on the evaluation date is declared between {one} and {other}, so
#         the provider's management responsibility is not made clear by contract: {matters}.
#       ja: >-
#         判定日に有効な「{one}」と「{other}」の契約等の記載がなく、{matters}に対する管理責任が契
#         約で明らかにされていない。
#       remedy:
#         en: >-
#           Settle the provider's management responsibility ({matters}) with {other} by contract,
#           and write the contract under "agreements" with these words in "settles".
#         ja: >-
#           {matters}に対する管理責任を「{other}」と契約で取り決め、括弧内の語を settles に含めて
#           agreements に記載する。
#     matter_not_settled:
#       state: denied
#       en: >-
#         The agreements in force between {one} and {other} ({agreements}) do not settle the
#         provider's management responsibility: {matters}.
#       ja: >-
#         「{one}」と「{other}」の有効な契約等（{agreements}）に、{matters}に対する管理責任が定めら
#         れていない。
#       remedy:
#         en: 'Settle it with {other} by contract, then add the words to "settles": {matters}.'
#         ja: >-
#           {matters}に対する管理責任を「{other}」と契約で取り決め、括弧内の語を settles に加える。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement between {one} and {other} on the provider's management responsibility for
#         {matters} ({agreements}) is not in force on the evaluation date.
#       ja: >-
#         {matters}に対する管理責任を定めた「{one}」と「{other}」の契約等（{agreements}）が、判定日
#         に有効でない。
#       remedy:
#         en: Renew or sign it, and write what holds now (validFrom, validTo, signedBy, signedOn).
#         ja: >-
#           更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether the provider's management responsibility is
#         made clear by contract.
#       ja: '{field} の記載がなく、事業者の管理責任が契約で明らかにされているか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.provider_edge_encryption.provider_duties_are_agreed

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.share
import data.bunkaiten.declared.word

applies contains key if some key, _ in _agreed

satisfied contains key if {
	some key, pairs in _agreed
	every settled in pairs { _settles_all(settled) }
}

deny contains found if {
	some key, pairs in _agreed
	declared := share.exchanges[key]
	denials := {matter: accord.denials(key, declared, pairs, matter) | some matter in _matters}
	some _, each in denials
	some denial in each

	# one finding for all the matters of which it is true
	matters := [word.threats[matter] | some matter in _matters; denial in denials[matter]]
	found := object.union(denial, {"values": {"matters": matters}})
}

undetermined contains found if {
	some key, pairs in _agreed
	declared := share.exchanges[key]
	some matter in _matters
	some found in accord.open(key, declared, pairs, matter)
}

_agreed[key] := pairs if {
	some key, pairs in accord.with_provider
	share.exchanges[key]
}

_settles_all(settled) if {
	every matter in _matters { matter in settled }
}

_matters := ["eavesdropping", "tampering", "intrusion", "availability"]
