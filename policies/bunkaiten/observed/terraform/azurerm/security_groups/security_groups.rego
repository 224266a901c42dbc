# METADATA
# title: Network security groups of Azure
# description: >-
#   Who is let in and out by the rules of groups, the ports of remote login that they open, and what
#   a group lets out where no rule says otherwise. Private networks are named like any other: whose
#   they are, declarations say.
package bunkaiten.observed.terraform.azurerm.security_groups

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.azurerm.security_rule_ends
import data.bunkaiten.observed.terraform.azurerm.security_rules

# METADATA
# description: What people call these facts.
ways := {
	"network-security-default": {
		"en": "default rule of a network security group (AllowInternetOutBound)",
		"ja": "ネットワークセキュリティグループの既定の規則（AllowInternetOutBound）",
	},
	"network-security-rule": {
		"en": "rule of a network security group",
		"ja": "ネットワークセキュリティグループの規則",
	},
	"rdp": {"en": "remote desktop (RDP)", "ja": "リモートデスクトップ（RDP）"},
	"remote-login": {"en": "ports of several kinds of remote login", "ja": "複数種類のリモートログイン用ポート"},
	"ssh": {"en": "SSH", "ja": "SSH"},
	"telnet": {"en": "Telnet", "ja": "Telnet"},
	"vnc": {"en": "VNC", "ja": "VNC"},
	"winrm": {"en": "Windows Remote Management", "ja": "Windows リモート管理（WinRM）"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"azurerm_network_interface_security_group_association": ["network_interface_id", "network_security_group_id"],
	"azurerm_subnet": [],
	"azurerm_subnet_network_security_group_association": ["network_security_group_id", "subnet_id"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"azurerm_network_interface_security_group_association": [["network_interface_id", "azurerm_network_interface"]],
	"azurerm_network_security_rule": [["network_security_group_name", "azurerm_network_security_group"]],
	"azurerm_subnet_network_security_group_association": [["subnet_id", "azurerm_subnet"]],
}

# METADATA
# description: >-
#   The other way round: which attributes of a type lead to what it uses, so that what claims the
#   resource claims that. Blocks stand for what is in them.
uses := {
	"azurerm_application_gateway": [["gateway_ip_configuration", "azurerm_subnet"]],
	"azurerm_linux_virtual_machine": [["network_interface_ids", "azurerm_network_interface"]],
	"azurerm_mysql_flexible_server": [["delegated_subnet_id", "azurerm_subnet"]],
	"azurerm_network_interface": [["ip_configuration", "azurerm_subnet"], ["ip_configuration", "azurerm_public_ip"]],
	"azurerm_network_interface_security_group_association": [_group],
	"azurerm_postgresql_flexible_server": [["delegated_subnet_id", "azurerm_subnet"]],
	"azurerm_private_endpoint": [["subnet_id", "azurerm_subnet"]],
	"azurerm_subnet_network_security_group_association": [_group],
	"azurerm_virtual_machine": [["network_interface_ids", "azurerm_network_interface"]],
	"azurerm_windows_virtual_machine": [["network_interface_ids", "azurerm_network_interface"]],
}

# METADATA
# description: What lets through to what uses it only what its rules name.
fences := {"azurerm_network_security_group"}

# METADATA
# description: Every network and service that a rule names, with every range of ports.
peers contains found if {
	some _, line in security_rules.openings
	some end in security_rule_ends.of(line)
	some opened in security_rule_ends.ports(line)
	found := fact.on(line.of, array.concat(line.path, end.path), "network-security-rule", object.union(
		{"who": end.who, "direction": line.direction},
		_ports(opened),
	))
}

# a group lets out to the internet what no rule of its own keeps in:
# learn.microsoft.com/azure/virtual-network/network-security-groups-overview, default security rules
peers contains found if {
	some key, group in resource.managed.azurerm_network_security_group
	not security_rule_ends.is_shut(key, "out")
	found := fact.on(group, [], "network-security-default", {
		"who": {"is": {"by": "anybody", "name": "Internet"}},
		"direction": "out",
	})
}

# METADATA
# description: Rules that let remote login in. How one logs in, no rule tells.
accesses contains found if {
	some _, line in security_rules.openings
	line.direction in {"both", "in"}
	security_rule_ends.protocol(line) in {"", "*", "tcp"}
	some opened in security_rule_ends.ports(line)
	way := _login(opened)
	some end in security_rule_ends.of(line)
	found := fact.on(line.of, array.concat(line.path, end.path), way, object.union({"who": end.who}, _ports(opened)))
}

_group := ["network_security_group_id", "azurerm_network_security_group"]

_ports(opened) := {"ports": opened} if {
	count(opened) > 0
} else := {}

_login(opened) := "remote-login" if {
	not opened.is
} else := way if {
	held := _held(opened.is)
	count(held) == 1
	some way in held
} else := "remote-login" if {
	count(_held(opened.is)) > 1
}

_held(range) := {way |
	some way, login in {
		"rdp": [3389, 3389],
		"ssh": [22, 22],
		"telnet": [23, 23],
		"vnc": [5900, 5901],
		"winrm": [5985, 5986],
	}
	range[0] <= login[1]
	login[0] <= range[1]
}
