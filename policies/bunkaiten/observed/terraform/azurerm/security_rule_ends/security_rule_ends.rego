# METADATA
# title: Ends of rules of network security groups of Azure
# description: >-
#   Who is on the other side of a rule of security_rules, and through which ports, as far as no rule
#   that goes before keeps it out.
package bunkaiten.observed.terraform.azurerm.security_rule_ends

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.terraform.azurerm.security_rules

# METADATA
# description: >-
#   Who is on the other side of a rule, each with the path to it. Networks that are connected and
#   Azure's own probes cross nothing; other service tags stand for services.
of(line) := (({end |
	some [path, written] in security_rules.texts(line, _side(line))
	not _is_within(written)
	not _is_kept_out(line, written)
	end := {"path": path, "who": {"is": _who(written)}}
} | {{"path": [name], "who": {"unknown": true}} |
	some name in security_rules.hidden(line, _side(line))
	not _is_kept_out(line, "?")
}) | {{"path": [name], "who": {"unknown": true}} |
	line.direction == "both"
	name := "direction"
}) | {{"path": [name], "who": {"unknown": true}} |
	line.unknown.access == true
	name := "access"
}

# METADATA
# description: >-
#   The ranges of ports of a rule, as a set; {} stands for all, or for a protocol that has none.
ports(line) := {{"unknown": true}} if {
	count(security_rules.hidden(line, "port")) > 0
} else := {{}} if {
	protocol(line) in {"ah", "esp", "icmp"}
} else := {_range(written) | some [_, written] in security_rules.texts(line, "port")}

# METADATA
# description: The protocol of a rule in lower case, "" where it is unknown.
protocol(line) := lower(line.values.protocol) if {
	is_string(line.values.protocol)
} else := ""

# METADATA
# description: A rule that keeps everything of a direction from everybody, or from the internet.
is_shut(group, direction) if {
	some line in _closings[group]
	line.direction == direction
	protocol(line) == "*"
	{{}} == ports(line)
	some [_, written] in security_rules.texts(line, _side(line))
	lower(written) in _everybody
	some [_, other] in security_rules.texts(line, _near(line))
	other == "*"
}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_closings[group] := lines if some group, lines in security_rules.closings

_side(line) := "destination" if {
	line.direction == "out"
} else := "source"

_near(line) := "source" if {
	line.direction == "out"
} else := "destination"

# service tags: learn.microsoft.com/azure/virtual-network/service-tags-overview
_within := {"azureloadbalancer", "virtualnetwork"}

_is_within(written) if lower(written) in _within

_everybody := {"*", "0.0.0.0/0", "::/0", "any", "internet"}

_who(written) := {"by": "anybody", "name": written} if {
	lower(written) in _everybody
} else := fact.network(written) if {
	contains(written, "/")
} else := fact.network(sprintf("%s/32", [written])) if {
	regex.match(`^[0-9.]+$`, written)
} else := fact.network(sprintf("%s/128", [written])) if {
	contains(written, ":")
} else := {"by": "service", "name": written}

# total: what is no range may be any
_range(written) := {} if {
	written == "*"
} else := {"is": [to_number(written), to_number(written)]} if {
	regex.match(`^[0-9]{1,5}$`, written)
} else := {"is": [to_number(first), to_number(last)]} if {
	regex.match(`^[0-9]{1,5}-[0-9]{1,5}$`, written)
	[first, last] := split(written, "-")
} else := {"unknown": true}

# a rule with a lower number goes before; one that keeps out more than this one lets in
_is_kept_out(line, written) if {
	some group in line.groups
	some closing in _closings[group]
	closing.direction == line.direction
	closing.values.priority < line.values.priority
	protocol(closing) in {"*", protocol(line)}
	_covers(closing, written)
	some [_, other] in security_rules.texts(closing, _near(line))
	other == "*"
	every range in ports(line) {
		some closed in ports(closing)
		_holds(closed, range)
	}
}

_covers(closing, written) if {
	some [_, closed] in security_rules.texts(closing, _side(closing))
	closed in {"*", written}
}

_covers(closing, written) if {
	some [_, closed] in security_rules.texts(closing, _side(closing))
	lower(closed) == "internet"
	lower(written) in (_everybody - {"*", "any"})
}

_holds(closed, _) if closed == {}

_holds(closed, range) if {
	closed.is[0] <= range.is[0]
	range.is[1] <= closed.is[1]
}
