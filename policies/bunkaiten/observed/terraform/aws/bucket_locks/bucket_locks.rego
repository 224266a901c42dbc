# METADATA
# title: Locks of S3 buckets
# description: >-
#   How long what is put into an S3 bucket cannot be erased, whatever its lifecycle says, from plans for
#   AWS.
package bunkaiten.observed.terraform.aws.bucket_locks

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.bucket_parts

# METADATA
# description: The attributes that are read, by type.
reads := {
	"aws_s3_bucket": [
		"object_lock_configuration.rule.default_retention.days",
		"object_lock_configuration.rule.default_retention.years",
	],
	"aws_s3_bucket_object_lock_configuration": [
		"bucket", "rule.default_retention.days", "rule.default_retention.years",
	],
}

# METADATA
# description: The days of each default lock of a bucket, as attributes. A year counts as 366 days.
of(bucket) := {_days(lock) | some lock in _locks(bucket)} | {late | late := {"unknown": true}; _is_late(bucket)}

_locks(bucket) := array.concat(
	[lock |
		some configured in bucket_parts.parts(bucket, "aws_s3_bucket_object_lock_configuration")
		some rule in resource.items(configured, "rule")
		some lock in rule.values.default_retention
	],
	[lock |
		some block in resource.items(bucket, "object_lock_configuration")
		some rule in block.values.rule
		some lock in rule.default_retention
	],
)

_is_late(bucket) if resource.is_unknown(bucket, "object_lock_configuration")

_is_late(bucket) if {
	some item in resource.items(bucket, "object_lock_configuration")
	_hides(item.unknown, "rule")
}

_is_late(bucket) if {
	some configured in bucket_parts.parts(bucket, "aws_s3_bucket_object_lock_configuration")
	_hides(configured.unknown, "rule")
}

_hides(unknown, name) if unknown[name] == true

_hides(unknown, name) if {
	is_array(unknown[name])
	some part in unknown[name]
	part.default_retention == true
}

_days(lock) := {"is": lock.days} if {
	is_number(lock.days)
	lock.days > 0
} else := {"is": lock.years * 366} if {
	is_number(lock.years)
	lock.years > 0
} else := {"unknown": true}
