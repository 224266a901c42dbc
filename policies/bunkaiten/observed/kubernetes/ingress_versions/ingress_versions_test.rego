package bunkaiten_test.observed.kubernetes.ingress_versions

import data.bunkaiten.observed.kubernetes.ingress_versions

ingress(class, annotations) := {"values": {
	"metadata": {"annotations": annotations},
	"spec": {"ingressClassName": class},
}}

weakest(class, annotations, settings) := ingress_versions.weakest(ingress(class, annotations), settings)

test_version_is_what_the_controller_begins_with if {
	every class, version in {
		"gce": {"is": "TLS 1.0"},
		"nginx": {"is": "TLS 1.2"},
		"traefik": {"is": "TLS 1.2"},
		"haproxy": {},
		"public": {},
	} {
		weakest(class, {}, []) == version
	}
}

test_nginx_accepts_what_its_settings_say if {
	every word, version in {
		"SSLv2": "SSL 2.0",
		"SSLv3": "SSL 3.0",
		"TLSv1": "TLS 1.0",
		"TLSv1.0": "TLS 1.0",
		"TLSv1.1": "TLS 1.1",
		"TLSv1.2": "TLS 1.2",
		"TLSv1.3": "TLS 1.3",
	} {
		weakest("nginx", {}, [{"ssl-protocols": concat(" ", ["TLSv1.3", word])}]) == {"is": version}
		weakest("nginx", {}, [{"ssl-protocols": "TLSv1.3"}, {"ssl-protocols": word}]) == {"is": version}
		weakest("traefik", {}, [{"ssl-protocols": word}]) == {"is": "TLS 1.2"}
	}
	weakest("nginx", {}, [{"ssl-redirect": "false"}]) == {"is": "TLS 1.2"}
}

test_word_that_nobody_knows_leaves_it_open if {
	every words in ["tlsv1", "TLSv1.2,TLSv1.3", "TLSv1.2 ${MORE}"] {
		weakest("nginx", {}, [{"ssl-protocols": words}]) == {"unknown": true}
		weakest("traefik", {}, [{"ssl-protocols": words}]) == {"is": "TLS 1.2"}
	}
}

test_what_settles_it_elsewhere_leaves_it_open if {
	snippet := "nginx.ingress.kubernetes.io/server-snippet"
	weakest("nginx", {snippet: "ssl_protocols TLSv1;"}, [{"ssl-protocols": "TLSv1.3"}]) == {"unknown": true}
	weakest("nginx", {snippet: "add_header X-A b;"}, []) == {"is": "TLS 1.2"}
	weakest("gce", {"networking.gke.io/v1beta1.FrontendConfig": "a"}, []) == {"unknown": true}
	weakest("gce", {"networking.gke.io/v1beta1.FrontendConfig": ""}, []) == {"is": "TLS 1.0"}
	weakest("traefik", {"traefik.ingress.kubernetes.io/router.tls.options": "n-a@kubernetescrd"}, []) == {"unknown": true}
}
