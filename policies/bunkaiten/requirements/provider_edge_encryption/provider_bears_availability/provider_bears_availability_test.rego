package bunkaiten_test.requirements.provider_edge_encryption.provider_bears_availability

import data.bunkaiten.requirements.provider_edge_encryption.provider_bears_availability as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

names := {"en": "Tokai Telecom", "ja": "東海通信"}

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

monthly := {"target": 99.9, "unit": "percent-per-month"}

test_allow_provider_that_bears_availability_with_a_target_for_each_institution if {
	verdict(envelope({}, {})) == only({"satisfied": {referral}})
	every promised in [{"target": 4, "unit": "hours-per-year"}, {"target": 0, "unit": "minutes-per-month"}] {
		verdict(envelope({}, {"net": {"availability": promised}})) == only({"satisfied": {referral}})
	}
}

test_allow_an_agreement_for_each_institution if {
	given := envelope({}, {"net": {"between": ["aoba", "carrier"]}, "sla": paper(["carrier", "midori"])})

	verdict(given) == only({"satisfied": {referral}})
}

test_allow_other_agreements_that_promise_nothing if {
	every other in [{"availability": "none"}, {"settles": []}, {"validTo": "2026-11-21"}, {"availability": monthly}] {
		given := envelope({}, {"sla": object.union(silent, other)})

		verdict(given) == only({"satisfied": {referral}})
	}
}

test_allow_either_of_two_providers_that_both_promise_a_target if {
	every listed in [
		{"carrier": ["availability"]},
		{"carrier": [], "guard": ["availability"]},
		{"carrier": ["availability"], "guard": ["availability"]},
	] {
		given := by_both(listed, {"guard": paper(["aoba", "guard", "midori"])})

		verdict(given) == only({"satisfied": {referral}})
	}
}

test_deny_availability_in_the_list_of_another if {
	every listed in [
		{"aoba": ["availability"]},
		{"aoba": ["availability"], "carrier": ["availability"]},
		{"aoba": ["availability"], "carrier": ["tampering"]},
	] {
		found := finding("borne_by_another", ["/responsibilities/management/aoba"], {"holder": aoba_names})

		verdict(sharing(listed)) == only({"deny": {found}})
	}
}

test_deny_provider_that_is_stated_to_bear_nothing if {
	verdict(sharing({"carrier": []})) == only({"deny": {bears_nothing("/carrier")}})
	verdict(sharing("none")) == only({"deny": {bears_nothing("")}})
}

test_deny_target_that_is_stated_as_none_for_each_institution if {
	verdict(envelope({}, {"net": {"availability": "none"}})) == only({"deny": {
		no_target("net", ["net"], {"one": aoba_names, "other": names}),
		no_target("net", ["net"], {"one": "midori", "other": names}),
	}})
}

test_deny_target_that_is_stated_as_none_for_one_institution if {
	every other in [["guard", "midori"], ["aoba", "midori"]] {
		given := envelope({}, {
			"net": {"between": ["aoba", "carrier"]},
			"sla": object.union(paper(["carrier", "midori"]), {"availability": "none"}),
			"other": paper(other),
		})

		verdict(given) == only({"deny": {no_target("sla", ["sla"], {"one": "midori", "other": names})}})
	}
}

test_deny_every_agreement_that_states_no_target_once if {
	given := envelope({}, {
		"net": {"availability": "none"},
		"annex": object.union(paper(["aoba", "carrier"]), {"availability": "none"}),
	})

	verdict(given) == only({"deny": {
		no_target("annex", ["annex", "net"], {"one": aoba_names, "other": names}),
		no_target("net", ["net"], {"one": "midori", "other": names}),
	}})
}

test_deny_a_provider_of_the_path_with_which_there_is_no_target if {
	given := by_both({"carrier": ["availability"]}, {"guard": object.union(
		paper(["aoba", "guard", "midori"]),
		{"availability": "none"},
	)})

	verdict(given) == only({"deny": {
		no_target("guard", ["guard"], {"one": aoba_names, "other": "guard"}),
		no_target("guard", ["guard"], {"one": "midori", "other": "guard"}),
	}})
}

test_deny_share_and_target_at_once if {
	given := shared_and_agreed({"carrier": []}, {"net": {"availability": "none"}})

	verdict(given) == only({"deny": {
		bears_nothing("/carrier"),
		no_target("net", ["net"], {"one": aoba_names, "other": names}),
		no_target("net", ["net"], {"one": "midori", "other": names}),
	}})
}

test_deny_and_undetermined_when_the_share_is_refused_and_the_target_is_not_stated if {
	given := without(shared_and_agreed("none", {}), "agreements/net/availability")

	verdict(given) == only({
		"deny": {bears_nothing("")},
		"undetermined": {unstated("agreements.net.availability")},
	})
}

test_undetermined_when_availability_stands_in_nobody_s_list if {
	found := finding("not_assigned", ["/responsibilities/management/carrier"], {"provider": names})

	verdict(sharing({"carrier": ["tampering"], "aoba": []})) == only({"undetermined": {found}})
}

test_undetermined_when_the_provider_s_list_is_not_stated if {
	found := unstated("exchanges.referral.responsibilities.management.carrier")

	verdict(sharing({"aoba": ["tampering"]})) == only({"undetermined": {found}})
	verdict(without(envelope({}, {}), "exchanges/referral/responsibilities")) == only({"undetermined": {found}})
}

test_undetermined_when_the_target_is_not_stated if {
	given := without(envelope({}, {}), "agreements/net/availability")

	verdict(given) == only({"undetermined": {unstated("agreements.net.availability")}})
}

test_undetermined_while_an_agreement_says_too_little if {
	every field in ["settles", "validFrom", "validTo", "form"] {
		given := without(envelope({}, {}), concat("/", ["agreements/net", field]))

		verdict(given) == only({"undetermined": {unstated(concat(".", ["agreements.net", field]))}})
	}
}

test_undetermined_when_no_agreement_in_force_settles_availability if {
	every patch in [
		{"settles": []},
		{"settles": ["tampering"]},
		{"validTo": "2026-11-21"},
		{"signedBy": []},
		{"between": ["aoba", "midori"]},
	] {
		verdict(envelope({}, {"net": patch})) == only({"undetermined": {not_settled(aoba_names), not_settled("midori")}})
	}
	every given in [
		without(envelope({}, {}), "agreements"),
		declaring({"agreements": "none", "exchanges": {"referral": exchange}}),
	] {
		verdict(given) == only({"undetermined": {not_settled(aoba_names), not_settled("midori")}})
	}
}

test_undetermined_where_agreements_of_either_alone_say_too_little if {
	every other in [["aoba", "midori"], ["midori", "labo"], ["carrier", "labo"], ["carrier", "guard"]] {
		given := envelope({}, {
			"net": {"between": ["aoba", "carrier"]},
			"other": object.remove(paper(other), ["validTo"]),
		})

		verdict(given) == only({"undetermined": {not_settled("midori")}})
	}
}

test_undetermined_when_one_institution_has_settled_nothing if {
	given := envelope({}, {"net": {"between": ["aoba", "carrier"]}})

	verdict(given) == only({"undetermined": {not_settled("midori")}})
}

test_allow_and_deny_each_exchange_on_one_line_by_itself if {
	images := object.union(exchange, {"responsibilities": {"management": {"midori": ["availability"]}}})
	films := object.union(images, {"encryption": end_to_end})
	given := declaring({"exchanges": {"referral": exchange, "images": images, "films": films}})

	verdict(given) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "borne_by_another",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/responsibilities/management/midori"],
			"values": {"holder": "midori"},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"encryption": end_to_end},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
		{"path": {"routeSecuredBy": "none"}},
	] {
		verdict(envelope(patch, {"net": {"availability": "none"}})) == only({"applies": set()})
	}
}

end_to_end := {"begins": {"operatedBy": "aoba"}, "ends": {"midori": {"operatedBy": "midori"}}}

bears_nothing(tail) := finding(
	"provider_bears_nothing",
	[concat("", ["/responsibilities/management", tail])],
	{"provider": names},
)

no_target(first, agreements, pair) := {
	"code": "target_is_none",
	"subject": referral,
	"pointers": [place, concat("/", ["/declarations/d/agreements", first, "availability"])],
	"values": object.union(pair, {"agreements": agreements}),
}

not_settled(one) := finding("availability_not_settled", [""], {"one": one, "other": names})

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec", field])},
}

finding(code, tails, values) := {
	"code": code,
	"subject": referral,
	"pointers": [concat("", [place, tail]) | some tail in tails],
	"values": values,
}

only(parts) := object.union(
	{"applies": {referral}, "satisfied": set(), "deny": set(), "undetermined": set()},
	parts,
)

verdict(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as given
}

sharing(management) := shared_and_agreed(management, {})

shared_and_agreed(management, agreements) := declaring({
	"agreements": object.union(spec.agreements, agreements),
	"exchanges": {"referral": with_list(management)},
})

by_both(management, agreements) := declaring({
	"agreements": object.union(spec.agreements, agreements),
	"exchanges": {"referral": object.union(with_list(management), {"path": {"routeSecuredBy": "guard"}})},
})

with_list(management) := object.union(
	object.remove(exchange, ["responsibilities"]),
	{"responsibilities": {"management": management}},
)

envelope(patch, agreements) := declaring({
	"agreements": object.union(spec.agreements, agreements),
	"exchanges": {"referral": object.union(exchange, patch)},
})

without(given, field) := json.remove(given, [concat("/", ["declarations/d", field])])

declaring(patch) := {
	"declarations": {"d": object.union(spec, patch)},
	"context": {"as_of": "2026-11-22"},
}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba_names},
		"midori": {"role": "institution"},
		"carrier": {"role": "provider", "name": names},
		"guard": {"role": "provider"},
		"labo": {"role": "contractor"},
	},
	"agreements": {"net": paper(["aoba", "carrier", "midori"])},
}

paper(parties) := {
	"form": "contract",
	"between": parties,
	"validFrom": "2026-04-01",
	"validTo": "open",
	"settles": ["availability"],
	"availability": monthly,
}

silent := object.remove(paper(["aoba", "carrier", "midori"]), ["availability"])

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"provider": "carrier",
		"routeSecuredBy": "carrier",
		"routersConfiguredBy": {"aoba": "carrier", "midori": "carrier"},
	},
	"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}},
	"responsibilities": {"management": {"carrier": ["availability"]}},
}
