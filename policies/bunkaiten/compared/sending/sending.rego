# METADATA
# title: What an exchange sends in plain text
# description: >-
#   Holds what itself sends information over the internet for an exchange against the claim that it
#   is encrypted before it is sent. Lines are left out: what runs over one may be encrypted by
#   somebody else before.
package bunkaiten.compared.sending

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.identity
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

# METADATA
# description: What sends by itself over the internet, by exchange.
senders[key] := facts if {
	some key, declared in exchange.all
	facts := {fact | some fact in data.bunkaiten.compared.own.peers[key]; _sends(declared, fact)}
}

# METADATA
# description: >-
#   What sends in plain text, by exchange: observed_plain_sending and observed_sending_unknown.
#   Values: thing, way and peer.
plaintext[key] contains found if {
	some key, facts in senders
	some fact in facts
	code := _encryption(fact)
	code != "fine"
	places := [subject.step_to(exchange.all[key], ["encryption"]), fact.steps]
	values := {"thing": fact.thing, "way": shown.way(fact), "peer": shown.whom(fact)}
	found := finding.at(code, key, places, values)
}

# METADATA
# description: Nothing sends the information in plain text.
encrypted contains key if {
	some key, facts in senders
	every fact in facts { _encryption(fact) == "fine" }
}

# total: whatever cannot be told is unknown
_encryption(fact) := "fine" if {
	fact.encrypted.is in {"smime", "ssh", "tls"}
} else := "observed_plain_sending" if {
	fact.encrypted.is == "none"
} else := "observed_sending_unknown"

_sends(_, fact) if shown.part(fact) == "sender"

# what leaves a mesh tells it of some protocols; what a gateway or a tunnel encrypts after that is no fault
_sends(declared, fact) if {
	shown.part(fact) == "hop"
	fact.encrypted
	declared.encryption.begins.at == "source-system"
	other := fact.who.is.name
	not identity.is_private(other)
}
