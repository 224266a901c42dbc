# METADATA
# title: How long S3 buckets keep
# description: How many days what is put into a bucket is kept, as its lifecycle rules say.
package bunkaiten.observed.terraform.aws.bucket_retention

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.bucket_locks
import data.bunkaiten.observed.terraform.aws.bucket_parts
import data.bunkaiten.observed.written

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_s3_bucket": [
		"lifecycle_rule.enabled", "lifecycle_rule.expiration.date", "lifecycle_rule.expiration.days",
		"lifecycle_rule.noncurrent_version_expiration.days", "lifecycle_rule.prefix", "lifecycle_rule.tags",
		"versioning.enabled",
	],
	"aws_s3_bucket_lifecycle_configuration": [
		"bucket", "rule.expiration.date", "rule.expiration.days", "rule.filter.and",
		"rule.filter.object_size_greater_than", "rule.filter.object_size_less_than", "rule.filter.prefix",
		"rule.filter.tag", "rule.noncurrent_version_expiration.newer_noncurrent_versions",
		"rule.noncurrent_version_expiration.noncurrent_days", "rule.prefix", "rule.status",
	],
	"aws_s3_bucket_versioning": ["bucket", "versioning_configuration.status"],
}

# METADATA
# description: >-
#   {"is": days}, {"is": "forever"}, or {"unknown": true}. Only enabled rules for everything in the
#   bucket count, the shortest of them; expiry on a date cannot be said in days. In a bucket with
#   versions, what expires is kept as an old version until that expires too.
days(bucket) := {"unknown": true} if {
	_is_unknown(bucket)
} else := {"unknown": true} if {
	{"unknown": true} in bucket_locks.of(bucket)
} else := {"is": max({erased} | {locked.is | some locked in bucket_locks.of(bucket)})} if {
	every period in _periods(bucket) { count(_known(bucket, period)) > 0 }
	erased := sum([min(_known(bucket, period)) | some period in _periods(bucket)])
} else := {"is": "forever"}

_periods(bucket) := ["current", "old"] if {
	_has_versions(bucket) == "yes"
} else := ["current"]

_is_unknown(bucket) if _has_versions(bucket) == "unknown"

_is_unknown(bucket) if {
	some configured in bucket_parts.parts(bucket, "aws_s3_bucket_lifecycle_configuration")
	configured.unknown.rule == true
}

_is_unknown(bucket) if resource.is_unknown(bucket, "lifecycle_rule")

_is_unknown(bucket) if {
	some rule in _rules(bucket)
	some period in _periods(bucket)
	rule[period] == {"unknown": true}
}

_known(bucket, what) := {rule[what].is | some rule in _rules(bucket)}

# suspended: what is overwritten is gone
_has_versions(bucket) := "unknown" if {
	some versioning in bucket_parts.parts(bucket, "aws_s3_bucket_versioning")
	versioning.unknown.versioning_configuration == true
} else := "unknown" if {
	some item in _versionings(bucket)
	item.unknown.status == true
} else := "yes" if {
	some item in _versionings(bucket)
	"Enabled" == item.values.status
} else := "no" if {
	count(_versionings(bucket)) > 0
} else := "yes" if {
	some item in resource.items(bucket, "versioning")
	item.values.enabled == true
} else := "unknown" if {
	resource.is_unknown(bucket, "versioning")
} else := "unknown" if {
	some item in resource.items(bucket, "versioning")
	item.unknown.enabled == true
} else := "no"

_versionings(bucket) := [item |
	some versioning in bucket_parts.parts(bucket, "aws_s3_bucket_versioning")
	some item in resource.items(versioning, "versioning_configuration")
]

# a bucket's own rules are old; where there is a resource for them, they are what that one wrote
_rules(bucket) := [rule |
	some item in resource.items(bucket, "lifecycle_rule")
	not _is_off(item)
	not _is_partial(item)
	periods := {"current": _period(item, "expiration", "days"), "old": _period(item, _old, "days")}
	rule := _settled(item, periods)
] if {
	count(bucket_parts.parts(bucket, "aws_s3_bucket_lifecycle_configuration")) == 0
} else := [rule |
	some configured in bucket_parts.parts(bucket, "aws_s3_bucket_lifecycle_configuration")
	some item in resource.items(configured, "rule")
	not _is_off(item)
	not _is_partial(item)
	rule := _settled(item, {"current": _period(item, "expiration", "days"), "old": _old_period(item)})
]

_is_off(item) if item.values.enabled == false

_is_off(item) if item.values.status == "Disabled"

# whether a rule works, and for what, may be known only after apply
_settled(item, periods) := periods if {
	_is_on(item)
	not _is_late(item)
} else := {"current": {"unknown": true}, "old": {"unknown": true}}

_is_on(item) if item.values.enabled == true

_is_on(item) if item.values.status == "Enabled"

_is_late(item) if item.unknown.filter == true

_old := "noncurrent_version_expiration"

_is_partial(item) if {
	some name in ["prefix", "tags"]
	resource.is_set(item.values[name])
}

_is_partial(item) if {
	walk(item.values, [["filter", _, _], value])
	resource.is_set(value)
}

_is_partial(item) if {
	walk(item.unknown, [["filter", _, _], true])
}

# the newest old versions are kept for ever
_old_period(item) := {} if {
	some block in written.list(item.values, _old)
	resource.is_set(block.newer_noncurrent_versions)
} else := _period(item, _old, "noncurrent_days")

_period(item, block, name) := {"is": value} if {
	some each in written.list(item.values, block)
	value := each[name]
	is_number(value)
	value > 0
} else := {"unknown": true} if {
	item.unknown[block] == true
} else := {"unknown": true} if {
	is_array(item.unknown[block])
	some hidden in item.unknown[block]
	hidden[name] == true
} else := {"unknown": true} if {
	some each in written.list(item.values, block)
	some field in {"date", name}
	is_string(each[field])
	each[field] != ""
} else := {}
