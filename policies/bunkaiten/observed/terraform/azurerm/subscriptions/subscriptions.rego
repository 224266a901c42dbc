# METADATA
# title: Subscriptions and tenants of Azure
# description: >-
#   Which subscription and tenant each resource of a plan lies in, as its provider block says it, and
#   which subscriptions and tenants that a plan names are another's.
package bunkaiten.observed.terraform.azurerm.subscriptions

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.written

# METADATA
# description: Whose each resource is, by its key, as far as its provider block tells.
owners[place] contains who if {
	some type, resources in resource.managed
	startswith(type, "azurerm_")
	some place, seen in resources
	some who in _blocks[seen.document][configuration.provider(seen)]
}

# METADATA
# description: >-
#   The names of the subscription and the tenant that each resource lies in, by its key; where its
#   provider block tells none, the tenants of all blocks of its plan, but no subscription.
own[place] contains who.name if {
	some type, resources in resource.managed
	startswith(type, "azurerm_")
	some place, seen in resources
	some block in _around(seen)
	some who in block
}

_around(seen) := [block] if {
	block := _blocks[seen.document][configuration.provider(seen)]
} else := [{who | some who in block; _may_be_own(seen, who)} | some block in _blocks[seen.document]]

_may_be_own(_, who) if who.by == "tenant"

_may_be_own(seen, _) if not _is_provided(seen)

_is_provided(seen) if _provided[seen.document][configuration.provider(seen)]

_tells(seen) if _blocks[seen.document][configuration.provider(seen)]

# a block that tells no subscription may lie in that of another block of the plan
_is_doubtful(seen, named) if {
	ours := _ours(seen)
	not named in ours
	not _tells(seen)
	some block in _blocks[seen.document]
	{"by": "subscription", "name": named} in block
}

# METADATA
# description: >-
#   Who an attribute with the id of a resource names, as a set: the subscription in the id, nobody
#   where that is one of `ours`, or unknown.
strangers(attribute, ours) := {{"unknown": true}} if {
	attribute.unknown
} else := {{"unknown": true}} if {
	attribute.is
	not _is_id(attribute)
} else := {who |
	named := of(attribute.is)
	not named in ours
	who := {"is": {"by": "subscription", "name": named}}
}

# METADATA
# description: >-
#   The same of what an attribute of a resource leads to: by the id where that is known, by the provider
#   block of what the plan makes where only apply will show it. `types` are those that it may be of; any
#   of Azure, where there are none.
beyond(seen, name, attribute, types) := {{"unknown": true}} if {
	_is_doubtful(seen, of(attribute.is))
} else := strangers(attribute, _ours(seen)) if {
	object.get(attribute, "unknown", false) == false
} else := {who | some node in nodes; some who in _makers(seen, node)} if {
	nodes := {node | some node in configuration.referred(seen, name); _is_of(node, types)}
	count(nodes) > 0
} else := {{"unknown": true}}

# METADATA
# description: >-
#   The same of where logs go. An id that only apply will show is that of something that the plan makes
#   or looks up, which a plan with one provider block does in one subscription.
keepers(seen, name, attribute) := {who |
	some who in beyond(seen, name, attribute, set())
	not _is_alone(seen, who)
}

_is_alone(seen, who) if {
	who.unknown
	blocks := {called | some called, block in _provided[seen.document]; block.name == "azurerm"}
	count(blocks) < 2
}

_provided[document] := written.table(plan, ["configuration", "provider_config"]) if {
	some document, plan in input.terraform
}

_ours(seen) := {named | some named in own[seen.key]}

_is_ours(seen, who) if who.name in own[seen.key]

_is_of(node, types) if _type_of(node) in types

_is_of(node, types) if {
	types == set()
	startswith(_type_of(node), "azurerm_")
}

_type_of(node) := split(split(node, "\n")[2], ".")[0]

# of another provider block that tells no subscription, nobody can tell whose it is
_makers(seen, node) := set() if {
	_called(node) == _called(seen.configured)
} else := {{"is": who} |
	some who in named
	not _is_ours(seen, who)
} if {
	named := {who |
		some who in _blocks[seen.document][_called(node)]
		who.by == "subscription"
	}
	count(named) > 0
} else := {{"unknown": true}}

_called(node) := key if {
	key := configuration.provider({"configured": node})
} else := ""

# METADATA
# description: The subscription in the id of a resource.
of(id) := lower(captured[1]) if {
	is_string(id)
	captured := regex.find_all_string_submatch_n(`(?i)^/subscriptions/([^/]+)`, id, 1)[0]
}

_is_id(attribute) if of(attribute.is)

_blocks[document][called] contains {"by": kind, "name": lower(named)} if {
	some document, plan in input.terraform
	some called, block in _provided[document]
	some field, kind in {"subscription_id": "subscription", "tenant_id": "tenant"}
	named := _constant(plan, written.table(block, ["expressions", field]))
	is_string(named)
	named != ""
}

# what is written, or the value of the variable that stands there alone
_constant(plan, expression) := value if {
	value := expression.constant_value
} else := value if {
	[reference] := expression.references
	startswith(reference, "var.")
	value := plan.variables[trim_prefix(reference, "var.")].value
}
