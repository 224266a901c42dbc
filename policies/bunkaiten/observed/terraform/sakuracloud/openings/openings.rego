# METADATA
# title: What VPC routers hand on from outside
# description: >-
#   Port forwarding and static NAT: which machines inside are reached from outside, by whom, as the
#   firewall of the router says it, and the ports of remote login among them.
package bunkaiten.observed.terraform.sakuracloud.openings

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.firewalls
import data.bunkaiten.observed.terraform.sakuracloud.logins
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: What people call these facts.
ways := {
	"port-forwarding": {"en": "port forwarding", "ja": "ポートフォワーディング"},
	"static-nat": {"en": "static NAT", "ja": "スタティック NAT"},
}

# METADATA
# description: Attributes that are read, by type.
reads := {"sakuracloud_vpc_router": [
	"port_forwarding.private_port", "port_forwarding.protocol", "port_forwarding.public_port",
	"static_nat.private_ip",
]}

# METADATA
# description: A router lets through to the machines behind it only what its rules say.
fences := {"sakuracloud_vpc_router"}

# METADATA
# description: Who reaches what is handed on.
peers contains found if {
	some one in _opened
	found := fact.on(one.of, one.path, one.way, object.union({"who": one.who, "direction": "in"}, one.ports))
}

# METADATA
# description: The ports of remote login among it. How one logs in, no router tells.
accesses contains found if {
	some one in _opened
	some inner in one.inner
	way := logins.way(one.protocol, inner)
	found := fact.on(one.of, one.path, way, object.union({"who": one.who}, one.ports))
}

# a rule may be about the port outside or inside: the manual does not tell when it is asked
_opened contains one if {
	some key, router in resource.managed.sakuracloud_vpc_router
	some forwarding in parts.of(router, "port_forwarding")
	outer := _ports(forwarding, "public_port")
	inner := _ports(forwarding, "private_port")
	protocol := parts.attribute(forwarding, "protocol")
	some line in firewalls.through[key]
	line.direction == "in"
	_is_about(line, protocol, [outer, inner])
	one := {
		"of": router,
		"path": _path(line, forwarding),
		"way": "port-forwarding",
		"who": line.who,
		"protocol": protocol,
		"ports": outer,
		"inner": {outer, inner},
	}
}

_opened contains one if {
	some key, router in resource.managed.sakuracloud_vpc_router
	some nat in parts.of(router, "static_nat")
	some line in firewalls.through[key]
	line.direction == "in"
	one := {
		"of": router,
		"path": _path(line, nat),
		"way": "static-nat",
		"who": line.who,
		"protocol": line.protocol,
		"ports": line.ports,
		"inner": {line.ports},
	}
}

_ports(forwarding, name) := {"ports": {"is": [port.is, port.is]}} if {
	port := parts.attribute(forwarding, name)
	is_number(port.is)
} else := {"ports": {"unknown": true}}

_is_about(line, protocol, opened) if {
	_may_be(line.protocol, protocol)
	some one in opened
	_meet(line.ports, one)
}

_may_be(wanted, _) if not _is_one(wanted)

_may_be(_, protocol) if not _is_one(protocol)

_may_be(wanted, protocol) if wanted == protocol

_is_one(protocol) if protocol.is in {"tcp", "udp"}

_meet(line, _) if not line.ports.is

_meet(_, opened) if not opened.ports.is

_meet(line, opened) if {
	line.ports.is[0] <= opened.ports.is[1]
	opened.ports.is[0] <= line.ports.is[1]
}

# the rule where there is one, so that two of them are told apart
_path(line, block) := line.path if {
	count(line.path) > 1
} else := block.path
