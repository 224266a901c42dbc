# METADATA
# title: What forwarding rules of Google Cloud lead to
# description: The proxies behind forwarding rules, with what they decrypt, and how.
package bunkaiten.observed.terraform.google.load_balancer_proxies

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.target_proxies

# METADATA
# description: >-
#   By the key of a forwarding rule: encrypted, weakest and hosts, as a fact has them. Nothing of one
#   that carries nothing.
of[key] contains led if {
	some rule in _rules
	key := rule.key
	some led in _led(rule)
}

# METADATA
# description: >-
#   A private endpoint of something that the plan makes too, such as a database: a rule without a scheme
#   whose target is an attribute of that.
is_own_endpoint(rule) if {
	rule.values.load_balancing_scheme == ""
	resource.is_unknown(rule, "target")
	referred := configuration.referred(rule, "target")
	count(referred) > 0
	every made in referred {
		regex.match(`\ngoogle_[a-z0-9_]+\.`, made)
		not regex.match(`\ngoogle_compute_(target|region_target)_`, made)
	}
}

_rules contains rule if {
	some type in ["google_compute_forwarding_rule", "google_compute_global_forwarding_rule"]
	some _, rule in resource.managed[type]
}

# by what the rule refers to, else by what its target is called
_led(rule) := {_proxies[proxy] | some proxy in _targets[rule.key]} if {
	count(_targets[rule.key]) > 0
} else := set() if {
	_is_no_listener(rule)
} else := {{"encrypted": {"is": "none"}}} if {
	contains(_target(rule), "/targetHttpProxies/")
} else := {{"encrypted": {"is": "tls"}, "weakest": {"unknown": true}}} if {
	regex.match(`/target(Https|Ssl)Proxies/`, _target(rule))
} else := {{"encrypted": {"unknown": true}}} if {
	resource.is_unknown(rule, "target")
	not _leads_to_machines(rule)
} else := {{"encrypted": {"is": "passthrough"}}}

# a private endpoint, or the address of a VPN gateway
_is_no_listener(rule) if regex.match(`^(all-apis|vpc-sc)$|/serviceAttachments/|/targetVpnGateways/`, _target(rule))

_is_no_listener(rule) if {
	some type in ["google_compute_service_attachment", "google_compute_vpn_gateway"]
	count(resource.tied(rule, "target", type)) > 0
}

_is_no_listener(rule) if is_own_endpoint(rule)

_leads_to_machines(rule) if {
	some referred in configuration.referred(rule, "target")
	regex.match(`google_compute_target_(instance|pool)\.`, referred)
}

_target(rule) := rule.values.target if {
	is_string(rule.values.target)
} else := ""

_targets[key] contains proxy if {
	some rule in _rules
	key := rule.key
	some type, _ in target_proxies.spoken
	some proxy in resource.tied(rule, "target", type)
}

# what carries something, by a rule of its own: regorus finds nothing where a function names one of another package
_proxies[key] := proxy if some key, proxy in target_proxies.of
