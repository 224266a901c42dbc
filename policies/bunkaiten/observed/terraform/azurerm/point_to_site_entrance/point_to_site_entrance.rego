# METADATA
# title: Entrances of point-to-site VPNs of Azure
# description: How one gets through a gateway of point_to_site. Pure functions.
package bunkaiten.observed.terraform.azurerm.point_to_site_entrance

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.written

# METADATA
# description: >-
#   With what one gets in, by a block or a resource and its attribute with the types of
#   authentication; where nobody chose, whatever there are settings for.
authentication(block, name) := {"is": sort(words)} if {
	words := {_words[type] | some type in written.list(block.values, name)}
	count(words) > 0
} else := {"is": sort(words)} if {
	words := {word | some part, word in _parts; resource.is_set(object.get(block.values, part, null))}
	count(words) > 0
} else := {"unknown": true}

_words := {"AAD": "directory", "Certificate": "certificate", "Radius": "directory"}

_parts := {
	"aad_tenant": "directory",
	"radius_server": "directory",
	"radius_server_address": "directory",
	"root_certificate": "certificate",
}
