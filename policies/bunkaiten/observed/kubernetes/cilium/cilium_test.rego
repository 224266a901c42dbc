package bunkaiten_test.observed.kubernetes.cilium

import data.bunkaiten.observed.kubernetes.cilium

of(kind, content) := object.union(
	{"apiVersion": "cilium.io/v2", "kind": kind, "metadata": {"name": "p", "namespace": "n"}},
	content,
)

group(called, networks) := {
	"apiVersion": "cilium.io/v2alpha1",
	"kind": "CiliumCIDRGroup",
	"metadata": {"name": called},
	"spec": {"externalCIDRs": networks},
}

peers(objects) := found if {
	found := cilium.peers with input as {"kubernetes": objects}
}

# direction, who, ports and the place of each peer
lines(objects) := {line |
	some found in peers(objects)
	line := concat(" ", [
		found.direction,
		object.get(found, ["who", "is", "by"], sprintf("%v", [found.who])),
		object.get(found, ["who", "is", "name"], "?"),
		sprintf("%v", [object.get(found, ["ports", "is"], object.get(found, "ports", "all"))]),
		concat(".", [sprintf("%v", [step]) | some step in array.slice(found.steps, 2, 9)]),
	])
}

told(spec) := lines({"x": of("CiliumNetworkPolicy", {"spec": spec})})

out(rule) := told({"egress": [rule]})

test_fact_is_told_whole if {
	rule := {"toFQDNs": [{"matchName": "API.Yagumo.example"}], "toPorts": [{"ports": [{"port": "443"}]}]}
	peers({"x": of("CiliumNetworkPolicy", {"spec": {"egress": [rule]}})}) == {{
		"way": "cilium-policy",
		"thing": "kubernetes:n/CiliumNetworkPolicy/p",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "egress", 0, "toFQDNs", 0],
		"who": {"is": {"by": "host", "name": "api.yagumo.example"}},
		"direction": "out",
		"ports": {"is": [443, 443]},
	}}
}

test_policy_of_the_cluster_and_several_specs_are_read if {
	rule := {"egress": [{"toCIDR": ["203.0.113.9"]}]}
	lines({"x": of("CiliumClusterwideNetworkPolicy", {"spec": rule, "specs": [{}, rule, "x"]})}) == {
		"out network 203.0.113.9/32 all spec.egress.0.toCIDR.0",
		"out network 203.0.113.9/32 all specs.1.egress.0.toCIDR.0",
	}
	lines({"x": of("CiliumNetworkPolicy", {})}) == set()
	lines({}) == set()
}

test_networks_are_named if {
	out({"toCIDR": ["198.51.100.0/24", "0.0.0.0/0", "${PARTNER}", 5]}) == {
		"out network 198.51.100.0/24 all spec.egress.0.toCIDR.0",
		"out anybody 0.0.0.0/0 all spec.egress.0.toCIDR.1",
		`out {"unknown": true} ? all spec.egress.0.toCIDR.2`,
	}
	out({"toCIDRSet": [{"cidr": "198.51.100.0/24", "except": ["198.51.100.8/29"]}, "x", {}, null]}) == {
		"out network 198.51.100.0/24 all spec.egress.0.toCIDRSet.0",
	}
}

test_groups_of_networks_are_looked_up if {
	policy := of("CiliumNetworkPolicy", {"spec": {"egress": [{"toCIDRSet": [
		{"cidrGroupRef": "laboratory"},
		{"cidrGroupRef": "elsewhere"},
		{"cidrGroupSelector": {"matchLabels": {"a": "b"}}},
	]}]}})
	objects := {
		"w": group("laboratory", ["192.0.2.0/24"]),
		"x": policy,
		"y": group("laboratory", ["198.51.100.0/24", "2001:db8::/32"]),
		"z": group("other", ["::/0"]),
	}
	lines(objects) == {
		"out network 192.0.2.0/24 all spec.egress.0.toCIDRSet.0",
		"out network 198.51.100.0/24 all spec.egress.0.toCIDRSet.0",
		"out network 2001:db8::/32 all spec.egress.0.toCIDRSet.0",
		`out {"unknown": true} ? all spec.egress.0.toCIDRSet.1`,
		`out {"unknown": true} ? all spec.egress.0.toCIDRSet.2`,
	}
}

test_hosts_are_named if {
	names := [{"matchName": "a.example."}, {"matchPattern": "*.b.example"}, {"matchPattern": "*"}, {}, "x"]
	out({"toFQDNs": array.concat(names, [{"matchName": "${HOST}"}])}) == {
		"out host a.example all spec.egress.0.toFQDNs.0",
		"out host *.b.example all spec.egress.0.toFQDNs.1",
		"out anybody * all spec.egress.0.toFQDNs.2",
		`out {"unknown": true} ? all spec.egress.0.toFQDNs.5`,
	}
}

test_entities_of_the_world_are_anybody if {
	every entity in ["all", "world", "world-ipv4", "world-ipv6"] {
		out({"toEntities": [entity]}) == {sprintf("out anybody %s all spec.egress.0.toEntities.0", [entity])}
	}
	out({"toEntities": ["cluster", "host", "kube-apiserver", "remote-node", "none", 5]}) == set()
	out({"toEntities": ["{{ .Values.entity }}"]}) == {`out {"unknown": true} ? all spec.egress.0.toEntities.0`}
}

test_addresses_of_a_group_of_the_cloud_are_unknown if {
	groups := [{"aws": {"securityGroupsIds": ["sg-0a"]}}, 5]
	out({"toGroups": groups}) == {`out {"unknown": true} ? all spec.egress.0.toGroups.0`}
}

test_rule_that_names_ports_alone_leads_everywhere if {
	ports := [{"ports": [{"port": "53", "protocol": "UDP"}]}]
	out({"toPorts": ports}) == {"out anybody 0.0.0.0/0 [53, 53] spec.egress.0"}
	out({"toPorts": ports, "toCIDR": null}) == {"out anybody 0.0.0.0/0 [53, 53] spec.egress.0"}
	out({"icmps": [{"fields": [{"type": 8}]}]}) == {"out anybody 0.0.0.0/0 all spec.egress.0"}
	told({"ingress": [{"toPorts": ports}]}) == set()
	every selector in [
		"toCIDR", "toCIDRSet", "toEndpoints", "toEntities",
		"toFQDNs", "toGroups", "toNodes", "toServices",
	] {
		out({"toPorts": ports, selector: []}) == set()
	}
}

test_rule_without_anything_opens_nothing if {
	every rule in [{}, {"toPorts": []}, {"icmps": []}, {"toEndpoints": [{}]}, {"toServices": [{"k8sService": {}}]}] {
		out(rule) == set()
	}
	told({"egressDeny": [{"toCIDR": ["0.0.0.0/0"]}], "ingressDeny": [{"fromEntities": ["world"]}]}) == set()
}

test_every_port_is_a_line_of_its_own if {
	ports := [{"ports": [{"port": "443"}, {"port": "8000", "endPort": 8010}]}, {"ports": [{"port": "dicom"}]}]
	out({"toCIDR": ["203.0.113.9/32"], "toPorts": ports}) == {
		"out network 203.0.113.9/32 [443, 443] spec.egress.0.toCIDR.0",
		"out network 203.0.113.9/32 [8000, 8010] spec.egress.0.toCIDR.0",
		`out network 203.0.113.9/32 {"unknown": true} spec.egress.0.toCIDR.0`,
	}
}

test_what_comes_in_is_read_alike if {
	told({"ingress": [
		{"fromCIDR": ["203.0.113.9/32"], "toPorts": [{"ports": [{"port": "11112"}]}]},
		{"fromCIDRSet": [{"cidr": "198.51.100.0/24"}]},
		{"fromEntities": ["world", "cluster"]},
		{"fromEndpoints": [{}], "toCIDR": ["203.0.113.9/32"]},
	]}) == {
		"in network 203.0.113.9/32 [11112, 11112] spec.ingress.0.fromCIDR.0",
		"in network 198.51.100.0/24 all spec.ingress.1.fromCIDRSet.0",
		"in anybody world all spec.ingress.2.fromEntities.0",
	}
}

test_words_are_in_both_languages if {
	cilium.ways == {
		"cilium-policy": {
			"en": "rule of a Cilium network policy",
			"ja": "Cilium ネットワークポリシーの規則",
		},
	}
}

test_what_is_read_is_told if {
	count(cilium.reads) == 3
	cilium.reads["cilium.io/CiliumCIDRGroup"] == [
		"spec.externalCIDRs",
	]
	cilium.reads["cilium.io/CiliumNetworkPolicy"] == [
		"spec.egress.icmps",
		"spec.egress.toCIDR",
		"spec.egress.toCIDRSet",
		"spec.egress.toCIDRSet.cidr",
		"spec.egress.toCIDRSet.cidrGroupRef",
		"spec.egress.toCIDRSet.cidrGroupSelector",
		"spec.egress.toEntities",
		"spec.egress.toFQDNs",
		"spec.egress.toGroups",
		"spec.egress.toPorts.ports.endPort",
		"spec.egress.toPorts.ports.port",
		"spec.ingress.fromCIDR",
		"spec.ingress.fromCIDRSet",
		"spec.ingress.fromCIDRSet.cidr",
		"spec.ingress.fromCIDRSet.cidrGroupRef",
		"spec.ingress.fromCIDRSet.cidrGroupSelector",
		"spec.ingress.fromEntities",
		"spec.ingress.fromFQDNs",
		"spec.ingress.fromGroups",
		"spec.ingress.toPorts.ports.endPort",
		"spec.ingress.toPorts.ports.port",
		"specs",
	]
}
