# METADATA
# title: What an agreement says by itself
# description: >-
#   What each written agreement of a declaration says on the evaluation date, whoever asks: whom it
#   binds, what it settles, and what it leaves unsaid. Worked out once a declaration. First and last
#   day count.
package bunkaiten.declared.paper

# METADATA
# description: What the agreements of each declaration say, as `among`.
of[declaration] := among(written(spec)) if some declaration, spec in input.declarations

# METADATA
# description: >-
#   What agreements say, given by name: in_force (by party, the names of those that are in force as
#   far as it is concerned), incomplete (likewise, those of which too little is said to tell, or to
#   tell what they settle), proven (by name, the matters that each settles by more than saying so) and
#   renewed (the names of those that have renewed themselves).
among(agreements) := {
	"in_force": _by_party({name: _bound(agreement) | some name, agreement in agreements; _runs(agreement)}),
	"incomplete": _by_party({name: _may_bind(agreement) |
		some name, agreement in agreements
		not _is_complete(agreement)
	}),
	"proven": {name: _proven(agreement) | some name, agreement in agreements},
	"renewed": {name | some name, agreement in agreements; has_renewed(agreement)},
}

# METADATA
# description: >-
#   The agreements of a declaration. "none" states that there are none, and absence says nothing:
#   both are empty here.
written(spec) := spec.agreements if {
	is_object(spec.agreements)
} else := {}

# METADATA
# description: The agreement is in force only because it renews itself; its last written day has passed.
has_renewed(agreement) if {
	agreement.renewal == "automatic"
	agreement.validTo < input.context.as_of
}

# METADATA
# description: It is stated that the agreement was not signed on the evaluation date.
is_unsigned_yet(agreement) if agreement.signedOn > input.context.as_of

# METADATA
# description: It is stated that the agreement is not in force, as far as `parties` are concerned.
is_out_of_force(agreement, _) if agreement.validFrom > input.context.as_of

is_out_of_force(agreement, _) if {
	agreement.validTo < input.context.as_of
	not has_renewed(agreement)
}

is_out_of_force(agreement, _) if is_unsigned_yet(agreement)

is_out_of_force(agreement, parties) if {
	signed := agreement.signedBy
	some party in parties
	not party in signed
}

# METADATA
# description: The fields that have to be written before anybody can be bound.
absent(agreement) := {field |
	some field in {"validFrom", "validTo"}
	not agreement[field]
} | _unsigned(agreement)

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
# description: What an agreement of each form never settles.
beyond := {
	"statute": between_institutions,
	"terms-of-service": (boundaries | between_institutions),
}

# it can be told whether it is in force, and what it settles
_is_complete(agreement) if {
	agreement.form
	agreement.settles
	agreement.validFrom
	agreement.validTo
	_is_signing_told(agreement)
}

_is_signing_told(agreement) if agreement.signedBy

_is_signing_told(agreement) if _needs_no_signature(agreement)

_by_party(bound) := {party: {name | some name, them in bound; party in them} |
	some parties in bound
	some party in parties
}

_runs(agreement) if {
	agreement.validFrom <= input.context.as_of
	_still_runs(agreement)
	not is_unsigned_yet(agreement)
}

# "open" sorts after every date
_still_runs(agreement) if agreement.validTo >= input.context.as_of

_still_runs(agreement) if has_renewed(agreement)

# the parties for whom it needs no more signature
_bound(agreement) := {party | some party in agreement.between; party in agreement.signedBy} if {
	agreement.signedBy
} else := {party | some party in agreement.between} if _needs_no_signature(agreement)

_may_bind(agreement) := {party |
	some party in agreement.between
	alone := {party}
	not is_out_of_force(agreement, alone)
}

_needs_no_signature(agreement) if {
	agreement.form in {"contract", "sla", "network-rules", "terms-of-service", "statute"}
}

# published terms are the least that a paper of no stated form may be
_proven(agreement) := {matter | some matter in agreement.settles} - beyond[agreement.form] if {
	beyond[agreement.form]
} else := {matter | some matter in agreement.settles} if {
	agreement.form
} else := {matter | some matter in agreement.settles} - beyond["terms-of-service"]

_unsigned(agreement) := set() if {
	agreement.signedBy
} else := set() if {
	_needs_no_signature(agreement)
} else := {"signedBy"} if {
	agreement.form
} else := {"form"}
