package bunkaiten_test.requirements.provider_edge_encryption.institution_manages_local_segment

import data.bunkaiten.requirements.provider_edge_encryption.institution_manages_local_segment as requirement

referral := "d/exchanges/referral"

carrier_names := {"en": "Tokai Telecom", "ja": "東海通信"}

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

nobody := {"en": "nobody", "ja": "なし"}

test_allow_each_institution_on_its_own_side if {
	verdict(held_by({"aoba": "aoba", "midori": "midori", "kusa": "kusa"})) == only({"satisfied": {referral}})
}

test_allow_another_institution_of_the_exchange if {
	verdict(held_by({"aoba": "aoba", "midori": "aoba", "kusa": "midori"})) == only({"satisfied": {referral}})
}

test_allow_one_institution_for_all if {
	every holder in ["aoba", "midori"] {
		verdict(held_by(holder)) == only({"satisfied": {referral}})
	}
}

test_allow_entries_of_parties_that_take_no_part if {
	given := held_by({"aoba": "aoba", "midori": "midori", "kusa": "kusa", "hoshi": "carrier", "labo": "none"})

	verdict(given) == only({"satisfied": {referral}})
}

test_allow_segment_on_every_path if {
	every path in paths {
		verdict(envelope({"path": path})) == only({"satisfied": {referral}})
	}
}

test_allow_destinations_that_nobody_has_identified if {
	verdict(envelope({"destinations": {"others": "unidentified"}})) == only({"satisfied": {referral}})
}

test_deny_segment_of_one_institution_with_the_provider if {
	given := held_by({"aoba": "aoba", "midori": "carrier", "kusa": "kusa"})

	verdict(given) == only({"deny": {put_on("borne_by_provider", "/midori", ["midori"], carrier_names)}})
}

test_deny_segments_of_all_with_the_provider_once if {
	verdict(held_by("carrier")) == only({"deny": {put_on("borne_by_provider", "", all_ends, carrier_names)}})
	verdict(held_by("isp")) == only({"deny": {put_on("borne_by_provider", "", all_ends, "isp")}})
}

test_deny_segment_with_the_provider_on_every_path if {
	every path in paths {
		given := envelope({"path": path, "responsibilities": {"localSegment": {"aoba": "carrier"}}})

		verdict(given) == only({"deny": {put_on("borne_by_provider", "/aoba", [aoba_names], carrier_names)}})
	}
}

test_deny_segment_with_another_party if {
	every holder in ["hoshi", "labo", "medifix"] {
		verdict(held_by(holder)) == only({"deny": {put_on("borne_by_another", "", all_ends, holder)}})
		verdict(held_by({"aoba": holder, "midori": "midori", "kusa": "kusa"})) == only({"deny": {put_on(
			"borne_by_another",
			"/aoba",
			[aoba_names],
			holder,
		)}})
	}
}

test_deny_end_that_is_no_institution if {
	given := envelope({
		"destinations": {"parties": ["midori", "labo"]},
		"responsibilities": {"localSegment": {"aoba": "aoba", "midori": "midori", "labo": "labo"}},
	})

	verdict(given) == only({"deny": {put_on("borne_by_another", "/labo", ["labo"], "labo")}})
}

test_deny_segment_that_nobody_manages if {
	verdict(held_by("none")) == only({"deny": {put_on("borne_by_nobody", "", all_ends, nobody)}})
	verdict(held_by({"aoba": "none", "midori": "midori", "kusa": "kusa"})) == only({"deny": {put_on(
		"borne_by_nobody",
		"/aoba",
		[aoba_names],
		nobody,
	)}})
}

test_deny_every_side_by_itself if {
	verdict(held_by({"aoba": "carrier", "midori": "carrier", "kusa": "none"})) == only({"deny": {
		put_on("borne_by_provider", "/aoba", [aoba_names], carrier_names),
		put_on("borne_by_provider", "/midori", ["midori"], carrier_names),
		put_on("borne_by_nobody", "/kusa", ["kusa"], nobody),
	}})
}

test_deny_and_undetermined_when_one_side_is_the_provider_s_and_another_is_not_named if {
	verdict(held_by({"aoba": "carrier", "kusa": "kusa"})) == only({
		"deny": {put_on("borne_by_provider", "/aoba", [aoba_names], carrier_names)},
		"undetermined": {unstated("localSegment.midori")},
	})
}

test_undetermined_when_one_side_is_not_named if {
	verdict(held_by({"aoba": "aoba", "midori": "midori"})) == only({"undetermined": {unstated("localSegment.kusa")}})
	verdict(held_by({"midori": "aoba"})) == only({"undetermined": {
		unstated("localSegment.aoba"),
		unstated("localSegment.kusa"),
	}})
}

test_undetermined_when_nobody_is_named if {
	every field in ["responsibilities", "responsibilities/localSegment"] {
		given := json.remove(envelope({}), [concat("/", ["declarations/d/exchanges/referral", field])])

		verdict(given) == only({"undetermined": {unstated("localSegment")}})
	}
}

test_allow_and_deny_each_exchange_on_one_line_by_itself if {
	images := object.union(exchange, {"responsibilities": {"localSegment": {"kusa": "carrier"}}})
	films := object.union(images, {"encryption": end_to_end})

	verdict(declaring({"referral": exchange, "images": images, "films": films})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "borne_by_provider",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/responsibilities/localSegment/kusa"],
			"values": {"ends": ["kusa"], "holder": carrier_names},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"encryption": end_to_end},
		{"encryption": {"begins": {"operatedBy": "isp"}}},
		{"encryption": "none"},
	] {
		given := envelope(object.union({"responsibilities": {"localSegment": {"aoba": "carrier"}}}, patch))

		verdict(given) == only({"applies": set()})
	}
}

all_ends := [aoba_names, "kusa", "midori"]

# a provider's network, own routers, the telephone network, and three that settle no class
paths := [
	{"medium": "closed-ip", "provider": "carrier", "routeSecuredBy": "carrier", "routersConfiguredBy": by_carrier},
	{"routersConfiguredBy": {"aoba": "aoba", "midori": "midori", "kusa": "kusa"}},
	{"medium": "telephone"},
	{"routersConfiguredBy": {"aoba": "aoba", "midori": "carrier"}},
	{"routersConfiguredBy": by_carrier},
	{"routeSecuredBy": "carrier"},
]

by_carrier := {"aoba": "carrier", "midori": "carrier", "kusa": "carrier"}

end_to_end := {"begins": {"operatedBy": "aoba"}, "ends": {
	"midori": {"operatedBy": "midori"},
	"kusa": {"operatedBy": "kusa"},
}}

put_on(code, tail, ends, holder) := {
	"code": code,
	"subject": referral,
	"pointers": [concat("", ["/declarations/d/exchanges/referral/responsibilities/localSegment", tail])],
	"values": {"ends": ends, "holder": holder},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d/exchanges/referral/responsibilities", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec.exchanges.referral.responsibilities", field])},
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

held_by(holders) := declaring({"referral": object.union(
	object.remove(exchange, ["responsibilities"]),
	{"responsibilities": {"localSegment": holders}},
)})

envelope(patch) := declaring({"referral": object.union(exchange, patch)})

declaring(exchanges) := {
	"declarations": {"d": {"parties": parties, "exchanges": exchanges}},
	"context": {"as_of": "2026-11-22"},
}

parties := {
	"aoba": {"role": "institution", "name": aoba_names},
	"midori": {"role": "institution"},
	"kusa": {"role": "institution"},
	"hoshi": {"role": "institution"},
	"carrier": {"role": "provider", "name": carrier_names},
	"isp": {"role": "provider"},
	"labo": {"role": "contractor"},
	"medifix": {"role": "maintainer"},
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori", "kusa"], "others": "none"},
	"path": {"provider": "carrier"},
	"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}},
	"responsibilities": {"localSegment": {"aoba": "aoba", "midori": "midori", "kusa": "kusa"}},
}
