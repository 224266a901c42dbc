# METADATA
# title: The gate
# description: One decision over every requirement, so that nothing that applies can stay unjudged.
package bunkaiten.gate

# METADATA
# entrypoint: true
# description: What each requirement says, keyed by "clause.slug".
decision[name] := {
	"applies": applies,
	"satisfied": satisfied,
	"deny": deny,
	"undetermined": (undetermined | unjudged),
	"note": object.get(requirement, "note", set()),
} if {
	some clause, slug
	requirement := data.bunkaiten.requirements[clause][slug]
	_speaks(requirement)

	applies := object.get(requirement, "applies", set())
	satisfied := object.get(requirement, "satisfied", set())
	deny := object.get(requirement, "deny", set())
	undetermined := object.get(requirement, "undetermined", set())
	unjudged := {_unjudged(key) |
		some key in ((applies - satisfied) - {found.subject | some found in (deny | undetermined)})
	}
	name := concat(".", [clause, slug])
}

_speaks(requirement) if requirement.applies

# what only notes judges nothing, so it applies to nothing
_speaks(requirement) if requirement.note

_unjudged(key) := {"code": "unjudged", "subject": key, "pointers": [], "values": {}}
