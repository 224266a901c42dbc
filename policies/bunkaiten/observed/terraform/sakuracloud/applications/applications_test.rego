package bunkaiten_test.observed.terraform.sakuracloud.applications

import data.bunkaiten.observed.terraform.sakuracloud.applications

test_application_is_open_to_everybody_or_to_whom_its_filter_lets_in if {
	every case in [
		[{}, {}, "anybody"],
		[{"packet_filter": [{"enabled": false, "settings": [_from("198.51.100.64", 28)]}]}, {}, "anybody"],
		[{"packet_filter": [{"enabled": true, "settings": [_from("198.51.100.64", 28)]}]}, {}, "inside"],
		[{"packet_filter": [{"enabled": true, "settings": [_from("0.0.0.0", 0)]}]}, {}, "anybody"],
		[{"packet_filter": [{"enabled": true, "settings": [_from(null, 28)]}]}, {}, _unknown],
		[{"packet_filter": [{"settings": []}]}, {"packet_filter": [{"enabled": true}]}, _unknown],
		[{}, {"packet_filter": true}, _unknown],
	] {
		_endpoints(case[0], case[1]) == {[
			"apprun_application.a", "apprun", "",
			{"audience": case[2], "encrypted": "tls", "weakest": _unknown, "port": 443},
		]}
	}
}

test_filter_that_nobody_wrote_is_none if {
	computed := json.remove(
		_made("apprun_application.a", {}, {"packet_filter": true}, {}),
		["configured/expressions/packet_filter"],
	)
	found := applications.endpoints with input as _plan([computed])
	{each.audience | some each in found} == {{"is": "anybody"}}
}

test_networks_that_a_filter_lets_in_are_peers if {
	_peers({"packet_filter": [{"enabled": true, "settings": [_from("198.51.100.64", 28)]}]}, {}) == {[
		"apprun_application.a", "apprun-source", "packet_filter.0.settings.0",
		{"who": _network("198.51.100.64/28"), "direction": "in", "ports": [443, 443]},
	]}
	{found[3].who | some found in _peers({"packet_filter": [{}]}, {"packet_filter": [{"settings": true}]})} == {_unknown}
	_peers({"packet_filter": [{"enabled": false, "settings": [_from("198.51.100.64", 28)]}]}, {}) == set()
}

test_what_is_read_and_what_it_is_called if {
	object.keys(applications.reads) == {"sakuracloud_apprun_application"}
	object.keys(applications.ways) == {"apprun", "apprun-source"}
}

_endpoints(after, marks) := _told(found) if {
	found := applications.endpoints with input as _plan([_made("apprun_application.a", after, marks, {})])
}

_peers(after, marks) := _told(found) if {
	found := applications.peers with input as _plan([_made("apprun_application.a", after, marks, {})])
}

_from(address, bits) := {"from_ip": address, "from_ip_prefix_length": bits}

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
