package bunkaiten_test.observed.terraform.sakuracloud.vpc_routers

import data.bunkaiten.observed.terraform.sakuracloud.vpc_routers

test_machines_inside_send_to_everybody if {
	_shown({"private_network_interface": [{"index": 1}]}, {}) == {
		["vpc_router.a", "router-egress", "", {"who": _anybody, "direction": "out"}],
	}
}

test_firewall_says_whom_they_send_to if {
	block := {"direction": "send", "expression": [
		{"protocol": "tcp", "destination_network": "198.51.100.7", "destination_port": "443", "allow": true},
		{"protocol": "ip", "allow": false},
	]}
	_shown({"private_network_interface": [{"index": 1}], "firewall": [block]}, {}) == {[
		"vpc_router.a", "router-egress", "firewall.0.expression.0",
		{"who": _network("198.51.100.7/32"), "direction": "out", "ports": [443, 443]},
	]}
}

test_router_that_nothing_leaves if {
	_shown({}, {}) == set()
	_shown({"private_network_interface": [{"index": 1}], "internet_connection": false}, {}) == set()
}

test_connection_that_is_not_known_yet if {
	found := _shown({"private_network_interface": [{"index": 1}]}, {"internet_connection": true})
	{each[3].who | some each in found} == {_unknown}
	late := _shown({}, {"private_network_interface": true})
	{each[3].who | some each in late} == {_anybody}
}

test_routes_lead_to_networks if {
	_shown({"static_route": [{"prefix": "198.51.100.64/28"}, {"prefix": "0.0.0.0/0"}]}, {}) == {
		["vpc_router.a", "router-route", "static_route.0.prefix", _out(_network("198.51.100.64/28"))],
		["vpc_router.a", "router-route", "static_route.1.prefix", _out(_anybody)],
	}
	every case in [[{}, {"static_route": true}], [{"static_route": [{}]}, {}]] {
		{each[3].who | some each in _shown(case[0], case[1])} == {_unknown}
	}
}

test_what_is_read_and_what_it_is_called if {
	object.keys(vpc_routers.reads) == {"sakuracloud_vpc_router"}
	object.keys(vpc_routers.ways) == {"router-egress", "router-route"}
}

_out(who) := {"who": who, "direction": "out"}

_shown(after, marks) := _told(found) if {
	found := vpc_routers.peers with input as _plan([_made("vpc_router.a", after, marks, {})])
}

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
