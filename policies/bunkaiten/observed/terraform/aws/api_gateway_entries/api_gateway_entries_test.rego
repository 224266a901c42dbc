package bunkaiten_test.observed.terraform.aws.api_gateway_entries

import data.bunkaiten.observed.terraform.aws.api_gateway_entries

_types := {"terraform": {"aws": object.union(
	{
		"aws_api_gateway_base_path_mapping": "read",
		"aws_api_gateway_domain_name": "read",
		"aws_apigatewayv2_api": "read",
	},
	{type: "read" | some type, _ in api_gateway_entries.reads},
)}}

_made(type, after) := {
	"address": sprintf("%s.x", [type]),
	"mode": "managed",
	"type": type,
	"name": "x",
	"change": {"actions": ["create"], "after": after, "after_unknown": {}},
}

_api := "aws_api_gateway_rest_api"

_key := "plan.json aws_api_gateway_rest_api.x"

_through(changes, apis) := found if {
	found := api_gateway_entries.through(apis) with input as {"terraform": {"plan.json": {"resource_changes": changes}}}
}

_everybody := {"is": {"by": "anybody", "name": "*"}}

_policy := json.marshal({"Statement": {
	"Effect": "Allow",
	"Principal": {"AWS": "444455556666"},
	"Action": "execute-api:Invoke",
	"Resource": "*",
}})

test_everybody_reaches_an_api_without_a_policy if {
	every type in [_api, "aws_apigatewayv2_api"] {
		_through([_made(type, {})], {sprintf("plan.json %s.x", [type])}) == {{"who": _everybody, "asks": set()}}
	}
	regional := {"endpoint_configuration": [{"types": ["REGIONAL"]}]}
	_through([_made(_api, regional)], {_key}) == {{"who": _everybody, "asks": set()}}
}

test_policy_names_who_gets_in if {
	_through([_made(_api, {"policy": _policy})], {_key}) == {{
		"who": {"is": {"by": "account", "name": "444455556666"}},
		"asks": set(),
	}}
}

test_nobody_outside_reaches_a_private_api if {
	private := {"endpoint_configuration": [{"types": ["PRIVATE"]}]}
	_through([_made(_api, private)], {_key}) == set()
	_through([_made(_api, object.union(private, {"policy": _policy}))], {_key}) == set()
}

test_certificates_are_asked_of_everybody if {
	changes := [
		_made(_api, {"id": "api", "disable_execute_api_endpoint": true}),
		_made("aws_api_gateway_domain_name", {"id": "name", "mutual_tls_authentication": [{}]}),
		_made("aws_api_gateway_base_path_mapping", {"api_id": "api", "domain_name": "name"}),
	]
	_through(changes, {_key}) == {{"who": _everybody, "asks": {"certificate"}}}
	narrowed := array.concat(
		[_made(_api, {"id": "api", "disable_execute_api_endpoint": true, "policy": _policy})],
		array.slice(changes, 1, 3),
	)
	{entry.asks | some entry in _through(narrowed, {_key})} == {{"certificate"}}
}

test_api_that_is_not_in_the_plan if {
	_through([], set()) == {{"who": _everybody, "asks": set()}}
}
