package bunkaiten_test.observed.terraform.google.instances

import data.bunkaiten.observed.terraform.google.disks
import data.bunkaiten.observed.terraform.google.instances
import data.bunkaiten.observed.terraform.google.new_projects

test_instance_with_an_address_on_the_internet_is_open_to_anybody if {
	every case in [
		[[{"access_config": [{}]}], {["network_interface", 0, "access_config", 0]}],
		[
			[{"access_config": []}, {
				"ipv6_access_config": [{"network_tier": "PREMIUM"}],
			}],
			{["network_interface", 1, "ipv6_access_config", 0]},
		],
		[[{"network": "default"}], set()],
	] {
		every type in machines {
			instance := made(concat(".", [type, "i"]), {"network_interface": case[0]}, {}, {})
			found := instances.endpoints with input as plan([instance])
			{array.slice(fact.steps, 6, 99) | some fact in found; fact.audience == {"is": "anybody"}} == case[1]
		}
	}
}

machines := [
	"google_compute_instance", "google_compute_instance_template", "google_compute_region_instance_template",
]

test_keys_in_metadata_are_a_way_in_without_os_login if {
	every case in [
		[{"ssh-keys": "a:ssh-rsa x"}, {"ssh-keys"}],
		[{"ssh-keys": "a:ssh-rsa x", "enable-oslogin": "FALSE"}, {"ssh-keys"}],
		[{"ssh-keys": "a:ssh-rsa x", "enable-oslogin": "TRUE"}, set()],
		[{"ssh-keys": ""}, set()],
		[{"serial-port-enable": "1", "enable-oslogin": "TRUE"}, {"serial-console"}],
		[{"serial-port-enable": true}, {"serial-console"}],
		[{"serial-port-enable": "FALSE"}, set()],
		[null, set()],
	] {
		every type in array.concat(machines, ["google_compute_project_metadata"]) {
			found := instances.accesses with input as plan([made(concat("", [type, ".i"]), {"metadata": case[0]}, {}, {})])
			{fact.way | some fact in found} == case[1]
		}
	}
}

test_item_of_metadata_that_only_apply_will_show_may_be_a_way_in if {
	every case in [
		[{"key": "ssh-keys"}, {"value": true}, {["ssh-keys", {"unknown": true}]}],
		[{"key": "serial-port-enable"}, {"value": true}, {["ssh-keys", {"unknown": true}]}],
		[{"key": "team"}, {"value": true}, set()],
		[{"value": "x"}, {"key": true}, {["ssh-keys", {"unknown": true}]}],
		[{"key": "ssh-keys", "value": "a:ssh-rsa x"}, {}, {["ssh-keys", {"is": ["key"]}]}],
	] {
		given := plan([made("google_compute_project_metadata_item.i", case[0], case[1], {})])
		found := instances.accesses with input as given
		{[fact.way, fact.authentication] | some fact in found} == case[2]
	}
}

test_os_login_for_the_project_holds_where_a_machine_says_nothing_else if {
	every case in [[{"ssh-keys": "a:x"}, set()], [{"ssh-keys": "a:x", "enable-oslogin": "FALSE"}, {"ssh-keys"}]] {
		given := [
			made("google_compute_instance.i", {"metadata": case[0]}, {}, {}),
			made("google_compute_project_metadata_item.o", {"key": "enable-oslogin", "value": "TRUE"}, {}, {}),
		]
		found := instances.accesses with input as plan(given)
		{fact.way | some fact in found} == case[1]
	}
	item := made("google_compute_project_metadata_item.k", {"key": "ssh-keys", "value": "a:x"}, {}, {})
	found := instances.accesses with input as plan([item])
	{[fact.way, array.slice(fact.steps, 6, 99)] | some fact in found} == {["ssh-keys", ["value"]]}
}

test_metadata_that_is_not_yet_known_may_let_somebody_in if {
	found := instances.accesses with input as plan([made("google_compute_instance.i", {}, {"metadata": true}, {})])

	{[fact.way, fact.authentication] | some fact in found} == {["ssh-keys", {"unknown": true}]}
}

test_new_project_has_a_default_network_unless_somebody_says_no if {
	every case in [
		[{"auto_create_network": false}, {}, set()],
		[{"auto_create_network": true}, {}, {
			[
				{"is": {"by": "anybody", "name": "0.0.0.0/0"}}, 22,
			],
			[{"is": {"by": "anybody", "name": "0.0.0.0/0"}}, 3389],
		}],
		[{}, {}, {
			[
				{"is": {"by": "anybody", "name": "0.0.0.0/0"}}, 22,
			],
			[{"is": {"by": "anybody", "name": "0.0.0.0/0"}}, 3389],
		}],
		[{}, {"auto_create_network": true}, {[{"unknown": true}, 22], [{"unknown": true}, 3389]}],
	] {
		found := new_projects.accesses with input as plan([made("google_project.p", case[0], case[1], {})])
		{[fact.who, fact.ports.is[0]] | some fact in found} == case[2]
	}
}

test_disk_lies_in_the_region_of_its_zone if {
	every case in [
		[{"zone": "asia-northeast1-b"}, {}, {"is": "asia-northeast1"}],
		[{"zone": "https://x/projects/p/zones/us-east4-c"}, {}, {"is": "us-east4"}],
		[{}, {}, {"is": "asia-northeast1"}],
	] {
		found := disks.stores with input as plan([made("google_compute_disk.d", case[0], case[1], {})])
		{fact.region | some fact in found} == {case[2]}
	}
	found := disks.stores with input as plan([made("google_compute_region_disk.d", {"region": "asia-northeast2"}, {}, {})])
	{fact.region | some fact in found} == {{"is": "asia-northeast2"}}
}

test_snapshot_lies_where_somebody_chose_or_in_that_part_of_the_world if {
	disk := made("google_compute_disk.d", {"name": "d", "zone": "asia-northeast1-b"}, {}, {})

	every case in [
		[{"source_disk": "d", "storage_locations": ["asia-northeast2"]}, {}, {"is": "asia-northeast2"}],
		[{"source_disk": "d"}, {}, {"is": "asia"}],
		[{"source_disk": "d"}, {"storage_locations": true}, {"unknown": true}],
		[{"source_disk": "elsewhere"}, {}, {"unknown": true}],
	] {
		found := disks.stores with input as plan([disk, made("google_compute_snapshot.s", case[0], case[1], {})])
		{fact.region | some fact in found; fact.way == "persistent-disk-snapshot"} == {case[2]}
	}
}

test_what_is_read_and_what_belongs_to_what if {
	count(instances.reads) == 6
	object.keys(instances.satellites) == {type | some type in machines} | {"google_compute_subnetwork"}
	every type in machines { instances.satellites[type] == [["network_interface", network] |
		some network in ["google_compute_network", "google_compute_subnetwork"]
	] }
	object.keys(instances.ways) == {"public-address", "serial-console", "ssh-keys"}
	disks.reads == {
		"google_compute_disk": ["zone"],
		"google_compute_region_disk": ["region"],
		"google_compute_snapshot": ["source_disk", "storage_locations"],
	}
	disks.satellites == {
		"google_compute_snapshot": [
			["source_disk", "google_compute_disk"],
			["source_disk", "google_compute_region_disk"],
		],
	}
	object.keys(disks.ways) == {"persistent-disk", "persistent-disk-snapshot"}
	object.keys(new_projects.reads) == {"google_project", "google_service_account"}
	object.keys(new_projects.ways) == {"default-network"}
}

test_project_speaks_for_what_lies_in_it if {
	given := plan([
		made("google_project.p", {"project_id": "aoba-emr"}, {}, {}),
		made("google_compute_network.own", {"project": "aoba-emr"}, {}, {}),
		made("google_compute_network.other", {"project": "kura-archive"}, {}, {}),
	])
	found := {place: {project.address | some project in projects} |
		some place, projects in new_projects.grounds
	} with input as given

	found == {"p google_compute_network.own": {"google_project.p"}}
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
