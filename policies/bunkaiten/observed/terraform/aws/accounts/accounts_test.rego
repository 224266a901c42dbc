package bunkaiten_test.observed.terraform.aws.accounts

import data.bunkaiten.observed.terraform.aws.accounts

test_stranger_is_named_by_account_organization_or_as_anybody if {
	every written, who in {
		"444455556666": {"by": "account", "name": "444455556666"},
		"arn:aws:iam::444455556666:root": {"by": "account", "name": "444455556666"},
		"arn:aws-cn:iam::444455556666:role/reader": {"by": "account", "name": "444455556666"},
		"arn:aws:organizations::444455556666:organization/o-aoba": {"by": "organization", "name": "o-aoba"},
		"arn:aws:organizations::111122223333:ou/o-aoba/ou-x-1": {"by": "organization", "name": "o-aoba/ou-x-1"},
		"*": {"by": "anybody", "name": "*"},
		"arn:aws:iam::*:root": {"by": "anybody", "name": "*"},
		"something else": {"by": "account", "name": "something else"},
	} {
		accounts.strangers({"is": written}, {"111122223333"}) == {{"is": who}}
	}
	accounts.strangers({"is": "111122223333"}, set()) == {{"is": {"by": "account", "name": "111122223333"}}}
	every attribute in [{"unknown": true}, {"is": null}] {
		accounts.strangers(attribute, {"111122223333"}) == {{"unknown": true}}
	}
}

test_own_account_services_of_aws_and_nothing_are_no_strangers if {
	every attribute in [
		{"is": "111122223333"},
		{"is": "arn:aws:iam::111122223333:role/reader"},
		{"is": "sagemaker.amazonaws.com"},
		{},
	] {
		accounts.strangers(attribute, {"111122223333", "222233334444"}) == set()
	}
}

test_what_the_plan_makes_in_its_own_account if {
	own := {"p\n\naws_sns_topic.t", "p\nm.n\naws_iam_role.r", "p\n\ndata.aws_caller_identity.me"}

	accounts.is_own_making(own)
	not accounts.is_own_making(set())
	every other in [
		"p\n\naws_organizations_account.a", "p\n\naws_ram_resource_share.s", "p\n\nterraform_data.x",
		"p\n\ndata.aws_sqs_queue.q", "p\n\nazurerm_x.y",
	] {
		not accounts.is_own_making(own | {other})
	}
}
