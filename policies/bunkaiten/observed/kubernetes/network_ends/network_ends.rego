# METADATA
# title: Ends of network rules
# description: >-
#   Who and which ports a rule of a network policy, or the address of a server, means. Pure
#   functions.
package bunkaiten.observed.kubernetes.network_ends

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.written

# METADATA
# description: >-
#   Whoever has an address, a network or a host name, as an attribute. {"unknown": true} for a
#   placeholder.
who(name) := {"unknown": true} if {
	written.is_open(name)
} else := {"is": fact.network(name)} if {
	contains(name, "/")
} else := {"is": fact.network(concat("", [name, "/32"]))} if {
	regex.match(`^[0-9]{1,3}(\.[0-9]{1,3}){3}$`, name)
} else := {"is": fact.network(concat("", [trim(name, "[]"), "/128"]))} if {
	contains(name, ":")
} else := {"is": fact.host(trim_suffix(name, "."))}

# METADATA
# description: >-
#   The name is that of a service or a pod of the cluster: "a.n.svc" with the domain of the cluster.
#   Domains that anybody can have on the internet are none.
is_in_cluster(name) if {
	regex.match(`^([a-z0-9_-]+\.)+(svc(\.([a-z0-9-]+\.)*(local|internal))?|cluster\.local)\.?$`, lower(name))
}

# METADATA
# description: >-
#   The ports that `port` and `endPort` mean, as an attribute: {} for all of them ("0" too, as Cilium
#   writes it), {"unknown": true} for a name, which only the pods on the other side explain.
ports(item) := {} if {
	written.text(item, ["port"]) in {"", "0"}
} else := {"unknown": true} if {
	written.is_open(written.text(item, ["endPort"]))
} else := {"is": [first, last]} if {
	first := written.number(item, ["port"]).is
	last := object.get(written.number(item, ["endPort"]), "is", first)
} else := {"unknown": true}
