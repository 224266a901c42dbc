package bunkaiten_test.observed.kubernetes.endpoint_slices

import data.bunkaiten.observed.kubernetes.endpoint_slices

slice(content) := object.union(
	{"apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice", "metadata": {"name": "a", "namespace": "n"}},
	content,
)

ends(content) := object.union(
	{"apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": "a", "namespace": "n"}},
	content,
)

peers(given) := found if {
	found := endpoint_slices.peers with input as {"kubernetes": {"x": given}}
}

# who is there, where it stands, and by which ports
told(given) := {[fact.who, array.slice(fact.steps, 2, 9), object.get(fact, "ports", {})] | some fact in peers(given)}

test_fact_is_told_whole if {
	peers(slice({"endpoints": [{"addresses": ["198.51.100.7"]}], "ports": [{"port": 443}]})) == {{
		"way": "service-address",
		"thing": "kubernetes:n/EndpointSlice/a",
		"key": "x",
		"steps": ["kubernetes", "x", "endpoints", 0, "addresses", 0],
		"direction": "out",
		"who": {"is": {"by": "network", "name": "198.51.100.7/32"}},
		"ports": {"is": [443, 443]},
	}}
}

test_each_address_is_somebody if {
	addresses := ["198.51.100.7", "2001:db8::7", "pacs.midori.example", "${PACS}", 7, null]
	told(slice({"endpoints": [null, {"addresses": addresses}]})) == {
		[network("198.51.100.7/32"), ["endpoints", 1, "addresses", 0], {}],
		[network("2001:db8::7/128"), ["endpoints", 1, "addresses", 1], {}],
		[{"is": {"by": "host", "name": "pacs.midori.example"}}, ["endpoints", 1, "addresses", 2], {}],
		[{"unknown": true}, ["endpoints", 1, "addresses", 3], {}],
	}
}

test_addresses_of_older_clusters_are_told if {
	subsets := [{"addresses": [{"ip": "198.51.100.7"}], "ports": [{"port": 104}, {"port": 443}]}, "x"]
	told(ends({"subsets": subsets})) == {
		[network("198.51.100.7/32"), ["subsets", 0, "addresses", 0, "ip"], {"is": [104, 104]}],
		[network("198.51.100.7/32"), ["subsets", 0, "addresses", 0, "ip"], {"is": [443, 443]}],
	}
	told(ends({"subsets": [{"addresses": [{"ip": "198.51.100.7"}, {}, {"hostname": "x"}]}]})) == {
		[network("198.51.100.7/32"), ["subsets", 0, "addresses", 0, "ip"], {}],
	}
}

test_nothing_written_leads_nowhere if {
	every content in [{}, {"endpoints": null}, {"endpoints": [{}]}, {"subsets": [{}]}] {
		peers(slice(content)) == set()
		peers(ends(content)) == set()
	}
}

test_words_are_in_both_languages if {
	endpoint_slices.ways == {"service-address": {"en": "address behind a Service", "ja": "Service の先のアドレス"}}
}

test_what_is_read_is_told if {
	endpoint_slices.reads == {
		"/Endpoints": ["subsets.addresses.ip", "subsets.ports.port"],
		"discovery.k8s.io/EndpointSlice": ["endpoints.addresses", "ports.port"],
	}
}

network(name) := {"is": {"by": "network", "name": name}}
