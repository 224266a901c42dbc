# METADATA
# title: Quality such as availability is made clear by contract
# description: >-
#   Where an exchange is encrypted end to end, quality of the network such as its availability is
#   made clear by contract.
# custom:
#   id: 4.3-1b1-10
#   modality: duty
#   binds: [source, destination, provider]
#   interpretation:
#     en: >-
#       Asked on a provider's network alone, of each institution of the exchange with every provider
#       of the path (path.provider, whose line it is, path.routeSecuredBy, who answers for its
#       security, and whoever configures the router at its own end, path.routersConfiguredBy).
#       Quality is made clear by a target, a number with its unit, in an agreement in force that
#       settles availability; one such agreement is enough, and published terms will do. Settled
#       without a target is undetermined; stated to have none in all of them is a breach, and so is
#       that no agreement in force is declared. A target in an agreement that does not settle
#       availability, or is not in force, counts for nothing. How high the target has to be, 4.3
#       does not say. While nobody says whose line it is, another provider may be missing, so that
#       is open.
#     ja: >-
#       事業者の提供するネットワークに限り、情報交換に加わる各医療機関等と、経路の事業者（回線を提供
#       する path.provider、経路のセキュリティを担保する path.routeSecuredBy、その医療機関等のルータ
#       を設定する path.routersConfiguredBy の事業者）のそれぞれとの間に求める。品質は、可用性等の品
#       質（availability）を取り決めた有効な契約等（約款でもよい）のいずれかに、目標の数値と単位があ
#       ることで明らかになるものとみる。目標の記載がなければ判定不能とし、目標がいずれも「なし」とさ
#       れている場合や、有効な契約等の記載がない場合は不整合とする。availability を取り決めていない
#       契約等や、有効でない契約等にある目標は数えない。目標の高さについて 4.3 に定めはない。回線を
#       提供する者（path.provider）の記載がない間は、ほかにも事業者がいるかもしれず、判定不能とす
#       る。
#   ja:
#     title: 可用性等の品質を契約で明らかにする
#     description: >-
#       発信元で暗号化され送信先で復号される場合、ネットワークの可用性等の品質に関して、契約で明ら
#       かにしておく。
#   findings:
#     no_agreement:
#       state: denied
#       en: >-
#         No agreement in force on the evaluation date is declared between {one} and {other}, so
#         none settles quality such as availability.
#       ja: >-
#         判定日に有効な「{one}」と「{other}」の契約等の記載がなく、可用性等の品質が取り決められて
#         いない。
#       remedy:
#         en: >-
#           Agree on it in advance with a target, and write the agreement under "agreements" with
#           availability in "settles" and the target as "availability".
#         ja: >-
#           あらかじめ契約で目標とともに取り決め、settles に availability を含め、目標を
#           availability に挙げて agreements に記載する。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement between {one} and {other} on quality such as availability ({agreements})
#         is not in force on the evaluation date.
#       ja: >-
#         可用性等の品質を定めた「{one}」と「{other}」の契約等（{agreements}）が、判定日に有効でな
#         い。
#       remedy:
#         en: Renew or sign it, and write what holds now (validFrom, validTo, signedBy, signedOn).
#         ja: >-
#           更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
#     matter_not_settled:
#       state: denied
#       en: >-
#         The agreements in force between {one} and {other} ({agreements}) do not settle quality
#         such as availability.
#       ja: >-
#         「{one}」と「{other}」の有効な契約等（{agreements}）に、可用性等の品質が定められていな
#         い。
#       remedy:
#         en: >-
#           Settle it between the two with a target, then add availability to "settles" and write
#           the target as "availability".
#         ja: >-
#           両者で目標とともに取り決め、settles に availability（可用性等の品質）を加え、目標を
#           availability に記載する。
#     no_target:
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
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether quality such as availability is agreed with
#         a target.
#       ja: >-
#         {field} の記載がなく、可用性等の品質が目標とともに契約で明らかにされているか判定できな
#         い。
#       remedy:
#         en: Write {field}; where no target was agreed, write none for availability.
#         ja: '{field} を記載する（目標を取り決めていない場合、availability は none とする）。'
package bunkaiten.requirements.end_to_end_encryption.availability_is_agreed

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.remainder
import data.bunkaiten.declared.subject
import data.bunkaiten.declared.target
import data.bunkaiten.finding

applies contains key if some key, _ in remainder.accords

satisfied contains key if {
	some key, settled in remainder.accords
	declared := remainder.exchanges[key]
	declared.path.provider
	every pair, _ in settled { target.is_stated(declared, pair) }
}

deny contains found if {
	some key, settled in remainder.accords
	some found in accord.denials(key, remainder.exchanges[key], settled, "availability")
}

deny contains found if {
	some key, settled in remainder.accords
	declared := remainder.exchanges[key]
	some pair, _ in settled
	parties := pair
	target.is_denied(declared, parties)

	names := sort(agreement.settling(declared, parties, "availability"))
	place := subject.step_to_agreement(declared, [names[0], "availability"])
	values := {
		"one": subject.label(declared, pair[0]),
		"other": subject.label(declared, pair[1]),
		"agreements": names,
	}
	found := finding.at("no_target", key, [declared.place, place], values)
}

undetermined contains found if {
	some key, settled in remainder.accords
	some found in accord.open(key, remainder.exchanges[key], settled, "availability")
}

undetermined contains found if {
	some key, settled in remainder.accords
	declared := remainder.exchanges[key]
	some pair, _ in settled
	some step in target.gaps(declared, pair)

	found := finding.not_stated(key, step)
}

undetermined contains found if {
	some key, declared in remainder.exchanges
	not declared.path.provider

	found := finding.not_stated(key, subject.step_to(declared, ["path", "provider"]))
}
