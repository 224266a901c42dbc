package bunkaiten_test.observed.terraform.sakuracloud.local_routers

import data.bunkaiten.observed.terraform.sakuracloud.local_routers

test_router_on_the_other_side_by_its_number if {
	_shown([_router("a", {"peer": [{"peer_id": "113300000042", "secret_key": "k"}]}, {}, {})]) == {
		["local_router.a", "local-router-peer", "peer.0.peer_id", _both({"by": "sakura", "name": "113300000042"})],
	}
}

test_router_of_the_same_plan_is_no_peer_of_another if {
	one := _router("a", {"peer": [{}]}, {"peer": [{"peer_id": true}]}, _tie("b"))
	_shown([one, _router("b", {}, {}, {})]) == set()
	_shown([one, _router("b", {}, {}, {"provider": "sakuracloud.kura"})]) == {
		["local_router.a", "local-router-peer", "peer.0.peer_id", {"who": _unknown, "direction": "both"}],
	}
}

test_connection_that_is_switched_off_is_none if {
	_shown([_router("a", {"peer": [{"peer_id": "113300000042", "enabled": false}]}, {}, {})]) == set()
}

test_peer_that_is_not_known_yet if {
	every router in [
		_router("a", {"peer": [{}]}, {"peer": [{"peer_id": true}]}, {}),
		_router("a", {}, {"peer": true}, {}),
		_router("a", {"peer": [{"peer_id": 7}]}, {}, {}),
	] {
		{found[3].who | some found in _shown([router])} == {_unknown}
	}
}

test_routes_lead_to_networks if {
	_shown([_router("a", {"static_route": [{"prefix": "10.60.0.0/16"}]}, {}, {})]) == {
		["local_router.a", "local-router-route", "static_route.0.prefix", _both(_network("10.60.0.0/16"))],
	}
}

test_what_is_read_and_what_it_is_called if {
	object.keys(local_routers.reads) == {"sakuracloud_local_router"}
	{word: kind.on_path | some word, kind in local_routers.ways} == {
		"local-router-peer": "joint",
		"local-router-route": "line",
	}
}

_shown(resources) := _told(found) if {
	found := local_routers.peers with input as _plan(resources)
}

_both(who) := {"who": who, "direction": "both"}

_router(name, after, marks, ties) := _made(concat(".", ["local_router", name]), after, marks, ties)

_tie(name) := {"peer": [{"peer_id": {"references": [concat(".", ["sakuracloud_local_router", name])]}}]}

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
