package bunkaiten_test.observed.terraform.azurerm.storage_access

import data.bunkaiten.observed.terraform.azurerm.storage_access

test_anybody_reads_where_all_three_doors_are_open if {
	every case in [
		[{"allow_nested_items_to_be_public": true}, {}, "blob", {"is": "anybody"}],
		[{"allow_nested_items_to_be_public": true}, {}, "private", {"is": "inside"}],
		[{"allow_blob_public_access": true}, {}, "blob", {"is": "anybody"}],
		[{"allow_blob_public_access": false}, {}, "blob", {"is": "inside"}],
		[{}, {"allow_blob_public_access": true}, "blob", unknown],
		[{}, {}, "blob", {"is": "inside"}],
		[{"allow_nested_items_to_be_public": true, "public_network_access_enabled": false}, {}, "blob", {"is": "inside"}],
		[
			{"allow_nested_items_to_be_public": true, "network_rules": [{"default_action": "Deny"}]},
			{},
			"blob",
			{"is": "inside"},
		],
		[
			{"allow_nested_items_to_be_public": true, "network_rules": [{"default_action": "Allow"}]},
			{},
			"blob",
			{"is": "anybody"},
		],
		[{"allow_nested_items_to_be_public": true, "network_rules": [{}]}, {}, "blob", unknown],
		[{"allow_nested_items_to_be_public": true}, {"public_network_access_enabled": true}, "blob", unknown],
		[{}, {"allow_nested_items_to_be_public": true}, "blob", unknown],
		[{"static_website": [{"index_document": "i"}]}, {}, "private", {"is": "anybody"}],
	] {
		_audiences([_account(case[0], case[1]), _container({"container_access_type": case[2]})]) == {case[3]}
	}
}

test_site_of_its_own_is_public_too if {
	site := made("azurerm_storage_account_static_website.w", {"storage_account_id": "a"}, {}, {})
	_audiences([_account({}, {}), site]) == {{"is": "anybody"}}
}

test_networks_of_rules_are_told if {
	rules := made(
		"azurerm_storage_account_network_rules.r",
		{"default_action": "Deny", "ip_rules": ["203.0.113.7", "203.0.113.16/30", null], "storage_account_id": "a"},
		{"ip_rules": [false, false, true]},
		{},
	)
	found := {[each.path, each.who.is.name] |
		some _, list in storage_access.networks
		some each in list
	} with input as plan([_account({"network_rules": [{"default_action": "Deny", "ip_rules": null}]}, {}), rules])
	found == {[["ip_rules", 0], "203.0.113.7/32"], [["ip_rules", 1], "203.0.113.16/30"]}
}

test_networks_not_yet_known_are_told_as_such if {
	rule := {"default_action": "Deny", "storage_account_id": "a"}
	block := {"network_rules": [{"default_action": "Deny"}]}
	every case in [
		[rule, {"ip_rules": true}, {["ip_rules"]}],
		[object.union(rule, {"ip_rules": ["203.0.113.7", null]}), {"ip_rules": [false, true]}, {["ip_rules", 1]}],
		[rule, {}, set()],
	] {
		_unknown([_account({}, {}), made("azurerm_storage_account_network_rules.r", case[0], case[1], {})]) == case[2]
	}
	_unknown([_account(block, {"network_rules": [{"ip_rules": true}]})]) == {["network_rules", 0, "ip_rules"]}
	_unknown([_account(block, {"network_rules": [true]})]) == {["network_rules", 0, "ip_rules"]}

	# nobody wrote any, and the provider computes them
	given := _account(block, {"network_rules": [{"ip_rules": true}]})
	expressions := {"network_rules": [{"default_action": {"constant_value": "Deny"}}]}
	_unknown([object.union(given, {"configured": {"expressions": expressions}})]) == set()
}

_unknown(given) := paths if {
	paths := {each.path |
		some _, list in storage_access.networks
		some each in list
		each.who == {"unknown": true}
	} with input as plan(given)
}

test_what_is_read if {
	object.keys(storage_access.reads) == {
		"azurerm_storage_account",
		"azurerm_storage_account_network_rules",
		"azurerm_storage_account_static_website",
		"azurerm_storage_container",
	}
}

_account(after, marks) := made("azurerm_storage_account.a", object.union({"name": "a"}, after), marks, {})

_container(after) := made("azurerm_storage_container.c", object.union({"storage_account_id": "a"}, after), {}, {})

_audiences(given) := all if all := {audience |
	some _, audience in storage_access.audience
} with input as plan(given)

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
