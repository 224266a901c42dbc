package bunkaiten_test.declared.office

import data.bunkaiten.declared.office

test_role_of_the_institution_is_within if {
	office.is_within({"party": "aoba", "role": "病院長"}, "aoba")
	every stated in [
		"none",
		{},
		{"party": "aoba"},
		{"role": "病院長"},
		{"party": "aoba", "role": "none"},
		{"party": "none", "role": "病院長"},
		{"party": "medifix", "role": "病院長"},
	] {
		not office.is_within(stated, "aoba")
	}
}

test_none_states_that_nobody_holds_it if {
	every stated in ["none", {"party": "none"}, {"party": "aoba", "role": "none"}] {
		office.is_vacant(stated)
	}
	every stated in [{}, {"party": "aoba"}, {"party": "medifix", "role": "社長"}] {
		not office.is_vacant(stated)
	}
}

test_role_of_another_party_is_elsewhere if {
	office.is_elsewhere({"party": "medifix", "role": "社長"}, "aoba")
	office.is_elsewhere({"party": "medifix"}, "aoba")
	every stated in ["none", {}, {"role": "病院長"}, {"party": "none"}, {"party": "aoba"}] {
		not office.is_elsewhere(stated, "aoba")
	}
}

test_gaps_are_the_fields_left_out if {
	office.gaps({}) == {"party", "role"}
	office.gaps({"party": "aoba"}) == {"role"}
	office.gaps({"party": "none", "role": "none"}) == set()
	office.gaps("none") == set()
}
