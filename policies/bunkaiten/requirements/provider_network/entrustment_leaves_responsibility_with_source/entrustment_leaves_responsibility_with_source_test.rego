package bunkaiten_test.requirements.provider_network.entrustment_leaves_responsibility_with_source

import data.bunkaiten.requirements.provider_network.entrustment_leaves_responsibility_with_source as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

said := {
	"ordinaryOperation": {"en": "Ordinary-operation responsibility", "ja": "通常運用における責任"},
	"exPost": {"en": "Ex-post responsibility", "ja": "事後責任"},
}

test_allow_source_that_bears_both_responsibilities if {
	every holder in ["aoba", {"midori": "aoba"}, {"midori": "aoba", "kita": "net"}] {
		verdict(envelope({"responsibilities": {"ordinaryOperation": holder}})) == only({"satisfied": {referral}})
	}
}

test_allow_source_towards_several_destinations if {
	every holder in ["aoba", {"midori": "aoba", "kita": "aoba"}] {
		patch := object.union(to_both, {"responsibilities": {"exPost": holder}})

		verdict(envelope(patch)) == only({"satisfied": {referral}})
	}
}

test_allow_source_that_is_named_among_its_destinations if {
	verdict(envelope({"destinations": {"parties": ["aoba"]}})) == only({"satisfied": {referral}})
}

test_allow_destination_where_the_reason_is_recorded_in_an_agreement_in_force if {
	every duties in [
		{"ordinaryOperation": "midori"},
		{"exPost": "midori"},
		{"exPost": {"midori": "midori"}},
		{"ordinaryOperation": "midori", "exPost": "midori"},
	] {
		given := {"responsibilities": object.union({"departure": recorded}, duties)}

		verdict(envelope(given)) == only({"satisfied": {referral}})
	}
}

test_allow_departure_by_automatic_renewal_on_the_last_and_on_the_first_day if {
	every fields in [
		{"validTo": "2026-11-22"},
		{"validFrom": "2026-11-22"},
		{"validTo": "2026-03-31", "renewal": "automatic"},
	] {
		verdict(departing({"departure": recorded}, fields)) == only({"satisfied": {referral}})
	}
}

test_deny_each_responsibility_that_the_destination_bears_without_a_recorded_reason if {
	every duty in ["ordinaryOperation", "exPost"] {
		bare := {"responsibilities": {duty: "midori"}}
		none := {"responsibilities": {duty: "midori", "departure": "none"}}
		shown := [tail(duty), "/responsibilities/departure"]

		verdict(envelope(bare)) == only({"deny": {breach("departure_not_recorded", duty, "midori", [tail(duty)])}})
		verdict(envelope(none)) == only({"deny": {breach("departure_not_recorded", duty, "midori", shown)}})
	}
}

test_deny_departure_that_an_agreement_of_others_records if {
	shown := [tail("exPost"), "/responsibilities/departure/agreement"]

	verdict(departing({"departure": recorded}, {"between": ["aoba", "kita"]})) == only({"deny": {breach(
		"departure_between_others",
		"exPost",
		"midori",
		shown,
	)}})
}

test_deny_departure_that_an_agreement_out_of_force_records if {
	every fields in [
		{"validTo": "2026-11-21"},
		{"validFrom": "2026-11-23"},
		{"form": "minute", "signedBy": ["midori"]},
	] {
		found := breach_at("departure_not_in_force", "exPost", "midori", [
			concat("", [place, tail("exPost")]),
			"/declarations/d/agreements/care",
		])

		verdict(departing({"departure": recorded}, fields)) == only({"deny": {found}})
	}
}

test_deny_holder_that_is_neither_the_source_nor_the_destination_whatever_is_recorded if {
	every departure in ["none", recorded, {"reason": "当番医が診る"}] {
		every holder in ["net", "kita", "maker"] {
			given := envelope({"responsibilities": {"exPost": holder, "departure": departure}})

			verdict(given) == only({"deny": {breach("responsibility_elsewhere", "exPost", holder, [tail("exPost")])}})
		}
	}
}

test_deny_nobody if {
	nobody := {"en": "nobody", "ja": "なし"}
	found := breach("responsibility_with_nobody", "ordinaryOperation", nobody, [tail("ordinaryOperation")])

	verdict(envelope({"responsibilities": {"ordinaryOperation": "none"}})) == only({"deny": {found}})
}

test_deny_both_responsibilities_at_once if {
	verdict(envelope({"responsibilities": {"ordinaryOperation": "net", "exPost": "midori"}})) == only({"deny": {
		breach("responsibility_elsewhere", "ordinaryOperation", "net", [tail("ordinaryOperation")]),
		breach("departure_not_recorded", "exPost", "midori", [tail("exPost")]),
	}})
}

test_deny_once_what_is_stated_for_all_destinations if {
	found := object.union(
		breach("responsibility_elsewhere", "exPost", "net", [tail("exPost")]),
		{"values": {"destinations": ["Kita", "midori"]}},
	)

	verdict(envelope(object.union(to_both, {"responsibilities": {"exPost": "net"}}))) == only({"deny": {found}})
}

test_deny_each_destination_by_itself if {
	astray := object.union(
		breach("responsibility_elsewhere", "exPost", "midori", [tail("exPost")]),
		{"values": {"destinations": ["Kita"]}},
	)
	whole := envelope(object.union(to_both, {"responsibilities": {"exPost": "midori"}}))
	each := envelope(object.union(to_both, {"responsibilities": {"exPost": {"kita": "midori", "midori": "aoba"}}}))
	at_kita := object.union(astray, {"pointers": [concat("", [place, tail("exPost"), "/kita"])]})

	verdict(whole) == only({"deny": {astray, breach("departure_not_recorded", "exPost", "midori", [tail("exPost")])}})
	verdict(each) == only({"deny": {at_kita}})
}

test_deny_agreement_that_binds_only_one_of_two_destinations if {
	patch := object.union(to_both, {"responsibilities": {
		"exPost": {"kita": "kita", "midori": "midori"},
		"departure": recorded,
	}})
	found := object.union(
		breach("departure_between_others", "exPost", "Kita", [
			"/responsibilities/exPost/kita",
			"/responsibilities/departure/agreement",
		]),
		{"values": {"destinations": ["Kita"]}},
	)

	verdict(envelope(patch)) == only({"deny": {found}})
}

test_deny_basis_that_is_stated_as_none if {
	found := {"code": "no_basis", "subject": referral, "pointers": [concat("", [place, "/basis"])], "values": {}}

	every holder in ["aoba", "midori"] {
		patch := {"basis": "none", "responsibilities": {"exPost": holder}}

		verdict(envelope(patch)) == only({"deny": {found}})
	}
	verdict(without(envelope({"basis": "none"}), "responsibilities")) == only({"deny": {found}})
	verdict(envelope({"basis": "none", "responsibilities": {"exPost": "net"}})) == only({"deny": {
		found,
		breach("responsibility_elsewhere", "exPost", "net", [tail("exPost")]),
	}})
}

test_deny_law_that_is_stated_as_none if {
	every statute, fields in {
		"none": ["statute"],
		{"law": "none"}: ["statute.law"],
		{"law": "感染症法", "article": "none"}: ["statute.article"],
		{"law": "none", "article": "none"}: ["statute.law", "statute.article"],
	} {
		verdict(envelope(by_law(statute))) == only({"deny": {no_law(fields)}})
	}
	verdict(envelope(object.union(by_law("none"), {"responsibilities": {"exPost": "net"}}))) == only({"deny": {
		no_law(["statute"]),
		breach("responsibility_elsewhere", "exPost", "net", [tail("exPost")]),
	}})
}

test_undetermined_when_the_law_is_claimed_and_not_cited if {
	law := unstated("exchanges.referral.statute.law")
	article := unstated("exchanges.referral.statute.article")

	every holder in ["aoba", "midori"] {
		patch := {"responsibilities": {"exPost": holder}}

		verdict(envelope(object.union(patch, {"basis": "statutory"}))) == only({"undetermined": {law, article}})
		verdict(envelope(object.union(patch, by_law({"law": "感染症法"})))) == only({"undetermined": {article}})
		verdict(envelope(object.union(patch, by_law({"article": "第12条"})))) == only({"undetermined": {law}})
	}
	verdict(envelope({"basis": "statutory", "responsibilities": {"exPost": "net"}})) == only({
		"deny": {breach("responsibility_elsewhere", "exPost", "net", [tail("exPost")])},
		"undetermined": {law, article},
	})
}

test_undetermined_when_the_basis_is_not_stated if {
	every holder in ["aoba", "midori", {"kita": "net"}] {
		given := without(envelope({"responsibilities": {"exPost": holder}}), "basis")

		verdict(given) == only({"undetermined": {unstated("exchanges.referral.basis")}})
	}
}

test_deny_and_undetermined_when_the_basis_is_not_stated_and_the_provider_bears_a_responsibility if {
	given := without(envelope({"responsibilities": {"exPost": "net"}}), "basis")

	verdict(given) == only({
		"deny": {breach("responsibility_elsewhere", "exPost", "net", [tail("exPost")])},
		"undetermined": {unstated("exchanges.referral.basis")},
	})
}

test_undetermined_when_a_holder_is_not_stated if {
	every absent, fields in {
		"responsibilities": ["ordinaryOperation", "exPost"],
		"responsibilities/ordinaryOperation": ["ordinaryOperation"],
		"responsibilities/exPost": ["exPost"],
	} {
		found := {unstated(concat(".", ["exchanges.referral.responsibilities", field])) | some field in fields}

		verdict(without(envelope({}), absent)) == only({"undetermined": found})
	}
}

test_undetermined_when_one_destination_of_two_has_no_holder if {
	patch := object.union(to_both, {"responsibilities": {"exPost": {"midori": "aoba"}}})

	verdict(envelope(patch)) == only({"undetermined": {unstated("exchanges.referral.responsibilities.exPost.kita")}})
}

test_undetermined_when_the_departure_says_too_little if {
	departure := "exchanges.referral.responsibilities.departure"

	every fields, stated in {
		["agreement"]: {"reason": "当番医が診る"},
		["reason"]: {"agreement": "care"},
		["agreement", "reason"]: {},
	} {
		found := {unstated(concat(".", [departure, field])) | some field in fields}

		verdict(departing({"departure": stated}, {})) == only({"undetermined": found})
	}
}

test_undetermined_when_the_agreement_that_records_the_reason_says_too_little if {
	every field in ["validFrom", "validTo", "form"] {
		given := json.remove(departing({"departure": recorded}, {}), [concat("/", ["declarations/d/agreements/care", field])])

		verdict(given) == only({"undetermined": {unstated(concat(".", ["agreements.care", field]))}})
	}
}

test_deny_and_undetermined_when_one_responsibility_is_astray_and_the_other_not_stated if {
	given := without(envelope({"responsibilities": {"exPost": "net"}}), "responsibilities/ordinaryOperation")

	verdict(given) == only({
		"deny": {breach("responsibility_elsewhere", "exPost", "net", [tail("exPost")])},
		"undetermined": {unstated("exchanges.referral.responsibilities.ordinaryOperation")},
	})
}

test_allow_departure_that_nobody_needs if {
	every departure in [{}, {"reason": "当番医が診る"}, recorded, "none"] {
		verdict(envelope({"responsibilities": {"departure": departure}})) == only({"satisfied": {referral}})
	}
}

test_allow_and_deny_each_exchange_on_one_line_by_its_own_basis if {
	given := declaring({"exchanges": {
		"images": object.union(exchange, {"responsibilities": {"exPost": "midori"}}),
		"letters": object.union(exchange, {"basis": "third-party-provision", "responsibilities": {"exPost": "midori"}}),
	}})
	found := breach("departure_not_recorded", "exPost", "midori", [tail("exPost")])

	verdict(given) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {object.union(found, {
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/responsibilities/exPost"],
		})},
		"undetermined": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	astray := {"responsibilities": {"exPost": "net"}}

	every patch in [
		{"data": "other"},
		{"basis": "third-party-provision"},
		by_law({"law": "感染症法", "article": "第12条"}),
		{"destinations": {"parties": []}},
		{"destinations": {"parties": [], "others": "unidentified"}},
		{"path": {"routeSecuredBy": "none"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
	] {
		verdict(envelope(object.union(astray, patch))) == only({"applies": set()})
	}
}

recorded := {"reason": "当番医が診る", "agreement": "care"}

to_both := {"destinations": {"parties": ["midori", "kita"]}}

tail(duty) := concat("/", ["/responsibilities", duty])

breach(code, duty, holder, tails) := breach_at(code, duty, holder, [concat("", [place, one]) | some one in tails])

breach_at(code, duty, holder, pointers) := {
	"code": code,
	"subject": referral,
	"pointers": pointers,
	"values": {
		"duty": said[duty],
		"holder": object.get({"kita": "Kita"}, [holder], holder),
		"source": aoba_names,
		"destinations": ["midori"],
	},
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

no_law(fields) := {
	"code": "no_law",
	"subject": referral,
	"pointers": [concat("/", [place, replace(field, ".", "/")]) | some field in fields],
	"values": {"fields": fields},
}

by_law(statute) := {"basis": "statutory", "statute": statute}

verdict(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as given
}

departing(stated, fields) := declaring({
	"agreements": {"care": fields},
	"exchanges": {"referral": {"responsibilities": object.union({"exPost": "midori"}, stated)}},
})

envelope(patch) := declaring({"exchanges": {"referral": patch}})

without(given, field) := json.remove(given, [concat("/", ["declarations/d/exchanges/referral", field])])

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba_names},
		"midori": {"role": "institution"},
		"kita": {"role": "institution", "name": "Kita"},
		"net": {"role": "provider"},
		"maker": {"role": "maintainer"},
	},
	"agreements": {"care": {
		"form": "contract",
		"between": ["aoba", "midori"],
		"validFrom": "2026-04-01",
		"validTo": "2027-03-31",
	}},
	"exchanges": {"referral": exchange},
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"basis": "entrustment",
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "net",
		"routersConfiguredBy": {"aoba": "net", "midori": "net", "kita": "net"},
		"provider": "net",
	},
	"responsibilities": {"ordinaryOperation": "aoba", "exPost": "aoba"},
}
