package bunkaiten_test.observed.terraform.azurerm.service_endpoints

import data.bunkaiten.observed.terraform.azurerm.service_endpoints

test_subnets_of_others_are_peers if {
	every case in [
		[{"subnet_id": theirs}, {}, {}, {another}],
		[{"subnet_id": ours}, {}, {}, set()],
		[{}, {"subnet_id": true}, {}, {unknown}],
		[{}, {"subnet_id": true}, {"subnet_id": "azurerm_subnet.s"}, set()],
		[{"subnet_id": theirs}, {}, {"subnet_id": "azurerm_subnet.s"}, {another}],
		[{}, {}, {}, set()],
	] {
		rule := made("azurerm_mssql_virtual_network_rule.r", case[0], case[1], case[2])
		found := _shown([rule, subnet])
		{each[2].who | some each in found} == case[3]
		{each[2].ports | some each in found} == {{"is": [1433, 1433]} | some _ in case[3]}
	}
}

test_subnets_that_an_account_lets_through_are_peers if {
	every case in [
		[{"virtual_network_subnet_ids": [theirs, ours]}, {}, {}, {["virtual_network_subnet_ids", another]}],
		[{}, {"virtual_network_subnet_ids": true}, {}, {["virtual_network_subnet_ids", unknown]}],
		[
			{"virtual_network_subnet_ids": [null]}, {"virtual_network_subnet_ids": [true]}, {},
			{["virtual_network_subnet_ids", unknown]},
		],
		[{}, {"virtual_network_subnet_ids": true}, {"virtual_network_subnet_ids": "azurerm_subnet.s"}, set()],
		[
			{"private_link_access": [{"endpoint_resource_id": theirs}, {"endpoint_resource_id": ours}]}, {}, {},
			{["private_link_access", another]},
		],
		[
			{"private_link_access": [{}]}, {"private_link_access": [{"endpoint_resource_id": true}]}, {},
			{["private_link_access", unknown]},
		],
		[{"private_link_access": []}, {}, {}, set()],
	] {
		rules := made("azurerm_storage_account_network_rules.r", case[0], case[1], case[2])
		{[each[3][0], each[2].who] | some each in _shown([rules, subnet])} == case[3]

		inline := made(
			"azurerm_storage_account.a",
			{"network_rules": [case[0]]},
			{"network_rules": [case[1]]},
			{"network_rules": reference | some _, reference in case[2]},
		)
		{[each[3][2], each[2].who] | some each in _shown([inline, subnet])} == case[3]
	}
}

test_what_nobody_wrote_is_no_peer if {
	late := made(
		"azurerm_storage_account.a",
		{"network_rules": [{"default_action": "Deny"}]},
		{"network_rules": [{"virtual_network_subnet_ids": true}]},
		{},
	)
	expressions := {"network_rules": [{"default_action": {}}]}
	_shown([object.union(late, {"configured": {"expressions": expressions}})]) == set()
}

test_what_facts_are_called_and_what_is_read if {
	object.keys(service_endpoints.ways) == {"resource-access-rule", "service-endpoint-rule"}
	object.keys(service_endpoints.reads) == {
		"azurerm_mssql_virtual_network_rule", "azurerm_storage_account", "azurerm_storage_account_network_rules",
	}
	service_endpoints.satellites == {"azurerm_mssql_virtual_network_rule": [["server_id", "azurerm_mssql_server"]]}
}

_shown(resources) := {short(found) | some found in all} if {
	all := service_endpoints.peers with input as plan(resources)
}

short(found) := [
	found.thing,
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
	array.slice(found.steps, 6, 99),
]

subnet := made("azurerm_subnet.s", {"name": "s"}, {}, {})

ours := "/subscriptions/s1/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/s"

theirs := "/subscriptions/S2/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/s"

another := {"is": {"by": "subscription", "name": "s2"}}

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
