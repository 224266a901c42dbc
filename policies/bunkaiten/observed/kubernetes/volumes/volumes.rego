# METADATA
# title: Volumes of Kubernetes
# description: >-
#   What is kept on persistent volumes, by claims for them, templates of claims, and the volumes
#   themselves. Where they lie, no object tells for certain.
package bunkaiten.observed.kubernetes.volumes

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.storage_classes
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
	"/PersistentVolume": ["spec.csi.driver"],
	"/PersistentVolumeClaim": storage_classes.claim_paths,
	"apps/StatefulSet": [concat(".", ["spec.volumeClaimTemplates", path]) | some path in storage_classes.claim_paths],
	"storage.k8s.io/StorageClass": storage_classes.paths,
}

# METADATA
# description: A claim stands for the volume that it gets.
stores contains found if {
	some claim in manifest.given["/PersistentVolumeClaim"]
	encrypted := storage_classes.of_claim(claim.values, _classes)
	found := fact.on(claim, ["spec"], "volume-claim", {"encrypted": encrypted})
}

stores contains found if {
	some owner in manifest.given["apps/StatefulSet"]
	some index, claim in written.items(owner.values, ["spec", "volumeClaimTemplates"])
	encrypted := storage_classes.of_claim(claim, _classes)
	found := fact.on(owner, ["spec", "volumeClaimTemplates", index], "volume-claim", {"encrypted": encrypted})
}

stores contains found if {
	some volume in manifest.given["/PersistentVolume"]
	encrypted := storage_classes.of_driver(written.text(volume.values, ["spec", "csi", "driver"]))
	found := fact.on(volume, ["spec"], "persistent-volume", {"encrypted": encrypted})
}

_classes := {storage_classes.told(class) | some class in manifest.given["storage.k8s.io/StorageClass"]}
