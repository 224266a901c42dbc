# METADATA
# title: Servers in containers
# description: >-
#   Which containers let somebody log in, by the ports that they name or by their image. Limits: a
#   port need not be written for a server to listen, the table of images holds only well-known names,
#   a server on another port without a telling name in an image of one's own is not seen, and neither
#   is a shell behind a web page. Pure functions.
package bunkaiten.observed.kubernetes.container_servers

import data.bunkaiten.observed.written

# METADATA
# description: What the server behind a port of a container is for, by its number, else by its name, or "".
by_port(port) := way if {
	way := _ports[number(port)]
} else := min(ways) if {
	ways := {way |
		some way, pattern in _names
		regex.match(pattern, lower(written.text(port, ["name"])))
	}
	count(ways) > 0
} else := ""

# METADATA
# description: >-
#   What the server in an image is for, or "", by the words of its repository, whatever the registry,
#   the tag and the digest are. What only asks or measures such a server is none. "container-tunnel"
#   is what connects to somebody else's network by itself and lets others in through that.
by_image(image) := "container-tunnel" if {
	repository := _repository(image)
	_says(repository, _tunnels)
	not _measures(repository)
} else := min(ways) if {
	repository := _repository(image)
	not _is_none(repository)
	ways := {way |
		some way, words in _words
		_says(repository, words)
	}
	count(ways) > 0
} else := ""

_repository(image) := lower(regex.replace(regex.replace(image, `@.*$`, ""), `:[^/]*$`, ""))

_measures(repository) if _says(repository, ["exporter"])

_is_none(repository) if _says(repository, ["client", "exporter", "operator"])

_says(repository, words) if {
	regex.match(concat("", [`(^|[/_.-])(`, concat("|", words), `)($|[/_.-])`]), repository)
}

# METADATA
# description: The number of a port of a container, as text.
number(port) := written.text(port, ["containerPort"])

# IANA's registry of ports; WireGuard's own is a custom
_ports := {
	"1194": "container-vpn",
	"22": "container-ssh",
	"3389": "container-remote-desktop",
	"4500": "container-vpn",
	"500": "container-vpn",
	"51820": "container-vpn",
	"5900": "container-remote-desktop",
	"5901": "container-remote-desktop",
}

# what people call these ports; at most 15 letters (IANA_SVC_NAME)
_names := {
	"container-remote-desktop": `^(rdp|vnc|xrdp)(-|$)`,
	"container-ssh": `^(sftp|ssh|sshd)(-|$)`,
	"container-vpn": `^(ike|ipsec|l2tp|openvpn|ovpn|vpn|wg|wireguard)(-|$)`,
}

# such as cloudflare/cloudflared, tailscale/k8s-operator, twingate/connector
_tunnels := [
	"cloudflared", "frpc", "inlets", "inletsctl", "localtunnel", "netbird", "ngrok", "pagekite", "rathole",
	"tailscale", "tailscaled", "twingate", "zerotier", "zerotier-one",
]

# such as linuxserver/openssh-server, atmoz/sftp, kylemanna/openvpn, hwdsl2/ipsec-vpn-server
_words := {
	"container-remote-desktop": [
		"guacamole", "guacd", "kasm", "meshcentral", "novnc", "rdesktop", "rustdesk", "tigervnc", "vnc",
		"webtop", "x11vnc", "xrdp",
	],
	"container-ssh": ["bastion", "dropbear", "openssh", "sftp", "sftpgo", "sshd", "sshpiper", "sshpiperd"],
	"container-vpn": [
		"ipsec", "libreswan", "ocserv", "openvpn", "pritunl", "softether", "softethervpn", "strongswan",
		"wg-easy", "wireguard",
	],
}
