package bunkaiten_test.requirements.provider_network.principles_are_kept_in_mind

import data.bunkaiten.requirements.provider_network.principles_are_kept_in_mind as requirement

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

test_note_the_principle_of_each_basis if {
	every basis, code in {
		"entrustment": "principle_of_entrustment",
		"third-party-provision": "principle_of_provision",
		"statutory": "principle_of_law",
		"none": "principle_by_basis",
	} {
		notes(envelope({"basis": basis})) == {noted(code, "referral", ["net"])}
	}
}

test_note_both_principles_while_the_basis_is_not_stated if {
	given := json.remove(envelope({}), ["declarations/d/exchanges/referral/basis"])

	notes(given) == {noted("principle_by_basis", "referral", ["net"])}
}

test_note_every_provider_of_the_path if {
	given := envelope({"path": {"provider": "line"}})

	notes(given) == {noted("principle_of_entrustment", "referral", ["Line", "net"])}
}

test_note_once_for_each_exchange_on_one_line if {
	given := declaring({"exchanges": {"letters": object.union(exchange, {"basis": "third-party-provision"})}})

	notes(given) == {
		noted("principle_of_entrustment", "referral", ["net"]),
		noted("principle_of_provision", "letters", ["net"]),
	}
}

test_note_nothing_off_the_network_of_a_provider if {
	every patch in [
		{"data": "other"},
		{"path": {"routeSecuredBy": "none"}},
		{"path": {"medium": "telephone"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
	] {
		notes(envelope(patch)) == set()
	}
}

noted(code, name, providers) := {
	"code": code,
	"subject": concat("/", ["d/exchanges", name]),
	"pointers": [concat("", ["/declarations/d/exchanges/", name, "/path"])],
	"values": {"source": aoba_names, "providers": providers},
}

notes(given) := found if {
	found := requirement.note with input as given
}

envelope(patch) := declaring({"exchanges": {"referral": patch}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba_names},
		"midori": {"role": "institution"},
		"net": {"role": "provider"},
		"line": {"role": "provider", "name": "Line"},
	},
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
		"routersConfiguredBy": {"aoba": "net", "midori": "net"},
		"provider": "net",
	},
}
