package bunkaiten_test.observed.provider

import data.bunkaiten.observed.provider

test_accounts_are_those_that_a_provider_block_allows if {
	accounts({"allowed_account_ids": {"constant_value": ["111122223333", "444455556666"]}}) == {"p": {
		"111122223333",
		"444455556666",
	}}
}

test_accounts_of_a_resource_are_those_of_its_block if {
	every key, found in {"aws": {"1"}, "aws.other": {"2"}, "aws.osaka": set(), "absent": set()} {
		resources := [{"address": "aws_s3_bucket.a", "provider_config_key": key}]
		given := object.union(two_plans.terraform.differing, {"configuration": {"root_module": {"resources": resources}}})

		{each | each := provider.accounts_of(bucket({}))} == {found} with input as {"terraform": {"p": given}}
	}
}

test_account_is_that_of_the_role_which_is_assumed if {
	role := [{"role_arn": {"constant_value": "arn:aws:iam::111122223333:role/plan"}}]
	accounts({"assume_role": role}) == {"p": {"111122223333"}}
	accounts({"assume_role": role, "allowed_account_ids": {"constant_value": ["444455556666"]}}) == {"p": {
		"111122223333",
		"444455556666",
	}}
}

test_accounts_may_stand_in_a_variable if {
	accounts({"allowed_account_ids": {"references": ["var.accounts"]}}) == {"p": {"777788889999"}}
	accounts({"assume_role": [{"role_arn": {"references": ["var.role"]}}]}) == {"p": {"123412341234"}}
}

test_accounts_that_cannot_be_told_are_none if {
	every expressions in [
		{},
		null,
		"x",
		{"allowed_account_ids": null},
		{"allowed_account_ids": {"constant_value": null}},
		{"allowed_account_ids": {"constant_value": "111122223333"}},
		{"allowed_account_ids": {"constant_value": [111122223333, null, ""]}},
		{"allowed_account_ids": {"references": ["local.accounts"]}},
		{"allowed_account_ids": {"references": ["var.accounts", "var.role"]}},
		{"allowed_account_ids": {"references": ["var.absent"]}},
		{"allowed_account_ids": {"references": ["var.role"]}},
		{"allowed_account_ids": ["111122223333"]},
		{"allowed_account_ids": {"references": [], "constant": []}},
		{"assume_role": null},
		{"assume_role": "arn:aws:iam::111122223333:role/plan"},
		{"assume_role": [null, {}, {"role_arn": {"constant_value": null}}, {"role_arn": {"constant_value": "plan"}}]},
		{"assume_role": [{"role_arn": {"constant_value": "arn:aws:iam:::role/plan"}}]},
		{"assume_role": [{"role_arn": {"references": ["local.role"]}}]},
		{"assume_role": [{"role_arn": {"references": ["var.accounts"]}}]},
	] {
		accounts(expressions) == {}
	}
}

test_accounts_of_two_plans_are_kept_apart if {
	every given, by_document in {{}: {}, two_plans: {"p": {"1"}, "q": {"3"}}} {
		{document: found | some document, found in provider.accounts} == by_document with input as given
	}
}

two_plans := {"terraform": {
	"p": plan({"aws": allowing(["1"]), "aws.osaka": allowing(["1"])}),
	"q": plan({"aws": allowing(["3"]), "random": {}}),
	"differing": plan({"aws": allowing(["1"]), "aws.other": allowing(["2"]), "aws.osaka": {}}),
	"r": plan(null),
	"s": {},
}}

test_region_is_the_resource_s_own_before_that_of_its_provider_block if {
	every pair in [
		[{"region": "ap-northeast-3"}, {"is": "ap-northeast-3"}],
		[{"region": ""}, {"is": "ap-northeast-1"}],
		[{"region": null}, {"is": "ap-northeast-1"}],
		[{"region": ["x"]}, {"is": "ap-northeast-1"}],
		[{}, {"is": "ap-northeast-1"}],
	] {
		region(pair[0], {"region": {"constant_value": "ap-northeast-1"}}) == pair[1]
	}
}

test_region_may_stand_in_a_variable if {
	region({}, {"region": {"references": ["var.region"]}}) == {"is": "ap-northeast-3"}
}

test_region_that_is_written_and_not_yet_known_is_unknown if {
	every written, region_of in {"region": {"unknown": true}, "bucket": {"is": "ap-northeast-1"}} {
		configured := {"address": "aws_s3_bucket.a", "provider_config_key": "aws", "expressions": {written: {}}}
		given := {"terraform": {"p": object.union(
			plan({"aws": {"expressions": {"region": {"constant_value": "ap-northeast-1"}}}}),
			{"configuration": {"root_module": {"resources": [configured]}}},
		)}}
		late := object.union(bucket({}), {"unknown": {"region": true}})

		{found | found := provider.region(late) with input as given} == {region_of}
	}
}

test_region_that_nothing_tells_is_unknown if {
	every expressions in [
		{},
		null,
		{"region": null},
		{"region": {"constant_value": null}},
		{"region": {"constant_value": ""}},
		{"region": {"constant_value": 7}},
		{"region": {"references": ["local.region"]}},
		{"region": {"references": ["data.aws_region.here.name", "data.aws_region.here"]}},
		{"region": {"references": ["region"]}},
		{"region": {"references": ["var.accounts"]}},
	] {
		region({}, expressions) == {"unknown": true}
	}
	{found | found := provider.region(bucket({})) with input as {}} == {{"unknown": true}}
}

test_region_that_only_apply_will_show_is_unknown_where_somebody_wrote_it if {
	every case in [[{"region": {}}, {"unknown": true}], [{}, {"is": "ap-northeast-1"}]] {
		late := object.union(bucket({}), {"unknown": {"region": true}})
		found := provider.region(late) with input as {"terraform": {"p": object.union(
			plan({"aws": {"expressions": {"region": {"constant_value": "ap-northeast-1"}}}}),
			{"configuration": {"root_module": {"resources": [
				{"address": "aws_s3_bucket.a", "provider_config_key": "aws", "expressions": case[0]},
			]}}},
		)}}
		found == case[1]
	}
}

test_region_is_that_of_the_block_which_the_resource_uses if {
	given := {"terraform": {"p": object.union(
		plan({"aws": {}, "aws.osaka": {"expressions": {"region": {"constant_value": "ap-northeast-3"}}}}),
		{"configuration": {"root_module": {"resources": [
			{"address": "aws_s3_bucket.a", "provider_config_key": "aws.osaka"},
		]}}},
	)}}

	{found | found := provider.region(bucket({})) with input as given} == {{"is": "ap-northeast-3"}}
}

test_setting_is_what_the_block_of_the_resource_says if {
	given := {"terraform": {"p": object.union(
		plan({"sakuracloud": {"expressions": {"zone": {"constant_value": "is1a"}, "profile": {"references": ["local.p"]}}}}),
		{"configuration": {"root_module": {"resources": [
			{"address": "aws_s3_bucket.a", "provider_config_key": "sakuracloud"},
		]}}},
	)}}

	{zone | zone := provider.setting(bucket({}), "zone") with input as given} == {"is1a"}
	{other | some name in ["profile", "token"]; other := provider.setting(bucket({}), name) with input as given} == set()
}

accounts(expressions) := found if {
	given := {"terraform": {"p": plan({"aws": {"expressions": expressions}})}}
	found := {document: them | some document, them in provider.accounts} with input as given
}

region(values, expressions) := found if {
	found := provider.region(bucket(values)) with input as {"terraform": {"p": object.union(
		plan({"aws": {"expressions": expressions}}),
		{"configuration": {"root_module": {"resources": [{"address": "aws_s3_bucket.a", "provider_config_key": "aws"}]}}},
	)}}
}

bucket(values) := {"document": "p", "configured": "p\n\naws_s3_bucket.a", "values": values}

allowing(accounts_of) := {"expressions": {"allowed_account_ids": {"constant_value": accounts_of}}}

plan(blocks) := {
	"configuration": {"provider_config": blocks},
	"variables": {
		"accounts": {"value": ["777788889999"]},
		"region": {"value": "ap-northeast-3"},
		"role": {"value": "arn:aws:iam::123412341234:role/plan"},
	},
}

test_types_are_those_of_a_known_maker if {
	every pair in [
		["aws_lb", ""], ["aws_lb", "aws"],
		["aws_lb", "registry.terraform.io/hashicorp/aws"], ["aws_lb", "registry.opentofu.org/hashicorp/aws"],
		["aws_lb", "registry.terraform.io/-/aws"], ["terraform_data", "terraform.io/builtin/terraform"],
		["google_project", "registry.terraform.io/hashicorp/google"], ["google_project", "google-beta"],
		["google_project", "registry.terraform.io/hashicorp/google-beta"],
		["sakuracloud_internet", "registry.terraform.io/sacloud/sakuracloud"], ["sakuracloud_internet", "sakuracloud"],
	] {
		provider.cloud({"type": pair[0], "provider_name": pair[1]}) == split(pair[0], "_")[0]
	}
	provider.cloud({"type": "aws_lb"}) == "aws"
}

test_types_of_another_maker_are_unknown if {
	every pair in [
		["aws_lb", "example.com/acme/aws"], ["aws_lb", "registry.terraform.io/acme/aws"], ["aws_lb", 7],
		["aws_lb", "registry.terraform.io/hashicorp/awsome"], ["aws_lb", "registry.terraform.io/hashicorp/google"],
		["aws_lb", "registry.terraform.io/sacloud/aws"], ["aws_lb", "aws-beta"],
		["azapi_resource", "registry.terraform.io/azure/azapi"],
		["google_project", "registry.terraform.io/hashicorp/google-gamma"],
	] {
		not provider.cloud({"type": pair[0], "provider_name": pair[1]})
	}
}
