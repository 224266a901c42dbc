# METADATA
# title: What remains with the provider of an encrypted exchange
# description: >-
#   Encrypted end to end over a network whose route a provider answers for, an exchange leaves the
#   provider out of eavesdropping and in the rest of management responsibility, 4.3(1)(b)①. On a
#   self-connected path nothing is shared with it, and while the path class is open nobody can tell.
package bunkaiten.declared.remainder

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.path

# METADATA
# description: The exchanges encrypted end to end over a provider's network, by key.
exchanges[key] := declared if {
	some key, declared in path.provider_network
	encryption.end_to_end[key]
}

# METADATA
# description: Of `accord.with_provider`, what concerns `exchanges`.
accords[key] := pairs if {
	some key, _ in exchanges
	pairs := accord.with_provider[key]
}
