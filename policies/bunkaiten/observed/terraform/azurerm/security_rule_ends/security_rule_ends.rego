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
#   Who is on the other side of a rule, each with the path to it. Networks that are connected and what
#   Azure itself runs its machines by cross nothing; other service tags stand for services.
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
ports(line) := {{}} if {
	protocol(line) in {"ah", "esp", "icmp"}
} else := {{"unknown": true}} if {
	count(security_rules.hidden(line, "port")) > 0
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
	_is_for_all_within(line)
}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_closings[group] := lines if some group, lines in security_rules.closings

_side(line) := "destination" if {
	line.direction == "out"
} else := "source"

_near(line) := "source" if {
	line.direction == "out"
} else := "destination"

# on this side there is the virtual network, and nothing else
_is_for_all_within(line) if {
	some [_, near] in security_rules.texts(line, _near(line))
	lower(near) in {"*", "any", "virtualnetwork"}
}

# service tags: learn.microsoft.com/azure/virtual-network/service-tags-overview. By some Azure manages
# what one runs there, knows its people and watches its machines; they hold nothing of others.
_within := {
	"apimanagement", "appservicemanagement", "azureactivedirectory", "azureloadbalancer", "azuremonitor",
	"azureplatformdns", "azureplatformimds", "azureplatformlkm", "batchnodemanagement", "gatewaymanager",
	"guestandhybridmanagement", "sqlmanagement", "virtualnetwork",
}

_is_within(written) if split(lower(written), ".")[0] in _within

_everybody := {"*", "0.0.0.0/0", "::/0", "any", "internet"}

# whoever rents a machine of Azure is there
_is_anybody(written) if lower(written) in _everybody

_is_anybody(written) if split(lower(written), ".")[0] == "azurecloud"

_who(written) := {"by": "anybody", "name": written} if {
	_is_anybody(written)
} else := fact.network(written) if {
	contains(written, "/")
} else := fact.network(sprintf("%s/32", [written])) if {
	regex.match(`^[0-9.]+$`, written)
} else := fact.network(sprintf("%s/128", [written])) if {
	contains(written, ":")
} else := {"by": "service", "name": written}

# total: what is no range may be any
_range(written) := {} if {
	written in {"*", "0-65535"}
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
	_is_for_all_within(closing)
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
