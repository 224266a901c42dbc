# METADATA
# title: Settings of the classes of AWS load balancers
# description: >-
#   What IngressClassParams say, of the AWS Load Balancer Controller and of the Auto Mode of EKS, in
#   the words of the annotations of Ingresses, over which it wins (docs/guide/ingress/ingress_class.md).
package bunkaiten.observed.kubernetes.alb_classes

import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: Attributes that are read.
paths := [
	"spec.certificateARNs",
	"spec.certificateArn",
	"spec.group.name",
	"spec.inboundCIDRs",
	"spec.scheme",
	"spec.sslPolicy",
	"spec.sslRedirectPort",
]

# METADATA
# description: >-
#   What is set by whatever has this kind and name, as an object. What is not given sets the audience,
#   the ports and their policy to a placeholder.
settings([kind, called]) := {} if {
	kind != "IngressClassParams"
} else := _by_name[called] if {
	_by_name[called]
} else := {name: _open | some name in ["listen-ports", "scheme", "ssl-policy"]}

# of two with one name, whatever they do not agree on is open
_by_name[called] := agreed if {
	some called, found in _written
	names := {name | some each in found; some name, _ in each}
	agreed := {name: _agreed({object.get(each, name, "") | some each in found}) | some name in names}
}

_agreed(values) := value if {
	count(values) == 1
	some value in values
} else := _open

_open := "${IngressClassParams}"

_written[called] contains stated if {
	some group in ["eks.amazonaws.com", "elbv2.k8s.aws"]
	some found in manifest.given[concat("/", [group, "IngressClassParams"])]
	called := found.name
	stated := {name: value | some [name, value] in (_plain(found.values) | _listed(found.values))}
}

_plain(values) := {[name, value] |
	some name, path in _texts
	value := written.text(values, path)
	value != ""
}

_listed(values) := {[name, value] |
	some name, fields in _lists
	value := concat(",", [text | some field in fields; some text in written.texts(values, ["spec", field])])
	value != ""
}

_texts := {
	"group.name": ["spec", "group", "name"],
	"scheme": ["spec", "scheme"],
	"ssl-policy": ["spec", "sslPolicy"],
	"ssl-redirect": ["spec", "sslRedirectPort"],
}

# the Auto Mode has a name of its own for certificates
_lists := {"certificate-arn": ["certificateARNs", "certificateArn"], "inbound-cidrs": ["inboundCIDRs"]}
