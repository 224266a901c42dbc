package bunkaiten_test.observed.terraform.aws.policy_actions

import data.bunkaiten.observed.terraform.aws.policy_actions

test_rights_follow_from_the_verb if {
	cases := [
		{"actions": ["s3:GetObject", "s3:ListBucket"], "rights": ["read"]},
		{"actions": ["S3:getobject"], "rights": ["read"]},
		{"actions": ["s3:PutObject", "s3:DeleteObject"], "rights": ["write"]},
		{"actions": ["kms:Decrypt", "kms:Encrypt"], "rights": ["read", "write"]},
		{"actions": ["elasticfilesystem:ClientMount"], "rights": ["read"]},
		{"actions": ["elasticfilesystem:ClientWrite"], "rights": ["write"]},
		{"actions": ["backup:CopyIntoBackupVault"], "rights": ["write"]},
		{"actions": [], "rights": []},
	]

	every case in cases { policy_actions.rights(case.actions) == {"is": case.rights} }
}

test_rights_of_wildcards_are_what_they_could_stand_for if {
	both := ["read", "write"]
	cases := {
		"*": both,
		"s3:*": both,
		"s3:*Object": both,
		"s3:De*": both,
		"s3:Get*": ["read"],
		"s3:GetObject*": ["read"],
		"s3:Upload*": ["write"],
		"s3:???Object": both,
	}

	every action, rights in cases { policy_actions.rights([action]) == {"is": rights} }
}

test_who_can_change_the_policy_can_do_both if {
	every action in ["s3:PutBucketPolicy", "s3:PutObjectAcl", "kms:CreateGrant", "kms:ReEncryptTo"] {
		policy_actions.rights([action]) == {"is": ["read", "write"]}
	}
}

test_taking_on_a_role_reads_and_writes_nothing if {
	policy_actions.rights(["sts:AssumeRole", "sts:*"]) == {"is": []}
}

test_an_action_that_is_not_known_leaves_the_rights_open if {
	every actions in [[null], ["s3:GetObject", null], [1]] {
		policy_actions.rights(actions) == {"unknown": true}
	}
}
