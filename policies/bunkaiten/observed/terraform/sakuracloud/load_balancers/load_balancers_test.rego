package bunkaiten_test.observed.terraform.sakuracloud.load_balancers

import data.bunkaiten.observed.terraform.sakuracloud.load_balancers

test_virtual_addresses_hand_packets_on if {
	_shown({"vip": [{"vip": "203.0.113.9", "port": 443}, {"vip": "192.168.0.9", "port": 104}]}, {}) == {
		["load_balancer.a", "load-balancer-vip", "vip.0", _vip("anybody", 443)],
		["load_balancer.a", "load-balancer-vip", "vip.1", _vip("inside", 104)],
	}
}

test_address_and_port_that_are_not_known_yet if {
	every case in [[{"vip": [{}]}, {"vip": [{"vip": true, "port": true}]}], [{}, {"vip": true}]] {
		{found[3] | some found in _shown(case[0], case[1])} == {_vip(_unknown, _unknown)}
	}
}

test_balancer_without_addresses_listens_nowhere if {
	_shown({"vip": []}, {}) == set()
}

test_what_is_read_and_what_it_is_called if {
	object.keys(load_balancers.reads) == {"sakuracloud_load_balancer"}
	object.keys(load_balancers.ways) == {"load-balancer-vip"}
}

_shown(after, marks) := _told(found) if {
	found := load_balancers.endpoints with input as _plan([_made("load_balancer.a", after, marks, {})])
}

_vip(audience, port) := {"audience": audience, "encrypted": "passthrough", "port": port}

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
