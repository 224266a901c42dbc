package bunkaiten_test.observed.terraform.google.load_balancers

import data.bunkaiten.observed.terraform.google.load_balancers
import data.bunkaiten.observed.terraform.google.target_proxies

test_audience_is_the_internet_unless_the_scheme_is_internal if {
	every case in [
		[{}, {}, "anybody"],
		[{"load_balancing_scheme": "EXTERNAL_MANAGED"}, {}, "anybody"],
		[{"load_balancing_scheme": "INTERNAL"}, {}, "inside"],
		[{"load_balancing_scheme": "INTERNAL_SELF_MANAGED"}, {}, "inside"],
		[{"load_balancing_scheme": ""}, {}, "anybody"],
		[{}, {"load_balancing_scheme": true}, "?"],
	] {
		found := load_balancers.endpoints with input as plan([rule(case[0], case[1], {})])
		{object.get(fact.audience, "is", "?") | some fact in found} == {case[2]}
	}
}

test_ports_are_those_of_the_rule if {
	every case in [
		[{"port_range": "443"}, {}, {443}],
		[{"port_range": "443-443"}, {}, {443}],
		[{"port_range": "80-90"}, {}, {"all"}],
		[{"ports": ["2762", "11112"]}, {}, {2762, 11112}],
		[{"all_ports": true}, {}, {"all"}],
		[{}, {"port_range": true}, {"?"}],
		[{}, {"ports": true}, {"?"}],
	] {
		found := load_balancers.endpoints with input as plan([rule(case[0], case[1], {})])
		{port(fact) | some fact in found} == case[2]
	}
}

port(fact) := "all" if {
	not fact.port
} else := object.get(fact.port, "is", "?")

test_proxy_decides_what_is_decrypted if {
	every type, encrypted in {
		"google_compute_region_target_http_proxy": "none",
		"google_compute_region_target_https_proxy": "tls",
		"google_compute_region_target_tcp_proxy": "passthrough",
		"google_compute_target_grpc_proxy": "none",
		"google_compute_target_http_proxy": "none",
		"google_compute_target_https_proxy": "tls",
		"google_compute_target_ssl_proxy": "tls",
		"google_compute_target_tcp_proxy": "passthrough",
	} {
		address := concat("", [type, ".p"])
		given := [
			made(address, {}, {}, {}),
			rule({}, {"target": true}, {"target": [concat("", [address, ".id"]), address]}),
		]
		found := load_balancers.endpoints with input as plan(given)
		{
		[
			fact.encrypted.is, object.get(fact, ["weakest", "is"], "-"),
		] |
			some fact in found
		} == {[encrypted, {true: "TLS 1.0", false: "-"}[encrypted == "tls"]]}
	}
}

test_target_that_no_plan_shows_is_told_by_its_name if {
	every case in [
		[{"target": "projects/p/global/targetHttpProxies/x"}, {}, {}, {["none", "-"]}],
		[{"target": "projects/p/global/targetHttpsProxies/x"}, {}, {}, {["tls", "?"]}],
		[{"target": "projects/p/global/targetSslProxies/x"}, {}, {}, {["tls", "?"]}],
		[{"target": "projects/p/global/targetTcpProxies/x"}, {}, {}, {["passthrough", "-"]}],
		[{"target": null, "backend_service": "b"}, {}, {}, {["passthrough", "-"]}],
		[{"target": "all-apis"}, {}, {}, set()],
		[{"target": "projects/p/regions/r/serviceAttachments/s"}, {}, {}, set()],
		[{"target": "projects/p/regions/r/targetVpnGateways/g"}, {}, {}, set()],
		[{}, {"target": true}, {}, {["?", "-"]}],
		[
			{}, {"target": true}, {"target": [
				"google_compute_target_instance.i.id", "google_compute_target_instance.i",
			]},
			{["passthrough", "-"]},
		],
		[{}, {"target": true}, {"target": ["terraform_data.x.output", "terraform_data.x"]}, {["?", "-"]}],
		[{}, {"target": true}, {"target": ["google_compute_vpn_gateway.g.id", "google_compute_vpn_gateway.g"]}, set()],
	] {
		others := [made(name, {}, {}, {}) |
			some name in ["google_compute_target_instance.i", "google_compute_vpn_gateway.g", "terraform_data.x"]
		]
		found := load_balancers.endpoints with input as plan(array.concat(others, [rule(case[0], case[1], case[2])]))
		{[object.get(fact, ["encrypted", "is"], "?"), weakest(fact)] | some fact in found} == case[3]
	}
}

test_rule_without_a_scheme_whose_target_nobody_knows_may_be_a_private_endpoint if {
	private := {"load_balancing_scheme": ""}
	every case in [
		[private, {"target": true}, {}, [{"unknown": true}]],
		[private, {"target": true}, {"target": ["data.terraform_remote_state.net"]}, [{"unknown": true}]],
		[private, {"target": true}, to("google_compute_target_pool.l"), [{"is": "anybody"}]],
		[private, {"target": true}, to("google_compute_service_attachment.s"), []],
		[private, {"target": true}, to("google_sql_database_instance.d"), []],
		[private, {"target": true}, to("data.google_sql_database_instance.e"), [{"unknown": true}]],
		[{"load_balancing_scheme": "", "target": "projects/p/global/targetTcpProxies/x"}, {}, {}, [{"is": "anybody"}]],
		[{"load_balancing_scheme": "EXTERNAL"}, {"target": true}, to("google_sql_database_instance.d"), [{"is": "anybody"}]],
		[{}, {"target": true}, {}, [{"is": "anybody"}]],
	] {
		others := [made(name, {}, {}, {}) |
			some name in [
				"google_compute_service_attachment.s", "google_compute_target_pool.l",
				"google_sql_database_instance.d",
			]
		]
		asked := object.union(made("google_sql_database_instance.e", {}, {}, {}), {"mode": "data"})
		given := plan(array.concat(others, [asked, rule(case[0], case[1], case[2])]))
		found := load_balancers.endpoints with input as given
		[fact.audience | some fact in found] == case[3]
	}
}

to(address) := {"target": [concat("", [address, ".id"]), address]}

weakest(fact) := "-" if {
	not fact.weakest
} else := object.get(fact.weakest, "is", "?")

test_oldest_protocol_is_that_of_the_policy if {
	every case in [
		[{"min_tls_version": "TLS_1_2"}, {}, {"is": "TLS 1.2"}],
		[{"min_tls_version": "TLS_1_1"}, {}, {"is": "TLS 1.1"}],
		[{"min_tls_version": null}, {}, {"is": "TLS 1.0"}],
		[{}, {"min_tls_version": true}, {"unknown": true}],
	] {
		given := [
			made("google_compute_ssl_policy.s", case[0], case[1], {}),
			proxy({}, {"ssl_policy": true}, {"ssl_policy": ["google_compute_ssl_policy.s.id", "google_compute_ssl_policy.s"]}),
			secure,
		]
		found := load_balancers.endpoints with input as plan(given)
		{fact.weakest | some fact in found} == {case[2]}
	}
	found := load_balancers.endpoints with input as plan([proxy({"ssl_policy": "elsewhere"}, {}, {}), secure])
	{fact.weakest | some fact in found} == {{"unknown": true}}
}

test_certificates_of_clients_are_asked_for_where_the_policy_refuses_without if {
	every mode, encrypted in {"REJECT_INVALID": "mutual-tls", "ALLOW_INVALID_OR_MISSING_CLIENT_CERT": "tls"} {
		given := [
			made("google_network_security_server_tls_policy.m", {"mtls_policy": [{"client_validation_mode": mode}]}, {}, {}),
			proxy({}, {"server_tls_policy": true}, {"server_tls_policy": [
				"google_network_security_server_tls_policy.m.id",
				"google_network_security_server_tls_policy.m",
			]}),
			secure,
		]
		found := load_balancers.endpoints with input as plan(given)
		{fact.encrypted.is | some fact in found} == {encrypted}
	}
}

test_whether_certificates_are_asked_for_may_be_unknown if {
	found := load_balancers.endpoints with input as plan([
		made("google_network_security_server_tls_policy.m", {}, {"mtls_policy": true}, {}),
		proxy({}, {"server_tls_policy": true}, {"server_tls_policy": [
			"google_network_security_server_tls_policy.m.id",
			"google_network_security_server_tls_policy.m",
		]}),
		secure,
	])
	{fact.encrypted | some fact in found} == {{"unknown": true}}
}

test_names_are_those_of_the_map if {
	given := [
		made(
			"google_compute_url_map.u", {"host_rule": [
				{
					"hosts": ["portal.aoba.example", "*"],
				},
				{"hosts": ["a.aoba.example"]},
			]},
			{}, {},
		),
		proxy({}, {"url_map": true}, {"url_map": ["google_compute_url_map.u.id", "google_compute_url_map.u"]}),
		secure,
	]
	found := load_balancers.endpoints with input as plan(given)

	{fact.hosts | some fact in found} == {["a.aoba.example", "portal.aoba.example"]}
}

test_what_only_redirects_to_https_carries_nothing if {
	every case in [
		[{"default_url_redirect": [{"https_redirect": true}]}, set()],
		[{"default_url_redirect": [{"https_redirect": true}], "path_matcher": [{"name": "x"}]}, {"none"}],
		[{"default_url_redirect": [{"https_redirect": false}]}, {"none"}],
		[{}, {"none"}],
	] {
		given := [
			made("google_compute_url_map.u", case[0], {}, {}),
			made("google_compute_target_http_proxy.h", {}, {"url_map": true}, {
				"url_map": ["google_compute_url_map.u.id", "google_compute_url_map.u"],
			}),
			rule({}, {"target": true}, {"target": [
				"google_compute_target_http_proxy.h.id", "google_compute_target_http_proxy.h",
			]}),
		]
		found := load_balancers.endpoints with input as plan(given)
		{fact.encrypted.is | some fact in found} == case[1]
	}
}

proxy(after, unknown, references) := made("google_compute_target_https_proxy.p", after, unknown, references)

secure := rule({}, {"target": true}, {"target": [
	"google_compute_target_https_proxy.p.id", "google_compute_target_https_proxy.p",
]})

rule(after, unknown, references) := made("google_compute_global_forwarding_rule.r", after, unknown, references)

test_what_is_read if {
	count(target_proxies.reads) == 13
	load_balancers.reads == {
		"google_compute_forwarding_rule": [
			"load_balancing_scheme",
			"port_range",
			"target",
			"all_ports",
			"backend_service",
			"ip_protocol",
			"ports",
		],
		"google_compute_global_forwarding_rule": ["load_balancing_scheme", "port_range", "target", "ip_protocol"],
	}
	object.keys(load_balancers.ways) == {"forwarding-rule"}
}

# everything in the changes is written, in a plan of the project aoba-emr
plan(changes) := {"terraform": {"p": {
	"resource_changes": changes,
	"configuration": {
		"provider_config": {"google": {"name": "google", "expressions": {
			"project": {"constant_value": "aoba-emr"},
			"region": {"constant_value": "asia-northeast1"},
		}}},
		"root_module": {"resources": [written |
			some one in changes
			names := {name: {} | some part in ["after", "after_unknown"]; some name, _ in one.change[part]}
			references := {name: {"references": targets} | some name, targets in one.references}
			written := {
				"address": concat("", [{"data": "data.", "managed": ""}[one.mode], one.type, ".", one.name]),
				"expressions": object.union(names, references),
				"provider_config_key": "google",
			}
		]},
	},
}}}

made(address, after, unknown, references) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"references": references,
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}
