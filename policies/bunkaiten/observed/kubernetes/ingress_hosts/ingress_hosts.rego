# METADATA
# title: Hosts that Ingresses encrypt
# description: Whether the TLS of an Ingress is for one of its hosts. Pure functions.
package bunkaiten.observed.kubernetes.ingress_hosts

import data.bunkaiten.observed.kubernetes.ingress_class
import data.bunkaiten.observed.written

# METADATA
# description: The annotations that are read.
switches := object.keys(_switches)

# METADATA
# description: >-
#   "tls", "none", or "open" where a placeholder could be the host. `encrypted` are the pairs of
#   class and host that nginx encrypts because of some Ingress.
state(ingress, host, encrypted) := "tls" if {
	[ingress_class.named(ingress), host] in encrypted
} else := "tls" if {
	some covered in _covered(ingress)
	covered in {"*", host, regex.replace(host, `^[^.]+\.`, "*.")}
} else := "open" if {
	_is_open(ingress, host)
} else := "none"

# an entry without hosts is for every host of the Ingress (reference of networking.k8s.io/v1)
_covered(ingress) := ({lower(host) |
	some entry in written.items(ingress.values, ["spec", "tls"])
	some host in written.texts(entry, ["hosts"])
} | {"*" |
	some entry in written.items(ingress.values, ["spec", "tls"])
	object.get(entry, "hosts", null) in [null, []]
}) | {"*" |
	some name, word in _switches
	regex.match(word, written.annotation(ingress, name))
}

# annotations that bring TLS for all hosts
_switches := {
	"ingress.gcp.kubernetes.io/pre-shared-cert": ".",
	"networking.gke.io/managed-certificates": ".",
	"traefik.ingress.kubernetes.io/router.tls": "^true$",
}

_is_open(ingress, _) if written.is_open(written.text(ingress.values, ["spec", "tls"]))

_is_open(ingress, _) if {
	some entry in written.items(ingress.values, ["spec", "tls"])
	written.is_open(json.marshal(object.get(entry, "hosts", null)))
}

_is_open(ingress, host) if {
	written.is_open(host)
	count(written.list(ingress.values, ["spec", "tls"])) > 0
}
