package bunkaiten_test.observed.terraform.aws.buckets

import data.bunkaiten.observed.terraform.aws.buckets

anybody := {"is": {"by": "anybody", "name": "*"}}

test_a_bucket_is_a_store_with_what_is_known_of_it if {
	stores([bucket("a", {}), bucket("b", {"provider": "aws.osaka"})]) == {
		store(0, "a", "ap-northeast-1", {"is": "inside"}),
		store(1, "b", "ap-northeast-3", {"is": "inside"}),
	}
	stores([]) == set()
}

test_grants_stand_on_what_gives_them if {
	resources := [
		bucket("a", {"id": "aoba-a"}),
		made("aws_s3_bucket_policy", "a", {"bucket": "aoba-a", "policy": statement({"AWS": "444455556666"})}, {}),
		made("aws_s3_bucket_acl", "a", {"bucket": "aoba-a", "acl": "public-read"}, {}),
		made("aws_s3_access_point", "a", {"bucket": "aoba-a", "policy": statement({"AWS": "444455556666"})}, {}),
		bucket("b", {"id": "aoba-b", "policy": statement({"AWS": "444455556666"})}),
		made("aws_s3_object", "a", {"bucket": "aoba-a", "acl": "public-read"}, {}),
		made("aws_s3_bucket_object", "a", {"bucket": "aoba-a", "acl": "public-read"}, {}),
	]
	public := {"who": anybody, "rights": {"is": ["read"]}, "way": "bucket-object-acl"}
	partner := {"who": {"is": {"by": "account", "name": "444455556666"}}, "rights": {"is": ["read"]}}

	stores(resources) == {
		store(0, "a", "ap-northeast-1", {"is": "anybody"}),
		store(4, "b", "ap-northeast-1", {"is": "inside"}),
		on(1, "aws_s3_bucket_policy.a", ["policy"], object.union(partner, {"way": "bucket-policy"})),
		on(2, "aws_s3_bucket_acl.a", ["acl"], {"who": anybody, "rights": {"is": ["read"]}, "way": "bucket-acl"}),
		on(3, "aws_s3_access_point.a", ["policy"], object.union(partner, {"way": "access-point-policy"})),
		on(4, "aws_s3_bucket.b", ["policy"], object.union(partner, {"way": "bucket-policy"})),
		on(5, "aws_s3_object.a", ["acl"], public),
		on(6, "aws_s3_bucket_object.a", ["acl"], public),
	}
}

test_copies_are_stores_too if {
	rules := [{"status": "Enabled", "destination": [{"bucket": "arn:aws:s3:::kura", "account": "777788889999"}]}]

	stores([made("aws_s3_bucket_replication_configuration", "a", {"bucket": "aoba-a", "rule": rules}, {})]) == {on(
		0,
		"aws_s3_bucket_replication_configuration.a",
		["rule", 0, "destination", 0],
		{
			"way": "bucket-replication",
			"region": {"unknown": true},
			"who": {"is": {"by": "account", "name": "777788889999"}},
		},
	)}
}

test_web_sites_are_served_without_tls_to_whom_the_bucket_lets_read if {
	website := made("aws_s3_bucket_website_configuration", "a", {"bucket": "aoba-a"}, {})
	old := bucket("a", {"id": "aoba-a", "acl": "public-read", "website": [{"index_document": "index.html"}]})

	endpoints([bucket("a", {}), website]) == {site(1, "aws_s3_bucket_website_configuration.a", [], {"is": "inside"})}
	endpoints([website]) == {site(0, "aws_s3_bucket_website_configuration.a", [], {"unknown": true})}
	endpoints([old]) == {site(0, "aws_s3_bucket.a", ["website"], {"is": "anybody"})}
	endpoints([old, website]) == {site(1, "aws_s3_bucket_website_configuration.a", [], {"is": "anybody"})}
	endpoints([bucket("a", {"website": []})]) == set()
}

test_words_and_what_is_read if {
	object.keys(buckets.ways) == {
		"access-point-policy", "bucket", "bucket-acl", "bucket-object-acl", "bucket-policy", "bucket-replication",
		"bucket-website",
	}
	object.keys(buckets.reads) == {
		"aws_s3_bucket", "aws_s3_bucket_server_side_encryption_configuration", "aws_s3_bucket_website_configuration",
	}
	buckets.satellites.aws_s3_bucket_policy == [["bucket", "aws_s3_bucket"]]
}

statement(principal) := json.marshal({"Statement": {"Principal": principal, "Action": "s3:GetObject"}})

bucket(name, after) := made("aws_s3_bucket", name, object.union({"bucket": concat("-", ["aoba", name])}, after), {})

store(index, name, region, audience) := on(index, concat(".", ["aws_s3_bucket", name]), [], {
	"way": "bucket",
	"region": {"is": region},
	"encrypted": {"is": "yes"},
	"audience": audience,
	"retention": {"is": "forever"},
})

site(index, address, path, audience) := on(index, address, path, {
	"way": "bucket-website",
	"audience": audience,
	"encrypted": {"is": "none"},
	"port": {"is": 80},
})

stores(resources) := found if found := buckets.stores with input as envelope(resources)

endpoints(resources) := found if found := buckets.endpoints with input as envelope(resources)

on(index, address, path, attributes) := object.union(attributes, {
	"thing": concat("", ["terraform:", address]),
	"key": concat(" ", ["plan", address]),
	"steps": array.concat(["terraform", "plan", "resource_changes", index, "change", "after"], path),
})

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
