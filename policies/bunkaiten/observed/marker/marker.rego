# METADATA
# title: Markers on things
# description: >-
#   What somebody wrote for this gate onto a thing itself: tags bunkaiten:… of resources, labels and
#   annotations bunkaiten.dev/… of objects. What a thing inherits is settled in observed.binding.
package bunkaiten.observed.marker

import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.resource

# METADATA
# description: >-
#   The subjects that a thing is marked with, by its key: pairs of a section of declarations and a
#   name, "referral" or "chubu-referral/referral". One marker may name several, with blanks between.
named[place] contains [marker, word] if {
	some place, pairs in _written
	some [marker, value] in pairs
	sections[marker]
	is_string(value)
	some word in regex.split(`\s+`, value)
	word != ""
}

# METADATA
# description: >-
#   Markers of a name that means nothing here, by the key of the thing: pairs of the name and what it
#   says.
misnamed[place] contains [marker, value] if {
	some place, pairs in _written
	some [marker, value] in pairs
	not sections[marker]
	marker != "operated-by"
}

# METADATA
# description: The parties that a thing is marked as operated by, by its key.
operators[place] contains party if {
	some place, pairs in _written
	some ["operated-by", party] in pairs
	is_string(party)
}

# METADATA
# description: >-
#   The same, as far as the thing itself says it: what stands in tags_all alone is a default of the
#   whole plan.
chosen_operators[place] contains party if {
	some resources in resource.managed
	some place, found in resources
	party := found.values.tags["bunkaiten:operated-by"]
	is_string(party)
}

chosen_operators[place] contains party if {
	some objects in manifest.given
	some place, _ in objects
	some party in operators[place]
}

# METADATA
# description: Steps of the JSON Pointer to each thing that carries a marker, by key.
steps[place] := found.steps if {
	some resources in resource.managed
	some place, found in resources
	_written[place]
}

steps[place] := found.steps if {
	some objects in manifest.given
	some place, found in objects
	_written[place]
}

# METADATA
# description: The section of declarations that each marker names a subject of.
sections := {
	"entrusted-work": "entrustedWork",
	"exchange": "exchanges",
	"external-storage": "externalStorage",
	"remote-maintenance": "remoteMaintenance",
	"telework": "telework",
}

# a set of pairs, because a label and an annotation may say different things
_written[place] contains [name, value] if {
	some resources in resource.managed
	some place, found in resources
	some part in ["tags", "tags_all"]
	is_object(found.values[part])
	some tag, value in found.values[part]
	startswith(tag, "bunkaiten:")
	not _is_overruled(found, part, tag)
	name := trim_prefix(tag, "bunkaiten:")
}

_written[place] contains [name, value] if {
	some objects in manifest.given
	some place, found in objects
	some part in ["labels", "annotations"]
	is_object(found.values.metadata[part])
	some tag, value in found.values.metadata[part]
	startswith(tag, "bunkaiten.dev/")
	name := trim_prefix(tag, "bunkaiten.dev/")
}

# what somebody wrote on the thing itself goes before the default tags of the plan, where a thing
# belongs to one only
_is_overruled(found, "tags_all", tag) if {
	tag in _alone
	not found.values.tags[tag]
	some other in _alone
	is_string(found.values.tags[other])
	trim_space(found.values.tags[other]) != ""
}

_alone := {concat(":", ["bunkaiten", name]) | some name, section in sections; section != "exchanges"}
