package bunkaiten_test.observed.terraform.google.peering

import data.bunkaiten.observed.terraform.google.peering
import data.bunkaiten.observed.terraform.google.private_service_connect

test_network_of_another_project_is_a_peer if {
	every case in [
		["projects/midori/global/networks/m", {project("midori")}],
		["https://www.googleapis.com/compute/v1/projects/aoba-emr/global/networks/m", set()],
		["m", {{"unknown": true}}],
	] {
		given := made(
			"google_compute_network_peering.p", {
				"network": "projects/aoba-emr/global/networks/n",
				"peer_network": case[0],
			},
			{}, {},
		)
		whom(peering.peers, [given]) == case[1]
	}
}

whom(_, changes) := {fact.who | some fact in found; fact.way != "implied-egress"} if {
	found := peering.peers with input as plan(changes)
}

test_network_of_the_plan_is_of_its_project if {
	every case in [["aoba-emr", set()], ["aoba-backup", {project("aoba-backup")}]] {
		given := [
			made("google_compute_network.n", {"project": "aoba-emr"}, {}, {}),
			made("google_compute_network.m", {"project": case[0]}, {}, {}),
			made("google_compute_network_peering.p", {}, {"network": true, "peer_network": true}, {
				"network": ["google_compute_network.n.id", "google_compute_network.n"],
				"peer_network": ["google_compute_network.m.id", "google_compute_network.m"],
			}),
		]
		whom(peering.peers, given) == case[1]
	}
	unknown := made("google_compute_network_peering.p", {"network": "n"}, {"peer_network": true}, {})
	whom(peering.peers, [unknown]) == {{"unknown": true}}
	short := made(
		"google_compute_network_peering.p", {
			"network": "n", "peer_network": "projects/aoba-emr/global/networks/m",
		},
		{}, {},
	)
	whom(peering.peers, [short]) == set()
}

test_network_whose_project_only_apply_will_show_is_unknown_unless_the_plan_makes_that_project if {
	every case in [
		[{}, {{"unknown": true}}],
		[{"project": ["google_project.new.project_id", "google_project.new"]}, set()],
	] {
		given := [
			made("google_project.new", {}, {"project_id": true}, {}),
			made("google_compute_network.n", {"project": "aoba-emr"}, {}, {}),
			made("google_compute_network.m", {}, {"project": true}, case[0]),
			made("google_compute_network_peering.p", {}, {"network": true, "peer_network": true}, {
				"network": ["google_compute_network.n.id", "google_compute_network.n"],
				"peer_network": ["google_compute_network.m.id", "google_compute_network.m"],
			}),
		]
		whom(peering.peers, given) == case[1]
	}
}

test_project_that_shares_a_network_is_a_peer if {
	every case in [
		[{"host_project": "aoba-emr", "service_project": "hikari"}, {}, {project("hikari")}],
		[{"host_project": "hikari", "service_project": "aoba-emr"}, {}, {project("hikari")}],
		[{"host_project": "aoba-emr"}, {"service_project": true}, {{"unknown": true}}],
		[{"host_project": "aoba-emr", "service_project": null}, {}, set()],
	] {
		whom(peering.peers, [made("google_compute_shared_vpc_service_project.s", case[0], case[1], {})]) == case[2]
	}
}

test_service_that_is_not_of_google_is_a_peer if {
	every case in [
		[{"service": "servicenetworking.googleapis.com"}, {}, set()],
		[{"service": "storage.vendor.example"}, {}, {{"is": {"by": "service", "name": "storage.vendor.example"}}}],
		[{}, {"service": true}, {{"unknown": true}}],
	] {
		whom(peering.peers, [made("google_service_networking_connection.s", case[0], case[1], {})]) == case[2]
	}
}

test_service_is_open_to_whom_it_accepts if {
	every case in [
		[{"connection_preference": "ACCEPT_AUTOMATIC"}, {}, {{"is": {"by": "anybody", "name": "*"}}}],
		[{"connection_preference": "ACCEPT_MANUAL"}, {}, set()],
		[{}, {"connection_preference": true}, {{"unknown": true}}],
		[{"connection_preference": "ACCEPT_MANUAL"}, {"consumer_accept_lists": true}, {{"unknown": true}}],
		[
			{"connection_preference": "ACCEPT_MANUAL", "consumer_accept_lists": [
				{"project_id_or_num": "hikari"},
			]},
			{}, {project("hikari")},
		],
		[{"connection_preference": "ACCEPT_MANUAL", "consumer_accept_lists": [{"project_id_or_num": "aoba-emr"}]}, {}, set()],
		[
			{"connection_preference": "ACCEPT_MANUAL", "consumer_accept_lists": [
				{"network_url": "projects/midori/global/networks/m"},
			]},
			{}, {project("midori")},
		],
		[
			{"connection_preference": "ACCEPT_MANUAL", "consumer_accept_lists": [
				{"project_id_or_num": null},
			]},
			{"consumer_accept_lists": [{"project_id_or_num": true}]}, {{"unknown": true}},
		],
	] {
		service := made("google_compute_service_attachment.s", case[0], case[1], {})
		found := private_service_connect.peers with input as plan([service])
		{fact.who | some fact in found} == case[2]
	}
}

test_service_of_another_project_is_a_peer_of_whoever_uses_it if {
	every case in [
		["projects/kura/regions/r/serviceAttachments/a", {project("kura")}],
		["projects/aoba-emr/regions/r/serviceAttachments/a", set()],
		["all-apis", set()],
		[null, set()],
	] {
		every type, name in {
			"google_compute_forwarding_rule": "target",
			"google_compute_global_forwarding_rule": "target",
			"google_compute_region_network_endpoint_group": "psc_target_service",
		} {
			found := private_service_connect.peers with input as plan([
				made(concat("", [type, ".r"]), {name: case[0]}, {}, {}),
			])
			{fact.who | some fact in found} == case[1]
		}
	}
	every whose, who in {"aoba-emr": set(), "kura": {project("kura")}} {
		attachment := "google_compute_service_attachment.a"
		late := made("google_compute_forwarding_rule.r", {}, {"target": true}, {"target": [attachment]})
		found := private_service_connect.peers with input as plan([late, made(attachment, {"project": whose}, {}, {})])
		{fact.who | some fact in found} == who
	}
}

test_endpoint_of_which_only_apply_will_show_the_service if {
	every type in ["google_compute_forwarding_rule", "google_compute_global_forwarding_rule"] {
		every case in [
			["", ["terraform_data.x.output", "terraform_data.x"], {{"unknown": true}}],
			["", ["google_sql_database_instance.d.psc_service_attachment_link", "google_sql_database_instance.d"], set()],
			["", ["google_compute_target_pool.l.id", "google_compute_target_pool.l"], set()],
			["", ["google_compute_service_attachment.s.id", "google_compute_service_attachment.s"], set()],
			["EXTERNAL", ["terraform_data.x.output", "terraform_data.x"], set()],
		] {
			others := [made(name, {}, {}, {}) |
				some name in [
					"google_compute_service_attachment.s", "google_compute_target_pool.l",
					"google_sql_database_instance.d", "terraform_data.x",
				]
			]
			scheme := {"load_balancing_scheme": case[0]}
			rule := made(concat("", [type, ".r"]), scheme, {"target": true}, {"target": case[1]})
			found := private_service_connect.peers with input as plan(array.concat(others, [rule]))
			{fact.who | some fact in found; fact.way == "service-endpoint"} == case[2]
		}
	}
}

test_backends_that_lead_to_services_are_told_by_them if {
	every whose, who in {"aoba-emr": set(), "kura": {project("kura")}} {
		attachment := "google_compute_service_attachment.a"
		group := made("google_compute_region_network_endpoint_group.g", {}, {"psc_target_service": true}, {
			"psc_target_service": [attachment],
		})
		found := private_service_connect.peers with input as plan([group, made(attachment, {"project": whose}, {}, {})])
		{fact.who | some fact in found} == who
	}
	late := made("google_compute_region_network_endpoint_group.g", {}, {"psc_target_service": true}, {
		"psc_target_service": ["data.google_compute_service_attachment.vendor"],
	})
	found := private_service_connect.peers with input as plan([late])
	{[fact.who, fact.direction] | some fact in found} == {[{"unknown": true}, "out"]}
	serverless := made("google_compute_region_network_endpoint_group.g", {"psc_target_service": null}, {}, {})
	none := private_service_connect.peers with input as plan([serverless])
	count(none) == 0
}

test_what_is_read_and_what_belongs_to_what if {
	count(peering.reads) == 4
	object.keys(peering.satellites) == {"google_compute_network_peering", "google_service_networking_connection"}
	{kind | some kind in [text.on_path | some text in peering.ways]} == {"joint"}
	count(private_service_connect.reads) == 4
	object.keys(private_service_connect.ways) == {"service-attachment", "service-endpoint"}
}

project(name) := {"is": {"by": "project", "name": name}}

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
