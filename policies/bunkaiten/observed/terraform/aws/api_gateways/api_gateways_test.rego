package bunkaiten_test.observed.terraform.aws.api_gateways

import data.bunkaiten.observed.terraform.aws.api_gateways

_types := {"terraform": {"aws": {type: "read" | some type, _ in api_gateways.reads}}}

_seen(type, after, unknown, written) := seen if {
	plan := {"terraform": {"plan.json": {
		"resource_changes": [{
			"address": sprintf("%s.x", [type]),
			"mode": "managed",
			"type": type,
			"name": "x",
			"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
		}],
		"configuration": {"root_module": {"resources": [{"address": sprintf("%s.x", [type]), "expressions": written}]}},
	}}}
	seen := api_gateways.endpoints with input as plan
}

_endpoint(type, way, attributes) := object.union(attributes, {
	"way": way,
	"thing": sprintf("terraform:%s.x", [type]),
	"key": sprintf("plan.json %s.x", [type]),
	"steps": ["terraform", "plan.json", "resource_changes", 0, "change", "after"],
})

_from_variable := {"references": ["var.x"]}

test_default_endpoint_of_rest_api if {
	cases := [
		[{}, {}, {}, {"is": "anybody"}, {"is": "TLS 1.0"}],
		[{}, {"endpoint_configuration": true}, {}, {"is": "anybody"}, {"is": "TLS 1.0"}],
		[{}, {"endpoint_configuration": true}, {"endpoint_configuration": [{}]}, {"unknown": true}, {"unknown": true}],
		[{"endpoint_configuration": []}, {}, {}, {"is": "anybody"}, {"is": "TLS 1.0"}],
		[{"endpoint_configuration": [{"types": ["EDGE"]}]}, {}, {}, {"is": "anybody"}, {"is": "TLS 1.0"}],
		[{"endpoint_configuration": [{"types": ["REGIONAL"]}]}, {}, {}, {"is": "anybody"}, {"is": "TLS 1.0"}],
		[{"endpoint_configuration": [{"types": ["PRIVATE"]}]}, {}, {}, {"is": "inside"}, {"is": "TLS 1.2"}],
		[{"endpoint_configuration": [{"types": [null]}]}, {}, {}, {"unknown": true}, {"unknown": true}],
		[{"endpoint_configuration": [{}]}, {}, {}, {"unknown": true}, {"unknown": true}],
	]
	every case in cases {
		_seen("aws_api_gateway_rest_api", case[0], case[1], case[2]) == {_endpoint(
			"aws_api_gateway_rest_api", "api-endpoint",
			{"audience": case[3], "encrypted": {"is": "tls"}, "weakest": case[4]},
		)}
	}
}

test_default_endpoint_of_http_api if {
	_seen("aws_apigatewayv2_api", {"protocol_type": "HTTP"}, {}, {}) == {_endpoint(
		"aws_apigatewayv2_api", "api-endpoint",
		{"audience": {"is": "anybody"}, "encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.2"}},
	)}
}

test_default_endpoint_that_is_turned_off if {
	every type in ["aws_api_gateway_rest_api", "aws_apigatewayv2_api"] {
		_seen(type, {"disable_execute_api_endpoint": true}, {}, {}) == set()
		every value in [false, null] { count(_seen(type, {"disable_execute_api_endpoint": value}, {}, {})) == 1 }
		count(_seen(type, {}, {"disable_execute_api_endpoint": true}, {})) == 1
	}
}

_plain := {
	"audience": {"is": "anybody"},
	"encrypted": {"is": "tls"},
	"hosts": ["api.aoba.example"],
	"weakest": {"is": "TLS 1.2"},
}

_domain(attributes) := {_endpoint(
	"aws_api_gateway_domain_name", "api-domain",
	object.union(object.remove(_plain, object.keys(attributes)), attributes),
)}

test_domain_name_of_rest_apis if {
	cases := [
		[{}, {}, {}, {}],
		[{}, {"security_policy": true}, {}, {}],
		[{}, {"security_policy": true}, {"security_policy": _from_variable}, {"weakest": {"unknown": true}}],
		[{"security_policy": "TLS_1_0"}, {}, {}, {"weakest": {"is": "TLS 1.0"}}],
		[{"security_policy": "SecurityPolicy_TLS13_1_3_2025_09"}, {}, {}, {"weakest": {"is": "TLS 1.3"}}],
		[{"security_policy": "SecurityPolicy_2099"}, {}, {}, {"weakest": {"unknown": true}}],
		[{"endpoint_configuration": [{"types": ["PRIVATE"]}]}, {}, {}, {"audience": {"is": "inside"}}],
		[{"mutual_tls_authentication": [{}]}, {}, {}, {"encrypted": {"is": "mutual-tls"}}],
		[{"mutual_tls_authentication": []}, {}, {}, {}],
		[
			{}, {"mutual_tls_authentication": true}, {"mutual_tls_authentication": [{}]},
			{"encrypted": {"unknown": true}},
		],
	]
	every case in cases {
		after := object.union({"domain_name": "API.aoba.example"}, case[0])
		_seen("aws_api_gateway_domain_name", after, case[1], case[2]) == _domain(case[3])
	}
}

test_domain_name_that_is_not_known if {
	[found] := [one |
		some one in _seen("aws_api_gateway_domain_name", {}, {"domain_name": true}, {"domain_name": _from_variable})
	]
	object.get(found, "hosts", "none given") == "none given"
}

test_domain_name_of_http_apis if {
	cases := [
		[{"security_policy": "TLS_1_2"}, {"is": "TLS 1.2"}],
		[{}, {"unknown": true}],
	]
	every case in cases {
		after := {
			"domain_name": "booking.aoba.example",
			"domain_name_configuration": [case[0]],
			"mutual_tls_authentication": [{"truststore_uri": "s3://trust/ca.pem"}],
		}
		_seen("aws_apigatewayv2_domain_name", after, {}, {}) == {_endpoint("aws_apigatewayv2_domain_name", "api-domain", {
			"audience": {"is": "anybody"},
			"encrypted": {"is": "mutual-tls"},
			"hosts": ["booking.aoba.example"],
			"weakest": case[1],
		})}
	}
}

test_words_of_the_facts if {
	object.keys(api_gateways.ways) == {"api-domain", "api-endpoint"}
}

test_what_only_apply_will_show if {
	every type in ["aws_api_gateway_rest_api", "aws_apigatewayv2_api"] {
		apis := api_gateways.endpoints with input as _late([[type, {}, {"disable_execute_api_endpoint": true}]])
		[found.audience | some found in apis] == [{"unknown": true}]
	}
	unknown := {"domain_name_configuration": true, "mutual_tls_authentication": true}
	domains := api_gateways.endpoints with input as _late([["aws_apigatewayv2_domain_name", {}, unknown]])
	[object.filter(found, ["encrypted", "weakest"]) | some found in domains] == [{
		"encrypted": {"unknown": true},
		"weakest": {"unknown": true},
	}]
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
