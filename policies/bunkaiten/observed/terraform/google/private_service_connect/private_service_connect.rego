# METADATA
# title: Private Service Connect of Google Cloud
# description: >-
#   Services that are offered to networks of others, and services of others that a network uses.
package bunkaiten.observed.terraform.google.private_service_connect

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.load_balancer_proxies
import data.bunkaiten.observed.terraform.google.projects

# METADATA
# description: What people call these facts.
ways := {
	"service-attachment": {"en": "service offered by Private Service Connect", "ja": "Private Service Connect でのサービス公開"},
	"service-endpoint": {"en": "Private Service Connect endpoint", "ja": "Private Service Connect のエンドポイント"},
}

# METADATA
# description: Attributes that are read, by type.
reads := object.union(
	{"google_compute_service_attachment": [
		"connection_preference", "consumer_accept_lists.endpoint_url", "consumer_accept_lists.network_url",
		"consumer_accept_lists.project_id_or_num", "project",
	]},
	{type: array.concat([name], more) |
		some type, name in _endpoints
		more := {true: ["load_balancing_scheme"], false: []}[name == "target"]
	},
)

# METADATA
# description: >-
#   The projects that a service lets connect, or everybody where it accepts whoever asks; then the
#   projects whose services are used.
peers contains found if {
	some _, service in resource.managed.google_compute_service_attachment
	some [path, who] in _let_in(service, resource.attribute(service, "connection_preference"))
	found := fact.on(service, path, "service-attachment", {"who": who, "direction": "in"})
}

peers contains found if {
	some type, name in _endpoints
	some key, endpoint in resource.managed[type]
	resource.tied(endpoint, name, "google_compute_service_attachment") == set()
	target := endpoint.values[name]
	is_string(target)
	contains(target, "/serviceAttachments/")
	named := projects.in_path(target)
	own := _projects[key]
	not named in own
	found := fact.on(endpoint, [name], "service-endpoint", {"who": projects.who(named), "direction": "out"})
}

# a service that the plan makes too
peers contains found if {
	some type, name in _endpoints
	some key, endpoint in resource.managed[type]
	some who in projects.among(key, resource.tied(endpoint, name, "google_compute_service_attachment"))
	found := fact.on(endpoint, [name], "service-endpoint", {"who": who, "direction": "out"})
}

# a load balancer's target may be much else, and is shown with what it listens for
peers contains found if {
	some _, endpoint in resource.managed.google_compute_region_network_endpoint_group
	resource.is_unknown(endpoint, "psc_target_service")
	resource.tied(endpoint, "psc_target_service", "google_compute_service_attachment") == set()
	found := fact.on(endpoint, ["psc_target_service"], "service-endpoint", {"who": {"unknown": true}, "direction": "out"})
}

# unless its scheme is that of private endpoints
peers contains found if {
	some type in ["google_compute_forwarding_rule", "google_compute_global_forwarding_rule"]
	some key, rule in resource.managed[type]
	rule.values.load_balancing_scheme == ""
	resource.is_unknown(rule, "target")
	resource.tied(rule, "target", "google_compute_service_attachment") == set()
	some led in load_balancer_proxies.of[key]
	led == {"encrypted": {"unknown": true}}
	found := fact.on(rule, ["target"], "service-endpoint", {"who": {"unknown": true}, "direction": "out"})
}

_let_in(service, preference) := {[["connection_preference"], {"unknown": true}]} if {
	preference.unknown
} else := {[["connection_preference"], {"is": {"by": "anybody", "name": "*"}}]} if {
	preference.is == "ACCEPT_AUTOMATIC"
} else := {[["consumer_accept_lists"], {"unknown": true}]} if {
	resource.is_unknown(service, "consumer_accept_lists")
} else := {[path, who] |
	some consumer in resource.items(service, "consumer_accept_lists")
	some name in ["endpoint_url", "network_url", "project_id_or_num"]
	path := ["consumer_accept_lists", consumer.index, name]
	some who in _consumer(service, consumer, name)
}

_consumer(service, consumer, name) := {{"unknown": true}} if {
	consumer.unknown[name] == true
} else := {projects.who(named) |
	named := _project(consumer.values[name])
	own := _projects[service.key]
	not named in own
}

_project(written) := named if {
	named := projects.in_path(written)
} else := written if {
	is_string(written)
	written != ""
}

_projects[key] := found if some key, found in projects.of

# what uses a service, and the attribute that names it
_endpoints := {
	"google_compute_forwarding_rule": "target",
	"google_compute_global_forwarding_rule": "target",
	"google_compute_region_network_endpoint_group": "psc_target_service",
}
