# METADATA
# title: Machines of Azure
# description: Network interfaces with a public address, and the machines that use them.
package bunkaiten.observed.terraform.azurerm.machines

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings

# METADATA
# description: What people call these facts.
ways := {"public-interface": {
	"en": "network interface with a public address",
	"ja": "パブリック IP アドレスを持つネットワークインターフェイス",
}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_linux_virtual_machine": [],
	"azurerm_network_interface": ["ip_configuration.public_ip_address_id"],
	"azurerm_public_ip": [],
	"azurerm_virtual_machine": [],
	"azurerm_windows_virtual_machine": [],
}

# METADATA
# description: >-
#   Interfaces with a public address. One that has none says so: the id is null, and unknown where an
#   address is to be made.
endpoints contains found if {
	some _, interface in resource.managed.azurerm_network_interface
	some block in settings.items(interface, "ip_configuration")
	settings.in_block(block, "public_ip_address_id") != {}
	path := ["ip_configuration", block.index, "public_ip_address_id"]
	found := fact.on(interface, path, "public-interface", {"audience": {"is": "anybody"}})
}

endpoints contains found if {
	some _, interface in resource.managed.azurerm_network_interface
	resource.is_unknown(interface, "ip_configuration")
	found := fact.on(interface, ["ip_configuration"], "public-interface", {"audience": {"unknown": true}})
}
