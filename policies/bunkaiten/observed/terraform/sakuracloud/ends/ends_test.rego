package bunkaiten_test.observed.terraform.sakuracloud.ends

import data.bunkaiten.observed.terraform.sakuracloud.ends

test_networks_and_addresses if {
	every written, name in {
		"198.51.100.7": "198.51.100.7/32",
		"198.51.100.0/24": "198.51.100.0/24",
		"2001:db8::1": "2001:db8::1/128",
	} {
		ends.network({"is": written}) == {"is": {"by": "network", "name": name}}
	}
	ends.network({"is": "0.0.0.0/0"}).is.by == "anybody"
	every other in [{"is": "x"}, {"is": 7}, {"is": null}, {"unknown": true}, {}] {
		ends.network(other) == {"unknown": true}
	}
}

test_nothing_set_is_anybody if {
	ends.anybody_or({}) == {"is": {"by": "anybody", "name": "0.0.0.0/0"}}
	ends.anybody_or({"is": "198.51.100.7"}).is.by == "network"
	ends.anybody_or({"unknown": true}) == {"unknown": true}
}

test_hosts if {
	ends.host({"is": "A.example"}) == {"is": {"by": "host", "name": "a.example"}}
	ends.host({"is": "198.51.100.7"}).is.by == "network"
	ends.host({"is": 7}) == {"unknown": true}
}

test_ports if {
	ends.ports({}) == {}
	ends.ports({"is": "443"}) == {"ports": {"is": [443, 443]}}
	ends.ports({"is": "8000-8999"}) == {"ports": {"is": [8000, 8999]}}
	every other in [{"is": "http"}, {"is": 443}, {"unknown": true}] {
		ends.ports(other) == {"ports": {"unknown": true}}
	}
}
