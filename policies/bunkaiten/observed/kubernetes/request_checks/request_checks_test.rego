package bunkaiten_test.observed.kubernetes.request_checks

import data.bunkaiten.observed.kubernetes.request_checks

name := "nginx.ingress.kubernetes.io/auth-url"

ingress(group, target) := {"x": {
	"apiVersion": group,
	"kind": "Ingress",
	"metadata": {"name": "a", "namespace": "n", "annotations": {name: target}},
}}

middleware(group, spec) := {"x": {
	"apiVersion": concat("/", [group, "v1alpha1"]),
	"kind": "Middleware",
	"metadata": {"name": "m", "namespace": "n"},
	"spec": spec,
}}

peers(objects) := found if {
	found := request_checks.peers with input as {"kubernetes": objects}
}

# whom, and how encrypted
ends(objects) := {[object.get(found.who, ["is", "name"], "?"), object.get(found, ["encrypted", "is"], "-")] |
	some found in peers(objects)
}

test_fact_of_an_ingress_is_told_whole if {
	every group in ["extensions/v1beta1", "networking.k8s.io/v1"] {
		peers(ingress(group, "https://login.vendor.example/check")) == {{
			"way": "request-check",
			"thing": "kubernetes:n/Ingress/a",
			"key": "x",
			"steps": ["kubernetes", "x", "metadata", "annotations", name],
			"direction": "out",
			"who": {"is": {"by": "host", "name": "login.vendor.example"}},
			"encrypted": {"is": "tls"},
		}}
	}
}

test_fact_of_a_middleware_is_told_whole if {
	every group in ["traefik.containo.us", "traefik.io"] {
		peers(middleware(group, {"forwardAuth": {"address": "http://192.0.2.7:4181/verify"}})) == {{
			"way": "request-check",
			"thing": "kubernetes:n/Middleware/m",
			"key": "x",
			"steps": ["kubernetes", "x", "spec", "forwardAuth", "address"],
			"direction": "out",
			"who": {"is": {"by": "network", "name": "192.0.2.7/32"}},
			"encrypted": {"is": "none"},
		}}
	}
}

test_where_cannot_be_told_is_unknown if {
	every target in ["https://$upstream/check", "https://{{ .Values.login }}/", "login.vendor.example"] {
		ends(ingress("networking.k8s.io/v1", target)) == {["?", "-"]}
		ends(middleware("traefik.io", {"forwardAuth": {"address": target}})) == {["?", "-"]}
	}
}

test_what_is_asked_within_the_cluster_is_no_fact if {
	every target in ["http://oauth2-proxy.n.svc.cluster.local:4180/check", "http://login/check", ""] {
		ends(ingress("networking.k8s.io/v1", target)) == set()
		ends(middleware("traefik.io", {"forwardAuth": {"address": target}})) == set()
	}
	every spec in [{"compress": {}}, {"forwardAuth": null}, null] {
		ends(middleware("traefik.io", spec)) == set()
	}
	peers({}) == set()
}

test_what_asks_the_host_that_was_called_stays_there if {
	every target in [
		"https://$host/oauth2/auth", "https://$host:8443/auth", "http://$http_host/auth", "https://$server_name",
		"https://$host$request_uri",
	] {
		ends(ingress("networking.k8s.io/v1", target)) == set()
	}
	ends(ingress("networking.k8s.io/v1", "https://$host.vendor.example/")) == {["?", "-"]}
	ends(ingress("networking.k8s.io/v1", "https://$hostname/")) == {["?", "-"]}
}

test_words_are_in_both_languages if {
	request_checks.ways == {"request-check": {
		"en": "server that is asked about each request",
		"ja": "リクエストごとに可否を照会する先",
		"on_path": "sender",
	}}
}

test_what_is_read_is_told if {
	request_checks.reads == {
		"extensions/Ingress": ["metadata.annotations.nginx.ingress.kubernetes.io/auth-url"],
		"networking.k8s.io/Ingress": ["metadata.annotations.nginx.ingress.kubernetes.io/auth-url"],
		"traefik.containo.us/Middleware": ["spec.forwardAuth.address"],
		"traefik.io/Middleware": ["spec.forwardAuth.address"],
	}
}
