# METADATA
# title: Things that deployments show
# description: >-
#   What "terraform:<address>" and "kubernetes:<namespace>/<Kind>/<name>" can name:
#   every resource that the plans keep or make, and every object given. What a plan
#   deletes is none of them.
package bunkaiten.thing

import data.bunkaiten.observed.resource

# METADATA
# description: At least one thing that was given has this name. "*" stands for any characters.
exists(reference) if reference in _named

exists(reference) if {
	startswith(reference, "terraform:")
	contains(reference, "data.")
	reference in _data_sources
}

exists(reference) if {
	contains(reference, "*")
	expression := _expression(reference)
	some name in (_named | _data_sources)
	regex.match(expression, name)
}

# METADATA
# description: >-
#   The names of the things given that a reference fits. An object of a group is named with
#   the group too, so that both ways to write it meet.
named(reference) := names | {longer | some name in names; some longer in _with_group[name]} if {
	names := _matched(reference)
}

# METADATA
# description: >-
#   A thing of this name could be what the reference stands for, as far as their texts tell.
#   The kind of an object may be written with its group or without.
fits(reference, name) if {
	expression := _expression(reference)
	some spelling in {name, ungrouped(name)}
	regex.match(expression, spelling)
}

fits(reference, name) if {
	ungrouped(name) == name
	regex.match(_expression(ungrouped(reference)), name)
}

# METADATA
# description: Some name, whatever it is, could fit both references, each with a "*" in it.
overlap(one, other) if {
	_agree(beginning(one), beginning(other))
	_agree(_reversed_end(one), _reversed_end(other))
}

# METADATA
# description: How every name begins that a reference could stand for, the group of its kind left out.
beginning(reference) := split(ungrouped(reference), "*")[0]

# METADATA
# description: A reference to an object, its kind written without the group; any other as it is.
ungrouped(reference) := regex.replace(reference, `^(kubernetes:[^/]*/[^/.]+)\.[^/]*/`, "$1/")

# METADATA
# description: Whether a document was given in which such a thing could stand.
is_sought(reference) if {
	startswith(reference, "terraform:")
	count(object.get(input, "terraform", {})) > 0
}

is_sought(reference) if {
	startswith(reference, "kubernetes:")
	count(object.get(input, "kubernetes", {})) > 0
}

# METADATA
# description: What is absent from these plans may still exist; they do not show everything.
is_incomplete(reference) if {
	startswith(reference, "terraform:")
	some plan in input.terraform
	plan.complete == false
}

# METADATA
# description: Every such thing that there is stands in what was given.
is_shown(reference) if {
	is_sought(reference)
	not is_incomplete(reference)
}

_named contains name if {
	some plan in input.terraform
	some change in plan.resource_changes
	resource.is_deployed(change)
	name := concat("", ["terraform:", change.address])
}

_named contains name if {
	some thing in input.kubernetes
	some kind in _kinds(thing)
	namespace := object.get(thing, ["metadata", "namespace"], "")
	name := concat("", ["kubernetes:", namespace, "/", kind, "/", _called(thing.metadata)])
}

_with_group[short] contains name if {
	some name in _named
	short := ungrouped(name)
	short != name
}

_matched(reference) := {name |
	some name in _things
	startswith(name, beginning)
	regex.match(expression, name)
} if {
	contains(reference, "*")
	beginning := split(reference, "*")[0]
	expression := _expression(reference)
} else := {reference} if {
	reference in _things
} else := set()

_agree(one, other) if startswith(one, other)

_agree(one, other) if startswith(other, one)

_reversed_end(reference) := strings.reverse(regex.replace(ungrouped(reference), `^.*\*`, ""))

_things := _named | _data_sources

# Data sources that were read while planning are in the prior state alone.
_data_sources contains name if {
	some plan in input.terraform
	walk(plan.prior_state.values.root_module, [path, module])
	not "resources" in path
	some read in module.resources
	read.mode == "data"
	name := concat("", ["terraform:", read.address])
}

# what the server completes the name of is known by the beginning
_called(metadata) := metadata.name if {
	metadata.name
} else := metadata.generateName

_kinds(thing) := {thing.kind, concat(".", [thing.kind, group])} if {
	[group, _] := split(thing.apiVersion, "/")
} else := {thing.kind}

_expression(reference) := concat("", ["(?s)^", concat(".*", parts), "$"]) if {
	parts := [_literal(part) | some part in split(reference, "*")]
}

_literal(part) := regex.replace(part, `[\\.+?()|\[\]{}^$]`, `\$0`)
