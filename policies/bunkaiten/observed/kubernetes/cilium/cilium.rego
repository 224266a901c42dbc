# METADATA
# title: Network policies of Cilium
# description: >-
#   Networks, hosts and everybody outside that Cilium's policies let pods reach, or that they let
#   reach pods. Endpoints, nodes, Services and the other entities are inside; rules that deny open
#   nothing.
package bunkaiten.observed.kubernetes.cilium

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.network_ends
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"cilium-policy": {"en": "rule of a Cilium network policy", "ja": "Cilium ネットワークポリシーの規則"}}

# METADATA
# description: Attributes that are read, by type.
reads := object.union({kind: _paths | some kind in _kinds}, {"cilium.io/CiliumCIDRGroup": ["spec.externalCIDRs"]})

# METADATA
# description: Whoever a rule names outside; a rule for what goes out that names ports alone is for all.
peers contains found if {
	some policy in _policies
	some direction in _directions
	some index, rule in written.items(policy.spec, [direction.rules])
	some end in _ends(rule, direction, _groups)
	some ports in _ports(rule)
	attributes := written.present({"who": end.who, "ports": ports})
	path := array.concat(array.concat(policy.path, [direction.rules, index]), end.path)
	found := fact.on(policy.of, path, "cilium-policy", object.union(attributes, {"direction": direction.word}))
}

_kinds := ["cilium.io/CiliumClusterwideNetworkPolicy", "cilium.io/CiliumNetworkPolicy"]

_directions := [
	{"rules": "egress", "prefix": "to", "word": "out"},
	{"rules": "ingress", "prefix": "from", "word": "in"},
]

_paths := sort((({path |
	some direction in _directions
	some end in array.concat(_selectors, ["CIDRSet.cidr", "CIDRSet.cidrGroupRef", "CIDRSet.cidrGroupSelector"])
	path := concat("", ["spec.", direction.rules, ".", direction.prefix, end])
} | {concat(".", ["spec", direction.rules, "toPorts.ports", port]) |
	some direction in _directions
	some port in ["endPort", "port"]
}) | {"spec.egress.icmps", "specs"}))

_policies contains policy if {
	some kind in _kinds
	some found in manifest.given[kind]
	some policy in ({{"of": found, "path": ["spec"], "spec": written.table(found.values, ["spec"])}} | {one |
		some index, spec in written.items(found.values, ["specs"])
		one := {"of": found, "path": ["specs", index], "spec": spec}
	})
}

_groups := {called: networks |
	some called in {group.name | some group in manifest.given["cilium.io/CiliumCIDRGroup"]}
	networks := {network |
		some group in manifest.given["cilium.io/CiliumCIDRGroup"]
		group.name == called
		some network in written.texts(group.values, ["spec", "externalCIDRs"])
	}
}

_ends(rule, direction, groups) := {end |
	some selector in _selectors
	field := concat("", [direction.prefix, selector])
	some at, item in written.list(rule, [field])
	_is_fit(selector, item)
	some who in _others(selector, item, groups)
	end := {"who": who, "path": [field, at]}
} | {{"who": {"is": fact.network("0.0.0.0/0")}, "path": []} |
	direction.word == "out"
	_names_nobody(rule)
}

_selectors := ["CIDR", "CIDRSet", "Entities", "FQDNs", "Groups"]

_is_fit(selector, item) if {
	selector in {"CIDR", "Entities"}
	is_string(item)
} else := is_object(item)

_others("CIDR", item, _) := {network_ends.who(item)}

_others("CIDRSet", item, groups) := {network_ends.who(network) |
	some network in _networks(item, groups)
} | {{"unknown": true} |
	# a group that is not given, or one that labels choose
	_is_grouped(item)
	_networks(item, groups) == set()
}

_others("FQDNs", item, _) := {network_ends.who(name) |
	some field in ["matchName", "matchPattern"]
	name := written.text(item, [field])
	name != ""
}

_others("Entities", item, _) := {{"is": {"by": "anybody", "name": item}} |
	item in {"all", "world", "world-ipv4", "world-ipv6"}
} | {{"unknown": true} | written.is_open(item)}

# groups of a cloud: their addresses are known in the cluster alone
_others("Groups", _, _) := {{"unknown": true}}

# what is excepted leaves the rest of the network open
_networks(item, groups) := {network |
	network := written.text(item, ["cidr"])
	network != ""
} | {network | some network in groups[written.text(item, ["cidrGroupRef"])]}

_is_grouped(item) if written.text(item, ["cidrGroupRef"]) != ""

_is_grouped(item) if is_object(item.cidrGroupSelector)

# a list that is empty chooses nobody, and a rule without anything denies
_names_nobody(rule) if {
	some field in ["icmps", "toPorts"]
	written.list(rule, [field]) != []
	chosen := ["toCIDR", "toCIDRSet", "toEndpoints", "toEntities", "toFQDNs", "toGroups", "toNodes", "toServices"]
	every selector in chosen { object.get(rule, selector, null) == null }
}

_ports(rule) := {network_ends.ports(item) | some item in items} if {
	items := {item | some port in written.items(rule, ["toPorts"]); some item in written.items(port, ["ports"])}
	count(items) > 0
} else := {{}}
