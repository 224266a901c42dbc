package bunkaiten_test.observed.terraform.aws.function_permissions

import data.bunkaiten.observed.terraform.aws.function_permissions

unknown := {"unknown": true}

lab := {"is": {"by": "account", "name": "444455556666"}}

iam := {"is": ["iam"]}

test_accounts_that_a_permission_names if {
	every principal in ["444455556666", "arn:aws:iam::444455556666:root", "arn:aws:iam::444455556666:role/x"] {
		shown({"principal": principal}, {}) == {["principal", lab, iam]}
	}

	shown({"principal": "444455556666", "source_account": "111122223333"}, {}) == {["principal", lab, iam]}
	shown({"principal": "111122223333"}, {}) == set()
	shown({}, {"principal": ["terraform_data.x.output", "terraform_data.x"]}) == {["principal", unknown, iam]}
	shown({}, {"principal": ["aws_iam_role.r.arn", "aws_iam_role.r"]}) == set()
}

test_anybody_and_anybody_of_an_organization if {
	anybody := {"is": {"by": "anybody", "name": "*"}}
	aoba := {"is": {"by": "organization", "name": "o-aoba"}}

	shown({"principal": "*"}, {}) == {["principal", anybody, iam]}
	shown({"principal": "*", "function_url_auth_type": "NONE"}, {}) == {["principal", anybody, {"is": ["none"]}]}
	shown({"principal": "*", "function_url_auth_type": "AWS_IAM"}, {}) == {["principal", anybody, iam]}
	shown({"principal": "*"}, {"function_url_auth_type": ["terraform_data.x"]}) == {["principal", anybody, unknown]}
	shown({"principal": "*", "principal_org_id": "o-aoba"}, {}) == {["principal_org_id", aoba, iam]}
	shown({"principal": "*"}, {"principal_org_id": ["terraform_data.x"]}) == {["principal_org_id", unknown, iam]}
	shown({"principal": "444455556666", "principal_org_id": "o-aoba"}, {}) == {["principal", lab, iam]}
}

test_services_of_aws_call_for_an_account if {
	own_topic := "arn:aws:sns:ap-northeast-1:111122223333:results"
	topic := "arn:aws:sns:ap-northeast-1:444455556666:results"
	bucket := "arn:aws:s3:::labo-results"
	s3 := {"principal": "s3.amazonaws.com"}

	shown(s3, {}) == set()
	shown(object.union(s3, {"source_arn": bucket}), {}) == set()
	shown(object.union(s3, {"source_arn": own_topic}), {}) == set()
	shown(object.union(s3, {"source_arn": topic}), {}) == {["source_arn", lab, iam]}
	shown(s3, {"source_arn": ["aws_sns_topic.t.arn", "aws_sns_topic.t"]}) == set()
	shown(s3, {"source_arn": ["terraform_data.x.output", "terraform_data.x"]}) == {["source_arn", unknown, iam]}

	# the account says more than the ARN
	shown(object.union(s3, {"source_arn": bucket, "source_account": "444455556666"}), {}) == {["source_account", lab, iam]}
	shown(object.union(s3, {"source_arn": topic, "source_account": "111122223333"}), {}) == set()
	shown(s3, {"source_account": ["terraform_data.x.output", "terraform_data.x"]}) == {["source_account", unknown, iam]}
}

test_words_and_what_belongs_to_what if {
	object.keys(function_permissions.ways) == {"function-permission"}
	function_permissions.satellites == {"aws_lambda_permission": [["function_name", "aws_lambda_function"]]}
	object.keys(function_permissions.reads) == {
		"aws_iam_role", "aws_iam_user", "aws_lambda_function", "aws_lambda_permission",
	}
}

shown(after, references) := {[found.steps[6], found.who, found.authentication] |
	accesses := function_permissions.accesses with input as envelope(after, references)
	some found in accesses
	found.way == "function-permission"
	found.rights == {"is": ["write"]}
}

# what is referred to is known only after apply
envelope(after, references) := {"terraform": {"p": {
	"resource_changes": [{
		"address": "aws_lambda_permission.x",
		"mode": "managed",
		"type": "aws_lambda_permission",
		"name": "x",
		"change": {
			"actions": ["create"],
			"after": after,
			"after_unknown": {name: true | some name, _ in references},
		},
	}],
	"configuration": {
		"provider_config": {"aws": {"expressions": {"allowed_account_ids": {"constant_value": ["111122223333"]}}}},
		"root_module": {"resources": array.concat(
			[{"address": address, "expressions": {}} |
				some address in ["aws_iam_role.r", "aws_sns_topic.t", "terraform_data.x"]
			],
			[{"address": "aws_lambda_permission.x", "expressions": object.union(
				{name: {} | some name, _ in after},
				{name: {"references": written} | some name, written in references},
			)}],
		)},
	},
}}}
