# METADATA
# title: Copies of requests
# description: >-
#   Where nginx sends a copy of each request that comes in by an Ingress, whatever becomes of the
#   answer.
package bunkaiten.observed.kubernetes.ingress_mirror

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.network_ends
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"ingress-mirror": {
	"en": "copy of each request to an Ingress",
	"ja": "Ingress に届くリクエストの写し",
	"on_path": "sender",
}}

# METADATA
# description: Attributes that are read, by type.
reads := {kind: [concat(".", ["metadata.annotations", _annotation])] | some kind in _kinds}

# METADATA
# description: Whoever gets the copies, unless that is in the cluster again.
peers contains found if {
	some kind in _kinds
	some ingress in manifest.given[kind]
	target := written.annotation(ingress, _annotation)
	target != ""
	some attributes in ends(target)
	path := ["metadata", "annotations", _annotation]
	found := fact.on(ingress, path, "ingress-mirror", object.union({"direction": "out"}, attributes))
}

# METADATA
# description: >-
#   Whoever is at a URL, and how what goes there is encrypted; nobody where that is in the cluster.
#   A host that a variable of nginx holds, only the request tells.
ends(target) := found if {
	pattern := `^(https?)://(?:[^/?$@]*@)?([^/:?$@\[\]]+|\[[0-9a-fA-F:.]+\])(?:[:/?].*|\$(?:request_)?uri.*)?$`
	[[_, scheme, host]] := regex.find_all_string_submatch_n(pattern, lower(trim_space(target)), 1)
	not written.is_open(host)
	found := {{"who": network_ends.who(host), "encrypted": {"is": _schemes[scheme]}} | not _is_inside(host)}
} else := {{"who": {"unknown": true}}}

# docs/user-guide/nginx-configuration/annotations.md of ingress-nginx, "Mirror"
_annotation := "nginx.ingress.kubernetes.io/mirror-target"

_kinds := ["extensions/Ingress", "networking.k8s.io/Ingress"]

_schemes := {"http": "none", "https": "tls"}

# a name of one word is a service of the namespace
_is_inside(host) if regex.match(`^[a-z0-9-]+$`, host)

_is_inside(host) if network_ends.is_in_cluster(host)
