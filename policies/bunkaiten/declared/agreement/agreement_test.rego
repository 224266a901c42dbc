package bunkaiten_test.declared.agreement

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.paper as papers

both := ["aoba", "midori"]

test_in_force_are_whole_agreements_by_name if {
	given := envelope({"paper": paper, "old": object.union(paper, {"validTo": "2026-11-21"})})
	found := agreement.in_force(declared(given), both) with input as given

	found == {"paper": paper}
}

test_first_and_last_day_count if {
	every patch in [
		{"validFrom": "2026-11-22"},
		{"validFrom": "2026-11-21"},
		{"validTo": "2026-11-22"},
		{"validTo": "2026-11-23"},
		{"validFrom": "2026-11-22", "validTo": "2026-11-22"},
		{"validTo": "open"},
	] {
		answers({"paper": object.union(paper, patch)}, both) == settled
	}
}

test_agreement_is_not_in_force_before_its_first_or_after_its_last_day if {
	every patch in [
		{"validFrom": "2026-11-23"},
		{"validFrom": "2026-11-23", "validTo": "2026-12-31", "renewal": "automatic"},
		{"validFrom": "2027-01-01", "validTo": "2026-10-31", "renewal": "automatic"},
		{"validTo": "2026-11-21"},
		{"validTo": "2026-11-21", "renewal": "none"},
		{"validTo": "2025-12-31", "form": "minute"},
	] {
		answers({"paper": object.union(paper, patch)}, both) == nothing
	}
}

test_lapsed_are_agreements_on_the_matter_that_are_stated_not_to_be_in_force if {
	given := envelope({
		"paper": paper,
		"old": object.union(paper, {"validTo": "2026-11-21"}),
		"coming": object.union(paper, {"validFrom": "2026-11-23"}),
		"one-sided": object.union(paper, {"signedBy": ["aoba"]}),
		"unsigned": object.union(paper, {"signedOn": "2026-11-23"}),
		"unclear": object.remove(paper, ["validTo"]),
		"elsewhere": object.union(paper, {"between": ["aoba", "kusa"], "validTo": "2026-11-21"}),
		"other-matter": object.union(paper, {"validTo": "2026-11-21", "settles": ["intrusion"]}),
	})
	found := agreement.lapsed(declared(given), both, "entrustment-terms") with input as given

	found == {"old", "coming", "one-sided", "unsigned"}
}

test_lapse_is_the_field_that_keeps_an_agreement_from_being_in_force if {
	every patch, field in {
		{"validTo": "2026-11-21"}: "validTo",
		{"validTo": "2026-11-21", "renewal": "none"}: "validTo",
		{"validFrom": "2026-11-23"}: "validFrom",
		{"validFrom": "2026-11-23", "validTo": "open"}: "validFrom",
		{"signedOn": "2026-11-23"}: "signedOn",
		{"signedOn": "2026-11-23", "signedBy": ["aoba", "midori"]}: "signedOn",
		{"signedBy": ["aoba"]}: "signedBy",
		{"signedBy": []}: "signedBy",
		{"form": "minute", "signedBy": ["midori"], "signedOn": "2026-11-22"}: "signedBy",
	} {
		lapse(object.union(paper, patch)) == field
	}
}

test_lapse_is_one_field_where_several_keep_it_from_being_in_force if {
	every patch, field in {
		{"validTo": "2026-11-21", "validFrom": "2026-11-23", "signedOn": "2026-11-23", "signedBy": []}: "validTo",
		{"validFrom": "2026-11-23", "signedOn": "2026-11-23", "signedBy": []}: "validFrom",
		{"signedOn": "2026-11-23", "signedBy": []}: "signedOn",
	} {
		lapse(object.union(paper, patch)) == field
	}
}

test_last_day_of_an_agreement_that_renews_itself_is_no_lapse if {
	every patch, field in {
		{"validFrom": "2026-11-23"}: "validFrom",
		{"signedOn": "2026-11-23"}: "signedOn",
		{"signedBy": ["aoba"]}: "signedBy",
	} {
		renewing := object.union(paper, {"validTo": "2026-11-21", "renewal": "automatic"})

		lapse(object.union(renewing, patch)) == field
	}
}

test_first_and_last_day_and_day_of_signature_are_no_lapse if {
	every patch in [{"validFrom": "2026-11-22"}, {"validTo": "2026-11-22"}, {"signedOn": "2026-11-22"}] {
		lapse(object.union(object.union(paper, {"signedBy": ["aoba"]}), patch)) == "signedBy"
	}
}

test_lapse_needs_no_field_but_the_one_that_has_lapsed if {
	every field, stated in {"validTo": "2026-11-21", "validFrom": "2026-11-23", "signedOn": "2026-11-23", "signedBy": []} {
		lapse({"between": ["aoba", "midori"], field: stated}) == field
	}
}

test_automatic_renewal_keeps_an_agreement_in_force if {
	every last_day in ["2026-11-21", "2026-11-22", "2027-03-31", "open"] {
		answers({"paper": object.union(paper, {"validTo": last_day, "renewal": "automatic"})}, both) == settled
	}
}

test_agreement_has_renewed_when_its_last_written_day_has_passed if {
	every last_day, has in {
		"2026-11-21": {"automatic": true, "none": false},
		"2026-11-22": {"automatic": false, "none": false},
		"2026-11-23": {"automatic": false, "none": false},
		"open": {"automatic": false, "none": false},
	} {
		every renewal, expected in has {
			has_renewed({"validTo": last_day, "renewal": renewal}) == expected
		}
		has_renewed({"validTo": last_day}) == false
	}
	has_renewed({"renewal": "automatic"}) == false
}

test_paper_that_needs_no_signature_binds_where_nobody_says_who_signed if {
	every form in ["contract", "sla", "network-rules"] {
		answers({"paper": object.union(paper, {"form": form})}, both) == settled
	}
	every form in ["terms-of-service", "statute"] {
		answers({"paper": object.union(paper, {"form": form})}, both) == in_vain
	}
}

test_whatever_is_signed_by_both_is_in_force if {
	every signed in [["aoba", "midori"], ["midori", "chubu-net", "aoba"]] {
		every form in ["contract", "sla", "network-rules", "minute", "letter"] {
			answers({"paper": object.union(paper, {"form": form, "signedBy": signed})}, both) == settled
		}
		every form in ["terms-of-service", "statute"] {
			answers({"paper": object.union(paper, {"form": form, "signedBy": signed})}, both) == in_vain
		}
	}
}

test_form_is_a_gap_although_both_signed_what_institutions_agree_on if {
	signed := {"paper": object.union(formless, {"signedBy": ["aoba", "midori"]})}

	answers(signed, both) == object.union(in_vain, {"gaps": {step("paper", "form")}})
}

test_what_one_of_both_has_not_signed_is_not_in_force if {
	every form in [
		"contract", "sla", "network-rules", "terms-of-service",
		"statute", "minute", "letter",
	] {
		every signed in [[], ["aoba"], ["midori"], ["aoba", "chubu-net"]] {
			answers({"paper": object.union(paper, {"form": form, "signedBy": signed})}, both) == nothing
			answers({"paper": object.union(formless, {"signedBy": signed})}, both) == nothing
		}
	}
}

test_minute_or_letter_that_is_not_said_to_be_signed_is_a_gap if {
	every form in ["minute", "letter"] {
		answers({"paper": object.union(paper, {"form": form})}, both) == lacking({"signedBy"}, {"signedBy"})
	}
}

test_form_is_a_gap_where_nobody_says_who_signed if {
	answers({"paper": formless}, both) == lacking({"form"}, {"form"})
}

test_agreement_without_a_first_day_or_an_end_is_a_gap if {
	every fields in [{"validFrom"}, {"validTo"}, {"validFrom", "validTo"}] {
		given := object.remove(paper, fields)

		answers({"paper": given}, both) == lacking(fields, fields)
		answers({"paper": object.union(given, {"renewal": "automatic"})}, both) == lacking(fields, fields)
	}
}

test_agreement_that_may_be_in_force_has_its_gaps if {
	undated := object.remove(paper, ["validFrom"])

	every patch in [
		{"validTo": "2026-11-22"},
		{"validTo": "2026-11-21", "renewal": "automatic"},
		{"signedBy": ["aoba", "midori"]},
	] {
		answers({"paper": object.union(undated, patch)}, both) == lacking({"validFrom"}, {"validFrom"})
	}
	endless := object.union(object.remove(paper, ["validTo"]), {"validFrom": "2026-11-22"})
	answers({"paper": endless}, both) == lacking({"validTo"}, {"validTo"})
}

test_agreement_that_is_out_of_force_has_no_gaps if {
	every patch in [
		{"validTo": "2026-11-21"},
		{"validTo": "open", "signedBy": []},
		{"validTo": "2026-11-21", "form": "minute"},
		{"signedOn": "2026-11-23"},
	] {
		answers({"paper": object.union(object.remove(paper, ["validFrom", "settles"]), patch)}, both) == nothing
	}
	answers({"paper": {"between": ["aoba", "midori"], "validFrom": "2026-11-23"}}, both) == nothing
}

test_agreement_may_lack_several_things_at_once if {
	silent := {"paper": {"between": ["aoba", "midori"]}}
	absent := {"validFrom", "validTo", "form"}

	answers(silent, both) == lacking(absent | {"settles"}, absent)
}

test_agreement_that_does_not_say_what_it_settles_is_a_gap if {
	answers({"paper": object.remove(paper, ["settles"])}, both) == {
		"in_force": {"paper"},
		"settling": set(),
		"gaps": {step("paper", "settles")},
		"gaps_in_force": set(),
	}
}

test_agreement_that_settles_other_things_settles_nothing_of_the_matter if {
	idle := {"in_force": {"paper"}, "settling": set(), "gaps": set(), "gaps_in_force": set()}

	every settled_matters in [[], ["availability"], ["path-demarcation", "outage-response"]] {
		answers({"paper": object.union(paper, {"settles": settled_matters})}, both) == idle

		unsigned := object.union(paper, {"settles": settled_matters, "form": "minute"})
		answers({"paper": unsigned}, both) == lacking(set(), {"signedBy"})
	}
}

test_agreement_binds_only_the_parties_in_between if {
	every between in [["aoba", "chubu-net"], ["midori", "chubu-net"], ["kusa", "chubu-net"]] {
		answers({"paper": object.union(paper, {"between": between})}, both) == nothing
		answers({"paper": {"between": between}}, both) == nothing
	}
}

test_three_parties_may_share_one_agreement if {
	shared := {"paper": object.union(paper, {"between": ["chubu-net", "aoba", "midori"]})}

	every pair in [both, ["aoba", "chubu-net"], ["midori", "chubu-net"]] {
		answers(shared, pair) == settled
	}
	answers(shared, ["aoba", "kusa"]) == nothing
}

test_shared_agreement_is_in_force_between_those_who_signed_it if {
	shared := {"paper": object.union(paper, {
		"form": "minute",
		"between": ["chubu-net", "aoba", "midori"],
		"signedBy": ["aoba", "midori"],
	})}

	answers(shared, both) == settled
	answers(shared, ["aoba", "chubu-net"]) == nothing
}

test_each_agreement_is_judged_on_its_own if {
	given := {
		"paper": paper,
		"second": object.union(paper, {"settles": ["entrustment-terms", "availability"]}),
		"other": object.union(paper, {"settles": ["availability"]}),
		"minute": object.union(paper, {"form": "minute"}),
		"silent": object.remove(paper, ["settles"]),
		"ended": object.union(paper, {"validTo": "2026-11-21"}),
		"stranger": object.union(paper, {"between": ["aoba", "kusa"]}),
	}

	answers(given, both) == {
		"in_force": {"paper", "second", "other", "silent"},
		"settling": {"paper", "second"},
		"gaps": {step("minute", "signedBy"), step("silent", "settles")},
		"gaps_in_force": {step("minute", "signedBy")},
	}
}

test_settled_are_all_matters_of_the_agreements_in_force if {
	given := {
		"paper": object.union(paper, {"settles": ["entrustment-terms", "path-demarcation"]}),
		"shared": object.union(paper, {"between": ["kusa", "midori", "aoba"], "settles": ["outage-response"]}),
		"terms": object.union(paper, {"form": "terms-of-service", "settles": ["route-security", "availability"]}),
		"formless": object.union(formless, {
			"signedBy": ["aoba", "midori"],
			"settles": ["management-division", "tampering"],
		}),
		"silent": object.remove(paper, ["settles"]),
		"idle": object.union(paper, {"settles": []}),
		"minute": object.union(paper, {"form": "minute", "settles": ["intrusion"]}),
		"ended": object.union(paper, {"validTo": "2026-11-21", "settles": ["obstruction"]}),
		"one-sided": object.union(paper, {"signedBy": ["aoba"], "settles": ["eavesdropping"]}),
		"elsewhere": object.union(paper, {"between": ["aoba", "kusa"], "settles": ["failure-lead"]}),
	}

	settled_matters(given, both) == {
		"entrustment-terms",
		"path-demarcation",
		"outage-response",
		"availability",
		"tampering",
	}
	settled_matters(given, ["aoba", "kusa"]) == {"outage-response", "failure-lead"}
	settled_matters("none", both) == set()
}

test_published_terms_settle_no_boundary_and_leave_nothing_open if {
	every matter in boundaries {
		terms := object.union(paper, {"form": "terms-of-service", "settles": [matter]})

		every patch in [{}, {"signedBy": ["aoba", "midori"]}, {"signedBy": []}, {"validTo": "2026-11-21"}] {
			on({"paper": object.union(terms, patch)}, matter) == open_nowhere
		}
		every field in ["settles", "validFrom", "validTo"] {
			on({"paper": object.remove(terms, [field])}, matter) == open_nowhere
		}
	}
}

test_published_terms_and_statutes_settle_nothing_that_institutions_agree_on if {
	every matter in papers.between_institutions {
		every form in ["terms-of-service", "statute"] {
			written := object.union(paper, {"form": form, "settles": [matter, "availability"]})

			every patch in [{}, {"signedBy": ["aoba", "midori"]}, {"signedBy": []}, {"validTo": "2026-11-21"}] {
				on({"paper": object.union(written, patch)}, matter) == open_nowhere
			}
			every field in ["settles", "validFrom", "validTo"] {
				on({"paper": object.remove(written, [field])}, matter) == open_nowhere
			}
			settled_matters({"paper": written}, both) == {"availability"}
		}
		on({"paper": object.union(paper, {"settles": [matter]})}, matter) == object.union(
			open_nowhere,
			{"settling": {"paper"}},
		)
	}
}

test_statute_settles_a_boundary_with_a_provider if {
	every matter in ["management-division", "route-security"] {
		statute := object.union(paper, {"form": "statute", "settles": [matter]})

		on({"paper": statute}, matter) == object.union(open_nowhere, {"settling": {"paper"}})
		settled_matters({"paper": statute}, both) == {matter}
	}
}

test_form_is_a_gap_where_what_institutions_agree_on_hangs_on_it if {
	every matter in papers.between_institutions {
		signed := object.union(formless, {"settles": [matter], "signedBy": ["aoba", "midori"]})

		on({"paper": signed}, matter) == object.union(open_nowhere, {"gaps": {step("paper", "form")}})
		settled_matters({"paper": signed}, both) == set()
	}
}

test_matters_between_institutions_are_those_that_they_agree_on_with_each_other if {
	papers.between_institutions == {
		"path-demarcation",
		"outage-response",
		"incident-response",
		"entrustment-terms",
		"third-party-terms",
		"sharing-division",
	}
}

test_agreed_is_every_paper_but_published_terms_and_statutes if {
	agreed := {form | some form in forms; agreement.is_agreed({"form": form})}
	imposed := {form | some form in forms; agreement.is_imposed({"form": form})}

	agreed == {"contract", "sla", "network-rules", "minute", "letter"}
	imposed == {"terms-of-service", "statute"}
	not agreement.is_agreed(formless)
	not agreement.is_imposed(formless)
}

test_published_terms_settle_whatever_is_asked_of_a_provider_or_custodian_and_is_no_boundary if {
	every matter in ["failure-lead", "availability", "tampering", "storage-failure"] {
		terms := object.union(paper, {"form": "terms-of-service", "settles": [matter]})

		on({"paper": terms}, matter) == object.union(open_nowhere, {"settling": {"paper"}})
		on({"paper": object.remove(terms, ["settles"])}, matter) == object.union(
			open_nowhere,
			{"gaps": {step("paper", "settles")}},
		)
		on({"paper": object.union(terms, {"validTo": "2026-11-21"})}, matter) == object.union(
			open_nowhere,
			{"lapsed": {"paper"}},
		)
	}
}

test_every_other_form_settles_a_boundary if {
	every form in ["contract", "sla", "network-rules", "minute", "letter"] {
		every matter in boundaries {
			signed := object.union(paper, {"form": form, "settles": [matter], "signedBy": ["aoba", "midori"]})

			on({"paper": signed}, matter) == object.union(open_nowhere, {"settling": {"paper"}})
			on({"paper": object.union(signed, {"signedBy": ["aoba"]})}, matter) == object.union(
				open_nowhere,
				{"lapsed": {"paper"}},
			)
		}
	}
}

test_form_is_a_gap_where_a_boundary_hangs_on_it if {
	every matter in boundaries {
		signed := object.union(formless, {"settles": [matter], "signedBy": ["aoba", "midori"]})

		on({"paper": signed}, matter) == object.union(open_nowhere, {"gaps": {step("paper", "form")}})
		on({"paper": object.remove(signed, ["settles"])}, matter) == object.union(
			open_nowhere,
			{"gaps": {step("paper", "form"), step("paper", "settles")}},
		)
		on({"paper": object.union(signed, {"settles": ["tampering"]})}, matter) == open_nowhere
		on({"paper": signed}, "tampering") == open_nowhere
	}
	other := object.union(formless, {"settles": ["failure-lead"], "signedBy": ["aoba", "midori"]})
	on({"paper": other}, "failure-lead") == object.union(open_nowhere, {"settling": {"paper"}})
}

test_boundaries_are_where_responsibility_is_divided if {
	boundaries == {"path-demarcation", "management-division", "route-security", "sharing-division"}
}

test_agreement_that_will_be_signed_is_not_in_force_yet if {
	every form in ["contract", "sla", "minute"] {
		every patch in [{}, {"signedBy": ["aoba", "midori"]}] {
			coming := object.union(object.union(paper, {"form": form, "signedOn": "2026-11-23"}), patch)

			answers({"paper": coming}, both) == nothing
			answers({"paper": object.remove(coming, ["validFrom", "settles"])}, both) == nothing
			on({"paper": coming}, "entrustment-terms") == object.union(open_nowhere, {"lapsed": {"paper"}})
			settled_matters({"paper": coming}, both) == set()
		}
	}
	answers({"paper": object.union(formless, {"signedOn": "2027-01-01"})}, both) == nothing
}

test_day_of_signature_counts_and_is_not_asked_for if {
	every day in ["2026-11-22", "2026-11-21", "2026-04-02"] {
		answers({"paper": object.union(paper, {"signedOn": day})}, both) == settled

		# by whom is not said
		minute := object.union(paper, {"form": "minute", "signedOn": day})
		answers({"paper": minute}, both) == lacking({"signedBy"}, {"signedBy"})
	}
}

test_no_agreements_and_silence_bind_nobody if {
	answers("none", both) == nothing
	answers({}, both) == nothing
}

test_only_the_word_none_states_that_there_are_no_agreements if {
	are_none(envelope("none")) == true
	are_none(envelope({"paper": paper})) == false
	are_none(json.remove(envelope("none"), ["declarations/d/agreements"])) == false
}

test_agreements_of_another_declaration_do_not_count if {
	given := object.union(envelope("none"), {"declarations": {"e": {
		"parties": parties,
		"agreements": {"paper": paper},
	}}})
	found := agreement.in_force(declared(given), both) with input as given

	found == {}
	are_none(given) == true
}

test_institution_stands_for_itself if {
	every party in ["aoba", "midori", "kusa"] { standing("none", party, party) == "same" }
}

test_whoever_acts_for_an_institution_under_an_agreement_in_force_is_the_same if {
	every party in ["labo", "medifix", "kura", "midori"] {
		standing({"paper": with_aoba(party, {})}, party, "aoba") == "same"
		standing({"paper": with_aoba(party, {}), "minute": with_aoba(party, {"form": "minute"})}, party, "aoba") == "same"
		standing({"paper": with_aoba(party, {"settles": []})}, party, "aoba") == "same"
	}
}

test_standing_is_unclear_where_an_agreement_says_too_little if {
	every party in ["labo", "medifix", "kura", "midori"] {
		standing({"paper": with_aoba(party, {"form": "minute"})}, party, "aoba") == "unclear"
		standing({"paper": {"between": ["aoba", party]}}, party, "aoba") == "unclear"
	}
}

test_whoever_has_no_agreement_in_force_with_the_institution_is_another if {
	every party in ["labo", "medifix", "kura", "midori"] {
		every agreements in [
			"none",
			{"paper": with_aoba(party, {"validTo": "2026-11-21"})},
			{"paper": with_aoba(party, {"validFrom": "2026-11-23"})},
			{"paper": with_aoba(party, {"signedBy": []})},
			{"paper": with_aoba("kusa", {})},
			{"paper": with_aoba("kusa", {"form": "minute"})},
			{"paper": {"between": [party, "kusa"]}},
			{"paper": object.union(paper, {"between": [party, "kusa"]})},
		] {
			standing(agreements, party, "aoba") == "other"
		}
	}
}

test_provider_never_acts_as_an_institution if {
	every patch in [{}, {"form": "minute"}] {
		standing({"paper": with_aoba("chubu-net", patch)}, "chubu-net", "aoba") == "other"
	}
}

test_words_that_state_absence_stand_for_nobody if {
	every word in ["none", "nobody"] { standing({"paper": paper}, word, "aoba") == "other" }
}

answers(agreements, pair) := found if {
	given := envelope(agreements)
	found := {
		"in_force": object.keys(agreement.in_force(declared(given), pair)),
		"settling": agreement.settling(declared(given), pair, "entrustment-terms"),
		"gaps": agreement.gaps(declared(given), pair, "entrustment-terms"),
		"gaps_in_force": agreement.gaps_in_force(declared(given), pair),
	} with input as given
}

settled_matters(agreements, pair) := found if {
	given := envelope(agreements)
	found := agreement.settled(declared(given), pair) with input as given
}

on(agreements, matter) := found if {
	given := envelope(agreements)
	found := {
		"settling": agreement.settling(declared(given), both, matter),
		"lapsed": agreement.lapsed(declared(given), both, matter),
		"gaps": agreement.gaps(declared(given), both, matter),
	} with input as given
}

standing(agreements, party, institution) := found if {
	given := envelope(agreements)
	found := agreement.standing(declared(given), party, institution) with input as given
}

lapse(written) := found if {
	found := agreement.lapse(written) with input as envelope({})
}

are_none(given) if {
	agreement.are_none(declared(given)) with input as given
} else := false

has_renewed(written) if {
	agreement.has_renewed(written) with input as envelope({})
} else := false

declared(given) := found if {
	found := exchange.all["d/exchanges/referral"] with input as given
}

settled := {"in_force": {"paper"}, "settling": {"paper"}, "gaps": set(), "gaps_in_force": set()}

# in force, and yet settles nothing
in_vain := object.union(settled, {"settling": set()})

forms := ["contract", "sla", "network-rules", "terms-of-service", "statute", "minute", "letter"]

nothing := {"in_force": set(), "settling": set(), "gaps": set(), "gaps_in_force": set()}

open_nowhere := {"settling": set(), "lapsed": set(), "gaps": set()}

boundaries := papers.boundaries

lacking(fields, fields_in_force) := object.union(nothing, {
	"gaps": {step("paper", field) | some field in fields},
	"gaps_in_force": {step("paper", field) | some field in fields_in_force},
})

step(name, field) := ["declarations", "d", "agreements", name, field]

with_aoba(party, patch) := object.union(object.union(paper, {"between": [party, "aoba"]}), patch)

formless := object.remove(paper, ["form"])

paper := {
	"form": "contract",
	"between": ["aoba", "midori"],
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"settles": ["entrustment-terms"],
}

envelope(agreements) := {
	"declarations": {"d": {
		"parties": parties,
		"agreements": agreements,
		"exchanges": {"referral": {
			"data": "patient-information",
			"source": "aoba",
			"destinations": {"parties": ["midori"], "others": "none"},
		}},
	}},
	"context": {"as_of": "2026-11-22"},
}

parties := {
	"aoba": {"role": "institution"},
	"midori": {"role": "institution"},
	"kusa": {"role": "institution"},
	"chubu-net": {"role": "provider"},
	"kura": {"role": "custodian"},
	"medifix": {"role": "maintainer"},
	"labo": {"role": "contractor"},
}
