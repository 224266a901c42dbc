package bunkaiten_test.observed.kubernetes.unreadable

import data.bunkaiten.observed.kubernetes.unreadable

test_what_has_its_type_can_be_read if {
	_paths(_ingress({"rules": [{"host": "a.example"}], "tls": null, "ingressClassName": "nginx"})) == set()
	_paths(_service({"type": "", "ports": [{"port": 443, "targetPort": "https"}, {"port": "443"}]})) == set()
	_paths(_service({"type": "NodePort", "ports": [{"port": "${PORT}", "targetPort": 8443}]})) == set()
	_paths(_pod({"hostNetwork": true, "containers": []})) == set()
}

test_what_is_of_another_type_is_unknown if {
	_paths(_ingress({"rules": "x"})) == {["spec", "rules"]}
	_paths(_ingress({"rules": [null, 1, {"host": ["a"]}]})) == {
		["spec", "rules", 0],
		["spec", "rules", 1],
		["spec", "rules", 2, "host"],
	}
	_paths(_ingress("x")) == {["spec"]}
	_paths(_service({"type": "Loadbalancer", "ports": [{"port": "x", "targetPort": []}]})) == {
		["spec", "type"],
		["spec", "ports", 0, "port"],
		["spec", "ports", 0, "targetPort"],
	}
	_paths(_pod({"hostNetwork": "yes", "containers": {}})) == {["spec", "hostNetwork"], ["spec", "containers"]}
}

test_of_what_is_unreadable_nobody_knows_who_is_on_the_other_side if {
	seen := unreadable.peers with input as {"kubernetes": {"k": _ingress({"rules": "x"})}}
	seen == {{
		"way": "unreadable",
		"thing": "kubernetes:clinic/Ingress/a",
		"key": "k",
		"steps": ["kubernetes", "k", "spec", "rules"],
		"who": {"unknown": true},
		"direction": "both",
	}}
	unreadable.ways == {"unreadable": {"en": "part that cannot be read", "ja": "読み取れない部分"}}
}

_paths(written) := paths if {
	seen := unreadable.peers with input as {"kubernetes": {"k": written}}
	paths := {array.slice(found.steps, 2, count(found.steps)) | some found in seen}
}

_ingress(spec) := _object("networking.k8s.io/v1", "Ingress", spec)

_service(spec) := _object("v1", "Service", spec)

_pod(spec) := _object("v1", "Pod", spec)

_object(version, kind, spec) := {
	"apiVersion": version,
	"kind": kind,
	"metadata": {"namespace": "clinic", "name": "a"},
	"spec": spec,
}
