# METADATA
# title: Who bears what on a provider's line
# description: >-
#   Where encryption begins at the provider's edge, 4.3(1)(b)②: which threats lie with the
#   provider of the line, and how a responsibility of the institutions came to lie elsewhere.
package bunkaiten.declared.share

import data.bunkaiten.declared.allocation
import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

# METADATA
# description: >-
#   The exchanges, by key, in which a provider has a share of management responsibility:
#   encrypted from its edge, over a network whose route it answers for. On a self-connected
#   path nothing is shared with it, and while the path class is open nobody can tell.
exchanges[key] := declared if {
	some key, declared in path.provider_network
	encryption.provider_edge[key]
}

# METADATA
# description: >-
#   The threat stands in the list of a provider of the path, and in no list of anybody else.
lies_with_provider(declared, threat) if {
	bearers := allocation.bearers(declared, threat)
	count(bearers) > 0
	count(bearers - declared.providers) == 0
}

# METADATA
# description: >-
#   The findings that state how the threat does not lie with the provider alone: a party that
#   is no provider of the path bears it (borne_by_another), or every provider of the path is
#   stated to bear nothing at all (provider_bears_nothing).
denials(key, declared, threat) := _borne_by_others(key, declared, threat) | _refusals(key, declared)

# METADATA
# description: >-
#   The findings that leave open who bears the threat, while it stands in nobody's list: a
#   provider's list is absent (fact_not_stated), or it holds other threats (not_assigned).
open(key, declared, threat) := {found |
	count(allocation.bearers(declared, threat)) == 0
	some provider in declared.providers
	found := _gap(key, declared, provider)
}

# METADATA
# description: The ends of the exchange that are institutions.
institutions(declared) := declared.ends - exchange.strangers(declared)

# METADATA
# description: >-
#   The code that says with whom a responsibility of the institutions lies instead: nobody,
#   a provider, or anybody else. Undefined where an institution of the exchange holds it.
elsewhere(_, "none") := "borne_by_nobody"

elsewhere(declared, holder) := "borne_by_provider" if subject.role(declared, holder) == "provider"

elsewhere(declared, holder) := "borne_by_another" if {
	subject.role(declared, holder) != "provider"
	own := institutions(declared)
	not holder in own
}

_borne_by_others(key, declared, threat) := {found |
	some party in (allocation.bearers(declared, threat) - declared.providers)
	holder := subject.label(declared, party)
	found := finding.at("borne_by_another", key, [_list(declared, party)], {"holder": holder})
}

_refusals(key, declared) := {found |
	_bear_nothing(declared)
	some provider in declared.providers
	name := subject.label(declared, provider)
	found := finding.at("provider_bears_nothing", key, [_list(declared, provider)], {"provider": name})
}

_bear_nothing(declared) if {
	providers := declared.providers
	every provider in providers { count(allocation.share(declared, provider)) == 0 }
}

# a provider that is stated to bear nothing leaves nothing open
_gap(key, declared, provider) := finding.not_stated(key, _list(declared, provider)) if {
	not allocation.share(declared, provider)
}

_gap(key, declared, provider) := found if {
	count(allocation.share(declared, provider)) > 0
	name := subject.label(declared, provider)
	found := finding.at("not_assigned", key, [_list(declared, provider)], {"provider": name})
}

# the word "none" stands for every list
_list(declared, party) := subject.step_to(declared, ["responsibilities", "management"]) if {
	declared.responsibilities.management == "none"
} else := subject.step_to(declared, ["responsibilities", "management", party])
