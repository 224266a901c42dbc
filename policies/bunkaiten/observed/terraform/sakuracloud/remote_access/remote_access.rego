# METADATA
# title: Remote access VPN of Sakura Cloud
# description: >-
#   VPC routers that people dial into from anywhere, by L2TP/IPsec, PPTP or WireGuard: how they show
#   who they are, and whether the router sends its log anywhere. Keys and passwords are never read.
package bunkaiten.observed.terraform.sakuracloud.remote_access

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.parts
import data.bunkaiten.observed.terraform.sakuracloud.recording

# METADATA
# description: What people call these facts.
ways := {
	"l2tp": {"en": "remote access VPN (L2TP/IPsec)", "ja": "リモートアクセス VPN（L2TP/IPsec）"},
	"pptp": {"en": "remote access VPN (PPTP)", "ja": "リモートアクセス VPN（PPTP）"},
	"wireguard": {"en": "remote access VPN (WireGuard)", "ja": "リモートアクセス VPN（WireGuard）"},
}

# METADATA
# description: Attributes that are read, by type; that there is a block is all that is read of it.
reads := {"sakuracloud_vpc_router": [field | some field, _ in _kinds]}

# METADATA
# description: >-
#   Each way in. Users of L2TP and PPTP have names and passwords, L2TP asks for a shared key first, and
#   WireGuard knows keys alone (registry.terraform.io, sakuracloud_vpc_router, "Remote Access").
accesses contains found if {
	some _, router in resource.managed.sakuracloud_vpc_router
	some field, [way, authentication] in _kinds
	some entrance in parts.of(router, field)
	found := fact.on(router, entrance.path, way, {
		"who": {"is": fact.network("0.0.0.0/0")},
		"authentication": {"is": authentication},
		"logged": recording.of(router),
	})
}

_kinds := {
	"l2tp": ["l2tp", ["key", "password"]],
	"pptp": ["pptp", ["password"]],
	"wire_guard": ["wireguard", ["key"]],
}
