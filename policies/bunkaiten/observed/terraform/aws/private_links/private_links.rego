# METADATA
# title: Private links of AWS
# description: >-
#   Endpoints that lead to the services of others, and own endpoint services with the accounts that
#   may connect to them.
package bunkaiten.observed.terraform.aws.private_links

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.accounts

# METADATA
# description: What people call these facts.
ways := {
	"endpoint-service": {"en": "endpoint service open", "ja": "エンドポイントサービスの公開", "grants": true},
	"vpc-endpoint": {"en": "VPC endpoint", "ja": "VPC エンドポイント"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_iam_role": [],
	"aws_iam_user": [],
	"aws_vpc_endpoint": ["resource_configuration_arn", "service_name", "service_network_arn"],
	"aws_vpc_endpoint_service": ["acceptance_required", "allowed_principals", "service_name"],
	"aws_vpc_endpoint_service_allowed_principal": ["principal_arn", "vpc_endpoint_service_id"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"aws_vpc_endpoint_service_allowed_principal": [["vpc_endpoint_service_id", "aws_vpc_endpoint_service"]]}

# METADATA
# description: >-
#   The services of others that endpoints lead to, or the accounts that own them; and whoever may
#   connect to an own service, with `accepted`, how each connection is let in: by hand, or unseen. A
#   service lets in nobody else where no principal is named.
peers contains found if {
	some _, endpoint in resource.managed.aws_vpc_endpoint
	resource.tied(endpoint, "service_name", "aws_vpc_endpoint_service") == set()
	service := resource.attribute(endpoint, "service_name")
	not _is_ours(service)
	who := _service(service)
	found := fact.on(endpoint, ["service_name"], "vpc-endpoint", {"who": who, "direction": "out"})
}

peers contains found if {
	some _, endpoint in resource.managed.aws_vpc_endpoint
	some name in ["resource_configuration_arn", "service_network_arn"]
	own := {account | some account in resource.accounts[endpoint.document]}
	some who in accounts.strangers(resource.attribute(endpoint, name), own)
	found := fact.on(endpoint, [name], "vpc-endpoint", {"who": who, "direction": "out"})
}

peers contains found if {
	some key, service in resource.managed.aws_vpc_endpoint_service
	own := {account | some account in resource.accounts[service.document]}
	some [path, principal] in _allowed(service)
	not _is_apart(key, principal)
	some who in accounts.strangers(principal, own)
	found := fact.on(service, path, "endpoint-service", _let_in(who, _acceptance(service)))
}

peers contains found if {
	some _, principal in resource.managed.aws_vpc_endpoint_service_allowed_principal
	resource.tied(principal, "principal_arn", "aws_iam_role") == set()
	resource.tied(principal, "principal_arn", "aws_iam_user") == set()
	own := {account | some account in resource.accounts[principal.document]}
	some who in accounts.strangers(resource.attribute(principal, "principal_arn"), own)
	some accepted in _accepted(principal)
	found := fact.on(principal, ["principal_arn"], "endpoint-service", _let_in(who, accepted))
}

_let_in(who, accepted) := {"who": who, "direction": "in", "accepted": accepted}

# the services of AWS itself cross nothing
_service(name) := {"is": {"by": "service", "name": name.is}} if {
	is_string(name.is)
	not _is_of_aws(name)
} else := {"unknown": true} if {
	name.unknown
}

_is_of_aws(name) if {
	regex.match(`^(cn\.)?(com\.amazonaws|aws)\.`, name.is)
	indexof(name.is, "vpce-svc-") == -1
}

_is_ours(name) if name.is in _services

_services contains name if {
	some _, service in resource.managed.aws_vpc_endpoint_service
	name := service.values.service_name
	resource.is_set(name)
}

_allowed(service) := {[["allowed_principals"], {"unknown": true}]} if {
	resource.is_unknown(service, "allowed_principals")
} else := {[["allowed_principals", principal.index], {"is": principal.values}] |
	some principal in resource.items(service, "allowed_principals")
}

# an existing service lists the principals of other resources too
_is_apart(service, principal) if [service, principal] in _apart

_apart contains [service, principal] if {
	some _, allowed in resource.managed.aws_vpc_endpoint_service_allowed_principal
	principal := resource.attribute(allowed, "principal_arn")
	principal.is
	some service in resource.tied(allowed, "vpc_endpoint_service_id", "aws_vpc_endpoint_service")
}

# a service that is not in the plan does not tell
_accepted(principal) := known if {
	known := {_acceptances[service] |
		some service in resource.tied(principal, "vpc_endpoint_service_id", "aws_vpc_endpoint_service")
	}
	known != set()
} else := {{"unknown": true}}

_acceptances[key] := _acceptance(service) if some key, service in resource.managed.aws_vpc_endpoint_service

_acceptance(service) := {"is": {true: "by-hand", false: "unseen"}[service.values.acceptance_required]} if {
	is_boolean(service.values.acceptance_required)
} else := {"unknown": true}
