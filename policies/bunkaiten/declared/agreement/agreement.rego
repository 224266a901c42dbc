# METADATA
# title: Declared agreements
# description: >-
#   Which agreements bind which parties on the evaluation date, and what they
#   settle. First and last day count. What is not stated is reported as a gap,
#   never taken for granted.
package bunkaiten.declared.agreement

import data.bunkaiten.declared.exchange

# METADATA
# description: The agreements in force between all of `parties`, by name.
in_force(declared, parties) := {name: agreement |
	some name, agreement in _between(declared, parties)
	_is_in_force(agreement, parties)
}

# METADATA
# description: The names of the agreements in force between all of `parties` that settle `matter`.
settling(declared, parties, matter) := {name |
	some name, agreement in declared.agreements
	matter in agreement.settles
	_binds(agreement, parties)
	_is_in_force(agreement, parties)
}

# METADATA
# description: >-
#   The names of the agreements between all of `parties` that settle `matter` and are
#   stated not to be in force: ended, not begun, or not signed by one of them.
lapsed(declared, parties, matter) := {name |
	some name, agreement in declared.agreements
	matter in agreement.settles
	_binds(agreement, parties)
	_is_out_of_force(agreement, parties)
}

# METADATA
# description: >-
#   What would have to be written to tell whether an agreement between `parties`
#   is in force and settles `matter`: steps of JSON Pointers to absent fields.
#   Agreements that are known to be out of force, or not to settle it, have none.
gaps(declared, parties, matter) := {exchange.step_to_agreement(declared, [name, field]) |
	some name, agreement in _between(declared, parties)
	not _is_out_of_force(agreement, parties)
	_may_settle(agreement, matter)
	some field in (_absent(agreement, parties) | _unsettled(agreement))
}

# METADATA
# description: Like `gaps`, for any agreement between `parties`, whatever it settles.
gaps_in_force(declared, parties) := {exchange.step_to_agreement(declared, [name, field]) |
	some name, agreement in _between(declared, parties)
	not _is_out_of_force(agreement, parties)
	some field in _absent(agreement, parties)
}

# METADATA
# description: >-
#   How a party stands to an institution: "same" if it is that institution or acts
#   for it under an agreement in force, "unclear" if the agreement says too little,
#   "other" if neither. A network provider never acts as an institution.
standing(declared, party, institution) := "same" if {
	party == institution
} else := "other" if {
	exchange.role(declared, party) == "provider"
} else := "same" if {
	count(in_force(declared, {party, institution})) > 0
} else := "unclear" if {
	count(gaps_in_force(declared, {party, institution})) > 0
} else := "other"

# METADATA
# description: The declaration states that there are no agreements at all.
are_none(declared) if input.declarations[declared.root[1]].agreements == "none"

# METADATA
# description: The agreement is in force only because it renews itself; its last written day has passed.
has_renewed(agreement) if {
	agreement.renewal == "automatic"
	agreement.validTo < input.context.as_of
}

_between(declared, parties) := {name: agreement |
	some name, agreement in declared.agreements
	_binds(agreement, parties)
}

_binds(agreement, parties) if count(parties - {party | some party in agreement.between}) == 0

_is_in_force(agreement, parties) if {
	agreement.validFrom <= input.context.as_of
	_still_runs(agreement)
	_is_signed(agreement, parties)
}

# "open" sorts after every date
_still_runs(agreement) if agreement.validTo >= input.context.as_of

_still_runs(agreement) if has_renewed(agreement)

_is_signed(agreement, parties) if count(parties - {party | some party in agreement.signedBy}) == 0

_is_signed(agreement, _) if {
	agreement.form in {"contract", "sla", "network-rules", "terms-of-service", "statute"}
	not agreement.signedBy
}

_is_out_of_force(agreement, _) if agreement.validFrom > input.context.as_of

_is_out_of_force(agreement, _) if {
	agreement.validTo < input.context.as_of
	not has_renewed(agreement)
}

_is_out_of_force(agreement, parties) if {
	signed := agreement.signedBy
	count(parties - {party | some party in signed}) > 0
}

_may_settle(agreement, matter) if matter in agreement.settles

_may_settle(agreement, _) if not agreement.settles

_unsettled(agreement) := {"settles" | not agreement.settles}

_absent(agreement, parties) := {field |
	some field in {"validFrom", "validTo"}
	not agreement[field]
} | _unsigned(agreement, parties)

_unsigned(agreement, parties) := set() if {
	_is_signed(agreement, parties)
} else := {"signedBy"} if {
	agreement.form
} else := {"form"}
