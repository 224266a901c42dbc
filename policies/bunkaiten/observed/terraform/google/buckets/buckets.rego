# METADATA
# title: Buckets of Cloud Storage
# description: Buckets, where they lie, who else gets at them, and for how long they keep.
package bunkaiten.observed.terraform.google.buckets

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.bucket_access
import data.bunkaiten.observed.terraform.google.bucket_acls
import data.bunkaiten.observed.terraform.google.bucket_retention
import data.bunkaiten.observed.terraform.google.iam_roles
import data.bunkaiten.observed.terraform.google.locations
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"storage-bucket": {"en": "Cloud Storage bucket", "ja": "Cloud Storage バケット"},
	"storage-bucket-acl": {"en": "ACL of a Cloud Storage bucket", "ja": "Cloud Storage バケットの ACL"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"google_storage_bucket": ["custom_placement_config", "location"]}

# METADATA
# description: >-
#   Buckets, one fact for each place that they lie in. All objects are encrypted, if by nothing else
#   with keys of Google: https://cloud.google.com/storage/docs/encryption/default-keys
stores contains found if {
	some key, bucket in resource.managed.google_storage_bucket
	some [path, region] in _places(bucket)
	found := fact.on(bucket, path, "storage-bucket", {
		"region": region,
		"encrypted": {"is": "yes"},
		"audience": bucket_access.audiences[key],
		"retention": bucket_retention.days(bucket),
	})
}

stores contains found if {
	some grant in bucket_acls.given
	not bucket_access.is_kept_in(grant)
	found := fact.on(grant.of, grant.path, "storage-bucket-acl", {
		"who": grant.who,
		"rights": iam_roles.rights(grant.role),
	})
}

# the two places of a bucket in a pair of regions that somebody chose
_places(bucket) := {[["custom_placement_config", pair.index, "data_locations", index], {"is": lower(place)}] |
	some pair in resource.items(bucket, "custom_placement_config")
	some index, place in written.list(pair.values, "data_locations")
	is_string(place)
} if {
	count(resource.items(bucket, "custom_placement_config")) > 0
	not resource.is_unknown(bucket, "custom_placement_config")
	not _is_open(bucket)
} else := {[[], {"unknown": true}]} if {
	_is_open(bucket)
} else := {[[], locations.of(resource.attribute(bucket, "location"))]}

_is_open(bucket) if {
	walk(object.get(bucket.unknown, "custom_placement_config", []), [_, true])
}
