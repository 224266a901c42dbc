# METADATA
# title: Servers of volumes
# description: >-
#   File servers that persistent volumes, storage classes and volumes of pods name, by NFS, SMB,
#   iSCSI or Ceph.
package bunkaiten.observed.kubernetes.volume_servers

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.network_ends
import data.bunkaiten.observed.kubernetes.workload_pods
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"volume-server": {"en": "volume kept on a server", "ja": "サーバーに置くボリューム"}}

# METADATA
# description: Attributes that are read, by type.
reads := object.union(workload_pods.reads([concat(".", array.concat(["volumes"], path)) | some path in _paths]), {
	"/PersistentVolume": [concat(".", array.concat(["spec"], path)) | some path in _paths],
	"storage.k8s.io/StorageClass": [concat(".", path) | some path in _parameters],
})

# METADATA
# description: A server is spoken to by the nodes.
peers contains found if {
	some volume in manifest.given["/PersistentVolume"]
	some [path, server] in _servers(written.table(volume.values, ["spec"]), _paths)
	found := _to(volume, array.concat(["spec"], path), server)
}

peers contains found if {
	some class in manifest.given["storage.k8s.io/StorageClass"]
	some [path, server] in _servers(class.values, _parameters)
	found := _to(class, path, server)
}

peers contains found if {
	some _, pod in workload_pods.all
	some index, volume in written.items(pod.spec, ["volumes"])
	some [path, server] in _servers(volume, _paths)
	found := _to(pod.of, array.concat(array.concat(pod.path, ["volumes", index]), path), server)
}

# METADATA
# description: Whoever runs the server can get at what is kept there.
stores contains found if {
	some peer in peers
	found := object.remove(peer, ["direction"])
}

# server and source are attributes of the drivers nfs.csi.k8s.io, smb.csi.k8s.io and file.csi.azure.com
_paths := [
	["cephfs", "monitors"],
	["csi", "volumeAttributes", "server"],
	["csi", "volumeAttributes", "source"],
	["iscsi", "portals"],
	["iscsi", "targetPortal"],
	["nfs", "server"],
	["rbd", "monitors"],
]

_parameters := [["parameters", "server"], ["parameters", "source"]]

_to(thing, path, server) := fact.on(thing, path, "volume-server", {
	"who": network_ends.who(server),
	"direction": "out",
})

# pairs of the path and what stands there, one server or a list of them
_servers(volume, paths) := {[path, server] |
	some path in paths
	server := _server(written.text(volume, path))
	_is_outside(server)
} | {[array.concat(path, [index]), server] |
	some path in paths
	some index, text in written.list(volume, path)
	server := _server(written.text({"text": text}, ["text"]))
	_is_outside(server)
}

_is_outside(server) if {
	server != ""
	not network_ends.is_in_cluster(server)
}

# "//server/share" of SMB, "server:port" of iSCSI and Ceph
_server(text) := regex.replace(address, `^(\[[^\]]*\]|[^:]*):[0-9]+$`, "$1") if {
	# whoever logs in there is nobody's business here
	address := regex.replace(split(trim_left(text, `/\`), "/")[0], `^.*@`, "")
}
