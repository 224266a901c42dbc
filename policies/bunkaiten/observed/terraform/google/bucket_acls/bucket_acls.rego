# METADATA
# title: Access control lists of Cloud Storage
# description: >-
#   Whom the lists of buckets and of the objects in them name, outside of the project, as far as they
#   are in force: not where access is uniform.
package bunkaiten.observed.terraform.google.bucket_acls

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.members
import data.bunkaiten.observed.terraform.google.projects

# METADATA
# description: Attributes that are read, by type.
reads := {
	"google_storage_bucket": ["uniform_bucket_level_access"],
	"google_storage_bucket_access_control": ["entity", "role"],
	"google_storage_bucket_acl": ["default_acl", "predefined_acl", "role_entity"],
	"google_storage_default_object_access_control": ["entity", "role"],
	"google_storage_default_object_acl": ["role_entity"],
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {type: [["bucket", "google_storage_bucket"]] | some type, _ in reads; type != "google_storage_bucket"}

# METADATA
# description: >-
#   Each grant: of (the resource), path, who and role (attributes). With uniform access there is none:
#   https://cloud.google.com/storage/docs/uniform-bucket-level-access
given contains {"of": acl, "path": entry.path, "who": who, "role": entry.role} if {
	some type, _ in satellites
	some key, acl in resource.managed[type]
	not _is_uniform(acl)
	some entry in _entries(acl)
	some who in members.strangers(_member(entry.entity), projects.known_as[key])
}

_is_uniform(acl) if {
	buckets := resource.tied(acl, "bucket", "google_storage_bucket")
	count(buckets) > 0
	every bucket in buckets { _uniform[bucket] }
}

_uniform[key] if {
	some key, bucket in resource.managed.google_storage_bucket
	bucket.values.uniform_bucket_level_access == true
}

_entries(acl) := {{
	"path": ["entity"],
	"entity": resource.attribute(acl, "entity"),
	"role": resource.attribute(acl, "role"),
}} if {
	endswith(acl.type, "_access_control")
} else := {{"path": ["role_entity"], "entity": {"unknown": true}, "role": {"unknown": true}}} if {
	resource.is_unknown(acl, "role_entity")
} else := {entry |
	some item in resource.items(acl, "role_entity")
	entry := _pair(item)
} | {entry |
	some name in ["default_acl", "predefined_acl"]
	some entry in _canned(acl, name)
}

_pair(item) := {
	"path": ["role_entity", item.index],
	"entity": {"is": split[2]},
	"role": {"is": split[1]},
} if {
	is_string(item.values)
	split := regex.find_all_string_submatch_n(`^([A-Z]+):(.+)$`, item.values, 1)[0]
} else := {"path": ["role_entity", item.index], "entity": {"unknown": true}, "role": {"unknown": true}}

# https://cloud.google.com/storage/docs/access-control/lists ("Predefined ACLs")
_canned(acl, name) := {{"path": [name], "entity": {"unknown": true}, "role": {"unknown": true}}} if {
	resource.is_unknown(acl, name)
} else := {{"path": [name], "entity": {"is": named[0]}, "role": {"is": named[1]}} |
	some named in _lists[lower(replace(sprintf("%v", [object.get(acl.values, name, "")]), "-", ""))]
}

_lists := {
	"authenticatedread": [["allAuthenticatedUsers", "READER"]],
	"publicread": [["allUsers", "READER"]],
	"publicreadwrite": [["allUsers", "READER"], ["allUsers", "WRITER"]],
}

# as IAM spells it
_member(entity) := entity if {
	startswith(entity.is, "all")
} else := {"is": concat(":", ["projectViewer", named[1]])} if {
	named := regex.find_all_string_submatch_n(`^project-(?:owners|editors|viewers)-(.+)$`, entity.is, 1)[0]
} else := {"is": concat(":", ["serviceAccount", named[1]])} if {
	named := regex.find_all_string_submatch_n(`^user-(.+gserviceaccount\.com)$`, entity.is, 1)[0]
} else := {"is": concat(":", [named[1], named[2]])} if {
	named := regex.find_all_string_submatch_n(`^(user|group|domain)-(.*\..*)$`, entity.is, 1)[0]
} else := {"unknown": true}
