package bunkaiten_test.observed.kubernetes.ingress_hosts

import data.bunkaiten.observed.kubernetes.ingress_hosts

ingress(annotations, tls) := {"values": {
	"metadata": {"annotations": annotations},
	"spec": {"ingressClassName": "nginx", "tls": tls},
}}

state(tls, host) := ingress_hosts.state(ingress({}, tls), host, set())

test_host_is_encrypted_where_an_entry_is_for_it if {
	every case in [
		[[{"hosts": ["a.example"]}], "tls"],
		[[{"hosts": ["A.Example"]}], "tls"],
		[[{"hosts": ["*.example"]}], "tls"],
		[[{"hosts": ["*.a.example"]}], "none"],
		[[{"hosts": ["b.example"]}], "none"],
		[[{"hosts": ["b.example"]}, {"hosts": ["a.example"]}], "tls"],
		[[], "none"],
		[null, "none"],
	] {
		state(case[0], "a.example") == case[1]
	}
	state([{"hosts": ["*.example"]}], "b.a.example") == "none"
}

test_entry_without_hosts_is_for_every_host if {
	every entry in [{}, {"hosts": null}, {"hosts": []}, {"secretName": "a"}] {
		state([entry], "a.example") == "tls"
		state([entry], "") == "tls"
	}
	state([{"hosts": ["a.example"]}], "") == "none"
}

test_host_is_encrypted_where_another_ingress_of_its_class_brings_it if {
	every class, word in {"nginx": "tls", "other": "none"} {
		ingress_hosts.state(ingress({}, []), "a.example", {[class, "a.example"]}) == word
		ingress_hosts.state(ingress({}, []), "b.example", {[class, "a.example"]}) == "none"
	}
}

test_annotations_bring_it_for_all_hosts if {
	every name, words in {
		"ingress.gcp.kubernetes.io/pre-shared-cert": {"a": "tls", "": "none"},
		"networking.gke.io/managed-certificates": {"a": "tls", "": "none"},
		"traefik.ingress.kubernetes.io/router.tls": {"true": "tls", "false": "none", "untrue": "none", "": "none"},
		"example.com/tls": {"true": "none"},
	} {
		every value, word in words { ingress_hosts.state(ingress({name: value}, []), "a.example", set()) == word }
	}
	ingress_hosts.switches == {
		"ingress.gcp.kubernetes.io/pre-shared-cert", "networking.gke.io/managed-certificates",
		"traefik.ingress.kubernetes.io/router.tls",
	}
}

test_placeholder_could_be_the_host if {
	every tls in ["{{ .Values.tls }}", [{"hosts": ["${HOST}"]}], [{"hosts": "$(HOSTS)"}]] {
		state(tls, "a.example") == "open"
	}
	state([{"hosts": ["${HOST}", "a.example"]}], "a.example") == "tls"
	state([{"hosts": ["b.example"]}], "${HOST}") == "open"
	state([], "${HOST}") == "none"
}
