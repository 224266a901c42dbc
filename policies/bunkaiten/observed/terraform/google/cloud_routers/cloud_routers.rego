# METADATA
# title: Cloud Routers of Google
# description: >-
#   The neighbours of Cloud Routers, as far as their addresses tell, and the networks that somebody
#   wrote down to be behind them.
package bunkaiten.observed.terraform.google.cloud_routers

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {
	"bgp-neighbour": {"en": "neighbour of a Cloud Router", "ja": "Cloud Router の隣接ルータ", "on_path": "gateway"},
	"bgp-network": {"en": "network behind a Cloud Router", "ja": "Cloud Router の先のネットワーク", "on_path": "gateway"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"google_compute_router_interface": ["interconnect_attachment", "vpn_tunnel"],
	"google_compute_router_peer": ["custom_learned_ip_ranges.range", "interface", "peer_ip_address"],
}

# METADATA
# description: >-
#   Which attributes tell what a resource belongs to, by type, with the type of that. A Cloud Router is
#   a hub of many lines, so that none of them is its own.
satellites := {
	"google_compute_router_interface": [
		["interconnect_attachment", "google_compute_interconnect_attachment"],
		["vpn_tunnel", "google_compute_vpn_tunnel"],
	],
	"google_compute_router_peer": [["interface", "google_compute_router_interface"]],
}

# METADATA
# description: Each neighbour whose address is no link-local one, and each network behind it.
peers contains found if {
	some _, neighbour in resource.managed.google_compute_router_peer
	address := resource.attribute(neighbour, "peer_ip_address")
	_is_telling(address)
	found := fact.on(neighbour, ["peer_ip_address"], "bgp-neighbour", {"who": _host(address), "direction": "both"})
}

peers contains found if {
	some _, neighbour in resource.managed.google_compute_router_peer
	some [path, who] in _behind(neighbour)
	found := fact.on(neighbour, path, "bgp-network", {"who": who, "direction": "both"})
}

_behind(neighbour) := {[["custom_learned_ip_ranges"], {"unknown": true}]} if {
	resource.is_unknown(neighbour, "custom_learned_ip_ranges")
} else := {[["custom_learned_ip_ranges", learned.index, "range"], _network(learned.values)] |
	some learned in resource.items(neighbour, "custom_learned_ip_ranges")
}

_network(learned) := {"is": fact.network(learned.range)} if {
	is_string(learned.range)
	learned.range != ""
} else := {"unknown": true}

_host(address) := {"is": fact.network(concat("/", [address.is, bits]))} if {
	is_string(address.is)
	bits := {true: "128", false: "32"}[contains(address.is, ":")]
} else := {"unknown": true}

# those are good on any line and say nothing
_is_telling(address) if {
	address != {}
	not _is_link_local(address)
}

_is_link_local(address) if regex.match(`^(169\.254\.|fe80:)`, sprintf("%v", [object.get(address, "is", "")]))
