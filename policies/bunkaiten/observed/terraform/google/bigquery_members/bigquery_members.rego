# METADATA
# title: Whom access lists of BigQuery name
# description: The members of an entry, as IAM spells them.
package bunkaiten.observed.terraform.google.bigquery_members

# METADATA
# description: >-
#   The members that an entry names (an item of a dataset's access, or a resource of its own), each with
#   the name of the attribute that says it. Groups of the project itself are nobody from outside.
named(item) := ((_people(item) | _others(item)) | {["special_group", {"is": "allAuthenticatedUsers"}] |
	item.values.special_group == "allAuthenticatedUsers"
}) | {["special_group", {"unknown": true}] |
	item.unknown.special_group == true
}

_people(item) := {[name, member] |
	some name, prefix in _prefixes
	written := item.values[name]
	is_string(written)
	written != ""
	member := {"is": concat("", [_prefix(prefix, written), written])}
} | {[name, {"unknown": true}] |
	some name, _ in _prefixes
	item.unknown[name] == true
}

# views, routines and datasets of other projects
_others(item) := {[name, {"is": concat(":", ["projectViewer", project])}] |
	some name in ["dataset", "routine", "view"]
	walk(item.values[name], [path, project])
	path[count(path) - 1] == "project_id"
	is_string(project)
} | {[name, {"unknown": true}] |
	some name in ["dataset", "routine", "view"]
	walk(item.unknown[name], [path, true])
	path[count(path) - 1] == "project_id"
}

_prefix(prefix, written) := "serviceAccount:" if {
	prefix == "user:"
	endswith(written, "gserviceaccount.com")
} else := prefix

_prefixes := {"domain": "domain:", "group_by_email": "group:", "iam_member": "", "user_by_email": "user:"}
