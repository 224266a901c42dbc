package bunkaiten_test.observed.terraform.sakuracloud.logins

import data.bunkaiten.observed.terraform.sakuracloud.logins

test_ways_in_by_port if {
	every case in [
		[[22, 22], "ssh"],
		[[23, 23], "telnet"],
		[[3389, 3389], "rdp"],
		[[5901, 5901], "vnc"],
		[[5986, 5986], "winrm"],
		[[1, 65535], "remote-login"],
	] {
		logins.way({"is": "tcp"}, {"ports": {"is": case[0]}}) == case[1]
	}
	logins.way({"is": "ip"}, {}) == "remote-login"
	logins.way({"unknown": true}, {"ports": {"unknown": true}}) == "remote-login"
}

test_what_opens_no_way_in if {
	not logins.way({"is": "tcp"}, {"ports": {"is": [443, 443]}})
	every protocol in ["fragment", "http", "https", "icmp", "udp"] {
		count([way | way := logins.way({"is": protocol}, {})]) == 0
	}
}

test_what_facts_are_called if {
	object.keys(logins.ways) == {"rdp", "remote-login", "ssh", "telnet", "vnc", "winrm"}
}
