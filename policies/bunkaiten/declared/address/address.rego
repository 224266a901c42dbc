# METADATA
# title: Declared addresses
# description: What networks and host names say of who they belong to.
package bunkaiten.declared.address

import data.bunkaiten.declared.exchange

# METADATA
# description: At least one destination of an exchange is not identified, by its list or by its addresses.
leaves_open(declared) if exchange.is_open(declared)

leaves_open(declared) if count(anybody(declared)) > 0

# METADATA
# description: >-
#   The destinations of an exchange that are recognised by an address that fits
#   anybody, each with those addresses, sorted.
anybody(declared) := {party: addresses |
	some party in declared.destinations.parties
	addresses := sort([written |
		some kind in ["networks", "hosts"]
		some written in declared.parties[party].identifiedBy[kind]
		fits_anybody(written)
	])
	count(addresses) > 0
}

# METADATA
# description: >-
#   A network or host name that fits anybody, and so identifies nobody. No single
#   organisation holds more than an IPv4 /8 or an IPv6 /16, so that 0.0.0.0/0
#   cannot hide as two halves; a host name needs a label of its own below the top
#   level.
fits_anybody(written) if _prefix(written) < _largest(written)

fits_anybody(written) if written == "*"

fits_anybody(written) if regex.match(`^\*\.[^.]+$`, written)

_prefix(written) := to_number(digits) if {
	[_, digits] := split(written, "/")
	regex.match(`^[0-9]+$`, digits)
}

# what all of IPv4 looks like in IPv6 begins at /96
_largest(written) := 104 if {
	startswith(lower(written), "::ffff:")
} else := 16 if {
	contains(written, ":")
} else := 8
