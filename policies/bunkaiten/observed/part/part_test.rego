package bunkaiten_test.observed.part

import data.bunkaiten.observed.part

test_thing_is_always_one_of_its_wholes if {
	wholes("p aws_s3_bucket.b", plan([made("aws_s3_bucket.b", {"bucket": "archive"})], [])) == {"p aws_s3_bucket.b"}
	wholes("nowhere", {}) == {"nowhere"}
	wholes("", {}) == {""}
}

test_policy_is_part_of_its_bucket_by_name_and_by_reference if {
	named := {"bucket": "archive"}
	by_name := plan([made("aws_s3_bucket.b", named), made("aws_s3_bucket_policy.q", named)], [])
	by_reference := plan(
		[made("aws_s3_bucket.b", {}), made("aws_s3_bucket_policy.q", {})],
		[
			{"address": "aws_s3_bucket.b"},
			{
				"address": "aws_s3_bucket_policy.q",
				"expressions": {"bucket": {"references": ["aws_s3_bucket.b.id", "aws_s3_bucket.b"]}},
			},
		],
	)

	every given in [by_name, by_reference] {
		wholes("p aws_s3_bucket_policy.q", given) == {"p aws_s3_bucket_policy.q", "p aws_s3_bucket.b"}
		wholes("p aws_s3_bucket.b", given) == {"p aws_s3_bucket.b"}
	}
}

test_default_group_that_is_taken_over_is_part_of_what_has_it if {
	network := {"vpc_id": "vpc-1"}
	given := plan(
		[
			made("aws_default_security_group.d", network),
			made("aws_subnet.s", object.union(network, {"id": "subnet-1"})),
			made("aws_instance.i", {"subnet_id": "subnet-1"}),
		],
		[],
	)

	wholes("p aws_default_security_group.d", given) == {"p aws_default_security_group.d", "p aws_instance.i"}
}

test_bucket_of_another_name_holds_nothing if {
	policy := made("aws_s3_bucket_policy.q", {"bucket": "archive"})
	given := plan([made("aws_s3_bucket.b", {"bucket": "other"}), policy], [])

	wholes("p aws_s3_bucket_policy.q", given) == {"p aws_s3_bucket_policy.q"}
}

test_security_group_is_part_of_what_uses_it_and_its_rules_too if {
	given := plan(
		[
			made("aws_security_group.g", {"id": "sg-1"}),
			made("aws_vpc_security_group_ingress_rule.r", {"security_group_id": "sg-1"}),
			made("aws_instance.i", {}),
			made("aws_instance.j", {}),
		],
		[
			{"address": "aws_security_group.g"},
			{"address": "aws_instance.i", "expressions": {"vpc_security_group_ids": {"references": ["aws_security_group.g"]}}},
			{"address": "aws_instance.j"},
		],
	)

	wholes("p aws_vpc_security_group_ingress_rule.r", given) == {
		"p aws_vpc_security_group_ingress_rule.r",
		"p aws_security_group.g",
		"p aws_instance.i",
	}
	wholes("p aws_security_group.g", given) == {"p aws_security_group.g", "p aws_instance.i"}
	wholes("p aws_instance.i", given) == {"p aws_instance.i"}
}

test_object_is_part_of_its_namespace if {
	given := {"kubernetes": {
		"ns": object_of("Namespace", {"name": "clinic"}),
		"other": object_of("Namespace", {"name": "office"}),
		"a": object_of("Service", {"name": "pacs", "namespace": "clinic"}),
		"b": object_of("Service", {"name": "pacs"}),
		"c": object_of("Service", {"name": "pacs", "namespace": "nowhere"}),
	}}

	{place: wholes(place, given) | some place in ["ns", "other", "a", "b", "c"]} == {
		"ns": {"ns"},
		"other": {"other"},
		"a": {"a", "ns"},
		"b": {"b"},
		"c": {"c"},
	}
}

test_namespace_without_a_name_holds_nothing if {
	given := {"kubernetes": {
		"ns": object_of("Namespace", {}),
		"service": object_of("Service", {"name": "pacs"}),
		"clinic": object_of("Namespace", {"name": "clinic"}),
	}}

	every place in ["ns", "service", "clinic"] { wholes(place, given) == {place} }
}

test_namespace_given_twice_holds_its_objects_twice if {
	given := {"kubernetes": {
		"a": object_of("Namespace", {"name": "clinic"}),
		"b": object_of("Namespace", {"name": "clinic"}),
		"service": object_of("Service", {"name": "pacs", "namespace": "clinic"}),
	}}

	wholes("service", given) == {"a", "b", "service"}
}

test_kind_that_is_called_namespace_in_another_group_holds_nothing if {
	given := {"kubernetes": {
		"ns": {"apiVersion": "x.example/v1", "kind": "Namespace", "metadata": {"name": "clinic"}},
		"service": object_of("Service", {"name": "pacs", "namespace": "clinic"}),
	}}

	wholes("service", given) == {"service"}
}

wholes(place, given) := found if {
	found := part.wholes(place) with input as given
}

object_of(kind, metadata) := {"apiVersion": "v1", "kind": kind, "metadata": metadata}

made(address, values) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": values, "after_unknown": {}},
}

plan(changes, resources) := {"terraform": {"p": {
	"resource_changes": changes,
	"configuration": {"root_module": {"resources": resources}},
}}}

test_what_uses_a_group_has_it if {
	every type, attribute in {
		"aws_db_proxy": "vpc_security_group_ids",
		"aws_ecs_service": "network_configuration",
		"aws_efs_mount_target": "security_groups",
		"aws_eks_cluster": "vpc_config",
		"aws_elasticache_replication_group": "security_group_ids",
		"aws_instance": "vpc_security_group_ids",
		"aws_lambda_function": "vpc_config",
		"aws_network_interface": "security_groups",
		"aws_opensearch_domain": "vpc_options",
		"aws_rds_cluster": "vpc_security_group_ids",
	} {
		holders("aws_security_group.g", {
			concat(".", [type, "u"]): {attribute: "aws_security_group.g"},
			"aws_security_group.g": {},
		}) == {concat(".", [type, "u"])}
	}
}

test_group_of_an_interface_is_that_of_its_machine if {
	every by in [
		{"aws_instance.i": {"network_interface": "aws_network_interface.n"}, "aws_network_interface.n": group},
		{"aws_instance.i": {}, "aws_network_interface.n": object.union(group, {"attachment": "aws_instance.i"})},
	] {
		holders("aws_security_group.g", object.union(by, {"aws_security_group.g": {}})) == {
			"aws_instance.i",
			"aws_network_interface.n",
		}
	}
	holders("aws_security_group.g", {
		"aws_instance.i": {},
		"aws_network_interface.n": group,
		"aws_network_interface_attachment.a": {
			"instance_id": "aws_instance.i",
			"network_interface_id": "aws_network_interface.n",
		},
		"aws_security_group.g": {},
	}) == {"aws_instance.i", "aws_network_interface.n", "aws_network_interface_attachment.a"}
	holders("aws_security_group.g", {
		"aws_instance.i": {},
		"aws_network_interface_sg_attachment.a": {
			"network_interface_id": "aws_instance.i",
			"security_group_id": "aws_security_group.g",
		},
		"aws_security_group.g": {},
	}) == {"aws_instance.i", "aws_network_interface_sg_attachment.a"}
}

test_nodes_have_the_groups_of_their_template if {
	holders("aws_security_group.g", {
		"aws_eks_node_group.n": {"launch_template": "aws_launch_template.t"},
		"aws_launch_template.t": {"vpc_security_group_ids": "aws_security_group.g"},
		"aws_security_group.g": {},
	}) == {"aws_eks_node_group.n", "aws_launch_template.t"}
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
		holders(concat(".", [type, "c"]), {concat(".", [type, "c"]): {attribute: whole}, whole: {}}) == {whole}
	}
}

test_members_of_a_global_one_belong_together if {
	holders("aws_elasticache_replication_group.second", {
		"aws_elasticache_replication_group.first": {},
		"aws_elasticache_global_replication_group.g": {
			"primary_replication_group_id": "aws_elasticache_replication_group.first",
		},
		"aws_elasticache_replication_group.second": {
			"global_replication_group_id": "aws_elasticache_global_replication_group.g",
		},
	}) == {"aws_elasticache_global_replication_group.g", "aws_elasticache_replication_group.first"}
	holders("aws_rds_cluster.second", {
		"aws_rds_cluster.first": {"global_cluster_identifier": "aws_rds_global_cluster.g"},
		"aws_rds_global_cluster.g": {},
		"aws_rds_cluster.second": {"global_cluster_identifier": "aws_rds_global_cluster.g"},
	}) == {"aws_rds_global_cluster.g", "aws_rds_cluster.first"}
}

group := {"security_groups": "aws_security_group.g"}

# what has a thing, in a plan of resources whose attributes refer to others
holders(address, references) := {trim_prefix(place, "p ") | some place in found; place != own} if {
	own := concat(" ", ["p", address])
	found := wholes(own, plan([made(each, {}) | some each, _ in references], [written |
		some each, attributes in references
		expressions := {name: {"references": [concat(".", [other, "id"]), other]} | some name, other in attributes}
		written := {"address": each, "expressions": expressions}
	]))
}
