package bunkaiten_test.observed.terraform.aws.databases

import data.bunkaiten.observed.terraform.aws.databases

inside := {"is": "inside"}

unknown := {"unknown": true}

tokyo := {"is": "ap-northeast-1"}

test_instances_and_clusters_with_their_backups if {
	resources := [
		made("aws_db_instance", "a", {"storage_encrypted": true, "backup_retention_period": 35}, {}),
		made("aws_db_instance", "b", {}, {}),
		made("aws_db_instance", "c", {"backup_retention_period": 0}, {}),
		kept("aws_rds_cluster", "d", {}, {"backup_retention_period": true}, {"backup_retention_period": ["aws_x.y"]}),
		kept("aws_rds_cluster", "e", {}, {"backup_retention_period": true}, {}),
	]

	stores(resources) == {
		on(0, "aws_db_instance.a", [], database("yes")),
		on(1, "aws_db_instance.b", [], database("no")),
		on(2, "aws_db_instance.c", [], database("no")),
		on(3, "aws_rds_cluster.d", [], database("no")),
		on(4, "aws_rds_cluster.e", [], database("no")),
		on(0, "aws_db_instance.a", ["backup_retention_period"], backups({"is": 35})),
		on(3, "aws_rds_cluster.d", ["backup_retention_period"], backups(unknown)),
		on(4, "aws_rds_cluster.e", ["backup_retention_period"], backups({"is": 1})),
	}
}

test_backups_kept_in_another_region if {
	resources := [
		made("aws_db_instance_automated_backups_replication", "a", {"retention_period": 14, "provider": "aws.osaka"}, {}),
		made("aws_db_instance_automated_backups_replication", "b", {}, {}),
	]

	stores(resources) == {
		on(0, "aws_db_instance_automated_backups_replication.a", [], {
			"way": "database-backups-elsewhere",
			"region": {"is": "ap-northeast-3"},
			"retention": {"is": 14},
		}),
		on(1, "aws_db_instance_automated_backups_replication.b", [], {
			"way": "database-backups-elsewhere",
			"region": tokyo,
			"retention": {"is": 7},
		}),
	}
}

test_instances_listen_inside_unless_they_are_public if {
	late := {"publicly_accessible": ["aws_x.y"]}
	resources := [
		made("aws_db_instance", "a", {"publicly_accessible": true, "engine": "mysql"}, {}),
		made("aws_db_instance", "b", {"publicly_accessible": false, "port": 6432}, {}),
		made("aws_db_instance", "c", {}, {}),
		kept("aws_db_instance", "d", {}, {"publicly_accessible": true}, late),
		made("aws_rds_cluster", "e", {"engine": "aurora-postgresql", "port": 7432}, {}),
		kept("aws_rds_cluster_instance", "f", {}, {}, {"cluster_identifier": ["aws_rds_cluster.e"]}),
		made("aws_rds_cluster_instance", "g", {"publicly_accessible": true, "engine": "aurora-mysql"}, {}),
	]

	endpoints(resources) == {
		listening(0, "aws_db_instance.a", {"is": "anybody"}, {"port": {"is": 3306}}),
		listening(1, "aws_db_instance.b", inside, {"port": {"is": 6432}}),
		listening(2, "aws_db_instance.c", inside, {}),
		listening(3, "aws_db_instance.d", unknown, {}),
		listening(5, "aws_rds_cluster_instance.f", inside, {"port": {"is": 7432}}),
		listening(6, "aws_rds_cluster_instance.g", {"is": "anybody"}, {"port": {"is": 3306}}),
	}
}

test_words_and_what_is_read if {
	object.keys(databases.ways) == {
		"database", "database-backups", "database-backups-elsewhere",
	}
	object.keys(databases.satellites) == object.keys(databases.reads)
	object.keys(databases.uses) == {"aws_rds_cluster"}
}

database(encrypted) := {"way": "database", "region": tokyo, "encrypted": {"is": encrypted}}

backups(days) := {"way": "database-backups", "region": tokyo, "retention": days}

listening(index, address, audience, port) := on(
	index,
	address,
	["publicly_accessible"],
	object.union(port, {"way": "database", "audience": audience}),
)

stores(resources) := found if found := databases.stores with input as envelope(resources)

endpoints(resources) := found if found := databases.endpoints with input as envelope(resources)

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
