package bunkaiten_test.observed.terraform.aws.bucket_access

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.bucket_access

anybody := {"is": {"by": "anybody", "name": "*"}}

partner := {"is": {"by": "account", "name": "444455556666"}}

test_a_public_policy_has_an_effect_only_where_the_block_is_off if {
	public := statement("*", "s3:GetObject")
	open := {grant(anybody, ["read"])}
	cases := [
		{"more": [], "grants": set(), "audience": {"is": "inside"}},
		{"more": [block({"restrict_public_buckets": false}, {})], "grants": open, "audience": {"is": "anybody"}},
		{"more": [block({"restrict_public_buckets": true}, {})], "grants": set(), "audience": {"is": "inside"}},
		{
			"more": [block({}, {"restrict_public_buckets": true})],
			"grants": {object.union(object.remove(grant(anybody, ["read"]), ["who"]), {"who": {"unknown": true}})},
			"audience": {"unknown": true},
		},
	]

	every case in cases {
		resources := array.concat([bucket({}), policy(public)], case.more)
		granted("aws_s3_bucket_policy", resources) == case.grants
		audience(resources) == case.audience
	}

	audience([bucket({"id": "aoba-x"}), policy(public)]) == {"is": "anybody"}
}

test_who_may_only_write_reads_nothing if {
	resources := [bucket({}), policy(statement("*", "s3:PutObject")), block({"restrict_public_buckets": false}, {})]

	granted("aws_s3_bucket_policy", resources) == {grant(anybody, ["write"])}
	audience(resources) == {"is": "inside"}
}

test_a_block_does_not_touch_what_one_account_is_granted if {
	reading := policy(statement({"AWS": "444455556666"}, "s3:GetObject"))
	resources := [bucket({}), reading, block({}, {"restrict_public_buckets": true})]

	granted("aws_s3_bucket_policy", resources) == {grant(partner, ["read"])}
	audience(resources) == {"is": "inside"}
	granted("aws_s3_bucket_policy", [reading]) == {grant(partner, ["read"])}
}

test_a_policy_that_cannot_be_read_is_a_grant_to_somebody_unknown if {
	hidden := kept("aws_s3_bucket_policy", "x", {"bucket": "aoba-x"}, {"policy": true}, {"policy": ["aws_s3_bucket.x"]})
	cases := [
		{"more": [], "audience": {"is": "inside"}},
		{"more": [block({"restrict_public_buckets": false}, {})], "audience": {"unknown": true}},
		{"more": [block({}, {"restrict_public_buckets": true})], "audience": {"unknown": true}},
	]

	every case in cases {
		resources := array.concat([bucket({}), hidden], case.more)
		granted("aws_s3_bucket_policy", resources) == {{"who": {"unknown": true}, "path": ["policy"]}}
		audience(resources) == case.audience
	}
}

test_the_bucket_s_own_policy_and_acl if {
	old := {"id": "aoba-x", "policy": statement({"AWS": "444455556666"}, "s3:GetObject"), "acl": "public-read"}

	granted("aws_s3_bucket", [bucket(old)]) == {
		grant(partner, ["read"]),
		{"who": anybody, "rights": {"is": ["read"]}, "path": ["acl"]},
	}
	audience([bucket(old)]) == {"is": "anybody"}
	audience([bucket(old), block({"ignore_public_acls": true}, {})]) == {"is": "inside"}
	granted("aws_s3_bucket", [bucket(object.remove(old, ["acl"])), policy(statement("*", "*"))]) == set()
	audience([bucket({"id": "aoba-x"}), acl("public-read")]) == {"is": "anybody"}
}

test_an_access_point_is_closed_unless_it_was_opened if {
	opened := [{"restrict_public_buckets": false}]
	closed := [{"restrict_public_buckets": true}]
	open_point := point({"public_access_block_configuration": opened})
	free := [bucket({}), block({"restrict_public_buckets": false}, {})]

	audience(array.concat(free, [point({})])) == {"is": "inside"}
	audience(array.concat(free, [point({"public_access_block_configuration": closed})])) == {"is": "inside"}
	audience(array.concat(free, [point({"public_access_block_configuration": opened})])) == {"is": "anybody"}
	audience([bucket({}), point({"public_access_block_configuration": opened})]) == {"is": "inside"}
	granted("aws_s3_access_point", array.concat(free, [point({})])) == set()
	granted("aws_s3_access_point", array.concat(free, [open_point])) == {grant(anybody, ["read"])}
}

test_what_is_read if {
	object.keys(bucket_access.reads) == {"aws_s3_access_point", "aws_s3_bucket", "aws_s3_bucket_policy"}
}

grant(who, rights) := {"who": who, "rights": {"is": rights}, "path": ["policy"]}

statement(principal, action) := json.marshal({"Statement": {"Principal": principal, "Action": action}})

bucket(after) := made("aws_s3_bucket", "x", object.union({"bucket": "aoba-x"}, after), {})

policy(text) := made("aws_s3_bucket_policy", "x", {"bucket": "aoba-x", "policy": text}, {})

acl(canned) := made("aws_s3_bucket_acl", "x", {"bucket": "aoba-x", "acl": canned}, {})

point(after) := made(
	"aws_s3_access_point",
	"x",
	object.union({"bucket": "aoba-x", "policy": statement("*", "s3:GetObject")}, after),
	{},
)

block(after, marks) := kept(
	"aws_s3_bucket_public_access_block",
	"x",
	object.union({"bucket": "aoba-x"}, after),
	marks,
	{"restrict_public_buckets": ["aws_ssm_parameter.x"]},
)

granted(type, resources) := grants if grants := _granted(type) with input as envelope(resources)

audience(resources) := who if who := _audience with input as envelope(resources)

_granted(type) := bucket_access.granted(resource.managed[type][concat("", ["plan ", type, ".x"])])

_audience := bucket_access.audience(resource.managed.aws_s3_bucket["plan aws_s3_bucket.x"])

made(type, name, after, references) := kept(type, name, after, {}, references)

# what is unknown is written: by a reference to what is made
kept(type, name, after, marks, references) := {
	"change": {
		"address": concat(".", [type, name]),
		"mode": "managed",
		"type": type,
		"name": regex.replace(name, `\[.*$`, ""),
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": concat(".", [type, regex.replace(name, `\[.*$`, "")]),
		"provider_config_key": object.get(after, "provider", "aws"),
		"expressions": object.union(
			{attribute: {} | some attribute, _ in after},
			{attribute: {"references": list} | some attribute, list in references},
		),
	},
}

envelope(resources) := {"terraform": {"plan": {
	"resource_changes": [written.change | some written in resources],
	"configuration": {
		"provider_config": {
			"aws": {"expressions": {
				"region": {"constant_value": "ap-northeast-1"},
				"allowed_account_ids": {"constant_value": ["111122223333"]},
			}},
			"aws.osaka": {"expressions": {"region": {"constant_value": "ap-northeast-3"}}},
		},
		"root_module": {"resources": [written.configured | some written in resources]},
	},
}}}
