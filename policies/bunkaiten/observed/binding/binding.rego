# METADATA
# title: Which facts belong to which subject
# description: >-
#   A thing belongs to the subjects whose implementedBy or demarcation points name it, and to those
#   that a marker on it names. It also belongs to whatever that holds which it is a part of: the
#   bucket of a policy, the instance that uses a security group, the namespace of an object.
package bunkaiten.observed.binding

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.subject
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.marker
import data.bunkaiten.observed.part
import data.bunkaiten.thing

# METADATA
# description: The facts of each subject, by its key.
peers[subjects] contains found if {
	some found in data.bunkaiten.observed.shown.peers
	some subjects in of[found.key]
}

# METADATA
# description: What listens, by the key of the subject.
endpoints[subjects] contains found if {
	some found in data.bunkaiten.observed.shown.endpoints
	some subjects in of[found.key]
}

# METADATA
# description: What holds data, by the key of the subject.
stores[subjects] contains found if {
	some found in data.bunkaiten.observed.shown.stores
	some subjects in of[found.key]
}

# METADATA
# description: How somebody gets in, by the key of the subject.
accesses[subjects] contains found if {
	some found in data.bunkaiten.observed.shown.accesses
	some subjects in of[found.key]
}

# METADATA
# description: What is recorded, by the key of the subject.
logs[subjects] contains found if {
	some found in data.bunkaiten.observed.shown.logs
	some subjects in of[found.key]
}

# METADATA
# description: The keys of the subjects that a thing with facts belongs to, by the key of the thing.
of[place] := found if {
	some place in _shown
	found := {key |
		some whole in surroundings(place)
		some key in _claims[whole]
	}
}

# METADATA
# description: >-
#   Markers that name no declared subject or party, or that have a name that means nothing here, by
#   the key of the thing: pairs of the marker's name and what it says.
lost[place] contains [name, word] if {
	some place, pairs in marker.named
	some [name, word] in pairs
	called := concat("/", [sections[name], word])
	not _subjects[called]
}

lost[place] contains ["operated-by", party] if {
	some place, parties in marker.operators
	some party in parties
	not _parties[party]
}

lost[place] contains pair if {
	some place, pairs in marker.misnamed
	some pair in pairs
}

# METADATA
# description: The keys of a thing and of everything that it is a part of.
surroundings(place) := part.wholes(place)

# METADATA
# description: >-
#   The keys of the subjects that have a thing, whether it shows anything or not: by its name as
#   implementedBy writes it, by a marker, or by what it is a part of.
claimants(place) := {key |
	some whole in surroundings(place)
	some key in _claims[whole]
}

# METADATA
# description: The section of a declaration that each marker is about.
sections := marker.sections

# METADATA
# description: Somebody marked the thing, or what it is a part of, for this gate.
is_marked(place) if {
	some whole in surroundings(place)
	_marked[whole]
}

# METADATA
# description: >-
#   The names of parties that markers give as operators of a thing, or of what it is a part of. What
#   somebody wrote on one of them goes before the default tags of the plan.
operators(place) := chosen if {
	chosen := {party |
		some whole in surroundings(place)
		some party in _chosen_operators[whole]
	}
	count(chosen) > 0
} else := {party |
	some whole in surroundings(place)
	some party in _operators[whole]
}

# METADATA
# description: Steps of the JSON Pointer to each thing that carries a marker, by key.
steps[place] := found if some place, found in marker.steps

# METADATA
# description: The keys of the subjects that name a thing, by its name as implementedBy writes it.
claimed[name] contains key if {
	some key, references in _references
	some reference in references
	some name in thing.named(reference)
}

# METADATA
# description: The names of all things that are read, or cross a boundary unread, by key.
names[place] := found.thing if {
	some resources in data.bunkaiten.observed.resource.managed
	some place, found in resources
}

names[place] := found.thing if some place, found in data.bunkaiten.observed.resource.unread

names[place] := found.thing if {
	some objects in manifest.given
	some place, found in objects
}

_shown contains found.key if some found in data.bunkaiten.observed.shown.all

_claims[place] contains key if {
	some place, name in names
	some key in claimed[name]
}

# an object may be named with the group of its kind
_claims[place] contains key if {
	some of_kind, objects in manifest.given
	[group, kind] := split(of_kind, "/")
	some place, found in objects
	name := sprintf("kubernetes:%s/%s.%s/%s", [found.namespace, kind, group, found.name])
	some key in claimed[name]
}

_claims[place] contains key if {
	some place, pairs in _marked
	some [name, word] in pairs
	some key in _subjects[concat("/", [sections[name], word])]
}

# by rules of their own, as functions here read them
_marked[place] := pairs if some place, pairs in marker.named

_operators[place] := parties if some place, parties in marker.operators

_chosen_operators[place] := parties if some place, parties in marker.chosen_operators

_references[key] := references if {
	some key, declared in exchange.all
	references := {reference | some reference in declared.implementedBy} | {point.at |
		is_array(declared.demarcationPoints)
		some point in declared.demarcationPoints
	}
}

_references[key] := references if {
	some subjects in subject.of
	some key, declared in subjects
	references := {reference | some reference in declared.implementedBy}
}

_parties[party] := true if {
	some spec in input.declarations
	some party, _ in spec.parties
}

# by section and name, and with the name of the declaration before that
_subjects[short] contains key if {
	some key, _ in _references
	[declaration, section, called] := split(key, "/")
	some short in [concat("/", [section, called]), concat("/", [section, declaration, called])]
}
