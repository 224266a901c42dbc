# METADATA
# title: Nodes of EKS clusters
# description: >-
#   How people log in to the nodes. With a key and without groups to come from, port 22 is open to the
#   internet: https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html
package bunkaiten.observed.terraform.aws.cluster_nodes

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"node-login": {"en": "SSH to the nodes of a cluster", "ja": "クラスターのノードへの SSH"}}

# METADATA
# description: Attributes that are read, by type.
reads := {"aws_eks_node_group": ["remote_access.ec2_ssh_key", "remote_access.source_security_group_ids"]}

# METADATA
# description: Ways in to the nodes for which no group says from where.
accesses contains found if {
	some _, group in resource.managed.aws_eks_node_group
	some item in resource.items(group, "remote_access")
	_has_key(item)
	some who in _from(group, item)
	found := fact.on(group, ["remote_access", item.index], "node-login", {
		"who": who,
		"authentication": {"is": ["key"]},
		"ports": {"is": [22, 22]},
	})
}

accesses contains found if {
	some _, group in resource.managed.aws_eks_node_group
	group.unknown.remote_access == true
	found := fact.on(group, ["remote_access"], "node-login", {
		"who": {"unknown": true},
		"authentication": {"is": ["key"]},
		"ports": {"is": [22, 22]},
	})
}

_has_key(item) if item.unknown.ec2_ssh_key == true

_has_key(item) if {
	is_string(item.values.ec2_ssh_key)
	item.values.ec2_ssh_key != ""
}

# the rules of groups say for themselves whom they let in
_from(group, item) := set() if {
	count(written.list(item.values, "source_security_group_ids")) > 0
} else := {{"is": {"by": "anybody", "name": "0.0.0.0/0"}}} if {
	not item.unknown.source_security_group_ids
} else := set() if {
	some made in configuration.referred(group, "remote_access")
	contains(made, "\naws_security_group.")
} else := {{"unknown": true}}
