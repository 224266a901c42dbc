# METADATA
# title: Encryption of Ingresses
# description: >-
#   What an Ingress listens with for a host, by controller. Pure functions.
package bunkaiten.observed.kubernetes.ingress_tls

import data.bunkaiten.observed.kubernetes.ingress_class
import data.bunkaiten.observed.kubernetes.ingress_hosts
import data.bunkaiten.observed.kubernetes.ingress_versions
import data.bunkaiten.observed.written

# METADATA
# description: Attributes of an Ingress that are read here.
paths := {concat(".", ["metadata.annotations", name]) | some name in _names}

# METADATA
# description: >-
#   What is listened with for a host: a set of attributes. `encrypted` are the pairs of class and
#   host that nginx encrypts because of some Ingress; `settings` are the ConfigMaps of nginx.
heard(ingress, host, encrypted, settings) := {{"encrypted": {"is": "passthrough"}, "port": {"is": 443}}} | plain if {
	_is_true(ingress, "ssl-passthrough")
	plain := _plain_beside_passthrough(ingress, ingress_hosts.state(ingress, host, encrypted), settings)
} else := {_ended(ingress, settings)} | _plain(ingress, host, settings) if {
	ingress_hosts.state(ingress, host, encrypted) == "tls"
} else := {{"encrypted": {"unknown": true}}} if {
	ingress_hosts.state(ingress, host, encrypted) == "open"
} else := {_ended(ingress, settings)} if {
	# nginx answers HTTPS on every host, with its own certificate if there is no other
	_is_true(ingress, "force-ssl-redirect")
} else := {_unencrypted}

_names := ingress_hosts.switches | {
	"kubernetes.io/ingress.allow-http",
	"networking.gke.io/v1beta1.FrontendConfig",
	"nginx.ingress.kubernetes.io/auth-tls-secret",
	"nginx.ingress.kubernetes.io/auth-tls-verify-client",
	"nginx.ingress.kubernetes.io/backend-protocol",
	"nginx.ingress.kubernetes.io/force-ssl-redirect",
	"nginx.ingress.kubernetes.io/server-snippet",
	"nginx.ingress.kubernetes.io/ssl-passthrough",
	"nginx.ingress.kubernetes.io/ssl-redirect",
	"traefik.ingress.kubernetes.io/router.entrypoints",
	"traefik.ingress.kubernetes.io/router.tls.options",
}

_unencrypted := {"encrypted": {"is": "none"}, "port": {"is": 80}}

_ended(ingress, settings) := {
	"encrypted": _identified(ingress),
	"port": {"is": 443},
	"weakest": ingress_versions.weakest(ingress, settings),
}

# auth-tls-verify-client is "on" where only the secret is written
_identified(ingress) := {"is": "tls"} if {
	written.annotation(ingress, "nginx.ingress.kubernetes.io/auth-tls-secret") == ""
} else := {"is": "mutual-tls"} if {
	written.annotation(ingress, "nginx.ingress.kubernetes.io/auth-tls-verify-client") in {"", "on"}
} else := {"unknown": true} if {
	written.is_open(written.annotation(ingress, "nginx.ingress.kubernetes.io/auth-tls-verify-client"))
} else := {"is": "tls"}

# what is accepted in clear text beside TLS
_plain(ingress, host, settings) := {_unencrypted} if {
	ingress_class.controller(ingress) == "nginx"
	not _is_redirected(ingress, host, settings)
} else := {{"encrypted": {"unknown": true}, "port": {"is": 80}}} if {
	written.annotation(ingress, "networking.gke.io/v1beta1.FrontendConfig") != ""
} else := {_unencrypted} if {
	# Google's listens on both ports unless told otherwise
	ingress_class.controller(ingress) == "gce"
	lower(written.annotation(ingress, "kubernetes.io/ingress.allow-http")) != "false"
} else := {_unencrypted} if {
	# a router without TLS answers on each of its entry points; spec.tls only brings certificates
	ingress_class.controller(ingress) == "traefik"
	written.annotation(ingress, "traefik.ingress.kubernetes.io/router.tls") != "true"
	written.annotation(ingress, "traefik.ingress.kubernetes.io/router.entrypoints") != "websecure"
} else := set()

_plain_beside_passthrough(ingress, "tls", settings) := _plain(ingress, "any", settings)

# without a certificate nginx does not redirect, and hands clear text on to a backend behind TLS
_plain_beside_passthrough(ingress, state, _) := plain if {
	state != "tls"
	plain := {_unencrypted |
		not _is_true(ingress, "force-ssl-redirect")
		written.annotation(ingress, "nginx.ingress.kubernetes.io/backend-protocol") in {"GRPCS", "HTTPS"}
	}
}

# on by default; a request for no host of a certificate is not redirected (certificate.lua)
_is_redirected(ingress, _, _) if _is_true(ingress, "force-ssl-redirect")

_is_redirected(ingress, host, settings) if {
	host != ""
	not _is_switched_off(ingress, settings)
}

_is_switched_off(ingress, _) if {
	lower(written.annotation(ingress, "nginx.ingress.kubernetes.io/ssl-redirect")) == "false"
}

_is_switched_off(ingress, settings) if {
	written.annotation(ingress, "nginx.ingress.kubernetes.io/ssl-redirect") == ""
	some one in settings
	lower(written.text(one, ["ssl-redirect"])) == "false"
}

_is_true(ingress, name) if {
	annotation := concat("/", ["nginx.ingress.kubernetes.io", name])
	lower(written.annotation(ingress, annotation)) == "true"
}
