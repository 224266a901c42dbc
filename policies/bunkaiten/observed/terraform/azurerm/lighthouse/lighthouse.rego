# METADATA
# title: Azure Lighthouse
# description: Tenants of others that may work in the own subscription, with what they may do there.
package bunkaiten.observed.terraform.azurerm.lighthouse

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.role_rights
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.terraform.azurerm.subscriptions

# METADATA
# description: What people call these facts.
ways := {"lighthouse": {
	"en": "subscription open to another tenant (Azure Lighthouse)",
	"ja": "別テナントへのサブスクリプションの委任（Azure Lighthouse）",
	"grants": true,
}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_lighthouse_assignment": ["lighthouse_definition_id"],
	"azurerm_lighthouse_definition": array.concat(
		["managing_tenant_id"],
		[sprintf("%s.%s", [block, name]) |
			some block in ["authorization", "eligible_authorization"]
			some name in ["principal_id", "role_definition_id"]
		],
	),
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"azurerm_lighthouse_assignment": [["lighthouse_definition_id", "azurerm_lighthouse_definition"]]}

# METADATA
# description: >-
#   Every authorization of a tenant that is not the plan's own, also one that is asked for each time.
accesses contains found if {
	some _, definition in resource.managed.azurerm_lighthouse_definition
	some who in _tenants(definition, resource.attribute(definition, "managing_tenant_id"))
	some block in ["authorization", "eligible_authorization"]
	some authorization in settings.items(definition, block)
	found := fact.on(definition, [block, authorization.index], "lighthouse", {
		"who": who,
		"authentication": {"is": ["directory"]},
		"rights": role_rights.of(settings.in_block(authorization, "role_definition_id"), set()),
	})
}

accesses contains found if {
	some _, definition in resource.managed.azurerm_lighthouse_definition
	some who in _tenants(definition, resource.attribute(definition, "managing_tenant_id"))
	some block in ["authorization", "eligible_authorization"]
	resource.is_unknown(definition, block)
	found := fact.on(definition, [block], "lighthouse", {
		"who": who,
		"authentication": {"is": ["directory"]},
		"rights": {"unknown": true},
	})
}

_tenants(definition, tenant) := {{"is": {"by": "tenant", "name": named}} |
	some named in ({lower(tenant.is)} - {ours | some ours in _own[definition.key]})
} if {
	is_string(tenant.is)
	_own[definition.key]
} else := {{"is": {"by": "tenant", "name": lower(tenant.is)}}} if {
	is_string(tenant.is)
} else := {{"unknown": true}}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_own[place] := names if some place, names in subscriptions.own
