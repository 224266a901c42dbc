# METADATA
# title: Site-to-site VPN of Sakura Cloud
# description: >-
#   Tunnels of VPC routers: the device on the other side of each, the networks behind it, and the ways
#   to encrypt that somebody chose. Keys are never read.
package bunkaiten.observed.terraform.sakuracloud.vpn

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.ends
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: What people call these facts.
ways := {
	"site-to-site-vpn": {"en": "site-to-site VPN", "ja": "サイト間 VPN", "on_path": "tunnel"},
	"site-to-site-vpn-network": {
		"en": "network behind a site-to-site VPN",
		"ja": "サイト間 VPN の対向のネットワーク",
		"on_path": "line",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"sakuracloud_vpc_router": [
	"site_to_site_vpn.peer", "site_to_site_vpn.routes", "site_to_site_vpn_parameter.dh_group",
	"site_to_site_vpn_parameter.encryption_algo", "site_to_site_vpn_parameter.hash_algo", "version",
]}

# METADATA
# description: >-
#   The other end of each tunnel, and each network behind it. Routers know no certificates, only keys
#   that both ends share: https://manual.sakura.ad.jp/cloud/network/vpc-router/vpc-site-to-site-vpn.html
peers contains found if {
	some [router, tunnel] in _tunnels
	who := ends.network(parts.attribute(tunnel, "peer"))
	found := fact.on(router, array.concat(tunnel.path, ["peer"]), "site-to-site-vpn", object.union(_line(who), {
		"methods": _methods(router),
		"authentication": {"is": "shared-key"},
	}))
}

peers contains found if {
	some [router, tunnel] in _tunnels
	some route in parts.items(tunnel, "routes")
	found := fact.on(router, route.path, "site-to-site-vpn-network", _line(ends.network(route.text)))
}

_tunnels := [[router, tunnel] |
	some _, router in resource.managed.sakuracloud_vpc_router
	some tunnel in parts.of(router, "site_to_site_vpn")
]

_line(who) := {"who": who, "direction": "both", "encrypted": {"is": "ipsec"}}

# What somebody chose. The page above tells of IKEv1 ("main mode") and is older than routers of version
# 2, of which nothing says which versions of IKE they speak.
_methods(router) := {"unknown": true} if {
	some name in ["site_to_site_vpn_parameter", "version"]
	resource.is_unknown(router, name)
} else := {"is": sort(_version(router) | {word |
	some parameter in parts.of(router, "site_to_site_vpn_parameter")
	some name in ["dh_group", "encryption_algo", "hash_algo"]
	word := parts.text(parts.attribute(parameter, name)).is
})}

_version(router) := {"ikev1"} if {
	router.values.version == 1
} else := set()
