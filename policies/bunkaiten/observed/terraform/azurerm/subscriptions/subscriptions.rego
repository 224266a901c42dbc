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
#   provider block tells none, those of all blocks of its plan.
own[place] contains who.name if {
	some type, resources in resource.managed
	startswith(type, "azurerm_")
	some place, seen in resources
	some block in _around(seen)
	some who in block
}

_around(seen) := [block] if {
	block := _blocks[seen.document][configuration.provider(seen)]
} else := [block | some block in _blocks[seen.document]]

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
# description: The subscription in the id of a resource.
of(id) := lower(captured[1]) if {
	is_string(id)
	captured := regex.find_all_string_submatch_n(`(?i)^/subscriptions/([^/]+)`, id, 1)[0]
}

_is_id(attribute) if of(attribute.is)

_blocks[document][called] contains {"by": kind, "name": lower(named)} if {
	some document, plan in input.terraform
	some called, block in written.table(plan, ["configuration", "provider_config"])
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
