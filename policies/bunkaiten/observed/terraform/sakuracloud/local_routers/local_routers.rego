# METADATA
# title: Local routers of Sakura Cloud
# description: >-
#   Closed connections between networks of Sakura Internet: the local router on the other side of each,
#   and the networks that are routed to there. The secret keys are never read.
package bunkaiten.observed.terraform.sakuracloud.local_routers

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.ends
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: What people call these facts.
ways := {
	"local-router-peer": {"en": "local router connection", "ja": "ローカルルータの接続", "on_path": "joint"},
	"local-router-route": {
		"en": "static route of a local router",
		"ja": "ローカルルータのスタティックルート",
		"on_path": "line",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"sakuracloud_local_router": ["peer.enabled", "peer.peer_id", "static_route.prefix"]}

# METADATA
# description: >-
#   The router on the other side, by its number; not, where the plan makes that too, with the same
#   provider block. Of a router of another block nobody can tell whose account it is in.
peers contains found if {
	some key, router in resource.managed.sakuracloud_local_router
	some peer in parts.of(router, "peer")
	parts.attribute(peer, "enabled") != {"is": false}
	some who in _beyond(router, peer, _tied[key][peer.path])
	path := array.concat(peer.path, ["peer_id"])
	found := fact.on(router, path, "local-router-peer", {"who": who, "direction": "both"})
}

peers contains found if {
	some _, router in resource.managed.sakuracloud_local_router
	some route in parts.of(router, "static_route")
	who := ends.network(parts.attribute(route, "prefix"))
	path := array.concat(route.path, ["prefix"])
	found := fact.on(router, path, "local-router-route", {"who": who, "direction": "both"})
}

# the provider blocks of the routers at the other end that the plan makes
_tied[key][peer.path] := blocks if {
	some key, router in resource.managed.sakuracloud_local_router
	some peer in parts.of(router, "peer")
	index := peer.path[count(peer.path) - 1]
	blocks := {configuration.provider(resource.managed.sakuracloud_local_router[other]) |
		some other in resource.tied_in(router, "peer", index, "peer_id", "sakuracloud_local_router")
	}
}

_beyond(router, peer, blocks) := set() if {
	blocks == {configuration.provider(router)}
} else := {{"unknown": true}} if {
	count(blocks) > 0
} else := {{"is": {"by": "sakura", "name": number.is}}} if {
	number := parts.text(parts.attribute(peer, "peer_id"))
	number.is
} else := {{"unknown": true}}
