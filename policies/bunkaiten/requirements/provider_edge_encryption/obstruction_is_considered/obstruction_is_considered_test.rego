package bunkaiten_test.requirements.provider_edge_encryption.obstruction_is_considered

import data.bunkaiten.requirements.provider_edge_encryption.obstruction_is_considered as requirement

referral := "d/exchanges/referral"

carrier_names := {"en": "Tokai Telecom", "ja": "東海通信"}

test_allow_obstruction_in_the_list_of_the_provider_without_a_note if {
	every listed in [
		{"carrier": ["obstruction"]},
		{"carrier": ["tampering", "obstruction"], "aoba": ["obstruction"]},
	] {
		notes(sharing("carrier", listed)) == set()
	}
}

test_allow_obstruction_in_the_list_of_either_provider_of_the_path_without_a_note if {
	every listed in [
		{"carrier": ["obstruction"], "guard": []},
		{"guard": ["obstruction"]},
		{"carrier": ["obstruction"], "guard": ["obstruction"]},
	] {
		notes(sharing("guard", listed)) == set()
	}
}

test_note_when_no_provider_of_the_path_bears_obstruction if {
	every listed in [
		{"carrier": ["eavesdropping", "tampering", "intrusion", "availability"]},
		{"carrier": []},
		{"carrier": ["tampering"], "aoba": ["obstruction"]},
		{"isp": ["obstruction"]},
		"none",
	] {
		notes(sharing("carrier", listed)) == {not_assigned(referral, [carrier_names])}
	}
}

test_note_names_every_provider_of_the_path_sorted if {
	notes(sharing("guard", {"carrier": ["tampering"]})) == {not_assigned(referral, [carrier_names, "guard"])}
	notes(sharing("accel", {"carrier": ["tampering"]})) == {not_assigned(referral, ["accel", carrier_names])}
}

test_note_when_nothing_is_stated if {
	every field in ["responsibilities", "responsibilities/management"] {
		given := json.remove(
			sharing("carrier", {"carrier": ["obstruction"]}),
			[concat("/", ["declarations/d/exchanges/referral", field])],
		)

		notes(given) == {not_assigned(referral, [carrier_names])}
	}
}

test_note_for_each_exchange_by_itself if {
	given := declaring({
		"referral": sharing_of("carrier", {"carrier": ["obstruction"]}),
		"images": sharing_of("carrier", {"carrier": ["tampering"]}),
		"films": object.union(sharing_of("carrier", "none"), {"encryption": end_to_end}),
	})

	notes(given) == {not_assigned("d/exchanges/images", [carrier_names])}
}

test_allow_nothing_but_exchanges_from_the_edge_over_a_provider_s_network_to_be_noted if {
	every patch in [
		{"data": "other"},
		{"encryption": end_to_end},
		{"encryption": "none"},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
		{"path": {"medium": "telephone"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba"}}},
		{"path": {"routeSecuredBy": "none"}},
	] {
		notes(declaring({"referral": object.union(sharing_of("carrier", "none"), patch)})) == set()
	}
}

end_to_end := {"begins": {"operatedBy": "aoba"}, "ends": {"midori": {"operatedBy": "midori"}}}

not_assigned(key, providers) := {
	"code": "obstruction_not_assigned",
	"subject": key,
	"pointers": [concat("", ["/declarations/", key])],
	"values": {"providers": providers},
}

notes(given) := found if {
	found := requirement.note with input as given
}

sharing(secured_by, management) := declaring({"referral": sharing_of(secured_by, management)})

sharing_of(secured_by, management) := object.union(exchange, {
	"path": {"routeSecuredBy": secured_by},
	"responsibilities": {"management": management},
})

declaring(exchanges) := {
	"declarations": {"d": {"parties": parties, "exchanges": exchanges}},
	"context": {"as_of": "2026-11-22"},
}

parties := {
	"aoba": {"role": "institution"},
	"midori": {"role": "institution"},
	"carrier": {"role": "provider", "name": carrier_names},
	"guard": {"role": "provider"},
	"accel": {"role": "provider"},
	"isp": {"role": "provider"},
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"provider": "carrier",
		"routersConfiguredBy": {"aoba": "carrier", "midori": "carrier"},
	},
	"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}},
}
