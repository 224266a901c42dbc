package bunkaiten_test.observed.terraform.azurerm.database_backups

import data.bunkaiten.observed.terraform.azurerm.database_backups

test_backups_are_kept_for_a_week_where_nobody_chose if {
	every case in [
		[{}, {}, {"is": 7}],
		[{"short_term_retention_policy": [{"retention_days": 14}]}, {}, {"is": 14}],
		[
			{
				"short_term_retention_policy": [{"retention_days": 1}],
				"long_term_retention_policy": [{"weekly_retention": "P4W", "monthly_retention": "P1M"}],
			},
			{},
			{"is": 31},
		],
		[{"long_term_retention_policy": [{"yearly_retention": "P1Y"}]}, {}, {"is": 366}],
		[{"long_term_retention_policy": [{"yearly_retention": "P1Y6M"}]}, {}, unknown],
		[{"short_term_retention_policy": [{}]}, {"short_term_retention_policy": [{"retention_days": true}]}, unknown],
		[{}, {"short_term_retention_policy": true}, unknown],
	] {
		_of("azurerm_mssql_database", case[0], case[1]) == [
			{case[2]},
			{{"is": true}},
			{"short_term_retention_policy"},
			{"storage_account_type"},
		]
	}
	_of("azurerm_mssql_managed_instance", {}, {}) == [{unknown}, {{"is": true}}, {"name"}, {"storage_account_type"}]
}

test_flexible_servers_copy_nothing_where_nobody_chose if {
	by := [{"backup_retention_days"}, {"geo_redundant_backup_enabled"}]
	_of("azurerm_mysql_flexible_server", {}, {}) == array.concat([{{"is": 7}}, {{"is": false}}], by)
	_of(
		"azurerm_postgresql_flexible_server",
		{"backup_retention_days": 35, "geo_redundant_backup_enabled": true},
		{},
	) == array.concat([{{"is": 35}}, {{"is": true}}], by)
}

test_kind_of_storage_tells_whether_backups_are_copied if {
	_of("azurerm_mssql_database", {"storage_account_type": "Local"}, {})[1] == {{"is": false}}
	_of("azurerm_mssql_database", {}, {"storage_account_type": true})[1] == {unknown}
}

test_what_is_read if {
	object.keys(database_backups.reads) == {
		"azurerm_mssql_database",
		"azurerm_mssql_managed_instance",
		"azurerm_mysql_flexible_server",
		"azurerm_postgresql_flexible_server",
	}
}

_of(type, after, marks) := [days, copied, named, by] if {
	given := plan([made(concat(".", [type, "d"]), after, marks, {})])
	days := {each | some _, each in database_backups.days} with input as given
	copied := {each | some _, each in database_backups.is_copied} with input as given
	named := {each | some _, each in database_backups.named} with input as given
	by := {each | some _, each in database_backups.copied_by} with input as given
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
