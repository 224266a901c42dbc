package bunkaiten_test.observed.terraform.aws.policy_inclusion

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.policy_inclusion

text := `{"Statement": []}`

test_a_document_alone_takes_in_nothing if {
	shown([document("top", {}, {})], {}) == [{"top"}, set()]
	shown([document("top", {"source_policy_documents": [text]}, {})], {}) == [{"top"}, {text}]
}

test_documents_are_followed_through_documents if {
	documents := [
		taking_in("top", ["data.aws_iam_policy_document.a.json", "data.aws_iam_policy_document.a"]),
		taking_in("a", ["data.aws_iam_policy_document.b[0].json", "data.aws_iam_policy_document.b[0]"]),
		document("b", {}, {}),
		document("c", {}, {}),
	]

	shown(documents, {}) == [{"top", "a", "b"}, set()]
}

test_what_is_known_of_a_list_stands_beside_what_is_not if {
	values := {"override_policy_documents": [text, null]}
	marks := {"override_policy_documents": [false, true]}
	references := {"override_policy_documents": {"references": ["data.aws_iam_policy_document.a"]}}
	top := object.union(document("top", values, marks), {"expressions": references})

	shown([top, document("a", {}, {})], {}) == [{"top", "a"}, {text}]
}

test_documents_that_were_read_while_planning if {
	prior := [
		{"address": "data.aws_iam_policy_document.a", "values": {"json": text}},
		{"address": "data.aws_iam_policy_document.top", "values": {"json": "old"}},
	]

	shown([taking_in("top", ["data.aws_iam_policy_document.a"])], {"prior": prior}) == [{"top"}, {text}]
}

test_documents_of_another_plan_are_not_taken_in if {
	reading := {"prior": [{"address": "data.aws_iam_policy_document.a", "values": {"json": text}}]}
	other := {"prior": [{"address": "data.aws_iam_policy_document.a", "values": {"json": "{}"}}]}
	own := envelope([taking_in("top", ["data.aws_iam_policy_document.a"])], reading)
	given := object.union(own, {"terraform": {"q": envelope([], other).terraform.p}})
	found := _shown with input as given

	found == [{"top"}, {text}]
}

test_what_cannot_be_read if {
	every reference in [
		"aws_s3_bucket.images", "data.aws_iam_policy_document.gone", "local.policies", "each.value", "module.a.json",
		"var.unset",
	] {
		shown([taking_in("top", [reference]), made("aws_s3_bucket", "images", {})], {}) == [{"top"}, {null}]
	}

	shown([document("top", {}, {"source_policy_documents": true})], {}) == [{"top"}, {null}]

	# it has to be somewhere
	lost := {"resources": [{"address": "data.aws_iam_policy_document.lost"}]}
	shown([taking_in("top", ["data.aws_iam_policy_document.lost"])], lost) == [{"top"}, {null}]
}

test_a_document_of_which_there_may_be_none if {
	counted := {"resources": [{"address": "data.aws_iam_policy_document.none", "count_expression": {}}]}
	each := {"resources": [{"address": "data.aws_iam_policy_document.none", "for_each_expression": {}}]}
	every more in [counted, each] {
		shown([taking_in("top", ["data.aws_iam_policy_document.none"])], more) == [{"top"}, set()]
	}
}

test_variables_hold_policies_or_none if {
	cases := [[true, set()], [null, set()], ["", set()], ["name", set()], [text, {text}], [[text], {text}]]
	every case in cases {
		top := taking_in("top", ["var.more", "data.aws_iam_policy_document.a", "count.index"])
		shown([top, document("a", {}, {})], {"variables": {"more": {"value": case[0]}}}) == [{"top", "a"}, case[1]]
	}
}

test_the_instance_with_the_same_key if {
	documents := [
		taking_in(`top["x"]`, ["data.aws_iam_policy_document.a"]),
		document(`a["x"]`, {}, {}),
		document(`a["y"]`, {}, {}),
	]

	shown(documents, {}) == [{`top["x"]`, `a["x"]`}, set()]
	shown([taking_in("top", ["data.aws_iam_policy_document.a"]), documents[1], documents[2]], {}) == [
		{"top", `a["x"]`, `a["y"]`},
		set(),
	]
}

# the names of the documents that `top` is made of, and the texts of all of them
shown(resources, more) := found if found := _shown with input as envelope(resources, more)

_shown := [
	{trim_prefix(found.address, "data.aws_iam_policy_document.") | some found in policy_inclusion.documents(_top)},
	{taken | some found in policy_inclusion.documents(_top); some taken in policy_inclusion.texts(found)},
]

_top := found if {
	some found in resource.deferred.aws_iam_policy_document
	startswith(found.address, "data.aws_iam_policy_document.top")
}

taking_in(name, references) := object.union(document(name, {}, {"source_policy_documents": true}), {"expressions": {
	"source_policy_documents": {"references": references},
}})

document(name, after, marks) := {
	"address": concat("", ["data.aws_iam_policy_document.", name]),
	"mode": "data",
	"type": "aws_iam_policy_document",
	"name": split(name, "[")[0],
	"change": {"actions": ["read"], "after": after, "after_unknown": marks},
}

made(type, name, after) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["create"], "after": after, "after_unknown": {}},
}

envelope(resources, more) := {"terraform": {"p": {
	"resource_changes": resources,
	"variables": object.get(more, "variables", {}),
	"prior_state": {"values": {"root_module": {"resources": [known |
		some seen in object.get(more, "prior", [])
		name := split(seen.address, ".")[2]
		known := object.union(seen, {"mode": "data", "type": "aws_iam_policy_document", "name": name})
	]}}},
	"configuration": {"root_module": {"resources": array.concat(
		[{"address": concat(".", ["data.aws_iam_policy_document", name]), "expressions": {}} |
			some seen in object.get(more, "prior", [])
			name := split(seen.address, ".")[2]
			name != "top"
		],
		array.concat(object.get(more, "resources", []), [written |
			some seen in resources
			written := {"address": split(seen.address, "[")[0], "expressions": object.get(seen, "expressions", {})}
		]),
	)}},
}}}
