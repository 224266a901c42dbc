package bunkaiten_test.observed.late_block

import data.bunkaiten.observed.late_block

blocks := {"aws_vpn_connection": {"route": {"peers": "to", "logs": "of"}, "options": {"stores": "in"}}}

test_block_that_only_apply_will_show_is_a_fact_of_which_nothing_is_known if {
	found_of("peers", {}, {"route": true}) == {["to", ["route"], {"who": {"unknown": true}, "direction": "both"}]}
	found_of("logs", {}, {"route": true}) == {["of", ["route"], {"of": {"unknown": true}, "records": {"unknown": true}}]}
	every known in [{}, {"route": [{"destination": true}]}, {"route": false}, {"other": true}] {
		found_of("peers", {}, known) == set()
	}
	found_of("endpoints", {}, {"route": true}) == set()
}

test_what_the_provider_computes_counts_where_somebody_wrote_it if {
	found_of("stores", {}, {"options": true}) == set()
	found_of("stores", {"options": {}}, {"options": true}) == {
		["in", ["options"], {"who": {"unknown": true}, "rights": {"unknown": true}}],
	}
}

found_of(kind, expressions, unknown) := {[fact.way, array.slice(fact.steps, 6, 9), attributes] |
	some fact in facts
	attributes := object.remove(fact, ["way", "key", "steps", "thing"])
} if {
	facts := late_block.of(kind, blocks, {"options"}) with input as {"terraform": {"p": {
		"resource_changes": [{
			"address": "aws_vpn_connection.c",
			"mode": "managed",
			"type": "aws_vpn_connection",
			"name": "c",
			"change": {"actions": ["create"], "after": {}, "after_unknown": unknown},
		}],
		"configuration": {"root_module": {"resources": [{"address": "aws_vpn_connection.c", "expressions": expressions}]}},
	}}}
}
