package bunkaiten_test.requirements.provider_edge_encryption.provider_duties_are_agreed

import data.bunkaiten.requirements.provider_edge_encryption.provider_duties_are_agreed as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

with_aoba := {"one": aoba_names, "other": "carrier"}

with_midori := {"one": "midori", "other": "carrier"}

four := ["eavesdropping", "tampering", "intrusion", "availability"]

test_allow_all_four_in_one_contract_of_three if {
	verdict(agreeing({"net": paper(["aoba", "carrier", "midori"], four)})) == only({"satisfied": {referral}})
}

test_allow_obstruction_whether_it_is_settled_or_not if {
	given := agreeing({"net": paper(["aoba", "carrier", "midori"], array.concat(four, ["obstruction"]))})

	verdict(given) == only({"satisfied": {referral}})
}

test_allow_a_contract_for_each_institution_and_matters_in_several if {
	given := agreeing({
		"hospital": paper(["aoba", "carrier"], ["eavesdropping", "tampering"]),
		"hospital-sla": object.union(paper(["carrier", "aoba"], ["intrusion", "availability"]), {"form": "sla"}),
		"clinic": paper(["midori", "carrier"], four),
	})

	verdict(given) == only({"satisfied": {referral}})
}

test_allow_first_and_last_day if {
	every days in [
		{"validFrom": "2026-11-22"},
		{"validTo": "2026-11-22"},
		{"validTo": "2026-03-31", "renewal": "automatic"},
	] {
		given := agreeing({"net": object.union(paper(["aoba", "carrier", "midori"], four), days)})

		verdict(given) == only({"satisfied": {referral}})
	}
}

test_allow_every_provider_of_the_path_with_its_contract if {
	given := secured_by_guard({
		"net": paper(["aoba", "carrier", "midori"], four),
		"guard": paper(["aoba", "guard", "midori"], four),
	})

	verdict(given) == only({"satisfied": {referral}})
}

test_deny_each_matter_that_one_institution_has_not_settled if {
	every matter in four {
		given := agreeing({
			"hospital": paper(["aoba", "carrier"], four),
			"clinic": paper(["midori", "carrier"], [each | some each in four; each != matter]),
		})

		verdict(given) == only({"deny": {not_settled(with_midori, "clinic", ["clinic"], [matter])}})
	}
}

test_deny_several_matters_in_one_finding_in_the_order_of_the_text if {
	given := agreeing({
		"hospital": paper(["aoba", "carrier"], []),
		"clinic": paper(["midori", "carrier"], ["obstruction", "tampering"]),
	})

	verdict(given) == only({"deny": {
		not_settled(with_aoba, "hospital", ["hospital"], four),
		not_settled(with_midori, "clinic", ["clinic"], ["eavesdropping", "intrusion", "availability"]),
	}})
}

test_deny_where_no_agreement_is_named_between_the_two if {
	given := agreeing({
		"hospital": paper(["aoba", "carrier"], four),
		"ends": paper(["aoba", "midori"], four),
		"other": paper(["midori", "guard"], four),
	})

	verdict(given) == only({"deny": {no_agreement(with_midori, four)}})
}

test_deny_where_there_are_no_agreements_at_all if {
	every given in [agreeing("none"), without(agreeing("none"), "agreements")] {
		verdict(given) == only({"deny": {no_agreement(with_aoba, four), no_agreement(with_midori, four)}})
	}
}

test_deny_a_provider_of_the_path_without_a_contract if {
	given := secured_by_guard({"net": paper(["aoba", "carrier", "midori"], four)})

	verdict(given) == only({"deny": {
		no_agreement({"one": aoba_names, "other": "guard"}, four),
		no_agreement({"one": "midori", "other": "guard"}, four),
	}})
}

test_deny_a_contract_that_is_not_in_force if {
	every patch, field in {
		{"validTo": "2026-11-21"}: "validTo",
		{"validFrom": "2026-11-23"}: "validFrom",
		{"signedOn": "2026-11-23"}: "signedOn",
		{"signedBy": ["carrier"]}: "signedBy",
		{"form": "minute", "signedBy": []}: "signedBy",
	} {
		given := agreeing({
			"hospital": paper(["aoba", "carrier"], four),
			"clinic": object.union(paper(["midori", "carrier"], four), patch),
		})

		verdict(given) == only({"deny": {not_in_force(with_midori, ["clinic", field], ["clinic"], four)}})
	}
}

test_deny_matters_apart_that_failed_in_different_ways if {
	ended := {"validTo": "2026-11-21"}
	given := agreeing({
		"hospital": paper(["aoba", "carrier"], four),
		"old": object.union(paper(["midori", "carrier"], ["tampering", "availability"]), ended),
		"older": object.union(paper(["midori", "carrier"], ["tampering", "eavesdropping"]), ended),
	})

	verdict(given) == only({"deny": {
		not_in_force(with_midori, ["older", "validTo"], ["older"], ["eavesdropping"]),
		not_in_force(with_midori, ["old", "validTo"], ["old", "older"], ["tampering"]),
		not_in_force(with_midori, ["old", "validTo"], ["old"], ["availability"]),
		no_agreement(with_midori, ["intrusion"]),
	}})
}

test_undetermined_while_an_agreement_says_too_little if {
	every field in ["settles", "validFrom", "validTo", "form"] {
		given := without(
			agreeing({"net": paper(["aoba", "carrier", "midori"], four)}),
			concat("/", ["agreements/net", field]),
		)

		verdict(given) == only({"undetermined": {unstated("net", field)}})
	}
}

test_undetermined_when_nobody_says_who_signed_a_minute if {
	given := agreeing({"net": object.union(paper(["aoba", "carrier", "midori"], four), {"form": "minute"})})

	verdict(given) == only({"undetermined": {unstated("net", "signedBy")}})
}

test_deny_and_undetermined_two_faults_at_once if {
	given := agreeing({
		"hospital": object.remove(paper(["aoba", "carrier"], four), ["validTo"]),
		"clinic": paper(["midori", "carrier"], ["tampering", "intrusion", "availability"]),
	})

	verdict(given) == only({
		"deny": {not_settled(with_midori, "clinic", ["clinic"], ["eavesdropping"])},
		"undetermined": {unstated("hospital", "validTo")},
	})
}

test_deny_and_undetermined_where_one_matter_lacks_and_another_is_open if {
	given := agreeing({
		"net": paper(["aoba", "carrier", "midori"], ["tampering", "intrusion"]),
		"sla": object.remove(paper(["aoba", "carrier", "midori"], ["availability"]), ["validFrom"]),
	})

	verdict(given) == only({
		"deny": {
			not_settled(with_aoba, "net", ["net"], ["eavesdropping"]),
			not_settled(with_midori, "net", ["net"], ["eavesdropping"]),
		},
		"undetermined": {unstated("sla", "validFrom")},
	})
}

test_deny_only_the_exchange_that_is_encrypted_from_the_edge if {
	films := object.union(exchange, {"encryption": end_to_end})
	own := object.union(exchange, {"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}})
	given := declaring({"agreements": "none", "exchanges": {"referral": exchange, "films": films, "own": own}})

	verdict(given) == only({"deny": {no_agreement(with_aoba, four), no_agreement(with_midori, four)}})
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"encryption": end_to_end},
		{"encryption": "none"},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba"}}},
		{"path": {"routeSecuredBy": "none"}},
	] {
		given := declaring({"agreements": "none", "exchanges": {"referral": object.union(exchange, patch)}})

		verdict(given) == only({"applies": set()})
	}
}

end_to_end := {"begins": {"operatedBy": "aoba"}, "ends": {"midori": {"operatedBy": "midori"}}}

no_agreement(pair, matters) := finding("no_agreement", [place], pair, matters)

not_settled(pair, first, agreements, matters) := finding(
	"matter_not_settled",
	[place, concat("/", ["/declarations/d/agreements", first, "settles"])],
	object.union(pair, {"agreements": agreements}),
	matters,
)

not_in_force(pair, steps, agreements, matters) := finding(
	"agreement_not_in_force",
	[place, concat("/", array.concat(["/declarations/d/agreements"], steps))],
	object.union(pair, {"agreements": agreements}),
	matters,
)

finding(code, pointers, values, matters) := {
	"code": code,
	"subject": referral,
	"pointers": pointers,
	"values": object.union(values, {"matters": [said[matter] | some matter in matters]}),
}

said := {
	"eavesdropping": {"en": "eavesdropping", "ja": "盗聴（eavesdropping）"},
	"tampering": {"en": "tampering", "ja": "改ざん（tampering）"},
	"intrusion": {"en": "intrusion", "ja": "侵入（intrusion）"},
	"availability": {"en": "availability", "ja": "可用性等の品質（availability）"},
}

unstated(agreement, field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d/agreements", agreement, field])],
	"values": {"field": concat(".", ["spec.agreements", agreement, field])},
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

agreeing(agreements) := declaring({"agreements": agreements, "exchanges": {"referral": exchange}})

secured_by_guard(agreements) := declaring({
	"agreements": agreements,
	"exchanges": {"referral": object.union(exchange, {"path": {"routeSecuredBy": "guard"}})},
})

without(given, field) := json.remove(given, [concat("/", ["declarations/d", field])])

declaring(written) := {
	"declarations": {"d": object.union({"parties": parties}, written)},
	"context": {"as_of": "2026-11-22"},
}

parties := {
	"aoba": {"role": "institution", "name": aoba_names},
	"midori": {"role": "institution"},
	"carrier": {"role": "provider"},
	"guard": {"role": "provider"},
}

paper(between, settles) := {
	"form": "contract",
	"between": between,
	"validFrom": "2026-04-01",
	"validTo": "open",
	"settles": settles,
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
}
