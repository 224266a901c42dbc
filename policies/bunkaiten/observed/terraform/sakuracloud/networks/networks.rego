# METADATA
# title: Networks of Sakura Cloud that lead further
# description: >-
#   Switches on a bridge, which joins them with switches of other zones and with networks of other
#   services, and routers whose IPv6 no packet filter sees.
package bunkaiten.observed.terraform.sakuracloud.networks

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: What people call these facts.
ways := {
	"bridge": {"en": "switch on a bridge", "ja": "ブリッジにつないだスイッチ", "on_path": "joint"},
	"ipv6": {"en": "IPv6 of a router with a switch", "ja": "ルータ＋スイッチの IPv6"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"sakuracloud_bridge": [],
	"sakuracloud_internet": ["enable_ipv6"],
	"sakuracloud_switch": ["bridge_id"],
}

# METADATA
# description: >-
#   What is beyond a bridge; nothing, where the plan makes it and joins switches of its own by it. Packet
#   filters see IPv4 alone: https://manual.sakura.ad.jp/cloud/network/packet-filter.html
peers contains found if {
	some _, switch in resource.managed.sakuracloud_switch
	parts.attribute(switch, "bridge_id") != {}
	count(resource.tied(switch, "bridge_id", "sakuracloud_bridge") & _joining) == 0
	found := fact.on(switch, ["bridge_id"], "bridge", {"who": {"unknown": true}, "direction": "both"})
}

peers contains found if {
	some _, router in resource.managed.sakuracloud_internet
	who := _everybody(parts.attribute(router, "enable_ipv6"))
	found := fact.on(router, ["enable_ipv6"], "ipv6", {"who": who, "direction": "in"})
}

# the bridges of the plan with more than one of its switches
_joining contains bridge if {
	some bridge, switches in _on_bridge
	count(switches) > 1
}

_on_bridge[bridge] contains key if {
	some key, switch in resource.managed.sakuracloud_switch
	some bridge in resource.tied(switch, "bridge_id", "sakuracloud_bridge")
}

# off, where nobody says so (registry.terraform.io, sakuracloud_internet)
_everybody(enabled) := {"is": fact.network("::/0")} if {
	enabled.is == true
} else := {"unknown": true} if {
	enabled.unknown
}
