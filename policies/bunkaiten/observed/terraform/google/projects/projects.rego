# METADATA
# title: Projects of Google Cloud
# description: >-
#   Which project each resource of a plan lies in, and which projects that it names are another's.
package bunkaiten.observed.terraform.google.projects

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.written

# METADATA
# description: >-
#   Whose each resource is, by its key: its own project; where it has none, as buckets, that of its
#   provider block.
owners[place] contains {"by": "project", "name": named} if {
	some place, projects in of
	some named in projects
}

# METADATA
# description: >-
#   The project of each resource, by its key, as a set; where neither it nor its provider block
#   tells, the projects of the other resources of its plan.
of[place] := projects if {
	some type, resources in resource.managed
	startswith(type, "google_")
	some place, seen in resources
	projects := _of(seen)
}

# METADATA
# description: The same with the numbers of those projects, where the plan tells them.
known_as[place] := projects | {number |
	some named in projects
	some number in _numbers[named]
} if some place, projects in of

# METADATA
# description: >-
#   The project that a name like "projects/aoba-emr/global/networks/clinical", or a URL with such a
#   path, lies in.
in_path(path) := captured[1] if {
	is_string(path)
	captured := regex.find_all_string_submatch_n(`(?:^|/)projects/([^/]+)`, path, 1)[0]
}

# METADATA
# description: Who a project is, for a fact.
who(named) := {"is": {"by": "project", "name": named}}

# METADATA
# description: >-
#   Whose things are that the plan makes, by the key of what leads to them and by theirs: the projects
#   that are not its own.
among(place, keys) := {who(named) |
	some key in keys
	some named in of[key]
	not _is_own(place, named)
}

_is_own(place, named) if named in known_as[place]

_of(seen) := {seen.values.project} if {
	_is_text(seen.values.project)
} else := {named} if {
	named := _of_block[seen.document][configuration.provider(seen)]
} else := {named | some named in _told[seen.document]}

_of_block[document][called] := named if {
	some document, plan in input.terraform
	some called, block in written.table(plan, ["configuration", "provider_config"])
	named := _constant(plan, object.get(block, ["expressions", "project"], {}))
	_is_text(named)
}

_told[document] contains named if {
	some type, resources in resource.managed
	startswith(type, "google_")
	some _, seen in resources
	document := seen.document
	named := seen.values.project
	_is_text(named)
}

# what data sources read before the plan, and what projects of the plan already have
_numbers[named] contains number if {
	some _, plan in input.terraform
	some seen in written.items(plan, ["prior_state", "values", "root_module", "resources"])
	seen.type == "google_project"
	named := seen.values.project_id
	number := seen.values.number
	_is_text(number)
}

_numbers[named] contains number if {
	some _, seen in resource.managed.google_project
	named := seen.values.project_id
	number := seen.values.number
	_is_text(number)
}

_is_text(value) if {
	is_string(value)
	value != ""
}

# what is written, or the value of the variable that stands there alone
_constant(plan, expression) := value if {
	value := expression.constant_value
} else := value if {
	[reference] := expression.references
	startswith(reference, "var.")
	value := plan.variables[trim_prefix(reference, "var.")].value
}
