package bunkaiten.declared.exchange_test

import data.bunkaiten.declared.exchange

test_exchange_carries_its_declaration_and_its_place if {
	agreements := {"paper": {"between": ["aoba", "midori"]}}

	exchanges(envelope({"agreements": agreements})) == {"d/exchanges/referral": object.union(referral, {
		"parties": parties,
		"agreements": agreements,
		"root": ["declarations", "d"],
		"place": ["declarations", "d", "exchanges", "referral"],
	})}
}

test_no_agreements_and_silence_are_both_empty if {
	every patch in [{}, {"agreements": "none"}] {
		exchanges(envelope(patch))["d/exchanges/referral"].agreements == {}
	}
}

test_only_exchanges_of_patient_information_count if {
	other := object.union(referral, {"data": "other"})

	keys(envelope({"exchanges": {"billing": other}})) == {"d/exchanges/referral"}
	keys({"declarations": {"d": {"parties": parties, "exchanges": {"billing": other}}}}) == set()
}

test_every_declaration_has_its_own_exchanges if {
	second := {"parties": {"kusa": {"role": "institution"}}, "exchanges": {"referral": referral, "images": referral}}
	found := exchanges(object.union(envelope({}), {"declarations": {"e": second}}))

	object.keys(found) == {"d/exchanges/referral", "e/exchanges/referral", "e/exchanges/images"}
	found["d/exchanges/referral"].parties == parties
	found["e/exchanges/images"].parties == {"kusa": {"role": "institution"}}
	found["e/exchanges/images"].place == ["declarations", "e", "exchanges", "images"]
	found["e/exchanges/images"].root == ["declarations", "e"]
}

test_declarations_without_exchanges_have_none if {
	keys({"declarations": {"d": {"parties": parties}}}) == set()
	keys({"declarations": {}}) == set()
}

test_ends_are_the_source_and_every_named_destination if {
	every named, ends in {
		["midori"]: {"aoba", "midori"},
		["midori", "kusa"]: {"aoba", "midori", "kusa"},
		["aoba"]: {"aoba"},
		[]: {"aoba"},
	} {
		exchange.ends({"source": "aoba", "destinations": {"parties": named, "others": "unidentified"}}) == ends
	}
}

test_only_unidentified_destinations_make_an_exchange_open if {
	exchange.is_open({"destinations": {"parties": ["midori"], "others": "unidentified"}})
	not exchange.is_open({"destinations": {"parties": ["midori"], "others": "none"}})
	not exchange.is_open({"destinations": {"parties": ["midori"]}})
	not exchange.is_open({"destinations": {"parties": []}})
}

test_an_exchange_leads_nowhere_only_if_it_says_so if {
	exchange.leads_nowhere({"destinations": {"parties": [], "others": "none"}})
	not exchange.leads_nowhere({"destinations": {"parties": ["midori"], "others": "none"}})
	not exchange.leads_nowhere({"destinations": {"parties": [], "others": "unidentified"}})
	not exchange.leads_nowhere({"destinations": {"parties": []}})
}

test_a_law_provides_for_what_cites_law_and_article if {
	cited := {"law": "感染症法", "article": "第12条"}

	exchange.is_provided_by_law({"basis": "statutory", "statute": cited})
	every other in [
		{"basis": "entrustment", "statute": cited},
		{"statute": cited},
		{"basis": "statutory", "statute": "none"},
		{"basis": "statutory"},
		{"basis": "statutory", "statute": {"law": "感染症法"}},
		{"basis": "statutory", "statute": {"law": "none", "article": "第12条"}},
	] {
		not exchange.is_provided_by_law(other)
	}
}

test_uncited_are_the_parts_of_a_citation_that_are_missing_or_none if {
	exchange.uncited({"statute": {"law": "感染症法", "article": "第12条"}}) == []
	exchange.uncited({"statute": {"article": "第12条"}}) == ["statute.law"]
	exchange.uncited({"statute": {"law": "感染症法", "article": "none"}}) == ["statute.article"]
	exchange.uncited({"statute": "none"}) == ["statute.law", "statute.article"]
	exchange.uncited({}) == ["statute.law", "statute.article"]
}

test_strangers_are_ends_that_are_no_institution if {
	parties := {"aoba": {"role": "institution"}, "labo": {"role": "contractor"}, "net": {"role": "provider"}}

	exchange.strangers({"source": "aoba", "destinations": {"parties": []}, "parties": parties}) == set()
	exchange.strangers({"source": "labo", "destinations": {"parties": ["aoba", "net"]}, "parties": parties}) == {
		"labo",
		"net",
	}
}

exchanges(given) := found if {
	found := exchange.all with input as given
}

keys(given) := object.keys(exchanges(given))

envelope(patch) := {"declarations": {"d": object.union(
	{"parties": parties, "exchanges": {"referral": referral}},
	patch,
)}}

parties := {"aoba": {"role": "institution"}, "midori": {"role": "institution"}}

referral := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {"medium": "closed-ip"},
}
