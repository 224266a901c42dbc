# METADATA
# title: Lines of Direct Connect
# description: >-
#   What is laid on which line to AWS, and whether what goes over it is encrypted on it with MACsec,
#   as far as the plan tells.
package bunkaiten.observed.terraform.aws.direct_connect_lines

import data.bunkaiten.observed.resource

# METADATA
# description: Attributes that are read, by type.
reads := object.union(
	{
		"aws_dx_connection": ["encryption_mode", "port_encryption_status", "request_macsec"],
		"aws_dx_connection_association": ["connection_id", "lag_id"],
		"aws_dx_lag": ["connection_id"],
		"aws_dx_macsec_key_association": ["connection_id"],
	},
	{type: ["connection_id"] | some type in _laid_types},
)

# METADATA
# description: >-
#   Which attributes tell what a resource belongs to, by type, with the type of that. Only what has
#   no tags of its own belongs to its line: a line may carry the interfaces of several exchanges.
satellites := {type: [["connection_id", "aws_dx_connection"], ["connection_id", "aws_dx_lag"]] |
	some type in [
		"aws_dx_hosted_connection", "aws_dx_hosted_private_virtual_interface",
		"aws_dx_hosted_public_virtual_interface", "aws_dx_hosted_transit_virtual_interface",
		"aws_dx_macsec_key_association",
	]
}

# METADATA
# description: What is laid on a line, by key (virtual interfaces, and lines allotted to others).
laid[key] := part if {
	some type in _laid_types
	some key, part in resource.managed[type]
}

# METADATA
# description: The keys of what lies on each line, by the key of the line. A group lies on its lines.
carried[line] contains key if {
	some key, part in laid
	some line in _under(part)
}

carried[line] contains key if {
	some key, group in resource.managed.aws_dx_lag
	some line in resource.tied(group, "connection_id", "aws_dx_connection")
}

carried[line] contains key if {
	some _, member in resource.managed.aws_dx_connection_association
	some line in resource.tied(member, "connection_id", "aws_dx_connection")
	some key in resource.tied(member, "lag_id", "aws_dx_lag")
}

# METADATA
# description: Keys of what is laid on a line that the plan only names by its id.
adrift contains key if {
	some key, part in laid
	_under(part) == set()
}

# METADATA
# description: >-
#   Set of {"is": "macsec"}, {"is": "none"} or {"unknown": true} by the key of a line, of a group of
#   lines, or of what is laid on one.
encrypted[key] contains known if {
	some key, ciphers in _ciphers
	some known in ciphers
}

encrypted[key] contains known if {
	some key, part in laid
	some line in _under(part)
	some known in _ciphers[line]
}

encrypted[key] contains {"unknown": true} if some key in adrift

_ciphers[key] contains known if some key, known in _connections

_ciphers[key] contains known if {
	some key, group in resource.managed.aws_dx_lag
	some member in resource.tied(group, "connection_id", "aws_dx_connection")
	known := _connections[member]
}

_ciphers[key] contains known if {
	some key, group in resource.managed.aws_dx_lag
	resource.tied(group, "connection_id", "aws_dx_connection") == set()
	known := _grouped(resource.attribute(group, "connection_id"), key)
}

_connections[key] := known if {
	some key, line in resource.managed.aws_dx_connection
	known := _known(resource.attribute(line, "encryption_mode"), line)
}

# a line that should encrypt falls back to clear text where the other side does not answer: only that
# of an existing one is known, by the state of its port
_known(mode, line) := {"is": sure} if {
	sure := {"must_encrypt": "macsec", "no_encrypt": "none"}[mode.is]
} else := {"is": seen} if {
	not mode.unknown
	seen := {"Encryption Up": "macsec", "Encryption Down": "none"}[line.values.port_encryption_status]
} else := {"unknown": true} if {
	_is_asked(mode, line)
} else := {"is": "none"}

_is_asked(mode, _) if mode != {}

# Without a mode AWS sets should_encrypt where MACsec is asked for; it is not, where nobody says so
# (request_macsec is false by default: hashicorp/aws, internal/service/directconnect/connection.go).
_is_asked(_, line) if resource.attribute(line, "request_macsec") in [{"is": true}, {"unknown": true}]

_is_asked(_, line) if line.key in _keyed

# the provider asks for no MACsec for a group, which has that of the line that it is made of
_grouped(member, key) := {"is": "none"} if {
	member == {}
	not key in _keyed
} else := {"unknown": true}

_keyed contains line if {
	some _, association in resource.managed.aws_dx_macsec_key_association
	some line in _under(association)
}

_under(part) := {line |
	some type in ["aws_dx_connection", "aws_dx_lag"]
	some line in resource.tied(part, "connection_id", type)
}

_laid_types := [
	"aws_dx_hosted_connection", "aws_dx_hosted_private_virtual_interface", "aws_dx_hosted_public_virtual_interface",
	"aws_dx_hosted_transit_virtual_interface", "aws_dx_private_virtual_interface", "aws_dx_public_virtual_interface",
	"aws_dx_transit_virtual_interface",
]
