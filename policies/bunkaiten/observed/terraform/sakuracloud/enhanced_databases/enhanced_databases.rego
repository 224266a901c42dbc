# METADATA
# title: Enhanced databases of Sakura Cloud
# description: >-
#   Databases with a name on the internet, where they lie, and the networks that may connect.
package bunkaiten.observed.terraform.sakuracloud.enhanced_databases

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.ends
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: What people call these facts.
ways := {
	"enhanced-database": {"en": "enhanced database", "ja": "エンハンスドデータベース"},
	"enhanced-database-network": {
		"en": "network allowed by an enhanced database",
		"ja": "エンハンスドデータベースの接続元ネットワーク",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"sakuracloud_enhanced_db": ["allowed_networks", "region"]}

# METADATA
# description: Every database, in the region that it names; whether it is encrypted there, nothing tells.
stores contains found if {
	some _, database in resource.managed.sakuracloud_enhanced_db
	region := parts.text(parts.chosen(database, "region", null))
	found := fact.on(database, [], "enhanced-database", {"region": region})
}

# METADATA
# description: What listens. Who may connect where no network is named, and with which encryption, nothing tells.
endpoints contains found if {
	some _, database in resource.managed.sakuracloud_enhanced_db
	found := fact.on(database, [], "enhanced-database", {
		"audience": _audience(parts.items(database, "allowed_networks")),
		"encrypted": {"unknown": true},
		"port": {"is": 3306},
	})
}

# METADATA
# description: The networks that may connect.
peers contains found if {
	some _, database in resource.managed.sakuracloud_enhanced_db
	some network in parts.items(database, "allowed_networks")
	found := fact.on(database, network.path, "enhanced-database-network", {
		"who": ends.network(network.text),
		"direction": "in",
		"ports": {"is": [3306, 3306]},
	})
}

_audience(networks) := {"unknown": true} if {
	count(networks) == 0
} else := {"is": "anybody"} if {
	some network in networks
	ends.network(network.text).is.by == "anybody"
} else := {"unknown": true} if {
	some network in networks
	network.text.unknown
} else := {"is": "inside"}
