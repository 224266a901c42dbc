# METADATA
# title: Rules of security groups of AWS
# description: >-
#   The three spellings of a rule as one: blocks within a group (blocks or attributes), rules of
#   their own for either direction, and rules of their own for one direction each. A group without
#   rules lets nothing through: the provider takes away the rule that AWS makes
#   (registry.terraform.io, aws_security_group, "NOTE on Egress rules"; aws_default_security_group).
package bunkaiten.observed.terraform.aws.security_group_rules

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_default_security_group": _within,
	"aws_security_group": _within,
	"aws_security_group_rule": [
		"cidr_blocks", "from_port", "ipv6_cidr_blocks", "prefix_list_ids", "protocol",
		"source_security_group_id", "to_port", "type",
	],
	"aws_vpc_security_group_egress_rule": _alone,
	"aws_vpc_security_group_ingress_rule": _alone,
}

# METADATA
# description: >-
#   Every rule: the resource it is written in, the path to it there, its direction, and what is
#   known and unknown of it. What nobody wrote is not unknown.
lines[id] := line if {
	some type in ["aws_default_security_group", "aws_security_group"]
	some key, group in resource.managed[type]
	some side, direction in {"egress": "out", "ingress": "in"}
	some item in resource.items(group, side)
	id := sprintf("%s %s %d", [key, side, item.index])
	line := {
		"of": group,
		"path": [side, item.index],
		"direction": direction,
		"values": _object(item.values),
		"unknown": _parts(item.unknown),
	}
}

lines[id] := line if {
	some type in ["aws_default_security_group", "aws_security_group"]
	some key, group in resource.managed[type]
	some side, direction in {"egress": "out", "ingress": "in"}
	resource.is_unknown(group, side)
	id := sprintf("%s %s", [key, side])
	line := {"of": group, "path": [side], "direction": direction, "values": {}, "unknown": _parts(true)}
}

lines[key] := line if {
	some key, rule in resource.managed.aws_security_group_rule
	line := _standing(rule, object.get({"egress": "out", "ingress": "in"}, object.get(rule.values, "type", ""), "both"))
}

lines[key] := line if {
	some key, rule in resource.managed.aws_vpc_security_group_egress_rule
	line := _standing(rule, "out")
}

lines[key] := line if {
	some key, rule in resource.managed.aws_vpc_security_group_ingress_rule
	line := _standing(rule, "in")
}

_standing(rule, direction) := {
	"of": rule,
	"path": [],
	"direction": direction,
	"values": rule.values,
	"unknown": {name: part | some name, part in rule.unknown; configuration.is_written(rule, name)},
}

_object(value) := value if {
	is_object(value)
} else := {}

# true stands for all of it
_parts(unknown) := {"cidr_blocks": true, "from_port": true, "protocol": true, "to_port": true} if {
	unknown == true
} else := _object(unknown)

_within := [sprintf("%s.%s", [side, field]) |
	some side in ["egress", "ingress"]
	some field in [
		"cidr_blocks", "from_port", "ipv6_cidr_blocks", "prefix_list_ids", "protocol", "security_groups", "to_port",
	]
]

_alone := [
	"cidr_ipv4", "cidr_ipv6", "from_port", "ip_protocol", "prefix_list_id", "referenced_security_group_id", "to_port",
]
