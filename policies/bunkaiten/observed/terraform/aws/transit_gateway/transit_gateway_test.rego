package bunkaiten_test.observed.terraform.aws.transit_gateway

import data.bunkaiten.observed.terraform.aws.transit_gateway

test_peering_leads_to_the_account_of_the_other_side if {
	after := {"peer_account_id": "444455556666", "peer_region": "ap-northeast-3"}

	transit_gateway.peers == {{
		"way": "transit-gateway-peering",
		"thing": "terraform:aws_ec2_transit_gateway_peering_attachment.a",
		"key": "p aws_ec2_transit_gateway_peering_attachment.a",
		"steps": ["terraform", "p", "resource_changes", 0, "change", "after", "peer_account_id"],
		"who": account("444455556666"),
		"direction": "both",
		"region": {"is": "ap-northeast-3"},
	}} with input as plan([change("aws_ec2_transit_gateway_peering_attachment", "a", after, {})])
}

test_account_of_a_peering_is_known_unknown_or_the_own if {
	every case in [
		[{}, {"peer_account_id": true}, {unknown}],
		[{"peer_account_id": "444455556666"}, {}, {account("444455556666")}],
		[{"peer_account_id": "111122223333"}, {}, set()],
		[{"peer_account_id": null}, {}, set()],
		[{}, {}, set()],
	] {
		whom("aws_ec2_transit_gateway_peering_attachment", case[0], case[1]) == {[
			"transit-gateway-peering",
			"peer_account_id", who, "both", {},
		] |
			some who in case[2]
		}
	}
}

test_account_that_nobody_wrote_is_the_own if {
	every case in [[{}, {"peer_account_id": true}], [{"peer_account_id": "222233334444"}, {}]] {
		given := [change("aws_ec2_transit_gateway_peering_attachment", "a", case[0], case[1])]
		shown(configured(given, {"aws_ec2_transit_gateway_peering_attachment.a": {"peer_region": {}}})) == set()
		named := {"aws_ec2_transit_gateway_peering_attachment.a": {"peer_account_id": {}}}
		count(shown(configured(given, named))) == 1
	}
}

test_account_that_asked_is_known_once_it_is_accepted if {
	every case in [
		[{"peer_account_id": "444455556666"}, {account("444455556666")}],
		[{"peer_account_id": "111122223333"}, set()],
		[{"peer_account_id": null}, {unknown}],
		[{}, {unknown}],
	] {
		after := object.union({"transit_gateway_attachment_id": "tgw-attach-1"}, case[0])
		whom("aws_ec2_transit_gateway_peering_attachment_accepter", after, {}) == {[
			"transit-gateway-peering",
			"transit_gateway_attachment_id", who, "both", {},
		] |
			some who in case[1]
		}
	}
}

test_peering_that_the_plan_asks_for_and_accepts_is_told_once if {
	given := plan([
		change("aws_ec2_transit_gateway_peering_attachment", "a", {"id": "x", "peer_account_id": "444455556666"}, {}),
		change("aws_ec2_transit_gateway_peering_attachment_accepter", "b", {"transit_gateway_attachment_id": "x"}, {}),
	])

	shown(given) == {["transit-gateway-peering", "peer_account_id", account("444455556666"), "both", {}]}
}

test_gateway_that_accepts_unseen_is_open_to_anybody if {
	every case in [
		[{"auto_accept_shared_attachments": "enable"}, {}, {anybody}],
		[{}, {"auto_accept_shared_attachments": true}, {unknown}],
		[{"auto_accept_shared_attachments": "disable"}, {}, set()],
		[{"auto_accept_shared_attachments": null}, {}, set()],
		[{}, {}, set()],
	] {
		whom("aws_ec2_transit_gateway", case[0], case[1]) == {[
			"auto-accepted-attachment",
			"auto_accept_shared_attachments", who, "in", {},
		] |
			some who in case[2]
		}
	}
}

test_gateway_that_is_shared_is_open_to_those_whom_it_is_shared_with if {
	enabled := {"arn": "arn:g", "auto_accept_shared_attachments": "enable"}
	gateway := change("aws_ec2_transit_gateway", "g", enabled, {})
	open := {["auto-accepted-attachment", "auto_accept_shared_attachments", anybody, "in", {}]}
	named := {"principal": "555566667777", "resource_share_arn": "arn:s"}
	principal := change("aws_ram_principal_association", "p", named, {})

	shown(plan([gateway, thing("arn:g"), principal])) == set()
	shown(plan([gateway, thing("arn:other"), principal])) == open
	shown(plan([gateway, thing("arn:g")])) == open
}

test_attachment_to_a_gateway_that_is_not_in_the_plan_is_unknown if {
	gateway := change("aws_ec2_transit_gateway", "g", {"id": "tgw-1"}, {})
	attachment := change("aws_ec2_transit_gateway_vpc_attachment", "a", {"transit_gateway_id": "tgw-1"}, {})

	shown(plan([gateway, attachment])) == set()
	shown(plan([attachment])) == {["transit-gateway-attachment", "transit_gateway_id", unknown, "both", {}]}
}

test_far_end_of_a_tunnel_is_a_peer_without_encryption if {
	every case in [
		[{"peer_address": "198.51.100.40"}, {}, network("198.51.100.40/32")],
		[{"peer_address": "2001:db8::40"}, {}, network("2001:db8::40/128")],
		[{}, {"peer_address": true}, unknown],
	] {
		whom("aws_ec2_transit_gateway_connect_peer", case[0], case[1]) == {[
			"transit-gateway-connect",
			"peer_address", case[2], "both", {"encrypted": {"is": "none"}},
		]}
	}
}

test_static_route_leads_to_a_network if {
	every case in [
		[{"destination_cidr_block": "198.51.100.128/25"}, {}, {network("198.51.100.128/25")}],
		[{"destination_cidr_block": "198.51.100.128/25", "blackhole": false}, {}, {network("198.51.100.128/25")}],
		[{"destination_cidr_block": "198.51.100.128/25"}, {"blackhole": true}, {network("198.51.100.128/25")}],
		[{"destination_cidr_block": "0.0.0.0/0"}, {}, {{"is": {"by": "anybody", "name": "0.0.0.0/0"}}}],
		[{}, {"destination_cidr_block": true}, {unknown}],
		[{"destination_cidr_block": "198.51.100.128/25", "blackhole": true}, {}, set()],
	] {
		whom("aws_ec2_transit_gateway_route", case[0], case[1]) == {[
			"transit-gateway-route",
			"destination_cidr_block", who, "out", {},
		] |
			some who in case[2]
		}
	}
}

test_route_into_a_network_of_the_plan_is_none_to_another if {
	route := change(
		"aws_ec2_transit_gateway_route", "r", {
			"destination_cidr_block": "10.20.0.0/16",
			"transit_gateway_attachment_id": "x",
		},
		{},
	)
	gateway := change("aws_ec2_transit_gateway", "g", {"id": "tgw-1"}, {})
	inside := change("aws_ec2_transit_gateway_vpc_attachment", "a", {"id": "x", "transit_gateway_id": "tgw-1"}, {})
	outside := change("aws_ec2_transit_gateway_peering_attachment", "a", {"id": "x"}, {})

	shown(plan([gateway, inside, route])) == set()
	shown(plan([outside, route])) == {[
		"transit-gateway-route",
		"destination_cidr_block", network("10.20.0.0/16"), "out", {},
	]}
}

test_what_facts_are_called if {
	transit_gateway.ways == {
		"auto-accepted-attachment": {
			"en": "attachments accepted unseen",
			"ja": "承認なしのアタッチメント",
			"on_path": "gateway",
			"grants": true,
		},
		"transit-gateway-attachment": {
			"en": "attachment to a transit gateway",
			"ja": "Transit Gateway へのアタッチメント",
			"on_path": "joint",
		},
		"transit-gateway-connect": {
			"en": "GRE tunnel of a transit gateway",
			"ja": "Transit Gateway の GRE トンネル",
			"on_path": "tunnel",
		},
		"transit-gateway-peering": {
			"en": "transit gateway peering",
			"ja": "Transit Gateway のピアリング",
			"on_path": "gateway",
		},
		"transit-gateway-route": {
			"en": "route of a transit gateway",
			"ja": "Transit Gateway の経路",
			"on_path": "gateway",
		},
	}
}

test_what_is_read if {
	transit_gateway.reads == {
		"aws_ec2_transit_gateway": ["auto_accept_shared_attachments"],
		"aws_ec2_transit_gateway_connect_peer": ["peer_address"],
		"aws_ec2_transit_gateway_peering_attachment": ["peer_account_id", "peer_region"],
		"aws_ec2_transit_gateway_peering_attachment_accepter": ["peer_account_id", "transit_gateway_attachment_id"],
		"aws_ec2_transit_gateway_route": ["blackhole", "destination_cidr_block", "transit_gateway_attachment_id"],
		"aws_ec2_transit_gateway_vpc_attachment": ["transit_gateway_id"],
		"aws_ram_resource_association": ["resource_arn"],
	}
}

test_what_belongs_to_what if {
	transit_gateway.satellites == {
		"aws_ec2_transit_gateway_peering_attachment_accepter": [[
			"transit_gateway_attachment_id",
			"aws_ec2_transit_gateway_peering_attachment",
		]],
		"aws_ec2_transit_gateway_route": [
			["transit_gateway_attachment_id", "aws_ec2_transit_gateway_peering_attachment"],
			["transit_gateway_attachment_id", "aws_vpn_connection"],
		],
	}
}

thing(arn) := change("aws_ram_resource_association", "r", {"resource_arn": arn, "resource_share_arn": "arn:s"}, {})

network(name) := {"is": {"by": "network", "name": name}}

whom(type, after, after_unknown) := shown(plan([change(type, "a", after, after_unknown)]))

shown(given) := {[peer.way, peer.steps[6], peer.who, peer.direction, more] |
	peers := transit_gateway.peers with input as given
	some peer in peers
	more := object.remove(peer, ["way", "thing", "key", "steps", "who", "direction"])
}

unknown := {"unknown": true}

account(name) := {"is": {"by": "account", "name": name}}

anybody := {"is": {"by": "anybody", "name": "*"}}

# one plan of the account 111122223333
plan(changes) := {"terraform": {"p": {
	"resource_changes": changes,
	"configuration": {"provider_config": {"aws": {"expressions": {"allowed_account_ids": {"constant_value": [
		"111122223333",
	]}}}}},
}}}

# the same, where each attribute is either written or not
configured(changes, resources) := object.union(plan(changes), {"terraform": {"p": {"configuration": {"root_module": {
	"resources": [{"address": address, "expressions": expressions} | some address, expressions in resources],
}}}}})

change(type, name, after, after_unknown) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["create"], "after": after, "after_unknown": after_unknown},
}
