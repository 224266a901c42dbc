# METADATA
# title: Declared agreements
# description: >-
#   Which agreements bind which two parties on the evaluation date, and what they
#   settle. First and last day count. What is not stated is reported as a gap,
#   never taken for granted. `parties` are always two, as a list.
package bunkaiten.declared.agreement

import data.bunkaiten.declared.paper
import data.bunkaiten.declared.subject

# METADATA
# description: The agreements in force between two parties, by name.
in_force(declared, parties) := {name: agreement |
	some name in _common(declared.papers.in_force, parties)
	agreement := declared.agreements[name]
}

# METADATA
# description: The names of the agreements in force between two parties that settle `matter`.
settling(declared, parties, matter) := {name |
	some name in _common(declared.papers.in_force, parties)
	matter in declared.papers.proven[name]
}

# METADATA
# description: Every matter that the agreements in force between two parties settle.
settled(declared, parties) := {matter |
	some name in _common(declared.papers.in_force, parties)
	some matter in declared.papers.proven[name]
}

# METADATA
# description: The matter is one that published terms never settle, whoever they bind.
is_boundary(matter) if matter in _boundaries

# METADATA
# description: The matter is one that institutions agree on with each other.
is_between_institutions(matter) if matter in _between_institutions

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
#   The names of the agreements between two parties that settle `matter` and are
#   stated not to be in force: ended, not begun, not signed yet, or not by one of them.
lapsed(declared, parties, matter) := {name |
	some name, agreement in declared.agreements
	matter in agreement.settles
	not _is_in_vain(agreement, matter)
	every party in parties { party in agreement.between }
	paper.is_out_of_force(agreement, parties)
}

# METADATA
# description: >-
#   The field that keeps an agreement from being in force: its last day, its first, the day of
#   its signature, or who signed it.
lapse(agreement) := "validTo" if {
	agreement.validTo < input.context.as_of
	not paper.has_renewed(agreement)
} else := "validFrom" if {
	agreement.validFrom > input.context.as_of
} else := "signedOn" if {
	paper.is_unsigned_yet(agreement)
} else := "signedBy"

# METADATA
# description: >-
#   What would have to be written to tell whether an agreement between two parties
#   is in force and settles `matter`: steps of JSON Pointers to absent fields.
#   Agreements that are known to be out of force, or not to settle it, have none.
gaps(declared, parties, matter) := {subject.step_to_agreement(declared, [name, field]) |
	some name in _common(declared.papers.incomplete, parties)
	agreement := declared.agreements[name]
	_may_settle(agreement, matter)
	some field in ((paper.absent(agreement) | _unsettled(agreement)) | _formless(agreement, matter))
}

# METADATA
# description: Like `gaps`, for any agreement between two parties, whatever it settles.
gaps_in_force(declared, parties) := {subject.step_to_agreement(declared, [name, field]) |
	some name in _common(declared.papers.incomplete, parties)
	some field in paper.absent(declared.agreements[name])
}

# METADATA
# description: >-
#   How a party stands to an institution: "same" if it is that institution or acts
#   for it under an agreement in force, "unclear" if the agreement says too little,
#   "other" if neither. A network provider never acts as an institution.
standing(declared, party, institution) := "same" if {
	party == institution
} else := "other" if {
	declared.parties[party].role == "provider"
} else := "same" if {
	_common(declared.papers.in_force, [party, institution]) != set()
} else := "unclear" if {
	gaps_in_force(declared, [party, institution]) != set()
} else := "other"

# METADATA
# description: The declaration states that there are no agreements at all.
are_none(declared) if input.declarations[declared.root[1]].agreements == "none"

# METADATA
# description: The agreements in force between two parties only because they renew themselves, by name.
renewed(declared, parties) := {name: agreement |
	some name in (declared.papers.renewed & _common(declared.papers.in_force, parties))
	agreement := declared.agreements[name]
}

# METADATA
# description: The agreement is in force only because it renews itself; its last written day has passed.
has_renewed(agreement) if paper.has_renewed(agreement)

# rules of its own, which functions find wherever they are called from
_boundaries := paper.boundaries

_between_institutions := paper.between_institutions

_beyond := paper.beyond

# the names that stand with both; undefined where one has none
_common(names, parties) := names[parties[0]] & names[parties[1]]

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
