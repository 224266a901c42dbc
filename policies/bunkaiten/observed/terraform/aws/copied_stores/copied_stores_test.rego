package bunkaiten_test.observed.terraform.aws.copied_stores

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

test_copies_lead_to_their_sources if {
	copied_stores.satellites.aws_ami_copy == [
		["source_ami_id", "aws_ami"],
		["source_ami_id", "aws_ami_copy"],
		["source_ami_id", "aws_ami_from_instance"],
	]
	object.keys(copied_stores.reads) - object.keys(copied_stores.satellites) == {"aws_elasticache_serverless_cache"}
}

stores(references, key) := found if {
	found := copied_stores.stores with input as plan(references, key)
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
