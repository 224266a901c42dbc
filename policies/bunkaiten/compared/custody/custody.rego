# METADATA
# title: Where information is really kept, and with whom
# description: >-
#   Holds the stores that a deployment shows against the place and the party that the external storage
#   or entrusted work that they belong to declares.
package bunkaiten.compared.custody

import data.bunkaiten.compared.operator
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.regions
import data.bunkaiten.observed.shown

# METADATA
# description: The external storages and entrusted works to which observed stores belong.
kept_by[key] := declared if {
	some key, _ in data.bunkaiten.observed.binding.stores
	declared := _keeping[key]
}

# METADATA
# description: >-
#   What of a store contradicts the declaration: observed_public_store, observed_elsewhere (another
#   region or country), observed_other_custodian (the account of another party) and
#   observed_store_unknown. Values: thing, way, and place, declared or operator.
contradictions[key] contains found if {
	some key, declared in kept_by
	some fact in data.bunkaiten.observed.binding.stores[key]
	some aspect in ["audience", "operator", "region"]
	told := _told(declared, fact, aspect)

	# what is fine has no field
	places := [subject.step_to(declared, told.field), fact.steps]
	values := object.union({"thing": fact.thing, "way": shown.way(fact)}, told.values)
	found := finding.at(told.code, key, places, values)
}

# METADATA
# description: Every store lies where it is declared to be, with whom, and open to nobody else.
kept_as_declared contains key if {
	some key, declared in kept_by
	every fact in data.bunkaiten.observed.binding.stores[key] {
		every aspect in ["audience", "operator", "region"] { _told(declared, fact, aspect).code == "fine" }
	}
}

_keeping := object.union(subject.of.externalStorage, subject.of.entrustedWork)

_countries := regions.countries

# total, each of them: whatever cannot be told is unknown
_told(_, fact, "audience") := {"code": "fine"} if {
	object.get(fact, "audience", {"is": "inside"}).is == "inside"
} else := {"code": "observed_public_store", "field": [], "values": {}} if {
	fact.audience.is == "anybody"
} else := {"code": "observed_store_unknown", "field": [], "values": {}}

_told(declared, fact, "region") := {"code": "fine"} if {
	_is_there(_location(declared), fact)
} else := {"code": "observed_elsewhere", "field": field, "values": {"place": fact.region.is, "declared": words}} if {
	field := _location_at(declared)
	stated := _location(declared)
	_is_elsewhere(stated, fact.region.is)
	words := concat(" ", [stated[part] | some part in ["country", "region"]])
} else := {"code": "observed_store_unknown", "field": _location_at(declared), "values": {}}

_told(declared, fact, "operator") := {"code": "fine"} if {
	_is_with(declared, fact, operator.of(declared, fact))
} else := {"code": "observed_other_custodian", "field": [_keeper_at(declared)], "values": {"operator": operators}} if {
	operators := [subject.label(declared, party) | some party in operator.of(declared, fact)]
}

_is_there(_, fact) if not fact.region

_is_there(stated, _) if not stated.country

_is_there(stated, fact) if {
	_countries[fact.region.is] == stated.country
	object.get(stated, "region", fact.region.is) == fact.region.is
}

# a region that no table has lies there if its name is what is declared
_is_there(stated, fact) if {
	region := fact.region.is
	not _countries[region]
	stated.region == region
}

_is_elsewhere(stated, region) if stated.region != region

_is_elsewhere(stated, region) if _countries[region] != stated.country

_location(declared) := declared.location if {
	declared.location
} else := declared.temporaryStorage.location if {
	declared.temporaryStorage.location
} else := {}

_location_at(declared) := ["temporaryStorage", "location"] if {
	declared.contractor
} else := ["location"]

_keeper_at(declared) := "contractor" if {
	declared.contractor
} else := "custodian"

# where nothing tells whose account it is, nothing contradicts
_is_with(_, _, operators) if count(operators) == 0

# a grant or a copy names itself whom it gives to
_is_with(_, fact, _) if fact.who

_is_with(declared, _, operators) if {
	some field in ["contractor", "custodian", "institution", "owner"]
	declared[field] in operators
}
