# METADATA
# title: Network policies
# description: >-
#   Networks outside that NetworkPolicies let pods reach, or that they let reach pods. What the
#   policies keep within the cluster (pods, namespaces) is no fact. That a policy lets in whoever
#   comes is none either: how they come, a Service or an Ingress says.
package bunkaiten.observed.kubernetes.network_policy

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.network_ends
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"network-policy": {"en": "rule of a NetworkPolicy", "ja": "NetworkPolicy の規則"}}

# METADATA
# description: Attributes that are read, by type.
reads := {kind: _paths | some kind in _kinds}

# METADATA
# description: The networks of each rule, and everybody where a rule for what goes out names nobody.
peers contains found if {
	some kind in _kinds
	some policy in manifest.given[kind]
	some direction in _directions(policy)
	some index, rule in written.items(policy.values, ["spec", direction.rules])
	some end in _ends(rule, direction)
	some ports in _ports(rule)
	attributes := written.present({"who": end.who, "ports": ports})
	path := array.concat(["spec", direction.rules, index], end.path)
	found := fact.on(policy, path, "network-policy", object.union(attributes, {"direction": direction.word}))
}

_kinds := ["extensions/NetworkPolicy", "networking.k8s.io/NetworkPolicy"]

_paths := [
	"spec.egress.ports.endPort",
	"spec.egress.ports.port",
	"spec.egress.to.ipBlock.cidr",
	"spec.ingress.from.ipBlock.cidr",
	"spec.ingress.ports.endPort",
	"spec.ingress.ports.port",
	"spec.policyTypes",
]

# rules are in force for the types named; where none is, for what there are rules for (NetworkPolicySpec)
_directions(policy) := {{"rules": "egress", "others": "to", "word": "out"} |
	_is_of_type(policy, "Egress")
} | {{"rules": "ingress", "others": "from", "word": "in"} | _is_of_type(policy, "Ingress")}

_is_of_type(policy, type) if {
	types := written.list(policy.values, ["spec", "policyTypes"])
	some named in array.concat(types, [type | types == []])
	named == type
}

# what is excepted leaves the rest of the network open
_ends(rule, direction) := {{"who": {"is": fact.network("0.0.0.0/0")}, "path": []} |
	direction.word == "out"
	written.list(rule, [direction.others]) == []
} | {{"who": network_ends.who(network), "path": [direction.others, at, "ipBlock", "cidr"]} |
	some at, other in written.items(rule, [direction.others])
	network := written.text(other, ["ipBlock", "cidr"])
	network != ""
}

_ports(rule) := {network_ends.ports(item) | some item in items} if {
	items := written.items(rule, ["ports"])
	items != {}
} else := {{}}
