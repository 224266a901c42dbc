package bunkaiten_test.observed.terraform.azurerm.bastions

import data.bunkaiten.observed.terraform.azurerm.bastions

test_host_and_its_links_are_ways_in if {
	every case in [
		[{}, {}, {["bastion", ["directory"], {"is": "no"}]}],
		[{"session_recording_enabled": true}, {}, {["bastion", ["directory"], {"is": "yes"}]}],
		[{}, {"session_recording_enabled": true}, {["bastion", ["directory"], unknown]}],
		[
			{"shareable_link_enabled": true},
			{},
			{["bastion", ["directory"], {"is": "no"}], ["bastion-link", ["password"], {"is": "no"}]},
		],
	] {
		all := bastions.accesses with input as plan([made("azurerm_bastion_host.b", case[0], case[1], {})])
		{[found.way, found.authentication.is, found.logged] | some found in all} == case[2]
	}
	hidden := made("azurerm_bastion_host.b", {}, {"shareable_link_enabled": true}, {})
	late := bastions.accesses with input as plan([hidden])
	{found.authentication | some found in late; found.way == "bastion-link"} == {unknown}
}

test_audit_log_is_a_record_too if {
	setting := made(
		"azurerm_monitor_diagnostic_setting.s",
		{"enabled_log": [{"category": "BastionAuditLogs"}]},
		{"target_resource_id": true},
		{"target_resource_id": "azurerm_bastion_host.b"},
	)
	every late in [{}, {"session_recording_enabled": true}] {
		all := bastions.accesses with input as plan([made("azurerm_bastion_host.b", {}, late, {}), setting])
		{found.logged | some found in all} == {{"is": "yes"}}
	}
}

test_what_facts_are_called if {
	bastions.ways == {
		"bastion": {"en": "Azure Bastion", "ja": "Azure Bastion"},
		"bastion-link": {"en": "shareable links of Azure Bastion", "ja": "Azure Bastion の共有可能リンク"},
	}
}

test_what_is_read if {
	object.keys(bastions.reads) == {"azurerm_bastion_host"}
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
