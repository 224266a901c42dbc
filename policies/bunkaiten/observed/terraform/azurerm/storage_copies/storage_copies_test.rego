package bunkaiten_test.observed.terraform.azurerm.storage_copies

import data.bunkaiten.observed.terraform.azurerm.storage_copies

test_geo_redundant_accounts_lie_in_the_pair_too if {
	every case in [["GRS", {{"is": "japanwest"}}], ["RAGZRS", {{"is": "japanwest"}}], ["LRS", set()], ["ZRS", set()]] {
		{found[2].region | some found in _stores([_account("a", {"account_replication_type": case[0]}, {})])} == case[1]
	}
	{found[2].region | some found in _stores([_account("a", {}, {"account_replication_type": true})])} == {unknown}
}

test_rules_copy_into_another_account if {
	given := [
		_account("a", {"account_replication_type": "LRS"}, {}),
		_account("b", {"id": _kept, "account_replication_type": "LRS", "location": "japanwest"}, {}),
	]
	every case in [
		[_kept, {"is": "japanwest"}, {}],
		[theirs, unknown, {"is": {"by": "subscription", "name": "s2"}}],
		[ours, unknown, {}],
	] {
		copying := made(
			"azurerm_storage_object_replication.r",
			{"source_storage_account_id": "a", "destination_storage_account_id": case[0]},
			{},
			{},
		)
		found := _stores(array.concat(given, [copying]))
		{[each[1], each[2].region, object.get(each[2], "who", {})] |
			some each in found
		} == {["storage-replication", case[1], case[2]]}
	}
}

test_replication_by_other_tenants_is_somebody_unknown if {
	found := _stores([_account("a", {"account_replication_type": "LRS", "cross_tenant_replication_enabled": true}, {})])
	{[each[1], each[2].who] | some each in found} == {["storage-cross-tenant", unknown]}
}

test_what_facts_are_called if {
	storage_copies.ways == {
		"storage-cross-tenant": {
			"en": "storage account open to replication by other tenants",
			"ja": "他テナントによるレプリケーションを許すストレージアカウント",
		},
		"storage-replication": {"en": "object replication of a storage account", "ja": "ストレージアカウントのオブジェクトレプリケーション"},
		"storage-secondary": {"en": "geo-redundant copy of a storage account", "ja": "ストレージアカウントの geo 冗長コピー"},
	}
}

test_what_is_read if {
	object.keys(storage_copies.reads) == {"azurerm_storage_account", "azurerm_storage_object_replication"}
}

test_what_belongs_to_what if {
	object.keys(storage_copies.satellites) == {"azurerm_storage_object_replication"}
}

_account(name, after, marks) := made(
	concat(".", ["azurerm_storage_account", name]),
	object.union({"name": name, "location": "japaneast"}, after),
	marks,
	{},
)

_kept := "/subscriptions/s1/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/b"

_stores(given) := {short(found) | some found in all} if all := storage_copies.stores with input as plan(given)

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

ours := "/subscriptions/s1/resourceGroups/g/providers/x"

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
