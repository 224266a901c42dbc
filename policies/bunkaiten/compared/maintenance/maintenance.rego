# METADATA
# title: What remote maintenance really may do
# description: >-
#   Holds the ways in that a deployment shows against the remote maintenance that they belong to: who
#   gets in, with which rights, and whether it is recorded.
package bunkaiten.compared.maintenance

import data.bunkaiten.compared.entrance
import data.bunkaiten.declared.identity
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   Who gets in under a remote maintenance besides the maintainer: observed_stranger_in (an account
#   or a network of another) and observed_stranger_unknown (it cannot be told whose people those
#   are). Values: thing, way and from.
strangers[key] contains found if {
	some key, declared in subject.of.remoteMaintenance
	some fact in _people[key]
	code := _person(declared, fact)
	code != "fine"
	found := _found(code, key, declared, ["maintainer"], fact, {"from": shown.whom(fact)})
}

# METADATA
# description: Nobody gets in but the maintainer and the institution.
for_maintainer contains key if {
	some key, declared in subject.of.remoteMaintenance
	every fact in _people[key] { _person(declared, fact) == "fine" }
}

# METADATA
# description: >-
#   Rights beyond accessControl.reading or .writing of a remote maintenance, as pairs of the field and
#   the finding: observed_rights and observed_rights_unknown. Values: thing, way and rights. What the
#   institution's own people may do is not asked.
excess[key] contains [field, found] if {
	some [key, fact] in _entries
	declared := subject.of.remoteMaintenance[key]
	some field in ["reading", "writing"]
	code := _rights(declared, fact, field)
	code != "fine"
	found := _found(code, key, declared, ["accessControl", field], fact, {"rights": _said(fact, field)})
}

# METADATA
# description: Nobody has more rights than declared, by "reading" and "writing".
within[field] contains key if {
	some field in ["reading", "writing"]
	some key, declared in subject.of.remoteMaintenance
	every fact in _facts[key] { _rights(declared, fact, field) == "fine" }
}

# METADATA
# description: >-
#   Sessions that leave no record, where they are said to be recorded: observed_no_log and
#   observed_log_unknown. Values: thing and way.
unlogged[key] contains found if {
	some [key, fact] in _entries
	declared := subject.of.remoteMaintenance[key]
	declared.accessControl.sessionLog == "recorded"
	code := _record(fact)
	code != "fine"
	found := _found(code, key, declared, ["accessControl", "sessionLog"], fact, {})
}

# METADATA
# description: Every way in that could keep a record keeps one.
logged contains key if {
	some key, facts in _facts
	every fact in facts { _record(fact) == "fine" }
}

_entries contains [key, fact] if {
	some key, facts in _facts
	some fact in facts
}

_facts[key] := {fact | some fact in data.bunkaiten.observed.binding.accesses[key]} if {
	some key, _ in subject.of.remoteMaintenance
}

_people[key] := {fact | some fact in entrance.of[key]} if some key, _ in subject.of.remoteMaintenance

_right_of := {"reading": "read", "writing": "write"}

_in_words := {
	"admin": {"en": "everything, administration included", "ja": "管理を含むすべての操作"},
	"read": {"en": "reading", "ja": "読み出し"},
	"write": {"en": "writing", "ja": "書き込み"},
}

_said(fact, field) := [_in_words.admin] if {
	"admin" in fact.rights.is
} else := [_in_words[right] | some right in fact.rights.is; right == _right_of[field]]

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_told := identity.told

# total, each of them: whatever cannot be told is unknown
_person(declared, fact) := "fine" if {
	_is_expected(declared, fact)
} else := "observed_stranger_in" if {
	fact.who.is.by in _told
} else := "observed_stranger_unknown"

_is_expected(declared, fact) if {
	count(identity.parties(declared, fact.who.is) & {declared.institution, declared.maintainer}) > 0
}

# what is known of a way in only after apply is judged as a door
_is_expected(_, fact) if {
	not fact.direction
	not fact.who.is
}

# so is what lets everybody in; whose people a provider of identities knows stands with that one
_is_expected(_, fact) if fact.who.is.by in {"anybody", "federated"}

_is_expected(declared, fact) if {
	identity.is_private(fact.who.is.name)
	count(identity.parties(declared, fact.who.is)) == 0
}

_is_expected(declared, fact) if _is_of_nobody(declared, fact)

# what runs in a cluster is the institution's own, unless it is known to be another's
_is_of_nobody(declared, fact) if {
	fact.who.is.by == "namespace"
	count(identity.parties(declared, fact.who.is)) == 0
}

_rights(declared, fact, field) := "fine" if {
	_is_within(_stated(declared, field), fact, field)
} else := "fine" if {
	identity.parties(declared, fact.who.is) == {declared.institution}
} else := "fine" if {
	_is_of_nobody(declared, fact)
} else := "observed_rights" if {
	fact.rights.is
} else := "observed_rights_unknown"

_is_within(_, fact, _) if not fact.rights

_is_within(stated, fact, field) if {
	too_much := {"limited": {"admin"}, "none": {"admin", _right_of[field]}}
	count(too_much[stated] & {right | some right in fact.rights.is}) == 0
	fact.rights.is
}

# what is not stated, or without limit, is judged as such
_is_within(stated, _, _) if stated in {"", "unlimited"}

_record(fact) := "fine" if {
	object.get(fact, "logged", {"is": "yes"}).is == "yes"
} else := "observed_no_log" if {
	fact.logged.is
} else := "observed_log_unknown"

_stated(declared, field) := declared.accessControl[field] if {
	declared.accessControl[field]
} else := ""

_found(code, key, declared, field, fact, values) := finding.at(code, key, places, said) if {
	places := [subject.step_to(declared, field), fact.steps]
	said := object.union({"thing": fact.thing, "way": shown.way(fact)}, values)
}
