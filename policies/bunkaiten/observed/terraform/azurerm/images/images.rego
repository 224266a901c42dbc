# METADATA
# title: Images of machines of Azure
# description: >-
#   Images of machines with what lies on their disks, the regions that they are copied to, and
#   galleries that show them to others.
package bunkaiten.observed.terraform.azurerm.images

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.locations
import data.bunkaiten.observed.terraform.azurerm.settings

# METADATA
# description: What people call these facts.
ways := {
	"image-gallery": {"en": "gallery of images shown to others", "ja": "イメージギャラリーの共有"},
	"image-version": {"en": "copy of an image in a gallery", "ja": "イメージギャラリーにあるイメージの複製"},
	"managed-image": {"en": "image of a machine", "ja": "仮想マシンのイメージ"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_image": [
		"data_disk.managed_disk_id", "location", "os_disk.managed_disk_id", "source_virtual_machine_id",
	],
	"azurerm_shared_image_gallery": ["sharing.permission"],
	"azurerm_shared_image_version": [
		"gallery_name", "managed_image_id", "os_disk_snapshot_id", "target_region.name",
	],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"azurerm_image": array.concat(
		[["source_virtual_machine_id", machine] | some machine in _machines],
		[[disk, "azurerm_managed_disk"] | some disk in ["data_disk", "os_disk"]],
	),
	"azurerm_shared_image_version": [
		["gallery_name", "azurerm_shared_image_gallery"], ["managed_image_id", "azurerm_image"],
		["os_disk_snapshot_id", "azurerm_snapshot"],
		["managed_image_id", "azurerm_linux_virtual_machine"],
		["managed_image_id", "azurerm_windows_virtual_machine"],
	],
}

# METADATA
# description: >-
#   All are encrypted (learn.microsoft.com/azure/virtual-machines/disk-encryption). A version is
#   copied to every region that it names.
stores contains found if {
	some _, image in resource.managed.azurerm_image
	found := fact.on(image, [], "managed-image", {"region": locations.of(image), "encrypted": {"is": "yes"}})
}

stores contains found if {
	some _, version in resource.managed.azurerm_shared_image_version
	some target in settings.items(version, "target_region")
	found := fact.on(version, ["target_region", target.index, "name"], "image-version", {
		"region": _region(settings.in_block(target, "name")),
		"encrypted": {"is": "yes"},
	})
}

# a gallery is private where nobody chose; whom one shows its images to in groups, no plan tells
# (learn.microsoft.com/azure/virtual-machines/share-gallery)
stores contains found if {
	some _, gallery in resource.managed.azurerm_shared_image_gallery
	some sharing in settings.items(gallery, "sharing")
	permission := settings.in_block(sharing, "permission")
	permission != {"is": "Private"}
	found := fact.on(gallery, ["sharing", sharing.index, "permission"], "image-gallery", {
		"who": _readers(permission),
		"rights": {"is": ["read"]},
	})
}

_readers(permission) := {"is": {"by": "anybody", "name": "*"}} if {
	permission.is == "Community"
} else := {"unknown": true}

_region(name) := {"is": replace(lower(name.is), " ", "")} if {
	is_string(name.is)
} else := {"unknown": true}

_machines := ["azurerm_linux_virtual_machine", "azurerm_virtual_machine", "azurerm_windows_virtual_machine"]
