# METADATA
# title: Backups of databases of Azure
# description: How long backups are kept, and whether they are copied to the paired region.
package bunkaiten.observed.terraform.azurerm.database_backups

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_mssql_database": array.concat(
		["short_term_retention_policy.retention_days", "storage_account_type"],
		[sprintf("long_term_retention_policy.%s", [name]) | some name in _long],
	),
	"azurerm_mssql_managed_instance": ["storage_account_type"],
	"azurerm_mysql_flexible_server": _flexible,
	"azurerm_postgresql_flexible_server": _flexible,
}

# METADATA
# description: >-
#   By key, how long backups are kept: {"is": days}. 7 days where nobody chose
#   (learn.microsoft.com/azure/azure-sql/database/automated-backups-overview; the pages "Backup and
#   restore" of the flexible servers). Long terms that are not said in days are unknown.
days[key] := _longest(database) if some key, database in resource.managed.azurerm_mssql_database

# that is said by each database of the instance
days[key] := {"unknown": true} if some key, _ in resource.managed.azurerm_mssql_managed_instance

days[key] := settings.chosen(server, "backup_retention_days", 7) if {
	some type in ["azurerm_mysql_flexible_server", "azurerm_postgresql_flexible_server"]
	some key, server in resource.managed[type]
}

# METADATA
# description: By key, the attribute that says how long.
named[key] := "short_term_retention_policy" if some key, _ in resource.managed.azurerm_mssql_database

named[key] := "name" if some key, _ in resource.managed.azurerm_mssql_managed_instance

named[key] := "backup_retention_days" if {
	some type in ["azurerm_mysql_flexible_server", "azurerm_postgresql_flexible_server"]
	some key, _ in resource.managed[type]
}

# METADATA
# description: >-
#   By key, whether backups are copied to the paired region: {"is": true}. SQL Database and managed
#   instances do so where nobody chose, flexible servers do not (registry.terraform.io, the pages of
#   the four types).
is_copied[key] := {"is": kind.is in {"GRS", "GZRS", "Geo", "GeoZone"}} if {
	some type, usual in _usual
	some key, database in resource.managed[type]
	kind := settings.chosen(database, "storage_account_type", usual)
	kind.is
}

is_copied[key] := {"unknown": true} if {
	some type, usual in _usual
	some key, database in resource.managed[type]
	settings.chosen(database, "storage_account_type", usual).unknown
}

is_copied[key] := settings.chosen(server, "geo_redundant_backup_enabled", false) if {
	some type in ["azurerm_mysql_flexible_server", "azurerm_postgresql_flexible_server"]
	some key, server in resource.managed[type]
}

# METADATA
# description: By key, the attribute that says so.
copied_by[key] := "storage_account_type" if {
	some type, _ in _usual
	some key, _ in resource.managed[type]
}

copied_by[key] := "geo_redundant_backup_enabled" if {
	some type in ["azurerm_mysql_flexible_server", "azurerm_postgresql_flexible_server"]
	some key, _ in resource.managed[type]
}

_flexible := ["backup_retention_days", "geo_redundant_backup_enabled"]

_usual := {"azurerm_mssql_database": "Geo", "azurerm_mssql_managed_instance": "GRS"}

_long := ["monthly_retention", "weekly_retention", "yearly_retention"]

_longest(database) := {"unknown": true} if {
	some name in ["long_term_retention_policy", "short_term_retention_policy"]
	resource.is_unknown(database, name)
} else := {"unknown": true} if {
	null in _terms(database)
} else := {"is": max(_terms(database) | {7})} if {
	count(_short(database)) == 0
} else := {"is": max(_terms(database))}

_terms(database) := {_known(term) | some term in _short(database)} | {_in_days(term) |
	some policy in settings.items(database, "long_term_retention_policy")
	some name in _long
	term := settings.of_block(policy, name, "PT0S")
}

_short(database) := {settings.of_block(policy, "retention_days", 7) |
	some policy in settings.items(database, "short_term_retention_policy")
}

_known(term) := term.is if {
	is_number(term.is)
} else := null

_in_days(term) := 0 if {
	term.is == "PT0S"
} else := to_number(amount) * _units[unit] if {
	is_string(term.is)
	regex.match(`^P[0-9]+[DWMY]$`, term.is)
	amount := regex.find_n(`[0-9]+`, term.is, 1)[0]
	unit := substring(term.is, count(term.is) - 1, 1)
} else := null

# months and years at their longest
_units := {"D": 1, "M": 31, "W": 7, "Y": 366}
