package bunkaiten_test.observed.terraform.aws.classic_load_balancer_policies

import data.bunkaiten.observed.terraform.aws.classic_load_balancer_policies

_types := {"terraform": {"aws": object.union(
	{"aws_elb": "read"},
	{type: "read" | some type, _ in classic_load_balancer_policies.reads},
)}}

_made(type, name, after) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["create"], "after": after, "after_unknown": {}},
}

_balancer := _made("aws_elb", "old", {"name": "old"})

_accepted(changes, written) := found if {
	plan := {"terraform": {"plan.json": {
		"resource_changes": array.concat([_balancer], changes),
		"configuration": {"root_module": {"resources": [{"address": address, "expressions": expressions} |
			some address, expressions in written
		]}},
	}}}
	found := {key: ports | some key, ports in classic_load_balancer_policies.accepted} with input as plan
}

_on(version) := {"plan.json aws_elb.old": {443: {version}}}

_policy(type, attributes) := _made("aws_load_balancer_policy", "p", {
	"load_balancer_name": "old",
	"policy_name": "custom",
	"policy_type_name": type,
	"policy_attribute": attributes,
})

_attachment(names) := _made("aws_load_balancer_listener_policy", "p", {
	"load_balancer_name": "old",
	"load_balancer_port": 443,
	"policy_names": names,
})

_protocol(version, value) := {"name": concat("", ["Protocol-", version]), "value": value}

test_protocols_that_a_policy_turns_on if {
	reference := {"name": "Reference-Security-Policy", "value": "ELBSecurityPolicy-2014-01"}
	cases := [
		[[reference], {"is": "SSL 3.0"}],
		[[object.union(reference, {"value": "ELBSecurityPolicy-2099-01"})], {"unknown": true}],
		[[{"name": "Reference-Security-Policy"}], {"unknown": true}],
		[[_protocol("SSLv2", "true"), _protocol("TLSv1.2", "true")], {"is": "SSL 2.0"}],
		[[_protocol("SSLv3", "true"), _protocol("TLSv1", "true")], {"is": "SSL 3.0"}],
		[[_protocol("TLSv1", "true"), _protocol("TLSv1.1", "true")], {"is": "TLS 1.0"}],
		[[_protocol("TLSv1", "false"), _protocol("TLSv1.1", "true")], {"is": "TLS 1.1"}],
		[[_protocol("TLSv1.2", "true"), {"name": "AES128-SHA", "value": "true"}], {"is": "TLS 1.2"}],
		[[_protocol("TLSv1.2", "true"), {"name": "Protocol-TLSv1"}], {"unknown": true}],
		[[{"name": "AES128-SHA", "value": "true"}], {"unknown": true}],
		[[], {"unknown": true}],
		[null, {"unknown": true}],
	]
	every case in cases {
		_accepted(
			[_made("aws_lb_ssl_negotiation_policy", "p", {
				"load_balancer": "old",
				"lb_port": 443,
				"attribute": case[0],
			})],
			{},
		) == _on(case[1])
		_accepted([_policy("SSLNegotiationPolicyType", case[0]), _attachment(["custom"])], {}) == _on(case[1])
	}
}

test_policy_of_another_type_says_nothing if {
	_accepted([_policy("ProxyProtocolPolicyType", [_protocol("TLSv1", "true")]), _attachment(["custom"])], {}) == {}
}

test_policy_that_is_not_attached if {
	policy := _policy("SSLNegotiationPolicyType", [_protocol("TLSv1", "true")])
	_accepted([policy], {}) == {}
	_accepted([policy, _attachment(["other"])], {}) == {}
	_accepted([policy, _attachment(null)], {}) == {}
}

test_policy_that_is_attached_by_reference if {
	policy := _policy("SSLNegotiationPolicyType", [_protocol("TLSv1.1", "true")])
	_accepted([policy, _attachment(null)], {
		"aws_load_balancer_policy.p": {},
		"aws_load_balancer_listener_policy.p": {"policy_names": {"references": ["aws_load_balancer_policy.p"]}},
	}) == _on({"is": "TLS 1.1"})
}

test_predefined_policy_that_is_attached_by_its_name if {
	_accepted([_attachment(["ELBSecurityPolicy-TLS-1-2-2017-01"])], {}) == _on({"is": "TLS 1.2"})
}

test_what_only_apply_will_show if {
	key := "p aws_elb.late"
	attachment := {"load_balancer_name": "late", "load_balancer_port": 443}
	attached := ["aws_load_balancer_listener_policy", attachment, {"policy_names": true}]
	balancer := ["aws_elb", {"name": "late"}, {}]
	names := classic_load_balancer_policies.accepted with input as _late([balancer, attached])
	names == {key: {443: {{"unknown": true}}}}

	named := object.union(attachment, {"policy_names": ["late"]})
	policy := ["aws_load_balancer_policy", {"policy_name": "late"}, {"policy_type_name": true}]
	changes := [balancer, ["aws_load_balancer_listener_policy", named, {}], policy]
	types := classic_load_balancer_policies.accepted with input as _late(changes)
	types == {key: {443: {{"unknown": true}}}}

	written := {"load_balancer": "late", "attribute": []}
	ports := classic_load_balancer_policies.accepted with input as _late([
		balancer,
		["aws_lb_ssl_negotiation_policy", written, {"lb_port": true}],
	])
	ports == {key: {"unknown": {{"unknown": true}}}}
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
