package bunkaiten_test.observed.terraform.azurerm.role_assignments

import data.bunkaiten.observed.terraform.azurerm.role_assignments

test_people_have_rights_and_programs_of_the_plan_are_no_people if {
	person := _assignment({"principal_id": "x", "role_definition_name": "Reader"}, {}, {})
	_accesses([person]) == {["role_assignment.a", "role-assignment", {
		"authentication": {"is": ["directory"]},
		"rights": {"is": ["read"]},
	}]}
	program := _assignment(
		{"role_definition_name": "Reader"},
		{"principal_id": true},
		{"principal_id": "azurerm_user_assigned_identity.i"},
	)
	_accesses([program, made("azurerm_user_assigned_identity.i", {}, {}, {})]) == set()
}

test_role_may_be_named_by_its_id if {
	id := "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"
	every type in ["azurerm_pim_active_role_assignment", "azurerm_pim_eligible_role_assignment"] {
		{found[2].rights |
			some found in _accesses([made(concat(".", [type, "a"]), {"role_definition_id": id}, {}, {})])
		} == {{"is": ["read"]}}
	}
	{found[2].rights | some found in _accesses([_assignment({}, {"role_definition_name": true}, {})])} == {unknown}
}

test_identity_of_another_tenant_is_its_subscription_s if {
	name := "delegated_managed_identity_resource_id"
	every case in [[{name: theirs}, {}, {"is": {"by": "subscription", "name": "s2"}}], [{}, {name: true}, unknown]] {
		{[found[1], found[2].who] |
			some found in _accesses([_assignment(object.union({"role_definition_name": "Reader"}, case[0]), case[1], {})])
		} == {["delegated-identity", case[2]]}
	}
}

test_what_facts_are_called if {
	role_assignments.ways == {
		"delegated-identity": {
			"en": "role of an identity of another tenant",
			"grants": true,
			"ja": "別テナントの ID へのロールの割当て",
		},
		"role-assignment": {"en": "role assignment", "grants": true, "ja": "ロールの割当て"},
	}
}

test_what_is_read if {
	role_assignments.reads == {
		"azurerm_pim_active_role_assignment": ["principal_id", "role_definition_id", "scope"],
		"azurerm_pim_eligible_role_assignment": ["principal_id", "role_definition_id", "scope"],
		"azurerm_role_assignment": [
			"delegated_managed_identity_resource_id",
			"principal_id",
			"role_definition_id",
			"role_definition_name",
			"scope",
		],
		"azurerm_user_assigned_identity": [],
	}
}

test_what_belongs_to_what if {
	scopes := [
		"azurerm_application_gateway", "azurerm_bastion_host", "azurerm_linux_virtual_machine",
		"azurerm_managed_disk", "azurerm_mssql_database", "azurerm_mssql_server", "azurerm_mysql_flexible_server",
		"azurerm_network_interface", "azurerm_postgresql_flexible_server", "azurerm_storage_account",
		"azurerm_storage_container", "azurerm_virtual_network", "azurerm_virtual_network_gateway",
		"azurerm_windows_virtual_machine",
	]
	role_assignments.satellites == {concat("", ["azurerm_", type]): [["scope", scope] | some scope in scopes] |
		some type in ["pim_active_role_assignment", "pim_eligible_role_assignment", "role_assignment"]
	}
}

_assignment(after, marks, ties) := made("azurerm_role_assignment.a", after, marks, ties)

_accesses(given) := {short(found) | some found in all} if all := role_assignments.accesses with input as plan(given)

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

theirs := "/subscriptions/S2/resourceGroups/g/providers/x"

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
