package bunkaiten_test.observed.terraform.aws.direct_connect

import data.bunkaiten.observed.terraform.aws.direct_connect

test_line_ends_at_its_location if {
	direct_connect.peers == {{
		"way": "direct-connect-line",
		"thing": "terraform:aws_dx_connection.a",
		"key": "p aws_dx_connection.a",
		"steps": ["terraform", "p", "resource_changes", 0, "change", "after", "location"],
		"who": {"is": {"by": "line", "name": "EqTY2"}},
		"direction": "both",
		"encrypted": {"is": "none"},
	}} with input as plan([change("aws_dx_connection", {"location": "EqTY2"}, {})])

	every type in ["aws_dx_connection", "aws_dx_lag"] {
		shown([change(type, {"location": "EqTY2"}, {})]) == {seen("direct-connect-line", ["location"], line("EqTY2"), clear)}
		shown([change(type, {}, {"location": true})]) == {seen("direct-connect-line", ["location"], unknown, clear)}
	}
}

test_router_of_an_interface_is_a_peer_by_its_address if {
	every type in interfaces {
		every address, name in {
			"198.51.100.2/30": "198.51.100.2/32",
			"198.51.100.2": "198.51.100.2/32",
			"2001:db8::2/125": "2001:db8::2/128",
			"169.25.4.2/30": "169.25.4.2/32",
			"16.9.254.2/30": "16.9.254.2/32",
		} {
			shown([change(type, {"customer_address": address, "connection_id": "dxcon-1"}, {})]) == {seen(
				"virtual-interface",
				["customer_address"],
				network(name),
				unknown,
			)}
		}
		shown([change(type, {}, {"customer_address": true})]) == {seen(
			"virtual-interface",
			["customer_address"],
			unknown,
			unknown,
		)}
	}
}

test_address_that_says_nothing_leaves_the_line if {
	every type in interfaces {
		every nothing in [{"customer_address": "169.254.10.2/30"}, {"customer_address": null}, {"customer_address": ""}, {}] {
			lone := object.union(nothing, {"connection_id": "dxcon-1"})
			shown([change(type, lone, {})]) == {seen("virtual-interface", ["connection_id"], unknown, unknown)}
			shown([line_of({}), change(type, lone, {})]) == {
				seen("direct-connect-line", ["location"], line("EqTY2"), clear),
				seen("virtual-interface", ["connection_id"], line("EqTY2"), clear),
			}
		}
	}
}

test_address_of_a_private_network_tells_of_a_line_besides if {
	every address, name in {
		"10.255.0.2/30": "10.255.0.2/32",
		"192.168.0.1": "192.168.0.1/32",
		"fd00::2/125": "fd00::2/128",
		"FE80::2": "FE80::2/128",
	} {
		after := {"customer_address": address, "connection_id": "dxcon-1"}
		interface := change("aws_dx_private_virtual_interface", after, {})
		shown([interface]) == {
			seen("virtual-interface", ["customer_address"], network(name), unknown),
			seen("virtual-interface", ["connection_id"], line("dxcon-1"), unknown),
		}
		shown([line_of({}), interface]) == {
			seen("direct-connect-line", ["location"], line("EqTY2"), clear),
			seen("virtual-interface", ["customer_address"], network(name), clear),
			seen("virtual-interface", ["connection_id"], line("EqTY2"), clear),
		}
	}
	nameless := change(
		"aws_dx_private_virtual_interface", {"customer_address": "10.255.0.2/30"},
		{"connection_id": true},
	)
	{found[2].is.name | some found in shown([nameless])} == {"10.255.0.2/32", "10.255.0.2/30"}
}

test_address_that_aws_gives_is_not_unknown if {
	interface := change("aws_dx_private_virtual_interface", {"connection_id": "dxcon-1"}, {"customer_address": true})
	given := object.union(plan([line_of({}), interface]), {"terraform": {"p": {"configuration": {"root_module": {
		"resources": [{"address": "aws_dx_private_virtual_interface.a", "expressions": {"connection_id": {}}}],
	}}}}})
	peers := direct_connect.peers with input as given

	{[peer.way, peer.who] | some peer in peers} == {
		["direct-connect-line", line("EqTY2")],
		["virtual-interface", line("EqTY2")],
	}
}

test_interface_is_encrypted_as_its_line_is if {
	interface := change(
		"aws_dx_transit_virtual_interface", {
			"connection_id": "dxcon-1",
			"customer_address": "198.51.100.2/30",
		},
		{},
	)

	every mode, encrypted in {"must_encrypt": {"is": "macsec"}, "no_encrypt": clear, "should_encrypt": unknown} {
		shown([line_of({"encryption_mode": mode}), interface]) == {
			seen("direct-connect-line", ["location"], line("EqTY2"), encrypted),
			seen("virtual-interface", ["customer_address"], network("198.51.100.2/32"), encrypted),
		}
	}
}

test_announced_networks_are_peers if {
	every type in ["aws_dx_public_virtual_interface", "aws_dx_hosted_public_virtual_interface"] {
		after := {"customer_address": "203.0.113.2/30", "route_filter_prefixes": ["203.0.113.64/28", null]}
		router := seen("virtual-interface", ["customer_address"], network("203.0.113.2/32"), unknown)

		shown([change(type, after, {"route_filter_prefixes": [false, true]})]) == {
			router,
			seen("virtual-interface", ["route_filter_prefixes", 0], network("203.0.113.64/28"), unknown),
			seen("virtual-interface", ["route_filter_prefixes", 1], unknown, unknown),
		}
		shown([change(type, object.remove(after, ["route_filter_prefixes"]), {"route_filter_prefixes": true})]) == {
			router,
			seen("virtual-interface", ["route_filter_prefixes"], unknown, unknown),
		}
		shown([change(type, object.union(after, {"route_filter_prefixes": []}), {})]) == {router}
	}
}

test_account_that_gets_a_part_of_a_line_is_a_peer if {
	every type, way in {
		"aws_dx_hosted_connection": "hosted-connection",
		"aws_dx_hosted_private_virtual_interface": "virtual-interface",
		"aws_dx_hosted_public_virtual_interface": "virtual-interface",
		"aws_dx_hosted_transit_virtual_interface": "virtual-interface",
	} {
		every case in [
			[{"owner_account_id": "444455556666"}, {}, account("444455556666")],
			[{}, {"owner_account_id": true}, unknown],
		] {
			part := change(type, object.union(case[0], {"connection_id": "dxcon-1"}), case[1])
			shown([part]) == {seen(way, ["owner_account_id"], case[2], unknown)}
			shown([line_of({}), part]) == {
				seen("direct-connect-line", ["location"], line("EqTY2"), clear),
				seen(way, ["owner_account_id"], case[2], clear),
			}
		}
		shown([change(type, {"owner_account_id": "111122223333"}, {})]) == set()
	}
}

test_owner_of_the_gateway_is_a_peer if {
	every case in [
		[{"dx_gateway_owner_account_id": "555566667777"}, {}, {["gateway-proposal", account("555566667777"), "both"]}],
		[{}, {"dx_gateway_owner_account_id": true}, {["gateway-proposal", unknown, "both"]}],
		[{"dx_gateway_owner_account_id": "111122223333"}, {}, set()],
	] {
		given := plan([change("aws_dx_gateway_association_proposal", case[0], case[1])])
		peers := direct_connect.peers with input as given
		{[peer.way, peer.who, peer.direction] | some peer in peers} == case[2]
		every peer in peers {
			peer.steps[6] == "dx_gateway_owner_account_id"
			object.keys(peer) == {"way", "who", "direction", "thing", "key", "steps"}
		}
	}
}

test_gateway_of_another_account_that_is_let_in_is_a_peer if {
	every case in [
		[{"associated_gateway_owner_account_id": "555566667777"}, {}, {[
			"gateway-association",
			account("555566667777"), "both",
		]}],
		[{}, {"associated_gateway_owner_account_id": true}, {["gateway-association", unknown, "both"]}],
		[{"associated_gateway_owner_account_id": "111122223333"}, {}, set()],
		[{"associated_gateway_id": "tgw-1"}, {}, set()],
	] {
		given := plan([change("aws_dx_gateway_association", case[0], case[1])])
		peers := direct_connect.peers with input as given
		{[peer.way, peer.who, peer.direction] | some peer in peers} == case[2]
		every peer in peers { peer.steps[6] == "associated_gateway_owner_account_id" }
	}

	# what nobody wrote the provider fills in
	computed := change("aws_dx_gateway_association", {"associated_gateway_owner_account_id": "555566667777"}, {})
	own := {"address": "aws_dx_gateway_association.a", "expressions": {"associated_gateway_id": {}}}
	direct_connect.peers == set() with input as {"terraform": {"p": {
		"resource_changes": [computed],
		"configuration": {"root_module": {"resources": [own]}},
	}}}
}

test_what_facts_are_called if {
	direct_connect.ways == {
		"direct-connect-line": {"en": "Direct Connect line", "ja": "Direct Connect の回線", "on_path": "line"},
		"gateway-association": {
			"en": "gateway of another account joined to a Direct Connect gateway",
			"ja": "Direct Connect ゲートウェイへの他アカウントのゲートウェイの接続",
			"on_path": "joint",
		},
		"gateway-proposal": {
			"en": "proposal to join a Direct Connect gateway",
			"ja": "Direct Connect ゲートウェイへの接続申請",
			"on_path": "joint",
		},
		"hosted-connection": {
			"en": "Direct Connect line allotted",
			"ja": "Direct Connect の回線の割当て",
			"on_path": "line",
		},
		"virtual-interface": {
			"en": "virtual interface of Direct Connect",
			"ja": "Direct Connect の仮想インターフェイス",
			"on_path": "gateway",
		},
	}
}

test_what_is_read if {
	direct_connect.reads == {
		"aws_dx_connection": ["location"],
		"aws_dx_gateway_association": ["associated_gateway_id", "associated_gateway_owner_account_id"],
		"aws_dx_gateway_association_proposal": ["associated_gateway_id", "dx_gateway_owner_account_id"],
		"aws_dx_hosted_connection": ["owner_account_id"],
		"aws_dx_hosted_private_virtual_interface": ["customer_address", "owner_account_id"],
		"aws_dx_hosted_public_virtual_interface": ["customer_address", "owner_account_id", "route_filter_prefixes"],
		"aws_dx_hosted_transit_virtual_interface": ["customer_address", "owner_account_id"],
		"aws_dx_lag": ["location"],
		"aws_dx_private_virtual_interface": ["customer_address"],
		"aws_dx_public_virtual_interface": ["customer_address", "route_filter_prefixes"],
		"aws_dx_transit_virtual_interface": ["customer_address"],
	}
}

test_what_belongs_to_what if {
	gateways := [["associated_gateway_id", "aws_ec2_transit_gateway"], ["associated_gateway_id", "aws_vpn_gateway"]]

	direct_connect.satellites == {
		"aws_dx_gateway_association": gateways,
		"aws_dx_gateway_association_proposal": gateways,
	}
}

interfaces := [
	"aws_dx_private_virtual_interface", "aws_dx_public_virtual_interface",
	"aws_dx_transit_virtual_interface",
]

unknown := {"unknown": true}

clear := {"is": "none"}

line(name) := {"is": {"by": "line", "name": name}}

network(name) := {"is": {"by": "network", "name": name}}

account(name) := {"is": {"by": "account", "name": name}}

seen(way, path, who, encrypted) := [way, path, who, encrypted]

shown(changes) := {[peer.way, path, peer.who, peer.encrypted] |
	peers := direct_connect.peers with input as plan(changes)
	some peer in peers
	path := array.slice(peer.steps, 6, count(peer.steps))
}

line_of(after) := change("aws_dx_connection", object.union({"id": "dxcon-1", "location": "EqTY2"}, after), {})

# one plan of the account 111122223333
plan(changes) := {"terraform": {"p": {
	"resource_changes": changes,
	"configuration": {"provider_config": {"aws": {"expressions": {"allowed_account_ids": {"constant_value": [
		"111122223333",
	]}}}}},
}}}

change(type, after, after_unknown) := {
	"address": concat(".", [type, "a"]),
	"mode": "managed",
	"type": type,
	"name": "a",
	"change": {"actions": ["create"], "after": after, "after_unknown": after_unknown},
}
