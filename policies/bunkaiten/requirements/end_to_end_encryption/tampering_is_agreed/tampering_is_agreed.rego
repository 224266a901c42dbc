# METADATA
# title: How far the provider answers for tampering is made clear by contract
# description: >-
#   Where an exchange is encrypted end to end, it is made clear by contract how far the provider's
#   management responsibility for the threat of tampering on the network reaches.
# custom:
#   id: 4.3-1b1-07
#   modality: duty
#   binds: [source, destination, provider]
#   interpretation:
#     en: >-
#       Asked on a provider's network alone, of each institution of the exchange with every provider
#       of the path (path.provider, whose line it is, path.routeSecuredBy, who answers for its
#       security, and whoever configures the router at its own end, path.routersConfiguredBy). An
#       agreement that three or more parties share counts for each two of them; published terms may
#       settle this, since it is no demarcation point. Where no agreement in force is declared, that
#       is a breach. While nobody says whose line it is, another provider may be missing, so that is
#       open.
#     ja: >-
#       事業者の提供するネットワークに限り、情報交換に加わる各医療機関等と、経路の事業者（回線を提供
#       する path.provider、経路のセキュリティを担保する path.routeSecuredBy、その医療機関等のルータ
#       を設定する path.routersConfiguredBy の事業者）のそれぞれとの間に求める。3者以上で結んだ契約
#       等は、そのうちのどの2者の間の契約等ともみる。責任分界点ではないため、約款による取り決めでも
#       よい。有効な契約等の記載がなければ不整合とする。回線を提供する者（path.provider）の記載がな
#       い間は、ほかにも事業者がいるかもしれず、判定不能とする。
#   ja:
#     title: 改ざんの脅威に対する管理責任の範囲を契約で明らかにする
#     description: >-
#       発信元で暗号化され送信先で復号される場合、ネットワーク上の情報の改ざんの脅威に対する情報処
#       理関連事業者の管理責任の範囲を、契約で明らかにしておく。
#   findings:
#     no_agreement:
#       state: denied
#       en: >-
#         No agreement in force on the evaluation date is declared between {one} and {other}, so
#         none settles how far {other} answers for tampering.
#       ja: >-
#         判定日に有効な「{one}」と「{other}」の契約等の記載がなく、改ざんの脅威に対する管理責任の
#         範囲が取り決められていない。
#       remedy:
#         en: >-
#           Agree on it in advance, and write the agreement under "agreements" with tampering in
#           "settles".
#         ja: あらかじめ契約で取り決め、settles に tampering を含めて agreements に記載する。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement between {one} and {other} on how far {other} answers for tampering
#         ({agreements}) is not in force on the evaluation date.
#       ja: >-
#         改ざんの脅威に対する管理責任の範囲を定めた「{one}」と「{other}」の契約等（{agreements}）
#         が、判定日に有効でない。
#       remedy:
#         en: Renew or sign it, and write what holds now (validFrom, validTo, signedBy, signedOn).
#         ja: >-
#           更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
#     matter_not_settled:
#       state: denied
#       en: >-
#         The agreements in force between {one} and {other} ({agreements}) do not settle how far
#         {other} answers for tampering.
#       ja: >-
#         「{one}」と「{other}」の有効な契約等（{agreements}）に、改ざんの脅威に対する管理責任の範
#         囲が定められていない。
#       remedy:
#         en: Settle it between the two, then add tampering to "settles".
#         ja: 両者で取り決め、settles に tampering（改ざん）を加える。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether it is agreed how far the provider answers
#         for tampering.
#       ja: >-
#         {field} の記載がなく、改ざんの脅威に対する管理責任の範囲が契約で明らかにされているか判定
#         できない。
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.end_to_end_encryption.tampering_is_agreed

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.remainder
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in remainder.accords

satisfied contains key if {
	some key, settled in remainder.accords
	remainder.exchanges[key].path.provider
	every matters in settled { "tampering" in matters }
}

deny contains found if {
	some key, settled in remainder.accords
	some found in accord.denials(key, remainder.exchanges[key], settled, "tampering")
}

undetermined contains found if {
	some key, settled in remainder.accords
	some found in accord.open(key, remainder.exchanges[key], settled, "tampering")
}

undetermined contains found if {
	some key, declared in remainder.exchanges
	not declared.path.provider

	found := finding.not_stated(key, subject.step_to(declared, ["path", "provider"]))
}
