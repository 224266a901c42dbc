package bunkaiten_test.observed.terraform.aws.default_groups

import data.bunkaiten.observed.terraform.aws.default_groups

test_default_group_lets_everything_out if {
	interface := change("aws_network_interface.i", {}, {"security_groups": true})
	service := change("aws_ecs_service.i", {"network_configuration": [{"security_groups": null}]}, {})

	every case in [
		[instance({"vpc_security_group_ids": []}, {"security_groups": true}), in_subnet],
		[interface, in_subnet],
		[service, in_subnets],
	] {
		{[fact.way, fact.direction, fact.who] | some fact in peers([case[0], subnet], {"i": case[1]})} == {
			["default-security-group", "out", anybody],
		}
	}
	whom([instance({}, {}), change("aws_subnet.a", {"vpc_id": "vpc-1"}, {})], {"i": in_subnet}) == {anybody}
}

test_of_a_network_that_the_plan_does_not_make_nobody_can_tell if {
	service := change("aws_ecs_service.i", {"network_configuration": [{}]}, {})
	data_source := {"subnet_id": {"references": ["data.aws_subnet.a.id", "data.aws_subnet.a"]}}

	whom([instance({"subnet_id": "subnet-1"}, {})], {"i": {"subnet_id": {}}}) == {unknown}
	whom([instance({}, {"subnet_id": true})], {"i": data_source}) == {unknown}
	whom([instance({}, {})], {"i": {}}) == {unknown}
	whom([service], {"i": {"network_configuration": [{}]}}) == {unknown}
}

test_what_names_a_group_has_that_one if {
	every after in [
		{"vpc_security_group_ids": ["sg-1"]}, {"security_groups": ["default"]},
		{"network_interface": [{"network_interface_id": "eni-1"}]}, {"launch_template": [{"id": "lt-1"}]},
	] {
		peers([instance(after, {}), subnet], {"i": in_subnet}) == set()
	}
	late := object.union(in_subnet, {"vpc_security_group_ids": {}})
	peers([instance({}, {"vpc_security_group_ids": true}), subnet], {"i": late}) == set()
	every patch in [[{"security_groups": ["sg-1"]}, {}], [{}, {"security_groups": true}]] {
		service := change("aws_ecs_service.i", {"network_configuration": [patch[0]]}, {"network_configuration": [patch[1]]})
		peers([service, subnet], {"i": in_subnets}) == set()
	}
}

test_launch_template_of_the_plan_chooses_groups_or_none if {
	launched := instance({"launch_template": [{}]}, {})
	referred := object.union(in_subnet, {"launch_template": [{"id": {"references": ["aws_launch_template.t"]}}]})

	every case in [
		[{}, {}, {anybody}],
		[{"network_interfaces": [{"security_groups": []}]}, {}, {anybody}],
		[{"vpc_security_group_ids": ["sg-1"]}, {}, set()],
		[{}, {"vpc_security_group_ids": true}, set()],
		[{"network_interfaces": [{"security_groups": ["sg-1"]}]}, {}, set()],
		[{"network_interfaces": [{}]}, {"network_interfaces": [{"security_groups": true}]}, set()],
		[{"network_interfaces": [{"network_interface_id": "eni-1"}]}, {}, set()],
		[{"network_interfaces": [{}]}, {"network_interfaces": [{"network_interface_id": true}]}, set()],
		[{}, {"network_interfaces": true}, set()],
	] {
		template := change("aws_launch_template.t", case[0], case[1])
		written := {"i": referred, "t": {name: {} | some name, _ in case[1]}}
		whom([launched, subnet, template], written) == case[2]
	}
}

test_group_that_is_taken_over_belongs_to_what_has_it if {
	group := change("aws_default_security_group.d", {}, {})
	changes := [instance({}, {}), subnet, group]
	one := {"vpc_id": {"references": ["aws_vpc.one.id", "aws_vpc.one"]}}
	other := {"vpc_id": {"references": ["aws_vpc.other.id", "aws_vpc.other"]}}

	whom(changes, {"i": in_subnet, "a": one, "d": one}) == set()
	held(changes, {"i": in_subnet, "a": one, "d": one}) == {"p aws_default_security_group.d": {"p aws_instance.i"}}
	whom(changes, {"i": in_subnet, "a": one, "d": other}) == {anybody}
	held(changes, {"i": in_subnet, "a": one, "d": other}) == {}
}

test_group_of_a_network_of_another_plan_is_told_by_its_id_or_stands_for_it if {
	known := change("aws_subnet.a", {"vpc_id": "vpc-1"}, {})

	whom([instance({}, {}), known, taken("vpc-1")], {"i": in_subnet}) == set()
	whom([instance({}, {}), known, taken("vpc-2")], {"i": in_subnet}) == {anybody}
	whom([instance({}, {}), taken("vpc-2")], {"i": {}}) == set()
	held([instance({}, {}), taken("vpc-2")], {"i": {}}) == {"p aws_default_security_group.d": {"p aws_instance.i"}}
}

test_what_is_read_is_said if {
	default_groups.reads.aws_default_security_group == ["vpc_id"]
	object.keys(default_groups.ways) == {"default-security-group"}
}

anybody := {"is": {"by": "anybody", "name": "0.0.0.0/0"}}

unknown := {"unknown": true}

in_subnet := {"subnet_id": {"references": ["aws_subnet.a.id", "aws_subnet.a"]}}

in_subnets := {"network_configuration": [{"subnets": {"references": ["aws_subnet.a.id", "aws_subnet.a"]}}]}

subnet := change("aws_subnet.a", {}, {"vpc_id": true})

taken(id) := change("aws_default_security_group.d", {"vpc_id": id}, {})

instance(after, late) := change("aws_instance.i", after, late)

whom(changes, written) := {fact.who | some fact in peers(changes, written)}

peers(changes, written) := found if {
	found := default_groups.peers with input as plan(changes, written)
}

held(changes, written) := found if {
	found := {group: users | some group, users in default_groups.held} with input as plan(changes, written)
}

change(address, after, late) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": after, "after_unknown": late},
}

# by name, what is written of each
plan(changes, written) := {"terraform": {"p": {
	"resource_changes": changes,
	"configuration": {"root_module": {"resources": array.concat(
		[{"address": each.address, "expressions": object.get(written, each.name, {})} | some each in changes],
		[{"address": address, "expressions": {}} | some address in ["aws_vpc.one", "aws_vpc.other", "data.aws_subnet.a"]],
	)}},
}}}
