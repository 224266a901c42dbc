# METADATA
# title: Locations of Google Cloud
# description: Where something lies, as an attribute, however it is spelled. Pure functions.
package bunkaiten.observed.terraform.google.locations

# METADATA
# description: A location in lower case, as declarations write it.
of(location) := {"is": lower(location.is)} if {
	is_string(location.is)
} else := {"unknown": true}

# METADATA
# description: The location in a path like "projects/aoba-emr/locations/asia-northeast1/datasets/records".
in_path(path) := {"is": lower(found[1])} if {
	is_string(path)
	found := regex.find_all_string_submatch_n(`(?:^|/)locations/([^/]+)`, path, 1)[0]
} else := {"unknown": true}
