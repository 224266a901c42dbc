package bunkaiten_test.observed.kubernetes.gateway_api

import data.bunkaiten.observed.kubernetes.gateway_api

gateway(changes) := {
	"apiVersion": "gateway.networking.k8s.io/v1",
	"kind": "Gateway",
	"metadata": {"name": "g", "namespace": "infra"},
	"spec": object.union({"gatewayClassName": "eg"}, changes),
}

listening(listener) := gateway({"listeners": [listener]})

https := {"name": "https", "protocol": "HTTPS", "port": 443}

route(kind, spec) := {
	"apiVersion": "gateway.networking.k8s.io/v1",
	"kind": kind,
	"metadata": {"name": "r", "namespace": "n"},
	"spec": spec,
}

to_gateway := {"name": "g", "namespace": "infra"}

redirect := [{"filters": [{"type": "RequestRedirect", "requestRedirect": {"scheme": "https"}}]}]

# "way hosts port encryption" of each endpoint
heard(objects) := {line |
	some found in gateway_api.endpoints with input as {"kubernetes": objects}
	line := concat(" ", [
		found.way,
		concat(",", object.get(found, "hosts", ["every"])),
		sprintf("%v", [object.get(found, ["port", "is"], "?")]),
		object.get(found, ["encrypted", "is"], "?"),
	])
}

encrypted(changes) := {object.get(found, ["encrypted", "is"], "?") |
	some found in gateway_api.endpoints with input as {"kubernetes": {"x": gateway(changes)}}
}

test_fact_is_told_whole if {
	objects := {
		"x": listening(object.union(https, {"hostname": "*.A.example"})),
		"y": route("HTTPRoute", {"parentRefs": [to_gateway], "hostnames": ["b.a.example"]}),
	}
	found := gateway_api.endpoints with input as {"kubernetes": objects}
	common := {"audience": {"is": "anybody"}, "encrypted": {"is": "tls"}, "port": {"is": 443}}
	found == {
		object.union(common, {
			"way": "gateway-listener",
			"thing": "kubernetes:infra/Gateway/g",
			"key": "x",
			"steps": ["kubernetes", "x", "spec", "listeners", 0],
			"hosts": ["*.a.example"],
		}),
		object.union(common, {
			"way": "gateway-route",
			"thing": "kubernetes:n/HTTPRoute/r",
			"key": "y",
			"steps": ["kubernetes", "y", "spec", "parentRefs", 0],
			"hosts": ["b.a.example"],
		}),
	}
}

test_encryption_is_by_protocol_and_mode if {
	every case in [
		["HTTP", {}, "none"],
		["HTTPS", {}, "tls"],
		["HTTPS", {"mode": "Terminate"}, "tls"],
		["TLS", {"mode": "Passthrough"}, "passthrough"],
		["TLS", {"mode": "Terminate"}, "tls"],
		["TLS", {}, "tls"],
		["TLS", {"mode": "{{ .Values.mode }}"}, "?"],
		["TCP", {}, "passthrough"],
		["UDP", {}, "passthrough"],
		["HBONE", {}, "mutual-tls"],
		["example.com/quic", {}, "?"],
	] {
		encrypted({"listeners": [{"protocol": case[0], "port": 1, "tls": case[1]}]}) == {case[2]}
	}
}

test_client_certificates if {
	known := {"caCertificateRefs": [{"name": "ca"}]}
	fallback := object.union(known, {"mode": "AllowInsecureFallback"})
	strict := object.union(known, {"mode": "AllowValidOnly"})
	every case in [
		[{"default": {"validation": known}}, "mutual-tls"],
		[{"default": {"validation": strict}}, "mutual-tls"],
		[{"default": {"validation": fallback}}, "tls"],
		[{"default": {"validation": {"caCertificateRefs": []}}}, "tls"],
		[{"default": {"validation": known}, "perPort": [{"port": 443, "tls": {"validation": fallback}}]}, "tls"],
		[{"default": {"validation": known}, "perPort": [{"port": 443, "tls": {}}]}, "tls"],
		[{"default": {"validation": fallback}, "perPort": [{"port": 443, "tls": {"validation": known}}]}, "mutual-tls"],
		[{"perPort": [{"port": 8443, "tls": {"validation": known}}]}, "tls"],
	] {
		encrypted({"tls": {"frontend": case[0]}, "listeners": [https]}) == {case[1]}
	}
	old := object.union(https, {"tls": {"frontendValidation": known}})
	encrypted({"listeners": [old]}) == {"mutual-tls"}
	terminated := {"protocol": "TLS", "port": 443}
	encrypted({"tls": {"frontend": {"default": {"validation": known}}}, "listeners": [terminated]}) == {"tls"}
}

test_audience if {
	scheme := "service.beta.kubernetes.io/aws-load-balancer-scheme"
	every case in [
		[{}, {"is": "anybody"}],
		[{"gatewayClassName": "gke-l7-rilb"}, {"is": "inside"}],
		[{"gatewayClassName": "nginx-internal"}, {"is": "inside"}],
		[{"gatewayClassName": "istio-waypoint"}, {"is": "inside"}],
		[{"gatewayClassName": "istio-agentgateway-waypoint"}, {"is": "inside"}],
		[{"gatewayClassName": "istio-east-west"}, {"is": "anybody"}],
		[{"gatewayClassName": "${CLASS}"}, {"unknown": true}],
		[{"addresses": [{"value": "10.0.0.3"}]}, {"is": "inside"}],
		[{"addresses": [{"value": "203.0.113.3"}, {"value": "10.0.0.3"}]}, {"is": "anybody"}],
		[{"infrastructure": {"annotations": {scheme: "internal"}}}, {"is": "inside"}],
		[{"infrastructure": {"annotations": {scheme: "{{ .Values.scheme }}"}}}, {"unknown": true}],
	] {
		changes := object.union(case[0], {"listeners": [https]})
		found := gateway_api.endpoints with input as {"kubernetes": {"x": gateway(changes)}}
		{one.audience | some one in found} == {case[1]}
	}
}

test_audience_by_the_service_that_istio_makes if {
	every case in [
		[{}, "ClusterIP", {"is": "inside"}],
		[{}, "LoadBalancer", {"is": "anybody"}],
		[{"gatewayClassName": "istio-waypoint"}, "LoadBalancer", {"is": "anybody"}],
		[{"gatewayClassName": "istio-waypoint"}, "{{ .Values.type }}", {"unknown": true}],
	] {
		annotated := json.patch(gateway(object.union(case[0], {"listeners": [https]})), [{
			"op": "add",
			"path": "/metadata/annotations",
			"value": {"networking.istio.io/service-type": case[1]},
		}])
		found := gateway_api.endpoints with input as {"kubernetes": {"x": annotated}}
		{one.audience | some one in found} == {case[2]}
	}
}

test_route_is_attached_by_name_section_port_and_host if {
	listener := object.union(https, {"hostname": "*.a.example"})
	every case in [
		[to_gateway, ["b.a.example"], {"gateway-route b.a.example 443 tls"}],
		[to_gateway, [], {"gateway-route *.a.example 443 tls"}],
		[to_gateway, ["*.example"], {"gateway-route *.a.example 443 tls"}],
		[to_gateway, ["*.a.example"], {"gateway-route *.a.example 443 tls"}],
		[to_gateway, ["b.example"], set()],
		[{"name": "g", "namespace": "infra", "sectionName": "https"}, [], {"gateway-route *.a.example 443 tls"}],
		[{"name": "g", "namespace": "infra", "sectionName": "http"}, [], set()],
		[{"name": "g", "namespace": "infra", "port": 443}, [], {"gateway-route *.a.example 443 tls"}],
		[{"name": "g", "namespace": "infra", "port": 80}, [], set()],
		[{"name": "g", "kind": "Service"}, ["b.example"], set()],
		[{"name": "g", "namespace": "infra", "kind": "ListenerSet"}, [], {"gateway-route every ? ?"}],
		[{"name": "g", "namespace": "infra", "kind": "XListenerSet"}, [], {"gateway-route every ? ?"}],
		[{"name": "g"}, ["B.example"], {"gateway-route b.example ? ?"}],
		[{"name": "h", "namespace": "infra"}, ["b.example"], {"gateway-route b.example ? ?"}],
	] {
		taken := route("GRPCRoute", {"parentRefs": [case[0]], "hostnames": case[1]})
		heard({"x": listening(listener), "y": taken}) == {"gateway-listener *.a.example 443 tls"} | case[2]
	}
}

test_route_is_attached_to_listeners_of_its_protocol if {
	every case in [
		["GRPCRoute", {"HTTP", "HTTPS"}],
		["HTTPRoute", {"HTTP", "HTTPS"}],
		["TCPRoute", {"TCP", "TLS"}],
		["TLSRoute", {"TLS"}],
		["UDPRoute", {"UDP"}],
	] {
		taken := route(case[0], {"parentRefs": [to_gateway]})
		{protocol |
			some protocol in ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "example.com/quic"]
			listener := {"name": "l", "protocol": protocol, "port": 1}
			found := gateway_api.endpoints with input as {"kubernetes": {"x": listening(listener), "y": taken}}
			"gateway-route" in {each.way | some each in found}
		} == case[1] | {"example.com/quic"}
	}
}

test_route_of_the_gateways_own_namespace if {
	taken := {
		"apiVersion": "gateway.networking.k8s.io/v1alpha2",
		"kind": "TCPRoute",
		"metadata": {"name": "r", "namespace": "infra"},
		"spec": {"parentRefs": [{"name": "g"}]},
	}
	heard({"x": listening({"protocol": "TCP", "port": 104}), "y": taken}) == {
		"gateway-listener every 104 passthrough",
		"gateway-route every 104 passthrough",
	}
}

test_listener_without_host_has_the_hosts_of_its_routes_where_all_have_some if {
	one := route("HTTPRoute", {"parentRefs": [to_gateway], "hostnames": ["a.example"]})
	other := route("GRPCRoute", {"parentRefs": [to_gateway], "hostnames": ["b.example"]})
	open := route("HTTPRoute", {"parentRefs": [to_gateway]})
	heard({"x": listening(https), "y": one, "z": other}) == {
		"gateway-listener a.example,b.example 443 tls",
		"gateway-route a.example 443 tls",
		"gateway-route b.example 443 tls",
	}
	heard({"x": listening(https), "y": one, "z": open}) == {
		"gateway-listener every 443 tls",
		"gateway-route a.example 443 tls",
		"gateway-route every 443 tls",
	}
	heard({"x": listening(https)}) == {"gateway-listener every 443 tls"}
}

test_what_only_redirects_is_no_fact if {
	http := {"name": "http", "protocol": "HTTP", "port": 80}
	away := route("HTTPRoute", {"parentRefs": [to_gateway], "rules": redirect})
	stays := route("HTTPRoute", {"parentRefs": [to_gateway], "rules": [{"backendRefs": []}]})
	mixed := route("HTTPRoute", {"parentRefs": [to_gateway], "rules": array.concat(redirect, [{}])})
	heard({"x": listening(http), "y": away}) == set()
	heard({"x": listening(http), "y": away, "z": stays}) == {
		"gateway-listener every 80 none",
		"gateway-route every 80 none",
	}
	heard({"x": listening(http), "y": mixed}) == {"gateway-listener every 80 none", "gateway-route every 80 none"}
	heard({"y": away}) == set()
	heard({"y": stays}) == {"gateway-route every ? ?"}
}

test_what_is_read_has_words if {
	object.keys(gateway_api.ways) == {"gateway-listener", "gateway-route"}
	count(gateway_api.reads) == 6
}

test_words_are_in_both_languages if {
	gateway_api.ways == {
		"gateway-listener": {
			"en": "listener of a Gateway",
			"ja": "Gateway のリスナー",
		},
		"gateway-route": {
			"en": "route from a Gateway",
			"ja": "Gateway からの経路",
		},
	}
}

test_what_is_read_of_grpcroute_is_told if {
	paths := [
		"spec.hostnames",
		"spec.parentRefs.kind",
		"spec.parentRefs.name",
		"spec.parentRefs.namespace",
		"spec.parentRefs.port",
		"spec.parentRefs.sectionName",
		"spec.rules.filters.requestRedirect.scheme",
		"spec.rules.filters.type",
	]
	every kind in [
		"gateway.networking.k8s.io/GRPCRoute",
		"gateway.networking.k8s.io/HTTPRoute",
		"gateway.networking.k8s.io/TCPRoute",
		"gateway.networking.k8s.io/TLSRoute",
		"gateway.networking.k8s.io/UDPRoute",
	] {
		gateway_api.reads[kind] == paths
	}
}

test_what_is_read_of_gateway_is_told if {
	paths := [
		"metadata.annotations.networking.istio.io/service-type",
		"spec.addresses.value",
		"spec.gatewayClassName",
		"spec.infrastructure.annotations.cloud.google.com/load-balancer-type",
		"spec.infrastructure.annotations.networking.gke.io/load-balancer-type",
		"spec.infrastructure.annotations.service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type",
		"spec.infrastructure.annotations.service.beta.kubernetes.io/aws-load-balancer-internal",
		"spec.infrastructure.annotations.service.beta.kubernetes.io/aws-load-balancer-scheme",
		"spec.infrastructure.annotations.service.beta.kubernetes.io/azure-load-balancer-internal",
		"spec.infrastructure.annotations.service.beta.kubernetes.io/oci-load-balancer-internal",
		"spec.infrastructure.annotations.service.beta.kubernetes.io/openstack-internal-load-balancer",
		"spec.listeners.hostname",
		"spec.listeners.name",
		"spec.listeners.port",
		"spec.listeners.protocol",
		"spec.listeners.tls.frontendValidation",
		"spec.listeners.tls.mode",
		"spec.tls.frontend.default.validation",
		"spec.tls.frontend.perPort",
	]
	every kind in ["gateway.networking.k8s.io/Gateway"] { gateway_api.reads[kind] == paths }
}
