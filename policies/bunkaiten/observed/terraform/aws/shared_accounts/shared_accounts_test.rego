package bunkaiten_test.observed.terraform.aws.shared_accounts

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.shared_accounts

unknown := {{"unknown": true}}

test_accounts_of_a_list_but_the_own if {
	who({"with": ["444455556666", "111122223333", "777788889999"]}, {}, []) == {
		named("account", "444455556666"),
		named("account", "777788889999"),
	}
}

test_one_name_of_every_kind if {
	cases := {
		"all": {named("anybody", "all")},
		"444455556666": {named("account", "444455556666")},
		"111122223333": set(),
		"arn:aws:iam::444455556666:role/backup": {named("account", "444455556666")},
		"arn:aws:organizations::123456789012:organization/o-aoba": {named("organization", "o-aoba")},
		"arn:aws-cn:organizations::123456789012:ou/o-aoba/ou-1": {named("organization", "o-aoba")},
		"AIDAEXAMPLE": {named("user", "AIDAEXAMPLE")},
		"arn:aws:s3:::bucket": {named("service", "arn:aws:s3:::bucket")},
	}

	every written, expected in cases { who({"with": written}, {}, []) == expected }
}

test_nothing_written_is_nobody if {
	every written in [null, "", []] { who({"with": written}, {}, []) == set() }

	who({}, {}, []) == set()
}

test_what_is_known_only_after_apply if {
	who({}, {"with": true}, ["aws_ssm_parameter.x"]) == unknown
	who({"with": [null, "444455556666"]}, {}, []) == unknown | {named("account", "444455556666")}
	who({"with": 7}, {}, []) == unknown
}

test_a_role_or_user_of_the_plan_is_the_own_account if {
	who({}, {"with": true}, ["aws_iam_role.reader.arn", "aws_iam_role.reader"]) == set()
	who({}, {"with": true}, ["aws_iam_user.clerk.arn", "aws_iam_user.clerk"]) == set()
}

named(by, name) := {"is": {"by": by, "name": name}}

who(after, marks, references) := found if {
	resources := [
		kept("aws_kms_grant", "x", after, marks, {"with": references}),
		made("aws_iam_role", "reader", {}, {}),
		made("aws_iam_user", "clerk", {}, {}),
	]
	found := _who with input as envelope(resources)
}

_who := shared_accounts.who(resource.managed.aws_kms_grant["plan aws_kms_grant.x"], "with")

made(type, name, after, references) := kept(type, name, after, {}, references)

# what is unknown is written: by a reference to what is made
kept(type, name, after, marks, references) := {
	"change": {
		"address": concat(".", [type, name]),
		"mode": "managed",
		"type": type,
		"name": regex.replace(name, `\[.*$`, ""),
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": concat(".", [type, regex.replace(name, `\[.*$`, "")]),
		"provider_config_key": object.get(after, "provider", "aws"),
		"expressions": object.union(
			{attribute: {} | some attribute, _ in after},
			{attribute: {"references": list} | some attribute, list in references},
		),
	},
}

envelope(resources) := {"terraform": {"plan": {
	"resource_changes": [written.change | some written in resources],
	"configuration": {
		"provider_config": {
			"aws": {"expressions": {
				"region": {"constant_value": "ap-northeast-1"},
				"allowed_account_ids": {"constant_value": ["111122223333"]},
			}},
			"aws.osaka": {"expressions": {"region": {"constant_value": "ap-northeast-3"}}},
		},
		"root_module": {"resources": [written.configured | some written in resources]},
	},
}}}
