# METADATA
# title: The outline of a declaration
# description: >-
#   What somebody who drafts a declaration has to know of a deployment besides its facts: what is a
#   part of what, which subjects the markers name, and whom the facts identify.
package bunkaiten.outline

import data.bunkaiten.compared.crossing
import data.bunkaiten.compared.operator
import data.bunkaiten.declared.address
import data.bunkaiten.declared.identity
import data.bunkaiten.observed.binding
import data.bunkaiten.observed.marker
import data.bunkaiten.observed.part
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.shown
import data.bunkaiten.thing

# METADATA
# entrypoint: true
# description: >-
#   The things that cross a boundary, or may cross one: each with its key and name (thing), whether a
#   reference finds it, the names of all that it belongs with (of), the keys of what it is a part of
#   (parts), the name of the whole, the subjects that markers name for it (marked), as pairs of
#   section and name, the parties that markers call its operators, and the accounts that it lies in.
#   All that markers name and nobody declared, and the parties that they call operators (operators).
#   Whom the facts identify, as against anybody.
everything := {
	"things": _things,
	"marked": {pair | some pairs in _marked; some pair in pairs},
	"operators": {party | some _, pairs in binding.lost; some ["operated-by", party] in pairs},
	"identified": _identified,
}

_things contains found if {
	some place, around in _around
	called := binding.names[place]
	found := {
		"key": place,
		"thing": called,
		"found": _is_found(called),
		"of": {name | some each in around; name := binding.names[each]},
		"parts": {whole | some whole in _wholes[place]; whole != place},
		"whole": _whole[place],
		"marked": {pair | some each in around; some pair in _marked[each]},
		"operators": binding.operators(place),
		"accounts": {who | some fact in _facts[place]; some who in operator.whose(fact)},
	}
}

_around[place] := part.wholes(place) if some place, _ in _facts

_facts[place] contains fact if {
	some place, facts in crossing.by_thing
	some fact in facts
}

_facts[place] contains fact if {
	some place, facts in crossing.open
	some fact in facts
}

_is_found(called) if {
	thing.exists(called)
} else := false

_marked[place] contains [section, word] if {
	some place, pairs in binding.lost
	some [name, word] in pairs
	section := marker.sections[name]
}

# a thing is a part of itself; what several hold has no whole but itself
_whole[place] := called if {
	some place, wholes in _wholes
	tops := {holder | some holder in wholes; not _part_of[holder]}
	top := _one(tops, place)
	called := binding.names[top]
}

_one(tops, place) := max(tops) if {
	count(tops) == 1
} else := place

_wholes[place] := {place} | graph.reachable(_graph, {place}) if some place, _ in _around

_graph := object.union(
	{holder: set() | some wholes in _part_of; some holder in wholes},
	{place: wholes | some place, wholes in _part_of},
)

_part_of[place] contains holder if {
	some type, links in shown.satellites
	some place, found in resource.managed[type]
	some [attribute, of_type] in links
	some holder in resource.tied(found, attribute, of_type)
	holder != place
}

_identified contains who if {
	some found in shown.all
	who := found.who.is
	_is_somebody(who)
}

# a user of a cluster, and no principal of a cloud that is called so too
_identified contains who if {
	some found in shown.all
	found.steps[0] == "kubernetes"
	who := found.who.is
	who.by in {"group", "user"}
}

_is_somebody(who) if who.by in _accounts

# whom a cluster knows is told above
_accounts := identity.named - {"group", "namespace", "user"}

_is_somebody(who) if {
	who.by in {"host", "service"}
	not _fits_anybody(who)
}

_is_somebody(who) if {
	who.by == "network"
	not _fits_anybody(who)
	not _is_private(who)
}

_fits_anybody(who) if address.fits_anybody(who.name)

_is_private(who) if identity.is_private(who.name)
