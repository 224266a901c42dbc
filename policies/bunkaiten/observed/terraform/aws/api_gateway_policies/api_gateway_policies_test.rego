package bunkaiten_test.observed.terraform.aws.api_gateway_policies

import data.bunkaiten.observed.terraform.aws.api_gateway_policies

_types := {"terraform": {"aws": {type: "read" | some type, _ in api_gateway_policies.reads}}}

_made(type, after, unknown) := {
	"address": sprintf("%s.x", [type]),
	"mode": "managed",
	"type": type,
	"name": "x",
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}

_plan(changes, written) := {"terraform": {"plan.json": {
	"resource_changes": changes,
	"configuration": {"root_module": {"resources": [{"address": address, "expressions": expressions} |
		some address, expressions in written
	]}},
}}}

_policy(principal) := json.marshal({"Version": "2012-10-17", "Statement": [{
	"Effect": "Allow",
	"Principal": principal,
	"Action": "execute-api:Invoke",
	"Resource": "execute-api:/*",
}]})

_peer(index, type, who) := {
	"way": "api-policy",
	"direction": "in",
	"encrypted": {"is": "tls"},
	"who": who,
	"thing": sprintf("terraform:%s.x", [type]),
	"key": sprintf("plan.json %s.x", [type]),
	"steps": ["terraform", "plan.json", "resource_changes", index, "change", "after", "policy"],
}

_api := "aws_api_gateway_rest_api"

_own_policy := "aws_api_gateway_rest_api_policy"

_account := {"is": {"by": "account", "name": "444455556666"}}

_key := "plan.json aws_api_gateway_rest_api.x"

_said(plan) := said if {
	peers := api_gateway_policies.peers with input as plan
	callers := {api: who | some api, who in api_gateway_policies.callers} with input as plan
	restricted := {api | some api in api_gateway_policies.restricted} with input as plan
	said := [peers, callers, restricted]
}

test_policy_of_the_api_itself if {
	plan := _plan([_made(_api, {"policy": _policy({"AWS": "arn:aws:iam::444455556666:root"})}, {})], {})
	_said(plan) == [{_peer(0, _api, _account)}, {_key: {_account}}, {_key}]
}

test_policy_that_stands_by_itself if {
	plan := _plan(
		[
			_made(_api, {}, {"id": true, "policy": true}),
			_made(_own_policy, {"policy": _policy({"AWS": "arn:aws:iam::444455556666:root"})}, {"rest_api_id": true}),
		],
		{
			"aws_api_gateway_rest_api.x": {},
			"aws_api_gateway_rest_api_policy.x": {"rest_api_id": {"references": ["aws_api_gateway_rest_api.x"]}},
		},
	)
	_said(plan) == [{_peer(1, _own_policy, _account)}, {_key: {_account}}, {_key}]
}

test_policy_that_cannot_be_read if {
	plan := _plan([_made(_api, {}, {"policy": true})], {"aws_api_gateway_rest_api.x": {"policy": {"references": [
		"aws_lb.x.arn",
		"aws_lb.x",
	]}}})
	_said(plan) == [{_peer(0, _api, {"unknown": true})}, {_key: {{"unknown": true}}}, {_key}]
}

test_policy_that_lets_in_nobody_else if {
	plan := _plan([_made(_api, {"policy": _policy({"Service": "apigateway.amazonaws.com"})}, {})], {})
	_said(plan) == [set(), {}, {_key}]
}

test_api_without_a_policy if {
	every policy in [null, ""] { _said(_plan([_made(_api, {"policy": policy}, {})], {})) == [set(), {}, set()] }
	_said(_plan([_made(_api, {}, {"policy": true})], {"aws_api_gateway_rest_api.x": {}})) == [set(), {}, set()]
}

test_policy_belongs_to_its_api if {
	api_gateway_policies.satellites == {_own_policy: [["rest_api_id", _api]]}
	object.keys(api_gateway_policies.ways) == {"api-policy"}
}
