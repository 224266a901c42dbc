package bunkaiten_test.observed.terraform.azurerm.express_route_ports

import data.bunkaiten.observed.terraform.azurerm.express_route_ports

test_macsec_is_on_where_both_keys_are_set if {
	keys := {"macsec_cak_keyvault_secret_id": "c", "macsec_ckn_keyvault_secret_id": "k"}
	every case in [
		[{"link1": [keys]}, {}, "macsec"],
		[{"link1": [{"macsec_cipher": "GcmAes128"}]}, {}, "none"],
		[{"link1": [object.union(keys, {"admin_enabled": true})], "link2": [{"admin_enabled": false}]}, {}, "macsec"],
		[{"link1": [object.union(keys, {"admin_enabled": true})], "link2": [{"admin_enabled": true}]}, {}, "none"],
		[{"link1": [{}]}, {"link1": [{name: true | some name, _ in keys}]}, "macsec"],
		[{}, {}, "none"],
	] {
		given := plan([made("azurerm_express_route_port.a", case[0], case[1], {})])
		found := {state | some _, state in express_route_ports.encrypted} with input as given
		found == {{"is": case[2]}}
	}
}

test_links_that_only_apply_will_show_are_unknown if {
	every name in ["link1", "link2"] {
		given := plan([made("azurerm_express_route_port.a", {}, {name: true}, {})])
		found := {state | some _, state in express_route_ports.encrypted} with input as given
		found == {{"unknown": true}}
	}
}

test_what_is_read if {
	object.keys(express_route_ports.reads) == {"azurerm_express_route_port"}
}

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
