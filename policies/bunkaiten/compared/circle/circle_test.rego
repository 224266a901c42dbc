package bunkaiten_test.compared.circle

import data.bunkaiten.compared.circle

test_every_party_that_a_subject_names_has_a_part_in_it if {
	of({
		"externalStorage": {
			"archive": {"owner": "aoba", "custodian": "kura", "sharedWith": ["midori"]},
			"idle": {"owner": "aoba", "custodian": "kura", "sharedWith": "none"},
		},
		"entrustedWork": {"reading": {"institution": "aoba", "contractor": "labo", "purpose": "diagnosis"}},
		"remoteMaintenance": {"pacs": {"institution": "aoba", "maintainer": "medifix", "supervisor": "x"}},
		"telework": {"duty": {"institution": "aoba", "users": ["labo"]}},
	}) == {
		"d/externalStorage/archive": {"aoba", "kura", "midori"},
		"d/externalStorage/idle": {"aoba", "kura"},
		"d/entrustedWork/reading": {"aoba", "labo"},
		"d/remoteMaintenance/pacs": {"aoba", "medifix"},
		"d/telework/duty": {"aoba"},
	}
}

test_whoever_has_a_hand_in_an_exchange_has_a_part_in_it if {
	bare := {"data": "patient-information", "source": "aoba", "destinations": {"parties": ["midori"], "others": "none"}}

	of({"exchanges": {"e": bare}}) == {"d/exchanges/e": {"aoba", "midori"}}
	of({"exchanges": {"e": object.union(bare, {
		"path": {"provider": "net", "routersConfiguredBy": {"aoba": "medifix", "kusa": "kusa"}},
		"encryption": {"begins": {"operatedBy": "labo"}, "ends": {"midori": {"operatedBy": "kura"}}},
	})}}) == {"d/exchanges/e": {"aoba", "kura", "labo", "medifix", "midori", "net"}}
	of({"exchanges": {"e": object.union(bare, {"data": "other"})}}) == {}
}

of(sections) := found if {
	roles := {"net": {"role": "provider"}, "aoba": {"role": "institution"}, "kusa": {"role": "institution"}}
	found := {key: parties | some key, parties in circle.of} with input as {"declarations": {"d": object.union(
		sections,
		{"parties": roles},
	)}}
}
