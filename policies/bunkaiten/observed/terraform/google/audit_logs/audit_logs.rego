# METADATA
# title: Logs of Google Cloud
# description: >-
#   Log buckets and for how long they keep, where logs are sent to, and the records of traffic.
package bunkaiten.observed.terraform.google.audit_logs

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.projects

# METADATA
# description: What people call these facts; log-sink is where logs go to somebody else.
ways := {
	"log-bucket": {"en": "log bucket", "ja": "ログバケット"},
	"log-sink": {"en": "log sink", "ja": "ログシンク"},
	"vpc-flow-logs": {"en": "VPC Flow Logs", "ja": "VPC フローログ"},
}

# METADATA
# description: Attributes that are read, by type.
reads := object.union_n([
	{type: ["location", "retention_days"] | some type in _buckets},
	{"google_logging_project_bucket_config": ["location", "project", "retention_days"]},
	{type: ["destination", "disabled"] | some type in _sinks},
	{
		"google_bigquery_dataset": ["project"],
		"google_compute_subnetwork": ["log_config"],
		"google_network_management_vpc_flow_logs_config": ["state"],
		"google_storage_bucket": ["name", "project"],
	},
])

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"google_network_management_vpc_flow_logs_config": [
	["interconnect_attachment", "google_compute_interconnect_attachment"],
	["network", "google_compute_network"],
	["subnet", "google_compute_subnetwork"],
	["vpn_tunnel", "google_compute_vpn_tunnel"],
]}

# METADATA
# description: >-
#   Log buckets, and the records of traffic of a network. 30 days, where nobody chose: retention_days of
#   the provider's schema.
logs contains found if {
	some type in _buckets
	some _, bucket in resource.managed[type]
	found := fact.on(bucket, ["retention_days"], "log-bucket", {
		"of": {"is": "messages"},
		"days": _or_default(resource.attribute(bucket, "retention_days"), 30),
		"records": {"is": "yes"},
	})
}

logs contains found if {
	some _, subnet in resource.managed.google_compute_subnetwork
	some config in resource.items(subnet, "log_config")
	found := fact.on(subnet, ["log_config", config.index], "vpc-flow-logs", {
		"of": {"is": "traffic"},
		"records": {"is": "yes"},
	})
}

logs contains found if {
	some _, config in resource.managed.google_network_management_vpc_flow_logs_config
	found := fact.on(config, ["state"], "vpc-flow-logs", {
		"of": {"is": "traffic"},
		"records": _state(resource.attribute(config, "state")),
	})
}

# METADATA
# description: The projects of others that logs are sent to.
peers contains found if {
	some type in _sinks
	some key, sink in resource.managed[type]
	object.get(sink.values, "disabled", false) != true
	some who in _strangers(key, sink)
	found := fact.on(sink, ["destination"], "log-sink", {"who": who, "direction": "out"})
}

_or_default(attribute, usual) := attribute if {
	attribute != {}
} else := {"is": usual}

_state(state) := {"is": "no"} if {
	state.is == "DISABLED"
} else := {"unknown": true} if {
	state.unknown
} else := {"is": "yes"}

# what the plan makes itself tells its project; a bucket's name does not tell whose it is
_strangers(key, sink) := projects.among(key, _held(sink)) if {
	count(_held(sink)) > 0
} else := {who |
	named := projects.in_path(sink.values.destination)
	own := _projects[key]
	not named in own
	who := projects.who(named)
} if {
	projects.in_path(sink.values.destination)
} else := {{"unknown": true}}

_held(sink) := {key |
	some type in array.concat(_buckets, ["google_bigquery_dataset", "google_storage_bucket"])
	some key in resource.tied(sink, "destination", type)
} | {key |
	is_string(sink.values.destination)
	some key in _named[trim_prefix(sink.values.destination, "storage.googleapis.com/")]
}

_named[called] contains key if {
	some key, bucket in resource.managed.google_storage_bucket
	called := bucket.values.name
	is_string(called)
}

_projects[key] := found if some key, found in projects.known_as

_buckets := [sprintf("google_logging_%s_bucket_config", [of]) | some of in _levels]

_sinks := [sprintf("google_logging_%s_sink", [of]) | some of in _levels]

_levels := ["billing_account", "folder", "organization", "project"]
