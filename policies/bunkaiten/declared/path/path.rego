# METADATA
# title: The path class
# description: >-
#   On which kind of path an exchange runs, guideline 4.3(1)(a): over a provider's
#   network or self-connected. Derived from who answers for the route and who
#   configures the routers at its ends; a carrier's line below decides nothing.
package bunkaiten.declared.path

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.subject

# METADATA
# description: Exchanges that the institutions connect themselves, 4.3(1)(a)②, by key.
self_connected[key] := exchange.all[key] if some key, "self-connected" in _class

# METADATA
# description: Exchanges over a network whose route the provider answers for, 4.3(1)(a)①, by key.
provider_network[key] := exchange.all[key] if some key, "provider-network" in _class

# METADATA
# description: Exchanges whose facts do not settle a path class, by key.
unsettled[key] := exchange.all[key] if some key, "unsettled" in _class

# METADATA
# description: >-
#   Who configures the router of each end: "institution", "provider", "unclear" (an
#   agreement says too little), "other" (somebody else, or nobody) or "not-stated".
routers(declared) := {end: _configured_by(declared, end) | some end in exchange.ends(declared)}

# METADATA
# description: A provider declares that it answers for the security of the route.
provider_answers(declared) if is_provider(declared, declared.path.routeSecuredBy)

# METADATA
# description: >-
#   The party is a provider of networks: by its role, or because the path is its own, whatever
#   else it is called. An institution's own line has no provider.
is_provider(declared, party) if subject.role(declared, party) == "provider"

is_provider(declared, party) if {
	declared.path.provider == party
	subject.role(declared, party) != "institution"
}

# METADATA
# description: >-
#   The providers of the path: whose line it is, who answers for its security, and who configures the
#   router of an end. The text speaks of one or more; on a provider's network there is at least one.
providers(declared) := _across(declared) | {party |
	some end in exchange.ends(declared)
	party := declared.path.routersConfiguredBy[end]
	is_provider(declared, party)
}

# METADATA
# description: >-
#   The providers of the path within the range of one institution: those of the path from end to
#   end, and whoever configures the router at its own end. Nobody else's router concerns it.
providers_at(declared, institution) := _across(declared) | {party |
	party := declared.path.routersConfiguredBy[institution]
	is_provider(declared, party)
}

# from end to end
_across(declared) := {party |
	some field in ["provider", "routeSecuredBy"]
	party := declared.path[field]
	is_provider(declared, party)
}

_class[key] := _class_of(declared) if some key, declared in exchange.all

_class_of(declared) := "unsettled" if {
	count(exchange.strangers(declared)) > 0
} else := "self-connected" if {
	declared.path.medium == "telephone"
} else := "self-connected" if {
	# the usual case, without looking at agreements
	ends := exchange.ends(declared)
	every end in ends { declared.path.routersConfiguredBy[end] in ends }
} else := "self-connected" if {
	_all_routers_by(declared, "institution")
} else := "provider-network" if {
	declared.path.medium
	provider_answers(declared)
	_all_routers_by(declared, "provider")
} else := "unsettled"

_all_routers_by(declared, whom) if every _, by in routers(declared) { by == whom }

_configured_by(declared, end) := by if {
	by := _hand(declared, declared.path.routersConfiguredBy[end], end)
} else := "not-stated"

_hand(declared, party, end) := "provider" if {
	is_provider(declared, party)
} else := "institution" if {
	party in exchange.ends(declared)
} else := _on_behalf[agreement.standing(declared, party, end)]

_on_behalf := {"same": "institution", "unclear": "unclear", "other": "other"}
