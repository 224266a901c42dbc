package bunkaiten_test.observed.terraform.sakuracloud.vpn

import data.bunkaiten.observed.terraform.sakuracloud.vpn

test_device_and_networks_behind_it_are_peers if {
	parameter := [{"encryption_algo": "aes256", "hash_algo": "sha256", "dh_group": null}]
	tunnel := {"peer": "198.51.100.7", "routes": ["198.51.100.64/28", "10.0.0.0/8"], "pre_shared_secret": "k"}
	_shown({"site_to_site_vpn": [tunnel], "site_to_site_vpn_parameter": parameter}, {}) == {
		["vpc_router.a", "site-to-site-vpn", "site_to_site_vpn.0.peer", {
			"who": _network("198.51.100.7/32"),
			"direction": "both",
			"encrypted": "ipsec",
			"methods": ["aes256", "sha256"],
			"authentication": "shared-key",
		}],
		["vpc_router.a", "site-to-site-vpn-network", "site_to_site_vpn.0.routes.0", _line("198.51.100.64/28")],
		["vpc_router.a", "site-to-site-vpn-network", "site_to_site_vpn.0.routes.1", _line("10.0.0.0/8")],
	}
}

test_what_is_not_known_yet if {
	every case in [
		[{"site_to_site_vpn": [{"routes": ["10.0.0.0/8"]}]}, {"site_to_site_vpn": [{"peer": true}]}, "site-to-site-vpn"],
		[{}, {"site_to_site_vpn": true}, "site-to-site-vpn"],
		[{"site_to_site_vpn": [{"peer": 7}]}, {}, "site-to-site-vpn"],
		[{"site_to_site_vpn": [{"routes": [null]}]}, {}, "site-to-site-vpn-network"],
		[{"site_to_site_vpn": [{}]}, {"site_to_site_vpn": [{"routes": true}]}, "site-to-site-vpn-network"],
	] {
		{found[3].who | some found in _shown(case[0], case[1]); found[1] == case[2]} == {_unknown}
	}
}

test_versions_of_key_exchange if {
	tunnel := [{"peer": "198.51.100.7"}]
	every case in [
		[{"version": 1}, {}, ["ikev1"]],
		[{"version": 2}, {}, []],
		[{}, {"version": true}, _unknown],
		[{}, {"site_to_site_vpn_parameter": true}, _unknown],
	] {
		{found[3].methods | some found in _shown(object.union(case[0], {"site_to_site_vpn": tunnel}), case[1])} == {case[2]}
	}
}

test_parameters_that_nobody_wrote_say_nothing if {
	router := _made("vpc_router.a", {"site_to_site_vpn": [{"peer": "198.51.100.7"}]}, {}, {})
	computed := object.union(router, {"change": {"change": {"after_unknown": {"site_to_site_vpn_parameter": true}}}})
	found := vpn.peers with input as _plan([computed])
	{each.methods | some each in found} == {{"is": []}}
}

test_router_without_tunnels_has_no_peers if {
	_shown({"site_to_site_vpn": []}, {}) == set()
	_shown({"name": "a"}, {}) == set()
}

test_what_is_read_and_what_it_is_called if {
	object.keys(vpn.reads) == {"sakuracloud_vpc_router"}
	{word: kind.on_path | some word, kind in vpn.ways} == {
		"site-to-site-vpn": "tunnel",
		"site-to-site-vpn-network": "line",
	}
}

_shown(after, marks) := _told(found) if {
	found := vpn.peers with input as _plan([_made("vpc_router.a", after, marks, {})])
}

_line(name) := {"who": _network(name), "direction": "both", "encrypted": "ipsec"}

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
