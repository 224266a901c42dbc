# METADATA
# title: Point-to-site VPN of Azure
# description: >-
#   Gateways that people dial into from anywhere: how they show who they are, whose people they are,
#   and whether connections are recorded.
package bunkaiten.observed.terraform.azurerm.point_to_site

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.diagnostics
import data.bunkaiten.observed.terraform.azurerm.point_to_site_entrance
import data.bunkaiten.observed.terraform.azurerm.settings
import data.bunkaiten.observed.terraform.azurerm.subscriptions
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"point-to-site-vpn": {"en": "point-to-site VPN", "ja": "ポイント対サイト VPN"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_point_to_site_vpn_gateway": ["vpn_server_configuration_id"],
	"azurerm_virtual_network_gateway": [
		"vpn_client_configuration.aad_tenant", "vpn_client_configuration.radius_server",
		"vpn_client_configuration.radius_server_address", "vpn_client_configuration.root_certificate.name",
		"vpn_client_configuration.vpn_auth_types", "vpn_client_configuration.vpn_client_protocols",
	],
	"azurerm_vpn_server_configuration": [
		"azure_active_directory_authentication.tenant", "vpn_authentication_types", "vpn_protocols",
	],
}

# METADATA
# description: What the gateway uses, so that what claims the gateway claims it.
uses := {"azurerm_point_to_site_vpn_gateway": [["vpn_server_configuration_id", "azurerm_vpn_server_configuration"]]}

# METADATA
# description: >-
#   The gateway as a way in, and the tenant whose people it lets in, where that is another's than the
#   plan's.
accesses contains found if {
	some entrance in _entrances
	found := fact.on(entrance.of, entrance.path, "point-to-site-vpn", {
		"who": {"is": fact.network("0.0.0.0/0")},
		"authentication": entrance.authentication,
		"logged": diagnostics.logged(entrance.gateway, entrance.type, "P2SDiagnosticLog"),
	})
}

accesses contains found if {
	some entrance in _entrances
	some who in _tenants(entrance)
	found := fact.on(entrance.of, array.concat(entrance.path, [entrance.tenant.name]), "point-to-site-vpn", {
		"who": who,
		"authentication": {"is": ["directory"]},
	})
}

# METADATA
# description: What listens there for TLS. IKEv2 alone is told by the way in.
endpoints contains found if {
	some entrance in _entrances
	some protocol in ["OpenVPN", "SSTP"]
	protocol in entrance.protocols
	found := fact.on(entrance.of, entrance.path, "point-to-site-vpn", {
		"audience": {"is": "anybody"},
		"encrypted": _encrypted(entrance.authentication),
		"port": {"is": 443},
	})
}

_encrypted(authentication) := {"unknown": true} if {
	authentication.unknown
} else := {"is": "mutual-tls"} if {
	authentication.is == ["certificate"]
} else := {"is": "tls"}

_entrances contains entrance if {
	some _, gateway in resource.managed.azurerm_virtual_network_gateway
	some block in settings.items(gateway, "vpn_client_configuration")
	entrance := {
		"of": gateway,
		"gateway": gateway,
		"type": "azurerm_virtual_network_gateway",
		"path": ["vpn_client_configuration", block.index],
		"authentication": point_to_site_entrance.authentication(block, "vpn_auth_types"),
		"tenant": {"name": "aad_tenant", "value": _part(block, "aad_tenant")},
		"protocols": written.list(block.values, "vpn_client_protocols"),
	}
}

_entrances contains entrance if {
	some _, gateway in resource.managed.azurerm_point_to_site_vpn_gateway
	some key in resource.tied(gateway, "vpn_server_configuration_id", "azurerm_vpn_server_configuration")
	server := resource.managed.azurerm_vpn_server_configuration[key]
	entrance := {
		"of": server,
		"gateway": gateway,
		"type": "azurerm_point_to_site_vpn_gateway",
		"path": ["azure_active_directory_authentication"],
		"authentication": point_to_site_entrance.authentication(server, "vpn_authentication_types"),
		"tenant": _tenant(server),
		"protocols": written.list(server.values, "vpn_protocols"),
	}
}

# an existing configuration, which the plan only names by its id, cannot be told
_entrances contains entrance if {
	some _, gateway in resource.managed.azurerm_point_to_site_vpn_gateway
	name := "vpn_server_configuration_id"
	resource.tied(gateway, name, "azurerm_vpn_server_configuration") == set()
	entrance := {
		"of": gateway,
		"gateway": gateway,
		"type": "azurerm_point_to_site_vpn_gateway",
		"path": [name],
		"authentication": {"unknown": true},
		"tenant": {"name": "tenant", "value": {}},
		"protocols": [],
	}
}

_part(block, name) := settings.in_block(block, name)

_tenant(server) := {"name": "tenant", "value": _part(block, "tenant")} if {
	some block in settings.items(server, "azure_active_directory_authentication")
} else := {"name": "tenant", "value": {}}

# a tenant is named by its address, "https://login.microsoftonline.com/<tenant>/"
_tenants(entrance) := set() if {
	entrance.tenant.value == {}
} else := {{"unknown": true}} if {
	not _is_numbered(entrance)
} else := {{"is": {"by": "tenant", "name": stranger}} |
	named := lower(regex.find_n(_guid, entrance.tenant.value.is, 1)[0])
	some stranger in ({named} - _ours(entrance.of.key))
}

# one that is named by a domain may be anybody's
_is_numbered(entrance) if {
	is_string(entrance.tenant.value.is)
	regex.match(_guid, entrance.tenant.value.is)
}

_guid := `[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}`

_ours(place) := {named | some named in _own[place]}

_own[place] contains named if {
	some place, names in subscriptions.own
	some named in names
}
