package bunkaiten_test.observed.terraform.azurerm.machines

import data.bunkaiten.observed.terraform.azurerm.machines

test_interfaces_with_a_public_address_are_shown if {
	every case in [
		[{"ip_configuration": [{"public_ip_address_id": ours}]}, {}, {[{"is": "anybody"}, address]}],
		[{"ip_configuration": [{}]}, {"ip_configuration": [{"public_ip_address_id": true}]}, {[{"is": "anybody"}, address]}],
		[{"ip_configuration": [{"public_ip_address_id": null}]}, {}, set()],
		[{}, {"ip_configuration": true}, {[unknown, ["ip_configuration"]]}],
	] {
		given := plan([made("azurerm_network_interface.a", case[0], case[1], {})])
		all := machines.endpoints with input as given
		{[found.audience, array.slice(found.steps, 6, 9)] | some found in all} == case[2]
	}
}

test_what_facts_are_called if {
	machines.ways == {
		"public-interface": {"en": "network interface with a public address", "ja": "パブリック IP アドレスを持つネットワークインターフェイス"},
	}
}

test_what_is_read if {
	object.keys(machines.reads) == {
		"azurerm_linux_virtual_machine",
		"azurerm_network_interface",
		"azurerm_public_ip",
		"azurerm_virtual_machine",
		"azurerm_windows_virtual_machine",
	}
}

address := ["ip_configuration", 0, "public_ip_address_id"]

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
