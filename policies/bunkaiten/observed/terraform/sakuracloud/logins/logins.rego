# METADATA
# title: Ports of remote login
# description: >-
#   Which way in an opened range of ports is. Pure functions; the words are those of the other clouds.
package bunkaiten.observed.terraform.sakuracloud.logins

# METADATA
# description: What people call these facts.
ways := {
	"rdp": {"en": "remote desktop (RDP)", "ja": "リモートデスクトップ（RDP）"},
	"remote-login": {"en": "ports of several kinds of remote login", "ja": "複数種類のリモートログイン用ポート"},
	"ssh": {"en": "SSH", "ja": "SSH"},
	"telnet": {"en": "Telnet", "ja": "Telnet"},
	"vnc": {"en": "VNC", "ja": "VNC"},
	"winrm": {"en": "Windows Remote Management", "ja": "Windows リモート管理（WinRM）"},
}

# METADATA
# description: >-
#   The way in that a fact with these ports and this protocol opens; undefined where it opens none. No
#   ports are all ports.
way(protocol, opened) := word if {
	not _carries_no_login(protocol)
	word := _word(object.get(opened, "ports", {}))
}

_carries_no_login(protocol) if protocol.is in {"fragment", "http", "https", "icmp", "udp"}

_word(ports) := "remote-login" if {
	not ports.is
} else := word if {
	held := _held(ports.is)
	count(held) == 1
	some word in held
} else := "remote-login" if {
	count(_held(ports.is)) > 1
}

_held(range) := {word |
	some word, login in {
		"rdp": [3389, 3389],
		"ssh": [22, 22],
		"telnet": [23, 23],
		"vnc": [5900, 5901],
		"winrm": [5985, 5986],
	}
	range[0] <= login[1]
	login[0] <= range[1]
}
