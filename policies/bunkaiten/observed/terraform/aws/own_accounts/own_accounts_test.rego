package bunkaiten_test.observed.terraform.aws.own_accounts

import data.bunkaiten.observed.terraform.aws.own_accounts

test_account_that_a_provider_block_tells_or_that_made_something_is_the_own_one if {
	own_accounts.of(thing("aws")) == {"111122223333"} with input as plan([], [], {"aws": "111122223333"})
	own_accounts.of(thing("aws")) == {"111122223333"} with input as plan([seen("aws", ours)], [], {})
	own_accounts.of(thing("aws")) == {"444455556666"} with input as plan([], [identity("444455556666")], {})
}

test_what_another_block_made_was_written_or_names_no_account_tells_nothing if {
	own_accounts.of(thing("aws")) == set() with input as plan([seen("aws.lab", ours)], [], {})
	own_accounts.of(thing("aws")) == set() with input as plan([seen("written", ours)], [], {})
	every arn in ["arn:aws:s3:::b", "arn", "arn:aws:iam::aws:policy/x", null, 7] {
		own_accounts.of(thing("aws")) == set() with input as plan([seen("aws", arn)], [], {})
	}
	own_accounts.of(thing("aws")) == set() with input as plan([], [identity(null)], {})
}

test_what_the_plan_makes_in_another_account_is_of_that if {
	both := plan([], [], {"aws": "111122223333", "aws.lab": "444455556666"})

	own_accounts.makers(thing("aws"), {"p\n\naws_sqs_queue.aws"}) == set() with input as both
	own_accounts.makers(thing("aws"), {"p\n\naws_sqs_queue.lab"}) == {account} with input as both
	own_accounts.makers(thing("aws"), {"p\n\naws_sqs_queue.lab"}) == set() with input as plan([], [], {})
	own_accounts.makers(thing("aws"), {"p\n\ndata.aws_sqs_queue.lab"}) == {{"unknown": true}} with input as both
	own_accounts.makers(thing("aws"), set()) == {{"unknown": true}} with input as both
}

ours := "arn:aws:sqs:ap-northeast-1:111122223333:q"

account := {"is": {"by": "account", "name": "444455556666"}}

thing(block) := {"document": "p", "configured": sprintf("p\n\naws_sqs_queue.%s", [block])}

identity(id) := {"mode": "data", "type": "aws_caller_identity", "name": "me", "values": {"account_id": id}}

seen(block, arn) := {
	"address": sprintf("aws_sqs_queue.%s", [trim_prefix(block, "aws.")]),
	"mode": "managed",
	"type": "aws_sqs_queue",
	"name": trim_prefix(block, "aws."),
	"change": {"actions": ["no-op"], "after": {"arn": arn}, "after_unknown": {}},
}

plan(changes, asked, told) := {"terraform": {"p": {
	"resource_changes": changes,
	"prior_state": {"values": {"root_module": {"resources": asked}}},
	"configuration": {
		"provider_config": {block: {"expressions": {"allowed_account_ids": {"constant_value": [id]}}} |
			some block, id in told
		},
		"root_module": {"resources": [
			{"address": "aws_sqs_queue.aws", "provider_config_key": "aws", "expressions": {}},
			{"address": "aws_sqs_queue.lab", "provider_config_key": "aws.lab", "expressions": {}},
			{
				"address": "aws_sqs_queue.written",
				"provider_config_key": "aws",
				"expressions": {"arn": {"constant_value": "x"}},
			},
			{"address": "data.aws_caller_identity.me", "provider_config_key": "aws", "expressions": {}},
		]},
	},
}}}
