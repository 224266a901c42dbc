package bunkaiten_test.observed.terraform.azurerm.express_route_uses

import data.bunkaiten.observed.terraform.azurerm.express_route_uses

test_connection_over_a_circuit_of_one_s_own_ends_at_it if {
	every name, type in {
		"express_route_circuit_id": "azurerm_virtual_network_gateway_connection",
		"express_route_circuit_peering_id": "azurerm_express_route_connection",
	} {
		every item in [
			[circuit_of("s1"), {"erc"}],
			[upper(circuit_of("s1")), {"ERC"}],
			[circuit_of("S2"), set()],
			["erc", set()],
			[null, set()],
		] {
			connection := made(concat(".", [type, "c"]), {name: item[0]}, {}, {})
			{found.who.is.name | some found in shown([connection])} == item[1]
		}
		shown([made(concat(".", [type, "c"]), {}, {name: true}, {})]) == set()
	}
}

test_connection_over_a_circuit_that_the_plan_makes_ends_there if {
	connections := [
		made(
			"azurerm_virtual_network_gateway_connection.c", {}, {"express_route_circuit_id": true},
			{"express_route_circuit_id": "azurerm_express_route_circuit.a"},
		),
		made(
			"azurerm_express_route_connection.c", {}, {"express_route_circuit_peering_id": true},
			{"express_route_circuit_peering_id": "azurerm_express_route_circuit_peering.a"},
		),
	]
	circuit := made("azurerm_express_route_circuit.a", {}, {}, {})
	peering := made("azurerm_express_route_circuit_peering.a", {}, {}, {})

	shown(array.concat(connections, [circuit, peering])) == {
		{
			"way": "express-route-use",
			"key": "p azurerm_virtual_network_gateway_connection.c",
			"thing": "terraform:azurerm_virtual_network_gateway_connection.c",
			"steps": ["terraform", "p", "resource_changes", 0, "change", "after", "express_route_circuit_id"],
			"who": {"is": {"by": "line", "name": "ExpressRoute"}},
			"direction": "both",
		},
		{
			"way": "express-route-use",
			"key": "p azurerm_express_route_connection.c",
			"thing": "terraform:azurerm_express_route_connection.c",
			"steps": ["terraform", "p", "resource_changes", 1, "change", "after", "express_route_circuit_peering_id"],
			"who": {"is": {"by": "line", "name": "ExpressRoute"}},
			"direction": "both",
		},
	}
}

test_what_lies_on_a_line if {
	every kind, of_peering in {"AzurePrivatePeering": true, "MicrosoftPeering": false} {
		port := made("azurerm_express_route_port.p", {}, {}, {})
		tie := {"express_route_port_id": "azurerm_express_route_port.p"}
		circuit := made("azurerm_express_route_circuit.c", {"name": "erc"}, {"express_route_port_id": true}, tie)
		peering := made(
			"azurerm_express_route_circuit_peering.r",
			{"express_route_circuit_name": "erc", "peering_type": kind, "id": "r"},
			{}, {},
		)
		gateway := made(
			"azurerm_virtual_network_gateway_connection.g", {}, {"express_route_circuit_id": true},
			{"express_route_circuit_id": "azurerm_express_route_circuit.c"},
		)
		hub := made("azurerm_express_route_connection.h", {"express_route_circuit_peering_id": "r"}, {}, {})
		found := express_route_uses.carried with input as plan([port, circuit, peering, gateway, hub])

		found == {
			"p azurerm_express_route_port.p": {"p azurerm_express_route_circuit.c"},
			"p azurerm_express_route_circuit.c": {
				"p azurerm_express_route_circuit_peering.r",
				"p azurerm_express_route_connection.h",
				"p azurerm_virtual_network_gateway_connection.g",
			},
			"p azurerm_express_route_circuit_peering.r": ({"p azurerm_express_route_connection.h"} | {key |
				of_peering
				key := "p azurerm_virtual_network_gateway_connection.g"
			}),
		}
	}
}

test_what_is_read_and_what_facts_are_called if {
	object.keys(express_route_uses.reads) == {
		"azurerm_express_route_circuit",
		"azurerm_express_route_circuit_peering",
		"azurerm_express_route_connection",
		"azurerm_virtual_network_gateway_connection",
	}
	express_route_uses.ways == {"express-route-use": {
		"en": "connection over an ExpressRoute circuit",
		"ja": "ExpressRoute 回線による接続",
		"on_path": "line",
	}}
}

circuit_of(subscription) := concat("", [
	"/subscriptions/", subscription,
	"/resourceGroups/g/providers/Microsoft.Network/expressRouteCircuits/erc",
])

shown(resources) := found if {
	found := express_route_uses.peers with input as plan(resources)
}

# what is unknown is written; a tie is a reference
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
		"provider_config": {"azurerm": {"name": "azurerm", "expressions": {"subscription_id": {"constant_value": "s1"}}}},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
}}}
