package bunkaiten_test.observed.terraform.aws.policy_text

import data.bunkaiten.observed.terraform.aws.policy_text

test_statements_come_as_object_or_list if {
	written := {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:a"}
	expected := {"is": [{
		"effect": "Allow",
		"principals": [{"type": "AWS", "name": "*"}],
		"actions": ["s3:GetObject"],
		"resources": ["arn:a"],
		"conditions": [],
	}]}

	statements(written) == expected
	statements([written]) == expected
}

test_principals_of_every_form if {
	cases := [
		{"written": {"Principal": "*"}, "principals": [{"type": "AWS", "name": "*"}]},
		{"written": {"Principal": {"AWS": "*"}}, "principals": [{"type": "AWS", "name": "*"}]},
		{"written": {"Principal": {"AWS": ["a", "b"]}}, "principals": [
			{"type": "AWS", "name": "a"},
			{"type": "AWS", "name": "b"},
		]},
		{"written": {"Principal": {"Service": "s"}}, "principals": [{"type": "Service", "name": "s"}]},
		{"written": {"Principal": {"AWS": []}}, "principals": []},
		{"written": {"NotPrincipal": {"AWS": "a"}}, "principals": [{"type": "AWS", "name": "*"}]},
		{"written": {"Principal": 1}, "principals": [{"type": "AWS", "name": null}]},
		{"written": {}, "principals": [{"type": "AWS", "name": null}]},
	]

	every case in cases {
		[statement] := statements(case.written).is
		statement.principals == case.principals
	}
}

test_effect_actions_and_conditions if {
	expected := {"is": [
		{
			"effect": "Deny",
			"principals": [{"type": "AWS", "name": null}],
			"actions": ["*"],
			"resources": ["*"],
			"conditions": [
				{"test": "Bool", "variable": "aws:SecureTransport", "values": [false]},
				{"test": "StringEquals", "variable": "aws:PrincipalOrgID", "values": ["o-1", "o-2"]},
			],
		},
		{
			"effect": "Allow",
			"principals": [{"type": "AWS", "name": null}],
			"actions": ["*"],
			"resources": ["*"],
			"conditions": [],
		},
	]}

	statements([
		{
			"Effect": "Deny",
			"NotAction": "s3:GetObject",
			"NotResource": "arn:a",
			"Condition": {
				"Bool": {"aws:SecureTransport": false},
				"StringEquals": {"aws:PrincipalOrgID": ["o-1", "o-2"]},
				"Odd": "text",
			},
		},
		{"Action": ["*"], "Condition": "text"},
	]) == expected
}

test_what_is_no_policy_is_unknown if {
	every text in [null, 1, "", "text", "[]", "1", "{}", `{"Statement": ["text"]}`, `{"Statement": null}`] {
		policy_text.statements(text) == {"unknown": true}
	}
}

statements(written) := policy_text.statements(json.marshal({"Version": "2012-10-17", "Statement": written}))
