package bunkaiten_test.observed.terraform.aws.bucket_parts

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.bucket_parts

test_parts_are_tied_by_reference_and_by_name_each_to_its_own if {
	resources := [
		bucket("images[\"a\"]", {}),
		bucket("images[\"b\"]", {}),
		bucket("letters", {"bucket": "aoba-letters"}),
		kept("aws_s3_bucket_policy", "images[\"a\"]", {}, {"bucket": true}, {"bucket": ["aws_s3_bucket.images"]}),
		kept("aws_s3_bucket_policy", "images[\"b\"]", {}, {"bucket": true}, {"bucket": ["aws_s3_bucket.images"]}),
		made("aws_s3_bucket_policy", "letters", {"bucket": "aoba-letters"}, {}),
		made("aws_s3_bucket_policy", "others", {"bucket": "midori"}, {}),
	]

	parts("images[\"a\"]", resources) == ["plan aws_s3_bucket_policy.images[\"a\"]"]
	parts("images[\"b\"]", resources) == ["plan aws_s3_bucket_policy.images[\"b\"]"]
	parts("letters", resources) == ["plan aws_s3_bucket_policy.letters"]
	buckets("aws_s3_bucket_policy", "letters", resources) == ["plan aws_s3_bucket.letters"]
	buckets("aws_s3_bucket_policy", "others", resources) == []
	buckets("aws_s3_bucket", "letters", resources) == ["plan aws_s3_bucket.letters"]
}

test_a_new_bucket_blocks_unless_the_plan_says_otherwise if {
	cases := [
		{"block": {"restrict_public_buckets": true}, "marks": {}, "blocked": "yes"},
		{"block": {"restrict_public_buckets": false}, "marks": {}, "blocked": "no"},
		{"block": {"restrict_public_buckets": null}, "marks": {}, "blocked": "no"},
		{"block": {}, "marks": {"restrict_public_buckets": true}, "blocked": "unknown"},
	]

	blocked([bucket("x", {})]) == "yes"
	blocked([bucket("x", {"id": "aoba-x"})]) == "no"

	every case in cases {
		references := {"bucket": ["aws_s3_bucket.x"], "restrict_public_buckets": ["aws_s3_bucket.x"]}
		marks := object.union(case.marks, {"bucket": true})
		block := kept("aws_s3_bucket_public_access_block", "x", case.block, marks, references)
		blocked([bucket("x", {}), block]) == case.blocked
	}
}

test_the_block_of_the_account_holds_for_its_provider if {
	open := made(
		"aws_s3_bucket_public_access_block",
		"x",
		{"bucket": "aoba-x", "restrict_public_buckets": false},
		{},
	)

	blocked([bucket("x", {}), open, whole_account({"restrict_public_buckets": true})]) == "yes"
	blocked([bucket("x", {}), open, whole_account({"restrict_public_buckets": false})]) == "no"
	blocked([bucket("x", {}), open, whole_account({"restrict_public_buckets": true, "provider": "aws.osaka"})]) == "no"
}

test_acls_of_new_buckets_are_off_unless_the_owner_shares if {
	cases := {
		"BucketOwnerEnforced": "yes",
		"BucketOwnerPreferred": "no",
		"ObjectWriter": "no",
	}

	without_acls([bucket("x", {})]) == "yes"
	without_acls([bucket("x", {"id": "aoba-x"})]) == "no"
	without_acls([bucket("x", {}), controls([])]) == "unknown"
	without_acls([bucket("x", {}), controls([{}])]) == "unknown"

	every ownership, off in cases {
		without_acls([bucket("x", {}), controls([{"object_ownership": ownership}])]) == off
	}
}

test_the_weakest_of_several if {
	bucket_parts.weakest({"yes", "unknown", "no"}) == "no"
	bucket_parts.weakest({"yes", "unknown"}) == "unknown"
	bucket_parts.weakest({"yes"}) == "yes"
	bucket_parts.weakest(set()) == "no"
}

test_what_is_read_and_what_belongs_to_a_bucket if {
	bucket_parts.satellites.aws_s3_bucket_policy == [["bucket", "aws_s3_bucket"]]
	bucket_parts.satellites.aws_s3_access_point == [["bucket", "aws_s3_bucket"]]
	count(bucket_parts.satellites) == 13
	count(bucket_parts.reads) == 4
}

bucket(name, after) := made("aws_s3_bucket", name, object.union({"bucket": concat("-", ["aoba", name])}, after), {})

controls(rules) := made("aws_s3_bucket_ownership_controls", "x", {"bucket": "aoba-x", "rule": rules}, {})

whole_account(after) := made("aws_s3_account_public_access_block", "x", after, {})

parts(name, resources) := [part.key | some part in found] if {
	found := _parts(concat("", ["plan aws_s3_bucket.", name])) with input as envelope(resources)
}

buckets(type, name, resources) := [owner.key | some owner in found] if {
	found := _buckets(type, concat("", ["plan ", type, ".", name])) with input as envelope(resources)
}

blocked(resources) := found if found := _blocked with input as envelope(resources)

without_acls(resources) := found if found := _without_acls with input as envelope(resources)

_parts(key) := bucket_parts.parts(resource.managed.aws_s3_bucket[key], "aws_s3_bucket_policy")

_buckets(type, key) := bucket_parts.buckets(resource.managed[type][key])

_blocked := bucket_parts.is_blocked(resource.managed.aws_s3_bucket["plan aws_s3_bucket.x"], "restrict_public_buckets")

_without_acls := bucket_parts.has_no_acls(resource.managed.aws_s3_bucket["plan aws_s3_bucket.x"])

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
	old := ["aws_s3_bucket", {"id": "b"}, {}]
	new := ["aws_s3_bucket", {"bucket": "b"}, {}]
	switch := "restrict_public_buckets"
	cases := [
		[[old, ["aws_s3_account_public_access_block", {}, {switch: true}]], "unknown"],
		[[new, ["aws_s3_account_public_access_block", {}, {switch: true}]], "yes"],
		[[new, ["aws_s3_bucket_public_access_block", {switch: false}, {"bucket": true}]], "unknown"],
	]
	every case in cases {
		key := "p aws_s3_bucket.late"
		state := bucket_parts.is_blocked(resource.managed.aws_s3_bucket[key], switch) with input as _known(case[0])
		state == case[1]
	}
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

_known(changes) := _with_providers(_late(changes))

_with_providers(plan) := object.union(plan, {"terraform": {"p": {"configuration": {"root_module": {"resources": [known |
	some change in plan.terraform.p.resource_changes
	written := object.union(change.change.after, change.change.after_unknown)
	known := {"address": change.address, "provider_config_key": "aws", "expressions": {name: {} | some name, _ in written}}
]}}}}})
