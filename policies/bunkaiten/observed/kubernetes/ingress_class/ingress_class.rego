# METADATA
# title: Controllers of Ingresses
# description: >-
#   Which controller an Ingress is for, as far as it says itself, and for whom that one listens.
#   Pure functions.
package bunkaiten.observed.kubernetes.ingress_class

import data.bunkaiten.observed.written

# METADATA
# description: >-
#   The class of an Ingress, else the one that takes what names none, or "" where nothing tells.
named(ingress) := class if {
	class := written.text(ingress.values, ["spec", "ingressClassName"])
	class != ""
} else := class if {
	class := written.annotation(ingress, "kubernetes.io/ingress.class")
	class != ""
} else := object.get(ingress, "by_default", "")

# METADATA
# description: >-
#   "alb", "nginx", "traefik", "gce" or another's word, by the controller that the class names, else by
#   the name of the class, else by whose annotations there are; "" where nothing tells.
controller(ingress) := known if {
	known := _known(object.get(ingress, "taker", ""))
} else := known if {
	known := _known(named(ingress))
} else := min(annotated) if {
	annotated := {known |
		some known, prefixes in _prefixes
		some prefix in prefixes
		some name, _ in written.table(ingress.values, ["metadata", "annotations"])
		startswith(name, prefix)
	}
	count(annotated) > 0
} else := ""

# METADATA
# description: >-
#   An Ingress is there for anybody, unless its class or an annotation says that it is internal.
audience(ingress) := {"is": "inside"} if {
	regex.match(`(^|[^a-z])(internal|intranet|private)([^a-z]|$)`, lower(named(ingress)))
} else := {"is": "inside"} if {
	lower(written.annotation(ingress, "appgw.ingress.kubernetes.io/use-private-ip")) == "true"
} else := {"unknown": true} if {
	written.is_open(named(ingress))
} else := {"is": "anybody"}

_known(text) := known if {
	pattern := `(?:^|[^a-z])(alb|nginx|traefik|gce|haproxy|contour|kong|cilium|istio|azure)(?:$|[^a-z])`
	[[_, known]] := regex.find_all_string_submatch_n(pattern, lower(text), 1)
}

_prefixes := {
	"alb": ["alb.ingress.kubernetes.io/"],
	"gce": ["networking.gke.io/", "kubernetes.io/ingress.global-static-ip-name"],
	"nginx": ["nginx.ingress.kubernetes.io/"],
	"traefik": ["traefik.ingress.kubernetes.io/"],
}
