# METADATA
# title: Further stores of Sakura Cloud
# description: >-
#   File servers (NFS), container registries and simple message queues. In which region the last two
#   keep what they hold, no attribute tells.
package bunkaiten.observed.terraform.sakuracloud.other_stores

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.parts
import data.bunkaiten.observed.terraform.sakuracloud.switches
import data.bunkaiten.observed.terraform.sakuracloud.zones

# METADATA
# description: What people call these facts.
ways := {
	"container-registry": {"en": "container registry", "ja": "コンテナレジストリ"},
	"nfs": {"en": "file server (NFS)", "ja": "NFS アプライアンス"},
	"simple-mq": {"en": "message queue", "ja": "シンプル MQ のキュー"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"sakuracloud_container_registry": ["access_level"],
	"sakuracloud_nfs": ["network_interface.ip_address", "zone"],
	"sakuracloud_simple_mq": ["expire_seconds"],
}

# METADATA
# description: >-
#   Every store. A registry is open to nobody without a password, where nobody chose, and a queue keeps
#   for four days (registry.terraform.io, sakuracloud_container_registry and sakuracloud_simple_mq).
stores contains found if {
	some _, server in resource.managed.sakuracloud_nfs
	found := fact.on(server, [], "nfs", {"region": zones.of(server)})
}

stores contains found if {
	some _, registry in resource.managed.sakuracloud_container_registry
	audience := _audience(parts.chosen(registry, "access_level", "none"))
	found := fact.on(registry, [], "container-registry", {"region": {"unknown": true}, "audience": audience})
}

stores contains found if {
	some _, queue in resource.managed.sakuracloud_simple_mq
	retention := _days(parts.chosen(queue, "expire_seconds", 345600))
	found := fact.on(queue, [], "simple-mq", {"region": {"unknown": true}, "retention": retention})
}

# METADATA
# description: File servers with their address. NFS speaks in plain text, to whoever is on the network.
endpoints contains found if {
	some _, server in resource.managed.sakuracloud_nfs
	some interface in parts.of(server, "network_interface")
	found := fact.on(server, interface.path, "nfs", {
		"audience": switches.audience(server, "network_interface", parts.attribute(interface, "ip_address")),
		"encrypted": {"is": "none"},
		"port": {"is": 2049},
	})
}

_audience(level) := {"is": word} if {
	word := {"none": "inside", "readonly": "anybody"}[level.is]
} else := {"unknown": true}

_days(seconds) := {"is": ceil(seconds.is / 86400)} if {
	is_number(seconds.is)
} else := {"unknown": true}
