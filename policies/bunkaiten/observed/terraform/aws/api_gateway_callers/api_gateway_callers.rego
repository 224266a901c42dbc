# METADATA
# title: Who may call APIs of AWS
# description: >-
#   Who gets in by methods and routes that do not ask for an identity of AWS. What
#   only the own VPC reaches is no way in, and neither is OPTIONS, by which browsers ask whether
#   they may call.
package bunkaiten.observed.terraform.aws.api_gateway_callers

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.api_gateway_entries

# METADATA
# description: What people call these facts.
ways := {"api-call": {"en": "calling an API", "ja": "API の呼出し"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_api_gateway_method": ["api_key_required", "authorization", "http_method", "rest_api_id"],
	"aws_api_gateway_rest_api": ["body"],
	"aws_apigatewayv2_api": ["body", "protocol_type", "target"],
	"aws_apigatewayv2_route": ["api_id", "api_key_required", "authorization_type", "route_key"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"aws_api_gateway_method": [["rest_api_id", "aws_api_gateway_rest_api"]],
	"aws_apigatewayv2_route": [["api_id", "aws_apigatewayv2_api"]],
}

# METADATA
# description: Every method and route that somebody outside may call without an identity of AWS.
accesses contains found if {
	some method in resource.managed.aws_api_gateway_method
	object.get(method.values, "http_method", "") != "OPTIONS"
	asked := _asked(resource.attribute(method, "authorization"))
	some entry in api_gateway_entries.through(resource.tied(method, "rest_api_id", "aws_api_gateway_rest_api"))
	found := _found(method, "authorization", entry, asked)
}

accesses contains found if {
	some key, route in resource.managed.aws_apigatewayv2_route
	not _is_no_call[key]
	asked := _asked(resource.attribute(route, "authorization_type"))
	some entry in api_gateway_entries.through(resource.tied(route, "api_id", "aws_apigatewayv2_api"))
	found := _found(route, "authorization_type", entry, asked)
}

# what an OpenAPI text asks for is not read
accesses contains found if {
	some type in ["aws_api_gateway_rest_api", "aws_apigatewayv2_api"]
	some key, api in resource.managed[type]
	resource.attribute(api, "body") != {}
	some entry in api_gateway_entries.open[key]
	found := _found(api, "body", entry, {"unknown": true})
}

# the quick way to make an API asks for nothing
accesses contains found if {
	some key, api in resource.managed.aws_apigatewayv2_api
	resource.attribute(api, "target") != {}
	some entry in api_gateway_entries.open[key]
	found := _found(api, "target", entry, {"is": set()})
}

# undefined for an identity of AWS: the own account's, or one that a resource policy names
_asked(attribute) := {"is": set()} if {
	attribute == {}
} else := {"is": set()} if {
	attribute.is == "NONE"
} else := {"is": {"directory"}} if {
	attribute.is in {"COGNITO_USER_POOLS", "JWT"}
} else := {"unknown": true} if {
	attribute != {"is": "AWS_IAM"}
}

_found(thing, attribute, entry, asked) := fact.on(thing, [attribute], "api-call", {
	"who": entry.who,
	"authentication": _authentication(_with(asked, entry.asks | _keys(thing))),
})

_keys(thing) := {"key"} if {
	thing.values.api_key_required == true
} else := {"unknown"} if {
	resource.is_unknown(thing, "api_key_required")
} else := set()

_with(asked, also) := {"unknown": true} if {
	"unknown" in also
} else := {"is": everything} if {
	everything := asked.is | also
} else := asked

_authentication(asked) := {"is": ["none"]} if {
	asked.is == set()
} else := {"is": sort(asked.is)} if {
	asked.is
} else := {"unknown": true}

_is_no_call[key] if {
	some key, route in resource.managed.aws_apigatewayv2_route
	is_string(route.values.route_key)
	startswith(route.values.route_key, "OPTIONS ")
}

# who may use a WebSocket is asked once, when it is opened
_is_no_call[key] if {
	some key, route in resource.managed.aws_apigatewayv2_route
	route.values.route_key != "$connect"
	some api in resource.tied(route, "api_id", "aws_apigatewayv2_api")
	resource.managed.aws_apigatewayv2_api[api].values.protocol_type == "WEBSOCKET"
}
