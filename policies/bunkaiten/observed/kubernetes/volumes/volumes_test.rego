package bunkaiten_test.observed.kubernetes.volumes

import data.bunkaiten.observed.kubernetes.volumes

of(version, kind, content) := object.union(
	{"apiVersion": version, "kind": kind, "metadata": {"name": "a", "namespace": "n"}},
	content,
)

class := of("storage.k8s.io/v1", "StorageClass", {
	"provisioner": "ebs.csi.aws.com",
	"parameters": {"encrypted": "true"},
})

stores(objects) := found if {
	found := volumes.stores with input as {"kubernetes": objects}
}

test_claim_is_a_store if {
	stores({"c": class, "x": of("v1", "PersistentVolumeClaim", {"spec": {"storageClassName": "a"}})}) == {{
		"way": "volume-claim",
		"thing": "kubernetes:n/PersistentVolumeClaim/a",
		"key": "x",
		"steps": ["kubernetes", "x", "spec"],
		"encrypted": {"is": "yes"},
	}}
	{fact.encrypted | some fact in stores({"x": of("v1", "PersistentVolumeClaim", {})})} == {{"unknown": true}}
}

test_templates_of_claims_are_stores if {
	templates := ["x", {"spec": {"storageClassName": "a"}}, {"metadata": {"name": "b"}}]
	found := stores({"c": class, "x": of("apps/v1", "StatefulSet", {"spec": {"volumeClaimTemplates": templates}})})
	{[fact.thing, fact.way, fact.steps, fact.encrypted] | some fact in found} == {
		[
			"kubernetes:n/StatefulSet/a", "volume-claim",
			["kubernetes", "x", "spec", "volumeClaimTemplates", 1],
			{"is": "yes"},
		],
		[
			"kubernetes:n/StatefulSet/a", "volume-claim",
			["kubernetes", "x", "spec", "volumeClaimTemplates", 2],
			{"unknown": true},
		],
	}
}

test_volume_is_a_store if {
	stores({"x": of("v1", "PersistentVolume", {"spec": {"csi": {"driver": "pd.csi.storage.gke.io"}}})}) == {{
		"way": "persistent-volume",
		"thing": "kubernetes:n/PersistentVolume/a",
		"key": "x",
		"steps": ["kubernetes", "x", "spec"],
		"encrypted": {"is": "yes"},
	}}
	every spec in [{"csi": {"driver": "ebs.csi.aws.com"}}, {"nfs": {"server": "nas"}}, null] {
		{fact.encrypted | some fact in stores({"x": of("v1", "PersistentVolume", {"spec": spec})})} == {{"unknown": true}}
	}
}

test_volume_lies_where_its_labels_and_nodes_say if {
	labelled := {"metadata": {"name": "a", "labels": {"topology.kubernetes.io/region": "ap-northeast-1"}}}
	regions_of(object.union(of("v1", "PersistentVolume", {}), labelled)) == {{"is": "ap-northeast-1"}}
	every case in [
		["topology.kubernetes.io/zone", "In", ["us-east-1a", "us-east-1b"], {{"is": "us-east-1"}}],
		["topology.kubernetes.io/zone", "NotIn", ["us-east-1a"], {"none"}],
		["topology.kubernetes.io/zone", "In", ["rack-1", "dc-a", "${ZONE}"], {{"unknown": true}}],
		["topology.kubernetes.io/zone", "In", ["ap-northeast-1", "us-east-1-bos-1a", "1"], {"none"}],
		["topology.gke.io/zone", "In", ["us-central1-a"], {{"is": "us-central1"}}],
		["topology.gke.io/zone", "In", ["asia-northeast1-a__asia-northeast1-b"], {{"is": "asia-northeast1"}}],
		["topology.disk.csi.azure.com/zone", "In", ["eastus-1", ""], {{"is": "eastus"}}],
		["failure-domain.beta.kubernetes.io/zone", "In", ["eu-west-1c"], {{"is": "eu-west-1"}}],
		["topology.kubernetes.io/region", "In", ["dc", "us-east-1"], {{"is": "dc"}, {"is": "us-east-1"}}],
		["kubernetes.io/hostname", "In", ["us-east-1a"], {"none"}],
	] {
		expression := {"key": case[0], "operator": case[1], "values": case[2]}
		terms := {"nodeAffinity": {"required": {"nodeSelectorTerms": [{"matchExpressions": [expression]}]}}}
		regions_of(of("v1", "PersistentVolume", {"spec": terms})) == case[3]
	}
}

test_volume_lies_where_its_labels_say if {
	every label, found in {
		"failure-domain.beta.kubernetes.io/region": ["us-east-1", "us-east-1"],
		"failure-domain.beta.kubernetes.io/zone": ["us-west1-a__us-west1-b", "us-west1"],
		"topology.kubernetes.io/region": ["site-a", "site-a"],
		"topology.kubernetes.io/zone": ["ap-northeast-3c", "ap-northeast-3"],
	} {
		labels := {"metadata": {"name": "a", "labels": {label: found[0]}}}
		regions_of(object.union(of("v1", "PersistentVolume", {}), labels)) == {{"is": found[1]}}
	}
}

test_claim_lies_where_the_volume_lies_that_it_has if {
	templates := [{"spec": bound}]
	every claim in [
		of("v1", "PersistentVolumeClaim", {"spec": bound}),
		of("apps/v1", "StatefulSet", {"spec": {"volumeClaimTemplates": templates}}),
	] {
		{fact.region | some fact in stores({"c": placed, "v": volume, "x": claim})} == {{"is": "us-central1"}}
		{fact.region | some fact in stores({"c": placed, "x": claim})} == {{"is": "ap-northeast-3"}}
		kept := stores({"c": placed, "v": nowhere, "x": claim})
		{fact.region | some fact in kept; fact.way == "volume-claim"} == {{"is": "ap-northeast-3"}}
	}
}

bound := {"storageClassName": "a", "volumeName": "pvc-1"}

nowhere := of("v1", "PersistentVolume", {"metadata": {"name": "pvc-1"}})

placed := object.union(class, {"allowedTopologies": [{"matchLabelExpressions": [{
	"key": "topology.ebs.csi.aws.com/zone",
	"values": ["ap-northeast-3a"],
}]}]})

volume := of("v1", "PersistentVolume", {"metadata": {
	"name": "pvc-1",
	"labels": {"topology.kubernetes.io/zone": "us-central1-a"},
}})

test_claim_lies_where_its_class_puts_it if {
	claims := {"spec": {"storageClassName": "a", "volumeClaimTemplates": [{"spec": {"storageClassName": "a"}}]}}

	every found in [
		stores({"c": placed, "x": of("v1", "PersistentVolumeClaim", claims)}),
		stores({"c": placed, "x": of("apps/v1", "StatefulSet", claims)}),
	] {
		{fact.region | some fact in found} == {{"is": "ap-northeast-3"}}
	}
}

regions_of(kept) := {region |
	some fact in stores({"x": kept})
	region := object.get(fact, "region", "none")
}

test_class_alone_keeps_nothing if {
	stores({"c": class}) == set()
	stores({}) == set()
}

test_words_are_in_both_languages if {
	volumes.ways == {
		"persistent-volume": {
			"en": "persistent volume",
			"ja": "永続ボリューム",
		},
		"volume-claim": {
			"en": "claim for a persistent volume",
			"ja": "永続ボリューム要求",
		},
	}
}

test_what_is_read_is_told if {
	count(volumes.reads) == 4
	volumes.reads["/PersistentVolume"] == [
		"metadata.labels.failure-domain.beta.kubernetes.io/region",
		"metadata.labels.failure-domain.beta.kubernetes.io/zone",
		"metadata.labels.topology.disk.csi.azure.com/zone",
		"metadata.labels.topology.ebs.csi.aws.com/zone",
		"metadata.labels.topology.gke.io/zone",
		"metadata.labels.topology.kubernetes.io/region",
		"metadata.labels.topology.kubernetes.io/zone",
		"spec.nodeAffinity.required.nodeSelectorTerms.matchExpressions.key",
		"spec.nodeAffinity.required.nodeSelectorTerms.matchExpressions.operator",
		"spec.nodeAffinity.required.nodeSelectorTerms.matchExpressions.values",
		"spec.csi.driver",
	]
	volumes.reads["/PersistentVolumeClaim"] == [
		"metadata.annotations.volume.beta.kubernetes.io/storage-class",
		"spec.storageClassName",
		"spec.volumeName",
	]
	volumes.reads["apps/StatefulSet"] == [
		"spec.volumeClaimTemplates.metadata.annotations.volume.beta.kubernetes.io/storage-class",
		"spec.volumeClaimTemplates.spec.storageClassName",
		"spec.volumeClaimTemplates.spec.volumeName",
	]
	volumes.reads["storage.k8s.io/StorageClass"] == [
		"allowedTopologies.matchLabelExpressions.key",
		"allowedTopologies.matchLabelExpressions.values",
		"metadata.annotations.storageclass.beta.kubernetes.io/is-default-class",
		"metadata.annotations.storageclass.kubernetes.io/is-default-class",
		"parameters.encrypted",
		"provisioner",
	]
}
