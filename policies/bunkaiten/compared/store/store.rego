# METADATA
# title: Who can really get at what is kept
# description: >-
#   Holds the grants that a deployment shows on stores against the external storage or entrusted work
#   that they belong to.
package bunkaiten.compared.store

import data.bunkaiten.compared.entrance
import data.bunkaiten.declared.identity
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   Who else can get at an external storage, by a grant or by a way in: observed_reader (neither its
#   owner, nor its custodian, nor somebody whom it is declared to be shared with) and
#   observed_reader_unknown (it cannot be told who that is). Values: thing, way and reader.
readers[key] contains found if {
	some key, declared in subject.of.externalStorage
	some fact in _facts[key]
	code := _reading(declared, fact)
	code != "fine"
	found := _found(code, key, declared, ["sharedWith"], fact)
}

# METADATA
# description: Nobody can get at the storage but those who are declared.
shared_as_declared contains key if {
	some key, declared in subject.of.externalStorage
	every fact in _facts[key] { _reading(declared, fact) == "fine" }
}

# METADATA
# description: >-
#   Who else can get at what an entrusted work keeps, neither the institution nor the contractor:
#   observed_other_reader and observed_reader_unknown. Values: thing, way and reader.
others[key] contains found if {
	some key, declared in subject.of.entrustedWork
	some fact in _facts[key]
	code := {
		"observed_reader": "observed_other_reader",
		"observed_reader_unknown": "observed_reader_unknown",
	}[_reading(declared, fact)]
	found := _found(code, key, declared, ["contractor"], fact)
}

# METADATA
# description: >-
#   Nobody else can get at what an entrusted work keeps. Of external storage this is asked above.
kept_from_others contains key if some key, _ in subject.of.externalStorage

kept_from_others contains key if {
	some key, declared in subject.of.entrustedWork
	every fact in _facts[key] { _reading(declared, fact) == "fine" }
}

_facts[key] := {fact | some fact in data.bunkaiten.observed.binding.stores[key]} | {fact |
	some fact in entrance.of[key]
	fact.who.is
	not _is_left_out(fact)
} if {
	some section in ["entrustedWork", "externalStorage"]
	some key, _ in subject.of[section]
}

# what lets in everybody is judged as a door; whose people a provider of identities knows stands with it
_is_left_out(fact) if fact.who.is.by in {"anybody", "federated"}

# a network that may come near reads nothing by that
_is_left_out(fact) if {
	fact.direction
	fact.who.is.by in {"host", "network"}
}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_told := identity.told | {"anybody"}

# total: whatever cannot be told is unknown
_reading(declared, fact) := "fine" if {
	_is_declared(declared, fact)
} else := "observed_reader" if {
	fact.who.is.by in _told
} else := "observed_reader_unknown"

_is_declared(_, fact) if not fact.who

_is_declared(declared, fact) if {
	count(identity.parties(declared, fact.who.is) & _insiders(declared)) > 0
}

# what one uses within one's own walls is nobody's, unless it is known to be another's
_is_declared(declared, fact) if {
	identity.is_private(fact.who.is.name)
	count(identity.parties(declared, fact.who.is)) == 0
}

# a cluster knows its own people, unless they are known to be another's
_is_declared(declared, fact) if {
	fact.steps[0] == "kubernetes"
	fact.who.is.by in {"group", "namespace", "user"}
	count(identity.parties(declared, fact.who.is)) == 0
}

_insiders(declared) := {party | is_array(declared.sharedWith); some party in declared.sharedWith} | {party |
	some field in ["contractor", "custodian", "institution", "owner"]
	party := declared[field]
}

_found(code, key, declared, field, fact) := finding.at(code, key, places, said) if {
	places := [subject.step_to(declared, field), fact.steps]
	said := {"thing": fact.thing, "way": shown.way(fact), "reader": shown.whom(fact)}
}
