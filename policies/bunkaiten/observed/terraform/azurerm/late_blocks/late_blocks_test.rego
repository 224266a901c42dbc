package bunkaiten_test.observed.terraform.azurerm.late_blocks

import data.bunkaiten.observed.terraform.azurerm.late_blocks

test_every_block_of_the_table_is_shown_where_it_is_late if {
	every type, names in late_blocks.reads {
		every name in names {
			given := plan(type, name)
			found := {kind: facts | some kind, facts in late_blocks with input as given}
			shown := [fact |
				some kind in ["accesses", "endpoints", "logs", "peers", "stores"]
				some fact in object.get(found, kind, set())
			]
			count(shown) > 0
			{name} == {fact.steps[6] | some fact in shown}
			every fact in shown { fact.way in called }
		}
	}
}

called contains way if some way, _ in data.bunkaiten.observed.terraform.azurerm[_].ways

# everything is written
plan(type, name) := {"terraform": {"p": {"resource_changes": [{
	"address": concat(".", [type, "a"]),
	"mode": "managed",
	"type": type,
	"name": "a",
	"change": {"actions": ["create"], "after": {}, "after_unknown": {name: true}},
}]}}}
