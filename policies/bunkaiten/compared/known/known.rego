# METADATA
# title: Whom declarations recognise
# description: >-
#   Whomever the things of some subject lead to, and the parties of each declaration that are
#   recognised there: looked up once, for whatever number of exchanges asks.
package bunkaiten.compared.known

import data.bunkaiten.declared.identity

# METADATA
# description: >-
#   By the name of the declaration and by whoever is met, as the fact writes it: `parties` who fit,
#   `nearest` those that fit most narrowly, and `all`, these and those who lie within.
of[declaration][who] := found if {
	some declaration, spec in input.declarations
	some who in _met
	parties := identity.parties(spec, who)
	nearest := _nearest(spec, who, parties)
	found := {
		"parties": parties,
		"nearest": nearest,
		"all": (nearest | identity.within(spec, who)),
	}
}

_nearest(spec, who, parties) := identity.nearest(spec, who) if {
	count(parties) > 1
} else := parties

_met contains who if {
	some facts in data.bunkaiten.observed.binding.peers
	some fact in facts
	who := fact.who.is
}

_met contains who if {
	some facts in data.bunkaiten.observed.binding.accesses
	some fact in facts
	who := fact.who.is
}

_met contains who if {
	some facts in data.bunkaiten.observed.binding.stores
	some fact in facts
	who := fact.who.is
}
