# METADATA
# title: Routes of OpenShift
# description: What the routers of OpenShift let in, and with which encryption.
package bunkaiten.observed.kubernetes.openshift_routes

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.load_balancer
import data.bunkaiten.observed.kubernetes.network_ends
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"openshift-route": {"en": "route of OpenShift", "ja": "OpenShift の Route"},
	"openshift-route-source": {"en": "network that a route lets in", "ja": "OpenShift の Route が通す接続元"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"route.openshift.io/Route": array.concat(
	[concat(".", ["metadata.annotations", name]) | some name in _fences],
	["spec.host", "spec.tls.insecureEdgeTerminationPolicy", "spec.tls.termination"],
)}

# METADATA
# description: A route listens for its host, or for one that the cluster gives it.
endpoints contains found if {
	some route in manifest.given["route.openshift.io/Route"]
	some heard in _heard(route)
	attributes := object.union({"audience": _audience(route), "hosts": _hosts(route)}, heard)
	found := fact.on(route, ["spec"], "openshift-route", written.present(attributes))
}

# METADATA
# description: The networks that the router alone lets in.
peers contains found if {
	some route in manifest.given["route.openshift.io/Route"]
	some [name, part] in _ranges(route)
	found := fact.on(route, ["metadata", "annotations", name], "openshift-route-source", {
		"who": network_ends.who(part),
		"direction": "in",
	})
}

# the second is the name that releases before 4.15 know
_fences := ["haproxy.router.openshift.io/ip_allowlist", "haproxy.router.openshift.io/ip_whitelist"]

_ranges(route) := {[name, part] |
	some name in _fences
	some part in split(written.annotation(route, name), " ")
	part != ""
}

_audience(route) := {"is": "inside"} if {
	load_balancer.are_private({split(part, "/")[0] | some [_, part] in _ranges(route)})
} else := {"is": "anybody"}

_hosts(route) := [lower(host) |
	host := written.text(route.values, ["spec", "host"])
	host != ""
]

_heard(route) := {_plain} if {
	object.get(route.values, ["spec", "tls"], null) == null
} else := {{"encrypted": {"is": "passthrough"}, "port": {"is": 443}}} if {
	_setting(route, "termination") == "passthrough"
} else := {_ended} | _beside(_setting(route, "insecureEdgeTerminationPolicy")) if {
	_setting(route, "termination") in {"edge", "reencrypt"}
} else := {{"encrypted": {"unknown": true}}}

_setting(route, name) := lower(written.text(route.values, ["spec", "tls", name]))

# what a router accepts, its own profile says; without one, "Intermediate", from TLS 1.2 on
_ended := {"encrypted": {"is": "tls"}, "port": {"is": 443}, "weakest": {"is": "TLS 1.2"}}

_plain := {"encrypted": {"is": "none"}, "port": {"is": 80}}

# without a policy, clear text is not let in (TLSConfig of route.openshift.io/v1)
_beside(policy) := set() if {
	policy in {"", "none", "redirect"}
} else := {_plain} if {
	policy == "allow"
} else := {{"encrypted": {"unknown": true}, "port": {"is": 80}}}
