package bunkaiten_test.survey

import data.bunkaiten.compared.crossing
import data.bunkaiten.observed.binding
import data.bunkaiten.observed.shown
import data.bunkaiten.survey

test_fact_is_told_with_what_it_is_and_whose if {
	one := fact("a", "198.51.100.7/32")
	found := told({"peers": {one}}, {"by_thing": {"a": {one}}, "of": {"a": {"d/exchanges/e"}}})

	found.facts == {object.union(one, {
		"kind": "peers",
		"words": "vpn",
		"subjects": {"d/exchanges/e"},
		"crosses": "yes",
	})}
}

test_fact_crosses_by_itself_and_not_by_its_neighbour if {
	one := fact("a", "198.51.100.7/32")
	other := fact("a", "10.0.0.0/16")
	late := fact("b", "late")
	found := told({"peers": {one, other, late}}, {"by_thing": {"a": {one}}, "open": {"b": {late}}})

	{each.who.is.name: each.crosses | some each in found.facts} == {
		"198.51.100.7/32": "yes",
		"10.0.0.0/16": "no",
		"late": "unknown",
	}
	every each in found.facts { each.subjects == set() }
}

test_facts_of_every_kind_are_told if {
	kinds := ["accesses", "endpoints", "logs", "peers", "stores"]
	found := told({kind: {fact(kind, kind)} | some kind in kinds}, {})

	{each.key: each.kind | some each in found.facts} == {kind: kind | some kind in kinds}
}

test_what_is_not_read_is_told if {
	seen := {"thing": "terraform:c", "type": "aws_c", "steps": []}
	given := {
		"unread": {"p c": seen},
		"unsorted": {"p": {["aws_x", 1]}},
		"unsorted_kinds": {["x.example/Y", [["kubernetes", "a"], ["kubernetes", "b"]]]},
		"foreign": {"p": {["google_y", 2]}},
	}
	found := told({}, given)

	found == {
		"facts": set(),
		"unread": {seen},
		"unsorted": {"p": {["aws_x", 1]}, "": {["x.example/Y", 2]}},
		"foreign": {"p": {["google_y", 2]}},
	}
}

told(kinds, given) := found if {
	found := survey.everything with shown.by_kind as kinds
		with binding.of as object.get(given, "of", {})
		with crossing.by_thing as object.get(given, "by_thing", {})
		with crossing.open as object.get(given, "open", {})
		with crossing.unread as object.get(given, "unread", {})
		with crossing.unsorted as object.get(given, "unsorted", {})
		with crossing.unsorted_kinds as object.get(given, "unsorted_kinds", set())
		with crossing.foreign as object.get(given, "foreign", {})
}

fact(place, name) := {
	"key": place,
	"thing": "terraform:a",
	"way": "vpn",
	"steps": [],
	"who": {"is": {"by": "network", "name": name}},
}
