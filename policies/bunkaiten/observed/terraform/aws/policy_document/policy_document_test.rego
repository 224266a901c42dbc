package bunkaiten_test.observed.terraform.aws.policy_document

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.policy_document

unknown := {"unknown": true}

test_grants_of_a_text if {
	text := json.marshal({"Statement": [
		{
			"Effect": "Allow",
			"Principal": {"AWS": ["444455556666", "111122223333"]},
			"Action": ["s3:GetObject", "s3:PutObject"],
			"Resource": "arn:aws:s3:::images/*",
			"Condition": {"Bool": {"aws:SecureTransport": "true"}},
		},
		{"Effect": "Deny", "Principal": "*", "Action": "*"},
	]})

	found({"policy": text}, {}, {}, []) == {"is": {{
		"who": {"is": {"by": "account", "name": "444455556666"}},
		"rights": {"is": ["read", "write"]},
		"actions": ["s3:GetObject", "s3:PutObject"],
		"resources": ["arn:aws:s3:::images/*"],
		"conditions": ["aws:securetransport"],
		"path": ["policy"],
	}}}
}

test_no_policy_and_one_that_cannot_be_read if {
	every written in [null, ""] { found({"policy": written}, {}, {}, []) == {} }

	found({}, {"policy": true}, {}, []) == {}
	found({"policy": "text"}, {}, {}, []) == unknown
	found({}, {"policy": true}, {"references": ["aws_s3_bucket.images"]}, []) == unknown
}

test_grants_of_the_deferred_document if {
	expected := {"is": {reading("444455556666")}}

	found({}, {"policy": true}, referring, [document("", statement)]) == expected
	found({}, {"policy": true}, referring, [document("", object.union(statement, {"effect": "Allow"}))]) == expected
	found({}, {"policy": true}, referring, [document("", object.union(statement, {"effect": "Deny"}))]) == {"is": set()}
}

test_the_document_with_the_same_key if {
	references := {"references": ["data.aws_iam_policy_document.d", "each.key", "aws_s3_bucket.images"]}
	documents := [
		document(`["a"]`, statement),
		document(`["b"]`, object.union(statement, {"principals": [{"type": "AWS", "identifiers": ["777788889999"]}]})),
	]

	of_instance(`["b"]`, references, documents) == {"is": {reading("777788889999")}}
	of_instance("", references, documents) == unknown
	of_instance("[2]", references, documents) == unknown
}

test_a_text_made_of_a_document_and_something_else_cannot_be_read if {
	every more in ["aws_s3_bucket.images", "data.aws_iam_policy_document.other"] {
		references := {"references": ["data.aws_iam_policy_document.d", more]}

		found({}, {"policy": true}, references, [document("", statement)]) == unknown
	}
}

test_an_unreadable_document_is_unknown if {
	hidden := object.union(document("", statement), {"change": {"after": {}, "after_unknown": {"statement": true}}})
	every written in [
		hidden,
		patched({}, {"source_policy_documents": true}),
		patched({"override_policy_documents": [null]}, {"override_policy_documents": [true]}),
		patched({"source_policy_documents": ["text"]}, {}),
	] {
		found({}, {"policy": true}, referring, [written]) == unknown
	}
}

test_included_documents_are_read_too if {
	text := json.marshal({"Statement": {"Principal": {"AWS": "777788889999"}, "Action": ["s3:GetObject"]}})
	written := object.union(document("", statement), {"change": {
		"after": {"statement": [statement], "source_policy_documents": [text], "override_policy_documents": null},
		"after_unknown": {},
	}})

	found({}, {"policy": true}, referring, [written]) == {"is": {reading("444455556666"), reading("777788889999")}}
}

patched(values, marks) := object.union(
	document("", statement),
	{"change": {"after": object.union({"statement": [statement]}, values), "after_unknown": marks}},
)

test_the_source_is_asked_where_the_plan_does_not_know if {
	policy := {"Statement": {"Principal": {"AWS": "444455556666"}, "Action": "s3:GetObject"}}
	known := json.marshal({"Statement": []})
	marks := {"policy": true}

	sourced({}, marks, policy) == {"is": {reading("444455556666")}}
	sourced({}, marks, {"unknown": true}) == {"unknown": true}
	sourced({"policy": known}, {}, policy) == {"is": set()}
}

test_what_is_read if {
	object.keys(policy_document.reads) == {"aws_iam_policy_document"}
}

reading(account) := {
	"who": {"is": {"by": "account", "name": account}},
	"rights": {"is": ["read"]},
	"actions": ["s3:GetObject"],
	"resources": ["*"],
	"conditions": [],
	"path": ["policy"],
}

statement := {
	"effect": null,
	"principals": [{"type": "AWS", "identifiers": ["444455556666"]}],
	"actions": ["s3:GetObject"],
	"condition": [],
}

referring := {"references": ["data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d"]}

document(index, written) := {
	"address": concat("", ["data.aws_iam_policy_document.d", index]),
	"mode": "data",
	"type": "aws_iam_policy_document",
	"name": "d",
	"change": {"actions": ["read"], "after": {"statement": [written]}, "after_unknown": {}},
}

found(values, marks, expression, documents) := grants("", values, marks, expression, documents)

of_instance(index, expression, documents) := grants(index, {}, {"policy": true}, expression, documents)

sourced(values, marks, policy) := answer if {
	sources := {"plan": {"aws_s3_bucket_policy.p": {"policy": policy}}}
	answer := _of_plan("", values, marks, referring, [], sources)
}

grants(index, values, marks, expression, documents) := _of_plan(index, values, marks, expression, documents, {})

_of_plan(index, values, marks, expression, documents, sources) := answer if {
	policy := {
		"address": concat("", ["aws_s3_bucket_policy.p", index]),
		"mode": "managed",
		"type": "aws_s3_bucket_policy",
		"name": "p",
		"change": {"actions": ["create"], "after": values, "after_unknown": marks},
	}
	written := object.filter({"policy": expression}, {name | some name in ["policy"]; expression != {}})
	plan := {
		"resource_changes": array.concat([policy], documents),
		"configuration": {"provider_config": provider, "root_module": {"resources": [
			{"address": "aws_s3_bucket_policy.p", "expressions": written},
			{"address": "aws_s3_bucket.images", "expressions": {}},
			{"address": "data.aws_iam_policy_document.d", "expressions": {"source_policy_documents": {}, "statement": {}}},
			{"address": "data.aws_iam_policy_document.other", "expressions": {}},
		]}},
	}
	envelope := {"terraform": {"plan": plan}, "sources": sources}
	answer := _asked(concat("", ["plan aws_s3_bucket_policy.p", index])) with input as envelope
}

types := {"terraform": {"aws": {"aws_iam_policy_document": "read", "aws_s3_bucket_policy": "read"}}}

provider := {"aws": {"expressions": {"allowed_account_ids": {"constant_value": ["111122223333"]}}}}

_asked(key) := policy_document.grants(resource.managed.aws_s3_bucket_policy[key], "policy")
