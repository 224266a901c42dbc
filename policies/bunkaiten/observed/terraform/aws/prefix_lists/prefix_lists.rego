# METADATA
# title: Prefix lists of AWS
# description: >-
#   The networks that stand in the prefix lists which a plan makes, in the list or in resources of
#   their own. No facts.
package bunkaiten.observed.terraform.aws.prefix_lists

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type.
reads := {
	"aws_ec2_managed_prefix_list": ["entry.cidr"],
	"aws_ec2_managed_prefix_list_entry": ["cidr", "prefix_list_id"],
}

# METADATA
# description: >-
#   What is in a list, by its key: {"is": network} or {"unknown": true}. A list of which the plan
#   shows nothing is filled elsewhere.
networks[key] contains network if {
	some key, _ in resource.managed.aws_ec2_managed_prefix_list
	some network in _networks({shown | some shown in _shown[key]})
}

# METADATA
# description: The keys of lists by their ids.
by_id[id] contains key if {
	some key, list in resource.managed.aws_ec2_managed_prefix_list
	id := resource.attribute(list, "id").is
}

# METADATA
# description: >-
#   The keys of the lists that an attribute refers to where only apply will show their ids; none where
#   it refers to a list that is no resource of the plan.
referred(thing, attribute) := found if {
	found := resource.tied(thing, attribute, "aws_ec2_managed_prefix_list")
	every mentioned in configuration.referred(thing, attribute) { not contains(mentioned, "\ndata.") }
}

_networks(shown) := {{"unknown": true}} if {
	count(shown) == 0
} else := shown

_shown[key] contains network if {
	some key, list in resource.managed.aws_ec2_managed_prefix_list
	some item in resource.items(list, "entry")
	network := _network(object.get(item.values, "cidr", null))
}

# blocks that are made for each of what is known only after apply
_shown[key] contains {"unknown": true} if {
	some key, list in resource.managed.aws_ec2_managed_prefix_list
	resource.is_unknown(list, "entry")
}

_shown[key] contains network if {
	some _, entry in resource.managed.aws_ec2_managed_prefix_list_entry
	some key in resource.tied(entry, "prefix_list_id", "aws_ec2_managed_prefix_list")
	network := _network(object.get(entry.values, "cidr", null))
}

_network(written) := {"is": written} if {
	is_string(written)
} else := {"unknown": true}
