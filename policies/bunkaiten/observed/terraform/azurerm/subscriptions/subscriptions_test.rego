package bunkaiten_test.observed.terraform.azurerm.subscriptions

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
	every key, names in {"azurerm": {"s1", "t1"}, "azurerm.kura": {"s3"}, "azurerm.silent": {"t1"}} {
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

test_what_an_attribute_leads_to_is_told_by_its_id_or_by_its_maker if {
	every case in [
		[{"is": ours}, "azurerm", set()],
		[{"is": theirs}, "azurerm", {{"is": {"by": "subscription", "name": "s2"}}}],
		[{}, "azurerm", set()],
		[unknown, "azurerm", set()],
		[unknown, "azurerm.again", set()],
		[unknown, "azurerm.kura", {{"is": {"by": "subscription", "name": "s3"}}}],
		[unknown, "azurerm.silent", {unknown}],
		[unknown, "azurerm.tenant", {unknown}],
	] {
		_beyond(case[0], case[1], {"azurerm_virtual_network"}) == case[2]
		_beyond(case[0], case[1], set()) == case[2]
	}
}

test_what_leads_to_nothing_that_is_meant_is_unknown if {
	_beyond(unknown, "azurerm.kura", {"azurerm_subnet"}) == {unknown}
	found := subscriptions.beyond(_joint, "other", unknown, set()) with input as _several("azurerm.kura")
	found == {unknown}
}

test_block_without_a_subscription_may_lie_in_that_of_another if {
	every case in [
		["azurerm.silent", ours, {unknown}],
		["azurerm.silent", theirs, {{"is": {"by": "subscription", "name": "s2"}}}],
		["azurerm", ours, set()],
		["azurerm.kura", ours, {{"is": {"by": "subscription", "name": "s1"}}}],
		["azurerm.nowhere", ours, set()],
	] {
		made_by := object.union(_made_joint.configured, {"provider_config_key": case[0]})
		given := object.union(_several("azurerm"), {"terraform": {"p": {
			"resource_changes": [_network.change, _made_joint.change],
			"configuration": {"root_module": {"resources": [_network.configured, made_by]}},
		}}})
		found := subscriptions.beyond(_joint, "remote_virtual_network_id", {"is": case[1]}, set()) with input as given
		found == case[2]
	}
}

test_resources_without_provider_blocks_are_of_one_maker if {
	given := plan([{"change": each.change, "configured": object.remove(each.configured, ["provider_config_key"])} |
		some each in [_network, _made_joint]
	])
	found := subscriptions.beyond(_joint, "remote_virtual_network_id", unknown, set()) with input as given
	found == set()
}

test_logs_of_a_plan_with_one_provider_block_stay_there if {
	every case in [
		[{"is": theirs}, {{"is": {"by": "subscription", "name": "s2"}}}],
		[{"is": ours}, set()],
		[unknown, set()],
	] {
		found := subscriptions.keepers(_joint, "other", case[0]) with input as plan([_network, _made_joint])
		found == case[1]
	}
	found := subscriptions.keepers(_joint, "other", unknown) with input as _several("azurerm.kura")
	found == {unknown}
	foreign := object.union(plan([_network, _made_joint]), {"terraform": {"p": {"configuration": {"provider_config": {
		"azuread": {"name": "azuread"},
		"google": {"name": "google"},
	}}}}})
	alone := subscriptions.keepers(_joint, "other", unknown) with input as foreign
	alone == set()
}

_joint := {
	"key": "p azurerm_virtual_network_peering.j",
	"document": "p",
	"module": "",
	"address": "azurerm_virtual_network_peering.j",
	"configured": "p\n\nazurerm_virtual_network_peering.j",
}

_made_joint := made(
	"azurerm_virtual_network_peering.j",
	{},
	{"remote_virtual_network_id": true},
	{"remote_virtual_network_id": "azurerm_virtual_network.a"},
)

_beyond(attribute, called, types) := found if {
	name := "remote_virtual_network_id"
	found := subscriptions.beyond(_joint, name, attribute, types) with input as _several(called)
}

_several(called) := object.union(
	plan([
		object.union(_network, {"configured": object.union(_network.configured, {"provider_config_key": called})}),
		_made_joint,
	]),
	{"terraform": {"p": {"configuration": {"provider_config": {
		"azurerm": {"name": "azurerm"},
		"azurerm.again": {"name": "azurerm", "expressions": {"subscription_id": {"constant_value": "S1"}}},
		"azurerm.kura": {"name": "azurerm", "expressions": {"subscription_id": {"constant_value": "S3"}}},
		"azurerm.silent": {"name": "azurerm", "expressions": {}},
		"azurerm.tenant": {"name": "azurerm", "expressions": {"tenant_id": {"constant_value": "T2"}}},
	}}}}},
)

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
