# METADATA
# title: Direct Connect of AWS
# description: >-
#   Dedicated lines to AWS with their encryption, the virtual interfaces on them, and the accounts
#   that a line or a gateway is shared with.
package bunkaiten.observed.terraform.aws.direct_connect

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.accounts
import data.bunkaiten.observed.terraform.aws.direct_connect_lines
import data.bunkaiten.observed.written

# METADATA
# description: >-
#   What people call these facts. The other side of a line is {"by": "line"} with the location where
#   it ends for its name; whose line it is, a plan does not tell.
ways := {
	"direct-connect-line": {"en": "Direct Connect line", "ja": "Direct Connect の回線", "on_path": "line"},
	"gateway-association": {
		"en": "gateway of another account joined to a Direct Connect gateway",
		"ja": "Direct Connect ゲートウェイへの他アカウントのゲートウェイの接続",
		"on_path": "joint",
	},
	"gateway-proposal": {
		"en": "proposal to join a Direct Connect gateway",
		"ja": "Direct Connect ゲートウェイへの接続申請",
		"on_path": "joint",
	},
	"hosted-connection": {"en": "Direct Connect line allotted", "ja": "Direct Connect の回線の割当て", "on_path": "line"},
	"virtual-interface": {
		"en": "virtual interface of Direct Connect",
		"ja": "Direct Connect の仮想インターフェイス",
		"on_path": "gateway",
	},
}

# METADATA
# description: Attributes that are read, by type; direct_connect_lines reads the rest.
reads := {
	"aws_dx_connection": ["location"],
	"aws_dx_gateway_association": ["associated_gateway_id", "associated_gateway_owner_account_id"],
	"aws_dx_gateway_association_proposal": ["associated_gateway_id", "dx_gateway_owner_account_id"],
	"aws_dx_hosted_connection": ["owner_account_id"],
	"aws_dx_hosted_private_virtual_interface": ["customer_address", "owner_account_id"],
	"aws_dx_hosted_public_virtual_interface": ["customer_address", "owner_account_id", "route_filter_prefixes"],
	"aws_dx_hosted_transit_virtual_interface": ["customer_address", "owner_account_id"],
	"aws_dx_lag": ["location"],
	"aws_dx_private_virtual_interface": ["customer_address"],
	"aws_dx_public_virtual_interface": ["customer_address", "route_filter_prefixes"],
	"aws_dx_transit_virtual_interface": ["customer_address"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {type: [
	["associated_gateway_id", "aws_ec2_transit_gateway"],
	["associated_gateway_id", "aws_vpn_gateway"],
] |
	some type in ["aws_dx_gateway_association", "aws_dx_gateway_association_proposal"]
}

# METADATA
# description: >-
#   Where each line ends; the routers at the other end of the virtual interfaces, as their addresses
#   say them, and the networks that they announce; the accounts that get a part of a line or are
#   asked to let a gateway in.
peers contains found if {
	some type in ["aws_dx_connection", "aws_dx_lag"]
	some key, line in resource.managed[type]
	some encrypted in direct_connect_lines.encrypted[key]
	found := _peer(line, ["location"], _end(resource.attribute(line, "location")), encrypted)
}

peers contains found if {
	some key, laid in direct_connect_lines.laid
	some encrypted in direct_connect_lines.encrypted[key]
	address := resource.attribute(laid, "customer_address")
	_is_telling(address)
	found := _peer(laid, ["customer_address"], _who(_host(address)), encrypted)
}

peers contains found if {
	some key, laid in direct_connect_lines.laid
	some encrypted in direct_connect_lines.encrypted[key]
	some [path, network] in _announced(laid)
	found := _peer(laid, path, _who(network), encrypted)
}

peers contains found if {
	some key, laid in direct_connect_lines.laid
	some encrypted in direct_connect_lines.encrypted[key]
	own := {account | some account in resource.accounts[laid.document]}
	some who in accounts.strangers(resource.attribute(laid, "owner_account_id"), own)
	found := _peer(laid, ["owner_account_id"], who, encrypted)
}

# a line that the plan only names by its id, and addresses that say nothing either
peers contains found if {
	some key in direct_connect_lines.adrift
	laid := direct_connect_lines.laid[key]
	resource.attribute(laid, "owner_account_id") == {}
	address := resource.attribute(laid, "customer_address")
	not _is_telling(address)
	found := _peer(laid, ["connection_id"], {"unknown": true}, {"unknown": true})
}

# where the other end says nothing of whose it is, there is a line all the same
peers contains found if {
	some key, laid in direct_connect_lines.laid
	resource.attribute(laid, "owner_account_id") == {}
	_is_silent(resource.attribute(laid, "customer_address"))
	some encrypted in direct_connect_lines.encrypted[key]
	some end in _ends[key]
	found := _peer(laid, ["connection_id"], end, encrypted)
}

peers contains found if {
	some _, proposal in resource.managed.aws_dx_gateway_association_proposal
	own := {account | some account in resource.accounts[proposal.document]}
	some who in accounts.strangers(resource.attribute(proposal, "dx_gateway_owner_account_id"), own)
	attributes := {"who": who, "direction": "both"}
	found := fact.on(proposal, ["dx_gateway_owner_account_id"], "gateway-proposal", attributes)
}

# a gateway of another account, whose proposal is accepted by this; one's own is told by its id alone
peers contains found if {
	some _, association in resource.managed.aws_dx_gateway_association
	configuration.is_written(association, "associated_gateway_owner_account_id")
	own := {account | some account in resource.accounts[association.document]}
	some who in accounts.strangers(resource.attribute(association, "associated_gateway_owner_account_id"), own)
	attributes := {"who": who, "direction": "both"}
	found := fact.on(association, ["associated_gateway_owner_account_id"], "gateway-association", attributes)
}

_peer(thing, path, who, encrypted) := fact.on(thing, path, way, attributes) if {
	way := object.get(_ways_of, thing.type, "virtual-interface")
	attributes := {"who": who, "direction": "both", "encrypted": encrypted}
}

_ways_of := {
	"aws_dx_connection": "direct-connect-line",
	"aws_dx_hosted_connection": "hosted-connection",
	"aws_dx_lag": "direct-connect-line",
}

_end(location) := {"is": {"by": "line", "name": location.is}} if {
	location.is
} else := {"unknown": true}

# the lines of the plan that something is laid on; one that the plan only names, where the address is
# one of a private network
_ends[key] contains _end(resource.attribute(line, "location")) if {
	some place, keys in direct_connect_lines.carried
	some key in keys
	some type in ["aws_dx_connection", "aws_dx_lag"]
	line := resource.managed[type][place]
}

_ends[key] contains {"is": {"by": "line", "name": called}} if {
	some key in direct_connect_lines.adrift
	laid := direct_connect_lines.laid[key]
	address := resource.attribute(laid, "customer_address")
	_is_telling(address)
	called := object.get(resource.attribute(laid, "connection_id"), "is", address.is)
}

_who(network) := {"is": fact.network(network.is)} if {
	is_string(network.is)
} else := {"unknown": true}

_host(address) := {"is": concat("/", [split(address.is, "/")[0], bits])} if {
	is_string(address.is)
	bits := {true: "128", false: "32"}[contains(address.is, ":")]
} else := {}

# link-local addresses are good on any line and say nothing; AWS gives one where none is written
# (docs.aws.amazon.com/directconnect/latest/UserGuide/create-vif.html)
_is_telling(address) if {
	address != {}
	array.slice(split(sprintf("%v", [object.get(address, "is", "")]), "."), 0, 2) != ["169", "254"]
}

_is_silent(address) if not address.is

_is_silent(address) if regex.match(`^f[cde]`, lower(sprintf("%v", [address.is])))

_is_silent(address) if written.is_private(split(sprintf("%v", [address.is]), "/")[0])

_announced(laid) := {[["route_filter_prefixes"], {"unknown": true}]} if {
	resource.is_unknown(laid, "route_filter_prefixes")
} else := {[["route_filter_prefixes", prefix.index], {"is": prefix.values}] |
	some prefix in resource.items(laid, "route_filter_prefixes")
}
