# METADATA
# title: Ends of rules of security groups of AWS
# description: Who is on the other side of a rule of security_group_rules, and through which ports.
package bunkaiten.observed.terraform.aws.security_group_ends

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.aws.prefix_lists

# METADATA
# description: Attributes that are read, by type.
reads := {"aws_vpc_endpoint": ["prefix_list_id"]}

# METADATA
# description: >-
#   Who is on the other side of a rule, each with the path to it. Groups of the same account and
#   prefix lists of endpoints cross nothing; a prefix list that the plan makes stands for what is in
#   it, and what is in another one, no plan tells.
of(line) := ({end |
	some field in _networks
	walk(line.values[field], [path, written])
	is_string(written)
	written != ""
	end := {"path": array.concat([field], path), "who": {"is": fact.network(written)}}
} | {end |
	some field in _groups
	walk(line.values[field], [path, written])
	is_string(written)
	regex.match(`^[0-9]{12}/`, written)
	account := split(written, "/")[0]
	document := line.of.document
	not _is_own(document, account)
	end := {"path": array.concat([field], path), "who": {"is": {"by": "account", "name": account}}}
}) | _unreadable(line)

# METADATA
# description: The ports of a rule; {} stands for all, or for a protocol that has none.
ports(line) := {"unknown": true} if {
	spoken := protocol(line)
	not _portless[spoken]
	some field in ["from_port", "ip_protocol", "protocol", "to_port"]
	line.unknown[field] == true
} else := {"is": [line.values.from_port, line.values.to_port]} if {
	protocol(line) in {"17", "6", "tcp", "udp"}
	is_number(line.values.from_port)
	is_number(line.values.to_port)
} else := {}

# METADATA
# description: The protocol of a rule in lower case, "" where it is unknown.
protocol(line) := lower(written) if {
	some field in ["ip_protocol", "protocol"]
	written := line.values[field]
	is_string(written)
} else := ""

_portless := {"-1", "all"}

_unreadable(line) := {end |
	some field in _networks
	walk(line.unknown[field], [path, true])
	end := {"path": array.concat([field], path), "who": {"unknown": true}}
} | {end |
	some field in ["prefix_list_id", "prefix_list_ids"]
	some part in ["unknown", "values"]
	walk(line[part][field], [path, written])
	_is_list(written)
	not _is_endpoint(line, field, written)
	some network in _listed(line, field, written)
	end := {"path": array.concat([field], path), "who": _who(network)}
}

_listed(line, field, written) := {network | some key in found; some network in _lists[key]} if {
	found := _keys(line, field, written)
	count(found) > 0
} else := {{"unknown": true}}

# of several lists nobody can tell which one is meant
_keys(line, field, true) := found if {
	found := prefix_lists.referred(line.of, _attribute(line, field))
	count(found) == 1
}

_keys(_, _, written) := _lists_by_id[written]

_who(network) := {"is": fact.network(network.is)} if {
	network.is
} else := network

_is_list(written) if written == true

_is_list(written) if {
	is_string(written)
	startswith(written, "pl-")
}

# an existing endpoint says which list is its own
_is_endpoint(line, field, written) if {
	some key in resource.tied(line.of, _attribute(line, field), "aws_vpc_endpoint")
	_own_lists[key] == written
}

# of a new one the references tell, unless they name other lists too: the blocks of a group hold theirs
# together
_is_endpoint(line, field, true) if {
	attribute := _attribute(line, field)
	count(resource.tied(line.of, attribute, "aws_vpc_endpoint")) > 0
	every referred in configuration.referred(line.of, attribute) { not contains(referred, "prefix_list.") }
}

_own_lists[key] := list if {
	some key, endpoint in resource.managed.aws_vpc_endpoint
	list := endpoint.values.prefix_list_id
}

# by rules of their own: regorus finds nothing where a function names a rule of another package
_lists[key] := found if some key, found in prefix_lists.networks

_lists_by_id[id] := keys if some id, keys in prefix_lists.by_id

_attribute(line, field) := array.concat(line.path, [field])[0]

_is_own(document, account) if account in _accounts[document]

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_accounts := resource.accounts

_networks := ["cidr_blocks", "cidr_ipv4", "cidr_ipv6", "ipv6_cidr_blocks"]

_groups := ["referenced_security_group_id", "security_groups", "source_security_group_id"]
