# METADATA
# title: Services for logging in
# description: >-
#   Whom Services let in to log in remotely, or to a VPN server, by the port, the port of the pods or
#   the name of the port. What pods themselves run is told elsewhere.
package bunkaiten.observed.kubernetes.service_logins

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.load_balancer
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"service-login": {"en": "Service for remote login", "ja": "リモートログイン用の Service"},
	"service-vpn": {"en": "Service of a VPN server", "ja": "VPN サーバーの Service"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"/Service": sort(((load_balancer.paths | load_balancer.service_paths) | {
	"spec.externalIPs",
	"spec.ports.name",
	"spec.ports.port",
	"spec.ports.targetPort",
	"spec.type",
}))}

# METADATA
# description: Whoever reaches a port for logging in, or the port of a VPN.
accesses contains found if {
	some service in manifest.given["/Service"]
	some index, port in written.items(service.values, ["spec", "ports"])
	some way, attributes in _doors(port)
	some [path, who] in _comers(service, index)
	found := fact.on(service, path, way, object.union(attributes, {"who": who}))
}

# a VPN asks for authentication itself; behind any other port, what runs there settles it
_doors(port) := {"service-vpn": {"authentication": {"is": asked}}} if {
	asked := min({methods | some number in _numbers(port); methods := _vpns[number]})
} else := {"service-login": written.present({"ports": _range(port)})} if {
	_is_for_login(port)
} else := {}

_is_for_login(port) if {
	some number in _numbers(port)
	number in _logins
}

_is_for_login(port) if regex.match(`^(rdp|sftp|ssh|telnet|vnc|winrm)(-|$)`, lower(written.text(port, ["name"])))

_numbers(port) := [number |
	some field in ["port", "targetPort"]
	number := written.text(port, [field])
]

_range(port) := {"is": [number.is, number.is]} if {
	number := written.number(port, ["port"])
	number.is
} else := {"unknown": true}

_comers(service, index) := _through_balancer(service, index) | {[["spec", "externalIPs"], _anybody] |
	some address in written.texts(service.values, ["spec", "externalIPs"])
	not written.is_private(address)
}

_through_balancer(service, index) := set() if {
	written.text(service.values, ["spec", "type"]) != "LoadBalancer"
} else := named if {
	named := {[path, _network(range)] | some [path, range] in load_balancer.ranges(service)}
	count(named) > 0
} else := {[["spec", "ports", index], _anybody]} if {
	load_balancer.of_service(service).is == "anybody"
} else := {[["spec", "ports", index], {"unknown": true}]} if {
	load_balancer.of_service(service).unknown
} else := set()

_network(range) := {"unknown": true} if {
	written.is_open(range)
} else := {"is": fact.network(range)}

_anybody := {"is": fact.network("0.0.0.0/0")}

# IANA's registry: SSH, telnet, RDP, VNC, WinRM
_logins := {"22", "23", "3389", "5900", "5901", "5985", "5986"}

# what a server of each has to ask for: IKE (RFC 7296, 2.15), OpenVPN (a client certificate, or who
# checks a password: manual of --verify-client-cert), WireGuard, whose port is a custom
_vpns := {
	"1194": ["certificate", "password"],
	"4500": ["certificate", "key"],
	"500": ["certificate", "key"],
	"51820": ["key"],
}
