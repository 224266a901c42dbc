# METADATA
# title: What the firewalls of VPC routers let through
# description: >-
#   Whom traffic out of a router goes to and traffic in comes from, by the rules of the interface
#   outside or, where those keep nothing out, by those of all interfaces inside. Firewalls remember
#   connections: https://manual.sakura.ad.jp/cloud/network/vpn-router/vpn-firewall.html
package bunkaiten.observed.terraform.sakuracloud.firewalls

import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.sakuracloud.ends
import data.bunkaiten.observed.terraform.sakuracloud.firewall_chains
import data.bunkaiten.observed.terraform.sakuracloud.parts

# METADATA
# description: >-
#   By key of the router, each opening: its direction ("in" or "out"), path ([] where no rule says
#   so), who, protocol as an attribute, and ports. Where there are rules and none keeps the rest out,
#   whom the rest is open to is unknown: the manual does not tell.
through[key] contains opening if {
	some key, sides in _sides
	some direction, places in sides
	some line in _lines(places, _chains[key])
	opening := {
		"direction": direction,
		"path": line.path,
		"who": ends.anybody_or(parts.attribute(line.part, _other_side[direction])),
		"protocol": parts.chosen(line.part, "protocol", "ip"),
		"ports": ends.ports(parts.attribute(line.part, "destination_port")),
	}
}

through[key] contains {
	"direction": direction,
	"path": path,
	"who": who,
	"protocol": {"is": "ip"},
	"ports": {},
} if {
	some key, sides in _sides
	some direction, places in sides
	chains := _chains_of(key)
	not _is_closed(places, chains)
	every line in _lines(places, chains) { line.part.unknown != true }
	[path, who] := _rest(places, chains)
}

_other_side := {"in": "source_network", "out": "destination_network"}

# outside, and inside
_sides[key] := {
	"in": {"outside": [0, "receive"], "inside": {[index, "send"] | some index in interfaces}},
	"out": {"outside": [0, "send"], "inside": {[index, "receive"] | some index in interfaces}},
} if {
	some key, interfaces in firewall_chains.inside
}

_chains[key] := object.get(_written, key, {}) if some key, _ in resource.managed.sakuracloud_vpc_router

_written[key] := chains if some key, chains in firewall_chains.of

_chains_of(key) := _chains[key]

_lines(places, chains) := chains[places.outside].lines if {
	chains[places.outside].is_closed
} else := [line | some place in places.inside; some line in chains[place].lines] if {
	_are_closed(places.inside, chains)
} else := [line | some line in chains[places.outside].lines]

_is_closed(places, chains) if chains[places.outside].is_closed

_is_closed(places, chains) if _are_closed(places.inside, chains)

_are_closed(inside, chains) if {
	count(inside) > 0
	every place in inside { chains[place].is_closed }
}

# somewhere on the way there are rules
_rest(places, chains) := [["firewall"], {"unknown": true}] if {
	chains[places.outside]
} else := [["firewall"], {"unknown": true}] if {
	some [-1, _] in places.inside
	count(chains) > 0
} else := [["firewall"], {"unknown": true}] if {
	count(places.inside) > 0
	every place in places.inside { chains[place] }
} else := [[], ends.anybody_or({})]
