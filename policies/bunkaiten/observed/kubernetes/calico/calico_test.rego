package bunkaiten_test.observed.kubernetes.calico

import data.bunkaiten.observed.kubernetes.calico

of(kind, namespace, content) := object.union(
	{"apiVersion": "projectcalico.org/v3", "kind": kind, "metadata": {"name": "p", "namespace": namespace}},
	content,
)

policy(spec) := of("NetworkPolicy", "n", {"spec": spec})

everywhere(spec) := of("GlobalNetworkPolicy", "", {"spec": spec})

set_of(kind, namespace, labels, spec) := of(kind, namespace, {
	"metadata": {"name": "s", "namespace": namespace, "labels": labels},
	"spec": spec,
})

peers(objects) := found if {
	found := calico.peers with input as {"kubernetes": objects}
}

allowed(destination) := {"types": ["Egress"], "egress": [{"action": "Allow", "destination": destination}]}

# who, and by which direction, of a policy at "x"
ends(objects) := {[found.direction, object.get(found.who, ["is", "name"], "?")] | some found in peers(objects)}

out(destination) := ends({"x": policy(allowed(destination))})

test_fact_is_told_whole if {
	spec := allowed({"nets": ["198.51.100.0/24"], "ports": [443, "8000:8010", "https", "${PORT}"]})
	common := {
		"way": "calico-policy",
		"thing": "kubernetes:n/NetworkPolicy/p",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "egress", 0, "destination", "nets", 0],
		"direction": "out",
		"who": {"is": {"by": "network", "name": "198.51.100.0/24"}},
	}
	facts := {
		object.union(common, {"ports": {"is": [443, 443]}}),
		object.union(common, {"ports": {"is": [8000, 8010]}}),
		object.union(common, {"ports": {"unknown": true}}),
	}
	peers({"x": policy(spec)}) == facts
	peers({"x": object.union(policy(spec), {"apiVersion": "crd.projectcalico.org/v1"})}) == facts
}

test_whoever_a_rule_names_is_a_peer if {
	out({"nets": ["198.51.100.7", "${PARTNER}", "2001:db8::/32", 7]}) == {
		["out", "198.51.100.7/32"], ["out", "?"],
		["out", "2001:db8::/32"],
	}
	out({"domains": ["*.fuji.example", "api.minato.example."]}) == {
		["out", "*.fuji.example"],
		["out", "api.minato.example"],
	}
}

test_rule_that_names_nobody_is_for_all if {
	every destination in [
		null, {}, {"ports": [443]}, {"notNets": ["10.0.0.0/8"]}, {"notSelector": "has(a)"},
		{"nets": []}, {"selector": ""}, {"services": {}},
	] {
		out(destination) == {["out", "0.0.0.0/0"]}
	}
	ends({"x": policy({"egress": [{"action": "Allow"}]})}) == {["out", "0.0.0.0/0"]}
	found := peers({"x": policy({"egress": [{"action": "Allow"}]})})
	{array.slice(one.steps, 2, 9) | some one in found} == {["spec", "egress", 0]}
}

test_what_is_inside_is_no_fact if {
	every destination in [
		{"selector": "app == 'db'"}, {"namespaceSelector": "name == 'karte'"}, {"serviceAccounts": {"names": ["a"]}},
		{"services": {"name": "kube-dns", "namespace": "kube-system"}},
	] {
		out(destination) == set()
	}
	ends({"x": policy({"ingress": [{"action": "Allow"}, {"action": "Allow", "source": {"selector": "all()"}}]})}) == set()
}

test_rules_that_do_not_allow_open_nothing if {
	every action in ["Deny", "Log", "Pass", ""] {
		ends({"x": policy({"egress": [{"action": action, "destination": {"nets": ["192.0.2.0/24"]}}]})}) == set()
	}
	ends({}) == set()
	ends({"x": policy(null)}) == set()
}

test_directions_are_those_in_force if {
	rules := {
		"egress": [{"action": "Allow", "destination": {"nets": ["192.0.2.0/24"]}}],
		"ingress": [{"action": "Allow", "source": {"nets": ["198.51.100.0/24"]}}],
	}
	every types, found in {
		[]: {["out", "192.0.2.0/24"], ["in", "198.51.100.0/24"]},
		["Egress"]: {["out", "192.0.2.0/24"]},
		["Ingress"]: {["in", "198.51.100.0/24"]},
		["Ingress", "Egress"]: {["out", "192.0.2.0/24"], ["in", "198.51.100.0/24"]},
	} {
		ends({"x": policy(object.union(rules, {"types": types}))}) == found
		ends({"x": everywhere(object.union(rules, {"types": types}))}) == found
	}
}

test_ports_of_what_comes_in_are_those_of_the_server if {
	rule := {
		"action": "Allow",
		"source": {"nets": ["192.0.2.0/24"], "ports": [1]},
		"destination": {"ports": [104]},
	}
	{found.ports | some found in peers({"x": policy({"ingress": [rule]})})} == {{"is": [104, 104]}}
}

partners := {"role": "partners"}

test_sets_are_chosen_by_their_labels if {
	given := set_of("GlobalNetworkSet", "", partners, {"nets": ["192.0.2.0/24"], "allowedEgressDomains": ["a.example"]})
	every selector, found in {
		"role == 'partners'": {["out", "192.0.2.0/24"], ["out", "a.example"]},
		"role == 'strangers'": set(),
		"role in {'partners'}": {["out", "?"]},
	} {
		ends({"x": everywhere(allowed({"selector": selector})), "s": given}) == found
	}
	chosen := peers({"x": everywhere(allowed({"selector": "has(role)"})), "s": given})
	{array.slice(one.steps, 2, 9) | some one in chosen} == {["spec", "egress", 0, "destination"]}
	ends({"x": everywhere(allowed({"selector": "role in {'a'}"}))}) == set()
}

test_sets_are_those_that_a_policy_can_see if {
	by_role := {"selector": "role == 'partners'"}
	nets := {"nets": ["192.0.2.0/24"]}
	own := set_of("NetworkSet", "n", partners, nets)
	other := set_of("NetworkSet", "m", partners, nets)
	of_all := set_of("GlobalNetworkSet", "", partners, nets)
	found := {["out", "192.0.2.0/24"]}
	ends({"x": policy(allowed(by_role)), "s": own}) == found
	ends({"x": policy(allowed(by_role)), "s": other}) == set()
	ends({"x": policy(allowed(by_role)), "s": of_all}) == set()
	ends({"x": everywhere(allowed(by_role)), "s": other}) == found
	by_namespace := object.union(by_role, {"namespaceSelector": "name == 'm'"})
	ends({"x": policy(allowed(by_namespace)), "s": other}) == found
	ends({"x": policy(allowed(by_namespace)), "s": of_all}) == set()
	of_everybody := object.union(by_role, {"namespaceSelector": "global()"})
	ends({"x": policy(allowed(of_everybody)), "s": of_all}) == found
	ends({"x": policy(allowed(of_everybody)), "s": other}) == set()
	ends({"x": policy(allowed({"namespaceSelector": "global()"})), "s": of_all}) == found
	ends({"x": policy(allowed({"namespaceSelector": "name == 'm'"})), "s": other}) == set()
}

test_words_are_in_both_languages if {
	calico.ways == {"calico-policy": {
		"en": "rule of a Calico network policy",
		"ja": "Calico ネットワークポリシーの規則",
	}}
}

test_what_is_read_is_told if {
	count(calico.reads) == 8
	every group in ["crd.projectcalico.org", "projectcalico.org"] {
		calico.reads[concat("/", [group, "GlobalNetworkSet"])] == [
			"metadata.labels", "spec.allowedEgressDomains",
			"spec.nets",
		]
		calico.reads[concat("/", [group, "NetworkPolicy"])] == [
			"spec.egress.action", "spec.egress.destination.domains", "spec.egress.destination.namespaceSelector",
			"spec.egress.destination.nets", "spec.egress.destination.ports", "spec.egress.destination.selector",
			"spec.egress.destination.serviceAccounts", "spec.egress.destination.services", "spec.ingress.action",
			"spec.ingress.destination.ports", "spec.ingress.source.domains", "spec.ingress.source.namespaceSelector",
			"spec.ingress.source.nets", "spec.ingress.source.ports", "spec.ingress.source.selector",
			"spec.ingress.source.serviceAccounts", "spec.ingress.source.services", "spec.types",
		]
	}
}
