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
#   other way round), observed_old_key_exchange (an IPsec tunnel with IKEv1 and a shared key alone),
#   observed_key_exchange_open (a tunnel that may come to that), observed_weak_cipher (an IPsec tunnel
#   that somebody set up without encryption or with a cipher that nobody holds proper today) and
#   observed_cipher_open (a tunnel that may come to that). Values: thing, way, for the first protocol
#   and method, for ciphers their names.
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

findings[key] contains found if {
	some key, facts in _tunnels
	some fact in facts
	code := _cipher(fact)
	code != "fine"
	found := _found(code, key, exchange.all[key], fact, {"ciphers": _weak(fact)})
}

# METADATA
# description: >-
#   Nothing speaks another protocol than declared, and every tunnel agrees on keys and ciphers properly.
as_declared contains key if {
	some key, facts in _others
	count(facts) == 0
	every fact in _tunnels[key] {
		_key_exchange(fact) == "fine"
		_cipher(fact) == "fine"
	}
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
		some fact in data.bunkaiten.compared.own.peers[key]
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

# where nobody chose, the cloud offers a list of its own, and which of it the two ends take, no plan tells
_cipher(fact) := "observed_weak_cipher" if {
	_is_weak(fact)
} else := "observed_cipher_open" if {
	count(_weak(fact)) > 0
} else := "fine"

_is_weak(fact) if fact.encrypted.is == "none"

_is_weak(fact) if {
	some choice in fact.choices.is
	every word in choice { _is_old(word) }
}

_weak(fact) := [_nothing] if {
	object.get(fact.encrypted, "is", "none") == "none"
} else := [_called(word) | some word in sort(_old(fact))]

_old(fact) := {word | some choice in fact.choices.is; some word in choice; _is_old(word)}

_called(word) := _nothing if {
	upper(word) == "NONE"
} else := word

_nothing := {"en": "no encryption", "ja": "暗号化なし"}

# as each cloud spells them: "DES3", "3DES-CBC", "HMAC-MD5-96"
_is_old(word) if regex.replace(upper(word), `[^0-9A-Z]|CBC|HMAC|96$`, "") in _outworn

_outworn := {"3DES", "DES", "DES3", "MD5", "NONE", "RC4"}

_found(code, key, declared, fact, values) := finding.at(code, key, places, said) if {
	places := [subject.step_to(declared, ["encryption", "method"]), fact.steps]
	said := object.union({"thing": fact.thing, "way": shown.way(fact)}, values)
}
