package bunkaiten_test.observed.terraform.aws.private_links

import data.bunkaiten.observed.terraform.aws.private_links

vendor := "com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0"

test_service_of_somebody_is_a_peer if {
	peers := private_links.peers with input as plan([change("aws_vpc_endpoint", "a", {"service_name": vendor}, {})])

	peers == {{
		"way": "vpc-endpoint",
		"thing": "terraform:aws_vpc_endpoint.a",
		"key": "p aws_vpc_endpoint.a",
		"steps": ["terraform", "p", "resource_changes", 0, "change", "after", "service_name"],
		"who": {"is": {"by": "service", "name": vendor}},
		"direction": "out",
	}}
}

test_endpoint_leads_to_a_service_or_to_aws_itself if {
	every written, who in {
		vendor: service(vendor),
		"cn.com.amazonaws.vpce.cn-north-1.vpce-svc-0": service("cn.com.amazonaws.vpce.cn-north-1.vpce-svc-0"),
		"example.aws.service": service("example.aws.service"),
		"comXamazonaws.ap-northeast-1.s3": service("comXamazonaws.ap-northeast-1.s3"),
	} {
		endpoint({"service_name": written}, {}) == {["service_name", who]}
	}
	every aws in [
		"com.amazonaws.ap-northeast-1.s3",
		"com.amazonaws.s3-global.accesspoint",
		"cn.com.amazonaws.cn-north-1.ec2",
		"aws.sagemaker.ap-northeast-1.notebook",
		null,
		"",
	] {
		endpoint({"service_name": aws}, {}) == set()
	}
	endpoint({}, {"service_name": true}) == {["service_name", unknown]}
}

test_endpoint_leads_to_what_an_account_shares if {
	every name in ["resource_configuration_arn", "service_network_arn"] {
		endpoint({name: "arn:aws:vpc-lattice:ap-northeast-1:666677778888:x/y"}, {}) == {[name, account("666677778888")]}
		endpoint({name: "arn:aws:vpc-lattice:ap-northeast-1:111122223333:x/y"}, {}) == set()
		endpoint({}, {name: true}) == {[name, unknown]}
		endpoint({name: null}, {}) == set()
	}
}

test_own_service_is_no_peer if {
	by_name := [
		change("aws_vpc_endpoint_service", "s", {"service_name": vendor}, {}),
		change("aws_vpc_endpoint", "a", {"service_name": vendor}, {}),
	]
	by_reference := [
		change("aws_vpc_endpoint_service", "s", {}, {"service_name": true}),
		change("aws_vpc_endpoint", "a", {}, {"service_name": true}),
	]
	tie := {"service_name": {"references": ["aws_vpc_endpoint_service.s.service_name", "aws_vpc_endpoint_service.s"]}}

	shown(plan(by_name)) == set()
	shown(configured(by_reference, {"aws_vpc_endpoint_service.s": {}, "aws_vpc_endpoint.a": tie})) == set()
	shown(configured(by_reference, {"aws_vpc_endpoint_service.s": {}, "aws_vpc_endpoint.a": {"service_name": {}}})) == {[
		"service_name",
		unknown,
	]}
}

test_own_service_lets_in_the_principals_that_it_allows if {
	every acceptance, accepted in {true: {"is": "by-hand"}, false: {"is": "unseen"}, null: unknown} {
		after := {"acceptance_required": acceptance, "allowed_principals": [
			"*",
			"arn:aws:iam::444455556666:role/viewer",
			"arn:aws:iam::111122223333:root",
			null,
		]}
		late := {"allowed_principals": [false, false, false, true]}
		let_in(plan([change("aws_vpc_endpoint_service", "s", after, late)])) == {
			["aws_vpc_endpoint_service.s", ["allowed_principals", 0], anybody, accepted],
			["aws_vpc_endpoint_service.s", ["allowed_principals", 1], account("444455556666"), accepted],
			["aws_vpc_endpoint_service.s", ["allowed_principals", 3], unknown, accepted],
		}
	}
}

test_service_without_principals_lets_in_nobody if {
	every case in [[{}, {}], [{"allowed_principals": null}, {}], [{"allowed_principals": []}, {}]] {
		let_in(plan([change("aws_vpc_endpoint_service", "s", case[0], case[1])])) == set()
	}
	late := [change("aws_vpc_endpoint_service", "s", {"acceptance_required": true}, {"allowed_principals": true})]

	let_in(configured(late, {"aws_vpc_endpoint_service.s": {"acceptance_required": {}}})) == set()
	let_in(configured(late, {"aws_vpc_endpoint_service.s": {"allowed_principals": {}}})) == {[
		"aws_vpc_endpoint_service.s",
		["allowed_principals"],
		unknown,
		{"is": "by-hand"},
	]}
}

test_principal_of_its_own_is_tied_to_its_service if {
	service_of := [
		change("aws_vpc_endpoint_service", "s", {"id": "vpce-svc-1", "acceptance_required": false}, {}),
		change("aws_vpc_endpoint_service", "t", {"id": "vpce-svc-2", "acceptance_required": true}, {}),
	]

	every case in [
		[{"principal_arn": "*", "vpc_endpoint_service_id": "vpce-svc-1"}, {}, {[anybody, {"is": "unseen"}]}],
		[{"principal_arn": "*", "vpc_endpoint_service_id": "vpce-svc-2"}, {}, {[anybody, {"is": "by-hand"}]}],
		[{"principal_arn": "*", "vpc_endpoint_service_id": "vpce-svc-9"}, {}, {[anybody, unknown]}],
		[{"vpc_endpoint_service_id": "vpce-svc-1"}, {"principal_arn": true}, {[unknown, {"is": "unseen"}]}],
		[{"principal_arn": "arn:aws:iam::111122223333:root", "vpc_endpoint_service_id": "vpce-svc-1"}, {}, set()],
	] {
		principal := change("aws_vpc_endpoint_service_allowed_principal", "p", case[0], case[1])
		let_in(plan(array.concat(service_of, [principal]))) == {[
			"aws_vpc_endpoint_service_allowed_principal.p", ["principal_arn"],
			found[0], found[1],
		] |
			some found in case[2]
		}
	}
}

test_principal_that_the_plan_makes_is_of_the_own_account if {
	every type in ["aws_iam_role", "aws_iam_user"] {
		given := [
			change(type, "r", {}, {"arn": true}),
			change("aws_vpc_endpoint_service_allowed_principal", "p", {}, {"principal_arn": true}),
		]
		tie := {"references": [sprintf("%s.r.arn", [type]), sprintf("%s.r", [type])]}

		let_in(configured(given, {
			sprintf("%s.r", [type]): {},
			"aws_vpc_endpoint_service_allowed_principal.p": {"principal_arn": tie},
		})) == set()
	}
}

test_principal_that_an_existing_service_lists_too_is_told_once if {
	arn := "arn:aws:iam::444455556666:root"
	service_of := {"id": "vpce-svc-1", "acceptance_required": true, "allowed_principals": [arn, "*"]}
	given := [
		change("aws_vpc_endpoint_service", "s", service_of, {}),
		change(
			"aws_vpc_endpoint_service_allowed_principal", "p", {
				"principal_arn": arn,
				"vpc_endpoint_service_id": "vpce-svc-1",
			},
			{},
		),
		change("aws_vpc_endpoint_service_allowed_principal", "q", {"vpc_endpoint_service_id": "vpce-svc-1"}, {}),
	]

	{[thing, who] | some [thing, _, who, _] in let_in(plan(given))} == {
		["aws_vpc_endpoint_service.s", anybody],
		["aws_vpc_endpoint_service_allowed_principal.p", account("444455556666")],
	}
}

test_unknown_principals_of_a_service_are_told_beside_others if {
	given := [
		change("aws_vpc_endpoint_service", "s", {"id": "vpce-svc-1"}, {"allowed_principals": true}),
		change("aws_vpc_endpoint_service_allowed_principal", "p", {"vpc_endpoint_service_id": "vpce-svc-1"}, {
			"principal_arn": true,
		}),
	]

	{[thing, who] | some [thing, _, who, _] in let_in(plan(given))} == {
		["aws_vpc_endpoint_service.s", unknown],
		["aws_vpc_endpoint_service_allowed_principal.p", unknown],
	}
}

test_what_facts_are_called if {
	private_links.ways == {
		"endpoint-service": {"en": "endpoint service open", "ja": "エンドポイントサービスの公開", "grants": true},
		"vpc-endpoint": {"en": "VPC endpoint", "ja": "VPC エンドポイント"},
	}
}

test_what_is_read if {
	private_links.reads == {
		"aws_iam_role": [],
		"aws_iam_user": [],
		"aws_vpc_endpoint": ["resource_configuration_arn", "service_name", "service_network_arn"],
		"aws_vpc_endpoint_service": ["acceptance_required", "allowed_principals", "service_name"],
		"aws_vpc_endpoint_service_allowed_principal": ["principal_arn", "vpc_endpoint_service_id"],
	}
}

test_what_belongs_to_what if {
	private_links.satellites == {
		"aws_vpc_endpoint_service_allowed_principal": [["vpc_endpoint_service_id", "aws_vpc_endpoint_service"]],
	}
}

service(name) := {"is": {"by": "service", "name": name}}

endpoint(after, after_unknown) := shown(plan([change("aws_vpc_endpoint", "a", after, after_unknown)]))

shown(given) := {[peer.steps[6], peer.who] |
	peers := private_links.peers with input as given
	some peer in peers
	peer.way == "vpc-endpoint"
	peer.direction == "out"
}

let_in(given) := {[trim_prefix(peer.thing, "terraform:"), path, peer.who, peer.accepted] |
	peers := private_links.peers with input as given
	some peer in peers
	peer.way == "endpoint-service"
	peer.direction == "in"
	path := array.slice(peer.steps, 6, count(peer.steps))
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
