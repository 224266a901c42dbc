package bunkaiten_test.compared.unclaimed

import data.bunkaiten.compared.crossing
import data.bunkaiten.compared.unclaimed
import data.bunkaiten.observed.binding

nothing := {"crossings": set(), "open": set(), "unread": set(), "lost": set(), "waiting": set()}

test_what_crosses_and_no_subject_has if {
	expected := {"crossings": {"k free"}, "open": {"k open"}, "unread": {"k unread"}, "lost": {"k lost"}}

	found({}) == object.union(nothing, expected)
	found({"declarations": "whole"}) == object.union(nothing, expected)
}

test_what_bears_no_marker_is_not_meant_where_only_marked_things_are if {
	found({"scope": "marked"}) == object.union(nothing, {"lost": {"k lost"}})
}

test_everything_waits_for_a_declaration_that_cannot_be_read if {
	all := {"waiting": {"k free", "k open", "k unread", "k lost"}}
	marked := {"waiting": {"k lost"}}

	found({"declarations": "incomplete"}) == object.union(nothing, all)
	found({"declarations": "incomplete", "scope": "marked"}) == object.union(nothing, marked)
}

test_what_crosses_is_not_open_as_well if {
	both := {"k open": {fact("k open")}}

	found({"crossings": both}).open == set()
	found({"crossings": both}).crossings == {"k open"}
}

test_what_a_subject_has_is_claimed if {
	unclaimed.claimed == {"k claimed"} with binding.of as {"k claimed": {"d/exchanges/e"}, "k free": set()}
}

found(said) := given if {
	open := {key: {fact(key)} | some key in ["k open", "k claimed"]}
	free := {key: {fact(key)} | some key in ["k free", "k claimed"]}
	context := object.union({"scope": "all"}, object.remove(said, ["crossings"]))
	given := {
		"crossings": {key | some key, _ in unclaimed.crossings},
		"open": {key | some key, _ in unclaimed.open},
		"unread": {key | some key, _ in unclaimed.unread},
		"lost": {key | some key, _ in unclaimed.lost},
		"waiting": {key | some key, _ in unclaimed.waiting},
	} with input as {"context": context, "declarations": {}}
		with crossing.by_thing as object.get(said, "crossings", free)
		with crossing.open as open
		with crossing.unread as {"k unread": {"thing": "terraform:u", "type": "t", "steps": ["terraform", "p", "u"]}}
		with binding.of as {"k claimed": {"d/exchanges/e"}, "k free": set()}
		with binding.lost as {"k lost": {["exchange", "x"]}}
		with binding.steps as {"k lost": ["terraform", "p", "l"]}
}

fact(key) := {"key": key, "thing": concat(":", ["terraform", key]), "way": "vpn", "steps": ["terraform", "p", key]}
