package bunkaiten_test.observed.terraform.aws.load_balancer_actions

import data.bunkaiten.observed.terraform.aws.load_balancer_actions

_types := {"terraform": {"aws": {type: "read" | some type, _ in load_balancer_actions.reads}}}

_made(type, name, after) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["create"], "after": after, "after_unknown": {}},
}

_plan(changes, written) := {"terraform": {"plan.json": {
	"resource_changes": changes,
	"configuration": {"root_module": {"resources": [{"address": address, "expressions": expressions} |
		some address, expressions in written
	]}},
}}}

_key := "plan.json aws_lb_listener.front"

_forward := [{"type": "forward"}]

_https := [{"type": "redirect", "redirect": [{"protocol": "HTTPS"}]}]

_to(group) := {"references": [sprintf("%s.arn", [group]), group]}

# a listener that sends on to `groups`, after a rule for each of `rules`, pairs of what it does and where to
_front(actions, group, rules, groups) := _plan(
	array.concat(
		[_made("aws_lb_listener", "front", {"default_action": actions})],
		array.concat(
			[_made("aws_lb_listener_rule", sprintf("r%d", [at]), rule[0]) | some at, rule in rules],
			[_made(split(address, ".")[0], split(address, ".")[1], after) | some address, after in groups],
		),
	),
	object.union(
		{"aws_lb_listener.front": {"default_action": [{"target_group_arn": _to(group)}]}},
		object.union(
			{sprintf("aws_lb_listener_rule.r%d", [at]): {
				"listener_arn": _to("aws_lb_listener.front"),
				"action": [{"target_group_arn": _to(rule[1])}],
			} |
				some at, rule in rules
			},
			{address: {} | some address, _ in groups},
		),
	),
)

_behind(plan) := found if {
	found := load_balancer_actions.behind[_key] with input as plan
}

_hosts(plan) := found if {
	found := load_balancer_actions.hosts[_key] with input as plan
}

_redirecting(plan) := found if {
	found := load_balancer_actions.only_redirects with input as plan
}

_groups := {
	"aws_alb_target_group.old": {"protocol": "HTTP", "target_type": "instance"},
	"aws_lb_target_group.function": {"protocol": null, "target_type": "lambda"},
	"aws_lb_target_group.plain": {"protocol": "TCP", "target_type": "ip"},
	"aws_lb_target_group.secure": {"protocol": "HTTPS", "target_type": "instance"},
	"aws_lb_target_group.tls": {"protocol": "TLS", "target_type": "ip"},
}

test_what_goes_on_by_default if {
	cases := {
		"aws_alb_target_group.old": {"behind": {"is": "none"}},
		"aws_lb_target_group.function": {},
		"aws_lb_target_group.of_another_stack": {"behind": {"unknown": true}},
		"aws_lb_target_group.plain": {"behind": {"is": "none"}},
		"aws_lb_target_group.secure": {"behind": {"is": "tls"}},
		"aws_lb_target_group.tls": {"behind": {"is": "tls"}},
	}
	every group, behind in cases { _behind(_front(_forward, group, [], _groups)) == behind }
}

test_nothing_goes_on if {
	_behind(_front([{"type": "fixed-response"}], "aws_lb_target_group.plain", [], _groups)) == {}
	_behind(_front(_https, "aws_lb_target_group.plain", [], _groups)) == {}
	_behind(_front(null, "aws_lb_target_group.plain", [], _groups)) == {}
}

test_the_weakest_of_default_and_rules if {
	cases := [
		["aws_lb_target_group.tls", {"is": "tls"}],
		["aws_lb_target_group.function", {"is": "tls"}],
		["aws_lb_target_group.plain", {"is": "none"}],
		["aws_lb_target_group.elsewhere", {"unknown": true}],
	]
	every case in cases {
		rules := [[{"action": _forward}, case[0]]]
		_behind(_front(_forward, "aws_lb_target_group.secure", rules, _groups)) == {"behind": case[1]}
	}
	both := [[{"action": _forward}, "aws_lb_target_group.plain"], [{"action": _forward}, "aws_lb_target_group.elsewhere"]]
	_behind(_front(_forward, "aws_lb_target_group.secure", both, _groups)) == {"behind": {"is": "none"}}
	answered := [[{"action": [{"type": "fixed-response"}]}, "aws_lb_target_group.plain"]]
	_behind(_front(_forward, "aws_lb_target_group.secure", answered, _groups)) == {"behind": {"is": "tls"}}
}

test_protocol_of_a_group_that_is_not_known if {
	group := {
		"address": "aws_lb_target_group.late",
		"mode": "managed",
		"type": "aws_lb_target_group",
		"name": "late",
		"change": {
			"actions": ["create"],
			"after": {"target_type": "ip"},
			"after_unknown": {"protocol": true},
		},
	}
	plan := _plan([_made("aws_lb_listener", "front", {"default_action": _forward}), group], {
		"aws_lb_listener.front": {"default_action": [{"target_group_arn": _to("aws_lb_target_group.late")}]},
		"aws_lb_target_group.late": {"protocol": {"references": ["var.protocol"]}},
	})
	_behind(plan) == {"behind": {"unknown": true}}
}

test_groups_with_weights if {
	plan := _plan(
		[
			_made("aws_lb_listener", "front", {"default_action": _forward}),
			_made("aws_lb_target_group", "secure", _groups["aws_lb_target_group.secure"]),
			_made("aws_lb_target_group", "plain", _groups["aws_lb_target_group.plain"]),
		],
		{
			"aws_lb_listener.front": {"default_action": [{"forward": [{"target_group": [
				{"arn": _to("aws_lb_target_group.secure")},
				{"arn": _to("aws_lb_target_group.plain")},
			]}]}]},
			"aws_lb_target_group.plain": {},
			"aws_lb_target_group.secure": {},
		},
	)
	_behind(plan) == {"behind": {"is": "none"}}
}

test_listener_that_only_redirects if {
	cases := [
		[_https, [], {_key: true}],
		[_https, [[{"action": _https}, ""]], {_key: true}],
		[_https, [[{"action": _forward}, "aws_lb_target_group.plain"]], {}],
		[[{"type": "redirect", "redirect": [{"protocol": "#{protocol}"}]}], [], {}],
		[array.concat(_https, _forward), [], {}],
		[_forward, [], {}],
		[[], [], {}],
		[null, [], {}],
	]
	every case in cases { _redirecting(_front(case[0], "", case[1], {})) == case[2] }
}

test_host_names_of_rules if {
	condition := [{"host_header": [{"values": ["b.example", "a.example"]}]}, {"path_pattern": [{"values": ["/x"]}]}]
	rules := [
		[{"action": _forward, "condition": condition}, ""],
		[{"action": _forward, "condition": [{"host_header": []}, {"host_header": null}]}, ""],
	]
	_hosts(_front(_forward, "", rules, {})) == {"hosts": ["a.example", "b.example"]}
	_hosts(_front(_forward, "", [], {})) == {}
}

test_rule_of_the_older_name if {
	plan := _plan(
		[
			_made("aws_alb_listener", "front", {"default_action": _https}),
			_made("aws_alb_listener_rule", "names", {"action": _forward, "condition": null}),
			_made("aws_alb_target_group", "old", _groups["aws_alb_target_group.old"]),
		],
		{
			"aws_alb_listener.front": {},
			"aws_alb_listener_rule.names": {
				"listener_arn": _to("aws_alb_listener.front"),
				"action": [{"target_group_arn": _to("aws_alb_target_group.old")}],
			},
			"aws_alb_target_group.old": {},
		},
	)
	found := load_balancer_actions.behind with input as plan
	found == {"plan.json aws_alb_listener.front": {"behind": {"is": "none"}}}
	_redirecting(plan) == {}
}

test_what_only_apply_will_show if {
	every unknown in [{"default_action": true}, {"default_action": [{"type": true}]}] {
		after := {"default_action": [{"target_group_arn": "arn:x"}]}
		behind := load_balancer_actions.behind with input as _late([["aws_lb_listener", after, unknown]])
		behind == {"p aws_lb_listener.late": {"behind": {"unknown": true}}}
	}
	action := [{"type": "forward", "target_group_arn": "arn:late"}]
	group := ["aws_lb_target_group", {"arn": "arn:late", "protocol": "HTTPS"}, {"target_type": true}]
	listener := ["aws_lb_listener", {"default_action": action}, {}]
	hops := load_balancer_actions.behind with input as _late([listener, group])
	hops == {"p aws_lb_listener.late": {"behind": {"unknown": true}}}
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
