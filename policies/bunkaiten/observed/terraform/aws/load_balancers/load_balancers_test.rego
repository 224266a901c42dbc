package bunkaiten_test.observed.terraform.aws.load_balancers

import data.bunkaiten.observed.terraform.aws.load_balancers

_types := {"terraform": {"aws": {type: "read" | some type, _ in load_balancers.reads}}}

_made(type, name, after, unknown) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}

_plan(changes, written) := {"terraform": {"plan.json": {
	"resource_changes": changes,
	"configuration": {"root_module": {"resources": [{"address": address, "expressions": expressions} |
		some address, expressions in written
	]}},
}}}

_endpoint(index, address, attributes) := object.union(attributes, {
	"way": "load-balancer",
	"thing": concat("", ["terraform:", address]),
	"key": concat(" ", ["plan.json", address]),
	"steps": ["terraform", "plan.json", "resource_changes", index, "change", "after"],
})

_refers(target) := {"references": [concat("", [target, ".arn"]), target]}

# one load balancer and one listener on it
_pair(type, balancer, listener, unknown, written) := _plan(
	[_made(type, "front", balancer, {}), _made(sprintf("%s_listener", [type]), "front", listener, unknown)],
	{
		sprintf("%s.front", [type]): {},
		sprintf("%s_listener.front", [type]): object.union(
			{"load_balancer_arn": _refers(sprintf("%s.front", [type]))},
			written,
		),
	},
)

_seen(plan) := seen if {
	seen := load_balancers.endpoints with input as plan
}

_application := {"load_balancer_type": "application", "internal": null}

_https := {"protocol": "HTTPS", "port": 443, "ssl_policy": "ELBSecurityPolicy-TLS13-1-2-2021-06"}

test_listener_of_each_protocol if {
	cases := [
		[{"protocol": "HTTP", "port": 80}, {"encrypted": {"is": "none"}}],
		[{"port": 80}, {"encrypted": {"is": "none"}}],
		[_https, {"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.2"}}],
		[{"protocol": "TLS", "port": 80, "ssl_policy": ""}, {"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.0"}}],
		[{"protocol": "TCP", "port": 104}, {"encrypted": {"is": "passthrough"}}],
		[{"protocol": "TCP_UDP", "port": 53}, {"encrypted": {"is": "passthrough"}}],
	]
	every case in cases {
		_seen(_pair("aws_lb", _application, case[0], {}, {})) == {_endpoint(1, "aws_lb_listener.front", object.union(
			{"audience": {"is": "anybody"}, "port": {"is": case[0].port}},
			case[1],
		))}
	}
}

test_policy_of_tls if {
	cases := [
		[{"ssl_policy": null}, {}, {}, {"is": "TLS 1.0"}],
		[{}, {"ssl_policy": true}, {}, {"is": "TLS 1.0"}],
		[{}, {"ssl_policy": true}, {"ssl_policy": {"references": ["var.policy"]}}, {"unknown": true}],
		[{"ssl_policy": "ELBSecurityPolicy-2099-01"}, {}, {}, {"unknown": true}],
		[{"ssl_policy": "ELBSecurityPolicy-TLS13-1-3-2021-06"}, {}, {}, {"is": "TLS 1.3"}],
		[{"ssl_policy": "ELBSecurityPolicy-TLS-1-1-2017-01"}, {}, {}, {"is": "TLS 1.1"}],
	]
	every case in cases {
		listener := object.union({"protocol": "HTTPS", "port": 443}, case[0])
		seen := _seen(_pair("aws_lb", _application, listener, case[1], case[2]))
		[found.weakest | some found in seen] == [case[3]]
	}
}

test_certificates_of_callers if {
	cases := [
		[{}, {}, {}, {"is": "tls"}],
		[{}, {"mutual_authentication": true}, {}, {"is": "tls"}],
		[{}, {"mutual_authentication": true}, {"mutual_authentication": [{}]}, {"unknown": true}],
		[{"mutual_authentication": []}, {}, {}, {"is": "tls"}],
		[{"mutual_authentication": [{"mode": "off"}]}, {}, {}, {"is": "tls"}],
		[{"mutual_authentication": [{"mode": "passthrough"}]}, {}, {}, {"is": "tls"}],
		[{"mutual_authentication": [{"mode": "verify"}]}, {}, {}, {"is": "mutual-tls"}],
		[{"mutual_authentication": [{}]}, {"mutual_authentication": [{"mode": true}]}, {}, {"unknown": true}],
	]
	every case in cases {
		seen := _seen(_pair("aws_lb", _application, object.union(_https, case[0]), case[1], case[2]))
		[found.encrypted | some found in seen] == [case[3]]
	}
	mutual := object.union(_https, {"mutual_authentication": [{"mode": "verify"}]})
	{found.weakest | some found in _seen(_pair("aws_alb", _application, mutual, {}, {}))} == {{"is": "TLS 1.2"}}
}

test_audience_is_the_load_balancers if {
	cases := [
		[_application, {"is": "anybody"}],
		[{"load_balancer_type": "network", "internal": false}, {"is": "anybody"}],
		[{"load_balancer_type": "network", "internal": true}, {"is": "inside"}],
		[{"load_balancer_type": "gateway"}, {"is": "inside"}],
	]
	every case in cases {
		every type in ["aws_lb", "aws_alb"] {
			[found.audience | some found in _seen(_pair(type, case[0], _https, {}, {}))] == [case[1]]
		}
	}
}

test_audience_that_is_not_known if {
	written := {
		"aws_lb.front": {"internal": {"references": ["var.internal"]}},
		"aws_lb_listener.front": {"load_balancer_arn": _refers("aws_lb.front")},
	}
	balancer := _made("aws_lb", "front", {}, {"internal": true})
	listener := _made("aws_lb_listener", "front", _https, {"load_balancer_arn": true})
	[found.audience | some found in _seen(_plan([balancer, listener], written))] == [{"unknown": true}]

	# the load balancer of another stack
	[found.audience | some found in _seen(_plan([listener], {}))] == [{"unknown": true}]

	# computed, and nobody wrote it
	silent := {"aws_lb.front": {}, "aws_lb_listener.front": written["aws_lb_listener.front"]}
	[found.audience | some found in _seen(_plan([balancer, listener], silent))] == [{"is": "anybody"}]
}

test_gateway_has_neither_protocol_nor_port if {
	unknown := {"protocol": true, "ssl_policy": true, "mutual_authentication": true}
	plan := _pair("aws_lb", {"load_balancer_type": "gateway"}, {"port": null}, unknown, {})
	_seen(plan) == {_endpoint(1, "aws_lb_listener.front", {
		"audience": {"is": "inside"},
		"encrypted": {"is": "passthrough"},
	})}
}

test_protocol_and_port_that_are_not_known if {
	written := {"protocol": {"references": ["var.protocol"]}, "port": {"references": ["var.port"]}}
	_seen(_pair("aws_lb", _application, {}, {"protocol": true, "port": true}, written)) == {_endpoint(
		1, "aws_lb_listener.front",
		{"audience": {"is": "anybody"}, "encrypted": {"unknown": true}, "port": {"unknown": true}},
	)}
}

test_each_instance_is_of_its_own_load_balancer if {
	plan := _plan(
		[object.union(_made(type, "side", after, {}), {"address": sprintf("%s.side[\"%s\"]", [type, key])}) |
			some key, internal in {"out": false, "in": true}
			some type, after in {
				"aws_lb": {"load_balancer_type": "network", "internal": internal},
				"aws_lb_listener": {"protocol": "TCP", "port": 104},
			}
		],
		{"aws_lb.side": {}, "aws_lb_listener.side": {"load_balancer_arn": {"references": [
			"aws_lb.side", "each.key",
		]}}},
	)
	{[found.thing, found.audience.is] | some found in _seen(plan)} == {
		["terraform:aws_lb_listener.side[\"in\"]", "inside"],
		["terraform:aws_lb_listener.side[\"out\"]", "anybody"],
	}
}

_redirect := {"default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS"}]}]}

test_redirect_to_https_carries_nothing if {
	http := object.union({"protocol": "HTTP", "port": 80}, _redirect)
	_seen(_pair("aws_lb", _application, http, {}, {})) == set()
	every type in ["HTTPS", "TLS"] {
		again := object.union({"protocol": type, "port": 443}, _redirect)
		count(_seen(_pair("aws_lb", _application, again, {}, {}))) == 1
	}
}

test_what_goes_on_behind_and_host_names if {
	plan := {"terraform": {"plan.json": {"resource_changes": [
		_made(
			"aws_lb_listener", "front", object.union(_https, {"arn": "arn:listener", "default_action": [{
				"type": "forward",
				"target_group_arn": "arn:group",
			}]}),
			{},
		),
		_made(
			"aws_lb_listener_rule", "names", {"listener_arn": "arn:listener", "condition": [{"host_header": [{
				"values": ["b.example", "a.example"],
			}]}]},
			{},
		),
	]}}}
	seen := load_balancers.endpoints with input as plan
	seen == {_endpoint(0, "aws_lb_listener.front", {
		"audience": {"unknown": true},
		"encrypted": {"is": "tls"},
		"weakest": {"is": "TLS 1.2"},
		"port": {"is": 443},
		"behind": {"unknown": true},
		"hosts": ["a.example", "b.example"],
	})}
	passing := json.patch(plan, [{
		"op": "replace",
		"path": "/terraform/plan.json/resource_changes/0/change/after/protocol",
		"value": "TCP",
	}])
	opaque := load_balancers.endpoints with input as passing
	[object.get(found, "behind", "none given") | some found in opaque] == ["none given"]
}

test_listener_belongs_to_its_load_balancer if {
	links := [["load_balancer_arn", "aws_lb"], ["load_balancer_arn", "aws_alb"]]
	load_balancers.satellites == {"aws_lb_listener": links, "aws_alb_listener": links}
	load_balancers.ways == {"load-balancer": {"en": "load balancer", "ja": "ロードバランサー"}}
}

test_what_only_apply_will_show if {
	after := {"load_balancer_arn": "arn:late", "port": 443}
	listener := ["aws_lb_listener", after, {"protocol": true, "default_action": true}]
	seen := load_balancers.endpoints with input as _late([
		["aws_lb", {"arn": "arn:late"}, {"load_balancer_type": true}],
		listener,
	])
	[object.filter(found, ["audience", "behind", "encrypted"]) | some found in seen] == [{
		"audience": {"unknown": true},
		"behind": {"unknown": true},
		"encrypted": {"unknown": true},
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
