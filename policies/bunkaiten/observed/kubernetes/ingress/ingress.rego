# METADATA
# title: Ingresses
# description: >-
#   What each rule of an Ingress lets in, and with which encryption: nginx, Traefik, Google and
#   controllers that nothing more is known of. Ingresses of the AWS controller are elsewhere.
package bunkaiten.observed.kubernetes.ingress

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.ingress_class
import data.bunkaiten.observed.kubernetes.ingress_classes
import data.bunkaiten.observed.kubernetes.ingress_tls
import data.bunkaiten.observed.kubernetes.network_ends
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"ingress": {"en": "Ingress", "ja": "Ingress"},
	"ingress-source": {"en": "network that an Ingress lets in", "ja": "Ingress が通す接続元"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"/ConfigMap": ["data.ssl-protocols", "data.ssl-redirect"],
	"extensions/Ingress": _paths,
	"networking.k8s.io/Ingress": _paths,
	"networking.k8s.io/IngressClass": ingress_classes.paths,
}

# METADATA
# description: Each rule listens for its host; a default backend and a rule without host for every host.
endpoints contains found if {
	some ingress in _ingresses
	some site in _sites(ingress)
	some heard in ingress_tls.heard(ingress, site.host, _encrypted, _settings)
	attributes := object.union({"audience": _audience(ingress), "hosts": _hosts(site.host)}, heard)
	found := fact.on(ingress, site.path, "ingress", written.present(attributes))
}

# METADATA
# description: The networks that nginx alone lets in.
peers contains found if {
	some ingress in _ingresses
	some name in _ranges
	some part in written.parts(written.annotation(ingress, name))
	found := fact.on(ingress, ["metadata", "annotations", name], "ingress-source", {
		"who": network_ends.who(part),
		"direction": "in",
	})
}

_paths := sort(ingress_tls.paths | {
	"metadata.annotations.appgw.ingress.kubernetes.io/use-private-ip",
	"metadata.annotations.kubernetes.io/ingress.class",
	"metadata.annotations.nginx.ingress.kubernetes.io/allowlist-source-range",
	"metadata.annotations.nginx.ingress.kubernetes.io/whitelist-source-range",
	"spec.backend",
	"spec.defaultBackend",
	"spec.ingressClassName",
	"spec.rules.host",
	"spec.tls.hosts",
})

_ranges := [
	"nginx.ingress.kubernetes.io/allowlist-source-range",
	"nginx.ingress.kubernetes.io/whitelist-source-range",
]

_ingresses := {key: ingress |
	some key, ingress in ingress_classes.all
	ingress_class.controller(ingress) != "alb"
}

# what nginx encrypts, it encrypts for all Ingresses of the same class and host (createServers)
_encrypted := {[ingress_class.named(ingress), host] |
	some ingress in _ingresses
	ingress_class.controller(ingress) == "nginx"
	count(written.list(ingress.values, ["spec", "tls"])) > 0
	some site in _sites(ingress)
	host := site.host
	host != ""
}

# the settings of nginx itself, where its ConfigMap is given
_settings := [settings |
	some map in manifest.given["/ConfigMap"]
	settings := written.table(map.values, ["data"])
	some name in ["ssl-protocols", "ssl-redirect"]
	settings[name]
]

_sites(ingress) := {site |
	some index, rule in written.items(ingress.values, ["spec", "rules"])
	site := {"host": lower(written.text(rule, ["host"])), "path": ["spec", "rules", index]}
} | {{"host": "", "path": ["spec", name]} |
	some name in ["backend", "defaultBackend"]
	written.table(ingress.values, ["spec", name]) != {}
}

_hosts(host) := [host] if {
	host != ""
} else := []

_audience(ingress) := {"is": "inside"} if {
	ranges := {part |
		some name in _ranges
		some part in written.parts(written.annotation(ingress, name))
	}
	count(ranges) > 0
	every part in ranges {
		written.is_private(split(part, "/")[0])
	}
} else := ingress_class.audience(ingress)
