package bunkaiten_test.requirements.provider_edge_encryption.provider_bears_eavesdropping

import data.bunkaiten.requirements.provider_edge_encryption.provider_bears_eavesdropping as requirement

referral := "d/exchanges/referral"

names := {"en": "Tokai Telecom", "ja": "東海通信"}

test_allow_provider_that_bears_eavesdropping if {
	every listed in [["eavesdropping"], ["tampering", "eavesdropping", "availability"]] {
		verdict(sharing({"carrier": listed, "aoba": []})) == only({"satisfied": {referral}})
	}
}

test_allow_provider_beside_others_that_bear_something_else if {
	given := sharing({"carrier": ["eavesdropping"], "aoba": ["tampering"], "isp": ["obstruction"]})

	verdict(given) == only({"satisfied": {referral}})
}

test_allow_any_or_every_provider_of_the_path if {
	every listed in [
		{"carrier": ["eavesdropping"]},
		{"carrier": ["tampering"], "guard": ["eavesdropping"]},
		{"carrier": [], "guard": ["eavesdropping"]},
		{"carrier": ["eavesdropping"], "guard": ["eavesdropping"]},
	] {
		verdict(secured_by_guard(listed)) == only({"satisfied": {referral}})
	}
}

test_deny_eavesdropping_left_with_an_institution if {
	every listed in [
		{"aoba": ["eavesdropping"]},
		{"aoba": ["eavesdropping"], "carrier": ["tampering"]},
		{"aoba": ["tampering", "eavesdropping"], "carrier": ["eavesdropping"]},
	] {
		verdict(sharing(listed)) == only({"deny": {by_another("aoba")}})
	}
}

test_deny_eavesdropping_with_a_provider_that_is_not_the_path_s_or_with_a_contractor if {
	given := sharing({"isp": ["eavesdropping"], "labo": ["eavesdropping"]})

	verdict(given) == only({"deny": {by_another("isp"), by_another("labo")}})
}

test_deny_provider_that_is_stated_to_bear_nothing if {
	every listed in [{"carrier": []}, {"carrier": [], "aoba": ["tampering"]}] {
		verdict(sharing(listed)) == only({"deny": {bears_nothing("/carrier", names)}})
	}
	verdict(sharing("none")) == only({"deny": {bears_nothing("", names)}})
}

test_deny_every_provider_of_the_path_that_is_stated_to_bear_nothing if {
	verdict(secured_by_guard({"carrier": [], "guard": []})) == only({"deny": {
		bears_nothing("/carrier", names),
		bears_nothing("/guard", "guard"),
	}})
}

test_deny_two_faults_at_once if {
	verdict(sharing({"carrier": [], "aoba": ["eavesdropping"]})) == only({"deny": {
		by_another("aoba"),
		bears_nothing("/carrier", names),
	}})
}

test_undetermined_when_it_stands_in_nobody_s_list if {
	found := finding("not_assigned", "/carrier", {"provider": names})

	every listed in [
		{"carrier": ["tampering"]},
		{"carrier": ["tampering", "obstruction", "availability"], "aoba": []},
	] {
		verdict(sharing(listed)) == only({"undetermined": {found}})
	}
}

test_undetermined_when_the_provider_s_list_is_not_stated if {
	every listed in [{"aoba": []}, {"aoba": ["tampering"], "isp": []}] {
		verdict(sharing(listed)) == only({"undetermined": {unstated("carrier")}})
	}
	every field in ["responsibilities", "responsibilities/management"] {
		verdict(without(sharing({"carrier": ["eavesdropping"]}), field)) == only({"undetermined": {unstated("carrier")}})
	}
	verdict(secured_by_guard({"carrier": []})) == only({"undetermined": {unstated("guard")}})
}

test_allow_and_deny_each_exchange_on_one_line_by_itself if {
	images := object.union(exchange, {"responsibilities": {"management": {"aoba": ["eavesdropping"]}}})
	own_keys := object.union(images, {"encryption": end_to_end})
	given := declaring({"referral": exchange, "images": images, "films": own_keys})

	verdict(given) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "borne_by_another",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/responsibilities/management/aoba"],
			"values": {"holder": {"en": "Aoba Hospital"}},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"encryption": end_to_end},
		{"encryption": {"begins": {"operatedBy": "isp"}}},
		{"encryption": "none"},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
		{"path": {"medium": "telephone"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba"}}},
		{"path": {"routeSecuredBy": "none"}},
	] {
		given := declaring({"referral": object.union(object.union(exchange, left_with_aoba), patch)})

		verdict(given) == only({"applies": set()})
	}
}

left_with_aoba := {"responsibilities": {"management": {"aoba": ["eavesdropping"]}}}

end_to_end := {"begins": {"operatedBy": "aoba"}, "ends": {"midori": {"operatedBy": "midori"}}}

by_another(party) := finding(
	"borne_by_another",
	concat("", ["/", party]),
	{"holder": object.get(parties[party], "name", party)},
)

bears_nothing(tail, name) := finding("provider_bears_nothing", tail, {"provider": name})

unstated(party) := finding(
	"fact_not_stated",
	concat("", ["/", party]),
	{"field": concat(".", ["spec.exchanges.referral.responsibilities.management", party])},
)

finding(code, tail, values) := {
	"code": code,
	"subject": referral,
	"pointers": [concat("", ["/declarations/d/exchanges/referral/responsibilities/management", tail])],
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

sharing(management) := declaring({"referral": object.union(
	object.remove(exchange, ["responsibilities"]),
	{"responsibilities": {"management": management}},
)})

secured_by_guard(management) := declaring({"referral": object.union(
	object.remove(exchange, ["responsibilities"]),
	{"path": {"routeSecuredBy": "guard"}, "responsibilities": {"management": management}},
)})

without(given, field) := json.remove(given, [concat("/", ["declarations/d/exchanges/referral", field])])

declaring(exchanges) := {
	"declarations": {"d": {"parties": parties, "exchanges": exchanges}},
	"context": {"as_of": "2026-11-22"},
}

parties := {
	"aoba": {"role": "institution", "name": {"en": "Aoba Hospital"}},
	"midori": {"role": "institution"},
	"carrier": {"role": "provider", "name": names},
	"guard": {"role": "provider"},
	"isp": {"role": "provider"},
	"labo": {"role": "contractor"},
}

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
	"responsibilities": {"management": {"carrier": ["eavesdropping"]}},
}
