package bunkaiten_test.observed.terraform.azurerm.ends

import data.bunkaiten.observed.terraform.azurerm.ends

test_ends_are_named_as_facts_name_them if {
	ends.address({"is": "198.51.100.7"}) == {"is": {"by": "network", "name": "198.51.100.7/32"}}
	ends.address({"is": "2001:db8::7"}) == {"is": {"by": "network", "name": "2001:db8::7/128"}}
	ends.host({"is": "VPN.midori.example"}) == {"is": {"by": "host", "name": "vpn.midori.example"}}
	ends.network({"is": "0.0.0.0/0"}) == {"is": {"by": "anybody", "name": "0.0.0.0/0"}}
	every end in [ends.address(unknown), ends.host({}), ends.network(unknown)] { end == unknown }
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
