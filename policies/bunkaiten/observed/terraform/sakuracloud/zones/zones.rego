# METADATA
# title: Zones of Sakura Cloud
# description: >-
#   Where a resource lies: in the zone that it names, or in that of its provider block. The zone that
#   the environment or a profile gives, no plan tells.
package bunkaiten.observed.terraform.sakuracloud.zones

import data.bunkaiten.observed.provider
import data.bunkaiten.observed.resource

# METADATA
# description: The zone of a resource, "is1a".
of(thing) := {"is": zone} if {
	zone := resource.attribute(thing, "zone").is
	is_string(zone)
} else := {"unknown": true} if {
	resource.attribute(thing, "zone") != {}
} else := {"is": zone} if {
	zone := provider.setting(thing, "zone")
	is_string(zone)
	zone != ""
} else := {"unknown": true}
