package bunkaiten_test.declared.exchange

import data.bunkaiten.declared.exchange

test_exchange_carries_its_declaration_and_its_place if {
	agreements := {"paper": {"between": ["aoba", "midori"]}}

	exchanges(envelope({"agreements": agreements})) == {"d/exchanges/referral": object.union(referral, {
		"parties": parties,
		"agreements": agreements,
		"root": ["declarations", "d"],
		"place": ["declarations", "d", "exchanges", "referral"],
		"papers": {
			"in_force": {},
			"incomplete": {"aoba": {"paper"}, "midori": {"paper"}},
			"proven": {"paper": set()},
			"renewed": set(),
		},
		"carriers": set(),
		"ends": {"aoba", "midori"},
		"providers": set(),
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
		declared := made({"source": "aoba", "destinations": {"parties": named, "others": "unidentified"}}, {})
		declared.ends == ends
	}
}

test_carriers_are_providers_by_role_and_whoever_s_line_it_is if {
	parties := {
		"aoba": {"role": "institution"},
		"labo": {"role": "contractor"},
		"net": {"role": "provider"},
		"kura": {"role": "custodian"},
	}

	every written, carriers in {
		{}: {"net"},
		{"path": {"provider": "labo", "routeSecuredBy": "kura"}}: {"labo", "net"},
		{"path": {"provider": "aoba"}}: {"net"},
	} {
		made(object.union({"source": "aoba"}, written), parties).carriers == carriers
	}
}

test_only_unidentified_destinations_make_an_exchange_open if {
	exchange.is_open({"destinations": {"parties": ["midori"], "others": "unidentified"}})
	not exchange.is_open({"destinations": {"parties": ["midori"], "others": "none"}})
	not exchange.is_open({"destinations": {"parties": ["midori"]}})
	not exchange.is_open({"destinations": {"parties": []}})
}

test_an_exchange_is_to_many_unless_it_names_one_and_says_so if {
	every case in [
		["one-to-one", ["midori"], false],
		["one-to-one", [], false],
		["one-to-one", ["midori", "kusa"], true],
		["one-to-many", ["midori"], true],
	] {
		found := {true | exchange.is_to_many({"topology": case[0], "destinations": {"parties": case[1]}})}
		count(found) == {false: 0, true: 1}[case[2]]
	}
	exchange.is_to_many({"destinations": {"parties": ["midori"]}})
}

test_an_exchange_leads_nowhere_only_if_it_says_so if {
	exchange.leads_nowhere({"destinations": {"parties": [], "others": "none"}})
	not exchange.leads_nowhere({"destinations": {"parties": ["midori"], "others": "none"}})
	not exchange.leads_nowhere({"destinations": {"parties": [], "others": "unidentified"}})
	not exchange.leads_nowhere({"destinations": {"parties": []}})
}

test_a_law_provides_for_what_cites_law_and_article if {
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

test_basis_is_the_stated_one_but_a_law_only_with_its_article if {
	place := ["declarations", "d", "exchanges", "referral"]

	every given in bases {
		exchange.basis(resting(given.written)) == given.basis
		exchange.basis_gaps(resting(given.written)) == {array.concat(place, fields) | some fields in given.gaps}
	}
}

bases := [
	{"written": {"basis": "entrustment"}, "basis": "entrustment", "gaps": []},
	{"written": {"basis": "third-party-provision"}, "basis": "third-party-provision", "gaps": []},
	{"written": {"basis": "entrustment", "statute": "none"}, "basis": "entrustment", "gaps": []},
	{"written": {"basis": "entrustment", "statute": {"law": "none"}}, "basis": "entrustment", "gaps": []},
	{"written": {"basis": "none"}, "basis": "none", "gaps": []},
	{"written": {}, "basis": "not-stated", "gaps": [["basis"]]},
	{"written": {"statute": cited}, "basis": "not-stated", "gaps": [["basis"]]},
	{"written": {"statute": "none"}, "basis": "not-stated", "gaps": [["basis"]]},
	{"written": by_law(cited), "basis": "statutory", "gaps": []},
	{"written": {"basis": "statutory"}, "basis": "not-stated", "gaps": [["statute", "law"], ["statute", "article"]]},
	{"written": by_law({"law": "感染症法"}), "basis": "not-stated", "gaps": [["statute", "article"]]},
	{"written": by_law({"article": "第12条"}), "basis": "not-stated", "gaps": [["statute", "law"]]},
	{"written": by_law("none"), "basis": "none", "gaps": []},
	{"written": by_law({"law": "none"}), "basis": "none", "gaps": []},
	{"written": by_law({"law": "感染症法", "article": "none"}), "basis": "none", "gaps": []},
	{"written": by_law({"law": "none", "article": "none"}), "basis": "none", "gaps": []},
]

test_exchange_rests_on_nothing_only_if_it_says_so if {
	place := ["declarations", "d", "exchanges", "referral"]

	exchange.baseless(resting({"basis": "none"})) == {
		"code": "no_basis",
		"places": [array.concat(place, ["basis"])],
		"values": {},
	}
	every given in [
		{"statute": "none", "fields": [["statute"]], "names": ["statute"]},
		{"statute": {"law": "none"}, "fields": [["statute", "law"]], "names": ["statute.law"]},
		{"statute": {"article": "none"}, "fields": [["statute", "article"]], "names": ["statute.article"]},
		{
			"statute": {"law": "none", "article": "none"},
			"fields": [["statute", "law"], ["statute", "article"]],
			"names": ["statute.law", "statute.article"],
		},
	] {
		exchange.baseless(resting(by_law(given.statute))) == {
			"code": "no_law",
			"places": [array.concat(place, fields) | some fields in given.fields],
			"values": {"fields": given.names},
		}
	}
	{given.written | some given in bases; exchange.baseless(resting(given.written))} == {given.written |
		some given in bases
		given.basis == "none"
	}
}

test_strangers_are_ends_that_are_no_institution if {
	parties := {"aoba": {"role": "institution"}, "labo": {"role": "contractor"}, "net": {"role": "provider"}}

	exchange.strangers(made({"source": "aoba", "destinations": {"parties": []}}, parties)) == set()
	exchange.strangers(made({"source": "labo", "destinations": {"parties": ["aoba", "net"]}}, parties)) == {
		"labo",
		"net",
	}
}

test_exchanges_with_strangers_are_told_from_those_between_institutions if {
	labo := {"parties": {"aoba": {"role": "institution"}, "labo": {"role": "contractor"}}, "exchanges": {
		"samples": object.union(referral, {"destinations": {"parties": ["labo"]}}),
		"inside": object.union(referral, {"destinations": {"parties": ["aoba"]}}),
	}}
	given := {"declarations": {"d": {"parties": parties, "exchanges": {"referral": referral}}, "labo": labo}}
	found := exchange.with_strangers with input as given

	object.keys(found) == {"labo/exchanges/samples"}
	found["labo/exchanges/samples"].ends == {"aoba", "labo"}
}

made(written, parties_of) := declared if {
	given := {"declarations": {"d": {
		"parties": parties_of,
		"exchanges": {"e": object.union({"data": "patient-information"}, written)},
	}}}
	some declared in exchange.all with input as given
}

by_law(statute) := {"basis": "statutory", "statute": statute}

cited := {"law": "感染症法", "article": "第12条"}

resting(written) := object.union(written, {"place": ["declarations", "d", "exchanges", "referral"]})

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
