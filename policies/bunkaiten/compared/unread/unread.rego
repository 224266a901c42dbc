# METADATA
# title: What belongs to a subject and is not read
# description: >-
#   Resources of types that cross a boundary and that nothing here reads, by the subjects that have
#   them. Nobody compares to whom they lead, so somebody has to answer for each by its name.
package bunkaiten.compared.unread

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.binding

# METADATA
# description: >-
#   Those that a subject has by a pattern ("*"), a marker, or what they are a part of alone:
#   observed_type_by_pattern. Values: thing and type.
by_pattern[key] contains found if {
	some [key, seen] in _claimed
	thing := seen.thing
	not _named[key][thing]
	found := _found("observed_type_by_pattern", key, _subjects[key], seen)
}

# METADATA
# description: Those that a subject names in full, as observed_type_not_read. Values as above.
by_name[key] contains found if {
	some [key, seen] in _claimed
	seen.thing in _named[key]
	found := _found("observed_type_not_read", key, _subjects[key], seen)
}

_claimed contains [key, seen] if {
	some place, seen in data.bunkaiten.compared.crossing.unread
	some key in binding.claimants(place)
	_subjects[key]
}

_subjects[key] := declared if some key, declared in exchange.all

_subjects[key] := declared if {
	some subjects in subject.of
	some key, declared in subjects
}

_named[key] contains thing if {
	some key, declared in _subjects
	some thing in declared.implementedBy
}

_named[key] contains point.at if {
	some key, declared in exchange.all
	is_array(declared.demarcationPoints)
	some point in declared.demarcationPoints
}

_found(code, key, declared, seen) := finding.at(code, key, places, {"thing": seen.thing, "type": seen.type}) if {
	places := [subject.step_to(declared, ["implementedBy"]), seen.steps]
}
