# METADATA
# title: Locations of Azure
# description: >-
#   Where a resource lies, and where Azure copies to from there ("Azure cross-region replication
#   pairings for all geographies", learn.microsoft.com/azure/reliability/regions-paired).
package bunkaiten.observed.terraform.azurerm.locations

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.paired_regions

# METADATA
# description: The region of a resource, as Azure spells it, "japaneast".
of(thing) := {"is": replace(lower(location), " ", "")} if {
	location := resource.attribute(thing, "location").is
	is_string(location)
} else := {"unknown": true}

# METADATA
# description: The region that is paired with that of a resource.
paired(thing) := {"is": _pairs[of(thing).is]} if {
	_pairs[of(thing).is]
} else := {"unknown": true}

_pairs := paired_regions
