package bunkaiten_test.observed.terraform.aws.resource_shares

import data.bunkaiten.observed.terraform.aws.resource_shares

test_principal_is_a_peer_on_what_is_shared_with_it if {
	given := plan([share("s", {}), principal("p", {"principal": "555566667777"}, {}), thing("r")])

	resource_shares.peers == {{
		"way": "resource-share",
		"thing": "terraform:aws_ram_resource_association.r",
		"key": "p aws_ram_resource_association.r",
		"steps": ["terraform", "p", "resource_changes", 1, "change", "after", "principal"],
		"who": account("555566667777"),
		"direction": "in",
	}} with input as given
	resource_shares.given == {"p aws_ram_resource_association.r"} with input as given
}

test_each_thing_is_shared_with_each_principal_of_its_share if {
	given := plan([
		share("s", {}),
		thing("r"),
		thing("r2"),
		change("aws_ram_resource_association", "other", {"resource_share_arn": "arn:t"}, {}),
		principal("p", {"principal": "555566667777"}, {}),
		principal("q", {"principal": "arn:aws:organizations::555566667777:organization/o-x"}, {}),
	])
	organization := {"is": {"by": "organization", "name": "o-x"}}

	shown(given) == {
		["aws_ram_resource_association.r", "principal", account("555566667777")],
		["aws_ram_resource_association.r2", "principal", account("555566667777")],
		["aws_ram_resource_association.r", "principal", organization],
		["aws_ram_resource_association.r2", "principal", organization],
	}
}

test_principal_without_a_thing_stands_for_itself if {
	every case in [
		[{"principal": "555566667777"}, {}, {account("555566667777")}],
		[{"principal": "*"}, {}, {anybody}],
		[{}, {"principal": true}, {unknown}],
		[{"principal": "111122223333"}, {}, set()],
		[{"principal": "sagemaker.amazonaws.com"}, {}, set()],
	] {
		shown(plan([share("s", {}), principal("p", case[0], case[1])])) == {[
			"aws_ram_principal_association.p", "principal",
			who,
		] |
			some who in case[2]
		}
	}
}

test_things_and_principals_are_tied_by_references if {
	references := {"resource_share_arn": {"references": ["aws_ram_resource_share.s.arn", "aws_ram_resource_share.s"]}}
	given := [
		change("aws_ram_resource_share", "s", {}, {"arn": true}),
		change("aws_ram_resource_association", "r", {}, {"resource_share_arn": true}),
		change("aws_ram_principal_association", "p", {"principal": "555566667777"}, {"resource_share_arn": true}),
	]

	shown(configured(given, {
		"aws_ram_resource_share.s": {},
		"aws_ram_resource_association.r": references,
		"aws_ram_principal_association.p": references,
	})) == {["aws_ram_resource_association.r", "principal", account("555566667777")]}
}

test_share_that_is_not_in_the_plan_is_known_by_its_arn if {
	shown(plan([thing("r"), principal("p", {"principal": "555566667777"}, {})])) == {[
		"aws_ram_resource_association.r",
		"principal",
		account("555566667777"),
	]}
}

test_role_or_user_that_the_plan_makes_is_of_the_own_account if {
	every type in ["aws_iam_role", "aws_iam_user"] {
		tie := {"references": [sprintf("%s.r.arn", [type]), sprintf("%s.r", [type])]}
		given := [
			change(type, "r", {}, {"arn": true}),
			change("aws_ram_principal_association", "p", {}, {"principal": true, "resource_share_arn": true}),
		]
		resources := {sprintf("%s.r", [type]): {}, "aws_ram_principal_association.p": {"principal": tie}}
		shown(configured(given, resources)) == set()
	}
}

test_open_share_without_principals_is_for_anybody if {
	at := ["aws_ram_resource_share.s", "allow_external_principals"]

	every case in [
		[{"allow_external_principals": true}, {}, {array.concat(at, [anybody])}],
		[{}, {"allow_external_principals": true}, {array.concat(at, [unknown])}],
		[{"allow_external_principals": false}, {}, set()],
		[{"allow_external_principals": null}, {}, set()],
		[{}, {}, set()],
	] {
		shown(plan([change("aws_ram_resource_share", "s", case[0], case[1]), thing("r")])) == case[2]
	}
}

test_open_share_with_principals_is_for_these if {
	every name, who in {"555566667777": {account("555566667777")}, "111122223333": set()} {
		given := plan([share("s", {"allow_external_principals": true}), principal("p", {"principal": name}, {})])
		{found | some [_, _, found] in shown(given)} == who
	}
}

test_what_facts_are_called if {
	resource_shares.ways == {"resource-share": {"en": "resource share", "ja": "リソース共有", "grants": true}}
}

test_what_is_read if {
	resource_shares.reads == {
		"aws_iam_role": [],
		"aws_iam_user": [],
		"aws_ram_principal_association": ["principal", "resource_share_arn"],
		"aws_ram_resource_association": ["resource_arn", "resource_share_arn"],
		"aws_ram_resource_share": ["allow_external_principals", "arn"],
	}
}

test_what_belongs_to_what if {
	resource_shares.satellites == {
		"aws_ram_principal_association": [["resource_share_arn", "aws_ram_resource_share"]],
		"aws_ram_resource_association": [
			["resource_share_arn", "aws_ram_resource_share"],
			["resource_arn", "aws_ec2_transit_gateway"],
			["resource_arn", "aws_rds_cluster"],
		],
	}
}

shown(given) := {[trim_prefix(peer.thing, "terraform:"), peer.steps[6], peer.who] |
	peers := resource_shares.peers with input as given
	some peer in peers
	peer.direction == "in"
	peer.way == "resource-share"
}

share(name, after) := change("aws_ram_resource_share", name, object.union({"arn": "arn:s"}, after), {})

thing(name) := change("aws_ram_resource_association", name, {"resource_share_arn": "arn:s"}, {})

principal(name, after, after_unknown) := change(
	"aws_ram_principal_association", name,
	object.union({"resource_share_arn": "arn:s"}, after), after_unknown,
)

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
