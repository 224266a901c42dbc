package bunkaiten_test.observed.terraform.azurerm.unguarded_interfaces

import data.bunkaiten.observed.terraform.azurerm.unguarded_interfaces

test_interface_without_a_group_may_send_to_everybody if {
	_peers([_subnet, _interface]) == {_out}
	_peers([_subnet, _of_interface]) == set()
	_peers([_subnet, _of_subnet, _interface]) == set()
	_peers([_subnet, _of_interface, _interface]) == set()
}

test_group_of_another_guards_nothing if {
	other := made("azurerm_subnet_network_security_group_association.o", {}, {"subnet_id": true}, {"subnet_id": _other})
	far := made(
		"azurerm_network_interface_security_group_association.o",
		{},
		{"network_interface_id": true},
		{"network_interface_id": "azurerm_network_interface.o"},
	)

	_peers([
		_subnet, _interface, other, far, made(_other, {}, {}, {}),
		made("azurerm_network_interface.o", {}, {}, {}),
	]) == {_out}
}

test_subnet_that_the_plan_only_names_may_have_a_group if {
	named := {"ip_configuration": [{"subnet_id": "/subscriptions/s1/resourceGroups/g/providers/x"}]}
	_peers([_subnet, made("azurerm_network_interface.i", named, {}, {})]) == set()
}

test_interface_of_which_only_apply_will_show_the_subnet_may_be_one if {
	late := made("azurerm_network_interface.i", {}, {"ip_configuration": true}, {})

	_peers([late]) == {[
		"network_interface.i",
		["ip_configuration"],
		"unguarded-interface",
		{"who": {"unknown": true}, "direction": "out"},
	]}
	_peers([late, _of_interface]) == set()
}

test_what_facts_are_called if {
	unguarded_interfaces.ways == {"unguarded-interface": {
		"en": "network interface without a network security group",
		"ja": "ネットワークセキュリティグループのないネットワークインターフェイス",
	}}
}

test_what_is_read if {
	unguarded_interfaces.reads == {
		"azurerm_network_interface": ["ip_configuration.subnet_id"],
		"azurerm_network_interface_security_group_association": ["network_interface_id"],
		"azurerm_subnet": [],
		"azurerm_subnet_network_security_group_association": ["subnet_id"],
	}
}

_out := [
	"network_interface.i",
	["ip_configuration", 0, "subnet_id"],
	"unguarded-interface",
	{"who": {"is": {"by": "anybody", "name": "Internet"}}, "direction": "out"},
]

_subnet := made("azurerm_subnet.s", {}, {}, {})

_other := "azurerm_subnet.o"

_interface := {
	"change": object.union(given.change, {"change": {"after": {"ip_configuration": [{"name": "main"}]}}}),
	"configured": object.union(given.configured, {"expressions": {"ip_configuration": [{"subnet_id": {"references": [
		"azurerm_subnet.s.id",
		"azurerm_subnet.s",
	]}}]}}),
} if given := made("azurerm_network_interface.i", {}, {"ip_configuration": [{"subnet_id": true}]}, {})

_of_subnet := made(
	"azurerm_subnet_network_security_group_association.a",
	{},
	{"subnet_id": true},
	{"subnet_id": "azurerm_subnet.s"},
)

_of_interface := made(
	"azurerm_network_interface_security_group_association.a",
	{},
	{"network_interface_id": true},
	{"network_interface_id": "azurerm_network_interface.i"},
)

_peers(given) := {short(found) | some found in all} if all := unguarded_interfaces.peers with input as plan(given)

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	array.slice(found.steps, 6, 9),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

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
		"provider_config": {"azurerm": {"expressions": {"subscription_id": {"constant_value": "S1"}}}},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
}}}
