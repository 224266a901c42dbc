# METADATA
# title: Databases of Sakura Cloud
# description: >-
#   Database appliances and their read replicas on a switch, who comes near them, and their backups; how
#   long those are kept, no attribute tells.
package bunkaiten.observed.terraform.sakuracloud.databases

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.ends
import data.bunkaiten.observed.terraform.sakuracloud.parts
import data.bunkaiten.observed.terraform.sakuracloud.switches
import data.bunkaiten.observed.terraform.sakuracloud.zones

# METADATA
# description: What people call these facts.
ways := {
	"database-appliance": {"en": "database appliance", "ja": "データベースアプライアンス"},
	"database-appliance-backups": {
		"en": "backups of a database appliance",
		"ja": "データベースアプライアンスのバックアップ",
	},
	"database-appliance-copy": {
		"en": "backups of a database appliance on a file server",
		"ja": "データベースアプライアンスのバックアップの保存先",
	},
	"database-appliance-source": {
		"en": "source address allowed by a database appliance",
		"ja": "データベースアプライアンスの送信元ネットワーク",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"sakuracloud_database": array.concat(["backup", "continuous_backup.connect", "network_interface.port"], _common),
	"sakuracloud_database_read_replica": array.concat(["master_id"], _common),
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"sakuracloud_database_read_replica": [["master_id", "sakuracloud_database"]]}

# METADATA
# description: >-
#   What is kept; not encrypted, where nobody chose (registry.terraform.io, sakuracloud_database).
stores contains found if {
	some database in _all
	found := fact.on(database, [], "database-appliance", {"region": zones.of(database), "encrypted": _encrypted(database)})
}

stores contains found if {
	some database in _all
	some backup in parts.of(database, "backup")
	found := fact.on(database, backup.path, "database-appliance-backups", {
		"region": zones.of(database),
		"retention": {"unknown": true},
	})
}

# METADATA
# description: Databases with their address; whether they speak TLS, no attribute tells.
endpoints contains found if {
	some database in _all
	some interface in parts.of(database, "network_interface")
	audience := _audience(database, interface)
	found := fact.on(database, interface.path, "database-appliance", object.union_n([
		{"audience": audience},
		_port(database, interface),
		{name: {"unknown": true} | some name in ["encrypted"]; audience != {"is": "inside"}},
	]))
}

# METADATA
# description: The networks that may come near, and the file server that backups are sent to.
peers contains found if {
	some database in _all
	some interface in parts.of(database, "network_interface")
	some source in parts.items(interface, "source_ranges")
	found := fact.on(database, source.path, "database-appliance-source", object.union(_ports(database, interface), {
		"who": ends.network(source.text),
		"direction": "in",
	}))
}

peers contains found if {
	some database in _all
	some backup in parts.of(database, "continuous_backup")
	path := array.concat(backup.path, ["connect"])
	who := _server(parts.text(parts.attribute(backup, "connect")))
	found := fact.on(database, path, "database-appliance-copy", {"who": who, "direction": "out"})
}

_all := [database |
	some type in ["sakuracloud_database", "sakuracloud_database_read_replica"]
	some _, database in resource.managed[type]
]

# computed, where nobody wrote the block
_encrypted(database) := {"is": "no"} if {
	resource.attribute(database, "disk") == {}
} else := parts.encrypted(parts.chosen(disk, "encryption_algorithm", "none")) if {
	[disk] := parts.of(database, "disk")
} else := {"unknown": true}

# sources that are named narrow down who comes near
_audience(database, interface) := audience if {
	audience := switches.audience(database, "network_interface", parts.attribute(interface, "ip_address"))
	audience.is == "inside"
} else := {"is": "inside"} if {
	sources := parts.items(interface, "source_ranges")
	count(sources) > 0
	every source in sources { ends.network(source.text).is.by == "network" }
} else := {"unknown": true} if {
	some source in parts.items(interface, "source_ranges")
	source.text.unknown
} else := switches.audience(database, "network_interface", parts.attribute(interface, "ip_address"))

_ports(database, interface) := {"ports": {"is": [port, port]}} if {
	port := _port(database, interface).port.is
} else := {}

# read replicas listen where their master does; 5432, where nobody chose (schema of the provider)
_port(database, interface) := {"port": parts.number(parts.chosen(interface, "port", 5432))} if {
	database.type == "sakuracloud_database"
} else := {}

# "nfs://192.0.2.1/export"
_server(address) := ends.host({"is": found[1]}) if {
	found := regex.find_all_string_submatch_n(`^[a-z]+://([^/:]+)`, address.is, 1)[0]
} else := {"unknown": true}

_common := ["disk.encryption_algorithm", "network_interface.ip_address", "network_interface.source_ranges", "zone"]
