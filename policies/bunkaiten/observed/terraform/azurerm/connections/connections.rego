# METADATA
# title: VPN connections of Azure
# description: >-
#   Connections of virtual network gateways: the device on the other side of each and the networks
#   behind it, the gateway of another subscription, or the ExpressRoute circuit that it uses.
package bunkaiten.observed.terraform.azurerm.connections

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.ends
import data.bunkaiten.observed.terraform.azurerm.ipsec
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.terraform.azurerm.subscriptions
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
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

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_local_network_gateway": ["address_space", "gateway_address", "gateway_fqdn"],
	"azurerm_virtual_network_gateway": ["vpn_type"],
	"azurerm_virtual_network_gateway_connection": [
		"connection_protocol", "express_route_circuit_id", "ipsec_policy.dh_group", "ipsec_policy.ike_encryption",
		"ipsec_policy.ike_integrity", "ipsec_policy.ipsec_encryption", "ipsec_policy.ipsec_integrity",
		"ipsec_policy.pfs_group", "local_network_gateway_id", "peer_virtual_network_gateway_id",
		"traffic_selector_policy.remote_address_cidrs", "virtual_network_gateway_id",
	],
}

# METADATA
# description: >-
#   Which attributes tell what a resource belongs to, by type, with the type of that. A virtual
#   network gateway is a hub of many lines, so that none of them is its own.
satellites := {"azurerm_virtual_network_gateway_connection": [
	["local_network_gateway_id", "azurerm_local_network_gateway"],
	["express_route_circuit_id", "azurerm_express_route_circuit"],
]}

# METADATA
# description: >-
#   The device on the other side, by its address or name; the networks behind it; what the traffic
#   is narrowed down to.
peers contains found if {
	some connection in _tunnels
	some key in resource.tied(connection, "local_network_gateway_id", "azurerm_local_network_gateway")
	gateway := resource.managed.azurerm_local_network_gateway[key]
	some name in _shown_by(gateway)
	place := {"thing": connection.thing, "key": connection.key, "steps": gateway.steps}
	tunnel := _tunnel(connection, _end(name, resource.attribute(gateway, name)))
	found := fact.on(place, [name], "vpn-connection", tunnel)
}

# an existing gateway that the plan only names by its id cannot be told
peers contains found if {
	some connection in _tunnels
	resource.tied(connection, "local_network_gateway_id", "azurerm_local_network_gateway") == set()
	tunnel := _tunnel(connection, {"unknown": true})
	found := fact.on(connection, ["local_network_gateway_id"], "vpn-connection", tunnel)
}

peers contains found if {
	some connection in _tunnels
	some key in resource.tied(connection, "local_network_gateway_id", "azurerm_local_network_gateway")
	gateway := resource.managed.azurerm_local_network_gateway[key]
	place := {"thing": connection.thing, "key": connection.key, "steps": gateway.steps}
	some network in settings.texts(gateway, "address_space")
	found := fact.on(place, network.path, "vpn-route", _line(ends.network(network.text)))
}

peers contains found if {
	some connection in _tunnels
	some policy in settings.items(connection, "traffic_selector_policy")
	some index, network in written.list(policy.values, "remote_address_cidrs")
	is_string(network)
	path := ["traffic_selector_policy", policy.index, "remote_address_cidrs", index]
	found := fact.on(connection, path, "vpn-network", _line({"is": fact.network(network)}))
}

peers contains found if {
	some connection in _tunnels
	some policy in settings.items(connection, "traffic_selector_policy")
	settings.in_block(policy, "remote_address_cidrs").unknown
	path := ["traffic_selector_policy", policy.index, "remote_address_cidrs"]
	found := fact.on(connection, path, "vpn-network", _line({"unknown": true}))
}

# METADATA
# description: Gateways and circuits of other subscriptions.
peers contains found if {
	some _, connection in resource.managed.azurerm_virtual_network_gateway_connection
	some name, [type, way, line] in _elsewhere
	some who in subscriptions.beyond(connection, name, resource.attribute(connection, name), {type})
	found := fact.on(connection, [name], way, object.union(line, {"who": who, "direction": "both"}))
}

_elsewhere := {
	"express_route_circuit_id": ["azurerm_express_route_circuit", "express-route-connection", {}],
	"peer_virtual_network_gateway_id": ["azurerm_virtual_network_gateway", "vnet-to-vnet", {"encrypted": {"is": "ipsec"}}],
}

_tunnels := [connection |
	some _, connection in resource.managed.azurerm_virtual_network_gateway_connection
	resource.attribute(connection, "local_network_gateway_id") != {}
]

_shown_by(gateway) := names if {
	names := {name | some name in ["gateway_address", "gateway_fqdn"]; resource.attribute(gateway, name) != {}}
	count(names) > 0
} else := {"gateway_address"}

_end("gateway_address", stated) := ends.address(stated)

_end("gateway_fqdn", stated) := ends.host(stated)

_line(who) := {"who": who, "direction": "both", "encrypted": {"is": "ipsec"}}

# connections know no certificates (schema of the provider)
_tunnel(connection, who) := object.union_n([_line(who), ipsec.chosen(connection), {
	"methods": ipsec.methods(_version(connection), connection, "gateway"),
	"authentication": {"is": "shared-key"},
}])

# a gateway that is PolicyBased speaks IKEv1 alone: learn.microsoft.com/azure/vpn-gateway,
# vpn-gateway-connect-multiple-policybased-rm-ps
_version(connection) := {"is": "IKEv1"} if {
	some key in resource.tied(connection, "virtual_network_gateway_id", "azurerm_virtual_network_gateway")
	_gateways[key].values.vpn_type == "PolicyBased"
} else := resource.attribute(connection, "connection_protocol")

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_gateways[key] := gateway if some key, gateway in resource.managed.azurerm_virtual_network_gateway
