# METADATA
# title: Transit gateways of AWS
# description: >-
#   Who can join a transit gateway without being asked, the gateways that it is joined with, and
#   where it sends traffic.
package bunkaiten.observed.terraform.aws.transit_gateway

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.accounts
import data.bunkaiten.observed.terraform.aws.resource_shares

# METADATA
# description: What people call these facts.
ways := {
	"auto-accepted-attachment": {
		"en": "attachments accepted unseen",
		"ja": "承認なしのアタッチメント",
		"on_path": "gateway",
		"grants": true,
	},
	"transit-gateway-attachment": {
		"en": "attachment to a transit gateway",
		"ja": "Transit Gateway へのアタッチメント",
		"on_path": "joint",
	},
	"transit-gateway-connect": {
		"en": "GRE tunnel of a transit gateway",
		"ja": "Transit Gateway の GRE トンネル",
		"on_path": "tunnel",
	},
	"transit-gateway-peering": {"en": "transit gateway peering", "ja": "Transit Gateway のピアリング", "on_path": "gateway"},
	"transit-gateway-route": {"en": "route of a transit gateway", "ja": "Transit Gateway の経路", "on_path": "gateway"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_ec2_transit_gateway": ["auto_accept_shared_attachments"],
	"aws_ec2_transit_gateway_connect_peer": ["peer_address"],
	"aws_ec2_transit_gateway_peering_attachment": ["peer_account_id", "peer_region"],
	"aws_ec2_transit_gateway_peering_attachment_accepter": ["peer_account_id", "transit_gateway_attachment_id"],
	"aws_ec2_transit_gateway_route": ["blackhole", "destination_cidr_block", "transit_gateway_attachment_id"],
	"aws_ec2_transit_gateway_vpc_attachment": ["transit_gateway_id"],
	"aws_ram_resource_association": ["resource_arn"],
}

# METADATA
# description: >-
#   Which attributes tell what a resource belongs to, by type, with the type of that. A transit
#   gateway is a hub of many lines, so that none of them is its own.
satellites := {
	"aws_ec2_transit_gateway_peering_attachment_accepter": [[
		"transit_gateway_attachment_id",
		"aws_ec2_transit_gateway_peering_attachment",
	]],
	"aws_ec2_transit_gateway_route": [
		["transit_gateway_attachment_id", "aws_ec2_transit_gateway_peering_attachment"],
		["transit_gateway_attachment_id", "aws_vpn_connection"],
	],
}

# METADATA
# description: >-
#   Whoever may join unseen; the other sides of peerings and attachments, as far as they are not the
#   plan's own; the far ends of GRE tunnels; and the networks that static routes lead to, unless
#   these lead into a network of the plan or nowhere.
peers contains found if {
	some key, gateway in resource.managed.aws_ec2_transit_gateway
	not _is_shared(key)
	who := _unseen(resource.attribute(gateway, "auto_accept_shared_attachments"))
	attributes := {"who": who, "direction": "in"}
	found := fact.on(gateway, ["auto_accept_shared_attachments"], "auto-accepted-attachment", attributes)
}

peers contains found if {
	some _, attachment in resource.managed.aws_ec2_transit_gateway_peering_attachment
	peer := resource.attribute(attachment, "peer_account_id")
	peer != {}
	configuration.is_written(attachment, "peer_account_id")
	own := {account | some account in resource.accounts[attachment.document]}
	some who in accounts.strangers(peer, own)
	region := {"region": named | named := resource.attribute(attachment, "peer_region"); named != {}}
	attributes := object.union({"who": who, "direction": "both"}, region)
	found := fact.on(attachment, ["peer_account_id"], "transit-gateway-peering", attributes)
}

# who asked is only known once it has been accepted; an attachment of the same plan has the fact
peers contains found if {
	some _, accepter in resource.managed.aws_ec2_transit_gateway_peering_attachment_accepter
	resource.tied(accepter, "transit_gateway_attachment_id", "aws_ec2_transit_gateway_peering_attachment") == set()
	asking := object.get(accepter.values, "peer_account_id", null)
	own := {account | some account in resource.accounts[accepter.document]}
	some who in accounts.strangers({"is": asking}, own)
	attributes := {"who": who, "direction": "both"}
	found := fact.on(accepter, ["transit_gateway_attachment_id"], "transit-gateway-peering", attributes)
}

# a gateway that the plan only names by its id may be another's
peers contains found if {
	some _, attachment in resource.managed.aws_ec2_transit_gateway_vpc_attachment
	resource.tied(attachment, "transit_gateway_id", "aws_ec2_transit_gateway") == set()
	attributes := {"who": {"unknown": true}, "direction": "both"}
	found := fact.on(attachment, ["transit_gateway_id"], "transit-gateway-attachment", attributes)
}

# GRE itself encrypts nothing
peers contains found if {
	some _, tunnel in resource.managed.aws_ec2_transit_gateway_connect_peer
	address := _who(_host(resource.attribute(tunnel, "peer_address")))
	attributes := {"who": address, "direction": "both", "encrypted": {"is": "none"}}
	found := fact.on(tunnel, ["peer_address"], "transit-gateway-connect", attributes)
}

peers contains found if {
	some _, route in resource.managed.aws_ec2_transit_gateway_route
	resource.attribute(route, "blackhole") != {"is": true}
	resource.tied(route, "transit_gateway_attachment_id", "aws_ec2_transit_gateway_vpc_attachment") == set()
	who := _who(resource.attribute(route, "destination_cidr_block"))
	found := fact.on(route, ["destination_cidr_block"], "transit-gateway-route", {"who": who, "direction": "out"})
}

# "disable" is the default: hashicorp/aws, website/docs/r/ec2_transit_gateway.html.markdown
_unseen(accept) := {"is": {"by": "anybody", "name": "*"}} if {
	accept == {"is": "enable"}
} else := {"unknown": true} if {
	accept.unknown
}

# whom it is shared with is told by the share
_is_shared(gateway) if gateway in _shared

_shared contains gateway if {
	some key in resource_shares.given
	thing := resource.managed.aws_ram_resource_association[key]
	some gateway in resource.tied(thing, "resource_arn", "aws_ec2_transit_gateway")
}

_host(address) := {"is": concat("/", [address.is, bits])} if {
	is_string(address.is)
	bits := {true: "128", false: "32"}[contains(address.is, ":")]
} else := {}

_who(network) := {"is": fact.network(network.is)} if {
	is_string(network.is)
} else := {"unknown": true}
