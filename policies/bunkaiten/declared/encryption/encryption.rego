# METADATA
# title: The encryption class
# description: >-
#   How far the encryption of an exchange reaches, guideline 4.3(1)(b): end to end,
#   or from the provider's edge. Who operates the point where it begins and the
#   point where it ends decides, not the name of a box.
package bunkaiten.declared.encryption

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.subject

# METADATA
# description: Exchanges encrypted from the source's own system to each destination's, 4.3(1)(b)①.
end_to_end[key] := exchange.all[key] if some key, "end-to-end" in _class

# METADATA
# description: Exchanges encrypted from the start of the provider's own range, 4.3(1)(b)②.
provider_edge[key] := exchange.all[key] if some key, "provider-edge" in _class

# METADATA
# description: The keys of the exchanges in either class.
settled := object.keys(end_to_end) | object.keys(provider_edge)

# METADATA
# description: Exchanges that are declared to carry no encryption at all.
without[key] := exchange.all[key] if some key, "none" in _class

# METADATA
# description: Exchanges that fit neither class, or whose facts settle none.
unsettled[key] := exchange.all[key] if some key, "unsettled" in _class

# METADATA
# description: >-
#   Who operates the point where encryption begins: "institution" (the source, or
#   whoever runs its system for it), "provider" (this path's own), "unclear" (an
#   agreement says too little), "other" (anybody else, or nobody), or "not-stated".
begins_at(declared) := by if {
	by := _operator(declared, declared.encryption.begins.operatedBy, declared.source)
} else := "not-stated"

# METADATA
# description: Who operates the point where encryption ends, by destination; words as in `begins_at`.
ends_at(declared) := {destination: _end(declared, destination) |
	some destination in declared.destinations.parties
}

# METADATA
# description: >-
#   What would have to be written to tell who operates the points where encryption
#   begins and ends, as steps of JSON Pointers to absent fields.
gaps(declared) := {subject.step_to(declared, ["encryption"])} if {
	not declared.encryption
} else := {subject.step_to(declared, ["encryption", "begins", "at"])} if {
	begins_at(declared) == "provider"
} else := {step |
	some [fields, by, institution] in _points(declared)
	some step in _gaps_at(declared, fields, by, institution)
} | _unplaced(declared)

_class[key] := _class_of(declared) if some key, declared in exchange.all

_class_of(declared) := "none" if {
	declared.encryption == "none"
} else := "provider-edge" if {
	begins_at(declared) == "provider"
	declared.encryption.begins.at
} else := "end-to-end" if {
	begins_at(declared) == "institution"
	declared.destinations.others == "none"
	count(declared.destinations.parties) > 0
	every _, by in ends_at(declared) { by == "institution" }
	count(_unplaced(declared)) == 0
} else := "unsettled"

# a relay that others run stands in between, also if they run it for the destination
_end(declared, destination) := "other" if {
	declared.encryption.ends[destination].at == "relay"
	declared.encryption.ends[destination].operatedBy != destination
} else := by if {
	by := _operator(declared, declared.encryption.ends[destination].operatedBy, destination)
} else := "not-stated"

# the order matters: whose network it is must be known before a provider's box can be placed
_operator(declared, party, institution) := "institution" if {
	party == institution
} else := _network(declared, party) if {
	party in declared.carriers
} else := _on_behalf[agreement.standing(declared, party, institution)] if {
	subject.role(declared, party) in {"contractor", "maintainer", "custodian"}
} else := "other"

_network(declared, party) := "not-stated" if {
	not declared.path.provider
} else := "provider" if {
	declared.path.provider == party
} else := "other"

_on_behalf := {"same": "institution", "unclear": "unclear", "other": "other"}

# where encryption begins and ends: its fields, who operates it, and whose it should be
_points(declared) := array.concat(
	[[["begins"], begins_at(declared), declared.source]],
	[[["ends", end], by, end] | some end, by in ends_at(declared)],
)

_gaps_at(declared, fields, "not-stated", _) := {subject.step_to(declared, ["path", "provider"])} if {
	_written(declared, fields)
} else := {subject.step_to(declared, array.concat(array.concat(["encryption"], fields), ["operatedBy"]))}

_gaps_at(declared, fields, "unclear", institution) := steps if {
	steps := agreement.gaps_in_force(declared, [institution, _written(declared, fields)])
}

# an institution that encrypts or decrypts says in which of its systems
_unplaced(declared) := {subject.step_to(declared, array.concat(array.concat(["encryption"], fields), ["at"])) |
	some [fields, "institution", _] in _points(declared)
	not _is_placed(declared, fields)
}

_is_placed(declared, fields) if object.get(declared.encryption, array.concat(fields, ["at"]), false)

_written(declared, fields) := object.get(declared.encryption, array.concat(fields, ["operatedBy"]), false)
