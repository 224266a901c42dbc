package bunkaiten_test.observed.terraform.aws.iam_rights

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.iam_rights

change(address, after, unknown) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(split(address, ".")[1], "[")[0],
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}

types := {type: "read" |
	some type in [
		"aws_iam_group", "aws_iam_group_membership", "aws_iam_group_policy", "aws_iam_group_policy_attachment",
		"aws_iam_user_group_membership",
		"aws_iam_policy", "aws_iam_policy_attachment", "aws_iam_role", "aws_iam_role_policy",
		"aws_iam_role_policy_attachment", "aws_iam_user", "aws_iam_user_policy", "aws_iam_user_policy_attachment",
	]
}

# by address of the role or user; everything that refers to "aws_…" is written so
rights(changes, written) := found if {
	found := all_rights with input as {"terraform": {"p": {
		"resource_changes": changes,
		"configuration": {"root_module": {"resources": [
		{"address": address, "expressions": expressions} |
			some address, expressions in written
		]}},
	}}}
}

all_rights := {identity.address: iam_rights.of(identity) |
	some type in ["aws_iam_role", "aws_iam_user"]
	some _, identity in resource.managed[type]
}

text(actions) := json.marshal({"Statement": [{"Effect": "Allow", "Action": actions, "Resource": "*"}]})

to(address) := {"references": [concat(".", [address, "id"]), address]}

late := {"unknown": true}

# the rights of one role by one attachment of a policy
attached(arn) := rights(
	[
		change("aws_iam_role.a", {"name": "a"}, {}),
		change("aws_iam_role_policy_attachment.a", {"role": "a", "policy_arn": arn}, {}),
	],
	{},
)["aws_iam_role.a"]

test_policies_of_aws_by_their_names if {
	every name, allowed in {
		"AdministratorAccess": ["admin", "read", "write"],
		"PowerUserAccess": ["admin", "read", "write"],
		"IAMFullAccess": ["admin", "read", "write"],
		"ReadOnlyAccess": ["read"],
		"SecurityAudit": ["read"],
		"AmazonS3ReadOnlyAccess": ["read"],
		"AmazonRDSReadOnlyAccess": ["read"],
		"job-function/ViewOnlyAccess": ["read"],
		"AmazonS3FullAccess": ["read", "write"],
	} {
		attached(sprintf("arn:aws:iam::aws:policy/%s", [name])) == {"is": allowed}
	}
}

test_policies_that_stand_elsewhere_are_unknown if {
	every arn in [
		"arn:aws:iam::aws:policy/service-role/SomethingNew",
		"arn:aws:iam::111122223333:policy/ReadOnlyAccess",
		"",
		null,
	] {
		attached(arn) == late
	}
}

written(actions) := rights(
	[
		change("aws_iam_role.a", {"name": "a"}, {}),
		change("aws_iam_role_policy.a", {"role": "a", "policy": text(actions)}, {}),
	],
	{},
)["aws_iam_role.a"]

test_policies_that_are_written_by_their_actions if {
	written(["s3:GetObject"]) == {"is": ["read"]}
	written("s3:PutObject") == {"is": ["write"]}
	written(["s3:GetObject", "s3:PutObject"]) == {"is": ["read", "write"]}
	every action in [
		"*", "*:*", "iam:*", "i*", "IAM:AttachRolePolicy", "iam:PutUserPolicy", "iam:CreatePolicyVersion",
		"iam:Update*", "iam:A*", "iam:*Policy", "iam:Set?efaultPolicyVersion", "iam:AddUserToGroup",
		"iam:PutRolePermissionsBoundary",
	] {
		written([action]) == {"is": ["admin", "read", "write"]}
	}
	every action in ["iam:CreateAccessKey", "iam:CreateRole", "iam:{*", "iam:Tag*"] {
		written([action]) == {"is": ["write"]}
	}
	written(["iam:GetRole"]) == {"is": ["read"]}
	written(["iam:PassRole"]) == {"is": ["write"]}
}

test_halves_of_a_right_may_stand_in_several_policies if {
	every name, allowed in {
		"AmazonEC2FullAccess": ["admin", "read", "write"],
		"AmazonS3FullAccess": ["read", "write"],
		"AmazonEC2ReadOnlyAccess": ["read", "write"],
	} {
		changes := [
			change("aws_iam_role.a", {"name": "a"}, {}),
			change("aws_iam_role_policy.a", {"role": "a", "policy": text(["iam:PassRole"])}, {}),
			change("aws_iam_policy.e", {"arn": "arn:e", "policy": `{"Statement": []}`}, {}),
			change("aws_iam_role_policy_attachment.e", {"role": "a", "policy_arn": "arn:e"}, {}),
			change("aws_iam_role_policy_attachment.a", {"role": "a", "policy_arn": concat("", [aws, name])}, {}),
		]
		rights(changes, {}) == {"aws_iam_role.a": {"is": allowed}}
	}
}

test_role_of_another_account_leaves_open_what_it_may_do if {
	written("sts:AssumeRole") == late
	written(["sts:AssumeRole", "iam:*"]) == {"is": all_three}
	written("sts:GetCallerIdentity") == {"is": []}
}

aws := "arn:aws:iam::aws:policy/"

test_role_that_one_may_take_on_gives_its_rights_too if {
	everything := "arn:aws:iam::aws:policy/AdministratorAccess"
	base := [
		change("aws_iam_role.a", {"name": "a", "arn": "arn:aws:iam::111122223333:role/a"}, {}),
		change("aws_iam_role.b", {"name": "b", "arn": "arn:aws:iam::111122223333:role/b"}, {}),
		change("aws_iam_role.c", {"name": "c", "arn": "arn:aws:iam::111122223333:role/c"}, {}),
		change("aws_iam_role_policy.a", {"role": "a", "policy": taking("b")}, {}),
		change("aws_iam_role_policy.b", {"role": "b", "policy": taking("c")}, {}),
		change("aws_iam_role_policy.c", {"role": "c", "policy": taking("a")}, {}),
	]

	every added, allowed in {
		change("aws_iam_role_policy_attachment.c", {"role": "c", "policy_arn": everything}, {}): {"is": all_three},
		change("aws_iam_role_policy.r", {"role": "c", "policy": text("s3:GetObject")}, {}): {"is": ["read"]},
		change("aws_iam_role_policy.r", {"role": "c", "policy": taking("elsewhere")}, {}): late,
	} {
		rights(array.concat(base, [added]), {}) == {concat("", ["aws_iam_role.", role]): allowed |
			some role in ["a", "b", "c"]
		}
	}
}

taking(name) := json.marshal({"Statement": [{
	"Effect": "Allow",
	"Action": "sts:AssumeRole",
	"Resource": concat("", ["arn:aws:iam::111122223333:role/", name]),
}]})

test_nothing_attached_says_nothing if {
	computed := {"inline_policy": true, "managed_policy_arns": true}
	nobody := {"aws_iam_role.a": {}}

	rights([change("aws_iam_role.a", {}, computed)], nobody) == {"aws_iam_role.a": {}}
	every after in [
		{"inline_policy": [], "managed_policy_arns": null},
		{"inline_policy": [{"name": "", "policy": ""}]},
	] {
		rights([change("aws_iam_role.a", after, {})], nobody) == {"aws_iam_role.a": {}}
	}
}

test_blocks_and_lists_of_the_role_itself if {
	after := {
		"inline_policy": [{"name": "w", "policy": text(["s3:PutObject"])}],
		"managed_policy_arns": ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
	}
	both := {"aws_iam_role.a": {"inline_policy": [{}], "managed_policy_arns": {}}}

	rights([change("aws_iam_role.a", after, {})], both) == {"aws_iam_role.a": {"is": ["read", "write"]}}
	every unknown in [
		{"inline_policy": true},
		{"inline_policy": [{"policy": true}]},
		{"managed_policy_arns": true},
	] {
		hidden := change("aws_iam_role.a", {"inline_policy": [{"name": "w"}]}, unknown)

		rights([hidden], both) == {"aws_iam_role.a": late}
	}
	rights([change("aws_iam_role.a", {"managed_policy_arns": [null]}, {})], both) == {"aws_iam_role.a": late}
}

test_policies_of_the_plan_by_reference if {
	changes := [
		change("aws_iam_role.a[0]", {"name": "a0"}, {}),
		change("aws_iam_role.a[1]", {"name": "a1"}, {}),
		change("aws_iam_policy.p[0]", {"policy": text(["s3:GetObject"])}, {"arn": true}),
		change("aws_iam_policy.p[1]", {}, {"arn": true, "policy": true}),
		change("aws_iam_role_policy_attachment.a[0]", {}, {"role": true, "policy_arn": true}),
		change("aws_iam_role_policy_attachment.a[1]", {}, {"role": true, "policy_arn": true}),
	]

	rights(changes, {
		"aws_iam_role.a": {},
		"aws_iam_policy.p": {"policy": {}},
		"aws_iam_role_policy_attachment.a": {"role": to("aws_iam_role.a"), "policy_arn": to("aws_iam_policy.p")},
	}) == {"aws_iam_role.a[0]": {"is": ["read"]}, "aws_iam_role.a[1]": late}
}

test_users_and_attachments_to_several if {
	changes := [
		change("aws_iam_role.a", {"name": "a"}, {}),
		change("aws_iam_user.b", {"name": "b"}, {}),
		change("aws_iam_user.c", {"name": "c"}, {}),
		change("aws_iam_user.d", {"name": "d"}, {}),
		change("aws_iam_policy_attachment.a", {"policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}, {}),
		change("aws_iam_user_policy.c", {"user": "c", "policy": text(["s3:PutObject"])}, {}),
		change("aws_iam_user_policy_attachment.c", {"user": "c", "policy_arn": "arn:aws:iam::aws:policy/SecurityAudit"}, {}),
	]

	rights(changes, {
		"aws_iam_role.a": {},
		"aws_iam_user.b": {},
		"aws_iam_policy_attachment.a": {"roles": to("aws_iam_role.a"), "users": to("aws_iam_user.b")},
	}) == {
		"aws_iam_role.a": {"is": ["read"]},
		"aws_iam_user.b": {"is": ["read"]},
		"aws_iam_user.c": {"is": ["read", "write"]},
		"aws_iam_user.d": {},
	}
}

test_what_is_read_is_said if iam_rights.reads.aws_iam_policy == ["policy"]

test_user_has_the_rights_of_the_groups_that_it_is_in if {
	base := [
		change("aws_iam_user.a", {"name": "a"}, {}),
		change("aws_iam_user.b", {"name": "b"}, {}),
		change("aws_iam_group.g", {"name": "g"}, {}),
		change("aws_iam_user_group_membership.a", {"user": "a", "groups": ["g"]}, {}),
	]
	everything := "arn:aws:iam::aws:policy/AdministratorAccess"

	every granting, allowed in {
		change("aws_iam_group_policy.g", {"group": "g", "policy": text("s3:GetObject")}, {}): ["read"],
		change("aws_iam_group_policy_attachment.g", {"group": "g", "policy_arn": everything}, {}): all_three,
		change("aws_iam_policy_attachment.g", {"groups": ["g"], "policy_arn": everything}, {}): all_three,
	} {
		rights(array.concat(base, [granting]), {}) == {"aws_iam_user.a": {"is": allowed}, "aws_iam_user.b": {}}
	}
	rights(base, {}) == {"aws_iam_user.a": {}, "aws_iam_user.b": {}}
}

test_user_in_a_group_that_stands_elsewhere_may_have_any_right if {
	changes := [
		change("aws_iam_user.a", {"name": "a"}, {}),
		change("aws_iam_user_group_membership.a", {"user": "a", "groups": ["Administrators"]}, {}),
	]

	rights(changes, {}) == {"aws_iam_user.a": late}
}

all_three := ["admin", "read", "write"]
