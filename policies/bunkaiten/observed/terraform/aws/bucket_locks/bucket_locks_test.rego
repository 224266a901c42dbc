package bunkaiten_test.observed.terraform.aws.bucket_locks

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.bucket_locks

test_lock_counts_in_days if {
	every retention, days in {
		{"mode": "COMPLIANCE", "days": 30, "years": null}: {"is": 30},
		{"mode": "GOVERNANCE", "days": null, "years": 7}: {"is": 2562},
		{"mode": "GOVERNANCE", "days": 0, "years": 1}: {"is": 366},
		{"mode": "GOVERNANCE", "days": null, "years": null}: {"unknown": true},
		{"mode": "GOVERNANCE", "days": 0, "years": 0}: {"unknown": true},
		{"mode": "GOVERNANCE"}: {"unknown": true},
	} {
		locks({}, [{"default_retention": [retention]}]) == {days}
		locks({"object_lock_configuration": [{"rule": [{"default_retention": [retention]}]}]}, []) == {days}
	}
}

test_bucket_without_a_lock_has_none if {
	locks({}, []) == set()
	locks({}, [{"default_retention": []}]) == set()
	locks({"object_lock_configuration": []}, []) == set()
	locks({"object_lock_configuration": [{"rule": []}]}, []) == set()
}

locks(attributes, rules) := found if {
	found := bucket_locks.of(resource.managed.aws_s3_bucket["p aws_s3_bucket.b"]) with input as {"terraform": {"p": {
		"resource_changes": [
			made("aws_s3_bucket.b", object.union({"bucket": "b"}, attributes)),
			made("aws_s3_bucket_object_lock_configuration.b", {"bucket": "b", "rule": rules}),
		],
	}}}
		with data.bunkaiten.observed.resource_types.terraform.aws as {
			"aws_s3_bucket": "read",
			"aws_s3_bucket_object_lock_configuration": "read",
		}
}

made(address, after) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": "b",
	"change": {"actions": ["create"], "after": after, "after_unknown": {}},
}

test_what_only_apply_will_show if {
	of_bucket := {"object_lock_configuration": [{"rule": [{}]}]}
	part := "aws_s3_bucket_object_lock_configuration"
	cases := [
		[["aws_s3_bucket", {"bucket": "b"}, {"object_lock_configuration": true}]],
		[["aws_s3_bucket", object.union(of_bucket, {"bucket": "b"}), {"object_lock_configuration": [{"rule": true}]}]],
		[["aws_s3_bucket", {"bucket": "b"}, {}], [part, {"bucket": "b"}, {"rule": true}]],
		[["aws_s3_bucket", {"bucket": "b"}, {}], [part, {"bucket": "b"}, {"rule": [{"default_retention": true}]}]],
	]
	every changes in cases {
		found := bucket_locks.of(resource.managed.aws_s3_bucket["p aws_s3_bucket.late"]) with input as _late(changes)
		found == {{"unknown": true}}
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
