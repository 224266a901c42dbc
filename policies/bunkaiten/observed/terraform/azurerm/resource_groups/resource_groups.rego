# METADATA
# title: Resource groups of Azure
# description: >-
#   Which resource group of the plan each resource lies in. Azure hands no tags on to what a group
#   holds (learn.microsoft.com/azure/azure-resource-manager/management/tag-resources); who marks the
#   group for this gate means all of it.
package bunkaiten.observed.terraform.azurerm.resource_groups

import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type; a group is found by its name.
reads := {"azurerm_resource_group": []}

# METADATA
# description: The groups that speak for a resource by their tags, by its key.
grounds[place] contains group if {
	some type, resources in resource.managed
	startswith(type, "azurerm_")
	some place, seen in resources
	some key in resource.tied(seen, "resource_group_name", "azurerm_resource_group")
	group := resource.managed.azurerm_resource_group[key]
}
