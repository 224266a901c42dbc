# METADATA
# title: What no declaration has
# description: >-
#   Things that cross a boundary and belong to no subject, and markers whose names nobody knows. A
#   declaration that cannot be read may have them: as long as there is one they are all `waiting`.
package bunkaiten.compared.unclaimed

import data.bunkaiten.observed.binding
import data.bunkaiten.observed.shown

# METADATA
# description: The keys of the things that belong to a subject.
claimed contains place if {
	some place, keys in data.bunkaiten.observed.binding.of
	count(keys) > 0
}

# METADATA
# description: For each thing that crosses, the fact that shows it best.
crossings[place] := fact if {
	not _is_incomplete
	some place, fact in _crossings
}

# METADATA
# description: For each thing that may cross, the fact that shows it best.
open[place] := fact if {
	not _is_incomplete
	some place, fact in _open
}

# METADATA
# description: Things of types that cross and are not read, as `compared/crossing` gives them.
unread[place] := seen if {
	not _is_incomplete
	some place, seen in _unread
}

# METADATA
# description: Where markers stand whose names no declaration has, and the pairs of marker and name.
lost[place] := markers if {
	not _is_incomplete
	some place, markers in data.bunkaiten.observed.binding.lost
}

# METADATA
# description: "Steps to what the declaration that cannot be read may have: a set for each thing."
waiting[place] contains found.steps if {
	_is_incomplete
	some things in [_crossings, _open, _unread]
	some place, found in things
}

waiting[place] contains data.bunkaiten.observed.binding.steps[place] if {
	_is_incomplete
	some place, _ in data.bunkaiten.observed.binding.lost
}

_is_incomplete if input.context.declarations == "incomplete"

_crossings := {place: shown.foremost(facts) |
	some place, facts in data.bunkaiten.compared.crossing.by_thing
	not place in claimed
	_is_meant(place)
}

_open := {place: shown.foremost(facts) |
	some place, facts in data.bunkaiten.compared.crossing.open
	not data.bunkaiten.compared.crossing.by_thing[place]
	not place in claimed
	_is_meant(place)
}

_unread := {place: seen |
	input.context.scope == "all"
	some place, seen in data.bunkaiten.compared.crossing.unread
	count(binding.claimants(place)) == 0
}

_is_meant(_) if input.context.scope == "all"

_is_meant(place) if binding.is_marked(place)
