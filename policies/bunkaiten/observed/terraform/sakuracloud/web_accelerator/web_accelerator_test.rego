package bunkaiten_test.observed.terraform.sakuracloud.web_accelerator

import data.bunkaiten.observed.terraform.sakuracloud.web_accelerator

test_sites_listen_for_everybody if {
	every case in [
		[{"request_protocol": "https", "domain": "A.example"}, {}, object.union(_tls, {"hosts": ["a.example"]})],
		[{"request_protocol": "https-redirect"}, {}, _tls],
		[{"request_protocol": "http+https"}, {}, {"audience": "anybody", "encrypted": "none"}],
		[{}, {"request_protocol": true}, {"audience": "anybody", "encrypted": _unknown, "weakest": _unknown}],
	] {
		_endpoints([_site(case[0], case[1])]) == {["webaccel.a", "web-accelerator", "", case[2]]}
	}
}

test_list_of_access_may_narrow_down_whom if {
	list := _made("webaccel_acl.b", {}, {"site_id": true}, {"site_id": {"references": ["sakuracloud_webaccel.a"]}})
	{found[3].audience | some found in _endpoints([_site({"request_protocol": "https"}, {}), list])} == {_unknown}
}

test_origins_are_peers if {
	every case in [
		[{"type": "web", "origin": "o.example", "protocol": "https"}, {}, "origin", _host("o.example"), "tls"],
		[{"type": "web", "origin": "203.0.113.9", "protocol": "http"}, {}, "origin", _network("203.0.113.9/32"), "none"],
		[{"type": "web"}, {"origin": true, "protocol": true}, "origin", _unknown, _unknown],
		[{"type": "bucket", "s3_endpoint": "s3.example"}, {}, "s3_endpoint", _host("s3.example"), "tls"],
	] {
		_peers([_site({"origin_parameters": [case[0]]}, {"origin_parameters": [case[1]]})]) == {[
			"webaccel.a", "web-accelerator-origin", concat(".", ["origin_parameters.0", case[2]]),
			{"who": case[3], "direction": "out", "encrypted": case[4]},
		]}
	}
	{found[3].who | some found in _peers([_site({}, {"origin_parameters": true})])} == {_unknown}
}

test_own_object_storage_is_no_peer if {
	_peers([_site({"origin_parameters": [{"type": "bucket", "s3_endpoint": "s3.isk01.sakurastorage.jp"}]}, {})]) == set()
}

test_what_is_read_and_what_belongs_to_what if {
	object.keys(web_accelerator.reads) == {"sakuracloud_webaccel", "sakuracloud_webaccel_acl"}
	object.keys(web_accelerator.satellites) == {"sakuracloud_webaccel_acl"}
	web_accelerator.ways["web-accelerator-origin"].on_path == "sender"
}

_endpoints(resources) := _told(found) if {
	found := web_accelerator.endpoints with input as _plan(resources)
}

_peers(resources) := _told(found) if {
	found := web_accelerator.peers with input as _plan(resources)
}

_site(after, marks) := _made("webaccel.a", after, marks, {})

_host(name) := {"by": "host", "name": name}

_tls := {"audience": "anybody", "encrypted": "tls", "weakest": _unknown}

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
