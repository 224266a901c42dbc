package bunkaiten_test.observed.kubernetes.traefik_layers

import data.bunkaiten.observed.kubernetes.traefik_layers

route(name, parents) := {"name": name, "namespace": "n", "values": {"spec": {"parentRefs": parents}}}

above(parents, routes) := {found.name | some found in traefik_layers.above(route("c", parents), routes)}

routes := {
	route("p", []),
	route("q", []),
	route("d", [{"name": "p"}]),
	object.union(route("p", []), {"namespace": "o"}),
}

test_route_by_itself_listens if {
	above([], routes) == {"c"}
	above(null, routes) == {"c"}
	not traefik_layers.is_open(route("c", []), routes)
}

test_routes_above_listen if {
	above([{"name": "p"}, {"name": "q", "namespace": "n"}], routes) == {"p", "q"}
	not traefik_layers.is_open(route("c", [{"name": "p"}]), routes)
	elsewhere := route("c", [{"name": "p", "namespace": "o"}])
	{found.namespace | some found in traefik_layers.above(elsewhere, routes)} == {"o"}
}

test_what_is_not_given_or_below_itself_is_open if {
	every parents in [[{"name": "x"}], [{"name": "q", "namespace": "o"}], [{"name": "d"}]] {
		above(parents, routes) == set()
		traefik_layers.is_open(route("c", parents), routes)
	}
	traefik_layers.is_open(route("c", [{"name": "p"}, {"name": "x"}]), routes)
}

test_what_is_read_is_told if {
	traefik_layers.paths == ["spec.parentRefs.name", "spec.parentRefs.namespace"]
}
