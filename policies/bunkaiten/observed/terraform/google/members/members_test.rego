package bunkaiten_test.observed.terraform.google.members

import data.bunkaiten.observed.terraform.google.members
import data.bunkaiten.observed.terraform.google.projects

test_everybody_is_everybody if {
	every member in ["allUsers", "allAuthenticatedUsers", "iamMember:allUsers", "principalSet://goog/public:all"] {
		members.strangers({"is": member}, {"aoba-emr"}) == {{"is": {"by": "anybody", "name": member}}}
	}
}

test_people_are_of_the_domain_of_their_address if {
	every member in ["user:taro@Medifix.example", "group:support@medifix.example", "domain:medifix.example"] {
		members.strangers({"is": member}, {"aoba-emr"}) == {{"is": {"by": "domain", "name": "medifix.example"}}}
	}
	members.strangers({"is": "serviceAccount:x@odd.example"}, set()) == {{"is": {"by": "domain", "name": "odd.example"}}}
}

test_accounts_are_of_their_project if {
	every member, project in {
		"serviceAccount:app@kura.iam.gserviceaccount.com": "kura",
		"serviceAccount:app@tools.hikari.example.iam.gserviceaccount.com": "hikari.example:tools",
		"serviceAccount:kura@appspot.gserviceaccount.com": "kura",
		"serviceAccount:kura.svc.id.goog[ns/app]": "kura",
		"serviceAccount:123456789012-compute@developer.gserviceaccount.com": "123456789012",
		"serviceAccount:123456789012@cloudservices.gserviceaccount.com": "123456789012",
		"serviceAccount:service-123456789012@gcp-sa-healthcare.iam.gserviceaccount.com": "123456789012",
		"serviceAccount:bq-123456789012@bigquery-encryption.iam.gserviceaccount.com": "123456789012",
		"serviceAccount:p123456789012-a1b2c3@gcp-sa-cloud-sql.iam.gserviceaccount.com": "123456789012",
		"projectViewer:kura": "kura",
		"projectOwner:kura": "kura",
	} {
		members.strangers({"is": member}, {"aoba-emr"}) == {{"is": {"by": "project", "name": project}}}
		members.strangers({"is": member}, {project}) == set()
	}
}

test_account_that_is_named_like_an_agent_is_of_its_own_project if {
	member := "serviceAccount:service-123456789012@stranger.iam.gserviceaccount.com"

	members.strangers({"is": member}, {"123456789012"}) == {{"is": {"by": "project", "name": "stranger"}}}
}

test_pools_are_named_by_their_path if {
	member := "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/*"
	path := "projects/1/locations/global/workloadIdentityPools/p/*"

	members.strangers({"is": member}, set()) == {{"is": {"by": "federated", "name": path}}}
}

test_whoever_is_not_known_is_unknown_and_who_is_gone_is_nobody if {
	members.strangers({"unknown": true}, set()) == {{"unknown": true}}
	members.strangers({}, set()) == {{"unknown": true}}
	members.strangers({"is": "deleted:user:x@y.example?uid=1"}, set()) == set()
}

test_project_is_the_one_of_the_resource_or_of_its_block if {
	given := [
		made("google_storage_bucket.own", {"project": "kura"}, {}, {}),
		made("google_storage_bucket.block", {}, {"project": true}, {}),
	]
	found := projects.owners with input as plan(given)

	found == {
		"p google_storage_bucket.own": {{"by": "project", "name": "kura"}},
		"p google_storage_bucket.block": {{"by": "project", "name": "aoba-emr"}},
	}
}

test_project_of_a_block_may_be_a_variable if {
	whole := plan([made("google_storage_bucket.b", {}, {}, {})])
	block := {"name": "google", "expressions": {"project": {"references": ["var.project"]}}}
	given := object.union(whole, {"terraform": {"p": {
		"variables": {"project": {"value": "aoba-var"}},
		"configuration": {"provider_config": {"google": block}},
	}}})
	without := json.remove(given, ["terraform/p/configuration/provider_config/google/expressions/project/constant_value"])
	found := projects.of with input as without

	found == {"p google_storage_bucket.b": {"aoba-var"}}
}

test_project_of_the_others_is_taken_where_nothing_tells if {
	whole := plan([
		made("google_storage_bucket.b", {}, {}, {}),
		made("google_compute_network.n", {"project": "aoba-emr"}, {}, {}),
	])
	given := json.remove(whole, ["terraform/p/configuration/provider_config"])
	found := projects.of with input as given

	found["p google_storage_bucket.b"] == {"aoba-emr"}
}

test_number_of_a_project_is_known_where_the_plan_tells_it if {
	seen_before := {"terraform": {"p": {"prior_state": {"values": {"root_module": {"resources": [{
		"type": "google_project",
		"values": {"project_id": "aoba-emr", "number": "123456789012"},
	}]}}}}}}
	given := object.union(
		plan([
			made("google_storage_bucket.b", {}, {}, {}),
			made("google_storage_bucket.other", {"project": "kura"}, {}, {}),
			made("google_project.k", {"project_id": "kura", "number": "999"}, {}, {}),
		]),
		seen_before,
	)
	found := projects.known_as with input as given

	found["p google_storage_bucket.b"] == {"aoba-emr", "123456789012"}
	found["p google_storage_bucket.other"] == {"kura", "999"}
}

test_path_tells_its_project if {
	projects.in_path("https://www.googleapis.com/compute/v1/projects/kura/global/networks/n") == "kura"
	projects.in_path("projects/kura/x") == "kura"
	not projects.in_path("networks/n")
	not projects.in_path(7)
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
