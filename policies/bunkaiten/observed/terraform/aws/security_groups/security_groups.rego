# METADATA
# title: Security groups of AWS
# description: >-
#   Who is let in and out by the rules of security groups, and the ports of remote login that they
#   open. Private networks are named like any other: whose they are, declarations say.
package bunkaiten.observed.terraform.aws.security_groups

import data.bunkaiten.observed.fact
import data.bunkaiten.observed.terraform.aws.security_group_ends
import data.bunkaiten.observed.terraform.aws.security_group_rules

# METADATA
# description: What people call these facts.
ways := {
	"rdp": {"en": "remote desktop (RDP)", "ja": "リモートデスクトップ（RDP）"},
	"remote-login": {"en": "ports of several kinds of remote login", "ja": "複数種類のリモートログイン用ポート"},
	"security-group-rule": {"en": "security group rule", "ja": "セキュリティグループの規則"},
	"ssh": {"en": "SSH", "ja": "SSH"},
	"telnet": {"en": "Telnet", "ja": "Telnet"},
	"vnc": {"en": "VNC", "ja": "VNC"},
	"winrm": {"en": "Windows Remote Management", "ja": "Windows リモート管理（WinRM）"},
}

# METADATA
# description: Which attributes tell what a resource belongs to, by type, with the type of that.
satellites := {type: groups |
	some type in [
		"aws_security_group_rule",
		"aws_vpc_security_group_egress_rule",
		"aws_vpc_security_group_ingress_rule",
	]
	groups := [
		["security_group_id", "aws_security_group"],
		["security_group_id", "aws_default_security_group"],
	]
}

# METADATA
# description: What lets through to what uses it only what its rules name.
fences := {"aws_default_security_group", "aws_security_group"}

# METADATA
# description: Every network that a rule names, and every account whose group it names.
peers contains found if {
	some _, line in security_group_rules.lines
	some end in security_group_ends.of(line)
	found := fact.on(line.of, array.concat(line.path, end.path), "security-group-rule", object.union(
		{"who": end.who, "direction": line.direction},
		_ports(security_group_ends.ports(line)),
	))
}

# METADATA
# description: Rules that let remote login in. How one logs in, no rule tells.
accesses contains found if {
	some _, line in security_group_rules.lines
	line.direction in {"both", "in"}
	security_group_ends.protocol(line) in {"", "-1", "6", "all", "tcp"}
	opened := security_group_ends.ports(line)
	way := _login(opened)
	some end in security_group_ends.of(line)
	found := fact.on(line.of, array.concat(line.path, end.path), way, object.union({"who": end.who}, _ports(opened)))
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
