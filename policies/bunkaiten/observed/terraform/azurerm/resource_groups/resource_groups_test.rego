package bunkaiten_test.observed.terraform.azurerm.resource_groups

import data.bunkaiten.observed.terraform.azurerm.resource_groups

test_group_speaks_for_what_lies_in_it if {
	given := plan([
		made("azurerm_resource_group.g", {"name": "rg", "tags": {"bunkaiten:exchange": "referral"}}),
		made("azurerm_virtual_network.in", {"resource_group_name": "rg"}),
		made("azurerm_virtual_network.out", {"resource_group_name": "other"}),
		made("azurerm_virtual_network.nowhere", {}),
	])
	found := {place: {group.address | some group in groups} |
		some place, groups in resource_groups.grounds
	} with input as given

	found == {"p azurerm_virtual_network.in": {"azurerm_resource_group.g"}}
}

test_nothing_lies_in_no_group if {
	found := {place | some place, _ in resource_groups.grounds} with input as plan([made("azurerm_virtual_network.a", {})])

	found == set()
}

test_what_is_read if resource_groups.reads == {"azurerm_resource_group": []}

plan(changes) := {"terraform": {"p": {"resource_changes": changes}}}

made(address, values) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": values, "after_unknown": {}},
}
