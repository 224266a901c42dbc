# METADATA
# title: What cannot be read of Kubernetes objects
# description: >-
#   Parts that adapters read and that hold something of another type than their kind says. A server
#   would refuse them; until it does, nobody can tell what they let through.
package bunkaiten.observed.kubernetes.unreadable

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.kubernetes.shapes
import data.bunkaiten.observed.manifest
import data.bunkaiten.observed.written

# METADATA
# description: What people call these facts.
ways := {"unreadable": {"en": "part that cannot be read", "ja": "読み取れない部分"}}

# METADATA
# description: Everything that an adapter would read and cannot.
peers contains found if {
	some kind, given in manifest.given
	some name, beginning in shapes.kinds[kind]
	shaped := shapes.shapes[name]
	some object in given
	walk(_part(object.values, beginning), [path, value])
	wanted := shaped[written.pattern(path)]
	not _fits(value, wanted)
	not _is_left_out(path, value)
	whole := array.concat(beginning, path)
	found := fact.on(object, whole, "unreadable", {"who": {"unknown": true}, "direction": "both"})
}

# of the whole not what every kind has: no adapter reads a shape of it
_part(values, []) := object.remove(values, ["apiVersion", "kind", "metadata"])

_part(values, beginning) := written.table(values, beginning) if count(beginning) > 0

# null counts as absent, but not among the entries of a list
_is_left_out(path, null) if is_string(path[count(path) - 1])

_fits(value, "boolean") if is_boolean(value)

_fits(value, "list") if is_array(value)

_fits(value, "number") if is_number(value)

# what a placeholder stands for, the adapter calls unknown itself
_fits(value, "number") if regex.match(`^[0-9]+$`, written.text({"text": value}, ["text"]))

_fits(value, "number") if written.is_open(value)

_fits(value, "object") if is_object(value)

_fits(value, "port") if is_number(value)

_fits(value, "port") if is_string(value)

_fits(value, "text") if is_string(value)

_fits(value, wanted) if value in _words[wanted]

_fits(value, wanted) if {
	_words[wanted]
	value == ""
}

_words := shapes.words
