package bunkaiten_test.observed.terraform.aws.policy_deferred

import data.bunkaiten.observed.terraform.aws.policy_deferred

test_a_statement_as_it_is_written if {
	values := {
		"effect": "Deny",
		"principals": [
			{"type": "AWS", "identifiers": ["444455556666", "777788889999"]},
			{"type": "Service", "identifiers": ["cloudtrail.amazonaws.com"]},
		],
		"actions": ["s3:GetObject"],
		"resources": ["arn:aws:s3:::images/*"],
		"condition": [{"test": "StringEquals", "variable": "aws:SourceVpce", "values": ["vpce-1"]}],
	}

	statement(values, {}, []) == {
		"effect": "Deny",
		"principals": [
			{"type": "AWS", "name": "444455556666"},
			{"type": "AWS", "name": "777788889999"},
			{"type": "Service", "name": "cloudtrail.amazonaws.com"},
		],
		"actions": ["s3:GetObject"],
		"resources": ["arn:aws:s3:::images/*"],
		"conditions": [{"test": "StringEquals", "variable": "aws:SourceVpce", "values": ["vpce-1"]}],
	}
}

test_nothing_written_is_allowed_to_nobody_known if {
	statement({"effect": null, "principals": [], "condition": []}, {}, []) == {
		"effect": null,
		"principals": [{"type": "AWS", "name": null}],
		"actions": [null],
		"resources": ["*"],
		"conditions": [],
	}

	statement({}, {}, []).conditions == []
}

test_everybody_but_some_and_everything_but_some if {
	values := {
		"principals": [],
		"not_principals": [{"type": "AWS", "identifiers": ["444455556666"]}],
		"actions": null,
		"not_actions": ["s3:GetObject"],
		"resources": null,
		"not_resources": ["arn:aws:s3:::images"],
	}
	found := statement(values, {}, [])

	found.principals == [{"type": "AWS", "name": "*"}]
	found.actions == ["*"]
	found.resources == ["*"]
}

test_what_is_hidden_as_a_whole_has_no_name if {
	hidden := statement({"actions": ["s3:GetObject"]}, {"principals": true, "condition": true}, [])
	listless := statement({"principals": [{"type": "AWS"}], "condition": [{}]}, {}, [])

	hidden.principals == [{"type": "AWS", "name": null}]
	hidden.conditions == [{"test": null, "variable": null, "values": [null]}]
	hidden_resources := statement({}, {"resources": true}, [])
	hidden_resources.resources == [null]
	listless.principals == [{"type": "AWS", "name": null}]
	listless.conditions == [{"test": null, "variable": null, "values": [null]}]
}

test_an_unknown_principal_is_left_out_where_only_own_roles_and_users_can_be_meant if {
	values := {"principals": [{"type": "AWS", "identifiers": ["444455556666", null]}]}
	partner := {"type": "AWS", "name": "444455556666"}
	unknown := {"type": "AWS", "name": null}
	cases := [
		{"references": ["aws_iam_role.viewer"], "principals": [partner]},
		{"references": ["aws_iam_user.clerk", "aws_s3_bucket.images"], "principals": [partner]},
		{"references": ["aws_iam_role.viewer", "data.aws_caller_identity.own"], "principals": [partner]},
		{"references": [], "principals": [partner, unknown]},
		{"references": ["aws_s3_bucket.images"], "principals": [partner, unknown]},
		{"references": ["aws_iam_role.viewer", "aws_organizations_account.midori"], "principals": [partner, unknown]},
		{"references": ["aws_iam_role.viewer", "data.aws_iam_role.midori"], "principals": [partner, unknown]},
		{"references": ["aws_iam_role.viewer", "random_id.any"], "principals": [partner, unknown]},
	]

	every case in cases { statement(values, {}, case.references).principals == case.principals }
}

test_an_unknown_resource_is_own_where_only_own_things_can_be_meant if {
	values := {"resources": ["arn:aws:iam::111122223333:role/a", null]}

	every references, name in {
		["aws_iam_role.viewer"]: "own",
		["aws_iam_role.viewer", "data.aws_iam_role.midori"]: null,
		[]: null,
	} {
		statement(values, {}, references).resources == ["arn:aws:iam::111122223333:role/a", name]
	}
}

test_an_unknown_value_of_a_condition_is_own_where_only_own_things_can_be_meant if {
	values := {"condition": [{"test": "ArnEquals", "variable": "aws:SourceArn", "values": ["arn:x", null]}]}
	cases := [
		{"references": ["aws_s3_bucket.images"], "values": ["arn:x", "own"]},
		{"references": [], "values": ["arn:x", null]},
		{"references": ["aws_organizations_account.midori"], "values": ["arn:x", null]},
	]

	every case in cases {
		[found] := statement(values, {}, case.references).conditions
		found.values == case.values
	}
}

statement(values, unknown, references) := found if {
	document := {"configured": "plan\n\ndata.aws_iam_policy_document.d", "document": "plan"}
	found := policy_deferred.statement(document, {"values": values, "unknown": unknown}) with input as envelope(references)
}

envelope(references) := {"terraform": {"plan": {"configuration": {"root_module": {"resources": array.concat(
	[{
		"address": "data.aws_iam_policy_document.d",
		"expressions": {"statement": [{"principals": [{"identifiers": {"references": references}}]}]},
	}],
	[{"address": reference, "expressions": {}} | some reference in references],
)}}}}}

test_what_kind_of_principal_nobody_can_tell if {
	nobody := [{"type": "AWS", "name": null}]
	known := {"principals": [{"identifiers": ["444455556666"]}]}
	statement(known, {"principals": [{"type": true}]}, []).principals == nobody
	statement({"principals": [{"type": "AWS"}]}, {}, []).principals == nobody
	statement({"principals": "x", "not_actions": null, "condition": 7}, {}, []).principals == nobody
}
