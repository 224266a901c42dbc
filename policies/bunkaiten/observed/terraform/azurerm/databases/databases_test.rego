package bunkaiten_test.observed.terraform.azurerm.databases

import data.bunkaiten.observed.terraform.azurerm.databases

test_database_lies_where_its_server_does if {
	given := [
		made("azurerm_mssql_server.s", {"name": "s", "location": "japaneast"}, {}, {}),
		made("azurerm_mssql_database.d", {"server_id": "s"}, {}, {}),
	]
	_stores(given) == {
		["mssql_database.d", "azure-database", {"region": {"is": "japaneast"}, "encrypted": {"is": "yes"}}],
		["mssql_database.d", "azure-database-backups", {"region": {"is": "japaneast"}, "retention": {"is": 7}}],
		["mssql_database.d", "azure-database-backups-elsewhere", {"region": {"is": "japanwest"}, "retention": {"is": 7}}],
	}
	{found[2].region | some found in _stores([made("azurerm_mssql_database.d", {}, {}, {})])} == {unknown}
}

test_encryption_may_be_switched_off if {
	every case in [
		[{"transparent_data_encryption_enabled": false}, {}, {"is": "no"}],
		[{}, {"transparent_data_encryption_enabled": true}, unknown],
	] {
		found := _stores([made("azurerm_mssql_database.d", case[0], case[1], {})])
		{each[2].encrypted | some each in found; each[1] == "azure-database"} == {case[2]}
	}
}

test_copy_that_is_not_known_lies_nobody_knows_where if {
	server := made(
		"azurerm_postgresql_flexible_server.s",
		{"location": "japaneast"},
		{"geo_redundant_backup_enabled": true},
		{},
	)
	{each[2].region | some each in _stores([server]); each[1] == "azure-database-backups-elsewhere"} == {unknown}
}

test_servers_listen if {
	all := databases.endpoints with input as plan([made("azurerm_mssql_server.s", {"location": "japaneast"}, {}, {})])
	{short(found) | some found in all} == {["mssql_server.s", "azure-database", {
		"audience": {"is": "anybody"},
		"encrypted": {"is": "tls"},
		"weakest": {"is": "TLS 1.2"},
		"port": {"is": 1433},
	}]}
}

test_what_facts_are_called if {
	databases.ways == {
		"azure-database": {"en": "managed database", "ja": "マネージドデータベース"},
		"azure-database-backups": {"en": "backups of a managed database", "ja": "マネージドデータベースのバックアップ"},
		"azure-database-backups-elsewhere": {
			"en": "geo-redundant backups of a managed database",
			"ja": "マネージドデータベースの geo 冗長バックアップ",
		},
	}
}

test_what_is_read if {
	object.keys(databases.reads) == {
		"azurerm_mssql_database",
		"azurerm_mssql_managed_instance",
		"azurerm_mssql_server",
		"azurerm_mysql_flexible_server",
		"azurerm_postgresql_flexible_server",
	}
}

test_what_belongs_to_what if {
	object.keys(databases.satellites) == {
		"azurerm_mssql_database",
		"azurerm_mysql_flexible_server_configuration",
		"azurerm_postgresql_flexible_server_configuration",
	}
}

_stores(given) := {short(found) | some found in all} if all := databases.stores with input as plan(given)

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
