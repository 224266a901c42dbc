# METADATA
# title: Declared entrustment
# description: >-
#   Whether the terms of an entrustment are agreed between the source and a
#   destination, and who is said not to fulfil its duties under them.
package bunkaiten.declared.entrustment

import data.bunkaiten.declared.agreement

# METADATA
# description: The names of the agreements in force with `destination` that settle the terms.
settling(declared, destination) := agreement.settling(declared, [declared.source, destination], _terms)

# METADATA
# description: The names of the agreements in force with `destination`, sorted, whatever they settle.
in_force(declared, destination) := sort(object.keys(agreement.in_force(declared, [declared.source, destination])))

# METADATA
# description: >-
#   How the declaration states that the terms are not agreed with `destination`: the
#   code of a finding, what fills its message, and where that stands. Undefined
#   if they are agreed, if too little is said to tell, or if nothing is said at all.
failure(declared, destination) := {"code": "no_agreements", "values": {}, "steps": []} if {
	agreement.are_none(declared)
} else := {"code": "terms_not_settled", "values": {"agreements": names}, "steps": [names[0], "settles"]} if {
	_is_unsettled(declared, destination)
	names := [name | some name in in_force(declared, destination); agreement.is_agreed(declared.agreements[name])]
	count(names) > 0
} else := {"code": "agreement_not_in_force", "values": {"agreements": names}, "steps": [names[0], field]} if {
	_is_unsettled(declared, destination)
	names := sort(agreement.lapsed(declared, [declared.source, destination], _terms))
	field := agreement.lapse(declared.agreements[names[0]])
} else := {"code": "terms_not_settled", "values": {"agreements": names}, "steps": [first, "form"]} if {
	# published terms and statutes settle nothing between institutions
	_is_unsettled(declared, destination)
	names := in_force(declared, destination)
	first := names[0]
}

# METADATA
# description: What would have to be written to tell whether the terms are settled, as steps of JSON Pointers.
gaps(declared, destination) := agreement.gaps(declared, [declared.source, destination], _terms) if {
	count(settling(declared, destination)) == 0
} else := set()

# METADATA
# description: >-
#   The institutions that are missing where it is listed who fulfils its duties. The
#   list may be left out, but one that is given is complete.
idle(declared) := {party |
	stated := declared.entrustment.fulfilledBy
	some party in declared.ends
	not party in stated
}

_is_unsettled(declared, destination) if {
	count(settling(declared, destination)) == 0
	count(gaps(declared, destination)) == 0
}

_terms := "entrustment-terms"
