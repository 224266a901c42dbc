# METADATA
# title: Front doors of Azure
# description: >-
#   Routes of Front Door, of the profiles of today and of the classic kind: what they accept from the
#   whole internet, and where and how they send it on.
package bunkaiten.observed.terraform.azurerm.front_doors

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.ends
import data.bunkaiten.observed.terraform.azurerm.front_door_domains
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"front-door": {"en": "Azure Front Door", "ja": "Azure Front Door"},
	"front-door-origin": {
		"en": "requests handed on by Azure Front Door",
		"ja": "Azure Front Door からの転送",
		"on_path": "sender",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_cdn_frontdoor_endpoint": ["cdn_frontdoor_profile_id"],
	"azurerm_cdn_frontdoor_origin": ["cdn_frontdoor_origin_group_id", "host_name"],
	"azurerm_cdn_frontdoor_origin_group": [],
	"azurerm_cdn_frontdoor_profile": [],
	"azurerm_cdn_frontdoor_route": [
		"cdn_frontdoor_endpoint_id", "cdn_frontdoor_origin_group_id", "enabled", "forwarding_protocol",
		"https_redirect_enabled", "supported_protocols",
	],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"azurerm_cdn_frontdoor_custom_domain": [_profile],
	"azurerm_cdn_frontdoor_endpoint": [_profile],
	"azurerm_cdn_frontdoor_origin": [["cdn_frontdoor_origin_group_id", "azurerm_cdn_frontdoor_origin_group"]],
	"azurerm_cdn_frontdoor_origin_group": [_profile],
	"azurerm_cdn_frontdoor_route": [["cdn_frontdoor_endpoint_id", "azurerm_cdn_frontdoor_endpoint"]],
}

# METADATA
# description: >-
#   What a route accepts: requests in plain text too, unless it only sends them to HTTPS, which it does
#   where nobody chose (registry.terraform.io, azurerm_cdn_frontdoor_route).
endpoints contains found if {
	some key, route in resource.managed.azurerm_cdn_frontdoor_route
	_is_on(route)
	encrypted := _accepted(route)
	found := fact.on(route, ["supported_protocols"], "front-door", object.union_n([
		{"audience": {"is": "anybody"}, "encrypted": encrypted},
		_floor(encrypted, front_door_domains.weakest[key]),
		front_door_domains.hosts[key],
	]))
}

# METADATA
# description: >-
#   Where a route sends to, and how: as the request came, where nobody chose. What the plan itself
#   makes is no stranger's.
peers contains found if {
	some _, route in resource.managed.azurerm_cdn_frontdoor_route
	_is_on(route)
	some key in resource.tied(route, "cdn_frontdoor_origin_group_id", "azurerm_cdn_frontdoor_origin_group")
	some [origin, group] in _origins
	group == key
	host := resource.attribute(origin, "host_name")
	not front_door_domains.is_ours(origin)
	found := fact.on(origin, ["host_name"], "front-door-origin", {
		"who": ends.host(host),
		"direction": "out",
		"encrypted": _forwarded(route),
	})
}

_profile := ["cdn_frontdoor_profile_id", "azurerm_cdn_frontdoor_profile"]

_origins := [[origin, group] |
	some _, origin in resource.managed.azurerm_cdn_frontdoor_origin
	some group in resource.tied(origin, "cdn_frontdoor_origin_group_id", "azurerm_cdn_frontdoor_origin_group")
]

_is_on(route) if settings.chosen(route, "enabled", true) != {"is": false}

_floor(encrypted, weakest) := {"weakest": weakest} if {
	encrypted.is == "tls"
} else := {}

_accepted(route) := {"unknown": true} if {
	resource.is_unknown(route, "supported_protocols")
} else := {"is": "tls"} if {
	count({"Http"} & {protocol | some protocol in written.list(route.values, "supported_protocols")}) == 0
} else := {"unknown": true} if {
	settings.chosen(route, "https_redirect_enabled", true).unknown
} else := {"is": "none"} if {
	settings.chosen(route, "https_redirect_enabled", true) == {"is": false}
} else := {"is": "tls"}

_forwarded(route) := settings.word(protocol, {"HttpOnly": "none", "HttpsOnly": "tls"}) if {
	protocol := settings.chosen(route, "forwarding_protocol", "MatchRequest")
	protocol != {"is": "MatchRequest"}
} else := _accepted(route)
