# METADATA
# title: What crosses a boundary between organisations
# description: >-
#   Which of the things that a deployment shows lead out of one's own walls, let somebody in, or give
#   somebody else access, whoever has declared them or not.
package bunkaiten.compared.crossing

import data.bunkaiten.declared.identity
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.resource_types
import data.bunkaiten.observed.shown

# METADATA
# description: The facts by which a thing crosses a boundary, by the key of the thing.
by_thing[found.key] contains found if {
	some found in shown.all
	_crosses(found)
}

# METADATA
# description: >-
#   The facts of which it is not known before apply whether they cross a boundary, by the key of the
#   thing.
open[found.key] contains found if {
	some found in shown.all
	not _crosses(found)
	some part in ["audience", "who"]
	found[part].unknown
}

# METADATA
# description: >-
#   Resources of a type that crosses a boundary and that nothing here reads, by "document address",
#   each with its thing, type and steps.
unread[place] := found if {
	some document, plan in input.terraform
	some index, change in plan.resource_changes
	change.mode == "managed"
	_word(change.type) == "crosses"
	resource.is_deployed(change)
	place := concat(" ", [document, change.address])
	found := {
		"thing": concat("", ["terraform:", change.address]),
		"type": change.type,
		"steps": ["terraform", document, "resource_changes", index],
	}
}

# METADATA
# description: >-
#   The types of each plan that nobody has sorted yet into what crosses a boundary and what does not,
#   as pairs of the type and how many resources there are of it.
unsorted[document] contains [type, count(indices)] if {
	some place, indices in _of_type
	[document, type] := split(place, "\n")
	_sorted[_provider(type)]
	_word(type) == "unsorted"
}

# METADATA
# description: >-
#   The types of each plan whose provider nothing here reads, in the same shape.
foreign[document] contains [type, count(indices)] if {
	some place, indices in _of_type
	[document, type] := split(place, "\n")
	provider := _provider(type)
	not _sorted[provider]
	not _harmless[provider]
}

# whoever is named is somebody else; what a line leads to is told by the gateway at its end
_crosses(found) if {
	kind := found.who.is.by
	elsewhere := {"line", "network"}
	not kind in elsewhere
}

_crosses(found) if {
	found.who.is.by == "network"
	network := found.who.is.name
	not identity.is_private(network)
}

# a private network crosses only where it is known to be a declared party's
_crosses(found) if {
	some spec in input.declarations
	count(identity.parties(spec, found.who.is)) > 0
}

_crosses(found) if found.audience.is == "anybody"

_of_type[place] contains index if {
	some document, plan in input.terraform
	some index, change in plan.resource_changes
	change.mode == "managed"
	resource.is_deployed(change)
	place := concat("\n", [document, change.type])
}

_word(type) := object.get(_sorted, [_provider(type), type], "unsorted")

_sorted := resource_types.terraform

_provider(type) := split(type, "_")[0]

# they make values and files where the plan is applied, and reach nobody
_harmless := {"archive", "cloudinit", "local", "null", "random", "template", "terraform", "time", "tls"}
