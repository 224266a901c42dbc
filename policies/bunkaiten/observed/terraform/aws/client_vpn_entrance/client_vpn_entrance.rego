# METADATA
# title: Entrances of client VPNs of AWS
# description: How one gets through an endpoint of client_vpn, and whether it is recorded. No facts.
package bunkaiten.observed.terraform.aws.client_vpn_entrance

import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type.
reads := {"aws_ec2_client_vpn_endpoint": [
	"authentication_options.type",
	"connection_log_options.enabled",
	"split_tunnel",
	"transport_protocol",
	"vpn_port",
]}

# METADATA
# description: With what one gets in, and whether connections are recorded.
controls(endpoint) := {"authentication": _authentication(endpoint), "logged": _logged(endpoint)}

# METADATA
# description: Certificates of clients make the TLS of OpenVPN mutual.
encrypted(endpoint) := {"unknown": true} if {
	_authentication(endpoint).unknown
} else := {"is": "mutual-tls"} if {
	"certificate" in _authentication(endpoint).is
} else := {"is": "tls"}

# METADATA
# description: What is set, or the default.
setting(endpoint, name) := _word(written) if {
	written := resource.attribute(endpoint, name)
	count(written) > 0
} else := {"is": _defaults[name]}

# registry.terraform.io, aws_ec2_client_vpn_endpoint
_defaults := {"split_tunnel": "no", "transport_protocol": "udp", "vpn_port": 443}

_word(written) := {"is": "yes"} if {
	written.is == true
} else := {"is": "no"} if {
	written.is == false
} else := written

# one after the other, where there are two
_authentication(endpoint) := {"is": sort(words)} if {
	options := resource.items(endpoint, "authentication_options")
	words := {_methods[option.values.type] | some option in options}
	count(words) == count(options)
	count(words) > 0
} else := {"unknown": true}

_methods := {
	"certificate-authentication": "certificate",
	"directory-service-authentication": "directory",
	"federated-authentication": "saml",
}

_logged(endpoint) := {"is": "yes"} if {
	some option in resource.items(endpoint, "connection_log_options")
	option.values.enabled == true
} else := {"unknown": true} if {
	some option in resource.items(endpoint, "connection_log_options")
	option.unknown.enabled == true
} else := {"unknown": true} if {
	endpoint.unknown.connection_log_options == true
} else := {"is": "no"}
