# METADATA
# title: What instances of AWS are launched from
# description: >-
#   Launch templates and configurations that give public addresses. The instances themselves stand in no
#   plan. What says nothing of an address gets what its subnet decides.
package bunkaiten.observed.terraform.aws.launch_templates

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {"public-launch": {
	"en": "public address of launched instances",
	"ja": "自動起動するインスタンスの公開アドレス",
}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_autoscaling_group": ["launch_configuration", "launch_template", "mixed_instances_policy"],
	"aws_launch_configuration": ["associate_public_ip_address", "key_name"],
	"aws_launch_template": ["key_name", "network_interfaces.associate_public_ip_address"],
}

# METADATA
# description: Whoever has the group of instances has what they are launched from.
uses := {"aws_autoscaling_group": [
	["launch_configuration", "aws_launch_configuration"],
	["launch_template", "aws_launch_template"],
	["mixed_instances_policy", "aws_launch_template"],
]}

# METADATA
# description: Public addresses that launched instances get, and what may give them one.
endpoints contains found if {
	some [thing, path, public] in _given
	audience := _audience(public)
	found := fact.on(thing, path, "public-launch", object.union({"audience": audience}, _authentication(thing)))
}

_given contains [launch, ["associate_public_ip_address"], public] if {
	some _, launch in resource.managed.aws_launch_configuration
	public := resource.attribute(launch, "associate_public_ip_address")
}

_given contains [launch, ["network_interfaces", item.index, "associate_public_ip_address"], public] if {
	some _, launch in resource.managed.aws_launch_template
	some item in resource.items(launch, "network_interfaces")
	public := _of_interface(item)
}

# blocks that a list makes stand nowhere in the configuration
_given contains [launch, ["network_interfaces"], {"unknown": true}] if {
	some _, launch in resource.managed.aws_launch_template
	launch.unknown.network_interfaces == true
}

# launch templates write booleans as text
_of_interface(item) := {"unknown": true} if {
	item.unknown.associate_public_ip_address == true
} else := {"is": item.values.associate_public_ip_address}

_audience(public) := {"is": "anybody"} if public.is in {true, "true", "1"}

_audience(public) := {"unknown": true} if public.unknown

_authentication(launch) := {"authentication": {"is": ["key"]}} if {
	resource.attribute(launch, "key_name").is
} else := {"authentication": {"unknown": true}} if {
	resource.attribute(launch, "key_name").unknown
} else := {}
