# METADATA
# title: Source and destination fix the demarcation point on the path
# description: >-
#   On a provider's network, source and each destination fix the demarcation point on the path and
#   agree on it by contract or the like.
# custom:
#   id: 4.3-1a1-03
#   modality: duty
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       A point counts for the two parties that it lies between, and for nobody else. It has to
#       rest on an agreement in force between them that settles path-demarcation; a provider's
#       published terms never do. The component that it names has to exist in what is deployed.
#       Every point that is declared between the two is judged, not only one of them. A point
#       named as a site stands in no file and is not looked up; a plan that says it is not
#       complete cannot show that a point is missing. A fault in the agreements of the two is
#       reported once, and not again for a point that cites one of them. The requirement applies
#       where a destination is named; a list that is open or names nobody is judged by 4.3-1a1-06.
#     ja: >-
#       責任分界点は、between に示した2者についてのみ認める。両者の間で経路の責任分界点
#       （path-demarcation）を定めた有効な契約等を根拠とすることを要し、約款は根拠とならない。責任分
#       界点が指す機器等は、システムの構成に実在することを要する。両者の間に記載された責任分界点は、
#       一つに限らずすべて判定する。「site:」で示した責任分界点はファイルに現れないため、存在を確か
#       めない。不完全と示されたプランからは「存在しない」と判断しない。両者の契約等そのものについて
#       指摘した場合は、それを根拠とする責任分界点について重ねて指摘しない。この要件は、特定された提
#       供先が一つでもある場合に判定する。特定できない提供先がある場合や、提供先が一つも挙がっていな
#       い場合については 4.3-1a1-06 で判定する。
#   ja:
#     title: 提供元と提供先がネットワーク経路における責任分界点を定めている
#     description: >-
#       情報処理関連事業者の提供するネットワークを通じて患者情報を交換する場合、提供元医療機関等と
#       提供先医療機関等は、ネットワーク経路における責任分界点を定め、契約等で合意しておく。
#   findings:
#     no_agreement:
#       state: denied
#       en: >-
#         No agreement in force on the evaluation date is declared between {one} and {other}, so
#         none settles the demarcation point on the path.
#       ja: >-
#         判定日に有効な「{one}」と「{other}」の契約等の記載がなく、経路の責任分界点が取り決められ
#         ていない。
#       remedy:
#         en: >-
#           Agree on it in advance, and write the agreement under "agreements" with
#           path-demarcation in "settles".
#         ja: >-
#           あらかじめ契約等で取り決め、settles に path-demarcation を含めて agreements に記載す
#           る。
#     matter_not_settled:
#       state: denied
#       en: >-
#         The agreements in force between {one} and {other} ({agreements}) do not settle the
#         demarcation point on the path.
#       ja: >-
#         「{one}」と「{other}」の有効な契約等（{agreements}）に、経路の責任分界点が定められていな
#         い。
#       remedy:
#         en: Settle it between the two, then add path-demarcation to "settles".
#         ja: 両者で取り決め、settles に path-demarcation（経路の責任分界点）を加える。
#     only_published_terms:
#       state: denied
#       en: >-
#         Between {one} and {other} the demarcation point on the path rests on published terms
#         alone ({agreements}).
#       ja: >-
#         「{one}」と「{other}」の間で、経路の責任分界点が約款（{agreements}）だけを根拠としてい
#         る。
#       remedy:
#         en: >-
#           Agree on it by contract or the like, and write that under "agreements" with
#           path-demarcation in "settles".
#         ja: >-
#           約款によらず契約等で取り決め、settles に path-demarcation を含めて agreements に記載す
#           る。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement between {one} and {other} on the demarcation point on the path
#         ({agreements}) is not in force on the evaluation date.
#       ja: >-
#         経路の責任分界点を定めた「{one}」と「{other}」の契約等（{agreements}）が、判定日に有効で
#         ない。
#       remedy:
#         en: Renew or sign it, and write what holds now (validFrom, validTo, signedBy, signedOn).
#         ja: >-
#           更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
#     no_point:
#       state: denied
#       en: No demarcation point between {one} and {other} is declared.
#       ja: 「{one}」と「{other}」の間の責任分界点の記載がない。
#       remedy:
#         en: Fix the point with each other and write it under demarcationPoints, between the two.
#         ja: 両者で責任分界点を定め、between に両者を挙げて demarcationPoints に記載する。
#     point_without_agreement:
#       state: denied
#       en: >-
#         The demarcation point between {one} and {other} at {place} is stated to rest on no
#         agreement.
#       ja: >-
#         「{one}」と「{other}」の責任分界点（{place}）の根拠とする契約等が「なし」とされている。
#       remedy:
#         en: >-
#           Agree on the point, and name the agreement that settles path-demarcation as its
#           "agreement".
#         ja: >-
#           責任分界点を契約等で取り決め、経路の責任分界点（path-demarcation）を定めた契約等を
#           agreement に記載する。
#     point_cites_terms:
#       state: denied
#       en: >-
#         The demarcation point between {one} and {other} at {place} rests on {agreement}, which
#         is nothing but published terms.
#       ja: 「{one}」と「{other}」の責任分界点（{place}）が、約款（{agreement}）を根拠としている。
#       remedy:
#         en: >-
#           Agree on the point by contract or the like, and name that agreement as its
#           "agreement".
#         ja: 責任分界点を契約等で取り決め、その契約等を agreement に記載する。
#     point_cites_others:
#       state: denied
#       en: >-
#         The demarcation point between {one} and {other} at {place} rests on {agreement}, which
#         does not bind them both.
#       ja: >-
#         「{one}」と「{other}」の責任分界点（{place}）の根拠とされた契約等（{agreement}）は、両者
#         を当事者としていない。
#       remedy:
#         en: >-
#           Name an agreement between the two as its "agreement", or have the one that is missing
#           join {agreement} (between).
#         ja: >-
#           両者を当事者とする契約等を agreement に記載するか、欠けている者を契約等（{agreement}）
#           の当事者（between）に加える。
#     point_cites_unfit:
#       state: denied
#       en: >-
#         The demarcation point between {one} and {other} at {place} rests on {agreement}, which
#         is not in force on the evaluation date or does not settle the demarcation point on the
#         path.
#       ja: >-
#         「{one}」と「{other}」の責任分界点（{place}）の根拠とされた契約等（{agreement}）は、判定
#         日に有効でないか、経路の責任分界点を定めていない。
#       remedy:
#         en: Name the agreement in force that settles path-demarcation as its "agreement".
#         ja: 経路の責任分界点（path-demarcation）を定めた有効な契約等を agreement に記載する。
#     thing_not_found:
#       state: denied
#       en: The demarcation point {thing} does not exist in the {kind} that was given.
#       ja: 責任分界点とされた {thing} が、指定された {kind}の中に見つからない。
#       remedy:
#         en: >-
#           Correct the name (brackets and keys count), or fix the point anew if the component was
#           renamed or removed.
#         ja: >-
#           名前を正す（括弧やキーも含めて一致させる）。名前の変更や削除があったのであれば、責任分
#           界点を定め直す。
#     nothing_to_look_in:
#       state: undetermined
#       en: 'The demarcation point {thing} cannot be looked up: no {kind} was given.'
#       ja: '{kind}が指定されていないため、責任分界点とされた {thing} の存在を確かめられない。'
#       remedy:
#         en: >-
#           Give the {kind} as well, or say --declarations-only if only the declaration is to be
#           judged.
#         ja: '{kind}も指定するか、宣言だけを判定する場合は --declarations-only を指定する。'
#     plan_incomplete:
#       state: undetermined
#       en: >-
#         The demarcation point {thing} is not in the {kind}, but the plan says that it is not
#         complete.
#       ja: >-
#         責任分界点とされた {thing} は {kind}にないが、プラン自体が不完全（complete: false）とさ
#         れている。
#       remedy:
#         en: Plan again without -target and with nothing deferred.
#         ja: -target を使わず、保留のない状態で、プランを作り直す。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether source and destination have fixed their
#         demarcation point.
#       ja: '{field} の記載がなく、提供元と提供先が責任分界点を定めているか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.provider_network.path_demarcation_is_fixed

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.path
import data.bunkaiten.declared.point

applies contains key if some key, _ in accord.between_ends

satisfied contains key if {
	some key, unfixed in _unfixed
	count(unfixed) == 0
}

deny contains found if {
	some key, pairs in accord.between_ends
	some found in accord.denials(key, path.provider_network[key], pairs, "path-demarcation")
}

deny contains found if {
	some key, unfixed in _unfixed
	some found in point.denials(key, path.provider_network[key], unfixed, "path-demarcation")
}

undetermined contains found if {
	some key, pairs in accord.between_ends
	some found in accord.open(key, path.provider_network[key], pairs, "path-demarcation")
}

undetermined contains found if {
	some key, unfixed in _unfixed
	some found in point.open(key, path.provider_network[key], unfixed, "path-demarcation")
}

# the pairs but for those with a point that is proven, and with it an agreement that settles the matter
_unfixed[key] := unfixed if {
	some key, pairs in accord.between_ends
	declared := path.provider_network[key]
	unfixed := {pair: matters |
		some pair, matters in pairs
		not point.is_fixed(key, declared, pair, "path-demarcation")
	}
}
