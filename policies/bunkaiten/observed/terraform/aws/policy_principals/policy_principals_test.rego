package bunkaiten_test.observed.terraform.aws.policy_principals

import data.bunkaiten.observed.terraform.aws.policy_principals

partner := {"is": {"by": "account", "name": "444455556666"}}

anybody := {"is": {"by": "anybody", "name": "*"}}

test_accounts_by_id_and_by_arn_of_every_partition if {
	every name in [
		"444455556666",
		"arn:aws:iam::444455556666:root",
		"arn:aws-cn:iam::444455556666:user/reader",
		"arn:aws-us-gov:sts::444455556666:assumed-role/reader/session",
	] {
		who(principal(name), []) == {partner}
	}
}

test_own_account_and_what_the_plan_makes_are_nobody if {
	every name in [
		"111122223333",
		"arn:aws:iam::111122223333:role/anything",
		"arn:aws:iam::777788889999:role/viewer",
		"arn:aws:iam::777788889999:user/clerk",
		"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1",
	] {
		who(principal(name), []) == set()
	}

	who(principal("arn:aws:iam::777788889999:role/other"), []) == {account("777788889999")}
}

test_other_kinds_of_principals if {
	cases := [
		{"type": "Service", "name": "cloudtrail.amazonaws.com", "who": set()},
		{"type": "Federated", "name": "accounts.example", "who": {named("federated", "accounts.example")}},
		{"type": "CanonicalUser", "name": "79a5", "who": {named("user", "79a5")}},
		{"type": "AWS", "name": "AIDAEXAMPLE", "who": {named("user", "AIDAEXAMPLE")}},
		{"type": "AWS", "name": null, "who": {{"unknown": true}}},
		{"type": "AWS", "name": "*", "who": {anybody}},
		{"type": "*", "name": "*", "who": {anybody}},
	]

	every case in cases { who({"type": case.type, "name": case.name}, []) == case.who }
}

test_conditions_narrow_only_everybody if {
	narrow := [condition("StringEquals", "aws:PrincipalOrgID", ["o-aoba"])]

	who(principal("*"), narrow) == {named("organization", "o-aoba")}
	who(principal("444455556666"), narrow) == {partner}
}

who(written, conditions) := found if {
	found := policy_principals.who("plan", written, conditions) with input as envelope
}

principal(name) := {"type": "AWS", "name": name}

named(by, name) := {"is": {"by": by, "name": name}}

account(id) := named("account", id)

condition(test, variable, values) := {"test": test, "variable": variable, "values": values}

types := {"terraform": {"aws": {
	"aws_iam_role": "read",
	"aws_iam_user": "read",
	"aws_s3_bucket": "read",
	"aws_vpc_endpoint": "read",
}}}

envelope := {"terraform": {"plan": {
	"resource_changes": [
		change("aws_iam_role", {"arn": "arn:aws:iam::777788889999:role/viewer"}),
		change("aws_iam_user", {"arn": "arn:aws:iam::777788889999:user/clerk"}),
		change("aws_s3_bucket", {"arn": "arn:aws:s3:::aoba-images"}),
		change("aws_vpc_endpoint", {"id": "vpce-1"}),
	],
	"configuration": {"provider_config": provider},
}}}

provider := {"aws": {"expressions": {"allowed_account_ids": {"constant_value": ["111122223333"]}}}}

change(type, after) := {
	"address": concat(".", [type, "x"]),
	"mode": "managed",
	"type": type,
	"name": "x",
	"change": {"actions": ["no-op"], "after": after, "after_unknown": {}},
}
