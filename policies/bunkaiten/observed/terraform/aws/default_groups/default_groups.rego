# METADATA
# title: Default security groups of AWS
# description: >-
#   What names no security group has that of its network, which lets everything out unless somebody
#   takes it over (docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html).
package bunkaiten.observed.terraform.aws.default_groups

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {"default-security-group": {
	"en": "default security group of the network",
	"ja": "ネットワークの既定のセキュリティグループ",
}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_default_security_group": ["vpc_id"],
	"aws_ecs_service": ["network_configuration.security_groups", "network_configuration.subnets"],
	"aws_instance": ["launch_template", "network_interface", "security_groups", "subnet_id", "vpc_security_group_ids"],
	"aws_launch_template": ["network_interfaces", "vpc_security_group_ids"],
	"aws_network_interface": ["security_groups", "subnet_id"],
	"aws_subnet": ["vpc_id"],
}

# METADATA
# description: >-
#   The way out that a default group opens, where the plan does not take it over. In a network that the
#   plan does not make, nobody can tell what the group lets out.
peers contains found if {
	some [user, attribute] in _ungrouped
	networks := _networks_of(user, attribute)
	count(_taken(user, networks)) == 0
	found := fact.on(user, [], "default-security-group", {"who": _who(networks), "direction": "out"})
}

# METADATA
# description: The keys of what has a default group that the plan takes over, by the key of the group.
held[group] contains user.key if {
	some [user, attribute] in _ungrouped
	some group in _taken(user, _networks_of(user, attribute))
}

_who(networks) := {"unknown": true} if {
	networks == {"elsewhere"}
} else := {"is": fact.network("0.0.0.0/0")}

_taken(user, networks) := {key |
	some key, group in _groups
	group.document == user.document
	count(_networks(group) & networks) > 0
}

_networks_of(user, attribute) := found if {
	found := {network |
		some key in resource.tied(user, attribute, "aws_subnet")
		some network in (_networks(_subnets[key]) - {"elsewhere"})
	}
	count(found) > 0
} else := {"inside"} if {
	count(resource.tied(user, attribute, "aws_subnet")) > 0
} else := {"elsewhere"}

# those that the plan makes, by what stands in the configuration, and else by id
_networks(thing) := made if {
	made := {network |
		some network in configuration.referred(thing, "vpc_id")
		regex.match(`\naws_(default_)?vpc\.[^\n]*$`, network)
	}
	count(made) > 0
} else := {"elsewhere"} | {id |
	id := thing.values.vpc_id
	is_string(id)
}

_ungrouped contains [user, "subnet_id"] if {
	some type, names in {
		"aws_instance": ["network_interface", "security_groups", "vpc_security_group_ids"],
		"aws_network_interface": ["security_groups"],
	}
	some _, user in resource.managed[type]
	every name in names { resource.attribute(user, name) == {} }
	not _has_groups(user)
}

_ungrouped contains [service, "network_configuration"] if {
	some _, service in resource.managed.aws_ecs_service
	some item in resource.items(service, "network_configuration")
	not _names_groups(item)
}

# by a template that is not of the plan, or one that chooses
_has_groups(user) if {
	resource.attribute(user, "launch_template") != {}
	count(resource.tied(user, "launch_template", "aws_launch_template")) == 0
}

_has_groups(user) if {
	some key in resource.tied(user, "launch_template", "aws_launch_template")
	resource.attribute(_templates[key], "vpc_security_group_ids") != {}
}

_has_groups(user) if {
	some key in resource.tied(user, "launch_template", "aws_launch_template")
	resource.attribute(_templates[key], "network_interfaces").unknown
}

_has_groups(user) if {
	some key in resource.tied(user, "launch_template", "aws_launch_template")
	some item in resource.items(_templates[key], "network_interfaces")
	_names_groups(item)
}

_names_groups(item) if item.unknown.security_groups

_names_groups(item) if resource.is_set(item.values.security_groups)

_names_groups(item) if resource.is_set(item.values.network_interface_id)

_names_groups(item) if item.unknown.network_interface_id

# by rules of their own: regorus finds nothing where a function names a rule of another package
_groups[key] := group if some key, group in resource.managed.aws_default_security_group

_subnets := resource.managed.aws_subnet

_templates := resource.managed.aws_launch_template
