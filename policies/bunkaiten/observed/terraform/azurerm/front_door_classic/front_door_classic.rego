# METADATA
# title: Front doors of Azure of the classic kind
# description: What their routes accept from the whole internet, and where and how they send it on.
package bunkaiten.observed.terraform.azurerm.front_door_classic

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.ends
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
	"azurerm_frontdoor": [
		"backend_pool.backend.address", "backend_pool.name", "frontend_endpoint.host_name", "frontend_endpoint.name",
		"routing_rule.accepted_protocols", "routing_rule.forwarding_configuration.backend_pool_name",
		"routing_rule.forwarding_configuration.forwarding_protocol", "routing_rule.frontend_endpoints",
	],
	"azurerm_frontdoor_custom_https_configuration": ["frontend_endpoint_id"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"azurerm_frontdoor_custom_https_configuration": [["frontend_endpoint_id", "azurerm_frontdoor"]]}

# METADATA
# description: >-
#   What each rule that sends on accepts. TLS 1.2 is the oldest since March 2025
#   (learn.microsoft.com/azure/frontdoor/end-to-end-tls).
endpoints contains found if {
	some [door, rule, _] in _rules
	found := fact.on(door, ["routing_rule", rule.index], "front-door", object.union(
		{"audience": {"is": "anybody"}, "hosts": _hosts(door, rule)},
		_security(_accepted(rule)),
	))
}

# METADATA
# description: Where they send to, by HTTPS where nobody chose (registry.terraform.io, azurerm_frontdoor).
peers contains found if {
	some [door, rule, forwarding] in _rules
	some pool in settings.items(door, "backend_pool")
	pool.values.name == forwarding.values.backend_pool_name
	some backend in settings.blocks(pool, "backend")
	path := ["backend_pool", pool.index, "backend", backend.index, "address"]
	found := fact.on(door, path, "front-door-origin", {
		"who": ends.host(settings.in_block(backend, "address")),
		"direction": "out",
		"encrypted": _forwarded(rule, settings.of_block(forwarding, "forwarding_protocol", "HttpsOnly")),
	})
}

_rules := [[door, rule, forwarding] |
	some _, door in resource.managed.azurerm_frontdoor
	some rule in settings.items(door, "routing_rule")
	some forwarding in settings.blocks(rule, "forwarding_configuration")
]

_security(encrypted) := {"encrypted": encrypted, "weakest": {"is": "TLS 1.2"}} if {
	encrypted.is == "tls"
} else := {"encrypted": encrypted}

_accepted(rule) := {"is": "none"} if {
	"Http" in written.list(rule.values, "accepted_protocols")
} else := {"is": "tls"} if {
	"Https" in written.list(rule.values, "accepted_protocols")
} else := {"unknown": true}

_forwarded(_, protocol) := {"is": {"HttpOnly": "none", "HttpsOnly": "tls"}[protocol.is]} if {
	protocol.is in {"HttpOnly", "HttpsOnly"}
} else := {"unknown": true} if {
	protocol.unknown
}

_forwarded(rule, protocol) := _accepted(rule) if protocol.is == "MatchRequest"

_hosts(door, rule) := sort({lower(front.values.host_name) |
	some front in settings.items(door, "frontend_endpoint")
	front.values.name in written.list(rule.values, "frontend_endpoints")
	is_string(front.values.host_name)
})
