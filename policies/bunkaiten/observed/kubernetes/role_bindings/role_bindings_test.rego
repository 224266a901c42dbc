package bunkaiten_test.observed.kubernetes.role_bindings

import data.bunkaiten.observed.kubernetes.role_bindings

of(kind, content) := object.union(
	{"apiVersion": "rbac.authorization.k8s.io/v1", "kind": kind, "metadata": {"name": "b", "namespace": "n"}},
	content,
)

binding(role, subjects) := {"x": of("RoleBinding", {
	"roleRef": {"kind": "ClusterRole", "name": role},
	"subjects": subjects,
})}

accesses(objects) := found if {
	found := role_bindings.accesses with input as {"kubernetes": objects}
}

who(kind, named) := {found.who | some found in accesses(binding("view", [{"kind": kind, "name": named}]))}

rights(objects) := {found.rights | some found in accesses(objects)}

test_fact_is_told_whole if {
	accesses(binding("edit", ["x", {"kind": "Group", "name": "oidc:vendor"}])) == {{
		"way": "role-binding",
		"thing": "kubernetes:n/RoleBinding/b",
		"key": "x",
		"steps": ["kubernetes", "x", "subjects", 1],
		"who": {"is": {"by": "group", "name": "oidc:vendor"}},
		"rights": {"is": ["read", "write"]},
	}}
}

test_people_and_groups_are_named_as_written if {
	who("User", "Taro@Medifix.example") == {{"is": {"by": "user", "name": "Taro@Medifix.example"}}}
	who("Group", "kubeadm:vendor") == {{"is": {"by": "group", "name": "kubeadm:vendor"}}}
	who("Group", "${GROUP}") == {{"unknown": true}}
	who("User", "${USER}") == {{"unknown": true}}
}

test_everybody_is_anybody if {
	every kind, called in {
		"Group": "system:authenticated",
		"User": "system:anonymous",
	} {
		who(kind, called) == {{"is": {"by": "anybody", "name": called}}}
	}
	who("Group", "system:unauthenticated") == {{"is": {"by": "anybody", "name": "system:unauthenticated"}}}
	who("User", "system:authenticated") == set()
	who("Group", "system:anonymous") == set()
}

test_whoever_is_not_known_needs_no_login if {
	every subject, authentication in {
		["User", "system:anonymous"]: {"is": ["none"]},
		["Group", "system:unauthenticated"]: {"is": ["none"]},
		["Group", "system:authenticated"]: "left out",
		["User", "taro"]: "left out",
	} {
		found := accesses(binding("view", [{"kind": subject[0], "name": subject[1]}]))
		{object.get(one, "authentication", "left out") | some one in found} == {authentication}
	}
}

test_what_is_inside_is_no_access if {
	every named in [
		"system:masters", "system:nodes", "system:serviceaccounts", "system:serviceaccounts:n",
		"system:kube-scheduler", "system:node:a", "system:serviceaccount:n:app", "eks:node-manager", "",
		"kubeadm:cluster-admins",
	] {
		who("Group", named) == set()
		who("User", named) == set()
	}
	who("ServiceAccount", "app") == set()
	who("ServiceAccount", "${APP}") == set()
	accesses(binding("view", null)) == set()
	accesses({}) == set()
}

# whom a binding in the namespace n lets in
lets(subject) := {found.who | some found in accesses(binding("view", [subject]))}

test_accounts_of_other_namespaces_are_told_by_them if {
	every subject in [
		{"kind": "ServiceAccount", "name": "app", "namespace": "karte"},
		{"kind": "User", "name": "system:serviceaccount:karte:app"},
		{"kind": "Group", "name": "system:serviceaccounts:karte"},
	] {
		lets(subject) == {{"is": {"by": "namespace", "name": "karte"}}}
		everywhere := of("ClusterRoleBinding", {"roleRef": {"kind": "ClusterRole", "name": "view"}, "subjects": [subject]})
		cluster := {"x": object.union(object.remove(everywhere, ["metadata"]), {"metadata": {"name": "b"}})}
		{found.who.is.name | some found in accesses(cluster)} == {"karte"}
	}
	every subject in [
		{"kind": "ServiceAccount", "name": "app", "namespace": "n"},
		{"kind": "ServiceAccount", "name": "app", "namespace": "${NAMESPACE}"},
		{"kind": "ServiceAccount", "name": "app"},
		{"kind": "User", "name": "system:serviceaccounts:karte"},
		{"kind": "Group", "name": "system:serviceaccount:karte:app"},
	] {
		lets(subject) == set()
	}
}

test_what_every_cluster_gives_everybody_is_no_access if {
	every role in ["system:basic-user", "system:discovery", "system:public-info-viewer"] {
		accesses(binding(role, [{"kind": "Group", "name": "system:authenticated"}])) == set()
	}
	count(accesses(binding("system:node", [{"kind": "Group", "name": "system:authenticated"}]))) == 1
}

vendor := [{"kind": "Group", "name": "vendor"}]

reader := {"rules": [{"resources": ["pods"], "verbs": ["get"]}]}

test_rights_are_those_of_the_role_that_is_given if {
	bound := of("RoleBinding", {"roleRef": {"kind": "Role", "name": "b"}, "subjects": vendor})
	rights({"x": bound, "y": of("Role", reader)}) == {{"is": ["read"]}}
	rights({"x": bound}) == {{"unknown": true}}
	rights({"x": bound, "y": of("ClusterRole", reader)}) == {{"unknown": true}}
	elsewhere := object.union(of("Role", reader), {"metadata": {"namespace": "m"}})
	rights({"x": bound, "y": elsewhere}) == {{"unknown": true}}
}

test_role_of_the_cluster_is_given if {
	everywhere := {
		"apiVersion": "rbac.authorization.k8s.io/v1",
		"kind": "ClusterRole",
		"metadata": {"name": "b"},
		"rules": [{"resources": ["pods/exec"], "verbs": ["create"]}],
	}
	every kind in ["ClusterRoleBinding", "RoleBinding"] {
		bound := of(kind, {"roleRef": {"kind": "ClusterRole", "name": "b"}, "subjects": vendor})
		rights({"x": bound, "y": everywhere}) == {{"is": ["write"]}}
	}
	rights({"x": of("RoleBinding", {"subjects": vendor})}) == {{"unknown": true}}
}

test_words_are_in_both_languages if {
	role_bindings.ways == {
		"role-binding": {
			"en": "role in the cluster",
			"ja": "クラスターのロール",
			"grants": true,
		},
	}
}

test_what_is_read_is_told if {
	count(role_bindings.reads) == 4
	role_bindings.reads["rbac.authorization.k8s.io/ClusterRole"] == [
		"aggregationRule",
		"rules.resources",
		"rules.verbs",
	]
	role_bindings.reads["rbac.authorization.k8s.io/ClusterRoleBinding"] == [
		"roleRef.kind",
		"roleRef.name",
		"subjects.kind",
		"subjects.name",
		"subjects.namespace",
	]
	role_bindings.reads["rbac.authorization.k8s.io/Role"] == [
		"aggregationRule",
		"rules.resources",
		"rules.verbs",
	]
	role_bindings.reads["rbac.authorization.k8s.io/RoleBinding"] == [
		"roleRef.kind",
		"roleRef.name",
		"subjects.kind",
		"subjects.name",
		"subjects.namespace",
	]
}
