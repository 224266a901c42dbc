package bunkaiten_test.declared.subject

import data.bunkaiten.declared.paper
import data.bunkaiten.declared.subject

test_subjects_are_kept_by_section_and_key if {
	of({"declarations": {
		"d": {"parties": parties, "telework": {"night": {"users": "own-staff"}}, "externalStorage": {"films": {}}},
		"e": {"parties": {}, "remoteMaintenance": {"pacs": {}}, "entrustedWork": {"tests": {}}},
		"f": {"parties": parties, "exchanges": {"referral": {}}},
	}}) == {
		"telework": {"d/telework/night": carried("d", "telework", "night", {"parties": parties, "users": "own-staff"})},
		"externalStorage": {"d/externalStorage/films": carried("d", "externalStorage", "films", {"parties": parties})},
		"remoteMaintenance": {"e/remoteMaintenance/pacs": carried("e", "remoteMaintenance", "pacs", {"parties": {}})},
		"entrustedWork": {"e/entrustedWork/tests": carried("e", "entrustedWork", "tests", {"parties": {}})},
	}
	of({"declarations": {}}) == {
		"telework": {},
		"externalStorage": {},
		"remoteMaintenance": {},
		"entrustedWork": {},
	}
}

test_subject_carries_the_agreements_of_its_declaration if {
	every written, agreements in {
		{"paper": {"between": ["aoba", "midori"]}}: {"paper": {"between": ["aoba", "midori"]}},
		"none": {},
	} {
		spec := {"parties": parties, "agreements": written}
		night({"title": "x"}, spec) == {
			"title": "x",
			"papers": papers(agreements),
			"parties": parties,
			"agreements": agreements,
			"root": ["declarations", "d"],
			"place": ["declarations", "d", "telework", "night"],
		}
	}
}

test_steps_lead_to_a_field_to_an_agreement_and_to_a_party if {
	declared := night({}, {"parties": parties})

	subject.step_to(declared, ["users"]) == ["declarations", "d", "telework", "night", "users"]
	subject.step_to(declared, []) == ["declarations", "d", "telework", "night"]
	subject.step_to_agreement(declared, ["paper", "form"]) == ["declarations", "d", "agreements", "paper", "form"]
	subject.step_to_agreement(declared, []) == ["declarations", "d", "agreements"]
	subject.step_to_party(declared, ["aoba", "role"]) == ["declarations", "d", "parties", "aoba", "role"]
}

test_role_is_undefined_for_the_words_that_state_absence if {
	declared := {"parties": {"aoba": {"role": "institution"}, "chubu-net": {"role": "provider"}}}
	roles := {party: role |
		some party in ["aoba", "chubu-net", "none", "nobody", "kusa"]
		role := subject.role(declared, party)
	}

	roles == {"aoba": "institution", "chubu-net": "provider"}
}

test_label_is_what_people_call_a_party_or_its_key if {
	declared := {"parties": {
		"aoba": {"role": "institution", "name": {"ja": "青葉病院", "en": "Aoba Hospital"}},
		"midori": {"role": "institution", "name": "Midori"},
		"kusa": {"role": "institution"},
	}}

	subject.label(declared, "aoba") == {"ja": "青葉病院", "en": "Aoba Hospital"}
	subject.label(declared, "midori") == "Midori"
	subject.label(declared, "kusa") == "kusa"
	subject.label(declared, "none") == {"en": "nobody", "ja": "なし"}
}

of(given) := found if {
	found := subject.of with input as given
}

carried(declaration, section, name, written) := object.union(written, {
	"agreements": {},
	"papers": papers({}),
	"root": ["declarations", declaration],
	"place": ["declarations", declaration, section, name],
})

night(written, spec) := found if {
	found := subject.carrying(written, spec, ["declarations", "d"], ["telework", "night"]) with input as {
		"declarations": {"d": spec},
		"context": {"as_of": "2026-11-22"},
	}
}

papers(agreements) := found if {
	found := paper.among(agreements) with input as {"context": {"as_of": "2026-11-22"}}
}

parties := {"aoba": {"role": "institution"}}
