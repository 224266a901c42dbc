# METADATA
# title: TLS versions of Ingresses
# description: The oldest version that a controller accepts. Pure functions.
package bunkaiten.observed.kubernetes.ingress_versions

import data.bunkaiten.observed.kubernetes.ingress_class
import data.bunkaiten.observed.written

# METADATA
# description: >-
#   {"is": "TLS 1.2"}; {"unknown": true} where something that cannot be read here settles it; {}
#   for a controller that nothing is known of. `settings` are the ConfigMaps of nginx.
weakest(ingress, settings) := {"unknown": true} if {
	contains(written.annotation(ingress, "nginx.ingress.kubernetes.io/server-snippet"), "ssl_protocols")
} else := {"unknown": true} if {
	some name in ["networking.gke.io/v1beta1.FrontendConfig", "traefik.ingress.kubernetes.io/router.tls.options"]
	written.annotation(ingress, name) != ""
} else := {"unknown": true} if {
	ingress_class.controller(ingress) == "nginx"
	some word in _protocols(settings)
	not _words[word]
} else := {"is": oldest} if {
	ingress_class.controller(ingress) == "nginx"
	oldest := min({_words[word] | some word in _protocols(settings)})
} else := {"is": version} if {
	version := _defaults[ingress_class.controller(ingress)]
} else := {}

# nginx: docs/user-guide/tls.md of ingress-nginx, "Default TLS Version and Ciphers"; gce: no SSL
# policy means the profile COMPATIBLE from TLS 1.0 on; traefik: what its TLS library begins with
_defaults := {"gce": "TLS 1.0", "nginx": "TLS 1.2", "traefik": "TLS 1.2"}

_protocols(settings) := {word |
	some one in settings
	some word in split(written.text(one, ["ssl-protocols"]), " ")
	word != ""
}

_words := {
	"SSLv2": "SSL 2.0",
	"SSLv3": "SSL 3.0",
	"TLSv1": "TLS 1.0",
	"TLSv1.0": "TLS 1.0",
	"TLSv1.1": "TLS 1.1",
	"TLSv1.2": "TLS 1.2",
	"TLSv1.3": "TLS 1.3",
}
