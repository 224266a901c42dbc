# METADATA
# title: How somebody really gets in
# description: >-
#   Holds the ways in that a deployment shows against the telework, the remote maintenance, the
#   storage or the work that they belong to.
package bunkaiten.compared.access

import data.bunkaiten.compared.exposure
import data.bunkaiten.declared.address
import data.bunkaiten.declared.identity
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   Lines of a telework that nobody declared: observed_line (a way in over the internet, which is not
#   among the lines that may be used) and observed_line_unknown. Values: thing, way and from.
lines[key] contains found if {
	some key, declared in subject.of.telework
	some fact in _entries[key]
	code := _line(declared, fact)
	code != "fine"
	found := _found(code, key, declared, ["media"], fact)
}

# METADATA
# description: Nobody gets in over a line that is not declared.
over_declared_lines contains key if {
	some key, declared in subject.of.telework
	every fact in _entries[key] { _line(declared, fact) == "fine" }
}

# METADATA
# description: >-
#   Ways in that are open, by subject: observed_open_door (remote login, a database or a file share
#   that the whole internet can try, or a role that anybody may take on),
#   observed_no_authentication and observed_entry_unknown. Values: thing, way and from.
doors[key] contains found if {
	some key, declared in _entered
	some fact in _doors[key]
	code := _door(fact)
	code != "fine"
	found := _found(code, key, declared, [], fact)
}

# METADATA
# description: Every way in is guarded.
guarded contains key if {
	some key, facts in _doors
	every fact in facts { _door(fact) == "fine" }
}

# METADATA
# description: >-
#   Ways in of a telework that keep no record although they could: observed_no_log. Values: thing, way
#   and from.
unlogged[key] contains found if {
	some key, declared in subject.of.telework
	some fact in _entries[key]
	fact.logged.is == "no"
	found := _found("observed_no_log", key, declared, [], fact)
}

_entered[key] := declared if {
	some subjects in subject.of
	some key, declared in subjects
}

_doors[key] := facts | {fact | some fact in exposure.doors[key]} if some key, facts in _entries

_entries[key] := {fact | some fact in data.bunkaiten.observed.binding.accesses[key]} if some key, _ in _entered

# total, each of them: whatever cannot be told is unknown
_line(declared, fact) := "fine" if {
	_is_over(object.get(declared, "media", ""), fact)
} else := "observed_line" if {
	fact.who.is
} else := "observed_line_unknown"

# the internet is reached from a mobile network as well
_is_over(media, _) if {
	is_array(media)
	count({"internet", "mobile"} & {medium | some medium in media}) > 0
}

# "any" and silence are another's to judge
_is_over(media, _) if media in {"", "any"}

_is_over(_, fact) if not fact.who

# accounts and providers of identities are reached over any line; only addresses tell one
_is_over(_, fact) if {
	fact.who.is
	not _is_address(fact)
}

_is_over(_, fact) if identity.is_private(fact.who.is.name)

_is_address(fact) if fact.who.is.by in {"anybody", "host", "network"}

_door(fact) := "observed_open_door" if {
	_is_anybody(fact.who.is)
	_is_for_whoever_comes(fact)
} else := "observed_no_authentication" if {
	fact.authentication.is == ["none"]
} else := "observed_entry_unknown" if {
	some part in ["authentication", "who"]
	fact[part].unknown
} else := "observed_entry_unknown" if {
	_is_anybody(fact.who.is)
	fact.ports.unknown
} else := "fine"

_is_anybody(who) if who.by == "anybody"

# everybody in two halves
_is_anybody(who) if {
	who.by == "network"
	network := who.name
	address.fits_anybody(network)
	not identity.is_private(network)
}

# a port of remote login
_is_for_whoever_comes(fact) if fact.ports.is

# a rule that opens every port, and asks for nothing
_is_for_whoever_comes(fact) if {
	not fact.authentication
	not fact.ports
}

# of a role, anybody is whom it trusts, and not from where
_is_for_whoever_comes(fact) if {
	shown.is_grant(fact)
	object.get(fact, "authentication", {}) != {"is": ["none"]}
}

_found(code, key, declared, field, fact) := finding.at(code, key, places, said) if {
	places := [subject.step_to(declared, field), fact.steps]
	said := {"thing": fact.thing, "way": shown.way(fact), "from": shown.whom(_seen(code, fact))}
}

# an open door is open to anybody, in halves too
_seen(code, fact) := object.union(fact, {"who": {"is": {"by": "anybody"}}}) if {
	code == "observed_open_door"
} else := fact
