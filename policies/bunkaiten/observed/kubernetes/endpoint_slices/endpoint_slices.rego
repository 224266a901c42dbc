# METADATA
# title: Addresses behind Services
# description: >-
#   Where Services without a selector lead, by EndpointSlices and Endpoints that somebody wrote.
package bunkaiten.observed.kubernetes.endpoint_slices

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.network_ends
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"service-address": {"en": "address behind a Service", "ja": "Service の先のアドレス"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"/Endpoints": ["subsets.addresses.ip", "subsets.ports.port"],
	"discovery.k8s.io/EndpointSlice": ["endpoints.addresses", "ports.port"],
}

# METADATA
# description: Each address, by each port.
peers contains found if {
	some slice in manifest.given["discovery.k8s.io/EndpointSlice"]
	some index, end in written.items(slice.values, ["endpoints"])
	some at, address in written.list(end, ["addresses"])
	is_string(address)
	some ports in _ports(slice.values)
	found := _to(slice, ["endpoints", index, "addresses", at], address, ports)
}

peers contains found if {
	some ends in manifest.given["/Endpoints"]
	some index, subset in written.items(ends.values, ["subsets"])
	some at, end in written.items(subset, ["addresses"])
	address := written.text(end, ["ip"])
	address != ""
	some ports in _ports(subset)
	found := _to(ends, ["subsets", index, "addresses", at, "ip"], address, ports)
}

_to(thing, path, address, ports) := fact.on(thing, path, "service-address", object.union(
	{"direction": "out"},
	written.present({"who": network_ends.who(address), "ports": ports}),
))

_ports(holder) := {network_ends.ports(port) | some port in ports} if {
	ports := written.items(holder, ["ports"])
	ports != {}
} else := {{}}
