package bunkaiten_test.observed.terraform.aws.classic_load_balancers

import data.bunkaiten.observed.terraform.aws.classic_load_balancers

_types := {"terraform": {"aws": object.union(
	{"aws_lb_ssl_negotiation_policy": "read"},
	{type: "read" | some type, _ in classic_load_balancers.reads},
)}}

_made(type, name, after, unknown) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["no-op"], "after": after, "after_unknown": unknown},
}

_plan(changes, written) := {"terraform": {"plan.json": {
	"resource_changes": changes,
	"configuration": {"root_module": {"resources": [{"address": "aws_elb.old", "expressions": written}]}},
}}}

_seen(plan) := seen if {
	seen := classic_load_balancers.endpoints with input as plan
}

_endpoint(index, attributes) := object.union(attributes, {
	"way": "classic-load-balancer",
	"thing": "terraform:aws_elb.old",
	"key": "plan.json aws_elb.old",
	"steps": ["terraform", "plan.json", "resource_changes", 0, "change", "after", "listener", index],
})

_listener(port, protocol, behind) := {"lb_port": port, "lb_protocol": protocol, "instance_protocol": behind}

test_every_listener if {
	listeners := [
		_listener(80, "HTTP", "http"),
		_listener(443, "https", "HTTPS"),
		_listener(8443, "ssl", "tcp"),
		_listener(104, "tcp", "tcp"),
	]
	plan := _plan([_made("aws_elb", "old", {"internal": null, "listener": listeners}, {})], {})
	anybody := {"audience": {"is": "anybody"}}
	tls := object.union(anybody, {"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.0"}})
	plain := object.union(anybody, {"encrypted": {"is": "none"}})
	_seen(plan) == {
		_endpoint(0, object.union(plain, {"port": {"is": 80}, "behind": {"is": "none"}})),
		_endpoint(1, object.union(tls, {"port": {"is": 443}, "behind": {"is": "tls"}})),
		_endpoint(2, object.union(tls, {"port": {"is": 8443}, "behind": {"is": "none"}})),
		_endpoint(3, object.union(anybody, {"port": {"is": 104}, "encrypted": {"is": "passthrough"}})),
	}
}

test_listener_that_is_not_known if {
	plan := _plan([_made("aws_elb", "old", {"listener": [{}]}, {})], {})
	_seen(plan) == {_endpoint(0, {
		"audience": {"is": "anybody"},
		"port": {"unknown": true},
		"encrypted": {"unknown": true},
		"behind": {"unknown": true},
	})}
}

test_audience if {
	cases := [
		[{}, {}, {}, {"is": "anybody"}],
		[{"internal": false}, {}, {}, {"is": "anybody"}],
		[{"internal": true}, {}, {}, {"is": "inside"}],
		[{}, {"internal": true}, {}, {"is": "anybody"}],
		[{}, {"internal": true}, {"internal": {"references": ["var.internal"]}}, {"unknown": true}],
	]
	every case in cases {
		after := object.union({"listener": [_listener(80, "http", "http")]}, case[0])
		[found.audience | some found in _seen(_plan([_made("aws_elb", "old", after, case[1])], case[2]))] == [case[3]]
	}
}

_policy(name, port, value) := _made(
	"aws_lb_ssl_negotiation_policy", name, {
		"load_balancer": "old",
		"lb_port": port,
		"attribute": [{"name": "Reference-Security-Policy", "value": value}],
	},
	{},
)

test_policies_of_its_port if {
	first := _policy("first", 443, "ELBSecurityPolicy-TLS-1-2-2017-01")
	cases := [
		[[first], {"is": "TLS 1.2"}],
		[[first, _policy("other", 8443, "ELBSecurityPolicy-TLS-1-1-2017-01")], {"is": "TLS 1.2"}],
		[[_policy("other", 8443, "ELBSecurityPolicy-TLS-1-1-2017-01")], {"is": "TLS 1.0"}],
		[[first, _policy("second", 443, "ELBSecurityPolicy-TLS-1-1-2017-01")], {"unknown": true}],
		[[_policy("strange", 443, "ELBSecurityPolicy-2099-01")], {"unknown": true}],
	]
	balancer := _made("aws_elb", "old", {"name": "old", "listener": [_listener(443, "https", "http")]}, {})
	every case in cases {
		[found.weakest | some found in _seen(_plan(array.concat([balancer], case[0]), {}))] == [case[1]]
	}
}

test_words_of_the_fact if {
	classic_load_balancers.ways == {"classic-load-balancer": {
		"en": "classic load balancer",
		"ja": "Classic Load Balancer",
	}}
}

test_what_only_apply_will_show if {
	blocks := classic_load_balancers.endpoints with input as _late([["aws_elb", {"internal": true}, {"listener": true}]])
	[object.filter(found, ["audience", "behind", "encrypted"]) | some found in blocks] == [{
		"audience": {"is": "inside"},
		"behind": {"unknown": true},
		"encrypted": {"unknown": true},
	}]

	listener := {"lb_port": 443, "instance_protocol": "http"}
	spoken := classic_load_balancers.endpoints with input as _late([[
		"aws_elb",
		{"listener": [listener]},
		{"listener": [{"lb_protocol": true}]},
	]])
	[found.behind | some found in spoken] == [{"unknown": true}]
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
