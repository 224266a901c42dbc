# METADATA
# title: Who is on the other side, as Sakura Cloud writes it
# description: Addresses, networks and names as `who` of a fact. Pure functions.
package bunkaiten.observed.terraform.sakuracloud.ends

import data.bunkaiten.observed.fact

# METADATA
# description: By a network, or an address without its bits.
network(stated) := {"is": fact.network(stated.is)} if {
	is_string(stated.is)
	net.cidr_is_valid(stated.is)
} else := {"is": fact.network(whole)} if {
	is_string(stated.is)
	bits := {true: "128", false: "32"}[contains(stated.is, ":")]
	whole := concat("/", [stated.is, bits])
	net.cidr_is_valid(whole)
} else := {"unknown": true}

# METADATA
# description: The same; where nothing is set, everybody is meant.
anybody_or(stated) := {"is": fact.network("0.0.0.0/0")} if {
	stated == {}
} else := network(stated)

# METADATA
# description: By an address or by the name of a host.
host(stated) := network(stated) if {
	network(stated).is
} else := {"is": fact.host(stated.is)} if {
	is_string(stated.is)
} else := {"unknown": true}

# METADATA
# description: >-
#   The ports of a text like "443" or "32768-61000"; all of them, where nothing is set, and unknown
#   where it cannot be read.
ports(stated) := {} if {
	stated == {}
} else := {"ports": {"is": [to_number(bounds[0]), to_number(bounds[count(bounds) - 1])]}} if {
	is_string(stated.is)
	regex.match(`^[0-9]{1,5}(-[0-9]{1,5})?$`, stated.is)
	bounds := split(stated.is, "-")
} else := {"ports": {"unknown": true}}
