package bunkaiten_test.observed.kubernetes.istio

import data.bunkaiten.observed.kubernetes.istio

gateway(selector, server) := {
	"apiVersion": "networking.istio.io/v1",
	"kind": "Gateway",
	"metadata": {"name": "g", "namespace": "n"},
	"spec": {"selector": selector, "servers": [server]},
}

endpoints(given) := found if {
	found := istio.endpoints with input as {"kubernetes": {"x": given}}
}

# encryption and oldest version of a server
heard(protocol, tls) := {line |
	server := object.union({"port": {"number": 443, "protocol": protocol}}, tls)
	some found in endpoints(gateway({"istio": "ingressgateway"}, server))
	line := concat(" ", [object.get(found, ["encrypted", "is"], "?"), object.get(found, ["weakest", "is"], "-")])
}

test_fact_is_told_whole if {
	server := {
		"port": {"number": 443, "protocol": "HTTPS"},
		"hosts": ["renkei/Letters.a.example", "*"],
		"tls": {"mode": "MUTUAL", "minProtocolVersion": "TLSV1_3"},
	}
	endpoints(gateway({"istio": "ingressgateway"}, server)) == {{
		"way": "istio-gateway",
		"thing": "kubernetes:n/Gateway/g",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "servers", 0],
		"audience": {"is": "anybody"},
		"encrypted": {"is": "mutual-tls"},
		"weakest": {"is": "TLS 1.3"},
		"hosts": ["letters.a.example", "*"],
		"port": {"is": 443},
	}}
}

test_encryption_is_the_mode if {
	every mode, line in {
		"SIMPLE": "tls TLS 1.2",
		"MUTUAL": "mutual-tls TLS 1.2",
		"ISTIO_MUTUAL": "mutual-tls TLS 1.2",
		"OPTIONAL_MUTUAL": "tls TLS 1.2",
		"PASSTHROUGH": "passthrough -",
		"AUTO_PASSTHROUGH": "passthrough -",
		"": "passthrough -",
		"{{ .Values.mode }}": "? -",
	} {
		heard("HTTPS", {"tls": {"mode": mode}}) == {line}
	}
	heard("TLS", {"tls": {}}) == {"passthrough -"}
}

test_without_tls_it_is_what_the_protocol_is if {
	every protocol, line in {
		"HTTP": "none -",
		"HTTP2": "none -",
		"GRPC": "none -",
		"TCP": "passthrough -",
		"MONGO": "passthrough -",
	} {
		heard(protocol, {}) == {line}
		heard(protocol, {"tls": {}}) == {line}
	}
	heard("HTTPS", {}) == {"passthrough -"}
}

test_protocol_is_read_in_any_case if {
	every protocol in ["http", "Http2", "grpc", "gRPC-Web"] { heard(protocol, {}) == {"none -"} }
	heard("https", {"tls": {}}) == {"passthrough -"}
	heard("tcp", {}) == {"passthrough -"}
	heard("${PROTOCOL}", {}) == {"? -"}
}

test_oldest_version if {
	every written, line in {
		"TLS_AUTO": "tls TLS 1.2",
		"TLSV1_0": "tls TLS 1.0",
		"TLSV1_1": "tls TLS 1.1",
		"TLSV1_2": "tls TLS 1.2",
		"TLSV1_3": "tls TLS 1.3",
	} {
		heard("HTTPS", {"tls": {"mode": "SIMPLE", "minProtocolVersion": written}}) == {line}
	}
	server := {"tls": {"mode": "SIMPLE", "minProtocolVersion": "${MIN}"}}
	{found.weakest | some found in endpoints(gateway({}, server))} == {{"unknown": true}}
}

test_server_that_only_redirects_is_no_fact if {
	heard("HTTP", {"tls": {"httpsRedirect": true}}) == set()
	heard("HTTP", {"tls": {"httpsRedirect": false}}) == {"none -"}
}

test_audience_is_by_the_gateway_that_is_selected if {
	every label, audience in {
		"ingressgateway": {"is": "anybody"},
		"eastwestgateway": {"is": "anybody"},
		"egressgateway": {"is": "inside"},
		"internal-gateway": {"is": "inside"},
		"${GATEWAY}": {"unknown": true},
	} {
		{found.audience | some found in endpoints(gateway({"istio": label}, {}))} == {audience}
	}
}

test_gateway_of_the_other_api_is_no_fact if {
	endpoints(object.union(gateway({}, {}), {"apiVersion": "gateway.networking.k8s.io/v1"})) == set()
	object.keys(istio.ways) == {"istio-gateway"}
	object.keys(istio.reads) == {"networking.istio.io/Gateway"}
}

test_words_are_in_both_languages if {
	istio.ways == {
		"istio-gateway": {
			"en": "server of an Istio Gateway",
			"ja": "Istio Gateway の公開口",
		},
	}
}

test_what_is_read_of_gateway_is_told if {
	paths := [
		"spec.selector",
		"spec.servers.hosts",
		"spec.servers.port.number",
		"spec.servers.port.protocol",
		"spec.servers.tls.httpsRedirect",
		"spec.servers.tls.minProtocolVersion",
		"spec.servers.tls.mode",
	]
	every kind in ["networking.istio.io/Gateway"] { istio.reads[kind] == paths }
}
