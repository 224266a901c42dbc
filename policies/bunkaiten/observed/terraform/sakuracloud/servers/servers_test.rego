package bunkaiten_test.observed.terraform.sakuracloud.servers

import data.bunkaiten.observed.terraform.sakuracloud.servers

test_server_on_the_internet_without_a_filter if {
	_shown([{"upstream": "shared"}], {}) == {
		["server.a", "public-server", "network_interface.0", {"audience": "anybody"}],
		["server.a", "public-server-egress", "network_interface.0.upstream", {"who": _anybody, "direction": "out"}],
		["server.a", "remote-login", "network_interface.0", {"who": _anybody}],
		["server.a", "unfiltered-server", "network_interface.0", {"who": _anybody, "direction": "in"}],
	}
}

test_filter_says_who_comes_in if {
	every case in [
		[[{"upstream": "shared", "packet_filter_id": "113300000001"}], {}],
		[[{"upstream": "shared"}], {"network_interface": [{"packet_filter_id": true}]}],
	] {
		{found[1] | some found in _shown(case[0], case[1])} == {"public-server", "public-server-egress"}
	}
}

test_server_that_nobody_reaches if {
	_shown([{"upstream": "disconnect"}], {}) == set()
	_shown([], {}) == set()
}

test_upstream_that_is_not_known if {
	every case in [
		[[{"upstream": "113300000001"}], {}],
		[[{}], {"network_interface": [{"upstream": true}]}],
		[null, {"network_interface": true}],
	] {
		{found[3].audience | some found in _shown(case[0], case[1]); found[1] == "public-server"} == {_unknown}
		{found[3].who | some found in _shown(case[0], case[1]); found[1] == "unfiltered-server"} == {_unknown}
	}
}

test_what_is_read_and_what_is_used if {
	object.keys(servers.reads) == {"sakuracloud_server"}
	object.keys(servers.uses) == {"sakuracloud_server"}
	object.keys(servers.ways) == {"public-server", "public-server-egress", "unfiltered-server"}
}

_shown(interfaces, marks) := (_told(peers) | _told(endpoints)) | _told(accesses) if {
	plan := _plan([_made("server.a", {"network_interface": interfaces}, marks, {})])
	peers := servers.peers with input as plan
	endpoints := servers.endpoints with input as plan
	accesses := servers.accesses with input as plan
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
