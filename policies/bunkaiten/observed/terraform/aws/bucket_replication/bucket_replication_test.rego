package bunkaiten_test.observed.terraform.aws.bucket_replication

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.bucket_replication

unknown := {"unknown": true}

osaka := {"is": "ap-northeast-3"}

test_copies_within_the_plan_tell_their_region if {
	named := [{"status": "Enabled", "destination": [{"bucket": "arn:aws:s3:::aoba-copies", "account": null}]}]
	late := [{"status": "Enabled", "destination": [{"account": null}]}]
	marks := {"rule": [{"destination": [{"bucket": true}]}]}

	copies([copied, rules(named, {}, [])]) == {copy({"region": osaka})}
	copies([copied, rules(late, marks, ["aws_s3_bucket.copies"])]) == {copy({"region": osaka})}
}

test_of_several_buckets_the_named_one_gets_the_copy if {
	named := [{"status": "Enabled", "destination": [{"bucket": "arn:aws:s3:::aoba-copies"}]}]
	elsewhere := [{"status": "Enabled", "destination": [{"bucket": "arn:aws:s3:::midori"}]}]
	more := made("aws_s3_bucket", "more", {"bucket": "aoba-more"}, {})

	copies([copied, more, rules(named, {}, [])]) == {copy({"region": osaka})}
	copies([copied, more, rules(elsewhere, {}, [])]) == {copy({"region": unknown, "who": unknown})}
}

test_of_a_bucket_that_no_plan_shows_neither_region_nor_owner_is_known if {
	elsewhere := [{"status": "Enabled", "destination": [{"bucket": "arn:aws:s3:::midori", "account": null}]}]
	late := [{"status": "Enabled", "destination": [{"account": ""}]}]
	marks := {"rule": [{"destination": [{"bucket": true}]}]}
	another := made("aws_s3_bucket", "more", {"bucket": "aoba-more"}, {})
	both := ["aws_s3_bucket.copies", "aws_s3_bucket.more"]

	copies([copied, rules(elsewhere, {}, [])]) == {copy({"region": unknown, "who": unknown})}
	copies([copied, another, rules(late, marks, both)]) == {copy({"region": unknown, "who": unknown})}
}

test_the_account_that_gets_the_copy if {
	other := {"is": {"by": "account", "name": "777788889999"}}
	hidden := [{"status": "Enabled", "destination": [{"bucket": "arn:aws:s3:::kura"}]}]
	marks := {"rule": [{"destination": [{"account": true}]}]}

	copies([rules(to("777788889999"), {}, [])]) == {copy({"region": unknown, "who": other})}
	copies([rules(to("111122223333"), {}, [])]) == {copy({"region": unknown})}
	copies([rules(hidden, marks, [])]) == {copy({"region": unknown, "who": unknown})}
}

test_rules_that_are_not_enabled_copy_nothing if {
	copies([rules([{"status": "Disabled", "destination": [{"bucket": "arn:aws:s3:::kura"}]}], {}, [])]) == set()
	copies([rules([], {}, [])]) == set()
}

test_rules_within_an_old_bucket if {
	destination := {"bucket": "arn:aws:s3:::kura", "account_id": "777788889999"}
	inner := {"rules": [{"status": "Enabled", "destination": [destination]}]}
	old := made("aws_s3_bucket", "old", {"bucket": "aoba-old", "replication_configuration": [inner]}, {})
	found := inside with input as envelope([old])

	found == {{
		"path": ["replication_configuration", 0, "rules", 0, "destination", 0],
		"region": unknown,
		"who": {"is": {"by": "account", "name": "777788889999"}},
	}}
}

test_what_is_read if {
	object.keys(bucket_replication.reads) == {"aws_s3_bucket", "aws_s3_bucket_replication_configuration"}
}

to(account) := [{"status": "Enabled", "destination": [{"bucket": "arn:aws:s3:::kura", "account": account}]}]

copy(known) := object.union({"path": ["rule", 0, "destination", 0]}, known)

copied := made("aws_s3_bucket", "copies", {"bucket": "aoba-copies", "provider": "aws.osaka"}, {})

rules(written, marks, references) := kept(
	"aws_s3_bucket_replication_configuration",
	"x",
	{"bucket": "aoba-x", "rule": written},
	marks,
	{"rule": references},
)

copies(resources) := found if found := outside with input as envelope(resources)

outside := bucket_replication.copies(thing) if {
	some _, thing in resource.managed.aws_s3_bucket_replication_configuration
}

inside := bucket_replication.copies(resource.managed.aws_s3_bucket["plan aws_s3_bucket.old"])

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
	cases := [
		["aws_s3_bucket_replication_configuration", {}, {"rule": true}, ["rule"]],
		["aws_s3_bucket", {}, {"replication_configuration": true}, ["replication_configuration"]],
		[
			"aws_s3_bucket",
			{"replication_configuration": [{}]},
			{"replication_configuration": [{"rules": true}]},
			["replication_configuration", 0, "rules"],
		],
		[
			"aws_s3_bucket_replication_configuration",
			{"rule": [{"status": "Enabled"}]},
			{"rule": [{"destination": true}]},
			["rule", 0],
		],
	]
	every case in cases {
		late := {"path": case[3], "region": {"unknown": true}, "who": {"unknown": true}}
		copies_of(array.slice(case, 0, 3)) == {late}
	}
}

copies_of(change) := found if {
	key := sprintf("p %s.late", [change[0]])
	found := bucket_replication.copies(resource.managed[change[0]][key]) with input as _late([change])
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
