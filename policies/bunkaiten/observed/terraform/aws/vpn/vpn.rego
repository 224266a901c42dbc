# METADATA
# title: VPN connections of AWS
# description: >-
#   Site-to-site VPN connections: the customer gateway on the other side of each, the networks
#   behind it, and the ways to encrypt that its tunnels accept.
package bunkaiten.observed.terraform.aws.vpn

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.vpn_options

# METADATA
# description: What people call these facts.
ways := {
	"vpn-connection": {"en": "VPN connection", "ja": "VPN 接続", "on_path": "tunnel"},
	"vpn-network": {"en": "VPN connection for traffic", "ja": "VPN 接続が対象とする通信", "on_path": "line"},
	"vpn-route": {"en": "route over a VPN connection", "ja": "VPN 接続を経由する経路", "on_path": "gateway"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_customer_gateway": ["certificate_arn", "ip_address"],
	"aws_vpn_connection": array.concat(
		["customer_gateway_id", "local_ipv4_network_cidr", "local_ipv6_network_cidr", "routes.destination_cidr_block"],
		array.concat([option | some option, _ in _options], ["vpn_gateway_id"]),
	),
	"aws_vpn_connection_route": ["destination_cidr_block", "vpn_connection_id"],
	"aws_vpn_gateway": [],
}

# METADATA
# description: >-
#   Which attributes tell what a resource belongs to, by type, with the type of that. A transit
#   gateway is a hub of many lines, so that none of them is its own.
satellites := {
	"aws_vpn_connection": [["customer_gateway_id", "aws_customer_gateway"], ["vpn_gateway_id", "aws_vpn_gateway"]],
	"aws_vpn_connection_route": [["vpn_connection_id", "aws_vpn_connection"]],
}

# METADATA
# description: >-
#   The customer gateway of each connection, as its address says it; then the networks behind it,
#   where they are narrowed down ("local" is the side of the customer gateway) or routed.
peers contains found if {
	some _, connection in resource.managed.aws_vpn_connection
	some key in resource.tied(connection, "customer_gateway_id", "aws_customer_gateway")
	gateway := resource.managed.aws_customer_gateway[key]
	place := {"thing": connection.thing, "key": connection.key, "steps": gateway.steps}
	address := resource.attribute(gateway, "ip_address")
	certificate := resource.attribute(gateway, "certificate_arn")
	path := [_shown_by(address, certificate)]
	tunnel := _tunnel(connection, _address(address), _authentication(certificate))
	found := fact.on(place, path, "vpn-connection", tunnel)
}

# an existing gateway that the plan only names by its id cannot be told
peers contains found if {
	some _, connection in resource.managed.aws_vpn_connection
	resource.tied(connection, "customer_gateway_id", "aws_customer_gateway") == set()
	found := fact.on(connection, ["customer_gateway_id"], "vpn-connection", _tunnel(connection, {}, {"unknown": true}))
}

peers contains found if {
	some _, connection in resource.managed.aws_vpn_connection
	some option in ["local_ipv4_network_cidr", "local_ipv6_network_cidr"]
	network := resource.attribute(connection, option)
	network != {}
	_is_narrow(network)
	found := fact.on(connection, [option], "vpn-network", _line(network))
}

peers contains found if {
	some _, route in resource.managed.aws_vpn_connection_route
	network := resource.attribute(route, "destination_cidr_block")
	found := fact.on(route, ["destination_cidr_block"], "vpn-route", _line(network))
}

# what an existing connection has beside the routes of the plan
peers contains found if {
	some _, connection in resource.managed.aws_vpn_connection
	some route in resource.items(connection, "routes")
	network := route.values.destination_cidr_block
	not _is_routed(connection, network)
	path := ["routes", route.index, "destination_cidr_block"]
	found := fact.on(connection, path, "vpn-route", _line({"is": network}))
}

# a gateway without an address is known by its certificate, which does not tell whose it is
_shown_by(address, certificate) := "certificate_arn" if {
	address == {}
	certificate != {}
} else := "ip_address"

_address(written) := {"is": concat("/", [written.is, bits])} if {
	is_string(written.is)
	bits := {true: "128", false: "32"}[contains(written.is, ":")]
} else := {}

_tunnel(connection, network, authentication) := object.union(_line(network), {
	"methods": _methods(connection),
	"authentication": authentication,
})

# a customer gateway without a certificate has a pre-shared key (AWS Site-to-Site VPN User Guide,
# Tunnel authentication options)
_authentication(certificate) := {"is": "shared-key"} if {
	certificate == {}
} else := {"is": "certificate"}

_line(network) := {"who": {"is": fact.network(network.is)}, "direction": "both", "encrypted": {"is": "ipsec"}} if {
	network.is
} else := {"who": {"unknown": true}, "direction": "both", "encrypted": {"is": "ipsec"}}

# AWS's default is everything, which says of no network that it is there
_is_narrow(network) if split(object.get(network, "is", "?/?"), "/")[1] != "0"

_is_routed(connection, network) if [connection.key, network] in _routed

_routed contains [key, network] if {
	some _, route in resource.managed.aws_vpn_connection_route
	network := route.values.destination_cidr_block
	some key in resource.tied(route, "vpn_connection_id", "aws_vpn_connection")
}

# all that the two tunnels accept, in the words of AWS
_methods(connection) := {"unknown": true} if {
	some option, _ in _options
	_is_open(resource.attribute(connection, option))
} else := {"is": sort({_word(option, method) |
	some option, usual in _options
	some method in _list(resource.attribute(connection, option), usual)
})}

_list(attribute, usual) := attribute.is if {
	is_array(attribute.is)
} else := usual

_is_open(written) if object.get(written, "unknown", null in object.get(written, "is", []))

_word(option, method) := sprintf("DH group %v", [method]) if {
	contains(option, "dh_group")
} else := method

# vpn_options: what AWS accepts where nothing is chosen, by the AWS Site-to-Site VPN User Guide, Tunnel
# options (docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html)
_options[option] := usual if {
	some tunnel in ["tunnel1", "tunnel2"]
	some choice, usual in vpn_options
	option := concat("_", [tunnel, choice])
}
