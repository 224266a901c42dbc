# METADATA
# title: Who gets at buckets of Cloud Storage
# description: >-
#   Whether a bucket can be read by everybody, by the roles and access control lists that the plan
#   gives, and as far as public access is not prevented.
package bunkaiten.observed.terraform.google.bucket_access

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.bucket_acls
import data.bunkaiten.observed.terraform.google.iam_grants

# METADATA
# description: Attributes that are read, by type.
reads := {"google_storage_bucket": ["public_access_prevention"]}

# METADATA
# description: Everybody, of each bucket by key; "inside" where nothing gives access to everybody.
audiences[key] := _audience(key, resource.attribute(bucket, "public_access_prevention")) if {
	some key, bucket in resource.managed.google_storage_bucket
}

# METADATA
# description: A grant to everybody on buckets that all prevent public access, which so has no effect.
is_kept_in(grant) if {
	grant.who.is.by == "anybody"
	buckets := resource.tied(grant.of, "bucket", "google_storage_bucket")
	count(buckets) > 0
	every bucket in buckets { _prevented[bucket] }
}

# "enforced" on the bucket; inherited, the default, leaves it to the organisation, of which no plan tells:
# https://cloud.google.com/storage/docs/public-access-prevention
_prevented[key] if {
	some key, bucket in resource.managed.google_storage_bucket
	bucket.values.public_access_prevention == "enforced"
}

_audience(key, prevention) := {"is": "inside"} if {
	prevention.is == "enforced"
} else := {"unknown": true} if {
	prevention.unknown
} else := {"is": "anybody"} if {
	some who in _granted[key]
	who.is.by == "anybody"
} else := {"unknown": true} if {
	some who in _granted[key]
	who.unknown
} else := {"is": "inside"}

_granted[key] contains grant.who if {
	some grant in iam_grants.given
	some key in resource.tied(grant.of, "bucket", "google_storage_bucket")
}

_granted[key] contains grant.who if {
	some grant in bucket_acls.given
	some key in resource.tied(grant.of, "bucket", "google_storage_bucket")
}
