package bunkaiten_test.observed.modules

import data.bunkaiten.observed.modules

test_modules_stand_at_the_document_and_the_names_of_their_calls if {
	found := modules.all with input as {"terraform": {
		"a.json": {"configuration": {"root_module": {"module_calls": {"line": {"module": line}}}}},
		"b.json": {"configuration": {"root_module": {"module_calls": {"line": {"module": inner}}}}},
	}}

	found == {
		"a.json\n": {"module_calls": {"line": {"module": line}}},
		"a.json\nline": line,
		"a.json\nline.inner": inner,
		"b.json\n": {"module_calls": {"line": {"module": inner}}},
		"b.json\nline": inner,
	}
}

test_modules_are_read_to_six_levels_below_the_root if {
	root := {"module_calls": {"m": {"module": {"module_calls": {"m": {"module": third}}}}}}
	found := modules.all with input as {"terraform": {"p": {"configuration": {"root_module": root}}}}

	found == {
		"p\n": root,
		"p\nm": root.module_calls.m.module,
		"p\nm.m": third,
		"p\nm.m.m": third.module_calls.m.module,
		"p\nm.m.m.m": fifth,
		"p\nm.m.m.m.m": fifth.module_calls.m.module,
		"p\nm.m.m.m.m.m": sixth,
	}
}

test_plan_without_a_configuration_has_no_modules if {
	every plan in [
		{},
		{"configuration": {}},
		{"configuration": null},
		{"configuration": {"root_module": null}},
		{"configuration": {"root_module": []}},
		{"configuration": {"root_module": "x"}},
	] {
		modules.all == {} with input as {"terraform": {"p": plan}}
	}
	modules.all == {} with input as {}
}

test_calls_that_are_none_are_passed_over if {
	every calls in [null, [], "x", 7, {"a": null}, {"a": "x"}, {"a": {}}, {"a": {"module": null}}] {
		root := {"module_calls": calls}
		modules.all == {"p\n": root} with input as {"terraform": {"p": {"configuration": {"root_module": root}}}}
	}
	every called in [null, "x", [], {}, {"module_calls": null}, {"module_calls": [1]}] { modules.calls(called) == {} }
	modules.calls({"module_calls": {"a": 1}}) == {"a": 1}
}

test_place_of_a_module_has_no_instance_keys if {
	places := {
		"": "",
		"module.a": "a",
		"module.a[0]": "a",
		`module.a["x"].module.b[10]`: "a.b",
		`module.a["module.b[0].c"].module.d["]"]`: "a.d",
		`module.a["say \"[0]\" \\"].module.b`: "a.b",
		`module.本院["東京.第一"].module.回線`: "本院.回線",
		"module.module.module.a": "module.a",
	}
	changes := [{"address": "x", "module_address": address} | some address, _ in places]
	every address, path in places {
		found := modules.place_of("p", address) with input as {"terraform": {"p": {"resource_changes": changes}}}
		found == concat("\n", ["p", path])
	}

	# one of which there is nothing but data
	modules.place_of("p", "module.a[0].module.b") == "p\na.b" with input as {"terraform": {"p": {}}}
	found := modules.place_of("p", "") with input as {"terraform": {"p": {"resource_changes": [{"address": "x"}]}}}
	found == "p\n"
}

test_module_is_near_where_all_that_both_are_in_has_the_same_keys if {
	every pair in [
		["", ""],
		["", "module.a[0]"],
		["module.a", "module.a"],
		["module.a", "module.b"],
		["module.a[0]", "module.b[1]"],
		["module.a[0]", `module.a[0].module.b["x"]`],
		[`module.a["x"].module.b[0]`, `module.a["x"].module.c[1]`],
		[`module.a["x"].module.c[0]`, `module.b["y"].module.c[1]`],
		[`module.a["x"].module.b["k"].module.d[0]`, `module.a["x"].module.c.module.d[1]`],
		[`module.a["東京"]`, `module.a["東京"].module.b`],
	] {
		modules.is_near(pair[0], pair[1])
		modules.is_near(pair[1], pair[0])
	}
}

test_module_of_another_key_is_not_near if {
	every pair in [
		["module.a[0]", "module.a[1]"],
		["module.a[1]", "module.a[10]"],
		["module.a", "module.a[0]"],
		["module.a[0]", "module.a[1].module.b"],
		[`module.a["x"].module.b`, `module.a["y"].module.b`],
		[`module.a["x"].module.b[0]`, `module.a["x"].module.b[1]`],
		[`module.a["x].module.b"]`, `module.a["x]"].module.b`],
		[`module.a["x"].module.b[0].module.c`, `module.a["x"].module.b[1].module.d`],
	] {
		not modules.is_near(pair[0], pair[1])
		not modules.is_near(pair[1], pair[0])
	}
}

test_place_below_the_root_has_no_dot_before_it if {
	modules.below("p\n", "a") == "p\na"
	modules.below("p\na", "b") == "p\na.b"
}

line := {"resources": [], "module_calls": {"inner": {"source": "./inner", "module": inner}}}

inner := {"resources": [{"address": "aws_vpc.a"}]}

third := {"module_calls": {"m": {"module": {"module_calls": {"m": {"module": fifth}}}}}}

fifth := {"module_calls": {"m": {"module": {"module_calls": {"m": {"module": sixth}}}}}}

sixth := {"module_calls": {"m": {"module": {"resources": ["too deep"]}}}}
