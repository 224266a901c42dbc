# METADATA
# title: Databases of Azure
# description: >-
#   Databases of SQL Database, and servers of PostgreSQL, MySQL and SQL Managed Instance, with their
#   backups and where those are copied to.
package bunkaiten.observed.terraform.azurerm.databases

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.database_backups
import data.bunkaiten.observed.terraform.azurerm.database_servers
import data.bunkaiten.observed.terraform.azurerm.locations
import data.bunkaiten.observed.terraform.azurerm.settings

# METADATA
# description: What people call these facts.
ways := {
	"azure-database": {"en": "managed database", "ja": "マネージドデータベース"},
	"azure-database-backups": {"en": "backups of a managed database", "ja": "マネージドデータベースのバックアップ"},
	"azure-database-backups-elsewhere": {
		"en": "geo-redundant backups of a managed database",
		"ja": "マネージドデータベースの geo 冗長バックアップ",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_mssql_database": ["server_id", "transparent_data_encryption_enabled"],
	"azurerm_mssql_managed_instance": ["location"],
	"azurerm_mssql_server": ["location"],
	"azurerm_mysql_flexible_server": ["location"],
	"azurerm_postgresql_flexible_server": ["location"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"azurerm_mssql_database": [["server_id", "azurerm_mssql_server"]],
	"azurerm_mysql_flexible_server_configuration": [["server_name", "azurerm_mysql_flexible_server"]],
	"azurerm_postgresql_flexible_server_configuration": [["server_id", "azurerm_postgresql_flexible_server"]],
}

# METADATA
# description: >-
#   Databases, each with its backups. All are encrypted, those of SQL Database unless somebody
#   switches that off (learn.microsoft.com/azure/security/fundamentals/encryption-atrest).
stores contains found if {
	some [database, _] in _kept
	found := fact.on(database, [], "azure-database", {
		"region": _region(database),
		"encrypted": _encrypted(settings.chosen(database, "transparent_data_encryption_enabled", true)),
	})
}

stores contains found if {
	some [database, key] in _kept
	found := fact.on(database, [database_backups.named[key]], "azure-database-backups", {
		"region": _region(database),
		"retention": database_backups.days[key],
	})
}

stores contains found if {
	some [database, key] in _kept
	database_backups.is_copied[key] != {"is": false}
	found := fact.on(database, [database_backups.copied_by[key]], "azure-database-backups-elsewhere", {
		"region": _second(database, database_backups.is_copied[key]),
		"retention": database_backups.days[key],
	})
}

# METADATA
# description: Servers, on a public address or not.
endpoints contains found if {
	some type in ["azurerm_mssql_managed_instance", "azurerm_mssql_server", _mysql, _postgresql]
	some key, server in resource.managed[type]
	found := fact.on(server, [], "azure-database", object.union(database_servers.security[key], {
		"audience": database_servers.audience[key],
		"port": {"is": database_servers.port[key]},
	}))
}

_kept := [[database, key] |
	some type in ["azurerm_mssql_database", "azurerm_mssql_managed_instance", _mysql, _postgresql]
	some key, database in resource.managed[type]
]

_mysql := "azurerm_mysql_flexible_server"

_postgresql := "azurerm_postgresql_flexible_server"

_encrypted(switch) := {"unknown": true} if {
	switch.unknown
} else := {"is": "no"} if {
	switch.is == false
} else := {"is": "yes"}

# a database of SQL Database lies where its server does
_region(database) := region if {
	[region] := [one | some one in _of_servers(database)]
} else := locations.of(database)

_second(database, copied) := {"unknown": true} if {
	copied.unknown
} else := second if {
	[second] := [one | some one in _of_pairs(database)]
} else := locations.paired(database)

_of_servers(database) := {locations.of(_servers[key]) |
	some key in resource.tied(database, "server_id", "azurerm_mssql_server")
}

_of_pairs(database) := {locations.paired(_servers[key]) |
	some key in resource.tied(database, "server_id", "azurerm_mssql_server")
}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_servers[key] := server if some key, server in resource.managed.azurerm_mssql_server
