package bunkaiten_test.observed.terraform.aws.policy_conditions

import data.bunkaiten.observed.terraform.aws.policy_conditions

partner := {"is": {"by": "account", "name": "444455556666"}}

anybody := {"is": {"by": "anybody", "name": "*"}}

test_no_condition_leaves_everybody if {
	narrowed([]) == {anybody}
}

test_conditions_narrow_everybody if {
	cases := [
		{"variable": "aws:PrincipalOrgID", "value": "o-aoba", "who": {named("organization", "o-aoba")}},
		{"variable": "aws:PrincipalOrgPaths", "value": "o-aoba/r-1/ou-2", "who": {named("organization", "o-aoba")}},
		{"variable": "aws:SourceVpce", "value": "vpce-9", "who": {named("vpc-endpoint", "vpce-9")}},
		{"variable": "aws:SourceVpc", "value": "vpc-9", "who": {named("vpc", "vpc-9")}},
		{"variable": "AWS:PRINCIPALACCOUNT", "value": "444455556666", "who": {partner}},
		{"variable": "aws:PrincipalArn", "value": "arn:aws:iam::444455556666:role/x*", "who": {partner}},
		{"variable": "aws:SourceArn", "value": "arn:aws:s3:::midori", "who": {named("service", "arn:aws:s3:::midori")}},
		{"variable": "aws:SourceIp", "value": "198.51.100.0/24", "who": {named("network", "198.51.100.0/24")}},
		{"variable": "aws:SourceIp", "value": "198.51.100.7", "who": {named("network", "198.51.100.7/32")}},
		{"variable": "aws:SourceIp", "value": "2001:db8::7", "who": {named("network", "2001:db8::7/128")}},
		{"variable": "aws:SourceIp", "value": "0.0.0.0/0", "who": {named("anybody", "0.0.0.0/0")}},
	]

	every case in cases {
		narrowed([condition("ForAnyValue:StringLike", case.variable, [case.value])]) == case.who
	}
}

test_conditions_that_only_own_things_meet_leave_nobody if {
	every own in [
		condition("StringEquals", "aws:SourceAccount", ["111122223333"]),
		condition("ArnEquals", "aws:SourceArn", ["arn:aws:s3:::aoba-images"]),
		condition("StringEquals", "aws:SourceVpce", ["vpce-1"]),
		condition("StringEquals", "aws:SourceVpc", ["own"]),
		condition("Bool", "aws:PrincipalIsAWSService", [true]),
		condition("Bool", "elasticfilesystem:AccessedViaMountTarget", ["true"]),
	] {
		narrowed([condition("StringEquals", "aws:PrincipalOrgID", ["o-1"]), own]) == set()
	}
}

test_what_does_not_narrow_leaves_everybody if {
	every loose in [
		condition("StringNotEquals", "aws:PrincipalOrgID", ["o-1"]),
		condition("StringEqualsIfExists", "aws:PrincipalOrgID", ["o-1"]),
		condition("ForAllValues:StringEquals", "aws:PrincipalOrgID", ["o-1"]),
		condition("StringLike", "aws:PrincipalOrgID", ["o-1", "*"]),
		condition("StringLike", "aws:PrincipalAccount", ["4444*"]),
		condition("ArnLike", "aws:PrincipalArn", ["arn:aws:iam::*:role/x"]),
		condition("ArnLike", "aws:SourceArn", ["arn:aws:s3:::midori*"]),
		condition("IpAddress", "aws:SourceIp", ["text"]),
		condition("StringEquals", "aws:PrincipalTag/team", ["x"]),
		condition("Bool", "aws:PrincipalIsAWSService", ["false"]),
		condition("Bool", "aws:SecureTransport", ["true"]),
		condition("StringNotEquals", "aws:PrincipalIsAWSService", ["true"]),
	] {
		narrowed([loose]) == {anybody}
	}
}

test_several_values_and_several_conditions if {
	both := {partner, account("777788889999")}
	several := condition("StringEquals", "aws:PrincipalAccount", ["444455556666", "777788889999", "111122223333"])

	narrowed([several]) == both
	narrowed([condition("StringEquals", "aws:SourceVpce", [null]), several]) == both
}

test_a_condition_that_is_not_known_leaves_open_who_is_meant if {
	every hidden in [
		{"test": null, "variable": null, "values": [null]},
		condition(null, "aws:SourceVpce", ["vpce-9"]),
		condition("StringEquals", "aws:SourceVpce", [null]),
		condition("StringEquals", "aws:SourceVpce", [7]),
	] {
		narrowed([hidden]) == {{"unknown": true}}
	}
}

narrowed(conditions) := found if {
	found := policy_conditions.narrowed("plan", conditions) with input as envelope
}

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
