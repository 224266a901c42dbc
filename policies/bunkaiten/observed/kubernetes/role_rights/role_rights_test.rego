package bunkaiten_test.observed.kubernetes.role_rights

import data.bunkaiten.observed.kubernetes.role_rights

rights(values) := role_rights.by_rules(values)

by(verbs) := rights({"rules": [{"resources": ["pods"], "verbs": verbs}]})

test_verbs_tell_rights if {
	every verb, right in {
		"get": "read",
		"list": "read",
		"watch": "read",
		"create": "write",
		"update": "write",
		"patch": "write",
		"delete": "write",
		"deletecollection": "write",
		"*": "admin",
		"bind": "admin",
		"escalate": "admin",
		"impersonate": "admin",
	} {
		by([verb]) == {"is": [right]}
	}
	by(["get", "list", "patch", 5]) == {"is": ["read", "write"]}
	by(["use"]) == {"is": []}
	by([]) == {"is": []}
}

test_rules_add_up if {
	rights({"rules": [{"verbs": ["get"]}, "x", {"verbs": ["*"]}]}) == {"is": ["admin", "read"]}
	rights({"rules": null}) == {"is": []}
}

test_shell_in_a_pod_is_writing if {
	every resource in ["pods/exec", "pods/attach", "pods/portforward", "pods/proxy", "services/proxy"] {
		rights({"rules": [{"resources": [resource], "verbs": ["get"]}]}) == {"is": ["read", "write"]}
		rights({"rules": [{"resources": [resource], "verbs": ["create"]}]}) == {"is": ["write"]}
		rights({"rules": [{"resources": [resource], "verbs": ["list"]}]}) == {"is": ["read"]}
	}
	rights({"rules": [{"resources": ["pods/log", "pods/executions"], "verbs": ["get"]}]}) == {"is": ["read"]}
}

test_what_is_open_is_unknown if {
	by(["get", "${VERB}"]) == {"unknown": true}
	rights({"rules": [{"resources": ["{{ .Values.resource }}"], "verbs": ["get"]}]}) == {"unknown": true}
	rights({"aggregationRule": {}, "rules": []}) == {"unknown": true}
	rights({"aggregationRule": {}}) == {"unknown": true}
	rights({"aggregationRule": {}, "rules": [{"verbs": ["get"]}]}) == {"is": ["read"]}
}

test_role_is_looked_up if {
	every case in [
		["ClusterRole//reader", {{"is": ["read"]}}, {"is": ["read"]}],
		["Role/n/open", {{"unknown": true}, {"is": ["read"]}}, {"unknown": true}],
		["Role/n/two", {{"is": ["write"]}, {"is": ["read"]}}, {"is": ["read", "write"]}],
		["Role/n/none", {{"is": []}}, {"is": []}],
		["Role/n/reader", set(), {"unknown": true}],
		["ClusterRole//cluster-admin", set(), {"is": ["admin"]}],
		["ClusterRole//admin", set(), {"is": ["admin"]}],
		["ClusterRole//edit", set(), {"is": ["read", "write"]}],
		["ClusterRole//view", set(), {"is": ["read"]}],
		["ClusterRole//system:node", set(), {"unknown": true}],
		["Role/n/view", set(), {"unknown": true}],
	] {
		role_rights.of(case[0], case[1]) == case[2]
	}
}

test_role_of_kubernetes_itself_may_be_widened if {
	role_rights.of("ClusterRole//view", {{"is": ["admin"]}}) == {"is": ["admin", "read"]}
	role_rights.of("ClusterRole//view", {{"unknown": true}}) == {"unknown": true}
	role_rights.paths == ["rules.resources", "rules.verbs"]
}
