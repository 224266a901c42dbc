package bunkaiten.observed.terraform.aws.copied_stores_test

import data.bunkaiten.observed.part
import data.bunkaiten.observed.terraform.aws.copied_stores

test_each_lies_where_its_resource_lies if {
	every type, way in {
		"aws_ami": "machine-image",
		"aws_ami_copy": "machine-image",
		"aws_ami_from_instance": "machine-image",
		"aws_dynamodb_table_replica": "replica-of-table",
		"aws_elasticache_cluster": "cache",
		"aws_elasticache_replication_group": "cache",
		"aws_elasticache_serverless_cache": "cache",
	} {
		address := concat(".", [type, "a"])
		every key, region in {
			"aws": {"is": "ap-northeast-1"},
			"aws.osaka": {"is": "ap-northeast-3"},
			"aws.late": {"unknown": true},
		} {
			stores({address: {}}, key) == {{
				"way": way,
				"thing": concat(":", ["terraform", address]),
				"key": concat(" ", ["p", address]),
				"steps": ["terraform", "p", "resource_changes", 0, "change", "after"],
				"region": region,
			}}
		}
	}
}

test_copy_belongs_where_its_source_belongs if {
	every copy, source in {
		["aws_ami_copy", "source_ami_id"]: "aws_ami_from_instance",
		["aws_ami_from_instance", "source_instance_id"]: "aws_instance",
		["aws_ami_launch_permission", "image_id"]: "aws_ami_copy",
		["aws_db_instance", "replicate_source_db"]: "aws_db_instance",
		["aws_dynamodb_table_replica", "global_table_arn"]: "aws_dynamodb_table",
		["aws_elasticache_cluster", "replication_group_id"]: "aws_elasticache_replication_group",
		["aws_rds_cluster", "replication_source_identifier"]: "aws_rds_cluster",
	} {
		[type, attribute] := copy
		whole := concat(".", [source, "of"])
		wholes(concat(".", [type, "c"]), {concat(".", [type, "c"]): {attribute: whole}, whole: {}}) == {whole}
	}
}

test_members_of_a_global_one_belong_together if {
	wholes("aws_elasticache_replication_group.second", {
		"aws_elasticache_replication_group.first": {},
		"aws_elasticache_global_replication_group.g": {
			"primary_replication_group_id": "aws_elasticache_replication_group.first",
		},
		"aws_elasticache_replication_group.second": {
			"global_replication_group_id": "aws_elasticache_global_replication_group.g",
		},
	}) == {"aws_elasticache_global_replication_group.g", "aws_elasticache_replication_group.first"}
	wholes("aws_rds_cluster.second", {
		"aws_rds_cluster.first": {"global_cluster_identifier": "aws_rds_global_cluster.g"},
		"aws_rds_global_cluster.g": {},
		"aws_rds_cluster.second": {"global_cluster_identifier": "aws_rds_global_cluster.g"},
	}) == {"aws_rds_global_cluster.g", "aws_rds_cluster.first"}
}

stores(references, key) := found if {
	found := copied_stores.stores with input as plan(references, key)
}

wholes(address, references) := {trim_prefix(place, "p ") | some place in found; place != own} if {
	own := concat(" ", ["p", address])
	found := part.wholes(own) with input as plan(references, "aws")
}

# of resources whose attributes refer to others, made by one provider block
plan(references, key) := {"terraform": {"p": {
	"resource_changes": [made(each, attributes) | some each, attributes in references],
	"configuration": {
		"provider_config": {
			"aws": {"name": "aws", "expressions": {"region": {"constant_value": "ap-northeast-1"}}},
			"aws.osaka": {"name": "aws", "expressions": {"region": {"constant_value": "ap-northeast-3"}}},
			"aws.late": {"name": "aws", "expressions": {"region": {"references": ["local.region"]}}},
		},
		"root_module": {"resources": [{"address": each, "provider_config_key": key, "expressions": expressions} |
			some each, attributes in references
			expressions := {attribute: {"references": [concat(".", [other, "id"]), other]} | some attribute, other in attributes}
		]},
	},
}}}

made(address, attributes) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {
		"actions": ["create"],
		"after": {},
		"after_unknown": {attribute: true | some attribute, _ in attributes},
	},
}
