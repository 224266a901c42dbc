package bunkaiten_test.observed.terraform.sakuracloud.packet_filters

import data.bunkaiten.observed.terraform.sakuracloud.packet_filters

test_rules_let_in_down_to_the_one_that_is_about_the_rest if {
	_shown([
		{"protocol": "tcp", "source_network": "203.0.113.64/28", "destination_port": "22", "allow": true},
		{"protocol": "https"},
		{"protocol": "udp", "allow": false},
		{"protocol": "ip", "allow": false},
		{"protocol": "http"},
	]) == {
		["packet_filter.a", "packet-filter-rule", "expression.0", _rule(_network("203.0.113.64/28"), [22, 22])],
		["packet_filter.a", "ssh", "expression.0", {"who": _network("203.0.113.64/28"), "ports": [22, 22]}],
		["packet_filter.a", "packet-filter-rule", "expression.1", _rule(_anybody, [443, 443])],
	}
}

test_filter_that_keeps_nothing_out_is_open if {
	every expressions in [[], [{"protocol": "ip", "allow": false, "source_network": "192.0.2.0/24"}]] {
		_shown(expressions) == {
			["packet_filter.a", "packet-filter-rule", "expression", {"who": _anybody, "direction": "in"}],
			["packet_filter.a", "remote-login", "expression", {"who": _anybody}],
		}
	}
}

test_rule_that_lets_all_the_rest_in_is_the_last if {
	_shown([{"protocol": "ip", "allow": true}, {"protocol": "tcp"}]) == {
		["packet_filter.a", "packet-filter-rule", "expression.0", {"who": _anybody, "direction": "in"}],
		["packet_filter.a", "remote-login", "expression.0", {"who": _anybody}],
	}
}

test_rules_for_answers_open_nothing if {
	_shown([
		{"protocol": "tcp", "destination_port": "32768-61000"},
		{"protocol": "udp", "destination_port": "32768-60999"},
		{"protocol": "udp", "source_port": "123"},
		{"protocol": "icmp"},
		{"protocol": "fragment"},
		{"protocol": "ip", "allow": false},
	]) == set()
}

test_rules_that_look_like_those_for_answers_open_something if {
	every rule in [
		{"protocol": "tcp", "destination_port": "1024-65535"},
		{"protocol": "tcp", "destination_port": "32768-61000", "source_network": "198.51.100.7"},
		{"protocol": "udp", "source_port": "1-65535"},
		{"protocol": "udp", "source_port": "40000"},
		{"protocol": "tcp", "source_port": "123"},
		{"protocol": "ip", "source_port": "123"},
	] {
		count(_shown([rule, {"protocol": "ip", "allow": false}])) > 0
	}
}

test_what_is_not_known_yet if {
	closed := [{"protocol": "tcp"}, {"protocol": "ip", "allow": false}]
	marks := {"expression": [{"source_network": true, "destination_port": true}]}
	late := _made("packet_filter.a", {"expression": closed}, marks, {})
	_all([late]) == {
		["packet_filter.a", "packet-filter-rule", "expression.0", _rule(_unknown, _unknown)],
		["packet_filter.a", "remote-login", "expression.0", {"who": _unknown, "ports": _unknown}],
	}
	whole := _made("packet_filter.a", {}, {"expression": true}, {})
	{found[3].who | some found in _all([whole])} == {_unknown}
}

test_rule_that_is_not_known_may_be_about_all_the_rest if {
	every field in packet_filters.reads.sakuracloud_packet_filter {
		name := trim_prefix(field, "expression.")
		rule := object.remove({"protocol": "ip", "source_network": "192.0.2.0/24", "allow": false}, [name])
		late := _made("packet_filter.a", {"expression": [rule]}, {"expression": [{name: true}]}, {})
		{found[3].who | some found in _all([late]); found[2] == "expression"} == {_unknown}
	}
}

test_rules_of_their_own_stand_for_those_of_the_filter if {
	filter := json.remove(_made("packet_filter.a", {}, {"expression": true}, {}), ["configured/expressions/expression"])
	rules := _made(
		"packet_filter_rules.b",
		{"expression": [{"protocol": "https"}, {"protocol": "ip", "allow": false}]},
		{"packet_filter_id": true},
		{"packet_filter_id": {"references": ["sakuracloud_packet_filter.a"]}},
	)
	_all([filter, rules]) == {
		["packet_filter_rules.b", "packet-filter-rule", "expression.0", _rule(_anybody, [443, 443])],
	}
	{found[0] | some found in _all([filter])} == {"packet_filter.a"}
}

test_what_is_read_and_what_belongs_to_what if {
	object.keys(packet_filters.reads) == {"sakuracloud_packet_filter", "sakuracloud_packet_filter_rules"}
	object.keys(packet_filters.ways) == {"packet-filter-rule"}
	object.keys(packet_filters.satellites) == {"sakuracloud_packet_filter_rules"}
	packet_filters.fences == {"sakuracloud_packet_filter"}
}

_shown(expressions) := _all([_made("packet_filter.a", {"expression": expressions}, {}, {})])

_all(resources) := _told(peers) | _told(accesses) if {
	peers := packet_filters.peers with input as _plan(resources)
	accesses := packet_filters.accesses with input as _plan(resources)
}

_rule(who, ports) := {"who": who, "direction": "in", "ports": ports}

# the thing, its way, the path to it and what is known of it, without {"is": …}
_told(facts) := {[trim_prefix(found.thing, "terraform:sakuracloud_"), found.way, path, said] |
	some found in facts
	path := concat(".", [sprintf("%v", [step]) | some step in array.slice(found.steps, 6, 20)])
	said := {name: _bare(value) | some name, value in found; not name in {"key", "steps", "thing", "way"}}
}

_bare(value) := value.is if {
	value.is
} else := value

_unknown := {"unknown": true}

_anybody := {"by": "anybody", "name": "0.0.0.0/0"}

_network(name) := {"by": "network", "name": name}

# what is unknown is written; ties are expressions of the configuration
_made(address, after, marks, ties) := {
	"change": {
		"address": concat("", ["sakuracloud_", address]),
		"mode": "managed",
		"type": concat("", ["sakuracloud_", split(address, ".")[0]]),
		"name": split(address, ".")[1],
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": concat("", ["sakuracloud_", address]),
		"provider_config_key": object.get(ties, "provider", "sakuracloud"),
		"expressions": object.union({name: {} | some part in [after, marks]; some name, _ in part}, ties),
	},
}

_plan(resources) := {"terraform": {"p": {
	"resource_changes": [each.change | some each in resources],
	"configuration": {
		"provider_config": {"sakuracloud": {"expressions": {"zone": {"constant_value": "is1a"}}}},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
}}}
