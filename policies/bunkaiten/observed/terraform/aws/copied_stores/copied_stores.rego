# METADATA
# title: Images, replicas of tables, and caches of AWS
# description: >-
#   What holds a copy of the data of something else, and the region that it lies in: machine images and
#   their copies, replicas of DynamoDB tables that are resources of their own, and ElastiCache.
package bunkaiten.observed.terraform.aws.copied_stores

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {
	"cache": {"en": "ElastiCache cache", "ja": "ElastiCache のキャッシュ"},
	"machine-image": {"en": "machine image", "ja": "AMI"},
	"replica-of-table": {"en": "replica of a DynamoDB table", "ja": "DynamoDB テーブルのレプリカ"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_ami": ["ebs_block_device"],
	"aws_ami_copy": ["source_ami_id"],
	"aws_ami_from_instance": ["source_instance_id"],
	"aws_dynamodb_table_replica": ["global_table_arn"],
	"aws_elasticache_cluster": ["replication_group_id"],
	"aws_elasticache_global_replication_group": ["primary_replication_group_id"],
	"aws_elasticache_replication_group": ["global_replication_group_id"],
	"aws_elasticache_serverless_cache": [],
}

# METADATA
# description: >-
#   Which attributes tell what a resource belongs to, by type, with the type of that. All groups of a
#   global one hold the same.
satellites := {
	"aws_ami": [["ebs_block_device", "aws_ebs_snapshot"], ["ebs_block_device", "aws_ebs_snapshot_copy"]],
	"aws_ami_copy": [["source_ami_id", image] | some image in _images],
	"aws_ami_from_instance": [["source_instance_id", "aws_instance"]],
	"aws_ami_launch_permission": [["image_id", image] | some image in _images],
	"aws_dynamodb_table_replica": [["global_table_arn", "aws_dynamodb_table"]],
	"aws_elasticache_cluster": [["replication_group_id", "aws_elasticache_replication_group"]],
	"aws_elasticache_global_replication_group": [["primary_replication_group_id", "aws_elasticache_replication_group"]],
	"aws_elasticache_replication_group": [["global_replication_group_id", "aws_elasticache_global_replication_group"]],
}

# METADATA
# description: Each lies where its resource lies.
stores contains found if {
	some type, way in _ways_of
	some _, store in resource.managed[type]
	found := fact.on(store, [], way, {"region": resource.region(store)})
}

_images := ["aws_ami", "aws_ami_copy", "aws_ami_from_instance"]

_ways_of := object.union(
	{type: "machine-image" | some type in _images},
	{
		"aws_dynamodb_table_replica": "replica-of-table",
		"aws_elasticache_cluster": "cache",
		"aws_elasticache_replication_group": "cache",
		"aws_elasticache_serverless_cache": "cache",
	},
)
