package bunkaiten_test.observed.terraform.aws.bucket_retention

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.bucket_retention

forever := {"is": "forever"}

unknown := {"unknown": true}

five_years := {"status": "Enabled", "filter": [nothing], "prefix": "", "expiration": [{"days": 1825, "date": null}]}

nothing := {"and": [], "object_size_greater_than": null, "object_size_less_than": null, "prefix": "", "tag": []}

test_nothing_written_is_kept_for_ever if {
	days([bucket({})]) == forever
	days([bucket({}), lifecycle([])]) == forever
	days([bucket({}), lifecycle([{"status": "Enabled", "expiration": []}])]) == forever
	days([bucket({}), lifecycle([{"status": "Enabled", "expiration": [{"days": 0}]}])]) == forever
}

test_enabled_rules_for_everything_count_the_shortest_of_them if {
	days([bucket({}), lifecycle([five_years])]) == {"is": 1825}
	days([bucket({}), lifecycle([object.union(five_years, {"expiration": [{"days": "1825"}]})])]) == {"unknown": true}
	days([bucket({}), lifecycle([five_years, object.union(five_years, {"expiration": [{"days": 30}]})])]) == {"is": 30}
}

test_locked_things_are_kept_for_as_long_as_the_lock_lasts if {
	every retention, kept in {
		{"days": 10}: {"is": 1825},
		{"days": 2000}: {"is": 2000},
		{"years": 7}: {"is": 2562},
		{"mode": "GOVERNANCE"}: unknown,
	} {
		locked := {"object_lock_configuration": [{"rule": [{"default_retention": [retention]}]}]}
		days([bucket(locked), lifecycle([five_years])]) == kept
	}
	days([bucket({"object_lock_configuration": [{"rule": [{"default_retention": [{"days": 10}]}]}]})]) == forever
}

test_disabled_and_partial_rules_do_not_count if {
	every patch in [
		{"status": "Disabled"},
		{"prefix": "work/"},
		{"filter": [{"prefix": "work/"}]},
		{"filter": [{"tag": [{"key": "a", "value": "b"}]}]},
		{"filter": [{"and": [{"prefix": "work/"}]}]},
		{"filter": [{"object_size_greater_than": 1000}]},
	] {
		days([bucket({}), lifecycle([object.union(five_years, patch)])]) == forever
	}

	hidden := {"bucket": true, "rule": [{"filter": [{"prefix": true}]}]}
	days([bucket({}), marked([object.union(five_years, {"filter": [{}]})], hidden)]) == forever
}

test_what_is_not_known_or_cannot_be_said_in_days if {
	every marks in [
		{"rule": true},
		{"rule": [{"expiration": true}]},
		{"rule": [{"expiration": [{"days": true}]}]},
	] {
		rules := [object.union(five_years, {"expiration": [{}]})]
		days([bucket({}), marked(rules, marks)]) == unknown
	}

	dated := object.union(five_years, {"expiration": [{"date": "2031-01-01T00:00:00Z"}]})
	days([bucket({}), lifecycle([dated])]) == unknown
}

test_with_versions_what_expires_stays_until_the_old_version_expires if {
	old := object.union(five_years, {"noncurrent_version_expiration": [{"noncurrent_days": 30}]})
	three := {"noncurrent_days": 30, "newer_noncurrent_versions": 3}
	newest := object.union(five_years, {"noncurrent_version_expiration": [three]})
	open := object.union(five_years, {"noncurrent_version_expiration": [{}]})
	late := {"rule": [{"noncurrent_version_expiration": [{"noncurrent_days": true}]}]}

	days([bucket({}), lifecycle([five_years]), versions("Enabled")]) == forever
	days([bucket({}), lifecycle([old]), versions("Enabled")]) == {"is": 1855}
	days([bucket({}), lifecycle([newest]), versions("Enabled")]) == forever
	days([bucket({}), lifecycle([old]), versions("Suspended")]) == {"is": 1825}
	days([bucket({}), marked([open], late), versions("Enabled")]) == unknown
	days([bucket({}), marked([open], late)]) == {"is": 1825}
	days([bucket({}), lifecycle([old]), late_versions]) == unknown
	days([bucket({"versioning": [{"enabled": true}]}), lifecycle([old])]) == {"is": 1855}
	days([bucket({"versioning": [{"enabled": true}]}), lifecycle([old]), versions("Disabled")]) == {"is": 1825}
}

test_rules_within_an_old_bucket if {
	rule := {"enabled": true, "prefix": "", "tags": {}, "expiration": [{"days": 365, "date": ""}]}
	cases := [
		{"patch": {}, "days": {"is": 365}},
		{"patch": {"enabled": false}, "days": forever},
		{"patch": {"prefix": "work/"}, "days": forever},
		{"patch": {"tags": {"a": "b"}}, "days": forever},
		{"patch": {"expiration": [{"days": 0, "date": "2031-01-01"}]}, "days": unknown},
	]

	every case in cases { days([bucket({"lifecycle_rule": [object.union(rule, case.patch)]})]) == case.days }

	days([bucket({"lifecycle_rule": [rule]}), lifecycle([five_years])]) == {"is": 1825}
	days([bucket({
		"versioning": [{"enabled": true}],
		"lifecycle_rule": [object.union(rule, {"noncurrent_version_expiration": [{"days": 5}]})],
	})]) == {"is": 370}
}

test_what_is_read if {
	object.keys(bucket_retention.reads) == {
		"aws_s3_bucket",
		"aws_s3_bucket_lifecycle_configuration",
		"aws_s3_bucket_versioning",
	}
}

bucket(after) := made("aws_s3_bucket", "x", object.union({"bucket": "aoba-x"}, after), {})

lifecycle(rules) := marked(rules, {})

marked(rules, marks) := kept(
	"aws_s3_bucket_lifecycle_configuration",
	"x",
	object.union({"bucket": "aoba-x"}, {"rule": rules}),
	marks,
	{"rule": []},
)

versions(status) := made(
	"aws_s3_bucket_versioning",
	"x",
	{"bucket": "aoba-x", "versioning_configuration": [{"status": status}]},
	{},
)

late_versions := kept(
	"aws_s3_bucket_versioning",
	"x",
	{"bucket": "aoba-x", "versioning_configuration": [{}]},
	{"versioning_configuration": [{"status": true}]},
	{},
)

days(resources) := found if found := _days with input as envelope(resources)

_days := bucket_retention.days(resource.managed.aws_s3_bucket["plan aws_s3_bucket.x"])

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
	bucket := {"bucket": "b"}
	yearly := {"expiration": [{"days": 365}]}
	old := object.union(bucket, {"lifecycle_rule": [yearly], "versioning": [{}]})
	part := "aws_s3_bucket_lifecycle_configuration"
	versions := "aws_s3_bucket_versioning"
	cases := [
		[["aws_s3_bucket", bucket, {"lifecycle_rule": true}]],
		[["aws_s3_bucket", bucket, {"versioning": true}]],
		[["aws_s3_bucket", old, {"versioning": [{"enabled": true}]}]],
		[["aws_s3_bucket", object.remove(old, ["versioning"]), {"lifecycle_rule": [{"enabled": true}]}]],
		[["aws_s3_bucket", bucket, {}], [part, bucket, {"rule": true}]],
		[["aws_s3_bucket", bucket, {}], [part, object.union(bucket, {"rule": [yearly]}), {"rule": [{"status": true}]}]],
		[
			["aws_s3_bucket", bucket, {}],
			[part, object.union(bucket, {"rule": [object.union(yearly, {"status": "Enabled"})]}), {"rule": [{"filter": true}]}],
		],
		[["aws_s3_bucket", bucket, {}], [versions, bucket, {"versioning_configuration": true}]],
	]
	every changes in cases {
		found := bucket_retention.days(resource.managed.aws_s3_bucket["p aws_s3_bucket.late"]) with input as _late(changes)
		found == {"unknown": true}
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
