package bunkaiten_test.observed.terraform.azurerm.peerings

import data.bunkaiten.observed.terraform.azurerm.peerings

test_networks_of_others_are_peers if {
	every type in ["azurerm_virtual_network_peering", "azurerm_virtual_hub_connection"] {
		every case in [
			[{_name: theirs}, {}, {{"is": {"by": "subscription", "name": "s2"}}}],
			[{_name: ours}, {}, set()],
			[{}, {_name: true}, {unknown}],
		] {
			joint := made(concat(".", [type, "a"]), case[0], case[1], {})
			{found[2].who | some found in _shown([joint])} == case[2]
		}
	}
}

test_network_of_the_same_plan_is_none if {
	joint := made("azurerm_virtual_network_peering.a", {}, {_name: true}, {_name: "azurerm_virtual_network.n"})
	_shown([joint, made("azurerm_virtual_network.n", {}, {}, {})]) == set()
}

test_hub_of_another_is_a_peer if {
	every case in [[theirs, {{"is": {"by": "subscription", "name": "s2"}}}], [ours, set()]] {
		joint := made("azurerm_virtual_hub_connection.a", {_name: ours, "virtual_hub_id": case[0]}, {}, {})
		{found[2].who | some found in _shown([joint])} == case[1]
		{found[1] | some found in _shown([joint])} - {"virtual-hub-connection"} == set()
	}
}

test_tie_to_something_else_tells_nothing if {
	every case in [
		["azurerm_virtual_network_peering.a", _name],
		["azurerm_virtual_hub_connection.a", _name],
		["azurerm_virtual_hub_connection.a", "virtual_hub_id"],
	] {
		given := [made(case[0], {}, {case[1]: true}, {case[1]: "azurerm_subnet.n"}), made("azurerm_subnet.n", {}, {}, {})]
		{found[2].who | some found in _shown(given)} == {unknown}
	}
}

test_what_facts_are_called if {
	peerings.ways == {
		"virtual-hub-connection": {
			"en": "connection of a virtual network to a hub",
			"ja": "仮想ハブへの仮想ネットワーク接続",
			"on_path": "joint",
		},
		"virtual-network-peering": {"en": "virtual network peering", "ja": "仮想ネットワークピアリング", "on_path": "joint"},
	}
}

test_what_is_read if {
	peerings.reads == {
		"azurerm_virtual_hub": [],
		"azurerm_virtual_hub_connection": ["remote_virtual_network_id", "virtual_hub_id"],
		"azurerm_virtual_network": [],
		"azurerm_virtual_network_peering": ["remote_virtual_network_id"],
	}
}

_name := "remote_virtual_network_id"

_shown(resources) := {short(found) | some found in all} if all := peerings.peers with input as plan(resources)

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
