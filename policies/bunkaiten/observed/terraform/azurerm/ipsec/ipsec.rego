# METADATA
# title: IPsec of Azure
# description: >-
#   The ways to encrypt that a tunnel accepts, in the words of Azure. What nobody chooses is the
#   version of IKE that the provider's documentation names as the default (registry.terraform.io,
#   azurerm_virtual_network_gateway_connection, "connection_protocol"; azurerm_vpn_gateway_connection,
#   "protocol"), and Azure's own set of proposals, which for the gateway of a network has 3DES in it
#   and for that of a hub has not ("About VPN devices and IPsec/IKE parameters",
#   learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-devices; "Site-to-site IPsec
#   policies", learn.microsoft.com/azure/virtual-wan/virtual-wan-ipsec).
package bunkaiten.observed.terraform.azurerm.ipsec

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings

# METADATA
# description: >-
#   All that a tunnel accepts, by its version of IKE and its block ipsec_policy, and by what it ends
#   at: the "gateway" of a network, or a "hub".
methods(version, thing, end) := {"unknown": true} if {
	version.unknown
} else := {"unknown": true} if {
	resource.is_unknown(thing, "ipsec_policy")
} else := {"unknown": true} if {
	some policy in settings.items(thing, "ipsec_policy")
	some name in _names
	_is_open(policy, name)
} else := {"is": sort({_version(version)} | _proposals(thing, end))}

# METADATA
# description: >-
#   What the gateway of a network encrypts and checks with, each as the list of what is accepted: what
#   somebody chose, by the name of the attribute, or what Azure offers where nobody did.
chosen(thing) := {"choices": {"is": choices}} if {
	choices := choices_of(thing)
	count(choices) > 0
} else := {"choices": {"is": [["3DES", "AES128", "AES256"], ["SHA1", "SHA256"]]}} if {
	resource.attribute(thing, "ipsec_policy") == {}
} else := {}

# METADATA
# description: What somebody chose, as a plain list.
choices_of(thing) := [[policy.values[name]] |
	some policy in settings.items(thing, "ipsec_policy")
	some name in sort(_names - {"dh_group", "pfs_group"})
	resource.is_set(policy.values[name])
	not _is_open(policy, name)
]

# METADATA
# description: The attributes of the block that are read.
names := _names

_version(version) := lower(version.is) if {
	is_string(version.is)
} else := "ikev2"

_proposals(thing, end) := {policy.values[name] |
	some policy in settings.items(thing, "ipsec_policy")
	some name in _names
	resource.is_set(policy.values[name])
} if {
	count(settings.items(thing, "ipsec_policy")) > 0
} else := _usual[end]

_usual := {
	"gateway": {"3DES", "AES128", "AES256", "DHGroup2", "SHA1", "SHA256"},
	"hub": {"AES128", "AES256", "DHGroup2", "GCMAES256", "SHA1", "SHA256"},
}

_is_open(policy, name) if policy.unknown[name] == true

_names := {
	"dh_group", "encryption_algorithm", "ike_encryption", "ike_encryption_algorithm", "ike_integrity",
	"ike_integrity_algorithm", "integrity_algorithm", "ipsec_encryption", "ipsec_integrity", "pfs_group",
}
