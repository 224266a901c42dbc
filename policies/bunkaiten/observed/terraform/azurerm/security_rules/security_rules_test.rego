package bunkaiten_test.observed.terraform.azurerm.security_rules

import data.bunkaiten.observed.terraform.azurerm.security_rules

test_both_spellings_are_lines if {
	given := [
		_group({"name": "g", "security_rule": [{"direction": "Inbound", "access": "Allow"}]}, {}),
		_rule({"direction": "Outbound", "access": "Deny"}, {}),
	]
	{[line.direction, line.path, line.groups] | some line in _lines(given)} == {
		["in", ["security_rule", 0], {_key}],
		["out", [], {_key}],
	}
	{line.direction | some line in _openings(given)} == {"in"}
	{line.direction | some line in _closings(given)} == {"out"}
}

test_rules_that_are_not_known_may_open if {
	{[line.path, line.direction] |
		some line in _openings([_group({"name": "g"}, {"security_rule": true})])
	} == {[["security_rule"], "both"]}
	{[line.path, line.unknown.access] |
		some line in _openings([_group({"name": "g", "security_rule": [{}]}, {"security_rule": [true]})])
	} == {[["security_rule", 0], true]}
	{line.unknown | some line in _openings([_group({"name": "g", "security_rule": [{}]}, {})])} == {{}}
	late := [_group({"name": "g", "security_rule": [{}]}, {"security_rule": [{"access": true}]})]
	{line.unknown | some line in _openings(late)} == {{"access": true}}
	_closings([_rule({"access": "Deny"}, {"priority": true}), _group({"name": "g"}, {})]) == set()
}

test_texts_stand_in_two_attributes if {
	line := {"values": {"source_address_prefix": "*", "source_address_prefixes": ["a", null, 7]}, "unknown": {
		"destination_address_prefix": true,
		"destination_address_prefixes": [false, true],
	}}
	security_rules.texts(line, "source") == {
		[["source_address_prefix"], "*"],
		[["source_address_prefixes", 0], "a"],
		[["source_address_prefixes", 2], "7"],
	}
	security_rules.hidden(line, "destination") == {"destination_address_prefix", "destination_address_prefixes"}
	security_rules.hidden(line, "source") == set()
}

test_what_is_read if {
	object.keys(security_rules.reads) == {"azurerm_network_security_group", "azurerm_network_security_rule"}
}

_key := "p azurerm_network_security_group.g"

_group(after, marks) := made("azurerm_network_security_group.g", after, marks, {})

_rule(after, marks) := made(
	"azurerm_network_security_rule.r",
	object.union({"network_security_group_name": "g"}, after),
	marks,
	{},
)

_lines(given) := [line | some line in all] if all := {line |
	some _, line in security_rules.lines
} with input as plan(given)

_openings(given) := all if all := {line | some _, line in security_rules.openings} with input as plan(given)

_closings(given) := all if {
	all := {line | some _, lines in security_rules.closings; some line in lines} with input as plan(given)
}

unknown := {"unknown": true}

# what is unknown is written; a tie is a list of references
made(address, after, marks, ties) := {
	"change": {
		"address": address,
		"mode": "managed",
		"type": split(address, ".")[0],
		"name": split(address, ".")[1],
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": address,
		"provider_config_key": "azurerm",
		"expressions": object.union(
			{name: {} | some part in [after, marks]; some name, _ in part},
			{name: {"references": [reference]} | some name, reference in ties},
		),
	},
}

plan(resources) := {"terraform": {"p": {
	"resource_changes": [each.change | some each in resources],
	"configuration": {
		"provider_config": {"azurerm": {"expressions": {
			"subscription_id": {"constant_value": "S1"},
			"tenant_id": {"references": ["var.tenant"]},
		}}},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
	"variables": {"tenant": {"value": "T1"}},
}}}
