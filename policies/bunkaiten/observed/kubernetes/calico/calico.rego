# METADATA
# title: Network policies of Calico
# description: >-
#   Networks, names and everybody outside that Calico's policies let pods reach, or that they let
#   reach pods, by themselves or by network sets. Endpoints, Services and accounts are inside; rules
#   that deny, log or pass open nothing.
package bunkaiten.observed.kubernetes.calico

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.calico_sets
import data.bunkaiten.observed.kubernetes.network_ends
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"calico-policy": {"en": "rule of a Calico network policy", "ja": "Calico ネットワークポリシーの規則"}}

# METADATA
# description: Attributes that are read, by type.
reads := object.union(
	{concat("/", [group, kind]): _paths | some group in _groups; some kind in _policies},
	{concat("/", [group, kind]): ["metadata.labels", "spec.allowedEgressDomains", "spec.nets"] |
		some group in _groups
		some kind in _sets
	},
)

# METADATA
# description: Whoever a rule names outside; a rule for what goes out that names nobody is for all.
peers contains found if {
	some kind in _policies
	some policy in _given[kind]
	some direction in _directions(policy)
	some index, rule in written.items(policy.values, ["spec", direction.rules])
	written.text(rule, ["action"]) == "Allow"
	some end in _ends(policy, rule, direction, _outside)
	some ports in _ports(rule)
	attributes := written.present({"who": end.who, "ports": ports})
	path := array.concat(["spec", direction.rules, index], end.path)
	found := fact.on(policy, path, "calico-policy", object.union(attributes, {"direction": direction.word}))
}

_groups := ["crd.projectcalico.org", "projectcalico.org"]

_policies := ["GlobalNetworkPolicy", "NetworkPolicy"]

_sets := ["GlobalNetworkSet", "NetworkSet"]

_paths := sort({path |
	some [rules, side] in [["egress", "destination"], ["ingress", "source"]]
	some field in _fields
	path := concat(".", ["spec", rules, side, field])
} | {"spec.egress.action", "spec.ingress.action", "spec.ingress.destination.ports", "spec.types"})

_fields := ["domains", "namespaceSelector", "nets", "ports", "selector", "serviceAccounts", "services"]

_given[kind][key] := found if {
	some group in _groups
	some kind in array.concat(_policies, _sets)
	some key, found in manifest.given[concat("/", [group, kind])]
}

# rules are in force for the types named; where none is, for what there are rules for
_directions(policy) := {{"rules": "egress", "side": "destination", "word": "out"} |
	_is_of_type(policy, "Egress")
} | {{"rules": "ingress", "side": "source", "word": "in"} | _is_of_type(policy, "Ingress")}

_is_of_type(policy, type) if {
	types := written.list(policy.values, ["spec", "types"])
	type in array.concat(types, [type | types == []])
}

_outside := {set_of |
	some kind in _sets
	some found in _given[kind]
	set_of := {
		"namespace": found.namespace,
		"labels": written.table(found.values, ["metadata", "labels"]),
		"ends": {network_ends.who(name) |
			some field in ["allowedEgressDomains", "nets"]
			some name in written.texts(found.values, ["spec", field])
		},
	}
}

_ends(policy, rule, direction, sets) := ({end |
	some field in ["domains", "nets"]
	some at, name in written.list(rule, [direction.side, field])
	is_string(name)
	end := {"who": network_ends.who(name), "path": [direction.side, field, at]}
} | {end |
	some who in calico_sets.ends(policy, written.table(rule, [direction.side]), sets)
	end := {"who": who, "path": [direction.side]}
}) | {{"who": {"is": fact.network("0.0.0.0/0")}, "path": []} |
	direction.word == "out"
	_names_nobody(written.table(rule, [direction.side]))
}

# what is excepted leaves the rest open
_names_nobody(side) if {
	every field in ["domains", "namespaceSelector", "nets", "selector", "serviceAccounts", "services"] {
		object.get(side, field, null) in [null, "", [], {}]
	}
}

# ports are those of the other side's server, "first:last" where there are several
_ports(rule) := {_range(port) | some port in ports} if {
	ports := written.list(rule, ["destination", "ports"])
	ports != []
} else := {{}}

_range(port) := network_ends.ports({"port": first, "endPort": last}) if {
	is_string(port)
	[first, last] := split(port, ":")
} else := network_ends.ports({"port": port})
