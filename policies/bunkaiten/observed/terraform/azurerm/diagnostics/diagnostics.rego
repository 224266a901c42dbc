# METADATA
# title: Diagnostic settings of Azure
# description: >-
#   Which logs of which resources are recorded. Without a setting Azure records none of them
#   ("Diagnostic settings in Azure Monitor", learn.microsoft.com/azure/azure-monitor).
package bunkaiten.observed.terraform.azurerm.diagnostics

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.terraform.azurerm.subscriptions

# METADATA
# description: What people call these facts.
ways := {"diagnostic-setting": {"en": "diagnostic setting", "ja": "診断設定"}}

# METADATA
# description: Attributes that are read, by type.
reads := {"azurerm_monitor_diagnostic_setting": [
	"enabled_log.category", "enabled_log.category_group", "eventhub_authorization_rule_id",
	"log.category", "log.category_group", "log.enabled", "log_analytics_workspace_id", "partner_solution_id",
	"storage_account_id", "target_resource_id",
]}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"azurerm_monitor_diagnostic_setting": [["target_resource_id", type] | some type in _types]}

# METADATA
# description: Every category of logs that a setting records. For how long, their place says.
logs contains found if {
	some _, setting in resource.managed.azurerm_monitor_diagnostic_setting
	some written in _written(setting)
	found := fact.on(setting, written.path, "diagnostic-setting", {
		"of": {"is": "operations"},
		"which": written.category,
		"records": written.records,
	})
}

# METADATA
# description: A partner's solution, which gets the logs.
peers contains found if {
	some _, setting in resource.managed.azurerm_monitor_diagnostic_setting
	partner := resource.attribute(setting, "partner_solution_id")
	partner != {}
	found := fact.on(setting, ["partner_solution_id"], "diagnostic-setting", {
		"who": {"unknown": true},
		"direction": "out",
	})
}

# METADATA
# description: Subscriptions of others, where logs go.
peers contains found if {
	some _, setting in resource.managed.azurerm_monitor_diagnostic_setting
	some name in ["eventhub_authorization_rule_id", "log_analytics_workspace_id", "storage_account_id"]
	some who in subscriptions.keepers(setting, name, resource.attribute(setting, name))
	found := fact.on(setting, [name], "diagnostic-setting", {"who": who, "direction": "out"})
}

# METADATA
# description: >-
#   Whether a resource of a type has its logs of a category recorded, {"is": "yes"}.
logged(thing, type, category) := {"is": "yes"} if {
	some word in [category, "allLogs"]
	word in _recorded[type][thing.key]
} else := {"unknown": true} if {
	null in _recorded[type][thing.key]
} else := {"is": "no"}

# null stands for a category that is not known
_recorded[type][key] contains word if {
	some type in _types
	some _, setting in resource.managed.azurerm_monitor_diagnostic_setting
	some key in resource.tied(setting, "target_resource_id", type)
	some word in _categories(setting)
}

_categories(setting) := {null} if {
	some name in _blocks
	resource.is_unknown(setting, name)
} else := {word |
	some written in _written(setting)
	word := {"yes": object.get(written.category, "is", null), "?": null}[object.get(written.records, "is", "?")]
}

_written(setting) := {{"path": [name, block.index, part], "category": category, "records": records} |
	some name in _blocks
	some block in settings.items(setting, name)
	records := _records(settings.of_block(block, "enabled", true))
	some part in ["category", "category_group"]
	category := settings.in_block(block, part)
	category != {}
}

# the second until release 4, which might be switched off
_blocks := ["enabled_log", "log"]

_records(enabled) := {"is": "yes"} if {
	enabled.is != false
} else := {"unknown": true} if {
	enabled.unknown
}

_types := {
	"azurerm_application_gateway", "azurerm_bastion_host", "azurerm_mssql_database", "azurerm_mssql_server",
	"azurerm_mysql_flexible_server", "azurerm_network_security_group", "azurerm_point_to_site_vpn_gateway",
	"azurerm_postgresql_flexible_server", "azurerm_storage_account", "azurerm_virtual_network_gateway",
	"azurerm_vpn_gateway",
}
