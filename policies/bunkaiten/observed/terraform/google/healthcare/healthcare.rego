# METADATA
# title: Healthcare API of Google Cloud
# description: >-
#   Datasets and their DICOM, FHIR, HL7v2 and consent stores, and where those send what changes.
package bunkaiten.observed.terraform.google.healthcare

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.iam_grants
import data.bunkaiten.observed.terraform.google.locations
import data.bunkaiten.observed.terraform.google.projects
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {
	"healthcare-copy": {"en": "copies sent by a Healthcare API store", "ja": "Cloud Healthcare API のストアからの送り出し"},
	"healthcare-dataset": {"en": "Healthcare API dataset", "ja": "Cloud Healthcare API のデータセット"},
	"healthcare-store": {"en": "Healthcare API store", "ja": "Cloud Healthcare API のストア"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"google_bigquery_dataset": ["project"],
	"google_healthcare_consent_store": ["dataset"],
	"google_healthcare_dataset": ["location"],
	"google_healthcare_dicom_store": [
		"dataset", "notification_config.pubsub_topic", "stream_configs.bigquery_destination.table_uri",
	],
	"google_healthcare_fhir_store": [
		"dataset", "notification_config.pubsub_topic", "notification_configs.pubsub_topic",
		"stream_configs.bigquery_destination.dataset_uri",
	],
	"google_healthcare_hl7_v2_store": [
		"dataset", "notification_config.pubsub_topic", "notification_configs.pubsub_topic",
	],
	"google_pubsub_topic": ["project"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {type: [["dataset", "google_healthcare_dataset"]] | some type in _stores}

# METADATA
# description: >-
#   Datasets and stores. What is in them is encrypted, if by nothing else with keys of Google:
#   https://cloud.google.com/docs/security/encryption/default-encryption
stores contains found if {
	some key, dataset in resource.managed.google_healthcare_dataset
	found := fact.on(dataset, [], "healthcare-dataset", {
		"region": locations.of(resource.attribute(dataset, "location")),
		"encrypted": {"is": "yes"},
		"audience": _audiences[key],
	})
}

stores contains found if {
	some type in _stores
	some key, store in resource.managed[type]
	found := fact.on(store, [], "healthcare-store", {
		"region": _region(store),
		"encrypted": {"is": "yes"},
		"audience": _audiences[key],
		"retention": {"is": "forever"},
	})
}

# METADATA
# description: The projects of others that a store sends to, what has changed or all of it.
peers contains found if {
	some type in _stores
	some key, store in resource.managed[type]
	some [path, named] in _copies(store)
	some who in _strangers(key, named)
	found := fact.on(store, path, "healthcare-copy", {"who": who, "direction": "out"})
}

# places that only apply will show are those that the plan makes, or unknown
peers contains found if {
	some type in _stores
	some key, store in resource.managed[type]
	some [block, path] in _late(store)
	some who in _makers(key, _tied(store, block))
	found := fact.on(store, path, "healthcare-copy", {"who": who, "direction": "out"})
}

_stores := [
	"google_healthcare_consent_store", "google_healthcare_dicom_store", "google_healthcare_fhir_store",
	"google_healthcare_hl7_v2_store",
]

_region(store) := locations.of(located) if {
	[key] := [held | some held in resource.tied(store, "dataset", "google_healthcare_dataset")]
	located := _located[key]
} else := locations.in_path(object.get(store.values, "dataset", null))

_located[key] := resource.attribute(dataset, "location") if {
	some key, dataset in resource.managed.google_healthcare_dataset
}

# what the roles on the store, and on the dataset that it lies in, let everybody do
_audiences[key] := _of_whom({who | some place in _around[key]; some who in _granted[place]}) if some key, _ in _around

_of_whom(granted) := {"is": "anybody"} if {
	some who in granted
	who.is.by == "anybody"
} else := {"unknown": true} if {
	some who in granted
	who.unknown
} else := {"is": "inside"}

_around[key] := {key} if some key, _ in resource.managed.google_healthcare_dataset

_around[key] := {key} | resource.tied(store, "dataset", "google_healthcare_dataset") if {
	some type in _stores
	some key, store in resource.managed[type]
}

_granted[place] contains grant.who if {
	some grant in iam_grants.given
	some [attribute, type] in object.get(iam_grants.satellites, grant.of.type, [])
	some place in resource.tied(grant.of, attribute, type)
}

# topics and datasets, each with the project that its name tells
_copies(store) := {[[block, item.index, "pubsub_topic"], _project(item.values.pubsub_topic)] |
	some block in ["notification_config", "notification_configs"]
	some item in resource.items(store, block)
	is_string(item.values.pubsub_topic)
} | {[["stream_configs", item.index, "bigquery_destination", index, name], _project(place[name])] |
	some name in _destinations
	some item in resource.items(store, "stream_configs")
	some index, place in written.items(item.values, "bigquery_destination")
	is_string(place[name])
}

_late(store) := {[block, [block, item.index, "pubsub_topic"]] |
	some block in ["notification_config", "notification_configs"]
	some item in resource.items(store, block)
	item.unknown.pubsub_topic == true
} | {["stream_configs", ["stream_configs", item.index, "bigquery_destination", index, name]] |
	some name in _destinations
	some item in resource.items(store, "stream_configs")
	some index, place in written.items(item.unknown, "bigquery_destination")
	place[name] == true
}

# of FHIR stores, and of DICOM stores where google-beta makes them
_destinations := ["dataset_uri", "table_uri"]

_tied(store, block) := {key |
	some type in ["google_bigquery_dataset", "google_pubsub_topic"]
	some key in resource.tied(store, block, type)
}

_makers(key, made) := projects.among(key, made) if {
	count(made) > 0
} else := {{"unknown": true}}

_project(written) := {"is": named} if {
	named := projects.in_path(written)
} else := {"is": named[1]} if {
	named := regex.find_all_string_submatch_n(`^bq://([^.]+)\.`, written, 1)[0]
} else := {"unknown": true}

_strangers(key, named) := {{"unknown": true}} if {
	named.unknown
} else := set() if {
	named.is in _projects[key]
} else := {projects.who(named.is)}

_projects[key] := found if some key, found in projects.known_as
