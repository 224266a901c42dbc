package bunkaiten_test.observed.terraform.azurerm.load_balancers

import data.bunkaiten.observed.terraform.azurerm.load_balancers

test_rules_are_for_whoever_reaches_the_front if {
	every case in [
		[{"public_ip_address_id": ours}, {}, {"is": "anybody"}],
		[{}, {"public_ip_address_id": true}, {"is": "anybody"}],
		[{"public_ip_prefix_id": ours}, {}, {"is": "anybody"}],
		[{"subnet_id": ours}, {}, {"is": "inside"}],
		[{}, {}, unknown],
	] {
		balancer := made(
			"azurerm_lb.b",
			{"frontend_ip_configuration": [object.union({"name": "f"}, case[0])]},
			{"frontend_ip_configuration": [case[1]]},
			{},
		)
		every type in ["azurerm_lb_rule", "azurerm_lb_nat_rule"] {
			_shown([balancer, _rule(type, {"frontend_port": 104})]) == {[case[2], {"is": 104}]}
		}
	}
}

test_port_may_be_all_or_the_first_of_a_range if {
	_shown([_rule("azurerm_lb_rule", {"frontend_port": 0})]) == {[unknown, {}]}
	_shown([_rule("azurerm_lb_nat_rule", {"frontend_port_start": 2200})]) == {[unknown, {"is": 2200}]}
}

test_what_facts_are_called if {
	load_balancers.ways == {"load-balancer": {"en": "load balancer", "ja": "ロードバランサー"}}
}

test_what_is_read if {
	object.keys(load_balancers.reads) == {"azurerm_lb", "azurerm_lb_nat_rule", "azurerm_lb_rule"}
}

test_what_belongs_to_what if {
	object.keys(load_balancers.satellites) == {"azurerm_lb_nat_rule", "azurerm_lb_rule"}
}

_rule(type, after) := made(
	concat(".", [type, "r"]),
	object.union({"frontend_ip_configuration_name": "f"}, after),
	{"loadbalancer_id": true},
	{"loadbalancer_id": "azurerm_lb.b"},
)

_shown(given) := {[found.audience, object.get(found, "port", {})] | some found in all} if {
	all := load_balancers.endpoints with input as plan(given)
}

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
