package bunkaiten_test.requirements.provider_network.provision_moves_responsibility_to_destination

import data.bunkaiten.requirements.provider_network.provision_moves_responsibility_to_destination as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

said := {
	"ordinaryOperation": {"en": "Ordinary-operation responsibility", "ja": "通常運用における責任"},
	"exPost": {"en": "Ex-post responsibility", "ja": "事後責任"},
}

test_allow_destination_of_a_proper_provision if {
	every holder in ["midori", {"midori": "midori"}, {"midori": "midori", "kita": "net"}] {
		verdict(envelope({"responsibilities": {"ordinaryOperation": holder}})) == only({"satisfied": {referral}})
	}
	verdict(providing({"legalGround": {"ground": "exception", "law": "感染症法"}})) == only({"satisfied": {referral}})
}

test_allow_source_that_is_named_among_its_destinations if {
	every provision in [proper, {"legalGround": {"ground": "consent"}, "receipt": "none"}] {
		given := envelope({
			"destinations": {"parties": ["aoba"]},
			"provision": {"aoba": provision},
			"responsibilities": {"ordinaryOperation": "aoba", "exPost": "aoba"},
		})

		verdict(given) == only({"satisfied": {referral}})
	}
}

test_allow_source_that_is_not_released_whatever_else_is_not_stated if {
	given := without(providing_for("aoba", {"receipt": "none"}), ["provision/midori/legalGround"])

	verdict(given) == only({"satisfied": {referral}})
}

test_allow_each_destination_of_two_that_bears_its_own if {
	each := {"midori": "midori", "kita": "kita"}
	patch := {"provision": {"kita": proper}, "responsibilities": {"ordinaryOperation": each, "exPost": each}}

	verdict(envelope(object.union(to_both, patch))) == only({"satisfied": {referral}})
}

test_allow_source_where_the_reason_is_recorded_in_an_agreement_in_force if {
	every duties in [
		{"ordinaryOperation": "aoba"},
		{"exPost": "aoba"},
		{"exPost": {"midori": "aoba"}},
		{"ordinaryOperation": "aoba", "exPost": "aoba"},
	] {
		given := {"responsibilities": object.union({"departure": recorded}, duties)}

		verdict(envelope(given)) == only({"satisfied": {referral}})
	}
}

test_allow_source_that_is_not_released_because_the_provision_is_not_proper if {
	every provision in improper {
		given := providing_for("aoba", provision)

		verdict(given) == only({"satisfied": {referral}})
	}
	verdict(envelope({"provision": "none", "responsibilities": {"ordinaryOperation": "aoba", "exPost": "aoba"}})) == only({
		"satisfied": {referral},
	})
}

test_deny_destination_although_the_provision_is_not_proper if {
	both := {"ordinaryOperation", "exPost"}

	every fields, provision in improper {
		shown := concat("/", array.concat(["", "provision", "midori"], fields))
		found := {breach("source_not_released", duty, "midori", [tail(duty), shown]) | some duty in both}

		verdict(providing_for("midori", provision)) == only({"deny": found})
	}
	verdict(envelope({"provision": "none"})) == only({"deny": {breach("source_not_released", duty, "midori", [
		tail(duty),
		"/provision",
	]) |
		some duty in both
	}})
}

test_deny_destination_of_an_improper_provision_even_with_a_recorded_departure if {
	given := envelope({
		"provision": {"midori": {"receipt": "none"}},
		"responsibilities": {"ordinaryOperation": "aoba", "departure": recorded},
	})
	found := breach("source_not_released", "exPost", "midori", [tail("exPost"), "/provision/midori/receipt"])

	verdict(given) == only({"deny": {found}})
}

test_deny_each_responsibility_that_the_source_keeps_without_a_recorded_reason if {
	every duty in ["ordinaryOperation", "exPost"] {
		bare := {"responsibilities": {duty: "aoba"}}
		none := {"responsibilities": {duty: "aoba", "departure": "none"}}
		shown := [tail(duty), "/responsibilities/departure"]

		verdict(envelope(bare)) == only({"deny": {breach("departure_not_recorded", duty, aoba_names, [tail(duty)])}})
		verdict(envelope(none)) == only({"deny": {breach("departure_not_recorded", duty, aoba_names, shown)}})
	}
}

test_deny_departure_that_an_agreement_of_others_or_out_of_force_records if {
	others := breach("departure_between_others", "exPost", aoba_names, [
		tail("exPost"),
		"/responsibilities/departure/agreement",
	])
	lapsed := object.union(others, {
		"code": "departure_not_in_force",
		"pointers": [concat("", [place, tail("exPost")]), "/declarations/d/agreements/care"],
	})

	verdict(departing({"departure": recorded}, {"between": ["aoba", "kita"]})) == only({"deny": {others}})
	verdict(departing({"departure": recorded}, {"validTo": "2026-11-21"})) == only({"deny": {lapsed}})
	verdict(departing({"departure": recorded}, {"validFrom": "2026-11-23"})) == only({"deny": {lapsed}})
}

test_deny_holder_that_is_neither_the_source_nor_the_destination_whatever_is_shown if {
	every holder in ["net", "kita", "maker"] {
		found := breach("responsibility_elsewhere", "exPost", holder, [tail("exPost")])
		patch := {"responsibilities": {"exPost": holder, "departure": recorded}}

		verdict(envelope(patch)) == only({"deny": {found}})
		verdict(envelope(object.union(patch, {
			"provision": {"midori": {"receipt": "none"}},
			"responsibilities": {"ordinaryOperation": "aoba"},
		}))) == only({"deny": {found}})
	}
}

test_deny_nobody if {
	nobody := {"en": "nobody", "ja": "なし"}
	found := breach("responsibility_with_nobody", "ordinaryOperation", nobody, [tail("ordinaryOperation")])

	verdict(envelope({"responsibilities": {"ordinaryOperation": "none"}})) == only({"deny": {found}})
}

test_deny_once_what_is_stated_for_all_destinations if {
	patch := object.union(to_both, {
		"provision": {"kita": proper},
		"responsibilities": {"ordinaryOperation": {"midori": "midori", "kita": "kita"}, "exPost": "net"},
	})
	found := object.union(
		breach("responsibility_elsewhere", "exPost", "net", [tail("exPost")]),
		{"values": {"destinations": ["Kita", "midori"]}},
	)

	verdict(envelope(patch)) == only({"deny": {found}})
}

test_deny_one_destination_for_another if {
	patch := object.union(to_both, {"provision": {"kita": proper}})
	found := {object.union(
		breach("responsibility_elsewhere", duty, "midori", [tail(duty)]),
		{"values": {"destinations": ["Kita"]}},
	) |
		some duty in ["ordinaryOperation", "exPost"]
	}

	verdict(envelope(patch)) == only({"deny": found})
}

test_deny_both_responsibilities_at_once if {
	verdict(envelope({"responsibilities": {"ordinaryOperation": "net", "exPost": "aoba"}})) == only({"deny": {
		breach("responsibility_elsewhere", "ordinaryOperation", "net", [tail("ordinaryOperation")]),
		breach("departure_not_recorded", "exPost", aoba_names, [tail("exPost")]),
	}})
}

test_deny_basis_that_is_stated_as_none if {
	found := {"code": "no_basis", "subject": referral, "pointers": [concat("", [place, "/basis"])], "values": {}}

	every holder in ["aoba", "midori"] {
		verdict(envelope({"basis": "none", "responsibilities": {"exPost": holder}})) == only({"deny": {found}})
		verdict(envelope({"basis": "none", "provision": "none", "responsibilities": {"exPost": holder}})) == only({"deny": {
			found,
		}})
	}
	verdict(without(envelope({"basis": "none"}), ["responsibilities", "provision"])) == only({"deny": {found}})
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
	every holder in ["aoba", "midori"] {
		given := without(envelope({"responsibilities": {"exPost": holder}}), ["basis"])

		verdict(given) == only({"undetermined": {unstated("exchanges.referral.basis")}})
		verdict(without(given, ["provision"])) == only({"undetermined": {unstated("exchanges.referral.basis")}})
	}
}

test_deny_and_undetermined_when_the_basis_is_not_stated_and_the_provider_bears_a_responsibility if {
	given := without(envelope({"responsibilities": {"exPost": "net"}}), ["basis"])

	verdict(given) == only({
		"deny": {breach("responsibility_elsewhere", "exPost", "net", [tail("exPost")])},
		"undetermined": {unstated("exchanges.referral.basis")},
	})
}

test_undetermined_when_nothing_shows_whether_the_provision_is_proper_whoever_of_the_two_holds if {
	every holder in ["aoba", "midori"] {
		duties := {"responsibilities": {"ordinaryOperation": holder, "exPost": holder, "departure": recorded}}

		every absent, field in {
			"provision": "provision.midori",
			"provision/midori": "provision.midori",
			"provision/midori/legalGround": "provision.midori.legalGround",
			"provision/midori/receipt": "provision.midori.receipt",
		} {
			found := unstated(concat(".", ["exchanges.referral", field]))

			verdict(without(envelope(duties), [absent])) == only({"undetermined": {found}})
		}
	}
}

test_deny_and_undetermined_when_the_provider_holds_and_nothing_shows_the_provision_to_be_proper if {
	given := without(envelope({"responsibilities": {"exPost": "net"}}), ["provision/midori/receipt"])

	verdict(given) == only({
		"deny": {breach("responsibility_elsewhere", "exPost", "net", [tail("exPost")])},
		"undetermined": {unstated("exchanges.referral.provision.midori.receipt")},
	})
}

test_undetermined_when_a_holder_is_not_stated if {
	every absent, fields in {
		"responsibilities": ["ordinaryOperation", "exPost"],
		"responsibilities/ordinaryOperation": ["ordinaryOperation"],
		"responsibilities/exPost": ["exPost"],
	} {
		found := {unstated(concat(".", ["exchanges.referral.responsibilities", field])) | some field in fields}

		verdict(without(envelope({}), [absent])) == only({"undetermined": found})
		verdict(without(envelope({"provision": {"midori": {"receipt": "none"}}}), [absent])).undetermined == found
	}
}

test_undetermined_when_one_destination_of_two_has_no_holder_or_no_provision if {
	each := {"midori": "midori", "kita": "kita"}
	duties := {"ordinaryOperation": each, "exPost": {"midori": "midori"}}
	held := object.union(to_both, {"provision": {"kita": proper}, "responsibilities": duties})
	silent := object.union(to_both, {"responsibilities": {"ordinaryOperation": each, "exPost": each}})

	verdict(envelope(held)) == only({"undetermined": {unstated("exchanges.referral.responsibilities.exPost.kita")}})
	verdict(envelope(silent)) == only({"undetermined": {unstated("exchanges.referral.provision.kita")}})
}

test_undetermined_when_the_departure_says_too_little if {
	departure := "exchanges.referral.responsibilities.departure"

	every field, stated in {
		"agreement": {"reason": "提供元で予後を診る"},
		"reason": {"agreement": "care"},
	} {
		verdict(departing({"departure": stated}, {})) == only({"undetermined": {unstated(concat(".", [departure, field]))}})
	}

	endless := json.remove(departing({"departure": recorded}, {}), ["declarations/d/agreements/care/validTo"])
	verdict(endless) == only({"undetermined": {unstated("agreements.care.validTo")}})
}

test_allow_departure_that_nobody_needs if {
	every departure in [{}, {"reason": "提供元で予後を診る"}, recorded, "none"] {
		verdict(envelope({"responsibilities": {"departure": departure}})) == only({"satisfied": {referral}})
		verdict(providing_and("aoba", {"receipt": "none"}, {"departure": departure})) == only({"satisfied": {referral}})
	}
}

test_allow_and_deny_each_exchange_on_one_line_by_its_own_basis if {
	kept := {"responsibilities": {"exPost": "aoba"}}
	given := declaring({"exchanges": {
		"images": object.union(exchange, object.union(kept, {"basis": "entrustment"})),
		"letters": object.union(exchange, kept),
	}})
	found := object.union(breach("departure_not_recorded", "exPost", aoba_names, [tail("exPost")]), {
		"subject": "d/exchanges/letters",
		"pointers": ["/declarations/d/exchanges/letters/responsibilities/exPost"],
	})

	verdict(given) == {
		"applies": {referral, "d/exchanges/letters"},
		"satisfied": {referral},
		"deny": {found},
		"undetermined": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	astray := {"responsibilities": {"exPost": "net"}}

	every patch in [
		{"data": "other"},
		{"basis": "entrustment"},
		by_law({"law": "感染症法", "article": "第12条"}),
		{"destinations": {"parties": []}},
		{"destinations": {"parties": [], "others": "unidentified"}},
		{"path": {"routeSecuredBy": "none"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
	] {
		verdict(envelope(object.union(astray, patch))) == only({"applies": set()})
	}
}

recorded := {"reason": "提供元で予後を診る", "agreement": "care"}

to_both := {"destinations": {"parties": ["midori", "kita"]}}

proper := {"legalGround": {"ground": "consent"}, "receipt": "confirmed"}

improper := {
	[]: "none",
	["legalGround"]: {"legalGround": "none", "receipt": "confirmed"},
	["receipt"]: {"legalGround": {"ground": "consent"}, "receipt": "none"},
	["legalGround", "law"]: {"legalGround": {"ground": "exception", "law": "none"}, "receipt": "confirmed"},
}

tail(duty) := concat("/", ["/responsibilities", duty])

breach(code, duty, holder, tails) := {
	"code": code,
	"subject": referral,
	"pointers": [concat("", [place, one]) | some one in tails],
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
	"exchanges": {"referral": {"responsibilities": object.union({"exPost": "aoba"}, stated)}},
})

providing(fields) := envelope({"provision": {"midori": fields}})

providing_for(holder, provision) := providing_and(holder, provision, {})

providing_and(holder, provision, stated) := envelope({
	"provision": {"midori": provision},
	"responsibilities": object.union({"ordinaryOperation": holder, "exPost": holder}, stated),
})

envelope(patch) := declaring({"exchanges": {"referral": patch}})

without(given, fields) := json.remove(given, [concat("/", ["declarations/d/exchanges/referral", field]) |
	some field in fields
])

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
	"basis": "third-party-provision",
	"provision": {"midori": proper},
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "net",
		"routersConfiguredBy": {"aoba": "net", "midori": "net", "kita": "net"},
		"provider": "net",
	},
	"responsibilities": {"ordinaryOperation": "midori", "exPost": "midori"},
}
