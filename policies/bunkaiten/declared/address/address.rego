# METADATA
# title: Declared addresses
# description: What networks and host names say of who they belong to.
package bunkaiten.declared.address

# METADATA
# description: >-
#   The parties of each declaration that are recognised by an address that fits
#   anybody, with those addresses, sorted.
anybody[declaration][party] := addresses if {
	some declaration, spec in input.declarations
	some party, known in spec.parties
	addresses := sort([written |
		some kind in ["networks", "hosts"]
		some written in known.identifiedBy[kind]
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

fits_anybody(written) if {
	startswith(written, "*")
	regex.match(`^\*(\.[^.]+)?$`, written)
}

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
