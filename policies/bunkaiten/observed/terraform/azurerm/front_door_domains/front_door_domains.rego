# METADATA
# title: Domains of front doors of Azure
# description: >-
#   The names that a route answers to, and the oldest protocol that these accept: TLS 1.2, where
#   nobody chose, and for the names of Azure itself
#   (learn.microsoft.com/azure/frontdoor/end-to-end-tls).
package bunkaiten.observed.terraform.azurerm.front_door_domains

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_cdn_frontdoor_custom_domain": [
		"cdn_frontdoor_profile_id", "host_name", "tls.minimum_tls_version", "tls.minimum_version",
	],
	"azurerm_cdn_frontdoor_route": ["cdn_frontdoor_custom_domain_ids"],
}

# METADATA
# description: By the key of a route, the oldest protocol of all its names.
weakest[key] := _oldest({_version(domain) | some domain in _domains[key]}) if {
	some key, _ in resource.managed.azurerm_cdn_frontdoor_route
}

# METADATA
# description: >-
#   By the key of a route, {"hosts": its names}, or {}.
hosts[key] := _named(sort({lower(domain.values.host_name) |
	some domain in _domains[key]
	is_string(domain.values.host_name)
})) if {
	some key, _ in resource.managed.azurerm_cdn_frontdoor_route
}

# METADATA
# description: The host of an origin is that of something that the plan makes.
is_ours(origin) if {
	resource.is_unknown(origin, "host_name")
	some configured in configuration.referred(origin, "host_name")
	startswith(split(configured, "\n")[2], "azurerm_")
}

_named(names) := {"hosts": names} if {
	count(names) > 0
} else := {}

_domains[key] := [resource.managed.azurerm_cdn_frontdoor_custom_domain[domain] |
	some domain in resource.tied(route, "cdn_frontdoor_custom_domain_ids", "azurerm_cdn_frontdoor_custom_domain")
] if {
	some key, route in resource.managed.azurerm_cdn_frontdoor_route
}

_oldest(versions) := {"unknown": true} if {
	{"unknown": true} in versions
} else := {"is": min({version.is | some version in versions} | {"TLS 1.2"})}

# the word of version 4 of the provider where there is that one; undefined where nobody chose
_version(domain) := settings.word(written[0], _words) if {
	written := [version |
		some tls in settings.items(domain, "tls")
		some name in ["minimum_version", "minimum_tls_version"]
		version := settings.in_block(tls, name)
		version != {}
	]
	count(written) > 0
} else := {"unknown": true} if {
	resource.is_unknown(domain, "tls")
}

_words := {"TLS10": "TLS 1.0", "TLS12": "TLS 1.2", "TLS13": "TLS 1.3"}
