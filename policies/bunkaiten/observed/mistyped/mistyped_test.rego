package bunkaiten_test.observed.mistyped

import data.bunkaiten.observed.mistyped

test_value_of_the_type_that_the_schema_says_is_kept if {
	every values in [
		{},
		{"type": "ingress", "cidr_blocks": ["198.51.100.7/32"], "from_port": 22, "self": true},
		{"type": null, "cidr_blocks": null, "from_port": null},
		{"from_port": "22", "to_port": "-1"},
		{"cidr_blocks": []},
		{"nobody_knows_this": [{}]},
	] {
		mistyped.names("aws_security_group_rule", values, {}) == set()
	}
	rule := {"protocol": "tcp", "from_port": 22, "cidr_blocks": ["198.51.100.7/32"], "prefix_list_ids": null}
	mistyped.names("aws_security_group", {"ingress": [rule, {}], "tags": {"a": "b"}}, {}) == set()
}

test_value_of_another_type_is_named if {
	every value in ["x", 7, true, {}, {"x": 1}, [null], [7], [["x"]], [{}]] {
		mistyped.names("aws_security_group_rule", {"cidr_blocks": value, "type": "ingress"}, {}) == {"cidr_blocks"}
	}
	every value in [7, true, [], [null], ["x"], {}, {"x": 1}] {
		mistyped.names("aws_security_group_rule", {"type": value}, {}) == {"type"}
	}
	every value in ["x", "", "1.5", true, [], {}, [7]] {
		mistyped.names("aws_security_group_rule", {"from_port": value}, {}) == {"from_port"}
	}
}

test_value_of_another_type_in_a_block_is_named_by_the_block if {
	every value in [
		"x", {}, [7], [null], [[]], [{"cidr_blocks": "x"}], [{"cidr_blocks": [7]}], [{"cidr_blocks": [["x"]]}],
		[{}, {"from_port": "x"}], [{"protocol": []}],
	] {
		mistyped.names("aws_security_group", {"ingress": value, "egress": []}, {}) == {"ingress"}
	}
}

test_null_in_a_list_stands_for_what_only_apply_will_show if {
	values := {"cidr_blocks": ["198.51.100.7/32", null]}

	mistyped.names("aws_security_group_rule", values, {"cidr_blocks": [false, true]}) == set()
	mistyped.names("aws_security_group_rule", values, {"cidr_blocks": [true, false]}) == {"cidr_blocks"}
	mistyped.names("aws_security_group", {"ingress": [values]}, {"ingress": [{"cidr_blocks": [false, true]}]}) == set()
	mistyped.names("aws_security_group", {"ingress": [values]}, {"ingress": [{}]}) == {"ingress"}
}

test_nothing_is_known_of_types_that_nobody_reads if {
	mistyped.names("never_heard_of", {"cidr_blocks": 7}, {}) == set()
}
