# METADATA
# title: Ingresses and their classes
# description: >-
#   The Ingresses given, each with what the IngressClass that takes it says, where that was given.
package bunkaiten.observed.kubernetes.ingress_classes

import data.bunkaiten.observed.kubernetes.ingress_class
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: Attributes of classes that are read.
paths := [
	concat(".", ["metadata.annotations", _default_annotation]),
	"spec.controller",
	"spec.parameters.kind",
	"spec.parameters.name",
]

# METADATA
# description: >-
#   Each Ingress, by document, with `by_default` (the class that takes what names none, or ""),
#   `taker` (the controller that its class names, or "") and `settings` (the kind and the name of what
#   holds more settings of its class, "" where there is none).
all[key] := taken if {
	some kind in ["extensions/Ingress", "networking.k8s.io/Ingress"]
	some key, found in manifest.given[kind]
	ingress := object.union(found, {"by_default": _by_default})
	class := ingress_class.named(ingress)
	taken := object.union(ingress, _told({told | some [called, told] in _classes; called == class}))
}

# classes of several clusters may have one name
_told(found) := told if {
	count(found) == 1
	some told in found
} else := {"taker": "", "settings": ["", ""]}

_classes := {[class.name, told] |
	some class in manifest.given["networking.k8s.io/IngressClass"]
	told := {
		"taker": written.text(class.values, ["spec", "controller"]),
		"settings": [written.text(class.values, ["spec", "parameters", word]) | some word in ["kind", "name"]],
	}
}

_by_default := min(names) if {
	names := {class.name |
		some class in manifest.given["networking.k8s.io/IngressClass"]
		written.annotation(class, _default_annotation) == "true"
	}
	count(names) == 1
} else := ""

_default_annotation := "ingressclass.kubernetes.io/is-default-class"
