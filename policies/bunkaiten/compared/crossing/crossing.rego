# METADATA
# title: What crosses a boundary between organisations
# description: >-
#   Which of the things that a deployment shows lead out of one's own walls, let somebody in, or give
#   somebody else access, whoever has declared them or not.
package bunkaiten.compared.crossing

import data.bunkaiten.compared.operator
import data.bunkaiten.declared.identity
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.provider
import data.bunkaiten.observed.resource

# METADATA
# description: The facts by which a thing crosses a boundary, by the key of the thing.
by_thing[found.key] contains found if {
	some found in data.bunkaiten.observed.shown.all
	_crosses(found)
}

# METADATA
# description: >-
#   The facts of which it is not known before apply whether they cross a boundary, by the key of the
#   thing.
open[found.key] contains found if {
	some found in data.bunkaiten.observed.shown.all
	not _crosses(found)
	some part in ["audience", "who"]
	found[part].unknown
}

# METADATA
# description: >-
#   Resources and objects of a type that crosses a boundary and that nothing here reads, by the key
#   of the thing, each with its thing, type and steps.
unread[place] := found if {
	some place, seen in data.bunkaiten.observed.resource.unread
	found := {"thing": seen.thing, "type": seen.type, "steps": array.slice(seen.steps, 0, 4)}
}

unread[place] := found if {
	some kind, objects in manifest.given
	data.bunkaiten.observed.resource_types.kubernetes[kind] == "crosses"
	some place, seen in objects
	found := {"thing": seen.thing, "type": trim_prefix(kind, "/"), "steps": seen.steps}
}

# METADATA
# description: >-
#   The types of each plan that nobody has sorted yet into what crosses a boundary and what does not,
#   as pairs of the type and how many resources there are of it.
unsorted[document] contains [type, count(indices)] if {
	some place, indices in _of_type
	[document, type, maker] := split(place, "\n")
	cloud := provider.cloud({"type": type, "provider_name": maker})
	_sorted[cloud]
	_word(cloud, type) == "unsorted"
}

# METADATA
# description: >-
#   The kinds of Kubernetes objects that nobody has sorted yet, each as a pair of the kind and the
#   steps to its objects.
unsorted_kinds contains [trim_prefix(kind, "/"), steps] if {
	some kind, objects in manifest.given
	object.get(data.bunkaiten.observed.resource_types.kubernetes, kind, "unsorted") == "unsorted"
	steps := sort([seen.steps | some seen in objects])
}

# METADATA
# description: >-
#   The types of each plan whose provider nothing here reads, in the same shape. What is not of the
#   makers that are known stands with the name of its provider.
foreign[document] contains [type, count(indices)] if {
	some place, indices in _of_type
	[document, type, maker] := split(place, "\n")
	_is_made_by_ours(type, maker)
	not _is_known(type)
}

foreign[document] contains [named, count(indices)] if {
	some place, indices in _of_type
	[document, type, maker] := split(place, "\n")
	not _is_made_by_ours(type, maker)
	named := sprintf("%s [%s]", [type, maker])
}

_crosses(found) if _leads_out(found)

# a line leads out of one's own walls, whoever it is of; what lies on it tells more, where the plan has that
_crosses(found) if {
	found.who.is.by == "line"
	not _is_told(found)
}

_is_told(found) if _told[found.key]

_told[line] := true if {
	some line, places in _carried
	some place in places
	_is_telling[place]
}

_is_telling[found.key] := true if {
	some found in data.bunkaiten.observed.shown.all
	found.key in _loads
	_tells(found)
}

_tells(found) if found.who.is.by == "line"

_tells(found) if _leads_out(found)

_loads contains place if {
	some places in _carried
	some place in places
}

_carried[line] := places if some line, places in data.bunkaiten.observed.shown.carried

# whoever is named is somebody else
_leads_out(found) if {
	kind := found.who.is.by
	elsewhere := {"line", "namespace", "network"}
	not kind in elsewhere
	not operator.is_own(found)
}

_leads_out(found) if {
	found.who.is.by == "network"
	network := found.who.is.name
	not identity.is_private(network)
}

# a private network crosses only where it is known to be a declared party's, and not that of whoever
# operates the thing
_leads_out(found) if {
	found.who.is.by == "network"
	some spec in input.declarations
	count(identity.parties(spec, found.who.is)) > 0
	not operator.is_at_home(spec, found)
}

# and so does what runs in a namespace that is known to be another party's
_leads_out(found) if {
	found.who.is.by == "namespace"
	some spec in input.declarations
	operator.is_strange(spec, found)
}

_leads_out(found) if found.audience.is == "anybody"

_is_made_by_ours(type, maker) if provider.cloud({"type": type, "provider_name": maker})

_of_type[place] contains index if {
	some document, plan in input.terraform
	some index, change in plan.resource_changes
	change.mode == "managed"
	resource.is_deployed(change)
	place := concat("\n", [document, change.type, _maker(change)])
}

_maker(change) := change.provider_name if {
	is_string(change.provider_name)
} else := sprintf("%v", [object.get(change, "provider_name", "")])

_is_known(type) if _sorted[_prefix(type)]

_is_known(type) if _harmless[_prefix(type)]

_word(cloud, type) := object.get(_sorted, [cloud, type], "unsorted")

_prefix(type) := split(type, "_")[0]

_sorted := data.bunkaiten.observed.resource_types.terraform

# they make values and files where the plan is applied, and reach nobody
_harmless := {"archive", "cloudinit", "local", "null", "random", "template", "terraform", "time", "tls"}
