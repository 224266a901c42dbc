package bunkaiten_test.observed.kubernetes.workloads

import data.bunkaiten.observed.kubernetes.workloads

pod(spec) := {"x": {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p", "namespace": "n"}, "spec": spec}}

container(content) := pod({"containers": [content]})

shown(objects) := facts if {
	facts := {
		"accesses": workloads.accesses,
		"endpoints": workloads.endpoints,
		"stores": workloads.stores,
	} with input as {"kubernetes": objects}
}

# way, place and what is known of each fact
told(facts) := {[found.way, concat(".", [sprintf("%v", [step]) | some step in array.slice(found.steps, 3, 99)]), rest] |
	some found in facts
	rest := object.remove(found, ["way", "thing", "key", "steps"])
}

accesses(objects) := told(shown(objects).accesses)

endpoints(objects) := told(shown(objects).endpoints)

stores(objects) := told(shown(objects).stores)

nothing := {"accesses": set(), "endpoints": set(), "stores": set()}

test_fact_is_told_whole if {
	shown(pod({"hostNetwork": true})).endpoints == {{
		"way": "host-network",
		"thing": "kubernetes:n/Pod/p",
		"key": "x",
		"steps": ["kubernetes", "x", "spec", "hostNetwork"],
		"audience": {"is": "inside"},
	}}
}

test_place_is_that_in_the_kind if {
	job := {"template": {"spec": {"containers": [{"securityContext": {"privileged": true}}], "hostNetwork": true}}}
	found := shown({"x": {
		"apiVersion": "batch/v1",
		"kind": "CronJob",
		"metadata": {"name": "c"},
		"spec": {"jobTemplate": {"spec": job}},
	}})
	before := ["kubernetes", "x", "spec", "jobTemplate", "spec", "template", "spec"]
	{fact.steps | some fact in found.endpoints} == {array.concat(before, ["hostNetwork"])}
	{fact.steps | some fact in found.accesses} == {array.concat(
		before,
		["containers", 0, "securityContext", "privileged"],
	)}
}

test_ordinary_pod_is_no_fact if {
	shown({}) == nothing
	shown(pod(null)) == nothing
	shown(pod({
		"hostNetwork": false,
		"containers": [{
			"image": "nginx:1.27",
			"ports": [{"containerPort": 443}, {"containerPort": 80, "hostPort": 0}],
			"securityContext": {"privileged": false},
		}],
		"volumes": [{"name": "a", "emptyDir": {}}],
	})) == nothing
}

test_ports_of_a_pod_in_the_network_of_its_node if {
	ports := [{"containerPort": 9100, "name": "http-metrics"}, {"containerPort": 6443, "hostPort": 6443}, "x", {}]
	endpoints(pod({"hostNetwork": true, "containers": [{"ports": ports}]})) == {
		["host-network", "hostNetwork", {"audience": {"is": "inside"}}],
		["host-network", "containers.0.ports.0", {
			"audience": {"is": "inside"},
			"port": {"is": 9100},
			"encrypted": {"is": "none"},
		}],
		["host-network", "containers.0.ports.1", {
			"audience": {"is": "inside"},
			"port": {"is": 6443},
			"encrypted": {"is": "passthrough"},
		}],
		["host-network", "containers.0.ports.3", {"audience": {"is": "inside"}, "encrypted": {"is": "passthrough"}}],
	}
}

test_ports_of_the_node if {
	ports := [{"containerPort": 80, "hostPort": 8443}, {"containerPort": 53, "hostPort": "${DNS}", "protocol": "UDP"}]
	endpoints(container({"ports": ports})) == {
		["host-port", "containers.0.ports.0", {
			"audience": {"is": "inside"},
			"port": {"is": 8443},
			"encrypted": {"is": "none"},
		}],
		["host-port", "containers.0.ports.1", {
			"audience": {"is": "inside"},
			"port": {"unknown": true},
			"encrypted": {"is": "passthrough"},
		}],
	}
}

test_login_is_told_by_the_port if {
	accesses(container({"image": "aoba/tool", "ports": [{"containerPort": 22}, {"containerPort": 443}]})) == {[
		"container-ssh", "containers.0.ports.0",
		{"ports": {"is": [22, 22]}},
	]}
	accesses(pod({"initContainers": [{"ports": [{"containerPort": 1194}, {"containerPort": 3389}]}]})) == {
		["container-vpn", "initContainers.0.ports.0", {"ports": {"is": [1194, 1194]}}],
		["container-remote-desktop", "initContainers.0.ports.1", {"ports": {"is": [3389, 3389]}}],
	}
}

test_login_is_told_by_the_name_of_a_port if {
	accesses(container({"image": "aoba/tool", "ports": [{"containerPort": 2222, "name": "ssh"}]})) == {[
		"container-ssh", "containers.0.ports.0",
		{"ports": {"is": [2222, 2222]}},
	]}
	accesses(container({"image": "aoba/tool", "ports": [{"containerPort": "${PORT}", "name": "sftp"}]})) == {[
		"container-ssh", "containers.0.ports.0",
		{"ports": {"unknown": true}},
	]}
	accesses(container({"image": "aoba/tool", "ports": [{"name": "wireguard"}]})) == {[
		"container-vpn", "containers.0.ports.0",
		{"ports": {"unknown": true}},
	]}
}

test_container_that_somebody_added_is_one if {
	added := {"image": "linuxserver/openssh-server", "securityContext": {"privileged": true}}
	accesses(pod({"containers": [{"image": "nginx"}], "ephemeralContainers": [added]})) == {
		["container-ssh", "ephemeralContainers.0.image", {}],
		["privileged-container", "ephemeralContainers.0.securityContext.privileged", {"rights": {"is": ["admin"]}}],
	}
}

test_login_is_told_by_the_image_where_no_port_tells_it if {
	accesses(container({"image": "linuxserver/openssh-server", "ports": [{"containerPort": 2222}]})) == {[
		"container-ssh",
		"containers.0.image", {},
	]}
	accesses(container({"image": "linuxserver/openssh-server", "ports": [{"containerPort": 22}]})) == {[
		"container-ssh", "containers.0.ports.0",
		{"ports": {"is": [22, 22]}},
	]}
	accesses(container({"image": "linuxserver/wireguard", "ports": [{"containerPort": 22}]})) == {
		["container-vpn", "containers.0.image", {}],
		["container-ssh", "containers.0.ports.0", {"ports": {"is": [22, 22]}}],
	}
}

test_whom_a_tunnel_lets_in_nobody_can_tell if {
	accesses(container({"image": "cloudflare/cloudflared:2024.1.1"})) == {[
		"container-tunnel",
		"containers.0.image", {"audience": {"unknown": true}},
	]}
}

test_privileged_container_may_do_everything if {
	place := "securityContext.privileged"
	accesses(container({"securityContext": {"privileged": true}})) == {[
		"privileged-container", concat(".", ["containers.0", place]),
		{"rights": {"is": ["admin"]}},
	]}
	accesses(pod({"initContainers": [{"securityContext": {"privileged": true}}]})) == {[
		"privileged-container", concat(".", ["initContainers.0", place]),
		{"rights": {"is": ["admin"]}},
	]}
	accesses(container({"securityContext": {"allowPrivilegeEscalation": true}})) == set()
	accesses(pod({"securityContext": {"privileged": true}, "containers": [{}]})) == set()
}

test_folder_of_a_node_is_a_store_where_it_is_written_to if {
	every case in [
		[{"path": "/srv/dicom"}, {"name": "a"}, true],
		[{"path": "/srv/dicom", "type": "DirectoryOrCreate"}, {"name": "a", "readOnly": false}, true],
		[{"path": "/srv/dicom", "type": "Directory"}, {"name": "a"}, true],
		[{"path": "/srv/f", "type": "File"}, {"name": "a"}, true],
		[{"path": "/srv/f", "type": "FileOrCreate"}, {"name": "a"}, true],
		[{"path": "/srv/dicom"}, {"name": "a", "readOnly": true}, false],
		[{"path": "/srv/dicom"}, {"name": "b"}, false],
		[{"path": "/var/run/docker.sock", "type": "Socket"}, {"name": "a"}, false],
		[{"path": "/dev/fuse", "type": "CharDevice"}, {"name": "a"}, false],
		["/srv/dicom", {"name": "a"}, false],
	] {
		spec := {
			"containers": [{"volumeMounts": [case[1]]}],
			"volumes": [{"name": "z", "emptyDir": {}}, {"name": "a", "hostPath": case[0]}],
		}
		stores(pod(spec)) == {["host-path", "volumes.1.hostPath", {}] | case[2]}
	}
}

test_words_are_in_both_languages if {
	workloads.ways == {
		"container-remote-desktop": {
			"en": "remote desktop server in a container",
			"ja": "コンテナ内のリモートデスクトップサーバー",
		},
		"container-ssh": {
			"en": "SSH server in a container",
			"ja": "コンテナ内の SSH サーバー",
		},
		"container-tunnel": {
			"en": "container that lets others in through a network of its own",
			"ja": "独自の経路で外部からの接続を受け入れるコンテナ",
		},
		"container-vpn": {
			"en": "VPN server in a container",
			"ja": "コンテナ内の VPN サーバー",
		},
		"host-network": {
			"en": "pod in the network of its node",
			"ja": "ノードのネットワークで動く Pod",
		},
		"host-path": {
			"en": "folder of a node",
			"ja": "ノードのフォルダー",
		},
		"host-port": {
			"en": "port of the nodes for a container",
			"ja": "コンテナに割り当てたノードのポート",
		},
		"privileged-container": {
			"en": "privileged container",
			"ja": "特権コンテナ",
		},
	}
}

test_what_is_read_is_told if {
	count(workloads.reads) == 13
	workloads.reads["/Pod"] == [
		"spec.hostNetwork",
		"spec.volumes.hostPath.type",
		"spec.volumes.name",
		"spec.containers.image",
		"spec.containers.ports.containerPort",
		"spec.containers.ports.hostPort",
		"spec.containers.ports.name",
		"spec.containers.ports.protocol",
		"spec.containers.securityContext.privileged",
		"spec.containers.volumeMounts.name",
		"spec.containers.volumeMounts.readOnly",
		"spec.ephemeralContainers.image",
		"spec.ephemeralContainers.ports.containerPort",
		"spec.ephemeralContainers.ports.hostPort",
		"spec.ephemeralContainers.ports.name",
		"spec.ephemeralContainers.ports.protocol",
		"spec.ephemeralContainers.securityContext.privileged",
		"spec.ephemeralContainers.volumeMounts.name",
		"spec.ephemeralContainers.volumeMounts.readOnly",
		"spec.initContainers.image",
		"spec.initContainers.ports.containerPort",
		"spec.initContainers.ports.hostPort",
		"spec.initContainers.ports.name",
		"spec.initContainers.ports.protocol",
		"spec.initContainers.securityContext.privileged",
		"spec.initContainers.volumeMounts.name",
		"spec.initContainers.volumeMounts.readOnly",
	]
}
