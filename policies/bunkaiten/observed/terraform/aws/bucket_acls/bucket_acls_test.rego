package bunkaiten_test.observed.terraform.aws.bucket_acls

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.bucket_acls

anybody := {"is": {"by": "anybody", "name": "*"}}

unknown := {"who": {"unknown": true}, "path": ["acl"]}

test_canned_acls if {
	cases := {
		"public-read": {{"who": anybody, "rights": {"is": ["read"]}, "path": ["acl"]}},
		"public-read-write": {{"who": anybody, "rights": {"is": ["read", "write"]}, "path": ["acl"]}},
		"authenticated-read": {{"who": anybody, "rights": {"is": ["read"]}, "path": ["acl"]}},
		"private": set(),
		"log-delivery-write": set(),
		"bucket-owner-full-control": set(),
		"": set(),
	}

	every acl, grants in cases {
		found("aws_s3_bucket_acl", [bucket({"id": "aoba-x"}), of({"acl": acl}, {})]) == grants
		found("aws_s3_bucket", [bucket({"id": "aoba-x", "acl": acl})]) == grants
	}
}

test_acls_of_objects if {
	public := {{"who": anybody, "rights": {"is": ["read"]}, "path": ["acl"]}}
	effective := bucket({"id": "aoba-x"})

	every type in ["aws_s3_object", "aws_s3_bucket_object"] {
		found(type, [effective, kept(type, "x", {"bucket": "aoba-x", "acl": "public-read"}, {}, {})]) == public
		found(type, [effective, kept(type, "x", {"bucket": "aoba-x", "acl": "private"}, {}, {})]) == set()
		found(type, [effective, kept(type, "x", {"bucket": "aoba-x"}, {"acl": true}, {})]) == set()
		found(type, [effective, kept(type, "x", {"bucket": "aoba-x"}, {"acl": true}, {"acl": ["var.acl"]})]) == {unknown}
		found(type, [kept(type, "x", {"bucket": "elsewhere", "acl": "public-read"}, {}, {})]) == public
	}
}

test_what_is_known_only_after_apply if {
	late := {"acl": ["aws_ssm_parameter.acl"], "access_control_policy": ["aws_ssm_parameter.acl"]}
	late_bucket := kept("aws_s3_bucket", "x", {"bucket": "aoba-x", "id": "x"}, {"grant": true}, {"grant": ["aws_x.y"]})

	found("aws_s3_bucket_acl", [bucket({"id": "x"}), kept("aws_s3_bucket_acl", "x", {}, {"acl": true}, late)]) == {unknown}
	found("aws_s3_bucket_acl", [kept("aws_s3_bucket_acl", "x", {}, {"access_control_policy": true}, late)]) == {{
		"who": {"unknown": true},
		"path": ["access_control_policy"],
	}}
	found("aws_s3_bucket", [late_bucket]) == {{"who": {"unknown": true}, "path": ["grant"]}}
}

test_lists_of_grants if {
	policy := {
		"owner": [{"id": "own"}],
		"grant": [
			{"permission": "FULL_CONTROL", "grantee": [{"type": "CanonicalUser", "id": "own"}]},
			{"permission": "READ", "grantee": [{"type": "CanonicalUser", "id": "other", "uri": ""}]},
			{"permission": "READ_ACP", "grantee": [{"type": "CanonicalUser", "id": "other", "uri": ""}]},
			{"permission": "WRITE_ACP", "grantee": [{"type": "Group", "id": "", "uri": group("global/AllUsers")}]},
			{"permission": "WRITE", "grantee": [{"type": "Group", "uri": group("s3/LogDelivery")}]},
			{"permission": "WRITE", "grantee": [{"type": "AmazonCustomerByEmail", "email_address": "a@midori.example"}]},
			{"permission": "READ", "grantee": [{"type": "CanonicalUser"}]},
		],
	}

	found("aws_s3_bucket_acl", [of({"access_control_policy": [policy]}, {})]) == {
		grant(1, {"is": {"by": "user", "name": "other"}}, ["read"]),
		grant(3, anybody, ["read", "write"]),
		grant(5, {"is": {"by": "user", "name": "a@midori.example"}}, ["write"]),
		grant(6, {"unknown": true}, ["read"]),
	}
}

test_grants_within_a_bucket_but_the_owners if {
	owner := {"id": "own", "type": "CanonicalUser", "permissions": ["FULL_CONTROL"], "uri": ""}
	public := {"id": "", "type": "Group", "permissions": ["READ_ACP", "READ"], "uri": group("global/AuthenticatedUsers")}
	other := object.union(owner, {"id": "other"})

	found("aws_s3_bucket", [bucket({"id": "x", "grant": [owner]})]) == set()
	found("aws_s3_bucket", [bucket({"id": "x", "grant": [owner, public, {}]})]) == {inline(1, anybody, ["read"])}
	found("aws_s3_bucket", [bucket({"id": "x", "grant": [owner, other]})]) == {
		inline(0, {"is": {"by": "user", "name": "own"}}, ["read", "write"]),
		inline(1, {"is": {"by": "user", "name": "other"}}, ["read", "write"]),
	}
}

test_acls_that_are_off_grant_nothing if {
	acl := of({"acl": "public-read"}, {})
	found("aws_s3_bucket_acl", [bucket({}), acl]) == set()
	found("aws_s3_bucket_acl", [bucket({}), acl, owned([{"object_ownership": "BucketOwnerEnforced"}])]) == set()
	found("aws_s3_bucket_acl", [bucket({}), acl, owned([{}])]) == {unknown}
}

test_a_resource_of_its_own_speaks_for_the_bucket if {
	resources := [bucket({"id": "aoba-x", "acl": "public-read"}), of({"acl": "private"}, {})]

	found("aws_s3_bucket", resources) == set()
	found("aws_s3_bucket_policy", [made("aws_s3_bucket_policy", "x", {"acl": "public-read"}, {})]) == set()
}

test_what_is_read if {
	object.keys(bucket_acls.reads) == {"aws_s3_bucket", "aws_s3_bucket_acl", "aws_s3_bucket_object", "aws_s3_object"}
}

group(name) := concat("/", ["http://acs.amazonaws.com/groups", name])

grant(index, who, rights) := {
	"who": who,
	"rights": {"is": rights},
	"path": ["access_control_policy", 0, "grant", index],
}

inline(index, who, rights) := {"who": who, "rights": {"is": rights}, "path": ["grant", index]}

bucket(after) := made("aws_s3_bucket", "x", object.union({"bucket": "aoba-x"}, after), {})

of(after, references) := made("aws_s3_bucket_acl", "x", object.union({"bucket": "aoba-x"}, after), references)

owned(rules) := made("aws_s3_bucket_ownership_controls", "x", {"bucket": "aoba-x", "rule": rules}, {})

found(type, resources) := grants if grants := _written(type) with input as envelope(resources)

_written(type) := bucket_acls.written(resource.managed[type][concat("", ["plan ", type, ".x"])])

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

test_what_only_apply_will_show if {
	uri := "http://acs.amazonaws.com/groups/global/AllUsers"
	policy := {"access_control_policy": [{"grant": [{"permission": "READ", "grantee": [{"uri": uri}]}]}]}
	whole := {{"who": {"unknown": true}, "path": ["access_control_policy", 0, "grant"]}}
	cases := [
		[{"access_control_policy": [{}]}, {"access_control_policy": [{"grant": true}]}, whole],
		[
			{"access_control_policy": [{"grant": [{"permission": "READ"}]}]},
			{"access_control_policy": [{"grant": [{"grantee": true}]}]},
			{{"who": {"unknown": true}, "path": ["access_control_policy", 0, "grant", 0, "grantee"]}},
		],
		[
			json.remove(policy, ["access_control_policy/0/grant/0/permission"]),
			{"access_control_policy": [{"grant": [{"permission": true}]}]},
			{{"who": anybody, "rights": {"unknown": true}, "path": ["access_control_policy", 0, "grant", 0]}},
		],
	]
	every case in cases {
		granted := bucket_acls.written(resource.managed.aws_s3_bucket_acl["p aws_s3_bucket_acl.late"]) with input as _late([[
			"aws_s3_bucket_acl",
			case[0],
			case[1],
		]])
		granted == case[2]
	}
	listed := {"id": "old", "grant": [{"uri": uri}]}
	inline := bucket_acls.written(resource.managed.aws_s3_bucket["p aws_s3_bucket.late"]) with input as _late([[
		"aws_s3_bucket",
		listed,
		{"grant": [{"permissions": true}]},
	]])
	inline == {{"who": anybody, "rights": {"unknown": true}, "path": ["grant", 0]}}
}

_late(changes) := {"terraform": {"p": {"resource_changes": [change |
	some [type, after, pending] in changes
	change := {
		"address": concat(".", [type, "late"]),
		"mode": "managed",
		"type": type,
		"name": "late",
		"change": {"actions": ["create"], "after": after, "after_unknown": pending},
	}
]}}}
