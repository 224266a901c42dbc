# METADATA
# title: VPC peerings of AWS
# description: Peerings with the networks of other accounts, asked for or accepted.
package bunkaiten.observed.terraform.aws.peering

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.accounts

# METADATA
# description: What people call these facts.
ways := {"vpc-peering": {"en": "VPC peering", "ja": "VPC ピアリング", "on_path": "joint"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_vpc_peering_connection": ["peer_owner_id", "peer_region"],
	"aws_vpc_peering_connection_accepter": ["peer_owner_id", "vpc_peering_connection_id"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"aws_vpc_peering_connection_accepter": [["vpc_peering_connection_id", "aws_vpc_peering_connection"]]}

# METADATA
# description: >-
#   The account on the other side, unless it is the plan's own. Where nobody writes one, it is
#   the own account (hashicorp/aws, website/docs/r/vpc_peering_connection.html.markdown).
peers contains found if {
	some _, peering in resource.managed.aws_vpc_peering_connection
	peer := resource.attribute(peering, "peer_owner_id")
	peer != {}
	configuration.is_written(peering, "peer_owner_id")
	own := {account | some account in resource.accounts[peering.document]}
	some who in accounts.strangers(peer, own)
	region := {"region": named | named := resource.attribute(peering, "peer_region"); named != {}}
	attributes := object.union({"who": who, "direction": "both"}, region)
	found := fact.on(peering, ["peer_owner_id"], "vpc-peering", attributes)
}

# Who asked is only known once it has been accepted. A peering of the same plan has the fact itself.
peers contains found if {
	some _, accepter in resource.managed.aws_vpc_peering_connection_accepter
	resource.tied(accepter, "vpc_peering_connection_id", "aws_vpc_peering_connection") == set()
	asking := object.get(accepter.values, "peer_owner_id", null)
	own := {account | some account in resource.accounts[accepter.document]}
	some who in accounts.strangers({"is": asking}, own)
	found := fact.on(accepter, ["vpc_peering_connection_id"], "vpc-peering", {"who": who, "direction": "both"})
}
