package bunkaiten_test.observed.terraform.azurerm.settings

import data.bunkaiten.observed.terraform.azurerm.settings

test_what_nobody_chose_is_the_default if {
	every case in [
		[{"a": 1}, {}, {"is": 1}],
		[{}, {"a": true}, unknown],
		[{}, {}, {"is": 9}],
		[{"a": null}, {}, {"is": 9}],
	] {
		settings.chosen({"values": case[0], "unknown": case[1], "configured": "x"}, "a", 9) == case[2]
		settings.of_block({"values": case[0], "unknown": case[1]}, "a", 9) == case[2]
	}
	settings.in_block({"values": {}, "unknown": true}, "a") == unknown
}

test_what_was_renamed_is_known_by_any_of_its_names if {
	every case in [
		[{"a": 1}, {}, {"is": 1}],
		[{"b": 2}, {}, {"is": 2}],
		[{"b": false}, {"a": true}, {"is": false}],
		[{}, {"b": true}, unknown],
		[{"b": null}, {}, {"is": 9}],
	] {
		thing := {"values": case[0], "unknown": case[1], "configured": "x"}
		settings.chosen_by(thing, ["a", "b"], 9) == case[2]
	}
}

test_texts_are_known_one_by_one if {
	thing := {"values": {"a": ["x", null]}, "unknown": {"a": [false, true]}, "configured": "x", "steps": []}
	settings.texts(thing, "a") == {{"path": ["a", 0], "text": {"is": "x"}}, {"path": ["a", 1], "text": unknown}}
	late := {"values": {}, "unknown": {"a": true}, "configured": "x", "steps": []}
	settings.texts(late, "a") == {{"path": ["a"], "text": unknown}}
}

test_blocks_in_blocks_keep_what_is_unknown_of_them if {
	settings.blocks({"values": {"a": [{"b": 1}, 7]}, "unknown": {"a": [{"c": true}]}}, "a") == [{
		"index": 0,
		"values": {"b": 1},
		"unknown": {"c": true},
	}]
	settings.blocks({"values": {"a": [{}]}, "unknown": true}, "a") == [{"index": 0, "values": {}, "unknown": true}]
	settings.blocks({"values": {"a": [{}]}, "unknown": false}, "a") == [{"index": 0, "values": {}, "unknown": {}}]
	settings.blocks({"values": {"a": null}, "unknown": {}}, "a") == []
}

test_items_are_objects if {
	thing := {"values": {"a": [7, {"b": 1}]}, "unknown": {}, "steps": []}
	{item.index | some item in settings.items(thing, "a")} == {1}
}

test_word_is_that_of_the_table if {
	settings.word({"is": "x"}, {"x": "y"}) == {"is": "y"}
	settings.word({"is": "z"}, {"x": "y"}) == unknown
	settings.word({}, {"x": "y"}) == unknown
}

unknown := {"unknown": true}

# what is unknown is written; a tie is a list of references
made(address, after, marks, ties) := {
	"change": {
		"address": address,
		"mode": "managed",
		"type": split(address, ".")[0],
		"name": split(address, ".")[1],
		"change": {"actions": ["create"], "after": after, "after_unknown": marks},
	},
	"configured": {
		"address": address,
		"provider_config_key": "azurerm",
		"expressions": object.union(
			{name: {} | some part in [after, marks]; some name, _ in part},
			{name: {"references": [reference]} | some name, reference in ties},
		),
	},
}

plan(resources) := {"terraform": {"p": {
	"resource_changes": [each.change | some each in resources],
	"configuration": {
		"provider_config": {"azurerm": {"expressions": {
			"subscription_id": {"constant_value": "S1"},
			"tenant_id": {"references": ["var.tenant"]},
		}}},
		"root_module": {"resources": [each.configured | some each in resources]},
	},
	"variables": {"tenant": {"value": "T1"}},
}}}
