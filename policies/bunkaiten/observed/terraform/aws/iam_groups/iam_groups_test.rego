package bunkaiten_test.observed.terraform.aws.iam_groups

import data.bunkaiten.observed.terraform.aws.iam_groups

test_user_is_in_the_groups_that_a_membership_names if {
	members({"aws_iam_user_group_membership.m": {"user": "u", "groups": ["g", "h"]}}) == {
		"of": {"p aws_iam_user.u": {"p aws_iam_group.g", "p aws_iam_group.h"}},
		"in_others": set(),
	}
	members({"aws_iam_group_membership.m": {"group": "g", "users": ["u", "v"]}}) == {
		"of": {"p aws_iam_user.u": {"p aws_iam_group.g"}, "p aws_iam_user.v": {"p aws_iam_group.g"}},
		"in_others": set(),
	}
	members({}) == {"of": {}, "in_others": set()}
}

test_group_that_the_plan_does_not_make_is_another if {
	members({"aws_iam_user_group_membership.m": {"user": "u", "groups": ["g", "Administrators"]}}) == {
		"of": {"p aws_iam_user.u": {"p aws_iam_group.g"}},
		"in_others": {"p aws_iam_user.u"},
	}
	members({"aws_iam_group_membership.m": {"group": "Administrators", "users": ["u"]}}) == {
		"of": {},
		"in_others": {"p aws_iam_user.u"},
	}
	members({"aws_iam_user_group_membership.m": {"user": "u"}}) == {"of": {}, "in_others": {"p aws_iam_user.u"}}
	members({"aws_iam_user_group_membership.m": {"user": "somebody", "groups": ["g"]}}) == {"of": {}, "in_others": set()}
}

members(memberships) := found if {
	found := {
		"of": {user: groups | some user, groups in iam_groups.of},
		"in_others": iam_groups.in_others,
	} with input as {"terraform": {"p": {"resource_changes": [made(address, values) |
		some address, values in object.union(given, memberships)
	]}}}
		with data.bunkaiten.observed.resource_types.terraform.aws as types
}

types := {type: "read" |
	some type in ["aws_iam_group", "aws_iam_group_membership", "aws_iam_user", "aws_iam_user_group_membership"]
}

given := {
	"aws_iam_group.g": {"name": "g"},
	"aws_iam_group.h": {"name": "h"},
	"aws_iam_user.u": {"name": "u"},
	"aws_iam_user.v": {"name": "v"},
}

made(address, after) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": after, "after_unknown": {}},
}
