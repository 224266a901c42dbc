package bunkaiten_test.observed.terraform.azurerm.express_route

import data.bunkaiten.observed.terraform.azurerm.express_route

test_lines_end_where_they_say if {
	port := made("azurerm_express_route_port.p", {"peering_location": "Tokyo"}, {}, {})
	tie := {"express_route_port_id": "azurerm_express_route_port.p"}
	direct := made("azurerm_express_route_circuit.d", {"name": "erc"}, {"express_route_port_id": true}, tie)
	elsewhere := made("azurerm_express_route_circuit.e", {"name": "far", "express_route_port_id": ours}, {}, {})
	bought := made("azurerm_express_route_circuit.b", {}, {"peering_location": true}, {})
	_shown([port, direct, elsewhere, bought]) == {
		["express_route_port.p", "express-route-port", _line({"is": {"by": "line", "name": "Tokyo"}}, {"is": "none"})],
		[
			"express_route_circuit.d",
			"express-route-circuit",
			_line({"is": {"by": "line", "name": "erc"}}, {"is": "none"}),
		],
		["express_route_circuit.e", "express-route-circuit", _line({"is": {"by": "line", "name": "far"}}, unknown)],
		["express_route_circuit.b", "express-route-circuit", _line(unknown, {"is": "none"})],
	}
}

test_gateways_at_the_end_and_circuits_of_others_are_peers if {
	peering := made("azurerm_express_route_circuit_peering.p", {"express_route_circuit_name": "erc"}, {}, {})
	lent := made("azurerm_express_route_connection.l", {"express_route_circuit_peering_id": theirs}, {}, {})
	own := made("azurerm_express_route_circuit_connection.o", {"peer_peering_id": ours}, {}, {})
	{[found[1], found[2].who.is.name] | some found in _shown([peering, lent, own])} == {
		["express-route-peering", "erc"],
		["express-route-connection", "s2"],
	}
}

test_whoever_gets_a_key_is_unknown if {
	given := [
		made("azurerm_express_route_circuit_authorization.a", {}, {}, {}),
		made("azurerm_express_route_port_authorization.a", {}, {}, {}),
	]
	{[found[1], found[2].who] | some found in _shown(given)} == {["express-route-authorization", unknown]}
}

test_what_facts_are_called if {
	express_route.ways == {
		"express-route-authorization": {
			"en": "authorization to use an ExpressRoute circuit",
			"ja": "ExpressRoute 回線の利用の承認",
			"on_path": "joint",
		},
		"express-route-circuit": {"en": "ExpressRoute circuit", "ja": "ExpressRoute 回線", "on_path": "line"},
		"express-route-connection": {
			"en": "connection to an ExpressRoute circuit",
			"ja": "ExpressRoute 回線への接続",
			"on_path": "gateway",
		},
		"express-route-peering": {"en": "ExpressRoute peering", "ja": "ExpressRoute ピアリング", "on_path": "gateway"},
		"express-route-port": {"en": "ExpressRoute Direct port", "ja": "ExpressRoute Direct のポート", "on_path": "line"},
	}
}

test_what_is_read if {
	object.keys(express_route.reads) == {
		"azurerm_express_route_circuit",
		"azurerm_express_route_circuit_authorization",
		"azurerm_express_route_circuit_connection",
		"azurerm_express_route_circuit_peering",
		"azurerm_express_route_connection",
		"azurerm_express_route_port",
		"azurerm_express_route_port_authorization",
	}
}

test_what_belongs_to_what if {
	object.keys(express_route.satellites) == {
		"azurerm_express_route_circuit_authorization",
		"azurerm_express_route_circuit_connection",
		"azurerm_express_route_circuit_peering",
		"azurerm_express_route_connection",
		"azurerm_express_route_port_authorization",
	}
}

_line(who, encrypted) := {"who": who, "direction": "both", "encrypted": encrypted}

_shown(resources) := {short(found) | some found in all} if {
	all := express_route.peers with input as plan(resources)
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
