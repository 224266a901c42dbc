# METADATA
# title: What a subject does not cover
# description: >-
#   Crossings that belong to a storage, an access or a work by name only: they lead to somebody who
#   has no part in it. Whom an exchange leads to, and who gets in or reads, is judged with the subject.
package bunkaiten.compared.stray

import data.bunkaiten.compared.circle
import data.bunkaiten.compared.peer
import data.bunkaiten.declared.address
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.identity
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   Things that lead to somebody whom none of their subjects covers: crossing_beyond. Values, as below:
#   thing, way, who and subjects.
breaches contains found if some found in _findings.crossing_beyond

# METADATA
# description: >-
#   Those of which it cannot be told: crossing_beyond_unknown, and entrance_undeclared (a way in of
#   which nobody can tell who comes, where no subject is for people who come in).
doubts contains found if {
	some code in ["crossing_beyond_unknown", "entrance_undeclared"]
	some found in _findings[code]
}

# METADATA
# description: "Those that let out to anybody: open_way_out."
openings contains found if some found in _findings.open_way_out

# METADATA
# description: The thing is covered by its subjects as far as anybody can tell.
is_covered(place) if not _bare[place]

_bare contains place if {
	some place, pairs in _beyond
	some [code, _] in pairs
	code != "open_way_out"
}

_findings[code] contains found if {
	some place, pairs in _beyond
	some code in {said | some [said, _] in pairs}
	fact := shown.foremost({each | some [said, each] in pairs; said == code})
	values := {"thing": fact.thing, "way": shown.way(fact), "who": shown.whom(fact), "subjects": _subjects[place]}
	found := finding.at(code, fact.thing, [fact.steps], values)
}

_subjects[place] := sort(keys) if some place, keys in data.bunkaiten.observed.binding.of

_beyond[place] contains [code, fact] if {
	some key, pairs in _strays
	some [code, fact] in pairs
	place := fact.key
	every other in data.bunkaiten.observed.binding.of[place] { _is_stray(other, [code, fact]) }
}

# a right that names nobody is that of one's own people and programs
_beyond[place] contains ["entrance_undeclared", fact] if {
	some fact in data.bunkaiten.observed.shown.accesses
	not fact.who
	not shown.is_grant(fact)
	place := fact.key
	keys := data.bunkaiten.observed.binding.of[place]
	count(keys) > 0
	every key in keys { split(key, "/")[1] in {"exchanges", "externalStorage"} }
}

_is_stray(key, pair) if pair in _strays[key]

# what is no exchange between institutions is asked by nobody whom it leads to
_is_stray(key, [_, fact]) if {
	declared := _unasked[key]
	_code(declared, _circles[key], fact) != "covered"
}

_unasked[key] := declared if some key, declared in exchange.with_strangers

_circles[key] := circle.of[key] if some key, _ in _unasked

_strays[key] contains [code, fact] if {
	some section, subjects in subject.of
	some key, declared in subjects
	some fact in data.bunkaiten.observed.binding.peers[key]
	not _is_read(key, fact)
	not _is_judged(section, fact)
	code := _code(declared, circle.of[key], fact)
	code != "covered"
}

# what a store tells of its readers is told once
_is_read(key, fact) if {
	some kept in _readable[key]
	kept.steps == fact.steps
}

_readable[key] contains fact if {
	some key, facts in data.bunkaiten.observed.binding.stores
	some fact in facts
	fact.who
}

_is_judged(_, fact) if not fact.who

# by whoever asks who gets in, or reads
_is_judged(section, fact) if {
	fact.direction in {"both", "in"}
	kind := object.get(fact.who, ["is", "by"], "unknown")
	left := _left[section]
	not left[kind]
}

# who may come near is judged by what listens there, and by the doors
_is_judged(_, fact) if {
	fact.direction == "in"
	fact.who.is.by == "anybody"
	not shown.is_grant(fact)
}

_left := {
	"entrustedWork": {"anybody", "host", "network", "unknown"},
	"externalStorage": {"anybody", "host", "network", "unknown"},
	"remoteMaintenance": {"anybody"},
	"telework": {"anybody"},
}

# total: whatever cannot be told is unknown
_code(declared, parties, fact) := code if {
	said := peer.said(declared, parties, fact.who)
	not _is_open(fact)
	code := _codes[said]
} else := "open_way_out"

_codes := {
	"expected": "covered",
	"observed_anybody": "crossing_beyond",
	"observed_peer_ambiguous": "crossing_beyond_unknown",
	"observed_peer_unknown": "crossing_beyond_unknown",
	"observed_stranger": "crossing_beyond",
}

_is_open(fact) if {
	fact.who.is.by == "anybody"
	not shown.is_grant(fact)
}

# everybody in two halves
_is_open(fact) if {
	fact.who.is.by == "network"
	network := fact.who.is.name
	address.fits_anybody(network)
	not identity.is_private(network)
}
