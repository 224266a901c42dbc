# METADATA
# title: How long information is really kept
# description: >-
#   Holds the stores that a deployment shows against the longest time that the entrusted work that
#   they belong to declares.
package bunkaiten.compared.retention

import data.bunkaiten.declared.calendar
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   What is kept for longer than an entrusted work declares: observed_retention_longer (values thing,
#   way, kept and declared) and observed_retention_unknown (thing, way and declared). A store that
#   does not say how long is unknown too: nothing shows that anything is erased.
kept[key] contains found if {
	some key, limit in _limits
	declared := subject.of.entrustedWork[key]
	some fact in data.bunkaiten.observed.binding.stores[key]
	code := _code(fact, limit)
	code != "fine"

	places := [subject.step_to(declared, ["temporaryStorage", "retention"]), fact.steps]
	said := {"thing": fact.thing, "way": shown.way(fact), "declared": declared.temporaryStorage.retention}
	found := finding.at(code, key, places, object.union(said, _kept(fact)))
}

# METADATA
# description: The entrusted work declares a limit, and nothing is kept for longer.
erased_in_time contains key if {
	some key, limit in _limits
	every fact in {fact | some fact in data.bunkaiten.observed.binding.stores[key]} { _code(fact, limit) == "fine" }
}

# "none" is no limit, and whoever states none is asked elsewhere
_limits[key] := limit if {
	some key, declared in subject.of.entrustedWork
	stated := declared.temporaryStorage.retention
	limit := calendar.most_days(stated)
}

# total: whatever cannot be told is unknown
_code(fact, limit) := "fine" if {
	_is_in_time(fact, limit)
} else := "observed_retention_longer" if {
	fact.retention.is
} else := "observed_retention_unknown"

# who else can get at it keeps nothing by that
_is_in_time(fact, _) if fact.who

_is_in_time(fact, limit) if {
	is_number(fact.retention.is)
	fact.retention.is <= limit
}

_kept(fact) := {"kept": {"en": sprintf("for %d days", [days]), "ja": sprintf("%d 日", [days])}} if {
	days := fact.retention.is
	is_number(days)
} else := {"kept": {"en": "for ever", "ja": "無期限"}} if {
	fact.retention.is
} else := {}
