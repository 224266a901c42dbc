# METADATA
# title: Who leads when a service fails
# description: >-
#   Whom agreements name to take the lead when a service fails, 4.3(1)(a)① A1-10, and what
#   leaves that open.
package bunkaiten.declared.lead

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject

# METADATA
# description: >-
#   Whom the agreements in force between `parties` that settle the matter name, by agreement.
#   "none" states that nobody leads; agreements that name nobody are left out.
settled(declared, parties) := {name: leader |
	some name in agreement.settling(declared, parties, "failure-lead")
	leader := declared.agreements[name].failureLead
}

# METADATA
# description: >-
#   Whom any agreement in force of an institution of the exchange with a provider of the path
#   within its range names, whatever it settles, as pairs of leader and agreement.
named(declared) := {[leader, name] |
	some institution in declared.ends
	some provider in path.providers_at(declared, institution)
	some name, written in agreement.in_force(declared, [institution, provider])
	leader := written.failureLead
	leader != "none"
}

# METADATA
# description: >-
#   "leads" if `leader` is a provider and a party to the agreement `name` that names it;
#   otherwise the code of a finding.
standing(declared, name, leader) := "leads" if {
	subject.role(declared, leader) == "provider"
	_is_bound(declared.agreements[name], leader)
} else := "leader_is_no_party" if {
	subject.role(declared, leader) == "provider"
} else := "leader_is_no_provider" if {
	subject.role(declared, leader)
} else := "nobody_leads"

# METADATA
# description: >-
#   What would have to be written, as steps of JSON Pointers, to know the leader that
#   `parties` settle: the name in each agreement that settles it without one, and whatever tells whether one more
#   agreement between them spoils what is settled.
gaps(declared, parties) := {subject.step_to_agreement(declared, [name, "failureLead"]) |
	some name in agreement.settling(declared, parties, "failure-lead")
	not declared.agreements[name].failureLead
} | {step |
	some step in agreement.gaps(declared, parties, "failure-lead")
	name := _name(step)
	standing(declared, name, declared.agreements[name].failureLead) != "leads"
}

# METADATA
# description: >-
#   What would have to be written, as steps of JSON Pointers, to know whether an agreement
#   between `parties` that names somebody else than `leaders` is in force. Where there are
#   no leaders, there are no rivals.
rivals(declared, parties, leaders) := {step |
	count(leaders) > 0
	some step in agreement.gaps_in_force(declared, parties)
	leader := declared.agreements[_name(step)].failureLead
	leader != "none"
	not leader in leaders
}

# a party that is stated not to have signed is bound to nothing
_is_bound(written, party) if {
	party in written.between
	not written.signedBy
}

_is_bound(written, party) if {
	party in written.between
	party in written.signedBy
}

# a step leads to a field of an agreement
_name(step) := step[count(step) - 2]
