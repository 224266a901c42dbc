# METADATA
# title: Copies of S3 buckets
# description: Where replication rules copy what is in a bucket. The facts are given by buckets.
package bunkaiten.observed.terraform.aws.bucket_replication

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.written

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_s3_bucket": [
		"bucket", "replication_configuration.rules.destination.account_id",
		"replication_configuration.rules.destination.bucket", "replication_configuration.rules.status",
	],
	"aws_s3_bucket_replication_configuration": [
		"bucket", "rule.destination.account", "rule.destination.bucket", "rule.status",
	],
}

# METADATA
# description: >-
#   The copies that the enabled rules of a thing make, each with path, region, and who where the
#   copy goes to another's account or nothing tells whose it is. A bucket's ARN names neither its
#   account nor its region.
copies(thing) := {copy |
	some rule in _rules(thing)
	rule.status == "Enabled"
	some index, destination in rule.destinations
	to := _bucket_of(thing, rule, destination)
	copy := object.union(
		{"path": array.concat(rule.path, ["destination", index]), "region": _region(to)},
		_who(thing, rule.accounts[index], to),
	)
} | {{"path": path, "region": {"unknown": true}, "who": {"unknown": true}} | some path in _late(thing)}

# where copies may be made that only apply will show
_late(thing) := (({["rule"] | thing.unknown.rule == true} | {["replication_configuration"] |
	resource.is_unknown(thing, "replication_configuration")
}) | {path |
	some item in resource.items(thing, "replication_configuration")
	item.unknown.rules == true
	path := ["replication_configuration", item.index, "rules"]
}) | {rule.path |
	some rule in _rules(thing)
	rule.status != "Disabled"
	some name in ["destination", "status"]
	rule.marks[_][name] == true
}

_rules(thing) := [rule |
	some item in resource.items(thing, "rule")
	rule := _rule(item.values, ["rule", item.index], "account", [item.unknown])
] if {
	thing.type == "aws_s3_bucket_replication_configuration"
} else := [rule |
	some item in resource.items(thing, "replication_configuration")
	some index, each in written.list(item.values, "rules")
	path := ["replication_configuration", item.index, "rules", index]
	rule := _rule(each, path, "account_id", [hidden | hidden := item.unknown.rules[index]])
]

# `marks` holds what is unknown of the rule, or nothing
_rule(each, path, account, marks) := {
	"path": path,
	"name": path[0],
	"marks": marks,
	"status": object.get(each, "status", null),
	"destinations": written.list(each, "destination"),
	"accounts": [found |
		some index, destination in written.list(each, "destination")
		found := _account(destination, account, {hidden | hidden := marks[_].destination[index][account]})
	],
}

_account(destination, account, hidden) := {"unknown": true} if {
	true in hidden
} else := {"is": destination[account]} if {
	resource.is_set(destination[account])
} else := {}

# the bucket of the plan that is meant, if there is one
_bucket_of(thing, rule, destination) := bucket if {
	is_string(destination.bucket)
	key := min(_by_name[thing.document][regex.replace(destination.bucket, `^arn:[^:]*:s3:::`, "")])
	bucket := _buckets[key]
} else := bucket if {
	not destination.bucket
	count([other | some one in _rules(thing); some other in one.destinations; not other.bucket]) == 1
	referred := resource.tied(thing, rule.name, "aws_s3_bucket")
	count(referred) == 1
	some key in referred
	bucket := _buckets[key]
} else := {}

_by_name[document][called] contains key if {
	some key, bucket in resource.managed.aws_s3_bucket
	document := bucket.document
	called := resource.attribute(bucket, "bucket").is
}

_region(to) := {"unknown": true} if {
	to == {}
} else := resource.region(to)

_who(thing, account, to) := {} if {
	account.is in _accounts[thing.document]
} else := {"who": {"is": {"by": "account", "name": account.is}}} if {
	account.is
} else := {"who": {"unknown": true}} if {
	account.unknown
} else := {"who": {"unknown": true}} if {
	to == {}
} else := {}

# by a rule of its own, as regorus finds nothing where a function names another package's rule and
# is called for a wildcard
_buckets := resource.managed.aws_s3_bucket

_accounts := resource.accounts
