package bunkaiten_test.observed.resource

import data.bunkaiten.observed.resource

test_resource_has_all_that_adapters_ask_of_it if {
	change := {
		"address": `module.line["x"].aws_customer_gateway.a[0]`,
		"module_address": `module.line["x"]`,
		"mode": "managed",
		"type": "aws_customer_gateway",
		"name": "a",
		"index": 0,
		"change": {
			"actions": ["create"],
			"before": null,
			"after": {"ip_address": "198.51.100.7"},
			"after_unknown": {"id": true},
		},
	}

	found := managed(plan([made("aws_key_pair.s", {}, {}), change], {}))
	found == {"aws_customer_gateway": {`p module.line["x"].aws_customer_gateway.a[0]`: {
		"key": `p module.line["x"].aws_customer_gateway.a[0]`,
		"thing": `terraform:module.line["x"].aws_customer_gateway.a[0]`,
		"type": "aws_customer_gateway",
		"document": "p",
		"address": `module.line["x"].aws_customer_gateway.a[0]`,
		"module": `module.line["x"]`,
		"configured": "p\nline\naws_customer_gateway.a",
		"steps": ["terraform", "p", "resource_changes", 1, "change", "after"],
		"values": {"ip_address": "198.51.100.7"},
		"unknown": {"id": true},
		"mistyped": set(),
	}}}
}

test_only_types_that_are_read_are_managed if {
	given := plan(
		[
			made("aws_customer_gateway.a", {}, {}), made("aws_key_pair.a", {}, {}), made("aws_never_heard_of.a", {}, {}),
			made("random_id.a", {}, {}), made("never.a", {}, {}), made("data.aws_customer_gateway.b", {}, {}),
		],
		{},
	)

	keys(managed(given)) == {"aws_customer_gateway": {"p aws_customer_gateway.a"}}
}

test_resource_is_there_as_it_will_be_after_apply if {
	every actions in [
		["create"], ["no-op"], ["update"], ["read"],
		["delete", "create"], ["create", "delete"], ["create", "forget"],
	] {
		given := plan([with_actions(made("aws_customer_gateway.a", {}, {}), actions)], {})
		keys(managed(given)) == {"aws_customer_gateway": {"p aws_customer_gateway.a"}}
		resource.is_deployed({"change": {"actions": actions}})
	}
}

test_resource_that_goes_is_not_there if {
	given := plan([with_actions(made("aws_customer_gateway.a", null, false), ["delete"])], {})

	managed(given) == {}
	not resource.is_deployed({"change": {"actions": ["delete"]}})
	deferred(plan([with_actions(made("data.aws_vpc.a", null, false), ["delete"])], {})) == {}
}

test_resource_that_is_forgotten_stays_as_it_was if {
	gone := with_actions(made("aws_customer_gateway.a", null, false), ["forget"])
	before := json.patch(gone, [{"op": "add", "path": "/change/before", "value": {"ip_address": "198.51.100.7"}}])
	found := managed(plan([before, object.union(before, {"deposed": "0a1b2c3d"})], {})).aws_customer_gateway

	object.keys(found) == {"p aws_customer_gateway.a", "p aws_customer_gateway.a 0a1b2c3d"}
	every each in found { each.values == {"ip_address": "198.51.100.7"} }
	found["p aws_customer_gateway.a"].steps == ["terraform", "p", "resource_changes", 0, "change", "before"]
}

test_resource_of_another_maker_s_provider_is_not_read if {
	every maker in ["example.com/acme/aws", "registry.terraform.io/hashicorp/awscc", "acme", "aws/", null, 7] {
		named := {"provider_name": maker}
		managed(plan([object.union(made("aws_customer_gateway.a", {}, {}), named)], {})) == {}
		deferred(plan([object.union(made("data.aws_vpc.a", {}, {}), named)], {})) == {}
	}
}

test_resource_is_read_by_every_name_of_its_provider if {
	every maker in [
		"aws", "registry.terraform.io/hashicorp/aws", "registry.opentofu.org/hashicorp/aws", "registry.terraform.io/-/aws",
	] {
		given := plan([object.union(made("aws_customer_gateway.a", {}, {}), {"provider_name": maker})], {})
		keys(managed(given)) == {"aws_customer_gateway": {"p aws_customer_gateway.a"}}
	}
}

test_attributes_that_are_no_object_are_none if {
	every pair in [[null, true], [null, false], ["x", 7], [[1], [true]]] {
		found := managed(plan([made("aws_customer_gateway.a", pair[0], pair[1])], {}))
		gateway := found.aws_customer_gateway["p aws_customer_gateway.a"]
		object.filter(gateway, ["values", "unknown"]) == {"values": {}, "unknown": {}}
	}
	bare := json.remove(made("aws_customer_gateway.a", {}, {}), ["change/after", "change/after_unknown"])
	found := managed(plan([bare], {})).aws_customer_gateway["p aws_customer_gateway.a"]
	object.filter(found, ["values", "unknown"]) == {"values": {}, "unknown": {}}
}

test_plans_with_equal_addresses_are_kept_apart if {
	given := {"terraform": {
		"p": {"resource_changes": [made("aws_customer_gateway.a", {"bgp_asn": 1}, {})]},
		"q": {"resource_changes": [made("aws_customer_gateway.a", {"bgp_asn": 2}, {})]},
		"r": {},
	}}

	{key: found.values | some key, found in managed(given).aws_customer_gateway} == {
		"p aws_customer_gateway.a": {"bgp_asn": 1},
		"q aws_customer_gateway.a": {"bgp_asn": 2},
	}
}

test_data_source_that_is_read_on_apply_is_deferred if {
	given := plan([made("data.aws_vpc.a", {"x": 1}, {"id": true}), made("aws_customer_gateway.a", {}, {})], {})

	deferred(given) == {"aws_vpc": {"p data.aws_vpc.a": {
		"key": "p data.aws_vpc.a",
		"thing": "terraform:data.aws_vpc.a",
		"type": "aws_vpc",
		"document": "p",
		"address": "data.aws_vpc.a",
		"module": "",
		"configured": "p\n\ndata.aws_vpc.a",
		"steps": ["terraform", "p", "resource_changes", 0, "change", "after"],
		"values": {"x": 1},
		"unknown": {"id": true},
		"mistyped": set(),
	}}}
}

test_attribute_is_known_unknown_or_not_set if {
	every case in [
		["x", {}, {"is": "x"}],
		[false, {}, {"is": false}],
		[0, {}, {"is": 0}],
		[["x", null], {"a": [false, true]}, {"is": ["x", null]}],
		[{"k": null}, {}, {"is": {"k": null}}],
		["x", {"a": true}, {"is": "x"}],
		[null, {"a": true}, {"unknown": true}],
		[[], {"a": true}, {"unknown": true}],
		[null, {"a": [true]}, {}],
		[null, {"a": {"k": true}}, {}],
		[null, {"a": "true"}, {}],
		[null, {"b": true}, {}],
		[null, {}, {}],
		["", {}, {}],
		[[], {}, {}],
		[{}, {}, {}],
	] {
		resource.attribute({"configured": "none", "values": {"a": case[0]}, "unknown": case[1]}, "a") == case[2]
	}
	resource.attribute({"configured": "none", "values": {}, "unknown": {"a": true}}, "a") == {"unknown": true}
	resource.attribute({"configured": "none", "values": {}, "unknown": {}}, "a") == {}
}

test_what_the_provider_computes_and_nobody_wrote_is_not_unknown if {
	changes := [made("aws_customer_gateway.a", {}, {"written": true, "computed": true})]
	given := plan(changes, {"resources": [configured("aws_customer_gateway.a", {"written": {"references": ["local.x"]}})]})
	found := managed(given).aws_customer_gateway["p aws_customer_gateway.a"]
	told := {name: {"attribute": attribute, "unknown": unknown} |
		some name in ["written", "computed"]
		attribute := resource.attribute(found, name) with input as given
		unknown := {true | resource.is_unknown(found, name) with input as given}
	}

	told == {
		"written": {"attribute": {"unknown": true}, "unknown": {true}},
		"computed": {"attribute": {}, "unknown": set()},
	}
}

test_value_is_set_where_it_says_something if {
	every value in [false, true, 0, "x", " ", [null], {"k": null}, set()] { resource.is_set(value) }
	every value in [null, "", [], {}] { not resource.is_set(value) }
}

test_items_carry_their_own_unknown_parts_and_steps if {
	found := {
		"steps": ["s"],
		"values": {"list": ["x", {"k": 1}], "block": [{"k": null}], "map": {"k": 1}, "text": "x", "null": null},
		"unknown": {"list": [false, {"k": true}], "block": true, "null": true},
	}

	resource.items(found, "list") == {
		{"index": 0, "values": "x", "unknown": false, "steps": ["s", "list", 0]},
		{"index": 1, "values": {"k": 1}, "unknown": {"k": true}, "steps": ["s", "list", 1]},
	}
	resource.items(found, "block") == {{"index": 0, "values": {"k": null}, "unknown": false, "steps": ["s", "block", 0]}}
	every name in ["map", "text", "null", "absent"] { resource.items(found, name) == set() }
}

test_tie_is_by_key_where_there_is_an_instance_of_that_key if {
	every suffix in ["[0]", "[10]", `["x"]`, `["a.b[0]"]`, `["say \"[0]\""]`, `["東京.第一"]`, `["]"]`] {
		given := ["[1]", `["y"]`, `["a.b[1]"]`, suffix]
		tied(given, suffix) == {concat("", ["p aws_customer_gateway.g", suffix])}
	}
}

test_tie_is_to_all_instances_where_none_has_the_key if {
	every suffix in ["", "[2]", `["z"]`] {
		tied(["[0]", "[1]"], suffix) == {"p aws_customer_gateway.g[0]", "p aws_customer_gateway.g[1]"}
	}
	tied([""], `["x"]`) == {"p aws_customer_gateway.g"}
	tied([""], "") == {"p aws_customer_gateway.g"}
	tied([], "") == set()
}

test_tie_within_a_module_is_to_the_same_instance_of_it if {
	inside := {"resources": configuration_of(["aws_customer_gateway.g"])}
	changes := [made(address, {}, {}) |
		some module in [`module.a["x"].`, `module.a["y"].`]
		some name in ["aws_customer_gateway.g[0]", "aws_customer_gateway.g[1]", "aws_vpn_connection.c"]
		address := concat("", [module, name])
	]

	every module in [`p module.a["x"].`, `p module.a["y"].`] {
		given := plan(changes, {"module_calls": {"a": {"module": inside}}})
		tied_in(given, concat("", [module, "aws_vpn_connection.c"])) == {
			concat("", [module, "aws_customer_gateway.g[0]"]),
			concat("", [module, "aws_customer_gateway.g[1]"]),
		}
	}
}

test_modules_called_for_each_meet_what_has_their_key if {
	changes := [made(address, {}, {}) |
		some key in ["tokyo", "osaka"]
		some format in [`module.line["%s"].aws_vpn_connection.c`, `module.gateway["%s"].aws_customer_gateway.g`]
		address := replace(format, "%s", key)
	]

	every key in ["tokyo", "osaka"] {
		tied_in(plan(changes, two_modules), sprintf(`p module.line["%s"].aws_vpn_connection.c`, [key])) == {
			sprintf(`p module.gateway["%s"].aws_customer_gateway.g`, [key]),
		}
	}
}

two_modules := {"module_calls": {
	"line": {
		"expressions": {"gateway": {"references": ["module.gateway", "each.key"]}},
		"module": {"resources": [
			configured("aws_vpn_connection.c", {"customer_gateway_id": {"references": ["var.gateway"]}}),
		]},
	},
	"gateway": {"module": {
		"outputs": {"id": {"expression": {"references": ["aws_customer_gateway.g.id", "aws_customer_gateway.g"]}}},
		"resources": [configured("aws_customer_gateway.g", {})],
	}},
}}

test_tie_stays_in_its_plan_and_type if {
	root := {"resources": configuration_of(["aws_customer_gateway.g", "aws_vpn_gateway.g"])}
	changes := [made(address, {}, {}) |
		some address in ["aws_vpn_connection.c", "aws_customer_gateway.g", "aws_vpn_gateway.g"]
	]
	given := {"terraform": {"p": plan(changes, root).terraform.p, "q": plan(changes, root).terraform.p}}

	tied_in(given, "p aws_vpn_connection.c") == {"p aws_customer_gateway.g"}
	tied_in(given, "q aws_vpn_connection.c") == {"q aws_customer_gateway.g"}
}

test_tie_is_by_known_id_arn_or_name_too if {
	every attribute in ["id", "arn", "bucket", "name"] {
		changes := [
			made("aws_vpn_connection.c", {"customer_gateway_id": "cgw-1"}, {}),
			made("aws_customer_gateway.g", {attribute: "cgw-1"}, {}),
			made("aws_customer_gateway.h", {attribute: "cgw-2"}, {}),
			made("aws_s3_bucket.b", {attribute: "cgw-1"}, {}),
		]
		tied_in(plan(changes, {}), "p aws_vpn_connection.c") == {"p aws_customer_gateway.g"}
	}
}

test_tie_is_by_each_item_of_a_list if {
	changes := [
		made("aws_vpn_connection.c", {"ids": ["cgw-1", "cgw-3"]}, {}),
		made("aws_customer_gateway.g", {"id": "cgw-1"}, {}),
		made("aws_customer_gateway.h", {"id": "cgw-2"}, {}),
		made("aws_customer_gateway.i", {"id": "cgw-3"}, {}),
	]
	given := plan(changes, {})
	connection := managed(given).aws_vpn_connection["p aws_vpn_connection.c"]
	found := resource.tied(connection, "ids", "aws_customer_gateway") with input as given

	found == {"p aws_customer_gateway.g", "p aws_customer_gateway.i"}
}

test_tie_is_to_the_instances_that_literal_keys_name if {
	every key in ["[0]", `["a"]`, `["c.d"]`, `["say \"[0]\""]`] {
		literal := chain(concat("", ["aws_customer_gateway.g", key]))
		wanted := concat("", ["p aws_customer_gateway.g", key])

		keyed(["", "[7]", `["z"]`, key], literal) == {wanted}
		keyed(["[7]", `["z"]`], literal) == set()
		keyed(["[7]", key], array.concat(literal, chain("aws_customer_gateway.g[7]"))) == {
			wanted,
			"p aws_customer_gateway.g[7]",
		}
		keyed(["[7]", key], array.concat(literal, ["aws_customer_gateway.g", "var.x"])) == {
			wanted,
			"p aws_customer_gateway.g[7]",
		}
	}
}

test_tie_is_to_the_instances_that_literal_keys_name_in_blocks if {
	changes := array.concat(
		[made("aws_vpn_connection.c", {}, {})],
		[made(sprintf(`aws_customer_gateway.g["%s"]`, [key]), {}, {}) | some key in ["a", "b", "z"]],
	)
	blocks := [{"id": {"references": chain(sprintf(`aws_customer_gateway.g["%s"]`, [key]))}} | some key in ["a", "b"]]
	resources := [
		configured("aws_vpn_connection.c", {"customer_gateway_id": blocks}),
		configured("aws_customer_gateway.g", {}),
	]

	tied_in(plan(changes, {"resources": resources}), "p aws_vpn_connection.c") == {
		`p aws_customer_gateway.g["a"]`,
		`p aws_customer_gateway.g["b"]`,
	}
}

# as Terraform writes them: the attribute, the instance, the resource
chain(instance) := [concat("", [instance, ".id"]), instance, "aws_customer_gateway.g"]

keyed(suffixes, references) := tied_in(
	plan(
		array.concat(
			[made("aws_vpn_connection.c", {}, {})],
			[made(concat("", ["aws_customer_gateway.g", suffix]), {}, {}) | some suffix in suffixes],
		),
		{"resources": [
			configured("aws_vpn_connection.c", {"customer_gateway_id": {"references": references}}),
			configured("aws_customer_gateway.g", {}),
		]},
	),
	"p aws_vpn_connection.c",
)

test_tie_by_name_is_within_the_plan_where_it_has_one if {
	connection := made("aws_vpn_connection.c", {"customer_gateway_id": "cgw-1"}, {})
	gateway := made("aws_customer_gateway.g", {"id": "cgw-1"}, {})

	every pair in [
		[[connection, gateway], "p aws_customer_gateway.g"],
		[[connection], "q aws_customer_gateway.g"],
	] {
		given := {"terraform": {"p": {"resource_changes": pair[0]}, "q": {"resource_changes": [gateway]}}}
		tied_in(given, "p aws_vpn_connection.c") == {pair[1]}
	}
}

test_values_that_are_no_names_tie_nothing if {
	every value in ["", null, 7, true, [["cgw-1"]], ["cgw-2", 7, ""], {"id": "cgw-1"}, "cgw-2"] {
		changes := [
			made("aws_vpn_connection.c", {"customer_gateway_id": value}, {}),
			made("aws_customer_gateway.g", {"id": "cgw-1", "arn": "", "bucket": 7, "name": null}, {}),
		]
		tied_in(plan(changes, {}), "p aws_vpn_connection.c") == set()
	}
	tied_in(plan([made("aws_vpn_connection.c", null, {})], {}), "p aws_vpn_connection.c") == set()
}

test_references_and_names_tie_together if {
	changes := [
		made("aws_vpn_connection.c", {"customer_gateway_id": "cgw-1"}, {}),
		made("aws_customer_gateway.g", {}, {}),
		made("aws_customer_gateway.h", {"id": "cgw-1"}, {}),
	]
	root := {"resources": configuration_of(["aws_customer_gateway.g"])}

	tied_in(plan(changes, root), "p aws_vpn_connection.c") == {"p aws_customer_gateway.g", "p aws_customer_gateway.h"}
}

test_tie_of_one_block_is_by_its_place if {
	changes := [
		made("aws_vpn_connection.c", {"interface": [{"gateway": null}, {"gateway": null}, {"gateway": "cgw-1"}]}, {}),
		made("aws_customer_gateway.g", {}, {}),
		made("aws_customer_gateway.h", {"id": "cgw-1"}, {}),
	]
	blocks := [{"gateway": {"references": ["aws_customer_gateway.g"]}}, {}, {"gateway": {"constant_value": "cgw-1"}}]
	given := plan(changes, {"resources": [
		{"address": "aws_vpn_connection.c", "expressions": {"interface": blocks}},
		{"address": "aws_customer_gateway.g"},
		{"address": "aws_customer_gateway.h"},
	]})

	every index, ties in [{"p aws_customer_gateway.g"}, set(), {"p aws_customer_gateway.h"}] {
		found := {key |
			some _, connection in resource.managed.aws_vpn_connection
			some key in resource.tied_in(connection, "interface", index, "gateway", "aws_customer_gateway")
		} with input as given
		found == ties
	}
}

test_resource_that_is_deleted_is_tied_to_nothing if {
	gone := with_actions(made("aws_customer_gateway.g", null, false), ["delete"])
	root := {"resources": configuration_of(["aws_customer_gateway.g"])}

	tied_in(plan([made("aws_vpn_connection.c", {}, {}), gone], root), "p aws_vpn_connection.c") == set()
}

test_accounts_and_region_are_those_of_the_provider_block if {
	block := {"expressions": {
		"allowed_account_ids": {"constant_value": ["111122223333"]},
		"region": {"constant_value": "ap-northeast-1"},
	}}
	given := {"terraform": {"p": {"configuration": {
		"provider_config": {"aws": block},
		"root_module": {"resources": [{"address": "aws_s3_bucket.a", "provider_config_key": "aws"}]},
	}}}}

	{document: found | some document, found in resource.accounts with input as given} == {"p": {"111122223333"}}
	region := resource.region({"document": "p", "configured": "p\n\naws_s3_bucket.a", "values": {}}) with input as given
	region == {"is": "ap-northeast-1"}
}

# connections with a suffix and gateways with others, tied by reference
tied(suffixes, suffix) := tied_in(
	plan(
		array.concat(
			[made(concat("", ["aws_vpn_connection.c", suffix]), {}, {"customer_gateway_id": true})],
			[made(concat("", ["aws_customer_gateway.g", each]), {}, {}) | some each in suffixes],
		),
		{"resources": configuration_of(["aws_customer_gateway.g"])},
	),
	concat("", ["p aws_vpn_connection.c", suffix]),
)

tied_in(given, key) := found if {
	connection := managed(given).aws_vpn_connection[key]
	found := resource.tied(connection, "customer_gateway_id", "aws_customer_gateway") with input as given
}

configuration_of(addresses) := array.concat(
	[configured("aws_vpn_connection.c", {"customer_gateway_id": {"references": addresses}})],
	[configured(address, {}) | some address in addresses],
)

configured(address, expressions) := {"address": address, "expressions": expressions}

managed(given) := found if {
	found := {type: them | some type, them in resource.managed} with input as given
}

deferred(given) := found if {
	found := {type: them | some type, them in resource.deferred} with input as given
}

keys(by_type) := {type: object.keys(them) | some type, them in by_type}

with_actions(change, actions) := json.patch(change, [{"op": "replace", "path": "/change/actions", "value": actions}])

# everything but the change is read from the address, "module.a[\"x\"].aws_lb.front[0]"
made(address, after, unknown) := object.union(
	{
		"address": address,
		"mode": {true: "data", false: "managed"}[startswith(address, "data.")],
		"type": type,
		"name": called,
		"change": {"actions": ["create"], "after": after, "after_unknown": unknown},
	},
	{"module_address": path |
		path := trim_suffix(regex.find_n(`^(module\.[a-z]+(\["[a-z]+"\])?\.)+`, address, 1)[0], ".")
	},
) if {
	local_name := regex.replace(address, `^((module\.[a-z]+(\["[a-z]+"\])?\.)+|data\.)`, "")
	[type, called] := split(split(local_name, "[")[0], ".")
}

plan(changes, root) := {"terraform": {"p": {"resource_changes": changes, "configuration": {"root_module": root}}}}

test_value_of_another_type_is_unknown_and_no_default if {
	changes := [made("aws_customer_gateway.a", {"ip_address": ["198.51.100.7"], "device_name": "r"}, {})]
	given := plan(changes, {"resources": []})
	gateway := managed(given).aws_customer_gateway["p aws_customer_gateway.a"]

	gateway.values == {"device_name": "r"}
	gateway.mistyped == {"ip_address"}
	{found | found := resource.attribute(gateway, "ip_address") with input as given} == {{"unknown": true}}
}
