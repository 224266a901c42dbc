package bunkaiten_test.observed.terraform.aws.database_snapshots

import data.bunkaiten.observed.terraform.aws.database_snapshots

inside := {"is": "inside"}

unknown := {"unknown": true}

tokyo := {"is": "ap-northeast-1"}

test_snapshots_and_with_whom_they_are_shared if {
	late := {"shared_accounts": ["aws_x.y"], "db_instance_identifier": ["aws_db_instance.none"]}
	resources := [
		made("aws_db_snapshot", "a", {"shared_accounts": ["444455556666", "111122223333"]}, {}),
		made("aws_db_snapshot", "b", {"shared_accounts": ["all"]}, {}),
		kept("aws_db_snapshot", "c", {}, {"shared_accounts": true}, late),
		made("aws_db_cluster_snapshot", "d", {"shared_accounts": null}, {}),
		kept("aws_db_snapshot", "e", {"shared_accounts": ["all", null]}, {"shared_accounts": [false, true]}, {}),
	]

	stores(resources) == {
		on(0, "aws_db_snapshot.a", [], snapshot(inside)),
		on(1, "aws_db_snapshot.b", [], snapshot({"is": "anybody"})),
		on(2, "aws_db_snapshot.c", [], snapshot(unknown)),
		on(3, "aws_db_cluster_snapshot.d", [], snapshot(inside)),
		on(4, "aws_db_snapshot.e", [], snapshot({"is": "anybody"})),
		on(0, "aws_db_snapshot.a", ["shared_accounts"], shared({"is": {"by": "account", "name": "444455556666"}})),
		on(1, "aws_db_snapshot.b", ["shared_accounts"], shared({"is": {"by": "anybody", "name": "all"}})),
		on(2, "aws_db_snapshot.c", ["shared_accounts"], shared(unknown)),
		on(4, "aws_db_snapshot.e", ["shared_accounts"], shared({"is": {"by": "anybody", "name": "all"}})),
		on(4, "aws_db_snapshot.e", ["shared_accounts"], shared(unknown)),
	}
}

test_a_snapshot_is_encrypted_as_its_own_database if {
	resources := [
		made("aws_db_instance", "a", {"storage_encrypted": true}, {}),
		made("aws_rds_cluster", "b", {"backup_retention_period": 0}, {}),
		kept("aws_db_snapshot", "a", {}, {}, {"db_instance_identifier": ["aws_db_instance.a"]}),
		kept("aws_db_cluster_snapshot", "b", {}, {}, {"db_cluster_identifier": ["aws_rds_cluster.b"]}),
	]

	stores(resources) == {
		on(2, "aws_db_snapshot.a", [], object.union(snapshot(inside), {"encrypted": {"is": "yes"}})),
		on(3, "aws_db_cluster_snapshot.b", [], object.union(snapshot(inside), {"encrypted": {"is": "no"}})),
	}
}

test_words_and_what_is_read if {
	object.keys(database_snapshots.ways) == {"database-snapshot"}
	object.keys(database_snapshots.satellites) == object.keys(database_snapshots.reads)
}

snapshot(audience) := {
	"way": "database-snapshot",
	"region": tokyo,
	"audience": audience,
	"retention": {"is": "forever"},
}

shared(who) := {"way": "database-snapshot", "who": who, "rights": {"is": ["read"]}}

stores(resources) := found if found := database_snapshots.stores with input as envelope(resources)

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
