# METADATA
# title: The path class
# description: >-
#   On which kind of path an exchange runs, guideline 4.3(1)(a): over a provider's
#   network or self-connected. Derived from who answers for the route and who
#   configures the routers at its ends; a carrier's line below decides nothing.
package bunkaiten.declared.path

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.exchange

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
routers(declared) := {end: _configured_by(declared, end) | some end in declared.ends}

# METADATA
# description: A provider declares that it answers for the security of the route.
provider_answers(declared) if declared.path.routeSecuredBy in declared.carriers

# METADATA
# description: >-
#   The providers of the path within the range of one institution: those of the path from end to
#   end, and whoever configures the router at its own end. Nobody else's router concerns it.
providers_at(declared, institution) := declared.providers & (named | hands) if {
	named := {declared.path[field] | some field in ["provider", "routeSecuredBy"]}
	hands := {hand | hand := declared.path.routersConfiguredBy[institution]}
}

_class[key] := _class_of(declared) if some key, declared in exchange.all

_class_of(declared) := "unsettled" if {
	some end in declared.ends
	declared.parties[end].role != "institution"
} else := "self-connected" if {
	declared.path.medium == "telephone"
} else := "self-connected" if {
	# the usual case, without looking at agreements
	every end in declared.ends { declared.path.routersConfiguredBy[end] in declared.ends }
} else := _class_by({by | some end in declared.ends; by := _configured_by(declared, end)}, declared)

_class_by({"institution"}, _) := "self-connected"

_class_by({"provider"}, declared) := "provider-network" if {
	declared.path.medium
	declared.path.routeSecuredBy in declared.carriers
} else := "unsettled"

_class_by(hands, _) := "unsettled" if {
	hands != {"institution"}
	hands != {"provider"}
}

_configured_by(declared, end) := by if {
	by := _hand(declared, declared.path.routersConfiguredBy[end], end)
} else := "not-stated"

_hand(declared, party, end) := "provider" if {
	party in declared.carriers
} else := "institution" if {
	party in declared.ends
} else := _on_behalf[agreement.standing(declared, party, end)]

_on_behalf := {"same": "institution", "unclear": "unclear", "other": "other"}
