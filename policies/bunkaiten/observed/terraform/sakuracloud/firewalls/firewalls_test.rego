package bunkaiten_test.observed.terraform.sakuracloud.firewalls

import data.bunkaiten.observed.terraform.sakuracloud.firewalls

test_without_rules_everybody_is_let_through if {
	_shown({"private_network_interface": [{"index": 1}]}, {}) == {
		["in", [], _anybody, {"is": "ip"}, {}],
		["out", [], _anybody, {"is": "ip"}, {}],
	}
}

test_rules_outside_go_before_those_inside if {
	blocks := [_block(0, "send", ["198.51.100.64/28"], true), _block(1, "receive", ["192.0.2.0/24"], true)]
	_whom("out", blocks) == {_network("198.51.100.64/28")}
}

test_rules_inside_hold_where_there_are_none_outside if {
	_whom("out", [_block(1, "receive", ["192.0.2.0/24"], true)]) == {_network("192.0.2.0/24")}
	_whom("in", [_block(1, "send", ["192.0.2.0/24"], true)]) == {_network("192.0.2.0/24")}
	_whom("in", [_block(0, "receive", ["198.51.100.7"], true)]) == {_network("198.51.100.7/32")}
	_whom("in", [_block(0, "receive", [""], true)]) == {_anybody}
}

test_rest_is_unknown_where_no_rule_keeps_it_out if {
	_whom("out", [_block(0, "send", ["198.51.100.64/28"], false)]) == {_network("198.51.100.64/28"), _unknown}
	_whom("out", [_block(1, "receive", ["198.51.100.64/28"], false)]) == {_unknown}
	_whom("out", [_block(0, "send", ["198.51.100.64/28"], false), _block(1, "receive", ["192.0.2.7"], true)]) == {
		_network("192.0.2.7/32"),
	}
}

test_one_open_interface_inside_is_enough if {
	after := {
		"private_network_interface": [{"index": 1}, {"index": 2}],
		"firewall": [_block(1, "receive", ["192.0.2.0/24"], true)],
	}
	{found[2] | some found in _shown(after, {}); found[0] == "out"} == {_anybody}
}

test_rules_that_are_not_known_yet if {
	{found[2] | some found in _shown({"private_network_interface": [{"index": 1}]}, {"firewall": true})} == {_unknown}
}

test_interface_inside_that_is_not_known_may_have_rules if {
	blocks := [_block(1, "receive", ["192.0.2.0/24"], true)]
	{found[2] | some found in _shown({"firewall": blocks}, {"private_network_interface": true}); found[0] == "out"} == {
		_unknown,
	}
	{found[2] | some found in _shown({}, {"private_network_interface": true})} == {_anybody}
}

test_protocol_and_ports_of_a_rule if {
	block := {"direction": "send", "expression": [
		{"protocol": "tcp", "destination_network": "198.51.100.7", "destination_port": "443", "allow": true},
		{"protocol": "ip", "allow": false},
	]}
	found := _shown({"private_network_interface": [{"index": 1}], "firewall": [block]}, {})
	path := ["firewall", 0, "expression", 0]
	["out", path, _network("198.51.100.7/32"), {"is": "tcp"}, {"ports": {"is": [443, 443]}}] in found
}

_shown(after, marks) := {[found.direction, found.path, _bare(found.who), found.protocol, found.ports] |
	some found in through["p sakuracloud_vpc_router.a"]
} if {
	through := firewalls.through with input as _plan([_made("vpc_router.a", after, marks, {})])
}

_whom(direction, blocks) := {found[2] |
	some found in _shown({"private_network_interface": [{"index": 1}], "firewall": blocks}, {})
	found[0] == direction
}

_block(index, direction, networks, is_closed) := {
	"interface_index": index,
	"direction": direction,
	"expression": array.concat(
		[{"protocol": "tcp", "allow": true, _side(index, direction): network} | some network in networks],
		[{"protocol": "ip", "allow": false} | is_closed],
	),
}

# out of the router outside, into it inside
_side(index, direction) := "destination_network" if {
	[index, direction] in {[0, "send"], [1, "receive"]}
} else := "source_network"

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
