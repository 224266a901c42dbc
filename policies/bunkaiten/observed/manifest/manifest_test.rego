package bunkaiten_test.observed.manifest

import data.bunkaiten.observed.manifest

test_object_has_all_that_adapters_ask_of_it if {
	metadata := {"name": "pacs", "namespace": "clinic"}
	ingress := {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": metadata}

	given({"k8s.yaml#3": ingress}) == {"networking.k8s.io/Ingress": {"k8s.yaml#3": {
		"key": "k8s.yaml#3",
		"thing": "kubernetes:clinic/Ingress/pacs",
		"kind": "networking.k8s.io/Ingress",
		"namespace": "clinic",
		"name": "pacs",
		"steps": ["kubernetes", "k8s.yaml#3"],
		"values": ingress,
	}}}
}

test_kind_has_the_group_whatever_the_version if {
	every version, kind in {
		"v1": "/Service",
		"v1beta1": "/Service",
		"": "/Service",
		"a/v1/v2": "/Service",
		"serving.knative.dev/v1": "serving.knative.dev/Service",
		"serving.knative.dev/v1beta1": "serving.knative.dev/Service",
	} {
		object.keys(given({"k": {"apiVersion": version, "kind": "Service"}})) == {kind}
	}
}

test_objects_stand_by_kind_and_document if {
	service := {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "pacs"}}
	found := given({"a": service, "b": service, "c": {"apiVersion": "v1", "kind": "Pod"}})

	{kind: object.keys(them) | some kind, them in found} == {"/Service": {"a", "b"}, "/Pod": {"c"}}
}

test_name_and_namespace_may_be_absent if {
	every case in [
		[{"name": "pacs", "namespace": "clinic"}, "kubernetes:clinic/Pod/pacs", "clinic", "pacs"],
		[{"name": "pacs"}, "kubernetes:/Pod/pacs", "", "pacs"],
		[{"generateName": "pacs-"}, "kubernetes:/Pod/pacs-", "", "pacs-"],
		[{"generateName": "pacs-", "name": "pacs"}, "kubernetes:/Pod/pacs", "", "pacs"],
		[{"name": "", "generateName": "pacs-"}, "kubernetes:/Pod/", "", ""],
		[{"namespace": "clinic"}, "kubernetes:clinic/Pod/", "clinic", ""],
		[{"labels": null}, "kubernetes:/Pod/", "", ""],
		[{}, "kubernetes:/Pod/", "", ""],
		[null, "kubernetes:/Pod/", "", ""],
		["x", "kubernetes:/Pod/", "", ""],
		[[], "kubernetes:/Pod/", "", ""],
	] {
		found := given({"k": {"apiVersion": "v1", "kind": "Pod", "metadata": case[0]}})["/Pod"].k
		[found.thing, found.namespace, found.name] == array.slice(case, 1, 4)
	}
	given({"k": {"apiVersion": "v1", "kind": "Pod"}})["/Pod"].k.thing == "kubernetes:/Pod/"
}

test_nothing_is_given_without_objects if {
	given({}) == {}
	{kind | some kind, _ in manifest.given with input as {"terraform": {}}} == set()
}

given(objects) := found if {
	found := {kind: them | some kind, them in manifest.given} with input as {"kubernetes": objects}
}
