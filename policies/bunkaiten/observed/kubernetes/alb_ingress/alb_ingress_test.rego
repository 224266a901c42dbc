package bunkaiten_test.observed.kubernetes.alb_ingress

import data.bunkaiten.observed.kubernetes.alb_ingress

named(words) := {full: value |
	some name, value in words
	full := concat("", ["alb.ingress.kubernetes.io/", name])
}

balanced(words) := {
	"apiVersion": "networking.k8s.io/v1",
	"kind": "Ingress",
	"metadata": {"name": "a", "namespace": "n", "annotations": named(words)},
	"spec": {"ingressClassName": "alb", "rules": [{"host": "A.example"}]},
}

# "audience port encryption weakest" of each endpoint
heard(objects) := {line |
	some found in alb_ingress.endpoints with input as {"kubernetes": objects}
	line := concat(" ", [
		object.get(found, ["audience", "is"], "?"),
		sprintf("%v", [object.get(found, ["port", "is"], "?")]),
		object.get(found, ["encrypted", "is"], "?"),
		object.get(found, ["weakest", "is"], "-"),
	])
}

test_fact_is_told_whole if {
	words := {"scheme": "internet-facing", "certificate-arn": "arn", "ssl-policy": "ELBSecurityPolicy-TLS13-1-3-2021-06"}
	found := alb_ingress.endpoints with input as {"kubernetes": {"f.yaml": balanced(words)}}
	found == {{
		"way": "alb-ingress",
		"thing": "kubernetes:n/Ingress/a",
		"key": "f.yaml",
		"steps": ["kubernetes", "f.yaml", "spec", "rules", 0],
		"audience": {"is": "anybody"},
		"encrypted": {"is": "tls"},
		"weakest": {"is": "TLS 1.3"},
		"hosts": ["a.example"],
		"port": {"is": 443},
	}}
}

test_what_nobody_wrote_is_the_default_of_the_controller if {
	heard({"x": balanced({})}) == {"inside 80 none -"}
	heard({"x": balanced({"certificate-arn": "arn"})}) == {"inside 443 tls TLS 1.0"}
}

test_audience_is_the_scheme if {
	every scheme, line in {
		"internet-facing": "anybody 80 none -",
		"internal": "inside 80 none -",
		"{{ .Values.scheme }}": "? 80 none -",
	} {
		heard({"x": balanced({"scheme": scheme})}) == {line}
	}
}

test_ports_that_are_written if {
	every ports, lines in {
		`[{"HTTP": 80}, {"HTTPS": 443}, {"HTTPS": 8443}]`: {
			"inside 80 none -",
			"inside 443 tls TLS 1.0",
			"inside 8443 tls TLS 1.0",
		},
		`[{"HTTP": 80, "HTTPS": 443}]`: {"inside 80 none -", "inside 443 tls TLS 1.0"},
		`[{"HTTP": 80}, {}]`: {"inside 80 none -"},
	} {
		heard({"x": balanced({"listen-ports": ports})}) == lines
	}
}

test_ports_that_cannot_be_read_are_unknown if {
	every ports in [
		"${PORTS}", "[]", "{}", "80", "null", `"HTTP"`, "nonsense", `[{'HTTP': 80}]`, `[{"HTTP": 80},]`, `["HTTP"]`,
		`[{"http": 80}]`, `[{"TCP": 80}]`, `[{"HTTP": "80"}]`, `[{"HTTPS": 443}, 80]`, `{"HTTP": 80}`,
	] {
		heard({"x": balanced({"listen-ports": ports})}) == {"inside ? ? -"}
	}
}

test_port_that_only_redirects_is_no_fact if {
	words := {"listen-ports": `[{"HTTP": 80}, {"HTTPS": 443}]`, "ssl-redirect": "443"}
	heard({"x": balanced(words)}) == {"inside 443 tls TLS 1.0"}
}

test_client_certificates if {
	every asked, encrypted in {
		`[{"port": 443, "mode": "verify"}]`: "mutual-tls",
		`[{"port": 443, "mode": "passthrough"}]`: "tls",
		`[{"port": 8443, "mode": "verify"}]`: "tls",
		"${MUTUAL}": "?",
	} {
		words := {"certificate-arn": "arn", "mutual-authentication": asked}
		heard({"x": balanced(words)}) == {concat(" ", ["inside 443", encrypted, "TLS 1.0"])}
	}
}

test_policy_that_nobody_knows_leaves_the_version_open if {
	words := {"certificate-arn": "arn", "ssl-policy": "ELBSecurityPolicy-2099"}
	found := alb_ingress.endpoints with input as {"kubernetes": {"x": balanced(words)}}
	{one.weakest | some one in found} == {{"unknown": true}}
}

test_group_shares_what_only_one_of_it_writes if {
	one := {"group.name": "g", "scheme": "internet-facing", "ssl-policy": "ELBSecurityPolicy-TLS13-1-2-2021-06"}
	other := {"group.name": "g", "certificate-arn": "arn"}
	heard({"x": balanced(one), "y": balanced(other)}) == {"anybody 80 none -", "anybody 443 tls TLS 1.2"}
	heard({"x": balanced(one), "y": balanced({"group.name": "h"})}) == {"anybody 80 none -", "inside 80 none -"}
	heard({"x": balanced(one), "y": balanced({})}) == {"anybody 80 none -", "inside 80 none -"}
}

test_default_backend_is_for_every_host if {
	ingress := {
		"apiVersion": "networking.k8s.io/v1",
		"kind": "Ingress",
		"metadata": {"name": "a"},
		"spec": {"ingressClassName": "alb", "defaultBackend": {"service": {"name": "a"}}, "rules": [{}]},
	}
	found := alb_ingress.endpoints with input as {"kubernetes": {"x": ingress}}
	{[object.get(one, "hosts", "every"), array.slice(one.steps, 2, 9)] | some one in found} == {
		["every", ["spec", "defaultBackend"]],
		["every", ["spec", "rules", 0]],
	}
}

test_networks_that_are_let_in if {
	words := {"inbound-cidrs": "198.51.100.0/24,${PARTNER}"}
	found := alb_ingress.peers with input as {"kubernetes": {"x": balanced(words)}}
	common := {
		"way": "alb-ingress-source",
		"thing": "kubernetes:n/Ingress/a",
		"key": "x",
		"steps": ["kubernetes", "x", "metadata", "annotations", "alb.ingress.kubernetes.io/inbound-cidrs"],
		"direction": "in",
	}
	found == {
		object.union(common, {"who": {"is": {"by": "network", "name": "198.51.100.0/24"}}}),
		object.union(common, {"who": {"unknown": true}}),
	}
	ignored := object.union(words, {"security-groups": "sg-1"})
	with_groups := alb_ingress.peers with input as {"kubernetes": {"x": balanced(ignored)}}
	with_groups == set()
}

class := {
	"apiVersion": "networking.k8s.io/v1",
	"kind": "IngressClass",
	"metadata": {"name": "alb"},
	"spec": {"controller": "eks.amazonaws.com/alb", "parameters": {"kind": "IngressClassParams", "name": "p"}},
}

params(group, spec) := {"apiVersion": group, "kind": "IngressClassParams", "metadata": {"name": "p"}, "spec": spec}

test_settings_of_the_class_win if {
	every group in ["eks.amazonaws.com/v1", "elbv2.k8s.aws/v1beta1"] {
		given := {"c": class, "p": params(group, {"scheme": "internet-facing"})}
		heard(object.union(given, {"x": balanced({})})) == {"anybody 80 none -"}
		heard(object.union(given, {"x": balanced({"scheme": "internal"})})) == {"anybody 80 none -"}
	}
	secure := params("elbv2.k8s.aws/v1beta1", {
		"certificateArn": ["arn:a", "arn:b"],
		"group": {"name": "g"},
		"inboundCIDRs": ["198.51.100.0/24", "203.0.113.0/24"],
		"sslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06",
	})
	given := {"c": class, "p": secure, "x": balanced({"inbound-cidrs": "192.0.2.0/24"})}
	heard(given) == {"inside 443 tls TLS 1.2"}
	auto := params("eks.amazonaws.com/v1", {"certificateARNs": ["arn:a"]})
	heard({"c": class, "p": auto, "x": balanced({})}) == {"inside 443 tls TLS 1.0"}
	found := alb_ingress.peers with input as {"kubernetes": given}
	{[one.who.is.name, array.slice(one.steps, 2, 9)] | some one in found} == {
		["198.51.100.0/24", ["spec"]],
		["203.0.113.0/24", ["spec"]],
	}
}

test_class_puts_its_ingresses_into_a_group if {
	given := {"c": class, "p": params("elbv2.k8s.aws/v1beta1", {"group": {"name": "g"}})}
	heard(object.union(given, {"x": balanced({"scheme": "internet-facing"}), "y": balanced({})})) == {"anybody 80 none -"}
	heard({"x": balanced({"scheme": "internet-facing"}), "y": balanced({})}) == {"anybody 80 none -", "inside 80 none -"}
}

test_class_redirects if {
	given := {"c": class, "p": params("elbv2.k8s.aws/v1beta1", {"sslRedirectPort": "443"})}
	ports := {"listen-ports": `[{"HTTP": 80}, {"HTTPS": 443}]`}
	heard(object.union(given, {"x": balanced(ports)})) == {"inside 443 tls TLS 1.0"}
}

test_settings_that_are_not_given_are_unknown if {
	heard({"c": class, "x": balanced({"scheme": "internal"})}) == {"? ? ? -"}
	secure := {"scheme": "internal", "listen-ports": `[{"HTTPS": 443}]`}
	heard({"c": class, "x": balanced(secure)}) == {"? ? ? -"}
	other := object.union(class, {"spec": {"parameters": {"kind": "Other", "name": "p"}}})
	heard({"c": other, "x": balanced({"scheme": "internal"})}) == {"inside 80 none -"}
	several := {
		"c": class,
		"p": params("elbv2.k8s.aws/v1beta1", {"scheme": "internal", "sslPolicy": "a"}),
		"q": params("eks.amazonaws.com/v1", {"scheme": "internet-facing", "sslPolicy": "a"}),
	}
	heard(object.union(several, {"x": balanced({})})) == {"? 80 none -"}
}

test_ingress_of_another_controller_is_no_fact if {
	heard({"x": {
		"apiVersion": "networking.k8s.io/v1",
		"kind": "Ingress",
		"metadata": {"name": "a", "annotations": named({"scheme": "internal"})},
		"spec": {"ingressClassName": "nginx", "rules": [{"host": "a"}]},
	}}) == set()
	object.keys(alb_ingress.ways) == {"alb-ingress", "alb-ingress-source"}
	object.keys(alb_ingress.reads) == {
		"eks.amazonaws.com/IngressClassParams", "elbv2.k8s.aws/IngressClassParams", "extensions/Ingress",
		"networking.k8s.io/Ingress", "networking.k8s.io/IngressClass",
	}
}

test_words_are_in_both_languages if {
	alb_ingress.ways == {
		"alb-ingress": {
			"en": "Ingress by an AWS load balancer",
			"ja": "AWS ロードバランサーによる Ingress",
		},
		"alb-ingress-source": {
			"en": "network that an AWS load balancer lets in",
			"ja": "AWS ロードバランサーが通す接続元",
		},
	}
}

test_what_is_read_of_ingressclassparams_is_told if {
	paths := [
		"spec.certificateARNs",
		"spec.certificateArn",
		"spec.group.name",
		"spec.inboundCIDRs",
		"spec.scheme",
		"spec.sslPolicy",
		"spec.sslRedirectPort",
	]
	every kind in [
		"eks.amazonaws.com/IngressClassParams",
		"elbv2.k8s.aws/IngressClassParams",
	] {
		alb_ingress.reads[kind] == paths
	}
}

test_what_is_read_of_ingress_is_told if {
	paths := [
		"metadata.annotations.alb.ingress.kubernetes.io/certificate-arn",
		"metadata.annotations.alb.ingress.kubernetes.io/group.name",
		"metadata.annotations.alb.ingress.kubernetes.io/inbound-cidrs",
		"metadata.annotations.alb.ingress.kubernetes.io/listen-ports",
		"metadata.annotations.alb.ingress.kubernetes.io/mutual-authentication",
		"metadata.annotations.alb.ingress.kubernetes.io/scheme",
		"metadata.annotations.alb.ingress.kubernetes.io/security-groups",
		"metadata.annotations.alb.ingress.kubernetes.io/ssl-policy",
		"metadata.annotations.alb.ingress.kubernetes.io/ssl-redirect",
		"metadata.annotations.kubernetes.io/ingress.class",
		"spec.defaultBackend",
		"spec.ingressClassName",
		"spec.rules.host",
	]
	every kind in ["extensions/Ingress", "networking.k8s.io/Ingress"] { alb_ingress.reads[kind] == paths }
}

test_what_is_read_of_ingressclass_is_told if {
	paths := [
		"metadata.annotations.ingressclass.kubernetes.io/is-default-class",
		"spec.controller",
		"spec.parameters.kind",
		"spec.parameters.name",
	]
	every kind in ["networking.k8s.io/IngressClass"] { alb_ingress.reads[kind] == paths }
}
