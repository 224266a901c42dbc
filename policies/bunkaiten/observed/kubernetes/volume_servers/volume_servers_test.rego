package bunkaiten_test.observed.kubernetes.volume_servers

import data.bunkaiten.observed.kubernetes.volume_servers

of(version, kind, content) := object.union(
	{"apiVersion": version, "kind": kind, "metadata": {"name": "a", "namespace": "n"}},
	content,
)

peers(objects) := found if {
	found := volume_servers.peers with input as {"kubernetes": objects}
}

# who is there, and where it stands
told(objects) := {line |
	some found in peers(objects)
	line := concat(" ", [
		object.get(found, ["who", "is", "by"], "?"),
		object.get(found, ["who", "is", "name"], "?"),
		concat(".", [sprintf("%v", [step]) | some step in array.slice(found.steps, 2, 99)]),
	])
}

volume(spec) := told({"x": of("v1", "PersistentVolume", {"spec": spec})})

test_fact_is_told_whole if {
	peers({"x": of("v1", "PersistentVolume", {"spec": {"nfs": {"server": "NAS.kura.example", "path": "/a"}}})}) == {{
		"way": "volume-server",
		"thing": "kubernetes:n/PersistentVolume/a",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "nfs", "server"],
		"who": {"is": {"by": "host", "name": "nas.kura.example"}},
		"direction": "out",
	}}
}

test_whoever_runs_the_server_can_get_at_the_volume if {
	volume_servers.stores == {{
		"way": "volume-server",
		"thing": "kubernetes:n/PersistentVolume/a",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "nfs", "server"],
		"who": {"is": {"by": "host", "name": "nas.kura.example"}},
	}} with input as {"kubernetes": {"x": of("v1", "PersistentVolume", {"spec": {"nfs": {"server": "nas.kura.example"}}})}}
}

test_server_is_named_in_many_ways if {
	volume({"nfs": {"server": "203.0.113.30"}}) == {"network 203.0.113.30/32 spec.nfs.server"}
	volume({"nfs": {"server": "2001:db8::30"}}) == {"network 2001:db8::30/128 spec.nfs.server"}
	volume({"nfs": {"server": "${NAS}"}}) == {"? ? spec.nfs.server"}
	volume({"nfs": {"server": "nfs.storage.svc.kura.example"}}) == {"host nfs.storage.svc.kura.example spec.nfs.server"}
	volume({"iscsi": {"targetPortal": "203.0.113.30:3260", "portals": ["[2001:db8::30]:3260", "san.example"]}}) == {
		"network 203.0.113.30/32 spec.iscsi.targetPortal",
		"network 2001:db8::30/128 spec.iscsi.portals.0",
		"host san.example spec.iscsi.portals.1",
	}
	volume({"cephfs": {"monitors": ["203.0.113.31:6789", null]}, "rbd": {"monitors": ["mon.example:3300"]}}) == {
		"network 203.0.113.31/32 spec.cephfs.monitors.0",
		"host mon.example spec.rbd.monitors.0",
	}
	volume({"csi": {"volumeAttributes": {"source": "//smb.kura.example/archive", "server": "nas.example"}}}) == {
		"host smb.kura.example spec.csi.volumeAttributes.source",
		"host nas.example spec.csi.volumeAttributes.server",
	}
	volume({"csi": {"volumeAttributes": {"source": `\\smb.kura.example/archive`}}}) == {
		"host smb.kura.example spec.csi.volumeAttributes.source",
	}
}

test_credentials_are_not_told if {
	volume({"csi": {"volumeAttributes": {"source": "//aoba:himitsu-canary@smb.kura.example/a"}}}) == {
		"host smb.kura.example spec.csi.volumeAttributes.source",
	}
}

test_volume_without_a_server_has_no_peer if {
	every spec in [
		null,
		{},
		{"hostPath": {"path": "/srv"}},
		{"nfs": {"server": ""}},
		{"nfs": {"server": "nfs.storage.svc.cluster.local"}},
		{"nfs": {"server": "nfs.storage.svc"}},
		{"nfs": "x"},
		{"csi": {"driver": "ebs.csi.aws.com", "volumeHandle": "vol-0a1b"}},
		{"iscsi": {"portals": [{}, ""]}},
	] {
		volume(spec) == set()
	}
}

test_class_names_a_server if {
	told({"x": of("storage.k8s.io/v1", "StorageClass", {"parameters": {
		"server": "nas.example", "source": "//smb.example/a", "share": "/b",
	}})}) == {"host nas.example parameters.server", "host smb.example parameters.source"}
	told({"x": of("storage.k8s.io/v1", "StorageClass", {})}) == set()
}

test_pod_names_a_server if {
	volumes := [{"name": "a", "emptyDir": {}}, {"name": "b", "nfs": {"server": "nas.example"}}]
	told({"x": of("apps/v1", "Deployment", {"spec": {"template": {"spec": {"volumes": volumes}}}})}) == {
		"host nas.example spec.template.spec.volumes.1.nfs.server",
	}
	told({}) == set()
}

test_words_are_in_both_languages if {
	volume_servers.ways == {
		"volume-server": {
			"en": "volume kept on a server",
			"ja": "サーバーに置くボリューム",
		},
	}
}

test_what_is_read_is_told if {
	count(volume_servers.reads) == 15
	volume_servers.reads["/PersistentVolume"] == [
		"spec.cephfs.monitors",
		"spec.csi.volumeAttributes.server",
		"spec.csi.volumeAttributes.source",
		"spec.iscsi.portals",
		"spec.iscsi.targetPortal",
		"spec.nfs.server",
		"spec.rbd.monitors",
	]
	volume_servers.reads["/Pod"] == [
		"spec.volumes.cephfs.monitors",
		"spec.volumes.csi.volumeAttributes.server",
		"spec.volumes.csi.volumeAttributes.source",
		"spec.volumes.iscsi.portals",
		"spec.volumes.iscsi.targetPortal",
		"spec.volumes.nfs.server",
		"spec.volumes.rbd.monitors",
	]
	volume_servers.reads["storage.k8s.io/StorageClass"] == [
		"parameters.server",
		"parameters.source",
	]
}
