# METADATA
# title: Whether a provider's line is really encrypted
# description: >-
#   Holds the lines that a deployment shows against exchanges whose encryption is said to begin at
#   the start of the provider's range, 4.3(1)(b)②.
package bunkaiten.compared.line

import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   Such exchanges, with the observed peers that tell whether their line is encrypted. What sends by
#   itself, before the line or through it, tells nothing of the line.
claimed[key] := facts if {
	some key, _ in encryption.provider_edge
	facts := {fact |
		some fact in data.bunkaiten.compared.own.peers[key]
		shown.part(fact) in {"gateway", "joint", "line", "tunnel"}
		fact.encrypted
	}
	count(facts) > 0
}

# METADATA
# description: Over one of the lines the deployment shows encryption.
encrypted contains key if {
	some key, facts in claimed
	some fact in facts
	_is_encrypted(fact)
}

# METADATA
# description: >-
#   What is reported where no line is encrypted, by exchange: observed_line_unencrypted and
#   observed_line_unknown. Values: thing and way.
bare[key] contains found if {
	some key, facts in claimed
	not key in encrypted
	some fact in facts
	declared := encryption.provider_edge[key]
	places := [subject.step_to(declared, ["encryption", "begins"]), fact.steps]
	found := finding.at(_code(fact), key, places, {"thing": fact.thing, "way": shown.way(fact)})
}

_is_encrypted(fact) if fact.encrypted.is in {"ipsec", "macsec", "smime", "ssh", "tls"}

_code(fact) := "observed_line_unencrypted" if {
	fact.encrypted.is == "none"
} else := "observed_line_unknown"
