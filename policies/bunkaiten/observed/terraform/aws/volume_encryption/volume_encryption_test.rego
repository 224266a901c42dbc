package bunkaiten_test.observed.terraform.aws.volume_encryption

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.volume_encryption

yes := {"is": "yes"}

no := {"is": "no"}

unknown := {"unknown": true}

test_what_is_written_and_what_nobody_chose if {
	every type in ["aws_ebs_volume", "aws_efs_file_system"] {
		encrypted(type, [made(type, "x", {"encrypted": true}, {})]) == yes
		encrypted(type, [made(type, "x", {"encrypted": false}, {})]) == no
		encrypted(type, [made(type, "x", {"encrypted": null}, {})]) == no
		encrypted(type, [kept(type, "x", {}, {"encrypted": true}, {})]) == no
		encrypted(type, [kept(type, "x", {}, {"encrypted": true}, {"encrypted": ["aws_x.y"]})]) == unknown
	}
}

test_encryption_by_default_holds_for_volumes_of_its_region if {
	encrypted("aws_ebs_volume", [made("aws_ebs_volume", "x", {}, {}), chosen({})]) == yes
	encrypted("aws_ebs_volume", [made("aws_ebs_volume", "x", {"encrypted": false}, {}), chosen({"enabled": true})]) == yes
	encrypted("aws_ebs_volume", [made("aws_ebs_volume", "x", {}, {}), chosen({"enabled": false})]) == no
	encrypted("aws_ebs_volume", [made("aws_ebs_volume", "x", {}, {}), chosen({"provider": "aws.osaka"})]) == no
	encrypted("aws_ebs_snapshot_copy", [made("aws_ebs_snapshot_copy", "x", {}, {}), chosen({})]) == yes
	encrypted("aws_efs_file_system", [made("aws_efs_file_system", "x", {}, {}), chosen({})]) == no
}

test_a_snapshot_is_as_its_volume if {
	cases := [
		{"volume": {"encrypted": true}, "encrypted": yes},
		{"volume": {"encrypted": false}, "encrypted": no},
		{"volume": {}, "encrypted": no},
		{"volume": {"snapshot_id": "snap-1"}, "encrypted": unknown},
	]

	every case in cases {
		encrypted("aws_ebs_snapshot", [of_volume("x", "v"), made("aws_ebs_volume", "v", case.volume, {})]) == case.encrypted
	}

	encrypted("aws_ebs_snapshot", [of_volume("x", "none")]) == unknown
	encrypted("aws_ebs_snapshot", [
		of_volume("x", "v"),
		made("aws_ebs_volume", "v", {"provider": "aws.osaka"}, {}),
		chosen({"provider": "aws.osaka"}),
	]) == yes
}

test_a_copy_and_a_volume_are_as_the_volume_of_the_snapshot if {
	copy := kept("aws_ebs_snapshot_copy", "x", {}, {"source_snapshot_id": true}, snapshot_of("source_snapshot_id"))
	made_from := kept("aws_ebs_volume", "x", {}, {"snapshot_id": true}, snapshot_of("snapshot_id"))
	volume := made("aws_ebs_volume", "v", {"encrypted": true}, {})

	encrypted("aws_ebs_snapshot_copy", [copy, of_volume("s", "v"), volume]) == yes
	encrypted("aws_ebs_snapshot_copy", [copy, of_volume("s", "v"), made("aws_ebs_volume", "v", {}, {})]) == no
	encrypted("aws_ebs_snapshot_copy", [copy]) == unknown
	encrypted("aws_ebs_volume", [made_from, of_volume("s", "v"), volume]) == yes
	encrypted("aws_ebs_volume", [made("aws_ebs_volume", "x", {"snapshot_id": "snap-1"}, {})]) == unknown
	encrypted("aws_ebs_snapshot_copy", [made("aws_ebs_snapshot_copy", "x", {"encrypted": true}, {})]) == yes
}

test_what_is_read if {
	object.keys(volume_encryption.reads) == {
		"aws_ebs_encryption_by_default", "aws_ebs_snapshot", "aws_ebs_snapshot_copy", "aws_ebs_volume",
		"aws_efs_file_system",
	}
}

chosen(after) := made("aws_ebs_encryption_by_default", "x", after, {})

of_volume(name, volume) := kept("aws_ebs_snapshot", name, {}, {"volume_id": true}, {"volume_id": [concat(
	".",
	["aws_ebs_volume", volume],
)]})

snapshot_of(name) := {name: ["aws_ebs_snapshot.s"]}

encrypted(type, resources) := found if {
	found := _encrypted(type) with input as envelope(resources)
}

types := {type: "read" | some type, _ in volume_encryption.reads}

_encrypted(type) := volume_encryption.encrypted(resource.managed[type][concat("", ["plan ", type, ".x"])])

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
