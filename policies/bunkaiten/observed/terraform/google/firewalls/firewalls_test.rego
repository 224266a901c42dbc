package bunkaiten_test.observed.terraform.google.firewalls

import data.bunkaiten.observed.terraform.google.firewall_closed
import data.bunkaiten.observed.terraform.google.firewall_ends
import data.bunkaiten.observed.terraform.google.firewall_rules
import data.bunkaiten.observed.terraform.google.firewalls

test_rule_names_networks_and_ports if {
	given := firewall(
		{
			"source_ranges": [
				"198.51.100.64/28", "2001:db8::/48",
			],
			"allow": [{"protocol": "tcp", "ports": ["443"]}],
		},
		{},
	)
	found := firewalls.peers with input as plan([given])

	seen(found) == {[
		"google_compute_firewall.f", "firewall-rule", ["source_ranges", index],
		{"who": network(name), "direction": "in", "ports": {"is": [443, 443]}},
	] |
		some index, name in ["198.51.100.64/28", "2001:db8::/48"]
	}
}

test_direction_is_in_where_nobody_says_so if {
	every case in [
		["INGRESS", {}, {"in"}],
		["EGRESS", {}, {"out"}],
		[null, {}, {"in"}],
		[null, {"direction": true}, {"in", "out"}],
	] {
		given := firewall(
			{
				"direction": case[0],
				"source_ranges": ["192.0.2.1"], "destination_ranges": ["192.0.2.2"],
				"allow": [{"protocol": "tcp"}],
			},
			case[1],
		)
		found := firewalls.peers with input as plan([given])
		{fact.direction | some fact in found} == case[2]
	}
}

test_rule_that_names_nobody_is_about_everybody if {
	every case in [
		[{}, {}, {anybody("0.0.0.0/0")}],
		[{"source_ranges": []}, {}, {anybody("0.0.0.0/0")}],
		[{"source_tags": ["app"]}, {}, set()],
		[{"source_service_accounts": ["a@aoba-emr.iam.gserviceaccount.com"]}, {}, set()],
		[{"source_ranges": ["35.235.240.0/20", "130.211.0.0/22"]}, {}, set()],
		[{"source_ranges": ["0.0.0.0/0"]}, {}, {anybody("0.0.0.0/0")}],
		[{"source_ranges": ["192.0.2.1", "2001:db8::1"]}, {}, {network("192.0.2.1/32"), network("2001:db8::1/128")}],
		[{}, {"source_ranges": true}, {{"unknown": true}}],
	] {
		whom(firewall(object.union({"allow": [{"protocol": "all"}]}, case[0]), case[1])) == case[2]
	}
	out := {"direction": "EGRESS", "allow": [{"protocol": "all"}]}
	whom(firewall(out, {})) == {anybody("0.0.0.0/0")}
	whom(firewall(out, {"destination_ranges": true})) == {{"unknown": true}}
}

# the provider fills in what nobody wrote; releases before 4 did so for what comes in too
test_ranges_that_nobody_wrote_are_no_ranges if {
	every case in [
		[{"direction": "EGRESS"}, "destination_ranges", {anybody("0.0.0.0/0")}],
		[{}, "source_ranges", {anybody("0.0.0.0/0")}],
		[{"source_tags": ["app"]}, "source_ranges", set()],
	] {
		unwritten := made("google_compute_firewall.f", object.union({"allow": [{"protocol": "all"}]}, case[0]), {}, {})
		late := object.union(unwritten, {"change": {"after_unknown": {case[1]: true}}})
		found := firewalls.peers with input as object.union(plan([late]), {
			"terraform": {"p": {"configuration": configuration([unwritten])}},
		})
		{fact.who | some fact in found} == case[2]
	}
}

configuration(changes) := plan(changes).terraform.p.configuration

test_ports_are_shown_one_by_one if {
	every case in [
		[[{"protocol": "tcp", "ports": ["22", "5900-5901"]}], {}, {
			[["allow", 0, "ports", 0], {"is": [22, 22]}],
			[["allow", 0, "ports", 1], {"is": [5900, 5901]}],
		}],
		[[{"protocol": "tcp", "ports": null}], {}, {[["source_ranges", 0], {}]}],
		[[{"protocol": "TCP", "ports": []}, {"protocol": "icmp"}], {}, {[["allow", 0], {}], [["allow", 1], {}]}],
		[[{"protocol": "tcp", "ports": ["ssh"]}], {}, {[["source_ranges", 0], {"unknown": true}]}],
		[[{"protocol": "tcp"}], {"allow": [{"ports": true}]}, {[["source_ranges", 0], {"unknown": true}]}],
		[null, {"allow": true}, {[["source_ranges", 0], {"unknown": true}]}],
	] {
		given := firewall({"source_ranges": ["192.0.2.0/24"], "allow": case[0]}, case[1])
		found := firewalls.peers with input as plan([given])
		{[array.slice(fact.steps, 6, 99), object.get(fact, "ports", {})] | some fact in found} == case[2]
	}
}

test_what_is_switched_off_or_denied_lets_nobody_in if {
	every after in [
		{"source_ranges": ["0.0.0.0/0"], "allow": [{"protocol": "all"}], "disabled": true},
		{"source_ranges": ["0.0.0.0/0"], "deny": [{"protocol": "all"}]},
		{"source_ranges": ["0.0.0.0/0"], "allow": [], "deny": []},
	] {
		whom(firewall(after, {})) == set()
	}
}

test_remote_login_is_a_way_in if {
	every case in [
		["tcp", ["22"], {"ssh"}],
		["6", ["3389"], {"rdp"}],
		["tcp", ["20-25"], {"remote-login"}],
		["tcp", ["443"], set()],
		["udp", ["22"], set()],
		["all", null, {"remote-login"}],
		["tcp", null, {"remote-login"}],
		[null, ["5900"], {"vnc"}],
	] {
		given := firewall({"source_ranges": ["192.0.2.0/24"], "allow": [{"protocol": case[0], "ports": case[1]}]}, {})
		found := firewalls.accesses with input as plan([given])
		{fact.way | some fact in found} == case[2]
	}
	out := firewall({"direction": "EGRESS", "destination_ranges": ["192.0.2.0/24"], "allow": [{"protocol": "tcp"}]}, {})
	found := firewalls.accesses with input as plan([out])
	found == set()
}

test_rules_of_policies_are_read_alike if {
	match := {"src_ip_ranges": ["192.0.2.0/24"], "layer4_configs": [{"ip_protocol": "tcp", "ports": ["443"]}]}
	single := {"action": "allow", "direction": "INGRESS", "match": [match]}
	many := {"rule": [{"action": "allow", "match": [{
		"src_ip_ranges": ["192.0.2.0/24"],
		"layer4_config": [{"ip_protocol": "tcp", "ports": ["443"]}],
	}]}]}

	every type, after in {
		"google_compute_firewall_policy_rule": single,
		"google_compute_firewall_policy_with_rules": many,
		"google_compute_network_firewall_policy_rule": single,
		"google_compute_network_firewall_policy_with_rules": many,
		"google_compute_region_network_firewall_policy_rule": single,
		"google_compute_region_network_firewall_policy_with_rules": many,
	} {
		found := firewalls.peers with input as plan([made(concat("", [type, ".r"]), after, {}, {})])
		{[fact.who, fact.direction, fact.ports] | some fact in found} == {[network("192.0.2.0/24"), "in", {"is": [443, 443]}]}
	}
}

test_policy_rule_may_name_hosts_countries_groups_and_lists if {
	every case in [
		[{"src_fqdns": ["PACS.hikari.example"]}, {}, {{"is": {"by": "host", "name": "pacs.hikari.example"}}}],
		[{"src_region_codes": ["JP"]}, {}, {anybody("JP")}],
		[{"src_threat_intelligences": ["iplist-x"]}, {}, {{"unknown": true}}],
		[{"src_address_groups": ["projects/x"]}, {}, {{"unknown": true}}],
		[{"src_secure_tags": [{"name": "tagValues/1"}]}, {}, set()],
		[{"src_network_context": "INTRA_VPC"}, {}, set()],
		[{"src_network_context": "INTERNET"}, {}, {anybody("0.0.0.0/0")}],
		[{}, {"src_ip_ranges": true}, {{"unknown": true}}],
		[
			{"src_ip_ranges": ["192.0.2.0/24", null]}, {
				"src_ip_ranges": [false, true],
			},
			{network("192.0.2.0/24"), {"unknown": true}},
		],
	] {
		after := {"action": "allow", "direction": "INGRESS", "match": [
			object.union(case[0], {"layer4_configs": [{"ip_protocol": "all"}]}),
		]}
		whom(made("google_compute_network_firewall_policy_rule.r", after, {"match": [case[1]]}, {})) == case[2]
	}
}

test_group_of_the_plan_is_whoever_is_in_it if {
	every case in [
		[{"items": ["203.0.113.96/28", "203.0.113.112"]}, {}, {network("203.0.113.96/28"), network("203.0.113.112/32")}],
		[{"items": [null]}, {"items": [true]}, {{"unknown": true}}],
	] {
		rule := made(
			"google_compute_network_firewall_policy_rule.r",
			{"action": "allow", "direction": "EGRESS", "match": [{"layer4_configs": [{"ip_protocol": "all"}]}]},
			{"match": [{"dest_address_groups": true}]},
			{"match": ["google_network_security_address_group.g.id", "google_network_security_address_group.g"]},
		)
		found := firewalls.peers with input as plan([
			made("google_network_security_address_group.g", case[0], case[1], {}),
			rule,
		])
		{fact.who | some fact in found} == case[2]
	}
}

test_action_and_rules_that_are_not_yet_known_may_let_anybody_in if {
	match := [{"src_ip_ranges": ["192.0.2.0/24"], "layer4_configs": [{"ip_protocol": "tcp"}]}]

	every case in [
		[{"action": "allow", "match": match}, {}, {network("192.0.2.0/24")}],
		[{"action": "apply_security_profile_group", "match": match}, {}, {network("192.0.2.0/24")}],
		[{"action": null, "match": match}, {"action": true}, {network("192.0.2.0/24")}],
		[{"action": "goto_next", "match": match}, {}, set()],
		[{"action": "deny", "match": match}, {}, set()],
		[{"action": "allow", "match": match, "disabled": true}, {}, set()],
		[{"action": "allow", "direction": "INGRESS"}, {"match": true}, {{"unknown": true}}],
	] {
		whom(made("google_compute_network_firewall_policy_rule.r", case[0], case[1], {})) == case[2]
	}
	whom(made("google_compute_network_firewall_policy_with_rules.r", {}, {"rule": true}, {})) == {{"unknown": true}}
	whom(made("google_compute_network_firewall_policy_with_rules.r", {"rule": [{"disabled": true}]}, {}, {})) == set()
}

test_network_lets_everything_out_unless_a_rule_denies_it if {
	every after, closed in {
		{"direction": "EGRESS", "deny": [{"protocol": "all"}]}: true,
		{"direction": "EGRESS", "destination_ranges": ["0.0.0.0/0"], "deny": [{"protocol": "all"}]}: true,
		{"direction": "EGRESS", "destination_ranges": ["192.0.2.0/24"], "deny": [{"protocol": "all"}]}: false,
		{"direction": "EGRESS", "deny": [{"protocol": "tcp"}]}: false,
		{"direction": "EGRESS", "target_tags": ["kiosk"], "deny": [{"protocol": "all"}]}: false,
		{"direction": "EGRESS", "disabled": true, "deny": [{"protocol": "all"}]}: false,
		{"direction": "EGRESS", "source_ranges": ["10.0.0.0/28"], "deny": [{"protocol": "all"}]}: false,
		{"direction": "EGRESS", "source_ranges": ["0.0.0.0/0"], "deny": [{"protocol": "all"}]}: true,
		{"direction": "EGRESS", "source_ranges": [], "deny": [{"protocol": "all"}]}: true,
		{"source_ranges": ["0.0.0.0/0"], "deny": [{"protocol": "all"}]}: false,
	} {
		is_closed([
			made("google_compute_network.n", {"name": "n"}, {}, {}),
			made("google_compute_firewall.f", object.union(after, {"network": "n"}), {}, {}),
		]) == closed
	}
	is_closed([made("google_compute_network.n", {"name": "n"}, {}, {})]) == false
	is_closed([
		made("google_compute_network.n", {"name": "n"}, {}, {}),
		made(
			"google_compute_firewall.f",
			{"direction": "EGRESS", "deny": [{"protocol": "all"}], "network": "n"}, {"source_ranges": true}, {},
		),
	]) == false
	is_closed([
		made("google_compute_network.n", {"name": "n"}, {}, {}),
		made(
			"google_compute_firewall.f",
			{"direction": "EGRESS", "deny": [{"protocol": "all"}], "network": "n", "source_ranges": ["0.0.0.0/0"]},
			{"source_ranges": [false]}, {},
		),
	]) == true
}

test_rule_that_may_not_be_in_force_closes_nothing_for_sure if {
	network_made := made("google_compute_network.n", {"name": "n"}, {}, {})
	closing := {"direction": "EGRESS", "deny": [{"protocol": "all"}], "network": "n"}
	late := made("google_compute_firewall.f", closing, {"disabled": true}, {})
	sure := made("google_compute_firewall.g", closing, {}, {})
	part := {"action": "deny", "direction": "EGRESS", "match": [{
		"dest_ip_ranges": ["0.0.0.0/0"],
		"layer4_configs": [{"ip_protocol": "all"}],
		"layer4_config": [{"ip_protocol": "all"}],
	}]}
	association := made(
		"google_compute_network_firewall_policy_association.a",
		{"attachment_target": "n", "firewall_policy": "p"}, {}, {},
	)
	policy := made("google_compute_network_firewall_policy.p", {"name": "p"}, {}, {})
	of_policy := object.union(part, {"firewall_policy": "p"})
	rule := made("google_compute_network_firewall_policy_rule.r", of_policy, {"disabled": true}, {})
	with_rules := "google_compute_network_firewall_policy_with_rules.p"
	whole := made(with_rules, {"name": "p", "rule": [part]}, {"rule": [{"disabled": true}]}, {})

	out([network_made, late]) == {{"unknown": true}}
	out([network_made, late, sure]) == set()
	out([network_made, association, policy, rule]) == {{"unknown": true}}
	out([network_made, association, whole]) == {{"unknown": true}}
}

out(changes) := {found.who | some found in peers; found.way == "implied-egress"} if {
	peers := firewalls.peers with input as plan(changes)
}

test_policy_of_a_region_closes_what_lies_there if {
	closing := {"action": "deny", "direction": "EGRESS", "firewall_policy": "p", "match": [{
		"dest_ip_ranges": ["0.0.0.0/0"],
		"layer4_configs": [{"ip_protocol": "all"}],
	}]}
	every regions, closed in {
		[]: true,
		["asia-northeast1"]: true,
		["asia-northeast2"]: false,
		["asia-northeast1", "asia-northeast2"]: false,
		[null]: true,
	} {
		is_closed(array.concat(
			[
				made("google_compute_network.n", {"name": "n"}, {}, {}),
				made("google_compute_region_network_firewall_policy.p", {"name": "p"}, {}, {}),
				made("google_compute_region_network_firewall_policy_rule.r", closing, {}, {}),
				made(
					"google_compute_region_network_firewall_policy_association.a",
					{"attachment_target": "n", "firewall_policy": "p", "region": "asia-northeast1"}, {}, {},
				),
			],
			[made(sprintf("google_compute_subnetwork.s%d", [index]), {"network": "n", "region": region}, {}, {}) |
				some index, region in regions
			],
		)) == closed
	}
	is_closed([
		made("google_compute_network.n", {"name": "n"}, {}, {}),
		made("google_compute_region_network_firewall_policy.p", {"name": "p"}, {}, {}),
		made("google_compute_region_network_firewall_policy_rule.r", closing, {}, {}),
		made(
			"google_compute_region_network_firewall_policy_association.a",
			{"attachment_target": "n", "firewall_policy": "p"}, {"region": true}, {},
		),
	]) == false
}

test_policy_of_a_network_closes_it if {
	deny := {"action": "deny", "direction": "EGRESS", "match": [{
		"dest_ip_ranges": ["0.0.0.0/0"],
		"layer4_configs": [{"ip_protocol": "all"}],
	}]}
	association := made(
		"google_compute_network_firewall_policy_association.a",
		{"attachment_target": "n", "firewall_policy": "p"}, {}, {},
	)
	network_made := made("google_compute_network.n", {"name": "n"}, {}, {})
	policy := made("google_compute_network_firewall_policy.p", {"name": "p"}, {}, {})
	rule := made(
		"google_compute_network_firewall_policy_rule.r",
		object.union(deny, {"firewall_policy": "p"}), {"match": [{"src_network_context": true}]}, {},
	)

	is_closed([network_made, policy, association, rule]) == true
	is_closed([network_made, policy, rule]) == false
	whole := made(
		"google_compute_network_firewall_policy_with_rules.p", {"name": "p", "rule": [{
			"action": "deny", "direction": "EGRESS",
			"match": [{"dest_ip_ranges": ["0.0.0.0/0"], "layer4_config": [{"ip_protocol": "all"}]}],
		}]},
		{}, {},
	)
	is_closed([network_made, association, whole]) == true
}

is_closed(changes) := closed if {
	found := firewalls.peers with input as plan(changes)
	closed := count([fact | some fact in found; fact.way == "implied-egress"]) == 0
}

test_what_is_read_and_what_belongs_to_what if {
	object.keys(firewall_rules.reads) & object.keys(firewall_ends.reads) == {"google_compute_firewall"}
	firewalls.fences == {"google_compute_network"}
	firewall_closed.satellites.google_compute_firewall == [["network", "google_compute_network"]]
	object.keys(firewall_closed.uses) == {
		"google_compute_network_firewall_policy_association",
		"google_compute_region_network_firewall_policy_association",
	}
	count(firewall_closed.reads) == 12
	count(firewalls.ways) == 8
}

whom(change) := {fact.who | some fact in found} if {
	found := firewalls.peers with input as plan([change])
}

firewall(after, unknown) := made("google_compute_firewall.f", after, unknown, {})

network(name) := {"is": {"by": "network", "name": name}}

anybody(name) := {"is": {"by": "anybody", "name": name}}

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
