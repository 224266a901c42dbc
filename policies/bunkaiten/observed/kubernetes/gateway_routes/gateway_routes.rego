# METADATA
# title: Routes of the Gateway API
# description: Which listeners a route is attached to, and for which hosts. Pure functions.
package bunkaiten.observed.kubernetes.gateway_routes

import data.bunkaiten.observed.written

# METADATA
# description: The kinds of routes.
kinds := {
	"gateway.networking.k8s.io/GRPCRoute",
	"gateway.networking.k8s.io/HTTPRoute",
	"gateway.networking.k8s.io/TCPRoute",
	"gateway.networking.k8s.io/TLSRoute",
	"gateway.networking.k8s.io/UDPRoute",
}

# METADATA
# description: Attributes of a route that are read here.
paths := {
	"spec.hostnames",
	"spec.parentRefs.kind",
	"spec.parentRefs.name",
	"spec.parentRefs.namespace",
	"spec.parentRefs.port",
	"spec.parentRefs.sectionName",
	"spec.rules.filters.requestRedirect.scheme",
	"spec.rules.filters.type",
}

# METADATA
# description: >-
#   The Gateways that a route refers to, by themselves or by sets of listeners, with what it refers
#   to each by, by index.
parents(route) := {index: parent |
	some index, parent in written.items(route.values, ["spec", "parentRefs"])
	written.text(parent, ["kind"]) in {"", "Gateway", "ListenerSet", "XListenerSet"}
}

# METADATA
# description: The Gateway is the one that a route of this namespace means by `parent`.
is_meant(gateway, parent, namespace) if {
	written.text(parent, ["kind"]) in {"", "Gateway"}
	gateway.name == written.text(parent, ["name"])
	gateway.namespace == _namespace(written.text(parent, ["namespace"]), namespace)
}

# METADATA
# description: >-
#   The hosts that a listener passes to a route, [] for every host. Undefined where the route is not
#   attached to that listener.
passed(route, parent, listener) := hosts if {
	_is_named(parent, listener)
	_is_of_protocol(route, listener)
	asked := {lower(host) | some host in written.texts(route.values, ["spec", "hostnames"])}
	hosts := _common(asked, lower(written.text(listener, ["hostname"])))
}

# METADATA
# description: The hosts that a route asks for.
hosts(route) := [lower(host) | some host in written.texts(route.values, ["spec", "hostnames"])]

# METADATA
# description: Every rule of the route only sends the client on to HTTPS.
only_redirects(route) if {
	rules := written.items(route.values, ["spec", "rules"])
	count(rules) > 0
	every rule in rules {
		_redirects(rule)
	}
}

_namespace("", namespace) := namespace

_namespace(namespace, _) := namespace if namespace != ""

_is_named(parent, listener) if {
	written.text(parent, ["sectionName"]) in {"", written.text(listener, ["name"])}
	written.text(parent, ["port"]) in {"", written.text(listener, ["port"])}
}

# an implementation may have protocols of its own
_is_of_protocol(route, listener) if {
	protocol := written.text(listener, ["protocol"])
	route.values.kind in object.get(_routes_of, protocol, {route.values.kind})
}

# gateway-api.sigs.k8s.io/guides/api-overview, "Route summary table"
_routes_of := {
	"HTTP": {"GRPCRoute", "HTTPRoute"},
	"HTTPS": {"GRPCRoute", "HTTPRoute"},
	"TCP": {"TCPRoute"},
	"TLS": {"TCPRoute", "TLSRoute"},
	"UDP": {"UDPRoute"},
}

_common(asked, "") := sort(asked)

_common(asked, host) := [host] if {
	host != ""
	count(asked) == 0
}

_common(asked, host) := sort(common) if {
	host != ""
	common := {narrow | some one in asked; narrow := _narrower(one, host)}
	count(common) > 0
}

# a wildcard stands for any number of labels here
_narrower(one, other) := one if {
	_fits(other, one)
} else := other if _fits(one, other)

_fits(wide, narrow) if wide == narrow

_fits(wide, narrow) if {
	startswith(wide, "*.")
	endswith(narrow, substring(wide, 1, -1))
}

_redirects(rule) if {
	some filter in written.items(rule, ["filters"])
	written.text(filter, ["type"]) == "RequestRedirect"
	written.text(filter, ["requestRedirect", "scheme"]) == "https"
}
