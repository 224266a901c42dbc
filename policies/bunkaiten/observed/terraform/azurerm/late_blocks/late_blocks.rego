# METADATA
# title: Blocks of Azure that nobody knows before apply
# description: What the blocks that other adapters read would show, as facts of which nothing is known.
package bunkaiten.observed.terraform.azurerm.late_blocks

import data.bunkaiten.observed.late_block

# METADATA
# description: Attributes that are read, by type.
reads := {type: object.keys(names) | some type, names in _blocks}

# METADATA
# description: Who would be on the other side.
peers := late_block.of("peers", _blocks, _computed)

# METADATA
# description: What would listen.
endpoints := late_block.of("endpoints", _blocks, _computed)

# METADATA
# description: Who would get at what is kept, and where copies of it would lie.
stores := late_block.of("stores", _blocks, _computed) | late_block.of("copies", _blocks, _computed)

# METADATA
# description: Who would get in.
accesses := late_block.of("accesses", _blocks, _computed)

# METADATA
# description: What would be recorded.
logs := late_block.of("logs", _blocks, _computed)

_computed := {"log", "network_rules", "private_link_access"}

_blocks := object.union(_fronts, _others)

_fronts := {
	"azurerm_application_gateway": {
		"backend_address_pool": {"peers": "application-gateway-backend"},
		"ssl_profile": {"endpoints": "application-gateway"},
	},
	"azurerm_frontdoor": {
		"backend_pool": {"peers": "front-door-origin"},
		"frontend_endpoint": {"endpoints": "front-door"},
		"routing_rule": {"endpoints": "front-door", "peers": "front-door-origin"},
	},
}

_others := {
	"azurerm_monitor_diagnostic_setting": {name: {"logs": "diagnostic-setting"} | some name in ["enabled_log", "log"]},
	"azurerm_network_watcher_flow_log": {"traffic_analytics": {"peers": "flow-log"}},
	"azurerm_private_endpoint": {"private_service_connection": {"peers": "private-endpoint"}},
	"azurerm_shared_image_gallery": {"sharing": {"stores": "image-gallery"}},
	"azurerm_shared_image_version": {"target_region": {"copies": "image-version"}},
	"azurerm_storage_account": {"network_rules": {"peers": "storage-network-rule"}},
	"azurerm_storage_account_network_rules": {"private_link_access": {"peers": "resource-access-rule"}},
	"azurerm_virtual_network_gateway": {"vpn_client_configuration": {
		"accesses": "point-to-site-vpn",
		"endpoints": "point-to-site-vpn",
	}},
	"azurerm_virtual_network_gateway_connection": {"traffic_selector_policy": {"peers": "vpn-network"}},
	"azurerm_vpn_gateway_connection": {"vpn_link": {"peers": "vpn-connection"}},
	"azurerm_vpn_server_configuration": {"azure_active_directory_authentication": {"accesses": "point-to-site-vpn"}},
}
