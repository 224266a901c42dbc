package bunkaiten_test.observed.terraform.aws.iam_powers

import data.bunkaiten.observed.terraform.aws.iam_powers
import data.bunkaiten.observed.terraform.aws.policy_actions

all_rights := {"is": ["admin", "read", "write"]}

unknown := {"unknown": true}

test_policies_may_be_changed if {
	every action in ["*", "iam:*", "IAM:AttachRolePolicy", "iam:*Policy"] { of([[action, "*"]]) == all_rights }
	every action in ["iam:CreateRole", "iam:{*", "iam:Tag*", "sts:GetCallerIdentity"] { of([[action, "*"]]) != all_rights }
}

test_role_of_one_s_own_by_its_name_gives_nothing_more if {
	every resource in [mine, "own"] { of([["sts:AssumeRole", resource]]) == {"is": []} }
	of([["sts:AssumeRole", mine], ["s3:GetObject", "*"]]) == {"is": ["read"]}
}

test_of_any_other_role_nobody_can_tell_what_it_may_do if {
	every action in ["sts:AssumeRole", "sts:*", "sts:Assume*", "STS:assumerole"] {
		every resource in [
			"*", theirs, "arn:aws:iam::111122223333:role/*", "arn:aws:iam::111122223333:role/cdk-*",
			"arn:aws:iam::*:role/reader", "arn:aws:iam::11112222333?:role/reader", "own-role", null, 7,
		] {
			of([[action, resource]]) == unknown
		}
	}
	iam_powers.of("p", {"actions": ["sts:AssumeRole"], "resources": [mine, theirs], "rights": {"is": []}}) == unknown
	iam_powers.of("q", {"actions": ["sts:AssumeRole"], "resources": [mine], "rights": {"is": []}}) == unknown
	iam_powers.of("p", {"actions": [null], "resources": ["*"], "rights": unknown}) == unknown
}

test_any_role_may_be_handed_to_what_one_runs if {
	every run in ["ec2:RunInstances", "lambda:CreateFunction", "ec2:*", "lambda:Create*"] {
		every resource in ["*", "arn:aws:iam::*:role/*", "arn:aws:iam::111122223333:role/*", "arn:aws:iam::111122223333:*"] {
			of([["iam:PassRole", resource], [run, "*"]]) == all_rights
		}
	}
	iam_powers.joined({iam_powers.of("p", {
		"actions": ["iam:Pass*", "ecs:RunTask"],
		"resources": ["*"],
		"rights": {"is": ["write"]},
	})}) == all_rights
}

test_a_role_by_its_name_or_nothing_to_run_is_not_all if {
	every resource in [mine, "own", "arn:aws:iam::111122223333:role/app-*"] {
		of([["iam:PassRole", resource], ["ec2:RunInstances", "*"]]) == {"is": ["write"]}
	}
	of([["iam:PassRole", "*"], ["s3:GetObject", "*"]]) == {"is": ["read", "write"]}
	of([["ec2:RunInstances", "*"]]) == {"is": ["write"]}
	of([["iam:PassRole", null]]) == {"is": ["write"]}
	of([["iam:PassRole", null], ["ec2:RunInstances", "*"]]) == unknown
}

test_all_rights_take_in_what_cannot_be_read if {
	of([["sts:AssumeRole", "*"], ["*", "*"]]) == all_rights
	of([["sts:AssumeRole", "*"], ["iam:PassRole", "*"], ["ec2:RunInstances", "*"]]) == all_rights
	of([["sts:AssumeRole", "*"], ["s3:GetObject", "*"]]) == unknown
	of([]) == {"is": []}
}

mine := "arn:aws:iam::111122223333:role/reader"

theirs := "arn:aws:iam::444455556666:role/reader"

# what statements of one action and one resource give together, in a plan of the account 111122223333
of(statements) := iam_powers.joined({given |
	some [action, resource] in statements
	rights := policy_actions.rights([action])
	given := iam_powers.of("p", {"actions": [action], "resources": [resource], "rights": rights}) with input as plan
})

plan := {"terraform": {"p": {"configuration": {"provider_config": {"aws": {
	"name": "aws",
	"expressions": {"allowed_account_ids": {"constant_value": ["111122223333"]}},
}}}}}}
