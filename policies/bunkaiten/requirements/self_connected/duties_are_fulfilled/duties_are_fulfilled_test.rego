package bunkaiten_test.requirements.self_connected.duties_are_fulfilled

import data.bunkaiten.requirements.self_connected.duties_are_fulfilled as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

aoba_names := {"en": "Aoba Hospital", "ja": "あおば病院"}

midori_names := {"en": "Midori Clinic", "ja": "みどり診療所"}

to_both := {"destinations": {"parties": ["kita", "midori"]}}

third_party := {
	"basis": "third-party-provision",
	"provision": {"midori": {"legalGround": {"ground": "consent"}, "receipt": "confirmed"}},
}

test_allow_terms_of_entrustment_settled_by_an_agreement_in_force if {
	every patch in [
		{},
		{"validFrom": "2026-11-22"},
		{"validTo": "2026-11-22"},
		{"validFrom": "2026-11-22", "validTo": "2026-11-22"},
		{"validTo": "open"},
		{"settles": ["outage-response", "entrustment-terms"]},
		{"signedBy": ["midori", "aoba"]},
		{"between": ["kita", "midori", "aoba"]},
		{"between": ["kita", "midori", "aoba"], "signedBy": ["aoba", "midori"]},
		{"renewal": "automatic"},
		{"renewal": "automatic", "validTo": "2026-11-22"},
		{"renewal": "none"},
	] {
		verdict(agreed(patch)) == only({"satisfied": {referral}})
	}
}

test_allow_minute_or_letter_that_both_signed if {
	every form in ["minute", "letter"] {
		verdict(agreed({"form": form, "signedBy": ["aoba", "midori"]})) == only({"satisfied": {referral}})
	}
}

test_allow_one_agreement_of_two_that_settles_the_terms if {
	every other in [
		{"settles": []},
		{"settles": ["outage-response"]},
		{"validTo": "2026-11-21"},
		{"validFrom": "2026-11-23"},
		{"form": "minute"},
		{"form": "minute", "signedBy": []},
		{"between": ["aoba", "carrier"]},
	] {
		verdict(declaring({"agreements": {"another": object.union(care, other)}})) == only({"satisfied": {referral}})
	}

	silent := json.remove(care, ["settles", "validFrom"])
	verdict(declaring({"agreements": {"another": silent}})) == only({"satisfied": {referral}})
}

test_allow_entrustment_under_which_both_fulfil_their_duties if {
	every fulfilled in [["aoba", "midori"], ["midori", "kita", "aoba"]] {
		verdict(envelope({"entrustment": {"fulfilledBy": fulfilled}})) == only({"satisfied": {referral}})
	}
}

test_allow_entrustment_whatever_is_said_of_third_party_provision if {
	verdict(envelope({"provision": "none"})) == only({"satisfied": {referral}})
}

test_allow_provision_that_is_shown_proper if {
	every ground in [
		{"ground": "consent"},
		{"ground": "consent", "law": "none"},
		{"ground": "exception", "law": "個人情報保護法"},
		{"ground": "exception", "law": {"en": "Personal Information Protection Act", "ja": "個人情報保護法"}},
	] {
		patch := {"provision": {"midori": {"legalGround": ground}}}

		verdict(envelope(object.union(third_party, patch))) == only({"satisfied": {referral}})
	}
}

test_allow_provision_that_is_shown_proper_whatever_is_said_of_entrustment if {
	patch := object.union(third_party, {"entrustment": {"fulfilledBy": []}})

	every agreements in ["none", {"care": {"settles": []}}] {
		given := declaring({"agreements": agreements, "exchanges": {"referral": patch}})

		verdict(given) == only({"satisfied": {referral}})
	}
}

test_allow_open_list_whose_named_destinations_fulfil_their_duties if {
	verdict(envelope({"destinations": {"others": "unidentified"}})) == only({"satisfied": {referral}})
}

test_allow_carrier_line_with_own_routers_and_telephone_network if {
	every path in [
		{"medium": "closed-ip", "routeSecuredBy": "carrier", "provider": "carrier"},
		{"medium": "telephone", "routersConfiguredBy": {"aoba": "carrier", "midori": "carrier"}},
	] {
		verdict(envelope({"path": path})) == only({"satisfied": {referral}})
	}
}

test_deny_exchange_that_is_stated_to_have_no_basis if {
	found := finding("no_basis", "/basis", {})

	every patch in [{}, to_both, {"entrustment": {"fulfilledBy": []}}, {"provision": "none"}] {
		verdict(envelope(object.union(patch, {"basis": "none"}))) == only({"deny": {found}})
	}
}

test_deny_entrustment_without_any_agreement_towards_each_destination if {
	towards_midori := no_agreements(midori_names)

	verdict(declaring({"agreements": "none"})) == only({"deny": {towards_midori}})
	verdict(declaring({"agreements": "none", "exchanges": {"referral": to_both}})) == only({"deny": {
		towards_midori,
		no_agreements("kita"),
	}})
}

test_deny_agreement_in_force_that_settles_something_else if {
	every settles in [[], ["outage-response"], ["third-party-terms", "management-division"]] {
		verdict(agreed({"settles": settles})) == only({"deny": {unsettled(midori_names, ["care"])}})
	}
}

test_deny_agreements_in_force_of_which_none_settles_the_terms if {
	agreements := {
		"care": {"settles": []},
		"annex": object.union(care, {"settles": ["intrusion"]}),
		"former": object.union(care, {"validTo": "2026-11-21"}),
		"unsigned": object.union(care, {"form": "letter", "settles": ["intrusion"]}),
	}

	verdict(declaring({"agreements": agreements})) == only({"deny": {unsettled(midori_names, ["annex", "care"])}})
}

test_deny_agreement_that_is_said_to_settle_nothing_beside_one_out_of_force_that_says_nothing if {
	former := object.union(json.remove(care, ["settles"]), {"validTo": "2026-11-21"})
	given := declaring({"agreements": {"care": {"settles": []}, "former": former}})

	verdict(given) == only({"deny": {unsettled(midori_names, ["care"])}})
}

test_deny_entrustment_without_terms_although_a_provision_would_be_proper if {
	given := declaring({
		"agreements": {"care": {"settles": []}},
		"exchanges": {"referral": object.union(third_party, {"basis": "entrustment"})},
	})

	verdict(given) == only({"deny": {unsettled(midori_names, ["care"])}})
}

test_deny_institutions_that_do_not_fulfil_their_duties if {
	every given in [
		{"fulfilled": ["midori"], "idle": {idle(aoba_names)}},
		{"fulfilled": ["aoba"], "idle": {idle(midori_names)}},
		{"fulfilled": ["kita"], "idle": {idle(aoba_names), idle(midori_names)}},
		{"fulfilled": [], "idle": {idle(aoba_names), idle(midori_names)}},
	] {
		patch := {"entrustment": {"fulfilledBy": given.fulfilled}}

		verdict(envelope(patch)) == only({"deny": given.idle})
	}
}

test_deny_terms_that_are_not_settled_and_duties_not_fulfilled_at_once if {
	given := declaring({
		"agreements": {"care": {"settles": []}},
		"exchanges": {"referral": {"entrustment": {"fulfilledBy": ["aoba"]}}},
	})

	verdict(given) == only({"deny": {unsettled(midori_names, ["care"]), idle(midori_names)}})
}

test_deny_provision_of_which_any_part_is_stated_as_none if {
	every given in [
		{"provision": "none", "denied": [[]]},
		{"provision": {"midori": "none"}, "denied": [["midori"]]},
		{"provision": {"midori": {"legalGround": "none"}}, "denied": [["midori", "legalGround"]]},
		{"provision": {"midori": {"receipt": "none"}}, "denied": [["midori", "receipt"]]},
		{
			"provision": {"midori": {"legalGround": "none", "receipt": "none"}},
			"denied": [["midori", "legalGround"], ["midori", "receipt"]],
		},
		{
			"provision": {"midori": {"legalGround": {"ground": "exception", "law": "none"}}},
			"denied": [["midori", "legalGround", "law"]],
		},
	] {
		patch := object.union(third_party, {"provision": given.provision})
		denied := {improper(fields, midori_names) | some fields in given.denied}

		verdict(envelope(patch)) == only({"deny": denied})
	}
}

test_deny_provision_to_each_destination_where_there_is_none if {
	patch := object.union(object.union(third_party, to_both), {"provision": "none"})

	verdict(envelope(patch)) == only({"deny": {improper([], midori_names), improper([], "kita")}})
}

test_deny_and_undetermined_when_one_part_of_a_provision_is_none_and_the_other_is_not_stated if {
	every given in [
		{"provision": {"legalGround": "none"}, "denied": "legalGround", "absent": "receipt"},
		{"provision": {"receipt": "none"}, "denied": "receipt", "absent": "legalGround"},
	] {
		patch := {"basis": "third-party-provision", "provision": {"midori": given.provision}}

		verdict(envelope(patch)) == only({
			"deny": {improper(["midori", given.denied], midori_names)},
			"undetermined": {unstated(concat(".", [in_exchange, "provision.midori", given.absent]))},
		})
	}
}

test_deny_and_undetermined_when_a_duty_is_not_fulfilled_and_the_terms_are_not_stated if {
	given := json.remove(
		envelope({"entrustment": {"fulfilledBy": ["aoba"]}}),
		["declarations/d/agreements/care/settles"],
	)

	verdict(given) == only({
		"deny": {idle(midori_names)},
		"undetermined": {unstated("agreements.care.settles")},
	})
}

test_deny_one_destination_of_two_whose_terms_are_not_settled if {
	with_kita := object.union(care, {"between": ["aoba", "kita"], "settles": []})
	given := declaring({"agreements": {"with-kita": with_kita}, "exchanges": {"referral": to_both}})

	verdict(given) == only({"deny": {unsettled("kita", ["with-kita"])}})
}

test_deny_one_destination_of_two_to_which_provision_is_not_proper if {
	provision := {"kita": {"legalGround": {"ground": "consent"}, "receipt": "none"}}
	patch := object.union(object.union(third_party, to_both), {"provision": provision})

	verdict(envelope(patch)) == only({"deny": {improper(["kita", "receipt"], "kita")}})
}

test_deny_law_that_is_stated_as_none if {
	every statute, fields in {
		"none": ["statute"],
		{"law": "none"}: ["statute.law"],
		{"law": "感染症法", "article": "none"}: ["statute.article"],
		{"law": "none", "article": "none"}: ["statute.law", "statute.article"],
	} {
		found := {
			"code": "no_law",
			"subject": referral,
			"pointers": [concat("/", [place, replace(field, ".", "/")]) | some field in fields],
			"values": {"fields": fields},
		}

		every patch in [{}, to_both, {"entrustment": {"fulfilledBy": []}}, {"provision": "none"}] {
			by_law := {"basis": "statutory", "statute": statute}

			verdict(envelope(object.union(patch, by_law))) == only({"deny": {found}})
		}
	}
}

test_undetermined_when_the_law_is_claimed_and_not_cited if {
	law := unstated(concat(".", [in_exchange, "statute", "law"]))
	article := unstated(concat(".", [in_exchange, "statute", "article"]))

	every patch in [{}, to_both, {"provision": "none"}, {"entrustment": {"fulfilledBy": []}}] {
		by_law := object.union(patch, {"basis": "statutory"})
		with_law := object.union(by_law, {"statute": {"law": "感染症法"}})
		with_article := object.union(by_law, {"statute": {"article": "第12条"}})

		verdict(envelope(by_law)) == only({"undetermined": {law, article}})
		verdict(envelope(with_law)) == only({"undetermined": {article}})
		verdict(envelope(with_article)) == only({"undetermined": {law}})
	}
}

test_undetermined_when_the_basis_is_not_stated if {
	found := unstated(concat(".", [in_exchange, "basis"]))

	every patch in [{}, to_both, {"provision": "none"}, {"entrustment": {"fulfilledBy": []}}] {
		given := json.remove(envelope(patch), ["declarations/d/exchanges/referral/basis"])

		verdict(given) == only({"undetermined": {found}})
	}
}

test_undetermined_when_the_agreement_says_too_little if {
	every fields in [["settles"], ["validFrom"], ["validTo"], ["form"], ["settles", "validTo", "form"]] {
		paths := [concat("/", ["declarations/d/agreements/care", field]) | some field in fields]
		absent := {unstated(concat(".", ["agreements.care", field])) | some field in fields}

		verdict(json.remove(envelope({}), paths)) == only({"undetermined": absent})
	}
}

test_undetermined_when_the_form_of_a_paper_that_both_signed_is_not_stated if {
	signed := agreed({"signedBy": ["aoba", "midori"]})
	given := json.remove(signed, ["declarations/d/agreements/care/form"])

	verdict(given) == only({"undetermined": {unstated("agreements.care.form")}})
}

test_undetermined_when_nobody_says_who_signed_a_minute_or_a_letter if {
	every form in ["minute", "letter"] {
		found := unstated("agreements.care.signedBy")

		verdict(agreed({"form": form})) == only({"undetermined": {found}})
	}
}

test_undetermined_when_an_agreement_in_force_settles_nothing_but_another_may if {
	silent := json.remove(care, ["settles"])
	endless := json.remove(care, ["validTo"])
	given := declaring({"agreements": {"care": {"settles": []}, "annex": silent, "frame": endless}})

	verdict(given) == only({"undetermined": {
		unstated("agreements.annex.settles"),
		unstated("agreements.frame.validTo"),
	}})
}

test_deny_agreement_on_the_terms_that_is_stated_not_to_be_in_force if {
	every patch, field in {
		{"validTo": "2026-11-21"}: "validTo",
		{"validTo": "2026-11-21", "renewal": "none"}: "validTo",
		{"validFrom": "2026-11-23"}: "validFrom",
		{"validFrom": "2026-11-23", "validTo": "2026-11-21", "renewal": "automatic"}: "validFrom",
		{"signedOn": "2026-11-23"}: "signedOn",
		{"form": "minute", "signedBy": ["aoba"]}: "signedBy",
		{"form": "letter", "signedBy": ["midori", "kita"]}: "signedBy",
		{"form": "contract", "signedBy": ["aoba"]}: "signedBy",
		{"form": "minute", "signedBy": []}: "signedBy",
	} {
		verdict(agreed(patch)) == only({"deny": {lapsed(midori_names, ["care"], field)}})
	}

	also := {"annex": object.union(care, {"validTo": "2025-03-31"}), "care": {"validTo": "2026-11-21"}}
	verdict(declaring({"agreements": also})) == only({"deny": {lapsed(midori_names, ["annex", "care"], "validTo")}})
}

test_undetermined_when_no_agreement_with_the_destination_is_in_force_or_settled_the_terms if {
	every patch in [
		{"between": ["aoba", "kita"]},
		{"between": ["midori", "kita"]},
		{"validTo": "2026-11-21", "settles": []},
		{"validTo": "2026-11-21", "settles": ["outage-response"]},
	] {
		verdict(agreed(patch)) == only({"undetermined": {not_in_force(midori_names)}})
	}

	silent := json.remove(agreed({"validTo": "2026-11-21"}), ["declarations/d/agreements/care/settles"])
	verdict(silent) == only({"undetermined": {not_in_force(midori_names)}})
}

test_undetermined_when_an_agreement_with_somebody_else_says_too_little if {
	every parties in [["aoba", "kita"], ["midori", "kita"]] {
		given := json.remove(agreed({"between": parties}), [
			"declarations/d/agreements/care/settles",
			"declarations/d/agreements/care/validTo",
		])

		verdict(given) == only({"undetermined": {not_in_force(midori_names)}})
	}
}

test_undetermined_when_agreements_are_not_stated if {
	given := json.remove(envelope({}), ["declarations/d/agreements"])

	verdict(given) == only({"undetermined": {not_in_force(midori_names)}})
}

test_undetermined_when_one_destination_of_two_has_no_agreement if {
	verdict(envelope(to_both)) == only({"undetermined": {not_in_force("kita")}})
}

test_undetermined_when_the_provision_is_not_stated if {
	provision := concat(".", [in_exchange, "provision"])

	every given in [
		{"provision": {}, "absent": ["midori"]},
		{"provision": {"kita": "none"}, "absent": ["midori"]},
		{"provision": {"midori": {}}, "absent": ["midori.legalGround", "midori.receipt"]},
		{"provision": {"midori": {"receipt": "confirmed"}}, "absent": ["midori.legalGround"]},
		{"provision": {"midori": {"legalGround": {"ground": "consent"}}}, "absent": ["midori.receipt"]},
		{
			"provision": {"midori": {"legalGround": {"ground": "exception"}, "receipt": "confirmed"}},
			"absent": ["midori.legalGround.law"],
		},
		{
			"provision": {"midori": {"legalGround": {"law": "個人情報保護法"}, "receipt": "confirmed"}},
			"absent": ["midori.legalGround.ground"],
		},
	] {
		patch := {"basis": "third-party-provision", "provision": given.provision}
		absent := {unstated(concat(".", [provision, field])) | some field in given.absent}

		verdict(envelope(patch)) == only({"undetermined": absent})
	}
}

test_undetermined_when_nothing_at_all_is_said_of_the_provision_to_each_destination if {
	patch := object.union(to_both, {"basis": "third-party-provision"})

	verdict(envelope(patch)) == only({"undetermined": {
		unstated(concat(".", [in_exchange, "provision.kita"])),
		unstated(concat(".", [in_exchange, "provision.midori"])),
	}})
}

test_undetermined_when_the_provision_to_one_destination_of_two_is_not_stated if {
	every given in [
		{"provision": {}, "absent": "kita"},
		{"provision": {"kita": {"receipt": "confirmed"}}, "absent": "kita.legalGround"},
	] {
		patch := object.union(object.union(third_party, to_both), {"provision": given.provision})
		found := unstated(concat(".", [in_exchange, "provision", given.absent]))

		verdict(envelope(patch)) == only({"undetermined": {found}})
	}
}

test_note_agreement_that_is_in_force_only_because_it_renews_itself if {
	given := agreed({"validTo": "2026-11-21", "renewal": "automatic"})

	verdict(given) == only({"satisfied": {referral}, "note": {renewed("care", "2026-11-21")}})
}

test_note_renewed_agreement_that_a_denial_leans_on if {
	given := agreed({"validTo": "2026-11-21", "renewal": "automatic", "settles": []})

	verdict(given).note == {renewed("care", "2026-11-21")}
	count(verdict(given).deny) == 1
}

test_note_only_the_agreement_of_two_that_renewed_itself if {
	annex := object.union(care, {"validTo": "2025-03-31", "renewal": "automatic"})

	verdict(declaring({"agreements": {"annex": annex}})) == only({
		"satisfied": {referral},
		"note": {renewed("annex", "2025-03-31")},
	})
}

test_note_renewed_agreement_although_a_duty_is_not_fulfilled if {
	given := declaring({
		"agreements": {"care": {"validTo": "2026-11-21", "renewal": "automatic"}},
		"exchanges": {"referral": {"entrustment": {"fulfilledBy": ["aoba"]}}},
	})

	verdict(given) == only({"deny": {idle(midori_names)}, "note": {renewed("care", "2026-11-21")}})
}

test_note_no_renewed_agreement_with_somebody_else if {
	every parties in [["aoba", "kita"], ["midori", "kita"]] {
		other := object.union(care, {"between": parties, "validTo": "2026-11-21", "renewal": "automatic"})

		verdict(declaring({"agreements": {"other": other}})) == only({"satisfied": {referral}})
	}
}

test_note_no_renewed_agreement_where_third_party_provision_needs_none if {
	given := declaring({
		"agreements": {"care": {"validTo": "2026-11-21", "renewal": "automatic"}},
		"exchanges": {"referral": third_party},
	})

	verdict(given) == only({"satisfied": {referral}})
}

test_allow_and_deny_two_exchanges_on_one_line_by_their_own_bases if {
	bare := json.remove(object.union(exchange, {"basis": "third-party-provision"}), ["provision"])
	images := object.union(bare, {"provision": {"midori": {"legalGround": "none", "receipt": "confirmed"}}})

	verdict(declaring({"exchanges": {"images": images}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "provision_not_proper",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/provision/midori/legalGround"],
			"values": {"destination": midori_names, "field": "provision.midori.legalGround"},
		}},
		"undetermined": set(),
		"note": set(),
	}
}

test_allow_and_undetermined_two_exchanges_on_one_line_by_their_own_bases if {
	images := object.union(exchange, {"basis": "third-party-provision"})
	field := "spec.exchanges.images.provision.midori"

	verdict(declaring({"exchanges": {"images": images}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": set(),
		"undetermined": {{
			"code": "fact_not_stated",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/provision/midori"],
			"values": {"field": field},
		}},
		"note": set(),
	}
}

test_undetermined_each_exchange_by_itself_where_one_names_no_basis if {
	silent := json.remove(exchange, ["basis"])
	provided := object.union(exchange, {"basis": "third-party-provision"})

	# the engines go through exchanges in the order of their names
	every names in [["admission", "transfer"], ["transfer", "admission"]] {
		expected := {
			in_another(names[0], "basis"),
			in_another(names[1], "provision/midori"),
		}
		sets := verdict(declaring({"exchanges": {names[0]: silent, names[1]: provided}}))

		sets.satisfied == {referral}
		sets.deny == set()
		sets.undetermined == expected
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	by_carrier := {"aoba": "carrier", "midori": "carrier"}

	every patch in [
		{"data": "other"},
		{"basis": "statutory", "statute": {"law": "感染症法", "article": "第12条"}},
		{"destinations": {"parties": []}},
		{"destinations": {"parties": [], "others": "unidentified"}, "basis": "none"},
		{"path": {"medium": "closed-ip", "routeSecuredBy": "carrier", "routersConfiguredBy": by_carrier}},
		{"path": {"medium": "closed-ip", "routersConfiguredBy": by_carrier}},
		{"path": {"medium": "internet", "routersConfiguredBy": {"midori": "none"}}},
		{"path": {"medium": "internet", "routersConfiguredBy": {"midori": "carrier"}}},
	] {
		verdict(envelope(patch)) == only({"applies": set()})
		verdict(declaring({"agreements": "none", "exchanges": {"referral": patch}})) == only({"applies": set()})
	}
}

in_exchange := "exchanges.referral"

no_agreements(destination) := {
	"code": "no_agreements",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral/basis", "/declarations/d/agreements"],
	"values": {"destination": destination},
}

lapsed(destination, names, field) := {
	"code": "agreement_not_in_force",
	"subject": referral,
	"pointers": [
		"/declarations/d/exchanges/referral/basis",
		concat("/", ["/declarations/d/agreements", names[0], field]),
	],
	"values": {"destination": destination, "agreements": names},
}

unsettled(destination, agreements) := {
	"code": "terms_not_settled",
	"subject": referral,
	"pointers": [
		concat("", [place, "/basis"]),
		concat("/", ["/declarations/d/agreements", agreements[0], "settles"]),
	],
	"values": {"destination": destination, "agreements": agreements},
}

idle(party) := finding("duty_not_fulfilled", "/entrustment/fulfilledBy", {"party": party})

improper(fields, destination) := finding(
	"provision_not_proper",
	concat("/", array.concat(["/provision"], fields)),
	{"destination": destination, "field": concat(".", array.concat(["provision"], fields))},
)

not_in_force(destination) := finding(
	"no_agreement_in_force",
	"/basis",
	{"source": aoba_names, "destination": destination},
)

renewed(agreement, date) := {
	"code": "renewed_agreement",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d/agreements", agreement, "validTo"])],
	"values": {"agreement": agreement, "date": date},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec", field])},
}

in_another(name, tail) := {
	"code": "fact_not_stated",
	"subject": concat("/", ["d/exchanges", name]),
	"pointers": [concat("/", ["/declarations/d/exchanges", name, tail])],
	"values": {"field": concat(".", ["spec.exchanges", name, replace(tail, "/", ".")])},
}

finding(code, tail, values) := {
	"code": code,
	"subject": referral,
	"pointers": [concat("", [place, tail])],
	"values": values,
}

only(parts) := object.union(
	{"applies": {referral}, "satisfied": set(), "deny": set(), "undetermined": set(), "note": set()},
	parts,
)

verdict(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
		"note": requirement.note,
	} with input as given
}

agreed(patch) := declaring({"agreements": {"care": patch}})

envelope(patch) := declaring({"exchanges": {"referral": patch}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba_names},
		"midori": {"role": "institution", "name": midori_names},
		"kita": {"role": "institution"},
		"carrier": {"role": "provider"},
	},
	"agreements": {"care": care},
	"exchanges": {"referral": exchange},
}

care := {
	"form": "contract",
	"between": ["aoba", "midori"],
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"settles": ["entrustment-terms"],
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"basis": "entrustment",
	"path": {
		"medium": "leased-line",
		"routersConfiguredBy": {"aoba": "aoba", "midori": "midori", "kita": "kita"},
	},
}
