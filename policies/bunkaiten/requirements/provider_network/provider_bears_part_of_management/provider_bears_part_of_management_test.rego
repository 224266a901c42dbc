package bunkaiten_test.requirements.provider_network.provider_bears_part_of_management

import data.bunkaiten.requirements.provider_network.provider_bears_part_of_management as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

net_names := {"en": "Tokai Net", "ja": "東海ネット"}

said := {
	"ordinaryOperation": {"en": "Ordinary-operation responsibility", "ja": "通常運用における責任"},
	"exPost": {"en": "Ex-post responsibility", "ja": "事後責任"},
}

test_allow_provider_that_answers_for_something_and_bears_neither_responsibility if {
	every listed in [["availability"], ["tampering", "intrusion", "obstruction", "availability"], ["eavesdropping"]] {
		verdict(managing({"net": listed})) == only({"satisfied": {referral}})
	}
}

test_allow_whoever_else_bears_the_two_responsibilities if {
	every holder in ["aoba", "midori", "kita", "none", "maker", {"midori": "midori"}, {"midori": "none"}] {
		verdict(bearing({"ordinaryOperation": holder})) == only({"satisfied": {referral}})
		verdict(bearing({"exPost": holder})) == only({"satisfied": {referral}})
	}
}

test_allow_whatever_the_basis_is if {
	every basis in ["entrustment", "third-party-provision", "statutory", "none"] {
		verdict(envelope({"basis": basis})) == only({"satisfied": {referral}})
	}
}

test_allow_one_of_two_providers_of_the_path_that_answers_for_something if {
	every management in [
		{"net": ["tampering"]},
		{"net": ["tampering"], "line": []},
		{"net": [], "line": ["availability"]},
		{"line": ["availability"]},
	] {
		verdict(over_two_lines(management)) == only({"satisfied": {referral}})
	}
}

test_allow_exchange_that_names_no_destination_yet if {
	verdict(envelope({"destinations": {"parties": []}})) == only({"satisfied": {referral}})
}

test_allow_line_whose_owner_is_not_stated if {
	verdict(without(envelope({}), ["path/provider"])) == only({"satisfied": {referral}})
}

test_deny_each_responsibility_that_a_provider_bears if {
	every duty, _ in said {
		every holder in ["net", "isp"] {
			found := burden(duty, object.get({"net": net_names}, holder, holder), "")

			verdict(bearing({duty: holder})) == only({"deny": {found}})
		}
	}
}

test_deny_responsibility_that_a_provider_bears_towards_one_destination if {
	held := {"ordinaryOperation": {"midori": "aoba", "kita": "net"}}
	patch := {"destinations": {"parties": ["midori", "kita"]}, "responsibilities": held}

	verdict(envelope(patch)) == only({"deny": {burden("ordinaryOperation", net_names, "/kita")}})
	verdict(bearing(held)) == only({"deny": {burden("ordinaryOperation", net_names, "/kita")}})
}

test_deny_both_responsibilities_and_an_empty_share_at_once if {
	given := envelope({"responsibilities": {"ordinaryOperation": "net", "exPost": "isp", "management": "none"}})

	verdict(given) == only({"deny": {
		burden("ordinaryOperation", net_names, ""),
		burden("exPost", "isp", ""),
		nothing([net_names]),
	}})
}

test_deny_provider_that_is_stated_to_bear_nothing_at_all if {
	every management in [{"net": []}, "none", {"net": [], "aoba": ["tampering"]}, {"net": [], "isp": ["tampering"]}] {
		given := json.patch(envelope({}), [{
			"op": "replace",
			"path": "/declarations/d/exchanges/referral/responsibilities/management",
			"value": management,
		}])

		verdict(given) == only({"deny": {nothing([net_names])}})
	}
}

test_deny_two_providers_of_the_path_that_both_bear_nothing if {
	verdict(over_two_lines({"net": [], "line": []})) == only({"deny": {nothing(["line", net_names])}})
	verdict(over_two_lines("none")) == only({"deny": {nothing(["line", net_names])}})
}

test_undetermined_when_a_holder_is_not_stated if {
	every absent, fields in {
		"ordinaryOperation": ["ordinaryOperation"],
		"exPost": ["exPost"],
	} {
		found := {unstated(concat(".", ["responsibilities", field])) | some field in fields}

		verdict(without(envelope({}), [concat("/", ["responsibilities", absent])])) == only({"undetermined": found})
		verdict(without(
			envelope({"destinations": {"parties": []}}),
			[concat("/", ["responsibilities", absent])],
		)) == only({"undetermined": found})
	}
	verdict(without(envelope({}), ["responsibilities"])) == only({"undetermined": {
		unstated("responsibilities.ordinaryOperation"),
		unstated("responsibilities.exPost"),
		unstated("responsibilities.management.net"),
	}})
}

test_undetermined_when_one_destination_of_two_has_no_holder if {
	patch := {"destinations": {"parties": ["midori", "kita"]}, "responsibilities": {"exPost": {"midori": "midori"}}}

	verdict(envelope(patch)) == only({"undetermined": {unstated("responsibilities.exPost.kita")}})
}

test_undetermined_when_the_share_of_the_provider_is_not_stated if {
	found := unstated("responsibilities.management.net")

	every management in [{"aoba": ["tampering"]}, {"isp": ["tampering"]}, {"line": []}] {
		given := without(managing(management), ["responsibilities/management/net"])

		verdict(given) == only({"undetermined": {found}})
	}
	verdict(without(envelope({}), ["responsibilities/management"])) == only({"undetermined": {found}})
}

test_undetermined_when_one_of_two_providers_bears_nothing_and_of_the_other_nothing_is_said if {
	verdict(over_two_lines({"net": []})) == only({"undetermined": {unstated("responsibilities.management.line")}})
	verdict(over_two_lines({"aoba": []})) == only({"undetermined": {
		unstated("responsibilities.management.line"),
		unstated("responsibilities.management.net"),
	}})
}

test_deny_and_undetermined_when_the_provider_bears_one_responsibility_and_the_rest_is_not_stated if {
	given := without(bearing({"exPost": "net"}), ["responsibilities/ordinaryOperation", "responsibilities/management"])

	verdict(given) == only({
		"deny": {burden("exPost", net_names, "")},
		"undetermined": {
			unstated("responsibilities.ordinaryOperation"),
			unstated("responsibilities.management.net"),
		},
	})
}

test_note_defect_that_lifts_the_upper_limit if {
	every day in ["2026-05-01", "2026-11-22"] {
		patch := {"responsibilities": {"exPost": "net"}, "defects": [{"party": "net", "on": day}]}

		verdict(envelope(patch)) == only({"satisfied": {referral}, "note": {defect(0, net_names, day)}})
	}
}

test_note_defect_although_the_provider_bears_no_more_than_its_part if {
	given := envelope({"defects": [{"party": "net", "on": "2026-05-01"}]})

	verdict(given) == only({"satisfied": {referral}, "note": {defect(0, net_names, "2026-05-01")}})
}

test_note_defect_that_leaves_the_lower_limit if {
	patch := {"responsibilities": {"management": {"net": []}}, "defects": [{"party": "net", "on": "2026-05-01"}]}

	verdict(envelope(patch)) == only({
		"deny": {nothing([net_names])},
		"note": {defect(0, net_names, "2026-05-01")},
	})
}

test_deny_responsibility_although_another_provider_has_a_defect if {
	patch := {
		"responsibilities": {"ordinaryOperation": "net", "exPost": "isp"},
		"defects": [{"party": "aoba", "on": "2026-01-01"}, {"party": "isp", "on": "2026-05-01"}],
	}

	verdict(envelope(patch)) == only({
		"deny": {burden("ordinaryOperation", net_names, "")},
		"note": {defect(1, "isp", "2026-05-01")},
	})
}

test_deny_responsibility_where_no_defect_is_known_by_the_day if {
	every defects in ["none", [{"party": "net", "on": "2026-11-23"}], [{"party": "aoba", "on": "2026-05-01"}]] {
		patch := {"responsibilities": {"exPost": "net"}, "defects": defects}

		verdict(envelope(patch)) == only({"deny": {burden("exPost", net_names, "")}})
	}
}

test_allow_and_deny_each_exchange_on_one_line_by_itself if {
	images := object.union(exchange, {"responsibilities": {"exPost": "net"}})
	found := object.union(burden("exPost", net_names, ""), {
		"subject": "d/exchanges/images",
		"pointers": ["/declarations/d/exchanges/images/responsibilities/exPost"],
	})

	verdict(declaring({"exchanges": {"images": images}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {found},
		"undetermined": set(),
		"note": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	burdened := {"responsibilities": {"exPost": "net"}, "defects": [{"party": "net", "on": "2026-05-01"}]}

	every patch in [
		{"data": "other"},
		{"path": {"routeSecuredBy": "none"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
	] {
		verdict(envelope(object.union(burdened, patch))) == only({"applies": set()})
	}
}

burden(duty, provider, towards) := {
	"code": "responsibility_with_provider",
	"subject": referral,
	"pointers": [concat("", [place, "/responsibilities/", duty, towards])],
	"values": {"duty": said[duty], "provider": provider},
}

nothing(providers) := {
	"code": "provider_bears_nothing",
	"subject": referral,
	"pointers": [concat("", [place, "/responsibilities/management"])],
	"values": {"providers": providers},
}

defect(index, provider, date) := {
	"code": "defect_recorded",
	"subject": referral,
	"pointers": [sprintf("%s/defects/%d", [place, index])],
	"values": {"provider": provider, "date": date},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", [place, replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec.exchanges.referral", field])},
}

only(parts) := object.union(
	{"applies": {referral}, "satisfied": set(), "deny": set(), "undetermined": set(), "note": set()},
	parts,
)

verdict(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
		"note": requirement.note,
	} with input as given
}

managing(management) := bearing({"management": management})

bearing(duties) := envelope({"responsibilities": duties})

over_two_lines(management) := json.patch(envelope({"path": {"provider": "line"}}), [{
	"op": "replace",
	"path": "/declarations/d/exchanges/referral/responsibilities/management",
	"value": management,
}])

envelope(patch) := declaring({"exchanges": {"referral": patch}})

without(given, fields) := json.remove(given, [concat("/", ["declarations/d/exchanges/referral", field]) |
	some field in fields
])

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution"},
		"kita": {"role": "institution"},
		"net": {"role": "provider", "name": net_names},
		"line": {"role": "provider"},
		"isp": {"role": "provider"},
		"maker": {"role": "maintainer"},
	},
	"exchanges": {"referral": exchange},
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "net",
		"routersConfiguredBy": {"aoba": "net", "midori": "net", "kita": "net"},
		"provider": "net",
	},
	"responsibilities": {
		"ordinaryOperation": "aoba",
		"exPost": "aoba",
		"management": {"net": ["intrusion", "availability"]},
	},
}
