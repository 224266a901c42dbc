package bunkaiten_test.observed.terraform.sakuracloud.openings

import data.bunkaiten.observed.terraform.sakuracloud.openings

test_machine_inside_is_reached_by_everybody if {
	forwarding := {"protocol": "tcp", "public_port": 10022, "private_port": 22, "private_ip": "192.168.0.9"}
	_shown({"port_forwarding": [forwarding]}, {}) == {
		["vpc_router.a", "port-forwarding", "port_forwarding.0", _opening(_anybody, [10022, 10022])],
		["vpc_router.a", "ssh", "port_forwarding.0", {"who": _anybody, "ports": [10022, 10022]}],
	}
	_shown({"static_nat": [{"public_ip": "203.0.113.9", "private_ip": "192.168.0.9"}]}, {}) == {
		["vpc_router.a", "static-nat", "static_nat.0", {"who": _anybody, "direction": "in"}],
		["vpc_router.a", "remote-login", "static_nat.0", {"who": _anybody}],
	}
}

test_firewall_says_who_reaches_it if {
	forwarding := {"protocol": "tcp", "public_port": 443, "private_port": 8443}
	block := _block([
		_rule("tcp", "198.51.100.7", "443"),
		_rule("tcp", "198.51.100.8", "8443"),
		_rule("udp", "192.0.2.7", "443"),
		_rule("tcp", "192.0.2.8", "22"),
		_rule("ip", "198.51.100.9", ""),
	])
	{found[3].who.name | some found in _shown({"port_forwarding": [forwarding], "firewall": [block]}, {})} == {
		"198.51.100.7/32", "198.51.100.8/32", "198.51.100.9/32",
	}
}

test_static_nat_is_opened_as_far_as_the_firewall_says if {
	_shown({"static_nat": [{}], "firewall": [_block([_rule("tcp", "198.51.100.7", "443")])]}, {}) == {
		["vpc_router.a", "static-nat", "firewall.0.expression.0", _opening(_network("198.51.100.7/32"), [443, 443])],
	}
}

test_what_is_not_known_yet_may_be_a_way_in if {
	every case in [
		[{}, {"port_forwarding": true}],
		[{"port_forwarding": [{"protocol": "tcp", "public_port": 443}]}, {"port_forwarding": [{"private_port": true}]}],
	] {
		{found[1] | some found in _shown(case[0], case[1])} == {"port-forwarding", "remote-login"}
	}
	{found[3].who | some found in _shown({"static_nat": [{}]}, {"firewall": true})} == {_unknown}
}

test_port_without_remote_login_and_other_protocols if {
	{found[1] | some found in _shown({"port_forwarding": [_forwarding("tcp", 443)]}, {})} == {"port-forwarding"}
	{found[1] | some found in _shown({"port_forwarding": [_forwarding("udp", 3389)]}, {})} == {"port-forwarding"}
	{found[1] | some found in _shown({"port_forwarding": [_forwarding("tcp", 3389)]}, {})} == {"port-forwarding", "rdp"}
}

test_router_that_hands_nothing_on if {
	_shown({"port_forwarding": [], "firewall": [_block([_rule("tcp", "198.51.100.7", "443")])]}, {}) == set()
}

test_what_is_read_and_what_it_is_called if {
	object.keys(openings.reads) == {"sakuracloud_vpc_router"}
	object.keys(openings.ways) == {"port-forwarding", "static-nat"}
	openings.fences == {"sakuracloud_vpc_router"}
}

_shown(after, marks) := _told(peers) | _told(accesses) if {
	plan := _plan([_made("vpc_router.a", after, marks, {})])
	peers := openings.peers with input as plan
	accesses := openings.accesses with input as plan
}

_opening(who, ports) := {"who": who, "direction": "in", "ports": ports}

_forwarding(protocol, port) := {"protocol": protocol, "public_port": port, "private_port": port}

_rule(protocol, source, port) := {
	"protocol": protocol,
	"source_network": source,
	"destination_port": port,
	"allow": true,
}

_block(rules) := {"direction": "receive", "expression": array.concat(rules, [{"protocol": "ip", "allow": false}])}

# the thing, its way, the path to it and what is known of it, without {"is": …}
_told(facts) := {[trim_prefix(found.thing, "terraform:sakuracloud_"), found.way, path, said] |
	some found in facts
	path := concat(".", [sprintf("%v", [step]) | some step in array.slice(found.steps, 6, 20)])
	said := {name: _bare(value) | some name, value in found; not name in {"key", "steps", "thing", "way"}}
}

_bare(value) := value.is if {
	value.is
} else := value

_unknown := {"unknown": true}

_anybody := {"by": "anybody", "name": "0.0.0.0/0"}

_network(name) := {"by": "network", "name": name}

# what is unknown is written; ties are expressions of the configuration
_made(address, after, marks, ties) := {
	"change": {
		"address": concat("", ["sakuracloud_", address]),
		"mode": "managed",
		"type": concat("", ["sakuracloud_", split(address, ".")[0]]),
		"name": split(address, ".")[1],
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": concat("", ["sakuracloud_", address]),
		"provider_config_key": object.get(ties, "provider", "sakuracloud"),
		"expressions": object.union({name: {} | some part in [after, marks]; some name, _ in part}, ties),
	},
}

_plan(resources) := {"terraform": {"p": {
	"resource_changes": [each.change | some each in resources],
	"configuration": {
		"provider_config": {"sakuracloud": {"expressions": {"zone": {"constant_value": "is1a"}}}},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
}}}
