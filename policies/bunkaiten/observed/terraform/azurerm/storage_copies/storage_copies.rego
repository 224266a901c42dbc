# METADATA
# title: Copies of storage accounts of Azure
# description: >-
#   What is copied to the paired region by the kind of redundancy, and what rules copy into another
#   account.
package bunkaiten.observed.terraform.azurerm.storage_copies

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.locations
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.terraform.azurerm.storage_retention
import data.bunkaiten.observed.terraform.azurerm.subscriptions

# METADATA
# description: What people call these facts.
ways := {
	"storage-cross-tenant": {
		"en": "storage account open to replication by other tenants",
		"ja": "他テナントによるレプリケーションを許すストレージアカウント",
	},
	"storage-replication": {"en": "object replication of a storage account", "ja": "ストレージアカウントのオブジェクトレプリケーション"},
	"storage-secondary": {
		"en": "geo-redundant copy of a storage account",
		"ja": "ストレージアカウントの geo 冗長コピー",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_storage_account": ["account_replication_type", "cross_tenant_replication_enabled", "location"],
	"azurerm_storage_object_replication": ["destination_storage_account_id", "source_storage_account_id"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"azurerm_storage_object_replication": [["source_storage_account_id", "azurerm_storage_account"]]}

# METADATA
# description: >-
#   Copies, where they lie and how long they are kept. Which region is the second one, Azure decides
#   (learn.microsoft.com/azure/storage/common/storage-redundancy).
stores contains found if {
	some key, account in resource.managed.azurerm_storage_account
	kind := resource.attribute(account, "account_replication_type")
	not _is_alone(kind)
	found := fact.on(account, ["account_replication_type"], "storage-secondary", {
		"region": _second(kind, account),
		"encrypted": {"is": "yes"},
		"audience": {"is": "inside"},
		"retention": storage_retention.days[key],
	})
}

stores contains found if {
	some _, copying in resource.managed.azurerm_storage_object_replication
	name := "destination_storage_account_id"
	some key in resource.tied(copying, name, "azurerm_storage_account")
	account := resource.managed.azurerm_storage_account[key]
	found := fact.on(copying, [name], "storage-replication", object.union(
		{"region": locations.of(account), "encrypted": {"is": "yes"}, "retention": storage_retention.days[key]},
		_holder(copying, name),
	))
}

# an account that the plan only names by its id
stores contains found if {
	some _, copying in resource.managed.azurerm_storage_object_replication
	name := "destination_storage_account_id"
	resource.tied(copying, name, "azurerm_storage_account") == set()
	found := fact.on(copying, [name], "storage-replication", object.union(
		{"region": {"unknown": true}, "encrypted": {"is": "yes"}, "retention": {"unknown": true}},
		_holder(copying, name),
	))
}

# whoever asks may be of another tenant; the switch names nobody
stores contains found if {
	some _, account in resource.managed.azurerm_storage_account
	switch := settings.chosen(account, "cross_tenant_replication_enabled", false)
	switch != {"is": false}
	found := fact.on(account, ["cross_tenant_replication_enabled"], "storage-cross-tenant", {
		"who": {"unknown": true},
		"rights": {"is": ["read"]},
	})
}

_is_alone(kind) if kind.is in {"LRS", "ZRS"}

_second(kind, account) := locations.paired(account) if {
	kind.is
} else := {"unknown": true}

_holder(copying, name) := {"who": who, "rights": {"is": ["read"]}} if {
	some who in subscriptions.beyond(copying, name, resource.attribute(copying, name), {"azurerm_storage_account"})
} else := {}
