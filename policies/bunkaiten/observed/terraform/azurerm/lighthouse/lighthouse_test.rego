package bunkaiten_test.observed.terraform.azurerm.lighthouse

import data.bunkaiten.observed.terraform.azurerm.lighthouse

test_authorizations_of_another_tenant_are_ways_in if {
	reader := {"role_definition_id": "acdd72a7-3385-48ef-bd42-f606fba81ae7"}
	every case in [
		[{"managing_tenant_id": "T2"}, {}, {[{"is": {"by": "tenant", "name": "t2"}}, {"is": ["read"]}]}],
		[{"managing_tenant_id": "T1"}, {}, set()],
		[{}, {"managing_tenant_id": true}, {[unknown, {"is": ["read"]}]}],
	] {
		every block in ["authorization", "eligible_authorization"] {
			_accesses(plan([_definition(object.union({block: [reader]}, case[0]), case[1])])) == case[2]
		}
	}
	hidden := _definition({"managing_tenant_id": "T2"}, {"authorization": true})
	_accesses(plan([hidden])) == {[{"is": {"by": "tenant", "name": "t2"}}, unknown]}
}

test_tenant_is_another_s_where_no_own_is_known if {
	given := json.patch(plan([_definition({"managing_tenant_id": "T1", "authorization": [{}]}, {})]), [{
		"op": "replace",
		"path": "terraform/p/configuration/provider_config",
		"value": {},
	}])
	{found[0] | some found in _accesses(given)} == {{"is": {"by": "tenant", "name": "t1"}}}
}

test_what_facts_are_called if {
	lighthouse.ways == {
		"lighthouse": {
			"en": "subscription open to another tenant (Azure Lighthouse)",
			"grants": true,
			"ja": "別テナントへのサブスクリプションの委任（Azure Lighthouse）",
		},
	}
}

test_what_is_read if {
	object.keys(lighthouse.reads) == {"azurerm_lighthouse_assignment", "azurerm_lighthouse_definition"}
}

test_what_belongs_to_what if {
	object.keys(lighthouse.satellites) == {"azurerm_lighthouse_assignment"}
}

_definition(after, marks) := made("azurerm_lighthouse_definition.d", after, marks, {})

_accesses(given) := {[found.who, found.rights] |
	some found in all
	found.authentication == {"is": ["directory"]}
} if all := lighthouse.accesses with input as given

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
