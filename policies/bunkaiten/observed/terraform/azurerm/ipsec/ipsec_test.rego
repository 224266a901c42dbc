package bunkaiten_test.observed.terraform.azurerm.ipsec

import data.bunkaiten.observed.terraform.azurerm.ipsec

test_methods_are_those_of_the_policy_or_of_azure if {
	policy := {"dh_group": "DHGroup14", "pfs_group": "PFS24", "sa_lifetime": 1, "ike_encryption": null}
	every end, usual in {
		"gateway": ["3DES", "AES128", "AES256", "DHGroup2", "SHA1", "SHA256", "ikev2"],
		"hub": ["AES128", "AES256", "DHGroup2", "GCMAES256", "SHA1", "SHA256", "ikev2"],
	} {
		chosen := ipsec.methods({"is": "IKEv1"}, _thing({"ipsec_policy": [policy]}, {}), end)
		chosen == {"is": ["DHGroup14", "PFS24", "ikev1"]}
		ipsec.methods({}, _thing({}, {}), end) == {"is": usual}
	}
	"dh_group" in ipsec.names
}

test_choices_are_what_somebody_chose if {
	groups := {"dh_group": "None", "pfs_group": "None"}
	policy := object.union(groups, {"ike_encryption": "DES3", "ipsec_encryption": "", "ipsec_integrity": "MD5"})
	late := _thing({"ipsec_policy": [{"ike_encryption": "DES3"}]}, {"ipsec_policy": [{"ike_encryption": true}]})

	ipsec.chosen(_thing({"ipsec_policy": [policy]}, {})) == {"choices": {"is": [["DES3"], ["MD5"]]}}
	ipsec.chosen(late) == {}
	ipsec.chosen(_thing({}, {"ipsec_policy": true})) == {}
	ipsec.chosen(_thing({}, {})) == {"choices": {"is": [["3DES", "AES128", "AES256"], ["SHA1", "SHA256"]]}}
}

test_methods_are_unknown_where_some_is if {
	ipsec.methods(unknown, _thing({}, {}), "hub") == unknown
	ipsec.methods({}, _thing({}, {"ipsec_policy": true}), "hub") == unknown
	ipsec.methods({}, _thing({"ipsec_policy": [{}]}, {"ipsec_policy": [{"dh_group": true}]}), "hub") == unknown
}

_thing(values, marks) := {"values": values, "unknown": marks, "configured": "", "steps": []}

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
