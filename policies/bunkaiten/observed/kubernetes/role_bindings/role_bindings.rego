# METADATA
# title: Bindings of roles
# description: >-
#   People and groups that RoleBindings and ClusterRoleBindings let into the cluster, with their
#   rights, and the namespaces whose service accounts have rights elsewhere. The parts of Kubernetes and
#   of the cloud that runs it are inside.
package bunkaiten.observed.kubernetes.role_bindings

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.role_rights
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"role-binding": {"en": "role in the cluster", "ja": "クラスターのロール", "grants": true}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"rbac.authorization.k8s.io/ClusterRole": array.concat(["aggregationRule"], role_rights.paths),
	"rbac.authorization.k8s.io/ClusterRoleBinding": _paths,
	"rbac.authorization.k8s.io/Role": array.concat(["aggregationRule"], role_rights.paths),
	"rbac.authorization.k8s.io/RoleBinding": _paths,
}

# METADATA
# description: Each user and group that has the role. How they log in, the cluster's settings say.
accesses contains found if {
	some kind in ["rbac.authorization.k8s.io/ClusterRoleBinding", "rbac.authorization.k8s.io/RoleBinding"]
	some binding in manifest.given[kind]
	place := _place(binding)
	not _is_harmless(place)
	some index, subject in written.items(binding.values, ["subjects"])
	who := _who(subject, binding.namespace)
	rights := role_rights.of(place, {given | some given in _roles[place]})
	attributes := object.union({"who": who, "rights": rights}, _authentication(who))
	found := fact.on(binding, ["subjects", index], "role-binding", attributes)
}

_paths := ["roleRef.kind", "roleRef.name", "subjects.kind", "subjects.name", "subjects.namespace"]

_roles[place] contains rights if {
	some kind in ["ClusterRole", "Role"]
	some role in manifest.given[concat("/", ["rbac.authorization.k8s.io", kind])]
	place := concat("/", [kind, role.namespace, role.name])
	rights := role_rights.by_rules(role.values)
}

# "kind/namespace/name" of the role; the namespace is that of the binding
_place(binding) := concat("/", ["ClusterRole", "", name]) if {
	written.text(binding.values, ["roleRef", "kind"]) == "ClusterRole"
	name := written.text(binding.values, ["roleRef", "name"])
} else := concat("/", ["Role", binding.namespace, written.text(binding.values, ["roleRef", "name"])])

# every cluster gives everybody what tells its version and one's own rights
# (kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles)
_is_harmless(place) if {
	place in {
		"ClusterRole//system:basic-user",
		"ClusterRole//system:discovery",
		"ClusterRole//system:public-info-viewer",
	}
}

_who(subject, own) := who if {
	who := _someone(written.text(subject, ["kind"]), written.text(subject, ["name"]))
} else := {"is": {"by": "namespace", "name": namespace}} if {
	# an account of another namespace; within its own, it is inside
	namespace := _home(written.text(subject, ["kind"]), subject)
	namespace != ""
	namespace != own
	not written.is_open(namespace)
}

_home("ServiceAccount", subject) := written.text(subject, ["namespace"])

_home("User", subject) := namespace if {
	name := written.text(subject, ["name"])
	[[_, namespace]] := regex.find_all_string_submatch_n(`^system:serviceaccount:([^:]+):[^:]+$`, name, 1)
}

_home("Group", subject) := namespace if {
	name := written.text(subject, ["name"])
	[[_, namespace]] := regex.find_all_string_submatch_n(`^system:serviceaccounts:([^:]+)$`, name, 1)
}

_someone(kind, name) := {"unknown": true} if {
	kind in {"Group", "User"}
	written.is_open(name)
} else := {"is": {"by": "anybody", "name": name}} if {
	[kind, name] in _everybody
} else := {"is": {"by": lower(kind), "name": name}} if {
	kind in {"Group", "User"}
	not _is_own(name)
}

_everybody := {
	["Group", "system:authenticated"],
	["Group", "system:unauthenticated"],
	["User", "system:anonymous"],
}

# names that Kubernetes keeps for itself, kubeadm for the cluster's own administrators (reference/setup-
# tools/kubeadm/implementation-details), and EKS (userguide/creating-access-entries.html)
_is_own(name) if name in {"", "kubeadm:cluster-admins"}

_is_own(name) if startswith(name, "system:")

_is_own(name) if startswith(name, "eks:")

_authentication(who) := {"authentication": {"is": ["none"]}} if {
	who.is.name in {"system:anonymous", "system:unauthenticated"}
} else := {}
