package bunkaiten_test.observed.terraform.aws.api_gateway_certificates

import data.bunkaiten.observed.terraform.aws.api_gateway_certificates

_types := {"terraform": {"aws": {type: "read" | some type, _ in api_gateway_certificates.reads}}}

_made(type, name, after) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["create"], "after": after, "after_unknown": {}},
}

_closed := {"id": "api", "disable_execute_api_endpoint": true}

_asking := {"id": "asking", "mutual_tls_authentication": [{"truststore_uri": "s3://trust/ca.pem"}]}

_open := {"id": "open", "mutual_tls_authentication": []}

_to(domain) := {"api_id": "api", "domain_name": domain}

_apis(api, mappings) := found if {
	changes := array.concat(
		[
			_made("aws_api_gateway_rest_api", "x", api),
			_made("aws_api_gateway_domain_name", "asking", _asking),
			_made("aws_api_gateway_domain_name", "open", _open),
		],
		[_made("aws_api_gateway_base_path_mapping", sprintf("m%d", [at]), mapping) | some at, mapping in mappings],
	)
	found := api_gateway_certificates.apis with input as {"terraform": {"plan.json": {"resource_changes": changes}}}
}

test_apis_that_only_names_with_certificates_lead_to if {
	cases := [
		[_closed, [_to("asking")], {"plan.json aws_api_gateway_rest_api.x"}],
		[_closed, [], set()],
		[_closed, [_to("open")], set()],
		[_closed, [_to("asking"), _to("open")], set()],
		[_closed, [_to("asking"), _to("of.another.stack")], set()],
		[{"id": "api", "disable_execute_api_endpoint": false}, [_to("asking")], set()],
		[{"id": "api"}, [_to("asking")], set()],
		[{"id": "other", "disable_execute_api_endpoint": true}, [_to("asking")], set()],
	]
	every case in cases { _apis(case[0], case[1]) == case[2] }
}

test_http_api if {
	changes := [
		_made("aws_apigatewayv2_api", "x", _closed),
		_made("aws_apigatewayv2_domain_name", "asking", _asking),
		_made("aws_apigatewayv2_api_mapping", "x", _to("asking")),
	]
	found := api_gateway_certificates.apis with input as {"terraform": {"plan.json": {"resource_changes": changes}}}
	found == {"plan.json aws_apigatewayv2_api.x"}
}

test_what_only_apply_will_show if {
	certificate := [{"truststore_uri": "s3://trust/ca.pem"}]
	off := {"disable_execute_api_endpoint": true}
	api := {"p aws_apigatewayv2_api.late"}
	cases := [
		[off, {}, {"mutual_tls_authentication": certificate}, {}, set()],
		[off, {}, {}, {"mutual_tls_authentication": true}, api],
		[{}, off, {"mutual_tls_authentication": certificate}, {}, api],
		[{}, off, {}, {}, set()],
	]
	every case in cases {
		late := api_gateway_certificates.late with input as _late([
			["aws_apigatewayv2_api", object.union({"id": "a"}, case[0]), case[1]],
			["aws_apigatewayv2_domain_name", object.union({"id": "d"}, case[2]), case[3]],
			["aws_apigatewayv2_api_mapping", {"api_id": "a", "domain_name": "d"}, {}],
		])
		late == case[4]
	}
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
