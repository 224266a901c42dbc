# METADATA
# title: The gate
# description: One decision over every requirement, so that nothing that applies can stay unjudged.
package bunkaiten.gate

# METADATA
# entrypoint: true
# description: What each requirement says, keyed by "clause.slug".
decision[name] := {
	"applies": object.get(requirement, "applies", set()),
	"satisfied": object.get(requirement, "satisfied", set()),
	"deny": object.get(requirement, "deny", set()),
	"undetermined": (object.get(requirement, "undetermined", set()) | _unjudged(requirement)),
	"note": object.get(requirement, "note", set()),
} if {
	some clause, slug
	requirement := data.bunkaiten.requirements[clause][slug]
	_speaks(requirement)

	name := concat(".", [clause, slug])
}

_speaks(requirement) if requirement.applies

# what only notes judges nothing, so it applies to nothing
_speaks(requirement) if requirement.note

_unjudged(requirement) := {finding |
	reasons := object.get(requirement, "deny", set()) | object.get(requirement, "undetermined", set())
	found_on := {found.subject | some found in reasons}
	some subject in ((object.get(requirement, "applies", set()) - object.get(requirement, "satisfied", set())) - found_on)
	finding := {"code": "unjudged", "subject": subject, "pointers": [], "values": {}}
}
