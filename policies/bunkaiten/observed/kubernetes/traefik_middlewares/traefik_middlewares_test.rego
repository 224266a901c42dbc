package bunkaiten_test.observed.kubernetes.traefik_middlewares

import data.bunkaiten.observed.kubernetes.traefik_middlewares

of(kind, named, spec) := {
	"apiVersion": "traefik.io/v1alpha1",
	"kind": kind,
	"metadata": {"name": named, "namespace": "n"},
	"spec": spec,
}

old(object_of) := object.union(object_of, {"apiVersion": "traefik.containo.us/v1alpha1"})

route(kind, used) := of(kind, "r", {"routes": [{"match": "Host(`a`)"}, {"middlewares": used}]})

fence(ranges) := of("Middleware", "m", {"ipAllowList": {"sourceRange": ranges}})

chain(named, used) := of("Middleware", named, {"chain": {"middlewares": used}})

to_https := {"redirectScheme": {"scheme": "https"}}

peers(objects) := found if {
	found := traefik_middlewares.peers with input as {"kubernetes": objects}
}

# the networks that are let in
lets(objects) := {object.get(found.who, ["is", "name"], "?") | some found in peers(objects)}

redirecting(objects) := found if {
	found := {name | some name in traefik_middlewares.redirecting} with input as {"kubernetes": objects}
}

given(objects) := found if {
	found := {name | some name in traefik_middlewares.given} with input as {"kubernetes": objects}
}

test_fact_is_told_whole if {
	fact := {
		"way": "traefik-source",
		"thing": "kubernetes:n/IngressRoute/r",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "routes", 1],
		"direction": "in",
		"who": {"is": {"by": "network", "name": "198.51.100.0/24"}},
	}
	by := route("IngressRoute", [{"name": "m"}])
	peers({"x": by, "m": fence(["198.51.100.0/24"])}) == {fact}
	peers({"x": old(by), "m": old(fence(["198.51.100.0/24"]))}) == {fact}
}

test_networks_are_those_of_the_middlewares_of_the_rule if {
	by := route("IngressRoute", [{"name": "m"}, {}, {"name": "o", "namespace": "n"}])
	lets({"x": by, "m": fence(["198.51.100.7", "${PARTNER}", "0.0.0.0/0"])}) == {"198.51.100.7/32", "?", "0.0.0.0/0"}
	lets({"x": by, "m": of("Middleware", "o", {"ipWhiteList": {"sourceRange": ["192.0.2.0/24"]}})}) == {"192.0.2.0/24"}
	lets({"x": by, "m": of("Middleware", "p", {"ipAllowList": {"sourceRange": ["192.0.2.0/24"]}})}) == set()
	elsewhere := route("IngressRoute", [{"name": "m", "namespace": "other"}])
	lets({"x": elsewhere, "m": fence(["192.0.2.0/24"])}) == set()
	lets({"x": by, "m": of("Middleware", "m", {"compress": {}})}) == set()
	lets({"x": by, "m": of("Middleware", "m", null)}) == set()
	lets({"m": fence(["192.0.2.0/24"])}) == set()
}

test_tcp_routes_have_middlewares_of_their_own if {
	fenced := of("MiddlewareTCP", "m", {"ipAllowList": {"sourceRange": ["192.0.2.0/24"]}})
	lets({"x": route("IngressRouteTCP", [{"name": "m"}]), "m": fenced}) == {"192.0.2.0/24"}
	lets({"x": route("IngressRoute", [{"name": "m"}]), "m": fenced}) == set()
	lets({"x": route("IngressRouteTCP", [{"name": "m"}]), "m": fence(["192.0.2.0/24"])}) == set()
}

test_chain_does_what_is_in_it if {
	objects := {
		"a": chain("a", [{"name": "b"}]),
		"b": chain("b", [{"name": "m"}, {"name": "s", "namespace": "n"}]),
		"m": fence(["192.0.2.0/24"]),
		"s": of("Middleware", "s", to_https),
	}
	lets(object.union(objects, {"x": route("IngressRoute", [{"name": "a"}])})) == {"192.0.2.0/24"}
	redirecting(objects) == {"Middleware/n/a", "Middleware/n/b", "Middleware/n/s"}
	given(objects) == {"Middleware/n/a", "Middleware/n/b", "Middleware/n/m", "Middleware/n/s"}
	given(object.remove(objects, ["m"])) == {"Middleware/n/s"}
	redirecting(object.remove(objects, ["m"])) == {"Middleware/n/a", "Middleware/n/b", "Middleware/n/s"}
}

test_what_only_redirects_to_https_does if {
	redirecting({"s": of("Middleware", "s", to_https)}) == {"Middleware/n/s"}
	redirecting({"s": of("Middleware", "s", {"redirectScheme": {"scheme": "http"}})}) == set()
	redirecting({}) == set()
	given({}) == set()
}

test_two_of_one_name_are_as_none if {
	objects := {"s": of("Middleware", "s", to_https), "t": old(of("Middleware", "s", {"compress": {}}))}
	redirecting(objects) == set()
	given(objects) == set()
	same := {"s": of("Middleware", "s", to_https), "t": old(of("Middleware", "s", to_https))}
	redirecting(same) == {"Middleware/n/s"}
}

test_words_are_in_both_languages if {
	traefik_middlewares.ways == {"traefik-source": {
		"en": "network that a route of Traefik lets in",
		"ja": "Traefik の経路が通す接続元",
	}}
}

test_what_is_read_is_told if {
	used := ["spec.routes.middlewares.name", "spec.routes.middlewares.namespace"]
	every group in ["traefik.containo.us", "traefik.io"] {
		traefik_middlewares.reads[concat("/", [group, "IngressRoute"])] == used
		traefik_middlewares.reads[concat("/", [group, "IngressRouteTCP"])] == used
		traefik_middlewares.reads[concat("/", [group, "Middleware"])] == [
			"spec.chain.middlewares.name", "spec.chain.middlewares.namespace", "spec.ipAllowList.sourceRange",
			"spec.ipWhiteList.sourceRange", "spec.redirectScheme.scheme",
		]
		traefik_middlewares.reads[concat("/", [group, "MiddlewareTCP"])] == [
			"spec.ipAllowList.sourceRange",
			"spec.ipWhiteList.sourceRange",
		]
	}
	count(traefik_middlewares.reads) == 8
}
