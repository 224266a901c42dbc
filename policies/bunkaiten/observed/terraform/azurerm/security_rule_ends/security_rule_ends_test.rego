package bunkaiten_test.observed.terraform.azurerm.security_rule_ends

import data.bunkaiten.observed.terraform.azurerm.security_rule_ends
import data.bunkaiten.observed.terraform.azurerm.security_rules

test_who_is_on_the_other_side if {
	every named, who in {
		"*": {"by": "anybody", "name": "*"},
		"Internet": {"by": "anybody", "name": "Internet"},
		"198.51.100.64/28": {"by": "network", "name": "198.51.100.64/28"},
		"198.51.100.9": {"by": "network", "name": "198.51.100.9/32"},
		"2001:db8::9": {"by": "network", "name": "2001:db8::9/128"},
		"Storage.JapanEast": {"by": "service", "name": "Storage.JapanEast"},
		"AzureCloud": {"by": "anybody", "name": "AzureCloud"},
		"AzureCloud.japaneast": {"by": "anybody", "name": "AzureCloud.japaneast"},
	} {
		_of(_line({"source_address_prefix": named}, {})) == {{"is": who}}
		_of(object.union(_line({"destination_address_prefix": named}, {}), {"direction": "out"})) == {{"is": who}}
	}
	every named in [
		"VirtualNetwork", "AzureLoadBalancer", "GatewayManager", "AzureActiveDirectory", "AzureMonitor",
		"BatchNodeManagement.japaneast", "SqlManagement", "ApiManagement", "AppServiceManagement",
		"AzurePlatformDNS", "AzurePlatformIMDS", "AzurePlatformLKM", "GuestAndHybridManagement",
	] {
		_of(_line({"source_address_prefix": named}, {})) == set()
	}
}

test_who_is_not_known_is_unknown if {
	_of(_line({}, {"source_address_prefix": true})) == {unknown}
	_of(_line({}, {"access": true})) == {unknown}
	_of(object.union(_line({}, {}), {"direction": "both"})) == {unknown}
}

test_ports_are_ranges if {
	every written, range in {
		"*": {},
		"0-65535": {},
		"22": {"is": [22, 22]},
		"1000-2000": {"is": [1000, 2000]},
		22: {"is": [22, 22]},
	} {
		security_rule_ends.ports(_line({"destination_port_range": written}, {})) == {range}
	}
	security_rule_ends.ports(_line({}, {"destination_port_ranges": true})) == {unknown}
	security_rule_ends.ports(_line({"destination_port_range": "ssh"}, {})) == {unknown}
	security_rule_ends.ports(_line({"protocol": "Icmp", "destination_port_range": "22"}, {})) == {{}}
	security_rule_ends.ports(_line({"protocol": "Icmp"}, {"destination_port_range": true})) == {{}}
	security_rule_ends.protocol({"values": {}}) == ""
}

test_what_a_rule_before_keeps_out_is_no_opening if {
	every case in [
		[{"priority": 100, "source_address_prefix": "*"}, set()],
		[{"priority": 100, "source_address_prefix": "Internet"}, set()],
		[{"priority": 100, "source_address_prefix": "198.51.100.64/28"}, {"Internet"}],
		[{"priority": 300, "source_address_prefix": "*"}, {"Internet"}],
		[{"priority": 100, "source_address_prefix": "*", "protocol": "Udp"}, {"Internet"}],
		[{"priority": 100, "source_address_prefix": "*", "destination_port_range": "443"}, {"Internet"}],
		[{"priority": 100, "source_address_prefix": "*", "destination_port_range": "20-30"}, set()],
		[{"priority": 100, "source_address_prefix": "*", "destination_address_prefix": "10.0.0.4"}, {"Internet"}],
		[{"priority": 100, "source_address_prefix": "*", "destination_address_prefix": "VirtualNetwork"}, set()],
		[{"priority": 100, "source_address_prefix": "*", "source_port_range": "*"}, set()],
		[{"priority": 100, "source_address_prefix": "*", "source_port_range": "0-65535"}, set()],
		[{"priority": 100, "source_address_prefix": "*", "source_port_range": "443"}, {"Internet"}],
		[{"priority": 100, "source_address_prefix": "*", "source_port_ranges": ["*", "443"]}, {"Internet"}],
	] {
		closing := object.union(
			{
				"access": "Deny",
				"direction": "Inbound",
				"protocol": "*",
				"destination_port_range": "*",
				"destination_address_prefix": "*",
			},
			case[0],
		)
		opening := {
			"access": "Allow", "direction": "Inbound", "protocol": "Tcp", "destination_port_range": "22",
			"destination_address_prefix": "*", "source_address_prefix": "Internet", "priority": 200,
		}
		given := plan([made("azurerm_network_security_group.g", {"security_rule": [opening, closing]}, {}, {})])
		found := {end.who.is.name |
			some _, line in security_rules.openings
			some end in security_rule_ends.of(line)
		} with input as given
		found == case[1]
	}
}

test_group_is_shut_by_a_rule_for_everything if {
	every case in [
		["*", true, "*", "*"],
		["Internet", true, "*", "*"],
		["Internet", true, "VirtualNetwork", "*"],
		["Internet", true, "Any", "0-65535"],
		["Internet", false, "10.20.1.0/24", "*"],
		["Internet", false, "*", "443"],
		["198.51.100.64/28", false, "*", "*"],
	] {
		rule := {
			"access": "Deny", "direction": "Outbound", "protocol": "*", "destination_port_range": "*",
			"destination_address_prefix": case[0], "source_address_prefix": case[2], "priority": 4000,
			"source_port_range": case[3],
		}
		given := plan([made("azurerm_network_security_group.g", {"security_rule": [rule]}, {}, {})])
		shut := {key |
			some key in ["p azurerm_network_security_group.g"]
			security_rule_ends.is_shut(key, "out")
		} with input as given
		count(shut) == {true: 1, false: 0}[case[1]]
	}
}

test_what_keeps_the_internet_out_keeps_out_every_address_but_not_the_own_network if {
	rule := {"direction": "Inbound", "protocol": "*", "destination_port_range": "*", "destination_address_prefix": "*"}
	closing := object.union(rule, {"access": "Deny", "source_address_prefix": "Internet", "priority": 100})
	every named, left in {
		"0.0.0.0/0": set(),
		"::/0": set(),
		"Internet": set(),
		"*": {"*"},
		"Any": {"Any"},
	} {
		opening := object.union(rule, {"access": "Allow", "source_address_prefix": named, "priority": 200})
		given := plan([made("azurerm_network_security_group.g", {"security_rule": [closing, opening]}, {}, {})])
		found := {end.who.is.name |
			some _, line in security_rules.openings
			some end in security_rule_ends.of(line)
		} with input as given
		found == left
	}
}

_of(line) := {end.who | some end in security_rule_ends.of(line)}

_line(values, marks) := {
	"direction": "in",
	"groups": set(),
	"values": object.union({"protocol": "Tcp", "priority": 100}, values),
	"unknown": marks,
}

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
