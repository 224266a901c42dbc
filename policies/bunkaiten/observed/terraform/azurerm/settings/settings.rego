# METADATA
# title: Settings of Azure resources
# description: Reads single settings, with what holds where nobody chose. Pure functions.
package bunkaiten.observed.terraform.azurerm.settings

import data.bunkaiten.observed.resource

# METADATA
# description: What is known of an attribute of a resource, or the default that is given.
chosen(thing, name, otherwise) := attribute if {
	attribute := resource.attribute(thing, name)
	attribute != {}
} else := {"is": otherwise}

# METADATA
# description: >-
#   The same of an attribute that was renamed: what is known by any of its names, or what is written
#   and not known.
chosen_by(thing, names, otherwise) := attribute if {
	written := [attribute | some name in names; attribute := resource.attribute(thing, name); attribute != {}]
	count(written) > 0
	known := [attribute | some attribute in written; not attribute.unknown]
	attribute := array.concat(known, written)[0]
} else := {"is": otherwise}

# METADATA
# description: The same of an attribute of a block, as resource.items gives it.
of_block(item, name, otherwise) := attribute if {
	attribute := in_block(item, name)
	attribute != {}
} else := {"is": otherwise}

# METADATA
# description: >-
#   What is known of an attribute of a block: {"is": value}, {"unknown": true}, or {} where it is not
#   set. Only what nothing computes is unknown because it is written.
in_block(item, name) := {"is": value} if {
	value := item.values[name]
	resource.is_set(value)
} else := {"unknown": true} if {
	item.unknown[name] == true
} else := {"unknown": true} if {
	item.unknown == true
} else := {}

# METADATA
# description: The blocks of a resource, as resource.items gives them.
items(thing, name) := {item | some item in resource.items(thing, name); is_object(item.values)}

# METADATA
# description: >-
#   The texts of an attribute that is a list or a set, each with its path; unknown as a whole or in
#   part.
texts(thing, name) := {{"path": [name], "text": {"unknown": true}} | resource.is_unknown(thing, name)} | {found |
	some item in resource.items(thing, name)
	found := {"path": [name, item.index], "text": _text(item)}
}

# METADATA
# description: The blocks in a block, in the shape of resource.items but without the steps to them.
blocks(item, name) := [block |
	is_array(item.values[name])
	some index, value in item.values[name]
	is_object(value)
	block := {"index": index, "values": value, "unknown": _hidden(item.unknown, name, index)}
]

# METADATA
# description: The word that a table has for a setting; unknown where it has none.
word(attribute, words) := {"is": words[attribute.is]} if {
	words[attribute.is]
} else := {"unknown": true}

_hidden(unknown, name, index) := unknown[name][index] if {
	is_object(unknown[name][index])
} else := unknown if {
	unknown == true
} else := {}

_text(item) := {"is": item.values} if {
	is_string(item.values)
} else := {"unknown": true}
