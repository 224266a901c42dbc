package bunkaiten_test.observed.terraform.azurerm.locations

import data.bunkaiten.observed.terraform.azurerm.locations

test_place_and_its_pair if {
	locations.of(_at({"location": "Japan East"})) == {"is": "japaneast"}
	locations.paired(_at({"location": "japaneast"})) == {"is": "japanwest"}
	locations.paired(_at({"location": "newzealandnorth"})) == unknown
	locations.of(_at({})) == unknown
	locations.paired(_at({})) == unknown
}

_at(values) := {"values": values, "unknown": {}, "configured": ""}

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
