package bunkaiten_test.observed.fact

import data.bunkaiten.observed.fact

test_fact_says_where_it_was_seen_and_all_that_is_known_of_it if {
	fact.on(gateway, ["ip_address"], "vpn", {"who": {"unknown": true}, "direction": "both"}) == {
		"way": "vpn",
		"thing": "terraform:aws_customer_gateway.a",
		"key": "p aws_customer_gateway.a",
		"steps": ["terraform", "p", "resource_changes", 3, "change", "after", "ip_address"],
		"who": {"unknown": true},
		"direction": "both",
	}
	fact.on(gateway, [], "vpn", {}) == {
		"way": "vpn",
		"thing": "terraform:aws_customer_gateway.a",
		"key": "p aws_customer_gateway.a",
		"steps": ["terraform", "p", "resource_changes", 3, "change", "after"],
	}
}

test_attributes_cannot_change_where_a_fact_was_seen if {
	others := {"way": "w", "thing": "t", "key": "k", "steps": []}
	fact.on(gateway, ["a"], "vpn", others) == fact.on(gateway, ["a"], "vpn", {})
}

test_network_that_holds_everybody_is_anybody if {
	every written in ["0.0.0.0/0", "::/0", "0:0:0:0:0:0:0:0/0", "10.0.0.0/0"] {
		fact.network(written) == {"by": "anybody", "name": written}
	}
}

test_other_network_is_known_by_its_address if {
	every written in [
		"10.0.0.0/8", "198.51.100.7/32", "10.0.0.0/10", "2001:db8::/32", "0.0.0.0/1", "0.0.0.0", "vpc", "",
		null, 7,
	] {
		fact.network(written) == {"by": "network", "name": written}
	}
}

test_host_is_known_by_its_name_in_lower_case if {
	every written, name in {
		"PACS.Aoba.Example": "pacs.aoba.example",
		"*.aoba.example": "*.aoba.example",
		"*.*": "*.*",
		"": "",
	} {
		fact.host(written) == {"by": "host", "name": name}
	}
}

test_lone_star_is_anybody if {
	fact.host("*") == {"by": "anybody", "name": "*"}
}

gateway := {
	"key": "p aws_customer_gateway.a",
	"thing": "terraform:aws_customer_gateway.a",
	"type": "aws_customer_gateway",
	"steps": ["terraform", "p", "resource_changes", 3, "change", "after"],
	"values": {"way": "x"},
}
