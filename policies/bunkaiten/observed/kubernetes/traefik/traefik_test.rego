package bunkaiten_test.observed.kubernetes.traefik

import data.bunkaiten.observed.kubernetes.traefik

of(kind, name, spec) := {
	"apiVersion": "traefik.io/v1alpha1",
	"kind": kind,
	"metadata": {"name": name, "namespace": "n"},
	"spec": spec,
}

old(given) := object.union(given, {"apiVersion": "traefik.containo.us/v1alpha1"})

routes := [{"match": "Host(`a.example`)"}]

tls_route(tls) := of("IngressRoute", "r", {"routes": routes, "tls": tls})

endpoints(objects) := found if {
	found := traefik.endpoints with input as {"kubernetes": objects}
}

# encryption and oldest version
heard(objects) := {line |
	some found in endpoints(objects)
	line := concat(" ", [
		object.get(found, ["encrypted", "is"], "?"),
		version(found),
	])
}

# "-" where there is none, "?" where it is not known
version(found) := found.weakest.is if {
	found.weakest.is
} else := "?" if {
	found.weakest.unknown
} else := "-"

test_fact_is_told_whole if {
	spec := {"entryPoints": ["websecure"], "routes": [{"match": "Host(`A.example`)"}], "tls": {}}
	fact := {
		"way": "traefik-route",
		"thing": "kubernetes:n/IngressRoute/r",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "routes", 0],
		"audience": {"is": "anybody"},
		"encrypted": {"is": "tls"},
		"weakest": {"is": "TLS 1.2"},
		"hosts": ["a.example"],
		"port": {"is": 443},
	}
	endpoints({"x": of("IngressRoute", "r", spec)}) == {fact}
	endpoints({"x": old(of("IngressRoute", "r", spec))}) == {fact}
}

test_hosts_that_a_match_asks_for if {
	every match, hosts in {
		"Host(`a.example`) && PathPrefix(`/b`)": ["a.example"],
		"Host(`b`,`A`) || Host(\"c\")": ["a", "b", "c"],
		"PathPrefix(`/x`) && !Host(`a`)": ["every"],
		"HostRegexp(`.+`)": ["every"],
		"HostSNI(`*`)": ["every"],
		"HostSNI(`a`)": ["a"],
		"": ["every"],
	} {
		found := endpoints({"x": of("IngressRoute", "r", {"routes": [{"match": match}]})})
		{object.get(one, "hosts", ["every"]) | some one in found} == {hosts}
	}
}

test_entry_points_tell_port_and_audience if {
	every case in [
		[["web"], 80, "anybody", "none"],
		[["websecure"], 443, "anybody", "?"],
		[["web", "websecure"], "?", "anybody", "none"],
		[[], "?", "anybody", "none"],
		[["internal-web"], "?", "inside", "none"],
		[["internal-web", "web"], "?", "anybody", "none"],
	] {
		found := endpoints({"x": of("IngressRoute", "r", {"entryPoints": case[0], "routes": routes})})
		{[object.get(one, ["port", "is"], "?"), one.audience.is, object.get(one, ["encrypted", "is"], "?")] |
			some one in found
		} == {array.slice(case, 1, 4)}
	}
}

test_options_tell_version_and_client_certificates if {
	strict := {"minVersion": "VersionTLS13", "clientAuth": {"clientAuthType": "RequireAndVerifyClientCert"}}
	optional := {"minVersion": "VersionTLS10", "clientAuth": {"clientAuthType": "VerifyClientCertIfGiven"}}
	named := {"options": {"name": "o"}}
	heard({"x": tls_route(named), "o": of("TLSOption", "o", strict)}) == {"mutual-tls TLS 1.3"}
	heard({"x": tls_route(named), "o": of("TLSOption", "o", optional)}) == {"tls TLS 1.0"}
	heard({"x": tls_route(named), "o": of("TLSOption", "o", {"minVersion": "${MIN}"})}) == {"tls ?"}
	heard({"x": tls_route(named), "o": of("TLSOption", "p", strict)}) == {"tls ?"}
	heard({"x": tls_route(named), "o": of("TLSOption", "default", strict)}) == {"tls ?"}
	elsewhere := {"options": {"name": "o", "namespace": "m"}}
	heard({"x": tls_route(elsewhere), "o": of("TLSOption", "o", strict)}) == {"tls ?"}
	heard({"x": tls_route({"options": {"name": "o", "namespace": "n"}}), "o": of("TLSOption", "o", strict)}) == {
		"mutual-tls TLS 1.3",
	}
}

test_option_called_default_is_for_all_that_name_none if {
	default_option := of("TLSOption", "default", {"minVersion": "VersionTLS13"})
	other := object.union(default_option, {"metadata": {"namespace": "m"}})
	every tls in [{}, {"options": {"name": "default"}}, {"secretName": "a"}] {
		heard({"x": tls_route(tls), "o": default_option}) == {"tls TLS 1.3"}
		heard({"x": tls_route(tls), "o": other}) == {"tls TLS 1.3"}
		heard({"x": tls_route(tls), "o": default_option, "p": other}) == {"tls TLS 1.2"}
		heard({"x": tls_route(tls)}) == {"tls TLS 1.2"}
	}
}

test_route_that_only_redirects_is_no_fact if {
	route := of("IngressRoute", "r", {"routes": [{"match": "Host(`a`)", "middlewares": [{"name": "m"}]}]})
	heard({"x": route, "m": of("Middleware", "m", {"redirectScheme": {"scheme": "https"}})}) == set()
	heard({"x": route, "m": of("Middleware", "m", {"redirectScheme": {"scheme": "http"}})}) == {"none -"}
	heard({"x": route, "m": of("Middleware", "m", {"compress": {}})}) == {"none -"}
	heard({"x": route, "m": of("Middleware", "o", {"redirectScheme": {"scheme": "https"}})}) == {"? -"}
	heard({"x": route}) == {"? -"}
	elsewhere := {"routes": [{"match": "Host(`a`)", "middlewares": [{"name": "m", "namespace": "o"}]}]}
	given := {"x": of("IngressRoute", "r", elsewhere), "m": of("Middleware", "m", {"compress": {}})}
	heard(given) == {"? -"}
}

test_route_that_a_chain_redirects_is_no_fact if {
	route := of("IngressRoute", "r", {"routes": [{"match": "Host(`a`)", "middlewares": [{"name": "c"}]}]})
	chain := of("Middleware", "c", {"chain": {"middlewares": [{"name": "m"}]}})
	heard({"x": route, "c": chain, "m": of("Middleware", "m", {"redirectScheme": {"scheme": "https"}})}) == set()
	heard({"x": route, "c": chain, "m": of("Middleware", "m", {"compress": {}})}) == {"none -"}
	heard({"x": route, "c": chain}) == {"? -"}
}

test_route_that_lets_in_private_networks_alone_is_inside if {
	every kinds in [["IngressRoute", "Middleware"], ["IngressRouteTCP", "MiddlewareTCP"]] {
		every case in [
			[["10.0.0.0/8", "192.168.1.5"], "inside"],
			[["10.0.0.0/8", "198.51.100.0/24"], "anybody"],
			[[], "anybody"],
		] {
			route := of(kinds[0], "r", {"routes": [{"middlewares": [{"name": "m"}]}]})
			fence := of(kinds[1], "m", {"ipAllowList": {"sourceRange": case[0]}})
			{found.audience.is | some found in endpoints({"x": route, "m": fence})} == {case[1]}
		}
	}
}

test_tcp_and_udp if {
	every tls, line in {
		"{}": "tls TLS 1.2",
		`{"passthrough": true}`: "passthrough -",
		`{"passthrough": false}`: "tls TLS 1.2",
	} {
		heard({"x": of("IngressRouteTCP", "r", {"routes": routes, "tls": json.unmarshal(tls)})}) == {line}
	}
	heard({"x": of("IngressRouteTCP", "r", {"routes": routes})}) == {"passthrough -"}
	heard({"x": of("IngressRouteUDP", "r", {"routes": [{}]})}) == {"passthrough -"}
	every kind, way in {"IngressRouteTCP": "traefik-tcp-route", "IngressRouteUDP": "traefik-udp-route"} {
		{found.way | some found in endpoints({"x": of(kind, "r", {"routes": [{}]})})} == {way}
	}
}

test_placeholder_for_tls_leaves_it_open if {
	heard({"x": tls_route("{{ .Values.tls }}")}) == {"? -"}
	heard({"x": of("IngressRouteTCP", "r", {"routes": routes, "tls": "{{ .Values.tls }}"})}) == {"? -"}
	every kind in ["IngressRoute", "IngressRouteTCP"] {
		found := endpoints({"x": of(kind, "r", {"routes": routes, "tls": "{{ .Values.tls }}"})})
		{one.encrypted | some one in found} == {{"unknown": true}}
	}
}

test_what_is_read_has_words if {
	count(traefik.ways) == 3
	count(traefik.reads) == 8
}

test_words_are_in_both_languages if {
	traefik.ways == {
		"traefik-route": {
			"en": "HTTP route of Traefik",
			"ja": "Traefik の HTTP 経路",
		},
		"traefik-tcp-route": {
			"en": "TCP route of Traefik",
			"ja": "Traefik の TCP 経路",
		},
		"traefik-udp-route": {
			"en": "UDP route of Traefik",
			"ja": "Traefik の UDP 経路",
		},
	}
}

test_route_below_another_listens_as_that_one_does if {
	parent := of("IngressRoute", "p", {"entryPoints": ["websecure"], "routes": routes, "tls": {}})
	plain := of("IngressRoute", "q", {"entryPoints": ["web"], "routes": routes})
	child := of("IngressRoute", "c", {"parentRefs": [{"name": "p"}], "routes": [{"match": "Path(`/x`)"}]})
	below := of("IngressRoute", "d", {"parentRefs": [{"name": "c", "namespace": "n"}], "routes": [{}]})
	both := of("IngressRoute", "c", {"parentRefs": [{"name": "p"}, {"name": "q"}], "routes": [{}]})
	every case in [
		[{"x": child, "p": parent}, {"443 tls"}],
		[{"x": both, "p": parent, "q": plain}, {"443 tls", "80 none"}],
		[{"x": both, "p": parent}, {"443 tls", "? ?"}],
		[{"x": child}, {"? ?"}],
		[{"x": child, "p": plain}, {"? ?"}],
		[{"x": below, "c": child, "p": parent}, {"? ?"}],
	] {
		{line |
			some found in endpoints(case[0])
			found.key == "x"
			parts := [sprintf("%v", [object.get(found, ["port", "is"], "?")]), object.get(found, ["encrypted", "is"], "?")]
			line := concat(" ", parts)
		} == case[1]
	}
	{found.audience | some found in endpoints({"x": child})} == {{"unknown": true}}
}

test_what_is_read_of_ingressroute_is_told if {
	paths := [
		"spec.entryPoints",
		"spec.parentRefs.name",
		"spec.parentRefs.namespace",
		"spec.routes.match",
		"spec.tls",
		"spec.tls.options.name",
		"spec.tls.options.namespace",
	]
	every kind in ["traefik.containo.us/IngressRoute", "traefik.io/IngressRoute"] { traefik.reads[kind] == paths }
}

test_what_is_read_of_ingressroutetcp_is_told if {
	paths := [
		"spec.entryPoints",
		"spec.routes.match",
		"spec.tls",
		"spec.tls.options.name",
		"spec.tls.options.namespace",
		"spec.tls.passthrough",
	]
	every kind in ["traefik.containo.us/IngressRouteTCP", "traefik.io/IngressRouteTCP"] { traefik.reads[kind] == paths }
}

test_what_is_read_of_ingressrouteudp_is_told if {
	paths := [
		"spec.entryPoints",
		"spec.routes",
	]
	every kind in ["traefik.containo.us/IngressRouteUDP", "traefik.io/IngressRouteUDP"] { traefik.reads[kind] == paths }
}

test_what_is_read_of_tlsoption_is_told if {
	paths := [
		"spec.clientAuth.clientAuthType",
		"spec.minVersion",
	]
	every kind in ["traefik.containo.us/TLSOption", "traefik.io/TLSOption"] { traefik.reads[kind] == paths }
}
