# METADATA
# title: Packet filters of Sakura Cloud
# description: >-
#   Who is let in by the rules of a filter, down to the one that is about all the rest, and the ports of
#   remote login among them. Filters see what comes in alone:
#   https://manual.sakura.ad.jp/cloud/network/packet-filter.html
package bunkaiten.observed.terraform.sakuracloud.packet_filters

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.ends
import data.bunkaiten.observed.terraform.sakuracloud.logins
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: What people call these facts.
ways := {"packet-filter-rule": {"en": "rule of a packet filter", "ja": "パケットフィルタのルール"}}

# METADATA
# description: Attributes that are read, by type.
reads := {
	"sakuracloud_packet_filter": _fields,
	"sakuracloud_packet_filter_rules": array.concat(["packet_filter_id"], _fields),
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {"sakuracloud_packet_filter_rules": [["packet_filter_id", "sakuracloud_packet_filter"]]}

# METADATA
# description: What lets through to the machines that use it only what its rules name.
fences := {"sakuracloud_packet_filter"}

# METADATA
# description: Every network that a rule names.
peers contains found if {
	some line in _lines
	found := fact.on(line.of, line.path, "packet-filter-rule", object.union(line.ports, {
		"who": line.who,
		"direction": "in",
	}))
}

# METADATA
# description: Rules that let remote login in. How one logs in, no rule tells.
accesses contains found if {
	some line in _lines
	way := logins.way(line.protocol, line.ports)
	found := fact.on(line.of, line.path, way, object.union(line.ports, {"who": line.who}))
}

# Filters do not remember connections. Rules for the answers to what went out open nothing that anybody
# serves: to the ports that systems ask from, or by UDP from a well-known port (registry.terraform.io,
# sakuracloud_packet_filter, "Example Usage"). What listens on such a port all the same is not seen.
_lines contains line if {
	some [filter, chain] in _chains
	some index, rule in chain
	index <= _end(chain)
	parts.attribute(rule, "allow") != {"is": false}
	ports := _ports(rule)
	not _is_for_answers(rule, ports)
	line := {
		"of": filter,
		"path": rule.path,
		"who": ends.anybody_or(parts.attribute(rule, "source_network")),
		"protocol": parts.chosen(rule, "protocol", "ip"),
		"ports": ports,
	}
}

# a filter lets through what no rule names: its documented example ends with a rule against all the rest
_lines contains line if {
	some [filter, chain] in _chains
	_end(chain) == count(chain)
	line := {
		"of": filter,
		"path": ["expression"],
		"who": _rest(chain),
		"protocol": {"is": "ip"},
		"ports": {},
	}
}

_rest(chain) := {"unknown": true} if {
	some rule in chain
	some name in _names
	parts.attribute(rule, name).unknown
} else := ends.anybody_or({})

# the rules of a filter, in it or in a resource of their own
_chains contains [filter, chain] if {
	some key, filter in resource.managed.sakuracloud_packet_filter
	not key in _with_rules
	chain := _expressions(filter)
}

_chains contains [rules, chain] if {
	some _, rules in resource.managed.sakuracloud_packet_filter_rules
	chain := parts.of(rules, "expression")
}

_with_rules contains key if {
	some _, rules in resource.managed.sakuracloud_packet_filter_rules
	some key in resource.tied(rules, "packet_filter_id", "sakuracloud_packet_filter")
}

# computed, where nobody wrote any
_expressions(filter) := parts.of(filter, "expression") if {
	resource.attribute(filter, "expression") != {}
} else := []

_end(chain) := min(array.concat([count(chain)], [index | some index, rule in chain; _is_about_all(rule)]))

_is_about_all(rule) if {
	is_boolean(rule.values.allow)
	rule.values.protocol == "ip"
	every name in ["destination_port", "source_network", "source_port"] { parts.attribute(rule, name) == {} }
}

_ports(rule) := {"ports": {"is": [port, port]}} if {
	port := {"http": 80, "https": 443}[rule.values.protocol]
} else := ends.ports(parts.attribute(rule, "destination_port"))

_is_for_answers(rule, _) if rule.values.protocol in {"fragment", "icmp"}

_is_for_answers(rule, ports) if {
	rule.values.protocol in {"tcp", "udp"}
	parts.attribute(rule, "source_network") == {}
	ports.ports.is in [[32768, 60999], [32768, 61000]]
}

_is_for_answers(rule, _) if {
	rule.values.protocol == "udp"
	is_string(rule.values.source_port)
	regex.match(`^[0-9]{1,4}$`, rule.values.source_port)
	to_number(rule.values.source_port) < 1024
}

_fields := [concat(".", ["expression", name]) | some name in _names]

_names := ["allow", "destination_port", "protocol", "source_network", "source_port"]
