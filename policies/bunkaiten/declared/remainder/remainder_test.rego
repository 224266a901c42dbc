package bunkaiten_test.declared.remainder

import data.bunkaiten.declared.remainder

referral := "d/exchanges/referral"

test_exchange_encrypted_end_to_end_over_a_provider_network_leaves_the_provider_the_rest if {
	keys(envelope({})) == {"exchanges": {referral}, "accords": {referral}}
}

test_nothing_is_left_on_another_path_or_with_another_encryption if {
	every patch in [
		{"data": "other"},
		{"encryption": "none"},
		{"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}}},
		{"encryption": {"ends": {"midori": {"operatedBy": "carrier"}}}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba"}}},
		{"path": {"medium": "telephone"}},
		{"path": {"routeSecuredBy": "none"}},
	] {
		keys(envelope(patch)) == {"exchanges": set(), "accords": set()}
	}
}

test_each_institution_stands_with_each_provider if {
	exchanges := remainder.exchanges with input as envelope({})
	accords := remainder.accords with input as envelope({})
	two := remainder.accords with input as envelope({"path": {"provider": "isp"}})

	exchanges[referral].path == exchange.path
	exchanges[referral].agreements == spec.agreements
	{[pair, matters] | some pair, matters in accords[referral]} == {
		[["aoba", "carrier"], {"tampering"}],
		[["midori", "carrier"], set()],
	}
	{[pair, matters] | some pair, matters in two[referral]} == {
		[["aoba", "carrier"], {"tampering"}],
		[["midori", "carrier"], set()],
		[["aoba", "isp"], set()],
		[["midori", "isp"], {"obstruction"}],
	}
}

keys(given) := {"exchanges": exchanges, "accords": accords} if {
	exchanges := object.keys(remainder.exchanges) with input as given
	accords := object.keys(remainder.accords) with input as given
}

envelope(patch) := {
	"declarations": {"d": object.union(spec, {"exchanges": {"referral": object.union(exchange, patch)}})},
	"context": {"as_of": "2026-11-22"},
}

spec := {
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution"},
		"carrier": {"role": "provider"},
		"isp": {"role": "provider"},
	},
	"agreements": {
		"net": object.union(paper, {"between": ["aoba", "carrier"], "settles": ["tampering"]}),
		"isp": object.union(paper, {"between": ["midori", "isp"], "settles": ["obstruction"]}),
	},
}

paper := {"form": "contract", "validFrom": "2026-04-01", "validTo": "open"}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "carrier",
		"routersConfiguredBy": {"aoba": "carrier", "midori": "carrier"},
		"provider": "carrier",
	},
	"encryption": {
		"begins": {"at": "source-system", "operatedBy": "aoba"},
		"ends": {"midori": {"at": "destination-system", "operatedBy": "midori"}},
	},
}
