package bunkaiten_test.observed.terraform.azurerm.storage_accounts

import data.bunkaiten.observed.terraform.azurerm.storage_accounts

test_account_is_a_store if {
	{found |
		some found in _stores([_account({"location": "japaneast"}, {})])
	} == {["storage_account.a", "storage-account", {
		"region": {"is": "japaneast"},
		"encrypted": {"is": "yes"},
		"audience": {"is": "inside"},
		"retention": {"is": "forever"},
	}]}
}

test_containers_that_may_be_read_without_a_key_are_grants if {
	public := {"allow_nested_items_to_be_public": true}
	fenced := object.union(public, {"network_rules": [{"default_action": "Deny", "ip_rules": ["203.0.113.32/28"]}]})
	every case in [
		[public, {}, {"container_access_type": "blob"}, {}, {{"is": {"by": "anybody", "name": "*"}}}],
		[fenced, {}, {"container_access_type": "blob"}, {}, {{"is": {"by": "network", "name": "203.0.113.32/28"}}}],
		[{}, {}, {"container_access_type": "blob"}, {}, set()],
		[public, {}, {}, {"container_access_type": true}, {unknown}],
		[{}, {"allow_nested_items_to_be_public": true}, {"container_access_type": "blob"}, {}, {unknown}],
		[public, {}, {"container_access_type": "blob", "storage_account_id": "elsewhere"}, {}, {unknown}],
		[public, {}, {"container_access_type": "private"}, {}, set()],
	] {
		container := made("azurerm_storage_container.c", object.union({"storage_account_id": "a"}, case[2]), case[3], {})
		found := _stores([_account(case[0], case[1]), container])
		{each[2].who | some each in found; each[1] == "storage-container"} == case[4]
	}
}

test_network_rules_are_peers if {
	rules := {"network_rules": [{"default_action": "Deny", "ip_rules": ["203.0.113.7"]}]}
	all := storage_accounts.peers with input as plan([_account(rules, {})])
	{[found.direction, found.who.is.name] | some found in all} == {["in", "203.0.113.7/32"]}
}

test_what_listens_is_https_where_nobody_chose if {
	every case in [
		[{}, {}, {"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.2"}}],
		[{"min_tls_version": "TLS1_0"}, {}, {"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.0"}}],
		[{"https_traffic_only_enabled": false}, {}, {"encrypted": {"is": "none"}}],
		[{}, {"https_traffic_only_enabled": true}, {"encrypted": unknown}],
		[{"enable_https_traffic_only": false}, {}, {"encrypted": {"is": "none"}}],
		[{"enable_https_traffic_only": false}, {"https_traffic_only_enabled": true}, {"encrypted": {"is": "none"}}],
		[{"enable_https_traffic_only": true}, {}, {"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.2"}}],
		[{}, {"enable_https_traffic_only": true}, {"encrypted": unknown}],
	] {
		all := storage_accounts.endpoints with input as plan([_account(case[0], case[1])])
		{short(found)[2] | some found in all} == {case[2]}
	}
}

test_what_facts_are_called if {
	storage_accounts.ways == {
		"storage-account": {"en": "storage account", "ja": "ストレージアカウント"},
		"storage-container": {"en": "container that may be read without a key", "ja": "匿名で読み取れるコンテナー"},
		"storage-network-rule": {"en": "network rule of a storage account", "ja": "ストレージアカウントのネットワーク規則"},
	}
}

test_what_is_read if {
	storage_accounts.reads == {
		"azurerm_storage_account": [
			"enable_https_traffic_only", "https_traffic_only_enabled", "location", "min_tls_version",
		],
	}
}

test_what_belongs_to_what if {
	storage_accounts.satellites == {
		"azurerm_storage_account_network_rules": [["storage_account_id", "azurerm_storage_account"]],
		"azurerm_storage_account_static_website": [["storage_account_id", "azurerm_storage_account"]],
		"azurerm_storage_container": [
			["storage_account_id", "azurerm_storage_account"],
			["storage_account_name", "azurerm_storage_account"],
		],
		"azurerm_storage_container_immutability_policy": [
			[
				"storage_container_resource_manager_id",
				"azurerm_storage_container",
			],
		],
		"azurerm_storage_management_policy": [["storage_account_id", "azurerm_storage_account"]],
	}
}

_account(after, marks) := made("azurerm_storage_account.a", object.union({"name": "a"}, after), marks, {})

_stores(given) := {short(found) | some found in all} if all := storage_accounts.stores with input as plan(given)

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

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
