package bunkaiten_test.observed.terraform.azurerm.private_links

import data.bunkaiten.observed.terraform.azurerm.private_links

test_services_that_endpoints_lead_to_are_peers if {
	every case in [
		[
			{"private_connection_resource_alias": "pls.x.japaneast.azure.privatelinkservice"},
			{},
			{{"is": {"by": "service", "name": "pls.x.japaneast.azure.privatelinkservice"}}},
		],
		[{}, {"private_connection_resource_alias": true}, {unknown}],
		[{"private_connection_resource_id": theirs}, {}, {{"is": {"by": "subscription", "name": "s2"}}}],
		[{"private_connection_resource_id": ours}, {}, set()],
		[{}, {"private_connection_resource_id": true}, {unknown}],
	] {
		endpoint := made(
			"azurerm_private_endpoint.e",
			{"private_service_connection": [case[0]]},
			{"private_service_connection": [case[1]]},
			{},
		)
		{found[2].who | some found in _peers([endpoint])} == case[2]
	}
	own := made(
		"azurerm_private_endpoint.e",
		{"private_service_connection": [{}]},
		{"private_service_connection": [{"private_connection_resource_id": true}]},
		{"private_service_connection": "azurerm_storage_account.s"},
	)
	_peers([own, made("azurerm_storage_account.s", {}, {}, {})]) == set()
}

test_subscriptions_that_may_connect_are_peers if {
	every name, accepted in {"auto_approval_subscription_ids": "unseen", "visibility_subscription_ids": "by-hand"} {
		every case in [
			[{name: ["S2"]}, {}, {{"is": {"by": "subscription", "name": "s2"}}}],
			[{name: ["s1"]}, {}, set()],
			[{name: ["*"]}, {}, {{"is": {"by": "anybody", "name": "*"}}}],
			[{}, {name: true}, {unknown}],
		] {
			found := _peers([made("azurerm_private_link_service.s", case[0], case[1], {})])
			{each[2].who | some each in found} == case[2]
			{each[2].accepted.is | some each in found} - {accepted} == set()
		}
	}
}

test_what_facts_are_called if {
	private_links.ways == {
		"private-endpoint": {"en": "private endpoint", "ja": "プライベートエンドポイント"},
		"private-link-service": {"en": "private link service", "ja": "Private Link サービスの公開"},
	}
}

test_what_is_read if {
	object.keys(private_links.reads) == {"azurerm_private_endpoint", "azurerm_private_link_service"}
}

_peers(given) := {short(found) | some found in all} if all := private_links.peers with input as plan(given)

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

ours := "/subscriptions/s1/resourceGroups/g/providers/x"

theirs := "/subscriptions/S2/resourceGroups/g/providers/x"

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
