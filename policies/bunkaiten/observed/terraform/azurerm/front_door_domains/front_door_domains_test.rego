package bunkaiten_test.observed.terraform.azurerm.front_door_domains

import data.bunkaiten.observed.terraform.azurerm.front_door_domains

test_oldest_protocol_is_that_of_the_names if {
	every case in [
		[{}, {}, {"is": "TLS 1.2"}],
		[{"tls": [{"minimum_version": "TLS12"}]}, {}, {"is": "TLS 1.2"}],
		[{"tls": [{"minimum_tls_version": "TLS10"}]}, {}, {"is": "TLS 1.0"}],
		[{"tls": [{"minimum_version": "NEW"}]}, {}, unknown],
		[{}, {"tls": true}, unknown],
	] {
		domain := made(
			"azurerm_cdn_frontdoor_custom_domain.d",
			object.union({"host_name": "A.example"}, case[0]),
			case[1],
			{},
		)
		route := made(
			"azurerm_cdn_frontdoor_route.r",
			{},
			{"cdn_frontdoor_custom_domain_ids": true},
			{"cdn_frontdoor_custom_domain_ids": "azurerm_cdn_frontdoor_custom_domain.d"},
		)
		found := {version | some _, version in front_door_domains.weakest} with input as plan([domain, route])
		found == {case[2]}
		named := {hosts | some _, hosts in front_door_domains.hosts} with input as plan([domain, route])
		named == {{"hosts": ["a.example"]}}
	}
	alone := plan([made("azurerm_cdn_frontdoor_route.r", {}, {}, {})])
	bare := {hosts | some _, hosts in front_door_domains.hosts} with input as alone
	bare == {{}}
}

test_what_is_read if {
	object.keys(front_door_domains.reads) == {"azurerm_cdn_frontdoor_custom_domain", "azurerm_cdn_frontdoor_route"}
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
