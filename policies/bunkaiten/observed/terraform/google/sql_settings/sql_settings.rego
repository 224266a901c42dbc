# METADATA
# title: Settings of Cloud SQL instances
# description: What the settings block of an instance says of its backups, and of who comes near it.
package bunkaiten.observed.terraform.google.sql_settings

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.projects
import data.bunkaiten.observed.written

# METADATA
# description: Attributes that are read, by type.
reads := {"google_sql_database_instance": [
	"settings.backup_configuration.backup_retention_settings.retained_backups",
	"settings.backup_configuration.enabled", "settings.backup_configuration.location",
	"settings.ip_configuration.authorized_networks.value", "settings.ip_configuration.ipv4_enabled",
	"settings.ip_configuration.psc_config.allowed_consumer_projects", "settings.ip_configuration.ssl_mode",
]}

# METADATA
# description: >-
#   The backups of an instance, where somebody turned them on: path, region and retention. They are
#   made once a day: https://cloud.google.com/sql/docs/postgres/backup-recovery/backups
backups(instance) := {kept |
	some settings in resource.items(instance, "settings")
	some index, backup in written.items(settings.values, "backup_configuration")
	late := _part(settings.unknown, ["backup_configuration", index])
	_are_kept(backup, late)
	kept := {
		"path": ["settings", settings.index, "backup_configuration", index],
		"region": _region(instance, backup, late),
		"retention": _days(backup, late),
	}
}

# METADATA
# description: The networks that may come near over the public address, as pairs of path and who.
authorized(settings) := {[path, who] |
	some [place, address, late] in _addresses(settings)
	some index, network in written.items(address, "authorized_networks")
	path := array.concat(place, ["authorized_networks", index, "value"])
	who := _network(network, _part(late, ["authorized_networks", index]))
} | {[array.concat(place, ["authorized_networks"]), {"unknown": true}] |
	some [place, _, late] in _addresses(settings)
	late.authorized_networks == true
}

# METADATA
# description: The other projects that may connect by Private Service Connect, as pairs of path and who.
consumers(settings, own) := {[path, who] |
	some [place, address, _] in _addresses(settings)
	some index, connect in written.items(address, "psc_config")
	some number, named in written.list(connect, "allowed_consumer_projects")
	not named in own
	path := array.concat(place, ["psc_config", index, "allowed_consumer_projects", number])
	who := _project(named)
} | {[array.concat(place, ["psc_config"]), {"unknown": true}] |
	some [place, _, late] in _addresses(settings)
	some connect in written.list(late, "psc_config")
	connect.allowed_consumer_projects == true
}

# METADATA
# description: >-
#   Who can reach an instance: anybody, where its networks hold everybody. Without networks a public
#   address is for the connectors of Google alone: https://cloud.google.com/sql/docs/postgres/configure-ip
audience(settings) := {"is": "anybody"} if {
	some [_, who] in authorized(settings)
	who.is.by == "anybody"
} else := {"unknown": true} if {
	some [_, who] in authorized(settings)
	who.unknown
} else := {"is": "inside"}

# METADATA
# description: >-
#   Whether an instance demands TLS, and certificates of its clients; where nobody says so it takes
#   plain text, too: https://cloud.google.com/sql/docs/postgres/configure-ssl-instance
encrypted(settings) := {"is": word} if {
	some [_, address, _] in _addresses(settings)
	word := _demanded[address.ssl_mode]
} else := {"is": "none"}

_demanded := {"ENCRYPTED_ONLY": "tls", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED": "mutual-tls"}

_addresses(settings) := {[["ip_configuration", index], address, late] |
	some index, address in written.items(settings.values, "ip_configuration")
	late := _part(settings.unknown, ["ip_configuration", index])
}

_network(network, late) := {"unknown": true} if {
	late.value == true
} else := {"is": fact.network(network.value)} if {
	is_string(network.value)
	contains(network.value, "/")
} else := {"is": fact.network(concat("", [network.value, "/32"]))} if {
	is_string(network.value)
} else := {"unknown": true}

_project(named) := projects.who(named) if {
	is_string(named)
} else := {"unknown": true}

_part(root, path) := part if {
	is_object(root)
	part := object.get(root, path, {})
	is_object(part)
} else := {}

_are_kept(_, late) if late.enabled == true

_are_kept(backup, _) if backup.enabled == true

# where nobody chose, in the part of the world that the instance lies in:
# https://cloud.google.com/sql/docs/postgres/backup-recovery/backups ("Default backup locations")
_region(instance, backup, late) := {"unknown": true} if {
	late.location == true
} else := {"is": lower(backup.location)} if {
	is_string(backup.location)
	backup.location != ""
} else := {"is": part} if {
	part := _nearest[split(resource.region(instance).is, "-")[0]]
} else := {"unknown": true}

_nearest := {"asia": "asia", "europe": "eu", "us": "us"}

# seven where nobody chose: https://cloud.google.com/sql/docs/postgres/backup-recovery/backups
_days(backup, late) := {"unknown": true} if {
	is_array(late.backup_retention_settings)
	walk(late.backup_retention_settings, [_, true])
} else := {"is": kept} if {
	kept := backup.backup_retention_settings[0].retained_backups
	is_number(kept)
} else := {"is": 7}
