# METADATA
# title: Attributes of another type
# description: >-
#   What a plan holds in a place where the schema of its provider has something of another type:
#   another version of the provider wrote it, or nobody. It cannot be read, and is no default either.
package bunkaiten.observed.mistyped

import data.bunkaiten.observed.written

# METADATA
# description: >-
#   The attributes of a resource of `type` that hold something of another type than its schema says,
#   among those that are read. Null is nothing; in a list only where `unknown`, what only apply will
#   show, has the item. A number may be written as a text.
names(type, values, unknown) := {name |
	some name, wanted in shapes.top
	_is_other(values[name], wanted)
} | {name |
	some name, below in shapes.below
	value := values[name]
	count({value} - _empty) == 1
	walk(value, [path, part])
	_is_misplaced(part, below, path, name, unknown)
} if {
	shapes := _shapes[split(type, "_")[0]][type]
} else := set()

# looked up in data, it would take three times as long
_shapes := data.bunkaiten.observed.attribute_shapes.terraform

_empty := {null, [], {}}

_types := {
	"boolean": {"boolean", "null"},
	"list": {"array", "null"},
	"number": {"null", "number", "string"},
	"object": {"null", "object"},
	"text": {"null", "string"},
}

_is_misplaced(part, below, path, _, _) if _is_other(part, below[written.pattern(path)])

_is_misplaced(null, _, path, name, unknown) if {
	is_number(path[count(path) - 1])
	object.get(unknown, array.concat([name], path), false) != true
}

_is_other(value, wanted) if {
	type := type_name(value)
	not _types[wanted][type]
}

_is_other(value, "number") if {
	is_string(value)
	not regex.match(`^-?[0-9]+$`, value)
}
