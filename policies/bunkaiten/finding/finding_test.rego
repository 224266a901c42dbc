package bunkaiten_test.finding

import data.bunkaiten.finding

referral := "d/exchanges/referral"

test_finding_keeps_its_places_in_their_order if {
	places := [["declarations", "d", "exchanges", "referral"], ["terraform", "plan.json"]]

	finding.at("a_code", referral, places, {"party": {"ja": "青葉病院"}}) == {
		"code": "a_code",
		"subject": referral,
		"pointers": ["/declarations/d/exchanges/referral", "/terraform/plan.json"],
		"values": {"party": {"ja": "青葉病院"}},
	}
}

test_finding_may_have_no_place_and_no_values if {
	finding.at("a_code", referral, [], {}) == {
		"code": "a_code",
		"subject": referral,
		"pointers": [],
		"values": {},
	}
}

test_steps_are_escaped_as_json_pointers_are if {
	pointers := {
		"": [],
		"/": [""],
		"/a~1b": ["a/b"],
		"/a~0b": ["a~b"],
		"/~01": ["~1"],
		"/~1~0": ["/~"],
		"/k8s~1all.yaml#2~1items~10": ["k8s/all.yaml#2/items/0"],
		"/list/0/at": ["list", 0, "at"],
		"/%25/a b/青葉": ["%25", "a b", "青葉"],
	}

	every pointer, steps in pointers {
		finding.at("a_code", referral, [steps], {}).pointers == [pointer]
	}
}

test_absent_field_is_named_as_its_author_would_write_it if {
	finding.not_stated(referral, ["declarations", "d", "exchanges", "referral", "path", "medium"]) == {
		"code": "fact_not_stated",
		"subject": referral,
		"pointers": ["/declarations/d/exchanges/referral/path/medium"],
		"values": {"field": "spec.exchanges.referral.path.medium"},
	}
}

test_item_of_a_list_is_named_by_its_index if {
	steps := ["declarations", "d", "exchanges", "referral", "demarcationPoints", 0, "agreement"]

	finding.not_stated(referral, steps) == {
		"code": "fact_not_stated",
		"subject": referral,
		"pointers": ["/declarations/d/exchanges/referral/demarcationPoints/0/agreement"],
		"values": {"field": "spec.exchanges.referral.demarcationPoints.0.agreement"},
	}
}

test_absent_section_is_named_after_the_spec if {
	finding.not_stated(referral, ["declarations", "d", "agreements"]).values == {"field": "spec.agreements"}
}
