# METADATA
# title: Each institution fixes its demarcation point with the provider
# description: >-
#   On a provider's network, each institution fixes, within its own range of responsibility, the
#   demarcation point with the provider for the sharing of management responsibility.
# custom:
#   id: 4.3-1a1-07
#   modality: duty
#   binds: [source, destination, provider]
#   interpretation:
#     en: >-
#       The provider is every provider of the path within the range of the institution:
#       path.provider, whose line it is, path.routeSecuredBy, who answers for its security, and
#       whoever configures the router at its own end (path.routersConfiguredBy); the router of
#       another institution does not concern it. Each institution has to agree with each of them on
#       management-division and have a point with each of them. While path.provider is not stated
#       (none is an answer), it is open whether there is another provider. What an institution gives
#       to a provider lies within its own range: its own agreement and its own point count for it,
#       those of another institution alone do not; one agreement may bind several. The component
#       that a point names has to exist in what is deployed. Every point that is declared between
#       the two is judged, not only one of them. A point named as a site stands in no file and is
#       not looked up; a plan that says it is not complete cannot show that a point is missing. A
#       fault in the agreements of the two is reported once, and not again for a point that cites
#       one of them.
#     ja: >-
#       事業者とは、その医療機関等の範囲にある経路の事業者のすべて（回線を提供する path.provider、経
#       路のセキュリティを担保する path.routeSecuredBy、その医療機関等のルータを設定する
#       path.routersConfiguredBy の事業者）をいい、ほかの医療機関等のルータだけを設定する事業者は含
#       まない。各医療機関等は、そのそれぞれと管理責任の分担（management-division）を取り決め、責任
#       分界点を定める。path.provider の記載がない間は（ない場合は none とする）、ほかに事業者がいな
#       いか判定できない。委託できるのは自らの責任範囲に限られるため、各医療機関等について、その医療
#       機関等を当事者とする契約等と責任分界点だけを認め、他の医療機関等だけのものは認めない（3者以
#       上で一つの契約等を結んでもよい）。責任分界点が指す機器等は、システムの構成に実在することを要
#       する。両者の間に記載された責任分界点は、一つに限らずすべて判定する。「site:」で示した責任分
#       界点はファイルに現れないため、存在を確かめない。不完全と示されたプランからは「存在しない」と
#       判断しない。両者の契約等そのものについて指摘した場合は、それを根拠とする責任分界点について重
#       ねて指摘しない。
#   ja:
#     title: 各医療機関等が自らの責任範囲において事業者と責任分界点を定めている
#     description: >-
#       提供元医療機関等と提供先医療機関等は、それぞれ自らの責任範囲において、情報処理関連事業者と
#       管理責任の分担について責任分界点を定める。
#   findings:
#     no_agreement:
#       state: denied
#       en: >-
#         No agreement in force on the evaluation date is declared between {one} and {other}, so
#         none settles the division of management responsibility.
#       ja: >-
#         判定日に有効な「{one}」と「{other}」の契約等の記載がなく、管理責任の分担が取り決められて
#         いない。
#       remedy:
#         en: >-
#           Agree on it in advance, and write the agreement under "agreements" with
#           management-division in "settles".
#         ja: >-
#           あらかじめ契約等で取り決め、settles に management-division を含めて agreements に記載
#           する。
#     matter_not_settled:
#       state: denied
#       en: >-
#         The agreements in force between {one} and {other} ({agreements}) do not settle the
#         division of management responsibility.
#       ja: >-
#         「{one}」と「{other}」の有効な契約等（{agreements}）に、管理責任の分担が定められていな
#         い。
#       remedy:
#         en: Settle it between the two, then add management-division to "settles".
#         ja: 両者で取り決め、settles に management-division（管理責任の分担）を加える。
#     only_published_terms:
#       state: denied
#       en: >-
#         Between {one} and {other} the division of management responsibility rests on published
#         terms alone ({agreements}).
#       ja: >-
#         「{one}」と「{other}」の間で、管理責任の分担が約款（{agreements}）だけを根拠としている。
#       remedy:
#         en: >-
#           Agree on it by contract or the like, and write that under "agreements" with
#           management-division in "settles".
#         ja: >-
#           約款によらず契約等で取り決め、settles に management-division を含めて agreements に記
#           載する。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement between {one} and {other} on the division of management responsibility
#         ({agreements}) is not in force on the evaluation date.
#       ja: >-
#         管理責任の分担を定めた「{one}」と「{other}」の契約等（{agreements}）が、判定日に有効でな
#         い。
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
#           Agree on the point, and name the agreement that settles management-division as its
#           "agreement".
#         ja: >-
#           責任分界点を契約等で取り決め、管理責任の分担（management-division）を定めた契約等を
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
#         is not in force on the evaluation date or does not settle the division of management
#         responsibility.
#       ja: >-
#         「{one}」と「{other}」の責任分界点（{place}）の根拠とされた契約等（{agreement}）は、判定
#         日に有効でないか、管理責任の分担を定めていない。
#       remedy:
#         en: Name the agreement in force that settles management-division as its "agreement".
#         ja: 管理責任の分担（management-division）を定めた有効な契約等を agreement に記載する。
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
#         {field} is not stated, so it is open whether each institution has fixed its demarcation
#         point with the provider.
#       ja: '{field} の記載がなく、各医療機関等が事業者と責任分界点を定めているか判定できない。'
#       remedy:
#         en: Write {field}; where no provider supplies the line, path.provider is none.
#         ja: >-
#           {field} を記載する（回線を提供する事業者がない場合、path.provider は none とする）。
#     renewed_agreement:
#       state: note
#       en: '{agreement} ended on {date} and is in force only because it renews itself.'
#       ja: '{agreement} は {date} に期間が満了し、自動更新により有効とみている。'
#       remedy:
#         en: Check that it was renewed and write the new last day as validTo.
#         ja: 更新されたことを確認し、新しい満了日を validTo に記載する。
package bunkaiten.requirements.provider_network.management_is_divided_with_provider

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.path
import data.bunkaiten.declared.point
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in accord.with_provider

satisfied contains key if {
	some key, unfixed in _unfixed
	path.provider_network[key].path.provider
	count(unfixed) == 0
}

deny contains found if {
	some key, pairs in accord.with_provider
	some found in accord.denials(key, path.provider_network[key], pairs, "management-division")
}

deny contains found if {
	some key, unfixed in _unfixed
	some found in point.denials(key, path.provider_network[key], unfixed, "management-division")
}

undetermined contains found if {
	some key, pairs in accord.with_provider
	some found in accord.open(key, path.provider_network[key], pairs, "management-division")
}

undetermined contains found if {
	some key, unfixed in _unfixed
	some found in point.open(key, path.provider_network[key], unfixed, "management-division")
}

# whose line it is may bring in another provider
undetermined contains found if {
	some key, declared in path.provider_network
	not declared.path.provider
	found := finding.not_stated(key, subject.step_to(declared, ["path", "provider"]))
}

note contains found if {
	some key, pairs in accord.with_provider
	some found in accord.renewals(key, path.provider_network[key], pairs)
}

# the pairs but for those with a point that is proven, and with it an agreement that settles the matter
_unfixed[key] := unfixed if {
	some key, pairs in accord.with_provider
	declared := path.provider_network[key]
	unfixed := {pair: matters |
		some pair, matters in pairs
		not point.is_fixed(key, declared, pair, "management-division")
	}
}
