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
#       kind with one.
#     ja: >-
#       すべての宣言の参照を互いに比べる（情報交換の参照は比べない）。同じ文字列は同じものとみる。
#       それ以外は、指定された構成の中に両方が当てはまるものがあれば共有とみる。その種類の文書が指
#       定されていないとき、またはプランが不完全なときは、* を含む参照がほかの対象の具体的な参照に
#       当てはまれば共有とみる。* を含む異なる参照どうしが同じものに当てはまりうるときは判定不能と
#       する。当てはまらない書き方に改められるため、--declarations-only のときも同様とする。このと
#       き、グループのない Kind はグループのあるものと同じとみる。
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

import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.thing

applies contains key if some key, _ in _references

satisfied contains key if {
	some key, references in _references
	every reference, _ in references {
		count(_namers[reference]) == 1
		count(_doubts(key, reference)) == 0
	}
}

deny contains found if {
	some key, references in _references
	some reference, place in references
	[other, name, theirs] := min({one | some one in _namers[reference]; one[0] != key})

	places := [place, _references[other][theirs]]
	found := finding.at("named_by_two", key, places, {"thing": name, "other": other})
}

undetermined contains found if {
	some key, references in _references
	some reference, place in references
	[other, theirs] := min(_doubts(key, reference))

	values := {"thing": reference, "reference": theirs, "other": other}
	found := finding.at("may_be_named_by_two", key, [place, _references[other][theirs]], values)
}

_references[key][reference] := place if {
	some subjects in subject.of
	some key, declared in subjects
	some index, reference in declared.implementedBy
	place := subject.step_to(declared, ["implementedBy", index])
}

_writers[reference] contains [key] if {
	some key, references in _references
	some reference, _ in references
}

# other subjects with a pattern that may fit what a pattern of this one fits
_doubts(key, reference) := {[other, theirs] |
	some theirs in _open[reference]
	some [other] in _two(_writers[theirs])
	other != key
}

# the subjects that name what a reference stands for, each with the name and its own reference
_namers[reference] := _two(found) if {
	some reference, names in _names
	found := {[key, name, theirs] | some name in names; some [key, theirs] in _claimants[name]}
}

_claimants[name] := _two(claims) if some name, claims in _claims

_claims[name] contains [key, reference] if {
	some reference, names in _names
	some [key] in _two(_writers[reference])
	some name in names
}

# the first, and the first of another subject: everybody else shares it with them
_two(claims) := array.concat([first], array.slice(others, 0, 1)) if {
	sorted := sort(claims)
	first := sorted[0]
	others := [claim | some claim in sorted; claim[0] != first[0]]
}

# the names that a reference stands for; its own text is one
_names[reference] := names if {
	some reference, _ in _writers
	names := ({reference} | thing.named(reference)) | {name | some name in _fitted[reference]}
}

# what no document shows: here a name that somebody writes out counts as a thing
_unshown contains reference if {
	some reference, _ in _writers
	not thing.is_shown(reference)
}

_fitted[reference] contains name if {
	some name in _unshown
	not contains(name, "*")
	short := thing.ungrouped(name)
	some reference in ({short} | {pattern | some pattern in _alike(short); thing.fits(pattern, name)})
}

# other patterns that could fit the same thing, as far as anybody can tell
_open[pattern] contains other if {
	some pair in _meetings
	some pattern, other in {pair[0]: pair[1], pair[1]: pair[0]}
}

_meetings contains [pattern, other] if {
	some beginning, patterns in _patterns
	some other in _alike(beginning)
	some pattern in patterns
	thing.overlap(pattern, other)
	count(_names[pattern] & _names[other]) == 0
}

_patterns[beginning] contains pattern if {
	some pattern in _unshown
	contains(pattern, "*")
	beginning := thing.beginning(pattern)
}

# the patterns that begin as a text does
_alike(text) := {pattern |
	some length in _lengths
	some pattern in _patterns[substring(text, 0, length)]
}

_lengths := {count(beginning) | some beginning, _ in _patterns}
