package bunkaiten_test.observed.terraform.aws.vpn

import data.bunkaiten.observed.terraform.aws.vpn

test_peer_is_the_customer_gateway_of_the_connection if {
	given := [gateway({"ip_address": "198.51.100.7"}, {}), connection({}, {"customer_gateway_id": true})]

	vpn.peers == {{
		"way": "vpn-connection",
		"thing": "terraform:aws_vpn_connection.c",
		"key": "p aws_vpn_connection.c",
		"steps": ["terraform", "p", "resource_changes", 0, "change", "after", "ip_address"],
		"who": {"is": {"by": "network", "name": "198.51.100.7/32"}},
		"direction": "both",
		"encrypted": {"is": "ipsec"},
		"methods": {"is": usual},
		"authentication": {"is": "shared-key"},
	}} with input as plan(given)
}

test_ends_know_each_other_by_a_certificate_or_a_shared_key if {
	every case in [
		[{"ip_address": "198.51.100.7"}, {}, {"is": "shared-key"}],
		[{"ip_address": "198.51.100.7", "certificate_arn": ""}, {}, {"is": "shared-key"}],
		[{"ip_address": "198.51.100.7", "certificate_arn": null}, {}, {"is": "shared-key"}],
		[{"certificate_arn": "arn:x"}, {}, {"is": "certificate"}],
		[{}, {"certificate_arn": true}, {"is": "certificate"}],
	] {
		given := [gateway(case[0], case[1]), connection({}, {"customer_gateway_id": true})]
		authentications(given) == {case[2]}
	}
	authentications([connection({"customer_gateway_id": "cgw-0"}, {})]) == {{"unknown": true}}
}

authentications(given) := {fact.authentication | some fact in peers} if {
	peers := vpn.peers with input as plan(given)
}

test_address_of_the_gateway_is_known_unknown_or_a_certificate if {
	every case in [
		[{"ip_address": "2001:db8::7"}, {}, "ip_address", network("2001:db8::7/128")],
		[{"ip_address": "0.0.0.0"}, {}, "ip_address", network("0.0.0.0/32")],
		[{}, {"ip_address": true}, "ip_address", {"unknown": true}],
		[{"certificate_arn": "arn:x"}, {"ip_address": true}, "ip_address", {"unknown": true}],
		[{"certificate_arn": "arn:x", "ip_address": ""}, {}, "certificate_arn", {"unknown": true}],
		[{"certificate_arn": "arn:x", "ip_address": null}, {}, "certificate_arn", {"unknown": true}],
		[{"ip_address": null}, {"certificate_arn": true}, "certificate_arn", {"unknown": true}],
		[{"ip_address": null}, {}, "ip_address", {"unknown": true}],
		[{"ip_address": 7}, {}, "ip_address", {"unknown": true}],
	] {
		given := [gateway(case[0], case[1]), connection({}, {"customer_gateway_id": true})]
		shown(written(given)) == {["aws_vpn_connection.c", "vpn-connection", [0, case[2]], case[3]]}
	}
}

test_gateway_that_is_not_in_the_plan_is_unknown if {
	every case in [
		[{"customer_gateway_id": "cgw-0"}, {}],
		[{}, {"customer_gateway_id": true}],
	] {
		given := [connection(case[0], case[1])]
		shown(written(given)) == {[
			"aws_vpn_connection.c", "vpn-connection",
			[0, "customer_gateway_id"], {"unknown": true},
		]}
	}
}

test_gateway_of_no_connection_is_no_peer if {
	shown(written([gateway({"ip_address": "198.51.100.7"}, {})])) == set()
}

test_existing_gateway_is_found_by_its_id if {
	given := [
		gateway({"id": "cgw-1", "ip_address": "198.51.100.7"}, {}),
		connection({"customer_gateway_id": "cgw-1"}, {}),
	]

	shown(written(given)) == {seen(0, "198.51.100.7/32")}
}

test_each_instance_has_the_gateway_of_its_key_and_module if {
	addresses := {`module.a.`: ["198.51.100.1", "198.51.100.2"], `module.b.`: ["198.51.100.3", "198.51.100.4"]}
	given := [placed_there |
		some module, both in addresses
		some index, address in both
		key := sprintf("[%d]", [index])
		some placed_there in [
			placed(gateway({"ip_address": address}, {}), module, key),
			placed(connection({}, {"customer_gateway_id": true}), module, key),
		]
	]
	call := {"module": {"resources": configured({})}}
	whole := object.union(written(given), {"configuration": {"root_module": {"module_calls": {"a": call, "b": call}}}})

	{[thing, who] | some [thing, _, _, who] in shown(whole)} == {
		["module.a.aws_vpn_connection.c[0]", network("198.51.100.1/32")],
		["module.a.aws_vpn_connection.c[1]", network("198.51.100.2/32")],
		["module.b.aws_vpn_connection.c[0]", network("198.51.100.3/32")],
		["module.b.aws_vpn_connection.c[1]", network("198.51.100.4/32")],
	}
}

test_network_of_the_other_side_is_a_peer_where_it_is_narrower_than_everything if {
	every option in ["local_ipv4_network_cidr", "local_ipv6_network_cidr"] {
		every name, who in {
			"198.51.100.128/25": network("198.51.100.128/25"),
			"2001:db8:7::/48": network("2001:db8:7::/48"),
		} {
			behind({option: name}, {}) == {["aws_vpn_connection.c", "vpn-network", [0, option], who]}
		}
		behind({}, {option: true}) == {["aws_vpn_connection.c", "vpn-network", [0, option], {"unknown": true}]}
		every nothing in ["0.0.0.0/0", "::/0", "", null] { behind({option: nothing}, {}) == set() }
	}
}

test_network_that_nobody_wrote_or_of_the_own_side_is_no_peer if {
	whole := {"terraform": {"p": {
		"resource_changes": [connection({}, {"local_ipv4_network_cidr": true, "remote_ipv4_network_cidr": true})],
		"configuration": {"root_module": {"resources": configured({})}},
	}}}

	{path | some [_, _, path, _] in shown(whole.terraform.p)} == {[0, "customer_gateway_id"]}
	behind({"remote_ipv4_network_cidr": "10.20.0.0/16"}, {}) == set()
}

test_static_routes_lead_to_networks if {
	every case in [
		[{"destination_cidr_block": "198.51.100.64/28"}, {}, network("198.51.100.64/28")],
		[{"destination_cidr_block": "0.0.0.0/0"}, {}, {"is": {"by": "anybody", "name": "0.0.0.0/0"}}],
		[{}, {"destination_cidr_block": true}, {"unknown": true}],
	] {
		given := [change("aws_vpn_connection_route", "r", case[0], case[1])]
		shown(written(given)) == {[
			"aws_vpn_connection_route.r", "vpn-route",
			[0, "destination_cidr_block"], case[2],
		]}
	}
}

test_routes_that_a_connection_has_are_told_once if {
	has := [{"destination_cidr_block": "198.51.100.64/28"}, {"destination_cidr_block": "203.0.113.0/24"}]
	route := change(
		"aws_vpn_connection_route", "r", {
			"destination_cidr_block": "198.51.100.64/28",
			"vpn_connection_id": "vpn-1",
		},
		{},
	)

	behind({"id": "vpn-1", "routes": has}, {}) == {
		["aws_vpn_connection.c", "vpn-route", [0, "routes", 0, "destination_cidr_block"], network("198.51.100.64/28")],
		["aws_vpn_connection.c", "vpn-route", [0, "routes", 1, "destination_cidr_block"], network("203.0.113.0/24")],
	}
	shown(written([connection({"id": "vpn-1", "routes": has}, {}), route])) == {
		["aws_vpn_connection.c", "vpn-connection", [0, "customer_gateway_id"], {"unknown": true}],
		["aws_vpn_connection.c", "vpn-route", [0, "routes", 1, "destination_cidr_block"], network("203.0.113.0/24")],
		["aws_vpn_connection_route.r", "vpn-route", [1, "destination_cidr_block"], network("198.51.100.64/28")],
	}
}

test_networks_and_routes_go_through_the_tunnel if {
	routes := [{"destination_cidr_block": "10.0.0.0/8"}]
	given := [
		connection({"local_ipv4_network_cidr": "198.51.100.128/25", "routes": routes}, {}),
		change("aws_vpn_connection_route", "r", {"destination_cidr_block": "198.51.100.64/28"}, {}),
	]
	peers := vpn.peers with input as plan(given)

	{[peer.way, peer.direction, peer.encrypted] | some peer in peers} == {
		["vpn-connection", "both", {"is": "ipsec"}],
		["vpn-network", "both", {"is": "ipsec"}],
		["vpn-route", "both", {"is": "ipsec"}],
	}
}

test_methods_are_all_that_either_tunnel_accepts if {
	strong := {option: chosen |
		some tunnel in ["tunnel1", "tunnel2"]
		some choice, chosen in {
			"ike_versions": ["ikev2"],
			"phase1_dh_group_numbers": [20],
			"phase1_encryption_algorithms": ["AES256"],
			"phase1_integrity_algorithms": ["SHA2-384"],
			"phase2_dh_group_numbers": [21],
			"phase2_encryption_algorithms": ["AES256-GCM-16"],
			"phase2_integrity_algorithms": ["SHA2-512"],
		}
		option := concat("_", [tunnel, choice])
	}
	all := ["AES256", "AES256-GCM-16", "DH group 20", "DH group 21", "SHA2-384", "SHA2-512", "ikev2"]

	methods(strong, {}) == {"is": all}
	methods(object.union(strong, {"tunnel2_ike_versions": ["ikev1"]}), {}) == {"is": sort(array.concat(all, ["ikev1"]))}
	methods(object.union(strong, {"tunnel1_ike_versions": null}), {}) == {"is": sort(array.concat(all, ["ikev1"]))}
	methods(object.union(strong, {"tunnel1_ike_versions": [null]}), {}) == {"unknown": true}
	methods(object.remove(strong, ["tunnel2_ike_versions"]), {"tunnel2_ike_versions": true}) == {"unknown": true}
	methods({}, {}) == {"is": usual}
}

test_what_facts_are_called if {
	vpn.ways == {
		"vpn-connection": {"en": "VPN connection", "ja": "VPN 接続", "on_path": "tunnel"},
		"vpn-network": {"en": "VPN connection for traffic", "ja": "VPN 接続が対象とする通信", "on_path": "line"},
		"vpn-route": {"en": "route over a VPN connection", "ja": "VPN 接続を経由する経路", "on_path": "gateway"},
	}
}

test_what_is_read if {
	options := {concat("_", [tunnel, choice]) |
		some tunnel in ["tunnel1", "tunnel2"]
		some choice in [
			"ike_versions", "phase1_dh_group_numbers", "phase1_encryption_algorithms", "phase1_integrity_algorithms",
			"phase2_dh_group_numbers", "phase2_encryption_algorithms", "phase2_integrity_algorithms",
		]
	}

	object.remove(vpn.reads, ["aws_vpn_connection"]) == {
		"aws_customer_gateway": ["certificate_arn", "ip_address"],
		"aws_vpn_connection_route": ["destination_cidr_block", "vpn_connection_id"],
		"aws_vpn_gateway": [],
	}
	{attribute | some attribute in vpn.reads.aws_vpn_connection} == options | {
		"customer_gateway_id", "local_ipv4_network_cidr", "local_ipv6_network_cidr", "routes.destination_cidr_block",
		"vpn_gateway_id",
	}
}

test_what_belongs_to_what if {
	vpn.satellites == {
		"aws_vpn_connection": [["customer_gateway_id", "aws_customer_gateway"], ["vpn_gateway_id", "aws_vpn_gateway"]],
		"aws_vpn_connection_route": [["vpn_connection_id", "aws_vpn_connection"]],
	}
}

# AWS's own lists: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
usual := [
	"AES128", "AES128-GCM-16", "AES256", "AES256-GCM-16", "DH group 14", "DH group 15", "DH group 16", "DH group 17",
	"DH group 18", "DH group 19", "DH group 2", "DH group 20", "DH group 21", "DH group 22", "DH group 23",
	"DH group 24", "DH group 5", "SHA1", "SHA2-256", "SHA2-384", "SHA2-512", "ikev1", "ikev2",
]

network(name) := {"is": {"by": "network", "name": name}}

seen(index, name) := ["aws_vpn_connection.c", "vpn-connection", [index, "ip_address"], network(name)]

methods(after, unknown) := peer.methods if {
	peers := vpn.peers with input as plan([connection(after, unknown)])
	some peer in peers
}

# without the gateway itself
behind(after, unknown) := {fact |
	some fact in shown(written([connection(after, unknown)]))
	fact[1] != "vpn-connection"
}

shown(given) := {[trim_prefix(peer.thing, "terraform:"), peer.way, path, peer.who] |
	peers := vpn.peers with input as {"terraform": {"p": given}}
	some peer in peers
	path := array.concat([peer.steps[3]], array.slice(peer.steps, 6, count(peer.steps)))
}

plan(changes) := {"terraform": {"p": written(changes)}}

# everything in the changes is written
written(changes) := {
	"resource_changes": changes,
	"configuration": {"root_module": {"resources": [resource |
		some one in changes
		expressions := {name: {} | some part in ["after", "after_unknown"]; some name, _ in one.change[part]}
		resource := {
			"address": concat(".", [one.type, one.name]),
			"expressions": object.union(expressions, references),
		}
	]}},
}

configured(expressions) := [
	{"address": "aws_customer_gateway.g", "expressions": {"ip_address": {}}},
	{"address": "aws_vpn_connection.c", "expressions": object.union(references, expressions)},
]

references := {"customer_gateway_id": {"references": ["aws_customer_gateway.g.id", "aws_customer_gateway.g"]}}

gateway(after, unknown) := change("aws_customer_gateway", "g", after, unknown)

connection(after, unknown) := change("aws_vpn_connection", "c", after, unknown)

change(type, name, after, unknown) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}

placed(one, module, key) := object.union(one, {
	"address": concat("", [module, one.address, key]),
	"module_address": trim_suffix(module, "."),
})
