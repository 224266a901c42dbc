package bunkaiten_test.observed.kubernetes.service_logins

import data.bunkaiten.observed.kubernetes.service_logins

of(annotations, spec) := {
	"apiVersion": "v1",
	"kind": "Service",
	"metadata": {"name": "a", "namespace": "n", "annotations": annotations},
	"spec": spec,
}

accesses(given) := found if {
	found := service_logins.accesses with input as {"kubernetes": {"x": given}}
}

balanced(port) := of({}, {"type": "LoadBalancer", "ports": [port]})

# who comes, from where it stands
comers(given) := {[object.get(fact.who, ["is", "name"], fact.who), array.slice(fact.steps, 2, 9)] |
	some fact in accesses(given)
}

anybody := {"is": {"by": "anybody", "name": "0.0.0.0/0"}}

test_fact_is_told_whole if {
	accesses(balanced({"port": 22})) == {{
		"way": "service-login",
		"thing": "kubernetes:n/Service/a",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "ports", 0],
		"who": anybody,
		"ports": {"is": [22, 22]},
	}}
	accesses(balanced({"port": 51820, "protocol": "UDP"})) == {{
		"way": "service-vpn",
		"thing": "kubernetes:n/Service/a",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "ports", 0],
		"who": anybody,
		"authentication": {"is": ["key"]},
	}}
}

test_login_is_told_by_either_port_or_by_name if {
	every port in [
		{"port": 2222, "targetPort": 22},
		{"port": 22, "targetPort": 2222},
		{"port": 2222, "name": "ssh"},
		{"port": 2222, "name": "sftp-in", "targetPort": "door"},
		{"port": 3389},
		{"port": 5986},
		{"port": "{{ .Values.port }}", "name": "ssh"},
	] {
		{fact.way | some fact in accesses(balanced(port))} == {"service-login"}
	}
	every port in [{"port": 443}, {"port": 2222}, {"port": 443, "name": "sshd"}, {"port": 222}, {}] {
		accesses(balanced(port)) == set()
	}
	{fact.ports | some fact in accesses(balanced({"port": 2222, "targetPort": 22}))} == {{"is": [2222, 2222]}}
	{fact.ports | some fact in accesses(balanced({"port": "${PORT}", "name": "ssh"}))} == {{"unknown": true}}
}

test_vpn_asks_for_what_its_protocol_asks if {
	every number, methods in {
		500: ["certificate", "key"],
		1194: ["certificate", "password"],
		4500: ["certificate", "key"],
		51820: ["key"],
	} {
		{fact.authentication.is | some fact in accesses(balanced({"port": number}))} == {methods}
	}
	both := accesses(balanced({"port": 1194, "targetPort": 51820}))
	{fact.authentication.is | some fact in both} == {["certificate", "password"]}
}

test_networks_that_are_let_in_come_instead_of_everybody if {
	ports := [{"port": 22}]
	ranges := ["203.0.113.64/28", "10.0.0.0/8", "${VENDOR}", 7]
	comers(of({}, {"type": "LoadBalancer", "loadBalancerSourceRanges": ranges, "ports": ports})) == {
		["203.0.113.64/28", ["spec", "loadBalancerSourceRanges", 0]],
		["10.0.0.0/8", ["spec", "loadBalancerSourceRanges", 1]],
		[{"unknown": true}, ["spec", "loadBalancerSourceRanges", 2]],
	}
	annotation := "service.beta.kubernetes.io/load-balancer-source-ranges"
	comers(of({annotation: "203.0.113.64/28"}, {"type": "LoadBalancer", "ports": ports})) == {
		["203.0.113.64/28", ["metadata", "annotations", annotation]],
	}
}

test_only_who_comes_from_outside_is_told if {
	ports := [{"port": 22}]
	internal := {"networking.gke.io/load-balancer-type": "Internal"}
	comers(of(internal, {"type": "LoadBalancer", "ports": ports})) == set()
	open := {"networking.gke.io/load-balancer-type": "${TYPE}"}
	comers(of(open, {"type": "LoadBalancer", "ports": ports})) == {[{"unknown": true}, ["spec", "ports", 0]]}
	every type in ["ClusterIP", "NodePort", "ExternalName", ""] {
		comers(of({}, {"type": type, "ports": ports})) == set()
		comers(of({}, {"type": type, "ports": ports, "externalIPs": ["10.0.0.1", "203.0.113.9"]})) == {
			["0.0.0.0/0", ["spec", "externalIPs"]],
		}
	}
}

test_words_are_in_both_languages if {
	service_logins.ways == {
		"service-login": {"en": "Service for remote login", "ja": "リモートログイン用の Service"},
		"service-vpn": {"en": "Service of a VPN server", "ja": "VPN サーバーの Service"},
	}
}

test_what_is_read_is_told if {
	"spec.ports.targetPort" in service_logins.reads["/Service"]
	"spec.loadBalancerSourceRanges" in service_logins.reads["/Service"]
	"spec.externalIPs" in service_logins.reads["/Service"]
	object.keys(service_logins.reads) == {"/Service"}
}
