package bunkaiten_test.observed.terraform.google.healthcare

import data.bunkaiten.observed.terraform.google.healthcare

test_store_lies_where_its_own_dataset_does if {
	every case in [["a", "asia-northeast1"], ["b", "eu"]] {
		found := healthcare.stores with input as plan([
			made("google_healthcare_dataset.a", {"location": "asia-northeast1"}, {}, {}),
			made("google_healthcare_dataset.b", {"location": "EU"}, {}, {}),
			made("google_healthcare_dicom_store.s", {}, {"dataset": true}, {"dataset": [
				sprintf("google_healthcare_dataset.%s.id", [case[0]]),
				sprintf("google_healthcare_dataset.%s", [case[0]]),
			]}),
		])
		{fact.region.is | some fact in found; fact.way == "healthcare-store"} == {case[1]}
	}
}

test_store_lies_where_its_dataset_lies if {
	dataset := made("google_healthcare_dataset.d", {"location": "asia-northeast1"}, {}, {})

	every type in [
		"google_healthcare_consent_store", "google_healthcare_dicom_store", "google_healthcare_fhir_store",
		"google_healthcare_hl7_v2_store",
	] {
		every case in [
			[{}, {"dataset": true}, within, {"is": "asia-northeast1"}],
			[{"dataset": "projects/p/locations/us-central1/datasets/d"}, {}, {}, {"is": "us-central1"}],
			[{}, {"dataset": true}, {}, {"unknown": true}],
		] {
			found := healthcare.stores with input as plan([dataset, made(concat("", [type, ".s"]), case[0], case[1], case[2])])
			{fact.region | some fact in found; fact.way == "healthcare-store"} == {case[3]}
			{
			[
				fact.region, fact.encrypted,
			] |
				some fact in found
				fact.way == "healthcare-dataset"
			} == {[{"is": "asia-northeast1"}, {"is": "yes"}]}
		}
	}
}

within := {"dataset": ["google_healthcare_dataset.d.id", "google_healthcare_dataset.d"]}

test_store_is_public_where_a_role_on_it_or_on_its_dataset_says_so if {
	dataset := made("google_healthcare_dataset.d", {"location": "asia-northeast1"}, {}, {})
	store := made("google_healthcare_dicom_store.s", {}, {"dataset": true}, within)

	every case in [
		["google_healthcare_dicom_store_iam_member.m", "allUsers", {}, ["inside", "anybody"]],
		["google_healthcare_dataset_iam_member.m", "allUsers", {}, ["anybody", "anybody"]],
		["google_healthcare_dicom_store_iam_member.m", null, {"member": true}, ["inside", "?"]],
		["google_healthcare_dicom_store_iam_member.m", "user:x@y.example", {}, ["inside", "inside"]],
	] {
		references := {
			"dicom_store_id": ["google_healthcare_dicom_store.s.id", "google_healthcare_dicom_store.s"],
			"dataset_id": ["google_healthcare_dataset.d.id", "google_healthcare_dataset.d"],
		}
		attribute := {true: "dicom_store_id", false: "dataset_id"}[contains(case[0], "dicom")]
		role := made(
			case[0], {"role": "roles/viewer", "member": case[1]}, object.union(case[2], {attribute: true}),
			object.filter(references, [attribute]),
		)
		found := healthcare.stores with input as plan([dataset, store, role])
		audiences := {fact.way: object.get(fact.audience, "is", "?") | some fact in found}
		audiences == {"healthcare-dataset": case[3][0], "healthcare-store": case[3][1]}
	}
}

test_what_is_sent_to_another_project_is_a_peer if {
	every case in [
		[{"notification_config": [{"pubsub_topic": "projects/hikari/topics/t"}]}, {project("hikari")}],
		[{"notification_configs": [{"pubsub_topic": "projects/aoba-emr/topics/t"}]}, set()],
		[{"notification_configs": [{"pubsub_topic": "t"}]}, {{"unknown": true}}],
		[{"notification_configs": [{"pubsub_topic": null}]}, set()],
		[{"stream_configs": [{"bigquery_destination": [{"dataset_uri": "bq://univ.records"}]}]}, {project("univ")}],
		[{"stream_configs": [{"bigquery_destination": [{"dataset_uri": "bq://aoba-emr.records"}]}]}, set()],
	] {
		found := healthcare.peers with input as plan([made("google_healthcare_fhir_store.s", case[0], {}, {})])
		{fact.who | some fact in found} == case[1]
	}
}

test_images_that_are_streamed_to_another_project_are_sent_to_it if {
	every uri, who in {"bq://univ.images.dicom": {project("univ")}, "bq://aoba-emr.images.dicom": set()} {
		after := {"stream_configs": [{"bigquery_destination": [{"table_uri": uri}]}]}
		_whom([made("google_healthcare_dicom_store.s", after, {}, {})]) == who
	}
	after := {"stream_configs": [{"bigquery_destination": [{}]}]}
	marks := {"stream_configs": [{"bigquery_destination": [{"table_uri": true}]}]}
	table := "google_bigquery_dataset.t"
	store := made("google_healthcare_dicom_store.s", after, marks, {"stream_configs": [table]})
	_whom([store, made(table, {"project": "aoba-emr"}, {}, {})]) == set()
	_whom([store, made(table, {"project": "hikari"}, {}, {})]) == {project("hikari")}
	_whom([object.union(store, {"references": {"stream_configs": []}})]) == {{"unknown": true}}
}

test_what_only_apply_will_show_is_of_whoever_makes_it if {
	every type in ["google_bigquery_dataset", "google_pubsub_topic"] {
		every block, marks in {
			"notification_config": [{"pubsub_topic": true}],
			"notification_configs": [{"pubsub_topic": true}],
			"stream_configs": [{"bigquery_destination": [{"dataset_uri": true}]}],
		} {
			name := concat(".", [type, "t"])
			blocks := [object.filter({"bigquery_destination": [{}]}, object.keys(marks[0]))]
			store := made("google_healthcare_fhir_store.s", {block: blocks}, {block: marks}, {block: [name]})
			every whose, who in {"aoba-emr": set(), "hikari": {project("hikari")}} {
				_whom([store, made(name, {"project": whose}, {}, {})]) == who
			}
			_whom([object.union(store, {"references": {block: []}})]) == {{"unknown": true}}
		}
	}
}

_whom(changes) := {fact.who | some fact in found} if found := healthcare.peers with input as plan(changes)

project(name) := {"is": {"by": "project", "name": name}}

test_what_is_read_and_what_belongs_to_what if {
	count(healthcare.reads) == 7
	healthcare.satellites.google_healthcare_fhir_store == [["dataset", "google_healthcare_dataset"]]
	object.keys(healthcare.ways) == {"healthcare-copy", "healthcare-dataset", "healthcare-store"}
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
