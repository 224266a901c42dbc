package bunkaiten_test.observed.kubernetes.network_policy

import data.bunkaiten.observed.kubernetes.network_policy

policy(spec) := {
	"apiVersion": "networking.k8s.io/v1",
	"kind": "NetworkPolicy",
	"metadata": {"name": "p", "namespace": "n"},
	"spec": spec,
}

peers(objects) := found if {
	found := network_policy.peers with input as {"kubernetes": objects}
}

# direction, who, ports and the place of each peer
told(spec) := {line |
	some found in peers({"x": policy(spec)})
	line := concat(" ", [
		found.direction,
		object.get(found, ["who", "is", "by"], sprintf("%v", [found.who])),
		object.get(found, ["who", "is", "name"], "?"),
		sprintf("%v", [object.get(found, ["ports", "is"], object.get(found, "ports", "all"))]),
		concat(".", [sprintf("%v", [step]) | some step in array.slice(found.steps, 3, 9)]),
	])
}

laboratory := {"ipBlock": {"cidr": "198.51.100.0/24"}}

test_fact_is_told_whole if {
	rule := {"to": [laboratory], "ports": [{"port": 443, "protocol": "TCP"}]}
	peers({"x": policy({"egress": [rule]})}) == {{
		"way": "network-policy",
		"thing": "kubernetes:n/NetworkPolicy/p",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "egress", 0, "to", 0, "ipBlock", "cidr"],
		"who": {"is": {"by": "network", "name": "198.51.100.0/24"}},
		"direction": "out",
		"ports": {"is": [443, 443]},
	}}
}

test_policy_of_the_old_group_is_read if {
	old := object.union(policy({"egress": [{"to": [laboratory]}]}), {"apiVersion": "extensions/v1beta1"})
	{found.who | some found in peers({"x": old})} == {{"is": {"by": "network", "name": "198.51.100.0/24"}}}
}

test_rule_that_names_nobody_leads_everywhere if {
	every rule in [{}, {"to": []}, {"to": null}] {
		told({"egress": [rule]}) == {"out anybody 0.0.0.0/0 all egress.0"}
	}
	told({"egress": [{"ports": [{"port": 53}]}]}) == {"out anybody 0.0.0.0/0 [53, 53] egress.0"}
}

test_rule_for_what_comes_in_names_networks_alone if {
	told({"ingress": [{"from": [laboratory]}]}) == {"in network 198.51.100.0/24 all ingress.0.from.0.ipBlock.cidr"}
	told({"ingress": [{"from": [{"ipBlock": {"cidr": "0.0.0.0/0"}}]}]}) == {
		"in anybody 0.0.0.0/0 all ingress.0.from.0.ipBlock.cidr",
	}
	told({"ingress": [{}]}) == set()
	told({"ingress": [{"from": []}]}) == set()
}

test_policy_that_denies_opens_nothing if {
	every spec in [
		{},
		{"policyTypes": ["Egress"]},
		{"policyTypes": ["Egress"], "egress": []},
		{"policyTypes": ["Ingress", "Egress"], "ingress": [], "egress": null},
	] {
		told(spec) == set()
	}
	peers({}) == set()
}

test_rules_are_in_force_for_the_types_named if {
	both := {"egress": [{"to": [laboratory]}], "ingress": [{"from": [laboratory]}]}
	out := "out network 198.51.100.0/24 all egress.0.to.0.ipBlock.cidr"
	incoming := "in network 198.51.100.0/24 all ingress.0.from.0.ipBlock.cidr"
	every case in [
		[[], {out, incoming}],
		[null, {out, incoming}],
		[["Ingress", "Egress"], {out, incoming}],
		[["Egress"], {out}],
		[["Ingress"], {incoming}],
	] {
		told(object.union(both, {"policyTypes": case[0]})) == case[1]
	}
	told(both) == {out, incoming}
}

test_pods_and_namespaces_are_inside if {
	inside := [{"podSelector": {}}, {"namespaceSelector": {"matchLabels": {"team": "lab"}}}, {}, "x"]
	told({"egress": [{"to": inside}]}) == set()
	told({"egress": [{"to": array.concat(inside, [laboratory])}]}) == {
		"out network 198.51.100.0/24 all egress.0.to.4.ipBlock.cidr",
	}
}

test_what_is_excepted_leaves_the_rest_open if {
	told({"egress": [{"to": [{"ipBlock": {"cidr": "0.0.0.0/0", "except": ["10.0.0.0/8"]}}]}]}) == {
		"out anybody 0.0.0.0/0 all egress.0.to.0.ipBlock.cidr",
	}
}

test_each_port_is_a_line_of_its_own if {
	ports := [{"port": 443}, {"port": 2762, "endPort": 2763}, {"port": "dicom"}, {"protocol": "UDP"}, 5]
	place := "egress.0.to.0.ipBlock.cidr"
	told({"egress": [{"to": [laboratory], "ports": ports}]}) == {
		concat(" ", ["out network 198.51.100.0/24 [443, 443]", place]),
		concat(" ", ["out network 198.51.100.0/24 [2762, 2763]", place]),
		concat(" ", [`out network 198.51.100.0/24 {"unknown": true}`, place]),
		concat(" ", ["out network 198.51.100.0/24 all", place]),
	}
}

test_placeholder_is_unknown if {
	told({"egress": [{"to": [{"ipBlock": {"cidr": "${LABORATORY}"}}]}]}) == {
		`out {"unknown": true} ? all egress.0.to.0.ipBlock.cidr`,
	}
}

test_words_are_in_both_languages if {
	network_policy.ways == {
		"network-policy": {
			"en": "rule of a NetworkPolicy",
			"ja": "NetworkPolicy の規則",
		},
	}
}

test_what_is_read_is_told if {
	count(network_policy.reads) == 2
	network_policy.reads["networking.k8s.io/NetworkPolicy"] == [
		"spec.egress.ports.endPort",
		"spec.egress.ports.port",
		"spec.egress.to.ipBlock.cidr",
		"spec.ingress.from.ipBlock.cidr",
		"spec.ingress.ports.endPort",
		"spec.ingress.ports.port",
		"spec.policyTypes",
	]
}
