package bunkaiten_test.observed.terraform.azurerm.point_to_site_entrance

import data.bunkaiten.observed.terraform.azurerm.point_to_site_entrance

test_ways_to_show_who_one_is if {
	every case in [
		[{"vpn_auth_types": ["AAD", "Certificate"]}, {"is": ["certificate", "directory"]}],
		[{"vpn_auth_types": ["Radius"]}, {"is": ["directory"]}],
		[{"vpn_auth_types": null, "root_certificate": [{"name": "x"}], "radius_server": []}, {"is": ["certificate"]}],
		[{"aad_tenant": "https://login.microsoftonline.com/t"}, {"is": ["directory"]}],
		[{}, unknown],
	] {
		point_to_site_entrance.authentication({"values": case[0]}, "vpn_auth_types") == case[1]
	}
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
