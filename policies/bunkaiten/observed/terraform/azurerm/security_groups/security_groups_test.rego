package bunkaiten_test.observed.terraform.azurerm.security_groups

import data.bunkaiten.observed.terraform.azurerm.security_groups

test_rules_and_the_default_are_peers if {
	_peers([_group([_rule("Inbound", "198.51.100.64/28", "443")])]) == {
		[
			"network_security_group.g",
			"network-security-rule",
			{"who": {"is": {"by": "network", "name": "198.51.100.64/28"}}, "direction": "in", "ports": {"is": [443, 443]}},
		],
		[
			"network_security_group.g",
			"network-security-default",
			{"who": {"is": {"by": "anybody", "name": "Internet"}}, "direction": "out"},
		],
	}
	_peers([
		_group([
			object.union(
				_rule("Outbound", "x", "*"),
				{"access": "Deny", "destination_address_prefix": "*", "source_address_prefix": "*", "protocol": "*"},
			),
		]),
	]) == set()
}

test_remote_login_is_a_way_in if {
	every ports, way in {
		"22": "ssh",
		"3389": "rdp",
		"23": "telnet",
		"5900-5901": "vnc",
		"5985-5986": "winrm",
		"20-30": "remote-login",
		"*": "remote-login",
	} {
		{found[1] | some found in _accesses([_group([_rule("Inbound", "*", ports)])])} == {way}
	}
	_accesses([_group([_rule("Inbound", "*", "443")])]) == set()
	_accesses([_group([_rule("Outbound", "*", "22")])]) == set()
	_accesses([_group([object.union(_rule("Inbound", "*", "22"), {"protocol": "Udp"})])]) == set()
}

test_what_uses_a_group_leads_to_it if {
	security_groups.fences == {"azurerm_network_security_group"}
	security_groups.satellites.azurerm_network_security_rule == [
		["network_security_group_name", "azurerm_network_security_group"],
	]
	security_groups.uses.azurerm_network_interface[0] == ["ip_configuration", "azurerm_subnet"]
}

test_what_facts_are_called if {
	security_groups.ways == {
		"network-security-default": {
			"en": "default rule of a network security group (AllowInternetOutBound)",
			"ja": "ネットワークセキュリティグループの既定の規則（AllowInternetOutBound）",
		},
		"network-security-rule": {"en": "rule of a network security group", "ja": "ネットワークセキュリティグループの規則"},
		"rdp": {"en": "remote desktop (RDP)", "ja": "リモートデスクトップ（RDP）"},
		"remote-login": {"en": "ports of several kinds of remote login", "ja": "複数種類のリモートログイン用ポート"},
		"ssh": {"en": "SSH", "ja": "SSH"},
		"telnet": {"en": "Telnet", "ja": "Telnet"},
		"vnc": {"en": "VNC", "ja": "VNC"},
		"winrm": {"en": "Windows Remote Management", "ja": "Windows リモート管理（WinRM）"},
	}
}

test_what_is_read if {
	object.keys(security_groups.reads) == {
		"azurerm_network_interface_security_group_association",
		"azurerm_subnet",
		"azurerm_subnet_network_security_group_association",
	}
}

test_what_belongs_to_what if {
	object.keys(security_groups.satellites) == {
		"azurerm_network_interface_security_group_association",
		"azurerm_network_security_rule",
		"azurerm_subnet_network_security_group_association",
	}
}

test_what_uses_what if {
	object.keys(security_groups.uses) == {
		"azurerm_application_gateway",
		"azurerm_linux_virtual_machine",
		"azurerm_mysql_flexible_server",
		"azurerm_network_interface",
		"azurerm_network_interface_security_group_association",
		"azurerm_postgresql_flexible_server",
		"azurerm_private_endpoint",
		"azurerm_subnet_network_security_group_association",
		"azurerm_virtual_machine",
		"azurerm_windows_virtual_machine",
	}
}

_rule(direction, prefix, ports) := {
	"access": "Allow",
	"direction": direction,
	"protocol": "Tcp",
	"source_address_prefix": prefix,
	"destination_address_prefix": "10.0.0.4",
	"destination_port_range": ports,
	"priority": 100,
}

_group(rules) := made("azurerm_network_security_group.g", {"name": "g", "security_rule": rules}, {}, {})

_peers(given) := {short(found) | some found in all} if all := security_groups.peers with input as plan(given)

_accesses(given) := {short(found) | some found in all} if all := security_groups.accesses with input as plan(given)

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

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
