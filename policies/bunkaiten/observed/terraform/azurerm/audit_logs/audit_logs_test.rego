package bunkaiten_test.observed.terraform.azurerm.audit_logs

import data.bunkaiten.observed.terraform.azurerm.audit_logs

test_workspaces_keep_for_as_long_as_they_say if {
	every case in [
		[{"retention_in_days": 365}, {}, {"is": 365}],
		[{"retention_in_days": -1}, {}, {"is": 30}],
		[{}, {}, {"is": 30}],
		[{}, {"retention_in_days": true}, unknown],
	] {
		_days("azurerm_log_analytics_workspace.a", case[0], case[1]) == {[case[2], {"is": "yes"}]}
	}
}

test_flow_logs_keep_without_end_where_nothing_limits_them if {
	every case in [
		[{"enabled": true, "retention_policy": [{"enabled": true, "days": 180}]}, {}, {"is": 180}, {"is": "yes"}],
		[{"enabled": false, "retention_policy": [{"enabled": false, "days": 180}]}, {}, {"is": "forever"}, {"is": "no"}],
		[{"enabled": true, "retention_policy": [{"enabled": true, "days": 0}]}, {}, {"is": "forever"}, {"is": "yes"}],
		[
			{"retention_policy": [{"enabled": true}]},
			{"enabled": true, "retention_policy": [{"days": true}]},
			unknown,
			unknown,
		],
		[{"enabled": true}, {"retention_policy": true}, unknown, {"is": "yes"}],
	] {
		_days("azurerm_network_watcher_flow_log.a", case[0], case[1]) == {[case[2], case[3]]}
	}
}

test_records_that_go_to_other_subscriptions_have_a_peer if {
	theirs := "/subscriptions/S2/resourceGroups/g/providers/x"
	every case in [
		[{"storage_account_id": theirs}, ["storage_account_id"]],
		[
			{"traffic_analytics": [{"workspace_resource_id": theirs}]},
			["traffic_analytics", 0, "workspace_resource_id"],
		],
	] {
		peers := audit_logs.peers with input as plan([made("azurerm_network_watcher_flow_log.a", case[0], {}, {})])
		{[array.slice(found.steps, 6, 9), found.way, found.who.is, found.direction] | some found in peers} == {[
			case[1],
			"flow-log",
			{"by": "subscription", "name": "s2"},
			"out",
		]}
	}
	own := {
		"storage_account_id": "/subscriptions/s1/resourceGroups/g/providers/x",
		"traffic_analytics": [{"workspace_resource_id": "/subscriptions/s1/resourceGroups/g/providers/x"}],
	}
	within := audit_logs.peers with input as plan([made("azurerm_network_watcher_flow_log.a", own, {}, {})])
	count(within) == 0
}

test_what_facts_are_called if {
	audit_logs.ways == {
		"flow-log": {"en": "flow log", "ja": "フローログ"},
		"log-workspace": {"en": "Log Analytics workspace", "ja": "Log Analytics ワークスペース"},
	}
}

test_what_is_read if {
	audit_logs.reads == {
		"azurerm_log_analytics_workspace": ["retention_in_days"],
		"azurerm_network_watcher_flow_log": [
			"enabled",
			"retention_policy.days",
			"retention_policy.enabled",
			"storage_account_id",
			"target_resource_id",
			"traffic_analytics.workspace_resource_id",
		],
	}
}

test_what_belongs_to_what if {
	audit_logs.satellites == {
		"azurerm_network_watcher_flow_log": [
			["target_resource_id", "azurerm_network_security_group"],
			["target_resource_id", "azurerm_network_interface"],
			["target_resource_id", "azurerm_subnet"],
		],
	}
}

_days(address, after, marks) := {[found.days, found.records] | some found in all} if {
	all := audit_logs.logs with input as plan([made(address, after, marks, {})])
}

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
