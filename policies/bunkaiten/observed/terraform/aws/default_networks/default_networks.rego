# METADATA
# title: What networks of AWS give to what is in them
# description: Where nobody chose, the address that a subnet of the plan gives to an instance.
package bunkaiten.observed.terraform.aws.default_networks

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {"subnet-address": {"en": "public address by the subnet", "ja": "サブネットが割り当てる公開アドレス"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_default_subnet": ["map_public_ip_on_launch"],
	"aws_instance": ["associate_public_ip_address", "launch_template", "network_interface", "subnet_id"],
	"aws_launch_template": ["network_interfaces"],
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

# those of the default network give one where nobody says otherwise
_given(subnet) := "no" if {
	resource.attribute(subnet, "map_public_ip_on_launch") == {"is": false}
} else := "yes" if {
	resource.attribute(subnet, "map_public_ip_on_launch") == {"is": true}
} else := _usual[subnet.type] if {
	resource.attribute(subnet, "map_public_ip_on_launch") == {}
} else := "unknown"

_usual := {"aws_default_subnet": "yes", "aws_subnet": "no"}

_audience(given) := {"is": "anybody"} if {
	given == {"yes"}
} else := {"unknown": true} if {
	count(given - {"no"}) > 0
}

_subnets(thing, attribute) := [subnet |
	some type in ["aws_default_subnet", "aws_subnet"]
	some key in resource.tied(thing, attribute, type)
	subnet := _subnets_by_key[key]
]

# by rules of their own: regorus finds nothing where a function names a rule of another package
_subnets_by_key[key] := subnet if {
	some type in ["aws_default_subnet", "aws_subnet"]
	some key, subnet in resource.managed[type]
}

_templates := resource.managed.aws_launch_template
