# METADATA
# title: VPN sites of Azure Virtual WAN
# description: >-
#   Connections of VPN gateways in hubs: the devices of the site on the other side of each, and the
#   networks behind them. A virtual WAN may leave out encryption.
package bunkaiten.observed.terraform.azurerm.virtual_wan

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.ends
import data.bunkaiten.observed.terraform.azurerm.ipsec
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"vpn-connection": {"en": "VPN connection", "ja": "VPN 接続", "on_path": "tunnel"},
	"vpn-network": {"en": "VPN connection for traffic", "ja": "VPN 接続が対象とする通信", "on_path": "line"},
	"vpn-route": {"en": "route over a VPN connection", "ja": "VPN 接続を経由する経路", "on_path": "gateway"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_virtual_wan": ["disable_vpn_encryption"],
	"azurerm_vpn_gateway": [],
	"azurerm_vpn_gateway_connection": array.concat(
		["remote_vpn_site_id", "traffic_selector_policy.remote_address_ranges", "vpn_link.protocol"],
		[sprintf("vpn_link.ipsec_policy.%s", [name]) |
			some name in [
				"dh_group", "encryption_algorithm", "ike_encryption_algorithm", "ike_integrity_algorithm",
				"integrity_algorithm", "pfs_group",
			]
		],
	),
	"azurerm_vpn_site": ["address_cidrs", "link.fqdn", "link.ip_address", "virtual_wan_id"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"azurerm_vpn_gateway_connection": [["remote_vpn_site_id", "azurerm_vpn_site"]]}

# METADATA
# description: >-
#   Every device of the site on the other side; the networks behind them; what the traffic is
#   narrowed down to.
peers contains found if {
	some [connection, site] in _pairs
	place := {"thing": connection.thing, "key": connection.key, "steps": site.steps}
	some link in _links(site)
	tunnel := object.union(_line(link.who, _encrypted(site)), _terms(connection))
	found := fact.on(place, link.path, "vpn-connection", tunnel)
}

# an existing site that the plan only names by its id cannot be told
peers contains found if {
	some _, connection in resource.managed.azurerm_vpn_gateway_connection
	resource.tied(connection, "remote_vpn_site_id", "azurerm_vpn_site") == set()
	tunnel := object.union(_line({"unknown": true}, {"unknown": true}), _terms(connection))
	found := fact.on(connection, ["remote_vpn_site_id"], "vpn-connection", tunnel)
}

peers contains found if {
	some [connection, site] in _pairs
	place := {"thing": connection.thing, "key": connection.key, "steps": site.steps}
	some network in settings.texts(site, "address_cidrs")
	found := fact.on(place, network.path, "vpn-route", _line(ends.network(network.text), _encrypted(site)))
}

peers contains found if {
	some [connection, site] in _pairs
	some policy in settings.items(connection, "traffic_selector_policy")
	some index, network in written.list(policy.values, "remote_address_ranges")
	is_string(network)
	path := ["traffic_selector_policy", policy.index, "remote_address_ranges", index]
	found := fact.on(connection, path, "vpn-network", _line({"is": fact.network(network)}, _encrypted(site)))
}

peers contains found if {
	some [connection, site] in _pairs
	some policy in settings.items(connection, "traffic_selector_policy")
	settings.in_block(policy, "remote_address_ranges").unknown
	path := ["traffic_selector_policy", policy.index, "remote_address_ranges"]
	found := fact.on(connection, path, "vpn-network", _line({"unknown": true}, _encrypted(site)))
}

_pairs := [[connection, site] |
	some _, connection in resource.managed.azurerm_vpn_gateway_connection
	some key in resource.tied(connection, "remote_vpn_site_id", "azurerm_vpn_site")
	site := resource.managed.azurerm_vpn_site[key]
]

_links(site) := links if {
	links := {{"path": ["link", link.index, name], "who": _end(name, stated)} |
		some link in settings.items(site, "link")
		some name in ["fqdn", "ip_address"]
		stated := settings.in_block(link, name)
		stated != {}
	}
	count(links) > 0
} else := {{"path": ["link"], "who": {"unknown": true}}}

_end("ip_address", stated) := ends.address(stated)

_end("fqdn", stated) := ends.host(stated)

_line(who, encrypted) := {"who": who, "direction": "both", "encrypted": encrypted}

# false, if nobody chose: registry.terraform.io, azurerm_virtual_wan, "disable_vpn_encryption"
_encrypted(site) := {"is": "none"} if {
	some key in resource.tied(site, "virtual_wan_id", "azurerm_virtual_wan")
	_bare[key] == {"is": true}
} else := {"unknown": true} if {
	some key in resource.tied(site, "virtual_wan_id", "azurerm_virtual_wan")
	_bare[key].unknown
} else := {"is": "ipsec"}

_bare[key] := settings.chosen(wan, "disable_vpn_encryption", false) if {
	some key, wan in resource.managed.azurerm_virtual_wan
}

_terms(connection) := object.union(_chosen(connection), {
	"methods": _methods(connection),
	"authentication": {"is": "shared-key"},
})

# all that any of the links accepts
_methods(connection) := {"unknown": true} if {
	resource.is_unknown(connection, "vpn_link")
} else := {"unknown": true} if {
	some each in _of_links(connection)
	each.unknown
} else := {"is": sort({method | some each in _of_links(connection); some method in each.is})}

_chosen(connection) := {"choices": {"is": choices}} if {
	choices := [choice |
		some link in settings.items(connection, "vpn_link")
		some choice in ipsec.choices_of(_as_resource(link))
	]
	count(choices) > 0
} else := {}

_of_links(connection) := {ipsec.methods(settings.in_block(link, "protocol"), _as_resource(link), "hub") |
	some link in settings.items(connection, "vpn_link")
}

# a link is unknown as a whole, in part, or not at all
_marks(unknown) := unknown if {
	is_object(unknown)
} else := {"ipsec_policy": unknown}

# a block that has blocks, in the shape of a resource of which everything is written
_as_resource(link) := {
	"values": link.values,
	"unknown": _marks(link.unknown),
	"steps": link.steps,
	"configured": "",
}
