# METADATA
# title: Routes of Traefik
# description: What Traefik lets in by its own kinds, under both of their groups.
package bunkaiten.observed.kubernetes.traefik

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.load_balancer
import data.bunkaiten.observed.kubernetes.traefik_layers
import data.bunkaiten.observed.kubernetes.traefik_middlewares
import data.bunkaiten.observed.kubernetes.traefik_tls
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"traefik-route": {"en": "HTTP route of Traefik", "ja": "Traefik の HTTP 経路"},
	"traefik-tcp-route": {"en": "TCP route of Traefik", "ja": "Traefik の TCP 経路"},
	"traefik-udp-route": {"en": "UDP route of Traefik", "ja": "Traefik の UDP 経路"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {concat("/", [group, kind]): paths |
	some group in _groups
	some kind, paths in _paths
}

# METADATA
# description: An HTTP route listens, unless it only redirects to HTTPS.
endpoints contains found if {
	some route in _of.IngressRoute
	some index, rule in written.items(route.values, ["spec", "routes"])
	some above in traefik_layers.above(route, _routes)
	some heard in _heard(above, _used(route, rule))
	audience := _audience(above, _used(route, rule))
	found := fact.on(route, ["spec", "routes", index], "traefik-route", _attributes(above, rule, audience, heard))
}

# one below a route of which nothing is known
endpoints contains found if {
	some route in _of.IngressRoute
	traefik_layers.is_open(route, _routes)
	some index, rule in written.items(route.values, ["spec", "routes"])
	heard := {"encrypted": {"unknown": true}}
	attributes := _attributes(route, rule, {"unknown": true}, heard)
	found := fact.on(route, ["spec", "routes", index], "traefik-route", attributes)
}

# a TCP route without TLS, or with passthrough, hands on what comes
endpoints contains found if {
	some route in _of.IngressRouteTCP
	some index, rule in written.items(route.values, ["spec", "routes"])
	audience := _audience(route, _used(route, rule))
	attributes := _attributes(route, rule, audience, _heard_tcp(route))
	found := fact.on(route, ["spec", "routes", index], "traefik-tcp-route", attributes)
}

endpoints contains found if {
	some route in _of.IngressRouteUDP
	some index, rule in written.items(route.values, ["spec", "routes"])
	heard := {"encrypted": {"is": "passthrough"}}
	attributes := _attributes(route, rule, traefik_tls.audience(route), heard)
	found := fact.on(route, ["spec", "routes", index], "traefik-udp-route", attributes)
}

_groups := ["traefik.containo.us", "traefik.io"]

_common := [
	"spec.entryPoints",
	"spec.routes.match",
	"spec.tls",
	"spec.tls.options.name",
	"spec.tls.options.namespace",
]

_paths := {
	"IngressRoute": sort(array.concat(_common, traefik_layers.paths)),
	"IngressRouteTCP": array.concat(_common, ["spec.tls.passthrough"]),
	"IngressRouteUDP": ["spec.entryPoints", "spec.routes"],
	"TLSOption": ["spec.clientAuth.clientAuthType", "spec.minVersion"],
}

_of[kind][key] := found if {
	some group in _groups
	some kind, _ in _paths
	some key, found in manifest.given[concat("/", [group, kind])]
}

_routes := {route | some route in _of.IngressRoute}

_attributes(route, rule, audience, heard) := written.present(object.union(heard, {
	"audience": audience,
	"hosts": traefik_tls.hosts(written.text(rule, ["match"])),
	"port": traefik_tls.port(route),
}))

# a route that lets in private networks alone is for the inside
_audience(route, used) := {"is": "inside"} if {
	ranges := {range | some each in used; some range in _sources[each]}
	load_balancer.are_private({split(range, "/")[0] | some range in ranges})
} else := traefik_tls.audience(route)

_used(route, rule) := traefik_middlewares.names(_middleware_of[route.values.kind], rule, route.namespace)

_middleware_of := {"IngressRoute": "Middleware", "IngressRouteTCP": "MiddlewareTCP"}

_sources := {name: ranges | some name, ranges in traefik_middlewares.sources}

# tls: {} is TLS
_heard(route, used) := {traefik_tls.ended(route, _options)} if {
	is_object(route.values.spec.tls)
} else := {{"encrypted": {"unknown": true}}} if {
	written.is_open(written.text(route.values, ["spec", "tls"]))
} else := {heard | heard := traefik_tls.plain(route, used, _redirecting, _given)}

_heard_tcp(route) := {"encrypted": {"is": "passthrough"}} if {
	written.text(route.values, ["spec", "tls", "passthrough"]) == "true"
} else := traefik_tls.ended(route, _options) if {
	is_object(route.values.spec.tls)
} else := {"encrypted": {"unknown": true}} if {
	written.is_open(written.text(route.values, ["spec", "tls"]))
} else := {"encrypted": {"is": "passthrough"}}

_options := {[option.namespace, option.name, written.table(option.values, ["spec"])] |
	some option in _of.TLSOption
}

_given := {name | some name in traefik_middlewares.given}

_redirecting := {name | some name in traefik_middlewares.redirecting}
