# METADATA
# title: Disks of Azure
# description: Managed disks and snapshots of them, where they lie, and whether they can be exported.
package bunkaiten.observed.terraform.azurerm.disks

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.locations

# METADATA
# description: What people call these facts.
ways := {
	"disk-snapshot": {"en": "snapshot of a managed disk", "ja": "マネージドディスクのスナップショット"},
	"managed-disk": {"en": "managed disk", "ja": "マネージドディスク"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"azurerm_managed_disk": ["location"], "azurerm_snapshot": ["location", "source_resource_id", "source_uri"]}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"azurerm_snapshot": [
	["source_resource_id", "azurerm_managed_disk"],
	["source_uri", "azurerm_managed_disk"],
]}

# METADATA
# description: >-
#   All are encrypted (learn.microsoft.com/azure/virtual-machines/disk-encryption). Nobody reads one
#   without a link that somebody makes by hand.
stores contains found if {
	some type, way in {"azurerm_managed_disk": "managed-disk", "azurerm_snapshot": "disk-snapshot"}
	some _, disk in resource.managed[type]
	found := fact.on(disk, [], way, {"region": locations.of(disk), "encrypted": {"is": "yes"}})
}
