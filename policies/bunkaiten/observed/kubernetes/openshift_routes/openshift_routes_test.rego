package bunkaiten_test.observed.kubernetes.openshift_routes

import data.bunkaiten.observed.kubernetes.openshift_routes

route(annotations, spec) := {"x": {
	"apiVersion": "route.openshift.io/v1",
	"kind": "Route",
	"metadata": {"name": "a", "namespace": "n", "annotations": annotations},
	"spec": spec,
}}

endpoints(objects) := found if {
	found := openshift_routes.endpoints with input as {"kubernetes": objects}
}

peers(objects) := found if {
	found := openshift_routes.peers with input as {"kubernetes": objects}
}

# "port encryption weakest" of each endpoint
heard(tls) := {line |
	some found in endpoints(route({}, {"host": "a.example", "tls": tls}))
	line := concat(" ", [
		sprintf("%v", [object.get(found, ["port", "is"], "?")]),
		object.get(found, ["encrypted", "is"], "?"),
		object.get(found, ["weakest", "is"], "-"),
	])
}

test_fact_is_told_whole if {
	endpoints(route({}, {"host": "A.example", "tls": {"termination": "edge"}})) == {{
		"way": "openshift-route",
		"thing": "kubernetes:n/Route/a",
		"key": "x",
		"steps": ["kubernetes", "x", "spec"],
		"audience": {"is": "anybody"},
		"encrypted": {"is": "tls"},
		"weakest": {"is": "TLS 1.2"},
		"hosts": ["a.example"],
		"port": {"is": 443},
	}}
}

test_encryption_is_the_termination if {
	heard(null) == {"80 none -"}
	heard({"termination": "passthrough"}) == {"443 passthrough -"}
	heard({"termination": "reencrypt"}) == {"443 tls TLS 1.2"}
	heard({"termination": "Edge"}) == {"443 tls TLS 1.2"}
	every tls in [{}, {"termination": ""}, {"termination": "${TLS}"}, {"termination": "none"}, "{{ .Values.tls }}"] {
		heard(tls) == {"? ? -"}
	}
	endpoints(route({}, null)) != set()
}

test_clear_text_is_let_in_where_the_policy_says_so if {
	every policy, more in {
		"": set(),
		"None": set(),
		"Redirect": set(),
		"Allow": {"80 none -"},
		"${POLICY}": {"80 ? -"},
	} {
		every termination in ["edge", "reencrypt"] {
			heard({"termination": termination, "insecureEdgeTerminationPolicy": policy}) == {"443 tls TLS 1.2"} | more
		}
		heard({"termination": "passthrough", "insecureEdgeTerminationPolicy": policy}) == {"443 passthrough -"}
	}
}

test_host_that_the_cluster_gives_is_not_known if {
	{object.get(found, "hosts", "every") | some found in endpoints(route({}, {"to": {"name": "a"}}))} == {"every"}
}

test_networks_that_are_let_in if {
	every name in ["haproxy.router.openshift.io/ip_allowlist", "haproxy.router.openshift.io/ip_whitelist"] {
		found := peers(route({name: "198.51.100.0/24  203.0.113.7 ${PARTNER}"}, {}))
		{[one.way, one.direction, object.get(one.who, ["is", "name"], "?"), array.slice(one.steps, 2, 9)] |
			some one in found
		} == {["openshift-route-source", "in", who, ["metadata", "annotations", name]] |
			some who in ["198.51.100.0/24", "203.0.113.7/32", "?"]
		}
		every fence, audience in {
			"10.0.0.0/8": "inside",
			"10.1.2.3 192.168.0.0/16": "inside",
			"10.0.0.0/8 203.0.113.7": "anybody",
			"": "anybody",
		} {
			{one.audience.is | some one in endpoints(route({name: fence}, {}))} == {audience}
		}
	}
	peers(route({}, {})) == set()
	peers({}) == set()
}

test_words_are_in_both_languages if {
	openshift_routes.ways == {
		"openshift-route": {"en": "route of OpenShift", "ja": "OpenShift の Route"},
		"openshift-route-source": {"en": "network that a route lets in", "ja": "OpenShift の Route が通す接続元"},
	}
}

test_what_is_read_is_told if {
	openshift_routes.reads == {"route.openshift.io/Route": [
		"metadata.annotations.haproxy.router.openshift.io/ip_allowlist",
		"metadata.annotations.haproxy.router.openshift.io/ip_whitelist",
		"spec.host",
		"spec.tls.insecureEdgeTerminationPolicy",
		"spec.tls.termination",
	]}
}
