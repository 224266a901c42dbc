# METADATA
# title: New projects of Google Cloud
# description: >-
#   Projects that the plan makes: their labels speak for what lies in them, and they may come with a
#   default network, which lets SSH and remote desktop in from everywhere:
#   https://cloud.google.com/firewall/docs/firewalls ("Pre-populated rules in the default network").
package bunkaiten.observed.terraform.google.new_projects

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource

# METADATA
# description: What people call these facts.
ways := {"default-network": {"en": "default network of a project", "ja": "プロジェクトの既定のネットワーク"}}

# METADATA
# description: Attributes that are read, by type; projects reads the rest.
reads := {
	"google_project": ["auto_create_network", "number", "project_id"],
	"google_service_account": ["project"],
}

# METADATA
# description: The ways in to machines of the default network, which is there where nobody says no.
accesses contains found if {
	some _, project in resource.managed.google_project
	network := resource.attribute(project, "auto_create_network")
	network != {"is": false}
	some port in [22, 3389]
	found := fact.on(project, ["auto_create_network"], "default-network", {
		"who": _who(network),
		"ports": {"is": [port, port]},
	})
}

# METADATA
# description: The projects of the plan that speak for a resource by their labels, by its key.
grounds[place] contains project if {
	some place, names in data.bunkaiten.observed.terraform.google.projects.of
	some _, project in resource.managed.google_project
	project.values.project_id in names
	place != project.key
}

_who(network) := {"unknown": true} if {
	network.unknown
} else := {"is": fact.network("0.0.0.0/0")}
