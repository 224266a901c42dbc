package bunkaiten_test.requirements.self_connected.terms_are_no_boundary

import data.bunkaiten.requirements.self_connected.terms_are_no_boundary as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

test_allow_no_demarcation_point_at_all if {
	every points in ["none", []] {
		verdict(envelope({"demarcationPoints": points})) == only({"satisfied": {referral}})
	}
}

test_allow_point_that_rests_on_more_than_published_terms if {
	every form in ["contract", "sla", "network-rules", "statute", "minute", "letter"] {
		verdict(declaring({"agreements": {"care": {"form": form}}})) == only({"satisfied": {referral}})
	}
}

test_allow_point_that_is_stated_to_rest_on_no_agreement if {
	every points in [
		[point("site:ONU", "none")],
		[point("site:ONU", "none"), point("site:MDF", "care")],
	] {
		verdict(envelope({"demarcationPoints": points})) == only({"satisfied": {referral}})
	}
}

test_allow_published_terms_as_an_agreement_that_no_point_cites if {
	patch := {"path": {"medium": "telephone"}, "demarcationPoints": "none"}

	verdict(envelope(patch)) == only({"satisfied": {referral}})
}

test_deny_point_that_cites_published_terms if {
	patch := {"demarcationPoints": [point("site:ONU", "terms")]}

	verdict(envelope(patch)) == only({"deny": {cited("/demarcationPoints/0", "site:ONU")}})
}

test_deny_point_that_cites_published_terms_on_a_line_that_the_carrier_claims_to_secure if {
	patch := {
		"path": {"medium": "closed-ip", "routeSecuredBy": "carrier"},
		"demarcationPoints": [point("site:ONU", "terms")],
	}

	verdict(envelope(patch)) == only({"deny": {cited("/demarcationPoints/0", "site:ONU")}})
}

test_deny_one_point_of_two if {
	patch := {"demarcationPoints": [point("site:ONU", "care"), point("site:MDF", "terms")]}

	verdict(envelope(patch)) == only({"deny": {cited("/demarcationPoints/1", "site:MDF")}})
}

test_deny_every_point_that_cites_published_terms if {
	patch := {"demarcationPoints": [point("site:ONU", "terms"), point("site:MDF", "terms")]}

	verdict(envelope(patch)) == only({"deny": {
		cited("/demarcationPoints/0", "site:ONU"),
		cited("/demarcationPoints/1", "site:MDF"),
	}})
}

test_deny_and_undetermined_when_one_point_cites_terms_and_another_says_nothing if {
	patch := {"demarcationPoints": [
		{"between": ["aoba", "midori"], "at": "site:ONU"},
		point("site:MDF", "terms"),
	]}

	verdict(envelope(patch)) == only({
		"deny": {cited("/demarcationPoints/1", "site:MDF")},
		"undetermined": {unstated("exchanges.referral.demarcationPoints.0.agreement")},
	})
}

test_undetermined_when_a_point_names_no_agreement if {
	patch := {"demarcationPoints": [
		point("site:MDF", "care"),
		{"between": ["aoba", "midori"], "at": "site:ONU"},
	]}
	found := unstated("exchanges.referral.demarcationPoints.1.agreement")

	verdict(envelope(patch)) == only({"undetermined": {found}})
}

test_undetermined_when_nobody_says_whether_there_are_demarcation_points if {
	given := json.remove(envelope({}), ["declarations/d/exchanges/referral/demarcationPoints"])

	verdict(given) == only({"undetermined": {unstated("exchanges.referral.demarcationPoints")}})
}

test_undetermined_when_the_form_of_the_agreement_is_not_stated if {
	given := json.remove(envelope({}), ["declarations/d/agreements/care/form"])

	verdict(given) == only({"undetermined": {unstated("agreements.care.form")}})
}

test_allow_and_deny_each_exchange_on_one_line_by_itself if {
	images := object.union(exchange, {"demarcationPoints": [point("site:ONU", "terms")]})

	verdict(declaring({"exchanges": {"images": images}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "terms_cited",
			"subject": "d/exchanges/images",
			"pointers": [
				"/declarations/d/exchanges/images/demarcationPoints/0",
				"/declarations/d/agreements/terms",
			],
			"values": {"place": "site:ONU", "agreement": "terms"},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	by_carrier := {"aoba": "carrier", "midori": "carrier"}

	every patch in [
		{"data": "other"},
		{"path": {"medium": "closed-ip", "routeSecuredBy": "carrier", "routersConfiguredBy": by_carrier}},
		{"path": {"medium": "closed-ip", "routersConfiguredBy": by_carrier}},
		{"path": {"medium": "internet", "routersConfiguredBy": {"midori": "none"}}},
	] {
		points := {"demarcationPoints": [point("site:ONU", "terms")]}

		verdict(envelope(object.union(points, patch))) == only({"applies": set()})
	}
}

point(at, agreement) := {"between": ["aoba", "midori"], "at": at, "agreement": agreement}

cited(tail, at) := {
	"code": "terms_cited",
	"subject": referral,
	"pointers": [concat("", [place, tail]), "/declarations/d/agreements/terms"],
	"values": {"place": at, "agreement": "terms"},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("", ["/declarations/d/", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec", field])},
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

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution"},
		"carrier": {"role": "provider"},
	},
	"agreements": {
		"care": {"form": "contract", "between": ["aoba", "midori"]},
		"terms": {"form": "terms-of-service", "between": ["aoba", "carrier"]},
	},
	"exchanges": {"referral": exchange},
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {"medium": "leased-line", "routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}},
	"demarcationPoints": [{"between": ["aoba", "midori"], "at": "site:aoba/ONU", "agreement": "care"}],
}
