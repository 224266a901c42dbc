# METADATA
# title: What networks of AWS give to what is in them
# description: >-
#   Where nobody chose: the address that a subnet gives to an instance, and the default security group
#   of the network, which lets everything out. Of what lies in a subnet of the plan.
package bunkaiten.observed.terraform.aws.default_networks

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {
	"default-security-group": {
		"en": "default security group of the network",
		"ja": "ネットワークの既定のセキュリティグループ",
	},
	"subnet-address": {"en": "public address by the subnet", "ja": "サブネットが割り当てる公開アドレス"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_default_security_group": [],
	"aws_ecs_service": ["network_configuration.security_groups", "network_configuration.subnets"],
	"aws_instance": [
		"associate_public_ip_address", "launch_template", "network_interface", "security_groups", "subnet_id",
		"vpc_security_group_ids",
	],
	"aws_launch_template": ["network_interfaces"],
	"aws_network_interface": ["security_groups", "subnet_id"],
	"aws_subnet": ["map_public_ip_on_launch"],
}

# METADATA
# description: >-
#   Instances that say nothing of an address, in a subnet that gives one. Not, if nobody chose: schema
#   of the provider, aws_subnet. A launch template with interfaces of its own tells by itself.
endpoints contains found if {
	some _, instance in resource.managed.aws_instance
	every name in ["associate_public_ip_address", "network_interface"] { resource.attribute(instance, name) == {} }
	not _has_interfaces(instance)
	given := {_given(subnet) | some subnet in _subnets(instance, "subnet_id")}
	found := fact.on(instance, ["subnet_id"], "subnet-address", {"audience": _audience(given)})
}

_has_interfaces(instance) if {
	some key in resource.tied(instance, "launch_template", "aws_launch_template")
	resource.attribute(_templates[key], "network_interfaces") != {}
}

_given(subnet) := "no" if {
	resource.attribute(subnet, "map_public_ip_on_launch") in [{}, {"is": false}]
} else := "yes" if {
	resource.attribute(subnet, "map_public_ip_on_launch").is == true
} else := "unknown"

_audience(given) := {"is": "anybody"} if {
	given == {"yes"}
} else := {"unknown": true} if {
	count(given - {"no"}) > 0
}

# METADATA
# description: >-
#   What names no security group has that of its network, which lets everything out
#   (docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html) unless the plan takes it over.
peers contains found if {
	some [user, attribute] in _ungrouped
	count(_subnets(user, attribute)) > 0
	count({group | some group in resource.managed.aws_default_security_group; group.document == user.document}) == 0
	found := fact.on(user, [], "default-security-group", {"who": {"is": fact.network("0.0.0.0/0")}, "direction": "out"})
}

_ungrouped contains [user, "subnet_id"] if {
	some type, names in {
		"aws_instance": ["launch_template", "network_interface", "security_groups", "vpc_security_group_ids"],
		"aws_network_interface": ["security_groups"],
	}
	some _, user in resource.managed[type]
	every name in names { resource.attribute(user, name) == {} }
}

_ungrouped contains [service, "network_configuration"] if {
	some _, service in resource.managed.aws_ecs_service
	some item in resource.items(service, "network_configuration")
	not _names_groups(item)
}

_names_groups(item) if item.unknown.security_groups

_names_groups(item) if resource.is_set(item.values.security_groups)

_subnets(thing, attribute) := [_subnets_by_key[key] | some key in resource.tied(thing, attribute, "aws_subnet")]

# by rules of their own: regorus finds nothing where a function names a rule of another package
_subnets_by_key := resource.managed.aws_subnet

_templates := resource.managed.aws_launch_template
