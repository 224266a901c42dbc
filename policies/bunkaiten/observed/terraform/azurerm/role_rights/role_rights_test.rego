package bunkaiten.observed.terraform.azurerm.role_rights_test

import data.bunkaiten.observed.terraform.azurerm.role_rights

test_rights_are_told_by_name_or_id if {
	all := {"is": ["admin", "read", "write"]}
	every named, rights in {
		"Owner": all,
		"Contributor": all,
		"Reader": {"is": ["read"]},
		"Storage Blob Data Reader": {"is": ["read"]},
		"Storage Blob Data Contributor": {"is": ["read", "write"]},
		"Storage Blob Data Owner": all,
		"Virtual Machine User Login": {"is": ["read", "write"]},
		"Virtual Machine Administrator Login": all,
		"Something New": unknown,
		"acdd72a7-3385-48ef-bd42-f606fba81ae7": {"is": ["read"]},
		"/providers/Microsoft.Authorization/roleDefinitions/8E3AF657-a8ff-443c-a75c-2fe8c4bcb635": all,
		"00000000-0000-4000-8000-000000000000": unknown,
	} {
		role_rights.of({"is": named}, set()) == rights
	}
	role_rights.of(unknown, set()) == unknown
	role_rights.of({}, set()) == unknown
}

test_definition_of_the_plan_tells_its_actions if {
	every case in [
		[{"permissions": [{"actions": ["*"], "data_actions": null}]}, {}, {"is": ["admin", "read", "write"]}],
		[{"permissions": [{"actions": ["Microsoft.Compute/virtualMachines/read"]}]}, {}, {"is": ["read"]}],
		[{"permissions": [{"data_actions": ["x/write"]}]}, {}, {"is": ["read", "write"]}],
		[{"permissions": [{}]}, {"permissions": [{"actions": true}]}, unknown],
		[{}, {"permissions": true}, unknown],
	] {
		given := plan([made("azurerm_role_definition.r", case[0], case[1], {})])
		found := {role_rights.of({}, {"p azurerm_role_definition.r"}) | true} with input as given
		found == {case[2]}
	}
}

test_what_is_read if {
	object.keys(role_rights.reads) == {"azurerm_role_definition"}
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
