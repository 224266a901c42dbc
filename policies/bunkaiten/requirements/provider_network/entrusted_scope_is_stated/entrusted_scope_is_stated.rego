# METADATA
# title: The scope of management responsibility entrusted to the provider is clear
# description: >-
#   On a provider's network, each institution makes clear with the provider which scope of
#   management responsibility is entrusted.
# custom:
#   id: 4.3-1a1-09
#   modality: duty
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Asked of the source and of every named destination, with every provider of the path
#       (path.provider, whose line it is, path.routeSecuredBy, who answers for its security, and
#       whoever configures the router at its own end, path.routersConfiguredBy). While path.provider
#       is not stated, that question is open. The scope is clear where it is listed item by item
#       ("entrusted"). Any agreement in force between the two may list the items, published terms
#       too: the text asks for the scope to be clear, and where the boundary runs is judged by
#       4.3-1a1-07. An item that says everything (all, 全て, 一式, 包括 and the like) is no item,
#       also beside others; nor is it with words that name nothing in particular (takes over all
#       responsibility, すべての管理責任, 一切の業務). What names its object is an item (monitoring
#       of all routers, 全拠点の回線監視). The lists of words stand in declared/catchall.
#     ja: >-
#       提供元と、名前の挙がっている各提供先について、経路の事業者（回線を提供する path.provider、経
#       路のセキュリティを担保する path.routeSecuredBy、その医療機関等のルータを設定する
#       path.routersConfiguredBy の事業者）のすべてとの間で求める。path.provider の記載がない間は判
#       定できない。範囲は、項目ごとに挙げること（entrusted）で明らかになるものとみる。項目は両者の
#       間で有効な契約等のいずれかに挙げてあればよく、約款でもよい（求められているのは範囲が明らかな
#       ことであり、責任分界点そのものは 4.3-1a1-07 で判定する）。「全て」「一式」「包括」のようにす
#       べてを指す語は、ほかの項目と並んでいても項目とはみない。「すべての管理責任」「一切の業務」
#       「takes over all responsibility」のように、対象を特定しない語を伴うだけのものも同じである。
#       「全拠点の回線監視」のように対象を挙げたものは項目とみる（語の一覧は declared/catchall にあ
#       る）。
#   ja:
#     title: 委託する管理責任の範囲を明らかにする
#     description: >-
#       情報処理関連事業者の提供するネットワークを使う医療機関等は、それぞれ事業者との間で、委託す
#       る管理責任の範囲を明らかにしておく。
#   findings:
#     no_agreement:
#       state: denied
#       en: >-
#         No agreement in force on the evaluation date is declared between {institution} and
#         {provider}, so nothing in force says what is entrusted to {provider}.
#       ja: >-
#         判定日に有効な「{institution}」と「{provider}」の契約等の記載がなく、委託する管理責任の
#         範囲を定めた有効なものがない。
#       remedy:
#         en: >-
#           Agree with {provider} on what is entrusted, and write the agreement under "agreements"
#           with each item in "entrusted".
#         ja: >-
#           委託する管理責任の範囲を「{provider}」と契約等で取り決め、entrusted に項目ごとに挙げて
#           agreements に記載する。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement between {institution} and {provider} ({agreements}) is not in force on the
#         evaluation date, so nothing in force says what is entrusted to {provider}.
#       ja: >-
#         「{institution}」と「{provider}」の契約等（{agreements}）が判定日に有効でなく、委託する
#         管理責任の範囲を定めた有効なものがない。
#       remedy:
#         en: Renew or sign it, and write what holds now (validFrom, validTo, signedBy, signedOn).
#         ja: >-
#           更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
#     nothing_entrusted:
#       state: denied
#       en: >-
#         The agreements in force between {institution} and {provider} ({agreements}) list nothing
#         that is entrusted to {provider}.
#       ja: >-
#         「{institution}」と「{provider}」の有効な契約等（{agreements}）に、委託する管理責任の項
#         目が一つも挙げられていない。
#       remedy:
#         en: Agree on what is entrusted to {provider}, and list it item by item in "entrusted".
#         ja: 「{provider}」に委託する管理責任の範囲を取り決め、entrusted に項目ごとに記載する。
#     everything_entrusted:
#       state: denied
#       en: >-
#         What {agreement} entrusts is put in words that take in everything ({items}), so the
#         scope is not clear.
#       ja: >-
#         契約等（{agreement}）の委託の項目に、すべてを指す語（{items}）が含まれており、委託する管
#         理責任の範囲が明らかでない。
#       remedy:
#         en: >-
#           Write in its place, in "entrusted", what is really entrusted, item by item (monitoring
#           of the routers, changes of their settings, …).
#         ja: >-
#           entrusted のその語に代えて、実際に委託する事項（ルータの監視、設定変更など）を項目ごと
#           に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open what is entrusted to the provider.'
#       ja: '{field} の記載がなく、事業者に委託する管理責任の範囲を判定できない。'
#       remedy:
#         en: Write {field}; where no provider supplies the line, path.provider is none.
#         ja: >-
#           {field} を記載する（回線を提供する事業者がない場合、path.provider は none とする）。
package bunkaiten.requirements.provider_network.entrusted_scope_is_stated

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.catchall
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in _scopes

satisfied contains key if {
	some key, scopes in _scopes
	path.provider_network[key].path.provider
	every _, scope in scopes { _is_clear(scope) }
}

deny contains found if {
	some key, scopes in _scopes
	some pair, scope in scopes
	count(((scope.listing | scope.sweeping) | scope.gaps)) == 0

	declared := path.provider_network[key]
	failure := _failure(declared, pair)
	names := {"institution": subject.label(declared, pair[0]), "provider": subject.label(declared, pair[1])}
	places := array.concat([subject.step_to(declared, ["path"])], failure.places)
	found := finding.at(failure.code, key, places, object.union(names, failure.values))
}

deny contains found if {
	some key, scopes in _scopes
	declared := path.provider_network[key]
	some scope in scopes
	some name in scope.sweeping

	place := subject.step_to_agreement(declared, [name, "entrusted"])
	values := {"agreement": name, "items": _sweeping(declared.agreements[name])}
	found := finding.at("everything_entrusted", key, [place], values)
}

undetermined contains found if {
	some key, scopes in _scopes
	declared := path.provider_network[key]
	not declared.path.provider
	found := finding.not_stated(key, subject.step_to(declared, ["path", "provider"]))
}

undetermined contains found if {
	some key, scopes in _scopes
	some scope in scopes
	some step in scope.gaps
	found := finding.not_stated(key, step)
}

# what agreements of each institution with each provider of the path say of what is entrusted
_scopes[key][pair] := scope if {
	some key, pairs in accord.with_provider
	declared := path.provider_network[key]
	some pair, _ in pairs
	in_force := agreement.in_force(declared, pair)
	listing := {name | some name, written in in_force; _lists(written)}
	scope := {
		"listing": listing,
		"sweeping": {name | some name, written in in_force; _sweeps(written)},
		"gaps": _gaps(declared, pair, in_force, count(listing)),
	}
}

_is_clear(scope) if {
	count(scope.listing) > 0
	count(scope.sweeping | scope.gaps) == 0
}

_failure(declared, pair) := {"code": "nothing_entrusted", "values": {"agreements": names}, "places": [place]} if {
	names := sort(object.keys(agreement.in_force(declared, pair)))
	place := subject.step_to_agreement(declared, [names[0], "entrusted"])
} else := {"code": "agreement_not_in_force", "values": {"agreements": names}, "places": [place]} if {
	unclear := {_name(step) | some step in agreement.gaps_in_force(declared, pair)}
	names := sort({name |
		some name, written in declared.agreements
		every party in pair { party in written.between }
	} - unclear)
	place := subject.step_to_agreement(declared, [names[0], agreement.lapse(declared.agreements[names[0]])])
} else := {"code": "no_agreement", "values": {}, "places": []}

# what may list the items while nothing does, and what may take everything in
_gaps(declared, parties, in_force, listings) := {step |
	some step in agreement.gaps_in_force(declared, parties)
	_matters(declared.agreements[_name(step)], listings)
} | {subject.step_to_agreement(declared, [name, "entrusted"]) |
	listings == 0
	unclear := {_name(step) | some step in agreement.gaps_in_force(declared, parties)}
	some name in (object.keys(in_force) | unclear)
	not declared.agreements[name].entrusted
}

_matters(written, _) if _sweeps(written)

_matters(written, 0) if _lists(written)

_matters(written, 0) if not written.entrusted

# a step leads to a field of an agreement
_name(step) := step[count(step) - 2]

_lists(written) if {
	some item in written.entrusted
	not catchall.items[item]
}

_sweeps(written) if count(_sweeping(written)) > 0

_sweeping(written) := [item | some item in written.entrusted; item in catchall.items]
