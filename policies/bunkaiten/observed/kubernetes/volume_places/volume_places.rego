# METADATA
# title: Where volumes lie
# description: >-
#   In which region a persistent volume, or what a storage class makes, lies, as far as labels and
#   topologies say it. Pure functions.
package bunkaiten.observed.kubernetes.volume_places

import data.bunkaiten.observed.regions
import data.bunkaiten.observed.written

# METADATA
# description: Attributes of persistent volumes that are read.
volume_paths := array.concat([concat(".", ["metadata.labels", name]) | some name in _regions], [
	"spec.nodeAffinity.required.nodeSelectorTerms.matchExpressions.key",
	"spec.nodeAffinity.required.nodeSelectorTerms.matchExpressions.operator",
	"spec.nodeAffinity.required.nodeSelectorTerms.matchExpressions.values",
])

# METADATA
# description: Attributes of storage classes that are read.
class_paths := [
	"allowedTopologies.matchLabelExpressions.key",
	"allowedTopologies.matchLabelExpressions.values",
]

# METADATA
# description: The regions in which a volume may lie, as attributes of facts; {{}} where nothing tells.
of_volume(volume) := _told({region |
	some label in _regions
	region := written.text(volume.values, ["metadata", "labels", label])
	region != ""
} | {region |
	some term in written.items(volume.values, ["spec", "nodeAffinity", "required", "nodeSelectorTerms"])
	some expression in written.items(term, ["matchExpressions"])
	written.text(expression, ["operator"]) == "In"
	some region in _named(expression)
})

# METADATA
# description: The same of what a class makes.
of_class(class) := _told({region |
	some topology in written.items(class.values, ["allowedTopologies"])
	some expression in written.items(topology, ["matchLabelExpressions"])
	some region in _named(expression)
})

# well-known labels of Kubernetes, as they are and as they used to be
_regions := ["failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region"]

_zones := {
	"failure-domain.beta.kubernetes.io/zone",
	"topology.ebs.csi.aws.com/zone",
	"topology.kubernetes.io/zone",
}

# by a rule of its own, as functions here read it
_countries := regions.countries

_told(found) := {{"region": _region(region)} | some region in found} if {
	count(found) > 0
} else := {{}}

_region(region) := {"unknown": true} if {
	written.is_open(region)
} else := {"is": region}

_named(expression) := {region |
	written.text(expression, ["key"]) in _regions
	some region in written.texts(expression, ["values"])
} | {region |
	written.text(expression, ["key"]) in _zones
	some zone in written.texts(expression, ["values"])
	some region in _around(zone)
}

# a zone of AWS is its region and a letter; of others, nothing is told by the name alone
_around(zone) := {zone} if {
	written.is_open(zone)
} else := {region |
	region := regex.replace(zone, `[a-z]$`, "")
	_countries[region]
}
