# METADATA
# title: Workloads
# description: >-
#   What pods open on the nodes, the servers in them that let somebody log in, containers that may
#   do all that their node may, and what they keep on the disks of nodes. What is in a container's
#   environment is not read.
package bunkaiten.observed.kubernetes.workloads

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.container_servers
import data.bunkaiten.observed.kubernetes.service_ports
import data.bunkaiten.observed.kubernetes.workload_pods
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"container-remote-desktop": {
		"en": "remote desktop server in a container",
		"ja": "コンテナ内のリモートデスクトップサーバー",
	},
	"container-ssh": {"en": "SSH server in a container", "ja": "コンテナ内の SSH サーバー"},
	"container-tunnel": {
		"en": "container that lets others in through a network of its own",
		"ja": "独自の経路で外部からの接続を受け入れるコンテナ",
	},
	"container-vpn": {"en": "VPN server in a container", "ja": "コンテナ内の VPN サーバー"},
	"host-network": {"en": "pod in the network of its node", "ja": "ノードのネットワークで動く Pod"},
	"host-path": {"en": "folder of a node", "ja": "ノードのフォルダー"},
	"host-port": {"en": "port of the nodes for a container", "ja": "コンテナに割り当てたノードのポート"},
	"privileged-container": {"en": "privileged container", "ja": "特権コンテナ"},
}

# METADATA
# description: Attributes that are read, by type.
reads := workload_pods.reads(array.concat(["hostNetwork", "volumes.hostPath.type", "volumes.name"], [path |
	some list in workload_pods.lists
	some attribute in [
		"image", "ports.containerPort", "ports.hostPort", "ports.name", "ports.protocol",
		"securityContext.privileged", "volumeMounts.name", "volumeMounts.readOnly",
	]
	path := concat(".", [list, attribute])
]))

# METADATA
# description: Ports on the nodes. A pod in the network of its node may listen on any, written or not.
endpoints contains found if {
	some _, pod in workload_pods.all
	_is_on_node(pod)
	path := array.concat(pod.path, ["hostNetwork"])
	found := fact.on(pod.of, path, "host-network", {"audience": {"is": "inside"}})
}

endpoints contains found if {
	some _, pod in workload_pods.all
	some [path, container] in workload_pods.containers(pod)
	some index, port in written.items(container, ["ports"])
	some way, number in _on_node(pod, port)
	attributes := written.present({
		"audience": {"is": "inside"},
		"port": number,
		"encrypted": service_ports.encrypted(object.union(port, {"port": container_servers.number(port)})),
	})
	found := fact.on(pod.of, array.concat(path, ["ports", index]), way, attributes)
}

# METADATA
# description: Servers for logging in, by port or its name, and by image where no port tells it already.
accesses contains found if {
	some _, pod in workload_pods.all
	some [path, container] in workload_pods.containers(pod)
	some [index, ports, way] in _logins(container)
	found := fact.on(pod.of, array.concat(path, ["ports", index]), way, {"ports": ports})
}

accesses contains found if {
	some _, pod in workload_pods.all
	some [path, container] in workload_pods.containers(pod)
	way := container_servers.by_image(written.text(container, ["image"]))
	way != ""
	told := {known | some [_, _, known] in _logins(container)}
	not way in told
	found := fact.on(pod.of, array.concat(path, ["image"]), way, object.get(_open, way, {}))
}

# whom it lets in stands where it connects to, and in no manifest
_open := {"container-tunnel": {"audience": {"unknown": true}}}

# what it does there, nobody records of itself
accesses contains found if {
	some _, pod in workload_pods.all
	some [path, container] in workload_pods.containers(pod)
	written.text(container, ["securityContext", "privileged"]) == "true"
	place := array.concat(path, ["securityContext", "privileged"])
	found := fact.on(pod.of, place, "privileged-container", {"rights": {"is": ["admin"]}})
}

# METADATA
# description: Folders of nodes that a container writes to. Sockets, devices and what is only read keep nothing.
stores contains found if {
	some _, pod in workload_pods.all
	some index, volume in written.items(pod.spec, ["volumes"])
	written.text(volume, ["hostPath", "type"]) in {"", "Directory", "DirectoryOrCreate", "File", "FileOrCreate"}
	is_object(volume.hostPath)
	written.text(volume, ["name"]) in _written_to(pod)
	found := fact.on(pod.of, array.concat(pod.path, ["volumes", index, "hostPath"]), "host-path", {})
}

_is_on_node(pod) if written.text(pod.spec, ["hostNetwork"]) == "true"

_on_node(pod, port) := {"host-network": written.number(port, ["containerPort"])} if {
	_is_on_node(pod)
} else := {"host-port": number} if {
	written.text(port, ["hostPort"]) != "0"
	number := written.number(port, ["hostPort"])
	number != {}
}

_logins(container) := {[index, _range(written.number(port, ["containerPort"])), way] |
	some index, port in written.items(container, ["ports"])
	way := container_servers.by_port(port)
	way != ""
}

_range(number) := {"is": [number.is, number.is]} if {
	number.is
} else := {"unknown": true}

_written_to(pod) := {name |
	some [_, container] in workload_pods.containers(pod)
	some mount in written.items(container, ["volumeMounts"])
	written.text(mount, ["readOnly"]) != "true"
	name := written.text(mount, ["name"])
}
