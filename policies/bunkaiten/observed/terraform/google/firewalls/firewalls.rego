# METADATA
# title: Firewalls of Google Cloud
# description: >-
#   Who is let in and out by the rules of VPC firewalls and firewall policies, the ports of remote
#   login that they open, and the networks that everything may leave because no rule keeps it in.
package bunkaiten.observed.terraform.google.firewalls

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.resource
import data.bunkaiten.observed.terraform.google.firewall_closed
import data.bunkaiten.observed.terraform.google.firewall_ends
import data.bunkaiten.observed.terraform.google.firewall_ports
import data.bunkaiten.observed.terraform.google.firewall_rules

# METADATA
# description: What people call these facts; those of remote login are called as in AWS.
ways := {
	"firewall-rule": {"en": "firewall rule", "ja": "ファイアウォールの規則"},
	"implied-egress": {"en": "traffic out that no firewall rule denies", "ja": "ファイアウォールの規則が拒まない外向きの通信"},
	"rdp": {"en": "remote desktop (RDP)", "ja": "リモートデスクトップ（RDP）"},
	"remote-login": {"en": "ports of several kinds of remote login", "ja": "複数種類のリモートログイン用ポート"},
	"ssh": {"en": "SSH", "ja": "SSH"},
	"telnet": {"en": "Telnet", "ja": "Telnet"},
	"vnc": {"en": "VNC", "ja": "VNC"},
	"winrm": {"en": "Windows Remote Management", "ja": "Windows リモート管理（WinRM）"},
}

# METADATA
# description: What lets through to the machines in it only what the rules about it name.
fences := {"google_compute_network"}

# METADATA
# description: Every network, host and country that a rule names.
peers contains found if {
	some line in _lines
	found := fact.on(line.of, line.path, "firewall-rule", object.union(
		{"who": line.who, "direction": line.direction},
		_ports(line.ports),
	))
}

# everything may leave a network, unless a rule says otherwise:
# https://cloud.google.com/firewall/docs/firewalls ("Implied rules")
peers contains found if {
	some key, network in resource.managed.google_compute_network
	closed := firewall_closed.networks
	not key in closed
	found := fact.on(network, [], "implied-egress", {"who": _anybody(key), "direction": "out"})
}

_anybody(key) := {"unknown": true} if {
	key in _perhaps
} else := {"is": fact.network("0.0.0.0/0")}

# by a rule of its own: regorus finds nothing where a function names a rule of another package
_perhaps contains key if some key in firewall_closed.perhaps

# METADATA
# description: Rules that let remote login in. How one logs in, no rule tells.
accesses contains found if {
	some line in _lines
	line.direction == "in"
	line.protocol in {"", "all", "tcp"}
	way := _login(line.ports)
	found := fact.on(line.of, line.path, way, object.union({"who": line.who}, _ports(line.ports)))
}

# where a rule has several ports, each is shown by itself
_lines contains line if {
	some rule in firewall_rules.allowing
	opened := firewall_ports.of(rule)
	some one in opened
	some end in firewall_ends.of(rule)
	line := {
		"of": rule.of,
		"path": [end.path, one.path][min([1, count(opened) - 1])],
		"who": end.who,
		"direction": end.direction,
		"protocol": one.protocol,
		"ports": one.ports,
	}
}

_ports(opened) := {"ports": opened} if {
	count(opened) > 0
} else := {}

_login(opened) := "remote-login" if {
	not opened.is
} else := way if {
	held := _held(opened.is)
	count(held) == 1
	some way in held
} else := "remote-login" if {
	count(_held(opened.is)) > 1
}

_held(range) := {way |
	some way, login in {
		"rdp": [3389, 3389],
		"ssh": [22, 22],
		"telnet": [23, 23],
		"vnc": [5900, 5901],
		"winrm": [5985, 5986],
	}
	range[0] <= login[1]
	login[0] <= range[1]
}
