# METADATA
# title: Places and flows of logs of Azure
# description: Workspaces that keep logs, and flow logs, with how long they are kept.
package bunkaiten.observed.terraform.azurerm.audit_logs

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.terraform.azurerm.subscriptions

# METADATA
# description: What people call these facts.
ways := {
	"flow-log": {"en": "flow log", "ja": "フローログ"},
	"log-workspace": {"en": "Log Analytics workspace", "ja": "Log Analytics ワークスペース"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_log_analytics_workspace": ["retention_in_days"],
	"azurerm_network_watcher_flow_log": [
		"enabled", "retention_policy.days", "retention_policy.enabled", "storage_account_id",
		"target_resource_id", "traffic_analytics.workspace_resource_id",
	],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"azurerm_network_watcher_flow_log": [
	["target_resource_id", "azurerm_network_security_group"],
	["target_resource_id", "azurerm_network_interface"],
	["target_resource_id", "azurerm_subnet"],
]}

# METADATA
# description: >-
#   Workspaces keep for 30 days where nobody chose (learn.microsoft.com/azure/azure-monitor/logs,
#   data-retention-configure); flow logs without a policy, or with 0 days, without end
#   (learn.microsoft.com/azure/network-watcher, vnet-flow-logs-overview).
logs contains found if {
	some _, workspace in resource.managed.azurerm_log_analytics_workspace
	found := fact.on(workspace, ["retention_in_days"], "log-workspace", {
		"of": {"is": "messages"},
		"days": _days(settings.chosen(workspace, "retention_in_days", 30), 30),
		"records": {"is": "yes"},
	})
}

logs contains found if {
	some _, log in resource.managed.azurerm_network_watcher_flow_log
	found := fact.on(log, ["enabled"], "flow-log", {
		"of": {"is": "traffic"},
		"days": _kept(log),
		"records": _yes(resource.attribute(log, "enabled")),
	})
}

# METADATA
# description: Subscriptions of others, where records of traffic go.
peers contains found if {
	some _, log in resource.managed.azurerm_network_watcher_flow_log
	name := "storage_account_id"
	some who in subscriptions.keepers(log, name, resource.attribute(log, name))
	found := fact.on(log, [name], "flow-log", {"who": who, "direction": "out"})
}

peers contains found if {
	some _, log in resource.managed.azurerm_network_watcher_flow_log
	some block in settings.items(log, "traffic_analytics")
	workspace := settings.in_block(block, "workspace_resource_id")
	some who in subscriptions.keepers(log, "traffic_analytics", workspace)
	path := ["traffic_analytics", block.index, "workspace_resource_id"]
	found := fact.on(log, path, "flow-log", {"who": who, "direction": "out"})
}

_kept(log) := {"unknown": true} if {
	resource.is_unknown(log, "retention_policy")
} else := {"unknown": true} if {
	some policy in settings.items(log, "retention_policy")
	some name in ["days", "enabled"]
	settings.in_block(policy, name).unknown
} else := _days({"is": policy.values.days}, "forever") if {
	some policy in settings.items(log, "retention_policy")
	policy.values.enabled == true
	is_number(policy.values.days)
} else := {"is": "forever"}

# -1 stands for nothing chosen
_days(attribute, otherwise) := attribute if {
	attribute.is > 0
} else := attribute if {
	attribute.unknown
} else := {"is": otherwise}

_yes(attribute) := {"is": {true: "yes", false: "no"}[attribute.is]} if {
	is_boolean(attribute.is)
} else := {"unknown": true}
