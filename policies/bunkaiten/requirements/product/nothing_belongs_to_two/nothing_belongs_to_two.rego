# METADATA
# title: No store and no access belongs to two subjects
# description: >-
#   What carries an external storage, a telework access, a remote maintenance access or an
#   entrusted work carries no other of these, so that one component has one demarcation. Exchanges
#   may share their lines and endpoints.
# custom:
#   id: bunkaiten-06
#   origin: derived
#   protects: [4.3(1)(c), 4.3(2)(a), 4.3(2)(b), 4.3(3)]
#   across: true
#   modality: definition
#   binds: [institution]
#   interpretation:
#     en: >-
#       The references of all declarations are compared with each other, except those of
#       exchanges. Equal texts name one thing. Otherwise two references share a thing that both
#       fit in what was given. Where no document of the kind was given, or the plan is not
#       complete, a pattern (*) shares what another subject writes out. Two different patterns
#       that could fit the same thing are undetermined, also with --declarations-only, because
#       they can be written so that they cannot. A kind without its group then counts as the same
#       kind with one. Stores and ways in that the deployment shows belong to whoever names or
#       marks them, or what they are a part of, and may belong to one subject only. A tag on the thing
#       itself goes before a default tag of the plan.
#     ja: >-
#       すべての宣言の参照を互いに比べる（情報交換の参照は比べない）。同じ文字列は同じものとみる。そ
#       れ以外は、指定された構成の中に両方が当てはまるものがあれば共有とみる。その種類の文書が指定さ
#       れていないとき、またはプランが不完全なときは、* を含む参照がほかの対象の具体的な参照に当ては
#       まれば共有とみる。* を含む異なる参照どうしが同じものに当てはまりうるときは判定不能とする。当
#       てはまらない書き方に改められるため、--declarations-only のときも同様とする。このとき、グルー
#       プのない Kind はグループのあるものと同じとみる。構成に現れる保存先とアクセス経路は、それ自体
#       またはそれを含むものを implementedBy や目印（タグ・ラベル・アノテーション）で挙げた対象に属
#       するものとみ、一つの対象にだけ属することを求める。それ自体のタグは、プランの既定のタグより優
#       先する。
#   ja:
#     title: 一つの保存先やアクセス経路が二つの対象に属さない
#     description: >-
#       外部保存、テレワーク、リモートメンテナンス、業務の委託の対象を担う機器や資源は、ほかの対象
#       を担わない。一つの機器や資源に責任分界が二つ生じることを防ぐ。情報交換は回線や接続点を共用
#       してよい。
#   findings:
#     named_by_two:
#       state: denied
#       en: '{thing} is named by {other} as well.'
#       ja: '{thing} が {other} にも挙げられている。'
#       remedy:
#         en: >-
#           Leave it under implementedBy of the one that it belongs to; if both use it, give each
#           its own.
#         ja: >-
#           どちらか一方の implementedBy だけに記載する。両方で使っているのであれば、対象ごとに別
#           の機器や資源とする。
#     claimed_by_two:
#       state: denied
#       en: 'What belongs to {other} belongs to this as well, by implementedBy or by a marker: {things}.'
#       ja: >-
#         implementedBy の記載や目印（タグ・ラベル・アノテーション）により、{other} に属するものがこ
#         の対象にも属している：{things}。
#       remedy:
#         en: >-
#           Let implementedBy and the marker name only the one that it belongs to; if both use it, give
#           each its own.
#         ja: >-
#           implementedBy の記載や目印を、どちらか一方の対象だけを示すように改める。両方で使っている
#           のであれば、対象ごとに別の機器や資源とする。
#     may_be_named_by_two:
#       state: undetermined
#       en: >-
#         {thing} and {reference} of {other} may stand for the same thing, and no document shows
#         whether they do.
#       ja: >-
#         {thing} と、{other} の {reference} が同じものを指す可能性があり、指定された文書からは確
#         かめられない。
#       remedy:
#         en: >-
#           Write the two so that they cannot fit the same thing, or give the complete plan or the
#           manifests.
#         ja: 同じものに当てはまらない書き方に改めるか、完全なプランやマニフェストを指定する。
package bunkaiten.requirements.product.nothing_belongs_to_two

import data.bunkaiten.compared.claim
import data.bunkaiten.compared.naming
import data.bunkaiten.finding

applies contains key if some key, _ in data.bunkaiten.compared.naming.references

applies contains key if some key, _ in claim.held

satisfied contains key if {
	some key, references in data.bunkaiten.compared.naming.references
	every reference, _ in references {
		count(data.bunkaiten.compared.naming.namers[reference]) == 1
		count(naming.doubts(key, reference)) == 0
	}
	not claim.shared[key]
}

satisfied contains key if {
	some key, _ in claim.held
	not data.bunkaiten.compared.naming.references[key]
	not claim.shared[key]
}

deny contains found if {
	some key, references in data.bunkaiten.compared.naming.references
	some reference, place in references
	[other, name, theirs] := _other(key, reference)

	places := [place, data.bunkaiten.compared.naming.references[other][theirs]]
	found := finding.at("named_by_two", key, places, {"thing": name, "other": other})
}

# what both name is said of the references
deny contains found if {
	some key, others in claim.shared
	some other, shared in others
	not _named[key][other]

	values := {"things": shared.things, "other": other}
	found := finding.at("claimed_by_two", key, [shared.declared, shared.observed], values)
}

undetermined contains found if {
	some key, references in data.bunkaiten.compared.naming.references
	some reference, place in references
	[other, theirs] := min(naming.doubts(key, reference))

	values := {"thing": reference, "reference": theirs, "other": other}
	there := data.bunkaiten.compared.naming.references[other][theirs]
	found := finding.at("may_be_named_by_two", key, [place, there], values)
}

_named[key] contains other if {
	some key, references in data.bunkaiten.compared.naming.references
	some reference, _ in references
	[other, _, _] := _other(key, reference)
}

_other(key, reference) := min({one | some one in data.bunkaiten.compared.naming.namers[reference]; one[0] != key})
