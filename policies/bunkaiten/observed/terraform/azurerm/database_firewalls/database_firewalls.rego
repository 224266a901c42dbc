# METADATA
# title: Firewall rules of databases of Azure
# description: >-
#   Who is let through to the public address of a server, and whom a server may reach. Without a rule nobody is. The range from
#   0.0.0.0 to 0.0.0.0 stands for everything that runs in Azure, other people's too
#   (learn.microsoft.com/azure/azure-sql/database/firewall-configure).
package bunkaiten.observed.terraform.azurerm.database_firewalls

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {
	"database-firewall-rule": {"en": "firewall rule of a database", "ja": "データベースのファイアウォール規則"},
	"database-outbound-rule": {
		"en": "outbound firewall rule of a database",
		"ja": "データベースの外向きのファイアウォール規則",
	},
}

# METADATA
# description: Attributes that are read, by type.
reads := object.union(
	{type: ["end_ip_address", "start_ip_address", server[0]] | some type, server in _rules},
	{
		"azurerm_mssql_outbound_firewall_rule": ["name", "server_id"],
		"azurerm_mssql_server": ["name"],
		"azurerm_storage_account": ["name"],
	},
)

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := object.union(
	{type: [server] | some type, server in _rules},
	{"azurerm_mssql_outbound_firewall_rule": [["server_id", "azurerm_mssql_server"]]},
)

# METADATA
# description: The servers themselves, which let through only what their rules name.
fences := {server[1] | some _, server in _rules}

# METADATA
# description: Whoever a rule lets in.
peers contains found if {
	some type, [_, server_type] in _rules
	some _, rule in resource.managed[type]
	first := resource.attribute(rule, "start_ip_address")
	last := resource.attribute(rule, "end_ip_address")
	found := fact.on(rule, ["start_ip_address"], "database-firewall-rule", object.union(
		{"who": _who(first, last), "direction": "in"},
		_port(server_type),
	))
}

# storage accounts and servers by their names, where the plan does not make them
# (learn.microsoft.com/azure/azure-sql/database/outbound-firewall-rule-overview)
peers contains found if {
	some _, rule in resource.managed.azurerm_mssql_outbound_firewall_rule
	host := resource.attribute(rule, "name")
	not _is_made(rule, host)
	found := fact.on(rule, ["name"], "database-outbound-rule", {"who": _named(host), "direction": "out"})
}

_is_made(rule, _) if {
	some type in _reached
	count(resource.tied(rule, "name", type)) > 0
}

_is_made(rule, host) if {
	is_string(host.is)
	[rule.document, split(lower(host.is), ".")[0]] in _made
}

_made contains [thing.document, lower(thing.values.name)] if {
	some type in _reached
	some _, thing in resource.managed[type]
	is_string(thing.values.name)
}

_reached := ["azurerm_mssql_server", "azurerm_storage_account"]

_named(host) := {"is": fact.host(host.is)} if {
	is_string(host.is)
} else := {"unknown": true}

_rules := {
	"azurerm_mssql_firewall_rule": ["server_id", "azurerm_mssql_server"],
	"azurerm_mysql_flexible_server_firewall_rule": ["server_name", "azurerm_mysql_flexible_server"],
	"azurerm_postgresql_flexible_server_firewall_rule": ["server_id", "azurerm_postgresql_flexible_server"],
}

_port(type) := {"ports": {"is": [port, port]}} if port := _ports[type]

_ports := {
	"azurerm_mssql_server": 1433,
	"azurerm_mysql_flexible_server": 3306,
	"azurerm_postgresql_flexible_server": 5432,
}

_who(first, last) := {"unknown": true} if {
	not _are_known(first, last)
} else := {"is": {"by": "service", "name": "AzureServices"}} if {
	[first.is, last.is] == ["0.0.0.0", "0.0.0.0"]
} else := {"is": fact.network(sprintf("%s/%d", [first.is, bits]))} if {
	bits := 32 - _exponents[(_number(last.is) - _number(first.is)) + 1]
	_number(first.is) % _sizes[32 - bits] == 0
} else := {"is": {"by": "network", "name": sprintf("%s-%s", [first.is, last.is])}}

_are_known(first, last) if {
	is_string(first.is)
	is_string(last.is)
	regex.match(_address, first.is)
	regex.match(_address, last.is)
}

_address := `^([0-9]{1,3}\.){3}[0-9]{1,3}$`

_number(address) := (((bytes[0] * 16777216) + (bytes[1] * 65536)) + (bytes[2] * 256)) + bytes[3] if {
	bytes := [to_number(part) | some part in split(address, ".")]
}

_sizes := [
	1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072, 262144,
	524288, 1048576, 2097152, 4194304, 8388608, 16777216, 33554432, 67108864, 134217728, 268435456,
	536870912, 1073741824, 2147483648, 4294967296,
]

_exponents := {size: exponent | some exponent, size in _sizes}
