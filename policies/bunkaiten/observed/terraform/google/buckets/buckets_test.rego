package bunkaiten_test.observed.terraform.google.buckets

import data.bunkaiten.observed.terraform.google.bucket_acls
import data.bunkaiten.observed.terraform.google.bucket_retention
import data.bunkaiten.observed.terraform.google.buckets
import data.bunkaiten.observed.terraform.google.iam
import data.bunkaiten.observed.terraform.google.locations

test_bucket_that_nobody_configured_is_private_and_keeps_for_ever if {
	found := buckets.stores with input as plan([bucket({"location": "ASIA-NORTHEAST1"}, {})])

	seen(found) == {["google_storage_bucket.b", "storage-bucket", [], {
		"region": {"is": "asia-northeast1"},
		"encrypted": {"is": "yes"},
		"audience": {"is": "inside"},
		"retention": {"is": "forever"},
	}]}
}

test_bucket_lies_where_it_was_put if {
	every case in [
		[{"location": "ASIA1"}, {}, {"asia1"}],
		[{}, {"location": true}, {"?"}],
		[{"location": "ASIA", "custom_placement_config": [{"data_locations": ["ASIA-NORTHEAST1", "ASIA-EAST1"]}]}, {}, {
			"asia-northeast1",
			"asia-east1",
		}],
		[
			{"location": "ASIA", "custom_placement_config": [
				{"data_locations": ["ASIA-NORTHEAST1", null]},
			]},
			{"custom_placement_config": [{"data_locations": [false, true]}]}, {"?"},
		],
		[{"location": "ASIA"}, {"custom_placement_config": true}, {"?"}],
	] {
		found := buckets.stores with input as plan([bucket(case[0], case[1])])
		{object.get(fact.region, "is", "?") | some fact in found} == case[2]
	}
	locations.in_path("projects/p/locations/Asia-East1/x") == {"is": "asia-east1"}
	locations.in_path(7) == {"unknown": true}
}

test_bucket_is_public_where_a_role_or_a_list_says_so if {
	role := made(
		"google_storage_bucket_iam_member.m", {
			"bucket": "b", "role": "roles/storage.objectViewer", "member": "allUsers",
		},
		{}, {},
	)
	late := made(
		"google_storage_bucket_iam_member.l", {
			"bucket": "b", "role": "roles/storage.objectViewer",
		},
		{"member": true}, {},
	)
	list := made("google_storage_bucket_acl.a", {"bucket": "b", "predefined_acl": "publicRead"}, {}, {})

	every case in [
		[{}, {}, [role], "anybody"],
		[{}, {}, [late], "?"],
		[{}, {}, [role, late], "anybody"],
		[{}, {}, [list], "anybody"],
		[{"uniform_bucket_level_access": true}, {}, [list], "inside"],
		[{"public_access_prevention": "enforced"}, {}, [role, list], "inside"],
		[{"public_access_prevention": "inherited"}, {}, [role], "anybody"],
		[{}, {"public_access_prevention": true}, [role], "?"],
		[{}, {}, [], "inside"],
	] {
		found := buckets.stores with input as plan(array.concat(
			[
				bucket(object.union({"name": "b"}, case[0]), case[1]),
			],
			case[2],
		))
		{object.get(fact.audience, "is", "?") | some fact in found; fact.way == "storage-bucket"} == {case[3]}
	}
}

test_what_is_kept_from_everybody_is_no_grant if {
	role := made(
		"google_storage_bucket_iam_member.m", {
			"bucket": "b", "role": "roles/storage.objectViewer", "member": "allUsers",
		},
		{}, {},
	)
	list := made("google_storage_default_object_acl.a", {"bucket": "b", "role_entity": ["READER:allUsers"]}, {}, {})

	every prevention, granted in {"enforced": 0, "inherited": 1} {
		given := [bucket({"name": "b", "public_access_prevention": prevention}, {}), role, list]
		roles := iam.stores with input as plan(given)
		lists := buckets.stores with input as plan(given)
		count(roles) == granted
		count([fact | some fact in lists; fact.way == "storage-bucket-acl"]) == granted
	}
}

test_lists_name_people_and_projects if {
	every entity, who in {
		"user-taro@medifix.example": {"is": {"by": "domain", "name": "medifix.example"}},
		"user-a@kura.iam.gserviceaccount.com": {"is": {"by": "project", "name": "kura"}},
		"group-x@medifix.example": {"is": {"by": "domain", "name": "medifix.example"}},
		"domain-medifix.example": {"is": {"by": "domain", "name": "medifix.example"}},
		"project-viewers-kura": {"is": {"by": "project", "name": "kura"}},
		"allAuthenticatedUsers": {"is": {"by": "anybody", "name": "allAuthenticatedUsers"}},
		"user-00b4903a97d0ba17": {"unknown": true},
	} {
		pair := concat(":", ["WRITER", entity])
		listed({"role_entity": [pair]}, {}) == {[["role_entity", 0], who, {"is": ["read", "write"]}]}
		control := made("google_storage_bucket_access_control.a", {"bucket": "b", "entity": entity, "role": "OWNER"}, {}, {})
		found := buckets.stores with input as plan([control])
		{[fact.who, fact.rights] | some fact in found} == {[who, {"is": ["admin"]}]}
	}
	listed({"role_entity": ["OWNER:project-owners-aoba-emr"]}, {}) == set()
	listed({"role_entity": ["what is this"]}, {}) == {[["role_entity", 0], {"unknown": true}, {"unknown": true}]}
	listed({}, {"role_entity": true}) == {[["role_entity"], {"unknown": true}, {"unknown": true}]}
	listed({"predefined_acl": "private"}, {}) == set()
	listed({"predefined_acl": "authenticated-read"}, {}) == {[
		["predefined_acl"], {
			"is": {"by": "anybody", "name": "allAuthenticatedUsers"},
		},
		{"is": ["read"]},
	]}
	listed({}, {"default_acl": true}) == {[["default_acl"], {"unknown": true}, {"unknown": true}]}
}

listed(after, unknown) := {[array.slice(fact.steps, 6, 99), fact.who, fact.rights] | some fact in found} if {
	found := buckets.stores with input as plan([made("google_storage_bucket_acl.a", after, unknown, {})])
}

test_retention_is_what_rules_policy_and_soft_deletion_add_up_to if {
	every case in [
		[{"lifecycle_rule": [erase({"age": 14})]}, {}, {"is": 21}],
		[{"lifecycle_rule": [erase({"age": "14"})]}, {}, {"unknown": true}],
		[{"lifecycle_rule": [erase({"age": 14})], "soft_delete_policy": [{"retention_duration_seconds": 0}]}, {}, {"is": 14}],
		[
			{"lifecycle_rule": [erase({"age": 14})], "soft_delete_policy": [
				{"retention_duration_seconds": "864000"},
			]},
			{}, {"is": 24},
		],
		[{"lifecycle_rule": [erase({"age": 14}), erase({"age": 7})]}, {}, {"is": 14}],
		[{"lifecycle_rule": [erase({"age": 14})], "retention_policy": [{"retention_period": 2592000}]}, {}, {"is": 37}],
		[
			{"lifecycle_rule": [erase({
				"age": 14, "with_state": "ANY", "send_age_if_zero": true, "matches_prefix": [],
			})]},
			{}, {"is": 21},
		],
	] {
		kept(case[0], case[1]) == {case[2]}
	}
}

kept(after, unknown) := {fact.retention | some fact in found} if {
	found := buckets.stores with input as plan([bucket(after, unknown)])
}

test_rule_for_a_part_or_for_live_objects_alone_erases_nothing_for_good if {
	every case in [
		[{"lifecycle_rule": [erase({"age": 14, "matches_prefix": ["tmp/"]})]}, {}, {"is": "forever"}],
		[{"lifecycle_rule": [erase({"age": 14, "with_state": "ARCHIVED"})]}, {}, {"is": "forever"}],
		[{"lifecycle_rule": [erase({"age": 14, "with_state": "LIVE"})]}, {}, {"is": 21}],
		[
			{
				"lifecycle_rule": [
					erase({"age": 14, "with_state": "LIVE"}),
				],
				"versioning": [{"enabled": true}],
			},
			{}, {"is": "forever"},
		],
		[{"lifecycle_rule": [erase({"age": 14})], "versioning": [{"enabled": true}]}, {}, {"is": 21}],
		[{"lifecycle_rule": [{"action": [{"type": "SetStorageClass"}], "condition": [{"age": 1}]}]}, {}, {"is": "forever"}],
		[{"lifecycle_rule": [erase({"age": null})]}, {"lifecycle_rule": [{"condition": [{"age": true}]}]}, {"unknown": true}],
		[{"lifecycle_rule": [erase({"age": 14})]}, {"lifecycle_rule": [{"condition": [{"with_state": true}]}]}, {"is": 21}],
		[{}, {"lifecycle_rule": true}, {"unknown": true}],
		[{"retention_policy": [{"retention_period": 2592000}]}, {}, {"is": "forever"}],
	] {
		kept(case[0], case[1]) == {case[2]}
	}
}

erase(condition) := {"action": [{"type": "Delete"}], "condition": [condition]}

test_what_is_read_and_what_belongs_to_what if {
	object.keys(bucket_retention.reads) == {"google_storage_bucket"}
	object.keys(buckets.reads) == {"google_storage_bucket"}
	object.keys(buckets.ways) == {"storage-bucket", "storage-bucket-acl"}
	bucket_acls.satellites.google_storage_bucket_acl == [["bucket", "google_storage_bucket"]]
}

bucket(after, unknown) := made("google_storage_bucket.b", after, unknown, {})

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
