package bunkaiten_test.requirements.product.crossings_are_declared

import data.bunkaiten.compared.crossing
import data.bunkaiten.observed.binding
import data.bunkaiten.observed.dialect
import data.bunkaiten.requirements.product.crossings_are_declared

test_allow_what_crosses_and_belongs_to_a_subject if {
	verdict({"by_thing": {"p a": {fact("p a", "terraform:a")}}, "of": {"p a": {"d/exchanges/e"}}}) == only({
		"applies": {"terraform:a"},
		"satisfied": {"terraform:a"},
	})
}

test_allow_nothing_that_crosses if verdict({}) == only({})

test_deny_what_crosses_and_belongs_to_nobody if {
	every belongs in [{}, {"p a": set()}, {"p b": {"d/exchanges/e"}}] {
		verdict({"by_thing": {"p a": {fact("p a", "terraform:a")}}, "of": belongs}) == only({
			"applies": {"terraform:a"},
			"deny": {undeclared("terraform:a")},
		})
	}
}

test_deny_a_thing_once_however_many_facts_show_it if {
	several := {fact("p a", "terraform:a"), object.union(fact("p a", "terraform:a"), {"steps": ["terraform", "p", "b"]})}

	verdict({"by_thing": {"p a": several}}) == only({"applies": {"terraform:a"}, "deny": {undeclared("terraform:a")}})
}

test_deny_where_one_of_two_plans_with_the_same_name_is_left_out if {
	given := {
		"by_thing": {"p a": {fact("p a", "terraform:a")}, "q a": {fact("q a", "terraform:a")}},
		"of": {"p a": {"d/exchanges/e"}},
	}

	verdict(given) == only({"applies": {"terraform:a"}, "deny": {undeclared("terraform:a")}})
}

test_allow_what_carries_no_marker_where_only_marked_things_count if {
	given := {"by_thing": {"p a": {fact("p a", "terraform:a")}}, "scope": "marked"}

	verdict(given) == only({})
	marked := {"apiVersion": "v1", "kind": "Service", "metadata": {"annotations": {"bunkaiten.dev/exchange": "e"}}}
	verdict(object.union(given, {"objects": {"p a": marked}})) == only({
		"applies": {"terraform:a"},
		"deny": {undeclared("terraform:a")},
	})
}

test_undetermined_what_may_cross if {
	given := {"open": {"p a": {fact("p a", "terraform:a")}}}
	found := finding("crossing_unknown", "terraform:a", "/terraform/p/a", {"thing": "terraform:a", "way": "vpn"})

	verdict(given) == only({"applies": {"terraform:a"}, "undetermined": {found}})
	verdict(object.union(given, {"of": {"p a": {"d/exchanges/e"}}})) == only({})
	verdict(object.union(given, {"scope": "marked"})) == only({})
	verdict(object.union(given, {"by_thing": {"p a": {fact("p a", "terraform:a")}}})) == only({
		"applies": {"terraform:a"},
		"deny": {undeclared("terraform:a")},
	})
}

test_undetermined_types_that_cross_and_are_not_read if {
	given := {"unread": {"k": {"thing": "kubernetes:a/Edge/c", "type": "x.example/Edge", "steps": ["kubernetes", "k"]}}}
	values := {"thing": "kubernetes:a/Edge/c", "type": "x.example/Edge"}
	found := finding("type_not_read", "kubernetes:a/Edge/c", "/kubernetes/k", values)
	object_given := {"objects": {"k": {"apiVersion": "x.example/v1", "kind": "Edge", "metadata": {
		"name": "c",
		"namespace": "a",
	}}}}
	claimed := {"declarations": {"d": {"parties": {}, "telework": {"e": {"implementedBy": ["kubernetes:a/*"]}}}}}

	verdict(given) == only({"applies": {"kubernetes:a/Edge/c"}, "undetermined": {found}})
	verdict(object.union(given, object_given)) == only({"applies": {"kubernetes:a/Edge/c"}, "undetermined": {found}})
	verdict(object.union_n([given, object_given, claimed])) == only({})
	verdict(object.union(given, {"scope": "marked"})) == only({})
}

test_undetermined_providers_that_are_not_read if {
	given := {"foreign": {"p": {["google_b", 2], ["google_a", 10]}}}
	found := finding("provider_not_read", "plan:p", "/terraform/p", {"types": ["google_a (10)", "google_b (2)"]})

	verdict(given) == only({"applies": {"plan:p"}, "undetermined": {found}})
	verdict(object.union(given, {"scope": "marked"})) == only({})
}

test_note_types_that_are_not_sorted if {
	found := finding("types_not_sorted", "plan:p", "/terraform/p", {"types": ["aws_x (3)"]})

	every scope in ["all", "marked"] {
		verdict({"unsorted": {"p": {["aws_x", 3]}}, "scope": scope}) == only({"note": {found}})
	}
}

test_undetermined_kinds_that_cross_and_are_not_read_unless_claimed if {
	marked := {"apiVersion": "x.example/v1", "kind": "Edge", "metadata": {
		"name": "c",
		"annotations": {"bunkaiten.dev/telework": "e"},
	}}
	given := {"unread": {"k": {"thing": "kubernetes:/Edge/c", "type": "x.example/Edge", "steps": ["kubernetes", "k"]}}}
	values := {"thing": "kubernetes:/Edge/c", "type": "x.example/Edge"}

	verdict(object.union(given, {"objects": {"k": object.remove(marked, ["metadata"])}})) == only({
		"applies": {"kubernetes:/Edge/c"},
		"undetermined": {finding("type_not_read", "kubernetes:/Edge/c", "/kubernetes/k", values)},
	})
	declared := {"d": {"telework": {"e": {"institution": "aoba"}}, "parties": {}}}
	verdict(object.union(given, {"objects": {"k": marked}, "declarations": declared})) == only({})
}

test_note_kinds_that_are_not_sorted if {
	given := {["x.example/B", [["kubernetes", "k"]]], ["A", [["kubernetes", "m"], ["kubernetes", "n"]]]}
	found := finding("types_not_sorted", "manifests", "/kubernetes/k", {"types": ["A (2)", "x.example/B (1)"]})

	verdict({"unsorted_kinds": given}) == only({"note": {found}})
}

test_deny_markers_that_name_nothing if {
	given := {
		"by_thing": {"p a": {fact("p a", "terraform:a")}},
		"of": {"p a": {"d/exchanges/e"}},
		"lost": {"p a": {["exchange", "referal"]}},
		"names": {"p a": "terraform:a"},
		"steps": {"p a": ["terraform", "p", "a"]},
	}
	values := {"thing": "terraform:a", "marker": "exchange", "word": "referal"}

	every scope in ["all", "marked"] {
		verdict(object.union(given, {"scope": scope})) == only({
			"applies": {"terraform:a"},
			"deny": {finding("marker_names_nothing", "terraform:a", "/terraform/p/a", values)},
		})
	}
}

test_undetermined_what_a_refused_declaration_may_have if {
	whole := {"declarations": "whole"}
	refused := {"context": {"declarations": "incomplete"}}
	unclaimed := {"p a": {fact("p a", "terraform:a")}}
	lost := {
		"lost": {"p c": {["exchange", "referral"]}},
		"names": {"p c": "terraform:c"},
		"steps": {"p c": ["terraform", "p", "c"]},
	}
	unread := {"unread": {"p a": {"thing": "terraform:a", "type": "t", "steps": ["terraform", "p", "a"]}}}

	every given in [{"by_thing": unclaimed}, {"open": unclaimed}, unread] {
		verdict(object.union(given, refused)) == waiting(1, "/terraform/p/a")
		verdict(object.union(given, {"context": whole})) == verdict(given)
		verdict(object.union_n([given, refused, {"scope": "marked"}])) == only({})
	}
	verdict(object.union(lost, refused)) == waiting(1, "/terraform/p/c")
	verdict(object.union_n([lost, refused, {"scope": "marked"}])) == waiting(1, "/terraform/p/c")
	verdict(object.union_n([lost, {"by_thing": unclaimed}, refused])) == waiting(2, "/terraform/p/a")
	verdict(refused) == only({})
}

test_allow_what_another_declaration_has_beside_a_refused_one if {
	claimed := {"of": {"p a": {"d/exchanges/e"}}, "context": {"declarations": "incomplete"}}
	facts := {"p a": {fact("p a", "terraform:a")}}

	verdict(object.union(claimed, {"by_thing": facts})) == only({
		"applies": {"terraform:a"},
		"satisfied": {"terraform:a"},
	})
	verdict(object.union(claimed, {"open": facts})) == only({})
}

waiting(count, pointer) := only({
	"applies": {"declarations"},
	"undetermined": {finding("declarations_incomplete", "declarations", pointer, {"count": count})},
})

verdict(given) := said if {
	scope := object.get(given, "scope", "all")
	said := {
		"applies": crossings_are_declared.applies,
		"satisfied": crossings_are_declared.satisfied,
		"deny": crossings_are_declared.deny,
		"undetermined": crossings_are_declared.undetermined,
		"note": crossings_are_declared.note,
	} with input.context as object.union(object.get(given, "context", {}), {"scope": scope})
		with input.declarations as object.get(given, "declarations", {})
		with input.kubernetes as object.get(given, "objects", {})
		with crossing.by_thing as object.get(given, "by_thing", {})
		with crossing.open as object.get(given, "open", {})
		with crossing.unread as object.get(given, "unread", {})
		with crossing.foreign as object.get(given, "foreign", {})
		with crossing.unsorted as object.get(given, "unsorted", {})
		with crossing.unsorted_kinds as object.get(given, "unsorted_kinds", set())
		with binding.of as object.get(given, "of", {})
		with binding.lost as object.get(given, "lost", {})
		with binding.names as object.get(given, "names", {})
		with binding.steps as object.get(given, "steps", {})
}

only(parts) := object.union(
	{"applies": set(), "satisfied": set(), "deny": set(), "undetermined": set(), "note": set()},
	parts,
)

fact(key, thing) := {
	"key": key,
	"thing": thing,
	"way": "vpn",
	"steps": ["terraform", "p", substring(thing, 10, -1)],
	"who": {"is": {"by": "network", "name": "198.51.100.7/32"}},
}

undeclared(thing) := finding("crossing_undeclared", thing, "/terraform/p/a", {
	"thing": thing,
	"way": "vpn",
	"who": "198.51.100.7/32",
	"marker": dialect.marker({}),
})

finding(code, subject, pointer, values) := {"code": code, "subject": subject, "pointers": [pointer], "values": values}
