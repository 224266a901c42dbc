# METADATA
# title: Rights of roles of Azure
# description: What a role lets one do, by its name, its id, or the definition that the plan makes.
package bunkaiten.observed.terraform.azurerm.role_rights

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings

# METADATA
# description: Attributes that are read, by type.
reads := {"azurerm_role_definition": array.concat(
	["name"],
	[sprintf("permissions.%s", [name]) | some name in ["actions", "data_actions"]],
)}

# METADATA
# description: >-
#   The rights of the roles that an attribute names or refers to: {"is": sorted list of admin, read
#   and write}, or {"unknown": true}.
of(attribute, keys) := _joined({_made[key] | some key in keys}) if {
	count(keys) > 0
} else := {"unknown": true} if {
	not _is_text(attribute)
} else := rights if {
	guid := regex.find_n(_guid, lower(attribute.is), -1)
	rights := _by_guid[guid[count(guid) - 1]]
} else := {"unknown": true} if {
	regex.match(_guid, lower(attribute.is))
} else := _of_name(lower(attribute.is))

_joined(rights) := {"unknown": true} if {
	some each in rights
	each.unknown
} else := {"is": sort({word | some each in rights; some word in each.is})}

_is_text(attribute) if is_string(attribute.is)

_guid := `[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`

# learn.microsoft.com/azure/role-based-access-control/built-in-roles: who may do nearly everything, and
# names by which Microsoft calls roles that read, or read and write
_of_name(named) := {"is": ["admin", "read", "write"]} if {
	named in _administrators
} else := {"is": ["read"]} if {
	regex.match(`(^|[ -])reader$`, named)
} else := {"is": ["read", "write"]} if {
	regex.match(` (contributor|user login|user|writer|sender|operator)$`, named)
} else := {"is": ["admin", "read", "write"]} if {
	regex.match(` (owner|administrator|administrator login|admin)$`, named)
} else := {"unknown": true}

_administrators := {
	"contributor", "owner", "role based access control administrator", "user access administrator",
	"virtual machine administrator login",
}

# the same by their ids, which are the same everywhere
_by_guid := {
	"18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": {"is": ["admin", "read", "write"]},
	"1c0163c0-47e6-4577-8991-ea5c82e286e4": {"is": ["admin", "read", "write"]},
	"2a2b9908-6ea1-4ae2-8e65-a410df84e7d1": {"is": ["read"]},
	"39bc4728-0917-49c7-9d2c-d95423bc2eb4": {"is": ["read"]},
	"43d0d8ad-25c7-4714-9337-8ba259a9fe05": {"is": ["read"]},
	"73c42c96-874c-492b-b04d-ab87d138a893": {"is": ["read"]},
	"8e3af657-a8ff-443c-a75c-2fe8c4bcb635": {"is": ["admin", "read", "write"]},
	"9980e02c-c2be-4d73-94e8-173b1dc7cf3c": {"is": ["read", "write"]},
	"acdd72a7-3385-48ef-bd42-f606fba81ae7": {"is": ["read"]},
	"b24988ac-6180-42a0-ab88-20f7382dd24c": {"is": ["admin", "read", "write"]},
	"b7e6dc6d-f1e8-4753-8033-0f276bb0955b": {"is": ["admin", "read", "write"]},
	"ba92f5b4-2d11-453d-a403-e96b0029c9fe": {"is": ["read", "write"]},
	"f58310d9-a9f6-439a-9e8d-f62e7b41a168": {"is": ["admin", "read", "write"]},
	"fb879df8-f326-4884-b1cf-06f3ad86be52": {"is": ["read", "write"]},
}

_made[key] := _of_definition(definition) if some key, definition in resource.managed.azurerm_role_definition

_of_definition(definition) := {"unknown": true} if {
	resource.is_unknown(definition, "permissions")
} else := {"unknown": true} if {
	some block in settings.items(definition, "permissions")
	some name in ["actions", "data_actions"]
	settings.in_block(block, name).unknown
} else := {"is": sort({word |
	some block in settings.items(definition, "permissions")
	some name in ["actions", "data_actions"]
	is_array(block.values[name])
	some action in block.values[name]
	is_string(action)
	some word in _of_action(lower(action))
})}

_of_action(action) := {"admin", "read", "write"} if {
	action in {"*", "*/write", "microsoft.authorization/*"}
} else := {"read"} if {
	endswith(action, "/read")
} else := {"read", "write"}
