package bunkaiten_test.observed.kubernetes.ingress_class

import data.bunkaiten.observed.kubernetes.ingress_class

ingress(class, annotations) := {"values": {
	"metadata": {"annotations": annotations},
	"spec": {"ingressClassName": class},
}}

test_class_is_told_by_the_field_then_by_the_annotation if {
	ingress_class.named(ingress("nginx", {"kubernetes.io/ingress.class": "alb"})) == "nginx"
	ingress_class.named({"values": {"metadata": {"annotations": {"kubernetes.io/ingress.class": "alb"}}}}) == "alb"
	ingress_class.named({"values": {}}) == ""
	ingress_class.named({"values": {}, "by_default": "nginx"}) == "nginx"
	ingress_class.named({"values": {"spec": {"ingressClassName": "alb"}}, "by_default": "nginx"}) == "alb"
}

test_controller_is_told_by_what_the_class_names if {
	every taker, controller in {
		"k8s.io/ingress-nginx": "nginx",
		"ingress.k8s.aws/alb": "alb",
		"eks.amazonaws.com/alb": "alb",
		"traefik.io/ingress-controller": "traefik",
		"azure/application-gateway": "azure",
		"aoba.example/own": "haproxy",
		"": "haproxy",
	} {
		ingress_class.controller(object.union(ingress("haproxy", {}), {"taker": taker})) == controller
	}
	ingress_class.controller({"values": {}, "by_default": "nginx"}) == "nginx"
}

test_controller_is_told_by_its_class if {
	every class, controller in {
		"nginx": "nginx",
		"nginx-internal": "nginx",
		"Internal-ALB": "alb",
		"traefik": "traefik",
		"gce-internal": "gce",
		"haproxy": "haproxy",
		"balboa": "",
		"public": "",
		"": "",
	} {
		ingress_class.controller(ingress(class, {})) == controller
	}
}

test_controller_is_told_by_annotations_where_the_class_tells_nothing if {
	every annotation, controller in {
		"alb.ingress.kubernetes.io/scheme": "alb",
		"networking.gke.io/managed-certificates": "gce",
		"kubernetes.io/ingress.global-static-ip-name": "gce",
		"nginx.ingress.kubernetes.io/ssl-redirect": "nginx",
		"traefik.ingress.kubernetes.io/router.tls": "traefik",
		"example.com/alb": "",
	} {
		ingress_class.controller(ingress("public", {annotation: "x"})) == controller
	}
	ingress_class.controller(ingress("nginx", {"alb.ingress.kubernetes.io/scheme": "internal"})) == "nginx"
}

test_audience_is_anybody_unless_told_otherwise if {
	every class, audience in {
		"nginx": {"is": "anybody"},
		"nginx-internal": {"is": "inside"},
		"private": {"is": "inside"},
		"Intranet": {"is": "inside"},
		"internally": {"is": "anybody"},
		"{{ .Values.class }}": {"unknown": true},
		"": {"is": "anybody"},
	} {
		ingress_class.audience(ingress(class, {})) == audience
	}
	private := "appgw.ingress.kubernetes.io/use-private-ip"
	ingress_class.audience(ingress("azure", {private: "true"})) == {"is": "inside"}
	ingress_class.audience(ingress("azure", {private: "false"})) == {"is": "anybody"}
}
