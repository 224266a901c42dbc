# METADATA
# title: Agreed targets of availability
# description: >-
#   Whether two parties that have settled availability have also agreed on a target: a number
#   with its unit. Settled without one, it is a word without content.
package bunkaiten.declared.target

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.subject

# METADATA
# description: An agreement in force between all of `parties` settles availability, and states its target.
is_stated(declared, parties) if {
	some name in agreement.settling(declared, parties, "availability")
	declared.agreements[name].availability.target
}

# METADATA
# description: >-
#   Availability is settled between `parties`, but every agreement in force that settles it states
#   that there is no target, and no other agreement leaves open whether it does.
is_denied(declared, parties) if {
	names := agreement.settling(declared, parties, "availability")
	count(names) > 0
	every name in names { declared.agreements[name].availability == "none" }
	count(agreement.gaps(declared, parties, "availability")) == 0
}

# METADATA
# description: >-
#   What would have to be written to tell the target where availability is settled between
#   `parties`: steps of JSON Pointers to absent fields. Empty where a target is stated, where it is
#   denied, and where availability is not settled at all.
gaps(declared, parties) := set() if {
	is_stated(declared, parties)
} else := _silent(declared, names) | agreement.gaps(declared, parties, "availability") if {
	names := agreement.settling(declared, parties, "availability")
	count(names) > 0
} else := set()

_silent(declared, names) := {subject.step_to_agreement(declared, [name, "availability"]) |
	some name in names
	not declared.agreements[name].availability
}
