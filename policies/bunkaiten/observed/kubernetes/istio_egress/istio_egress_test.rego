package bunkaiten_test.observed.kubernetes.istio_egress

import data.bunkaiten.observed.kubernetes.istio_egress

entry(spec) := {
	"apiVersion": "networking.istio.io/v1",
	"kind": "ServiceEntry",
	"metadata": {"name": "s", "namespace": "n"},
	"spec": spec,
}

rule(host, policy) := {
	"apiVersion": "networking.istio.io/v1",
	"kind": "DestinationRule",
	"metadata": {"name": "d", "namespace": "n"},
	"spec": {"host": host, "trafficPolicy": policy},
}

peers(objects) := found if {
	found := istio_egress.peers with input as {"kubernetes": objects}
}

# who, ports and encryption
told(objects) := {line |
	some found in peers(objects)
	line := concat(" ", [
		object.get(found, ["who", "is", "by"], "?"),
		object.get(found, ["who", "is", "name"], "?"),
		sprintf("%v", [object.get(found, ["ports", "is"], object.get(found, "ports", "all"))]),
		object.get(found, ["encrypted", "is"], "-"),
	])
}

tls := [{"number": 443, "protocol": "TLS"}]

http := [{"number": 80, "protocol": "HTTP"}]

test_fact_is_told_whole if {
	peers({"x": entry({"hosts": ["API.kensa.example"], "ports": tls})}) == {{
		"way": "service-entry",
		"thing": "kubernetes:n/ServiceEntry/s",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "hosts", 0],
		"who": {"is": {"by": "host", "name": "api.kensa.example"}},
		"direction": "out",
		"ports": {"is": [443, 443]},
		"encrypted": {"is": "tls"},
	}}
}

test_entry_of_the_mesh_itself_is_no_peer if {
	count(peers({"x": entry({"hosts": ["a"], "location": "MESH_EXTERNAL"})})) == 1
	peers({"x": entry({"hosts": ["a"], "location": "MESH_INTERNAL"})}) == set()
	peers({"x": entry({"hosts": ["a"], "addresses": ["192.0.2.7"], "location": "MESH_INTERNAL"})}) == set()
	peers({}) == set()
}

test_endpoint_in_the_mesh_is_where_its_address_is if {
	ports := [{"number": 80, "protocol": "HTTP"}]
	ends := [{"address": "192.0.2.7"}, {"address": "2001:db8::7"}, {"address": "vm-1.aoba.example"}, {"address": "vm:a"}]
	spec := {"hosts": ["a"], "location": "MESH_INTERNAL", "ports": ports, "endpoints": ends}
	{[found.who.is.name, object.get(found, "encrypted", "-"), found.steps[4]] |
		some found in peers({"x": entry(spec)})
	} == {
		["192.0.2.7/32", "-", 0],
		["2001:db8::7/128", "-", 1],
	}
}

test_machine_of_the_mesh_is_a_peer if {
	machine := {
		"apiVersion": "networking.istio.io/v1",
		"kind": "WorkloadEntry",
		"metadata": {"name": "m", "namespace": "n"},
		"spec": {"address": "192.0.2.7"},
	}
	peers({"x": machine}) == {{
		"way": "workload-entry",
		"thing": "kubernetes:n/WorkloadEntry/m",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "address"],
		"who": {"is": {"by": "network", "name": "192.0.2.7/32"}},
		"direction": "both",
	}}
	peers({"x": object.union(machine, {"spec": {"address": "vm-1.aoba.example"}})}) == set()
}

test_who_is_outside if {
	every host, who in {
		"*.kensa.example": "host *.kensa.example",
		"*": "anybody *",
		"${HOST}": "? ?",
		"203.0.113.9": "network 203.0.113.9/32",
	} {
		told({"x": entry({"hosts": [host], "ports": tls})}) == {concat(" ", [who, "[443, 443] tls"])}
	}
	told({"x": entry({"hosts": ["a", 5]})}) == {"host a all -"}
}

test_addresses_are_looked_at_where_hosts_are_not if {
	addresses := ["198.51.100.0/28", "203.0.113.9", "2001:db8::9"]
	tcp := [{"number": 104, "protocol": "TCP"}]
	told({"x": entry({"hosts": ["a"], "addresses": addresses, "ports": tcp})}) == {
		"network 198.51.100.0/28 [104, 104] -",
		"network 203.0.113.9/32 [104, 104] -",
		"network 2001:db8::9/128 [104, 104] -",
	}
	told({"x": entry({"hosts": ["a"], "ports": tcp})}) == {"host a [104, 104] -"}
	told({"x": entry({"hosts": ["a"], "addresses": addresses, "ports": tls})}) == {"host a [443, 443] tls"}
}

test_endpoints_are_where_it_goes if {
	endpoints := [{"address": "203.0.113.40"}, {"address": "vault.example"}, {}]
	told({"x": entry({"hosts": ["a"], "addresses": ["10.0.0.1"], "endpoints": endpoints, "ports": tls})}) == {
		"network 203.0.113.40/32 [443, 443] tls",
		"host vault.example [443, 443] tls",
	}
}

test_ports_and_protocols if {
	every case in [
		[{"number": 443, "protocol": "HTTPS"}, "[443, 443] tls"],
		[{"number": 80, "protocol": "HTTP"}, "[80, 80] none"],
		[{"number": 80, "protocol": "grpc"}, "[80, 80] none"],
		[{"number": 25, "protocol": "TCP"}, "[25, 25] -"],
		[{"number": 1}, "[1, 1] -"],
		[{"number": "${PORT}", "protocol": "TLS"}, `{"unknown": true} tls`],
	] {
		told({"x": entry({"hosts": ["a"], "ports": [case[0]]})}) == {concat(" ", ["host a", case[1]])}
	}
}

test_proxy_encrypts_where_a_rule_says_so if {
	every case in [
		[{"tls": {"mode": "SIMPLE"}}, "tls"],
		[{"tls": {"mode": "MUTUAL"}}, "tls"],
		[{"tls": {"mode": "DISABLE"}}, "none"],
		[{"portLevelSettings": [{"port": {"number": 80}, "tls": {"mode": "SIMPLE"}}]}, "tls"],
		[{"portLevelSettings": [{"port": {"number": 81}, "tls": {"mode": "SIMPLE"}}]}, "none"],
		[{"tls": {"mode": "SIMPLE"}, "portLevelSettings": [{"port": {"number": 80}, "tls": {"mode": "DISABLE"}}]}, "none"],
	] {
		told({"x": entry({"hosts": ["a"], "ports": http}), "y": rule("A", case[0])}) == {concat(
			" ",
			["host a [80, 80]", case[1]],
		)}
	}
	told({"x": entry({"hosts": ["a"], "ports": http}), "y": rule("b", {"tls": {"mode": "SIMPLE"}})}) == {
		"host a [80, 80] none",
	}
}

test_placeholders_leave_open_what_encrypts if {
	every protocol, mode in {"${PROTOCOL}": "DISABLE", "HTTP": "${MODE}", "TCP": "{{ .mode }}"} {
		ports := [{"number": 80, "protocol": protocol}]
		encrypted(ports, mode) == {{"unknown": true}}
	}
	every protocol, mode in {"${PROTOCOL}": "SIMPLE", "TLS": "${MODE}"} {
		encrypted([{"number": 80, "protocol": protocol}], mode) == {{"is": "tls"}}
	}
}

encrypted(ports, mode) := {found.encrypted |
	some found in peers({"x": entry({"hosts": ["a"], "ports": ports}), "y": rule("a", {"tls": {"mode": mode}})})
}

test_what_is_read_has_words if {
	object.keys(istio_egress.ways) == {"service-entry", "workload-entry"}
	count(istio_egress.reads) == 3
}

test_words_are_in_both_languages if {
	istio_egress.ways == {
		"service-entry": {
			"en": "way out of the Istio mesh",
			"ja": "Istio メッシュから外への経路",
			"on_path": "hop",
		},
		"workload-entry": {
			"en": "machine in the Istio mesh",
			"ja": "Istio メッシュに加わるマシン",
		},
	}
}

test_what_is_read_of_destinationrule_is_told if {
	paths := [
		"spec.host",
		"spec.trafficPolicy.portLevelSettings.port.number",
		"spec.trafficPolicy.portLevelSettings.tls.mode",
		"spec.trafficPolicy.tls.mode",
	]
	every kind in ["networking.istio.io/DestinationRule"] { istio_egress.reads[kind] == paths }
}

test_what_is_read_of_serviceentry_is_told if {
	paths := [
		"spec.addresses",
		"spec.endpoints.address",
		"spec.hosts",
		"spec.location",
		"spec.ports.number",
		"spec.ports.protocol",
	]
	every kind in ["networking.istio.io/ServiceEntry"] { istio_egress.reads[kind] == paths }
}

test_what_is_read_of_workloadentry_is_told if {
	paths := [
		"spec.address",
	]
	every kind in ["networking.istio.io/WorkloadEntry"] { istio_egress.reads[kind] == paths }
}
