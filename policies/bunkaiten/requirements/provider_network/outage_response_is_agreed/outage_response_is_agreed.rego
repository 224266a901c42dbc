# METADATA
# title: Source and destination agree on what to do when the line is down
# description: >-
#   On a provider's network, source and each destination agree in advance, by contract or the
#   like, on what they do when the line is down.
# custom:
#   id: 4.3-1a1-04
#   modality: duty
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       The agreement is asked for between the source and each destination; what either has agreed
#       with the provider alone does not count. The requirement applies where a destination is
#       named; a list that is open or names nobody is judged by 4.3-1a1-06.
#     ja: >-
#       提供元と各提供先の間の契約等を求める。事業者との間だけの取り決めでは足りない。この要件は、
#       特定された提供先が一つでもある場合に判定する。特定できない提供先がある場合や、提供先が一つ
#       も挙がっていない場合については 4.3-1a1-06 で判定する。
#   ja:
#     title: 不通時の対処が契約等で合意されている
#     description: >-
#       提供元医療機関等と提供先医療機関等は、ネットワーク経路における責任分界点を定めるにあたり、
#       不通時の対処も含めて契約等で合意しておく。
#   findings:
#     no_agreement:
#       state: denied
#       en: >-
#         No agreement in force on the evaluation date is declared between {one} and {other}, so
#         none settles what they do when the line is down.
#       ja: >-
#         判定日に有効な「{one}」と「{other}」の契約等の記載がなく、不通時の対処が取り決められてい
#         ない。
#       remedy:
#         en: >-
#           Agree on it in advance, and write the agreement under "agreements" with
#           outage-response in "settles".
#         ja: >-
#           あらかじめ契約等で取り決め、settles に outage-response を含めて agreements に記載す
#           る。
#     matter_not_settled:
#       state: denied
#       en: >-
#         The agreements in force between {one} and {other} ({agreements}) do not settle what they
#         do when the line is down.
#       ja: >-
#         「{one}」と「{other}」の有効な契約等（{agreements}）に、不通時の対処が定められていない。
#       remedy:
#         en: Settle it between the two, then add outage-response to "settles".
#         ja: 両者で取り決め、settles に outage-response（不通時の対処）を加える。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement between {one} and {other} on what they do when the line is down
#         ({agreements}) is not in force on the evaluation date.
#       ja: >-
#         不通時の対処を定めた「{one}」と「{other}」の契約等（{agreements}）が、判定日に有効でな
#         い。
#       remedy:
#         en: Renew or sign it, and write what holds now (validFrom, validTo, signedBy, signedOn).
#         ja: >-
#           更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open whether the response to an outage is agreed.'
#       ja: '{field} の記載がなく、不通時の対処が合意されているか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.provider_network.outage_response_is_agreed

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.path

applies contains key if some key, _ in accord.between_ends

satisfied contains key if {
	some key, pairs in accord.between_ends
	every matters in pairs { "outage-response" in matters }
}

deny contains found if {
	some key, pairs in accord.between_ends
	some found in accord.denials(key, path.provider_network[key], pairs, "outage-response")
}

undetermined contains found if {
	some key, pairs in accord.between_ends
	some found in accord.open(key, path.provider_network[key], pairs, "outage-response")
}
