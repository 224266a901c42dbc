# METADATA
# title: Who comes in
# description: >-
#   Whoever a deployment shows to come in to a storage, an access or a work: over its ways in, and from
#   the other side of a peering, a tunnel, a share or a rule.
package bunkaiten.compared.entrance

import data.bunkaiten.declared.subject
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   Facts by subject, each with whoever comes in where that is told. What lets in everybody is left out
#   unless it is a way in, and so is a line, whose ends tell who is there, and who belongs to another
#   subject of the same thing, unless by a right. What a way in tells already is told once.
of[key] := entries | {fact | some fact in _sides[key]; not _is_told(fact, told)} if {
	some subjects in subject.of
	some key, _ in subjects
	entries := {fact | some fact in data.bunkaiten.observed.binding.accesses[key]}
	told := {fact.steps | some fact in entries}
}

_sides[key] contains fact if {
	some subjects in subject.of
	some key, _ in subjects
	some fact in data.bunkaiten.compared.own.peers[key]
	fact.direction in {"both", "in"}
	not _is_left_out(fact)
}

# who has a right in a thing has it in all that it is for
_sides[key] contains fact if {
	some subjects in subject.of
	some key, _ in subjects
	some fact in data.bunkaiten.observed.binding.peers[key]
	fact.direction in {"both", "in"}
	shown.is_grant(fact)
	not _is_left_out(fact)
}

_is_told(fact, told) if fact.steps in told

_is_left_out(fact) if not fact.who

_is_left_out(fact) if fact.who.is.by in {"anybody", "line"}
