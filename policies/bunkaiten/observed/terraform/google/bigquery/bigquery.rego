# METADATA
# title: BigQuery
# description: Datasets, where they lie, for how long they keep, and whom their access lists name.
package bunkaiten.observed.terraform.google.bigquery

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.bigquery_members
import data.bunkaiten.observed.terraform.google.iam_grants
import data.bunkaiten.observed.terraform.google.iam_roles
import data.bunkaiten.observed.terraform.google.locations
import data.bunkaiten.observed.terraform.google.members
import data.bunkaiten.observed.terraform.google.projects

# METADATA
# description: What people call these facts.
ways := {
	"bigquery-access": {"en": "access list of a BigQuery dataset", "ja": "BigQuery データセットのアクセス一覧"},
	"bigquery-dataset": {"en": "BigQuery dataset", "ja": "BigQuery データセット"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"google_bigquery_dataset": ["access", "dataset_id", "default_table_expiration_ms", "location"],
	"google_bigquery_dataset_access": [
		"dataset", "dataset_id", "domain", "group_by_email", "iam_member", "role", "routine",
		"special_group", "user_by_email", "view",
	],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"google_bigquery_dataset_access": [["dataset_id", "google_bigquery_dataset"]]}

# METADATA
# description: >-
#   Datasets, and each grant on them. What nobody placed lies in the United States, and what is in them
#   is encrypted: location of the provider's schema,
#   https://cloud.google.com/bigquery/docs/encryption-at-rest
stores contains found if {
	some key, dataset in resource.managed.google_bigquery_dataset
	found := fact.on(dataset, [], "bigquery-dataset", {
		"region": _place(resource.attribute(dataset, "location")),
		"encrypted": {"is": "yes"},
		"audience": _audiences[key],
		"retention": _days(resource.attribute(dataset, "default_table_expiration_ms")),
	})
}

stores contains found if {
	some grant in _given
	found := fact.on(grant.of, grant.path, "bigquery-access", {"who": grant.who, "rights": grant.rights})
}

_place(location) := {"is": "us"} if {
	location == {}
} else := locations.of(location)

_days(milliseconds) := {"is": ceil(milliseconds.is / 86400000)} if {
	is_number(milliseconds.is)
} else := {"unknown": true} if {
	milliseconds.unknown
} else := {"is": "forever"}

_given contains {"of": dataset, "dataset": key, "path": path, "who": who, "rights": rights} if {
	some key, dataset in resource.managed.google_bigquery_dataset
	some item in resource.items(dataset, "access")
	some [name, member] in bigquery_members.named(item)
	path := ["access", item.index, name]
	rights := _rights(item)
	some who in members.strangers(member, projects.known_as[key])
}

_given contains {"of": access, "dataset": dataset, "path": [name], "who": who, "rights": rights} if {
	some key, access in resource.managed.google_bigquery_dataset_access
	some [name, member] in bigquery_members.named(access)
	rights := _rights(access)
	some who in members.strangers(member, projects.known_as[key])
	some dataset in _datasets(access)
}

_datasets(access) := found if {
	found := resource.tied(access, "dataset_id", "google_bigquery_dataset")
	count(found) > 0
} else := {""}

# a view or a dataset of others, without a role, reads
_rights(item) := {"unknown": true} if {
	item.unknown.role == true
} else := iam_roles.rights({"is": item.values.role}) if {
	resource.is_set(object.get(item.values, "role", null))
} else := {"is": ["read"]}

_audiences[key] := _of_whom({who | some who in _granted[key]}) if {
	some key, _ in resource.managed.google_bigquery_dataset
}

_of_whom(granted) := {"is": "anybody"} if {
	some who in granted
	who.is.by == "anybody"
} else := {"unknown": true} if {
	some who in granted
	who.unknown
} else := {"is": "inside"}

_granted[grant.dataset] contains grant.who if some grant in _given

_granted[key] contains grant.who if {
	some grant in iam_grants.given
	grant.base == "google_bigquery_dataset"
	some key in resource.tied(grant.of, "dataset_id", "google_bigquery_dataset")
}
