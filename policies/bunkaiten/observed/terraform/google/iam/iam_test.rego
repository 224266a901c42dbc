package bunkaiten_test.observed.terraform.google.iam

import data.bunkaiten.observed.terraform.google.audit_configs
import data.bunkaiten.observed.terraform.google.iam
import data.bunkaiten.observed.terraform.google.iam_grants
import data.bunkaiten.observed.terraform.google.iam_roles

reader := "serviceAccount:reader@kura.iam.gserviceaccount.com"

kura := {"is": {"by": "project", "name": "kura"}}

test_role_on_data_is_a_grant if {
	given := made(
		"google_storage_bucket_iam_member.m", {
			"bucket": "b", "role": "roles/storage.objectViewer", "member": reader,
		},
		{}, {},
	)
	found := iam.stores with input as plan([given])

	seen(found) == {[
		"google_storage_bucket_iam_member.m", "role-granted-on-data", ["member"],
		{"who": kura, "rights": {"is": ["read"]}},
	]}
}

test_role_in_a_project_is_a_way_in if {
	every type in ["google_project_iam_member", "google_folder_iam_member", "google_organization_iam_member"] {
		given := made(concat("", [type, ".m"]), {"role": "roles/editor", "member": reader}, {}, {})
		found := iam.accesses with input as plan([given])
		seen(found) == {[
			concat("", [type, ".m"]), "role-granted", ["member"],
			{"who": kura, "authentication": {"is": ["iam"]}, "rights": {"is": ["admin"]}},
		]}
	}
}

test_each_member_of_a_binding_is_a_grant if {
	every case in [
		[
			[
				"user:x@medifix.example", "serviceAccount:a@aoba-emr.iam.gserviceaccount.com", reader,
			],
			{}, {[["members", 0], "medifix.example"], [["members", 2], "kura"]},
		],
		[[], {}, set()],
		[null, {"members": true}, {[["members"], "?"]}],
	] {
		given := made("google_storage_bucket_iam_binding.m", {"role": "roles/storage.admin", "members": case[0]}, case[1], {})
		found := iam.stores with input as plan([given])
		{[array.slice(fact.steps, 6, 99), object.get(fact, ["who", "is", "name"], "?")] | some fact in found} == case[2]
	}
}

test_member_that_is_not_yet_known_is_unknown_unless_the_plan_makes_it if {
	sink := made("google_logging_project_sink.s", {"project": "aoba-emr"}, {}, {})
	references := {"member": ["google_logging_project_sink.s.writer_identity", "google_logging_project_sink.s"]}

	every case in [
		[{}, "aoba-emr", {{"unknown": true}}],
		[references, "aoba-emr", set()],
		[references, "kura", {{"is": {"by": "project", "name": "aoba-emr"}}}],
	] {
		given := made(
			"google_pubsub_topic_iam_member.m", {
				"project": case[1], "role": "roles/pubsub.publisher",
			},
			{"member": true}, case[0],
		)
		found := iam.stores with input as plan([sink, given])
		{fact.who | some fact in found} == case[2]
	}
}

test_policy_is_read_from_its_text if {
	text := json.marshal({"bindings": [{"role": "roles/viewer", "members": [reader, "user:a@aoba.example"]}]})

	every case in [
		[{"policy_data": text}, {}, {"kura", "aoba.example"}],
		[{"policy_data": "{}"}, {}, set()],
		[{"policy_data": "not json"}, {}, {"?"}],
		[{}, {"policy_data": true}, {"?"}],
		[{"policy_data": ""}, {}, set()],
	] {
		given := made("google_project_iam_policy.m", case[0], case[1], {})
		found := iam.accesses with input as plan([given])
		{object.get(fact, ["who", "is", "name"], "?") | some fact in found} == case[2]
	}
}

test_policy_is_read_from_its_data_source if {
	every case in [
		[{"binding": [{"role": "roles/viewer", "members": [reader]}]}, {}, {["kura", {"is": ["read"]}]}],
		[{"binding": [{"role": "roles/viewer", "members": [reader, null]}]}, {"binding": [{"members": [false, true]}]}, {
			["kura", {"is": ["read"]}],
			["?", {"is": ["read"]}],
		}],
		[
			{"binding": [{"role": null, "members": null}]}, {
				"binding": [{"role": true, "members": true}],
			},
			{["?", {"unknown": true}]},
		],
		[{}, {"binding": true}, {["?", {"unknown": true}]}],
		[{"binding": []}, {}, set()],
	] {
		source := policy_document(case[0], case[1])
		policy := made("google_project_iam_policy.m", {}, {"policy_data": true}, {"policy_data": [
			"data.google_iam_policy.d.policy_data",
			"data.google_iam_policy.d",
		]})
		found := iam.accesses with input as plan([source, policy])
		{[object.get(fact, ["who", "is", "name"], "?"), fact.rights] | some fact in found} == case[2]
	}
}

test_policy_that_cannot_be_read_may_give_any_role_to_anybody if {
	source := policy_document({}, {"binding": true})
	every references in [{}, {"policy_data": ["data.google_iam_policy.d"]}] {
		policy := made("google_project_iam_policy.m", {}, {"policy_data": true}, references)
		found := iam_grants.given with input as plan([policy, source])
		{[given.who, given.role] | some given in found} == {[{"unknown": true}, {"unknown": true}]}
	}
}

policy_document(after, unknown) := object.union(
	made("google_iam_policy.d", after, unknown, {}),
	{"address": "data.google_iam_policy.d", "mode": "data", "change": {"actions": ["read"]}},
)

test_rights_are_what_a_role_is_called if {
	every role, rights in {
		"roles/owner": {"is": ["admin"]},
		"roles/editor": {"is": ["admin"]},
		"roles/viewer": {"is": ["read"]},
		"roles/storage.objectAdmin": {"is": ["admin"]},
		"roles/storage.objectCreator": {"is": ["write"]},
		"roles/storage.objectUser": {"is": ["read", "write"]},
		"roles/storage.legacyBucketOwner": {"is": ["read", "write"]},
		"roles/healthcare.fhirResourceReader": {"is": ["read"]},
		"roles/compute.osLogin": {"is": ["read", "write"]},
		"roles/compute.osAdminLogin": {"is": ["admin"]},
		"roles/iap.tunnelResourceAccessor": {},
		"roles/iam.serviceAccountTokenCreator": {},
		"roles/unheard.of": {"unknown": true},
		"projects/aoba-emr/roles/custom": {"unknown": true},
		"READER": {"is": ["read"]},
	} {
		iam_roles.rights({"is": role}) == rights
	}
	iam_roles.rights({"unknown": true}) == {"unknown": true}
	iam_roles.rights({}) == {"unknown": true}
}

test_ways_in_by_a_proxy_are_recorded_where_somebody_says_so if {
	way := made("google_iap_tunnel_iam_member.m", {"role": "roles/iap.tunnelResourceAccessor", "member": reader}, {}, {})

	every case in [
		[[], {"unknown": true}],
		[[audit("iap.googleapis.com", [{"log_type": "DATA_READ"}], {})], {"is": "yes"}],
		[[audit("allServices", [{"log_type": "DATA_READ", "exempted_members": []}], {})], {"is": "yes"}],
		[
			[audit(
				"allServices", [{
					"log_type": "DATA_READ", "exempted_members": ["user:x@y.example"],
				}],
				{},
			)],
			{"unknown": true},
		],
		[
			[audit("allServices", [{"log_type": "DATA_READ"}], {
				"audit_log_config": [{"exempted_members": true}],
			})],
			{"unknown": true},
		],
		[[audit("storage.googleapis.com", [{"log_type": "DATA_READ"}], {})], {"unknown": true}],
		[[audit("iap.googleapis.com", [{"log_type": "ADMIN_READ"}], {})], {"unknown": true}],
	] {
		found := iam.accesses with input as plan(array.concat([way], case[0]))
		{fact.logged | some fact in found} == {case[1]}
	}
}

test_audit_configuration_is_a_log if {
	given := [
		audit("iap.googleapis.com", [{"log_type": "DATA_READ"}, {"log_type": null}], {}),
		made("google_folder_iam_audit_config.a", {"audit_log_config": [{"log_type": "ADMIN_READ"}]}, {"service": true}, {}),
		made("google_organization_iam_audit_config.a", {"audit_log_config": [{"log_type": "DATA_WRITE"}]}, {}, {}),
	]
	found := audit_configs.logs with input as plan(given)

	{[fact.which, fact.service] | some fact in found} == {
		[{"is": "data_read"}, {"is": "iap.googleapis.com"}],
		[{"unknown": true}, {"is": "iap.googleapis.com"}],
		[{"is": "admin_read"}, {"unknown": true}],
		[{"is": "data_write"}, {"unknown": true}],
	}
}

audit(service, kinds, unknown) := made(
	"google_project_iam_audit_config.a", {
		"service": service, "audit_log_config": kinds,
	},
	unknown, {},
)

test_what_is_read_and_what_belongs_to_what if {
	iam_grants.reads.google_storage_bucket_iam_binding == ["members", "role", "bucket"]
	iam_grants.reads.google_folder_iam_policy == ["policy_data"]
	iam_grants.satellites.google_healthcare_dicom_store_iam_member == [["dicom_store_id", "google_healthcare_dicom_store"]]
	count(audit_configs.reads) == 3
	iam.ways["role-granted"].grants
	object.keys(audit_configs.ways) == {"audit-config"}
}

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
				"address": one.address,
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
