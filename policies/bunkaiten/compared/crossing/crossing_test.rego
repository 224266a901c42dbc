package bunkaiten_test.compared.crossing

import data.bunkaiten.compared.crossing
import data.bunkaiten.observed.shown

test_fact_about_somebody_else_crosses if {
	every by in [
		"account", "anybody", "federated", "group", "host", "organization", "service", "user", "vpc",
		"vpc-endpoint", "whatever-comes-next",
	] {
		found := fact({"who": {"is": {"by": by, "name": "x"}}})
		crossing_by_thing({found}, {}) == {"p t": {found}}
		crossing_open({found}, {}) == {}
	}
}

test_network_crosses_unless_it_is_private if {
	every name, crosses in {
		"198.51.100.7/32": true,
		"2001:db8::/32": true,
		"0.0.0.0/1": true,
		"8.0.0.0/7": true,
		"198.51.100.7": true,
		"vpc": true,
		"": true,
		"10.0.0.0/8": false,
		"10.1.2.3/32": false,
		"192.168.1.0/24": false,
		"fd00::/8": false,
	} {
		found := fact({"who": {"is": {"by": "network", "name": name}}})
		crossing_by_thing({found}, {}) == {key: {found} | some key in {true: {"p t"}, false: set()}[crosses]}
		crossing_open({found}, {}) == {}
	}
}

test_private_network_crosses_where_it_is_known_to_be_a_party_s if {
	found := fact({"who": {"is": {"by": "network", "name": "10.20.3.0/24"}}})

	every networks, crosses in {
		["10.20.0.0/16"]: true,
		["198.51.100.0/24", "10.20.3.0/24"]: true,
		["10.30.0.0/16"]: false,
		["10.0.0.0/8"]: false,
		[]: false,
	} {
		declarations := {
			"c": {"parties": {"midori": {}}},
			"d": {"parties": {"aoba": {"identifiedBy": {"networks": networks}}}},
		}
		crossing_by_thing({found}, declarations) == {key: {found} | some key in {true: {"p t"}, false: set()}[crosses]}
	}
}

test_namespace_crosses_where_it_is_known_to_be_another_party_s if {
	found := fact({"who": {"is": {"by": "namespace", "name": "agent"}}})

	every item in [
		["maintainer", ["agent"], true],
		["maintainer", ["other"], false],
		["institution", ["agent"], false],
	] {
		declarations := {
			"c": {"parties": {"midori": {"role": "institution"}}},
			"d": {"parties": {"medifix": {"role": item[0], "identifiedBy": {"kubernetesNamespaces": item[1]}}}},
		}
		crossing_by_thing({found}, declarations) == {key: {found} | some key in {true: {"p t"}, false: set()}[item[2]]}
		crossing_open({found}, declarations) == {}
	}
}

test_private_network_of_one_s_own_crosses_nothing if {
	every item in [
		["aoba-emr", "10.20.3.0/24", false],
		["aoba-emr", "10.40.0.0/16", false],
		["aoba-emr", "10.20.9.8/32", true],
		["aoba-emr", "10.20.0.0/16", true],
		["aoba-emr", "10.30.0.0/24", true],
		["aoba-emr", "203.0.113.0/29", true],
		["kura-archive", "10.20.3.0/24", true],
		["somebody-else", "10.20.3.0/24", true],
	] {
		[project, name, crosses] := item
		place := "p google_compute_firewall.a"
		seen := fact({"who": {"is": {"by": "network", "name": name}}, "key": place, "steps": ["terraform", "p"]})
		things := {each | some each, _ in crossing.by_thing} with input as within(project)
			with shown.all as {seen}
		things == {each | some each in {true: {place}, false: set()}[crosses]}
	}
}

# whose the thing is, is told by its project
within(project) := object.union(
	plan([object.union(
		made("google_compute_firewall.a", "google_compute_firewall"),
		{"change": {"after": {"project": project}}},
	)]),
	{"declarations": {"d": {"parties": {
		"aoba": {"identifiedBy": {"googleProjects": ["aoba-emr"], "networks": ["10.20.0.0/16", "203.0.113.0/28"]}},
		"kura": {"identifiedBy": {"googleProjects": ["kura-archive"]}},
		"midori": {"identifiedBy": {"networks": ["10.20.9.0/24", "10.30.0.0/16"]}},
	}}}},
)

test_what_is_open_to_anybody_crosses if {
	found := fact({"audience": {"is": "anybody"}})

	crossing_by_thing({found}, {}) == {"p t": {found}}
	crossing_open({found}, {}) == {}
}

test_line_crosses_unless_what_lies_on_it_tells_more if {
	end := {"who": {"is": {"by": "line", "name": "x"}}}
	stranger := {"who": {"is": {"by": "account", "name": "444455556666"}}}
	private := {"who": {"is": {"by": "network", "name": "10.0.0.0/8"}}}
	line := object.union(fact(end), {"key": "p l"})

	every item in [
		[[], {"p l"}],
		[[end], {"p t"}],
		[[stranger], {"p t"}],
		[[stranger, end], {"p t"}],
		[[private, end], {"p t"}],
		[[private], {"p l"}],
		[[{"who": {"unknown": true}}], {"p l"}],
	] {
		facts := {line} | {fact(each) | some each in item[0]}
		things := {key | some key, _ in crossing.by_thing} with input as {"declarations": {}}
			with shown.all as facts
			with shown.carried as {"p l": {"p t"}}
		things == item[1]
	}
}

test_what_stays_inside_crosses_nothing if {
	every attributes in [
		{},
		{"audience": {"is": "inside"}},
		{"audience": {}},
		{"who": {}},
		{"encrypted": {"unknown": true}},
		{"records": {"is": "anybody"}},
	] {
		crossing_by_thing({fact(attributes)}, {}) == {}
		crossing_open({fact(attributes)}, {}) == {}
	}
}

test_fact_is_open_where_it_is_not_known_whether_it_crosses if {
	every attributes in [
		{"who": {"unknown": true}},
		{"audience": {"unknown": true}},
		{"audience": {"unknown": true}, "who": {"unknown": true}},
		{"audience": {"is": "inside"}, "who": {"unknown": true}},
		{"audience": {"unknown": true}, "who": {"is": {"by": "network", "name": "10.0.0.0/8"}}},
	] {
		crossing_open({fact(attributes)}, {}) == {"p t": {fact(attributes)}}
		crossing_by_thing({fact(attributes)}, {}) == {}
	}
}

test_what_crosses_is_not_open_whatever_else_is_unknown if {
	every attributes in [
		{"audience": {"is": "anybody"}, "who": {"unknown": true}},
		{"audience": {"unknown": true}, "who": {"is": {"by": "account", "name": "444455556666"}}},
	] {
		crossing_open({fact(attributes)}, {}) == {}
		crossing_by_thing({fact(attributes)}, {}) == {"p t": {fact(attributes)}}
	}
}

test_facts_stand_by_their_thing if {
	one := fact({"audience": {"is": "anybody"}})
	other := fact({"audience": {"unknown": true}})
	third := object.union(one, {"key": "p u"})

	crossing_by_thing({one, other, third}, {}) == {"p t": {one}, "p u": {third}}
	crossing_open({one, other, third}, {}) == {"p t": {other}}
}

test_resource_of_a_type_that_crosses_and_is_not_read_is_unread if {
	given := {"terraform": {
		"p": {"resource_changes": [made("aws_subnet.a", "aws_subnet"), made("aws_amplify_app.a[0]", "aws_amplify_app")]},
		"q": {"resource_changes": [made("aws_amplify_app.a[0]", "aws_amplify_app")]},
		"r": {},
	}}
	found := {place: seen | some place, seen in crossing.unread} with input as given

	found == {
		"p aws_amplify_app.a[0]": {
			"thing": "terraform:aws_amplify_app.a[0]",
			"type": "aws_amplify_app",
			"steps": ["terraform", "p", "resource_changes", 1],
		},
		"q aws_amplify_app.a[0]": {
			"thing": "terraform:aws_amplify_app.a[0]",
			"type": "aws_amplify_app",
			"steps": ["terraform", "q", "resource_changes", 0],
		},
	}
}

test_resource_of_another_type_is_not_unread if {
	every type in [
		"aws_s3_bucket", "aws_subnet", "aws_ami_copy", "aws_never_heard_of", "aws", "",
		"google_never_heard_of", "random_id",
	] {
		{place | some place, _ in crossing.unread with input as plan([made("x", type)])} == set()
	}
}

test_data_source_is_not_unread_as_it_only_looks if {
	given := plan([object.union(made("data.aws_amplify_app.a", "aws_amplify_app"), {"mode": "data"})])

	{place | some place, _ in crossing.unread with input as given} == set()
}

test_resource_that_goes_is_neither_unread_nor_counted if {
	given := plan([object.union(made("x", type), {"change": {"actions": ["delete"]}}) |
		some type in ["aws_amplify_app", "aws_never_heard_of", "sakuracloud_disk"]
	])
	{place | some place, _ in crossing.unread with input as given} == set()
	{document | some document, _ in crossing.unsorted with input as given} == set()
	{document | some document, _ in crossing.foreign with input as given} == set()
}

test_resource_that_is_forgotten_still_runs if {
	forgotten := object.union(made("a", "aws_amplify_app"), {"change": {"actions": ["forget"]}})
	left_behind := object.union(forgotten, {"deposed": "0a1b2c3d"})
	found := {place | some place, _ in crossing.unread with input as plan([forgotten, left_behind])}

	found == {"p a", "p a 0a1b2c3d"}
}

test_provider_of_another_maker_is_not_taken_for_ours if {
	given := plan([object.union(made("x", type), {"provider_name": maker}) |
		some type in ["aws_amplify_app", "aws_never_heard_of", "aws_s3_bucket", "random_id", "acme_thing"]
		some maker in ["example.com/acme/aws", "registry.terraform.io/acme/random", null]
	])

	{place | some place, _ in crossing.unread with input as given} == set()
	{document | some document, _ in crossing.unsorted with input as given} == set()
	{document: pairs | some document, pairs in crossing.foreign with input as given} == {"p": {
		["acme_thing [example.com/acme/aws]", 1],
		["acme_thing [registry.terraform.io/acme/random]", 1],
		["acme_thing [null]", 1],
		["aws_amplify_app [example.com/acme/aws]", 1],
		["aws_amplify_app [registry.terraform.io/acme/random]", 1],
		["aws_amplify_app [null]", 1],
		["aws_never_heard_of [example.com/acme/aws]", 1],
		["aws_never_heard_of [registry.terraform.io/acme/random]", 1],
		["aws_never_heard_of [null]", 1],
		["aws_s3_bucket [example.com/acme/aws]", 1],
		["aws_s3_bucket [registry.terraform.io/acme/random]", 1],
		["aws_s3_bucket [null]", 1],
		["random_id [example.com/acme/aws]", 1],
		["random_id [registry.terraform.io/acme/random]", 1],
		["random_id [null]", 1],
	}}
}

test_kinds_that_cross_and_are_not_read_are_unread if {
	found := {place: seen | some place, seen in crossing.unread with input as objects}

	found == {"a.yaml#2": {
		"thing": "kubernetes:clinic/CiliumExternalWorkload/edge",
		"type": "cilium.io/CiliumExternalWorkload",
		"steps": ["kubernetes", "a.yaml#2"],
	}}
}

test_kinds_that_nobody_has_sorted_are_listed if {
	found := {pair | some pair in crossing.unsorted_kinds with input as objects}

	found == {
		["acme.example/Tunnel", [["kubernetes", "a.yaml#3"], ["kubernetes", "b.yaml#1"]]],
		["Gate", [["kubernetes", "a.yaml#4"]]],
	}
}

objects := {"kubernetes": {
	"a.yaml#1": object_of("v1", "Service"),
	"a.yaml#2": object_of("cilium.io/v2", "CiliumExternalWorkload"),
	"a.yaml#3": object_of("acme.example/v1", "Tunnel"),
	"a.yaml#4": object_of("v1", "Gate"),
	"b.yaml#1": object_of("acme.example/v2", "Tunnel"),
	"b.yaml#2": object_of("v1", "Namespace"),
}}

object_of(version, kind) := {
	"apiVersion": version,
	"kind": kind,
	"metadata": {"name": "edge", "namespace": "clinic"},
}

test_types_that_nobody_has_sorted_are_counted if {
	given := {"terraform": {
		"p": {"resource_changes": [
			made("a", "aws_never_heard_of"), made("b", "aws_never_heard_of"), made("c", "aws_not_heard_of"),
			made("d", "aws_s3_bucket"), made("e", "aws_subnet"), made("f", "aws_amplify_app"), made("g", "random_id"),
			made("h", "sakuracloud_disk"), object.union(made("i", "aws_heard_of_never"), {"mode": "data"}),
		]},
		"q": {"resource_changes": [made("a", "aws_never_heard_of")]},
		"r": {"resource_changes": [made("a", "aws_subnet")]},
	}}

	{document: pairs | some document, pairs in crossing.unsorted with input as given} == {
		"p": {["aws_never_heard_of", 2], ["aws_not_heard_of", 1]},
		"q": {["aws_never_heard_of", 1]},
	}
}

test_types_of_providers_that_nobody_reads_are_counted if {
	given := {"terraform": {
		"p": {"resource_changes": [
			made("a", "elsewhere_disk"), made("b", "elsewhere_disk"), made("c", "elsewhere_switch"), made("d", "never"),
			made("e", "aws_never_heard_of"), made("f", "aws_s3_bucket"),
			object.union(made("g", "elsewhere_archive"), {"mode": "data"}),
		]},
		"q": {"resource_changes": [made("a", "elsewhere_disk")]},
		"r": {"resource_changes": [made("a", "aws_subnet")]},
	}}

	{document: pairs | some document, pairs in crossing.foreign with input as given} == {
		"p": {["elsewhere_disk", 2], ["elsewhere_switch", 1], ["never", 1]},
		"q": {["elsewhere_disk", 1]},
	}
}

test_providers_that_reach_nobody_are_not_foreign if {
	every provider in ["archive", "cloudinit", "local", "null", "random", "template", "terraform", "time", "tls"] {
		given := plan([made("a", concat("_", [provider, "resource"]))])
		{document | some document, _ in crossing.foreign with input as given} == set()
		{document | some document, _ in crossing.unsorted with input as given} == set()
	}
}

test_nothing_crosses_where_nothing_was_given if {
	{place | some place, _ in crossing.by_thing with input as {}} == set()
	{place | some place, _ in crossing.open with input as {}} == set()
	{place | some place, _ in crossing.unread with input as {}} == set()
	{place | some place, _ in crossing.unsorted with input as {}} == set()
	{place | some place, _ in crossing.foreign with input as {}} == set()
}

crossing_by_thing(facts, declarations) := found if {
	found := {key: them | some key, them in crossing.by_thing} with input as {"declarations": declarations}
		with shown.all as facts
}

crossing_open(facts, declarations) := found if {
	found := {key: them | some key, them in crossing.open} with input as {"declarations": declarations}
		with shown.all as facts
}

fact(attributes) := object.union({"key": "p t", "thing": "terraform:t", "way": "w", "steps": []}, attributes)

made(address, type) := {
	"address": address,
	"mode": "managed",
	"type": type,
	"name": "x",
	"change": {"actions": ["create"], "after": {}, "after_unknown": {}},
}

plan(changes) := {"terraform": {"p": {"resource_changes": changes}}}
