# METADATA
# title: Parts of S3 buckets
# description: >-
#   What the plan says of a bucket stands in resources of their own. Which of them belong to which
#   bucket, and what its access block and its ownership controls leave in effect. No facts.
package bunkaiten.observed.terraform.aws.bucket_parts

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_s3_account_public_access_block": ["ignore_public_acls", "restrict_public_buckets"],
	"aws_s3_bucket": ["id"],
	"aws_s3_bucket_ownership_controls": ["bucket", "rule.object_ownership"],
	"aws_s3_bucket_public_access_block": ["bucket", "ignore_public_acls", "restrict_public_buckets"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {type: [["bucket", "aws_s3_bucket"]] | some type in _types}

_types := {
	"aws_s3_access_point",
	"aws_s3_bucket_acl", "aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket_object_lock_configuration",
	"aws_s3_bucket_object", "aws_s3_bucket_ownership_controls",
	"aws_s3_bucket_policy", "aws_s3_bucket_public_access_block", "aws_s3_bucket_replication_configuration",
	"aws_s3_bucket_server_side_encryption_configuration", "aws_s3_bucket_versioning",
	"aws_s3_bucket_website_configuration", "aws_s3_object",
}

# METADATA
# description: The resources of a type that belong to a bucket.
parts(bucket, type) := [part | some key in _parts[type][bucket.key]; part := _managed[type][key]]

# METADATA
# description: The buckets of the plan that a part belongs to; a bucket is its own.
buckets(part) := [part] if {
	part.type == "aws_s3_bucket"
} else := [bucket |
	some key in resource.tied(part, "bucket", "aws_s3_bucket")
	bucket := _managed.aws_s3_bucket[key]
]

# METADATA
# description: >-
#   Whether what makes a bucket public has no effect: "yes", "no", "unknown". `switch` is
#   restrict_public_buckets for policies, ignore_public_acls for ACLs: those work on what is there
#   already, while block_public_policy and block_public_acls only refuse what comes after them.
#   Buckets made since April 2023 have all four on and no ACLs, unless the plan says otherwise:
#   https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html
#   A bucket that is there already may be older, and what it has was accepted.
is_blocked(bucket, switch) := _blocked[switch][bucket.key]

# once for each bucket, as this engine is slow deep inside of functions that call functions
_blocked[switch][key] := state if {
	some switch in ["ignore_public_acls", "restrict_public_buckets"]
	some key, bucket in resource.managed.aws_s3_bucket
	state := _of_account(bucket, switch, _state(bucket, switch))
}

# what blocks the whole account may be known only after apply
_of_account(bucket, switch, own) := "unknown" if {
	own == "no"
	some _, block in _managed.aws_s3_account_public_access_block
	_is_of_account(block, bucket)
	resource.is_unknown(block, switch)
} else := own

_state(bucket, switch) := "yes" if {
	some _, block in _managed.aws_s3_account_public_access_block
	_is_of_account(block, bucket)
	block.values[switch] == true
} else := "unknown" if {
	some block in parts(bucket, "aws_s3_bucket_public_access_block")
	resource.is_unknown(block, switch)
} else := "yes" if {
	blocks := parts(bucket, "aws_s3_bucket_public_access_block")
	count(blocks) > 0
	every block in blocks { block.values[switch] == true }
} else := "no" if {
	count(parts(bucket, "aws_s3_bucket_public_access_block")) > 0
} else := _as_made(bucket, "aws_s3_bucket_public_access_block")

# METADATA
# description: >-
#   Of several such states the one that blocks least; "no" where there is none, as for a bucket that
#   no plan shows.
weakest(states) := "no" if {
	"no" in states
} else := "unknown" if {
	"unknown" in states
} else := "yes" if {
	"yes" in states
} else := "no"

# METADATA
# description: Whether ACLs of a bucket have no effect at all, as its owner owns every object.
has_no_acls(bucket) := "unknown" if {
	some controls in parts(bucket, "aws_s3_bucket_ownership_controls")
	_ownership(controls) == {"unknown": true}
} else := "yes" if {
	some controls in parts(bucket, "aws_s3_bucket_ownership_controls")
	_ownership(controls) == {"is": "BucketOwnerEnforced"}
} else := "no" if {
	count(parts(bucket, "aws_s3_bucket_ownership_controls")) > 0
} else := _as_made(bucket, "aws_s3_bucket_ownership_controls")

_ownership(controls) := {"is": written} if {
	some rule in resource.items(controls, "rule")
	written := rule.values.object_ownership
} else := {"unknown": true}

# a part whose bucket nobody can tell may belong to any
_as_made(bucket, type) := "no" if {
	resource.attribute(bucket, "id").is
} else := "unknown" if {
	_stray[type][bucket.document]
} else := "yes"

_stray[type][document] if {
	some type in ["aws_s3_bucket_ownership_controls", "aws_s3_bucket_public_access_block"]
	some _, part in resource.managed[type]
	resource.is_unknown(part, "bucket")
	count(resource.tied(part, "bucket", "aws_s3_bucket")) == 0
	document := part.document
}

# another provider block may work in another account
_is_of_account(block, bucket) if {
	block.document == bucket.document
	configuration.provider(block) == configuration.provider(bucket)
}

_parts[type][bucket] contains key if {
	some type in _types
	some key, part in resource.managed[type]
	some bucket in resource.tied(part, "bucket", "aws_s3_bucket")
}

# by a rule of its own, as regorus finds nothing where a function names another package's rule and
# is called for a wildcard
_managed := resource.managed
