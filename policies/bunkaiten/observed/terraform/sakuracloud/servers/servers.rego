# METADATA
# title: Servers of Sakura Cloud
# description: >-
#   Servers with an address of their own on the internet, what they use, and what no packet filter keeps
#   from them.
package bunkaiten.observed.terraform.sakuracloud.servers

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.parts
import data.bunkaiten.observed.terraform.sakuracloud.switches

# METADATA
# description: What people call these facts.
ways := {
	"public-server": {"en": "server with a public address", "ja": "グローバル IP アドレスを持つサーバー"},
	"public-server-egress": {
		"en": "traffic out of a server with a public address",
		"ja": "グローバル IP アドレスを持つサーバーからの外向きの通信",
	},
	"unfiltered-server": {"en": "server without a packet filter", "ja": "パケットフィルタのないサーバー"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"sakuracloud_server": ["disks", "network_interface.packet_filter_id", "network_interface.upstream"]}

# METADATA
# description: >-
#   Which attributes of a type lead to what it uses, so that what claims a server claims its disks and
#   the filters of its interfaces.
uses := {"sakuracloud_server": [
	["disks", "sakuracloud_disk"],
	["network_interface", "sakuracloud_packet_filter"],
]}

# METADATA
# description: Interfaces on the internet, or of which only apply will show whether they are.
endpoints contains found if {
	some [server, interface, audience] in _exposed
	found := fact.on(server, interface.path, "public-server", {"audience": audience})
}

# METADATA
# description: >-
#   Who reaches such an interface: everybody, where nobody filters; and whom the server reaches: everybody,
#   as filters only see what comes in.
peers contains found if {
	some [server, interface, audience] in _exposed
	not _is_filtered(interface)
	found := fact.on(server, interface.path, "unfiltered-server", {"who": _who(audience), "direction": "in"})
}

peers contains found if {
	some [server, interface, audience] in _exposed
	path := array.concat(interface.path, ["upstream"])
	found := fact.on(server, path, "public-server-egress", {"who": _who(audience), "direction": "out"})
}

# METADATA
# description: Remote login from everywhere, where nobody filters.
accesses contains found if {
	some [server, interface, audience] in _exposed
	not _is_filtered(interface)
	found := fact.on(server, interface.path, "remote-login", {"who": _who(audience)})
}

_exposed := [[server, interface, audience] |
	some _, server in resource.managed.sakuracloud_server
	some interface in parts.of(server, "network_interface")
	audience := switches.upstream(server, interface.path[count(interface.path) - 1])
	audience != {"is": "inside"}
]

_is_filtered(interface) if {
	interface.unknown != true
	parts.attribute(interface, "packet_filter_id") != {}
}

_who(audience) := {"is": fact.network("0.0.0.0/0")} if {
	audience.is
} else := {"unknown": true}
