package bunkaiten_test.requirements.provider_edge_encryption.institution_manages_information

import data.bunkaiten.requirements.provider_edge_encryption.institution_manages_information as requirement

referral := "d/exchanges/referral"

carrier_names := {"en": "Tokai Telecom", "ja": "東海通信"}

nobody := {"en": "nobody", "ja": "なし"}

test_allow_information_that_the_source_or_a_destination_manages if {
	every holder in ["aoba", "midori"] {
		verdict(held_by(holder)) == only({"satisfied": {referral}})
	}
}

test_allow_information_on_every_path if {
	every path in paths {
		verdict(envelope({"path": path})) == only({"satisfied": {referral}})
	}
}

test_deny_encrypted_line_that_is_said_to_make_the_information_the_carrier_s if {
	verdict(held_by("carrier")) == only({"deny": {put_on("borne_by_provider", carrier_names)}})
	verdict(held_by("isp")) == only({"deny": {put_on("borne_by_provider", "isp")}})
}

test_deny_information_with_the_carrier_on_every_path if {
	every path in paths {
		given := envelope({"path": path, "responsibilities": {"information": "carrier"}})

		verdict(given) == only({"deny": {put_on("borne_by_provider", carrier_names)}})
	}
}

test_deny_information_that_another_party_manages if {
	every holder in ["hoshi", "labo", "medifix", "kura"] {
		verdict(held_by(holder)) == only({"deny": {put_on("borne_by_another", holder)}})
	}
}

test_deny_end_that_is_no_institution if {
	given := envelope({"destinations": {"parties": ["midori", "labo"]}, "responsibilities": {"information": "labo"}})

	verdict(given) == only({"deny": {put_on("borne_by_another", "labo")}})
}

test_deny_information_that_nobody_manages if {
	verdict(held_by("none")) == only({"deny": {put_on("borne_by_nobody", nobody)}})
}

test_undetermined_when_nobody_is_named if {
	found := {
		"code": "fact_not_stated",
		"subject": referral,
		"pointers": ["/declarations/d/exchanges/referral/responsibilities/information"],
		"values": {"field": "spec.exchanges.referral.responsibilities.information"},
	}

	every field in ["responsibilities", "responsibilities/information"] {
		given := json.remove(envelope({}), [concat("/", ["declarations/d/exchanges/referral", field])])

		verdict(given) == only({"undetermined": {found}})
	}
}

test_allow_and_deny_each_exchange_on_one_line_by_itself if {
	images := object.union(exchange, {"responsibilities": {"information": "carrier"}})
	films := object.union(images, {"encryption": end_to_end})

	verdict(declaring({"referral": exchange, "images": images, "films": films})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "borne_by_provider",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/responsibilities/information"],
			"values": {"holder": carrier_names},
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
		given := envelope(object.union({"responsibilities": {"information": "carrier"}}, patch))

		verdict(given) == only({"applies": set()})
	}
}

# a provider's network, own routers, the telephone network, and three that settle no class
paths := [
	{"medium": "closed-ip", "provider": "carrier", "routeSecuredBy": "carrier", "routersConfiguredBy": by_carrier},
	{"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}},
	{"medium": "telephone"},
	{"routersConfiguredBy": {"aoba": "aoba", "midori": "carrier"}},
	{"routersConfiguredBy": by_carrier},
	{"routeSecuredBy": "carrier"},
]

by_carrier := {"aoba": "carrier", "midori": "carrier"}

end_to_end := {"begins": {"operatedBy": "aoba"}, "ends": {"midori": {"operatedBy": "midori"}}}

put_on(code, holder) := {
	"code": code,
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral/responsibilities/information"],
	"values": {"holder": holder},
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

held_by(holder) := envelope({"responsibilities": {"information": holder}})

envelope(patch) := declaring({"referral": object.union(exchange, patch)})

declaring(exchanges) := {
	"declarations": {"d": {"parties": parties, "exchanges": exchanges}},
	"context": {"as_of": "2026-11-22"},
}

parties := {
	"aoba": {"role": "institution"},
	"midori": {"role": "institution"},
	"hoshi": {"role": "institution"},
	"carrier": {"role": "provider", "name": carrier_names},
	"isp": {"role": "provider"},
	"labo": {"role": "contractor"},
	"medifix": {"role": "maintainer"},
	"kura": {"role": "custodian"},
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {"provider": "carrier"},
	"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}},
	"responsibilities": {"information": "aoba"},
}
