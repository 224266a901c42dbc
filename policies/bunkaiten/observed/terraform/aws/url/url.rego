# METADATA
# title: URLs in configurations of AWS
# description: Who a URL leads to, how, and on which port. Pure functions.
package bunkaiten.observed.terraform.aws.url

import data.bunkaiten.observed.fact

# METADATA
# description: >-
#   What is known of a peer by the attribute that holds its URL: who, encrypted and ports. What
#   cannot be read, such as a stage variable in place of the host, is unknown; so is a scheme that
#   is not in `schemes`, scheme to {"encrypted", "port"}.
peer(attribute, schemes) := {
	"who": _who(host),
	"encrypted": {"is": how.encrypted},
	"ports": _ports(authority, how),
} if {
	is_string(attribute.is)
	parts := split(attribute.is, "://")
	how := schemes[lower(parts[0])]
	authority := regex.replace(regex.find_n(`^[^/?#]*`, parts[1], 1)[0], `^.*@`, "")
	host := regex.find_n(`^[^:]*`, authority, 1)[0]
	host != ""
} else := {"who": {"unknown": true}, "encrypted": {"unknown": true}}

# a name is the same with the dot of the root at its end
_who(host) := {"is": fact.network(concat("", [host, "/32"]))} if {
	regex.match(`^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$`, host)
} else := {"is": fact.host(trim_suffix(host, "."))} if {
	regex.match(`^[A-Za-z0-9_.-]+$`, host)
} else := {"unknown": true}

_ports(authority, how) := {"is": [how.port, how.port]} if {
	not contains(authority, ":")
} else := {"is": [port, port]} if {
	text := regex.find_n(`[0-9]+$`, regex.find_n(`:[0-9]+$`, authority, 1)[0], 1)[0]
	port := to_number(text)
} else := {"unknown": true}
