package bunkaiten_test.observed.terraform.azurerm.application_gateways

import data.bunkaiten.observed.terraform.azurerm.application_gateways

test_listeners_are_told_by_protocol if {
	every protocol, encrypted in {
		"Https": {"is": "tls"},
		"Tls": {"is": "tls"},
		"Http": {"is": "none"},
		"Tcp": {"is": "passthrough"},
		"New": unknown,
	} {
		{found[2].encrypted |
			some found in _shown({"http_listener": [{"name": "l", "protocol": protocol}]}, {})
		} == {encrypted}
	}
	{found[2].encrypted | some found in _shown({"http_listener": [{"name": "l"}]}, {})} == {unknown}
	{found[2].encrypted | some found in _shown({}, {"http_listener": true})} == {unknown}
}

test_listener_has_a_front_a_port_and_names if {
	listener := {
		"protocol": "Https",
		"frontend_ip_configuration_name": "f",
		"frontend_port_name": "p",
		"host_names": ["B.example"],
		"host_name": "a.example",
	}
	front := {
		"frontend_port": [{"name": "p", "port": 443}],
		"frontend_ip_configuration": [{"name": "f", "public_ip_address_id": ours}],
	}
	_shown(object.union(front, {"listener": [listener]}), {}) == {["application_gateway.g", "application-gateway", {
		"audience": {"is": "anybody"},
		"encrypted": {"is": "tls"},
		"weakest": {"is": "TLS 1.2"},
		"hosts": ["a.example", "b.example"],
		"port": {"is": 443},
	}]}
	inside := {"frontend_ip_configuration": [{"name": "f"}], "listener": [listener]}
	{found[2].audience | some found in _shown(inside, {})} == {{"is": "inside"}}
	{[found[2].audience, found[2].port] | some found in _shown({"listener": [listener]}, {})} == {[unknown, unknown]}
}

test_listener_that_only_redirects_to_https_carries_nothing if {
	every case in [
		[{"target_url": "https://a.example"}, 1],
		[{"target_listener_name": "s"}, 1],
		[{"target_listener_name": "l"}, 2],
		[{"target_url": "http://a.example"}, 2],
	] {
		given := {
			"http_listener": [{"name": "l", "protocol": "Http"}, {"name": "s", "protocol": "Https"}],
			"request_routing_rule": [{"http_listener_name": "l", "redirect_configuration_name": "r"}],
			"redirect_configuration": [object.union({"name": "r"}, case[0])],
		}
		count(_shown(given, {})) == case[1]
	}
}

test_what_facts_are_called if {
	application_gateways.ways == {"application-gateway": {"en": "application gateway", "ja": "アプリケーションゲートウェイ"}}
}

test_what_is_read if {
	object.keys(application_gateways.reads) == {"azurerm_application_gateway"}
}

_shown(after, marks) := {short(found) | some found in all} if {
	all := application_gateways.endpoints with input as plan([made("azurerm_application_gateway.g", after, marks, {})])
}

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

ours := "/subscriptions/s1/resourceGroups/g/providers/x"

unknown := {"unknown": true}

# what is unknown is written; a tie is a list of references
made(address, after, marks, ties) := {
	"change": {
		"address": address,
		"mode": "managed",
		"type": split(address, ".")[0],
		"name": split(address, ".")[1],
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": address,
		"provider_config_key": "azurerm",
		"expressions": object.union(
			{name: {} | some part in [after, marks]; some name, _ in part},
			{name: {"references": [reference]} | some name, reference in ties},
		),
	},
}

plan(resources) := {"terraform": {"p": {
	"resource_changes": [each.change | some each in resources],
	"configuration": {
		"provider_config": {"azurerm": {"expressions": {
			"subscription_id": {"constant_value": "S1"},
			"tenant_id": {"references": ["var.tenant"]},
		}}},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
	"variables": {"tenant": {"value": "T1"}},
}}}
