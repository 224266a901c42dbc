package bunkaiten_test.observed.terraform.sakuracloud.enhanced_load_balancers

import data.bunkaiten.observed.terraform.sakuracloud.enhanced_load_balancers

test_ports_listen_as_they_are_bound if {
	every case in [
		[{"proxy_mode": "https", "port": 443, "ssl_policy": "TLS-1-2-2021-06"}, {}, _tls(443, "TLS 1.2")],
		[{"proxy_mode": "https", "port": 443, "ssl_policy": "TLS-1-3-2021-06"}, {}, _tls(443, "TLS 1.3")],
		[{"proxy_mode": "https", "port": 443}, {}, _tls(443, _unknown)],
		[{"proxy_mode": "https", "port": 443, "ssl_policy": "TLS-1-0"}, {}, _tls(443, _unknown)],
		[{"proxy_mode": "http", "port": 80}, {}, _open("none", 80)],
		[{"proxy_mode": "http", "port": 80}, {"redirect_to_https": true}, _open(_unknown, 80)],
		[{"proxy_mode": "tcp", "port": 2762}, {}, _open("passthrough", 2762)],
		[{"port": 443}, {"proxy_mode": true}, _open(_unknown, 443)],
		[{"proxy_mode": "tcp"}, {"port": true}, _open("passthrough", _unknown)],
		[{"proxy_mode": "tcp"}, {}, {"audience": "anybody", "encrypted": "passthrough"}],
	] {
		{found[3] | some found in _listening({"bind_port": [case[0]]}, {"bind_port": [case[1]]})} == {case[2]}
	}
	{found[3].encrypted | some found in _listening({}, {"bind_port": true})} == {_unknown}
}

test_port_that_only_redirects_is_left_out if {
	_listening({"bind_port": [{"proxy_mode": "http", "redirect_to_https": true}]}, {}) == set()
}

test_servers_behind_are_peers if {
	after := {
		"bind_port": [{"proxy_mode": "https"}],
		"server": [{"ip_address": "203.0.113.10"}, {"ip_address": "203.0.113.11", "enabled": false}],
		"sorry_server": [{"ip_address": "192.0.2.80"}],
	}
	_behind([_made("proxylb.a", after, {}, {})]) == {
		["proxylb.a", "enhanced-load-balancer-server", "server.0.ip_address", _hop("203.0.113.10/32")],
		["proxylb.a", "enhanced-load-balancer-server", "sorry_server.0.ip_address", _hop("192.0.2.80/32")],
	}
}

test_what_is_handed_on_untouched_has_no_encryption_of_its_own if {
	after := {"bind_port": [{"proxy_mode": "tcp"}], "server": [{"ip_address": "203.0.113.10"}]}
	untouched := object.remove(_hop("203.0.113.10/32"), ["encrypted"])
	{found[3] | some found in _behind([_made("proxylb.a", after, {}, {})])} == {untouched}
}

test_servers_of_the_plan_are_no_peers if {
	tie := {"server": [{"ip_address": {"references": ["sakuracloud_server.s"]}}]}
	late := _made("proxylb.a", {"server": [{}]}, {"server": [{"ip_address": true}]}, tie)
	known := _made("proxylb.a", {"server": [{"ip_address": "203.0.113.10"}]}, {}, {})
	_behind([late, _made("server.s", {}, {}, {})]) == set()
	_behind([known, _made("server.s", {"ip_address": "203.0.113.10"}, {}, {})]) == set()
	_behind([known, _made("vpc_router.r", {"public_ip": "203.0.113.10"}, {}, {})]) == set()
	{found[3].who | some found in _behind([late])} == {_unknown}
	{found[3].who | some found in _behind([_made("proxylb.a", {}, {"server": true}, {})])} == {_unknown}
}

test_servers_of_another_account_are_peers if {
	tie := {"server": [{"ip_address": {"references": ["sakuracloud_server.s"]}}]}
	late := _made("proxylb.a", {"server": [{}]}, {"server": [{"ip_address": true}]}, tie)
	known := _made("proxylb.a", {"server": [{"ip_address": "203.0.113.10"}]}, {}, {})
	other := {"provider": "sakuracloud.hikari"}
	address := {"by": "network", "name": "203.0.113.10/32"}

	{found[3].who | some found in _behind([late, _made("server.s", {}, {}, other)])} == {_unknown}
	{found[3].who |
		some found in _behind([known, _made("server.s", {"ip_address": "203.0.113.10"}, {}, other)])
	} == {address}
	bare := [{"change": each.change, "configured": object.remove(each.configured, ["provider_config_key"])} |
		some each in [known, _made("server.s", {"ip_address": "203.0.113.10"}, {}, {})]
	]
	_behind(bare) == set()
}

test_what_is_read_and_what_it_is_called if {
	object.keys(enhanced_load_balancers.reads) == {"sakuracloud_proxylb"}
	enhanced_load_balancers.ways["enhanced-load-balancer-server"].on_path == "hop"
}

_listening(after, marks) := _told(found) if {
	found := enhanced_load_balancers.endpoints with input as _plan([_made("proxylb.a", after, marks, {})])
}

_behind(resources) := _told(found) if {
	found := enhanced_load_balancers.peers with input as _plan(resources)
}

_open(encrypted, port) := {"audience": "anybody", "encrypted": encrypted, "port": port}

_tls(port, weakest) := object.union(_open("tls", port), {"weakest": weakest})

_hop(name) := {"who": _network(name), "direction": "out", "encrypted": _unknown}

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
