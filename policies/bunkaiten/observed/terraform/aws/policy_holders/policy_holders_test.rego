package bunkaiten_test.observed.terraform.aws.policy_holders

import data.bunkaiten.observed.terraform.aws.policy_holders

test_holder_of_an_id_or_an_arn if {
	every value in ["444455556666", "arn:aws:iam::444455556666:root", "arn:aws-cn:sns:cn-north-1:444455556666:x"] {
		policy_holders.holder(value) == {"by": "account", "name": "444455556666"}
	}

	policy_holders.holder("arn:aws:s3:::midori") == {"by": "service", "name": "arn:aws:s3:::midori"}
}

test_what_names_nobody if {
	every value in ["text", "4444", "arn:aws:iam::*:root", "arn:aws:s3:::midori*", "arn:aws", ""] {
		not policy_holders.holder(value)
	}
}

test_own_by_account_or_made_by_the_plan if {
	every value in [
		"111122223333",
		"arn:aws:sns:ap-northeast-1:111122223333:notices",
		"arn:aws:iam::777788889999:role/viewer",
		"arn:aws:iam::777788889999:user/clerk",
		"arn:aws:s3:::aoba-images",
		"vpce-1",
		"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1",
		"arn:aws:iam::582318560864:root",
		"383597477331",
	] {
		is_own(value)
	}
}

test_not_own if {
	every value in ["777788889999", "arn:aws:iam::777788889999:role/other", "arn:aws:s3:::midori", "vpce-9"] {
		not is_own(value)
	}
}

test_what_is_read if {
	object.keys(policy_holders.reads) == {
		"aws_iam_role", "aws_iam_user", "aws_s3_bucket", "aws_vpc", "aws_vpc_endpoint",
	}
}

is_own(value) if {
	policy_holders.is_own("plan", value) with input as envelope
}

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
