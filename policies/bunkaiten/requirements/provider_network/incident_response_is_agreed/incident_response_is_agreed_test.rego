package bunkaiten_test.requirements.provider_network.incident_response_is_agreed

import data.bunkaiten.requirements.provider_network.incident_response_is_agreed as requirement

referral := "d/exchanges/referral"

test_allow_agreement_in_force_that_settles_it if {
	every patch in [
		{},
		{"form": "network-rules"},
		{"form": "minute", "signedBy": ["aoba", "midori"]},
		{"between": ["net", "midori", "aoba"]},
		{"settles": ["path-demarcation", "incident-response"]},
		{"validFrom": "2026-11-22"},
		{"validTo": "2026-11-22"},
		{"validTo": "2026-11-21", "renewal": "automatic"},
	] {
		verdict(agreed(patch)) == only({"satisfied": {referral}})
	}
}

test_allow_whichever_of_several_agreements_settles_it if {
	given := declaring({"agreements": {
		"annex": object.union(path_2026, {"settles": ["incident-response"]}),
		"path-2026": {"settles": []},
	}})

	verdict(given) == only({"satisfied": {referral}})
}

test_allow_each_destination_by_its_own_agreement if {
	with_kusa := object.union(path_2026, {"between": ["kusa", "aoba"]})
	given := declaring({"agreements": {"with-kusa": with_kusa}, "exchanges": {"referral": to_both}})

	verdict(given) == only({"satisfied": {referral}})
}

test_deny_no_agreement_between_the_two if {
	every patch in [
		{"between": ["aoba", "net"]},
		{"between": ["midori", "net"]},
		{"between": ["midori", "kusa", "net"]},
		{"validTo": "2026-11-21", "settles": []},
	] {
		verdict(agreed(patch)) == only({"deny": {no_agreement(midori)}})
	}
	verdict(declaring({"agreements": "none"})) == only({"deny": {no_agreement(midori)}})
}

test_deny_no_agreement_where_agreements_are_not_stated if {
	verdict(json.remove(declaring({}), ["declarations/d/agreements"])) == only({"deny": {no_agreement(midori)}})
	verdict(json.remove(declaring({}), ["declarations/d/agreements/path-2026"])) == only({"deny": {no_agreement(midori)}})
}

test_deny_agreement_that_does_not_settle_it if {
	every matters in [[], ["path-demarcation"], ["outage-response"], ["storage-failure", "outage-response"]] {
		verdict(agreed({"settles": matters})) == only({"deny": {unsettled}})
	}
}

test_deny_agreement_that_is_not_in_force if {
	every patch, field in {
		{"validTo": "2026-11-21"}: "validTo",
		{"validTo": "2026-11-21", "renewal": "none"}: "validTo",
		{"validFrom": "2026-11-23"}: "validFrom",
		{"signedBy": ["aoba"]}: "signedBy",
		{"signedBy": []}: "signedBy",
		{"signedOn": "2026-11-23"}: "signedOn",
	} {
		verdict(agreed(patch)) == only({"deny": {lapsed(field)}})
	}
}

test_deny_what_the_agreement_in_force_leaves_out_whatever_an_older_one_settled if {
	annex := object.union(path_2026, {"settles": ["path-demarcation"]})

	verdict(declaring({"agreements": {
		"annex": annex,
		"path-2026": {"validTo": "2026-11-21"},
	}})) == only({"deny": {unsettled_by("annex")}})
	verdict(declaring({"agreements": {
		"annex": annex,
		"path-2026": {"validTo": "2026-11-21", "settles": ["outage-response"]},
	}})) == only({"deny": {unsettled_by("annex")}})
}

test_deny_each_destination_that_has_not_agreed if {
	given := declaring({"agreements": {"path-2026": {"settles": []}}, "exchanges": {"referral": to_both}})

	verdict(given) == only({"deny": {unsettled, no_agreement("kusa")}})
	verdict(declaring({"exchanges": {"referral": to_both}})) == only({"deny": {no_agreement("kusa")}})
}

test_deny_and_undetermined_where_one_has_not_agreed_and_another_says_too_little if {
	given := declaring({"exchanges": {"referral": to_both}})
	silent := json.remove(given, ["declarations/d/agreements/path-2026/settles"])

	verdict(silent) == only({
		"deny": {no_agreement("kusa")},
		"undetermined": {unstated("agreements.path-2026.settles")},
	})
}

test_undetermined_where_the_agreement_says_too_little if {
	every fields in [["settles"], ["validFrom"], ["validTo"], ["form"], ["settles", "validTo"]] {
		paths := [concat("/", ["declarations/d/agreements/path-2026", field]) | some field in fields]
		absent := {unstated(concat(".", ["agreements.path-2026", field])) | some field in fields}

		verdict(json.remove(declaring({}), paths)) == only({"undetermined": absent})
	}
	verdict(agreed({"form": "letter"})) == only({"undetermined": {unstated("agreements.path-2026.signedBy")}})
}

test_allow_and_deny_two_exchanges_by_themselves if {
	images := object.union(exchange, {"destinations": {"parties": ["kusa"]}})

	verdict(declaring({"exchanges": {"images": images}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "no_agreement",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images"],
			"values": {"one": aoba, "other": "kusa"},
		}},
		"undetermined": set(),
	}
}

test_allow_and_undetermined_two_exchanges_by_themselves if {
	images := object.union(exchange, {"destinations": {"parties": ["kusa"]}})
	open := {"between": ["aoba", "kusa"], "form": "contract", "validFrom": "2026-04-01", "validTo": "open"}

	verdict(declaring({"agreements": {"with-kusa": open}, "exchanges": {"images": images}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": set(),
		"undetermined": {object.union(
			unstated("agreements.with-kusa.settles"),
			{"subject": "d/exchanges/images"},
		)},
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"destinations": {"parties": []}},
		{"destinations": {"parties": [], "others": "unidentified"}},
		{"path": {"medium": "telephone"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba"}}},
		{"path": {"routeSecuredBy": "none"}},
	] {
		verdict(declaring({"exchanges": {"referral": patch}})) == only({"applies": set()})
		verdict(declaring({
			"agreements": {"path-2026": {"settles": []}},
			"exchanges": {"referral": patch},
		})) == only({"applies": set()})
	}
}

test_deny_whether_or_not_there_are_others_that_nobody_has_identified if {
	open := {"destinations": {"others": "unidentified"}}
	given := declaring({"agreements": {"path-2026": {"settles": []}}, "exchanges": {"referral": open}})

	verdict(given) == only({"deny": {unsettled}})
	verdict(declaring({"exchanges": {"referral": open}})) == only({"satisfied": {referral}})
}

no_agreement(other) := {
	"code": "no_agreement",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral"],
	"values": {"one": aoba, "other": other},
}

unsettled := unsettled_by("path-2026")

unsettled_by(name) := found("matter_not_settled", name, "settles")

lapsed(field) := found("agreement_not_in_force", "path-2026", field)

found(code, name, field) := {
	"code": code,
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral", concat("/", ["/declarations/d/agreements", name, field])],
	"values": {"one": aoba, "other": midori, "agreements": [name]},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d", replace(field, ".", "/")])],
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

agreed(patch) := declaring({"agreements": {"path-2026": patch}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

to_both := {"destinations": {"parties": ["midori", "kusa"]}, "path": {"routersConfiguredBy": {"kusa": "net"}}}

aoba := {"ja": "青葉病院", "en": "Aoba Hospital"}

midori := "みどり診療所"

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba},
		"midori": {"role": "institution", "name": midori},
		"kusa": {"role": "institution"},
		"net": {"role": "provider"},
	},
	"agreements": {"path-2026": path_2026},
	"exchanges": {"referral": exchange},
}

path_2026 := {
	"form": "contract",
	"between": ["aoba", "midori"],
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"settles": ["incident-response"],
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "net",
		"routersConfiguredBy": {"aoba": "net", "midori": "net", "kusa": "net"},
	},
}
