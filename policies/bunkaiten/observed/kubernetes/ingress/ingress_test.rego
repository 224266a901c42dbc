package bunkaiten_test.observed.kubernetes.ingress

import data.bunkaiten.observed.kubernetes.ingress

nginx(annotations, tls, hosts) := of_class("nginx", annotations, tls, hosts)

of_class(class, annotations, tls, hosts) := {
	"apiVersion": "networking.k8s.io/v1",
	"kind": "Ingress",
	"metadata": {"name": "a", "namespace": "n", "annotations": annotations},
	"spec": {
		"ingressClassName": class,
		"tls": tls,
		"rules": [rule | some host in hosts; rule := {"host": host}],
	},
}

config(settings) := {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}, "data": settings}

# "host port encryption weakest" of each endpoint
heard(objects) := {line |
	some found in ingress.endpoints with input as {"kubernetes": objects}
	line := concat(" ", [
		object.get(found, ["hosts", 0], "every"),
		sprintf("%v", [object.get(found, ["port", "is"], "?")]),
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

cert := [{"hosts": ["a.example"], "secretName": "a"}]

test_fact_is_told_whole if {
	found := ingress.endpoints with input as {"kubernetes": {"f.yaml#1": nginx({}, cert, ["A.example"])}}
	found == {{
		"way": "ingress",
		"thing": "kubernetes:n/Ingress/a",
		"key": "f.yaml#1",
		"steps": ["kubernetes", "f.yaml#1", "spec", "rules", 0],
		"audience": {"is": "anybody"},
		"encrypted": {"is": "tls"},
		"weakest": {"is": "TLS 1.2"},
		"hosts": ["a.example"],
		"port": {"is": 443},
	}}
}

test_tls_is_for_the_hosts_that_it_names if {
	every case in [
		{"tls": [], "lines": {"a.example 80 none -"}},
		{"tls": null, "lines": {"a.example 80 none -"}},
		{"tls": cert, "lines": {"a.example 443 tls -"}},
		{"tls": [{"hosts": ["A.EXAMPLE"]}], "lines": {"a.example 443 tls -"}},
		{"tls": [{"hosts": ["*.example"]}], "lines": {"a.example 443 tls -"}},
		{"tls": [{"hosts": ["b.example"]}], "lines": {"a.example 80 none -"}},
		{"tls": [{"hosts": ["*.b.example"]}], "lines": {"a.example 80 none -"}},
		{"tls": [{"secretName": "a"}], "lines": {"a.example 443 tls -"}},
		{"tls": [{"hosts": []}], "lines": {"a.example 443 tls -"}},
		{"tls": [{"hosts": ["${HOST}"]}], "lines": {"a.example ? ? -"}},
		{"tls": [{"hosts": "{{ .Values.hosts }}"}], "lines": {"a.example ? ? -"}},
		{"tls": "{{ .Values.tls }}", "lines": {"a.example ? ? -"}},
		{"tls": [{"hosts": ["b.example", "${HOST}"]}, cert[0]], "lines": {"a.example 443 tls -"}},
	] {
		heard({"x": of_class("public", {}, case.tls, ["a.example"])}) == case.lines
	}
	heard({"x": of_class("public", {}, [{"hosts": ["*.a.example"]}], ["b.c.a.example"])}) == {"b.c.a.example 80 none -"}
	heard({"x": of_class("public", {}, cert, ["${host}"])}) == {"${host} ? ? -"}
	heard({"x": of_class("public", {}, [], ["${host}"])}) == {"${host} 80 none -"}
}

test_rule_without_host_and_default_backend_are_for_every_host if {
	heard({"x": of_class("public", {}, cert, [""])}) == {"every 80 none -"}
	heard({"x": of_class("public", {}, [{}], [""])}) == {"every 443 tls -"}
	every name in ["backend", "defaultBackend"] {
		heard({"x": {
			"apiVersion": "extensions/v1beta1",
			"kind": "Ingress",
			"metadata": {"name": "a"},
			"spec": {name: {"serviceName": "a"}},
		}}) == {"every 80 none -"}
	}
}

test_nginx_encrypts_every_host_of_an_ingress_with_tls if {
	heard({"x": nginx({}, cert, ["a.example", "b.example", ""])}) == {
		"a.example 443 tls TLS 1.2",
		"b.example 443 tls TLS 1.2",
		"every 80 none -",
	}
	heard({"x": nginx({}, cert, ["a.example"]), "y": nginx({}, [], ["a.example"])}) == {"a.example 443 tls TLS 1.2"}
	heard({"x": nginx({}, cert, ["a.example"]), "y": of_class("nginx-b", {}, [], ["a.example"])}) == {
		"a.example 443 tls TLS 1.2",
		"a.example 80 none -",
	}
	heard({"x": nginx({}, [{}], [""])}) == {"every 443 tls TLS 1.2", "every 80 none -"}
}

test_nginx_redirects_unless_told_otherwise if {
	off := {"nginx.ingress.kubernetes.io/ssl-redirect": "false"}
	on := {"nginx.ingress.kubernetes.io/ssl-redirect": "true"}
	forced := {"nginx.ingress.kubernetes.io/force-ssl-redirect": "true"}
	both := {"a.example 443 tls TLS 1.2", "a.example 80 none -"}
	heard({"x": nginx(off, cert, ["a.example"])}) == both
	heard({"x": nginx({}, cert, ["a.example"]), "c": config({"ssl-redirect": "false"})}) == both
	heard({"x": nginx(on, cert, ["a.example"]), "c": config({"ssl-redirect": "false"})}) == both - {"a.example 80 none -"}
	heard({"x": nginx({}, cert, ["a.example"]), "c": config({"ssl-redirect": "true"})}) == both - {"a.example 80 none -"}
	heard({"x": nginx(object.union(off, forced), cert, ["a.example"])}) == both - {"a.example 80 none -"}
	heard({"x": nginx(forced, [], ["a.example"])}) == {"a.example 443 tls TLS 1.2"}
	heard({"x": nginx(forced, [{}], [""])}) == {"every 443 tls TLS 1.2"}
}

test_passthrough_of_nginx if {
	through := {"nginx.ingress.kubernetes.io/ssl-passthrough": "true"}
	backend := {"nginx.ingress.kubernetes.io/backend-protocol": "HTTPS"}
	forced := {"nginx.ingress.kubernetes.io/force-ssl-redirect": "true"}
	alone := {"a.example 443 passthrough -"}
	heard({"x": nginx(through, [], ["a.example"])}) == alone
	heard({"x": nginx(through, cert, ["a.example"])}) == alone
	heard({"x": nginx(object.union(through, backend), [], ["a.example"])}) == alone | {"a.example 80 none -"}
	heard({"x": nginx(object.union(through, backend), cert, ["a.example"])}) == alone
	heard({"x": nginx(object.union(object.union(through, backend), forced), [], ["a.example"])}) == alone
	off := {"nginx.ingress.kubernetes.io/ssl-passthrough": "false"}
	heard({"x": nginx(off, [], ["a.example"])}) == {"a.example 80 none -"}
}

test_client_certificates_of_nginx if {
	every verify, encrypted in {"": "mutual-tls", "on": "mutual-tls", "optional": "tls", "off": "tls", "${VERIFY}": "?"} {
		heard({"x": nginx(
			{
				"nginx.ingress.kubernetes.io/auth-tls-secret": "n/ca",
				"nginx.ingress.kubernetes.io/auth-tls-verify-client": verify,
			},
			cert, ["a.example"],
		)}) == {concat(" ", ["a.example 443", encrypted, "TLS 1.2"])}
	}
	alone := {"nginx.ingress.kubernetes.io/auth-tls-verify-client": "on"}
	heard({"x": nginx(alone, cert, ["a.example"])}) == {"a.example 443 tls TLS 1.2"}
}

test_oldest_version_that_nginx_accepts if {
	every protocols, version in {
		"TLSv1.2 TLSv1.3": "TLS 1.2",
		"TLSv1.3": "TLS 1.3",
		"TLSv1 TLSv1.1 TLSv1.2": "TLS 1.0",
		"SSLv3 TLSv1.2": "SSL 3.0",
		" TLSv1.2  TLSv1.3 ": "TLS 1.2",
		"TLSv1.2,TLSv1.3": "?",
		"TLSv1.3 tlsv1": "?",
		"${PROTOCOLS}": "?",
		"": "TLS 1.2",
	} {
		heard({"x": nginx({}, cert, ["a.example"]), "c": config({"ssl-protocols": protocols})}) == {concat(
			" ",
			["a.example 443 tls", version],
		)}
	}
	snippet := {"nginx.ingress.kubernetes.io/server-snippet": "ssl_protocols TLSv1;"}
	heard({"x": nginx(snippet, cert, ["a.example"])}) == {"a.example 443 tls ?"}
	traefik := of_class("traefik", {"traefik.ingress.kubernetes.io/router.tls": "true"}, [], ["a.example"])
	heard({"x": traefik, "c": config({"ssl-protocols": "TLSv1"})}) == {"a.example 443 tls TLS 1.2"}
}

test_traefik_is_encrypted_by_its_router if {
	secure := {"traefik.ingress.kubernetes.io/router.entrypoints": "websecure"}
	options := {
		"traefik.ingress.kubernetes.io/router.tls": "true",
		"traefik.ingress.kubernetes.io/router.tls.options": "n-a@kubernetescrd",
	}
	heard({"x": of_class("traefik", {}, cert, ["a.example"])}) == {"a.example 443 tls TLS 1.2", "a.example 80 none -"}
	heard({"x": of_class("traefik", secure, cert, ["a.example"])}) == {"a.example 443 tls TLS 1.2"}
	heard({"x": of_class("traefik", options, [], ["a.example"])}) == {"a.example 443 tls ?"}
	heard({"x": of_class("traefik", {}, [], ["a.example"])}) == {"a.example 80 none -"}
}

test_google_listens_on_both_ports if {
	managed := {"networking.gke.io/managed-certificates": "a"}
	closed := {"ingress.gcp.kubernetes.io/pre-shared-cert": "a", "kubernetes.io/ingress.allow-http": "false"}
	front := object.union(managed, {"networking.gke.io/v1beta1.FrontendConfig": "a"})
	heard({"x": of_class("gce", managed, [], ["a.example"])}) == {"a.example 443 tls TLS 1.0", "a.example 80 none -"}
	heard({"x": of_class("gce", closed, [], ["a.example"])}) == {"a.example 443 tls TLS 1.0"}
	heard({"x": of_class("gce", front, [], ["a.example"])}) == {"a.example 443 tls ?", "a.example 80 ? -"}
}

test_networks_that_are_let_in if {
	name := "nginx.ingress.kubernetes.io/whitelist-source-range"
	annotations := {name: "198.51.100.0/24, ${PARTNER},0.0.0.0/0,198.51.100.7"}
	found := ingress.peers with input as {"kubernetes": {"x": nginx(annotations, [], [])}}
	common := {
		"way": "ingress-source",
		"thing": "kubernetes:n/Ingress/a",
		"key": "x",
		"steps": ["kubernetes", "x", "metadata", "annotations", name],
		"direction": "in",
	}
	found == {
		object.union(common, {"who": {"is": {"by": "network", "name": "198.51.100.0/24"}}}),
		object.union(common, {"who": {"unknown": true}}),
		object.union(common, {"who": {"is": {"by": "anybody", "name": "0.0.0.0/0"}}}),
		object.union(common, {"who": {"is": {"by": "network", "name": "198.51.100.7/32"}}}),
	}
}

test_audience_is_inside_where_only_private_networks_are_let_in if {
	name := "nginx.ingress.kubernetes.io/allowlist-source-range"
	every range, audience in {
		"10.0.0.0/8": "inside",
		"10.1.2.3": "inside",
		"10.0.0.0/8,198.51.100.0/24": "anybody",
		"": "anybody",
	} {
		found := ingress.endpoints with input as {"kubernetes": {"x": nginx({name: range}, [], ["a.example"])}}
		{one.audience.is | some one in found} == {audience}
	}
}

test_controller_is_that_of_the_class_that_is_given if {
	google := {
		"apiVersion": "networking.k8s.io/v1",
		"kind": "IngressClass",
		"metadata": {"name": "public"},
		"spec": {"controller": "k8s.io/ingress-gce"},
	}
	heard({"x": of_class("public", {}, cert, ["a.example"])}) == {"a.example 443 tls -"}
	heard({"x": of_class("public", {}, cert, ["a.example"]), "c": google}) == {
		"a.example 443 tls TLS 1.0",
		"a.example 80 none -",
	}
	balancer := object.union(google, {"spec": {"controller": "ingress.k8s.aws/alb"}})
	heard({"x": of_class("public", {}, cert, ["a.example"]), "c": balancer}) == set()
}

test_ingress_of_the_aws_controller_and_none_at_all_are_no_facts if {
	heard({"x": of_class("alb", {}, cert, ["a.example"])}) == set()
	heard({}) == set()
}

test_what_is_read_has_words if {
	object.keys(ingress.ways) == {"ingress", "ingress-source"}
	object.keys(ingress.reads) == {
		"/ConfigMap", "extensions/Ingress", "networking.k8s.io/Ingress",
		"networking.k8s.io/IngressClass",
	}
}

test_words_are_in_both_languages if {
	ingress.ways == {
		"ingress": {
			"en": "Ingress",
			"ja": "Ingress",
		},
		"ingress-source": {
			"en": "network that an Ingress lets in",
			"ja": "Ingress が通す接続元",
		},
	}
}

test_what_is_read_of_configmap_is_told if {
	paths := [
		"data.ssl-protocols",
		"data.ssl-redirect",
	]
	every kind in ["/ConfigMap"] { ingress.reads[kind] == paths }
}

test_what_is_read_of_ingress_is_told if {
	paths := [
		"metadata.annotations.appgw.ingress.kubernetes.io/use-private-ip",
		"metadata.annotations.ingress.gcp.kubernetes.io/pre-shared-cert",
		"metadata.annotations.kubernetes.io/ingress.allow-http",
		"metadata.annotations.kubernetes.io/ingress.class",
		"metadata.annotations.networking.gke.io/managed-certificates",
		"metadata.annotations.networking.gke.io/v1beta1.FrontendConfig",
		"metadata.annotations.nginx.ingress.kubernetes.io/allowlist-source-range",
		"metadata.annotations.nginx.ingress.kubernetes.io/auth-tls-secret",
		"metadata.annotations.nginx.ingress.kubernetes.io/auth-tls-verify-client",
		"metadata.annotations.nginx.ingress.kubernetes.io/backend-protocol",
		"metadata.annotations.nginx.ingress.kubernetes.io/force-ssl-redirect",
		"metadata.annotations.nginx.ingress.kubernetes.io/server-snippet",
		"metadata.annotations.nginx.ingress.kubernetes.io/ssl-passthrough",
		"metadata.annotations.nginx.ingress.kubernetes.io/ssl-redirect",
		"metadata.annotations.nginx.ingress.kubernetes.io/whitelist-source-range",
		"metadata.annotations.traefik.ingress.kubernetes.io/router.entrypoints",
		"metadata.annotations.traefik.ingress.kubernetes.io/router.tls",
		"metadata.annotations.traefik.ingress.kubernetes.io/router.tls.options",
		"spec.backend",
		"spec.defaultBackend",
		"spec.ingressClassName",
		"spec.rules.host",
		"spec.tls.hosts",
	]
	every kind in ["extensions/Ingress", "networking.k8s.io/Ingress"] { ingress.reads[kind] == paths }
}

test_what_is_read_of_ingressclass_is_told if {
	paths := [
		"metadata.annotations.ingressclass.kubernetes.io/is-default-class",
		"spec.controller",
		"spec.parameters.kind",
		"spec.parameters.name",
	]
	every kind in ["networking.k8s.io/IngressClass"] { ingress.reads[kind] == paths }
}
