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
volume_paths := array.concat([concat(".", ["metadata.labels", name]) | some name in sort(_labels)], [
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
	some label in _labels
	value := written.text(volume.values, ["metadata", "labels", label])
	value != ""
	some region in _named({"key": label, "values": [value]})
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

# the drivers of AWS, Azure and Google have labels of their own besides
_zones := {
	"failure-domain.beta.kubernetes.io/zone",
	"topology.disk.csi.azure.com/zone",
	"topology.ebs.csi.aws.com/zone",
	"topology.gke.io/zone",
	"topology.kubernetes.io/zone",
}

_labels := {label | some label in _regions} | _zones

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
	some value in written.texts(expression, ["values"])
	some zone in split(value, "__") # of a disk in several zones
	some region in _around(zone)
}

# a zone is its region and a letter (AWS), "-" and a letter (Google) or "-" and a digit (Azure); of
# others, nothing is told by the name alone
_around(zone) := {zone} if {
	written.is_open(zone)
} else := {region |
	some ending in [`[a-z]$`, `-[a-z]$`, `-[0-9]$`]
	region := regex.replace(zone, ending, "")
	region != zone
	_countries[region]
}
