package bunkaiten_test.observed.marker

import data.bunkaiten.observed.marker

test_tags_name_subjects_of_each_section if {
	every name in {"entrusted-work", "exchange", "external-storage", "remote-maintenance", "telework"} {
		tags := {concat("", ["bunkaiten:", name]): "archive"}
		every attribute in ["tags", "tags_all"] {
			named(plan([bucket({attribute: tags})])) == {"p aws_s3_bucket.b": {[name, "archive"]}}
		}
	}
}

test_labels_and_annotations_name_subjects if {
	every part in ["labels", "annotations"] {
		every name in {"entrusted-work", "exchange", "external-storage", "remote-maintenance", "telework"} {
			metadata := {part: {concat("", ["bunkaiten.dev/", name]): "archive"}}
			named(objects(metadata)) == {"k": {[name, "archive"]}}
		}
	}
}

test_one_marker_may_name_several if {
	every value in ["a b/c", " a  b/c ", "a\tb/c", "a\nb/c\n", "a a b/c"] {
		named(plan([bucket({"tags": {"bunkaiten:exchange": value}})])) == {"p aws_s3_bucket.b": {
			["exchange", "a"],
			["exchange", "b/c"],
		}}
	}
	named(plan([bucket({"tags": {"bunkaiten:exchange": "紹介 検査"}})])) == {"p aws_s3_bucket.b": {
		["exchange", "紹介"],
		["exchange", "検査"],
	}}
}

test_what_tags_and_default_tags_say_counts_together if {
	values := {
		"tags": {"bunkaiten:exchange": "a", "bunkaiten:telework": "t"},
		"tags_all": {"bunkaiten:exchange": "b", "bunkaiten:telework": "t"},
	}

	named(plan([bucket(values)])) == {"p aws_s3_bucket.b": {["exchange", "a"], ["exchange", "b"], ["telework", "t"]}}
}

test_own_tag_goes_before_default_tags_where_a_thing_belongs_to_one_only if {
	defaults := {"bunkaiten:exchange": "e", "bunkaiten:external-storage": "a"}

	every own, pairs in {
		{"bunkaiten:telework": "t"}: {["exchange", "e"], ["telework", "t"]},
		{"bunkaiten:exchange": "x"}: {["exchange", "x"], ["external-storage", "a"]},
		{"bunkaiten:external-storage": "b"}: {["exchange", "e"], ["external-storage", "b"]},
		{"bunkaiten:telework": " "}: {["exchange", "e"], ["external-storage", "a"]},
		{"bunkaiten:operated-by": "kura"}: {["exchange", "e"], ["external-storage", "a"]},
		{"bunkaiten:telework": "t", "bunkaiten:external-storage": "a"}: {
			["exchange", "e"],
			["external-storage", "a"],
			["telework", "t"],
		},
	} {
		values := {"tags": own, "tags_all": object.union(defaults, own)}
		named(plan([bucket(values)])) == {"p aws_s3_bucket.b": pairs}
	}
}

test_marker_of_a_name_that_means_nothing_is_misnamed if {
	every name, pairs in {
		"exchnage": {["exchnage", "r"]},
		"Exchange": {["Exchange", "r"]},
		"": {["", "r"]},
	} {
		misnamed(plan([bucket({"tags": {concat("", ["bunkaiten:", name]): "r"}})])) == {"p aws_s3_bucket.b": pairs}
		misnamed(objects({"labels": {concat("", ["bunkaiten.dev/", name]): "r"}})) == {"k": pairs}
	}
	every name in object.keys(marker.sections) | {"operated-by"} {
		misnamed(plan([bucket({"tags": {concat("", ["bunkaiten:", name]): "r"}})])) == {}
	}
}

misnamed(given) := found if {
	found := {place: pairs | some place, pairs in marker.misnamed} with input as given
}

test_label_and_annotation_may_say_different_things if {
	metadata := {"labels": {"bunkaiten.dev/exchange": "a"}, "annotations": {"bunkaiten.dev/exchange": "b c"}}

	named(objects(metadata)) == {"k": {["exchange", "a"], ["exchange", "b"], ["exchange", "c"]}}
}

test_other_tags_are_no_markers if {
	every tags in [
		null,
		{},
		[],
		["bunkaiten:exchange"],
		"bunkaiten:exchange",
		7,
		{"Name": "archive"},
		{"exchange": "a"},
		{"bunkaiten": "a"},
		{"bunkaiten:": "a"},
		{"Bunkaiten:exchange": "a"},
		{"bunkaiten:Exchange": "a"},
		{"bunkaiten:exchanges": "a"},
		{"bunkaiten.dev/exchange": "a"},
		{"x-bunkaiten:exchange": "a"},
		{"bunkaiten:bunkaiten:exchange": "a"},
		{"bunkaiten:operated-by": "kura"},
		{"bunkaiten:exchange": null},
		{"bunkaiten:exchange": ""},
		{"bunkaiten:exchange": "  "},
		{"bunkaiten:exchange": 7},
		{"bunkaiten:exchange": ["a"]},
	] {
		every attribute in ["tags", "tags_all"] { named(plan([bucket({attribute: tags})])) == {} }
	}
	named(plan([bucket({})])) == {}
	named({}) == {}
}

test_other_labels_are_no_markers if {
	every labels in [
		null,
		{},
		{"app": "a"},
		{"exchange": "a"},
		{"bunkaiten.dev/": "a"},
		{"bunkaiten:exchange": "a"},
		{"bunkaiten.dev/exchanges": "a"},
		{"x.bunkaiten.dev/exchange": "a"},
		{"bunkaiten.dev/exchange": ""},
	] {
		every part in ["labels", "annotations"] { named(objects({part: labels})) == {} }
	}
	every metadata in [null, "x", {}, {"name": "k"}] { named(objects(metadata)) == {} }
	named({"kubernetes": {"k": {"apiVersion": "v1", "kind": "Pod"}}}) == {}
}

test_things_that_go_and_types_that_nobody_reads_carry_no_markers if {
	tags := {"tags": {"bunkaiten:exchange": "a"}}

	named(plan([object.union(bucket(tags), {"type": "aws_key_pair"})])) == {}
	named(plan([object.union(bucket(tags), {"change": {"actions": ["delete"]}})])) == {}
	named(plan([object.union(bucket(tags), {"mode": "data"})])) == {}
}

test_unknown_default_tags_are_no_markers if {
	change := {"actions": ["create"], "after": {"tags": null}, "after_unknown": {"tags_all": true}}

	named(plan([object.union(bucket({}), {"change": change})])) == {}
}

test_operators_are_whoever_the_marker_names if {
	operators(plan([bucket({"tags": {"bunkaiten:operated-by": "kura"}})])) == {"p aws_s3_bucket.b": {"kura"}}
	both := {"tags": {"bunkaiten:operated-by": "kura"}, "tags_all": {"bunkaiten:operated-by": "nagi"}}
	operators(plan([bucket(both)])) == {"p aws_s3_bucket.b": {"kura", "nagi"}}
	operators(objects({"annotations": {"bunkaiten.dev/operated-by": "kura"}})) == {"k": {"kura"}}
	every value in [null, 7, ["kura"]] { operators(plan([bucket({"tags": {"bunkaiten:operated-by": value}})])) == {} }
	operators(plan([bucket({"tags": {"bunkaiten:exchange": "a", "operated-by": "kura"}})])) == {}
}

test_operators_are_chosen_where_no_default_tag_names_them if {
	both := {"tags": {"bunkaiten:operated-by": "kura"}, "tags_all": {"bunkaiten:operated-by": "nagi"}}

	chosen(plan([bucket(both)])) == {"p aws_s3_bucket.b": {"kura"}}
	chosen(plan([bucket({"tags_all": {"bunkaiten:operated-by": "nagi"}})])) == {}
	chosen(objects({"annotations": {"bunkaiten.dev/operated-by": "kura"}})) == {"k": {"kura"}}
	every tags in [null, [], "kura", {}, {"bunkaiten:operated-by": null}, {"bunkaiten:operated-by": 7}] {
		chosen(plan([bucket({"tags": tags})])) == {}
	}
}

test_steps_lead_to_each_thing_that_carries_a_marker if {
	given := object.union(
		plan([bucket({}), object.union(bucket({"tags": {"bunkaiten:exchange": "a"}}), {"address": "aws_s3_bucket.c"})]),
		{"kubernetes": {
			"k": {"apiVersion": "v1", "kind": "Pod", "metadata": {"labels": {"bunkaiten.dev/telework": "t"}}},
			"unmarked": {"apiVersion": "v1", "kind": "Pod", "metadata": {"labels": {"app": "t"}}},
		}},
	)
	found := {place: steps | some place, steps in marker.steps} with input as given

	found == {
		"p aws_s3_bucket.c": ["terraform", "p", "resource_changes", 1, "change", "after"],
		"k": ["kubernetes", "k"],
	}
}

test_every_marker_names_subjects_of_a_section if {
	marker.sections == {
		"entrusted-work": "entrustedWork",
		"exchange": "exchanges",
		"external-storage": "externalStorage",
		"remote-maintenance": "remoteMaintenance",
		"telework": "telework",
	}
}

named(given) := found if {
	found := {place: words | some place, words in marker.named} with input as given
}

chosen(given) := found if {
	found := {place: parties | some place, parties in marker.chosen_operators} with input as given
}

operators(given) := found if {
	found := {place: parties | some place, parties in marker.operators} with input as given
}

bucket(values) := {
	"address": "aws_s3_bucket.b",
	"mode": "managed",
	"type": "aws_s3_bucket",
	"name": "b",
	"change": {"actions": ["create"], "after": values, "after_unknown": {}},
}

plan(changes) := {"terraform": {"p": {"resource_changes": changes}}}

objects(metadata) := {"kubernetes": {"k": {"apiVersion": "v1", "kind": "Pod", "metadata": metadata}}}

test_what_a_thing_lies_in_speaks_for_it if {
	marks := {"bunkaiten:telework": "duty", "bunkaiten:exchange": "a"}
	group := lying("azurerm_resource_group.g", {"name": "rg", "tags": marks})
	every case in [
		[{}, {["telework", "duty"], ["exchange", "a"]}],
		[{"bunkaiten:exchange": "b"}, {["telework", "duty"], ["exchange", "a"], ["exchange", "b"]}],
		[{"bunkaiten:external-storage": "archive"}, {["external-storage", "archive"], ["exchange", "a"]}],
	] {
		inner := lying("azurerm_storage_account.s", {"resource_group_name": "rg", "tags": case[0]})
		outer := lying("azurerm_storage_account.o", {"resource_group_name": "other"})
		found := named(plan([group, inner, outer]))

		found["p azurerm_storage_account.s"] == case[1]
		not found["p azurerm_storage_account.o"]
	}
}

test_operator_that_a_group_names_is_not_chosen_for_the_thing if {
	given := plan([
		lying("azurerm_resource_group.g", {"name": "rg", "tags": {"bunkaiten:operated-by": "kura"}}),
		lying("azurerm_storage_account.s", {"resource_group_name": "rg"}),
	])
	found := {place: parties | some place, parties in marker.operators} with input as given

	found["p azurerm_storage_account.s"] == {"kura"}
	object.keys(chosen(given)) == {"p azurerm_resource_group.g"}
}

lying(address, values) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": ["create"], "after": values, "after_unknown": {}},
}
