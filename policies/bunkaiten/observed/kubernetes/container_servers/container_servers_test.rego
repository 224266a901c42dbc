package bunkaiten_test.observed.kubernetes.container_servers

import data.bunkaiten.observed.kubernetes.container_servers

test_port_tells_its_server if {
	every port, way in {
		22: "container-ssh",
		1194: "container-vpn",
		500: "container-vpn",
		4500: "container-vpn",
		51820: "container-vpn",
		3389: "container-remote-desktop",
		5900: "container-remote-desktop",
		5901: "container-remote-desktop",
		443: "",
		2222: "",
	} {
		container_servers.by_port({"containerPort": port}) == way
		container_servers.by_port({"containerPort": sprintf("%d", [port]), "name": "https"}) == way
	}
	container_servers.by_port({}) == ""
}

test_name_of_a_port_tells_its_server if {
	every way, names in {
		"container-remote-desktop": ["rdp", "vnc", "xrdp", "vnc-web"],
		"container-ssh": ["SSH", "sftp", "sshd", "ssh-bastion"],
		"container-vpn": ["ike", "ipsec-nat", "l2tp", "openvpn", "ovpn", "vpn", "wg", "wireguard"],
		"": ["", "sshx", "wgx", "metrics-ssh", "myvpn", "http-vnc", "ftp"],
	} {
		every name in names { container_servers.by_port({"containerPort": 2222, "name": name}) == way }
	}
	container_servers.by_port({"containerPort": 22, "name": "vpn"}) == "container-ssh"
}

test_image_tells_its_server if {
	every image, way in {
		"lscr.io/linuxserver/openssh-server:latest": "container-ssh",
		"atmoz/sftp": "container-ssh",
		"panubo/sshd:1.6.0": "container-ssh",
		"registry.aoba.example:5000/infra/Bastion:3@sha256:00": "container-ssh",
		"drakkan/sftpgo": "container-ssh",
		"farmer1992/sshpiperd": "container-ssh",
		"dropbear": "container-ssh",
		"kylemanna/openvpn": "container-vpn",
		"linuxserver/wireguard:1.0": "container-vpn",
		"ghcr.io/wg-easy/wg-easy": "container-vpn",
		"hwdsl2/ipsec-vpn-server": "container-vpn",
		"tailscale/tailscale:v1": "container-tunnel",
		"tailscale/k8s-operator": "container-tunnel",
		"cloudflare/cloudflared:2024.1.1": "container-tunnel",
		"ngrok/ngrok": "container-tunnel",
		"zerotier/zerotier-client": "container-tunnel",
		"aoba/tailscale-vpn": "container-tunnel",
		"strongx509/strongswan": "container-vpn",
		"guacamole/guacd": "container-remote-desktop",
		"linuxserver/rdesktop": "container-remote-desktop",
		"theasp/novnc": "container-remote-desktop",
		"aoba/desktop_vnc": "container-remote-desktop",
	} {
		container_servers.by_image(image) == way
	}
}

test_each_word_tells_its_server if {
	every way, words in {
		"container-remote-desktop": [
			"guacamole", "guacd", "kasm", "meshcentral", "novnc", "rdesktop", "rustdesk", "tigervnc", "vnc",
			"webtop", "x11vnc", "xrdp",
		],
		"container-ssh": ["bastion", "dropbear", "openssh", "sftp", "sftpgo", "sshd", "sshpiper", "sshpiperd"],
		"container-tunnel": [
			"cloudflared", "frpc", "inlets", "inletsctl", "localtunnel", "netbird", "ngrok", "pagekite",
			"rathole", "tailscale", "tailscaled", "twingate", "zerotier", "zerotier-one",
		],
		"container-vpn": [
			"ipsec", "libreswan", "ocserv", "openvpn", "pritunl", "softether", "softethervpn", "strongswan",
			"wg-easy", "wireguard",
		],
	} {
		every word in words {
			container_servers.by_image(concat("", ["aoba/", word, "@sha256:00"])) == way
		}
	}
}

test_other_images_tell_nothing if {
	every image in [
		"nginx:1.27",
		"kumina/openvpn-exporter",
		"aoba/cloudflared-exporter",
		"aoba/mycloudflared",
		"dperson/openvpn-client",
		"aoba/wireguard_operator",
		"aoba/opensshd2",
		"aoba/mybastion",
		"aoba/app:openvpn",
		"aoba/app@sha256:sshd",
		"",
	] {
		container_servers.by_image(image) == ""
	}
}

test_first_word_is_taken_where_two_fit if {
	container_servers.by_image("aoba/sshd-cloudflared") == "container-tunnel"
	container_servers.by_image("aoba/sshd-openvpn") == "container-ssh"
}
