package bunkaiten_test.observed.terraform.azurerm.application_gateway_backends

import data.bunkaiten.observed.terraform.azurerm.application_gateway_backends as backends

test_every_address_and_name_is_shown if {
	pool := {"name": "b", "fqdns": ["emr.vendor.example"], "ip_addresses": ["203.0.113.70", "2001:db8::1"]}
	_who({"backend_address_pool": [pool]}, {}, []) == {
		[["fqdns", 0], {"is": {"by": "host", "name": "emr.vendor.example"}}],
		[["ip_addresses", 0], {"is": {"by": "network", "name": "203.0.113.70/32"}}],
		[["ip_addresses", 1], {"is": {"by": "network", "name": "2001:db8::1/128"}}],
	}
}

test_pool_without_anything_leads_nowhere if {
	every pool in [{"name": "b"}, {"name": "b", "fqdns": [], "ip_addresses": null}] {
		_who({"backend_address_pool": [pool]}, {}, [{"name": {}}]) == set()
	}
	_who({}, {}, []) == set()
}

test_what_is_known_after_apply_is_open if {
	some_late := {"backend_address_pool": [{"name": "b", "fqdns": ["a.example", null]}]}
	_who(some_late, {"backend_address_pool": [{"fqdns": [false, true]}]}, [{"fqdns": {"references": ["var.a"]}}]) == {
		[["fqdns", 0], {"is": {"by": "host", "name": "a.example"}}],
		[["fqdns", 1], unknown],
	}
	all_late := {"backend_address_pool": [{"name": "b"}]}
	_who(all_late, {"backend_address_pool": [{"fqdns": true}]}, [{"fqdns": {"references": ["var.a"]}}]) == {
		[["fqdns"], unknown],
	}
}

test_nobody_wrote_what_the_provider_computes if {
	after := {"backend_address_pool": [{"name": "b"}]}
	_who(after, {"backend_address_pool": [{"fqdns": true}]}, [{"name": {}}]) == set()
}

test_what_the_plan_makes_is_ours if {
	after := {"backend_address_pool": [{"name": "b"}, {"name": "c", "ip_addresses": [null]}]}
	marks := {"backend_address_pool": [{"fqdns": true}, {"ip_addresses": [true]}]}
	app := {"references": ["azurerm_public_ip.a.fqdn", "azurerm_public_ip.a"]}
	address := {"references": ["azurerm_public_ip.a.ip_address", "azurerm_public_ip.a"]}
	vendor := {"references": ["data.http.vendor.body", "data.http.vendor"]}
	_who(after, marks, [{"fqdns": app}, {"ip_addresses": address}]) == set()
	_who(after, marks, [{"fqdns": vendor}, {"ip_addresses": address}]) == {[["fqdns"], unknown]}
	_who(after, marks, [{"fqdns": app}, {"ip_addresses": vendor}]) == {[["ip_addresses", 0], unknown]}
}

test_how_requests_go_on if {
	every case in [
		["Http", {"is": "none"}],
		["Https", {"is": "tls"}],
		["Tls", {"is": "tls"}],
		["Tcp", unknown],
		[null, unknown],
	] {
		_encrypted({
			"request_routing_rule": [{"backend_address_pool_name": "b", "backend_http_settings_name": "s"}],
			"backend_http_settings": [{"name": "s", "protocol": case[0]}, {"name": "t", "protocol": "Http"}],
		}) == {case[1]}
	}
	_encrypted({}) == {unknown}
}

test_rules_that_tell_how_requests_go_on if {
	every rules in [
		{"url_path_map": [{"default_backend_address_pool_name": "b", "default_backend_http_settings_name": "s"}]},
		{"url_path_map": [{"path_rule": [{"backend_address_pool_name": "b", "backend_http_settings_name": "s"}]}]},
	] {
		_encrypted(object.union(rules, {"backend_http_settings": [{"name": "s", "protocol": "Https"}]})) == {{"is": "tls"}}
	}
	_encrypted({
		"routing_rule": [{"backend_address_pool_name": "b", "backend_name": "s"}],
		"backend": [{"name": "s", "protocol": "Tls"}],
		"backend_http_settings": [{"name": "s", "protocol": "Http"}],
	}) == {{"is": "tls"}}
}

test_pool_that_is_spoken_to_in_several_ways if {
	every case in [[["Http", "Https"], {"is": "none"}], [["Https", "Tcp"], unknown]] {
		_encrypted({
			"request_routing_rule": [
				{"backend_address_pool_name": "b", "backend_http_settings_name": "0"},
				{"backend_address_pool_name": "b", "backend_http_settings_name": "1"},
				{"backend_address_pool_name": "other", "backend_http_settings_name": "2"},
			],
			"backend_http_settings": array.concat(
				[{"name": sprintf("%d", [index]), "protocol": word} | some index, word in case[0]],
				[{"name": "2", "protocol": "Http"}],
			),
		}) == {case[1]}
	}
}

test_what_facts_are_called if {
	object.keys(backends.ways) == {"application-gateway-backend"}
	backends.ways["application-gateway-backend"].on_path == "hop"
	object.keys(backends.reads) == {"azurerm_application_gateway"}
}

_encrypted(after) := {found[1].encrypted |
	pool := {"backend_address_pool": [{"name": "b", "fqdns": ["a.example"]}]}
	some found in _shown(object.union(pool, after), {}, [])
}

_who(after, marks, pools) := {[path, found[1].who] |
	some found in _shown(after, marks, pools)
	path := array.slice(found[0], 2, count(found[0]))
}

_shown(after, marks, pools) := {[_path(found), rest] |
	all := backends.peers with input as plan(after, marks, pools)
	some found in all
	found.way == "application-gateway-backend"
	rest := {name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}}
}

_path(found) := array.slice(found.steps, 6, count(found.steps))

unknown := {"unknown": true}

plan(after, marks, pools) := {"terraform": {"p": {
	"resource_changes": [
		{
			"address": "azurerm_application_gateway.g",
			"mode": "managed",
			"type": "azurerm_application_gateway",
			"name": "g",
			"change": {"actions": ["create"], "after": after, "after_unknown": marks},
		},
		{
			"address": "azurerm_public_ip.a",
			"mode": "managed",
			"type": "azurerm_public_ip",
			"name": "a",
			"change": {"actions": ["create"], "after": {}, "after_unknown": {}},
		},
	],
	"configuration": {"root_module": {"resources": [
		{"address": "azurerm_application_gateway.g", "expressions": {"backend_address_pool": pools}},
		{"address": "azurerm_public_ip.a", "expressions": {}},
		{"address": "data.http.vendor", "expressions": {}},
	]}},
}}}
