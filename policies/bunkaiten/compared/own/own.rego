# METADATA
# title: Whose a peer is, where a thing has several subjects
# description: >-
#   One router, gateway or group of rules may serve several subjects. The peers of each of them,
#   without those that only another one has.
package bunkaiten.compared.own

import data.bunkaiten.compared.circle
import data.bunkaiten.compared.known
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.identity

# METADATA
# description: >-
#   The peers of each subject, by its key. One is left out where it is recognised as somebody with no
#   part in the subject, and everybody who is recognised there has a part in another subject of the
#   same thing. Whoever is anybody, nobody known, or not known before apply stays with every subject.
peers[key] := facts if {
	some key, given in data.bunkaiten.observed.binding.peers
	elsewhere := {fact | some fact in _elsewhere[key]}
	facts := {fact | some fact in given} - elsewhere
}

_elsewhere[key] contains fact if {
	some fact in data.bunkaiten.observed.shown.peers
	sharers := _sharers[fact.key]
	who := fact.who.is
	views := {declaration: known.of[declaration][who] | some declaration, _ in sharers}
	_is_covered(sharers, views)

	some declaration, keys in sharers
	view := views[declaration]
	not _is_within_walls(who, view)
	some key in keys
	count(view.nearest & circle.of[key]) == 0
}

# the subjects of a thing that has several, by declaration, as parties are recognised by that
_sharers[place][declaration] contains key if {
	some place, keys in data.bunkaiten.observed.binding.of
	count(keys) > 1
	some key in keys
	declaration := split(key, "/")[0]
}

_is_covered(sharers, views) if {
	some declaration, keys in sharers
	count(views[declaration].nearest) > 0
	some key in keys
	count(views[declaration].all - _judged[key]) == 0
}

_is_within_walls(who, view) if {
	who.by == "network"
	count(view.nearest) == 0
	identity.is_private(who.name)
}

_is_within_walls(who, view) if {
	who.by == "namespace"
	count(view.nearest) == 0
}

# nothing asks whom an exchange between others than institutions leads to
_judged[key] := parties if {
	some key, parties in circle.of
	not exchange.with_strangers[key]
}
