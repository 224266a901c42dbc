package bunkaiten_test.observed.terraform.aws.api_gateway_callers

import data.bunkaiten.observed.terraform.aws.api_gateway_callers

_types := {"terraform": {"aws": object.union(
	{"aws_api_gateway_base_path_mapping": "read", "aws_api_gateway_domain_name": "read"},
	{type: "read" | some type, _ in api_gateway_callers.reads},
)}}

_made(type, after, unknown) := {
	"address": sprintf("%s.x", [type]),
	"mode": "managed",
	"type": type,
	"name": "x",
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}

_seen(changes) := seen if {
	seen := api_gateway_callers.accesses with input as {"terraform": {"plan.json": {"resource_changes": changes}}}
}

_call(type, attribute, authentication) := {
	"way": "api-call",
	"who": {"is": {"by": "anybody", "name": "*"}},
	"authentication": authentication,
	"thing": sprintf("terraform:%s.x", [type]),
	"key": sprintf("plan.json %s.x", [type]),
	"steps": ["terraform", "plan.json", "resource_changes", 0, "change", "after", attribute],
}

_authentications := [
	[{"is": "NONE"}, {{"is": ["none"]}}],
	[{"is": "AWS_IAM"}, set()],
	[{"is": "JWT"}, {{"is": ["directory"]}}],
	[{"is": "COGNITO_USER_POOLS"}, {{"is": ["directory"]}}],
	[{"is": "CUSTOM"}, {{"unknown": true}}],
	[{"unknown": true}, {{"unknown": true}}],
	[{}, {{"is": ["none"]}}],
]

_with(after, attribute, value) := [
	object.union(after, {attribute: written | written := value.is}),
	{attribute: true | value.unknown},
]

test_methods_by_what_they_ask if {
	every case in _authentications {
		change := _with({"http_method": "GET"}, "authorization", case[0])
		_seen([_made("aws_api_gateway_method", change[0], change[1])]) == {_call(
			"aws_api_gateway_method",
			"authorization", asked,
		) |
			some asked in case[1]
		}
	}
}

test_routes_by_what_they_ask if {
	every case in _authentications {
		change := _with({"route_key": "GET /slots"}, "authorization_type", case[0])
		_seen([_made("aws_apigatewayv2_route", change[0], change[1])]) == {_call(
			"aws_apigatewayv2_route",
			"authorization_type", asked,
		) |
			some asked in case[1]
		}
	}
}

test_keys_and_certificates if {
	method := {"http_method": "GET", "authorization": "NONE", "rest_api_id": "api"}
	closed := [
		_made("aws_api_gateway_rest_api", {"id": "api", "disable_execute_api_endpoint": true}, {}),
		_made("aws_api_gateway_domain_name", {"id": "name", "mutual_tls_authentication": [{}]}, {}),
		_made("aws_api_gateway_base_path_mapping", {"api_id": "api", "domain_name": "name"}, {}),
	]
	cases := [
		[{"api_key_required": true}, [], {"is": ["key"]}],
		[{"api_key_required": false}, [], {"is": ["none"]}],
		[{}, closed, {"is": ["certificate"]}],
		[{"api_key_required": true}, closed, {"is": ["certificate", "key"]}],
		[{"authorization": "COGNITO_USER_POOLS"}, closed, {"is": ["certificate", "directory"]}],
		[{"authorization": "CUSTOM"}, closed, {"unknown": true}],
	]
	every case in cases {
		changes := array.concat([_made("aws_api_gateway_method", object.union(method, case[0]), {})], case[1])
		_seen(changes) == {_call("aws_api_gateway_method", "authorization", case[2])}
	}
}

test_question_of_a_browser_is_no_call if {
	_seen([_made("aws_api_gateway_method", {"http_method": "OPTIONS", "authorization": "NONE"}, {})]) == set()
	_seen([_made("aws_apigatewayv2_route", {"route_key": "OPTIONS /x", "authorization_type": "NONE"}, {})]) == set()
	count(_seen([_made("aws_api_gateway_method", {"authorization": "NONE"}, {"http_method": true})])) == 1
	count(_seen([_made("aws_apigatewayv2_route", {"authorization_type": "NONE"}, {"route_key": true})])) == 1
}

test_websocket_asks_once if {
	cases := [
		["WEBSOCKET", "$connect", 1],
		["WEBSOCKET", "$default", 0],
		["WEBSOCKET", "send", 0],
		["HTTP", "$default", 1],
	]
	every case in cases {
		changes := [
			_made(
				"aws_apigatewayv2_route", {
					"route_key": case[1],
					"authorization_type": "NONE",
					"api_id": "api",
				},
				{},
			),
			_made("aws_apigatewayv2_api", {"id": "api", "protocol_type": case[0]}, {}),
		]
		count(_seen(changes)) == case[2]
	}
}

test_private_api_is_no_way_in if {
	api := {"id": "api", "endpoint_configuration": [{"types": ["PRIVATE"]}], "body": "{}"}
	method := {"http_method": "GET", "authorization": "NONE", "rest_api_id": "api"}
	_seen([_made("aws_api_gateway_method", method, {}), _made("aws_api_gateway_rest_api", api, {})]) == set()
}

test_definition_of_an_api_is_not_read if {
	every type in ["aws_api_gateway_rest_api", "aws_apigatewayv2_api"] {
		_seen([_made(type, {"body": "{}"}, {})]) == {_call(type, "body", {"unknown": true})}
		_seen([_made(type, {}, {"body": true})]) == {_call(type, "body", {"unknown": true})}
		_seen([_made(type, {"body": null}, {})]) == set()
	}
}

test_quickly_made_api_asks_for_nothing if {
	type := "aws_apigatewayv2_api"
	_seen([_made(type, {"target": "https://x.example"}, {})]) == {_call(type, "target", {"is": ["none"]})}
	_seen([_made(type, {"target": null}, {})]) == set()
}

test_method_belongs_to_its_api if {
	object.keys(api_gateway_callers.satellites) == {"aws_api_gateway_method", "aws_apigatewayv2_route"}
	object.keys(api_gateway_callers.ways) == {"api-call"}
}

test_what_only_apply_will_show if {
	method := {"http_method": "GET", "authorization": "NONE"}
	plan := _late([["aws_api_gateway_method", method, {"api_key_required": true}]])
	seen := api_gateway_callers.accesses with input as plan
	[found.authentication | some found in seen] == [{"unknown": true}]
}

_late(changes) := {"terraform": {"p": {"resource_changes": [change |
	some [type, after, pending] in changes
	change := {
		"address": concat(".", [type, "late"]),
		"mode": "managed",
		"type": type,
		"name": "late",
		"change": {"actions": ["create"], "after": after, "after_unknown": pending},
	}
]}}}
