package bunkaiten_test.observed.terraform.azurerm.connections

import data.bunkaiten.observed.terraform.azurerm.connections

test_device_and_networks_behind_it_are_peers if {
	_shown([_tunnel({"ipsec_policy": [{"dh_group": "DHGroup14"}]}, {}), _gateway(
		{
			"gateway_address": "198.51.100.7",
			"address_space": ["198.51.100.64/28"],
		},
		{},
	)]) == {
		["virtual_network_gateway_connection.a", "vpn-connection", object.union(_line("198.51.100.7/32"), {
			"methods": {"is": ["DHGroup14", "ikev2"]},
			"authentication": {"is": "shared-key"},
		})],
		["virtual_network_gateway_connection.a", "vpn-route", _line("198.51.100.64/28")],
	}
}

test_what_somebody_chose_is_told if {
	chosen := {"ipsec_policy": [{"ike_encryption": "DES3", "ipsec_encryption": "GCMAES256"}]}
	found := _shown([_tunnel(chosen, {}), _gateway({"gateway_address": "198.51.100.7"}, {})])

	{each[2].choices | some each in found} == {{"is": [["DES3"], ["GCMAES256"]]}}
}

test_device_is_known_by_name_or_not_at_all if {
	every case in [
		[{"gateway_fqdn": "VPN.x.example"}, {}, {"is": {"by": "host", "name": "vpn.x.example"}}],
		[{}, {"gateway_address": true}, unknown],
		[{"gateway_address": null}, {}, unknown],
	] {
		found := _shown([_tunnel({}, {}), _gateway(case[0], case[1])])
		{each[2].who | some each in found} == {case[2]}
	}
	{each[2].who | some each in _shown([_tunnel({"local_network_gateway_id": ours}, {})])} == {unknown}
	late := _shown([_tunnel({}, {}), _gateway({"gateway_fqdn": "x.example"}, {"address_space": true})])
	{each[2].who | some each in late; each[1] == "vpn-route"} == {unknown}
}

test_traffic_may_be_narrowed_down_to_what_is_not_yet_known if {
	late := made(
		"azurerm_virtual_network_gateway_connection.a",
		{"traffic_selector_policy": [{}]},
		{"local_network_gateway_id": true, "traffic_selector_policy": [{"remote_address_cidrs": true}]},
		{"local_network_gateway_id": "azurerm_local_network_gateway.l"},
	)
	{each[2].who | some each in _shown([late, _gateway({}, {})]); each[1] == "vpn-network"} == {unknown}
}

test_policy_based_gateway_speaks_the_old_version if {
	based := made("azurerm_virtual_network_gateway.g", {"vpn_type": "PolicyBased"}, {}, {})
	found := _shown([_tunnel({}, {"virtual_network_gateway_id": "azurerm_virtual_network_gateway.g"}), based])
	{method | some each in found; some method in each[2].methods.is; startswith(method, "ike")} == {"ikev1"}
}

test_traffic_may_be_narrowed_down if {
	narrow := {
		"traffic_selector_policy": [{"remote_address_cidrs": ["203.0.113.32/28"]}, {"remote_address_cidrs": null}],
	}
	found := _shown([_tunnel(narrow, {}), _gateway({"gateway_fqdn": "x.example"}, {})])
	{each[2].who.is.name | some each in found; each[1] == "vpn-network"} == {"203.0.113.32/28"}
}

test_gateways_and_circuits_of_others_are_peers if {
	every name, way in {
		"express_route_circuit_id": "express-route-connection",
		"peer_virtual_network_gateway_id": "vnet-to-vnet",
	} {
		every case in [[theirs, {"subscription"}], [ours, set()]] {
			other := made("azurerm_virtual_network_gateway_connection.a", {name: case[0]}, {}, {})
			{each[2].who.is.by | some each in _shown([other]); each[1] == way} == case[1]
		}
	}
}

test_what_facts_are_called if {
	connections.ways == {
		"express-route-connection": {
			"en": "connection to an ExpressRoute circuit",
			"ja": "ExpressRoute 回線への接続",
			"on_path": "gateway",
		},
		"vnet-to-vnet": {"en": "VNet-to-VNet connection", "ja": "VNet 間接続", "on_path": "tunnel"},
		"vpn-connection": {"en": "VPN connection", "ja": "VPN 接続", "on_path": "tunnel"},
		"vpn-network": {"en": "VPN connection for traffic", "ja": "VPN 接続が対象とする通信", "on_path": "line"},
		"vpn-route": {"en": "route over a VPN connection", "ja": "VPN 接続を経由する経路", "on_path": "gateway"},
	}
}

test_what_is_read if {
	object.keys(connections.reads) == {
		"azurerm_local_network_gateway",
		"azurerm_virtual_network_gateway",
		"azurerm_virtual_network_gateway_connection",
	}
}

test_what_belongs_to_what if {
	object.keys(connections.satellites) == {"azurerm_virtual_network_gateway_connection"}
}

_line(named) := {
	"who": {"is": {"by": "network", "name": named}},
	"direction": "both",
	"encrypted": {"is": "ipsec"},
}

_tunnel(after, ties) := made(
	"azurerm_virtual_network_gateway_connection.a",
	after,
	{name: true | some name in ["local_network_gateway_id", "virtual_network_gateway_id"]; not after[name]},
	object.union(ties, {name: "azurerm_local_network_gateway.l" |
		some name in ["local_network_gateway_id"]
		not after[name]
	}),
)

_gateway(after, marks) := made("azurerm_local_network_gateway.l", after, marks, {})

_shown(resources) := {short(found) | some found in all} if {
	all := connections.peers with input as plan(resources)
}

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

ours := "/subscriptions/s1/resourceGroups/g/providers/x"

theirs := "/subscriptions/S2/resourceGroups/g/providers/x"

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
