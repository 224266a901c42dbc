package bunkaiten_test.observed.terraform.aws.peering

import data.bunkaiten.observed.terraform.aws.peering

test_account_of_the_other_side_is_a_peer if {
	after := {"peer_owner_id": "555566667777", "peer_region": "ap-northeast-3"}

	peering.peers == {{
		"way": "vpc-peering",
		"thing": "terraform:aws_vpc_peering_connection.a",
		"key": "p aws_vpc_peering_connection.a",
		"steps": ["terraform", "p", "resource_changes", 0, "change", "after", "peer_owner_id"],
		"who": account("555566667777"),
		"direction": "both",
		"region": {"is": "ap-northeast-3"},
	}} with input as plan([change("aws_vpc_peering_connection", "a", after, {})])
}

test_owner_and_region_are_known_or_unknown if {
	every case in [
		[{"peer_owner_id": "555566667777"}, {}, {[account("555566667777"), "none"]}],
		[{}, {"peer_owner_id": true}, {[unknown, "none"]}],
		[{"peer_owner_id": "555566667777"}, {"peer_region": true}, {[account("555566667777"), unknown]}],
		[{"peer_owner_id": "111122223333"}, {}, set()],
		[{"peer_owner_id": null}, {}, set()],
		[{"peer_owner_id": ""}, {}, set()],
		[{}, {}, set()],
	] {
		shown(plan([change("aws_vpc_peering_connection", "a", case[0], case[1])])) == case[2]
	}
}

test_owner_that_nobody_wrote_is_the_own_account if {
	every case in [[{}, {"peer_owner_id": true}], [{"peer_owner_id": "222233334444"}, {}]] {
		given := [change("aws_vpc_peering_connection", "a", case[0], case[1])]
		shown(configured(given, {"aws_vpc_peering_connection.a": {"vpc_id": {}}})) == set()
		count(shown(configured(given, {"aws_vpc_peering_connection.a": {"peer_owner_id": {}}}))) == 1
	}
}

test_account_that_asked_is_known_once_it_is_accepted if {
	asked := {"vpc_peering_connection_id": "pcx-1"}

	every case in [
		[{}, {"peer_owner_id": true}, {[unknown, "none"]}],
		[{"peer_owner_id": null}, {}, {[unknown, "none"]}],
		[{"peer_owner_id": "444455556666"}, {}, {[account("444455556666"), "none"]}],
		[{"peer_owner_id": "111122223333"}, {}, set()],
	] {
		given := [change("aws_vpc_peering_connection_accepter", "a", object.union(asked, case[0]), case[1])]
		shown(configured(given, {"aws_vpc_peering_connection_accepter.a": {"vpc_peering_connection_id": {}}})) == case[2]
	}
}

test_peering_of_the_same_plan_is_told_once if {
	given := [
		change("aws_vpc_peering_connection", "p", {"peer_owner_id": "555566667777"}, {}),
		change("aws_vpc_peering_connection_accepter", "a", {}, {"vpc_peering_connection_id": true, "peer_owner_id": true}),
	]
	tie := {"references": ["aws_vpc_peering_connection.p.id", "aws_vpc_peering_connection.p"]}

	shown(configured(given, {
		"aws_vpc_peering_connection.p": {"peer_owner_id": {}},
		"aws_vpc_peering_connection_accepter.a": {"vpc_peering_connection_id": tie},
	})) == {[account("555566667777"), "none"]}
}

test_accepter_leads_to_what_it_accepts if {
	peers := peering.peers with input as plan([change("aws_vpc_peering_connection_accepter", "a", {}, {})])

	{[peer.steps[6], peer.way, peer.direction] | some peer in peers} == {[
		"vpc_peering_connection_id",
		"vpc-peering",
		"both",
	]}
}

test_what_facts_are_called if {
	peering.ways == {"vpc-peering": {"en": "VPC peering", "ja": "VPC ピアリング", "on_path": "joint"}}
}

test_what_is_read if {
	peering.reads == {
		"aws_vpc_peering_connection": ["peer_owner_id", "peer_region"],
		"aws_vpc_peering_connection_accepter": ["peer_owner_id", "vpc_peering_connection_id"],
	}
}

test_what_belongs_to_what if {
	peering.satellites == {
		"aws_vpc_peering_connection_accepter": [["vpc_peering_connection_id", "aws_vpc_peering_connection"]],
	}
}

shown(given) := {[peer.who, object.get(peer, "region", "none")] |
	peers := peering.peers with input as given
	some peer in peers
}

unknown := {"unknown": true}

account(name) := {"is": {"by": "account", "name": name}}

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
