package bunkaiten_test.observed.terraform.aws.database_sources

import data.bunkaiten.observed.terraform.aws.database_sources

test_source_of_another_account_leads_there if {
	every pair in written {
		[type, name] := pair
		there := {"peers": {[name]: "444455556666"}, "stores": {[name]: "us-west-2"}}
		found({"type": type, "values": {name: abroad}}) == there
	}
	every pair in nested {
		[type, name] := pair
		path := ["restore_to_point_in_time", 0, name]
		values := {"restore_to_point_in_time": [{name: abroad}]}
		found({"type": type, "values": values}) == {"peers": {path: "444455556666"}, "stores": {path: "us-west-2"}}
	}
}

test_source_of_the_own_account_tells_its_region if {
	every pair in written {
		[type, name] := pair
		found({"type": type, "values": {name: own}}) == {"peers": {}, "stores": {[name]: "ap-northeast-3"}}
	}
}

test_name_alone_is_of_the_own_account_and_region if {
	every value in ["before-move", "rds:laboratory-2026-11-01", "arn:aws:s3:::backups", "", null, 7] {
		every pair in written {
			[type, name] := pair
			found({"type": type, "values": {name: value}}) == {"peers": {}, "stores": {}}
		}
		every pair in nested {
			[type, name] := pair
			values := {"restore_to_point_in_time": [{name: value}]}
			found({"type": type, "values": values}) == {"peers": {}, "stores": {}}
		}
	}
	found({"type": "aws_db_instance", "values": {}}) == {"peers": {}, "stores": {}}
}

test_source_that_only_apply_shows_is_unknown_unless_the_plan_makes_it if {
	every path in [["snapshot_identifier"], ["restore_to_point_in_time"]] {
		late({"unknown": {path[0]: true}, "written": {"references": ["var.snapshot"]}}) == {path}
		late({"unknown": {path[0]: true}, "written": {"references": ["data.aws_db_snapshot.s"]}}) == {path}
		late({"unknown": {path[0]: true}, "written": {"references": ["aws_db_snapshot.s"]}}) == set()
	}
	block := {
		"values": {"restore_to_point_in_time": [{"restore_type": "copy-on-write"}]},
		"unknown": {"restore_to_point_in_time": [{"source_db_instance_automated_backups_arn": true}]},
	}
	path := ["restore_to_point_in_time", 0, "source_db_instance_automated_backups_arn"]
	late(object.union(block, {"written": [{"x": {"references": ["var.x"]}}]})) == {path}
	late(object.union(block, {"written": [{"x": {"references": ["aws_db_snapshot.s"]}}]})) == set()
}

# the paths of the peers that are unknown
late(given) := paths if {
	names := object.keys(given.unknown)
	facts := _late with input as {"terraform": {"p": {
		"resource_changes": [{
			"address": "aws_db_instance.d",
			"mode": "managed",
			"type": "aws_db_instance",
			"name": "d",
			"change": {
				"actions": ["create"],
				"after": object.get(given, "values", {}),
				"after_unknown": given.unknown,
			},
		}],
		"configuration": {"root_module": {"resources": [
			{"address": "aws_db_instance.d", "expressions": {name: given.written | some name in names}},
			{"address": "aws_db_snapshot.s"},
			{"address": "data.aws_db_snapshot.s"},
		]}},
	}}}
	paths := {_path(fact) | some fact in facts.peers; fact.who.unknown; fact.direction == "out"}
	paths == {_path(fact) | some fact in facts.stores; fact.region.unknown}
}

_late := {"peers": database_sources.peers, "stores": database_sources.stores}

test_what_is_read_is_said if {
	object.keys(database_sources.reads) == {"aws_db_instance", "aws_rds_cluster"}
	object.keys(database_sources.ways) == {"database-source"}
}

abroad := "arn:aws:rds:us-west-2:444455556666:snapshot:before-move"

own := "arn:aws:rds:ap-northeast-3:111122223333:db:laboratory"

written := [
	["aws_db_instance", "replicate_source_db"],
	["aws_db_instance", "snapshot_identifier"],
	["aws_rds_cluster", "replication_source_identifier"],
	["aws_rds_cluster", "snapshot_identifier"],
]

nested := [
	["aws_db_instance", "source_db_instance_automated_backups_arn"],
	["aws_rds_cluster", "source_cluster_identifier"],
]

# accounts of peers and regions of stores, by their paths
found(database) := facts if {
	facts := _facts with input as {"terraform": {"p": {
		"resource_changes": [{
			"address": sprintf("%s.d", [database.type]),
			"mode": "managed",
			"type": database.type,
			"name": "d",
			"change": {"actions": ["create"], "after": database.values},
		}],
		"configuration": {"provider_config": {"aws": {
			"name": "aws",
			"expressions": {"allowed_account_ids": {"constant_value": ["111122223333"]}},
		}}},
	}}}
}

_facts := {
	"peers": {_path(fact): fact.who.is.name | some fact in database_sources.peers; fact.direction == "out"},
	"stores": {_path(fact): fact.region.is | some fact in database_sources.stores},
}

_path(fact) := array.slice(fact.steps, 6, count(fact.steps))
