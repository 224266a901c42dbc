package bunkaiten_test.observed.terraform.aws.provider_accounts

import data.bunkaiten.observed.terraform.aws.provider_accounts

test_owners_are_what_the_provider_block_says if {
	owners := {place: found | some place, found in provider_accounts.owners} with input as given

	owners == {
		"p aws_s3_bucket.a": {{"by": "account", "name": "111122223333"}},
		"p aws_s3_bucket.b": {{"by": "account", "name": "777788889999"}},
	}
}

# the third block tells nothing
given := {"terraform": {"p": {
	"resource_changes": [
	{
		"address": concat(".", ["aws_s3_bucket", name]),
		"mode": "managed",
		"type": "aws_s3_bucket",
		"name": name,
		"change": {"actions": ["create"], "after": {}},
	} |
		some name, _ in blocks
	],
	"configuration": {
		"provider_config": {key: {"expressions": {"allowed_account_ids": {"constant_value": [account]}}} |
			some key, account in {"aws": "111122223333", "aws.kura": "777788889999"}
		},
		"root_module": {"resources": [
		{"address": concat(".", ["aws_s3_bucket", name]), "provider_config_key": key} |
			some name, key in blocks
		]},
	},
}}}

blocks := {"a": "aws", "b": "aws.kura", "c": "aws.osaka"}
