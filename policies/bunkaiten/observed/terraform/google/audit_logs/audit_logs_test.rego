package bunkaiten_test.observed.terraform.google.audit_logs

import data.bunkaiten.observed.terraform.google.audit_logs
import data.bunkaiten.observed.terraform.google.identity_pools

test_log_bucket_keeps_for_thirty_days_unless_somebody_says_so if {
	every level in ["billing_account", "folder", "organization", "project"] {
		every case in [
			[{}, {}, {"is": 30}], [
				{"retention_days": 1827}, {}, {"is": 1827},
			],
			[{}, {"retention_days": true}, {"unknown": true}],
		] {
			address := sprintf("google_logging_%s_bucket_config.b", [level])
			found := audit_logs.logs with input as plan([made(address, case[0], case[1], {})])
			seen(found) == {[address, "log-bucket", ["retention_days"], {
				"of": {"is": "messages"},
				"days": case[2],
				"records": {"is": "yes"},
			}]}
		}
	}
}

test_traffic_is_recorded_where_somebody_says_so if {
	every case in [
		[made("google_compute_subnetwork.s", {"log_config": [{"flow_sampling": 1}]}, {}, {}), {{"is": "yes"}}],
		[made("google_compute_subnetwork.s", {"log_config": []}, {}, {}), set()],
		[made("google_network_management_vpc_flow_logs_config.c", {}, {}, {}), {{"is": "yes"}}],
		[made("google_network_management_vpc_flow_logs_config.c", {"state": "DISABLED"}, {}, {}), {{"is": "no"}}],
		[made("google_network_management_vpc_flow_logs_config.c", {}, {"state": true}, {}), {{"unknown": true}}],
	] {
		found := audit_logs.logs with input as plan([case[0]])
		{fact.records | some fact in found} == case[1]
	}
}

test_logs_that_go_to_another_project_go_to_a_peer if {
	every case in [
		[{"destination": "pubsub.googleapis.com/projects/soc/topics/t"}, {}, {{"is": {"by": "project", "name": "soc"}}}],
		[{"destination": "logging.googleapis.com/projects/aoba-emr/locations/global/buckets/b"}, {}, set()],
		[{"destination": "storage.googleapis.com/logs"}, {}, set()],
		[{"destination": "storage.googleapis.com/elsewhere"}, {}, {{"unknown": true}}],
		[{"destination": "pubsub.googleapis.com/projects/soc/topics/t", "disabled": true}, {}, set()],
		[{}, {"destination": true}, {{"unknown": true}}],
	] {
		every level in ["billing_account", "folder", "organization", "project"] {
			sink := made(sprintf("google_logging_%s_sink.s", [level]), case[0], case[1], {})
			found := audit_logs.peers with input as plan([made("google_storage_bucket.b", {"name": "logs"}, {}, {}), sink])
			{fact.who | some fact in found} == case[2]
		}
	}
	sink := made("google_logging_project_sink.s", {}, {"destination": true}, {"destination": [
		"google_logging_project_bucket_config.b.id",
		"google_logging_project_bucket_config.b",
	]})
	found := audit_logs.peers with input as plan([made("google_logging_project_bucket_config.b", {}, {}, {}), sink])
	found == set()
	every kept in ["google_bigquery_dataset.b", "google_logging_project_bucket_config.b", "google_storage_bucket.b"] {
		every whose, who in {"aoba-emr": set(), "soc": {{"is": {"by": "project", "name": "soc"}}}} {
			to := made("google_logging_project_sink.s", {}, {"destination": true}, {"destination": [kept]})
			led := audit_logs.peers with input as plan([made(kept, {"project": whose, "name": "b"}, {}, {}), to])
			{fact.who | some fact in led} == who
			by_name := made("google_logging_project_sink.s", {"destination": "storage.googleapis.com/b"}, {}, {})
			named := audit_logs.peers with input as plan([
				made("google_storage_bucket.b", {"project": whose, "name": "b"}, {}, {}), by_name,
			])
			{fact.who | some fact in named} == who
		}
	}
}

test_pool_takes_identities_of_others if {
	every case in [
		[{"aws": [{"account_id": "444455556666"}]}, {}, {{"is": {"by": "account", "name": "444455556666"}}}, {["iam"]}],
		[{"aws": [{"account_id": null}]}, {"aws": [{"account_id": true}]}, {{"unknown": true}}, {["iam"]}],
		[
			{"oidc": [{"issuer_uri": "https://id.hikari.example/"}]}, {}, {
				{"is": {"by": "federated", "name": "id.hikari.example"}},
			},
			{["iam"]},
		],
		[{"oidc": [{"issuer_uri": "https://gitlab.com"}]}, {}, {{"is": {"by": "anybody", "name": "gitlab.com"}}}, {["iam"]}],
		[
			{
				"oidc": [{"issuer_uri": "https://gitlab.com"}], "attribute_condition": "assertion.x == 'y'",
			},
			{}, {{"is": {"by": "federated", "name": "gitlab.com"}}}, {["iam"]},
		],
		[{"oidc": [{"issuer_uri": null}]}, {"oidc": [{"issuer_uri": true}]}, {{"unknown": true}}, {["iam"]}],
		[
			{
				"saml": [{}], "workload_identity_pool_provider_id": "clinic",
			},
			{}, {{"is": {"by": "federated", "name": "clinic"}}}, {["saml"]},
		],
		[
			{"x509": [{}], "workload_identity_pool_provider_id": "clinic"}, {}, {
				{"is": {"by": "federated", "name": "clinic"}},
			},
			{["certificate"]},
		],
		[{"aws": [{"account_id": "444455556666"}], "disabled": true}, {}, set(), set()],
	] {
		provider := made("google_iam_workload_identity_pool_provider.p", case[0], case[1], {})
		found := identity_pools.accesses with input as plan([provider])
		{fact.who | some fact in found} == case[2]
		{fact.authentication.is | some fact in found} == case[3]
	}
}

test_what_is_read_and_what_belongs_to_what if {
	count(audit_logs.reads) == 12
	object.keys(audit_logs.satellites) == {"google_network_management_vpc_flow_logs_config"}
	object.keys(audit_logs.ways) == {"log-bucket", "log-sink", "vpc-flow-logs"}
	count(identity_pools.reads) == 2
	object.keys(identity_pools.satellites) == {"google_iam_workload_identity_pool_provider"}
	identity_pools.ways["identity-provider"].grants
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
