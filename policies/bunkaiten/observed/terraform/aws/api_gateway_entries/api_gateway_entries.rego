# METADATA
# title: Who reaches APIs of AWS
# description: >-
#   From where each API can be called, before any method of it asks for something: by everybody, or
#   by whom its resource policy lets in. No facts.
package bunkaiten.observed.terraform.aws.api_gateway_entries

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.api_gateway_certificates
import data.bunkaiten.observed.terraform.aws.api_gateway_policies

# METADATA
# description: Attributes that are read, by type.
reads := {"aws_api_gateway_rest_api": ["endpoint_configuration.types"]}

# METADATA
# description: >-
#   By the key of an API, who reaches it from outside the own VPC, and what it asks of all of them.
open[key] contains {"who": {"is": fact.host("*")}, "asks": asks} if {
	some type in ["aws_api_gateway_rest_api", "aws_apigatewayv2_api"]
	some key, api in resource.managed[type]
	not _is_private(api)
	not api_gateway_policies.restricted[key]
	asks := _asks[key]
}

open[key] contains {"who": who, "asks": asks} if {
	some key, callers in api_gateway_policies.callers
	api := resource.managed.aws_api_gateway_rest_api[key]
	not _is_private(api)
	some who in callers
	asks := _asks[key]
}

# METADATA
# description: The same for what belongs to `apis`. An API that is not in the plan may be open to everybody.
through(apis) := {{"who": {"is": fact.host("*")}, "asks": set()}} if {
	count(apis) == 0
} else := {entry |
	some api in apis
	some entry in open[api]
}

_asks[key] := {"certificate" | key in api_gateway_certificates.apis} | {"unknown" |
	key in api_gateway_certificates.late
} if {
	some type in ["aws_api_gateway_rest_api", "aws_apigatewayv2_api"]
	some key, _ in resource.managed[type]
}

_is_private(api) if {
	some block in resource.items(api, "endpoint_configuration")
	"PRIVATE" in block.values.types
}
