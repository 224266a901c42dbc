package bunkaiten_test.observed.terraform.google.vpn

import data.bunkaiten.observed.terraform.google.vpn

test_other_end_is_the_interface_of_the_external_gateway if {
	every case in [
		[[{"id": 0, "ip_address": "198.51.100.7"}], 0, {network("198.51.100.7/32")}],
		[[{"id": 0, "ip_address": "198.51.100.7"}, {"id": 1, "ip_address": "198.51.100.8"}], 1, {network("198.51.100.8/32")}],
		[[{"id": 0, "ip_address": null, "ipv6_address": "2001:db8::7"}], 0, {network("2001:db8::7/128")}],
		[[{"id": 0, "ip_address": "198.51.100.7"}, {"id": 1, "ip_address": "198.51.100.8"}], null, {
			network("198.51.100.7/32"),
			network("198.51.100.8/32"),
		}],
		[[{"ip_address": "198.51.100.7"}], 0, {network("198.51.100.7/32")}],
		[[{"id": 0, "ip_address": "", "ipv6_address": null}], 0, {{"unknown": true}}],
	] {
		ends([gateway(case[0], {}), tunnel(
			{
				"peer_external_gateway_interface": case[1],
			},
			{"peer_external_gateway": true},
		)]) == case[2]
	}
}

test_address_that_is_not_yet_known_is_unknown if {
	late := gateway([{"id": 0}], {"interface": [{"ip_address": true}]})

	ends([late, tunnel({"peer_external_gateway_interface": 0}, {"peer_external_gateway": true})]) == {{"unknown": true}}
}

test_tunnel_without_an_external_gateway_of_the_plan_has_its_own_address if {
	every case in [
		[{"peer_ip": "15.0.0.120"}, {}, network("15.0.0.120/32")],
		[
			{
				"peer_ip": "15.0.0.120", "peer_external_gateway": "projects/aoba-emr/global/externalVpnGateways/x",
			},
			{}, network("15.0.0.120/32"),
		],
		[{}, {"peer_ip": true}, {"unknown": true}],
		[{}, {}, {"unknown": true}],
		[{"peer_external_gateway": "x"}, {}, {"unknown": true}],
		[{"peer_ip": 7}, {}, {"unknown": true}],
	] {
		ends([made("google_compute_vpn_tunnel.t", case[0], case[1], {})]) == {case[2]}
	}
}

test_gateway_of_google_is_whose_project_it_lies_in if {
	every case in [
		["projects/kura-archive/regions/r/vpnGateways/g", {project("kura-archive")}],
		["https://www.googleapis.com/compute/v1/projects/aoba-emr/regions/r/vpnGateways/g", set()],
		["g", {{"unknown": true}}],
	] {
		ends([made("google_compute_vpn_tunnel.t", {"peer_gcp_gateway": case[0], "project": "aoba-emr"}, {}, {})]) == case[1]
	}
	every project_of, found in {"aoba-emr": set(), "kura-archive": {project("kura-archive")}} {
		given := [
			made("google_compute_ha_vpn_gateway.g", {"project": project_of}, {}, {}),
			made("google_compute_vpn_tunnel.t", {"project": "aoba-emr"}, {"peer_gcp_gateway": true}, {"peer_gcp_gateway": [
				"google_compute_ha_vpn_gateway.g.id",
				"google_compute_ha_vpn_gateway.g",
			]}),
		]
		ends(given) == found
	}
	ends([made(
		"google_compute_vpn_tunnel.t", {
			"project": "aoba-emr",
		},
		{"peer_gcp_gateway": true}, {},
	)]) == {{"unknown": true}}
}

test_methods_are_what_somebody_chose if {
	suite := [{"phase1": [{"dh": ["Group-20"], "encryption": ["AES-GCM-16-256"]}], "phase2": [{"pfs": null}]}]

	every case in [
		[{}, {}, {"is": ["ikev2"]}],
		[{"ike_version": 1}, {}, {"is": ["ikev1"]}],
		[{"ike_version": 2, "cipher_suite": suite}, {}, {"is": ["AES-GCM-16-256", "Group-20", "ikev2"]}],
		[{"cipher_suite": []}, {}, {"is": ["ikev2"]}],
		[{}, {"ike_version": true}, {"unknown": true}],
		[{}, {"cipher_suite": true}, {"unknown": true}],
		[{"cipher_suite": suite}, {"cipher_suite": [{"phase1": [{"dh": true}]}]}, {"unknown": true}],
	] {
		given := made("google_compute_vpn_tunnel.t", object.union({"peer_ip": "15.0.0.1"}, case[0]), case[1], {})
		found := vpn.peers with input as plan([given])
		{
		[
			fact.methods, fact.authentication, fact.encrypted,
		] |
			some fact in found
		} == {[case[2], {"is": "shared-key"}, {"is": "ipsec"}]}
	}
}

test_choices_are_what_somebody_chose_or_what_google_takes if {
	usual := ["AES-CBC-128", "AES-CBC-192", "AES-CBC-256", "AES-GCM", "3DES-CBC"]
	checks := ["HMAC-MD5-96", "HMAC-SHA1-96", "HMAC-SHA2-256-128"]
	chosen := {"encryption": ["AES-CBC-256", "3DES-CBC"], "integrity": ["HMAC-MD5-96"], "dh": ["Group-2"], "prf": null}
	by_itself := {"encryption": ["AES-GCM-16-256"], "integrity": []}
	mixed := {"encryption": ["AES-GCM-16-256", "AES-CBC-256"], "integrity": null}
	every case in [
		[{}, [usual, checks, usual, checks]],
		[{"phase1": [], "phase2": [{"encryption": [], "pfs": ["Group-2"]}]}, [usual, checks, usual, checks]],
		[{"phase1": [chosen]}, [["AES-CBC-256", "3DES-CBC"], ["HMAC-MD5-96"], usual, checks]],
		[{"phase1": [by_itself], "phase2": [by_itself]}, [["AES-GCM-16-256"], ["AES-GCM-16-256"]]],
		[{"phase1": [by_itself], "phase2": [mixed]}, [["AES-GCM-16-256"], ["AES-GCM-16-256", "AES-CBC-256"], checks]],
	] {
		_choices({"cipher_suite": [case[0]]}, {}) == {{"is": case[1]}}
	}
	_choices({}, {}) == {{"is": [usual, checks, usual, checks]}}
	_choices({}, {"cipher_suite": true}) == {null}
	every mistaken in ["x", [null]] {
		_choices({"cipher_suite": [{"phase1": [{"encryption": mistaken}]}]}, {}) == {null}
	}
}

_choices(after, marks) := {object.get(fact, "choices", null) | some fact in found} if {
	given := made("google_compute_vpn_tunnel.t", object.union({"peer_ip": "15.0.0.1"}, after), marks, {})
	found := vpn.peers with input as plan([given])
}

test_networks_behind_a_tunnel_are_peers_where_they_are_narrowed_down if {
	every case in [
		[["203.0.113.128/28"], {}, {[["remote_traffic_selector", 0], network("203.0.113.128/28")]}],
		[["0.0.0.0/0"], {}, set()],
		[[], {}, set()],
		[[7], {}, {[["remote_traffic_selector"], {"unknown": true}]}],
		[[null], {"remote_traffic_selector": [true]}, {[["remote_traffic_selector", 0], {"unknown": true}]}],
		[null, {"remote_traffic_selector": true}, {[["remote_traffic_selector"], {"unknown": true}]}],
	] {
		given := made(
			"google_compute_vpn_tunnel.t", object.filter({"remote_traffic_selector": case[0]}, [name |
				name := "remote_traffic_selector"
				case[0] != null
			]),
			case[1], {},
		)
		found := vpn.peers with input as plan([given])
		{[array.slice(fact.steps, 6, 99), fact.who] | some fact in found; fact.way == "vpn-tunnel-network"} == case[2]
	}
}

test_route_over_a_tunnel_is_a_peer_and_another_is_none if {
	given := [
		made("google_compute_route.t", {"dest_range": "203.0.113.128/28"}, {"next_hop_vpn_tunnel": true}, {}),
		made("google_compute_route.u", {}, {"dest_range": true, "next_hop_vpn_tunnel": true}, {}),
		made("google_compute_route.d", {"dest_range": "0.0.0.0/0", "next_hop_vpn_tunnel": null}, {}, {}),
	]
	line := {"direction": "both", "encrypted": {"is": "ipsec"}}
	found := vpn.peers with input as plan(given)

	seen(found) == {
		[
			"google_compute_route.t", "vpn-tunnel-route", [
				"dest_range",
			],
			object.union(line, {"who": network("203.0.113.128/28")}),
		],
		["google_compute_route.u", "vpn-tunnel-route", ["dest_range"], object.union(line, {"who": {"unknown": true}})],
	}
}

test_what_is_read_and_what_belongs_to_what if {
	object.keys(vpn.reads) == {"google_compute_route", "google_compute_vpn_gateway", "google_compute_vpn_tunnel"}
	object.keys(vpn.satellites) == {"google_compute_route", "google_compute_vpn_tunnel"}
	{word | some word, text in vpn.ways; text.on_path == "tunnel"} == {"vpn-tunnel"}
}

ends(changes) := {fact.who | some fact in found} if {
	found := vpn.peers with input as plan(changes)
}

network(name) := {"is": {"by": "network", "name": name}}

project(name) := {"is": {"by": "project", "name": name}}

gateway(interfaces, unknown) := made("google_compute_external_vpn_gateway.g", {"interface": interfaces}, unknown, {})

tunnel(after, unknown) := made("google_compute_vpn_tunnel.t", after, unknown, {"peer_external_gateway": [
	"google_compute_external_vpn_gateway.g.id",
	"google_compute_external_vpn_gateway.g",
]})

seen(found) := {[trim_prefix(fact.thing, "terraform:"), fact.way, array.slice(fact.steps, 6, 99), said] |
	some fact in found
	said := object.remove(fact, ["key", "steps", "thing", "way"])
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
				"address": concat(".", [one.type, one.name]),
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
