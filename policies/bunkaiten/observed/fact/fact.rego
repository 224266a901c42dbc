# METADATA
# title: Observed facts
# description: >-
#   Builds the one shape of what a deployment shows, whatever it was read from. Pure functions:
#   nothing here reads input or data.
package bunkaiten.observed.fact

# METADATA
# description: >-
#   A fact that `thing` (of observed.resource or observed.manifest) shows at `path` in it. `way` is
#   what it is, in a word of the adapter's `ways`; `attributes` are what is known of it, each
#   {"is": value} or {"unknown": true}.
on(thing, path, way, attributes) := object.union(attributes, {
	"way": way,
	"thing": thing.thing,
	"key": thing.key,
	"steps": array.concat(thing.steps, path),
})

# METADATA
# description: Who is on the other side, as a network says it. One that holds everybody is anybody.
network(written) := {"by": "anybody", "name": written} if {
	is_string(written)
	endswith(written, "/0")
} else := {"by": "network", "name": written}

# METADATA
# description: Who is on the other side, as a host name says it. A lone "*" is anybody.
host(written) := {"by": "anybody", "name": written} if {
	written == "*"
} else := {"by": "host", "name": lower(written)}
