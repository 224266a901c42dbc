# METADATA
# title: Findings
# description: >-
#   Builds the one shape that every requirement reports. Pure functions: nothing
#   here reads input or data.
package bunkaiten.finding

# METADATA
# description: >-
#   A finding: its stable code, the subject it is about, up to two places in the
#   envelope that show it (what was declared, then what was observed) as JSON
#   Pointers (RFC 6901), and the values that fill its message.
at(code, subject, places, values) := {
	"code": code,
	"subject": subject,
	"pointers": [_pointer(steps) | some steps in places],
	"values": values,
}

# METADATA
# description: >-
#   The finding that a declaration says nothing of a fact. `steps` lead from the
#   envelope to the absent field, which is named as its author would write it.
not_stated(subject, steps) := at("fact_not_stated", subject, [steps], {"field": field}) if {
	field := concat(".", array.concat(["spec"], [_written(step) | some step in array.slice(steps, 2, count(steps))]))
}

_pointer(steps) := concat("/", array.concat([""], [_escaped(step) | some step in steps]))

# "~" before "/", or an escaped "/" would be escaped twice
_escaped(step) := replace(replace(_written(step), "~", "~0"), "/", "~1")

# the index of a list is a number
_written(step) := sprintf("%v", [step])
