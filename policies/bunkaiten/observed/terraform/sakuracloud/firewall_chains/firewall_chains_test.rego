package bunkaiten_test.observed.terraform.sakuracloud.firewall_chains

import data.bunkaiten.observed.terraform.sakuracloud.firewall_chains

test_rules_hold_down_to_the_one_that_is_about_the_rest if {
	found := _chains(
		{"firewall": [{"direction": "send", "interface_index": 0, "expression": [
			{"protocol": "tcp", "allow": true},
			{"protocol": "udp", "allow": false},
			{"protocol": "ip", "allow": false, "source_network": "", "destination_port": null},
			{"protocol": "tcp", "allow": true},
		]}]},
		{},
	)
	object.keys(found) == {[0, "send"]}
	found[[0, "send"]].is_closed
	_paths(found[[0, "send"]]) == [["firewall", 0, "expression", 0]]
}

test_what_is_not_about_all_the_rest if {
	every expression in [
		{"protocol": "tcp", "allow": false},
		{"protocol": "ip", "allow": false, "destination_network": "10.0.0.0/8"},
		{"protocol": "ip"},
	] {
		_chains({"firewall": [{"direction": "send", "expression": [expression]}]}, {})[[0, "send"]].is_closed == false
	}
	late := {"firewall": [{"expression": [{"source_network": true}]}]}
	block := {"direction": "send", "expression": [{"protocol": "ip", "allow": false}]}
	_chains({"firewall": [block]}, late)[[0, "send"]].is_closed == false
}

test_rule_that_lets_all_the_rest_through_is_about_it_too if {
	found := _chains(
		{"firewall": [{"direction": "send", "expression": [
			{"protocol": "ip", "allow": true},
			{"protocol": "tcp", "allow": true},
		]}]},
		{},
	)[[0, "send"]]
	found.is_closed
	_paths(found) == [["firewall", 0, "expression", 0]]
}

test_interface_and_direction_that_are_not_known_may_be_any if {
	inside := [{"index": 2}]
	block := {"expression": [{"protocol": "tcp", "allow": true}]}
	object.keys(_chains({"firewall": [block], "private_network_interface": inside}, {"firewall": [{
		"direction": true,
		"interface_index": true,
	}]})) == {[0, "receive"], [0, "send"], [2, "receive"], [2, "send"]}
	object.keys(_chains({"private_network_interface": inside}, {"firewall": true})) == {
		[0, "receive"], [0, "send"], [2, "receive"], [2, "send"],
	}
}

test_allowance_that_is_not_known_may_let_through if {
	block := {"direction": "receive", "interface_index": 1, "expression": [{"protocol": "tcp"}]}
	found := _chains({"firewall": [block]}, {"firewall": [{"expression": [{"allow": true}]}]})
	count(found[[1, "receive"]].lines) == 1
}

test_interfaces_inside if {
	found := firewall_chains.inside with input as _plan([
		_made("vpc_router.a", {"private_network_interface": [{"index": 1}, {"index": 3}]}, {}, {}),
		_made("vpc_router.b", {}, {}, {}),
		_made("vpc_router.c", {}, {"private_network_interface": true}, {}),
	])
	found == {
		"p sakuracloud_vpc_router.a": {1, 3},
		"p sakuracloud_vpc_router.b": set(),
		"p sakuracloud_vpc_router.c": {-1},
	}
}

test_what_is_read if {
	object.keys(firewall_chains.reads) == {"sakuracloud_vpc_router"}
}

_chains(after, marks) := found["p sakuracloud_vpc_router.a"] if {
	found := firewall_chains.of with input as _plan([_made("vpc_router.a", after, marks, {})])
}

_paths(chain) := [line.path | some line in chain.lines]

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
