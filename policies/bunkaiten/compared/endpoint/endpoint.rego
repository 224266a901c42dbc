# METADATA
# title: Where the encryption of an exchange really ends
# description: >-
#   Holds what listens for an exchange against what its declaration says of encryption.
package bunkaiten.compared.endpoint

import data.bunkaiten.compared.operator
import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.dialect
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   What listens in plain text, by exchange: observed_plaintext and observed_encryption_unknown. What
#   listens within one's own walls is left to the institution, unless somebody operates it who is no
#   end of the exchange. Values: thing and way.
plaintext[key] contains found if {
	some [key, fact] in _listening
	declared := exchange.all[key]
	code := _encryption(declared, fact)
	code != "fine"
	found := _found(code, key, declared, fact, {})
}

# METADATA
# description: >-
#   What decrypts although neither end of the exchange operates it, by exchange: observed_relay,
#   observed_operator_unknown and, where it is not known whether it decrypts,
#   observed_decryption_unknown. Values: thing, way and operator; of observed_operator_unknown also
#   `whose`: how that is told.
relays[key] contains found if {
	some [key, fact] in _listening
	declared := exchange.all[key]
	operators := operator.of(declared, fact)
	code := _ending(declared, fact, operators)
	code != "fine"
	values := {"operator": [subject.label(declared, party) | some party in operators]}
	found := _found(code, key, declared, fact, object.union(values, _telling(code, fact)))
}

# METADATA
# description: >-
#   What accepts a protocol that nobody holds proper today, by exchange: observed_weak_protocol and
#   observed_protocol_unknown. Values: thing, way and protocol.
weak[key] contains found if {
	some [key, fact] in _listening
	code := _protocol(fact)
	code != "fine"
	found := _found(code, key, exchange.all[key], fact, {"protocol": object.get(fact.weakest, "is", "")})
}

# METADATA
# description: Nothing takes the information in plain text.
encrypted contains key if {
	some key, facts in _facts
	declared := exchange.all[key]
	every fact in facts { _encryption(declared, fact) == "fine" }
}

# METADATA
# description: Nothing decrypts but what an end of the exchange operates.
direct contains key if {
	some key, facts in _facts
	declared := exchange.all[key]
	every fact in facts { _ending(declared, fact, operator.of(declared, fact)) == "fine" }
}

# METADATA
# description: Everything that listens refuses what nobody holds proper today.
proper contains key if {
	some key, facts in _facts
	every fact in facts { _protocol(fact) == "fine" }
}

_listening contains [key, fact] if {
	some key, facts in _facts
	some fact in facts
}

_facts[key] := {fact | some fact in data.bunkaiten.observed.binding.endpoints[key]} if some key, _ in exchange.all

# total, each of them: whatever cannot be told is unknown
_encryption(declared, fact) := "fine" if {
	_is_covered(declared, fact)
} else := "observed_plaintext" if {
	fact.encrypted.is == "none"
	not fact.audience.unknown
} else := "observed_encryption_unknown"

_is_covered(_, fact) if not fact.encrypted

_is_covered(_, fact) if fact.encrypted.is in {"mutual-tls", "passthrough", "ssh", "tls"}

_is_covered(declared, fact) if {
	fact.audience.is == "inside"
	not _is_elsewhere(declared, fact)
}

_is_elsewhere(declared, fact) if _is_of_others(declared, operator.of(declared, fact))

_is_of_others(declared, operators) if {
	count(operators) > 0
	every party in operators { _hand(declared, party) == "other" }
}

_ending(declared, fact, operators) := "fine" if {
	_is_left_alone(fact)
} else := "fine" if {
	count(operators) > 0
	every party in operators { _hand(declared, party) == "own" }
} else := "observed_decryption_unknown" if {
	fact.encrypted.unknown
} else := "observed_relay" if {
	_is_of_others(declared, operators)
} else := "observed_operator_unknown"

_telling(code, fact) := {"whose": dialect.whose(fact)} if {
	code == "observed_operator_unknown"
} else := {}

_is_left_alone(fact) if not fact.encrypted

_is_left_alone(fact) if fact.encrypted.is in {"none", "passthrough"}

# who runs a system for an end, under an agreement in force, counts as that end
_hand(declared, party) := "own" if {
	party in declared.ends
} else := "other" if {
	party in declared.carriers
} else := "other" if {
	subject.role(declared, party) == "institution"
} else := "own" if {
	"same" in _standings(declared, party)
} else := "unclear" if {
	"unclear" in _standings(declared, party)
} else := "other"

_standings(declared, party) := {agreement.standing(declared, party, end) | some end in declared.ends}

_protocol(fact) := "fine" if {
	_is_strong(fact)
} else := "observed_weak_protocol" if {
	fact.weakest.is in {"SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1"}
} else := "observed_protocol_unknown"

_is_strong(fact) if not fact.weakest

_is_strong(fact) if fact.weakest.is in {"SSH 2", "TLS 1.2", "TLS 1.3"}

_found(code, key, declared, fact, values) := finding.at(code, key, places, said) if {
	places := [subject.step_to(declared, ["encryption"]), fact.steps]
	said := object.union({"thing": fact.thing, "way": shown.way(fact)}, values)
}
