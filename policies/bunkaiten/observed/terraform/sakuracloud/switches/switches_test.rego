package bunkaiten_test.observed.terraform.sakuracloud.switches

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.switches

test_address_says_who_reaches_it if {
	every case in [
		[{"is": "192.168.0.9"}, {}, {"is": "inside"}],
		[{"is": "203.0.113.9"}, {}, {"is": "anybody"}],
		[{"unknown": true}, {"references": ["sakuracloud_internet.i"]}, {"is": "anybody"}],
		[{"unknown": true}, {"references": ["sakuracloud_subnet.n"]}, {"is": "anybody"}],
		[{"unknown": true}, {"references": ["sakuracloud_switch.s"]}, {"is": "inside"}],
		[{"unknown": true}, {"references": ["var.x"]}, {"unknown": true}],
		[{"is": 7}, {}, {"unknown": true}],
		[{}, {}, {"unknown": true}],
	] {
		server := _made("server.a", {"network_interface": [{}]}, {}, {"network_interface": [{"ip_address": case[1]}]})
		{case[2]} == {switches.audience(found, "network_interface", case[0]) |
			some found in _servers([server])
		} with input as _plan([server, _internet, _subnet, _switch])
	}
}

test_upstream_says_who_reaches_it if {
	every case in [
		[{"upstream": "shared"}, {}, {"is": "anybody"}],
		[{"upstream": "disconnect"}, {}, {"is": "inside"}],
		[{"upstream": "113300000001"}, {}, {"is": "anybody"}],
		[{"upstream": "113300000002"}, {}, {"is": "inside"}],
		[{"upstream": "113300000009"}, {}, {"unknown": true}],
		[{}, {"references": ["sakuracloud_internet.i.switch_id", "sakuracloud_internet.i"]}, {"is": "anybody"}],
		[{}, {"references": ["sakuracloud_subnet.n.switch_id", "sakuracloud_subnet.n"]}, {"is": "anybody"}],
		[{}, {"references": ["sakuracloud_switch.s.id", "sakuracloud_switch.s"]}, {"is": "inside"}],
		[{}, {"references": ["local.x"]}, {"unknown": true}],
	] {
		_upstream([case[0]], [{"upstream": case[1]}], 0) == {case[2]}
	}
}

test_interfaces_are_told_apart_by_their_place if {
	blocks := [
		{"upstream": {"references": ["sakuracloud_switch.s"]}},
		{"upstream": {"references": ["sakuracloud_internet.i"]}},
	]
	_upstream([{}, {}], blocks, 0) == {{"is": "inside"}}
	_upstream([{}, {}], blocks, 1) == {{"is": "anybody"}}
	_upstream([{}, {}, {}], blocks, 1) == {{"unknown": true}}
}

test_what_is_read if {
	object.keys(switches.reads) == {"sakuracloud_internet", "sakuracloud_subnet", "sakuracloud_switch"}
}

_upstream(interfaces, blocks, index) := found if {
	server := _made("server.a", {"network_interface": interfaces}, {}, {"network_interface": blocks})
	found := {switches.upstream(each, index) |
		some _, each in resource.managed.sakuracloud_server
	} with input as _plan([server, _internet, _subnet, _switch])
}

_servers(_) := {server | some _, server in resource.managed.sakuracloud_server}

_internet := _made("internet.i", {"switch_id": "113300000001"}, {}, {})

_subnet := _made("subnet.n", {}, {"switch_id": true}, {})

_switch := _made("switch.s", {"id": "113300000002"}, {}, {})

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
