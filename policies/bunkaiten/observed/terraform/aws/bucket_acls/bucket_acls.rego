# METADATA
# title: ACLs of S3 buckets
# description: What access control lists grant, canned ones and lists of grants. No facts.
package bunkaiten.observed.terraform.aws.bucket_acls

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.bucket_parts

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_s3_bucket": ["acl", "grant.id", "grant.permissions", "grant.uri"],
	"aws_s3_bucket_acl": [
		"access_control_policy.grant.grantee.email_address", "access_control_policy.grant.grantee.id",
		"access_control_policy.grant.grantee.uri", "access_control_policy.grant.permission",
		"access_control_policy.owner.id", "acl", "bucket",
	],
	"aws_s3_bucket_object": ["acl", "bucket"],
	"aws_s3_object": ["acl", "bucket"],
}

# METADATA
# description: >-
#   What the ACL of a bucket, or in a bucket, grants to others than its owner: who, rights where
#   they are known, and path. Where the bucket has no ACLs, nothing; where that is not known, to
#   somebody unknown.
written(thing) := {grant |
	thing.type in {"aws_s3_bucket", "aws_s3_bucket_acl", "aws_s3_bucket_object", "aws_s3_object"}
	not _is_superseded(thing)
	some listed in union({_canned(thing), _whole(thing), _own_list(thing), _late(thing), _inline(thing)})
	grant := _as_effective(listed, _state(thing))
}

_as_effective(listed, "no") := listed

_as_effective(listed, "unknown") := {"who": {"unknown": true}, "path": listed.path}

_state(thing) := bucket_parts.weakest({state |
	some bucket in bucket_parts.buckets(thing)
	state := bucket_parts.has_no_acls(bucket)
})

_is_superseded(thing) if {
	thing.type == "aws_s3_bucket"
	count(bucket_parts.parts(thing, "aws_s3_bucket_acl")) > 0
}

_anybody := {"is": {"by": "anybody", "name": "*"}}

# https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
# "authenticated" is everybody with an account of AWS, whichever; the rest stays within
_public := {
	"authenticated-read": {"is": ["read"]},
	"public-read": {"is": ["read"]},
	"public-read-write": {"is": ["read", "write"]},
}

_canned(thing) := {{"who": _anybody, "rights": rights, "path": ["acl"]}} if {
	rights := _public[resource.attribute(thing, "acl").is]
} else := {{"who": {"unknown": true}, "path": ["acl"]}} if {
	resource.attribute(thing, "acl").unknown
} else := set()

_whole(thing) := {{"who": {"unknown": true}, "path": [name]} |
	some name in ["access_control_policy", "grant"]
	resource.is_unknown(thing, name)
}

_own_list(thing) := {grant |
	some policy in resource.items(thing, "access_control_policy")
	owners := {owner.id | some owner in _list(policy.values, "owner")}
	some index, listed in _list(policy.values, "grant")
	some grantee in _list(listed, "grantee")
	not _is_among(owners, grantee)
	path := ["access_control_policy", policy.index, "grant", index]
	grant := _grant(grantee, [object.get(listed, "permission", null)], path)
}

# what is known of the list after apply only
_late(thing) := {{"who": {"unknown": true}, "path": array.concat(["access_control_policy", policy.index], path)} |
	some policy in resource.items(thing, "access_control_policy")
	walk(policy.unknown, [path, true])
	path[count(path) - 1] in {"grant", "grantee"}
}

_is_among(owners, grantee) if grantee.id in owners

_inline(thing) := {grant |
	some item in resource.items(thing, "grant")
	permissions := array.concat(
		[permission | some permission in _list(item.values, "permissions")],
		[null | item.unknown.permissions == true],
	)
	not _is_owner(thing, item)
	grant := _grant(item.values, permissions, ["grant", item.index])
}

# the one that has everything is the owner, whom the bucket does not name
_is_owner(thing, item) if {
	full := {listed.values.id |
		some listed in resource.items(thing, "grant")
		"FULL_CONTROL" in listed.values.permissions
	}
	full - {"", null} == {item.values.id}
}

_grant(grantee, permissions, path) := {"who": who, "rights": {"unknown": true}, "path": path} if {
	null in permissions
	who := _who(grantee)
} else := {"who": who, "rights": {"is": sort(rights)}, "path": path} if {
	who := _who(grantee)
	rights := {right | some permission in permissions; some right in _rights[permission]}
	count(rights) > 0
}

# reading the list itself reads no data; who may write it can give himself the rest
_rights := {
	"FULL_CONTROL": ["read", "write"],
	"READ": ["read"],
	"READ_ACP": [],
	"WRITE": ["write"],
	"WRITE_ACP": ["read", "write"],
}

_who(grantee) := _anybody if {
	regex.match(`/global/(AllUsers|AuthenticatedUsers)$`, _text(grantee, "uri"))
} else := {"is": {"by": "user", "name": grantee.id}} if {
	_text(grantee, "id") != ""
} else := {"is": {"by": "user", "name": grantee.email_address}} if {
	_text(grantee, "email_address") != ""
} else := {"unknown": true} if {
	_text(grantee, "uri") == ""
}

_list(values, name) := values[name] if {
	is_array(values[name])
} else := []

_text(grantee, part) := grantee[part] if {
	is_string(grantee[part])
} else := ""
