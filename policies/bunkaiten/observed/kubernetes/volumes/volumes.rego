# METADATA
# title: Volumes of Kubernetes
# description: >-
#   What is kept on persistent volumes, by claims for them, templates of claims, and the volumes
#   themselves.
package bunkaiten.observed.kubernetes.volumes

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.storage_classes
import data.bunkaiten.observed.kubernetes.volume_places
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"persistent-volume": {"en": "persistent volume", "ja": "永続ボリューム"},
	"volume-claim": {"en": "claim for a persistent volume", "ja": "永続ボリューム要求"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"/PersistentVolume": array.concat(volume_places.volume_paths, ["spec.csi.driver"]),
	"/PersistentVolumeClaim": storage_classes.claim_paths,
	"apps/StatefulSet": [concat(".", ["spec.volumeClaimTemplates", path]) | some path in storage_classes.claim_paths],
	"storage.k8s.io/StorageClass": array.concat(volume_places.class_paths, storage_classes.paths),
}

# METADATA
# description: A claim stands for the volume that it gets.
stores contains found if {
	some claim in manifest.given["/PersistentVolumeClaim"]
	some place in _places(claim.values)
	attributes := object.union(place, {"encrypted": storage_classes.of_claim(claim.values, _classes)})
	found := fact.on(claim, ["spec"], "volume-claim", attributes)
}

stores contains found if {
	some owner in manifest.given["apps/StatefulSet"]
	some index, claim in written.items(owner.values, ["spec", "volumeClaimTemplates"])
	some place in _places(claim)
	attributes := object.union(place, {"encrypted": storage_classes.of_claim(claim, _classes)})
	found := fact.on(owner, ["spec", "volumeClaimTemplates", index], "volume-claim", attributes)
}

stores contains found if {
	some volume in manifest.given["/PersistentVolume"]
	some place in volume_places.of_volume(volume)
	encrypted := storage_classes.of_driver(written.text(volume.values, ["spec", "csi", "driver"]))
	found := fact.on(volume, ["spec"], "persistent-volume", object.union(place, {"encrypted": encrypted}))
}

# by the volume that it has already, else by the class that it gets one from
_places(claim) := places if {
	named := written.text(claim, ["spec", "volumeName"])
	places := {place | some volume in _volumes[named]; some place in volume_places.of_volume(volume); place != {}}
	count(places) > 0
} else := places if {
	places := {place | some class in _classes; storage_classes.is_meant(claim, class); some place in class.places}
	count(places) > 0
} else := {{}}

_volumes[named] contains volume if {
	some volume in manifest.given["/PersistentVolume"]
	named := volume.name
}

_classes := {object.union(storage_classes.told(class), {"places": volume_places.of_class(class)}) |
	some class in manifest.given["storage.k8s.io/StorageClass"]
}
