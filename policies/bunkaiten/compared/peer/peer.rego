# METADATA
# title: Who is on the other side of an exchange
# description: >-
#   Holds the peers that a deployment shows against the parties of the exchange that they belong to.
package bunkaiten.compared.peer

import data.bunkaiten.compared.circle
import data.bunkaiten.compared.known
import data.bunkaiten.compared.reach
import data.bunkaiten.compared.unread
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.identity
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   What the peers contradict, by exchange: observed_stranger (a peer that is none of its parties),
#   observed_anybody (a peer that could be anybody), observed_peer_ambiguous (a peer that is one of
#   its parties and, by what is declared, also another), observed_peer_unknown (not known before
#   apply, or not to be told). Values: thing, way and peer; others, where it is ambiguous. Then what
#   nobody reads and nobody answers for by name.
findings[key] contains found if {
	some key, declared in exchange.all
	some fact in reach.of[key]
	code := said(declared, circle.of[key], fact.who)
	code != "expected"

	places := [subject.step_to(declared, ["destinations"]), fact.steps]
	values := {"thing": fact.thing, "way": shown.way(fact), "peer": object.get(fact.who, ["is", "name"], "")}
	found := finding.at(code, key, places, object.union(values, _others(declared, circle.of[key], fact.who, code)))
}

findings[key] contains found if {
	some key, each in unread.by_pattern
	some found in each
}

# METADATA
# description: >-
#   Those of them that count on whatever path the exchange runs, of exchanges whose path class is open
#   although institutions alone take part, and that no law provides for.
on_any_path[key] contains found if {
	some key, declared in path.unsettled
	count(exchange.strangers(declared)) == 0
	not exchange.is_provided_by_law(declared)
	some found in findings[key]
}

# METADATA
# description: Those of them that contradict the exchange.
breaches[key] contains found if {
	some key, each in findings
	some found in each
	found.code in _contradictions
}

# METADATA
# description: Those of them that leave it open who is there.
doubts[key] contains found if {
	some key, each in findings
	some found in each
	code := found.code
	not _contradictions[code]
}

_contradictions := {"observed_anybody", "observed_stranger"}

# METADATA
# description: Everybody whom the deployment shows on the other side has a part in the exchange.
consistent contains key if {
	some key, declared in exchange.all
	every fact in reach.of[key] { said(declared, circle.of[key], fact.who) == "expected" }
	not unread.by_pattern[key]
}

# METADATA
# description: >-
#   What somebody on the other side is to the parties of a subject: "expected", or one of the codes
#   above. Total: whatever cannot be told is unknown.
said(declared, parties, who) := "expected" if {
	_is_expected(declared, parties, who.is)
} else := "observed_peer_ambiguous" if {
	_may_be_expected(declared, parties, who.is)
} else := code if {
	code := _foreign[who.is.by]
} else := "observed_peer_unknown"

_foreign := object.union(
	{kind: "observed_stranger" | some kind in (identity.told | {"federated", "service"})},
	{"anybody": "observed_anybody"},
)

# what a line leads to is told by the gateway at its end
_is_expected(_, _, who) if who.by == "line"

_is_expected(declared, parties, who) if {
	_may_be_expected(declared, parties, who)
	count(_outsiders(declared, parties, who)) == 0
}

_may_be_expected(declared, parties, who) if count(_views[declared.root[1]][who].nearest & parties) > 0

# what one uses within one's own walls is nobody's, unless it is known to be another's
_may_be_expected(declared, _, who) if {
	who.by == "network"
	identity.is_private(who.name)
	count(_views[declared.root[1]][who].parties) == 0
}

_may_be_expected(declared, _, who) if {
	who.by == "namespace"
	count(_views[declared.root[1]][who].parties) == 0
}

_outsiders(declared, parties, who) := _views[declared.root[1]][who].all - parties

# by a rule of its own, as functions here read it
_views[declaration] := views if some declaration, views in known.of

_others(declared, parties, who, code) := {"others": labels} if {
	code == "observed_peer_ambiguous"
	labels := [subject.label(declared, party) | some party in _outsiders(declared, parties, who.is)]
} else := {}
