# METADATA
# title: Who is on the other side of an exchange
# description: >-
#   Holds the peers that a deployment shows against the parties of the exchange that they belong to.
package bunkaiten.compared.peer

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.identity
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.binding
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   What the peers contradict, by exchange: observed_stranger (a peer that is none of its parties),
#   observed_anybody (a peer that could be anybody) and observed_peer_unknown (not known before apply,
#   or not to be told). Values: thing, way and peer.
findings[key] contains found if {
	some key, facts in binding.peers
	declared := exchange.all[key]
	some fact in facts
	code := _said(declared, fact.who)
	code != "expected"

	places := [subject.step_to(declared, ["destinations"]), fact.steps]
	values := {"thing": fact.thing, "way": shown.way(fact), "peer": object.get(fact.who, ["is", "name"], "")}
	found := finding.at(code, key, places, values)
}

# METADATA
# description: Everybody whom the deployment shows on the other side has a part in the exchange.
consistent contains key if {
	some key, declared in exchange.all
	every fact in {fact | some fact in binding.peers[key]} { _said(declared, fact.who) == "expected" }
}

# total: whatever cannot be told is unknown
_said(declared, who) := "expected" if {
	_is_expected(declared, who.is)
} else := code if {
	code := _foreign[who.is.by]
} else := "observed_peer_unknown"

_foreign := {
	"account": "observed_stranger",
	"anybody": "observed_anybody",
	"federated": "observed_stranger",
	"host": "observed_stranger",
	"network": "observed_stranger",
	"service": "observed_stranger",
	"user": "observed_stranger",
}

# what a line leads to is told by the gateway at its end
_is_expected(_, who) if who.by == "line"

_is_expected(declared, who) if count(identity.parties(declared, who) & _parties(declared)) > 0

# what one uses within one's own walls is nobody's, unless it is known to be another's
_is_expected(declared, who) if {
	who.by == "network"
	identity.is_private(who.name)
	count(identity.parties(declared, who)) == 0
}

# whoever has a part in the exchange, in its path, or in its encryption
_parties(declared) := (exchange.ends(declared) | path.providers(declared)) | _hands(declared)

_hands(declared) := ({party | some party in declared.path.routersConfiguredBy} | {party |
	some point in declared.encryption.ends
	party := point.operatedBy
}) | {party | party := declared.encryption.begins.operatedBy}
