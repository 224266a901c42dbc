# METADATA
# title: Databases of Cloud SQL
# description: Instances, how they are reached and by whom, and their backups.
package bunkaiten.observed.terraform.google.databases

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.projects
import data.bunkaiten.observed.terraform.google.sql_settings

# METADATA
# description: What people call these facts.
ways := {
	"sql-backups": {"en": "backups of a Cloud SQL instance", "ja": "Cloud SQL のバックアップ"},
	"sql-consumer": {"en": "project let in to a Cloud SQL instance", "ja": "Cloud SQL に接続できるプロジェクト"},
	"sql-instance": {"en": "Cloud SQL instance", "ja": "Cloud SQL インスタンス"},
	"sql-network": {"en": "network authorized by a Cloud SQL instance", "ja": "Cloud SQL の承認済みネットワーク"},
}

# METADATA
# description: Attributes that are read, by type; sql_settings reads the rest.
reads := {"google_sql_database_instance": ["database_version", "region", "settings"]}

# METADATA
# description: >-
#   Instances, and their backups where somebody turned those on. All data is encrypted, if by nothing
#   else with keys of Google: https://cloud.google.com/docs/security/encryption/default-encryption
stores contains found if {
	some _, instance in resource.managed.google_sql_database_instance
	found := fact.on(instance, [], "sql-instance", {"region": resource.region(instance), "encrypted": {"is": "yes"}})
}

stores contains found if {
	some _, instance in resource.managed.google_sql_database_instance
	some kept in sql_settings.backups(instance)
	found := fact.on(instance, kept.path, "sql-backups", object.filter(kept, ["region", "retention"]))
}

# METADATA
# description: How an instance is reached, and with which encryption.
endpoints contains found if {
	some _, instance in resource.managed.google_sql_database_instance
	some settings in resource.items(instance, "settings")
	found := fact.on(instance, ["settings", settings.index], "sql-instance", object.union(_port(instance), {
		"audience": sql_settings.audience(settings),
		"encrypted": sql_settings.encrypted(settings),
	}))
}

# nothing of it is known
endpoints contains found if {
	some _, instance in resource.managed.google_sql_database_instance
	resource.is_unknown(instance, "settings")
	found := fact.on(instance, ["settings"], "sql-instance", object.union(_port(instance), {
		"audience": {"unknown": true},
		"encrypted": {"unknown": true},
	}))
}

peers contains found if {
	some _, instance in resource.managed.google_sql_database_instance
	resource.is_unknown(instance, "settings")
	found := fact.on(instance, ["settings"], "sql-network", {"who": {"unknown": true}, "direction": "in"})
}

stores contains found if {
	some _, instance in resource.managed.google_sql_database_instance
	resource.is_unknown(instance, "settings")
	found := fact.on(instance, ["settings"], "sql-backups", {"region": {"unknown": true}, "retention": {"unknown": true}})
}

# METADATA
# description: The networks and projects that an instance lets come near.
peers contains found if {
	some _, instance in resource.managed.google_sql_database_instance
	some settings in resource.items(instance, "settings")
	some [path, who] in sql_settings.authorized(settings)
	whole := array.concat(["settings", settings.index], path)
	found := fact.on(instance, whole, "sql-network", object.union(_ports(instance), {"who": who, "direction": "in"}))
}

peers contains found if {
	some key, instance in resource.managed.google_sql_database_instance
	some settings in resource.items(instance, "settings")
	some [path, who] in sql_settings.consumers(settings, projects.known_as[key])
	whole := array.concat(["settings", settings.index], path)
	found := fact.on(instance, whole, "sql-consumer", {"who": who, "direction": "in"})
}

_ports(instance) := {"ports": {"is": [port, port]}} if {
	port := _port(instance).port.is
} else := {}

# https://cloud.google.com/sql/docs/postgres/configure-ip
_port(instance) := {"port": {"is": number}} if {
	is_string(instance.values.database_version)
	number := _numbers[split(instance.values.database_version, "_")[0]]
} else := {}

_numbers := {"MYSQL": 3306, "POSTGRES": 5432, "SQLSERVER": 1433}
