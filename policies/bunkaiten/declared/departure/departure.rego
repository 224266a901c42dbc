# METADATA
# title: Departures from the principle of who bears what
# description: >-
#   By 4.3(1)(a)① ordinary-operation and ex-post responsibility lie in principle (原則として)
#   with one of the two institutions. The other one may bear them where the reason is recorded
#   in an agreement in force between the two; anybody else never may.
package bunkaiten.declared.departure

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.allocation
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject

# METADATA
# description: >-
#   By exchange on a provider's network: who bears each of the two responsibilities towards each named
#   destination, and the fields that say so. What nobody states is in `unheld`.
statements[key] := {{"duty": duty, "destination": destination, "fields": fields, "holder": holder} |
	some duty in _duties
	some destination in declared.destinations.parties
	[fields, holder] := allocation.holder(declared, duty, destination)
} if {
	some key, declared in path.provider_network
}

# METADATA
# description: >-
#   What would have to be written to name the holders of the two responsibilities, as steps
#   of JSON Pointers to absent fields.
unheld[key] := {subject.step_to(declared, allocation.unheld(declared, duty, destination)) |
	some duty in _duties
	some destination in declared.destinations.parties
	not allocation.holder(declared, duty, destination)
} if {
	some key, declared in path.provider_network
}

# METADATA
# description: >-
#   The reason to depart from the principle towards `destination` is recorded in an
#   agreement in force between it and the source.
is_recorded(declared, destination) if {
	stated := declared.responsibilities.departure
	stated.reason
	in_force := agreement.in_force(declared, [declared.source, destination])
	agreement.is_agreed(in_force[stated.agreement])
}

# METADATA
# description: >-
#   How it is stated that no departure towards `destination` is recorded: the code of a
#   finding, and the place that shows it, if there is one, as steps of a JSON Pointer.
#   Saying nothing states it too: the principle holds.
failure(declared, _) := _failure("departure_not_recorded", []) if not declared.responsibilities.departure

failure(declared, _) := _failure("departure_not_recorded", [_step(declared, [])]) if {
	declared.responsibilities.departure == "none"
}

failure(declared, destination) := _failure("departure_between_others", [_step(declared, ["agreement"])]) if {
	count(_unbound(declared, destination)) > 0
}

failure(declared, destination) := _failure("departure_not_recorded", [_step(declared, ["agreement"]), place]) if {
	count(_unbound(declared, destination)) == 0
	_is_imposed(declared)
	place := array.concat(_step_to_cited(declared), ["form"])
}

failure(declared, destination) := _failure("departure_not_in_force", [place]) if {
	count(_unbound(declared, destination)) == 0
	not _is_imposed(declared)
	not _may_be_in_force(declared, destination)
	place := _step_to_cited(declared)
}

# METADATA
# description: >-
#   What would have to be written to tell whether a departure towards `destination` is
#   recorded, as steps of JSON Pointers to absent fields.
gaps(declared, destination) := {_step(declared, [field]) |
	is_object(declared.responsibilities.departure)
	some field in ["agreement", "reason"]
	not declared.responsibilities.departure[field]
} | _gaps_of_cited(declared, destination)

# METADATA
# description: >-
#   The code of a finding on a holder that is neither the source nor `destination`:
#   responsibility_with_nobody or responsibility_elsewhere. Undefined for the two.
astray(_, _, "none") := "responsibility_with_nobody"

astray(declared, destination, holder) := "responsibility_elsewhere" if {
	ends := {"none", declared.source, destination}
	not holder in ends
}

_duties := ["ordinaryOperation", "exPost"]

_failure(code, places) := {"code": code, "places": places}

_step(declared, fields) := subject.step_to(declared, array.concat(["responsibilities", "departure"], fields))

_step_to_cited(declared) := subject.step_to_agreement(declared, [declared.responsibilities.departure.agreement])

# published terms and a statute record nothing, whatever they leave unsaid
_gaps_of_cited(declared, destination) := set() if {
	_is_imposed(declared)
} else := _undated(declared, destination) | _formless(declared, destination)

_undated(declared, destination) := {step |
	cited := _step_to_cited(declared)
	some step in agreement.gaps_in_force(declared, [declared.source, destination])
	array.slice(step, 0, count(cited)) == cited
}

_formless(declared, destination) := {array.concat(_step_to_cited(declared), ["form"]) |
	_may_be_in_force(declared, destination)
	cited := declared.responsibilities.departure.agreement
	not declared.agreements[cited].form
}

_is_imposed(declared) if agreement.is_imposed(declared.agreements[declared.responsibilities.departure.agreement])

# the ones of the two that the cited agreement does not bind; undefined where none is cited
_unbound(declared, destination) := {declared.source, destination} - {party | some party in between} if {
	between := declared.agreements[declared.responsibilities.departure.agreement].between
}

_may_be_in_force(declared, destination) if {
	in_force := agreement.in_force(declared, [declared.source, destination])
	in_force[declared.responsibilities.departure.agreement]
}

_may_be_in_force(declared, destination) if count(_undated(declared, destination)) > 0
