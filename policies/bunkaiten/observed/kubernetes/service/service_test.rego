package bunkaiten_test.observed.kubernetes.service

import data.bunkaiten.observed.kubernetes.service

aws := "service.beta.kubernetes.io/aws-load-balancer-"

of(annotations, spec) := {
	"apiVersion": "v1",
	"kind": "Service",
	"metadata": {"name": "a", "namespace": "n", "annotations": annotations},
	"spec": spec,
}

balanced(annotations, ports) := of(annotations, {"type": "LoadBalancer", "ports": ports})

endpoints(given) := found if {
	found := service.endpoints with input as {"kubernetes": {"x": given}}
}

peers(given) := found if {
	found := service.peers with input as {"kubernetes": {"x": given}}
}

# "audience port encryption weakest" of each endpoint
heard(given) := {line |
	some found in endpoints(given)
	line := concat(" ", [
		object.get(found, ["audience", "is"], "?"),
		sprintf("%v", [object.get(found, ["port", "is"], "?")]),
		object.get(found, ["encrypted", "is"], "?"),
		object.get(found, ["weakest", "is"], "-"),
	])
}

test_fact_is_told_whole if {
	endpoints(balanced({}, [{"port": 443}])) == {{
		"way": "service-load-balancer",
		"thing": "kubernetes:n/Service/a",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "ports", 0],
		"audience": {"is": "anybody"},
		"encrypted": {"is": "passthrough"},
		"port": {"is": 443},
	}}
}

test_encryption_is_what_the_port_is_said_to_speak if {
	every case in [
		[{"port": 443}, "443 passthrough"],
		[{"port": 80}, "80 none"],
		[{"port": 8080, "name": "web"}, "8080 none"],
		[{"port": 80, "name": "https"}, "80 passthrough"],
		[{"port": 8042, "name": "http"}, "8042 none"],
		[{"port": 8042, "name": "http-orthanc"}, "8042 none"],
		[{"port": 8042, "name": "httpd"}, "8042 passthrough"],
		[{"port": 9000, "name": "grpc"}, "9000 none"],
		[{"port": 104, "name": "dicom"}, "104 passthrough"],
		[{"port": 80, "appProtocol": "https"}, "80 passthrough"],
		[{"port": 443, "name": "https", "appProtocol": "http"}, "443 none"],
		[{"port": 443, "appProtocol": "kubernetes.io/h2c"}, "443 none"],
		[{"port": 443, "appProtocol": "${SPOKEN}"}, "443 ?"],
		[{"port": 80, "name": "http", "protocol": "UDP"}, "80 passthrough"],
		[{"port": "{{ .Values.port }}"}, "? passthrough"],
	] {
		heard(balanced({}, [case[0]])) == {concat(" ", ["anybody", case[1], "-"])}
	}
}

test_load_balancer_of_aws_decrypts_where_a_certificate_is_written if {
	cert := {concat("", [aws, "ssl-cert"]): "arn"}
	ports := [{"port": 443, "name": "a"}, {"port": 2762, "name": "b"}]
	every chosen, lines in {
		"": {"anybody 443 tls TLS 1.0", "anybody 2762 tls TLS 1.0"},
		"*": {"anybody 443 tls TLS 1.0", "anybody 2762 tls TLS 1.0"},
		"443": {"anybody 443 tls TLS 1.0", "anybody 2762 passthrough -"},
		"b, 99": {"anybody 443 passthrough -", "anybody 2762 tls TLS 1.0"},
	} {
		heard(balanced(object.union(cert, {concat("", [aws, "ssl-ports"]): chosen}), ports)) == lines
	}
	policy := concat("", [aws, "ssl-negotiation-policy"])
	modern := object.union(cert, {policy: "ELBSecurityPolicy-TLS13-1-2-2021-06"})
	heard(balanced(modern, [{"port": 443}])) == {"anybody 443 tls TLS 1.2"}
	open := object.union(cert, {policy: "${POLICY}"})
	{found.weakest | some found in endpoints(balanced(open, [{"port": 443}]))} == {{"unknown": true}}
}

test_listener_that_speaks_http_itself if {
	heard(balanced({concat("", [aws, "backend-protocol"]): "http"}, [{"port": 443}])) == {"anybody 443 none -"}
	heard(balanced({concat("", [aws, "backend-protocol"]): "tcp"}, [{"port": 443}])) == {"anybody 443 passthrough -"}
}

test_audience_is_what_the_clouds_annotations_say if {
	every case in [
		[{}, "anybody"],
		[{"networking.gke.io/load-balancer-type": "Internal"}, "inside"],
		[{"networking.gke.io/load-balancer-type": "External"}, "anybody"],
		[{"cloud.google.com/load-balancer-type": "internal"}, "inside"],
		[{"service.beta.kubernetes.io/azure-load-balancer-internal": "true"}, "inside"],
		[{"service.beta.kubernetes.io/azure-load-balancer-internal": "false"}, "anybody"],
		[{"service.beta.kubernetes.io/azure-load-balancer-internal": "${INTERNAL}"}, "?"],
		[{concat("", [aws, "internal"]): "true"}, "inside"],
		[{concat("", [aws, "internal"]): "0.0.0.0/0"}, "inside"],
		[{concat("", [aws, "internal"]): "false"}, "anybody"],
		[{concat("", [aws, "internal"]): "{{ .Values.internal }}"}, "?"],
		[{concat("", [aws, "scheme"]): "internal"}, "inside"],
		[{concat("", [aws, "scheme"]): "internet-facing", concat("", [aws, "internal"]): "true"}, "anybody"],
		[{concat("", [aws, "type"]): "external"}, "inside"],
		[{concat("", [aws, "type"]): "nlb-ip"}, "inside"],
		[{concat("", [aws, "type"]): "nlb"}, "anybody"],
		[{concat("", [aws, "type"]): "external", concat("", [aws, "scheme"]): "internet-facing"}, "anybody"],
		[{"metallb.universe.tf/loadBalancerIPs": "192.168.1.2"}, "inside"],
		[{"metallb.io/loadBalancerIPs": "192.168.1.2,203.0.113.2"}, "anybody"],
		[{"service.beta.kubernetes.io/load-balancer-source-ranges": "10.0.0.0/8"}, "inside"],
	] {
		heard(balanced(case[0], [{"port": 1}])) == {concat(" ", [case[1], "1 passthrough -"])}
	}
}

test_audience_is_what_the_service_says if {
	every case in [
		[{"loadBalancerClass": "service.k8s.aws/nlb"}, "inside"],
		[{"loadBalancerClass": "eks.amazonaws.com/nlb"}, "inside"],
		[{"loadBalancerClass": "example.com/lb"}, "anybody"],
		[{"loadBalancerIP": "10.1.2.3"}, "inside"],
		[{"loadBalancerIP": "203.0.113.3"}, "anybody"],
		[{"loadBalancerSourceRanges": ["10.0.0.0/8", "192.168.0.0/16"]}, "inside"],
		[{"loadBalancerSourceRanges": ["10.0.0.0/8", "198.51.100.0/24"]}, "anybody"],
		[{"loadBalancerSourceRanges": []}, "anybody"],
	] {
		spec := object.union(case[0], {"type": "LoadBalancer", "ports": [{"port": 1}]})
		heard(of({}, spec)) == {concat(" ", [case[1], "1 passthrough -"])}
	}
}

test_nodes_listen_inside if {
	found := endpoints(of({}, {"type": "NodePort", "ports": [{"port": 80, "nodePort": 30080}, {"port": 104}]}))
	{[one.way, one.audience, one.encrypted.is, object.get(one, "port", "chosen")] | some one in found} == {
		["service-node-port", {"is": "inside"}, "none", {"is": 30080}],
		["service-node-port", {"is": "inside"}, "passthrough", "chosen"],
	}
}

test_external_addresses if {
	addresses := ["203.0.113.80", "192.168.40.80", "${ADDRESS}"]
	found := endpoints(of({}, {"externalIPs": addresses, "ports": [{"port": 80}]}))
	{[one.way, one.audience, one.port.is, array.slice(one.steps, 2, 9)] | some one in found} == {
		["service-external-ip", {"is": "anybody"}, 80, ["spec", "externalIPs"]],
		["service-external-ip", {"is": "inside"}, 80, ["spec", "externalIPs"]],
		["service-external-ip", {"unknown": true}, 80, ["spec", "externalIPs"]],
	}
}

test_external_name_leads_out_unless_it_leads_into_the_cluster if {
	peers(of({}, {"type": "ExternalName", "externalName": "LIS.Yagumo.example"})) == {{
		"way": "external-name",
		"thing": "kubernetes:n/Service/a",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "externalName"],
		"who": {"is": {"by": "host", "name": "lis.yagumo.example"}},
		"direction": "out",
	}}
	{one.who | some one in peers(of({}, {"type": "ExternalName", "externalName": "${HOST}"}))} == {{"unknown": true}}
	dotted := of({}, {"type": "ExternalName", "externalName": "lis.example."})
	{one.who.is.name | some one in peers(dotted)} == {"lis.example"}
	every name in [
		"db.data.svc", "db.data.svc.cluster.local", "db.data.svc.cluster.local.", "db.data.svc.aoba.internal",
		"",
	] {
		peers(of({}, {"type": "ExternalName", "externalName": name})) == set()
	}
	peers(of({}, {"type": "ClusterIP", "externalName": "lis.example"})) == set()
	peers(of({}, {"type": "ExternalName", "externalName": "api.svc.vendor.example"})) != set()
	every address, who in {
		"203.0.113.9": {"by": "network", "name": "203.0.113.9/32"},
		"2001:db8::9": {"by": "network", "name": "2001:db8::9/128"},
	} {
		{one.who.is | some one in peers(of({}, {"type": "ExternalName", "externalName": address}))} == {who}
	}
}

test_everybody_is_let_in_where_nobody_says_whom if {
	internal := "service.beta.kubernetes.io/aws-load-balancer-scheme"
	every case in [
		[{}, {"type": "LoadBalancer"}, {{"is": {"by": "anybody", "name": "0.0.0.0/0"}}}],
		[{}, {"type": "LoadBalancer", "loadBalancerSourceRanges": []}, {{"is": {"by": "anybody", "name": "0.0.0.0/0"}}}],
		[{internal: "internal"}, {"type": "LoadBalancer"}, set()],
		[{internal: "${SCHEME}"}, {"type": "LoadBalancer"}, {{"unknown": true}}],
		[{}, {"type": "NodePort"}, set()],
	] {
		found := peers(of(case[0], case[1]))
		{one.who | some one in found} == case[2]
		every one in found {
			[one.way, one.direction, array.slice(one.steps, 2, 9)] == ["service-source", "in", ["spec", "type"]]
		}
	}
}

test_networks_that_are_let_in if {
	name := "service.beta.kubernetes.io/load-balancer-source-ranges"
	spec := {"type": "LoadBalancer", "loadBalancerSourceRanges": ["198.51.100.0/24", "0.0.0.0/0", "${PARTNER}", 5]}
	found := peers(of({name: "203.0.113.0/24"}, spec))
	{[one.way, one.direction, one.who, array.slice(one.steps, 3, 9)] | some one in found} == {
		["service-source", "in", {"is": {"by": "network", "name": "198.51.100.0/24"}}, ["loadBalancerSourceRanges", 0]],
		["service-source", "in", {"is": {"by": "anybody", "name": "0.0.0.0/0"}}, ["loadBalancerSourceRanges", 1]],
		["service-source", "in", {"unknown": true}, ["loadBalancerSourceRanges", 2]],
	}
	annotated := peers(balanced({name: "203.0.113.0/24"}, []))
	{[one.who, array.slice(one.steps, 2, 9)] | some one in annotated} == {[
		{"is": {"by": "network", "name": "203.0.113.0/24"}},
		["metadata", "annotations", name],
	]}
	peers(of({name: "203.0.113.0/24"}, {"type": "NodePort"})) == set()
}

test_service_of_the_cluster_alone_is_no_fact if {
	endpoints(of({}, {"ports": [{"port": 80}]})) == set()
	endpoints(of({}, {"type": "ClusterIP", "ports": [{"port": 80}]})) == set()
	count(service.ways) == 5
	object.keys(service.reads) == {"/Service"}
}

test_words_are_in_both_languages if {
	service.ways == {
		"external-name": {
			"en": "name outside the cluster",
			"ja": "クラスターの外の名前",
		},
		"service-external-ip": {
			"en": "external address of a Service",
			"ja": "Service の外部アドレス",
		},
		"service-load-balancer": {
			"en": "load balancer of a Service",
			"ja": "Service のロードバランサー",
		},
		"service-node-port": {
			"en": "port of the nodes",
			"ja": "ノードのポート",
		},
		"service-source": {
			"en": "network that a Service lets in",
			"ja": "Service が通す接続元",
		},
	}
}

test_what_is_read_of_service_is_told if {
	paths := [
		"metadata.annotations.cloud.google.com/load-balancer-type",
		"metadata.annotations.metallb.io/loadBalancerIPs",
		"metadata.annotations.metallb.universe.tf/loadBalancerIPs",
		"metadata.annotations.networking.gke.io/load-balancer-type",
		"metadata.annotations.service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type",
		"metadata.annotations.service.beta.kubernetes.io/aws-load-balancer-backend-protocol",
		"metadata.annotations.service.beta.kubernetes.io/aws-load-balancer-internal",
		"metadata.annotations.service.beta.kubernetes.io/aws-load-balancer-scheme",
		"metadata.annotations.service.beta.kubernetes.io/aws-load-balancer-ssl-cert",
		"metadata.annotations.service.beta.kubernetes.io/aws-load-balancer-ssl-negotiation-policy",
		"metadata.annotations.service.beta.kubernetes.io/aws-load-balancer-ssl-ports",
		"metadata.annotations.service.beta.kubernetes.io/aws-load-balancer-type",
		"metadata.annotations.service.beta.kubernetes.io/azure-load-balancer-internal",
		"metadata.annotations.service.beta.kubernetes.io/load-balancer-source-ranges",
		"metadata.annotations.service.beta.kubernetes.io/oci-load-balancer-internal",
		"metadata.annotations.service.beta.kubernetes.io/openstack-internal-load-balancer",
		"spec.externalIPs",
		"spec.externalName",
		"spec.loadBalancerClass",
		"spec.loadBalancerIP",
		"spec.loadBalancerSourceRanges",
		"spec.ports.appProtocol",
		"spec.ports.name",
		"spec.ports.nodePort",
		"spec.ports.port",
		"spec.ports.protocol",
		"spec.type",
	]
	every kind in ["/Service"] { service.reads[kind] == paths }
}
