package bunkaiten_test.observed.terraform.azurerm.diagnostics

import data.bunkaiten.observed.terraform.azurerm.diagnostics

test_categories_are_logs if {
	blocks := [{"category": "A"}, {"category_group": "audit"}]
	logs := diagnostics.logs with input as plan([_setting({"enabled_log": blocks}, {}), _bastion])
	{found.which.is | some found in logs} == {"A", "audit"}
}

# "log" is the block of releases before 4
test_categories_of_older_releases_are_logs_where_they_are_on if {
	every case in [
		[{"category": "A"}, {}, {[{"is": "A"}, {"is": "yes"}]}],
		[{"category": "A", "enabled": true}, {}, {[{"is": "A"}, {"is": "yes"}]}],
		[{"category_group": "audit", "enabled": null}, {}, {[{"is": "audit"}, {"is": "yes"}]}],
		[{"category": "A", "enabled": false}, {}, set()],
		[{"category": "A"}, {"enabled": true}, {[{"is": "A"}, unknown]}],
	] {
		logs := diagnostics.logs with input as plan([_setting({"log": [case[0]]}, {"log": [case[1]]}), _bastion])
		{[found.which, found.records] | some found in logs} == case[2]
		{array.slice(found.steps, 6, 8) | some found in logs} == {["log", 0] | some _ in case[2]}
	}
}

test_partner_gets_the_logs if {
	every case in [[{"partner_solution_id": ours}, 1], [{}, 0]] {
		peers := diagnostics.peers with input as plan([_setting(case[0], {})])
		count(peers) == case[1]
	}
}

test_subscriptions_of_others_get_the_logs if {
	theirs := "/subscriptions/S2/resourceGroups/g/providers/x"
	every name in ["eventhub_authorization_rule_id", "log_analytics_workspace_id", "storage_account_id"] {
		every case in [[theirs, {{"is": {"by": "subscription", "name": "s2"}}}], [ours, set()]] {
			peers := diagnostics.peers with input as plan([_setting({name: case[0]}, {})])
			{found.who | some found in peers} == case[1]
			every found in peers {
				found.direction == "out"
				found.steps[count(found.steps) - 1] == name
			}
		}
	}
}

test_resource_has_its_logs_recorded_or_not if {
	every case in [
		[{"enabled_log": [{"category": "A"}]}, {}, {"is": "yes"}],
		[{"enabled_log": [{"category_group": "allLogs"}]}, {}, {"is": "yes"}],
		[{"enabled_log": [{"category": "B"}]}, {}, {"is": "no"}],
		[{"enabled_log": [{}]}, {"enabled_log": [{"category": true}]}, unknown],
		[{}, {"enabled_log": true}, unknown],
		[{"log": [{"category": "A"}]}, {}, {"is": "yes"}],
		[{"log": [{"category": "A", "enabled": false}]}, {}, {"is": "no"}],
		[{"log": [{"category": "A"}]}, {"log": [{"enabled": true}]}, unknown],
		[{}, {"log": true}, unknown],
		[{}, {}, {"is": "no"}],
	] {
		given := plan([_setting(case[0], case[1]), _bastion])
		found := diagnostics.logged({"key": "p azurerm_bastion_host.b"}, "azurerm_bastion_host", "A") with input as given
		found == case[2]
	}
}

test_what_facts_are_called if {
	diagnostics.ways == {"diagnostic-setting": {"en": "diagnostic setting", "ja": "診断設定"}}
}

test_what_is_read if {
	object.keys(diagnostics.reads) == {"azurerm_monitor_diagnostic_setting"}
}

test_what_belongs_to_what if {
	object.keys(diagnostics.satellites) == {"azurerm_monitor_diagnostic_setting"}
}

_bastion := made("azurerm_bastion_host.b", {}, {}, {})

_setting(after, marks) := made(
	"azurerm_monitor_diagnostic_setting.s",
	after,
	object.union(marks, {"target_resource_id": true}),
	{"target_resource_id": "azurerm_bastion_host.b"},
)

ours := "/subscriptions/s1/resourceGroups/g/providers/x"

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
