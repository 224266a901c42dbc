package bunkaiten_test.observed.terraform.google.bigquery

import data.bunkaiten.observed.terraform.google.bigquery

test_dataset_lies_in_the_united_states_where_nobody_says_so if {
	every case in [
		[{}, {}, [{"is": "us"}, {"is": "forever"}]],
		[
			{
				"location": "asia-northeast1", "default_table_expiration_ms": 2592000000,
			},
			{}, [{"is": "asia-northeast1"}, {"is": 30}],
		],
		[{}, {"location": true, "default_table_expiration_ms": true}, [{"unknown": true}, {"unknown": true}]],
	] {
		found := bigquery.stores with input as plan([made("google_bigquery_dataset.d", case[0], case[1], {})])
		{[fact.region, fact.retention] | some fact in found} == {case[2]}
	}
}

test_each_entry_of_the_list_is_a_grant if {
	every case in [
		[{"role": "READER", "user_by_email": "a@kura.iam.gserviceaccount.com"}, {}, {["kura", {"is": ["read"]}]}],
		[{"role": "WRITER", "user_by_email": "taro@medifix.example"}, {}, {["medifix.example", {"is": ["read", "write"]}]}],
		[{"role": "OWNER", "group_by_email": "x@medifix.example"}, {}, {["medifix.example", {"is": ["admin"]}]}],
		[{"role": "roles/bigquery.dataViewer", "domain": "medifix.example"}, {}, {["medifix.example", {"is": ["read"]}]}],
		[{"role": "roles/bigquery.dataEditor", "iam_member": "allUsers"}, {}, {["allUsers", {"is": ["read", "write"]}]}],
		[{"role": "READER", "special_group": "allAuthenticatedUsers"}, {}, {["allAuthenticatedUsers", {"is": ["read"]}]}],
		[{"role": "OWNER", "special_group": "projectOwners"}, {}, set()],
		[{"view": [{"project_id": "kura", "dataset_id": "d", "table_id": "t"}]}, {}, {["kura", {"is": ["read"]}]}],
		[{"view": [{"project_id": "aoba-emr"}]}, {}, set()],
		[
			{"role": "", "dataset": [{
				"dataset": [{"project_id": "kura"}], "target_types": ["VIEWS"],
			}]},
			{}, {["kura", {"is": ["read"]}]},
		],
		[{"role": "READER", "user_by_email": null}, {"user_by_email": true}, {["?", {"is": ["read"]}]}],
		[{"role": "READER", "special_group": null}, {"special_group": true}, {["?", {"is": ["read"]}]}],
		[{"role": null, "user_by_email": "taro@medifix.example"}, {"role": true}, {["medifix.example", {"unknown": true}]}],
		[{"view": [{"project_id": null}]}, {"view": [{"project_id": true}]}, {["?", {"is": ["read"]}]}],
	] {
		inline := made("google_bigquery_dataset.d", {"access": [case[0]]}, {"access": [case[1]]}, {})
		alone := made("google_bigquery_dataset_access.a", object.union({"dataset_id": "x"}, case[0]), case[1], {})
		every given in [inline, alone] {
			found := bigquery.stores with input as plan([given])
			{[
				object.get(fact, ["who", "is", "name"], "?"), fact.rights,
			] |
				some fact in found
				fact.way == "bigquery-access"
			} == case[2]
		}
	}
}

test_dataset_is_public_where_a_list_or_a_role_says_so if {
	references := {"dataset_id": ["google_bigquery_dataset.d.dataset_id", "google_bigquery_dataset.d"]}

	every case in [
		[
			made(
				"google_bigquery_dataset_access.a", {
					"role": "READER", "special_group": "allAuthenticatedUsers",
				},
				{}, references,
			),
			"anybody",
		],
		[made("google_bigquery_dataset_access.a", {"role": "READER"}, {"iam_member": true}, references), "?"],
		[
			made(
				"google_bigquery_dataset_iam_member.a", {
					"role": "roles/viewer", "member": "allUsers",
				},
				{}, references,
			),
			"anybody",
		],
		[
			made(
				"google_bigquery_dataset_iam_member.a", {
					"role": "roles/viewer", "member": "user:x@y.example",
				},
				{}, references,
			),
			"inside",
		],
	] {
		found := bigquery.stores with input as plan([made("google_bigquery_dataset.d", {"dataset_id": "d"}, {}, {}), case[0]])
		{object.get(fact.audience, "is", "?") | some fact in found; fact.way == "bigquery-dataset"} == {case[1]}
	}
}

test_what_is_read_and_what_belongs_to_what if {
	object.keys(bigquery.reads) == {"google_bigquery_dataset", "google_bigquery_dataset_access"}
	object.keys(bigquery.satellites) == {"google_bigquery_dataset_access"}
	object.keys(bigquery.ways) == {"bigquery-access", "bigquery-dataset"}
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
