package bunkaiten.observed.terraform.azurerm.subscriptions_test

import data.bunkaiten.observed.terraform.azurerm.subscriptions

test_owners_are_what_the_provider_block_says if {
	place := "p azurerm_virtual_network.a"
	owners := {key: found | some key, found in subscriptions.owners} with input as plan([_network])
	owners == {place: {{"by": "subscription", "name": "s1"}, {"by": "tenant", "name": "t1"}}}
	own := {key: found | some key, found in subscriptions.own} with input as plan([_network])
	own == {place: {"s1", "t1"}}
	silent := {key | some key, _ in subscriptions.owners} with input as {"terraform": {"p": {"resource_changes": []}}}
	silent == set()
}

test_own_is_what_the_provider_block_of_the_resource_says if {
	blocks := {"provider_config": {
		"azurerm.kura": {"expressions": {"subscription_id": {"constant_value": "S3"}}},
		"azurerm.silent": {"expressions": {}},
	}}
	every key, names in {"azurerm": {"s1", "t1"}, "azurerm.kura": {"s3"}, "azurerm.silent": {"s1", "s3", "t1"}} {
		seen := {"change": _network.change, "configured": object.union(_network.configured, {"provider_config_key": key})}
		given := object.union(plan([seen]), {"terraform": {"p": {"configuration": blocks}}})
		own := {found | some _, found in subscriptions.own} with input as given
		own == {names}
	}
}

test_strangers_are_the_subscriptions_of_others if {
	every case in [
		[{"is": ours}, set()],
		[{"is": theirs}, {{"is": {"by": "subscription", "name": "s2"}}}],
		[{"is": "no id"}, {unknown}],
		[{"is": 7}, {unknown}],
		[unknown, {unknown}],
		[{}, set()],
	] {
		subscriptions.strangers(case[0], {"s1"}) == case[1]
	}
}

_network := made("azurerm_virtual_network.a", {"name": "a"}, {}, {})

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
