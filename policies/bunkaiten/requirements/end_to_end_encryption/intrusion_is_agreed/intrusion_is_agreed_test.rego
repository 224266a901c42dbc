package bunkaiten_test.requirements.end_to_end_encryption.intrusion_is_agreed

import data.bunkaiten.requirements.end_to_end_encryption.intrusion_is_agreed as requirement

referral := "d/exchanges/referral"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

carrier_names := {"en": "Tokai Telecom", "ja": "東海通信"}

test_allow_institutions_that_settled_it_with_the_provider if {
	verdict(agreed({})) == only({"satisfied": {referral}})
	verdict(agreed({"settles": ["intrusion"]})) == only({"satisfied": {referral}})
	every form in ["sla", "network-rules", "terms-of-service", "statute"] {
		verdict(agreed({"form": form})) == only({"satisfied": {referral}})
	}
}

test_allow_each_institution_with_a_paper_of_its_own if {
	apart := {
		"net": {"between": ["aoba", "carrier"]},
		"other": object.union(paper, {"between": ["carrier", "midori"]}),
	}

	verdict(declaring({"agreements": apart})) == only({"satisfied": {referral}})
}

test_allow_one_paper_that_settles_it_beside_others_that_do_not if {
	every patch in [{"settles": []}, {"validTo": "2026-11-21"}, {"form": "minute"}] {
		given := declaring({"agreements": {"other": object.union(paper, patch)}})

		verdict(given) == only({"satisfied": {referral}})
	}
}

test_allow_agreement_that_renews_itself if {
	verdict(agreed({"validTo": "2026-11-21", "renewal": "automatic"})) == only({"satisfied": {referral}})
}

test_deny_institutions_without_an_agreement_with_the_provider if {
	both := {lacking("aoba", "carrier"), lacking("midori", "carrier")}

	every agreements in ["none", {"other": object.union(paper, {"between": ["aoba", "midori"]})}] {
		verdict(papers(agreements)) == only({"deny": both})
	}
	verdict(json.remove(declaring({}), ["declarations/d/agreements"])) == only({"deny": both})
}

test_deny_the_institution_that_the_agreement_does_not_bind if {
	verdict(agreed({"between": ["aoba", "carrier"]})) == only({"deny": {lacking("midori", "carrier")}})
	verdict(agreed({"between": ["carrier", "midori"]})) == only({"deny": {lacking("aoba", "carrier")}})
}

test_deny_agreement_that_settles_other_matters if {
	every matters in [[], ["tampering", "obstruction", "availability", "eavesdropping"]] {
		verdict(agreed({"settles": matters})) == only({"deny": {
			broken("matter_not_settled", "aoba", "/settles"),
			broken("matter_not_settled", "midori", "/settles"),
		}})
	}
}

test_deny_agreement_that_is_not_in_force if {
	every patch, tail in {
		{"validTo": "2026-11-21"}: "/validTo",
		{"validFrom": "2026-11-23"}: "/validFrom",
		{"signedOn": "2026-11-23"}: "/signedOn",
		{"signedBy": []}: "/signedBy",
	} {
		verdict(agreed(patch)) == only({"deny": {
			broken("agreement_not_in_force", "aoba", tail),
			broken("agreement_not_in_force", "midori", tail),
		}})
	}
	verdict(agreed({"signedBy": ["aoba", "carrier"]})) == only({"deny": {broken(
		"agreement_not_in_force",
		"midori", "/signedBy",
	)}})
}

test_deny_the_provider_of_the_line_and_whoever_answers_for_the_route_each if {
	given := declaring({"exchanges": {"referral": {"path": {"provider": "isp"}}}})

	verdict(given) == only({"deny": {lacking("aoba", "isp"), lacking("midori", "isp")}})
}

test_deny_and_undetermined_when_one_has_no_agreement_and_the_other_s_says_too_little if {
	given := json.remove(
		agreed({"between": ["aoba", "carrier"]}),
		["declarations/d/agreements/net/settles"],
	)

	verdict(given) == only({
		"deny": {lacking("midori", "carrier")},
		"undetermined": {unstated("settles")},
	})
}

test_undetermined_when_the_agreement_says_too_little if {
	every field in ["validFrom", "validTo", "form", "settles"] {
		given := json.remove(declaring({}), [concat("/", ["declarations/d/agreements/net", field])])

		verdict(given) == only({"undetermined": {unstated(field)}})
	}
	every form in ["minute", "letter"] {
		verdict(agreed({"form": form})) == only({"undetermined": {unstated("signedBy")}})
	}
}

test_undetermined_names_every_missing_field if {
	given := papers({"net": {"between": ["aoba", "carrier", "midori"]}})

	verdict(given) == only({"undetermined": {
		unstated("form"),
		unstated("settles"),
		unstated("validFrom"),
		unstated("validTo"),
	}})
}

test_undetermined_while_nobody_says_whose_line_it_is if {
	line := "declarations/d/exchanges/referral/path/provider"
	unsaid := {
		"code": "fact_not_stated",
		"subject": referral,
		"pointers": ["/declarations/d/exchanges/referral/path/provider"],
		"values": {"field": "spec.exchanges.referral.path.provider"},
	}

	verdict(json.remove(declaring({}), [line])) == only({"undetermined": {unsaid}})
	verdict(json.remove(papers("none"), [line])) == only({
		"deny": {lacking("aoba", "carrier"), lacking("midori", "carrier")},
		"undetermined": {unsaid},
	})
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba"}}},
		{"path": {"medium": "telephone"}},
		{"path": {"routeSecuredBy": "none"}},
		{"encryption": "none"},
		{"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}}},
		{"encryption": {"ends": {"midori": {"operatedBy": "carrier"}}}},
	] {
		verdict(declaring({"exchanges": {"referral": patch}})) == only({"applies": set()})
		verdict(papers_of(patch, "none")) == only({"applies": set()})
	}
}

lacking(one, other) := {
	"code": "no_agreement",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral"],
	"values": {"one": named(one), "other": named(other)},
}

broken(code, one, tail) := {
	"code": code,
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral", concat("", ["/declarations/d/agreements/net", tail])],
	"values": {"one": named(one), "other": carrier_names, "agreements": ["net"]},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d/agreements/net", field])],
	"values": {"field": concat(".", ["spec.agreements.net", field])},
}

named(party) := object.get(spec.parties[party], "name", party)

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

agreed(patch) := declaring({"agreements": {"net": patch}})

papers(agreements) := papers_of({}, agreements)

# these agreements instead of those of the base
papers_of(patch, agreements) := json.patch(
	declaring({"exchanges": {"referral": patch}}),
	[{"op": "replace", "path": "declarations/d/agreements", "value": agreements}],
)

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba_names},
		"midori": {"role": "institution"},
		"carrier": {"role": "provider", "name": carrier_names},
		"isp": {"role": "provider"},
	},
	"agreements": {"net": paper},
	"exchanges": {"referral": exchange},
}

paper := {
	"form": "contract",
	"between": ["aoba", "carrier", "midori"],
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"settles": ["tampering", "intrusion", "obstruction", "availability"],
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "carrier",
		"routersConfiguredBy": {"aoba": "carrier", "midori": "carrier"},
		"provider": "carrier",
	},
	"encryption": {
		"begins": {"at": "source-system", "operatedBy": "aoba"},
		"ends": {"midori": {"at": "destination-system", "operatedBy": "midori"}},
	},
}
