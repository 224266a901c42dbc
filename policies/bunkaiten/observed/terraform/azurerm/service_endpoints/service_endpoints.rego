# METADATA
# title: Service endpoints of Azure
# description: >-
#   Subnets and resources of other subscriptions that storage accounts and SQL servers let through.
#   Those of one's own cross nothing; what the plan itself makes is one's own.
package bunkaiten.observed.terraform.azurerm.service_endpoints

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.terraform.azurerm.subscriptions
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"resource-access-rule": {
		"en": "resource instance let through by a storage account",
		"ja": "ストレージアカウントが許可したリソースインスタンス",
	},
	"service-endpoint-rule": {
		"en": "subnet let through by way of a service endpoint",
		"ja": "サービスエンドポイントで許可したサブネット",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_mssql_virtual_network_rule": ["server_id", "subnet_id"],
	"azurerm_storage_account": [
		"network_rules.private_link_access.endpoint_resource_id",
		"network_rules.virtual_network_subnet_ids",
	],
	"azurerm_storage_account_network_rules": [
		"private_link_access.endpoint_resource_id",
		"virtual_network_subnet_ids",
	],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"azurerm_mssql_virtual_network_rule": [["server_id", "azurerm_mssql_server"]]}

# METADATA
# description: Subnets of others.
peers contains found if {
	some _, rule in resource.managed.azurerm_mssql_virtual_network_rule
	some who in subscriptions.beyond(rule, "subnet_id", resource.attribute(rule, "subnet_id"), _subnets)
	attributes := {"who": who, "direction": "in", "ports": {"is": [1433, 1433]}}
	found := fact.on(rule, ["subnet_id"], "service-endpoint-rule", attributes)
}

peers contains found if {
	some rules in _rules
	some index, id in written.list(rules.values, "virtual_network_subnet_ids")
	is_string(id)
	some who in subscriptions.strangers({"is": id}, _ours(rules.of))
	path := array.concat(rules.path, ["virtual_network_subnet_ids", index])
	found := fact.on(rules.of, path, "service-endpoint-rule", {"who": who, "direction": "in"})
}

peers contains found if {
	some rules in _rules
	_is_late(rules)
	some who in subscriptions.beyond(rules.of, rules.field, {"unknown": true}, _subnets)
	path := array.concat(rules.path, ["virtual_network_subnet_ids"])
	found := fact.on(rules.of, path, "service-endpoint-rule", {"who": who, "direction": "in"})
}

# METADATA
# description: Resources of others, such as a workspace that reads what lies in the account.
peers contains found if {
	some rules in _rules
	some access in settings.blocks(rules, "private_link_access")
	id := settings.in_block(access, "endpoint_resource_id")
	some who in subscriptions.strangers(id, _ours(rules.of))
	path := array.concat(rules.path, ["private_link_access", access.index, "endpoint_resource_id"])
	found := fact.on(rules.of, path, "resource-access-rule", {"who": who, "direction": "in"})
}

_rules contains rules if {
	some _, account in resource.managed.azurerm_storage_account
	some block in settings.items(account, "network_rules")
	rules := {
		"of": account, "field": "network_rules", "path": ["network_rules", block.index],
		"values": block.values, "unknown": block.unknown,
	}
}

_rules contains rules if {
	some _, each in resource.managed.azurerm_storage_account_network_rules
	rules := {
		"of": each, "field": "virtual_network_subnet_ids", "path": [],
		"values": each.values, "unknown": each.unknown,
	}
}

_subnets := {"azurerm_subnet"}

# the provider computes what nobody wrote in the block
_is_late(rules) if {
	_is_open(rules.unknown)
	configuration.is_written_within(rules.of, "network_rules", "virtual_network_subnet_ids")
}

_is_open(unknown) if unknown.virtual_network_subnet_ids == true

_is_open(unknown) if true in unknown.virtual_network_subnet_ids

_ours(seen) := {named | some named in _own[seen.key]}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_own[place] := names if some place, names in subscriptions.own
