# METADATA
# title: Storage classes
# description: Whether what a storage class makes is encrypted where it lies. Pure functions.
package bunkaiten.observed.kubernetes.storage_classes

import data.bunkaiten.observed.written

# METADATA
# description: The name of a class, whether it is the default one, and its encryption.
told(class) := {"name": class.name, "is_default": _is_default(class), "encrypted": _encrypted(class)}

# METADATA
# description: >-
#   Whether a claim (of a PersistentVolumeClaim, or of a template of one) gets encrypted storage,
#   by what is `told` of the classes given. Unknown where its class is not given, where the class
#   leaves it to the cloud's account, and where the claim is for a volume that is there already.
of_claim(claim, classes) := encrypted if {
	not _is_for_one(claim)
	found := {class.encrypted | some class in classes; is_meant(claim, class)}
	count(found) == 1
	some encrypted in found
} else := {"unknown": true}

# METADATA
# description: Whether what a driver makes is encrypted; it often depends on more than the driver.
of_driver(driver) := {"is": "yes"} if {
	driver in _always
} else := {"unknown": true}

# METADATA
# description: The claim gets its storage from the class, as it is `told`.
is_meant(claim, class) if _named(claim) == class.name

# "" asks for no class; nothing written, for the default one
is_meant(claim, class) if {
	_named(claim) == ""
	object.get(claim, ["spec", "storageClassName"], null) == null
	class.is_default == true
}

# METADATA
# description: Attributes of claims that are read.
claim_paths := [
	"metadata.annotations.volume.beta.kubernetes.io/storage-class",
	"spec.storageClassName",
	"spec.volumeName",
]

# METADATA
# description: Attributes of classes that are read.
paths := array.concat(
	[concat(".", ["metadata.annotations", name]) | some name in _default_annotations],
	["parameters.encrypted", "provisioner"],
)

_default_annotations := [
	"storageclass.beta.kubernetes.io/is-default-class",
	"storageclass.kubernetes.io/is-default-class",
]

_is_default(class) if {
	some name in _default_annotations
	written.annotation(class, name) == "true"
} else := false

# "encrypted" of EBS, Ceph RBD and Longhorn. For EBS it is false by default (docs/parameters.md of
# aws-ebs-csi-driver), but an account may encrypt all the same, so that nothing written is unknown
_encrypted(class) := {"is": "yes"} if {
	lower(written.text(class.values, ["parameters", "encrypted"])) == "true"
} else := {"is": "no"} if {
	lower(written.text(class.values, ["parameters", "encrypted"])) == "false"
} else := of_driver(written.text(class.values, ["provisioner"]))

# Google encrypts everything at rest (cloud.google.com/docs/security/encryption/default-encryption),
# and so does Azure Storage, which cannot be told not to (learn.microsoft.com/azure/storage/common/
# storage-service-encryption)
_always := {
	"disk.csi.azure.com",
	"file.csi.azure.com",
	"filestore.csi.storage.gke.io",
	"kubernetes.io/azure-disk",
	"kubernetes.io/azure-file",
	"kubernetes.io/gce-pd",
	"pd.csi.storage.gke.io",
}

# provisioners name what they make after the claim's own id
_is_for_one(claim) if {
	volume := written.text(claim, ["spec", "volumeName"])
	volume != ""
	not regex.match(`^pvc-[0-9a-f-]{36}$`, volume)
}

_named(claim) := named if {
	named := written.text(claim, ["spec", "storageClassName"])
	named != ""
} else := written.annotation({"values": claim}, "volume.beta.kubernetes.io/storage-class")
