package bunkaiten_test.observed.terraform.aws.client_vpn

import data.bunkaiten.observed.terraform.aws.client_vpn

change(address, after, unknown) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(split(address, ".")[1], "[")[0],
	"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
}

shown(changes, written) := facts if {
	facts := _shown with input as {"terraform": {"p": {
		"resource_changes": changes,
		"configuration": {"root_module": {"resources": [
		{"address": address, "expressions": expressions} |
			some address, expressions in written
		]}},
	}}}
}

_shown := {
	"endpoints": client_vpn.endpoints,
	"accesses": client_vpn.accesses,
	"peers": client_vpn.peers,
}

at(address, index, path, way, attributes) := object.union(attributes, {
	"thing": concat(":", ["terraform", address]),
	"key": concat(" ", ["p", address]),
	"steps": array.concat(["terraform", "p", "resource_changes", index, "change", "after"], path),
	"way": way,
})

anybody := {"is": {"by": "anybody", "name": "0.0.0.0/0"}}

staff := {
	"authentication_options": [{"type": "certificate-authentication"}],
	"connection_log_options": [{"enabled": true}],
	"split_tunnel": true,
	"vpn_port": 1194,
	"transport_protocol": "tcp",
}

test_endpoint_listens_and_is_a_way_in if {
	shown([change("aws_ec2_client_vpn_endpoint.a", staff, {"dns_name": true})], {}) == {
		"endpoints": {at("aws_ec2_client_vpn_endpoint.a", 0, [], "client-vpn", {
			"audience": {"is": "anybody"},
			"encrypted": {"is": "mutual-tls"},
			"port": {"is": 1194},
			"transport": {"is": "tcp"},
		})},
		"accesses": {at("aws_ec2_client_vpn_endpoint.a", 0, [], "client-vpn", {
			"who": anybody,
			"authentication": {"is": ["certificate"]},
			"logged": {"is": "yes"},
			"split": {"is": "yes"},
		})},
		"peers": set(),
	}
}

rule(key, after) := change(
	sprintf("aws_ec2_client_vpn_authorization_rule.%s", [key]), after,
	{"client_vpn_endpoint_id": true},
)

rules(changes, written) := {[trim_prefix(found.thing, "terraform:aws_ec2_client_vpn_"), attributes] |
	some found in shown(changes, written).accesses
	found.way == "client-vpn-authorization"
	attributes := object.remove(found, ["thing", "key", "steps", "way"])
}

test_rule_lets_a_group_into_a_network if {
	silent := object.union(staff, {"connection_log_options": [{"enabled": false}]})
	endpoint := change("aws_ec2_client_vpn_endpoint.a", silent, {})
	tie := {"client_vpn_endpoint_id": {"references": ["aws_ec2_client_vpn_endpoint.a"]}}
	shared := {"who": anybody, "authentication": {"is": ["certificate"]}, "logged": {"is": "no"}}
	changes := [
		endpoint,
		rule("all", {"target_network_cidr": "10.0.0.0/8", "authorize_all_groups": true, "access_group_id": null}),
		rule("group", {"target_network_cidr": "0.0.0.0/0", "access_group_id": "g-1"}),
		object.union(rule("late", {}), {"change": {"after_unknown": {
			"target_network_cidr": true,
			"access_group_id": true,
		}}}),
	]

	rules(changes, {
		"aws_ec2_client_vpn_endpoint.a": {},
		"aws_ec2_client_vpn_authorization_rule.all": tie,
		"aws_ec2_client_vpn_authorization_rule.group": tie,
		"aws_ec2_client_vpn_authorization_rule.late": object.union(tie, {"target_network_cidr": {}, "access_group_id": {}}),
	}) == {
		["authorization_rule.all", object.union(shared, {"group": {"is": "all"}, "reaches": {"is": "10.0.0.0/8"}})],
		["authorization_rule.group", object.union(shared, {"group": {"is": "g-1"}, "reaches": {"is": "0.0.0.0/0"}})],
		["authorization_rule.late", object.union(shared, {"group": {"unknown": true}, "reaches": {"unknown": true}})],
	}
}

test_rule_of_each_instance_is_of_its_own_endpoint if {
	tie := {"client_vpn_endpoint_id": {"references": ["aws_ec2_client_vpn_endpoint.a"]}}
	changes := [
		change("aws_ec2_client_vpn_endpoint.a[0]", staff, {}),
		change("aws_ec2_client_vpn_endpoint.a[1]", {}, {}),
		rule("a[0]", {"target_network_cidr": "10.0.0.0/8", "authorize_all_groups": true}),
		rule("a[1]", {"target_network_cidr": "10.0.0.0/8", "authorize_all_groups": true}),
	]
	found := rules(changes, {"aws_ec2_client_vpn_endpoint.a": {}, "aws_ec2_client_vpn_authorization_rule.a": tie})

	{[name, attributes.authentication] | some [name, attributes] in found} == {
		["authorization_rule.a[0]", {"is": ["certificate"]}],
		["authorization_rule.a[1]", {"unknown": true}],
	}
}

test_rule_of_an_endpoint_that_is_written_elsewhere if {
	rules([rule("a", {"target_network_cidr": "10.0.0.0/8", "access_group_id": "g-1"})], {}) == {[
		"authorization_rule.a",
		{
			"who": anybody,
			"authentication": {"unknown": true},
			"logged": {"unknown": true},
			"group": {"is": "g-1"},
			"reaches": {"is": "10.0.0.0/8"},
		},
	]}
}

test_routes_that_leave if {
	every destination, by in {
		"0.0.0.0/0": "anybody", "::/0": "anybody", "198.51.100.0/24": "network", "172.32.0.0/16": "network",
		"8.0.0.0/5": "network", "2001:db8::/32": "network",
	} {
		route := change("aws_ec2_client_vpn_route.a", {"destination_cidr_block": destination}, {})

		shown([route], {}).peers == {at(
			"aws_ec2_client_vpn_route.a", 0, ["destination_cidr_block"], "client-vpn-route",
			{"who": {"is": {"by": by, "name": destination}}, "direction": "out"},
		)}
	}

	late := change("aws_ec2_client_vpn_route.a", {}, {"destination_cidr_block": true})

	{found.who | some found in shown([late], {}).peers} == {{"unknown": true}}
}

test_routes_within_cross_nothing if {
	every destination in ["10.30.0.0/16", "172.16.0.0/12", "192.168.1.0/24", "100.64.0.0/16", "fd00::/8"] {
		route := change("aws_ec2_client_vpn_route.a", {"destination_cidr_block": destination}, {})

		shown([route], {}).peers == set()
	}
}

test_every_way_has_its_words if {
	object.keys(client_vpn.ways) == {"client-vpn", "client-vpn-authorization", "client-vpn-route"}
	"destination_cidr_block" in client_vpn.reads.aws_ec2_client_vpn_route
	client_vpn.satellites.aws_ec2_client_vpn_route == [["client_vpn_endpoint_id", "aws_ec2_client_vpn_endpoint"]]
}

test_what_only_apply_will_show if {
	seen := client_vpn.accesses with input as _late([[
		"aws_ec2_client_vpn_authorization_rule",
		{"target_network_cidr": "10.0.0.0/8"},
		{"authorize_all_groups": true},
	]])
	[found.group | some found in seen] == [{"unknown": true}]
}

_late(changes) := {"terraform": {"p": {"resource_changes": [change |
	some [type, after, pending] in changes
	change := {
		"address": concat(".", [type, "late"]),
		"mode": "managed",
		"type": type,
		"name": "late",
		"change": {"actions": ["create"], "after": after, "after_unknown": pending},
	}
]}}}
