# METADATA
# title: How long storage accounts of Azure keep
# description: >-
#   How many days what is put into an account is kept, as its rules say. -1 stands for nothing chosen
#   (registry.terraform.io, azurerm_storage_management_policy).
package bunkaiten.observed.terraform.azurerm.storage_retention

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.written

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_storage_account": [
		"blob_properties.delete_retention_policy.days", "blob_properties.versioning_enabled",
		"immutability_policy.period_since_creation_in_days",
	],
	"azurerm_storage_container_immutability_policy": [
		"immutability_period_in_days", "storage_container_resource_manager_id",
	],
	"azurerm_storage_management_policy": array.concat(
		[
			"rule.actions.version.delete_after_days_since_creation", "rule.enabled", "rule.filters.blob_types",
			"rule.filters.match_blob_index_tag", "rule.filters.prefix_match", "storage_account_id",
		],
		[sprintf("rule.actions.base_blob.%s", [name]) | some name in _since],
	),
}

# METADATA
# description: >-
#   By the key of an account, {"is": days}, {"is": "forever"}, or {"unknown": true}. Only enabled rules
#   for everything count, the shortest of them. What is deleted is kept for as long as it can be
#   recovered, an old version until it expires too, and nothing goes before what is locked.
days[key] := _days(account, key) if some key, account in resource.managed.azurerm_storage_account

_days(account, key) := {"unknown": true} if {
	resource.is_unknown(account, "blob_properties")
} else := {"unknown": true} if {
	"unknown" in _periods(account, key)
} else := {"unknown": true} if {
	"unknown" in _locks(account, key)
} else := {"is": "forever"} if {
	"forever" in _periods(account, key)
} else := {"is": max(_locks(account, key) | {sum(_periods(account, key))})}

# one after the other: until it is deleted, as an old version, until it can no longer be recovered
_periods(account, key) := array.concat(
	array.concat([_shortest(key, "base_blob", _since)], _versions(account, key)),
	_recovery(account),
)

_versions(account, key) := [_shortest(key, "version", ["delete_after_days_since_creation"])] if {
	some block in settings.items(account, "blob_properties")
	settings.of_block(block, "versioning_enabled", false) != {"is": false}
} else := []

# 7 days, if nobody chose: registry.terraform.io, azurerm_storage_account, "delete_retention_policy"
_recovery(account) := [_number(settings.of_block(policy, "days", 7)) |
	some block in settings.items(account, "blob_properties")
	some policy in settings.blocks(block, "delete_retention_policy")
]

_locks(account, key) := {_number(settings.in_block(block, "period_since_creation_in_days")) |
	some block in settings.items(account, "immutability_policy")
} | {period | some period in _container_locks[key]}

_container_locks[key] contains _number(resource.attribute(lock, "immutability_period_in_days")) if {
	some _, lock in resource.managed.azurerm_storage_container_immutability_policy
	name := "storage_container_resource_manager_id"
	some place in resource.tied(lock, name, "azurerm_storage_container")
	container := resource.managed.azurerm_storage_container[place]
	some attribute in ["storage_account_id", "storage_account_name"]
	some key in resource.tied(container, attribute, "azurerm_storage_account")
}

_shortest(key, part, names) := "unknown" if {
	"unknown" in _deletions(key, part, names)
} else := min(known) if {
	known := _deletions(key, part, names)
	count(known) > 0
} else := "forever"

# null stands for rules of which not all is known
_deletions(key, part, names) := {_number(period) |
	some rule in _rules[key]
	some actions in settings.blocks(rule, "actions")
	some action in settings.blocks(actions, part)
	some name in names
	period := settings.of_block(action, name, -1)
	period != {"is": -1}
} | {"unknown" | null in _rules[key]}

_rules[key] contains rule if {
	some [key, policy] in _policies
	some rule in settings.items(policy, "rule")
	rule.values.enabled == true
	not _is_partial(rule)
}

_rules[key] contains null if {
	some [key, policy] in _policies
	_is_hidden(policy)
}

_policies := [[key, policy] |
	some _, policy in resource.managed.azurerm_storage_management_policy
	some key in resource.tied(policy, "storage_account_id", "azurerm_storage_account")
]

_is_hidden(policy) if resource.is_unknown(policy, "rule")

_is_hidden(policy) if {
	some rule in settings.items(policy, "rule")
	rule.unknown.enabled == true
}

_is_partial(rule) if {
	some filter in settings.blocks(rule, "filters")
	some name in ["match_blob_index_tag", "prefix_match"]
	settings.in_block(filter, name) != {}
}

_is_partial(rule) if {
	some filter in settings.blocks(rule, "filters")
	count({"blockBlob"} - {type | some type in written.list(filter.values, "blob_types")}) == 1
}

_number(period) := period.is if {
	is_number(period.is)
} else := "unknown"

_since := [
	"delete_after_days_since_creation_greater_than",
	"delete_after_days_since_last_access_time_greater_than",
	"delete_after_days_since_modification_greater_than",
]
