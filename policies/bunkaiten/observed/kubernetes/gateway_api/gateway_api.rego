# METADATA
# title: Gateway API
# description: >-
#   What the listeners of Gateways let in, and what each route takes from them. A route is often
#   another team's, so that it has facts of its own.
package bunkaiten.observed.kubernetes.gateway_api

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.gateway_listeners
import data.bunkaiten.observed.kubernetes.gateway_routes
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"gateway-listener": {"en": "listener of a Gateway", "ja": "Gateway のリスナー"},
	"gateway-route": {"en": "route from a Gateway", "ja": "Gateway からの経路"},
}

# METADATA
# description: Attributes that are read, by type.
reads := object.union(
	{"gateway.networking.k8s.io/Gateway": sort(gateway_listeners.paths)},
	{kind: sort(gateway_routes.paths) | some kind in gateway_routes.kinds},
)

# METADATA
# description: A listener without a route still listens; one whose routes all redirect to HTTPS does not.
endpoints contains found if {
	some gateway in _gateways
	some index, listener in written.items(gateway.values, ["spec", "listeners"])
	takers := [taker | some taker in _taken; taker.gateway == gateway.key; taker.index == index]
	not _all_redirect(takers)
	heard := gateway_listeners.heard(gateway, listener)
	attributes := object.union(heard, {"hosts": _hosts(listener, takers)})
	found := fact.on(gateway, ["spec", "listeners", index], "gateway-listener", written.present(attributes))
}

# what a route takes from a listener is encrypted as that listener has it
endpoints contains found if {
	some taken in _taken
	not taken.redirects
	listener := _gateways[taken.gateway].values.spec.listeners[taken.index]
	heard := gateway_listeners.heard(_gateways[taken.gateway], listener)
	attributes := object.union(heard, {"hosts": taken.hosts})
	path := ["spec", "parentRefs", taken.parent]
	found := fact.on(_routes[taken.route], path, "gateway-route", written.present(attributes))
}

# a Gateway that was not given
endpoints contains found if {
	some route in _routes
	some index, parent in gateway_routes.parents(route)
	meant := [gateway | some gateway in _gateways; gateway_routes.is_meant(gateway, parent, route.namespace)]
	count(meant) == 0
	not gateway_routes.only_redirects(route)
	attributes := {
		"audience": {"unknown": true},
		"encrypted": {"unknown": true},
		"hosts": gateway_routes.hosts(route),
	}
	found := fact.on(route, ["spec", "parentRefs", index], "gateway-route", written.present(attributes))
}

_gateways := {key: gateway | some key, gateway in manifest.given["gateway.networking.k8s.io/Gateway"]}

_routes := {key: route |
	some kind in gateway_routes.kinds
	some key, route in manifest.given[kind]
}

_taken := [taken |
	some route in _routes
	some index, parent in gateway_routes.parents(route)
	some gateway in _gateways
	gateway_routes.is_meant(gateway, parent, route.namespace)
	some at, listener in written.items(gateway.values, ["spec", "listeners"])
	hosts := gateway_routes.passed(route, parent, listener)
	taken := {
		"route": route.key,
		"parent": index,
		"gateway": gateway.key,
		"index": at,
		"hosts": hosts,
		"redirects": _redirects(route),
	}
]

_redirects(route) if {
	gateway_routes.only_redirects(route)
} else := false

_all_redirect(takers) if {
	count(takers) > 0
	every taker in takers {
		taker.redirects
	}
}

_hosts(listener, takers) := [lower(host)] if {
	host := written.text(listener, ["hostname"])
	host != ""
} else := sort({host | some taker in takers; some host in taker.hosts}) if {
	every taker in takers {
		taker.hosts != []
	}
} else := []
