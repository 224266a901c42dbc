package bunkaiten_test.observed.kubernetes.istio_mesh

import data.bunkaiten.observed.kubernetes.istio_mesh

policy(namespace, spec) := {
	"apiVersion": "security.istio.io/v1",
	"kind": "PeerAuthentication",
	"metadata": {"name": "default", "namespace": namespace},
	"spec": spec,
}

rule(spec) := {
	"apiVersion": "networking.istio.io/v1",
	"kind": "DestinationRule",
	"metadata": {"name": "d", "namespace": "n"},
	"spec": spec,
}

endpoints(objects) := found if {
	found := istio_mesh.endpoints with input as {"kubernetes": objects}
}

# what is told of a fact beside its thing
told(objects) := {[
	found.way,
	object.get(found, ["encrypted", "is"], "?"),
	object.get(found, ["port", "is"], "all"),
	concat("/", [sprintf("%v", [step]) | some step in array.slice(found.steps, 3, 99)]),
] |
	some found in endpoints(objects)
}

test_fact_is_told_whole if {
	endpoints({"x": policy("istio-system", {"mtls": {"mode": "STRICT"}})}) == {{
		"way": "mesh",
		"thing": "kubernetes:istio-system/PeerAuthentication/default",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "mtls", "mode"],
		"audience": {"is": "inside"},
		"encrypted": {"is": "mutual-tls"},
	}}
	endpoints({"x": rule({"host": "LIS.lab", "trafficPolicy": {"tls": {"mode": "DISABLE"}}})}) == {{
		"way": "mesh-destination",
		"thing": "kubernetes:n/DestinationRule/d",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "trafficPolicy", "tls", "mode"],
		"audience": {"is": "inside"},
		"encrypted": {"is": "none"},
		"hosts": ["lis.lab"],
	}}
}

test_clear_text_is_accepted_unless_strict if {
	every mode, encrypted in {"STRICT": "mutual-tls", "PERMISSIVE": "none", "DISABLE": "none", "${MODE}": "?"} {
		told({"x": policy("lab", {"mtls": {"mode": mode}})}) == {["mesh-namespace", encrypted, "all", "mtls/mode"]}
	}
	every spec in [{}, {"mtls": {}}, {"mtls": {"mode": "UNSET"}}, {"selector": {}}] {
		told({"x": policy("lab", spec)}) == set()
	}
}

test_level_of_a_policy if {
	selector := {"matchLabels": {"app": "orthanc"}}
	mtls := {"mode": "STRICT"}
	told({"x": policy("istio-system", {"mtls": mtls})}) == {["mesh", "mutual-tls", "all", "mtls/mode"]}
	every namespace in ["imaging", "istio-system"] {
		told({"x": policy(namespace, {"mtls": mtls, "selector": selector})}) == {[
			"mesh-workload", "mutual-tls",
			"all", "mtls/mode",
		]}
	}
	ports := {"4242": {"mode": "DISABLE"}, "8042": {"mode": "UNSET"}, "8443": {"mode": "STRICT"}, "1": "x"}
	told({"x": policy("imaging", {"selector": selector, "portLevelMtls": ports})}) == {
		["mesh-port", "none", 4242, "portLevelMtls/4242/mode"],
		["mesh-port", "mutual-tls", 8443, "portLevelMtls/8443/mode"],
	}
}

test_destination_in_clear_text if {
	off := {"mode": "DISABLE"}
	told({"x": rule({
		"host": "lis.lab",
		"trafficPolicy": {
			"tls": {"mode": "ISTIO_MUTUAL"},
			"portLevelSettings": [
				{"port": {"number": 2575}, "tls": off},
				{"port": {"number": 80}, "tls": {"mode": "SIMPLE"}},
			],
		},
		"subsets": [{"name": "a"}, {"name": "b", "trafficPolicy": {"tls": off}}],
	})}) == {
		["mesh-destination", "none", 2575, "trafficPolicy/portLevelSettings/0/tls/mode"],
		["mesh-destination", "none", "all", "subsets/1/trafficPolicy/tls/mode"],
	}
	every mode in ["SIMPLE", "MUTUAL", "ISTIO_MUTUAL", ""] {
		told({"x": rule({"host": "lis.lab", "trafficPolicy": {"tls": {"mode": mode}}})}) == set()
	}
}

test_destination_outside_is_a_peer_and_none_of_these if {
	clear := rule({"host": "lis.example", "trafficPolicy": {"tls": {"mode": "DISABLE"}}})
	every location, count_of in {"": 0, "MESH_EXTERNAL": 0, "MESH_INTERNAL": 1} {
		entry := {
			"apiVersion": "networking.istio.io/v1",
			"kind": "ServiceEntry",
			"metadata": {"name": "s"},
			"spec": {"location": location, "hosts": ["LIS.example"]},
		}
		count(told({"x": clear, "y": entry})) == count_of
	}
}

test_what_is_read_has_words if {
	count(istio_mesh.ways) == 5
	count(istio_mesh.reads) == 3
}

test_words_are_in_both_languages if {
	istio_mesh.ways == {
		"mesh": {
			"en": "all of the Istio mesh",
			"ja": "Istio メッシュ全体",
		},
		"mesh-destination": {
			"en": "connections inside the Istio mesh",
			"ja": "Istio メッシュ内の接続",
		},
		"mesh-namespace": {
			"en": "workloads of a namespace in the Istio mesh",
			"ja": "Istio メッシュ内の名前空間",
		},
		"mesh-port": {
			"en": "port of workloads in the Istio mesh",
			"ja": "Istio メッシュ内のポート",
		},
		"mesh-workload": {
			"en": "workload in the Istio mesh",
			"ja": "Istio メッシュ内のワークロード",
		},
	}
}

test_what_is_read_of_destinationrule_is_told if {
	paths := [
		"spec.host",
		"spec.subsets.trafficPolicy.portLevelSettings.tls.mode",
		"spec.subsets.trafficPolicy.tls.mode",
		"spec.trafficPolicy.portLevelSettings.port.number",
		"spec.trafficPolicy.portLevelSettings.tls.mode",
		"spec.trafficPolicy.tls.mode",
	]
	every kind in ["networking.istio.io/DestinationRule"] { istio_mesh.reads[kind] == paths }
}

test_what_is_read_of_serviceentry_is_told if {
	paths := [
		"spec.hosts",
		"spec.location",
	]
	every kind in ["networking.istio.io/ServiceEntry"] { istio_mesh.reads[kind] == paths }
}

test_what_is_read_of_peerauthentication_is_told if {
	paths := [
		"spec.mtls.mode",
		"spec.portLevelMtls",
		"spec.selector.matchLabels",
	]
	every kind in ["security.istio.io/PeerAuthentication"] { istio_mesh.reads[kind] == paths }
}
