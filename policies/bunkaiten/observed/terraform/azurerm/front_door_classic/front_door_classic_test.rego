package bunkaiten_test.observed.terraform.azurerm.front_door_classic

import data.bunkaiten.observed.terraform.azurerm.front_door_classic

test_rules_that_send_on_are_told if {
	every case in [
		[["Http", "Https"], "MatchRequest", {"is": "none"}, {{"is": "none"}}],
		[["Https"], "MatchRequest", {"is": "tls"}, {{"is": "tls"}}],
		[["Https"], null, {"is": "tls"}, {{"is": "tls"}}],
		[["Https"], "HttpOnly", {"is": "tls"}, {{"is": "none"}}],
		[null, "HttpsOnly", unknown, {{"is": "tls"}}],
	] {
		given := plan([_door(case[0], case[1], {})])
		endpoints := front_door_classic.endpoints with input as given
		{found.encrypted | some found in endpoints} == {case[2]}
		{found.weakest | some found in endpoints} == {{"is": "TLS 1.2"} | case[2] == {"is": "tls"}}
		{found.hosts | some found in endpoints} == {["a.example"]}
		peers := front_door_classic.peers with input as given
		{found.encrypted | some found in peers} == case[3]
		{found.who.is.name | some found in peers} == {"b.example"}
	}
	hidden := {"routing_rule": [{"forwarding_configuration": [{"forwarding_protocol": true}]}]}
	late := front_door_classic.peers with input as plan([_door(["Https"], null, hidden)])
	{found.encrypted | some found in late} == {unknown}
}

test_what_facts_are_called if {
	front_door_classic.ways == {
		"front-door": {"en": "Azure Front Door", "ja": "Azure Front Door"},
		"front-door-origin": {
			"en": "requests handed on by Azure Front Door",
			"ja": "Azure Front Door からの転送",
			"on_path": "sender",
		},
	}
}

test_what_is_read if {
	object.keys(front_door_classic.reads) == {"azurerm_frontdoor", "azurerm_frontdoor_custom_https_configuration"}
}

test_what_belongs_to_what if {
	object.keys(front_door_classic.satellites) == {"azurerm_frontdoor_custom_https_configuration"}
}

_door(protocols, forwarding, marks) := made(
	"azurerm_frontdoor.f", {
		"backend_pool": [{"name": "p", "backend": [{"address": "B.example"}]}],
		"frontend_endpoint": [{"name": "e", "host_name": "A.example"}],
		"routing_rule": [{
			"accepted_protocols": protocols,
			"frontend_endpoints": ["e"],
			"forwarding_configuration": [{"backend_pool_name": "p", "forwarding_protocol": forwarding}],
		}],
	},
	marks, {},
)

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
