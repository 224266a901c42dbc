# METADATA
# title: Network peerings of Azure
# description: Peerings of virtual networks, and connections of hubs, with the networks of other subscriptions.
package bunkaiten.observed.terraform.azurerm.peerings

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.subscriptions

# METADATA
# description: What people call these facts.
ways := {
	"virtual-hub-connection": {
		"en": "connection of a virtual network to a hub",
		"ja": "仮想ハブへの仮想ネットワーク接続",
		"on_path": "joint",
	},
	"virtual-network-peering": {
		"en": "virtual network peering",
		"ja": "仮想ネットワークピアリング",
		"on_path": "joint",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_virtual_hub": [],
	"azurerm_virtual_hub_connection": ["remote_virtual_network_id", "virtual_hub_id"],
	"azurerm_virtual_network": [],
	"azurerm_virtual_network_peering": ["remote_virtual_network_id"],
}

# METADATA
# description: >-
#   The subscription of the network on the other side, unless it is the plan's own; a hub may be the
#   other's too.
peers contains found if {
	some type, [way, names] in _joints
	some _, joint in resource.managed[type]
	some name, type_of in names
	some who in subscriptions.beyond(joint, name, resource.attribute(joint, name), {type_of})
	found := fact.on(joint, [name], way, {"who": who, "direction": "both"})
}

_joints := {
	"azurerm_virtual_hub_connection": ["virtual-hub-connection", {
		"remote_virtual_network_id": "azurerm_virtual_network",
		"virtual_hub_id": "azurerm_virtual_hub",
	}],
	"azurerm_virtual_network_peering": ["virtual-network-peering", {
		"remote_virtual_network_id": "azurerm_virtual_network",
	}],
}
