package bunkaiten_test.observed.kubernetes.ingress_classes

import data.bunkaiten.observed.kubernetes.ingress_classes

ingress(spec) := {
	"apiVersion": "networking.k8s.io/v1",
	"kind": "Ingress",
	"metadata": {"name": "a", "namespace": "n"},
	"spec": spec,
}

class(named, annotations, spec) := {
	"apiVersion": "networking.k8s.io/v1",
	"kind": "IngressClass",
	"metadata": {"name": named, "annotations": annotations},
	"spec": spec,
}

by_default := {"ingressclass.kubernetes.io/is-default-class": "true"}

public := class("public", {}, {
	"controller": "eks.amazonaws.com/alb",
	"parameters": {"apiGroup": "eks.amazonaws.com", "kind": "IngressClassParams", "name": "p"},
})

# what the class tells of the Ingress at "x"
told(objects) := [found.by_default, found.taker, found.settings] if {
	found := ingress_classes.all.x with input as {"kubernetes": objects}
}

test_ingress_is_told_whole if {
	written := ingress({"ingressClassName": "public"})
	found := ingress_classes.all with input as {"kubernetes": {"x": written, "c": public}}
	found == {"x": {
		"key": "x",
		"thing": "kubernetes:n/Ingress/a",
		"kind": "networking.k8s.io/Ingress",
		"namespace": "n",
		"name": "a",
		"steps": ["kubernetes", "x"],
		"values": written,
		"by_default": "",
		"taker": "eks.amazonaws.com/alb",
		"settings": ["IngressClassParams", "p"],
	}}
}

test_class_that_is_not_given_tells_nothing if {
	told({"x": ingress({"ingressClassName": "other"}), "c": public}) == ["", "", ["", ""]]
	told({"x": ingress({}), "c": public}) == ["", "", ["", ""]]
	told({"x": ingress(null)}) == ["", "", ["", ""]]
	told({"x": ingress({"ingressClassName": "public"}), "c": class("public", {}, null)}) == ["", "", ["", ""]]
	older := {"apiVersion": "extensions/v1beta1", "kind": "Ingress", "metadata": {"name": "a"}}
	told({"x": older}) == ["", "", ["", ""]]
}

test_default_class_takes_what_names_none if {
	chosen := class("nginx", by_default, {"controller": "k8s.io/ingress-nginx"})
	told({"x": ingress({}), "c": chosen}) == ["nginx", "k8s.io/ingress-nginx", ["", ""]]
	told({"x": ingress({"ingressClassName": "public"}), "c": chosen, "d": public}) == [
		"nginx", "eks.amazonaws.com/alb",
		["IngressClassParams", "p"],
	]
	off := {"ingressclass.kubernetes.io/is-default-class": "false"}
	told({"x": ingress({}), "c": class("nginx", off, {"controller": "k8s.io/ingress-nginx"})}) == ["", "", ["", ""]]
	told({"x": ingress({}), "c": chosen, "d": class("b", by_default, {})}) == ["", "", ["", ""]]
}

test_classes_of_one_name_tell_what_they_agree_on if {
	asked := ingress({"ingressClassName": "public"})
	told({"x": asked, "c": public, "d": public}) == ["", "eks.amazonaws.com/alb", ["IngressClassParams", "p"]]
	told({"x": asked, "c": public, "d": class("public", {}, {"controller": "k8s.io/ingress-nginx"})}) == ["", "", ["", ""]]
}

test_what_is_read_is_told if {
	ingress_classes.paths == [
		"metadata.annotations.ingressclass.kubernetes.io/is-default-class",
		"spec.controller",
		"spec.parameters.kind",
		"spec.parameters.name",
	]
	ingress_classes.all == {} with input as {"kubernetes": {}}
}
