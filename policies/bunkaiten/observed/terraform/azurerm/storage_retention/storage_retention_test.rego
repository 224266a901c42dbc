package bunkaiten_test.observed.terraform.azurerm.storage_retention

import data.bunkaiten.observed.terraform.azurerm.storage_retention

test_shortest_rule_for_everything_counts if {
	every case in [
		[{}, [_rule({_since: 30}, {})], {"is": 30}],
		[{}, [_rule({_since: 30}, {}), _rule({_since: 7}, {})], {"is": 7}],
		[{}, [_rule({_since: -1}, {})], {"is": "forever"}],
		[{}, [object.union(_rule({_since: 30}, {}), {"enabled": false})], {"is": "forever"}],
		[{}, [_rule({_since: 30}, {"prefix_match": ["work/"]})], {"is": "forever"}],
		[{}, [_rule({_since: 30}, {"blob_types": ["appendBlob"]})], {"is": "forever"}],
		[{}, [], {"is": "forever"}],
		[{"blob_properties": [{"delete_retention_policy": [{"days": 14}]}]}, [_rule({_since: 30}, {})], {"is": 44}],
		[{"blob_properties": [{"delete_retention_policy": [{}]}]}, [_rule({_since: 30}, {})], {"is": 37}],
		[{"blob_properties": [{"versioning_enabled": true}]}, [_rule({_since: 30}, {})], {"is": "forever"}],
		[{"immutability_policy": [{"period_since_creation_in_days": 365}]}, [_rule({_since: 30}, {})], {"is": 365}],
		[{"immutability_policy": [{}]}, [_rule({_since: 30}, {})], unknown],
	] {
		_days([_account(case[0]), _policy({"rule": case[1]}, {})]) == {case[2]}
	}
}

test_what_is_not_known_is_unknown if {
	_days([_account({}), _policy({}, {"rule": true})]) == {unknown}
	late := made("azurerm_storage_account.a", {"name": "a"}, {"blob_properties": true}, {})
	_days([late, _policy({"rule": [_rule({_since: 30}, {})]}, {})]) == {unknown}
	_days([_account({}), _policy({"rule": [{}]}, {"rule": [{"enabled": true}]})]) == {unknown}
	hidden := {"rule": [{"actions": [{"base_blob": [{_since: true}]}]}]}
	_days([_account({}), _policy({"rule": [_rule({}, {})]}, hidden)]) == {unknown}
}

test_versions_expire_after_that if {
	rule := object.union(
		_rule({_since: 30}, {}),
		{"actions": [{"base_blob": [{_since: 30}], "version": [{"delete_after_days_since_creation": 5}]}]},
	)
	_days([_account({"blob_properties": [{"versioning_enabled": true}]}), _policy({"rule": [rule]}, {})]) == {{"is": 35}}
}

test_container_may_be_locked if {
	container := made("azurerm_storage_container.c", {"storage_account_id": "a", "name": "c"}, {}, {})
	lock := made(
		"azurerm_storage_container_immutability_policy.l",
		{"immutability_period_in_days": 99, "storage_container_resource_manager_id": "c"},
		{},
		{},
	)
	_days([_account({}), container, lock, _policy({"rule": [_rule({_since: 30}, {})]}, {})]) == {{"is": 99}}
}

test_what_is_read if {
	object.keys(storage_retention.reads) == {
		"azurerm_storage_account",
		"azurerm_storage_container_immutability_policy",
		"azurerm_storage_management_policy",
	}
}

_since := "delete_after_days_since_creation_greater_than"

_rule(action, filter) := {
	"enabled": true,
	"filters": [object.union({"blob_types": ["blockBlob"]}, filter)],
	"actions": [{"base_blob": [action]}],
}

_account(after) := made("azurerm_storage_account.a", object.union({"name": "a"}, after), {}, {})

_policy(after, marks) := made(
	"azurerm_storage_management_policy.p",
	object.union({"storage_account_id": "a"}, after),
	marks,
	{},
)

_days(given) := all if all := {days | some _, days in storage_retention.days} with input as plan(given)

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
