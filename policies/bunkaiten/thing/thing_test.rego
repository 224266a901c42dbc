package bunkaiten_test.thing

import data.bunkaiten.thing

test_resource_that_exists_after_apply_is_there if {
	every actions in [
		["no-op"],
		["create"],
		["update"],
		["read"],
		["create", "delete"],
		["delete", "create"],
		["create", "forget"],
		["forget"],
	] {
		there({"terraform:aws_vpn.a"}, plan([change("aws_vpn.a", actions)])) == {"terraform:aws_vpn.a"}
		there({"terraform:aws_*"}, plan([change("aws_vpn.a", actions)])) == {"terraform:aws_*"}
	}
}

test_resource_that_is_deleted_is_not_there if {
	there({"terraform:aws_vpn.a", "terraform:*"}, plan([change("aws_vpn.a", ["delete"])])) == set()
}

test_address_is_literal_with_its_brackets_and_quotes if {
	addresses := {
		"aws_vpn.a[0]",
		"aws_vpn.a[10]",
		`aws_vpn.b["tokyo"]`,
		`aws_vpn.b["a.b/c (d) \\ $1 ^+?{}|"]`,
		`module.line["x"].module.inner[1].aws_vpn.c`,
	}
	given := plan([change(address, ["create"]) | some address in addresses])

	there({terraform(address) | some address in addresses}, given) == {terraform(address) | some address in addresses}
	there(
		{
			"terraform:aws_vpn.a",
			"terraform:aws_vpn.a[1]",
			"terraform:aws_vpn.a[01]",
			"terraform:aws_vpn.b",
			`terraform:aws_vpn.b[tokyo]`,
			`terraform:aws_vpn.b["Tokyo"]`,
			"terraform:aws_vpn.c",
			"terraform:module.line",
			"aws_vpn.a[0]",
			"kubernetes:aws_vpn.a[0]",
		},
		given,
	) == set()
}

test_star_stands_for_any_characters if {
	given := plan([change(`module.line["x"].aws_vpn.a`, ["create"]), change("aws_vpn.b[0]", ["no-op"])])
	found := {
		"terraform:*",
		"terraform:module.line*",
		`terraform:module.line["*"].aws_vpn.a`,
		`terraform:module.line["x"].*`,
		"terraform:*.aws_vpn.a",
		"terraform:*line*vpn*",
		"terraform:aws_vpn.b[*]",
		"terraform:aws_vpn.b[0]*",
	}

	there(found, given) == found
}

test_all_but_the_star_is_literal if {
	given := plan([
		change("aws_vpnXa", ["create"]),
		change("aws_vpn.bb", ["create"]),
		change("module.line.aws_vpn.a", ["create"]),
		change("aws_vpn.c0", ["create"]),
	])

	there(
		{
			"terraform:aws_vpn.a*",
			"terraform:*aws_vpn.b",
			"terraform:aws_vpn.b+*",
			"terraform:aws_vpn.b?*",
			"terraform:aws_vpn.(bb)*",
			"terraform:aws_vpn.{2}*",
			"terraform:aws_vpn.c[0]*",
			"terraform:a|*c0",
			"terraform:^*",
			"terraform:*$",
			"terraform:aws_vpn.*.a",
			"aws_vpn.*",
			"terraform:line.*",
			`terraform:aws_vpn.\w*`,
			`terraform:\*`,
		},
		given,
	) == set()
}

test_special_characters_in_an_address_are_matched_as_they_are if {
	address := `aws_vpn.b["a.b\\c+d?e(f)g|h[i]j{k}l^m$n"].x`
	patterns := {
		`terraform:aws_vpn.b["a.b\\c+d?e(f)g|h[i]j{k}l^m$n"].*`,
		`terraform:*["a.b\\c+d?e(f)g|h[i]j{k}l^m$n"].x`,
	}

	there(patterns, plan([change(address, ["create"])])) == patterns
}

test_star_in_an_address_is_found_by_its_own_name if {
	given := plan([change(`aws_rule.a["*"]`, ["create"])])

	there({`terraform:aws_rule.a["*"]`}, given) == {`terraform:aws_rule.a["*"]`}
}

test_star_matches_across_lines if {
	address := "aws_rule.a[\"one\ntwo\"]"

	there({"terraform:aws_rule.*"}, plan([change(address, ["create"])])) == {"terraform:aws_rule.*"}
}

test_data_source_that_was_read_while_planning_is_there if {
	given := prior({
		"resources": [resource("data.aws_vpc.a", "data"), resource("aws_vpn.managed", "managed")],
		"child_modules": [{
			"address": "module.line",
			"resources": [resource("module.line.data.aws_vpc.b[0]", "data")],
			"child_modules": [{
				"address": "module.line.module.inner",
				"resources": [resource(`module.line.module.inner.data.aws_vpc.c["x"]`, "data")],
			}],
		}],
	})
	found := {
		"terraform:data.aws_vpc.a",
		"terraform:module.line.data.aws_vpc.b[0]",
		`terraform:module.line.module.inner.data.aws_vpc.c["x"]`,
		"terraform:data.*",
		"terraform:module.line.module.inner.*",
	}

	there(found, given) == found
	there(
		{
			"terraform:aws_vpn.managed",
			"terraform:*managed",
			"terraform:data.aws_vpc.b",
			"data.aws_vpc.a",
		},
		given,
	) == set()
}

test_attribute_of_a_resource_that_is_called_resources_is_no_list_of_them if {
	every attribute in [null, "arn:aws:s3:::x", [{"mode": "data", "address": "data.aws_vpc.inner"}], ["x"]] {
		statement := object.union(resource("data.aws_iam_policy_document.a", "data"), {"values": {"resources": attribute}})
		given := prior({"resources": [statement]})

		there({"terraform:data.*"}, given) == {"terraform:data.*"}
		there({"terraform:data.aws_vpc.inner"}, given) == set()
	}
}

test_data_source_that_is_read_on_apply_is_there if {
	given := plan([change("data.aws_vpc.a", ["read"])])

	there({"terraform:data.aws_vpc.a"}, given) == {"terraform:data.aws_vpc.a"}
}

test_resource_of_the_prior_state_that_is_deleted_is_not_there if {
	given := {"terraform": {"plan.json": {
		"resource_changes": [change("aws_vpn.a", ["delete"])],
		"prior_state": {"values": {"root_module": {"resources": [resource("aws_vpn.a", "managed")]}}},
	}}}

	there({"terraform:aws_vpn.a", "terraform:*"}, given) == set()
}

test_things_of_every_plan_are_there if {
	given := {"terraform": {
		"a.json": {"resource_changes": [change("aws_vpn.a", ["create"])]},
		"b.json": {"resource_changes": [change("aws_vpn.b", ["create"])], "complete": true},
		"c.json": {"prior_state": {"values": {"root_module": {"resources": [resource("data.aws_vpc.c", "data")]}}}},
		"d.json": {},
	}}
	found := {"terraform:aws_vpn.a", "terraform:aws_vpn.b", "terraform:data.aws_vpc.c"}

	there(found | {"terraform:aws_vpn.d"}, given) == found
}

test_object_is_there_by_namespace_kind_and_name if {
	given := objects([object_of("v1", "Service", {"namespace": "clinic", "name": "pacs"})])
	found := {
		"kubernetes:clinic/Service/pacs",
		"kubernetes:clinic/*/pacs",
		"kubernetes:*/Service/*",
		"kubernetes:clinic/Service/p*",
	}

	there(found, given) == found
	there(
		{
			"kubernetes:/Service/pacs",
			"kubernetes:other/Service/pacs",
			"kubernetes:clinic/Ingress/pacs",
			"kubernetes:clinic/Service/pac",
			"kubernetes:clinic/Service.v1/pacs",
			"kubernetes:clinic/Service./pacs",
			"kubernetes:clinic/service/pacs",
			"terraform:clinic/Service/pacs",
			"kubernetes:other/*",
		},
		given,
	) == set()
}

test_object_of_a_group_is_there_with_and_without_its_group if {
	given := objects([object_of("networking.k8s.io/v1", "Ingress", {"namespace": "clinic", "name": "pacs"})])
	found := {"kubernetes:clinic/Ingress/pacs", "kubernetes:clinic/Ingress.networking.k8s.io/pacs"}

	there(found, given) == found
	there(
		{
			"kubernetes:clinic/Ingress.extensions/pacs",
			"kubernetes:clinic/networking.k8s.io/pacs",
			"kubernetes:clinic/Ingress.networking.k8s.io/v1/pacs",
		},
		given,
	) == set()
}

test_object_without_a_namespace_is_named_as_written if {
	given := objects([
		object_of("v1", "Namespace", {"name": "clinic"}),
		object_of("rbac.authorization.k8s.io/v1", "ClusterRole", {"name": "reader"}),
		object_of("v1", "Service", {"name": "pacs"}),
	])
	found := {
		"kubernetes:/Namespace/clinic",
		"kubernetes:/ClusterRole/reader",
		"kubernetes:/ClusterRole.rbac.authorization.k8s.io/reader",
		"kubernetes:/Service/pacs",
	}

	there(found | {"kubernetes:default/Service/pacs", "kubernetes:Namespace/clinic"}, given) == found
}

test_object_whose_name_the_server_completes_has_its_beginning if {
	given := objects([
		object_of("v1", "Pod", {"generateName": "pacs-"}),
		object_of("v1", "Service", {"name": "ris", "generateName": "pacs-"}),
	])
	found := {"kubernetes:/Pod/pacs-*", "kubernetes:/Pod/pacs-", "kubernetes:/Service/ris"}

	there(found | {"kubernetes:/Service/pacs-*", "kubernetes:/Pod/pacs-x"}, given) == found
}

test_object_without_a_name_is_nowhere if {
	given := objects([
		{"apiVersion": "v1", "kind": "Pod"},
		{"apiVersion": "v1", "kind": "Pod", "metadata": {}},
		object_of("v1", "Service", {"name": "pacs"}),
	])

	there({"kubernetes:*/Pod/*", "kubernetes:*", "kubernetes:/Service/pacs"}, given) == {
		"kubernetes:*",
		"kubernetes:/Service/pacs",
	}
}

test_nothing_is_there_where_nothing_was_given if {
	every given in [{}, {"terraform": {}, "kubernetes": {}}, {"terraform": {"plan.json": {}}}] {
		there(
			{
				"terraform:aws_vpn.a", "terraform:*", "terraform:data.*",
				"kubernetes:*", "*", "site:midori",
			},
			given,
		) == set()
	}
}

test_thing_is_sought_only_in_documents_of_its_kind if {
	pair := {"terraform:aws_vpn.a", "kubernetes:clinic/Service/pacs", "site:midori/onu-1"}

	sought(pair, plan([])) == {"terraform:aws_vpn.a"}
	sought(pair, objects([object_of("v1", "Pod", {})])) == {"kubernetes:clinic/Service/pacs"}
	sought(pair, {"terraform": {"p": {}}, "kubernetes": {"k": {}}}) == pair - {"site:midori/onu-1"}
	sought(pair, {"terraform": {}, "kubernetes": {}}) == set()
	sought(pair, {}) == set()
}

test_plan_that_says_it_is_not_complete_leaves_things_of_terraform_open if {
	pair := {"terraform:aws_vpn.a", "kubernetes:clinic/Service/pacs", "site:midori/onu-1"}

	incomplete(pair, {"terraform": {"a": {"complete": false}}}) == {"terraform:aws_vpn.a"}
	incomplete(pair, {"terraform": {"a": {"complete": true}, "b": {"complete": false}}}) == {"terraform:aws_vpn.a"}
	incomplete(pair, {"terraform": {"a": {"complete": true}, "b": {}}}) == set()
	incomplete(pair, {"kubernetes": {"a": {"complete": false}}}) == set()
	incomplete(pair, {}) == set()
}

test_names_are_those_of_the_things_that_a_reference_fits if {
	given := object.union(
		plan([
			change("aws_vpn.a[0]", ["create"]),
			change("aws_vpn.a[1]", ["no-op"]),
			change("aws_vpn.old", ["delete"]),
		]),
		{"kubernetes": {"k8s.yaml#1": object_of("v1", "Service", {"namespace": "clinic", "name": "aws_vpn"})}},
	)

	every reference, names in {
		"terraform:aws_vpn.a[0]": {"terraform:aws_vpn.a[0]"},
		"terraform:aws_vpn.a*": {"terraform:aws_vpn.a[0]", "terraform:aws_vpn.a[1]"},
		"terraform:*[1]": {"terraform:aws_vpn.a[1]"},
		"terraform:aws_vpn.*[*": {"terraform:aws_vpn.a[0]", "terraform:aws_vpn.a[1]"},
		"terraform:aws_vpn.old": set(),
		"terraform:aws_vpn.b*": set(),
		"terraform:*b*": set(),
		"aws_vpn.a[0]": set(),
		"kubernetes:clinic/Service/*": {"kubernetes:clinic/Service/aws_vpn"},
		"site:midori": set(),
		"site:*": set(),
	} {
		named(reference, given) == names
		named(reference, {}) == set()
	}
}

test_star_in_a_name_is_one_of_any_characters if {
	given := plan([change(`aws_rule.a["*"]`, ["create"]), change(`aws_rule.a["x"]`, ["create"])])

	named(`terraform:aws_rule.a["*"]`, given) == {`terraform:aws_rule.a["*"]`, `terraform:aws_rule.a["x"]`}
	named(`terraform:aws_rule.a["x"]`, given) == {`terraform:aws_rule.a["x"]`}
}

test_data_sources_have_names_too if {
	given := prior({"resources": [resource("data.aws_vpc.a", "data"), resource("aws_vpn.managed", "managed")]})

	named("terraform:data.aws_vpc.a", given) == {"terraform:data.aws_vpc.a"}
	named("terraform:*", given) == {"terraform:data.aws_vpc.a"}
}

test_object_of_a_group_is_named_with_the_group_too if {
	given := objects([
		object_of("networking.k8s.io/v1", "Ingress", {"namespace": "clinic", "name": "pacs"}),
		object_of("v1", "Event", {"name": "x"}),
		object_of("events.k8s.io/v1", "Event", {"name": "x"}),
	])
	short := "kubernetes:clinic/Ingress/pacs"
	long := "kubernetes:clinic/Ingress.networking.k8s.io/pacs"

	every reference, names in {
		short: {short, long},
		long: {long},
		"kubernetes:clinic/Ingress/*": {short, long},
		"kubernetes:clinic/Ingress.*/pacs": {long},
		"kubernetes:clinic/*": {short, long},
		"kubernetes:/Event/x": {"kubernetes:/Event/x", "kubernetes:/Event.events.k8s.io/x"},
		"kubernetes:/Event.events.k8s.io/x": {"kubernetes:/Event.events.k8s.io/x"},
	} {
		named(reference, given) == names
	}
}

test_reference_fits_what_its_text_could_stand_for if {
	every reference, names in {
		"terraform:aws_vpn.a[*]": {"terraform:aws_vpn.a[0]", "terraform:aws_vpn.a[]"},
		"terraform:aws_vpn.a[0]": {"terraform:aws_vpn.a[0]"},
		"site:midori/*": {"site:midori/onu-1"},
		"kubernetes:clinic/Ingress/*": {
			"kubernetes:clinic/Ingress/pacs",
			"kubernetes:clinic/Ingress.networking.k8s.io/pacs",
		},
		"kubernetes:clinic/Ingress.networking.k8s.io/*": {
			"kubernetes:clinic/Ingress/pacs",
			"kubernetes:clinic/Ingress.networking.k8s.io/pacs",
		},
		"kubernetes:clinic/Ingress/pacs": {
			"kubernetes:clinic/Ingress/pacs",
			"kubernetes:clinic/Ingress.networking.k8s.io/pacs",
		},
		"kubernetes:clinic/Ingress.extensions/pacs": {"kubernetes:clinic/Ingress/pacs"},
		"kubernetes:*/*.extensions/pacs": {"kubernetes:clinic/Ingress/pacs", "kubernetes:clinic/Service/pacs"},
	} {
		{name | some name in texts; thing.fits(reference, name)} == names
	}
}

test_kind_is_written_without_its_group if {
	every reference, short in {
		"kubernetes:clinic/Ingress.networking.k8s.io/pacs": "kubernetes:clinic/Ingress/pacs",
		"kubernetes:/ClusterRole.rbac.authorization.k8s.io/*": "kubernetes:/ClusterRole/*",
		"kubernetes:*/Ingress.*/pacs.v1/x": "kubernetes:*/Ingress/pacs.v1/x",
		"kubernetes:clinic.a/Ingress/pacs.v1": "kubernetes:clinic.a/Ingress/pacs.v1",
		"kubernetes:clinic/Ingress/pacs.v1/x": "kubernetes:clinic/Ingress/pacs.v1/x",
		"terraform:module.a/b.c/d": "terraform:module.a/b.c/d",
		"site:kubernetes:a/b.c/d": "site:kubernetes:a/b.c/d",
	} {
		thing.ungrouped(reference) == short
	}
}

test_patterns_overlap_where_both_their_ends_agree if {
	every pair in [
		["terraform:*", "terraform:module.a.*"],
		["terraform:*vpn*", "terraform:module.a.*"],
		["terraform:module.*.a", "terraform:module.a*"],
		["terraform:module.*.a", "terraform:*.vpn.a"],
		["terraform:a*b*c", "terraform:a*x*c"],
		["site:midori/*", "site:*"],
		["kubernetes:clinic/*", "kubernetes:*/Ingress/pacs"],
		["kubernetes:clinic/Ingress/*", "kubernetes:clinic/Ingress.networking.k8s.io/*"],
		["kubernetes:*/Ingress.networking.k8s.io/pacs", "kubernetes:clinic/*/pacs"],
	] {
		thing.overlap(pair[0], pair[1])
		thing.overlap(pair[1], pair[0])
	}
	every pair in [
		["terraform:module.a.*", "terraform:module.b.*"],
		["terraform:module.a.*", "terraform:module.ab.*"],
		["terraform:*.a", "terraform:*.b"],
		["terraform:*.a", "terraform:module.*.ba"],
		["terraform:*", "kubernetes:*/Service/*"],
		["kubernetes:clinic/Ingress/*", "kubernetes:clinic/Service/*"],
		["kubernetes:*/Ingress/a", "kubernetes:*/Ingress.networking.k8s.io/b"],
	] {
		not thing.overlap(pair[0], pair[1])
		not thing.overlap(pair[1], pair[0])
	}
}

test_beginning_is_what_stands_before_the_first_star if {
	every reference, text in {
		"terraform:aws_vpn.*.a*": "terraform:aws_vpn.",
		"terraform:*": "terraform:",
		"site:midori": "site:midori",
		"kubernetes:clinic/Ingress.networking.k8s.io/*": "kubernetes:clinic/Ingress/",
	} {
		thing.beginning(reference) == text
	}
}

test_things_are_shown_by_documents_that_say_nothing_of_being_incomplete if {
	pair := {"terraform:aws_vpn.a", "terraform:*", "kubernetes:clinic/Service/pacs", "site:midori/onu-1"}

	every given, found in {
		{"terraform": {"a": {}}}: {"terraform:aws_vpn.a", "terraform:*"},
		{"terraform": {"a": {"complete": true}}}: {"terraform:aws_vpn.a", "terraform:*"},
		{"terraform": {"a": {}, "b": {"complete": false}}}: set(),
		{"kubernetes": {"a": {}}}: {"kubernetes:clinic/Service/pacs"},
		{"terraform": {"a": {"complete": false}}, "kubernetes": {"a": {}}}: {"kubernetes:clinic/Service/pacs"},
		{}: set(),
	} {
		shown(pair, given) == found
	}
}

shown(references, given) := {reference |
	some reference in references
	thing.is_shown(reference) with input as given
}

texts := {
	"terraform:aws_vpn.a[0]",
	"terraform:aws_vpn.a[]",
	"terraform:aws_vpn.b[0]",
	"kubernetes:clinic/Ingress/pacs",
	"kubernetes:clinic/Ingress.networking.k8s.io/pacs",
	"kubernetes:clinic/Service/pacs",
	"kubernetes:other/Ingress.networking.k8s.io/x",
	"site:midori/onu-1",
}

named(reference, given) := names if {
	names := thing.named(reference) with input as given
}

there(references, given) := {reference |
	some reference in references
	thing.exists(reference) with input as given
}

sought(references, given) := {reference |
	some reference in references
	thing.is_sought(reference) with input as given
}

incomplete(references, given) := {reference |
	some reference in references
	thing.is_incomplete(reference) with input as given
}

terraform(address) := concat("", ["terraform:", address])

plan(changes) := {"terraform": {"plan.json": {"resource_changes": changes}}}

change(address, actions) := {"address": address, "mode": "managed", "change": {"actions": actions}}

prior(root) := {"terraform": {"plan.json": {"prior_state": {"values": {"root_module": root}}}}}

resource(address, mode) := {"address": address, "mode": mode, "values": {"mode": "data", "address": "inner"}}

objects(written) := {"kubernetes": {sprintf("k8s/all.yaml#%d", [index + 1]): object |
	some index, object in written
}}

object_of(version, kind, metadata) := {"apiVersion": version, "kind": kind, "metadata": metadata}
