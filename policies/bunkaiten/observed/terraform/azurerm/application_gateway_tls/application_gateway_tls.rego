# METADATA
# title: TLS of application gateways of Azure
# description: >-
#   The oldest protocol that a listener accepts, and whether it asks for certificates, by the policy
#   of its profile or of its gateway.
package bunkaiten.observed.terraform.azurerm.application_gateway_tls

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.written

# METADATA
# description: Attributes that are read, by type.
reads := {"azurerm_application_gateway": array.concat(
	["ssl_profile.name", "ssl_profile.trusted_client_certificate_names"],
	[sprintf("%sssl_policy.%s", [part, name]) |
		some part in ["", "ssl_profile."]
		some name in ["disabled_protocols", "min_protocol_version", "policy_name", "policy_type"]
	],
)}

# METADATA
# description: The oldest protocol of a listener of a gateway.
weakest(gateway, listener) := {"unknown": true} if {
	settings.in_block(listener, "ssl_profile_name").unknown
} else := _of(policies[0]) if {
	policies := _policies_of(_profile(gateway, listener))
	count(policies) > 0
} else := {"unknown": true} if {
	resource.is_unknown(gateway, "ssl_policy")
} else := _of(policies[0]) if {
	policies := [policy | some policy in settings.items(gateway, "ssl_policy")]
	count(policies) > 0
} else := {"is": _default}

# METADATA
# description: TLS, or mutual TLS where the profile of the listener has certificates of clients to trust.
encrypted(gateway, listener) := {"unknown": true} if {
	settings.in_block(listener, "ssl_profile_name").unknown
} else := {"is": "mutual-tls"} if {
	some profile in _profile(gateway, listener)
	count(written.list(profile.values, "trusted_client_certificate_names")) > 0
} else := {"is": "tls"}

_profile(gateway, listener) := {profile |
	some profile in settings.items(gateway, "ssl_profile")
	profile.values.name == listener.values.ssl_profile_name
}

_policies_of(profiles) := [policy |
	some profile in profiles
	some policy in settings.blocks(profile, "ssl_policy")
]

_of(policy) := {"unknown": true} if {
	some name in ["disabled_protocols", "min_protocol_version", "policy_name"]
	settings.in_block(policy, name).unknown
} else := settings.word(settings.in_block(policy, "policy_name"), _predefined) if {
	settings.in_block(policy, "policy_name") != {}
} else := settings.word(settings.in_block(policy, "min_protocol_version"), _words) if {
	settings.in_block(policy, "min_protocol_version") != {}
} else := {"is": left[0]} if {
	disabled := {_words[name] | some name in written.list(policy.values, "disabled_protocols")}
	count(disabled) > 0
	left := [version | some version in ["TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"]; not version in disabled]
} else := {"is": _default}

_words := {"TLSv1_0": "TLS 1.0", "TLSv1_1": "TLS 1.1", "TLSv1_2": "TLS 1.2", "TLSv1_3": "TLS 1.3"}

# learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview, "Predefined
# TLS policy"; the default of the versions of the API since 2023-02-01, which the provider uses, is
# AppGwSslPolicy20220101
_predefined := {
	"AppGwSslPolicy20150501": "TLS 1.0",
	"AppGwSslPolicy20170401": "TLS 1.1",
	"AppGwSslPolicy20170401S": "TLS 1.2",
	"AppGwSslPolicy20220101": "TLS 1.2",
	"AppGwSslPolicy20220101S": "TLS 1.2",
}

_default := _predefined.AppGwSslPolicy20220101
