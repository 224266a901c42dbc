# METADATA
# title: ExpressRoute of Azure
# description: >-
#   Lines and circuits, where they end, whether their link is encrypted, and whom a part of them is
#   given to.
package bunkaiten.observed.terraform.azurerm.express_route

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.express_route_ports
import data.bunkaiten.observed.terraform.azurerm.subscriptions

# METADATA
# description: >-
#   What people call these facts. The other side of a line is {"by": "line"} with the place where it
#   ends for its name; whose line it is, a plan does not tell.
ways := {
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

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_express_route_circuit": ["express_route_port_id", "name", "peering_location"],
	"azurerm_express_route_circuit_authorization": ["express_route_circuit_name"],
	"azurerm_express_route_circuit_connection": ["peer_peering_id", "peering_id"],
	"azurerm_express_route_circuit_peering": ["express_route_circuit_name", "peering_type"],
	"azurerm_express_route_connection": ["express_route_circuit_peering_id"],
	"azurerm_express_route_port": ["peering_location"],
	"azurerm_express_route_port_authorization": ["express_route_port_name"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"azurerm_express_route_circuit_authorization": [["express_route_circuit_name", _circuit]],
	"azurerm_express_route_circuit_connection": [["peering_id", "azurerm_express_route_circuit_peering"]],
	"azurerm_express_route_circuit_peering": [["express_route_circuit_name", _circuit]],
	"azurerm_express_route_connection": [["express_route_circuit_peering_id", "azurerm_express_route_circuit_peering"]],
	"azurerm_express_route_port_authorization": [["express_route_port_name", "azurerm_express_route_port"]],
}

# METADATA
# description: >-
#   Where each line ends; the gateways at its end; circuits and peerings of other subscriptions; and
#   whoever gets the key to a circuit or a port, whom no plan names.
peers contains found if {
	some key, port in resource.managed.azurerm_express_route_port
	end := _place(resource.attribute(port, "peering_location"))
	found := fact.on(port, ["peering_location"], "express-route-port", _line(end, express_route_ports.encrypted[key]))
}

peers contains found if {
	some _, circuit in resource.managed.azurerm_express_route_circuit
	name := _ends_by(circuit)
	line := _line(_place(_end(circuit, name)), _of_circuit(circuit))
	found := fact.on(circuit, [name], "express-route-circuit", line)
}

peers contains found if {
	some _, peering in resource.managed.azurerm_express_route_circuit_peering
	end := _place(resource.attribute(peering, "express_route_circuit_name"))
	attributes := {"who": end, "direction": "both"}
	found := fact.on(peering, ["peering_type"], "express-route-peering", attributes)
}

peers contains found if {
	some type, name in {
		"azurerm_express_route_circuit_connection": "peer_peering_id",
		"azurerm_express_route_connection": "express_route_circuit_peering_id",
	}
	some _, connection in resource.managed[type]
	peering := resource.attribute(connection, name)
	some who in subscriptions.beyond(connection, name, peering, {"azurerm_express_route_circuit_peering"})
	attributes := {"who": who, "direction": "both"}
	found := fact.on(connection, [name], "express-route-connection", attributes)
}

peers contains found if {
	some type in ["azurerm_express_route_circuit_authorization", "azurerm_express_route_port_authorization"]
	some _, authorization in resource.managed[type]
	attributes := {"who": {"unknown": true}, "direction": "both"}
	found := fact.on(authorization, ["name"], "express-route-authorization", attributes)
}

_circuit := "azurerm_express_route_circuit"

_line(end, encrypted) := {"who": end, "direction": "both", "encrypted": encrypted}

_place(written) := {"is": {"by": "line", "name": written.is}} if {
	written.is
} else := {"unknown": true}

# the port tells the place
_end(circuit, "express_route_port_id") := resource.attribute(circuit, "name")

_end(circuit, "peering_location") := resource.attribute(circuit, "peering_location")

# a circuit over a port of one's own has no place and no provider
_ends_by(circuit) := "express_route_port_id" if {
	resource.attribute(circuit, "express_route_port_id") != {}
} else := "peering_location"

_of_circuit(circuit) := {"unknown": true} if {
	_ends_by(circuit) == "express_route_port_id"
	count(_of_ports(circuit)) != 1
} else := encrypted if {
	some encrypted in _of_ports(circuit)
} else := {"is": "none"}

_of_ports(circuit) := {_ports[key] |
	some key in resource.tied(circuit, "express_route_port_id", "azurerm_express_route_port")
}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_ports[key] := encrypted if some key, encrypted in express_route_ports.encrypted
