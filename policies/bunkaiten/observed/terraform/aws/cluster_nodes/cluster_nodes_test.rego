package bunkaiten_test.observed.terraform.aws.cluster_nodes

import data.bunkaiten.observed.terraform.aws.cluster_nodes

test_nodes_with_a_key_are_open_to_anybody_unless_groups_say_from_where if {
	every case in [
		[[{"ec2_ssh_key": "k"}], {}, [], {{"is": {"by": "anybody", "name": "0.0.0.0/0"}}}],
		[[{"ec2_ssh_key": "k", "source_security_group_ids": null}], {}, [], {{"is": {"by": "anybody", "name": "0.0.0.0/0"}}}],
		[[{"ec2_ssh_key": "k", "source_security_group_ids": ["sg-1"]}], {}, [], set()],
		[
			[{"ec2_ssh_key": "k"}], [{"source_security_group_ids": true}],
			["aws_security_group.b.id", "aws_security_group.b"], set(),
		],
		[[{"ec2_ssh_key": "k"}], [{"source_security_group_ids": true}], ["local.groups"], {unknown}],
		[[{}], [{"ec2_ssh_key": true}], [], {{"is": {"by": "anybody", "name": "0.0.0.0/0"}}}],
		[[{"ec2_ssh_key": ""}], {}, [], set()],
		[[{}], {}, [], set()],
		[[], {}, [], set()],
		[null, true, [], {unknown}],
	] {
		{fact.who | some fact in shown(case[0], case[1], case[2])} == case[3]
	}
}

test_way_in_is_ssh_with_a_key if {
	every case in [
		[[{"ec2_ssh_key": "k"}], {}, ["remote_access", 0]],
		[null, true, ["remote_access"]],
	] {
		{[fact.authentication, fact.ports, array.slice(fact.steps, 6, 9)] |
			some fact in shown(case[0], case[1], [])
		} == {[{"is": ["key"]}, {"is": [22, 22]}, case[2]]}
	}
	object.keys(cluster_nodes.ways) == {"node-login"}
	object.keys(cluster_nodes.reads) == {"aws_eks_node_group"}
}

unknown := {"unknown": true}

shown(access, late, references) := found if {
	given := {"terraform": {"p": {
		"resource_changes": [{
			"address": "aws_eks_node_group.a",
			"mode": "managed",
			"type": "aws_eks_node_group",
			"name": "a",
			"change": {"actions": ["create"], "after": {"remote_access": access}, "after_unknown": {"remote_access": late}},
		}],
		"configuration": {"root_module": {"resources": [
			{"address": "aws_security_group.b", "expressions": {}},
			{"address": "aws_eks_node_group.a", "expressions": {"remote_access": [{
				"source_security_group_ids": {"references": references},
			}]}},
		]}},
	}}}
	found := cluster_nodes.accesses with input as given
}
