package bunkaiten_test.observed.terraform.sakuracloud.parts

import data.bunkaiten.observed.terraform.sakuracloud.parts

test_blocks_are_found_with_their_path if {
	whole := {"values": {"a": [{"b": 1}, null, {"b": 2}]}, "unknown": {"a": [{}, {}, {"c": true}]}}
	parts.of(whole, "a") == [
		{"path": ["a", 0], "values": {"b": 1}, "unknown": {}},
		{"path": ["a", 2], "values": {"b": 2}, "unknown": {"c": true}},
	]
	inner := {"path": ["a", 0], "values": {"b": [{"c": 1}]}, "unknown": true}
	parts.of(inner, "b") == [{"path": ["a", 0, "b", 0], "values": {"c": 1}, "unknown": true}]
	parts.of({"values": {"a": [{}]}, "unknown": {"a": [true]}}, "a")[0].unknown == true
}

test_blocks_that_are_unknown_or_not_there if {
	parts.of({"values": {}, "unknown": {"a": true}}, "a") == [{"path": ["a"], "values": {}, "unknown": true}]
	parts.of({"path": ["z", 1], "values": {"a": "x"}, "unknown": true}, "a")[0].path == ["z", 1, "a"]
	parts.of({"values": {"a": null}, "unknown": {}}, "a") == []
}

test_attribute_is_known_unknown_or_not_set if {
	every case in [
		[{"a": "x"}, {}, {"is": "x"}],
		[{"a": false}, {}, {"is": false}],
		[{"a": ""}, {}, {}],
		[{"a": null}, {}, {}],
		[{"a": []}, {}, {}],
		[{}, {}, {}],
		[{}, {"a": true}, {"unknown": true}],
		[{}, true, {"unknown": true}],
	] {
		parts.attribute({"values": case[0], "unknown": case[1]}, "a") == case[2]
	}
	parts.chosen({"values": {}, "unknown": {}}, "a", 7) == {"is": 7}
	parts.chosen({"values": {"a": 1}, "unknown": {}}, "a", 7) == {"is": 1}
}

test_items_are_texts_or_unknown if {
	parts.items({"values": {"a": ["x", null, 7]}, "unknown": {}}, "a") == [
		{"path": ["a", 0], "text": {"is": "x"}},
		{"path": ["a", 1], "text": {"unknown": true}},
		{"path": ["a", 2], "text": {"unknown": true}},
	]
	every case in [[{"a": "x"}, {}], [{}, {"a": true}]] {
		parts.items({"values": case[0], "unknown": case[1]}, "a") == [{"path": ["a"], "text": {"unknown": true}}]
	}
	parts.items({"values": {}, "unknown": {}}, "a") == []
}

test_types_that_are_wrong_are_unknown if {
	parts.text({"is": "x"}) == {"is": "x"}
	parts.text({"is": 7}) == {"unknown": true}
	parts.text({}) == {}
	parts.number({"is": 7}) == {"is": 7}
	parts.number({"is": "x"}) == {"unknown": true}
	parts.number({}) == {"unknown": true}
}

test_whether_something_is_encrypted if {
	parts.encrypted({"is": "none"}) == {"is": "no"}
	parts.encrypted({"is": "aes256_xts"}) == {"is": "yes"}
	every other in [{"is": "rot13"}, {"unknown": true}] {
		parts.encrypted(other) == {"unknown": true}
	}
}
