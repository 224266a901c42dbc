package bunkaiten_test.requirements.telework.staff_rules_exist

import data.bunkaiten.requirements.telework.staff_rules_exist as requirement

test_allow_nothing_to_note_where_rules_are_stated if {
	every rules in [{"title": "テレワーク規程"}, {"evidence": {"uri": "rules/telework.pdf"}}, {"evidence": "none"}] {
		notes(envelope({"duty": {"institution": "aoba", "staffRules": rules}})) == set()
	}
}

test_allow_nothing_to_note_where_there_is_no_telework if {
	notes({"declarations": {"d": {
		"parties": {"aoba": {"role": "institution"}, "medifix": {"role": "maintainer"}},
		"remoteMaintenance": {"pacs": {"institution": "aoba", "maintainer": "medifix"}},
	}}}) == set()
}

test_note_where_it_is_stated_that_there_are_no_rules if {
	notes(envelope({"duty": {"institution": "aoba", "staffRules": "none"}})) == {noted("no_staff_rules", "duty")}
}

test_note_where_nothing_is_stated_of_rules if {
	notes(envelope({"duty": {"institution": "aoba"}})) == {noted("staff_rules_not_stated", "duty")}
}

test_note_each_access_by_itself if {
	notes(envelope({
		"duty": {"institution": "aoba"},
		"rounds": {"institution": "aoba", "staffRules": "none"},
		"reading": {"institution": "aoba", "staffRules": {"title": "テレワーク規程"}},
	})) == {noted("staff_rules_not_stated", "duty"), noted("no_staff_rules", "rounds")}
}

noted(code, name) := {
	"code": code,
	"subject": concat("/", ["d/telework", name]),
	"pointers": [concat("/", ["/declarations/d/telework", name, "staffRules"])],
	"values": {},
}

notes(given) := found if {
	found := requirement.note with input as given
}

envelope(telework) := {"declarations": {"d": {
	"parties": {"aoba": {"role": "institution"}},
	"telework": telework,
}}}
