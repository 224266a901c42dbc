package bunkaiten_test.observed.terraform.sakuracloud.networks

import data.bunkaiten.observed.terraform.sakuracloud.networks

test_switch_on_a_bridge_leads_nobody_knows_where if {
	_shown([_made("switch.a", {"bridge_id": "113300000001"}, {}, {})]) == {
		["switch.a", "bridge", "bridge_id", {"who": _unknown, "direction": "both"}],
	}
	alone := _made("switch.a", {}, {"bridge_id": true}, _tie)
	{found[0] | some found in _shown([alone, _made("bridge.b", {}, {}, {})])} == {"switch.a"}
}

test_bridge_between_switches_of_the_plan_leads_no_further if {
	_shown([
		_made("switch.a", {}, {"bridge_id": true}, _tie),
		_made("switch.c", {}, {"bridge_id": true}, _tie),
		_made("bridge.b", {}, {}, {}),
	]) == set()
}

test_switch_without_a_bridge_leads_nowhere if {
	_shown([_made("switch.a", {"bridge_id": null}, {}, {})]) == set()
}

test_ipv6_is_open_to_everybody if {
	every case in [
		[{"enable_ipv6": true}, {}, {{"by": "anybody", "name": "::/0"}}],
		[{}, {"enable_ipv6": true}, {_unknown}],
		[{"enable_ipv6": false}, {}, set()],
		[{}, {}, set()],
	] {
		{found[3].who | some found in _shown([_made("internet.a", case[0], case[1], {})])} == case[2]
	}
}

test_what_is_read_and_what_it_is_called if {
	object.keys(networks.reads) == {"sakuracloud_bridge", "sakuracloud_internet", "sakuracloud_switch"}
	networks.ways.bridge.on_path == "joint"
}

_shown(resources) := _told(found) if {
	found := networks.peers with input as _plan(resources)
}

_tie := {"bridge_id": {"references": ["sakuracloud_bridge.b"]}}

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
