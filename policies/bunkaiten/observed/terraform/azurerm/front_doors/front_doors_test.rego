package bunkaiten_test.observed.terraform.azurerm.front_doors

import data.bunkaiten.observed.terraform.azurerm.front_doors

test_routes_accept_plain_text_unless_they_redirect if {
	every case in [
		[{"supported_protocols": ["Https"]}, {}, {"is": "tls"}],
		[{"supported_protocols": ["Http", "Https"]}, {}, {"is": "tls"}],
		[{"supported_protocols": ["Http"], "https_redirect_enabled": false}, {}, {"is": "none"}],
		[{"supported_protocols": ["Http"]}, {"https_redirect_enabled": true}, unknown],
		[{}, {"supported_protocols": true}, unknown],
	] {
		all := front_doors.endpoints with input as plan([_route(case[0], case[1])])
		{found.encrypted | some found in all} == {case[2]}
	}
	off := front_doors.endpoints with input as plan([_route({"enabled": false}, {})])
	off == set()
}

test_origins_of_others_are_peers if {
	every case in [
		["HttpOnly", {"is": "none"}],
		["HttpsOnly", {"is": "tls"}],
		["MatchRequest", {"is": "tls"}],
		[null, {"is": "tls"}],
	] {
		route := _route({"supported_protocols": ["Https"], "forwarding_protocol": case[0]}, {})
		{[found[2].who.is.name, found[2].encrypted] |
			some found in _peers([route, _group, _origin({"host_name": "X.example"}, {}, {})])
		} == {["x.example", case[1]]}
	}
}

test_origin_that_the_plan_makes_is_no_stranger if {
	account := made("azurerm_storage_account.s", {}, {}, {})
	own := _origin({}, {"host_name": true}, {"host_name": "azurerm_storage_account.s"})
	_peers([_route({}, {}), _group, own, account]) == set()
	{found[2].who |
		some found in _peers([_route({}, {}), _group, _origin({}, {"host_name": true}, {"host_name": "var.x"})])
	} == {unknown}
}

test_what_facts_are_called if {
	front_doors.ways == {
		"front-door": {"en": "Azure Front Door", "ja": "Azure Front Door"},
		"front-door-origin": {
			"en": "requests handed on by Azure Front Door",
			"ja": "Azure Front Door からの転送",
			"on_path": "sender",
		},
	}
}

test_what_is_read if {
	object.keys(front_doors.reads) == {
		"azurerm_cdn_frontdoor_endpoint",
		"azurerm_cdn_frontdoor_origin",
		"azurerm_cdn_frontdoor_origin_group",
		"azurerm_cdn_frontdoor_profile",
		"azurerm_cdn_frontdoor_route",
	}
}

test_what_belongs_to_what if {
	object.keys(front_doors.satellites) == {
		"azurerm_cdn_frontdoor_custom_domain",
		"azurerm_cdn_frontdoor_endpoint",
		"azurerm_cdn_frontdoor_origin",
		"azurerm_cdn_frontdoor_origin_group",
		"azurerm_cdn_frontdoor_route",
	}
}

_route(after, marks) := made(
	"azurerm_cdn_frontdoor_route.r",
	after,
	object.union({"cdn_frontdoor_origin_group_id": true}, marks),
	{"cdn_frontdoor_origin_group_id": "azurerm_cdn_frontdoor_origin_group.g"},
)

_group := made("azurerm_cdn_frontdoor_origin_group.g", {}, {}, {})

_origin(after, marks, ties) := made(
	"azurerm_cdn_frontdoor_origin.o",
	after,
	object.union({"cdn_frontdoor_origin_group_id": true}, marks),
	object.union({"cdn_frontdoor_origin_group_id": "azurerm_cdn_frontdoor_origin_group.g"}, ties),
)

_peers(given) := {short(found) | some found in all} if all := front_doors.peers with input as plan(given)

short(found) := [
	trim_prefix(found.thing, "terraform:azurerm_"),
	found.way,
	{name: value | some name, value in found; not name in {"key", "steps", "thing", "way"}},
]

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
