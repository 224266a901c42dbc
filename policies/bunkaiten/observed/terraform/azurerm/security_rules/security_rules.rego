# METADATA
# title: Rules of network security groups of Azure
# description: >-
#   The two spellings of a rule as one: blocks within a group, and rules of their own, which name
#   their group. What denies opens nothing.
package bunkaiten.observed.terraform.azurerm.security_rules

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_network_security_group": [sprintf("security_rule.%s", [field]) | some field in _fields],
	"azurerm_network_security_rule": array.concat(_fields, ["network_security_group_name"]),
}

# METADATA
# description: >-
#   Every rule: the resource it is written in, the path to it there, the key of its group, its
#   direction ("in", "out", "both" where that is unknown), and what is known and unknown of it.
lines[id] := line if {
	some key, group in resource.managed.azurerm_network_security_group
	some item in settings.items(group, "security_rule")
	id := sprintf("%s %d", [key, item.index])
	line := {
		"of": group,
		"path": ["security_rule", item.index],
		"groups": {key},
		"direction": _direction(item.values),
		"values": item.values,
		"unknown": _parts(item.unknown),
	}
}

lines[key] := line if {
	some key, group in resource.managed.azurerm_network_security_group
	resource.is_unknown(group, "security_rule")
	line := {
		"of": group,
		"path": ["security_rule"],
		"groups": {key},
		"direction": "both",
		"values": {},
		"unknown": _parts(true),
	}
}

lines[key] := line if {
	some key, rule in resource.managed.azurerm_network_security_rule
	line := {
		"of": rule,
		"path": [],
		"groups": resource.tied(rule, "network_security_group_name", "azurerm_network_security_group"),
		"direction": _direction(rule.values),
		"values": rule.values,
		"unknown": {name: part | some name, part in rule.unknown; configuration.is_written(rule, name)},
	}
}

# METADATA
# description: Those that let through, or may do so.
openings[id] := line if {
	some id, line in lines
	object.get(line.values, "access", "") != "Deny"
}

# METADATA
# description: >-
#   Those that keep out, all of them known, by the key of their group. One that is about some ports that
#   others ask from keeps nobody out.
closings[group] contains line if {
	some _, line in lines
	line.values.access == "Deny"
	every origin in texts(line, "origin") { origin[1] in {"*", "0-65535"} }
	count({name | some name, part in line.unknown; part != false; part != []; part != [false]}) == 0
	some group in line.groups
}

# METADATA
# description: >-
#   The texts of one thing that a rule names in two attributes, each with the path to it. Ports may be
#   numbers.
texts(line, thing) := {[[name], text] |
	name := _singular[thing]
	text := _text(line.values[name])
	text != ""
} | {[[name, index], text] |
	name := _plural[thing]
	is_array(line.values[name])
	some index, value in line.values[name]
	text := _text(value)
}

# METADATA
# description: The attributes of one thing that a rule names, of which some is unknown.
hidden(line, thing) := {name |
	some name in [_singular[thing], _plural[thing]]
	_is_open(line.unknown, name)
}

_text(value) := value if is_string(value)

_text(value) := sprintf("%v", [value]) if is_number(value)

_is_open(unknown, name) if unknown[name] == true

_is_open(unknown, name) if true in unknown[name]

_direction(values) := {"Inbound": "in", "Outbound": "out"}[values.direction] if {
	values.direction in {"Inbound", "Outbound"}
} else := "both"

# true stands for all of it
_parts(unknown) := {name: true | some name in _fields} if {
	unknown == true
} else := unknown if {
	is_object(unknown)
} else := {}

_singular := {
	"destination": "destination_address_prefix",
	"origin": "source_port_range",
	"port": "destination_port_range",
	"source": "source_address_prefix",
}

_plural := {
	"destination": "destination_address_prefixes",
	"origin": "source_port_ranges",
	"port": "destination_port_ranges",
	"source": "source_address_prefixes",
}

_fields := [
	"access", "destination_address_prefix", "destination_address_prefixes", "destination_port_range",
	"destination_port_ranges", "direction", "priority", "protocol", "source_address_prefix", "source_address_prefixes",
	"source_port_range", "source_port_ranges",
]
