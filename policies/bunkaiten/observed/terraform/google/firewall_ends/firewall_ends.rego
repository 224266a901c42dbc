# METADATA
# title: Whom firewall rules of Google Cloud are about
# description: >-
#   The networks, hosts and countries that a rule names on the other side. Tags and service accounts
#   name machines of the same network, and Google's own ranges nobody from outside.
package bunkaiten.observed.terraform.google.firewall_ends

import data.bunkaiten.observed.configuration
import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.google_ranges

# METADATA
# description: Attributes that are read, by type; firewall_rules reads the blocks that they stand in.
reads := {
	"google_compute_firewall": ["destination_ranges", "source_ranges", "source_service_accounts", "source_tags"],
	"google_network_security_address_group": ["items"],
}

# METADATA
# description: >-
#   Who is on the other side of a rule, each with the path to it and the way that traffic goes, "in"
#   or "out". A rule that names nobody is about everybody.
of(rule) := {end |
	some direction in {"both": ["in", "out"], "in": ["in"], "out": ["out"]}[rule.direction]
	some end in _on_side(rule, direction)
}

_on_side(rule, direction) := set() if {
	rule.match.values[_contexts[direction]] in {"INTRA_VPC", "VPC_NETWORKS"}
} else := {{"path": rule.match.path, "direction": direction, "who": {"is": fact.network("0.0.0.0/0")}}} if {
	not _is_narrow(rule, direction)
} else := {object.union(end, {"direction": direction}) | some end in _named(rule, direction)}

# https://cloud.google.com/firewall/docs/firewalls ("Source and destination filtering")
_is_narrow(rule, direction) if {
	some kind, fields in _fields
	some field in fields[direction]
	_is_written(rule, field)
}

_is_written(rule, field) if resource.is_set(rule.match.values[field])

_is_written(rule, field) if _is_late(rule, field)

_is_late(rule, field) if {
	rule.match.unknown[field] == true
	_is_chosen(rule, field)
}

_is_chosen(_, field) if not _filled_in[field]

_is_chosen(rule, field) if configuration.is_written(rule.of, field)

# by the provider, where nobody wrote them; source_ranges until release 4
_filled_in := {"destination_ranges", "source_ranges"}

_named(rule, direction) := union({
	_late(rule, direction),
	{end | some field in _fields.groups[direction]; some end in _of_groups(rule, field)},
	{end |
		some kind in ["countries", "hosts", "networks"]
		some field in _fields[kind][direction]
		walk(rule.match.values[field], [path, written])
		is_string(written)
		written != ""
		not written in _own_ranges
		end := {"path": _path(rule, field, path), "who": {"is": _who(kind, written)}}
	},
})

_who("countries", written) := {"by": "anybody", "name": written}

_who("hosts", written) := fact.host(written)

_who("networks", written) := fact.network(_with_bits(written))

# lists of Google's own making, and what is known only after apply
_late(rule, direction) := ({{"path": _path(rule, field, []), "who": {"unknown": true}} |
	some field in _fields.lists[direction]
	_is_written(rule, field)
} | {{"path": _path(rule, field, []), "who": {"unknown": true}} |
	some kind in ["countries", "hosts", "networks"]
	some field in _fields[kind][direction]
	_is_late(rule, field)
}) | {{"path": _path(rule, field, path), "who": {"unknown": true}} |
	some kind in ["countries", "hosts", "networks"]
	some field in _fields[kind][direction]
	is_array(rule.match.unknown[field])
	walk(rule.match.unknown[field], [path, true])
}

# what the groups of the plan hold; of another group nobody can tell
_of_groups(rule, field) := {{"path": _path(rule, field, []), "who": who} |
	some key in _tied(rule, field)
	some who in _members[key]
} if {
	_is_written(rule, field)
	count(_tied(rule, field)) > 0
} else := {{"path": _path(rule, field, []), "who": {"unknown": true}}} if {
	_is_written(rule, field)
} else := set()

_tied(rule, field) := resource.tied(rule.of, _attribute(rule, field), "google_network_security_address_group")

_attribute(rule, field) := array.concat(rule.match.path, [field])[0]

_members[key] contains {"is": fact.network(_with_bits(written))} if {
	some key, group in resource.managed.google_network_security_address_group
	some item in resource.items(group, "items")
	written := item.values
	is_string(written)
}

_members[key] contains {"unknown": true} if {
	some key, group in resource.managed.google_network_security_address_group
	walk(object.get(group.unknown, "items", false), [_, true])
}

# by a rule of its own: regorus finds nothing where a function names data of another package
_own_ranges contains range if some range, _ in google_ranges

_path(rule, field, path) := array.concat(array.concat(rule.match.path, [field]), path)

_with_bits(written) := written if {
	contains(written, "/")
} else := concat("/", [written, "128"]) if {
	contains(written, ":")
} else := concat("/", [written, "32"])

_contexts := {"in": "src_network_context", "out": "dest_network_context"}

_fields := {
	"countries": {"in": ["src_region_codes"], "out": ["dest_region_codes"]},
	"groups": {"in": ["src_address_groups"], "out": ["dest_address_groups"]},
	"hosts": {"in": ["src_fqdns"], "out": ["dest_fqdns"]},
	"lists": {"in": ["src_threat_intelligences"], "out": ["dest_threat_intelligences"]},
	"machines": {
		"in": ["source_service_accounts", "source_tags", "src_networks", "src_secure_tag", "src_secure_tags"],
		"out": [],
	},
	"networks": {"in": ["source_ranges", "src_ip_ranges"], "out": ["destination_ranges", "dest_ip_ranges"]},
}
