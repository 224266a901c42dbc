package bunkaiten_test.declared.entrustment

import data.bunkaiten.declared.entrustment
import data.bunkaiten.declared.exchange

test_terms_are_settled_by_an_agreement_in_force_with_the_destination if {
	answers({"paper": paper({})}, "midori") == {"settling": {"paper"}, "in_force": ["paper"], "gaps": set()}
	answers({"paper": paper({"between": ["labo", "midori", "aoba"]})}, "midori") == {
		"settling": {"paper"},
		"in_force": ["paper"],
		"gaps": set(),
	}
}

test_agreement_that_does_not_settle_the_terms_is_in_force_all_the_same if {
	every matters in [[], ["availability"], ["third-party-terms"]] {
		answers({"paper": paper({"settles": matters})}, "midori") == {
			"settling": set(),
			"in_force": ["paper"],
			"gaps": set(),
		}
	}
}

test_agreement_with_somebody_else_or_out_of_force_settles_nothing if {
	every patch in [
		{"between": ["aoba", "kusa"]},
		{"between": ["midori", "kusa"]},
		{"validTo": "2026-11-21"},
		{"validFrom": "2026-11-23"},
		{"signedBy": []},
	] {
		answers({"paper": paper(patch)}, "midori") == nothing
		answers({"paper": object.remove(paper(patch), ["settles"])}, "midori") == nothing
	}
	answers("none", "midori") == nothing
	answers({}, "midori") == nothing
}

test_each_destination_has_its_own_agreement if {
	agreements := {"one": paper({}), "two": paper({"between": ["kusa", "aoba"]})}

	answers(agreements, "midori") == {"settling": {"one"}, "in_force": ["one"], "gaps": set()}
	answers(agreements, "kusa") == {"settling": {"two"}, "in_force": ["two"], "gaps": set()}
}

test_gaps_are_what_the_agreement_does_not_say if {
	answers({"paper": object.remove(paper({}), ["settles"])}, "midori") == {
		"settling": set(),
		"in_force": ["paper"],
		"gaps": {["declarations", "d", "agreements", "paper", "settles"]},
	}
	answers({"paper": paper({"form": "minute"})}, "midori") == {
		"settling": set(),
		"in_force": [],
		"gaps": {["declarations", "d", "agreements", "paper", "signedBy"]},
	}
}

test_nothing_is_left_open_where_another_agreement_settles_the_terms if {
	agreements := {"paper": paper({}), "minute": paper({"form": "minute"}), "addendum": paper({"settles": []})}

	answers(agreements, "midori") == {"settling": {"paper"}, "in_force": ["addendum", "paper"], "gaps": set()}
}

test_failure_says_how_the_terms_are_stated_not_to_be_agreed if {
	failure("none") == {"code": "no_agreements", "values": {}, "steps": []}
	failure({"paper": paper({"settles": []}), "annex": paper({"settles": []})}) == {
		"code": "terms_not_settled",
		"values": {"agreements": ["annex", "paper"]},
		"steps": ["annex", "settles"],
	}
	every patch, field in {
		{"validTo": "2026-11-21"}: "validTo",
		{"validFrom": "2026-11-23"}: "validFrom",
		{"signedOn": "2026-11-23"}: "signedOn",
		{"signedBy": []}: "signedBy",
	} {
		failure({"paper": paper({"validTo": "2026-11-21"}), "annex": paper(patch)}) == {
			"code": "agreement_not_in_force",
			"values": {"agreements": ["annex", "paper"]},
			"steps": ["annex", field],
		}
	}
}

test_published_terms_and_statutes_settle_no_terms_between_institutions if {
	every form in ["terms-of-service", "statute"] {
		every patch in [{}, {"settles": []}, {"signedBy": ["aoba", "midori"]}] {
			imposed := paper(object.union(patch, {"form": form}))
			found := {"code": "terms_not_settled", "values": {"agreements": ["law"]}, "steps": ["law", "form"]}

			answers({"law": imposed}, "midori") == {"settling": set(), "in_force": ["law"], "gaps": set()}
			failure({"law": imposed}) == found
			failure({"law": object.remove(imposed, ["settles"])}) == found
			failure({"law": imposed, "paper": paper({})}) == "none"
			failure({"law": imposed, "minute": paper({"form": "minute"})}) == "none"
			failure({"law": imposed, "paper": paper({"settles": []})}) == {
				"code": "terms_not_settled",
				"values": {"agreements": ["paper"]},
				"steps": ["paper", "settles"],
			}
			failure({"law": imposed, "paper": paper({"validTo": "2026-11-21"})}) == {
				"code": "agreement_not_in_force",
				"values": {"agreements": ["paper"]},
				"steps": ["paper", "validTo"],
			}
		}
	}
}

test_form_is_asked_for_where_both_signed if {
	signed := object.remove(paper({"signedBy": ["aoba", "midori"]}), ["form"])

	answers({"paper": signed}, "midori") == {
		"settling": set(),
		"in_force": ["paper"],
		"gaps": {["declarations", "d", "agreements", "paper", "form"]},
	}
	failure({"paper": signed}) == "none"
}

test_every_form_that_institutions_agree_in_settles_the_terms if {
	every form in ["contract", "sla", "network-rules", "minute", "letter"] {
		signed := paper({"form": form, "signedBy": ["midori", "aoba"]})

		answers({"paper": signed}, "midori") == {"settling": {"paper"}, "in_force": ["paper"], "gaps": set()}
	}
}

test_no_failure_where_the_terms_are_agreed_or_too_little_is_said if {
	lapsed := {"old": paper({"validTo": "2026-11-21"}), "other": paper({"settles": []})}

	every agreements in [
		{},
		{"paper": paper({})},
		{"paper": paper({"between": ["aoba", "kusa"]})},
		object.union(lapsed, {"paper": paper({})}),
		object.union(lapsed, {"paper": object.remove(paper({}), ["settles"])}),
		{"old": lapsed.old, "paper": object.remove(paper({}), ["validTo"])},
		{"old": lapsed.old, "paper": paper({})},
	] {
		failure(agreements) == "none"
	}
}

failure(agreements) := found if {
	given := envelope(agreements)
	some declared in exchange.all with input as given
	found := entrustment.failure(declared, "midori") with input as given
} else := "none"

test_whoever_is_missing_in_the_list_of_those_who_fulfil_is_idle if {
	every fulfilled, missing in {
		["aoba", "midori", "kusa"]: set(),
		["kusa", "labo", "aoba", "midori"]: set(),
		["aoba"]: {"midori", "kusa"},
		["midori", "kusa"]: {"aoba"},
		["labo"]: {"aoba", "midori", "kusa"},
		[]: {"aoba", "midori", "kusa"},
	} {
		idle({"entrustment": {"fulfilledBy": fulfilled}}) == missing
	}
}

test_nobody_is_idle_where_no_list_is_given if {
	idle({}) == set()
}

idle(patch) := found if {
	given := json.patch(envelope({}), [{
		"op": "replace",
		"path": "/declarations/d/exchanges/referral",
		"value": exchange_to_both(patch),
	}])
	some declared in exchange.all with input as given
	found := entrustment.idle(declared)
}

answers(agreements, destination) := found if {
	given := envelope(agreements)
	some declared in exchange.all with input as given
	found := {
		"settling": entrustment.settling(declared, destination),
		"in_force": entrustment.in_force(declared, destination),
		"gaps": entrustment.gaps(declared, destination),
	} with input as given
}

nothing := {"settling": set(), "in_force": [], "gaps": set()}

paper(patch) := object.union(
	{
		"form": "contract",
		"between": ["aoba", "midori"],
		"validFrom": "2026-04-01",
		"validTo": "open",
		"settles": ["availability", "entrustment-terms"],
	},
	patch,
)

exchange_to_both(patch) := object.union(
	{
		"data": "patient-information",
		"source": "aoba",
		"destinations": {"parties": ["midori", "kusa"], "others": "none"},
	},
	patch,
)

envelope(agreements) := {
	"declarations": {"d": {
		"parties": {
			"aoba": {"role": "institution"},
			"midori": {"role": "institution"},
			"kusa": {"role": "institution"},
			"labo": {"role": "contractor"},
		},
		"agreements": agreements,
		"exchanges": {"referral": exchange_to_both({})},
	}},
	"context": {"as_of": "2026-11-22"},
}
