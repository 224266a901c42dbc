package bunkaiten_test.requirements.end_to_end_encryption.eavesdropping_is_not_with_provider

import data.bunkaiten.requirements.end_to_end_encryption.eavesdropping_is_not_with_provider as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

midori_names := {"en": "Midori Clinic", "ja": "みどり診療所"}

carrier_names := {"en": "Tokai Telecom", "ja": "東海通信"}

test_allow_share_that_is_stated_without_eavesdropping if {
	every threats in [[], ["availability"], ["tampering", "intrusion", "obstruction", "availability"]] {
		verdict(sharing({"carrier": threats})) == only({"satisfied": {referral}})
	}
}

test_allow_nobody_bears_management_whosever_line_it_is if {
	given := envelope({"responsibilities": {"management": "none"}})

	verdict(given) == only({"satisfied": {referral}})
	verdict(without(given, "path/provider")) == only({"satisfied": {referral}})
	verdict(without(given, "path")) == only({"satisfied": {referral}})
}

test_allow_eavesdropping_that_an_institution_or_its_contractor_bears if {
	every party in ["aoba", "midori", "labo"] {
		verdict(sharing({party: ["eavesdropping"]})) == only({"satisfied": {referral}})
	}
}

test_allow_any_path_even_while_its_class_is_open if {
	every patch in [
		{"path": {"medium": "closed-ip", "routeSecuredBy": "carrier", "routersConfiguredBy": by_carrier}},
		{"path": {"routersConfiguredBy": by_carrier}},
		{"path": {"routersConfiguredBy": {"midori": "carrier"}}},
		{"path": {"medium": "telephone"}},
	] {
		verdict(envelope(patch)) == only({"satisfied": {referral}})
	}
	verdict(without(envelope({}), "path/medium")) == only({"satisfied": {referral}})
}

test_allow_line_without_a_provider_whatever_is_stated if {
	lines := envelope({"path": {"provider": "none"}})

	every given in [lines, without(lines, "responsibilities"), without(lines, "responsibilities/management")] {
		verdict(given) == only({"satisfied": {referral}})
	}
}

test_allow_line_of_an_institution_of_which_nothing_is_stated if {
	given := envelope({"path": {"provider": "kita"}})

	verdict(without(given, "responsibilities")) == only({"satisfied": {referral}})
	verdict(object.union(given, {"declarations": {"d": {"exchanges": {"referral": {"responsibilities": {"management": {
		"kita": ["eavesdropping"],
	}}}}}}})) == only({"satisfied": {referral}})
}

test_undetermined_while_the_share_of_whoever_configures_a_router_is_not_stated if {
	every end in ["aoba", "midori"] {
		routers := {"path": {"routersConfiguredBy": {end: "isp"}}}
		both := object.union(routers, {"responsibilities": {"management": {"isp": ["tampering"]}}})
		burden := object.union(routers, {"responsibilities": {"management": {"isp": ["eavesdropping"]}}})

		verdict(envelope(routers)) == only({"undetermined": {unstated("responsibilities.management.isp")}})
		verdict(envelope(both)) == only({"satisfied": {referral}})
		verdict(envelope(burden)) == only({"deny": {burdened("isp", "isp")}})
	}
	elsewhere := envelope({"path": {"routersConfiguredBy": {"kita": "isp"}}})
	verdict(elsewhere) == only({"satisfied": {referral}})
}

test_allow_two_providers_of_the_path_both_stated_without_eavesdropping if {
	given := envelope({
		"path": {"routeSecuredBy": "isp"},
		"responsibilities": {"management": {"isp": ["tampering"]}},
	})

	verdict(given) == only({"satisfied": {referral}})
}

test_deny_eavesdropping_that_the_provider_bears_on_any_path if {
	every path in [
		{},
		{"medium": "closed-ip", "routeSecuredBy": "carrier", "routersConfiguredBy": by_carrier},
		{"routersConfiguredBy": {"midori": "carrier"}},
	] {
		given := envelope({
			"path": path,
			"responsibilities": {"management": {"carrier": ["tampering", "eavesdropping"], "aoba": ["eavesdropping"]}},
		})

		verdict(given) == only({"deny": {burdened("carrier", carrier_names)}})
	}
}

test_deny_eavesdropping_that_any_other_provider_bears if {
	every provider in ["carrier", "none", "kita"] {
		given := envelope({
			"path": {"provider": provider},
			"responsibilities": {"management": {"isp": ["eavesdropping"]}},
		})

		verdict(given) == only({"deny": {burdened("isp", "isp")}})
	}
}

test_deny_eavesdropping_of_two_providers_each if {
	given := sharing({"carrier": ["eavesdropping"], "isp": ["eavesdropping"]})

	verdict(given) == only({"deny": {burdened("carrier", carrier_names), burdened("isp", "isp")}})
}

test_deny_provider_of_the_path_whatever_role_it_is_given if {
	every role in ["maintainer", "contractor", "custodian"] {
		given := declaring({
			"parties": {"carrier": {"role": role}},
			"exchanges": {"referral": {"responsibilities": {"management": {"carrier": ["eavesdropping"]}}}},
		})

		verdict(given) == only({"deny": {burdened("carrier", carrier_names)}})
	}
}

test_deny_and_undetermined_when_one_provider_bears_it_and_the_share_of_another_is_not_stated if {
	given := without(
		envelope({"responsibilities": {"management": {"isp": ["eavesdropping"]}}}),
		"responsibilities/management/carrier",
	)

	verdict(given) == only({
		"deny": {burdened("isp", "isp")},
		"undetermined": {unstated("responsibilities.management.carrier")},
	})
}

test_deny_and_undetermined_when_a_provider_bears_it_and_nobody_says_whose_line_it_is if {
	given := without(sharing({"isp": ["eavesdropping"]}), "path/provider")

	verdict(given) == only({"deny": {burdened("isp", "isp")}, "undetermined": {unstated("path.provider")}})
}

test_undetermined_when_nobody_says_whose_line_it_is if {
	every given in [envelope({}), envelope({"path": {"routeSecuredBy": "carrier"}})] {
		verdict(without(given, "path/provider")) == only({"undetermined": {unstated("path.provider")}})
	}
	verdict(without(envelope({}), "path")) == only({"undetermined": {unstated("path.provider")}})
}

test_undetermined_when_the_share_of_the_provider_is_not_stated if {
	every absent in ["responsibilities", "responsibilities/management", "responsibilities/management/carrier"] {
		given := without(envelope({}), absent)

		verdict(given) == only({"undetermined": {unstated("responsibilities.management.carrier")}})
	}
}

test_undetermined_when_the_share_of_whoever_answers_for_the_route_is_not_stated if {
	every provider in ["carrier", "none"] {
		given := envelope({"path": {"provider": provider, "routeSecuredBy": "isp"}})

		verdict(given) == only({"undetermined": {unstated("responsibilities.management.isp")}})
	}
	both := without(envelope({"path": {"routeSecuredBy": "isp"}}), "responsibilities")
	verdict(both) == only({"undetermined": {
		unstated("responsibilities.management.isp"),
		unstated("responsibilities.management.carrier"),
	}})
	one := without(without(envelope({"path": {"routeSecuredBy": "isp"}}), "path/provider"), "responsibilities")
	verdict(one) == only({"undetermined": {
		unstated("responsibilities.management.isp"),
		unstated("path.provider"),
	}})
}

test_undetermined_when_the_share_of_the_path_s_provider_is_not_stated_whatever_role_it_is_given if {
	every role in ["maintainer", "contractor", "custodian"] {
		given := without(declaring({"parties": {"carrier": {"role": role}}}), "responsibilities/management/carrier")

		verdict(given) == only({"undetermined": {unstated("responsibilities.management.carrier")}})
	}
}

test_allow_and_deny_two_exchanges_on_one_line_by_themselves if {
	images := object.union(exchange, {"responsibilities": {"management": {"carrier": ["eavesdropping"]}}})
	edge := object.union(images, {"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}}})

	verdict(declaring({"exchanges": {"images": images, "edge": edge}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "eavesdropping_with_provider",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/responsibilities/management/carrier"],
			"values": {"provider": carrier_names},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_encryption_is_not_end_to_end if {
	burden := {"responsibilities": {"management": {"carrier": ["eavesdropping"]}}}

	every patch in [
		{"data": "other"},
		{"encryption": "none"},
		{"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}}},
		{"encryption": {"ends": {"midori": {"operatedBy": "carrier"}}}},
		{"destinations": {"others": "unidentified"}},
	] {
		verdict(envelope(object.union(burden, patch))) == only({"applies": set()})
	}
}

by_carrier := {"aoba": "carrier", "midori": "carrier"}

burdened(party, name) := finding(
	"eavesdropping_with_provider",
	concat("/", ["/responsibilities/management", party]),
	{"provider": name},
)

unstated(field) := finding(
	"fact_not_stated",
	concat("", ["/", replace(field, ".", "/")]),
	{"field": concat(".", ["spec.exchanges.referral", field])},
)

finding(code, tail, values) := {
	"code": code,
	"subject": referral,
	"pointers": [concat("", [place, tail])],
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

without(given, field) := json.remove(given, [concat("/", ["declarations/d/exchanges/referral", field])])

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

envelope(patch) := declaring({"exchanges": {"referral": patch}})

sharing(lists) := envelope({"responsibilities": {"management": lists}})

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba_names},
		"midori": {"role": "institution", "name": midori_names},
		"kita": {"role": "institution"},
		"carrier": {"role": "provider", "name": carrier_names},
		"isp": {"role": "provider"},
		"labo": {"role": "contractor"},
		"medifix": {"role": "maintainer"},
		"kura": {"role": "custodian"},
	},
	"exchanges": {"referral": exchange},
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "internet",
		"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"},
		"provider": "carrier",
	},
	"encryption": {
		"begins": {"at": "source-system", "operatedBy": "aoba"},
		"ends": {"midori": {"at": "destination-system", "operatedBy": "midori"}},
	},
	"responsibilities": {"management": {"carrier": ["availability"]}},
}
