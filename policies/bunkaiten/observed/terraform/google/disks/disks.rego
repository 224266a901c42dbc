# METADATA
# title: Disks and snapshots of Google Cloud
# description: >-
#   Persistent disks and snapshots of them, with the places that they lie in. All are encrypted, if by
#   nothing else with keys of Google: https://cloud.google.com/compute/docs/disks/disk-encryption
package bunkaiten.observed.terraform.google.disks

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {
	"persistent-disk": {"en": "persistent disk", "ja": "永続ディスク"},
	"persistent-disk-snapshot": {"en": "snapshot of a persistent disk", "ja": "永続ディスクのスナップショット"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"google_compute_disk": ["zone"],
	"google_compute_region_disk": ["region"],
	"google_compute_snapshot": ["source_disk", "storage_locations"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"google_compute_snapshot": [
	["source_disk", "google_compute_disk"],
	["source_disk", "google_compute_region_disk"],
]}

# METADATA
# description: Each disk, and each place of each snapshot.
stores contains found if {
	some type in ["google_compute_disk", "google_compute_region_disk"]
	some _, disk in resource.managed[type]
	found := fact.on(disk, [], "persistent-disk", {"region": _region(disk), "encrypted": {"is": "yes"}})
}

stores contains found if {
	some _, snapshot in resource.managed.google_compute_snapshot
	some [path, region] in _places(snapshot)
	found := fact.on(snapshot, path, "persistent-disk-snapshot", {"region": region, "encrypted": {"is": "yes"}})
}

# a zone is a region and a letter
_region(disk) := {"is": region} if {
	is_string(disk.values.zone)
	region := regex.replace(disk.values.zone, `^.*/|-[a-z]$`, "")
} else := resource.region(disk)

# where nobody chose, in the part of the world that the disk lies in:
# https://cloud.google.com/compute/docs/disks/snapshots ("Snapshot storage locations")
_places(snapshot) := {[["storage_locations", place.index], {"is": lower(place.values)}] |
	some place in resource.items(snapshot, "storage_locations")
	is_string(place.values)
} if {
	count(resource.items(snapshot, "storage_locations")) > 0
} else := {[["storage_locations"], {"unknown": true}]} if {
	resource.is_unknown(snapshot, "storage_locations")
} else := {[["storage_locations"], {"is": nearest}]} if {
	disks := resource.tied(snapshot, "source_disk", "google_compute_disk")
	regions := {_regions[disk] | some disk in disks}
	[region] := [one | some one in regions]
	nearest := _nearest[split(region.is, "-")[0]]
} else := {[["storage_locations"], {"unknown": true}]}

_regions[key] := _region(disk) if some key, disk in resource.managed.google_compute_disk

_nearest := {"asia": "asia", "europe": "eu", "us": "us"}
