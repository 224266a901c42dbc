package bunkaiten_test.observed.terraform.azurerm.application_gateway_tls

import data.bunkaiten.observed.terraform.azurerm.application_gateway_tls

test_oldest_protocol_is_that_of_the_policy if {
	every case in [
		[{}, {}, {"is": "TLS 1.2"}],
		[{"ssl_policy": [{"policy_name": "AppGwSslPolicy20150501"}]}, {}, {"is": "TLS 1.0"}],
		[{"ssl_policy": [{"policy_name": "New"}]}, {}, unknown],
		[{"ssl_policy": [{"min_protocol_version": "TLSv1_3"}]}, {}, {"is": "TLS 1.3"}],
		[{"ssl_policy": [{"disabled_protocols": ["TLSv1_0"]}]}, {}, {"is": "TLS 1.1"}],
		[{"ssl_policy": [{}]}, {}, {"is": "TLS 1.2"}],
		[{"ssl_policy": [{}]}, {"ssl_policy": [{"policy_name": true}]}, unknown],
		[{}, {"ssl_policy": true}, unknown],
	] {
		gateway := object.union(_gateway(case[0]), {"unknown": case[1]})
		application_gateway_tls.weakest(gateway, {"values": {}, "unknown": {}}) == case[2]
	}
}

test_profile_of_a_listener_goes_before if {
	gateway := _gateway({"ssl_profile": [
		{"name": "p", "trusted_client_certificate_names": ["c"], "ssl_policy": [{"min_protocol_version": "TLSv1_1"}]},
		{"name": "q", "trusted_client_certificate_names": null, "ssl_policy": []},
	]})
	every case in [["p", {"is": "TLS 1.1"}, {"is": "mutual-tls"}], ["q", {"is": "TLS 1.2"}, {"is": "tls"}]] {
		listener := {"values": {"ssl_profile_name": case[0]}, "unknown": {}}
		application_gateway_tls.weakest(gateway, listener) == case[1]
		application_gateway_tls.encrypted(gateway, listener) == case[2]
	}
	late := {"values": {}, "unknown": {"ssl_profile_name": true}}
	application_gateway_tls.weakest(gateway, late) == unknown
	application_gateway_tls.encrypted(gateway, late) == unknown
}

test_what_is_read if {
	object.keys(application_gateway_tls.reads) == {"azurerm_application_gateway"}
}

_gateway(values) := {"values": values, "unknown": {}, "configured": "", "steps": []}

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
