package bunkaiten_test.observed.terraform.azurerm.database_firewalls

import data.bunkaiten.observed.terraform.azurerm.database_firewalls

test_ranges_are_networks if {
	every case in [
		["0.0.0.0", "0.0.0.0", {"by": "service", "name": "AzureServices"}],
		["0.0.0.0", "255.255.255.255", {"by": "anybody", "name": "0.0.0.0/0"}],
		["203.0.113.0", "203.0.113.15", {"by": "network", "name": "203.0.113.0/28"}],
		["198.51.100.7", "198.51.100.7", {"by": "network", "name": "198.51.100.7/32"}],
		["203.0.113.1", "203.0.113.16", {"by": "network", "name": "203.0.113.1-203.0.113.16"}],
		["203.0.113.1", "203.0.113.6", {"by": "network", "name": "203.0.113.1-203.0.113.6"}],
	] {
		_peers({"start_ip_address": case[0], "end_ip_address": case[1]}, {}) == {{
			"who": {"is": case[2]},
			"direction": "in",
			"ports": {"is": [1433, 1433]},
		}}
	}
	{found.who | some found in _peers({"end_ip_address": "203.0.113.1"}, {"start_ip_address": true})} == {unknown}
	{found.who | some found in _peers({"start_ip_address": "x", "end_ip_address": "y"}, {})} == {unknown}
}

test_servers_let_through_only_whom_rules_name if {
	"azurerm_mssql_server" in database_firewalls.fences
	database_firewalls.satellites.azurerm_mssql_firewall_rule == [["server_id", "azurerm_mssql_server"]]
}

test_server_may_reach_what_a_rule_names if {
	account := made("azurerm_storage_account.a", {"name": "staobalogs"}, {}, {})
	server := made("azurerm_mssql_server.s", {"name": "sql-aoba"}, {}, {})
	odd := made("azurerm_mssql_server.odd", {"name": 7}, {}, {})

	every case in [
		[{"name": "stkura.blob.core.windows.net"}, {}, {}, {{"is": {"by": "host", "name": "stkura.blob.core.windows.net"}}}],
		[{"name": "STAobalogs.blob.core.windows.net"}, {}, {}, set()],
		[{"name": "sql-aoba.database.windows.net"}, {}, {}, set()],
		[{}, {"name": true}, {"name": "azurerm_storage_account.a"}, set()],
		[{}, {"name": true}, {"name": "data.azurerm_storage_account.far"}, {unknown}],
		[{"name": 7}, {}, {}, {unknown}],
	] {
		rule := made("azurerm_mssql_outbound_firewall_rule.r", case[0], case[1], case[2])
		found := database_firewalls.peers with input as plan([account, server, odd, rule])
		{each.who | some each in found} == case[3]
		every each in found {
			each.direction == "out"
			each.way == "database-outbound-rule"
		}
	}
}

test_what_facts_are_called if {
	database_firewalls.ways == {
		"database-firewall-rule": {"en": "firewall rule of a database", "ja": "データベースのファイアウォール規則"},
		"database-outbound-rule": {
			"en": "outbound firewall rule of a database",
			"ja": "データベースの外向きのファイアウォール規則",
		},
	}
}

test_what_is_read if {
	object.keys(database_firewalls.reads) == {
		"azurerm_mssql_firewall_rule",
		"azurerm_mssql_outbound_firewall_rule",
		"azurerm_mssql_server",
		"azurerm_mysql_flexible_server_firewall_rule",
		"azurerm_postgresql_flexible_server_firewall_rule",
		"azurerm_storage_account",
	}
}

test_what_belongs_to_what if {
	object.keys(database_firewalls.satellites) == {
		"azurerm_mssql_firewall_rule",
		"azurerm_mssql_outbound_firewall_rule",
		"azurerm_mysql_flexible_server_firewall_rule",
		"azurerm_postgresql_flexible_server_firewall_rule",
	}
}

_peers(after, marks) := {short(found)[2] | some found in all} if {
	all := database_firewalls.peers with input as plan([made("azurerm_mssql_firewall_rule.r", after, marks, {})])
}

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
