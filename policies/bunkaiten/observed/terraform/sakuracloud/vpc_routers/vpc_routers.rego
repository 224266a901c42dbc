# METADATA
# title: VPC routers of Sakura Cloud
# description: >-
#   Where the machines behind a router send to: the whole internet, unless its firewall keeps them in,
#   and the networks that it routes to.
package bunkaiten.observed.terraform.sakuracloud.vpc_routers

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.ends
import data.bunkaiten.observed.terraform.sakuracloud.firewalls
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: What people call these facts.
ways := {
	"router-egress": {"en": "traffic out through a VPC router", "ja": "VPC ルータを経由する外向きの通信"},
	"router-route": {"en": "static route of a VPC router", "ja": "VPC ルータのスタティックルート"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"sakuracloud_vpc_router": ["internet_connection", "static_route.prefix"],
}

# METADATA
# description: >-
#   Whom the machines inside may send to. A router without an interface inside has none, and one whose
#   connection to the internet is switched off sends nothing there; on is the provider's default.
peers contains found if {
	some key, router in resource.managed.sakuracloud_vpc_router
	count(parts.of(router, "private_network_interface")) > 0
	connected := parts.chosen(router, "internet_connection", true)
	connected != {"is": false}
	some line in firewalls.through[key]
	line.direction == "out"
	found := fact.on(router, line.path, "router-egress", object.union(line.ports, {
		"who": _who(connected, line.who),
		"direction": "out",
	}))
}

# METADATA
# description: The networks that a router knows a way to.
peers contains found if {
	some _, router in resource.managed.sakuracloud_vpc_router
	some route in parts.of(router, "static_route")
	who := ends.network(parts.attribute(route, "prefix"))
	found := fact.on(router, array.concat(route.path, ["prefix"]), "router-route", {"who": who, "direction": "out"})
}

_who(connected, who) := who if {
	connected.is
} else := {"unknown": true}
