# METADATA
# title: Role assignments of Azure
# description: >-
#   What people and programs of the own tenant may do, permanently or when they ask. A principal is
#   named by an id that tells nobody who it is; it is of the own tenant, guests included, and no
#   stranger by that.
package bunkaiten.observed.terraform.azurerm.role_assignments

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.role_rights
import data.bunkaiten.observed.terraform.azurerm.subscriptions

# METADATA
# description: What people call these facts.
ways := {
	"delegated-identity": {
		"en": "role of an identity of another tenant",
		"ja": "別テナントの ID へのロールの割当て",
		"grants": true,
	},
	"role-assignment": {"en": "role assignment", "ja": "ロールの割当て", "grants": true},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_pim_active_role_assignment": ["principal_id", "role_definition_id", "scope"],
	"azurerm_pim_eligible_role_assignment": ["principal_id", "role_definition_id", "scope"],
	"azurerm_role_assignment": [
		"delegated_managed_identity_resource_id", "principal_id", "role_definition_id", "role_definition_name", "scope",
	],
	"azurerm_user_assigned_identity": [],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {type: [["scope", scope] | some scope in _scopes] | some type in _assignments}

# METADATA
# description: >-
#   Every assignment to somebody who is no identity that the plan itself makes for its own programs.
accesses contains found if {
	some type in _assignments
	some _, assignment in resource.managed[type]
	not _is_of_a_program(assignment)
	named := _named(assignment)
	keys := resource.tied(assignment, named, "azurerm_role_definition")
	found := fact.on(assignment, [named], _way(assignment), object.union(_who(assignment), {
		"authentication": {"is": ["directory"]},
		"rights": role_rights.of(resource.attribute(assignment, named), keys),
	}))
}

_assignments := {
	"azurerm_pim_active_role_assignment", "azurerm_pim_eligible_role_assignment", "azurerm_role_assignment",
}

_scopes := {
	"azurerm_application_gateway", "azurerm_bastion_host", "azurerm_linux_virtual_machine",
	"azurerm_managed_disk", "azurerm_mssql_database", "azurerm_mssql_server", "azurerm_mysql_flexible_server",
	"azurerm_network_interface", "azurerm_postgresql_flexible_server", "azurerm_storage_account",
	"azurerm_storage_container", "azurerm_virtual_network", "azurerm_virtual_network_gateway",
	"azurerm_windows_virtual_machine",
}

# the name is computed where the id is written, and the other way round
_named(assignment) := "role_definition_name" if {
	resource.attribute(assignment, "role_definition_name") != {}
} else := "role_definition_id"

_is_of_a_program(assignment) if {
	some type in ["azurerm_user_assigned_identity", "azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine"]
	resource.tied(assignment, "principal_id", type) != set()
}

_way(assignment) := "delegated-identity" if {
	resource.attribute(assignment, "delegated_managed_identity_resource_id") != {}
} else := "role-assignment"

_who(assignment) := {"who": {"is": {"by": "subscription", "name": named}}} if {
	named := subscriptions.of(resource.attribute(assignment, "delegated_managed_identity_resource_id").is)
} else := {"who": {"unknown": true}} if {
	_way(assignment) == "delegated-identity"
} else := {}
