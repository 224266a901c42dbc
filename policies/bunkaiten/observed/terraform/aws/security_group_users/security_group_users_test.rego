package bunkaiten.observed.terraform.aws.security_group_users_test

import data.bunkaiten.observed.part
import data.bunkaiten.observed.terraform.aws.security_group_users

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
		wholes("aws_security_group.g", {
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
		wholes("aws_security_group.g", object.union(by, {"aws_security_group.g": {}})) == {
			"aws_instance.i",
			"aws_network_interface.n",
		}
	}
	wholes("aws_security_group.g", {
		"aws_instance.i": {},
		"aws_network_interface.n": group,
		"aws_network_interface_attachment.a": {
			"instance_id": "aws_instance.i",
			"network_interface_id": "aws_network_interface.n",
		},
		"aws_security_group.g": {},
	}) == {"aws_instance.i", "aws_network_interface.n", "aws_network_interface_attachment.a"}
	wholes("aws_security_group.g", {
		"aws_instance.i": {},
		"aws_network_interface_sg_attachment.a": {
			"network_interface_id": "aws_instance.i",
			"security_group_id": "aws_security_group.g",
		},
		"aws_security_group.g": {},
	}) == {"aws_instance.i", "aws_network_interface_sg_attachment.a"}
}

test_nodes_have_the_groups_of_their_template if {
	wholes("aws_security_group.g", {
		"aws_eks_node_group.n": {"launch_template": "aws_launch_template.t"},
		"aws_launch_template.t": {"vpc_security_group_ids": "aws_security_group.g"},
		"aws_security_group.g": {},
	}) == {"aws_eks_node_group.n", "aws_launch_template.t"}
}

test_what_is_read_of_users_leads_to_groups_or_to_wholes if {
	every type, attributes in security_group_users.reads {
		told := {attribute |
			some links in [security_group_users.uses, security_group_users.satellites]
			some [attribute, _] in links[type]
		}
		told - {"file_system_id"} == {each | some each in attributes; each != "file_system_id"}
	}
}

group := {"security_groups": "aws_security_group.g"}

# what has a thing, in a plan of resources whose attributes refer to others
wholes(address, references) := {trim_prefix(place, "p ") | some place in found; place != own} if {
	own := concat(" ", ["p", address])
	found := part.wholes(own) with input as {"terraform": {"p": {
		"resource_changes": [made(each, attributes) | some each, attributes in references],
		"configuration": {"root_module": {"resources": [{"address": each, "expressions": expressions} |
			some each, attributes in references
			expressions := {attribute: {"references": [concat(".", [other, "id"]), other]} | some attribute, other in attributes}
		]}},
	}}}
}

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
