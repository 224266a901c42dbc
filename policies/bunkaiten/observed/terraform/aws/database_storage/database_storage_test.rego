package bunkaiten_test.observed.terraform.aws.database_storage

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.database_storage

yes := {"is": "yes"}

no := {"is": "no"}

unknown := {"unknown": true}

test_encryption_that_is_written_and_that_nobody_chose if {
	encrypted("aws_db_instance", [database({"storage_encrypted": true}, {}, {})]) == yes
	encrypted("aws_db_instance", [database({"storage_encrypted": false}, {}, {})]) == no
	encrypted("aws_db_instance", [database({"storage_encrypted": null}, {}, {})]) == no
	encrypted("aws_db_instance", [database({}, {"storage_encrypted": true}, {})]) == no
	late := database({}, {"storage_encrypted": true}, {"storage_encrypted": ["aws_x.y"]})
	encrypted("aws_db_instance", [late]) == unknown
	encrypted("aws_rds_cluster", [made("aws_rds_cluster", "x", {"engine_mode": "provisioned"}, {})]) == no
	encrypted("aws_rds_cluster", [made("aws_rds_cluster", "x", {"engine_mode": "serverless"}, {})]) == yes
}

test_a_database_from_a_source_is_as_its_source if {
	reader := database({}, {"replicate_source_db": true}, {"replicate_source_db": ["aws_db_instance.source"]})
	late := kept("aws_db_instance", "source", {}, {"storage_encrypted": true}, {"storage_encrypted": ["aws_x.y"]})
	cases := [
		{"source": made("aws_db_instance", "source", {"storage_encrypted": true}, {}), "encrypted": yes},
		{"source": made("aws_db_instance", "source", {}, {}), "encrypted": no},
		{"source": made("aws_db_instance", "source", {"snapshot_identifier": "snap"}, {}), "encrypted": unknown},
		{"source": late, "encrypted": unknown},
		{"source": made("aws_db_instance", "other", {}, {}), "encrypted": unknown},
	]

	every case in cases { encrypted("aws_db_instance", [reader, case.source]) == case.encrypted }

	every patch in [{"snapshot_identifier": "snap"}, {"restore_to_point_in_time": [{}]}, {"s3_import": [{}]}] {
		encrypted("aws_db_instance", [database(patch, {}, {})]) == unknown
	}
}

test_ports if {
	port({"port": 6432, "engine": "postgres"}, {}, {}) == {"is": 6432}
	port({"engine": "postgres"}, {"port": true}, {"port": ["aws_x.y"]}) == unknown
	port({"engine": "odd"}, {}, {}) == {}
	port({}, {"port": true}, {}) == {}

	every engine, number in {
		"postgres": 5432,
		"mysql": 3306,
		"mariadb": 3306,
		"aurora-mysql": 3306,
		"aurora-postgresql": 5432,
		"oracle-ee": 1521,
		"sqlserver-se": 1433,
		"db2-se": 50000,
	} {
		port({"engine": engine}, {}, {}) == {"is": number}
	}
}

test_what_is_read if {
	object.keys(database_storage.reads) == {"aws_db_instance", "aws_rds_cluster"}
}

database(after, marks, references) := kept("aws_db_instance", "x", after, marks, references)

encrypted(type, resources) := found if found := _encrypted(type) with input as envelope(resources)

port(after, marks, references) := found if {
	found := _port with input as envelope([database(after, marks, references)])
}

_encrypted(type) := database_storage.encrypted(resource.managed[type][concat("", ["plan ", type, ".x"])])

_port := database_storage.port(resource.managed.aws_db_instance["plan aws_db_instance.x"])

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
	key := "p aws_rds_cluster.late"
	plan := _late([["aws_rds_cluster", {}, {"engine": true, "engine_mode": true}]])
	stored := database_storage.encrypted(resource.managed.aws_rds_cluster[key]) with input as plan
	port := database_storage.port(resource.managed.aws_rds_cluster[key]) with input as plan
	[stored, port] == [{"unknown": true}, {"unknown": true}]
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
