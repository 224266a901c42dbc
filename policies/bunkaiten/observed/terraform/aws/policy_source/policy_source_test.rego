package bunkaiten_test.observed.terraform.aws.policy_source

import data.bunkaiten.observed.terraform.aws.policy_source

anybody := {"type": "AWS", "name": "*"}

partner := {"type": "AWS", "name": "444455556666"}

nobody_known := {"type": "AWS", "name": null}

test_what_is_constant_is_read_as_in_a_text if {
	written := {
		"Effect": "Allow",
		"Principal": {"AWS": "444455556666"},
		"Action": ["s3:GetObject"],
		"Resource": reference("aws_s3_bucket.images.arn"),
		"Condition": {"Bool": {"aws:SecureTransport": "true"}},
	}

	statements(written) == {"is": [{
		"effect": "Allow",
		"principals": [partner],
		"actions": ["s3:GetObject"],
		"resources": ["own"],
		"conditions": [{"test": "Bool", "variable": "aws:SecureTransport", "values": ["true"]}],
	}]}
}

test_in_a_module_by_the_names_of_its_calls if {
	policy := {"Statement": [{"Principal": "*"}]}
	thing := {
		"configured": "plan\nouter.inner\naws_s3_bucket_policy.p",
		"document": "plan",
		"module": "module.outer[0].module.inner",
	}
	[found] := policy_source.statements(thing, "policy").is with input as {
		"terraform": {},
		"sources": {"plan": {"module.outer.module.inner.aws_s3_bucket_policy.p": {"policy": policy}}},
	}

	found.principals == [anybody]
}

test_what_not_even_the_source_settles_is_unknown if {
	cases := [
		{"written": {"Principal": {"unknown": true}}, "principals": [nobody_known]},
		{"written": {"Principal": {"AWS": {"unknown": true}}}, "principals": [nobody_known]},
		{"written": {"Principal": {"AWS": ["444455556666", {"unknown": true}]}}, "principals": [partner, nobody_known]},
		{"written": {"Principal": {"AWS": reference("var.partner")}}, "principals": [nobody_known]},
		{"written": {"Principal": {"AWS": reference("aws_s3_bucket.images.arn")}}, "principals": [nobody_known]},
		{"written": {"Principal": {"AWS": reference("aws_iam_role.elsewhere.arn")}}, "principals": [nobody_known]},
		{"written": {"Principal": {"AWS": reference("aws_iam_role.viewer.name")}}, "principals": [nobody_known]},
		{"written": {"Principal": {"Federated": reference("aws_iam_role.viewer.arn")}}, "principals": [{
			"type": "Federated",
			"name": null,
		}]},
		{"written": {"NotPrincipal": {"unknown": true}}, "principals": [anybody]},
	]

	every case in cases {
		[found] := statements(case.written).is
		found.principals == case.principals
	}
}

test_a_service_is_one_whatever_its_region if {
	[found] := statements({"Principal": {"Service": [{"unknown": "logs.${var.r}.amazonaws.com"}, "a.amazonaws.com"]}}).is

	found.principals == [{"type": "Service", "name": "service"}, {"type": "Service", "name": "a.amazonaws.com"}]
}

test_own_roles_users_and_the_own_account_are_left_out if {
	every text in [
		"${aws_iam_role.viewer.arn}",
		"${aws_iam_role.viewer[\"a.b\"].arn}",
		"${aws_iam_user.clerk.arn}",
		"${aws_cloudfront_origin_access_identity.site.iam_arn}",
		"${data.aws_caller_identity.own.account_id}",
		"arn:aws:iam::${data.aws_caller_identity.own.account_id}:root",
		"arn:${data.aws_partition.p.partition}:iam::${data.aws_caller_identity.own.account_id}:role/x",
	] {
		[found] := statements({"Principal": {"AWS": ["444455556666", {"unknown": text}]}}).is
		found.principals == [partner]
	}
}

test_what_only_looks_like_the_own_account_is_unknown if {
	every text in [
		"${data.aws_caller_identity.osaka.account_id}",
		"${data.aws_caller_identity.elsewhere.account_id}",
		"arn:aws:iam::444455556666:role/${data.aws_caller_identity.own.account_id}",
		"arn:aws:s3:::${data.aws_caller_identity.own.account_id}",
		"${data.aws_caller_identity.own.account_id}${var.x}",
		"x${aws_iam_role.viewer.arn}",
		"$${aws_iam_role.viewer.arn}",
	] {
		[found] := statements({"Principal": {"AWS": {"unknown": text}}}).is
		found.principals == [nobody_known]
	}
}

test_effect_and_actions_that_are_not_known if {
	[found] := statements({"Effect": {"unknown": true}, "Action": ["s3:GetObject", {"unknown": true}]}).is
	[whole] := statements({"Action": {"unknown": true}}).is

	found.effect == null
	found.actions == ["s3:GetObject", null]
	whole.actions == [null]
}

test_conditions_that_are_not_known if {
	hidden := {"test": null, "variable": null, "values": [null]}
	cases := [
		{"written": {"unknown": true}, "conditions": [hidden]},
		{"written": {"StringEquals": {"unknown": true}}, "conditions": [{
			"test": "StringEquals",
			"variable": null,
			"values": [null],
		}]},
		{"written": equals("aws:SourceArn", reference("aws_s3_bucket.images.arn")), "conditions": [arn("own")]},
		{"written": equals("aws:SourceArn", reference(own_account)), "conditions": [arn("own")]},
		{"written": equals("aws:SourceArn", reference("aws_organizations_account.midori.id")), "conditions": [arn(null)]},
		{"written": equals("aws:SourceArn", reference("aws_s3_bucket.images.tags")), "conditions": [arn(null)]},
		{"written": equals("aws:SourceArn", {"unknown": true}), "conditions": [arn(null)]},
		{"written": equals("aws:SourceArn", "arn:x"), "conditions": [arn("arn:x")]},
	]

	every case in cases {
		[found] := statements({"Condition": case.written}).is
		found.conditions == case.conditions
	}
}

test_a_policy_that_is_not_constant_as_a_whole_is_unknown if {
	every policy in [
		{"unknown": true},
		{"Statement": {"unknown": true}},
		{"Statement": [{"Principal": "*"}, {"unknown": "${local.more}"}]},
		{},
		[],
	] {
		of(policy) == {"unknown": true}
	}
}

test_without_a_source_nothing_is_said if {
	not policy_source.statements(thing, "policy") with input as {"terraform": {"plan": plan}}
	not policy_source.statements(thing, "other") with input as envelope({"Statement": []})
}

statements(written) := of({"Statement": written})

of(policy) := found if {
	found := policy_source.statements(thing, "policy") with input as envelope(policy)
}

own_account := "data.aws_caller_identity.own.account_id"

reference(name) := {"unknown": concat("", ["${", name, "}"])}

equals(variable, value) := {"ArnEquals": {variable: value}}

arn(value) := {"test": "ArnEquals", "variable": "aws:SourceArn", "values": [value]}

thing := {"configured": "plan\n\naws_s3_bucket_policy.p", "document": "plan", "module": ""}

envelope(policy) := {
	"terraform": {"plan": plan},
	"sources": {"plan": {"aws_s3_bucket_policy.p": {"policy": policy}}},
}

plan := {"configuration": {"root_module": {"resources": array.concat(
	[{
		"address": "aws_s3_bucket_policy.p",
		"provider_config_key": "aws",
		"expressions": {"policy": {"references": made}},
	}],
	[{"address": name, "provider_config_key": provider(name), "expressions": {}} | some name in made],
)}}}

provider(name) := "aws.osaka" if {
	contains(name, "osaka")
} else := "aws"

made := [
	"aws_cloudfront_origin_access_identity.site",
	"aws_iam_role.viewer",
	"aws_iam_user.clerk",
	"aws_organizations_account.midori",
	"aws_s3_bucket.images",
	"data.aws_caller_identity.osaka",
	"data.aws_caller_identity.own",
]
