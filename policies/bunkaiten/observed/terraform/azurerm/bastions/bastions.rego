# METADATA
# title: Bastion hosts of Azure
# description: >-
#   Remote desktop and SSH through the portal of Azure, from anywhere, by whom the roles let. Links
#   that may be shared ask for no sign-in to Azure.
package bunkaiten.observed.terraform.azurerm.bastions

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.diagnostics
import data.bunkaiten.observed.terraform.azurerm.settings

# METADATA
# description: What people call these facts.
ways := {
	"bastion": {"en": "Azure Bastion", "ja": "Azure Bastion"},
	"bastion-link": {"en": "shareable links of Azure Bastion", "ja": "Azure Bastion の共有可能リンク"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"azurerm_bastion_host": ["session_recording_enabled", "shareable_link_enabled"]}

# METADATA
# description: >-
#   The host, and its links. Neither recordings nor links are on where nobody chose
#   (registry.terraform.io, azurerm_bastion_host).
accesses contains found if {
	some _, bastion in resource.managed.azurerm_bastion_host
	found := fact.on(bastion, [], "bastion", {
		"who": {"is": fact.host("*")},
		"authentication": {"is": ["directory"]},
		"logged": _logged(bastion),
	})
}

accesses contains found if {
	some _, bastion in resource.managed.azurerm_bastion_host
	links := settings.chosen(bastion, "shareable_link_enabled", false)
	links != {"is": false}
	found := fact.on(bastion, ["shareable_link_enabled"], "bastion-link", {
		"who": {"is": fact.host("*")},
		"authentication": _by_link(links),
		"logged": _logged(bastion),
	})
}

# the machine asks for its own password behind the link
_by_link(links) := {"is": ["password"]} if links.is

_by_link(links) := {"unknown": true} if links.unknown

_logged(bastion) := {"is": "yes"} if {
	settings.chosen(bastion, "session_recording_enabled", false) == {"is": true}
} else := {"is": "yes"} if {
	diagnostics.logged(bastion, "azurerm_bastion_host", "BastionAuditLogs") == {"is": "yes"}
} else := {"unknown": true} if {
	settings.chosen(bastion, "session_recording_enabled", false).unknown
} else := diagnostics.logged(bastion, "azurerm_bastion_host", "BastionAuditLogs")
