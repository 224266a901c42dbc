package bunkaiten_test.observed.terraform.azurerm.point_to_site

import data.bunkaiten.observed.terraform.azurerm.point_to_site

test_gateway_of_a_network_is_a_way_in if {
	block := {"vpn_client_protocols": ["OpenVPN"], "vpn_auth_types": ["Certificate"]}
	given := [made("azurerm_virtual_network_gateway.g", {"vpn_client_configuration": [block]}, {}, {})]
	_accesses(given) == {["virtual_network_gateway.g", "point-to-site-vpn", _entry(["certificate"])]}
	_endpoints(given) == {["virtual_network_gateway.g", "point-to-site-vpn", _listening("mutual-tls")]}
}

test_tenant_of_others_stands_by_itself if {
	guid := "99999999-9999-4999-8999-999999999999"
	address := sprintf("https://login.microsoftonline.com/%s/", [guid])
	every case in [
		[{"aad_tenant": address}, {}, {{"is": {"by": "tenant", "name": guid}}}],
		[{}, {"aad_tenant": true}, {unknown}],
		[{}, {}, set()],
	] {
		block := object.union({"vpn_client_protocols": ["SSTP", "IkeV2"], "vpn_auth_types": ["AAD"]}, case[0])
		marks := {"vpn_client_configuration": [case[1]]}
		given := [made("azurerm_virtual_network_gateway.g", {"vpn_client_configuration": [block]}, marks, {})]
		{found[2].who | some found in _accesses(given); not found[2].logged} == case[2]
		_endpoints(given) == {["virtual_network_gateway.g", "point-to-site-vpn", _listening("tls")]}
	}
}

test_server_of_a_hub_is_a_way_in if {
	tie := {"vpn_server_configuration_id": "azurerm_vpn_server_configuration.s"}
	gateway := made("azurerm_point_to_site_vpn_gateway.g", {}, {"vpn_server_configuration_id": true}, tie)
	server := made(
		"azurerm_vpn_server_configuration.s",
		{
			"vpn_authentication_types": ["AAD"],
			"azure_active_directory_authentication": [{"tenant": "https://login.microsoftonline.com/x.example/"}],
		},
		{},
		{},
	)
	bare := made("azurerm_vpn_server_configuration.s", {"vpn_protocols": ["OpenVPN"]}, {}, {})
	_accesses([gateway, server]) == {
		["vpn_server_configuration.s", "point-to-site-vpn", _entry(["directory"])],
		["vpn_server_configuration.s", "point-to-site-vpn", _somebody],
	}
	_endpoints([gateway, server]) == set()
	{found[2].encrypted | some found in _endpoints([gateway, bare])} == {unknown}
}

test_server_that_the_plan_only_names_lets_in_nobody_knows_how if {
	id := "/subscriptions/s1/resourceGroups/g/providers/x"
	gateway := made("azurerm_point_to_site_vpn_gateway.g", {"vpn_server_configuration_id": id}, {}, {})
	_accesses([gateway]) == {[
		"point_to_site_vpn_gateway.g",
		"point-to-site-vpn",
		object.union(object.remove(_entry([]), ["authentication"]), {"authentication": unknown}),
	]}
	_endpoints([gateway]) == set()
}

test_what_facts_are_called if {
	point_to_site.ways == {"point-to-site-vpn": {"en": "point-to-site VPN", "ja": "ポイント対サイト VPN"}}
}

test_what_is_read if {
	object.keys(point_to_site.reads) == {
		"azurerm_point_to_site_vpn_gateway",
		"azurerm_virtual_network_gateway",
		"azurerm_vpn_server_configuration",
	}
}

test_what_uses_what if {
	object.keys(point_to_site.uses) == {"azurerm_point_to_site_vpn_gateway"}
}

_somebody := {"who": unknown, "authentication": {"is": ["directory"]}}

_entry(words) := {
	"who": {"is": {"by": "anybody", "name": "0.0.0.0/0"}},
	"authentication": {"is": words},
	"logged": {"is": "no"},
}

_listening(word) := {"audience": {"is": "anybody"}, "encrypted": {"is": word}, "port": {"is": 443}}

_accesses(resources) := {short(found) |
	some found in all
} if all := point_to_site.accesses with input as plan(resources)

_endpoints(resources) := {short(found) |
	some found in all
} if all := point_to_site.endpoints with input as plan(resources)

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

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
