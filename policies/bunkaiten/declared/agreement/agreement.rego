# METADATA
# title: Declared agreements
# description: >-
#   Which agreements bind which parties on the evaluation date, and what they
#   settle. First and last day count. What is not stated is reported as a gap,
#   never taken for granted.
package bunkaiten.declared.agreement

import data.bunkaiten.declared.subject

# METADATA
# description: The agreements in force between all of `parties`, by name.
in_force(declared, parties) := {name: agreement |
	some name in _common(_in_force[declared.root[1]], parties)
	agreement := declared.agreements[name]
}

# METADATA
# description: The names of the agreements in force between all of `parties` that settle `matter`.
settling(declared, parties, matter) := {name |
	some name, agreement in in_force(declared, parties)
	matter in _proven(agreement)
}

# METADATA
# description: Every matter that the agreements in force between all of `parties` settle.
settled(declared, parties) := {matter |
	some agreement in in_force(declared, parties)
	some matter in _proven(agreement)
}

# METADATA
# description: >-
#   The matters that published terms of service never settle, whoever they bind: what is
#   no more than one side's general terms proves no boundary, 4.3(1)(a)② A2-07 and ① A1-02.
boundaries := {"path-demarcation", "management-division", "route-security", "sharing-division"}

# METADATA
# description: >-
#   The matters that institutions agree on with each other, 4.3(1)(a)① A1-03 to A1-05, ② A2-04 and
#   (c) C-04. What one of them has published, and what a statute says, is nothing that they have
#   agreed on.
between_institutions := {
	"path-demarcation", "outage-response", "incident-response",
	"entrustment-terms", "third-party-terms", "sharing-division",
}

# METADATA
# description: The matter is one that published terms never settle, whoever they bind.
is_boundary(matter) if matter in boundaries

# METADATA
# description: The matter is one that institutions agree on with each other.
is_between_institutions(matter) if matter in between_institutions

# METADATA
# description: >-
#   The paper is one that parties agree on: neither published terms nor a statute. Not proven while
#   its form is not stated.
is_agreed(agreement) if {
	agreement.form
	not is_imposed(agreement)
}

# METADATA
# description: The paper is stated to be published terms or a statute, which nobody has agreed on.
is_imposed(agreement) if agreement.form in {"terms-of-service", "statute"}

# METADATA
# description: >-
#   The names of the agreements between all of `parties` that settle `matter` and are
#   stated not to be in force: ended, not begun, not signed yet, or not by one of them.
lapsed(declared, parties, matter) := {name |
	some name, agreement in declared.agreements
	matter in agreement.settles
	not _is_in_vain(agreement, matter)
	_binds(agreement, parties)
	_is_out_of_force(agreement, parties)
}

# METADATA
# description: >-
#   The field that keeps an agreement from being in force: its last day, its first, the day of
#   its signature, or who signed it.
lapse(agreement) := "validTo" if {
	agreement.validTo < input.context.as_of
	not has_renewed(agreement)
} else := "validFrom" if {
	agreement.validFrom > input.context.as_of
} else := "signedOn" if {
	_is_unsigned_yet(agreement)
} else := "signedBy"

# METADATA
# description: >-
#   What would have to be written to tell whether an agreement between `parties`
#   is in force and settles `matter`: steps of JSON Pointers to absent fields.
#   Agreements that are known to be out of force, or not to settle it, have none.
gaps(declared, parties, matter) := {subject.step_to_agreement(declared, [name, field]) |
	some name, agreement in _incomplete(declared, parties)
	_may_settle(agreement, matter)
	some field in ((_absent(agreement) | _unsettled(agreement)) | _formless(agreement, matter))
}

# METADATA
# description: Like `gaps`, for any agreement between `parties`, whatever it settles.
gaps_in_force(declared, parties) := {subject.step_to_agreement(declared, [name, field]) |
	some name, agreement in _incomplete(declared, parties)
	some field in _absent(agreement)
}

# METADATA
# description: >-
#   How a party stands to an institution: "same" if it is that institution or acts
#   for it under an agreement in force, "unclear" if the agreement says too little,
#   "other" if neither. A network provider never acts as an institution.
standing(declared, party, institution) := "same" if {
	party == institution
} else := "other" if {
	subject.role(declared, party) == "provider"
} else := "same" if {
	count(in_force(declared, {party, institution})) > 0
} else := "unclear" if {
	count(gaps_in_force(declared, {party, institution})) > 0
} else := "other"

# METADATA
# description: The declaration states that there are no agreements at all.
are_none(declared) if input.declarations[declared.root[1]].agreements == "none"

# METADATA
# description: The agreements in force between all of `parties` only because they renew themselves, by name.
renewed(declared, parties) := {name: agreement |
	some name, agreement in _renewed[declared.root[1]]
	in_force(declared, parties)[name]
}

# METADATA
# description: The agreement is in force only because it renews itself; its last written day has passed.
has_renewed(agreement) if {
	agreement.renewal == "automatic"
	agreement.validTo < input.context.as_of
}

# "none" states that there are no agreements
_written[declaration] := spec.agreements if {
	some declaration, spec in input.declarations
	is_object(spec.agreements)
}

# the names of the agreements that are in force as far as a party is concerned, by declaration and party
_in_force[declaration][party] contains name if {
	some declaration, agreements in _written
	some name, agreement in agreements
	agreement.validFrom <= input.context.as_of
	_still_runs(agreement)
	not _is_unsigned_yet(agreement)
	some party in _bound(agreement)
}

_renewed[declaration] := {name: agreement | some name, agreement in agreements; has_renewed(agreement)} if {
	some declaration, agreements in _written
}

# like `_in_force`, those of which too little is said to tell, or to tell what they settle
_open[declaration][party] contains name if {
	some declaration, agreements in _written
	some name, agreement in agreements
	count(((_absent(agreement) | _unsettled(agreement)) | {"form" | not agreement.form})) > 0
	some party in agreement.between
	alone := {party}
	not _is_out_of_force(agreement, alone)
}

_incomplete(declared, parties) := {name: agreement |
	some name in _common(_open[declared.root[1]], parties)
	agreement := declared.agreements[name]
}

# the names that stand with each of `parties`
_common(names, parties) := intersection({each | some each in sets}) if {
	sets := [each | some party in parties; each := names[party]]
	count(sets) == count(parties)
}

_binds(agreement, parties) if count(parties - {party | some party in agreement.between}) == 0

# "open" sorts after every date
_still_runs(agreement) if agreement.validTo >= input.context.as_of

_still_runs(agreement) if has_renewed(agreement)

# the parties for whom it needs no more signature
_bound(agreement) := {party | some party in agreement.between; party in agreement.signedBy} if {
	agreement.signedBy
} else := {party | some party in agreement.between} if _needs_no_signature(agreement)

_needs_no_signature(agreement) if {
	agreement.form in {"contract", "sla", "network-rules", "terms-of-service", "statute"}
}

_is_out_of_force(agreement, _) if agreement.validFrom > input.context.as_of

_is_out_of_force(agreement, _) if {
	agreement.validTo < input.context.as_of
	not has_renewed(agreement)
}

_is_out_of_force(agreement, _) if _is_unsigned_yet(agreement)

_is_out_of_force(agreement, parties) if {
	signed := agreement.signedBy
	count(parties - {party | some party in signed}) > 0
}

_is_unsigned_yet(agreement) if agreement.signedOn > input.context.as_of

# the matters that it settles by more than saying so
_proven(agreement) := {matter | some matter in agreement.settles} - beyond if {
	beyond := object.get(_beyond, object.get(agreement, "form", "terms-of-service"), set())
}

# what a paper of each form never settles
_beyond := {
	"statute": between_institutions,
	"terms-of-service": (boundaries | between_institutions),
}

_may_settle(agreement, matter) if {
	matter in agreement.settles
	not _is_in_vain(agreement, matter)
}

_may_settle(agreement, matter) if {
	not agreement.settles
	not _is_in_vain(agreement, matter)
}

_is_in_vain(agreement, matter) if matter in _beyond[agreement.form]

# whether it is more than published terms
_formless(agreement, matter) := {"form" |
	matter in _beyond["terms-of-service"]
	not agreement.form
}

_unsettled(agreement) := {"settles" | not agreement.settles}

# what has to be written before anybody can be bound
_absent(agreement) := {field |
	some field in {"validFrom", "validTo"}
	not agreement[field]
} | _unsigned(agreement)

_unsigned(agreement) := set() if {
	agreement.signedBy
} else := set() if {
	_needs_no_signature(agreement)
} else := {"signedBy"} if {
	agreement.form
} else := {"form"}
