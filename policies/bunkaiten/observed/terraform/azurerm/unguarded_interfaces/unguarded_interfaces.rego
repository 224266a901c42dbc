# METADATA
# title: Network interfaces of Azure without a security group
# description: >-
#   Interfaces of which no rule says whom they may send to: neither they nor the subnet of the plan that
#   they lie in has a network security group. Subnets that the plan only names may have one.
package bunkaiten.observed.terraform.azurerm.unguarded_interfaces

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {"unguarded-interface": {
	"en": "network interface without a network security group",
	"ja": "ネットワークセキュリティグループのないネットワークインターフェイス",
}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_network_interface": ["ip_configuration.subnet_id"],
	"azurerm_network_interface_security_group_association": ["network_interface_id"],
	"azurerm_subnet": [],
	"azurerm_subnet_network_security_group_association": ["subnet_id"],
}

# METADATA
# description: >-
#   Everybody, whom such an interface may send to:
#   learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works.
peers contains found if {
	some key, interface in resource.managed.azurerm_network_interface
	not key in _guarded
	some block in resource.items(interface, "ip_configuration")
	some subnet in resource.tied_in(interface, "ip_configuration", block.index, "subnet_id", "azurerm_subnet")
	not subnet in _guarded
	found := fact.on(interface, ["ip_configuration", block.index, "subnet_id"], "unguarded-interface", {
		"who": {"is": {"by": "anybody", "name": "Internet"}},
		"direction": "out",
	})
}

# in which subnet it lies, only apply will show
peers contains found if {
	some key, interface in resource.managed.azurerm_network_interface
	not key in _guarded
	interface.unknown.ip_configuration == true
	found := fact.on(interface, ["ip_configuration"], "unguarded-interface", {
		"who": {"unknown": true},
		"direction": "out",
	})
}

_guarded contains key if {
	some associations, [name, type] in {
		"azurerm_network_interface_security_group_association": ["network_interface_id", "azurerm_network_interface"],
		"azurerm_subnet_network_security_group_association": ["subnet_id", "azurerm_subnet"],
	}
	some _, association in resource.managed[associations]
	some key in resource.tied(association, name, type)
}
