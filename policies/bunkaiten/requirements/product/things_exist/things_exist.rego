# METADATA
# title: What a declaration points at exists in what is deployed
# description: >-
#   Every implementedBy entry and every demarcation point that names a resource of a Terraform
#   plan or a Kubernetes object is found in what was given. A point that was renamed or removed
#   marks no boundary. What is named as a site stands in no file and is not looked up.
# custom:
#   id: bunkaiten-05
#   origin: derived
#   protects: ['4.3(1)', '4.3(2)', '4.3(3)']
#   modality: definition
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Unchanged and replaced resources are deployed, deleted ones are not; * stands for any
#       characters. A plan that says it is not complete cannot show that something is missing.
#       Demarcation points of a provider's network are judged by the requirements of 4.3(1)(a)①.
#     ja: >-
#       変更のないリソースと置き換えられるリソースは構成に含まれるもの、削除されるリソースは含まれ
#       ないものとみる。参照の * は任意の文字列を表す。不完全と示されたプランからは「存在しない」
#       と判断しない。事業者の提供するネットワークの責任分界点は 4.3(1)(a)① の要件で判断する。
#   ja:
#     title: 宣言で示した機器や資源がシステムの構成に実在する
#     description: >-
#       implementedBy と責任分界点が指す Terraform のリソースや Kubernetes のオブジェクトが、指定
#       されたシステムの構成に実在する。名前の変更や削除で指し示すものがなくなれば、境界を示したこ
#       とにならない。「site:」で示すものはファイルに現れないため、ここでは確かめない。
#   findings:
#     nothing_compared:
#       state: note
#       en: >-
#         A deployment was given, but nothing here points at anything in it, so the two were not
#         compared.
#       ja: >-
#         システムの構成が指定されたが、この対象の宣言は構成の何も指していないため、構成との照合は
#         していない。
#       remedy:
#         en: Name the resources that carry it out under implementedBy.
#         ja: これを担う機器や資源を implementedBy に記載する。
#     thing_not_found:
#       state: denied
#       en: '{thing} does not exist in what was given.'
#       ja: '{thing} が、指定されたシステムの構成（プランやマニフェスト）の中に見つからない。'
#       remedy:
#         en: >-
#           Correct the name, or deploy it; brackets and keys count, and * stands for any
#           characters.
#         ja: >-
#           名前を正すか、そのリソースを構成に加える（括弧やキーも含めて一致させる。* は任意の文字
#           列）。
#     nothing_to_look_in:
#       state: undetermined
#       en: '{thing} cannot be looked up: no {kind} was given.'
#       ja: '{kind}が指定されていないため、{thing} の存在を確かめられない。'
#       remedy:
#         en: >-
#           Give the {kind} as well, or say --declarations-only if only the declaration is to be
#           judged.
#         ja: '{kind}も指定するか、宣言だけを判定する場合は --declarations-only を指定する。'
#     plan_incomplete:
#       state: undetermined
#       en: '{thing} is not in the plan, but the plan says that it is not complete.'
#       ja: '{thing} はプランにないが、プラン自体が不完全（complete: false）とされている。'
#       remedy:
#         en: Plan again without -target and with nothing deferred.
#         ja: -target を使わず、保留のない状態で、プランを作り直す。
package bunkaiten.requirements.product.things_exist

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.thing

applies contains key if some key, _ in _references

satisfied contains key if {
	some key, references in _references
	every pair in references { _standings[pair[1]] == "there" }
}

deny contains found if {
	some key, references in _references
	some [step, reference] in references
	_standings[reference] == "missing"

	found := finding.at("thing_not_found", key, [step], {"thing": reference})
}

undetermined contains found if {
	some key, references in _references
	some [step, reference] in references
	_standings[reference] == "unsought"

	values := {"thing": reference, "kind": _kinds[split(reference, ":")[0]]}
	found := finding.at("nothing_to_look_in", key, [step], values)
}

undetermined contains found if {
	some key, references in _references
	some [step, reference] in references
	_standings[reference] == "maybe elsewhere"

	found := finding.at("plan_incomplete", key, [step], {"thing": reference})
}

note contains found if {
	some key, declared in _subjects
	not _references[key]
	not key in _held
	not key in _pointing
	count(object.get(input, "terraform", {})) + count(object.get(input, "kubernetes", {})) > 0

	found := finding.at("nothing_compared", key, [declared.place], {})
}

# markers bind as well as references do
_held contains key if {
	some keys in data.bunkaiten.observed.binding.of
	some key in keys
}

# whoever judges the points compares what they name
_pointing contains key if {
	some key, declared in exchange.all
	is_array(declared.demarcationPoints)
	some point in declared.demarcationPoints
	split(point.at, ":")[0] in {"kubernetes", "terraform"}
}

# of each reference whether it is there: asked once, whoever names it
_standings[reference] := _standing(reference) if {
	some references in _references
	some [_, reference] in references
}

_standing(reference) := "there" if {
	startswith(reference, "site:")
} else := "unsought" if {
	not thing.is_sought(reference)
} else := "there" if {
	thing.exists(reference)
} else := "maybe elsewhere" if {
	thing.is_incomplete(reference)
} else := "missing"

_kinds := {
	"terraform": {"en": "Terraform plan", "ja": "Terraform のプラン"},
	"kubernetes": {"en": "Kubernetes manifest", "ja": "Kubernetes のマニフェスト"},
}

_subjects[key] := declared if some key, declared in exchange.all

_subjects[key] := declared if {
	some section in subject.of
	some key, declared in section
}

# each reference with where it is written
_references[key] := references if {
	some key, declared in _subjects
	references := _meant(_implementations(declared) | _points(key, declared))
	count(references) > 0
}

# where only declarations are meant to be judged, what no document could show is set aside
_meant(written) := {pair | some pair in written; thing.is_sought(pair[1])} if {
	input.context.deployments == "declarations-only"
} else := written

_implementations(declared) := {[subject.step_to(declared, ["implementedBy", index]), reference] |
	some index, reference in declared.implementedBy
}

_points(key, declared) := {[subject.step_to(declared, ["demarcationPoints", index, "at"]), point.at] |
	is_array(declared.demarcationPoints)
	some index, point in declared.demarcationPoints
	ends := {party | some party in point.between}
	not _pairs[key][ends]
}

# A1-03 and A1-07 ask for the points between these, and judge whether they exist
_pairs[key] := {{party | some party in pair} |
	some settled in [accord.between_ends, accord.with_provider]
	some pair, _ in settled[key]
} if some key, _ in _subjects
