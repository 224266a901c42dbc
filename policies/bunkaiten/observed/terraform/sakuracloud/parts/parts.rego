# METADATA
# title: Parts of Sakura's resources
# description: >-
#   Resources and the blocks in them in one shape: path, values and unknown. Pure functions. No block
#   of these types is computed but those that the caller names, so what is unknown is written.
package bunkaiten.observed.terraform.sakuracloud.parts

import data.bunkaiten.observed.written

# METADATA
# description: The blocks of a resource or of a block; one that is unknown all through, where all of them are.
of(whole, name) := [part |
	some index, values in written.items(whole.values, name)
	part := {
		"path": array.concat(object.get(whole, "path", []), [name, index]),
		"values": values,
		"unknown": _unknown(whole.unknown, name, index),
	}
] if {
	is_array(whole.values[name])
} else := [{"path": array.concat(object.get(whole, "path", []), [name]), "values": {}, "unknown": true}] if {
	_is_late(whole.unknown, name)
} else := []

# METADATA
# description: >-
#   What is known of an attribute: {"is": value}, {"unknown": true}, or {} where it is not set.
attribute(part, name) := {"is": value} if {
	value := part.values[name]
	count({value} & {null, "", [], {}}) == 0
} else := {"unknown": true} if {
	_is_late(part.unknown, name)
} else := {}

# METADATA
# description: The same, with what holds where nobody chose.
chosen(part, name, otherwise) := attribute(part, name) if {
	attribute(part, name) != {}
} else := {"is": otherwise}

# METADATA
# description: >-
#   The items of an attribute that is a list or a set, each with its path and what is known of it; one
#   that is unknown, where all of them are.
items(part, name) := [item |
	some index, value in part.values[name]
	path := array.concat(object.get(part, "path", []), [name, index])
	item := {"path": path, "text": _text(value)}
] if {
	is_array(part.values[name])
} else := [{"path": array.concat(object.get(part, "path", []), [name]), "text": {"unknown": true}}] if {
	attribute(part, name) != {}
} else := []

# METADATA
# description: The text of an attribute; unknown, where it is something else.
text(attribute) := attribute if {
	is_string(attribute.is)
} else := {"unknown": true} if {
	attribute != {}
} else := {}

# METADATA
# description: The number of an attribute; unknown, where it is something else.
number(attribute) := attribute if {
	is_number(attribute.is)
} else := {"unknown": true}

# METADATA
# description: Whether something is encrypted, by the name of the algorithm, "none" or "aes256_xts".
encrypted(algorithm) := {"is": "no"} if {
	algorithm.is == "none"
} else := {"is": "yes"} if {
	algorithm.is == "aes256_xts"
} else := {"unknown": true}

_text(value) := {"is": value} if {
	is_string(value)
	value != ""
} else := {"unknown": true}

_is_late(unknown, _) if unknown == true

_is_late(unknown, name) if unknown[name] == true

# true stands for all of it
_unknown(unknown, name, index) if {
	_is_late(unknown, name)
} else if {
	unknown[name][index] == true
} else := unknown[name][index] if {
	is_object(unknown[name][index])
} else := {}
