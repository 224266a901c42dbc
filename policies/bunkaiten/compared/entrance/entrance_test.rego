package bunkaiten_test.compared.entrance

import data.bunkaiten.compared.entrance

duty := "d/telework/duty"

test_ways_in_are_all_there if {
	every attributes in [{}, {"who": {"unknown": true}}, {"who": {"is": {"by": "anybody", "name": "*"}}}] {
		of({at(0, attributes)}, set()) == {duty: {at(0, attributes)}}
	}
	of(set(), set()) == {duty: set()}
}

test_whoever_is_on_the_other_side_comes_in if {
	every direction in ["in", "both"] {
		every who in [{"unknown": true}, {"is": {"by": "account", "name": "999999999999"}}] {
			side := at(0, {"direction": direction, "who": who})
			of(set(), {side}) == {duty: {side}}
		}
	}
}

test_what_leads_out_or_tells_nobody_is_left_out if {
	every attributes in [
		{"direction": "out", "who": {"unknown": true}},
		{"direction": "in"},
		{"direction": "in", "who": {"is": {"by": "anybody", "name": "0.0.0.0/0"}}},
		{"direction": "both", "who": {"is": {"by": "line", "name": "dx-1"}}},
	] {
		of(set(), {at(0, attributes)}) == {duty: set()}
	}
}

test_what_a_way_in_tells_is_told_once if {
	who := {"who": {"is": {"by": "network", "name": "203.0.113.0/24"}}}
	side := object.union(who, {"direction": "in"})

	of({at(0, who)}, {at(0, side), at(1, side)}) == {duty: {at(0, who), at(1, side)}}
}

test_who_belongs_to_another_subject_of_the_thing_is_left_out if {
	clinic := at(0, {"direction": "both", "who": {"is": {"by": "network", "name": "198.51.100.7/32"}}})
	entry := object.remove(clinic, ["direction"])

	every accesses in [set(), {entry}] {
		found := {key: facts | some key, facts in entrance.of} with input as envelope
			with data.bunkaiten.observed.binding.accesses as {duty: accesses}
			with data.bunkaiten.observed.binding.peers as {duty: {clinic}}
			with data.bunkaiten.compared.own.peers as {duty: set()}

		found == {duty: accesses}
	}
}

test_right_of_somebody_is_left_to_no_other_subject if {
	share := at(0, {"direction": "in", "way": "resource-share", "who": {"is": {"by": "account", "name": "555566667777"}}})
	found := {key: facts | some key, facts in entrance.of} with input as envelope
		with data.bunkaiten.observed.binding.accesses as {duty: set()}
		with data.bunkaiten.observed.binding.peers as {duty: {share}}
		with data.bunkaiten.compared.own.peers as {duty: set()}

	found == {duty: {share}}
}

at(index, attributes) := object.union({"steps": ["terraform", "p", index]}, attributes)

of(accesses, peers) := found if {
	found := {key: facts | some key, facts in entrance.of} with input as envelope
		with data.bunkaiten.observed.binding.accesses as {duty: accesses}
		with data.bunkaiten.observed.binding.peers as {duty: peers, "d/exchanges/referral": peers}
}

envelope := {"declarations": {"d": {"parties": {}, "telework": {"duty": {}}}}}
