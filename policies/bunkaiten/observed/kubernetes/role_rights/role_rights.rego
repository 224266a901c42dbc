# METADATA
# title: Rights of roles
# description: >-
#   What somebody with a Role or a ClusterRole may do, as reading, writing and administering. Pure
#   functions.
package bunkaiten.observed.kubernetes.role_rights

import data.bunkaiten.observed.written

# METADATA
# description: Attributes of roles that are read.
paths := ["rules.resources", "rules.verbs"]

# METADATA
# description: >-
#   The rights of what is called "kind/namespace/name", where `given` are those of the roles that
#   are given by that name. A role that is neither given nor Kubernetes' own is unknown.
of(place, given) := {"unknown": true} if {
	{"unknown": true} in given
} else := {"is": sort({right | some rights in _known(place, given); some right in rights.is})} if {
	count(_known(place, given)) > 0
} else := {"unknown": true}

# METADATA
# description: The rights of a role, by its rules. The rules of one that gathers others stand in those.
by_rules(role) := {"unknown": true} if {
	is_object(role.aggregationRule)
	written.items(role, ["rules"]) == {}
} else := {"unknown": true} if {
	some rule in written.items(role, ["rules"])
	some list in ["resources", "verbs"]
	some word in written.list(rule, [list])
	written.is_open(word)
} else := {"is": sort({right |
	some rule in written.items(role, ["rules"])
	some right in _granted(rule)
})}

_known(place, given) := given | {rights | rights := _own[place]}

# kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles: admin may give away roles
_own := {
	"ClusterRole//admin": {"is": ["admin"]},
	"ClusterRole//cluster-admin": {"is": ["admin"]},
	"ClusterRole//edit": {"is": ["read", "write"]},
	"ClusterRole//view": {"is": ["read"]},
}

_granted(rule) := {right |
	some verb in written.texts(rule, ["verbs"])
	right := _of_verb[verb]
} | {"write" |
	# getting a shell in a pod, or its ports, is enough to change what is there
	"get" in written.texts(rule, ["verbs"])
	some resource in written.texts(rule, ["resources"])
	regex.match(`/(attach|exec|portforward|proxy)$`, resource)
}

# bind, escalate and impersonate lead to every other right
_of_verb := {
	"*": "admin",
	"bind": "admin",
	"create": "write",
	"delete": "write",
	"deletecollection": "write",
	"escalate": "admin",
	"get": "read",
	"impersonate": "admin",
	"list": "read",
	"patch": "write",
	"update": "write",
	"watch": "read",
}
