package bunkaiten_test.observed.terraform.azurerm.database_servers

import data.bunkaiten.observed.terraform.azurerm.database_servers

test_public_address_where_nobody_chose if {
	every case in [
		["azurerm_mssql_server", {}, {}, {"is": "anybody"}],
		["azurerm_mssql_server", {"public_network_access_enabled": false}, {}, {"is": "inside"}],
		["azurerm_mssql_managed_instance", {}, {}, {"is": "inside"}],
		["azurerm_mssql_managed_instance", {}, {"public_data_endpoint_enabled": true}, unknown],
		["azurerm_postgresql_flexible_server", {}, {}, {"is": "anybody"}],
		["azurerm_postgresql_flexible_server", {"delegated_subnet_id": ours}, {}, {"is": "inside"}],
		["azurerm_mysql_flexible_server", {"public_network_access": "Disabled"}, {}, {"is": "inside"}],
		["azurerm_mysql_flexible_server", {"public_network_access": "Enabled"}, {}, {"is": "anybody"}],
		["azurerm_mysql_flexible_server", {}, {"public_network_access": true}, unknown],
		["azurerm_mysql_flexible_server", {"public_network_access_enabled": false}, {}, {"is": "inside"}],
	] {
		found := {audience |
			some _, audience in database_servers.audience
		} with input as plan([_server(case[0], case[1], case[2])])
		found == {case[3]}
	}
}

test_connections_are_encrypted_unless_a_setting_says_otherwise if {
	every case in [
		["require_secure_transport", {"value": "off"}, {}, {"encrypted": {"is": "none"}}],
		["require_secure_transport", {"value": "ON"}, {}, {"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.2"}}],
		["require_secure_transport", {}, {"value": true}, {"encrypted": unknown}],
		[
			"ssl_min_protocol_version",
			{"value": "TLSv1.3"},
			{},
			{"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.3"}},
		],
		["work_mem", {"value": "4"}, {}, {"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.2"}}],
	] {
		parameter := made(
			"azurerm_postgresql_flexible_server_configuration.c",
			object.union({"name": case[0], "server_id": "s"}, case[1]),
			case[2],
			{},
		)
		_security([_server("azurerm_postgresql_flexible_server", {"name": "s"}, {}), parameter]) == {case[3]}
	}
	_security([_server("azurerm_mysql_flexible_server", {}, {})]) == {
		{"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.2"}},
	}
	off := _server("azurerm_mssql_server", {"minimum_tls_version": "Disabled"}, {})
	_security([off]) == {{"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.0"}}}
}

test_port_is_that_of_the_kind if {
	given := plan([_server("azurerm_mysql_flexible_server", {}, {})])
	found := {port | some _, port in database_servers.port} with input as given
	found == {3306}
}

test_what_is_read if {
	object.keys(database_servers.reads) == {
		"azurerm_mssql_managed_instance",
		"azurerm_mssql_server",
		"azurerm_mysql_flexible_server",
		"azurerm_mysql_flexible_server_configuration",
		"azurerm_postgresql_flexible_server",
		"azurerm_postgresql_flexible_server_configuration",
	}
}

_server(type, after, marks) := made(concat(".", [type, "s"]), after, marks, {})

_security(given) := all if all := {each | some _, each in database_servers.security} with input as plan(given)

ours := "/subscriptions/s1/resourceGroups/g/providers/x"

unknown := {"unknown": true}

# what is unknown is written; a tie is a list of references
made(address, after, marks, ties) := {
	"change": {
		"address": address,
		"mode": "managed",
		"type": split(address, ".")[0],
		"name": split(address, ".")[1],
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": address,
		"provider_config_key": "azurerm",
		"expressions": object.union(
			{name: {} | some part in [after, marks]; some name, _ in part},
			{name: {"references": [reference]} | some name, reference in ties},
		),
	},
}

plan(resources) := {"terraform": {"p": {
	"resource_changes": [each.change | some each in resources],
	"configuration": {
		"provider_config": {"azurerm": {"expressions": {
			"subscription_id": {"constant_value": "S1"},
			"tenant_id": {"references": ["var.tenant"]},
		}}},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
	"variables": {"tenant": {"value": "T1"}},
}}}
