# METADATA
# title: Middlewares of Traefik
# description: >-
#   Where routes of Traefik send clients on to HTTPS, and the networks that they alone let in, under
#   both groups of Traefik's kinds. A chain does what those in it do.
package bunkaiten.observed.kubernetes.traefik_middlewares

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.network_ends
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"traefik-source": {"en": "network that a route of Traefik lets in", "ja": "Traefik の経路が通す接続元"}}

# METADATA
# description: Attributes that are read, by type.
reads := {concat("/", [group, kind]): paths |
	some group in _groups
	some kind, paths in {
		"IngressRoute": ["spec.routes.middlewares.name", "spec.routes.middlewares.namespace"],
		"IngressRouteTCP": ["spec.routes.middlewares.name", "spec.routes.middlewares.namespace"],
		"Middleware": [
			"spec.chain.middlewares.name", "spec.chain.middlewares.namespace", "spec.ipAllowList.sourceRange",
			"spec.ipWhiteList.sourceRange", "spec.redirectScheme.scheme",
		],
		"MiddlewareTCP": ["spec.ipAllowList.sourceRange", "spec.ipWhiteList.sourceRange"],
	}
}

# METADATA
# description: The networks that a route lets in, where it names some.
peers contains found if {
	some route in _routes
	some index, rule in written.items(route.values, ["spec", "routes"])
	some used in names(_kind_for[route.values.kind], rule, route.namespace)
	some range in sources[used]
	found := fact.on(route, ["spec", "routes", index], "traefik-source", {
		"who": network_ends.who(range),
		"direction": "in",
	})
}

# METADATA
# description: The middlewares of a rule, or of a chain, each as "kind/namespace/name".
names(kind, rule, own) := {concat("/", [kind, _namespace(written.text(used, ["namespace"]), own), name]) |
	some used in written.items(rule, ["middlewares"])
	name := written.text(used, ["name"])
}

# METADATA
# description: Those that are given, with all that is in their chains.
given contains name if {
	some name, reached in _reached
	every each in reached { _specs[each] }
}

# METADATA
# description: Those that send the client on to HTTPS.
redirecting contains name if {
	some name, reached in _reached
	some each in reached
	written.text(_specs[each], ["redirectScheme", "scheme"]) == "https"
}

# METADATA
# description: The networks that each lets in, by its name.
sources[name] contains range if {
	some name, reached in _reached
	some each in reached
	some list in ["ipAllowList", "ipWhiteList"] # as releases before 3 call it
	some range in written.texts(_specs[each], [list, "sourceRange"])
}

_groups := ["traefik.containo.us", "traefik.io"]

_kind_for := {"IngressRoute": "Middleware", "IngressRouteTCP": "MiddlewareTCP"}

_routes[key] := route if {
	some group in _groups
	some kind, _ in _kind_for
	some key, route in manifest.given[concat("/", [group, kind])]
}

# of the same name in both groups or in two clusters, nobody knows which counts
_specs[name] := spec if {
	some name, specs in _all
	count(specs) == 1
	some spec in specs
}

_all[name] contains spec if {
	some group in _groups
	some kind in _kind_for
	some middleware in manifest.given[concat("/", [group, kind])]
	name := concat("/", [kind, middleware.namespace, middleware.name])
	spec := written.table(middleware.values, ["spec"])
}

_parts[name] := parts if {
	some name, spec in _specs
	[kind, namespace, _] := split(name, "/")
	parts := names(kind, written.table(spec, ["chain"]), namespace)
}

# what is named and not given, the graph does not hold
_reached[name] := known | {part | some each in known; some part in _parts[each]} if {
	some name, _ in _parts
	known := graph.reachable(_parts, {name})
}

_namespace("", own) := own

_namespace(named, _) := named if named != ""
