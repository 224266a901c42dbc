# METADATA
# title: Load balancers that clouds make for Kubernetes
# description: >-
#   For whom the load balancer of a Service or a Gateway listens, by the annotations of the clouds.
#   Pure functions.
package bunkaiten.observed.kubernetes.load_balancer

import data.bunkaiten.observed.written

# METADATA
# description: >-
#   {"is": "inside"}, {"is": "anybody"}, or {"unknown": true} where a placeholder stands. What
#   nobody wrote is `otherwise`.
audience(annotations, otherwise) := {"is": "anybody"} if {
	# of both that AWS knows, the scheme wins
	written.text(annotations, ["service.beta.kubernetes.io/aws-load-balancer-scheme"]) == "internet-facing"
} else := {"is": "inside"} if {
	some name, words in _inside
	lower(written.text(annotations, [name])) in words
} else := {"is": "inside"} if {
	value := lower(written.text(annotations, ["service.beta.kubernetes.io/aws-load-balancer-internal"]))
	value != ""
	value != "false"
	not written.is_open(value)
} else := {"unknown": true} if {
	some name in _all
	written.is_open(written.text(annotations, [name]))
} else := {"is": otherwise}

# METADATA
# description: The annotations that are read, as paths.
paths := {concat(".", ["metadata.annotations", name]) | some name in _all}

# METADATA
# description: All these addresses are private, and there is one at least.
are_private(addresses) if {
	count(addresses) > 0
	every address in addresses {
		written.is_private(address)
	}
}

# METADATA
# description: >-
#   For whom the load balancer of a Service listens: inside if its addresses, or all networks that
#   it lets in, are private; else as the annotations say.
of_service(service) := {"is": "inside"} if {
	are_private(_addresses(service))
} else := {"is": "inside"} if {
	are_private({split(range, "/")[0] | some [_, range] in ranges(service)})
} else := audience(written.table(service.values, ["metadata", "annotations"]), "inside") if {
	_is_of_aws_controller(service)
} else := audience(written.table(service.values, ["metadata", "annotations"]), "anybody")

# METADATA
# description: The networks that the load balancer of a Service alone lets in, as pairs of path and network.
ranges(service) := {[["spec", "loadBalancerSourceRanges", index], range] |
	some index, range in written.list(service.values, ["spec", "loadBalancerSourceRanges"])
	is_string(range)
} | {[["metadata", "annotations", _ranges_annotation], range] |
	written.list(service.values, ["spec", "loadBalancerSourceRanges"]) == [] # which win
	some range in written.parts(written.annotation(service, _ranges_annotation))
}

# METADATA
# description: What else is read of a Service, as paths.
service_paths := {
	"metadata.annotations.metallb.io/loadBalancerIPs",
	"metadata.annotations.metallb.universe.tf/loadBalancerIPs",
	"metadata.annotations.service.beta.kubernetes.io/aws-load-balancer-type",
	"spec.loadBalancerClass",
	"spec.loadBalancerIP",
	"spec.loadBalancerSourceRanges",
	concat(".", ["metadata.annotations", _ranges_annotation]),
}

_ranges_annotation := "service.beta.kubernetes.io/load-balancer-source-ranges"

# what says "inside", in lower case, by each cloud's own page on internal load balancers
_inside := {
	"cloud.google.com/load-balancer-type": {"internal"},
	"networking.gke.io/load-balancer-type": {"internal"},
	"service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type": {"intranet"},
	"service.beta.kubernetes.io/aws-load-balancer-scheme": {"internal"},
	"service.beta.kubernetes.io/azure-load-balancer-internal": {"true"},
	"service.beta.kubernetes.io/oci-load-balancer-internal": {"true"},
	"service.beta.kubernetes.io/openstack-internal-load-balancer": {"true"},
}

_all := object.keys(_inside) | {"service.beta.kubernetes.io/aws-load-balancer-internal"}

# the AWS Load Balancer Controller makes internal ones by default (docs/guide/service/nlb.md), and so
# does the Auto Mode of EKS, which is the same (userguide/auto-configure-nlb.html)
_is_of_aws_controller(service) if {
	written.text(service.values, ["spec", "loadBalancerClass"]) in {"eks.amazonaws.com/nlb", "service.k8s.aws/nlb"}
}

_is_of_aws_controller(service) if {
	kind := written.annotation(service, "service.beta.kubernetes.io/aws-load-balancer-type")
	kind in {"external", "nlb-ip"}
}

_addresses(service) := {address |
	address := written.text(service.values, ["spec", "loadBalancerIP"])
	address != ""
} | {address |
	some name in ["metallb.io/loadBalancerIPs", "metallb.universe.tf/loadBalancerIPs"]
	some address in written.parts(written.annotation(service, name))
}
