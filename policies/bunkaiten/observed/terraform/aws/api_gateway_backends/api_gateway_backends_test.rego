package bunkaiten_test.observed.terraform.aws.api_gateway_backends

import data.bunkaiten.observed.terraform.aws.api_gateway_backends

_types := {"terraform": {"aws": object.union(
	{"aws_lb": "read"},
	{type: "read" | some type, _ in api_gateway_backends.reads},
)}}

_seen(type, after, unknown, written) := seen if {
	plan := {"terraform": {"plan.json": {
		"resource_changes": [
			{
				"address": sprintf("%s.x", [type]),
				"mode": "managed",
				"type": type,
				"name": "x",
				"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
			},
			{
				"address": "aws_lb.own",
				"mode": "managed",
				"type": "aws_lb",
				"name": "own",
				"change": {"actions": ["create"], "after": {}, "after_unknown": {"dns_name": true}},
			},
		],
		"configuration": {"root_module": {"resources": [
			{"address": sprintf("%s.x", [type]), "expressions": written},
			{"address": "aws_lb.own", "expressions": {}},
			{"address": "aws_lambda_function.x", "expressions": {}},
		]}},
	}}}
	seen := api_gateway_backends.peers with input as plan
}

_peer(type, attribute, attributes) := object.union(attributes, {
	"way": "api-backend",
	"direction": "out",
	"thing": sprintf("terraform:%s.x", [type]),
	"key": sprintf("plan.json %s.x", [type]),
	"steps": ["terraform", "plan.json", "resource_changes", 0, "change", "after", attribute],
})

_partner := {
	"who": {"is": {"by": "host", "name": "fhir.example"}},
	"encrypted": {"is": "tls"},
	"ports": {"is": [443, 443]},
}

_rest := {"type": "HTTP_PROXY", "connection_type": "INTERNET", "uri": "https://fhir.example/x"}

test_host_of_an_http_integration if {
	_seen("aws_api_gateway_integration", _rest, {}, {}) == {_peer("aws_api_gateway_integration", "uri", _partner)}
	http := {"integration_type": "HTTP", "integration_uri": "http://203.0.113.7:8080/x"}
	_seen("aws_apigatewayv2_integration", http, {}, {}) == {_peer("aws_apigatewayv2_integration", "integration_uri", {
		"who": {"is": {"by": "network", "name": "203.0.113.7/32"}},
		"encrypted": {"is": "none"},
		"ports": {"is": [8080, 8080]},
	})}
	every type in ["HTTP", "HTTP_PROXY"] {
		count(_seen("aws_api_gateway_integration", object.union(_rest, {"type": type}), {}, {})) == 1
	}
}

test_what_is_no_host_outside if {
	every change in [
		{"type": "AWS_PROXY", "uri": "arn:aws:apigateway:ap-northeast-1:lambda:path/x"},
		{"type": "MOCK", "uri": null},
		{"connection_type": "VPC_LINK"},
	] {
		_seen("aws_api_gateway_integration", object.union(_rest, change), {}, {}) == set()
	}
}

test_host_that_is_not_known if {
	unknown := {"who": {"unknown": true}, "encrypted": {"unknown": true}}
	late := {"type": "HTTP", "connection_type": "INTERNET"}
	written := {"uri": {"references": ["var.partner"]}}
	expected := {_peer("aws_api_gateway_integration", "uri", unknown)}
	_seen("aws_api_gateway_integration", late, {"uri": true}, written) == expected

	# an own load balancer
	own := {"uri": {"references": ["aws_lb.own.dns_name", "aws_lb.own"]}}
	_seen("aws_api_gateway_integration", late, {"uri": true}, own) == set()
}

test_target_of_a_quickly_made_api if {
	expected := {_peer("aws_apigatewayv2_api", "target", _partner)}
	_seen("aws_apigatewayv2_api", {"target": "https://fhir.example/x"}, {}, {}) == expected
	every target in [null, "arn:aws:lambda:ap-northeast-1:111122223333:function:x"] {
		_seen("aws_apigatewayv2_api", {"target": target}, {}, {}) == set()
	}
}

test_target_of_a_quickly_made_api_that_is_not_known if {
	unknown := {"who": {"unknown": true}, "encrypted": {"unknown": true}}

	every references, peers in {
		["aws_lambda_function.x.arn", "aws_lambda_function.x"]: set(),
		["aws_lb.own.dns_name", "aws_lb.own"]: set(),
		["var.partner"]: {_peer("aws_apigatewayv2_api", "target", unknown)},
	} {
		written := {"target": {"references": references}}
		_seen("aws_apigatewayv2_api", {}, {"target": true}, written) == peers
	}
}

test_integration_belongs_to_its_api if {
	object.keys(api_gateway_backends.satellites) == {"aws_api_gateway_integration", "aws_apigatewayv2_integration"}
	object.keys(api_gateway_backends.ways) == {"api-backend"}
}

test_what_only_apply_will_show if {
	unknown := {"unknown": true}
	uri := "https://fhir.example/x"
	called := {"integration_type": "HTTP_PROXY", "integration_uri": uri}
	cases := [
		[["aws_apigatewayv2_integration", {"integration_uri": uri}, {"integration_type": true}], {"is": "tls"}],
		[["aws_apigatewayv2_integration", called, {"connection_type": true}], unknown],
		[["aws_apigatewayv2_api", {}, {"target": true}], unknown],
	]
	every case in cases {
		seen := api_gateway_backends.peers with input as _late([case[0]])
		[found.encrypted | some found in seen] == [case[1]]
	}
	own := ["aws_apigatewayv2_integration", {"integration_uri": "arn:aws:lambda:x"}, {"integration_type": true}]
	inside := api_gateway_backends.peers with input as _late([own])
	count(inside) == 0
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
