# METADATA
# title: Who is on the other side, as Azure writes it
# description: Addresses, names and networks as `who` of a fact. Pure functions.
package bunkaiten.observed.terraform.azurerm.ends

import data.bunkaiten.observed.fact

# METADATA
# description: By an address without its bits, as an attribute gives it.
address(written) := {"is": fact.network(concat("/", [written.is, bits]))} if {
	is_string(written.is)
	bits := {true: "128", false: "32"}[contains(written.is, ":")]
} else := {"unknown": true}

# METADATA
# description: By the name of a host.
host(written) := {"is": fact.host(written.is)} if {
	is_string(written.is)
} else := {"unknown": true}

# METADATA
# description: By a network.
network(written) := {"is": fact.network(written.is)} if {
	is_string(written.is)
} else := {"unknown": true}
