# METADATA
# title: Whom an exchange reaches
# description: >-
#   Everybody whom a deployment shows on the other side of an exchange: its peers, and whoever may
#   get in at what it has or read what that holds. What a storage, an access or a work has too is
#   judged there.
package bunkaiten.compared.reach

import data.bunkaiten.declared.exchange

# METADATA
# description: Facts by exchange, each with `who`. One that a peer tells already is told once.
of[key] := peers | {fact | some fact in _guests[key]; not _is_told(fact, told)} if {
	some key, _ in exchange.all
	peers := {fact | some fact in data.bunkaiten.compared.own.peers[key]}
	told := {fact.steps | some fact in peers}
}

_guests[key] contains fact if {
	some key, facts in data.bunkaiten.observed.binding.accesses
	some fact in facts
	place := fact.key
	not _taken[place]
	fact.who
}

_guests[key] contains guest if {
	some key, facts in data.bunkaiten.observed.binding.stores
	some fact in facts
	place := fact.key
	not _taken[place]
	guest := object.union(fact, {"who": _reader(fact)})
}

_reader(fact) := fact.who if {
	fact.who
} else := {"is": {"by": "anybody", "name": "*"}} if {
	fact.audience.is == "anybody"
} else := {"unknown": true} if {
	fact.audience.unknown
}

_is_told(fact, told) if fact.steps in told

# what is judged elsewhere
_taken contains place if {
	some place, keys in data.bunkaiten.observed.binding.of
	some key in keys
	not exchange.all[key]
}
