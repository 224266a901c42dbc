package bunkaiten_test.observed.terraform.aws.volumes

import data.bunkaiten.observed.terraform.aws.volumes

unknown := {"unknown": true}

osaka := {"region": {"is": "ap-northeast-3"}}

partner := {"is": {"by": "account", "name": "444455556666"}}

test_volumes_snapshots_and_file_systems if {
	resources := [
		made("aws_ebs_volume", "a", {"encrypted": true}, {}),
		kept("aws_ebs_snapshot", "a", {}, {"volume_id": true}, {"volume_id": ["aws_ebs_volume.a"]}),
		made("aws_ebs_snapshot_copy", "a", {"encrypted": true, "provider": "aws.osaka"}, {}),
		made("aws_efs_file_system", "a", {}, {}),
	]

	stores(resources) == {
		on(0, "aws_ebs_volume.a", [], store("volume", "ap-northeast-1", "yes")),
		on(1, "aws_ebs_snapshot.a", [], store("snapshot", "ap-northeast-1", "yes")),
		on(2, "aws_ebs_snapshot_copy.a", [], store("snapshot", "ap-northeast-3", "yes")),
		on(3, "aws_efs_file_system.a", [], store("file-system", "ap-northeast-1", "no")),
	}
}

test_policies_of_file_systems if {
	mounting := {
		"Principal": {"AWS": "*"},
		"Action": "elasticfilesystem:ClientMount",
		"Condition": {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}},
	}
	reading := {"Principal": {"AWS": "444455556666"}, "Action": "elasticfilesystem:ClientMount"}
	resources := [
		made("aws_efs_file_system_policy", "a", {"policy": json.marshal({"Statement": [mounting, reading]})}, {}),
		kept("aws_efs_file_system_policy", "b", {}, {"policy": true}, {"policy": ["aws_efs_file_system.a"]}),
		kept("aws_efs_file_system_policy", "c", {}, {"policy": true}, {}),
	]

	stores(resources) == {
		on(0, "aws_efs_file_system_policy.a", ["policy"], {
			"way": "file-system-policy",
			"who": partner,
			"rights": {"is": ["read"]},
		}),
		on(1, "aws_efs_file_system_policy.b", ["policy"], {"way": "file-system-policy", "who": unknown}),
	}
}

test_replication_tells_its_region_and_whose_file_system_it_is if {
	cases := [
		{"destination": {"region": "ap-northeast-3"}, "known": osaka},
		{"destination": {"availability_zone_name": "ap-northeast-3a"}, "known": osaka},
		{"destination": {"region": null}, "known": {"region": unknown}},
		{"destination": {"region": "ap-northeast-3", "file_system_id": "fs-1"}, "known": osaka},
		{
			"destination": {"region": "ap-northeast-3", "file_system_id": file_system("444455556666")},
			"known": object.union(osaka, {"who": partner}),
		},
		{
			"destination": {"region": "ap-northeast-3", "file_system_id": file_system("111122223333")},
			"known": osaka,
		},
	]

	every case in cases {
		stores([made("aws_efs_replication_configuration", "a", {"destination": [case.destination]}, {})]) == {on(
			0,
			"aws_efs_replication_configuration.a",
			["destination", 0],
			object.union(case.known, {"way": "file-system-replication"}),
		)}
	}
}

test_permissions_for_snapshots_and_images if {
	everybody := {"is": {"by": "anybody", "name": "all"}}
	organization := {"is": {"by": "organization", "name": "o-aoba"}}
	unit := "arn:aws:organizations::123456789012:ou/o-aoba/ou-1"
	whole := "arn:aws:organizations::123456789012:organization/o-aoba"
	resources := [
		made("aws_snapshot_create_volume_permission", "a", {"account_id": "444455556666"}, {}),
		made("aws_snapshot_create_volume_permission", "b", {"account_id": "111122223333"}, {}),
		made("aws_ami_launch_permission", "c", {"account_id": "444455556666", "group": null}, {}),
		made("aws_ami_launch_permission", "d", {"group": "all"}, {}),
		made("aws_ami_launch_permission", "e", {"organization_arn": whole}, {}),
		made("aws_ami_launch_permission", "f", {"organizational_unit_arn": unit}, {}),
	]

	stores(resources) == {
		permitted(0, "aws_snapshot_create_volume_permission.a", "account_id", "snapshot-permission", partner),
		permitted(2, "aws_ami_launch_permission.c", "account_id", "image-permission", partner),
		permitted(3, "aws_ami_launch_permission.d", "group", "image-permission", everybody),
		permitted(4, "aws_ami_launch_permission.e", "organization_arn", "image-permission", organization),
		permitted(5, "aws_ami_launch_permission.f", "organizational_unit_arn", "image-permission", organization),
	}
}

test_words_and_what_is_read if {
	object.keys(volumes.ways) == {
		"file-system", "file-system-policy", "file-system-replication", "image-permission", "snapshot",
		"snapshot-permission", "volume",
	}
	object.keys(volumes.reads) == {
		"aws_ami_launch_permission", "aws_efs_file_system_policy", "aws_efs_replication_configuration",
		"aws_snapshot_create_volume_permission",
	}
	volumes.satellites.aws_ebs_snapshot == [["volume_id", "aws_ebs_volume"]]
}

file_system(account) := concat("", ["arn:aws:elasticfilesystem:ap-northeast-3:", account, ":file-system/fs-1"])

store(way, region, encrypted) := {"way": way, "region": {"is": region}, "encrypted": {"is": encrypted}}

permitted(index, address, attribute, way, who) := on(index, address, [attribute], {
	"way": way,
	"who": who,
	"rights": {"is": ["read"]},
})

stores(resources) := found if found := volumes.stores with input as envelope(resources)

on(index, address, path, attributes) := object.union(attributes, {
	"thing": concat("", ["terraform:", address]),
	"key": concat(" ", ["plan", address]),
	"steps": array.concat(["terraform", "plan", "resource_changes", index, "change", "after"], path),
})

made(type, name, after, references) := kept(type, name, after, {}, references)

# what is unknown is written: by a reference to what is made
kept(type, name, after, marks, references) := {
	"change": {
		"address": concat(".", [type, name]),
		"mode": "managed",
		"type": type,
		"name": regex.replace(name, `\[.*$`, ""),
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": concat(".", [type, regex.replace(name, `\[.*$`, "")]),
		"provider_config_key": object.get(after, "provider", "aws"),
		"expressions": object.union(
			{attribute: {} | some attribute, _ in after},
			{attribute: {"references": list} | some attribute, list in references},
		),
	},
}

envelope(resources) := {"terraform": {"plan": {
	"resource_changes": [written.change | some written in resources],
	"configuration": {
		"provider_config": {
			"aws": {"expressions": {
				"region": {"constant_value": "ap-northeast-1"},
				"allowed_account_ids": {"constant_value": ["111122223333"]},
			}},
			"aws.osaka": {"expressions": {"region": {"constant_value": "ap-northeast-3"}}},
		},
		"root_module": {"resources": [written.configured | some written in resources]},
	},
}}}

test_what_only_apply_will_show if {
	seen := volumes.stores with input as _late([["aws_efs_replication_configuration", {}, {"destination": true}]])
	[[found.region, found.who] | some found in seen] == [[{"unknown": true}, {"unknown": true}]]

	default_of_account := ["aws_ebs_encryption_by_default", {}, {"enabled": true}]
	every volume in [{"encrypted": false}, {"snapshot_id": "snap-1"}, {"id": "vol-1"}] {
		disks := volumes.stores with input as _with_providers(_late([
			default_of_account,
			["aws_ebs_volume", volume, {}],
			["aws_ebs_snapshot", {"volume_id": "vol-1"}, {}],
		]))
		{found.encrypted | some found in disks} == {{"unknown": true}}
	}
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

_with_providers(plan) := object.union(plan, {"terraform": {"p": {"configuration": {"root_module": {"resources": [known |
	some change in plan.terraform.p.resource_changes
	written := object.union(change.change.after, change.change.after_unknown)
	known := {"address": change.address, "provider_config_key": "aws", "expressions": {name: {} | some name, _ in written}}
]}}}}})
