# METADATA
# title: Whose people really get in by telework
# description: >-
#   Holds the ways in that a deployment shows against the institution whose own staff the telework that
#   they belong to is for.
package bunkaiten.compared.staff

import data.bunkaiten.compared.entrance
import data.bunkaiten.declared.identity
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   Who gets in by a telework besides the institution's own people: observed_stranger_in (the account
#   of another, or the network of another party) and observed_stranger_unknown (it cannot be told
#   whose people those are). Values: thing, way and from.
strangers[key] contains found if {
	some key, declared in subject.of.telework
	some fact in _facts[key]
	code := _person(declared, fact)
	code != "fine"

	places := [subject.step_to(declared, ["institution"]), fact.steps]
	values := {"thing": fact.thing, "way": shown.way(fact), "from": shown.whom(fact)}
	found := finding.at(code, key, places, values)
}

# METADATA
# description: Nobody gets in but the institution's own people.
for_own_staff contains key if {
	some key, declared in subject.of.telework
	every fact in _facts[key] { _person(declared, fact) == "fine" }
}

_facts[key] := {fact | some fact in entrance.of[key]} if some key, _ in subject.of.telework

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_told := identity.told

# total: whatever cannot be told is unknown
_person(declared, fact) := "fine" if {
	_is_expected(declared, fact)
} else := "observed_stranger_in" if {
	fact.who.is.by in _told
} else := "observed_stranger_unknown"

# what is known of a way in only after apply is judged as a door
_is_expected(_, fact) if {
	not fact.direction
	not fact.who.is
}

# so is what lets everybody in; whose people a provider of identities knows stands with it
_is_expected(_, fact) if fact.who.is.by in {"anybody", "federated"}

# a cluster knows its own people, unless they are known to be another's
_is_expected(declared, fact) if {
	fact.steps[0] == "kubernetes"
	fact.who.is.by in {"group", "namespace", "user"}
	count(identity.parties(declared, fact.who.is)) == 0
}

_is_expected(declared, fact) if declared.institution in identity.parties(declared, fact.who.is)

# staff are at home and on the road: only a network that is known to be another's is
_is_expected(declared, fact) if {
	fact.who.is.by in {"host", "network"}
	count(identity.parties(declared, fact.who.is)) == 0
}
