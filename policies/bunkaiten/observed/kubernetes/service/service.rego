# METADATA
# title: Services
# description: What Services open to the outside of the cluster, and where they lead out of it.
package bunkaiten.observed.kubernetes.service

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.load_balancer
import data.bunkaiten.observed.kubernetes.network_ends
import data.bunkaiten.observed.kubernetes.service_ports
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.terraform.aws.tls_policies
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"external-name": {"en": "name outside the cluster", "ja": "クラスターの外の名前"},
	"service-external-ip": {"en": "external address of a Service", "ja": "Service の外部アドレス"},
	"service-load-balancer": {"en": "load balancer of a Service", "ja": "Service のロードバランサー"},
	"service-node-port": {"en": "port of the nodes", "ja": "ノードのポート"},
	"service-source": {"en": "network that a Service lets in", "ja": "Service が通す接続元"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"/Service": sort((((load_balancer.paths | load_balancer.service_paths) | service_ports.paths) | {
	"spec.externalIPs",
	"spec.externalName",
	"spec.type",
}))}

# METADATA
# description: A load balancer listens on each port of its Service.
endpoints contains found if {
	some service in _of_type.LoadBalancer
	some index, port in written.items(service.values, ["spec", "ports"])
	attributes := object.union(
		{"audience": load_balancer.of_service(service), "port": written.number(port, ["port"])},
		service_ports.heard(service, port, _policies),
	)
	path := ["spec", "ports", index]
	found := fact.on(service, path, "service-load-balancer", written.present(attributes))
}

# every node listens; which number, the cluster chooses where none is written
endpoints contains found if {
	some service in _of_type.NodePort
	some index, port in written.items(service.values, ["spec", "ports"])
	attributes := {
		"audience": {"is": "inside"},
		"port": written.number(port, ["nodePort"]),
		"encrypted": service_ports.encrypted(port),
	}
	path := ["spec", "ports", index]
	found := fact.on(service, path, "service-node-port", written.present(attributes))
}

# a Service of any type but ExternalName may have external addresses
endpoints contains found if {
	some service in manifest.given["/Service"]
	some address in written.texts(service.values, ["spec", "externalIPs"])
	some port in written.items(service.values, ["spec", "ports"])
	attributes := {
		"audience": _reach(address),
		"port": written.number(port, ["port"]),
		"encrypted": service_ports.encrypted(port),
	}
	found := fact.on(service, ["spec", "externalIPs"], "service-external-ip", written.present(attributes))
}

# METADATA
# description: Where an ExternalName leads, unless that is in the cluster again.
peers contains found if {
	some service in _of_type.ExternalName
	host := written.text(service.values, ["spec", "externalName"])
	host != ""
	not network_ends.is_in_cluster(host)
	found := fact.on(service, ["spec", "externalName"], "external-name", {
		"who": network_ends.who(host),
		"direction": "out",
	})
}

# METADATA
# description: The networks that a load balancer alone lets in.
peers contains found if {
	some service in _of_type.LoadBalancer
	some [path, range] in load_balancer.ranges(service)
	found := fact.on(service, path, "service-source", {"who": _network(range), "direction": "in"})
}

# where nobody says whom, it lets everybody in:
# https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/
peers contains found if {
	some service in _of_type.LoadBalancer
	load_balancer.ranges(service) == set()
	some who in _everybody(load_balancer.of_service(service))
	found := fact.on(service, ["spec", "type"], "service-source", {"who": who, "direction": "in"})
}

_of_type[type][key] := service if {
	some key, service in manifest.given["/Service"]
	type := written.text(service.values, ["spec", "type"])
}

_everybody(audience) := set() if {
	audience.is == "inside"
} else := {{"unknown": true}} if {
	audience.unknown
} else := {{"is": {"by": "anybody", "name": "0.0.0.0/0"}}}

_reach(address) := {"is": "inside"} if {
	written.is_private(address)
} else := {"unknown": true} if {
	written.is_open(address)
} else := {"is": "anybody"}

_network(range) := {"unknown": true} if {
	written.is_open(range)
} else := {"is": fact.network(range)}

_policies := object.union(tls_policies.classic_load_balancer, tls_policies.load_balancer)
