package bunkaiten_test.observed.terraform.azurerm.virtual_wan

import data.bunkaiten.observed.terraform.azurerm.virtual_wan

test_devices_of_a_site_and_networks_behind_it_are_peers if {
	site := {
		"link": [{"ip_address": "198.51.100.21"}, {"fqdn": "Spare.x.example"}],
		"address_cidrs": ["198.51.100.128/28"],
	}
	found := _shown([_connection({"vpn_link": [{"protocol": "IKEv1"}]}), _site(site, {})])
	{[each[1], each[2].who.is.name, each[2].encrypted.is] | some each in found} == {
		["vpn-connection", "198.51.100.21/32", "ipsec"],
		["vpn-connection", "spare.x.example", "ipsec"],
		["vpn-route", "198.51.100.128/28", "ipsec"],
	}
	{each[2].methods | some each in found; each[1] == "vpn-connection"} == {{"is": [
		"AES128", "AES256", "DHGroup2", "GCMAES256", "SHA1", "SHA256", "ikev1",
	]}}
}

test_site_that_is_not_shown_is_unknown if {
	alone := made("azurerm_vpn_gateway_connection.c", {"remote_vpn_site_id": ours, "vpn_link": [{}]}, {}, {})
	{each[2].who | some each in _shown([alone])} == {unknown}
	{each[2].who | some each in _shown([_connection({"vpn_link": []}), _site({}, {})])} == {unknown}
}

test_methods_are_unknown_where_those_of_a_link_are if {
	late := made(
		"azurerm_vpn_gateway_connection.c",
		{"vpn_link": [{}]},
		{"remote_vpn_site_id": true, "vpn_link": [{"protocol": true}]},
		{"remote_vpn_site_id": "azurerm_vpn_site.s"},
	)
	{each[2].methods | some each in _shown([late, _site({}, {})]); each[1] == "vpn-connection"} == {unknown}
}

test_methods_are_unknown_where_the_links_are if {
	late := made(
		"azurerm_vpn_gateway_connection.c",
		{},
		{"remote_vpn_site_id": true, "vpn_link": true},
		{"remote_vpn_site_id": "azurerm_vpn_site.s"},
	)
	{each[2].methods | some each in _shown([late, _site({}, {})]); each[1] == "vpn-connection"} == {unknown}
}

test_choices_are_what_somebody_chose_for_a_link if {
	every policies, choices in {"[]": null, `[{"encryption_algorithm": "DES3"}]`: {"is": [["DES3"]]}} {
		link := {"ipsec_policy": json.unmarshal(policies)}
		found := _shown([_connection({"vpn_link": [link]}), _site({"link": [{"ip_address": "198.51.100.21"}]}, {})])
		{object.get(each[2], "choices", null) | some each in found} == {choices}
	}
}

test_a_virtual_wan_may_leave_out_encryption if {
	every case in [
		[{"disable_vpn_encryption": true}, {}, {"is": "none"}],
		[{}, {"disable_vpn_encryption": true}, unknown],
		[{}, {}, {"is": "ipsec"}],
	] {
		wan := made("azurerm_virtual_wan.w", case[0], case[1], {})
		found := _shown([
			_connection({"vpn_link": []}),
			_site({"link": [{"ip_address": "198.51.100.21"}]}, {"virtual_wan_id": "azurerm_virtual_wan.w"}),
			wan,
		])
		{each[2].encrypted | some each in found} == {case[2]}
	}
}

test_traffic_may_be_narrowed_down if {
	narrow := {"vpn_link": [], "traffic_selector_policy": [{"remote_address_ranges": ["203.0.113.32/28"]}]}
	{each[2].who.is.name |
		some each in _shown([_connection(narrow), _site({}, {})])
		each[1] == "vpn-network"
	} == {"203.0.113.32/28"}
}

test_traffic_may_be_narrowed_down_to_what_is_not_yet_known if {
	late := made(
		"azurerm_vpn_gateway_connection.c",
		{"vpn_link": [true], "traffic_selector_policy": [{}]},
		{"remote_vpn_site_id": true, "traffic_selector_policy": [{"remote_address_ranges": true}]},
		{"remote_vpn_site_id": "azurerm_vpn_site.s"},
	)
	{each[2].who | some each in _shown([late, _site({}, {})]); each[1] == "vpn-network"} == {unknown}
}

test_what_facts_are_called if {
	virtual_wan.ways == {
		"vpn-connection": {"en": "VPN connection", "ja": "VPN 接続", "on_path": "tunnel"},
		"vpn-network": {"en": "VPN connection for traffic", "ja": "VPN 接続が対象とする通信", "on_path": "line"},
		"vpn-route": {"en": "route over a VPN connection", "ja": "VPN 接続を経由する経路", "on_path": "gateway"},
	}
}

test_what_is_read if {
	object.keys(virtual_wan.reads) == {
		"azurerm_virtual_wan",
		"azurerm_vpn_gateway",
		"azurerm_vpn_gateway_connection",
		"azurerm_vpn_site",
	}
}

test_what_belongs_to_what if {
	object.keys(virtual_wan.satellites) == {"azurerm_vpn_gateway_connection"}
}

_connection(after) := made(
	"azurerm_vpn_gateway_connection.c",
	after,
	{"remote_vpn_site_id": true},
	{"remote_vpn_site_id": "azurerm_vpn_site.s"},
)

_site(after, ties) := made("azurerm_vpn_site.s", after, {}, ties)

_shown(resources) := {short(found) | some found in all} if {
	all := virtual_wan.peers with input as plan(resources)
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
