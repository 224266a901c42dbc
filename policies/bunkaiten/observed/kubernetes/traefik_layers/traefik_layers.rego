# METADATA
# title: Layers of Traefik's routes
# description: >-
#   Which routes listen for a route that stands below others and has neither entry points nor TLS of
#   its own (doc.traefik.io, "Multi-layer routing"). Pure functions.
package bunkaiten.observed.kubernetes.traefik_layers

import data.bunkaiten.observed.written

# METADATA
# description: Attributes that are read here.
paths := ["spec.parentRefs.name", "spec.parentRefs.namespace"]

# METADATA
# description: The routes among `routes` that listen for a route, itself or those above it.
above(route, routes) := {route} if {
	_parents(route) == {}
} else := {parent | some named in _parents(route); some parent in _meant(named, route.namespace, routes)}

# METADATA
# description: A route above was not given, or is below another itself.
is_open(route, routes) if {
	some named in _parents(route)
	_meant(named, route.namespace, routes) == set()
}

_parents(route) := written.items(route.values, ["spec", "parentRefs"])

_meant(named, own, routes) := {parent |
	some parent in routes
	parent.name == written.text(named, ["name"])
	parent.namespace == _namespace(written.text(named, ["namespace"]), own)
	_parents(parent) == {}
}

_namespace("", own) := own

_namespace(namespace, _) := namespace if namespace != ""
