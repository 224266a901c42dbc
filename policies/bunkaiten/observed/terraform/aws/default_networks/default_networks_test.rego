package bunkaiten_test.observed.terraform.aws.default_networks

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

test_default_subnet_gives_an_address_unless_somebody_says_otherwise if {
	referred := {"subnet_id": {"references": ["aws_default_subnet.a.id", "aws_default_subnet.a"]}}
	every after, audience in {{}: [{"is": "anybody"}], {"map_public_ip_on_launch": false}: []} {
		found := endpoints([instance({}, {}), change("aws_default_subnet.a", after, {})], referred)
		[fact.audience | some fact in found] == audience
	}
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

# everything but a subnet and a template is written as given
plan(changes, written) := {"terraform": {"p": {
	"resource_changes": changes,
	"configuration": {"root_module": {"resources": [{"address": each.address, "expressions": expressions} |
		some each in changes
		expressions := _expressions(each.type, written)
	]}},
}}}

_expressions(type, _) := {"map_public_ip_on_launch": {}, "network_interfaces": [{}]} if {
	type in {"aws_default_subnet", "aws_launch_template", "aws_subnet"}
}

_expressions(type, written) := written if type == "aws_instance"

test_what_is_read_is_said if {
	default_networks.reads.aws_subnet == ["map_public_ip_on_launch"]
	object.keys(default_networks.ways) == {"subnet-address"}
}
