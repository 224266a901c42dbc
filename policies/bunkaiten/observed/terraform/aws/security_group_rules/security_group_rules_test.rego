package bunkaiten_test.observed.terraform.aws.security_group_rules

import data.bunkaiten.observed.terraform.aws.security_group_rules

change(address, after, unknown) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}

lines(changes, written) := {[line.of.address, line.path, line.direction, line.values, line.unknown] |
	some _, line in read_lines(changes, written)
}

read_lines(changes, written) := found if {
	found := security_group_rules.lines with input as {"terraform": {"p": {
		"resource_changes": changes,
		"configuration": {"root_module": {"resources": [
		{"address": address, "expressions": expressions} |
			some address, expressions in written
		]}},
	}}}
}

test_three_spellings_are_one if {
	rule := {"cidr_blocks": ["10.0.0.0/8"]}
	lone := {"cidr_ipv4": "10.0.0.0/8"}
	egress := object.union(rule, {"type": "egress"})
	changes := [
		change("aws_security_group.a", {"ingress": [rule], "egress": [rule, rule]}, {"ingress": [{}]}),
		change("aws_default_security_group.a", {"ingress": [rule]}, {}),
		change("aws_security_group_rule.a", egress, {"id": true}),
		change("aws_vpc_security_group_ingress_rule.a", lone, {}),
		change("aws_vpc_security_group_egress_rule.a", lone, {}),
	]

	lines(changes, {"aws_security_group_rule.a": {}}) == {
		["aws_security_group.a", ["ingress", 0], "in", rule, {}],
		["aws_security_group.a", ["egress", 0], "out", rule, {}],
		["aws_security_group.a", ["egress", 1], "out", rule, {}],
		["aws_default_security_group.a", ["ingress", 0], "in", rule, {}],
		["aws_security_group_rule.a", [], "out", egress, {}],
		["aws_vpc_security_group_ingress_rule.a", [], "in", lone, {}],
		["aws_vpc_security_group_egress_rule.a", [], "out", lone, {}],
	}
}

test_what_is_written_and_unknown_is_unknown if {
	all := {"cidr_blocks": true, "from_port": true, "protocol": true, "to_port": true}
	changes := [
		change("aws_security_group.a", {"ingress": [null]}, {"ingress": [true], "egress": true}),
		change("aws_security_group.b", {}, {"ingress": true, "egress": true}),
		change("aws_security_group_rule.a", {}, {"cidr_blocks": true, "type": true, "prefix_list_ids": true}),
	]

	lines(changes, {
		"aws_security_group.a": {"ingress": {}, "egress": {}},
		"aws_security_group.b": {},
		"aws_security_group_rule.a": {"cidr_blocks": {}, "type": {}},
	}) == {
		["aws_security_group.a", ["ingress", 0], "in", {}, all],
		["aws_security_group.a", ["egress"], "out", {}, all],
		["aws_security_group_rule.a", [], "both", {}, {"cidr_blocks": true, "type": true}],
	}
}

test_rules_of_a_group_that_is_deleted_are_none if {
	group := change("aws_security_group.a", {"ingress": [{"cidr_blocks": ["10.0.0.0/8"]}]}, {})

	lines([object.union(group, {"change": {"actions": ["delete"]}})], {}) == set()
}

test_both_kinds_of_group_are_read_alike if {
	security_group_rules.reads.aws_default_security_group == security_group_rules.reads.aws_security_group
	"ingress.cidr_blocks" in security_group_rules.reads.aws_security_group
	"egress.to_port" in security_group_rules.reads.aws_security_group
	"cidr_ipv4" in security_group_rules.reads.aws_vpc_security_group_egress_rule
}
