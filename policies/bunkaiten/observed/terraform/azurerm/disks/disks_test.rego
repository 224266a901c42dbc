package bunkaiten_test.observed.terraform.azurerm.disks

import data.bunkaiten.observed.terraform.azurerm.disks

test_disks_and_snapshots_lie_somewhere if {
	every type, way in {"azurerm_managed_disk": "managed-disk", "azurerm_snapshot": "disk-snapshot"} {
		all := disks.stores with input as plan([made(concat(".", [type, "d"]), {"location": "japaneast"}, {}, {})])
		{short(found) | some found in all} == {[
			concat(".", [trim_prefix(type, "azurerm_"), "d"]), way,
			{"region": {"is": "japaneast"}, "encrypted": {"is": "yes"}},
		]}
	}
}

test_what_facts_are_called if {
	disks.ways == {
		"disk-snapshot": {"en": "snapshot of a managed disk", "ja": "マネージドディスクのスナップショット"},
		"managed-disk": {"en": "managed disk", "ja": "マネージドディスク"},
	}
}

test_what_is_read if {
	object.keys(disks.reads) == {"azurerm_managed_disk", "azurerm_snapshot"}
}

test_what_belongs_to_what if {
	object.keys(disks.satellites) == {"azurerm_snapshot"}
}

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

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
