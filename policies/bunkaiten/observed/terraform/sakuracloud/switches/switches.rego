# METADATA
# title: Switches of Sakura Cloud
# description: >-
#   Whether a network that an interface is on has addresses of the internet: the shared segment, a
#   router with a switch, a further block of addresses on one; or is a private switch of the plan.
package bunkaiten.observed.terraform.sakuracloud.switches

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.ends
import data.bunkaiten.observed.written

# METADATA
# description: Attributes that are read, by type.
reads := {"sakuracloud_internet": ["switch_id"], "sakuracloud_subnet": ["switch_id"], "sakuracloud_switch": []}

# METADATA
# description: >-
#   Who reaches what has an address of its own in a block: anybody, where it is a public one. An address
#   that only apply will show is as public as the networks that the block refers to.
audience(thing, block, address) := {"is": "inside"} if {
	is_string(address.is)
	written.is_private(address.is)
} else := {"is": "anybody"} if {
	ends.network(address).is
} else := _of_networks(public, private) if {
	public := union({resource.tied(thing, block, type) | some type in _on_internet})
	private := resource.tied(thing, block, "sakuracloud_switch")
}

# METADATA
# description: >-
#   Who reaches an interface of a server, by its upstream: the shared segment, nothing at all, or a
#   switch (registry.terraform.io, sakuracloud_server).
upstream(server, index) := {"is": word} if {
	word := {"disconnect": "inside", "shared": "anybody"}[server.values.network_interface[index].upstream]
} else := _of_networks(public, private) if {
	public := _numbered(server, index) | union({resource.tied_in(server, "network_interface", index, "upstream", type) |
		some type in _on_internet
	})
	private := resource.tied_in(server, "network_interface", index, "upstream", "sakuracloud_switch")
}

_of_networks(public, private) := {"is": "anybody"} if {
	count(public) > 0
} else := {"is": "inside"} if {
	count(private) > 0
} else := {"unknown": true}

_on_internet := ["sakuracloud_internet", "sakuracloud_subnet"]

# by the number of the switch, where that is known
_numbered(server, index) := {key | some key in _switches[server.values.network_interface[index].upstream]}

_switches[number] contains key if {
	some type in _on_internet
	some key, network in resource.managed[type]
	number := network.values.switch_id
	is_string(number)
}
