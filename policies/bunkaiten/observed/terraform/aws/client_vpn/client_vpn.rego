# METADATA
# title: Client VPN of AWS
# description: >-
#   Endpoints that people dial into from anywhere, which networks they get into from there, and
#   where their traffic leaves again.
package bunkaiten.observed.terraform.aws.client_vpn

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.client_vpn_entrance

# METADATA
# description: What people call these facts.
ways := {
	"client-vpn": {"en": "client VPN", "ja": "クライアント VPN"},
	"client-vpn-authorization": {"en": "client VPN authorization rule", "ja": "クライアント VPN の承認ルール"},
	"client-vpn-route": {"en": "client VPN route", "ja": "クライアント VPN のルート"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_ec2_client_vpn_authorization_rule": [
		"access_group_id",
		"authorize_all_groups",
		"client_vpn_endpoint_id",
		"target_network_cidr",
	],
	"aws_ec2_client_vpn_route": ["destination_cidr_block"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {type: [["client_vpn_endpoint_id", "aws_ec2_client_vpn_endpoint"]] |
	some type in [
		"aws_ec2_client_vpn_authorization_rule",
		"aws_ec2_client_vpn_network_association",
		"aws_ec2_client_vpn_route",
	]
}

# METADATA
# description: Every endpoint has a name in public DNS and ends the TLS of OpenVPN itself.
endpoints contains found if {
	some _, endpoint in resource.managed.aws_ec2_client_vpn_endpoint
	found := fact.on(endpoint, [], "client-vpn", {
		"audience": {"is": "anybody"},
		"encrypted": client_vpn_entrance.encrypted(endpoint),
		"port": client_vpn_entrance.setting(endpoint, "vpn_port"),
		"transport": client_vpn_entrance.setting(endpoint, "transport_protocol"),
	})
}

# METADATA
# description: The endpoint as a way in, and every network that a group may reach through it.
accesses contains found if {
	some _, endpoint in resource.managed.aws_ec2_client_vpn_endpoint
	found := fact.on(endpoint, [], "client-vpn", object.union(client_vpn_entrance.controls(endpoint), {
		"who": _from_anywhere,
		"split": client_vpn_entrance.setting(endpoint, "split_tunnel"),
	}))
}

accesses contains found if {
	some _, rule in resource.managed.aws_ec2_client_vpn_authorization_rule
	some entrance in _entrances(rule)
	found := fact.on(rule, ["target_network_cidr"], "client-vpn-authorization", object.union(entrance, {
		"who": _from_anywhere,
		"group": _group(rule),
		"reaches": resource.attribute(rule, "target_network_cidr"),
	}))
}

# METADATA
# description: Routes to what is no private network, where clients leave again.
peers contains found if {
	some _, route in resource.managed.aws_ec2_client_vpn_route
	destination := resource.attribute(route, "destination_cidr_block")
	not _is_private(destination)
	found := fact.on(route, ["destination_cidr_block"], "client-vpn-route", {
		"who": _who(destination),
		"direction": "out",
	})
}

_from_anywhere := {"is": fact.network("0.0.0.0/0")}

_who(attribute) := {"is": fact.network(attribute.is)} if {
	attribute.is
} else := {"unknown": true}

# of an endpoint that is written elsewhere nothing is known here
_entrances(rule) := {client_vpn_entrance.controls(endpoint) |
	some key in _endpoints(rule)
	endpoint := _managed.aws_ec2_client_vpn_endpoint[key]
} if {
	count(_endpoints(rule)) > 0
} else := {{"authentication": {"unknown": true}, "logged": {"unknown": true}}}

_endpoints(rule) := resource.tied(rule, "client_vpn_endpoint_id", "aws_ec2_client_vpn_endpoint")

_group(rule) := {"is": "all"} if {
	rule.values.authorize_all_groups == true
} else := {"unknown": true} if {
	resource.is_unknown(rule, "authorize_all_groups")
} else := resource.attribute(rule, "access_group_id")

# RFC 1918, RFC 6598, RFC 4193
_is_private(destination) if {
	is_string(destination.is)
	net.cidr_is_valid(destination.is)
	some private in ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]
	net.cidr_contains(private, destination.is)
}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_managed := resource.managed
