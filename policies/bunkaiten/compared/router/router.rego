# METADATA
# title: Who really configures the routers of a path
# description: >-
#   Holds the tunnels and gateways that a deployment shows on the path of an exchange against the
#   provider that is said to secure the route, 4.3(1)(a)①. A router is where a line ends; lines, and
#   rules that say who is let through, make none.
package bunkaiten.compared.router

import data.bunkaiten.compared.operator
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.identity
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.dialect
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   Tunnels, gateways and joints of an exchange that are not the provider's, by exchange:
#   observed_own_router, observed_operator_unknown and observed_joint_unknown (it is not known
#   whether it leads to the provider). Values: thing, way and operator; where it cannot be told, also
#   `whose`: how that is told.
findings[key] contains found if {
	some key, declared in exchange.all
	some fact in _on_path[key]
	operators := operator.of(declared, fact)
	code := _said(declared, fact, operators)
	code != "fine"

	places := [subject.step_to(declared, ["path", "routersConfiguredBy"]), fact.steps]
	values := {
		"thing": fact.thing,
		"way": shown.way(fact),
		"operator": [subject.label(declared, party) | some party in operators],
	}
	found := finding.at(code, key, places, object.union(values, _telling(code, fact)))
}

# METADATA
# description: Every tunnel, gateway and joint of the exchange is the provider's.
left_to_provider contains key if {
	some key, declared in exchange.all
	every fact in _on_path[key] { _said(declared, fact, operator.of(declared, fact)) == "fine" }
}

_on_path[key] := facts if {
	some key, _ in exchange.all
	facts := {fact |
		some fact in data.bunkaiten.observed.binding.peers[key]
		shown.part(fact) in {"gateway", "joint", "tunnel"}
	}
}

# total: whose it is must be known
_said(declared, fact, operators) := "fine" if {
	_is_fine(declared, fact, operators)
} else := "observed_joint_unknown" if {
	shown.part(fact) == "joint"
	_may_lead_to_provider(declared, fact.who)
} else := "observed_own_router" if {
	count(operators) > 0
	operators & declared.carriers == set()
} else := "observed_operator_unknown"

_is_fine(declared, _, operators) if {
	count(operators) > 0
	every party in operators { party in declared.carriers }
}

_is_fine(declared, fact, _) if {
	shown.part(fact) == "joint"
	beyond := identity.nearest(declared, fact.who.is)
	count(beyond) > 0
	every party in beyond { party in declared.carriers }
}

_telling(code, fact) := {"whose": dialect.whose(fact)} if {
	code in {"observed_joint_unknown", "observed_operator_unknown"}
} else := {}

_may_lead_to_provider(_, who) if who.unknown

_may_lead_to_provider(declared, who) if {
	some party in identity.nearest(declared, who.is)
	party in declared.carriers
}
