package bunkaiten_test.observed.kubernetes.storage_classes

import data.bunkaiten.observed.kubernetes.storage_classes

class(called, values) := {"name": called, "values": values}

yes := {"is": "yes"}

no := {"is": "no"}

unknown := {"unknown": true}

encrypted(values) := storage_classes.told(class("c", values)).encrypted

ebs(parameters) := {"provisioner": "ebs.csi.aws.com", "parameters": parameters}

test_parameter_tells_encryption if {
	encrypted(ebs({"encrypted": "true"})) == yes
	encrypted(ebs({"encrypted": "True"})) == yes
	encrypted(ebs({"encrypted": true})) == yes
	encrypted(ebs({"encrypted": "false"})) == no
	encrypted(ebs({"encrypted": "False"})) == no
	every parameters in [{}, null, {"encrypted": ""}, {"encrypted": "${ENCRYPTED}"}, {"type": "gp3"}] {
		encrypted(ebs(parameters)) == unknown
	}
}

test_some_clouds_encrypt_always if {
	every driver in [
		"disk.csi.azure.com", "file.csi.azure.com", "filestore.csi.storage.gke.io", "kubernetes.io/azure-disk",
		"kubernetes.io/azure-file", "kubernetes.io/gce-pd", "pd.csi.storage.gke.io",
	] {
		encrypted({"provisioner": driver}) == yes
		storage_classes.of_driver(driver) == yes
	}
	every driver in ["ebs.csi.aws.com", "efs.csi.aws.com", "nfs.csi.k8s.io", ""] {
		encrypted({"provisioner": driver}) == unknown
	}
}

test_default_class_says_so if {
	every case in [
		[{"storageclass.kubernetes.io/is-default-class": "true"}, true],
		[{"storageclass.beta.kubernetes.io/is-default-class": "true"}, true],
		[{"storageclass.kubernetes.io/is-default-class": "false"}, false],
		[{}, false],
	] {
		told := storage_classes.told(class("c", {"metadata": {"annotations": case[0]}}))
		told == {"name": "c", "is_default": case[1], "encrypted": unknown}
	}
}

classes := {
	{"name": "secret", "is_default": false, "encrypted": yes},
	{"name": "plain", "is_default": true, "encrypted": no},
}

test_claim_is_encrypted_as_its_class_says if {
	every case in [
		[{"storageClassName": "secret"}, yes],
		[{"storageClassName": "plain"}, no],
		[{"storageClassName": "elsewhere"}, unknown],
		[{"storageClassName": ""}, unknown],
		[{"storageClassName": null}, no],
		[{}, no],
		[null, no],
	] {
		storage_classes.of_claim({"spec": case[0]}, classes) == case[1]
	}
	storage_classes.of_claim({"spec": {}}, set()) == unknown
}

test_old_annotation_names_the_class if {
	metadata := {"annotations": {"volume.beta.kubernetes.io/storage-class": "secret"}}
	storage_classes.of_claim({"metadata": metadata, "spec": {}}, classes) == yes
	storage_classes.of_claim({"metadata": metadata, "spec": {"storageClassName": "plain"}}, classes) == no
}

test_classes_that_differ_leave_it_open if {
	two := classes | {{"name": "secret", "is_default": true, "encrypted": no}}
	storage_classes.of_claim({"spec": {"storageClassName": "secret"}}, two) == unknown
	storage_classes.of_claim({"spec": {}}, two) == no
}

test_claim_for_a_volume_that_is_there_is_unknown if {
	every case in [
		["archive", unknown],
		["pvc-5d6b8a0e-8a0e-4b1c-9a53-0d1f3d2d7c11", yes],
		["pvc-5d6b8a0e", unknown],
		["my-pvc-5d6b8a0e-8a0e-4b1c-9a53-0d1f3d2d7c11", unknown],
		["", yes],
	] {
		claim := {"spec": {"storageClassName": "secret", "volumeName": case[0]}}
		storage_classes.of_claim(claim, classes) == case[1]
	}
}

test_paths_are_named if {
	storage_classes.paths == [
		"metadata.annotations.storageclass.beta.kubernetes.io/is-default-class",
		"metadata.annotations.storageclass.kubernetes.io/is-default-class",
		"parameters.encrypted",
		"provisioner",
	]
	storage_classes.claim_paths == [
		"metadata.annotations.volume.beta.kubernetes.io/storage-class",
		"spec.storageClassName",
		"spec.volumeName",
	]
}
