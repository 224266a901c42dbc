# METADATA
# title: Networks of Google Cloud joined with others
# description: >-
#   VPC peerings with networks of other projects, Shared VPC with other projects, and the peerings of
#   services that are not Google's own.
package bunkaiten.observed.terraform.google.peering

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.projects

# METADATA
# description: What people call these facts.
ways := {
	"network-peering": {"en": "VPC network peering", "ja": "VPC ネットワークピアリング", "on_path": "joint"},
	"service-peering": {"en": "peering with a service", "ja": "サービスとのピアリング", "on_path": "joint"},
	"shared-network": {"en": "Shared VPC", "ja": "共有 VPC", "on_path": "joint"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"google_compute_network": ["project"],
	"google_compute_network_peering": ["network", "peer_network"],
	"google_compute_shared_vpc_service_project": ["host_project", "service_project"],
	"google_service_networking_connection": ["service"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {
	"google_compute_network_peering": [["network", "google_compute_network"]],
	"google_service_networking_connection": [["network", "google_compute_network"]],
}

# METADATA
# description: >-
#   The project of the network on the other side of each peering, of each project that shares a
#   network; the service of each other peering.
peers contains found if {
	some _, peering in resource.managed.google_compute_network_peering
	some who in _strangers(peering)
	found := fact.on(peering, ["peer_network"], "network-peering", {"who": who, "direction": "both"})
}

peers contains found if {
	some key, shared in resource.managed.google_compute_shared_vpc_service_project
	some name in ["host_project", "service_project"]
	some who in _sharing(key, resource.attribute(shared, name))
	found := fact.on(shared, [name], "shared-network", {"who": who, "direction": "both"})
}

# servicenetworking.googleapis.com is for managed services of Google:
# https://cloud.google.com/vpc/docs/private-services-access
peers contains found if {
	some _, connection in resource.managed.google_service_networking_connection
	service := resource.attribute(connection, "service")
	not _is_of_google(service)
	found := fact.on(connection, ["service"], "service-peering", {"who": _service(service), "direction": "both"})
}

_service(service) := {"is": {"by": "service", "name": service.is}} if {
	is_string(service.is)
} else := {"unknown": true}

_is_of_google(service) if {
	is_string(service.is)
	endswith(service.is, ".googleapis.com")
}

# of networks that the plan makes, their project is known; of others, what their path says
_strangers(peering) := {who |
	some named in _projects_of(made)
	own := _own(peering)
	not named in own
	who := projects.who(named)
} | {{"unknown": true} |
	some key in made
	not key in _owned
} if {
	made := resource.tied(peering, "peer_network", "google_compute_network")
	count(made) > 0
} else := {who |
	named := projects.in_path(peering.values.peer_network)
	own := _own(peering)
	not named in own
	who := projects.who(named)
} if {
	projects.in_path(peering.values.peer_network)
} else := {{"unknown": true}}

# a peering is of the project of its network, and has none itself
_own(peering) := found if {
	found := {projects.in_path(peering.values.network)}
	count(found) > 0
} else := found if {
	found := _projects_of(resource.tied(peering, "network", "google_compute_network"))
	count(found) > 0
} else := _projects_of({peering.key})

# networks of which the plan tells whose they are; of a project that is made too, its own resources tell
_owned contains key if {
	some key, network in resource.managed.google_compute_network
	not resource.is_unknown(network, "project")
}

_owned contains key if {
	some key, network in resource.managed.google_compute_network
	count(resource.tied(network, "project", "google_project")) > 0
}

_projects_of(keys) := {named | some key in keys; some named in _projects[key]}

_projects[key] := found if some key, found in projects.of

_sharing(key, project) := set() if {
	project == {}
} else := set() if {
	project.is in _projects[key]
} else := {projects.who(project.is)} if {
	is_string(project.is)
} else := {{"unknown": true}}
