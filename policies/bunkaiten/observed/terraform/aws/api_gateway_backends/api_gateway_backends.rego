# METADATA
# title: What APIs of AWS call
# description: >-
#   Hosts outside that API Gateway hands calls on to. What runs in the own VPC, behind an own load
#   balancer or as a service of AWS is none.
package bunkaiten.observed.terraform.aws.api_gateway_backends

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.url

# METADATA
# description: What people call these facts.
ways := {"api-backend": {"en": "calls handed on by an API", "ja": "API からの転送", "on_path": "sender"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_api_gateway_integration": ["connection_type", "type", "uri"],
	"aws_apigatewayv2_api": ["target"],
	"aws_apigatewayv2_integration": ["connection_type", "integration_type", "integration_uri"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"aws_api_gateway_integration": [["rest_api_id", "aws_api_gateway_rest_api"]],
	"aws_apigatewayv2_integration": [["api_id", "aws_apigatewayv2_api"]],
}

# METADATA
# description: The host of every HTTP integration that is reached over the internet.
peers contains found if {
	some place in _places
	some integration in resource.managed[place.type]
	_may_call_out(integration, place)
	object.get(integration.values, "connection_type", "INTERNET") != "VPC_LINK"
	found := _found(integration, place.uri)
}

# the quick way to make an API takes a URL, or the ARN of a function
peers contains found if {
	some api in resource.managed.aws_apigatewayv2_api
	is_string(api.values.target)
	contains(api.values.target, "://")
	found := _found(api, "target")
}

peers contains found if {
	some api in resource.managed.aws_apigatewayv2_api
	resource.is_unknown(api, "target")
	not _is_function(api)
	found := _found(api, "target")
}

_is_function(api) if {
	some referred in configuration.referred(api, "target")
	contains(referred, "\naws_lambda_")
}

_may_call_out(integration, place) if integration.values[place.kind] in {"HTTP", "HTTP_PROXY"}

# what AWS itself takes has an ARN for its address
_may_call_out(integration, place) if {
	resource.is_unknown(integration, place.kind)
	not _is_of_aws(integration, place)
}

_is_of_aws(integration, place) if {
	uri := integration.values[place.uri]
	is_string(uri)
	startswith(uri, "arn:")
}

_places := [
	{"type": "aws_api_gateway_integration", "kind": "type", "uri": "uri"},
	{"type": "aws_apigatewayv2_integration", "kind": "integration_type", "uri": "integration_uri"},
]

_found(thing, attribute) := fact.on(thing, [attribute], "api-backend", object.union(
	_peer(thing, attribute),
	{"direction": "out"},
)) if {
	every type in ["aws_lb", "aws_alb", "aws_elb"] { count(resource.tied(thing, attribute, type)) == 0 }
}

# by which way it goes is known only after apply
_peer(thing, attribute) := {"who": {"unknown": true}, "encrypted": {"unknown": true}} if {
	resource.is_unknown(thing, "connection_type")
} else := url.peer(resource.attribute(thing, attribute), _schemes)

_schemes := {"http": {"encrypted": "none", "port": 80}, "https": {"encrypted": "tls", "port": 443}}
