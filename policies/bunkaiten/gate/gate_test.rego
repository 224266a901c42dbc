package bunkaiten_test.gate

import data.bunkaiten.gate

test_allow_satisfied_subject_stays_judged if {
	said := {"applies": {"s"}, "satisfied": {"s"}, "deny": set(), "undetermined": set(), "note": {finding("n", "s")}}

	decision({"clause": {"slug": said}}) == {"clause.slug": said}
}

test_deny_and_undetermined_are_passed_on_and_count_as_judged if {
	said := {
		"applies": {"s", "t", "u"},
		"satisfied": {"u"},
		"deny": {finding("d", "s")},
		"undetermined": {finding("u", "t")},
		"note": set(),
	}

	decision({"clause": {"slug": said}}) == {"clause.slug": said}
}

test_deny_that_contradicts_satisfied_is_passed_on if {
	said := {
		"applies": {"s"},
		"satisfied": {"s"},
		"deny": {finding("d", "s")},
		"undetermined": {finding("u", "s")},
		"note": set(),
	}

	decision({"clause": {"slug": said}}) == {"clause.slug": said}
}

test_undetermined_is_whoever_applies_and_is_in_none_of_the_three if {
	said := {
		"applies": {"denied", "left", "open", "proven", "noted"},
		"satisfied": {"proven"},
		"deny": {finding("d", "denied")},
		"undetermined": {finding("u", "open")},
		"note": {finding("n", "noted")},
	}
	undetermined := {finding("u", "open"), finding("unjudged", "left"), finding("unjudged", "noted")}

	decision({"clause": {"slug": said}}) == {"clause.slug": object.union(said, {"undetermined": undetermined})}
}

test_undetermined_where_a_requirement_has_nothing_but_applies if {
	decision({"clause": {"slug": {"applies": {"s"}}}}) == {"clause.slug": {
		"applies": {"s"},
		"satisfied": set(),
		"deny": set(),
		"undetermined": {finding("unjudged", "s")},
		"note": set(),
	}}
}

test_allow_requirement_that_concerns_nothing_still_answers if {
	decision({"clause": {"slug": {"applies": set()}}}) == {"clause.slug": {
		"applies": set(),
		"satisfied": set(),
		"deny": set(),
		"undetermined": set(),
		"note": set(),
	}}
}

test_note_that_judges_nothing_is_passed_on if {
	noted := {finding("n", "s")}

	every said in [{"note": noted}, {"note": noted, "applies": set()}] {
		decision({"clause": {"slug": said}}) == {"clause.slug": {
			"applies": set(),
			"satisfied": set(),
			"deny": set(),
			"undetermined": set(),
			"note": noted,
		}}
	}
}

test_note_of_nothing_still_answers if {
	decision({"clause": {"slug": {"note": set()}}}) == {"clause.slug": {
		"applies": set(),
		"satisfied": set(),
		"deny": set(),
		"undetermined": set(),
		"note": set(),
	}}
}

test_package_that_neither_applies_nor_notes_does_not_answer if {
	every said in [
		{},
		{"satisfied": {"s"}},
		{"deny": {finding("d", "s")}},
		{"undetermined": {finding("u", "s")}},
		{"satisfied": {"s"}, "deny": set(), "undetermined": set()},
	] {
		decision({"clause": {"slug": said}}) == {}
	}
	decision({"clause": {}}) == {}
	decision({}) == {}
}

test_allow_every_package_answers_under_its_own_name if {
	said := {"applies": {"s"}, "satisfied": {"s"}, "deny": set(), "undetermined": set(), "note": set()}
	other := object.union(said, {"satisfied": set(), "deny": {finding("d", "s")}})

	decision({"one": {"a": said, "b": other}, "two": {"a": other, "silent": {"deny": {finding("d", "s")}}}}) == {
		"one.a": said,
		"one.b": other,
		"two.a": other,
	}
}

decision(requirements) := said if {
	said := gate.decision with data.bunkaiten.requirements as requirements
}

finding(code, subject) := {"code": code, "subject": subject, "pointers": [], "values": {}}
