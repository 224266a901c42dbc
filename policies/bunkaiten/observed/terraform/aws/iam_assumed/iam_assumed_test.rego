package bunkaiten_test.observed.terraform.aws.iam_assumed

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.iam_assumed
import data.bunkaiten.observed.terraform.aws.policy_document

unknown := {"unknown": true}

reader := {"role": "p aws_iam_role.reader"}

test_role_of_the_plan_by_its_arn_or_its_name if {
	every resources, sources in {
		[mine]: {reader},
		["arn:aws:iam::111122223333:role/team/reader"]: {reader},
		["arn:aws:iam::777788889999:role/known"]: {{"role": "p aws_iam_role.known"}},
		[mine, "arn:aws:iam::777788889999:role/known"]: {reader, {"role": "p aws_iam_role.known"}},
	} {
		of([change("aws_iam_role_policy.v", {"policy": text("sts:AssumeRole", resources)}, {})], {}) == sources
	}
}

test_role_that_stands_elsewhere_is_unknown if {
	every named in [
		"arn:aws:iam::111122223333:role/other", "arn:aws:iam::444455556666:role/reader", "*", "own", "reader",
		"arn:aws:iam::111122223333:role/read*", 7, null,
	] {
		of([change("aws_iam_role_policy.v", {"policy": text("sts:*", [named])}, {})], {}) == {unknown}
	}
}

test_other_actions_take_on_no_role if {
	of([change("aws_iam_role_policy.v", {"policy": text("sts:GetCallerIdentity", [mine])}, {})], {}) == set()
	of([change("aws_iam_role_policy.v", {"policy": text("iam:PassRole", [mine])}, {})], {}) == set()
}

# what a document that is read on apply names, and what it is read from
late(resources, referred) := of(
	[
		change("aws_iam_role_policy.v", {}, {"policy": true}),
		{
			"address": "data.aws_iam_policy_document.d",
			"mode": "data",
			"type": "aws_iam_policy_document",
			"name": "d",
			"change": {
				"actions": ["read"],
				"after": {"statement": [{"actions": ["sts:AssumeRole"], "resources": resources}]},
				"after_unknown": {"statement": [{"resources": [true]}]},
			},
		},
	],
	{
		"aws_iam_role_policy.v": {"policy": {"references": ["data.aws_iam_policy_document.d"]}},
		"data.aws_iam_policy_document.d": {"statement": [{"resources": {"references": referred}}]},
		"aws_iam_role.reader": {},
		"aws_s3_bucket.b": {},
	},
)

test_role_that_the_plan_makes_by_its_reference if {
	late([null], ["aws_iam_role.reader.arn", "aws_iam_role.reader"]) == {reader}
	late([null], ["aws_s3_bucket.b.arn", "aws_s3_bucket.b"]) == {unknown}
}

test_role_that_only_the_source_names if {
	changes := [change("aws_iam_role_policy.v", {}, {"policy": true})]
	referred := {"references": ["aws_iam_role.reader.arn", "aws_iam_role.reader"]}
	written := {"aws_iam_role_policy.v": {"policy": referred}, "aws_iam_role.reader": {}}
	statement := {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": {"unknown": "${aws_iam_role.reader.arn}"}}
	source := {"p": {"aws_iam_role_policy.v": {"policy": {"Statement": [statement]}}}}

	found(changes, written, source) == {reader}
}

mine := "arn:aws:iam::111122223333:role/reader"

text(action, resources) := json.marshal({"Statement": [{"Effect": "Allow", "Action": action, "Resource": resources}]})

change(address, after, unknown_parts) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown_parts},
}

of(changes, written) := found(changes, written, {})

# what all grants of aws_iam_role_policy.v let one take on
found(changes, written, sources) := given if {
	given := all_sources with input as envelope(changes, written, sources)
}

envelope(changes, written, sources) := {
	"sources": sources,
	"terraform": {"p": {
		"resource_changes": array.concat(changes, [
			change("aws_iam_role.reader", {"name": "reader"}, {"arn": true}),
			change("aws_iam_role.known", {"name": "known", "arn": "arn:aws:iam::777788889999:role/known"}, {}),
			change("aws_iam_role.late", {}, {"arn": true, "name": true}),
			change("aws_s3_bucket.b", {}, {"arn": true}),
		]),
		"configuration": {
			"provider_config": {"aws": {
				"name": "aws",
				"expressions": {"allowed_account_ids": {"constant_value": ["111122223333"]}},
			}},
			"root_module": {"resources": [
			{"address": address, "provider_config_key": "aws", "expressions": expressions} |
				some address, expressions in written
			]},
		},
	}},
}

all_sources := {source |
	some _, policy in resource.managed.aws_iam_role_policy
	some grant in policy_document.grants(policy, "policy").is
	some source in iam_assumed.of(policy, "policy", grant)
}
