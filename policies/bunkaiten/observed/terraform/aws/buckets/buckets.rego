# METADATA
# title: S3 buckets
# description: Buckets, who else gets at them, where they are copied to, and their web sites.
package bunkaiten.observed.terraform.aws.buckets

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.bucket_access
import data.bunkaiten.observed.terraform.aws.bucket_parts
import data.bunkaiten.observed.terraform.aws.bucket_replication
import data.bunkaiten.observed.terraform.aws.bucket_retention

# METADATA
# description: What people call these facts.
ways := {
	"access-point-policy": {"en": "policy of an S3 access point", "ja": "S3 アクセスポイントのポリシー"},
	"bucket": {"en": "S3 bucket", "ja": "S3 バケット"},
	"bucket-acl": {"en": "ACL of an S3 bucket", "ja": "S3 バケットの ACL"},
	"bucket-object-acl": {"en": "ACL of an object in an S3 bucket", "ja": "S3 バケット内のオブジェクトの ACL"},
	"bucket-policy": {"en": "policy of an S3 bucket", "ja": "S3 バケットのポリシー"},
	"bucket-replication": {"en": "replication of an S3 bucket", "ja": "S3 バケットのレプリケーション"},
	"bucket-website": {"en": "web site of an S3 bucket", "ja": "S3 バケットのウェブサイト"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_s3_bucket": ["website.index_document", "website.redirect_all_requests_to"],
	"aws_s3_bucket_server_side_encryption_configuration": ["bucket"],
	"aws_s3_bucket_website_configuration": ["bucket"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := bucket_parts.satellites

# METADATA
# description: >-
#   Buckets, with what is kept in them. All objects are encrypted, if by nothing else with keys of
#   S3, since 2023-01-05:
#   https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
stores contains found if {
	some _, bucket in resource.managed.aws_s3_bucket
	found := fact.on(bucket, [], "bucket", {
		"region": resource.region(bucket),
		"encrypted": {"is": "yes"},
		"audience": bucket_access.audience(bucket),
		"retention": bucket_retention.days(bucket),
	})
}

stores contains found if {
	some type in bucket_access.types
	some _, thing in resource.managed[type]
	some grant in bucket_access.granted(thing)
	way := _way(type, grant.path[0])
	found := fact.on(thing, grant.path, way, object.filter(grant, ["who", "rights"]))
}

stores contains found if {
	some type in ["aws_s3_bucket", "aws_s3_bucket_replication_configuration"]
	some _, thing in resource.managed[type]
	some copy in bucket_replication.copies(thing)
	found := fact.on(thing, copy.path, "bucket-replication", object.remove(copy, ["path"]))
}

_way(type, name) := "access-point-policy" if {
	type == "aws_s3_access_point"
} else := "bucket-policy" if {
	name == "policy"
} else := "bucket-object-acl" if {
	type in {"aws_s3_bucket_object", "aws_s3_object"}
} else := "bucket-acl"

# METADATA
# description: >-
#   Web sites. They are served without TLS, and to whom the bucket lets read:
#   https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html
endpoints contains found if {
	some _, website in resource.managed.aws_s3_bucket_website_configuration
	found := fact.on(website, [], "bucket-website", _served(bucket_parts.buckets(website)))
}

endpoints contains found if {
	some _, bucket in resource.managed.aws_s3_bucket
	resource.attribute(bucket, "website") != {}
	count(bucket_parts.parts(bucket, "aws_s3_bucket_website_configuration")) == 0
	found := fact.on(bucket, ["website"], "bucket-website", _served([bucket]))
}

_served(buckets) := {"audience": _audience(buckets), "encrypted": {"is": "none"}, "port": {"is": 80}}

# what no plan shows is not known, and neither is which of several it is
_audience(buckets) := bucket_access.audience(bucket) if {
	[bucket] := buckets
} else := {"unknown": true}
