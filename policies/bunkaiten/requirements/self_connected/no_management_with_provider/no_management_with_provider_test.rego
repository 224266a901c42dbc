package bunkaiten_test.requirements.self_connected.no_management_with_provider

import data.bunkaiten.requirements.self_connected.no_management_with_provider as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

carrier_names := {"en": "Tokai Telecom", "ja": "東海通信"}

ordinary_operation := {"en": "Ordinary-operation responsibility", "ja": "通常運用における責任"}

ex_post := {"en": "Ex-post responsibility", "ja": "事後責任"}

test_allow_share_that_is_stated_and_empty_or_quality_alone if {
	every shares in [[], ["availability"]] {
		verdict(envelope({"responsibilities": {"management": {"carrier": shares}}})) == only({"satisfied": {referral}})
	}
}

test_allow_nobody_at_all_bears_management if {
	verdict(envelope({"responsibilities": {"management": "none"}})) == only({"satisfied": {referral}})
}

test_allow_line_without_a_provider_whatever_the_institutions_bear if {
	lines := envelope({"path": {"provider": "none"}})

	every given in [
		lines,
		without(lines, "responsibilities"),
		without(lines, "responsibilities/management"),
	] {
		verdict(given) == only({"satisfied": {referral}})
	}
}

test_allow_duties_that_institutions_and_their_contractors_bear if {
	every duties in [
		{"ordinaryOperation": "aoba", "exPost": "aoba"},
		{"ordinaryOperation": {"midori": "midori"}, "exPost": {"midori": "aoba"}},
		{"ordinaryOperation": "none", "exPost": {"midori": "none"}},
		{"ordinaryOperation": "vendor", "management": {"vendor": ["intrusion", "tampering"]}},
	] {
		verdict(envelope({"responsibilities": duties})) == only({"satisfied": {referral}})
	}
}

test_allow_carrier_line_with_routers_of_the_institutions_although_the_carrier_claims_the_route if {
	patch := {"path": {"medium": "closed-ip", "routeSecuredBy": "carrier"}}

	verdict(envelope(patch)) == only({"satisfied": {referral}})
}

test_allow_telephone_network_although_the_carrier_configures_the_routers if {
	routers := {"aoba": "carrier", "midori": "carrier"}
	patch := {"path": {"medium": "telephone", "routersConfiguredBy": routers}}

	verdict(envelope(patch)) == only({"satisfied": {referral}})
}

test_deny_every_threat_that_is_put_on_the_provider if {
	every threat in ["eavesdropping", "tampering", "intrusion", "obstruction"] {
		patch := {"responsibilities": {"management": {"carrier": ["availability", threat]}}}

		verdict(envelope(patch)) == only({"deny": {shared([threat])}})
	}
}

test_deny_several_threats_in_one_finding_sorted if {
	patch := {"responsibilities": {"management": {"carrier": ["tampering", "availability", "intrusion"]}}}

	verdict(envelope(patch)) == only({"deny": {shared(["intrusion", "tampering"])}})
}

test_deny_share_of_a_provider_that_is_not_the_path_s if {
	found := finding(
		"management_shared",
		"/responsibilities/management/isp",
		{"provider": "isp", "shares": [{"en": "obstruction", "ja": "妨害（obstruction）"}]},
	)

	every provider in ["carrier", "none"] {
		patch := {
			"path": {"provider": provider},
			"responsibilities": {"management": {"carrier": ["availability"], "isp": ["obstruction"]}},
		}

		verdict(envelope(patch)) == only({"deny": {found}})
	}
}

test_deny_shares_of_two_providers_each if {
	patch := {"responsibilities": {"management": {"carrier": ["intrusion"], "isp": ["tampering"]}}}
	other := finding(
		"management_shared",
		"/responsibilities/management/isp",
		{"provider": "isp", "shares": [{"en": "tampering", "ja": "改ざん（tampering）"}]},
	)

	verdict(envelope(patch)) == only({"deny": {shared(["intrusion"]), other}})
}

test_deny_ordinary_operation_that_is_put_on_the_provider if {
	every holder in ["carrier", {"midori": "carrier"}, {"kita": "aoba", "midori": "carrier"}] {
		given := envelope({"responsibilities": {"ordinaryOperation": holder}})

		verdict(given) == only({"deny": {duty_on_carrier("ordinaryOperation", ordinary_operation)}})
	}
}

test_deny_responsibility_for_the_information_and_up_to_the_line_that_is_put_on_the_provider if {
	information := {"en": "Responsibility for the information in the line", "ja": "回線を流れる情報に対する管理責任"}
	segment := {"en": "Responsibility up to the line", "ja": "回線に到達するまでの管理責任"}
	put := {"responsibilities": {"information": "carrier", "localSegment": {"aoba": "aoba", "midori": "carrier"}}}

	verdict(envelope(put)) == only({"deny": {
		duty_on_carrier("information", information),
		duty_on_carrier("localSegment", segment),
	}})
}

test_deny_share_of_the_path_s_provider_whatever_role_it_is_given if {
	every role in ["maintainer", "contractor", "custodian"] {
		given := declaring({
			"parties": {"carrier": {"role": role}},
			"exchanges": {"referral": {"responsibilities": {"management": {"carrier": ["tampering"]}}}},
		})

		verdict(given) == only({"deny": {shared(["tampering"])}})
	}
}

test_allow_share_of_an_institution_that_owns_the_line if {
	given := declaring({
		"parties": {"carrier": {"role": "institution"}},
		"exchanges": {"referral": {"responsibilities": {"management": {"carrier": ["tampering"]}}}},
	})

	verdict(given) == only({"satisfied": {referral}})
}

test_deny_ex_post_responsibility_that_is_put_on_the_provider if {
	every holder in ["carrier", {"midori": "carrier"}, {"kita": "carrier", "midori": "none"}] {
		given := envelope({"responsibilities": {"exPost": holder}})

		verdict(given) == only({"deny": {duty_on_carrier("exPost", ex_post)}})
	}
}

test_deny_duties_on_a_provider_that_is_not_the_path_s if {
	values := {"provider": "isp", "duty": ex_post}
	found := finding("responsibility_with_provider", "/responsibilities/exPost", values)

	verdict(envelope({"responsibilities": {"exPost": "isp"}})) == only({"deny": {found}})
}

test_deny_share_and_both_duties_at_once if {
	duties := {"management": {"carrier": ["intrusion"]}, "ordinaryOperation": "carrier", "exPost": "carrier"}

	verdict(envelope({"responsibilities": duties})) == only({"deny": {
		shared(["intrusion"]),
		duty_on_carrier("ordinaryOperation", ordinary_operation),
		duty_on_carrier("exPost", ex_post),
	}})
}

test_deny_and_undetermined_when_a_duty_is_put_on_the_provider_and_its_share_is_not_stated if {
	given := without(envelope({"responsibilities": {"exPost": "carrier"}}), "responsibilities/management")

	verdict(given) == only({
		"deny": {duty_on_carrier("exPost", ex_post)},
		"undetermined": {unstated("responsibilities.management.carrier")},
	})
}

test_deny_and_undetermined_when_a_provider_bears_a_share_and_nobody_says_whose_line_it_is if {
	given := without(envelope({"responsibilities": {"management": {"carrier": ["tampering"]}}}), "path/provider")

	verdict(given) == only({"deny": {shared(["tampering"])}, "undetermined": {unstated("path.provider")}})
}

test_undetermined_when_nobody_says_whose_line_it_is if {
	every management in [{"carrier": []}, "none", {"aoba": ["availability"]}] {
		given := without(envelope({"responsibilities": {"management": management}}), "path/provider")

		verdict(given) == only({"undetermined": {unstated("path.provider")}})
	}
}

test_undetermined_when_the_share_of_the_provider_is_not_stated if {
	every absent in [
		"responsibilities",
		"responsibilities/management",
		"responsibilities/management/carrier",
	] {
		given := without(envelope({}), absent)

		verdict(given) == only({"undetermined": {unstated("responsibilities.management.carrier")}})
	}
}

test_undetermined_when_only_another_provider_s_share_is_stated if {
	patched := envelope({"responsibilities": {"management": {"isp": []}}})
	given := without(patched, "responsibilities/management/carrier")

	verdict(given) == only({"undetermined": {unstated("responsibilities.management.carrier")}})
}

test_allow_and_deny_each_exchange_on_one_line_by_itself if {
	images := object.union(exchange, {"responsibilities": {"management": {"carrier": ["eavesdropping"]}}})
	values := {"provider": carrier_names, "shares": [{"en": "eavesdropping", "ja": "盗聴（eavesdropping）"}]}

	verdict(declaring({"exchanges": {"images": images}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "management_shared",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/responsibilities/management/carrier"],
			"values": values,
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	burden := {"responsibilities": {"management": {"carrier": ["intrusion"]}, "exPost": "carrier"}}

	every patch in [
		{"data": "other"},
		{"path": {"medium": "closed-ip", "routeSecuredBy": "carrier", "routersConfiguredBy": by_carrier}},
		{"path": {"medium": "closed-ip", "routersConfiguredBy": by_carrier}},
		{"path": {"medium": "internet", "routersConfiguredBy": {"midori": "none"}}},
		{"path": {"medium": "internet", "routersConfiguredBy": {"midori": "carrier"}}},
	] {
		verdict(envelope(object.union(burden, patch))) == only({"applies": set()})
	}
}

by_carrier := {"aoba": "carrier", "midori": "carrier"}

shared(shares) := finding(
	"management_shared",
	"/responsibilities/management/carrier",
	{"provider": carrier_names, "shares": [said[share] | some share in shares]},
)

duty_on_carrier(field, name) := finding(
	"responsibility_with_provider",
	concat("/", ["/responsibilities", field]),
	{"provider": carrier_names, "duty": name},
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

envelope(patch) := declaring({"exchanges": {"referral": patch}})

without(given, field) := json.remove(given, [concat("/", ["declarations/d/exchanges/referral", field])])

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": {"en": "Aoba Hospital", "ja": "あおば病院"}},
		"midori": {"role": "institution"},
		"kita": {"role": "institution"},
		"carrier": {"role": "provider", "name": carrier_names},
		"isp": {"role": "provider"},
		"vendor": {"role": "contractor"},
	},
	"exchanges": {"referral": exchange},
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "leased-line",
		"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"},
		"provider": "carrier",
	},
	"responsibilities": {"management": {"aoba": ["intrusion", "tampering"], "carrier": ["availability"]}},
}

said := {
	"eavesdropping": {"en": "eavesdropping", "ja": "盗聴（eavesdropping）"},
	"tampering": {"en": "tampering", "ja": "改ざん（tampering）"},
	"intrusion": {"en": "intrusion", "ja": "侵入（intrusion）"},
	"obstruction": {"en": "obstruction", "ja": "妨害（obstruction）"},
}
