package bunkaiten.observed.terraform.aws.default_networks_test

import data.bunkaiten.observed.terraform.aws.default_networks

anybody := {"is": "anybody"}

unknown := {"unknown": true}

test_instance_that_says_nothing_of_an_address_has_what_its_subnet_gives if {
	every public, audience in {[{"is": true}]: anybody, [{"unknown": true}]: unknown} {
		found := {fact.audience | some fact in endpoints([instance({}, {}), subnet("a", public[0])], to_subnets(["a"]))}
		found == {audience}
	}
	every public in [{"is": false}, {"is": null}, {}] {
		endpoints([instance({}, {}), subnet("a", public)], to_subnets(["a"])) == set()
	}
	endpoints([instance({}, {})], to_subnets(["a"])) == set()
}

test_of_several_subnets_nobody_can_tell_which_one if {
	two := [instance({}, {}), subnet("a", {"is": true}), subnet("b", {"is": false})]
	found := {fact.audience | some fact in endpoints(two, to_subnets(["a", "b"]))}
	found == {unknown}
	both := [instance({}, {}), subnet("a", {"is": true}), subnet("b", {"is": true})]
	{fact.audience | some fact in endpoints(both, to_subnets(["a", "b"]))} == {anybody}
}

test_instance_that_chose_its_address_has_what_it_chose if {
	public := subnet("a", {"is": true})
	interface := [{"network_interface_id": "eni-1", "device_index": 0}]

	every after in [{"associate_public_ip_address": false}, {"network_interface": interface}] {
		endpoints([instance(after, {}), public], to_subnets(["a"])) == set()
	}
	late := {"associate_public_ip_address": true}
	written := object.union(to_subnets(["a"]), {"associate_public_ip_address": {}})
	endpoints([instance({}, late), public], written) == set()
}

test_launch_template_with_interfaces_of_its_own_tells_by_itself if {
	every after, found in {{"network_interfaces": [{"associate_public_ip_address": "false"}]}: 0, {"key_name": "k"}: 1} {
		template := change("aws_launch_template.t", after, {})
		changes := [instance({"launch_template": [{}]}, {}), subnet("a", {"is": true}), template]
		referred := {"launch_template": [{"id": {"references": ["aws_launch_template.t"]}}]}

		count(endpoints(changes, object.union(to_subnets(["a"]), referred))) == found
	}
}

test_default_group_lets_everything_out if {
	out := {"direction": "out", "who": {"is": {"by": "anybody", "name": "0.0.0.0/0"}}}
	interface := change("aws_network_interface.i", {}, {"security_groups": true})
	service := change("aws_ecs_service.i", {"network_configuration": [{"security_groups": null}]}, {})
	configured := {"network_configuration": [{"subnets": {"references": ["aws_subnet.a.id", "aws_subnet.a"]}}]}

	every user, written in {
		instance({"vpc_security_group_ids": []}, {"security_groups": true}): to_subnets(["a"]),
		interface: to_subnets(["a"]),
		service: configured,
	} {
		{object.filter(fact, ["direction", "way", "who"]) |
			some fact in peers([user, subnet("a", {})], written)
		} == {object.union(out, {"way": "default-security-group"})}
	}
}

test_what_names_a_group_has_that_one if {
	groups := {"vpc_security_group_ids": ["sg-1"]}
	template := {"launch_template": [{"id": "lt-1"}]}
	interface := {"network_interface": [{"network_interface_id": "eni-1"}]}

	every after in [groups, {"security_groups": ["default"]}, template, interface] {
		peers([instance(after, {}), subnet("a", {})], to_subnets(["a"])) == set()
	}
	late := object.union(to_subnets(["a"]), {"vpc_security_group_ids": {}})
	peers([instance({}, {"vpc_security_group_ids": true}), subnet("a", {})], late) == set()
	configured := {"network_configuration": [{"subnets": {"references": ["aws_subnet.a.id", "aws_subnet.a"]}}]}
	every patch in [
		[{"security_groups": ["sg-1"]}, {}],
		[{}, {"security_groups": true}],
	] {
		service := change("aws_ecs_service.i", {"network_configuration": [patch[0]]}, {"network_configuration": [patch[1]]})
		peers([service, subnet("a", {})], configured) == set()
	}
}

test_default_group_elsewhere_or_taken_over_tells_nothing_here if {
	peers([instance({}, {})], to_subnets(["a"])) == set()
	group := change("aws_default_security_group.d", {}, {})
	peers([instance({}, {}), subnet("a", {}), group], to_subnets(["a"])) == set()
}

instance(after, late) := change("aws_instance.i", after, late)

subnet(name, public) := change(
	concat(".", ["aws_subnet", name]),
	{"map_public_ip_on_launch": object.get(public, "is", null)},
	{"map_public_ip_on_launch": object.get(public, "unknown", false)},
)

to_subnets(names) := {"subnet_id": {"references": [concat(".", ["aws_subnet", name]) | some name in names]}}

change(address, after, late) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": after, "after_unknown": late},
}

endpoints(changes, written) := found if {
	found := default_networks.endpoints with input as plan(changes, written)
}

peers(changes, written) := found if {
	found := default_networks.peers with input as plan(changes, written)
}

# everything but a subnet and a template is written as given
plan(changes, written) := {"terraform": {"p": {
	"resource_changes": changes,
	"configuration": {"root_module": {"resources": [{"address": each.address, "expressions": expressions} |
		some each in changes
		expressions := _expressions(each.type, written)
	]}},
}}}

_expressions(type, _) := {"map_public_ip_on_launch": {}, "network_interfaces": [{}]} if {
	type in {"aws_default_security_group", "aws_launch_template", "aws_subnet"}
}

_expressions(type, written) := written if type in {"aws_ecs_service", "aws_instance", "aws_network_interface"}

test_what_is_read_is_said if {
	default_networks.reads.aws_subnet == ["map_public_ip_on_launch"]
	object.keys(default_networks.ways) == {"default-security-group", "subnet-address"}
}
