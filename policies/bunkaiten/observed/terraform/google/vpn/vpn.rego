# METADATA
# title: Cloud VPN of Google
# description: >-
#   Tunnels of HA and classic VPN: the gateway on the other side of each, the networks behind it, and
#   the ways to encrypt that it accepts.
package bunkaiten.observed.terraform.google.vpn

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.vpn_ends

# METADATA
# description: What people call these facts.
ways := {
	"vpn-tunnel": {"en": "Cloud VPN tunnel", "ja": "Cloud VPN のトンネル", "on_path": "tunnel"},
	"vpn-tunnel-network": {"en": "Cloud VPN tunnel for traffic", "ja": "Cloud VPN が対象とする通信", "on_path": "line"},
	"vpn-tunnel-route": {"en": "route over a Cloud VPN tunnel", "ja": "Cloud VPN を経由する経路", "on_path": "gateway"},
}

# METADATA
# description: Attributes that are read, by type; vpn_ends reads the rest.
reads := {
	"google_compute_route": ["dest_range", "next_hop_vpn_tunnel"],
	"google_compute_vpn_gateway": [],
	"google_compute_vpn_tunnel": [
		"cipher_suite.phase1.dh", "cipher_suite.phase1.encryption", "cipher_suite.phase1.integrity",
		"cipher_suite.phase1.prf", "cipher_suite.phase2.encryption", "cipher_suite.phase2.integrity",
		"cipher_suite.phase2.pfs", "ike_version", "remote_traffic_selector", "target_vpn_gateway",
		"vpn_gateway",
	],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"google_compute_route": [["next_hop_vpn_tunnel", "google_compute_vpn_tunnel"]],
	"google_compute_vpn_tunnel": [
		["peer_external_gateway", "google_compute_external_vpn_gateway"],
		["target_vpn_gateway", "google_compute_vpn_gateway"],
		["vpn_gateway", "google_compute_ha_vpn_gateway"],
	],
}

# METADATA
# description: >-
#   The other end of each tunnel; then the networks behind it, where they are narrowed down or
#   routed. Cloud VPN knows no certificates:
#   https://cloud.google.com/network-connectivity/docs/vpn/concepts/overview ("Authentication").
peers contains found if {
	some key, tunnel in resource.managed.google_compute_vpn_tunnel
	some end in vpn_ends.of[key]
	place := {"thing": tunnel.thing, "key": tunnel.key, "steps": end.steps}
	found := fact.on(place, [], "vpn-tunnel", object.union_n([_line(end.who), _chosen(tunnel), {
		"methods": _methods(tunnel),
		"authentication": {"is": "shared-key"},
	}]))
}

peers contains found if {
	some _, tunnel in resource.managed.google_compute_vpn_tunnel
	some [path, who] in _behind(tunnel)
	found := fact.on(tunnel, path, "vpn-tunnel-network", _line(who))
}

peers contains found if {
	some _, route in resource.managed.google_compute_route
	resource.attribute(route, "next_hop_vpn_tunnel") != {}
	who := _network(object.get(route.values, "dest_range", null))
	found := fact.on(route, ["dest_range"], "vpn-tunnel-route", _line(who))
}

_line(who) := {"who": who, "direction": "both", "encrypted": {"is": "ipsec"}}

# everything is the default of classic tunnels with routes, and says of no network that it is there
_behind(tunnel) := {[["remote_traffic_selector"], {"unknown": true}]} if {
	resource.is_unknown(tunnel, "remote_traffic_selector")
} else := {[["remote_traffic_selector", selector.index], who] |
	some selector in resource.items(tunnel, "remote_traffic_selector")
	who := _network(selector.values)
	object.get(who, ["is", "by"], "network") != "anybody"
}

_network(written) := {"is": fact.network(written)} if {
	is_string(written)
	written != ""
} else := {"unknown": true}

# IKEv2 where nobody chose, and Google's whole list of ciphers (which the choices tell):
# ike_version of the provider's schema, "Default version is 2"
_methods(tunnel) := {"unknown": true} if {
	some _ in _open(tunnel)
} else := {"is": sort({sprintf("ikev%v", [object.get(version, "is", 2)])} | _ciphers(tunnel))} if {
	version := resource.attribute(tunnel, "ike_version")
}

_open(tunnel) := {name |
	some name in ["cipher_suite", "ike_version"]
	resource.is_unknown(tunnel, name)
} | {path |
	walk(object.get(tunnel.unknown, "cipher_suite", []), [path, true])
}

_chosen(tunnel) := {"choices": {"is": _choices(tunnel)}} if {
	not resource.is_unknown(tunnel, "cipher_suite")
} else := {}

# what each phase encrypts and checks with, each as the list of what is accepted
_choices(tunnel) := [choice |
	some phase in ["phase1", "phase2"]
	some part in ["encryption", "integrity"]
	choice := _accepted(tunnel, phase, part)
]

_accepted(tunnel, phase, part) := _listed(tunnel, phase, part) if {
	count(_listed(tunnel, phase, part)) > 0
} else := _usual[part] if {
	not _is_checked(tunnel, phase, part)
}

_listed(tunnel, phase, part) := [word |
	some suite in resource.items(tunnel, "cipher_suite")
	walk(object.get(suite.values, phase, []), [path, words])
	path[count(path) - 1] == part
	is_array(words)
	some word in words
	is_string(word)
]

# what encrypts by AES-GCM checks by itself
_is_checked(tunnel, phase, "integrity") if {
	ciphers := _listed(tunnel, phase, "encryption")
	count(ciphers) > 0
	every cipher in ciphers { contains(cipher, "GCM") }
}

# what Google takes for itself where nobody chose:
# https://cloud.google.com/network-connectivity/docs/vpn/concepts/supported-ike-ciphers
_usual := {
	"encryption": ["AES-CBC-128", "AES-CBC-192", "AES-CBC-256", "AES-GCM", "3DES-CBC"],
	"integrity": ["HMAC-MD5-96", "HMAC-SHA1-96", "HMAC-SHA2-256-128"],
}

_ciphers(tunnel) := {word |
	some suite in resource.items(tunnel, "cipher_suite")
	some phase in ["phase1", "phase2"]
	walk(object.get(suite.values, phase, []), [_, word])
	is_string(word)
}
