package bunkaiten_test.observed.written

import data.bunkaiten.observed.written

odd := [null, "x", 5, true, [], {}]

test_what_is_of_another_type_is_empty if {
	every value in [null, "x", 5, true, {}] {
		written.list({"a": value}, ["a"]) == []
	}
	every root in [null, "x", 5, true, [[1]]] { written.list(root, "a") == [] }
	every value in [null, "x", 5, true, []] {
		written.table({"a": value}, ["a"]) == {}
	}
	every value in [null, [], {}] {
		written.text({"a": value}, ["a"]) == ""
	}
	every value in odd {
		written.list({"a": value}, ["a", "b"]) == []
		written.table({"a": value}, ["a", "b"]) == {}
		written.text({"a": value}, ["a", "b"]) == ""
		written.annotation({"values": {"metadata": value}}, "a") == ""
	}
}

test_what_is_there_is_given if {
	written.list({"a": {"b": [1]}}, ["a", "b"]) == [1]
	written.items({"a": [1, {"b": 2}, "x"]}, ["a"]) == {1: {"b": 2}}
	written.table({"a": {"b": {"c": 1}}}, ["a", "b"]) == {"c": 1}
	written.texts({"a": ["b", 1, "c"]}, ["a"]) == ["b", "c"]
	written.annotation({"values": {"metadata": {"annotations": {"a/b": "c"}}}}, "a/b") == "c"
}

test_numbers_and_booleans_are_text if {
	written.text({"a": "b"}, ["a"]) == "b"
	written.text({"a": true}, ["a"]) == "true"
	written.text({"a": 443}, ["a"]) == "443"
}

test_parts_are_without_blanks if {
	written.parts(" a, b ,,c") == ["a", "b", "c"]
	written.parts("") == []
}

test_placeholder_is_open if {
	every value in ["{{ .Values.a }}", "x-${A}", "$(A)"] {
		written.is_open(value)
	}
	every value in ["", "a", "$", "{a}", 5] {
		not open_text(value)
	}
}

test_number_is_known_open_or_absent if {
	written.number({"a": 443}, ["a"]) == {"is": 443}
	written.number({"a": "443"}, ["a"]) == {"is": 443}
	written.number({"a": "${PORT}"}, ["a"]) == {"unknown": true}
	every value in ["http", "", null, -1, 1.5] {
		written.number({"a": value}, ["a"]) == {}
	}
}

test_attributes_that_do_not_apply_are_left_out if {
	written.present({"a": {}, "b": [], "c": {"is": 1}, "d": ["x"]}) == {"c": {"is": 1}, "d": ["x"]}
}

test_private_addresses if {
	every address in ["10.0.0.1", "100.64.1.1", "169.254.0.1", "172.31.0.1", "192.168.1.1"] {
		written.is_private(address)
	}
	every address in ["203.0.113.1", "172.32.0.1", "10.0.0", "999.0.0.1", "fd00::1", "host.example", ""] {
		not private_address(address)
	}
}

open_text(value) if written.is_open(value)

private_address(address) if written.is_private(address)

test_pattern_of_a_path if {
	every case in [
		[[], ""],
		[["host"], "host"],
		[["rules", 0, "host"], "rules[].host"],
		[["rules", 12, 3], "rules[][]"],
		[[0, "host"], "[].host"],
	] {
		written.pattern(case[0]) == case[1]
	}
}
