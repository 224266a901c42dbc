# METADATA
# title: Storage accounts of Azure
# description: Accounts and their containers, who may read in them without a key, and what listens.
package bunkaiten.observed.terraform.azurerm.storage_accounts

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.locations
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.terraform.azurerm.storage_access
import data.bunkaiten.observed.terraform.azurerm.storage_retention

# METADATA
# description: What people call these facts.
ways := {
	"storage-account": {"en": "storage account", "ja": "ストレージアカウント"},
	"storage-container": {"en": "container that may be read without a key", "ja": "匿名で読み取れるコンテナー"},
	"storage-network-rule": {
		"en": "network rule of a storage account",
		"ja": "ストレージアカウントのネットワーク規則",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_storage_account": [
		"enable_https_traffic_only", "https_traffic_only_enabled", "location", "min_tls_version",
	],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"azurerm_storage_account_network_rules": [["storage_account_id", "azurerm_storage_account"]],
	"azurerm_storage_account_static_website": [["storage_account_id", "azurerm_storage_account"]],
	"azurerm_storage_container": [
		["storage_account_id", "azurerm_storage_account"],
		["storage_account_name", "azurerm_storage_account"],
	],
	"azurerm_storage_container_immutability_policy": [_locked],
	"azurerm_storage_management_policy": [["storage_account_id", "azurerm_storage_account"]],
}

# METADATA
# description: >-
#   Accounts, with what is kept in them. All of it is encrypted
#   (learn.microsoft.com/azure/storage/common/storage-service-encryption).
stores contains found if {
	some key, account in resource.managed.azurerm_storage_account
	found := fact.on(account, [], "storage-account", {
		"region": locations.of(account),
		"encrypted": {"is": "yes"},
		"audience": storage_access.audience[key],
		"retention": storage_retention.days[key],
	})
}

# METADATA
# description: Containers that anybody may read who is let through by the network of the account.
stores contains found if {
	some place, access in storage_access.opened
	container := resource.managed.azurerm_storage_container[place]
	some who in _readers(storage_access.accounts_of(container), access)
	attributes := {"who": who, "rights": {"is": ["read"]}}
	found := fact.on(container, ["container_access_type"], "storage-container", attributes)
}

# METADATA
# description: >-
#   Networks that are let through to an account; keys or roles are asked for behind. Everybody is
#   where there are no rules, which is told by nothing here.
peers contains found if {
	some key, _ in resource.managed.azurerm_storage_account
	some rule in storage_access.networks[key]
	attributes := {"who": rule.who, "direction": "in"}
	found := fact.on(rule.of, rule.path, "storage-network-rule", attributes)
}

# METADATA
# description: >-
#   What listens: HTTPS alone, and TLS 1.2, where nobody chose (registry.terraform.io,
#   azurerm_storage_account). Who may come, the network and the keys say.
endpoints contains found if {
	some _, account in resource.managed.azurerm_storage_account
	found := fact.on(account, ["min_tls_version"], "storage-account", _security(
		settings.chosen_by(account, _https, true),
		settings.word(settings.chosen(account, "min_tls_version", "TLS1_2"), _versions),
	))
}

# the second until release 4
_https := ["https_traffic_only_enabled", "enable_https_traffic_only"]

_locked := ["storage_container_resource_manager_id", "azurerm_storage_container"]

_security(https, version) := {"encrypted": {"is": "tls"}, "weakest": version} if {
	https.is == true
} else := {"encrypted": {"is": "none"}} if {
	https.is == false
} else := {"encrypted": {"unknown": true}}

_versions := {"TLS1_0": "TLS 1.0", "TLS1_1": "TLS 1.1", "TLS1_2": "TLS 1.2", "TLS1_3": "TLS 1.3"}

# an account that the plan only names, or that is not known yet, may be open
_readers(keys, access) := {{"unknown": true}} if {
	keys == set()
} else := {{"unknown": true}} if {
	access.unknown
	some key in keys
	_states[key] in {"open", "unknown"}
} else := {{"unknown": true}} if {
	some key in keys
	_states[key] == "unknown"
} else := {{"is": {"by": "anybody", "name": "*"}}} if {
	some key in keys
	_states[key] == "open"
} else := {rule.who |
	some key in keys
	_states[key] == "fenced"
	some rule in _fences[key]
}

# "shut" where the switch of the account lets no container be public
_states[key] := _state(storage_access.may_be_public[key], network) if some key, network in storage_access.network

_state(switch, network) := "shut" if {
	switch == {"is": false}
} else := "unknown" if {
	switch.unknown
	network != "closed"
} else := network

_fences[key] contains rule if {
	some key, rules in storage_access.networks
	some rule in rules
}
