package bunkaiten_test.observed.terraform.aws.security_group_ends

import data.bunkaiten.observed.terraform.aws.security_group_ends
import data.bunkaiten.observed.terraform.aws.security_group_rules

change(address, after, unknown) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}

# by address: [direction, path, who, ports] of every end
read(changes, written) := read_of({
	"resource_changes": changes,
	"configuration": {"root_module": {"resources": [
	{"address": address, "expressions": expressions} |
		some address, expressions in written
	]}},
})

read_of(plan) := ends if {
	ends := all_ends with input as {"terraform": {"p": plan}}
}

all_ends := {[line.of.address, line.direction, array.concat(line.path, end.path), end.who, ports_of] |
	some _, line in security_group_rules.lines
	some end in security_group_ends.of(line)
	ports_of := security_group_ends.ports(line)
}

network(name) := {"is": {"by": "network", "name": name}}

late := {"unknown": true}

https := {"protocol": "tcp", "from_port": 443, "to_port": 443}

ports := {"is": [443, 443]}

test_blocks_of_groups_are_rules if {
	every type in ["aws_security_group", "aws_default_security_group"] {
		address := sprintf("%s.a", [type])
		group := change(
			address,
			{
				"ingress": [
					object.union(https, {"cidr_blocks": ["198.51.100.7/32", "10.0.0.0/8"], "ipv6_cidr_blocks": ["2001:db8::/32"]}),
					object.union(https, {"cidr_blocks": [], "security_groups": ["sg-1"], "self": true}),
				],
				"egress": [{"protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": ["0.0.0.0/0"]}],
			},
			{"ingress": [{"cidr_blocks": [false, false]}, {}], "egress": [{}]},
		)

		read([group], {address: {"ingress": {}, "egress": {}}}) == {
			[address, "in", ["ingress", 0, "cidr_blocks", 0], network("198.51.100.7/32"), ports],
			[address, "in", ["ingress", 0, "cidr_blocks", 1], network("10.0.0.0/8"), ports],
			[address, "in", ["ingress", 0, "ipv6_cidr_blocks", 0], network("2001:db8::/32"), ports],
			[address, "out", ["egress", 0, "cidr_blocks", 0], {"is": {"by": "anybody", "name": "0.0.0.0/0"}}, {}],
		}
	}
}

test_unknown_parts_of_blocks if {
	group := change(
		"aws_security_group.a",
		{"ingress": [
			https,
			object.union(https, {"cidr_blocks": ["198.51.100.7/32", null]}),
			null,
		]},
		{"ingress": [{"cidr_blocks": true}, {"cidr_blocks": [false, true]}, true], "egress": true},
	)

	read([group], {"aws_security_group.a": {"ingress": {}}}) == {
		["aws_security_group.a", "in", ["ingress", 0, "cidr_blocks"], late, ports],
		["aws_security_group.a", "in", ["ingress", 1, "cidr_blocks", 0], network("198.51.100.7/32"), ports],
		["aws_security_group.a", "in", ["ingress", 1, "cidr_blocks", 1], late, ports],
		["aws_security_group.a", "in", ["ingress", 2, "cidr_blocks"], late, late],
	}
}

test_blocks_that_are_unknown_as_a_whole_count_where_somebody_wrote_them if {
	group := change("aws_security_group.a", {}, {"ingress": true, "egress": true})

	read([group], {"aws_security_group.a": {"name": {}}}) == set()
	read([group], {"aws_security_group.a": {"egress": {}}}) == {[
		"aws_security_group.a", "out", ["egress", "cidr_blocks"],
		late, late,
	]}
}

test_nothing_written_is_no_rule if {
	every after in [{}, {"ingress": null, "egress": []}, {"ingress": [{}]}] {
		read([change("aws_security_group.a", after, {})], {"aws_security_group.a": {"ingress": {}}}) == set()
	}
}

test_rules_of_their_own if {
	written := {"cidr_blocks": {}, "type": {}}
	one := change(
		"aws_security_group_rule.a",
		object.union(https, {"type": "egress", "cidr_blocks": ["198.51.100.7/32"], "ipv6_cidr_blocks": null}),
		{"security_group_id": true, "source_security_group_id": true},
	)
	other := change("aws_security_group_rule.b", object.union(https, {"type": "ingress"}), {"cidr_blocks": true})
	mixed := change(
		"aws_security_group_rule.c",
		object.union(https, {"cidr_blocks": [null, "198.51.100.9/32"]}),
		{"cidr_blocks": [true, false], "type": true},
	)

	read([one, other, mixed], {address: written | some given in [one, other, mixed]; address := given.address}) == {
		["aws_security_group_rule.a", "out", ["cidr_blocks", 0], network("198.51.100.7/32"), ports],
		["aws_security_group_rule.b", "in", ["cidr_blocks"], late, ports],
		["aws_security_group_rule.c", "both", ["cidr_blocks", 0], late, ports],
		["aws_security_group_rule.c", "both", ["cidr_blocks", 1], network("198.51.100.9/32"), ports],
	}
}

test_rules_of_one_direction if {
	every type, direction in {
		"aws_vpc_security_group_ingress_rule": "in",
		"aws_vpc_security_group_egress_rule": "out",
	} {
		address := sprintf("%s.a", [type])
		rule := {"ip_protocol": "tcp", "from_port": 443, "to_port": 443}
		written := {address: {"cidr_ipv4": {}, "cidr_ipv6": {}}}
		known := change(address, object.union(rule, {"cidr_ipv4": "198.51.100.7/32"}), {"id": true})
		open := change(address, {"ip_protocol": "-1", "cidr_ipv6": "::/0", "cidr_ipv4": ""}, {})
		unknown := change(address, rule, {"cidr_ipv4": true, "referenced_security_group_id": true})

		read([known], written) == {[address, direction, ["cidr_ipv4"], network("198.51.100.7/32"), ports]}
		read([open], written) == {[address, direction, ["cidr_ipv6"], {"is": {"by": "anybody", "name": "::/0"}}, {}]}
		read([unknown], written) == {[address, direction, ["cidr_ipv4"], late, ports]}
		read([unknown], {address: {"referenced_security_group_id": {}}}) == set()
	}
}

test_instances_are_rules_each if {
	rules_of_vendors := [object.union(
		change("aws_vpc_security_group_ingress_rule.a", {"ip_protocol": "-1", "cidr_ipv4": network_of}, {}),
		{"address": address},
	) |
		some address, network_of in {
			`aws_vpc_security_group_ingress_rule.a["kura"]`: "198.51.100.7/32",
			`aws_vpc_security_group_ingress_rule.a["medifix"]`: "203.0.113.9/32",
		}
	]

	read(rules_of_vendors, {}) == {
		[`aws_vpc_security_group_ingress_rule.a["kura"]`, "in", ["cidr_ipv4"], network("198.51.100.7/32"), {}],
		[`aws_vpc_security_group_ingress_rule.a["medifix"]`, "in", ["cidr_ipv4"], network("203.0.113.9/32"), {}],
	}
}

test_groups_of_other_accounts_are_accounts if {
	spelt := {
		"aws_security_group_rule.a": "source_security_group_id",
		"aws_vpc_security_group_ingress_rule.a": "referenced_security_group_id",
	}
	own := {"provider_config": {"aws": {"expressions": {"allowed_account_ids": {"constant_value": ["111122223333"]}}}}}

	every address, field in spelt {
		stranger := change(address, {"type": "ingress", field: "444455556666/sg-1"}, {})
		ours := change(address, {"type": "ingress", field: "111122223333/sg-1"}, {})
		beside := change(address, {"type": "ingress", field: "sg-1"}, {})

		read_of({"resource_changes": [stranger], "configuration": own}) == {[
			address, "in", [field],
			{"is": {"by": "account", "name": "444455556666"}}, {},
		]}
		read_of({"resource_changes": [ours], "configuration": own}) == set()
		read_of({"resource_changes": [beside], "configuration": own}) == set()
	}

	group := change("aws_security_group.a", {"ingress": [{"security_groups": ["sg-1", "444455556666/sg-1"]}]}, {})

	read_of({"resource_changes": [group]}) == {[
		"aws_security_group.a", "in", ["ingress", 0, "security_groups", 1],
		{"is": {"by": "account", "name": "444455556666"}}, {},
	]}
}

test_nobody_knows_what_a_prefix_list_holds if {
	every type in ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"] {
		address := sprintf("%s.a", [type])
		known := change(address, {"prefix_list_id": "pl-1"}, {})
		unknown := change(address, {}, {"prefix_list_id": true})
		written := {address: {"prefix_list_id": {}}}

		{end[3] | some end in read([known], written)} == {late}
		{end[2] | some end in read([unknown], written)} == {["prefix_list_id"]}
		read([unknown], {address: {"cidr_ipv4": {}}}) == set()
	}

	group := change("aws_security_group.a", {"egress": [{"prefix_list_ids": ["pl-1"]}]}, {})

	read([group], {"aws_security_group.a": {"egress": {}}}) == {[
		"aws_security_group.a", "out", ["egress", 0, "prefix_list_ids", 0],
		late, {},
	]}
}

test_list_that_the_plan_makes_stands_for_what_is_in_it if {
	list := change("aws_ec2_managed_prefix_list.x", {"id": "pl-1", "entry": [{"cidr": "198.51.100.7/32"}]}, {})
	bare := change("aws_ec2_managed_prefix_list.x", {"entry": [{}]}, {"entry": [{"cidr": true}]})
	to_list := {"references": ["aws_ec2_managed_prefix_list.x.id", "aws_ec2_managed_prefix_list.x"]}
	address := "aws_vpc_security_group_ingress_rule.a"
	late_rule := change(address, {}, {"prefix_list_id": true})
	written := {"aws_ec2_managed_prefix_list.x": {"entry": {}}, address: {"prefix_list_id": to_list}}
	group := change("aws_security_group.a", {"ingress": [{}]}, {"ingress": [{"prefix_list_ids": true}]})
	in_group := {"aws_ec2_managed_prefix_list.x": {"entry": {}}, "aws_security_group.a": {"ingress": to_list}}

	read([list, change(address, {"prefix_list_id": "pl-1"}, {})], {}) == {[
		address, "in", ["prefix_list_id"],
		network("198.51.100.7/32"), {},
	]}
	read([list, change(address, {"prefix_list_id": "pl-2"}, {})], {}) == {[address, "in", ["prefix_list_id"], late, {}]}
	read([list, late_rule], written) == {[address, "in", ["prefix_list_id"], network("198.51.100.7/32"), {}]}
	read([bare, late_rule], written) == {[address, "in", ["prefix_list_id"], late, {}]}
	read([list, group], in_group) == {[
		"aws_security_group.a", "in", ["ingress", 0, "prefix_list_ids"],
		network("198.51.100.7/32"), {},
	]}
}

test_of_several_lists_nobody_can_tell_which_is_meant if {
	lists := [
		change("aws_ec2_managed_prefix_list.x", {"entry": [{"cidr": "198.51.100.7/32"}]}, {}),
		change("aws_ec2_managed_prefix_list.y", {"entry": [{"cidr": "198.51.100.9/32"}]}, {}),
	]
	to_both := {"references": ["aws_ec2_managed_prefix_list.x", "aws_ec2_managed_prefix_list.y"]}
	made := {"aws_ec2_managed_prefix_list.x": {}, "aws_ec2_managed_prefix_list.y": {}}
	rules := {
		"aws_vpc_security_group_ingress_rule.a": [{}, {"prefix_list_id": true}],
		"aws_security_group.a": [{"ingress": [{}]}, {"ingress": [{"prefix_list_ids": true}]}],
		"aws_security_group_rule.a": [{"type": "egress"}, {"prefix_list_ids": true}],
	}

	every address, rule in rules {
		found := read(array.concat(lists, [change(address, rule[0], rule[1])]), object.union(made, {address: {
			"ingress": to_both,
			"prefix_list_id": to_both,
			"prefix_list_ids": to_both,
		}}))
		{who | some [_, _, _, who, _] in found} == {late}
	}
}

test_other_list_beside_that_of_an_endpoint_is_somebody if {
	references := {"references": [
		"aws_vpc_endpoint.s3.prefix_list_id", "aws_vpc_endpoint.s3",
		"aws_ec2_managed_prefix_list.x.id", "aws_ec2_managed_prefix_list.x",
	]}
	group := change("aws_security_group.a", {"egress": [{}]}, {"egress": [{"prefix_list_ids": true}]})
	every unread in ["aws_ec2_managed_prefix_list.x", "data.aws_ec2_managed_prefix_list.x"] {
		read([change("aws_vpc_endpoint.s3", {}, {"prefix_list_id": true}), group], {
			"aws_vpc_endpoint.s3": {},
			unread: {},
			"aws_security_group.a": {"egress": json.patch(references, [
				{"op": "replace", "path": "/references/2", "value": concat("", [unread, ".id"])},
				{"op": "replace", "path": "/references/3", "value": unread},
			])},
		}) == {["aws_security_group.a", "out", ["egress", 0, "prefix_list_ids"], late, {}]}
	}
}

test_existing_endpoint_says_which_list_is_its_own if {
	endpoint := change("aws_vpc_endpoint.s3", {"prefix_list_id": "pl-1"}, {})
	group := change("aws_security_group.a", {"egress": [{"prefix_list_ids": ["pl-1", "pl-2"]}]}, {})

	read([endpoint, group], {
		"aws_vpc_endpoint.s3": {},
		"aws_security_group.a": {"egress": {"references": ["aws_vpc_endpoint.s3.prefix_list_id", "aws_vpc_endpoint.s3"]}},
	}) == {["aws_security_group.a", "out", ["egress", 0, "prefix_list_ids", 1], late, {}]}
}

test_prefix_list_of_an_endpoint_crosses_nothing if {
	endpoint := change("aws_vpc_endpoint.s3", {}, {"prefix_list_id": true})
	to_endpoint := {"references": ["aws_vpc_endpoint.s3.prefix_list_id", "aws_vpc_endpoint.s3"]}
	standing := change("aws_vpc_security_group_egress_rule.a", {}, {"prefix_list_id": true})
	group := change("aws_security_group.a", {"egress": [{}]}, {"egress": [{"prefix_list_ids": true}]})

	read([endpoint, standing, group], {
		"aws_vpc_endpoint.s3": {},
		"aws_vpc_security_group_egress_rule.a": {"prefix_list_id": to_endpoint},
		"aws_security_group.a": {"egress": to_endpoint},
	}) == set()
}
