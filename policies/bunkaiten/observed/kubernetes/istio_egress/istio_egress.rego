# METADATA
# title: What Istio lets out of the mesh
# description: The hosts and networks outside that ServiceEntries name.
package bunkaiten.observed.kubernetes.istio_egress

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"service-entry": {"en": "way out of the Istio mesh", "ja": "Istio メッシュから外への経路", "on_path": "hop"},
	"workload-entry": {"en": "machine in the Istio mesh", "ja": "Istio メッシュに加わるマシン"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"networking.istio.io/DestinationRule": [
		"spec.host",
		"spec.trafficPolicy.portLevelSettings.port.number",
		"spec.trafficPolicy.portLevelSettings.tls.mode",
		"spec.trafficPolicy.tls.mode",
	],
	"networking.istio.io/ServiceEntry": [
		"spec.addresses",
		"spec.endpoints.address",
		"spec.hosts",
		"spec.location",
		"spec.ports.number",
		"spec.ports.protocol",
	],
	"networking.istio.io/WorkloadEntry": ["spec.address"],
}

# METADATA
# description: >-
#   Who is outside: the endpoints where they are written, the addresses of what is plain TCP (Istio
#   does not look at the hosts then), else the hosts. MESH_EXTERNAL is the default of `location`;
#   what is said to be in the mesh is where its endpoints are.
peers contains found if {
	some entry in manifest.given["networking.istio.io/ServiceEntry"]
	some port in _ports(entry)
	some other in _others(entry, _protocol(port))
	attributes := {
		"who": _who(other.name),
		"ports": _range(written.number(port, ["number"])),
		"encrypted": _encrypted(entry, port, _origination),
	}
	found := fact.on(entry, other.path, "service-entry", object.union(
		{"direction": "out"},
		written.present(attributes),
	))
}

# a machine that is part of the mesh, wherever it stands
peers contains found if {
	some entry in manifest.given["networking.istio.io/WorkloadEntry"]
	name := written.text(entry.values, ["spec", "address"])
	regex.match(_address, name)
	found := fact.on(entry, ["spec", "address"], "workload-entry", {"who": _who(name), "direction": "both"})
}

_ports(entry) := ports if {
	ports := written.items(entry.values, ["spec", "ports"])
	ports != {}
} else := {0: {}}

_protocol(port) := upper(written.text(port, ["protocol"]))

_others(entry, protocol) := others if {
	others := {{"name": name, "path": ["spec", "endpoints", index, "address"]} |
		some index, endpoint in written.items(entry.values, ["spec", "endpoints"])
		name := written.text(endpoint, ["address"])
		name != ""
		_is_told(entry, name)
	}
	count(others) > 0
} else := set() if {
	_is_inside(entry)
} else := _listed(entry, "addresses") if {
	not _knows_hosts(protocol)
	count(_listed(entry, "addresses")) > 0
} else := _listed(entry, "hosts")

_is_inside(entry) if written.text(entry.values, ["spec", "location"]) == "MESH_INTERNAL"

# in the mesh, a name tells nobody where that is
_is_told(entry, _) if not _is_inside(entry)

_is_told(_, name) if regex.match(_address, name)

_address := `^([0-9]{1,3}(\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+)$`

_listed(entry, list) := {{"name": name, "path": ["spec", list, index]} |
	some index, name in written.list(entry.values, ["spec", list])
	is_string(name)
}

_knows_hosts(protocol) if protocol in {"", "GRPC", "GRPC-WEB", "HTTP", "HTTP2", "HTTPS", "TLS"}

_who(name) := {"unknown": true} if {
	written.is_open(name)
} else := {"is": fact.network(name)} if {
	contains(name, "/")
} else := {"is": fact.network(concat("", [name, "/32"]))} if {
	regex.match(`^[0-9]{1,3}(\.[0-9]{1,3}){3}$`, name)
} else := {"is": fact.network(concat("", [name, "/128"]))} if {
	contains(name, ":")
} else := {"is": fact.host(name)}

_range(number) := {"is": [number.is, number.is]} if {
	number.is
} else := number

# what the application itself encrypts, or the proxy by a DestinationRule; of TCP nothing is known
_encrypted(entry, port, origination) := {} if {
	_is_inside(entry) # as the mesh does
} else := {"is": "tls"} if {
	_protocol(port) in {"HTTPS", "TLS"}
} else := {"is": "tls"} if {
	some mode in _modes(entry, port, origination)
	mode in {"MUTUAL", "SIMPLE"}
} else := {"unknown": true} if {
	some word in (_modes(entry, port, origination) | {_protocol(port)})
	written.is_open(word)
} else := {"is": "none"} if {
	_protocol(port) in {"GRPC", "GRPC-WEB", "HTTP", "HTTP2"}
} else := {}

# what is said of a port replaces what is said of all
_modes(entry, port, origination) := chosen if {
	chosen := {mode | some [host, number, mode] in origination; host in _hosts(entry); number == _number(port)}
	count(chosen) > 0
} else := {mode | some [host, number, mode] in origination; host in _hosts(entry); number == ""}

_number(port) := written.text(port, ["number"])

_hosts(entry) := {lower(host) | some host in written.texts(entry.values, ["spec", "hosts"])}

_origination := {[host, number, mode] |
	some rule in manifest.given["networking.istio.io/DestinationRule"]
	host := lower(written.text(rule.values, ["spec", "host"]))
	some policy in _policies(rule)
	number := written.text(policy, ["port", "number"])
	mode := written.text(policy, ["tls", "mode"])
}

_policies(rule) := {written.table(rule.values, ["spec", "trafficPolicy"])} | {port |
	some port in written.items(rule.values, ["spec", "trafficPolicy", "portLevelSettings"])
}
