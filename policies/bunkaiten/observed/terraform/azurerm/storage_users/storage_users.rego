# METADATA
# title: Local users of storage accounts of Azure
# description: Users who get in by SFTP, with what they show who they are and what they may do.
package bunkaiten.observed.terraform.azurerm.storage_users

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.terraform.azurerm.storage_access

# METADATA
# description: What people call these facts.
ways := {
	"storage-sftp": {"en": "SFTP of a storage account", "ja": "ストレージアカウントの SFTP"},
	"storage-sftp-user": {"en": "SFTP user of a storage account", "ja": "ストレージアカウントの SFTP 利用者"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_storage_account": ["sftp_enabled"],
	"azurerm_storage_account_local_user": array.concat(
		["ssh_key_enabled", "ssh_password_enabled", "storage_account_id"],
		[sprintf("permission_scope.permissions.%s", [permission]) | some permission, _ in _rights_of],
	),
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"azurerm_storage_account_local_user": [["storage_account_id", "azurerm_storage_account"]]}

# METADATA
# description: Accounts that listen for SFTP.
endpoints contains found if {
	some key, account in resource.managed.azurerm_storage_account
	settings.chosen(account, "sftp_enabled", false) != {"is": false}
	found := fact.on(account, ["sftp_enabled"], "storage-sftp", {
		"audience": _reach(storage_access.network[key]),
		"encrypted": {"is": "ssh"},
		"port": {"is": 22},
	})
}

# METADATA
# description: Every local user, from wherever the account can be reached.
accesses contains found if {
	some _, user in resource.managed.azurerm_storage_account_local_user
	some from in _from(user)
	found := fact.on(user, [], "storage-sftp-user", object.union(from, {
		"authentication": _authentication(user),
		"rights": _rights(user),
	}))
}

_reach("open") := {"is": "anybody"}

_reach("closed") := {"is": "inside"}

_reach("fenced") := {"is": "inside"}

_reach("unknown") := {"unknown": true}

# from the networks that are let through, or from within
_from(user) := _from_where(user, _states(user))

_from_where(_, {"open"}) := {{"who": {"is": fact.network("0.0.0.0/0")}}}

_from_where(user, {"fenced"}) := {{"who": who} |
	some key in resource.tied(user, "storage_account_id", "azurerm_storage_account")
	some who in _fences[key]
}

_from_where(_, {"closed"}) := {{}}

_from_where(_, states) := {{"who": {"unknown": true}}} if not _is_settled(states)

_is_settled(states) if states in {{"closed"}, {"fenced"}, {"open"}}

_states(user) := {_networks[key] |
	some key in resource.tied(user, "storage_account_id", "azurerm_storage_account")
}

_fences[key] contains rule.who if {
	some key, rules in storage_access.networks
	some rule in rules
}

_networks[key] := network if some key, network in storage_access.network

_authentication(user) := {"unknown": true} if {
	some name, _ in _keys
	resource.is_unknown(user, name)
} else := {"is": sort(words)} if {
	words := {word | some name, word in _keys; user.values[name] == true}
	count(words) > 0
} else := {"is": ["key"]}

_keys := {"ssh_key_enabled": "key", "ssh_password_enabled": "password"}

_rights(user) := {"unknown": true} if {
	resource.is_unknown(user, "permission_scope")
} else := {"unknown": true} if {
	some scope in settings.items(user, "permission_scope")
	some permissions in settings.blocks(scope, "permissions")
	some name, _ in _rights_of
	settings.in_block(permissions, name).unknown
} else := {"is": sort({right |
	some scope in settings.items(user, "permission_scope")
	some permissions in settings.blocks(scope, "permissions")
	some name, right in _rights_of
	permissions.values[name] == true
})}

_rights_of := {"create": "write", "delete": "write", "list": "read", "read": "read", "write": "write"}
