# METADATA
# title: Markers on things
# description: >-
#   What somebody wrote for this gate onto a thing itself: tags bunkaiten:… of resources, labels and
#   annotations bunkaiten.dev/… of objects; or onto the resource group or project that it lies in.
#   What a thing inherits from what it is a part of is settled in observed.binding.
package bunkaiten.observed.marker

import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.tag

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
#   The same, as far as the thing itself says it and not the defaults of the whole plan.
chosen_operators[place] contains party if {
	some resources in data.bunkaiten.observed.resource.managed
	some place, found in resources
	some ["operated-by", party] in tag.own(found)
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
	some resources in data.bunkaiten.observed.resource.managed
	some place, found in resources
	_written[place]
}

steps[place] := found.steps if {
	some place, found in data.bunkaiten.observed.resource.unread
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
_written[place] contains pair if {
	some resources in data.bunkaiten.observed.resource.managed
	some place, found in resources
	some pair in tag.own(found)
}

_written[place] contains [name, value] if {
	some resources in data.bunkaiten.observed.resource.managed
	some place, found in resources
	own := tag.own(found)
	some [name, value] in tag.effective(found)
	not _is_overruled(own, name)
}

# what a thing lies in speaks for it as the defaults of a plan do
_written[place] contains [name, value] if {
	some resources in data.bunkaiten.observed.resource.managed
	some place, found in resources
	some ground in _grounds[place]
	own := tag.own(found)
	some [name, value] in (tag.own(ground) | tag.effective(ground))
	not _is_overruled(own, name)
}

_grounds[place] contains ground if {
	some place, found in data.bunkaiten.observed.terraform[_][_].grounds
	some ground in found
}

_written[place] contains pair if {
	some place, found in data.bunkaiten.observed.resource.unread
	some pair in tag.own(found)
}

_written[place] contains [name, value] if {
	some place, found in data.bunkaiten.observed.resource.unread
	own := tag.own(found)
	some [name, value] in tag.effective(found)
	not _is_overruled(own, name)
}

_written[place] contains [name, value] if {
	some objects in manifest.given
	some place, found in objects
	some part in ["labels", "annotations"]
	is_object(found.values.metadata[part])
	some written, value in found.values.metadata[part]
	startswith(written, "bunkaiten.dev/")
	name := trim_prefix(written, "bunkaiten.dev/")
}

# what somebody wrote on the thing itself goes before the defaults of the plan, where a thing
# belongs to one only
_is_overruled(own, name) if {
	name in _alone
	said := {other | some [other, value] in own; other in _alone; is_string(value); trim_space(value) != ""}
	count(said) > 0
	not name in said
}

_alone := {name | some name, section in sections; section != "exchanges"}
