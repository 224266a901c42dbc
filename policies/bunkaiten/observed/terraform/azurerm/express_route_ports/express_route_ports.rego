# METADATA
# title: Ports of ExpressRoute Direct
# description: Whether the links of a port are encrypted.
package bunkaiten.observed.terraform.azurerm.express_route_ports

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings

# METADATA
# description: Attributes that are read, by type.
reads := {"azurerm_express_route_port": [sprintf("%s.%s", [link, name]) |
	some link in ["link1", "link2"]
	some name in ["admin_enabled", "macsec_cak_keyvault_secret_id", "macsec_ckn_keyvault_secret_id"]
]}

# METADATA
# description: >-
#   By key, {"is": "macsec"} or {"is": "none"}. MACsec is on where both of its keys are set on every
#   link that is in use; its cipher alone says nothing.
encrypted[key] := _encrypted(port) if some key, port in resource.managed.azurerm_express_route_port

_encrypted(port) := {"unknown": true} if {
	some name in ["link1", "link2"]
	resource.is_unknown(port, name)
} else := {"is": "macsec"} if {
	count(_in_use(port)) > 0
	every link in _in_use(port) { _has_keys(link) }
} else := {"is": "none"}

_in_use(port) := used if {
	used := {link | some link in _links(port); settings.of_block(link, "admin_enabled", false) != {"is": false}}
	count(used) > 0
} else := _links(port)

_links(port) := {link | some name in ["link1", "link2"]; some link in settings.items(port, name)}

_has_keys(link) if {
	every name in ["macsec_cak_keyvault_secret_id", "macsec_ckn_keyvault_secret_id"] {
		settings.in_block(link, name) != {}
	}
}
