# METADATA
# title: Other ends of Cloud VPN tunnels
# description: >-
#   Where each tunnel of Google leads: the interface of an external gateway, a gateway of Google in
#   another project, or the address that the tunnel itself has.
package bunkaiten.observed.terraform.google.vpn_ends

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.projects

# METADATA
# description: Attributes that are read, by type.
reads := {
	"google_compute_external_vpn_gateway": ["interface.id", "interface.ip_address", "interface.ipv6_address"],
	"google_compute_ha_vpn_gateway": ["project"],
	"google_compute_vpn_tunnel": [
		"peer_external_gateway", "peer_external_gateway_interface", "peer_gcp_gateway", "peer_ip",
		"project",
	],
}

# METADATA
# description: >-
#   By key of the tunnel, what is at its other end: who it is (as an attribute) and the steps to where
#   that stands. Nothing, where that is a gateway of the same project.
of[key] contains end if {
	some key, tunnel in resource.managed.google_compute_vpn_tunnel
	some end in _found(key, tunnel)
}

_found(key, tunnel) := _outside(key) if {
	count(_outside(key)) > 0
} else := _in_google(key, tunnel) if {
	resource.attribute(tunnel, "peer_gcp_gateway") != {}
} else := {{"who": _who(address), "steps": array.concat(tunnel.steps, ["peer_ip"])}} if {
	address := resource.attribute(tunnel, "peer_ip")
	address != {}
} else := {{"who": {"unknown": true}, "steps": array.concat(tunnel.steps, ["peer_external_gateway"])}}

_outside(key) := {end | some end in _interfaces[key]}

# the addresses of the interface that the tunnel names, or of all where that is not known
_interfaces[key] contains {"who": who, "steps": array.concat(gateway.steps, ["interface", interface.index, part])} if {
	some key, tunnel in resource.managed.google_compute_vpn_tunnel
	some found in resource.tied(tunnel, "peer_external_gateway", "google_compute_external_vpn_gateway")
	gateway := resource.managed.google_compute_external_vpn_gateway[found]
	some interface in resource.items(gateway, "interface")
	_is_meant(resource.attribute(tunnel, "peer_external_gateway_interface"), interface)
	some part in ["ip_address", "ipv6_address"]
	who := _address(interface, part)
}

_is_meant(number, _) if not _is_known(number)

_is_meant(_, interface) if not _is_numbered(interface)

_is_known(number) if is_number(number.is)

_is_numbered(interface) if is_number(interface.values.id)

_is_meant(number, interface) if number.is == interface.values.id

_address(interface, part) := {"unknown": true} if {
	interface.unknown[part] == true
} else := _who({"is": interface.values[part]}) if {
	resource.is_set(interface.values[part])
}

_who(address) := {"is": fact.network(concat("/", [address.is, bits]))} if {
	is_string(address.is)
	bits := {true: "128", false: "32"}[contains(address.is, ":")]
} else := {"unknown": true}

_in_google(key, tunnel) := {{"who": who, "steps": array.concat(tunnel.steps, ["peer_gcp_gateway"])} |
	some who in _strangers(key, tunnel)
}

# the gateway of the plan, or the project that its name tells
_strangers(key, tunnel) := {projects.who(named) |
	some gateway in resource.tied(tunnel, "peer_gcp_gateway", "google_compute_ha_vpn_gateway")
	some named in _projects[gateway]
	not _is_own(key, named)
} if {
	count(resource.tied(tunnel, "peer_gcp_gateway", "google_compute_ha_vpn_gateway")) > 0
} else := {projects.who(named) |
	named := projects.in_path(tunnel.values.peer_gcp_gateway)
	not _is_own(key, named)
} if {
	projects.in_path(tunnel.values.peer_gcp_gateway)
} else := {{"unknown": true}}

_is_own(key, named) if named in _projects[key]

_projects[key] := found if some key, found in projects.of
