package bunkaiten_test.observed.kubernetes.ingress_mirror

import data.bunkaiten.observed.kubernetes.ingress_mirror

name := "nginx.ingress.kubernetes.io/mirror-target"

of(group, target) := {"x": {
	"apiVersion": group,
	"kind": "Ingress",
	"metadata": {"name": "a", "namespace": "n", "annotations": {name: target}},
}}

peers(objects) := found if {
	found := ingress_mirror.peers with input as {"kubernetes": objects}
}

# whom, and how encrypted
ends(target) := {[object.get(found.who, ["is", "name"], "?"), object.get(found, ["encrypted", "is"], "-")] |
	some found in peers(of("networking.k8s.io/v1", target))
}

test_fact_is_told_whole if {
	every group in ["extensions/v1beta1", "networking.k8s.io/v1"] {
		peers(of(group, "https://copy.vendor.example/$request_uri")) == {{
			"way": "ingress-mirror",
			"thing": "kubernetes:n/Ingress/a",
			"key": "x",
			"steps": ["kubernetes", "x", "metadata", "annotations", name],
			"direction": "out",
			"who": {"is": {"by": "host", "name": "copy.vendor.example"}},
			"encrypted": {"is": "tls"},
		}}
	}
}

test_copies_go_to_the_host_of_the_address if {
	every target, found in {
		"http://copy.vendor.example": {["copy.vendor.example", "none"]},
		"https://Copy.Vendor.example:8443/a": {["copy.vendor.example", "tls"]},
		" https://copy.vendor.example?x=$uri ": {["copy.vendor.example", "tls"]},
		"https://copy.vendor.example$request_uri": {["copy.vendor.example", "tls"]},
		"https://192.0.2.7:443$request_uri": {["192.0.2.7/32", "tls"]},
		"https://192.0.2.7/$request_uri": {["192.0.2.7/32", "tls"]},
		"https://[2001:db8::7]/a": {["2001:db8::7/128", "tls"]},
		"https://aoba:himitsu-canary@copy.vendor.example/a": {["copy.vendor.example", "tls"]},
		"https://aoba@192.0.2.7:443$request_uri": {["192.0.2.7/32", "tls"]},
	} {
		ends(target) == found
	}
}

test_where_cannot_be_told_is_unknown if {
	every target in [
		"https://$host$request_uri", "https://copy-$env.example/", "https://{{ .Values.copy }}/", "https://${COPY}/",
		"copy.vendor.example", "ftp://a.example",
		"https://", "https:///a", "off",
	] {
		ends(target) == {["?", "-"]}
	}
}

test_copies_within_the_cluster_are_no_facts if {
	every host in [
		"copy", "copy.n.svc", "copy.n.svc.cluster.local", "copy.n.svc.aoba.internal",
		"copy.n.svc.cluster.local.",
	] {
		ends(concat("", ["http://", host, ":8080/$request_uri"])) == set()
	}
	ends("http://my.svc.example.jp.vendor.example") != set()
	ends("http://copy.n.svc.vendor.example") != set()
	ends("") == set()
	peers({}) == set()
	peers({"x": {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": {"name": "a"}}}) == set()
}

test_words_are_in_both_languages if {
	ingress_mirror.ways == {"ingress-mirror": {
		"en": "copy of each request to an Ingress",
		"ja": "Ingress に届くリクエストの写し",
		"on_path": "sender",
	}}
}

test_what_is_read_is_told if {
	ingress_mirror.reads == {
		"extensions/Ingress": ["metadata.annotations.nginx.ingress.kubernetes.io/mirror-target"],
		"networking.k8s.io/Ingress": ["metadata.annotations.nginx.ingress.kubernetes.io/mirror-target"],
	}
}
