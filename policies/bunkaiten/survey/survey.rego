# METADATA
# title: The survey
# description: >-
#   Everything that is read of a deployment, and what is not, so that people see what the gate sees.
package bunkaiten.survey

import data.bunkaiten.compared.crossing
import data.bunkaiten.observed.binding
import data.bunkaiten.observed.shown

# METADATA
# entrypoint: true
# description: >-
#   The facts, each with its kind, what people call it, the subjects that it belongs to and whether it
#   crosses a boundary ("yes", "no" or "unknown"); what crosses and is not read; and the types that
#   are not sorted or whose provider is not read, by plan, as pairs of the type and a number.
everything := {
	"facts": _facts,
	"unread": {seen | some seen in crossing.unread},
	"unsorted": object.union(
		{document: pairs | some document, pairs in crossing.unsorted},
		{"": {[kind, count(steps)] | some [kind, steps] in crossing.unsorted_kinds}},
	),
	"foreign": {document: pairs | some document, pairs in crossing.foreign},
}

_facts contains object.union(found, about) if {
	some kind, facts in shown.by_kind
	some found in facts
	about := {
		"kind": kind,
		"words": shown.way(found),
		"subjects": _subjects(found.key),
		"crosses": _crosses(found),
	}
}

_subjects(place) := {key | some key in _of[place]}

_of[place] := keys if some place, keys in binding.of

_crosses(found) := "yes" if {
	found in _crossing
} else := "unknown" if {
	found in _open
} else := "no"

_crossing contains found if {
	some facts in crossing.by_thing
	some found in facts
}

_open contains found if {
	some facts in crossing.open
	some found in facts
}
