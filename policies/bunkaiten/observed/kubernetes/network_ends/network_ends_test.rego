package bunkaiten_test.observed.kubernetes.network_ends

import data.bunkaiten.observed.kubernetes.network_ends

test_who_is_told_by_the_form_of_the_name if {
	every name, who in {
		"203.0.113.9": {"by": "network", "name": "203.0.113.9/32"},
		"198.51.100.0/24": {"by": "network", "name": "198.51.100.0/24"},
		"0.0.0.0/0": {"by": "anybody", "name": "0.0.0.0/0"},
		"::/0": {"by": "anybody", "name": "::/0"},
		"2001:db8::9": {"by": "network", "name": "2001:db8::9/128"},
		"[2001:db8::9]": {"by": "network", "name": "2001:db8::9/128"},
		"NAS.Kura.example.": {"by": "host", "name": "nas.kura.example"},
		"*.kura.example": {"by": "host", "name": "*.kura.example"},
		"*": {"by": "anybody", "name": "*"},
		"203.0.113": {"by": "host", "name": "203.0.113"},
		"n203.0.113.9": {"by": "host", "name": "n203.0.113.9"},
		"203.0.113.9.example": {"by": "host", "name": "203.0.113.9.example"},
	} {
		network_ends.who(name) == {"is": who}
	}
	network_ends.who("${PARTNER}/32") == {"unknown": true}
}

test_ports_are_a_range if {
	every case in [
		[{}, {}],
		[{"port": null}, {}],
		[{"protocol": "UDP"}, {}],
		[{"port": "0"}, {}],
		[{"endPort": "${LAST}"}, {}],
		[{"port": 443}, {"is": [443, 443]}],
		[{"port": "443"}, {"is": [443, 443]}],
		[{"port": 32000, "endPort": 32768}, {"is": [32000, 32768]}],
		[{"port": 32000, "endPort": null}, {"is": [32000, 32000]}],
		[{"port": 32000, "endPort": "${LAST}"}, {"unknown": true}],
		[{"port": "https"}, {"unknown": true}],
		[{"port": "{{ .Values.port }}"}, {"unknown": true}],
	] {
		network_ends.ports(case[0]) == case[1]
	}
}

test_service_of_the_cluster_is_told_by_its_name if {
	every name, known in {
		"a.n.svc": true,
		"A.n.SVC": true,
		"a.n.svc.": true,
		"a.n.svc.cluster.local": true,
		"a.n.svc.cluster.local.": true,
		"pod-0.a.n.svc.cluster.local": true,
		"a.n.svc.aoba.internal": true,
		"10-0-0-1.n.pod.cluster.local": true,
		"a.n.svc.vendor.example": false,
		"my.svc.example": false,
		"svc.local": false,
		"a.local": false,
		"a": false,
		"": false,
	} {
		[name | network_ends.is_in_cluster(name)] == [name | known]
	}
}
