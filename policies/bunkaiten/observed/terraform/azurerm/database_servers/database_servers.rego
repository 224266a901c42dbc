# METADATA
# title: Servers of databases of Azure
# description: >-
#   What servers of SQL Database, PostgreSQL and MySQL have in common: whether they have a public
#   address, and what they ask of connections.
package bunkaiten.observed.terraform.azurerm.database_servers

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.settings

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_mssql_managed_instance": ["minimum_tls_version", "public_data_endpoint_enabled"],
	"azurerm_mssql_server": ["minimum_tls_version", "public_network_access_enabled"],
	"azurerm_mysql_flexible_server": [
		"delegated_subnet_id", "public_network_access", "public_network_access_enabled",
	],
	"azurerm_mysql_flexible_server_configuration": ["name", "server_name", "value"],
	"azurerm_postgresql_flexible_server": ["delegated_subnet_id", "public_network_access_enabled"],
	"azurerm_postgresql_flexible_server_configuration": ["name", "server_id", "value"],
}

# METADATA
# description: >-
#   By key, {"is": "anybody"} where a server has a public address, {"is": "inside"} where it has none.
#   It has one where nobody chose, but for managed instances, and for servers with a subnet of their
#   own (registry.terraform.io, the pages of the four types).
audience[key] := _audience(type, server) if some [type, key, server] in _servers

# METADATA
# description: By key, the port that a server listens at.
port[key] := _ports[type] if some [type, key, _] in _servers

# METADATA
# description: >-
#   By key, what a server asks of connections: TLS always (SQL Database) or unless a setting says
#   otherwise, and the oldest version (1.2, if nobody chose).
security[key] := {
	"encrypted": {"is": "tls"},
	"weakest": settings.word(settings.chosen(server, "minimum_tls_version", "1.2"), _versions),
} if {
	some [type, key, server] in _servers
	startswith(type, "azurerm_mssql_")
}

security[key] := _asked(_settings(key)) if {
	some [type, key, _] in _servers
	not startswith(type, "azurerm_mssql_")
}

_servers := [[type, key, server] |
	some type, _ in _ports
	some key, server in resource.managed[type]
]

# a managed instance has a port of its own for the public address
_ports := {
	"azurerm_mssql_managed_instance": 1433,
	"azurerm_mssql_server": 1433,
	"azurerm_mysql_flexible_server": 3306,
	"azurerm_postgresql_flexible_server": 5432,
}

_audience("azurerm_mssql_managed_instance", server) := _reach(public) if {
	public := settings.chosen(server, "public_data_endpoint_enabled", false)
}

_audience("azurerm_mssql_server", server) := _reach(public) if {
	public := settings.chosen(server, "public_network_access_enabled", true)
}

_audience(type, server) := {"is": "inside"} if {
	type in {"azurerm_mysql_flexible_server", "azurerm_postgresql_flexible_server"}
	resource.attribute(server, "delegated_subnet_id") != {}
} else := _reach({"is": server.values.public_network_access == "Enabled"}) if {
	is_string(server.values.public_network_access)
} else := {"unknown": true} if {
	resource.is_unknown(server, "public_network_access")
} else := _reach(settings.chosen(server, "public_network_access_enabled", true)) if {
	type in {"azurerm_mysql_flexible_server", "azurerm_postgresql_flexible_server"}
}

_reach(public) := {"unknown": true} if {
	public.unknown
} else := {"is": "anybody"} if {
	public.is == true
} else := {"is": "inside"}

_asked(told) := {"encrypted": {"unknown": true}} if {
	told.require_secure_transport == "unknown"
} else := {"encrypted": {"is": "none"}} if {
	told.require_secure_transport == "off"
} else := {"encrypted": {"is": "tls"}, "weakest": weakest} if {
	some name in ["ssl_min_protocol_version", "tls_version"]
	weakest := settings.word({"is": told[name]}, _versions)
} else := {"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.2"}}

_settings(key) := _told[key] if {
	_told[key]
} else := {}

# parameters of servers, and the oldest where MySQL has a list of versions
_told[key][name] := value if {
	some type, [attribute, server_type] in _parameters
	some _, parameter in resource.managed[type]
	some key in resource.tied(parameter, attribute, server_type)
	name := parameter.values.name
	name in {"require_secure_transport", "ssl_min_protocol_version", "tls_version"}
	value := _value(resource.attribute(parameter, "value"))
}

_parameters := {
	"azurerm_mysql_flexible_server_configuration": ["server_name", "azurerm_mysql_flexible_server"],
	"azurerm_postgresql_flexible_server_configuration": ["server_id", "azurerm_postgresql_flexible_server"],
}

_value(attribute) := sort(split(lower(attribute.is), ","))[0] if {
	is_string(attribute.is)
} else := "unknown"

_versions := {
	"1.0": "TLS 1.0",
	"1.1": "TLS 1.1",
	"1.2": "TLS 1.2",
	"1.3": "TLS 1.3",
	"Disabled": "TLS 1.0",
	"tlsv1": "TLS 1.0",
	"tlsv1.1": "TLS 1.1",
	"tlsv1.2": "TLS 1.2",
	"tlsv1.3": "TLS 1.3",
}
