# METADATA
# title: Resource shares of AWS
# description: >-
#   Shares of the Resource Access Manager: the accounts and organizations that something is shared
#   with.
package bunkaiten.observed.terraform.aws.resource_shares

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.accounts

# METADATA
# description: What people call these facts.
ways := {"resource-share": {"en": "resource share", "ja": "リソース共有", "grants": true}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_iam_role": [],
	"aws_iam_user": [],
	"aws_ram_principal_association": ["principal", "resource_share_arn"],
	"aws_ram_resource_association": ["resource_arn", "resource_share_arn"],
	"aws_ram_resource_share": ["allow_external_principals", "arn"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"aws_ram_principal_association": [["resource_share_arn", "aws_ram_resource_share"]],
	"aws_ram_resource_association": [
		["resource_share_arn", "aws_ram_resource_share"],
		["resource_arn", "aws_ec2_transit_gateway"],
		["resource_arn", "aws_rds_cluster"],
	],
}

# METADATA
# description: >-
#   Each principal of a share, on each thing that is in it, so that who claims the thing claims the
#   sharing; on the association of the principal where the plan shows no thing. Then the shares that
#   are open to every account, where the plan names no principal.
peers contains found if {
	some key, principal in resource.managed.aws_ram_principal_association
	some who in _strangers[key]
	some share in _shares(principal)
	some thing in _shared[share]
	place := {"thing": thing.thing, "key": thing.key, "steps": principal.steps}
	found := fact.on(place, ["principal"], "resource-share", {"who": who, "direction": "in"})
}

peers contains found if {
	some key, principal in resource.managed.aws_ram_principal_association
	some who in _strangers[key]
	{thing | some share in _shares(principal); some thing, _ in _shared[share]} == set()
	found := fact.on(principal, ["principal"], "resource-share", {"who": who, "direction": "in"})
}

peers contains found if {
	some key, share in resource.managed.aws_ram_resource_share
	not _is_named(key)
	who := _anybody(resource.attribute(share, "allow_external_principals"))
	found := fact.on(share, ["allow_external_principals"], "resource-share", {"who": who, "direction": "in"})
}

# METADATA
# description: Keys of the associations of things that the plan shares with somebody it names.
given contains key if {
	some _, principal in resource.managed.aws_ram_principal_association
	some share in _shares(principal)
	some key, _ in _shared[share]
}

# a share is for the own organization alone where nobody says otherwise: hashicorp/aws,
# internal/service/ram/resource_share.go (AWS itself would let in every account)
_anybody(open) := {"is": {"by": "anybody", "name": "*"}} if {
	open == {"is": true}
} else := {"unknown": true} if {
	open.unknown
}

# roles and users that the same plan makes are of the own account
_strangers[key] contains who if {
	some key, principal in resource.managed.aws_ram_principal_association
	resource.tied(principal, "principal", "aws_iam_role") == set()
	resource.tied(principal, "principal", "aws_iam_user") == set()
	own := {account | some account in resource.accounts[principal.document]}
	some who in accounts.strangers(resource.attribute(principal, "principal"), own)
}

_is_named(share) if share in _named

_named contains share if {
	some _, principal in resource.managed.aws_ram_principal_association
	some share in _shares(principal)
}

_shared[share][key] := thing if {
	some key, thing in resource.managed.aws_ram_resource_association
	some share in _shares(thing)
}

# an existing share is known by its ARN alone
_shares(association) := resource.tied(association, "resource_share_arn", "aws_ram_resource_share") | {arn |
	arn := association.values.resource_share_arn
	is_string(arn)
}
