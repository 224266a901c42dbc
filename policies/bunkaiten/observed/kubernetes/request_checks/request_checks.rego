# METADATA
# title: Checks of requests
# description: >-
#   Whom nginx or Traefik asks about each request before it is let in. Cookies, credentials and the
#   address that was called go there.
package bunkaiten.observed.kubernetes.request_checks

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.ingress_mirror
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"request-check": {
	"en": "server that is asked about each request",
	"ja": "リクエストごとに可否を照会する先",
	"on_path": "sender",
}}

# METADATA
# description: Attributes that are read, by type.
reads := {kind: [concat(".", path)] | some kind, path in _paths}

# METADATA
# description: Whoever is asked, unless that is in the cluster, or at the host that was called.
peers contains found if {
	some kind, path in _paths
	some asking in manifest.given[kind]
	target := written.text(asking.values, path)
	target != ""
	not _is_back(target)
	some attributes in ingress_mirror.ends(target)
	found := fact.on(asking, path, "request-check", object.union({"direction": "out"}, attributes))
}

# docs/user-guide/nginx-configuration/annotations.md of ingress-nginx, "External Authentication";
# doc.traefik.io/traefik/middlewares/http/forwardauth
_paths := {
	"extensions/Ingress": _annotation,
	"networking.k8s.io/Ingress": _annotation,
	"traefik.containo.us/Middleware": _address,
	"traefik.io/Middleware": _address,
}

_annotation := ["metadata", "annotations", "nginx.ingress.kubernetes.io/auth-url"]

_address := ["spec", "forwardAuth", "address"]

# variables of nginx
_is_back(target) if {
	regex.match(`^https?://\$(host|http_host|server_name)([:/?$].*)?$`, lower(trim_space(target)))
}
