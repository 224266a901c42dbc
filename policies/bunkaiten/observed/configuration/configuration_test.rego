package bunkaiten_test.observed.configuration

import data.bunkaiten.observed.configuration

test_resource_has_one_key_for_all_its_instances if {
	given := {"terraform": {"p": {"resource_changes": [{"module_address": `module.a["x"].module.b[0]`}]}}}

	every module, key in {"": "p\n\naws_lb.front", `module.a["x"].module.b[0]`: "p\na.b\naws_lb.front"} {
		found := configuration.entry("p", module, "aws_lb.front") with input as given
		found == key
	}
}

test_data_source_is_called_by_its_mode_too if {
	configuration.called({"mode": "managed", "type": "aws_lb", "name": "front"}) == "aws_lb.front"
	configuration.called({"mode": "data", "type": "aws_vpc", "name": "main"}) == "data.aws_vpc.main"
}

test_attribute_is_written_where_the_configuration_has_it if {
	given := plan({"resources": [written_as("aws_lb.a", {
		"name": {"constant_value": "front"},
		"policy": {"constant_value": null},
		"ingress": [{"cidr_blocks": {}}],
		"arn": {"references": ["aws_lb.b.arn", "aws_lb.b"]},
		"tags": {},
	})]})

	is_written_in(given, {}) == {"name", "policy", "ingress", "arn", "tags"}
}

test_contents_of_dynamic_blocks_count_as_written if {
	given := plan({"resources": [written_as("aws_lb.a", {})]})
	values := {
		"ingress": [{"cidr_blocks": []}],
		"rules": {"a": 1},
		"empty": [],
		"none": {},
		"nothing": null,
		"name": "front",
		"port": 443,
		"internal": true,
	}

	is_written_in(given, values) == {"ingress", "rules"}
}

test_attribute_is_written_within_a_block_where_the_configuration_has_it if {
	given := plan({"resources": [written_as("aws_lb.a", {"rules": [{"to": {}}, {"from": {}}], "name": {}})]})
	asked := {"rules": ["to", "from", "port"], "name": ["any"], "dynamic": ["any"]}
	found := {[block, name] |
		some block, names_of in asked
		some name in names_of
		configuration.is_written_within({"configured": "p\n\naws_lb.a"}, block, name)
	} with input as given
	bare := configuration.is_written_within({"configured": "p\n\naws_lb.b"}, "rules", "to") with input as given

	found == {["rules", "to"], ["rules", "from"], ["name", "any"], ["dynamic", "any"]}
	bare
}

test_everything_counts_as_written_without_a_configuration if {
	every given in [
		{},
		{"terraform": {"p": {}}},
		plan(null),
		plan({"resources": null}),
		plan({"resources": [null, "x"]}),
		plan({"resources": [written_as("aws_lb.b", {})]}),
	] {
		is_written_in(given, {}) == names
	}
}

test_resource_without_expressions_has_nothing_written if {
	is_written_in(plan({"resources": [{"address": "aws_lb.a"}]}), {}) == set()
}

test_constant_is_what_was_written if {
	given := plan({"resources": [written_as("aws_lb.a", {
		"name": {"constant_value": "front"},
		"internal": {"constant_value": false},
		"arn": {"references": ["aws_lb.b"]},
	})]})

	constants := {name: value |
		some name in names
		value := configuration.constant(lb, name) with input as given
	}
	constants == {"name": "front", "internal": false}
}

test_provider_block_is_the_one_that_the_configuration_names if {
	given := plan({"resources": [{"address": "aws_lb.a", "provider_config_key": "aws.tokyo"}]})

	{key | key := configuration.provider(lb) with input as given} == {"aws.tokyo"}
	{key | key := configuration.provider(lb) with input as {}} == set()
}

test_reference_leads_to_the_resource_in_the_same_module if {
	every references in [
		["aws_vpc.x.id", "aws_vpc.x"],
		["aws_vpc.x"],
		["aws_vpc.x[0].id", "aws_vpc.x[0]", "aws_vpc.x"],
		[`aws_vpc.x["a.b[0] \"c\" 東京"].id`],
		["aws_vpc.x", "count.index"],
		["local.x", "aws_vpc.x", "path.module", "var.none"],
	] {
		from({"id": {"references": references}}, {}) == {"p\n\naws_vpc.x"}
	}
	from({"id": {"references": ["data.aws_vpc.y.id", "data.aws_vpc.y"]}}, {}) == {"p\n\ndata.aws_vpc.y"}
	from({"id": {"references": ["aws_vpc.x", "data.aws_vpc.y"]}}, {}) == {"p\n\naws_vpc.x", "p\n\ndata.aws_vpc.y"}
}

test_reference_that_the_plan_does_not_hold_leads_nowhere if {
	every expression in [
		{"references": ["local.x"]},
		{"references": ["var.x"]},
		{"references": ["aws_vpc.z"]},
		{"references": ["each.value.id", "each.value"]},
		{"references": ["module.none.id", "module.none"]},
		{"references": ["aws_vpc"]},
		{"references": [""]},
		{"references": []},
		{"references": null},
		{"references": "aws_vpc.x"},
		{"references": {"constant_value": "aws_vpc.x"}},
		{"constant_value": "aws_vpc.x"},
		{},
		[],
		"aws_vpc.x",
		7,
		null,
	] {
		from({"id": expression}, {}) == set()
	}
	from({}, {}) == set()
	from({"other": {"references": ["aws_vpc.x"]}}, {}) == set()
}

test_blocks_refer_to_all_that_stands_in_them if {
	blocks := [
		{"vpc": {"references": ["aws_vpc.x.id", "aws_vpc.x"]}},
		{"deep": [{"source": {"references": ["data.aws_vpc.y"]}}]},
	]
	every expression in [blocks, {"inner": blocks}] {
		from({"id": expression}, {}) == {"p\n\naws_vpc.x", "p\n\ndata.aws_vpc.y"}
	}
	every expression in [
		[{"references": {"constant_value": "aws_vpc.x"}}],
		[{"references": [7, null, ["aws_vpc.x"]]}],
		[{"other": ["aws_vpc.x"]}],
		{"references": {"references": {"constant_value": ["aws_vpc.x"]}}},
	] {
		from({"id": expression}, {}) == set()
	}
}

test_blocks_of_one_kind_are_told_apart_by_their_place if {
	blocks := [{"upstream": {"references": ["aws_vpc.a"]}}, {"upstream": {"constant_value": "shared"}}]
	given := plan({"resources": [written_as("aws_lb.a", {"interface": blocks}), written_as("aws_vpc.a", {})]})

	every case in [
		[[{}, {}], 0, {"p\n\naws_vpc.a"}],
		[[{}, {}], 1, set()],
		[[{}, {}], 2, set()],
		[[{}, {}, {}], 0, set()],
		[null, 0, set()],
	] {
		resource := {"configured": "p\n\naws_lb.a", "values": {"interface": case[0]}}
		found := configuration.referred_in(resource, "interface", case[1], "upstream") with input as given
		found == case[2]
	}
}

test_each_value_leads_to_what_the_resource_is_made_for_each_of if {
	every reference in ["each.value.id", "each.value", "each.key", `each.value["gateway"]`] {
		made_for_each := {"for_each_expression": {"references": ["aws_vpc.x"]}}
		from({"id": {"references": [reference]}}, made_for_each) == {"p\n\naws_vpc.x"}
	}
	from({"id": {"references": ["each.value"]}}, {"for_each_expression": {"references": ["local.x"]}}) == set()
	from({"id": {"references": ["eachother.x"]}}, {"for_each_expression": {"references": ["aws_vpc.x"]}}) == set()
	from({"id": {"references": ["aws_vpc.z"]}}, {"for_each_expression": {"references": ["aws_vpc.x"]}}) == set()
}

test_variable_leads_out_of_nested_modules_to_the_calls if {
	inner := {"resources": [written_as("aws_lb.a", {"id": {"references": ["var.vpc"]}})]}
	call := {
		"expressions": {"vpc": {"references": ["var.vpc_id"]}, "other": {"references": ["var.other"]}},
		"module": inner,
	}
	root := {
		"resources": [written_as("aws_vpc.x", {}), written_as("aws_vpc.z", {})],
		"module_calls": {"line": {
			"expressions": {"vpc_id": {"references": ["aws_vpc.x.id", "aws_vpc.x"]}, "other": {"references": ["aws_vpc.z"]}},
			"module": {"module_calls": {"inner": call}, "resources": [written_as("aws_vpc.x", {})]},
		}},
	}

	referred("p\nline.inner\naws_lb.a", plan(root)) == {"p\n\naws_vpc.x"}
}

test_output_leads_into_the_module_whatever_its_key if {
	every references in [
		["module.net.id", "module.net"],
		["module.net[0].id", "module.net[0]", "module.net"],
		[`module.net["a.b"].id`, `module.net["a.b"]`, "module.net"],
		[`module.net["say \"]\" 東京"].id`, "module.net"],
		["module.net.id"],
	] {
		referred(lb.configured, with_outputs(references)) == {"p\nnet\naws_vpc.x"}
	}
	referred(lb.configured, with_outputs(["module.net.deep", "module.net"])) == {"p\nnet.inner\naws_vpc.d"}
	referred(lb.configured, with_outputs(["module.net.absent", "module.net"])) == set()
	referred(lb.configured, with_outputs(["module.ne", "module.net.id"])) == {"p\nnet\naws_vpc.x"}
}

test_module_as_a_whole_stands_for_all_its_outputs if {
	every references in [["module.net", "each.key"], ["module.net", "module.network.id"]] {
		referred(lb.configured, with_outputs(references)) == {
			"p\nnet\naws_vpc.x",
			"p\nnet\naws_vpc.y",
			"p\nnet.inner\naws_vpc.d",
		}
	}
}

test_each_value_of_a_module_leads_to_what_the_module_is_called_for_each_of if {
	root := {
		"resources": [written_as("aws_vpc.x", {}), written_as("aws_vpc.y", {})],
		"module_calls": {"line": {
			"for_each_expression": {"references": ["aws_vpc.x"]},
			"expressions": {"vpc": {"references": ["each.value.id", "each.value"]}},
			"module": {"resources": [written_as("aws_lb.a", {"id": {"references": ["var.vpc"]}})]},
		}},
	}

	referred("p\nline\naws_lb.a", plan(root)) == {"p\n\naws_vpc.x"}
}

test_odd_calls_are_passed_over if {
	every call in [
		null, "x", [], {},
		{"expressions": null, "module": null},
		{"expressions": [], "module": {"outputs": null}},
		{"expressions": {"a": null}, "module": {"outputs": {"b": null, "c": {"expression": null}, "d": {}}}},
		{"for_each_expression": null, "expressions": {"a": "x"}, "module": {"outputs": []}},
	] {
		root := {
			"resources": [
				written_as("aws_lb.a", {"id": {"references": ["module.m.b", "aws_vpc.x"]}}),
				written_as("aws_vpc.x", {}),
			],
			"module_calls": {"m": call},
		}
		referred(lb.configured, plan(root)) == {"p\n\naws_vpc.x"}
	}
}

test_references_stay_in_their_plan if {
	module := {"resources": [written_as("aws_lb.a", {"id": {"references": ["aws_vpc.x"]}}), written_as("aws_vpc.x", {})]}
	given := {"terraform": {"p": plan(module).terraform.p, "q": plan(module).terraform.p}}

	referred("q\n\naws_lb.a", given) == {"q\n\naws_vpc.x"}
}

test_modules_are_near_as_their_keys_tell if {
	configuration.is_near("module.a[0]", "module.a[0].module.b")
	not configuration.is_near("module.a[0]", "module.a[1]")
}

test_loose_ends_are_where_no_resource_is_reached if {
	expressions := {"policy": {"references": [
		"data.aws_iam_policy_document.d[0].json",
		"data.aws_iam_policy_document.d[0]",
		"aws_kms_key.k.arn",
		"aws_kms_key.k",
		"var.from_outside",
		"local.joined",
		"count.index",
		"each.value.json",
		"data.aws_region.gone.name",
	]}}
	given := plan({"module_calls": {"m": {
		"expressions": {"from_outside": {"references": ["var.root"]}},
		"module": {
			"resources": [
				written_as("aws_lb.a", expressions),
				written_as("data.aws_iam_policy_document.d", {}),
				written_as("aws_kms_key.k", {}),
			],
			"variables": {"from_outside": {}},
		},
	}}})
	found := configuration.loose({"configured": "p\nm\naws_lb.a"}, "policy") with input as given

	found == {
		"p\n\nvar.root", "p\nm\nlocal.joined", "p\nm\ncount.index", "p\nm\naws_lb.a#each",
		"p\nm\ndata.aws_region.gone.name",
	}
}

test_constants_are_what_variables_are_given if {
	given := {"terraform": {"p": {
		"variables": {"root": {"value": true}},
		"configuration": {"root_module": {"module_calls": {"m": {
			"expressions": {
				"written": {"constant_value": "x"},
				"nothing": {"constant_value": null},
				"function": {},
				"referring": {"references": ["var.root"]},
			},
			"module": {"variables": {
				"written": {"default": "y"},
				"nothing": {"default": "y"},
				"function": {"default": "y"},
				"referring": {"default": "y"},
				"usual": {"default": ["z"]},
				"null": {"default": null},
				"required": {},
			}},
		}}}},
	}}}
	found := configuration.constants with input as given

	found == {
		"p\n\nvar.root": true,
		"p\nm\nvar.written": "x",
		"p\nm\nvar.nothing": null,
		"p\nm\nvar.usual": ["z"],
		"p\nm\nvar.null": null,
	}
}

test_what_is_made_for_a_number_or_for_each_is_counted if {
	given := plan({"resources": [
		{"address": "aws_lb.a", "count_expression": {"constant_value": 0}},
		{"address": "aws_lb.b", "for_each_expression": {}},
		{"address": "aws_lb.c"},
	]})
	counted := {name |
		some name in ["a", "b", "c", "d"]
		configuration.is_counted(concat("", ["p\n\naws_lb.", name]))
	} with input as given

	counted == {"a", "b"}
}

test_attribute_within_blocks_is_referred_to_by_its_path if {
	own := {"arn": {"references": ["aws_vpc.x.arn", "aws_vpc.x"]}}
	constant := {"arn": {"constant_value": "arn:y"}}
	blocks := {"to": [own, constant, {"role": {"references": ["data.aws_vpc.y"]}}, {"arn": {}}]}
	known := {"to": [{}, {"arn": "arn:y"}, {"arn": null}, {}]}
	late := {"to": [{"arn": true}, {"arn": false}, {}, {"arn": true}]}

	along(blocks, known, late) == {[["to", 0, "arn"], {"p\n\naws_vpc.x"}], [["to", 3, "arn"], set()]}
	along({"to": [own]}, known, late) == set()
	along({}, {"to": [{"arn": "arn:y"}]}, {}) == set()
	along({}, {}, {}) == set()
	configuration.referred_along({"configured": "p\n\naws_lb.z", "values": {}, "unknown": {}}, ["to", "arn"]) == {}
}

along(expressions, values, late) := found if {
	thing := {"configured": lb.configured, "values": values, "unknown": late}
	given := plan({"resources": [
		written_as("aws_lb.a", expressions),
		written_as("aws_vpc.x", {}),
		written_as("data.aws_vpc.y", {}),
	]})
	found := {[path, led] |
		some path, led in configuration.referred_along(thing, ["to", "arn"])
	} with input as given
}

names := {"name", "policy", "ingress", "arn", "tags", "internal", "rules", "empty", "none", "nothing", "port"}

lb := {"configured": "p\n\naws_lb.a", "values": {}}

is_written_in(given, values) := {name |
	some name in names
	configuration.is_written({"configured": lb.configured, "values": values}, name) with input as given
}

from(expressions, more) := referred(lb.configured, plan({"resources": [
	object.union(written_as("aws_lb.a", expressions), more),
	written_as("aws_vpc.x", {}),
	written_as("data.aws_vpc.y", {}),
]}))

referred(configured, given) := found if {
	found := configuration.referred({"configured": configured, "values": {}}, "id") with input as given
}

with_outputs(references) := plan({
	"resources": [written_as("aws_lb.a", {"id": {"references": references}})],
	"module_calls": {"net": {"module": {
		"outputs": {
			"id": {"expression": {"references": ["aws_vpc.x.id", "aws_vpc.x"]}},
			"other": {"expression": {"references": ["aws_vpc.y"]}},
			"deep": {"expression": {"references": ["module.inner.id", "module.inner"]}},
		},
		"resources": [written_as("aws_vpc.x", {}), written_as("aws_vpc.y", {})],
		"module_calls": {"inner": {"module": {
			"outputs": {"id": {"expression": {"references": ["aws_vpc.d"]}}},
			"resources": [written_as("aws_vpc.d", {})],
		}}},
	}}},
})

written_as(address, expressions) := {"address": address, "expressions": expressions}

plan(root) := {"terraform": {"p": {"configuration": {"root_module": root}}}}
