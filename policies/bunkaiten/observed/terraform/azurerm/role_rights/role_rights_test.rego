package bunkaiten_test.observed.terraform.azurerm.role_rights

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

test_rights_are_told_by_every_id_that_is_known if {
	every rights, ids in {
		["admin", "read", "write"]: [
			"18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "1c0163c0-47e6-4577-8991-ea5c82e286e4",
			"8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "b24988ac-6180-42a0-ab88-20f7382dd24c",
			"b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
		],
		["read"]: [
			"2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "39bc4728-0917-49c7-9d2c-d95423bc2eb4",
			"43d0d8ad-25c7-4714-9337-8ba259a9fe05", "73c42c96-874c-492b-b04d-ab87d138a893",
			"acdd72a7-3385-48ef-bd42-f606fba81ae7",
		],
		["read", "write"]: [
			"9980e02c-c2be-4d73-94e8-173b1dc7cf3c", "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
			"fb879df8-f326-4884-b1cf-06f3ad86be52",
		],
	} {
		every id in ids { role_rights.of({"is": id}, set()) == {"is": rights} }
	}
}

test_rights_are_told_by_every_word_of_a_name if {
	all := {"is": ["admin", "read", "write"]}
	every named, rights in {
		"Role Based Access Control Administrator": all,
		"User Access Administrator": all,
		"Cosmos DB Account Reader": {"is": ["read"]},
		"Key Vault Secrets User": {"is": ["read", "write"]},
		"Monitoring Metrics Publisher": unknown,
		"Azure Event Hubs Data Sender": {"is": ["read", "write"]},
		"Azure Kubernetes Fleet Manager Writer": {"is": ["read", "write"]},
		"Backup Operator": {"is": ["read", "write"]},
		"Azure Service Bus Data Owner": all,
		"Key Vault Administrator": all,
		"Azure Kubernetes Service RBAC Admin": all,
		"Readership": unknown,
	} {
		role_rights.of({"is": named}, set()) == rights
	}
}

test_actions_are_read_or_written_or_everything if {
	every action, rights in {
		"*": ["admin", "read", "write"],
		"*/write": ["admin", "read", "write"],
		"Microsoft.Authorization/*": ["admin", "read", "write"],
		"*/read": ["read"],
		"Microsoft.Compute/virtualMachines/start/action": ["read", "write"],
	} {
		every name in ["actions", "data_actions"] {
			given := plan([made("azurerm_role_definition.r", {"permissions": [{name: [action]}]}, {}, {})])
			found := {role_rights.of({}, {"p azurerm_role_definition.r"}) | true} with input as given
			found == {{"is": rights}}
		}
	}
	late := plan([made("azurerm_role_definition.r", {"permissions": [{}]}, {"permissions": [{"data_actions": true}]}, {})])
	found := {role_rights.of({}, {"p azurerm_role_definition.r"}) | true} with input as late
	found == {unknown}
}

test_what_is_read if {
	role_rights.reads == {
		"azurerm_role_definition": ["name", "permissions.actions", "permissions.data_actions"],
	}
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
