package bunkaiten_test.observed.terraform.aws.url

import data.bunkaiten.observed.terraform.aws.url

_schemes := {"http": {"encrypted": "none", "port": 80}, "https": {"encrypted": "tls", "port": 443}}

_host(name) := {"is": {"by": "host", "name": name}}

test_whom_a_url_leads_to if {
	cases := {
		"https://a.example": [_host("a.example"), "tls", {"is": [443, 443]}],
		"HTTPS://A.example/path?x=http://b.example": [_host("a.example"), "tls", {"is": [443, 443]}],
		"http://a.example:8080/x": [_host("a.example"), "none", {"is": [8080, 8080]}],
		"http://user@a.example?x#y": [_host("a.example"), "none", {"is": [80, 80]}],
		"http://a.example:${stageVariables.port}/": [_host("a.example"), "none", {"unknown": true}],
		"https://A.example./x": [_host("a.example"), "tls", {"is": [443, 443]}],
		"https://203.0.113.7:444": [{"is": {"by": "network", "name": "203.0.113.7/32"}}, "tls", {"is": [444, 444]}],
		"https://${stageVariables.host}/x": [{"unknown": true}, "tls", {"is": [443, 443]}],
		"https://[2001:db8::1]/": [{"unknown": true}, "tls", {"unknown": true}],
	}
	every text, known in cases {
		url.peer({"is": text}, _schemes) == {"who": known[0], "encrypted": {"is": known[1]}, "ports": known[2]}
	}
}

test_what_is_no_url if {
	cases := [{"unknown": true}, {}, {"is": 7}, {"is": "a.example"}, {"is": "ftp://a.example"}, {"is": "https:///x"}]
	every attribute in cases {
		url.peer(attribute, _schemes) == {"who": {"unknown": true}, "encrypted": {"unknown": true}}
	}
}
