package bunkaiten_test.observed.terraform.aws.security_groups

import data.bunkaiten.observed.terraform.aws.security_groups

# one resource, everything in it written
shown(type, after, unknown) := facts if {
	facts := _shown with input as {"terraform": {"p": {"resource_changes": [{
		"address": "aws_x.a",
		"mode": "managed",
		"type": type,
		"name": "a",
		"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
	}]}}}
}

_shown := {"peers": bare(security_groups.peers), "accesses": bare(security_groups.accesses)}

bare(facts) := {[array.slice(found.steps, 6, count(found.steps)), found.way, attributes] |
	some found in facts
	attributes := object.remove(found, ["way", "thing", "key", "steps"])
}

vendor := {"is": {"by": "network", "name": "203.0.113.64/28"}}

rule(type, from, to) := {
	"type": type,
	"protocol": "tcp",
	"from_port": from,
	"to_port": to,
	"cidr_blocks": ["203.0.113.64/28"],
}

test_facts_lead_to_their_place if {
	rules := security_groups.accesses with input as {"terraform": {"p": {"resource_changes": [{
		"address": "module.m.aws_security_group_rule.a",
		"module_address": "module.m",
		"mode": "managed",
		"type": "aws_security_group_rule",
		"name": "a",
		"change": {"actions": ["create"], "after": rule("ingress", 22, 22), "after_unknown": {}},
	}]}}}

	rules == {{
		"way": "ssh",
		"thing": "terraform:module.m.aws_security_group_rule.a",
		"key": "p module.m.aws_security_group_rule.a",
		"steps": ["terraform", "p", "resource_changes", 0, "change", "after", "cidr_blocks", 0],
		"who": vendor,
		"ports": {"is": [22, 22]},
	}}
}

test_ports_of_remote_login_are_ways_in if {
	cases := {
		"ssh": [[22, 22], [22, 22], [1, 22], [22, 22]],
		"telnet": [[23, 23], [23, 25]],
		"rdp": [[3389, 3389], [3000, 4000]],
		"vnc": [[5900, 5900], [5901, 5910], [5800, 5900]],
		"winrm": [[5985, 5985], [5986, 5986], [5986, 5990]],
		"remote-login": [[0, 65535], [22, 23], [5900, 5985]],
	}

	every way, ranges in cases {
		every range in ranges {
			shown("aws_security_group_rule", rule("ingress", range[0], range[1]), {}) == {
				"peers": {[["cidr_blocks", 0], "security-group-rule", {
					"who": vendor,
					"direction": "in",
					"ports": {"is": range},
				}]},
				"accesses": {[["cidr_blocks", 0], way, {"who": vendor, "ports": {"is": range}}]},
			}
		}
	}
}

test_other_ports_are_no_way_in if {
	every range in [[443, 443], [20, 21], [24, 3388], [3390, 5899], [5902, 5984], [5987, 65535]] {
		shown("aws_security_group_rule", rule("ingress", range[0], range[1]), {}) == {
			"peers": {[["cidr_blocks", 0], "security-group-rule", {
				"who": vendor,
				"direction": "in",
				"ports": {"is": range},
			}]},
			"accesses": set(),
		}
	}
}

test_what_goes_out_is_no_way_in if {
	shown("aws_security_group_rule", rule("egress", 22, 22), {}) == {
		"peers": {[["cidr_blocks", 0], "security-group-rule", {
			"who": vendor,
			"direction": "out",
			"ports": {"is": [22, 22]},
		}]},
		"accesses": set(),
	}
}

test_rule_that_may_let_in_is_a_way_in if {
	shown("aws_security_group_rule", object.remove(rule("ingress", 22, 22), ["type"]), {"type": true}) == {
		"peers": {[["cidr_blocks", 0], "security-group-rule", {
			"who": vendor,
			"direction": "both",
			"ports": {"is": [22, 22]},
		}]},
		"accesses": {[["cidr_blocks", 0], "ssh", {"who": vendor, "ports": {"is": [22, 22]}}]},
	}
}

test_all_ports_have_no_range if {
	every protocol in ["-1", "all", "ALL"] {
		after := object.union(rule("ingress", 0, 0), {"protocol": protocol})

		shown("aws_security_group_rule", after, {}) == {
			"peers": {[["cidr_blocks", 0], "security-group-rule", {"who": vendor, "direction": "in"}]},
			"accesses": {[["cidr_blocks", 0], "remote-login", {"who": vendor}]},
		}
	}
}

test_protocols_that_log_nobody_in if {
	every protocol in ["udp", "17"] {
		after := object.union(rule("ingress", 22, 22), {"protocol": protocol})

		shown("aws_security_group_rule", after, {}) == {
			"peers": {[["cidr_blocks", 0], "security-group-rule", {
				"who": vendor,
				"direction": "in",
				"ports": {"is": [22, 22]},
			}]},
			"accesses": set(),
		}
	}

	# 8 is a kind of message there, no port
	every protocol in ["icmp", "icmpv6", "1", "50"] {
		after := object.union(rule("ingress", 8, 0), {"protocol": protocol})

		shown("aws_security_group_rule", after, {}) == {
			"peers": {[["cidr_blocks", 0], "security-group-rule", {"who": vendor, "direction": "in"}]},
			"accesses": set(),
		}
	}
}

test_unknown_ports_may_be_those_of_remote_login if {
	every unknown in [["from_port"], ["to_port"], ["from_port", "to_port"], ["protocol"]] {
		after := object.remove(rule("ingress", 443, 443), unknown)

		shown("aws_security_group_rule", after, {name: true | some name in unknown}) == {
			"peers": {[["cidr_blocks", 0], "security-group-rule", {
				"who": vendor,
				"direction": "in",
				"ports": {"unknown": true},
			}]},
			"accesses": {[["cidr_blocks", 0], "remote-login", {"who": vendor, "ports": {"unknown": true}}]},
		}
	}
}

test_anybody_is_let_in if {
	after := {
		"ip_protocol": "tcp",
		"from_port": 3389,
		"to_port": 3389,
		"cidr_ipv4": "0.0.0.0/0",
	}
	who := {"is": {"by": "anybody", "name": "0.0.0.0/0"}}

	shown("aws_vpc_security_group_ingress_rule", after, {}) == {
		"peers": {[["cidr_ipv4"], "security-group-rule", {
			"who": who,
			"direction": "in",
			"ports": {"is": [3389, 3389]},
		}]},
		"accesses": {[["cidr_ipv4"], "rdp", {"who": who, "ports": {"is": [3389, 3389]}}]},
	}
}

test_rules_belong_to_groups if {
	security_groups.satellites.aws_vpc_security_group_ingress_rule == [
		["security_group_id", "aws_security_group"],
		["security_group_id", "aws_default_security_group"],
	]
}

test_every_way_has_its_words if {
	object.keys(security_groups.ways) == {
		"rdp", "remote-login", "security-group-rule", "ssh",
		"telnet", "vnc", "winrm",
	}
}
