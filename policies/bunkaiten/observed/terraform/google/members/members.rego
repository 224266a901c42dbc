# METADATA
# title: Members of Google Cloud
# description: >-
#   Who somebody is to whom a role is given, "user:taro@medifix.example", seen from a project. Whoever
#   is of that project itself is no stranger.
package bunkaiten.observed.terraform.google.members

# METADATA
# description: >-
#   Who a member is, for a fact, as a set: empty where it is the project's own, or somebody who is
#   deleted. `own` holds the names of the project, and its number where that is known. People are
#   known by the domain of their address.
strangers(member, own) := _known(member.is, own) if {
	is_string(member.is)
} else := {{"unknown": true}}

_known(written, own) := set() if {
	count({named | some named in _projects(written)} & own) > 0
} else := {{"is": found}} if {
	found := _named(written)
} else := set()

# of nobody that anybody can tell, as "deleted:user:…", nothing is said
_named(written) := {"by": "anybody", "name": written} if {
	written in _everybody
} else := {"by": "federated", "name": pool} if {
	regex.match(`^principal(Set)?://`, written)
	pool := regex.replace(written, `^principal(Set)?://(iam\.googleapis\.com/)?`, "")
} else := {"by": "project", "name": named} if {
	some named in _projects(written)
} else := {"by": "domain", "name": lower(parts[count(parts) - 1])} if {
	regex.match(`^(domain|group|serviceAccount|user):.`, written)
	parts := regex.split(`[:@]`, written)
}

_everybody := {
	"allAuthenticatedUsers",
	"allUsers",
	"iamMember:allUsers",
	"principalSet://goog/public:all",
	"specialGroup:allAuthenticatedUsers",
}

# the project that a member is of, by its name; agents and default accounts of Google carry the
# number of the project that they work for: https://cloud.google.com/iam/docs/service-account-types
_projects(written) := found if {
	found := {captured[0][1] |
		some pattern in _agents
		captured := regex.find_all_string_submatch_n(pattern, written, 1)
	}
	count(found) > 0
} else := {concat(":", [captured[0][2], captured[0][1]])} if {
	# https://cloud.google.com/resource-manager/docs/creating-managing-projects ("domain-scoped")
	captured := regex.find_all_string_submatch_n(
		`^serviceAccount:[^@]+@([^.]+)\.(.+)\.iam\.gserviceaccount\.com$`,
		written, 1,
	)
	count(captured) > 0
} else := {captured[0][1] |
	some pattern in _accounts
	captured := regex.find_all_string_submatch_n(pattern, written, 1)
}

_agents := [
	`^serviceAccount:([0-9]+)-compute@developer\.gserviceaccount\.com$`,
	`^serviceAccount:([0-9]+)@(?:cloudbuild|cloudservices)\.gserviceaccount\.com$`,
	sprintf(`^serviceAccount:[a-z-]+-?([0-9]{6,})(?:-[a-z0-9]+)?@(?:%s)\.iam\.gserviceaccount\.com$`, [_robots]),
]

_robots := concat("|", [
	"gcp-sa-[a-z0-9-]+", "bigquery-encryption", "cloud-filer", "compute-system", "container-engine-robot",
	"dataflow-service-producer-prod", "dataproc-accounts", "gcf-admin-robot", "gs-project-accounts",
	"serverless-robot-prod", "service-networking",
])

_accounts := [
	`^project(?:Owner|Editor|Viewer):(.+)$`,
	`^serviceAccount:[^@]+@([^.]+)\.iam\.gserviceaccount\.com$`,
	`^serviceAccount:([^@]+)@appspot\.gserviceaccount\.com$`,
	`^serviceAccount:([^\[]+)\.svc\.id\.goog\[`,
]
