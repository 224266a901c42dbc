# METADATA
# title: Which subjects have the same thing
# description: >-
#   The stores and the ways in that a deployment shows, by the subjects that they belong to, whether
#   those name them, are marked on them, or have what they are a part of. Exchanges are left out:
#   several may share a line.
package bunkaiten.compared.claim

import data.bunkaiten.declared.subject

# METADATA
# description: The stores and ways in of each subject, by its key.
held[key] contains fact if {
	some subjects in subject.of
	some key, _ in subjects
	some fact in data.bunkaiten.observed.binding.stores[key]
}

held[key] contains fact if {
	some subjects in subject.of
	some key, _ in subjects
	some fact in data.bunkaiten.observed.binding.accesses[key]
}

# METADATA
# description: >-
#   What a subject has that another has too, by both keys: the things, by name, and the steps to the
#   subject (declared) and to the first of them (observed).
shared[key][other] := found if {
	some [key, other] in _pairs
	facts := [fact | some fact in held[key]; other in _keepers[fact.key]]
	found := {
		"things": sort({fact.thing | some fact in facts}),
		"declared": _places[key],
		"observed": min([[fact.thing, fact.steps] | some fact in facts])[1],
	}
}

_pairs contains [key, other] if {
	some keys in _keepers
	count(keys) > 1
	some key in keys
	some other in keys
	key != other
}

_keepers[fact.key] contains key if {
	some key, facts in held
	some fact in facts
}

_places[key] := declared.place if {
	some subjects in subject.of
	some key, declared in subjects
}
