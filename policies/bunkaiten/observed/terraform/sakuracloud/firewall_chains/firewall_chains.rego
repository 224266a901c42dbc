# METADATA
# title: Rules of the firewalls of VPC routers
# description: >-
#   By interface and direction, in the order in which they hold, down to the one that is about all the
#   rest. Nothing here says what the traffic of an interface is.
package bunkaiten.observed.terraform.sakuracloud.firewall_chains

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: Attributes that are read, by type.
reads := {"sakuracloud_vpc_router": [
	"firewall.direction", "firewall.expression.allow", "firewall.expression.destination_network",
	"firewall.expression.destination_port", "firewall.expression.protocol",
	"firewall.expression.source_network", "firewall.expression.source_port", "firewall.interface_index",
	"private_network_interface.index",
]}

# METADATA
# description: >-
#   By key of the router and by place, [interface, direction]: `lines` that let through, and whether it
#   `is_closed`, as one of the rules is about all the rest. Places without rules are not there.
of[key][place] := _chain([rule | some rule in rules; place in rule.places]) if {
	some key, rules in _rules
	some place in _used[key]
}

# METADATA
# description: >-
#   The numbers of the interfaces that a router has inside, by its key; -1 is one that is not known. On the
#   outside is interface 0.
inside[key] := {index |
	some interface in parts.of(router, "private_network_interface")
	index := object.get(interface.values, "index", -1)
} if {
	some key, router in resource.managed.sakuracloud_vpc_router
}

_rules[key] := [rule |
	some block in parts.of(router, "firewall")
	some expression in parts.of(block, "expression")
	rule := {
		"part": expression,
		"path": expression.path,
		"places": _places(block, inside[key]),
		"is_sure": _is_sure(block),
	}
] if {
	some key, router in resource.managed.sakuracloud_vpc_router
}

_used[key] contains place if {
	some key, rules in _rules
	some rule in rules
	some place in rule.places
}

_chain(rules) := {"lines": lines, "is_closed": last < count(rules)} if {
	closings := [index | some index, rule in rules; rule.is_sure; _is_about_all(rule.part)]
	last := min(array.concat(closings, [count(rules)]))
	lines := [rule | some index, rule in rules; index <= last; _lets_through(rule.part)]
}

# the outside, where nobody says which interface (registry.terraform.io, sakuracloud_vpc_router)
_places(block, interfaces) := {[index, direction] |
	some index in _indices(parts.chosen(block, "interface_index", 0), interfaces)
	some direction in _directions(parts.attribute(block, "direction"))
}

_is_sure(block) := count([name |
	some name in ["direction", "interface_index"]
	parts.attribute(block, name).unknown
]) == 0

_indices(index, interfaces) := {index.is} if {
	is_number(index.is)
} else := {0} | interfaces

_directions(direction) := {direction.is} if {
	direction.is in {"receive", "send"}
} else := {"receive", "send"}

_is_about_all(part) if {
	is_boolean(part.values.allow)
	part.values.protocol == "ip"
	every name in ["destination_network", "destination_port", "source_network", "source_port"] {
		parts.attribute(part, name) == {}
	}
	part.unknown != true
}

_lets_through(part) if parts.attribute(part, "allow") != {"is": false}
