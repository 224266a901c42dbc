package bunkaiten_test.requirements.end_to_end_encryption.provider_has_management_responsibility

import data.bunkaiten.requirements.end_to_end_encryption.provider_has_management_responsibility as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

carrier_names := {"en": "Tokai Telecom", "ja": "東海通信"}

test_allow_provider_that_answers_for_anything_but_eavesdropping if {
	every threats in [
		["tampering"],
		["intrusion"],
		["obstruction"],
		["availability"],
		["eavesdropping", "tampering"],
		["tampering", "intrusion", "obstruction", "availability"],
	] {
		verdict(sharing({"carrier": threats})) == only({"satisfied": {referral}})
	}
}

test_allow_one_provider_of_the_path_that_answers_whatever_is_said_of_the_other if {
	every lists in [
		{"carrier": [], "isp": ["tampering"]},
		{"isp": ["tampering"]},
		{"carrier": ["availability"], "isp": []},
		{"carrier": ["availability"]},
	] {
		verdict(over_two(lists)) == only({"satisfied": {referral}})
	}
}

test_deny_provider_that_is_stated_to_bear_nothing if {
	verdict(sharing({"carrier": []})) == only({"deny": {broken("provider_bears_nothing", "/carrier", carrier_names)}})
	verdict(sharing({"carrier": [], "aoba": ["tampering"], "isp": ["tampering"]})) == only({"deny": {broken(
		"provider_bears_nothing",
		"/carrier",
		carrier_names,
	)}})
}

test_deny_management_that_nobody_bears if {
	verdict(sharing("none")) == only({"deny": {broken("provider_bears_nothing", "", carrier_names)}})
	verdict(over_two("none")) == only({"deny": {
		broken("provider_bears_nothing", "", carrier_names),
		broken("provider_bears_nothing", "", "isp"),
	}})
}

test_deny_provider_that_bears_eavesdropping_alone if {
	verdict(sharing({"carrier": ["eavesdropping"]})) == only({"deny": {broken(
		"only_eavesdropping",
		"/carrier",
		carrier_names,
	)}})
}

test_deny_each_of_two_providers_of_which_none_answers if {
	verdict(over_two({"carrier": [], "isp": ["eavesdropping"]})) == only({"deny": {
		broken("provider_bears_nothing", "/carrier", carrier_names),
		broken("only_eavesdropping", "/isp", "isp"),
	}})
}

test_undetermined_when_the_share_of_the_provider_is_not_stated if {
	every lists in [{"aoba": ["tampering"]}, {"isp": ["tampering"]}] {
		verdict(sharing(lists)) == only({"undetermined": {unstated("carrier")}})
	}
	bare := json.remove(sharing({}), ["declarations/d/exchanges/referral/responsibilities"])
	verdict(bare) == only({"undetermined": {unstated("carrier")}})
}

test_undetermined_when_one_provider_bears_nothing_and_the_share_of_the_other_is_not_stated if {
	every lists in [{"carrier": []}, {"carrier": ["eavesdropping"]}] {
		verdict(over_two(lists)) == only({"undetermined": {unstated("isp")}})
	}
	verdict(over_two({"aoba": []})) == only({"undetermined": {unstated("carrier"), unstated("isp")}})
}

test_allow_and_deny_each_exchange_by_itself if {
	bearing := object.union(exchange, {"responsibilities": {"management": {"carrier": ["availability"]}}})
	idle := object.union(exchange, {"responsibilities": {"management": {"carrier": []}}})

	verdict(declaring({"exchanges": {"referral": bearing, "images": idle}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "provider_bears_nothing",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/responsibilities/management/carrier"],
			"values": {"provider": carrier_names},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba"}}},
		{"path": {"medium": "telephone"}},
		{"path": {"routeSecuredBy": "none"}},
		{"encryption": "none"},
		{"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}}},
		{"encryption": {"ends": {"midori": {"operatedBy": "carrier"}}}},
	] {
		idle := object.union(patch, {"responsibilities": {"management": {"carrier": []}}})

		verdict(declaring({"exchanges": {"referral": idle}})) == only({"applies": set()})
	}
}

broken(code, tail, name) := finding(
	code,
	concat("", ["/responsibilities/management", tail]),
	{"provider": name},
)

unstated(party) := finding(
	"fact_not_stated",
	concat("/", ["/responsibilities/management", party]),
	{"field": concat(".", ["spec.exchanges.referral.responsibilities.management", party])},
)

finding(code, tail, values) := {
	"code": code,
	"subject": referral,
	"pointers": [concat("", [place, tail])],
	"values": values,
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

sharing(lists) := declaring({"exchanges": {"referral": {"responsibilities": {"management": lists}}}})

# another provider answers for the route
over_two(lists) := declaring({"exchanges": {"referral": {
	"path": {"routeSecuredBy": "isp"},
	"responsibilities": {"management": lists},
}}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution"},
		"carrier": {"role": "provider", "name": carrier_names},
		"isp": {"role": "provider"},
	},
	"exchanges": {"referral": exchange},
}

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
