# METADATA
# title: How long buckets of Cloud Storage keep
# description: >-
#   How many days what is put into a bucket is kept, as its lifecycle rules, its retention policy and
#   its soft deletion say.
package bunkaiten.observed.terraform.google.bucket_retention

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.written

# METADATA
# description: Attributes that are read, by type.
reads := {"google_storage_bucket": ["lifecycle_rule", "retention_policy", "soft_delete_policy", "versioning"]}

# METADATA
# description: >-
#   {"is": days}, {"is": "forever"}, or {"unknown": true}. Only rules for everything in the bucket
#   count, the shortest of them. What is deleted can be had back for as long as it is deleted softly.
days(bucket) := {"unknown": true} if {
	some name in ["lifecycle_rule", "retention_policy", "soft_delete_policy", "versioning"]
	_is_open(bucket, name)
} else := {"is": sum([max([min(_ages(bucket)), _locked(bucket)]), _softly(bucket)])} if {
	count(_ages(bucket)) > 0
} else := {"is": "forever"}

_is_open(bucket, name) if resource.is_unknown(bucket, name)

# what the provider fills in where nobody wrote it is of no interest here
_is_open(bucket, name) if {
	walk(object.get(bucket.unknown, name, []), [path, true])
	last := path[count(path) - 1]
	filled_in := {"effective_time", "with_state"}
	not last in filled_in
}

# with_state: a live object of a bucket with versions becomes an old one, which the same rule then
# deletes, unless the rule is for live ones only: https://cloud.google.com/storage/docs/lifecycle
# a number written as a text
_is_open(bucket, "lifecycle_rule") if {
	some rule in resource.items(bucket, "lifecycle_rule")
	some condition in rule.values.condition
	is_string(condition.age)
}

_ages(bucket) := {condition.age |
	some rule in resource.items(bucket, "lifecycle_rule")
	some action in written.list(rule.values, "action")
	action.type == "Delete"
	[condition] := rule.values.condition
	_is_for_all(condition)
	not _is_for_live(bucket, condition)
}

_is_for_all(condition) if {
	is_number(condition.age)
	every name, value in condition { _is_no_limit(name, value) }
	object.get(condition, "with_state", "ANY") != "ARCHIVED"
}

_is_no_limit(name, _) if name in {"age", "with_state"}

_is_no_limit(name, _) if startswith(name, "send_")

_is_no_limit(_, value) if value in {0, null, "", false}

_is_no_limit(_, value) if value == []

_is_for_live(bucket, condition) if {
	condition.with_state == "LIVE"
	some versioning in resource.items(bucket, "versioning")
	versioning.values.enabled == true
}

# a number in seconds, as text since version 7 of the provider
_locked(bucket) := max({0} | {days_of |
	some policy in resource.items(bucket, "retention_policy")
	days_of := _in_days(policy.values.retention_period)
})

# seven days where nobody chose: soft_delete_policy of the provider's schema ("Default value is 604800")
_softly(bucket) := days_of if {
	some policy in resource.items(bucket, "soft_delete_policy")
	days_of := _in_days(policy.values.retention_duration_seconds)
} else := 7

_in_days(seconds) := ceil(seconds / 86400) if {
	is_number(seconds)
} else := ceil(to_number(seconds) / 86400) if {
	is_string(seconds)
	regex.match(`^[0-9]+$`, seconds)
}
