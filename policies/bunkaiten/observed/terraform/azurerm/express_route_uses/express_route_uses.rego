# METADATA
# title: What uses the ExpressRoute circuits of Azure
# description: >-
#   Connections of gateways over circuits of one's own, and what lies on which line. Circuits and
#   peerings of other subscriptions are told by connections and express_route.
package bunkaiten.observed.terraform.azurerm.express_route_uses

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.subscriptions

# METADATA
# description: >-
#   What people call these facts. The gateway stands in one's own network, behind the router where the
#   provider's line ends (learn.microsoft.com/azure/expressroute/expressroute-circuit-peerings).
ways := {"express-route-use": {
	"en": "connection over an ExpressRoute circuit",
	"ja": "ExpressRoute 回線による接続",
	"on_path": "line",
}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_express_route_circuit": ["express_route_port_id"],
	"azurerm_express_route_circuit_peering": ["express_route_circuit_name", "peering_type"],
	"azurerm_express_route_connection": ["express_route_circuit_peering_id"],
	"azurerm_virtual_network_gateway_connection": ["express_route_circuit_id"],
}

# METADATA
# description: >-
#   Connections over a circuit that is nobody else's, with the name of that for its end, "ExpressRoute"
#   where the plan makes it.
peers contains found if {
	some [connection, name, type] in _connections
	used := resource.attribute(connection, name)
	used != {}
	subscriptions.beyond(connection, name, used, {type}) == set()
	attributes := {"who": {"is": {"by": "line", "name": _name(used)}}, "direction": "both"}
	found := fact.on(connection, [name], "express-route-use", attributes)
}

# METADATA
# description: >-
#   The keys of what lies on each line, by the key of the line. A private peering serves gateways, so
#   that they lie on it too.
carried[port] contains key if {
	some key, circuit in resource.managed.azurerm_express_route_circuit
	some port in resource.tied(circuit, "express_route_port_id", "azurerm_express_route_port")
}

carried[circuit] contains key if {
	some circuit, peerings in _peerings
	some key in peerings
}

carried[circuit] contains connection if {
	some circuit, connections in _used
	some connection in connections
}

carried[peering] contains connection if {
	some circuit, connections in _used
	some peering in _peerings[circuit]
	resource.managed.azurerm_express_route_circuit_peering[peering].values.peering_type == "AzurePrivatePeering"
	some connection in connections
}

carried[peering] contains connection if {
	some connection, found in resource.managed.azurerm_express_route_connection
	some peering in resource.tied(found, "express_route_circuit_peering_id", "azurerm_express_route_circuit_peering")
}

_name(used) := captured[1] if {
	is_string(used.is)
	captured := regex.find_all_string_submatch_n(`(?i)/expressRouteCircuits/([^/]+)`, used.is, 1)[0]
} else := "ExpressRoute"

_connections contains [connection, "express_route_circuit_id", "azurerm_express_route_circuit"] if {
	some _, connection in resource.managed.azurerm_virtual_network_gateway_connection
}

_connections contains [connection, "express_route_circuit_peering_id", "azurerm_express_route_circuit_peering"] if {
	some _, connection in resource.managed.azurerm_express_route_connection
}

_peerings[circuit] contains key if {
	some key, peering in resource.managed.azurerm_express_route_circuit_peering
	some circuit in resource.tied(peering, "express_route_circuit_name", "azurerm_express_route_circuit")
}

_used[circuit] contains key if {
	some key, connection in resource.managed.azurerm_virtual_network_gateway_connection
	some circuit in resource.tied(connection, "express_route_circuit_id", "azurerm_express_route_circuit")
}

_used[circuit] contains key if {
	some circuit, peerings in _peerings
	some key, connection in resource.managed.azurerm_express_route_connection
	some peering in resource.tied(connection, "express_route_circuit_peering_id", "azurerm_express_route_circuit_peering")
	peering in peerings
}
