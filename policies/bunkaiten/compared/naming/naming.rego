# METADATA
# title: Which references stand for the same thing
# description: >-
#   Compares the references under implementedBy of all subjects but exchanges with each other.
package bunkaiten.compared.naming

import data.bunkaiten.declared.subject
import data.bunkaiten.thing

# METADATA
# description: The references of each subject, by its key, with the steps to where each is written.
references[key][reference] := place if {
	some subjects in subject.of
	some key, declared in subjects
	some index, reference in declared.implementedBy
	place := subject.step_to(declared, ["implementedBy", index])
}

_writers[reference] contains [key] if {
	some key, named in references
	some reference, _ in named
}

# METADATA
# description: >-
#   Other subjects with a pattern that may fit what a pattern of this one fits, as pairs of the key
#   and the pattern.
doubts(key, reference) := {[other, theirs] |
	some theirs in _open[reference]
	some [other] in _two(_writers[theirs])
	other != key
}

# METADATA
# description: >-
#   Two of the subjects that name what a reference stands for, or the only one: each as its key, the
#   name and its own reference.
namers[reference] := _two(found) if {
	some reference, names in _names
	found := {[key, name, theirs] | some name in names; some [key, theirs] in _claimants[name]}
}

_claimants[name] := _two(claims) if some name, claims in _claims

_claims[name] contains [key, reference] if {
	some reference, names in _names
	some [key] in _two(_writers[reference])
	some name in names
}

# the first, and the first of another subject: everybody else shares it with them
_two(claims) := array.concat([first], array.slice(others, 0, 1)) if {
	sorted := sort(claims)
	first := sorted[0]
	others := [claim | some claim in sorted; claim[0] != first[0]]
}

# the names that a reference stands for; its own text is one
_names[reference] := names if {
	some reference, _ in _writers
	names := ({reference} | thing.named(reference)) | {name | some name in _fitted[reference]}
}

# what no document shows: here a name that somebody writes out counts as a thing
_unshown contains reference if {
	some reference, _ in _writers
	not thing.is_shown(reference)
}

_fitted[reference] contains name if {
	some name in _unshown
	not contains(name, "*")
	short := thing.ungrouped(name)
	some reference in ({short} | {pattern | some pattern in _alike(short); thing.fits(pattern, name)})
}

# other patterns that could fit the same thing, as far as anybody can tell
_open[pattern] contains other if {
	some pair in _meetings
	some pattern, other in {pair[0]: pair[1], pair[1]: pair[0]}
}

_meetings contains [pattern, other] if {
	some beginning, patterns in _patterns
	some other in _alike(beginning)
	some pattern in patterns
	thing.overlap(pattern, other)
	count(_names[pattern] & _names[other]) == 0
}

_patterns[beginning] contains pattern if {
	some pattern in _unshown
	contains(pattern, "*")
	beginning := thing.beginning(pattern)
}

# the patterns that begin as a text does
_alike(text) := {pattern |
	some length in _lengths
	some pattern in _patterns[substring(text, 0, length)]
}

_lengths := {count(beginning) | some beginning, _ in _patterns}
