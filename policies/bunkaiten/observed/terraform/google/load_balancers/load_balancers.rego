# METADATA
# title: Load balancers of Google Cloud
# description: >-
#   Forwarding rules, who can reach them, where TLS ends and how old it may be. One that only redirects
#   to HTTPS carries nothing and is left out; so are those of VPN gateways and of private endpoints.
package bunkaiten.observed.terraform.google.load_balancers

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.load_balancer_proxies

# METADATA
# description: What people call these facts.
ways := {"forwarding-rule": {"en": "load balancer of Google Cloud", "ja": "Google Cloud のロードバランサー"}}

# METADATA
# description: Attributes that are read, by type.
reads := {type: array.concat(["load_balancing_scheme", "port_range", "target"], more) |
	some type, more in {
		"google_compute_forwarding_rule": ["all_ports", "backend_service", "ip_protocol", "ports"],
		"google_compute_global_forwarding_rule": ["ip_protocol"],
	}
}

# METADATA
# description: Every forwarding rule that takes more than requests to be sent again by HTTPS.
endpoints contains found if {
	some type in ["google_compute_forwarding_rule", "google_compute_global_forwarding_rule"]
	some key, rule in resource.managed[type]
	some led in load_balancer_proxies.of[key]
	some port in _ports(rule)
	found := fact.on(rule, [], "forwarding-rule", object.union_n([
		{"audience": _audience_of(rule)},
		port,
		led,
	]))
}

# a scheme of "" is that of private endpoints, if the target is none of a load balancer
_audience_of(rule) := {"unknown": true} if {
	rule.values.load_balancing_scheme == ""
	resource.is_unknown(rule, "target")
	not _is_load_balancer(rule)
} else := _audience(resource.attribute(rule, "load_balancing_scheme"))

_is_load_balancer(rule) if {
	some target in configuration.referred(rule, "target")
	regex.match(`\ngoogle_compute_(target|region_target)_`, target)
}

# EXTERNAL, where nobody says: load_balancing_scheme of the provider's schema
_audience(scheme) := {"unknown": true} if {
	scheme.unknown
} else := {"is": "inside"} if {
	is_string(scheme.is)
	startswith(scheme.is, "INTERNAL")
} else := {"is": "anybody"}

_ports(rule) := {{"port": {"unknown": true}}} if {
	_is_late(rule)
} else := {{"port": {"is": to_number(port)}} |
	some item in resource.items(rule, "ports")
	port := item.values
	is_string(port)
	regex.match(`^[0-9]{1,5}$`, port)
} if {
	count(resource.items(rule, "ports")) > 0
} else := {{"port": {"is": to_number(ends[0])}}} if {
	is_string(rule.values.port_range)
	regex.match(`^([0-9]{1,5})(-[0-9]{1,5})?$`, rule.values.port_range)
	ends := split(rule.values.port_range, "-")
	ends[count(ends) - 1] == ends[0]
} else := {{}}

_is_late(rule) if resource.is_unknown(rule, "ports")

_is_late(rule) if resource.is_unknown(rule, "port_range")
