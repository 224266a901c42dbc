# METADATA
# title: Accounts of AWS that a cluster lets in
# description: >-
#   Whom the ConfigMap aws-auth of an EKS cluster lets in: roles, users and whole accounts. The roles
#   of the nodes are inside; what groups of the cluster may do, their RoleBindings tell.
package bunkaiten.observed.kubernetes.aws_auth

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.manifest

# METADATA
# description: What people call these facts.
ways := {"aws-auth": {
	"en": "account that the cluster lets in",
	"ja": "クラスターが受け入れるアカウント",
	"grants": true,
}}

# METADATA
# description: Attributes that are read, by type.
reads := {"/ConfigMap": [concat(".", ["data", list]) | some list in _lists]}

# METADATA
# description: Each account, by each list. A list that cannot be read lets in nobody knows whom.
accesses contains found if {
	some map in manifest.given["/ConfigMap"]
	map.name == "aws-auth"
	is_object(map.values.data)
	some list in _lists
	some attributes in _entries(list, object.get(map.values.data, list, null))
	found := fact.on(map, ["data", list], "aws-auth", object.union({"authentication": {"is": ["iam"]}}, attributes))
}

# docs/eks/latest/userguide/auth-configmap.html; aws-iam-authenticator: mapAccounts
_lists := ["mapAccounts", "mapRoles", "mapUsers"]

_fields := {"mapRoles": "rolearn", "mapUsers": "userarn"}

_entries(list, written) := set() if {
	written in [null, ""]
} else := {{"who": {"unknown": true}}} if {
	not _is_list(written)
} else := _accounts(written) if {
	list == "mapAccounts"
} else := {attributes |
	some entry in yaml.unmarshal(written)
	not _is_of_nodes(entry)
	attributes := object.union({"who": _who(entry, _fields[list])}, _rights(entry))
}

# as text, since a number that begins with 0 is another one in YAML
_accounts(written) := {{"who": {"is": {"by": "account", "name": name}}} | some name in names} if {
	pattern := `(?m)^\s*-\s*["']?([0-9]{12})["']?\s*$`
	names := [name | some [_, name] in regex.find_all_string_submatch_n(pattern, written, -1)]
	count(names) == count(yaml.unmarshal(written))
} else := {{"who": {"unknown": true}}}

_is_list(written) if {
	is_string(written)
	yaml.is_valid(written)
	is_array(yaml.unmarshal(written))
}

# what AWS's tools write for the nodes of a group, or of Fargate
_is_of_nodes(entry) if {
	groups := _groups(entry)
	"system:nodes" in groups
	count(groups - {"system:bootstrappers", "system:node-proxier", "system:nodes"}) == 0
}

_groups(entry) := {group | some group in entry.groups} if {
	is_object(entry)
	is_array(entry.groups)
} else := set()

_who(entry, field) := {"is": {"by": "account", "name": account}} if {
	arn := entry[field]
	is_string(arn)
	[[_, account]] := regex.find_all_string_submatch_n(`^arn:aws[a-z-]*:(?:iam|sts)::([0-9]{12}):.`, arn, 1)
} else := {"unknown": true}

_rights(entry) := {"rights": {"is": ["admin"]}} if {
	"system:masters" in _groups(entry)
} else := {}
