# METADATA
# title: Who gets at S3 buckets
# description: >-
#   Grants of bucket policies, ACLs and access points, as far as they are in effect, and whether a
#   bucket can be read by everybody. The facts are given by buckets.
package bunkaiten.observed.terraform.aws.bucket_access

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.bucket_acls
import data.bunkaiten.observed.terraform.aws.bucket_parts
import data.bunkaiten.observed.terraform.aws.policy_document

# METADATA
# description: Types that say who gets at a bucket, or at an object in it.
types := {
	"aws_s3_access_point", "aws_s3_bucket", "aws_s3_bucket_acl", "aws_s3_bucket_object", "aws_s3_bucket_policy",
	"aws_s3_object",
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_s3_access_point": ["bucket", "policy", "public_access_block_configuration.restrict_public_buckets"],
	"aws_s3_bucket": ["policy"],
	"aws_s3_bucket_policy": ["bucket", "policy"],
}

# METADATA
# description: >-
#   What the policy or ACL of a thing grants, as far as it is in effect: who, rights where they are
#   known, and path. What is for everybody and blocked is no grant; where that is not known, it is
#   to somebody unknown.
granted(thing) := {grant |
	some written in _written(thing)
	grant := _in_effect(written, _blocked(thing, written.path[0]))
}

# METADATA
# description: Whether everybody can read what is in a bucket.
audience(bucket) := {"is": "anybody"} if {
	"anybody" in _openings(bucket)
} else := {"unknown": true} if {
	"unknown" in _openings(bucket)
} else := {"is": "inside"}

_openings(bucket) := {opening |
	some type in types
	some thing in _of(bucket, type)
	some written in _written(thing)
	opening := _opening(written, _blocked(thing, written.path[0]))
}

_of(bucket, "aws_s3_bucket") := [bucket]

_of(bucket, type) := bucket_parts.parts(bucket, type) if type != "aws_s3_bucket"

_opening(written, "no") := "anybody" if {
	_is_public(written)
	written.rights.is != ["write"]
} else := "unknown" if {
	_is_unreadable(written)
}

_opening(written, "unknown") := "unknown" if _is_public(written)

_opening(written, "unknown") := "unknown" if _is_unreadable(written)

_is_public(written) if written.who.is.by == "anybody"

# the whole, not only who a principal is
_is_unreadable(written) if not written.rights.is

_in_effect(written, blocked) := written if {
	not _is_public(written)
} else := written if {
	blocked == "no"
} else := object.union(object.remove(written, ["who"]), {"who": {"unknown": true}}) if {
	blocked == "unknown"
}

# whether it would have no effect if it were for everybody
_blocked(thing, name) := "yes" if {
	thing.type == "aws_s3_access_point"
	not _is_opened(thing)
} else := bucket_parts.weakest({state |
	some bucket in bucket_parts.buckets(thing)
	state := bucket_parts.is_blocked(bucket, _switch(name))
})

_switch(name) := "restrict_public_buckets" if {
	name == "policy"
} else := "ignore_public_acls"

# all is blocked, and stays so, unless it is switched off when the access point is made:
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html
_is_opened(point) if {
	some block in resource.items(point, "public_access_block_configuration")
	block.values.restrict_public_buckets != true
}

_written(thing) := _by_policy(thing) | bucket_acls.written(thing)

_by_policy(thing) := set() if {
	thing.type == "aws_s3_bucket"
	count(bucket_parts.parts(thing, "aws_s3_bucket_policy")) > 0
} else := {{"who": {"unknown": true}, "path": ["policy"]}} if {
	policy_document.grants(thing, "policy").unknown
} else := {object.filter(grant, ["who", "rights", "path"]) | some grant in policy_document.grants(thing, "policy").is}
