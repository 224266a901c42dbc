package bunkaiten_test.declared.identity

import data.bunkaiten.declared.identity

test_network_is_recognised_by_one_that_holds_it if {
	every declared, seen in {
		"198.51.100.0/24": ["198.51.100.0/24", "198.51.100.7/32", "198.51.100.128/25"],
		"198.51.100.7/32": ["198.51.100.7/32"],
		"198.51.100.9/24": ["198.51.100.7/32"],
		"10.20.0.0/16": ["10.20.3.0/24"],
		"2001:db8::/32": ["2001:db8::/32", "2001:DB8:1::/48", "2001:db8::7/128"],
		"2001:DB8::/32": ["2001:db8::7/128"],
	} {
		every name in seen { recognised({"networks": [declared]}, {"by": "network", "name": name}) }
	}
}

test_network_beyond_the_declared_one_is_not_recognised if {
	every declared, seen in {
		"198.51.100.0/24": ["198.51.100.0/23", "198.51.101.0/24", "0.0.0.0/0", "0.0.0.0/1", "::/0", "2001:db8::/32"],
		"198.51.100.7/32": ["198.51.100.0/24", "198.51.100.8/32"],
		"2001:db8::/32": ["2001:db8::/31", "2001:db9::/32", "198.51.100.7/32", "::ffff:198.51.100.7/128"],
	} {
		every name in seen { not recognised({"networks": [declared]}, {"by": "network", "name": name}) }
	}
}

test_what_is_no_network_is_not_recognised if {
	texts := [
		"198.51.100.7", "198.51.100.0/33", "198.51.100.0/", "/24", "198.51.100.0/24 ", "198.51.100/24", "198.051.100.0/24",
		"2001:db8::/129", "fe80::1%eth0/128", "aoba.example", "", " ", "*",
	]
	every name in array.concat(texts, [null, 7, true, ["198.51.100.7/32"], {}]) {
		not recognised({"networks": ["198.51.100.0/24"]}, {"by": "network", "name": name})
		not identity.is_private(name)
	}
	every declared in texts { not recognised({"networks": [declared]}, {"by": "network", "name": "198.51.100.7/32"}) }
}

test_network_that_fits_anybody_recognises_nobody if {
	every declared in ["0.0.0.0/0", "::/0", "0.0.0.0/1", "10.0.0.0/8", "192.168.0.0/16", "fc00::/7", "2001::/15"] {
		every seen in [declared, "10.1.2.3/32", "192.168.1.1/32", "fc00::1/128", "2001::1/128", "198.51.100.7/32"] {
			not recognised({"networks": [declared]}, {"by": "network", "name": seen})
		}
	}
}

test_host_is_recognised_by_its_name_whatever_the_case if {
	every declared, seen in {
		"pacs.aoba.example": ["pacs.aoba.example", "PACS.Aoba.Example"],
		"PACS.aoba.example": ["pacs.aoba.example"],
		"*.aoba.example": ["pacs.aoba.example", "a.b.aoba.example", "*.aoba.example", "*.pacs.AOBA.example"],
		"*.Aoba.Example": ["pacs.aoba.example"],
	} {
		every name in seen {
			every by in ["host", "service"] { recognised({"hosts": [declared]}, {"by": by, "name": name}) }
		}
	}
}

test_host_of_another_name_is_not_recognised if {
	every declared, seen in {
		"pacs.aoba.example": ["aoba.example", "x.pacs.aoba.example", "*.aoba.example", "pacs-aoba.example", "*"],
		"*.aoba.example": [
			"aoba.example", "evilaoba.example", "*aoba.example", "pacs.aoba.example.evil.example",
			"*.example", "*", "", null, 7, ["pacs.aoba.example"],
		],
		"aoba.example": ["pacs.aoba.example"],
		"*aoba.example": ["pacs.aoba.example"],
		".aoba.example": ["pacs.aoba.example"],
		"pacs.*.example": ["pacs.aoba.example"],
	} {
		every name in seen { not recognised({"hosts": [declared]}, {"by": "host", "name": name}) }
	}
}

test_host_that_fits_anybody_recognises_nobody if {
	every declared in ["*", "*.example", "*.jp", "*.co.jp", "*.s3.ap-northeast-1.amazonaws.com", "gmail.com"] {
		every seen in [declared, "pacs.example", "aoba.co.jp", "x.s3.ap-northeast-1.amazonaws.com"] {
			not recognised({"hosts": [declared]}, {"by": "host", "name": seen})
		}
	}
}

test_what_is_told_by_its_name_alone_is_recognised_by_the_field_for_it if {
	every by, field in {
		"domain": "googleDomains",
		"group": "kubernetesGroups",
		"project": "googleProjects",
		"sakura": "sakuraAccounts",
		"subscription": "azureSubscriptions",
		"tenant": "azureTenants",
		"user": "kubernetesUsers",
	} {
		recognised({field: ["a", "b"]}, {"by": by, "name": "b"})
		not recognised({field: ["a"]}, {"by": by, "name": "b"})
		not recognised({field: ["b"]}, {"by": "account", "name": "b"})
	}
}

test_account_is_recognised_by_its_number if {
	recognised({"awsAccounts": ["111122223333", "444455556666"]}, {"by": "account", "name": "444455556666"})
	every name in ["777788889999", "44445555666", "*", "", 444455556666, null] {
		not recognised({"awsAccounts": ["111122223333", "444455556666"]}, {"by": "account", "name": name})
	}
}

test_people_in_a_cluster_are_recognised_by_the_whole_name if {
	known := {"kubernetesGroups": ["oidc:medifix"], "kubernetesUsers": ["taro@medifix.example"]}

	recognised(known, {"by": "group", "name": "oidc:medifix"})
	recognised(known, {"by": "user", "name": "taro@medifix.example"})
	every name in ["oidc:medifix-2", "medifix", "*", "", null] {
		not recognised(known, {"by": "group", "name": name})
		not recognised(known, {"by": "user", "name": name})
	}
	not recognised(known, {"by": "user", "name": "oidc:medifix"})
	not recognised(known, {"by": "group", "name": "taro@medifix.example"})
}

test_each_kind_of_name_is_looked_up_in_its_own_list if {
	identified := {
		"networks": ["198.51.100.0/24", "111122223333", "pacs.aoba.example"],
		"hosts": ["198.51.100.0/24", "111122223333"],
		"awsAccounts": ["198.51.100.0/24", "pacs.aoba.example"],
		"kubernetesNamespaces": ["111122223333", "pacs.aoba.example"],
	}
	every who in [
		{"by": "account", "name": "111122223333"},
		{"by": "network", "name": "111122223333"},
		{"by": "host", "name": "pacs.aoba.example"},
		{"by": "service", "name": "pacs.aoba.example"},
		{"by": "anybody", "name": "198.51.100.0/24"},
		{"by": "user", "name": "111122223333"},
		{"by": "federated", "name": "111122223333"},
		{"by": "organization", "name": "111122223333"},
		{"by": "", "name": "111122223333"},
		{"name": "111122223333"},
		{"by": "account"},
		{"by": "network"},
		{"by": "host"},
		{},
	] {
		not recognised(identified, who)
	}
}

test_everybody_who_may_be_meant_is_recognised if {
	declared := {"parties": {
		"aoba": {"identifiedBy": {"networks": ["198.51.100.0/24", "203.0.113.0/24"]}},
		"midori": {"identifiedBy": {"networks": ["192.0.2.0/24", "198.51.100.0/25"]}},
		"kura": {"identifiedBy": {"hosts": ["*.kura.example"]}},
		"nagi": {"identifiedBy": {}},
		"soyo": {},
	}}

	every name, parties in {
		"198.51.100.7/32": {"aoba", "midori"},
		"198.51.100.200/32": {"aoba"},
		"203.0.113.7/32": {"aoba"},
		"192.0.2.7/32": {"midori"},
		"8.8.8.8/32": set(),
	} {
		identity.parties(declared, {"by": "network", "name": name}) == parties
	}
	identity.parties({"parties": {}}, {"by": "network", "name": "192.0.2.7/32"}) == set()
	identity.parties({}, {"by": "network", "name": "192.0.2.7/32"}) == set()
}

test_narrowest_network_or_name_tells_who_it_is if {
	every name, parties in {
		"198.51.100.7/32": {"midori"},
		"198.51.100.0/25": {"midori"},
		"198.51.100.0/24": {"kura"},
		"198.51.100.200/32": {"kura"},
		"192.0.2.7/32": {"kura", "midori"},
		"203.0.113.7/32": {"kura"},
		"8.8.8.8/32": set(),
	} {
		identity.nearest(neighbours, {"by": "network", "name": name}) == parties
	}
	every name, parties in {
		"pacs.kura.example": {"kura"},
		"a.midori.kura.example": {"midori"},
		"PACS.midori.kura.example": {"aoba"},
		"*.midori.kura.example": {"midori"},
		"elsewhere.example": set(),
	} {
		every by in ["host", "service"] { identity.nearest(neighbours, {"by": by, "name": name}) == parties }
	}
	identity.nearest(neighbours, {"by": "account", "name": "444455556666"}) == {"kura", "midori"}
	identity.nearest(neighbours, {"by": "anybody", "name": "*"}) == set()
	identity.nearest({}, {"by": "network", "name": "192.0.2.7/32"}) == set()
}

test_wide_network_or_name_takes_in_those_within if {
	every name, parties in {
		"198.51.100.0/24": {"kura", "midori"},
		"198.51.100.128/25": set(),
		"198.51.0.0/16": {"kura", "midori"},
		"192.0.2.0/24": {"kura", "midori"},
		"192.0.2.0/25": set(),
		"::/0": set(),
		"no network": set(),
	} {
		identity.within(neighbours, {"by": "network", "name": name}) == parties
	}
	every name, parties in {
		"*.kura.example": {"aoba", "kura", "midori"},
		"*.Midori.kura.example": {"aoba", "midori"},
		"pacs.midori.kura.example": {"aoba"},
		"*": set(),
	} {
		every by in ["host", "service"] { identity.within(neighbours, {"by": by, "name": name}) == parties }
	}
	every who in [{"by": "account", "name": "444455556666"}, {"by": "network", "name": null}, {"by": "host", "name": 7}] {
		identity.within(neighbours, who) == set()
	}
	everybody := {"parties": {"aoba": {"identifiedBy": {"networks": ["10.0.0.0/8"], "hosts": ["*.or.jp"]}}, "soyo": {}}}
	identity.within(everybody, {"by": "network", "name": "10.0.0.0/7"}) == set()
	identity.within(everybody, {"by": "host", "name": "*.jp"}) == set()
}

neighbours := {"parties": {
	"kura": {"identifiedBy": {
		"networks": ["198.51.0.0/18", "198.51.100.0/24", "192.0.2.0/24", "203.0.113.0/24"],
		"hosts": ["*.kura.example"],
		"awsAccounts": ["444455556666"],
	}},
	"midori": {"identifiedBy": {
		"networks": ["198.51.100.0/25", "192.0.2.0/24"],
		"hosts": ["*.midori.kura.example"],
		"awsAccounts": ["444455556666"],
	}},
	"aoba": {"identifiedBy": {"hosts": ["pacs.midori.kura.example"]}},
	"soyo": {},
}}

test_namespace_belongs_to_every_party_that_names_it if {
	declared := {"parties": {
		"aoba": {"identifiedBy": {"kubernetesNamespaces": ["clinic", "shared"]}},
		"kura": {"identifiedBy": {"kubernetesNamespaces": ["shared"], "hosts": ["clinic"]}},
		"soyo": {},
	}}

	every namespace, parties in {
		"clinic": {"aoba"},
		"shared": {"aoba", "kura"},
		"Clinic": set(),
		"clin": set(),
		"": set(),
	} {
		identity.of_namespace(declared, namespace) == parties
	}
}

test_private_networks_are_those_for_use_within_organisations if {
	every network in [
		"10.0.0.0/8", "10.255.255.255/32", "100.64.0.0/10", "100.127.0.1/32", "127.0.0.1/32", "169.254.169.254/32",
		"172.16.0.0/12", "172.31.0.0/16", "192.168.0.0/16", "192.168.1.0/24",
		"::1/128", "fc00::/7", "fd12:3456::/32", "fe80::1/128", "FD00::/8",
	] {
		identity.is_private(network)
	}
}

test_other_networks_are_not_private if {
	every network in [
		"0.0.0.0/0", "::/0", "8.0.0.0/7", "11.0.0.0/8", "9.255.255.255/32", "100.63.0.0/16", "100.128.0.0/10", "126.0.0.0/7",
		"128.0.0.1/32", "169.253.0.0/16", "172.15.0.0/16", "172.32.0.0/16", "172.0.0.0/8", "192.167.0.0/16", "192.0.0.0/8",
		"198.51.100.7/32", "2001:db8::/32", "::/127", "::2/128", "f800::/5", "fe00::/7", "fec0::/10", "::ffff:10.0.0.1/128",
		"10.0.0.1", "fc00::1",
	] {
		not identity.is_private(network)
	}
}

recognised(identified, who) if {
	parties := identity.parties({"parties": {"aoba": {"identifiedBy": identified}}}, who)
	parties == {"aoba"}
}

test_whatever_tells_a_party_makes_a_stranger_of_others if {
	identity.told == identity.named | {"host", "network"}
	{"account", "group", "project", "sakura", "tenant"} - identity.named == set()
	every kind in identity.named {
		count(identity.parties({"parties": {}}, {"by": kind, "name": "x"})) == 0
	}
}
