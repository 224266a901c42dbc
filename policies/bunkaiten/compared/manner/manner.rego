# METADATA
# title: How an exchange is really encrypted
# description: >-
#   Holds the protocols and the agreement on keys that a deployment shows for an exchange against the
#   method that is declared for it.
package bunkaiten.compared.manner

import data.bunkaiten.compared.sending
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.method
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

# METADATA
# description: >-
#   What is not as declared, by exchange: observed_other_method (SSH where TLS is declared, or the
#   other way round), observed_old_key_exchange (an IPsec tunnel with IKEv1 and a shared key alone)
#   and observed_key_exchange_open (a tunnel that may come to that). Values: thing, way, and for the
#   first protocol and method.
findings[key] contains found if {
	some key, facts in _others
	some fact in facts
	declared := exchange.all[key]
	values := {"protocol": upper(_spoken[fact.encrypted.is]), "method": declared.encryption.method.protocol}
	found := _found("observed_other_method", key, declared, fact, values)
}

findings[key] contains found if {
	some key, facts in _tunnels
	some fact in facts
	code := _key_exchange(fact)
	code != "fine"
	found := _found(code, key, exchange.all[key], fact, {})
}

# METADATA
# description: Nothing speaks another protocol than declared, and every tunnel agrees on keys properly.
as_declared contains key if {
	some key, facts in _others
	count(facts) == 0
	every fact in _tunnels[key] { _key_exchange(fact) == "fine" }
}

# what speaks one of the two protocols that stand alone, where the other alone is declared
_others[key] := facts if {
	some key, declared in exchange.all
	named := _named(declared)
	facts := {fact |
		some fact in ({each | some each in data.bunkaiten.observed.binding.endpoints[key]} | sending.senders[key])
		not _is_inside(fact)
		spoken := _spoken[fact.encrypted.is]
		_is_left_out(named, spoken)
	}
}

_named(declared) := method.protocols(declared) if {
	count(method.unrecognised(declared)) == 0
} else := set()

_is_left_out(named, spoken) if {
	count(named) > 0
	count(named - {"ssh", "tls"}) == 0
	not spoken in named
}

_is_inside(fact) if fact.audience.is == "inside"

_spoken := {"mutual-tls": "tls", "ssh": "ssh", "tls": "tls"}

# tunnels matter where IPsec is what encrypts
_tunnels[key] := facts if {
	some key, declared in exchange.all
	facts := {fact |
		"ipsec" in method.protocols(declared)
		some fact in data.bunkaiten.observed.binding.peers[key]
		fact.methods
	}
}

# total: whatever cannot be told is open
_key_exchange(fact) := "fine" if {
	_is_sound(fact)
} else := "observed_old_key_exchange" if {
	fact.authentication.is == "shared-key"
	_versions(fact) == {"ikev1"}
} else := "observed_key_exchange_open"

_is_sound(fact) if fact.authentication.is == "certificate"

_is_sound(fact) if _versions(fact) == {"ikev2"}

_versions(fact) := {"ikev1", "ikev2"} & {word | some word in fact.methods.is}

_found(code, key, declared, fact, values) := finding.at(code, key, places, said) if {
	places := [subject.step_to(declared, ["encryption", "method"]), fact.steps]
	said := object.union({"thing": fact.thing, "way": shown.way(fact)}, values)
}
