package bunkaiten_test.observed.terraform.sakuracloud.remote_access

import data.bunkaiten.observed.terraform.sakuracloud.remote_access

test_every_way_in_has_its_own_authentication if {
	_shown({"l2tp": [{"pre_shared_secret": "k"}], "pptp": [{}], "wire_guard": [{}]}, {}) == {
		["vpc_router.a", "l2tp", "l2tp.0", _entrance(["key", "password"], "no")],
		["vpc_router.a", "pptp", "pptp.0", _entrance(["password"], "no")],
		["vpc_router.a", "wireguard", "wire_guard.0", _entrance(["key"], "no")],
	}
}

test_entrance_that_is_not_known_yet_is_one if {
	_shown({}, {"l2tp": true}) == {["vpc_router.a", "l2tp", "l2tp", _entrance(["key", "password"], "no")]}
}

test_record_is_as_the_router_sends_it if {
	{found[3].logged | some found in _shown({"pptp": [{}], "syslog_host": "192.168.0.1"}, {})} == {"yes"}
	{found[3].logged | some found in _shown({"pptp": [{}]}, {"syslog_host": true})} == {_unknown}
}

test_router_without_remote_access_lets_nobody_in if {
	_shown({"l2tp": [], "pptp": null, "user": [{"name": "x"}]}, {}) == set()
}

test_what_is_read_and_what_it_is_called if {
	remote_access.reads == {"sakuracloud_vpc_router": ["l2tp", "pptp", "wire_guard"]}
	object.keys(remote_access.ways) == {"l2tp", "pptp", "wireguard"}
}

_shown(after, marks) := _told(found) if {
	found := remote_access.accesses with input as _plan([_made("vpc_router.a", after, marks, {})])
}

_entrance(authentication, logged) := {"who": _anybody, "authentication": authentication, "logged": logged}

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
