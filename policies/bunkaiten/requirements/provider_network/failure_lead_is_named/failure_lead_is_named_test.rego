package bunkaiten_test.requirements.provider_network.failure_lead_is_named

import data.bunkaiten.requirements.provider_network.failure_lead_is_named as requirement

referral := "d/exchanges/referral"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

net_names := {"en": "Tokai Net", "ja": "東海ネット"}

test_allow_one_provider_that_leads_by_an_agreement_of_each_institution if {
	verdict(envelope({})) == only({"satisfied": {referral}})
}

test_allow_more_agreements_that_name_the_same_leader_or_none if {
	every other in [
		contract("aoba"),
		object.union(contract("aoba"), {"settles": []}),
		object.union(contract("aoba"), {"settles": [], "failureLead": "none"}),
		object.remove(contract("aoba"), ["settles"]),
		object.union(contract("aoba"), {"validTo": "2025-03-31", "failureLead": "line"}),
		object.union(contract("aoba"), {"between": ["aoba", "line"], "failureLead": "line"}),
		object.union(contract("aoba"), {"between": ["aoba", "midori"], "failureLead": "line"}),
		object.union(json.remove(contract("aoba"), ["validTo"]), {"between": ["aoba", "midori"], "failureLead": "none"}),
	] {
		verdict(agreed({"other": other})) == only({"satisfied": {referral}})
	}
}

test_allow_what_a_provider_leaves_open_with_others_than_the_institutions_of_the_exchange if {
	with_others := object.union(object.remove(contract("aoba"), ["failureLead"]), {"between": ["net", "maker"]})

	verdict(agreed({"other": with_others})) == only({"satisfied": {referral}})
}

test_allow_one_agreement_of_all_parties_and_both_providers_of_the_path if {
	every leader in ["net", "line"] {
		joint := object.union(contract("aoba"), {"between": ["aoba", "midori", "net", "line"], "failureLead": leader})
		given := json.patch(envelope({"path": {"provider": "line"}}), [{
			"op": "replace",
			"path": "/declarations/d/agreements",
			"value": {"joint": joint},
		}])

		verdict(given) == only({"satisfied": {referral}})
	}
}

test_allow_leader_of_both_institutions_that_is_a_party_to_each_agreement if {
	every name, institution in {"for-aoba": "aoba", "for-midori": "midori"} {
		joint := {"between": [institution, "net", "line"]}

		verdict(agreed({name: joint})) == only({"satisfied": {referral}})
	}
}

test_allow_provider_of_one_router_that_follows_the_one_leader if {
	joint := object.union(contract("midori"), {"between": ["midori", "net", "isp"], "failureLead": "net"})

	verdict(by_isp({"for-midori": joint})) == only({"satisfied": {referral}})
}

test_deny_institutions_that_each_name_their_own_leader if {
	joint := {"between": ["midori", "net", "line"], "failureLead": "line"}
	found := rival(["for-midori", "for-aoba"], ["for-aoba", "for-midori"], ["line", net_names])

	verdict(agreed({"for-midori": joint})) == only({"deny": {found}})
}

test_deny_provider_of_one_router_that_leads_beside_the_one_of_the_path if {
	with_isp := object.union(contract("midori"), {"between": ["midori", "isp"], "failureLead": "isp"})
	found := rival(["with-isp", "for-midori"], ["for-aoba", "for-midori", "with-isp"], ["isp", net_names])

	verdict(by_isp({"with-isp": with_isp})) == only({"deny": {found}})
	verdict(agreed({"with-isp": with_isp})) == only({"satisfied": {referral}})
}

test_deny_provider_that_configures_every_router_and_with_which_nothing_is_settled if {
	by_isp := {"aoba": "isp", "midori": "isp"}

	verdict(envelope({"path": {"routersConfiguredBy": by_isp}})) == only({"deny": {
		alone(aoba_names, "isp"),
		alone("midori", "isp"),
	}})
}

test_undetermined_when_one_institution_may_have_named_another_leader if {
	other := object.remove(object.union(contract("midori"), {"failureLead": "line", "settles": []}), ["validTo"])

	verdict(agreed({"other": other})) == only({"undetermined": {unstated("agreements.other.validTo")}})
}

test_deny_institution_without_an_agreement_in_force_that_settles_it if {
	every given in [
		{"fields": {"settles": []}, "code": "matter_not_settled", "tail": ["settles"]},
		{"fields": {"settles": ["tampering"]}, "code": "matter_not_settled", "tail": ["settles"]},
		{"fields": {"validTo": "2026-11-21"}, "code": "agreement_not_in_force", "tail": ["validTo"]},
		{"fields": {"validFrom": "2026-11-23"}, "code": "agreement_not_in_force", "tail": ["validFrom"]},
		{"fields": {"signedOn": "2026-11-23"}, "code": "agreement_not_in_force", "tail": ["signedOn"]},
		{"fields": {"signedBy": ["net"]}, "code": "agreement_not_in_force", "tail": ["signedBy"]},
	] {
		found := unagreed(given.code, given.tail)

		verdict(agreed({"for-aoba": given.fields})) == only({"deny": {found}})
	}
	verdict(agreed({"for-aoba": {"between": ["aoba", "line"]}})) == only({"deny": {alone(aoba_names, net_names)}})
}

test_deny_second_provider_of_the_path_with_which_nothing_is_settled if {
	verdict(envelope({"path": {"provider": "line"}})) == only({"deny": {
		alone(aoba_names, "line"),
		alone("midori", "line"),
	}})
}

test_deny_leader_that_is_nobody_no_provider_or_no_party if {
	every given in [
		{"leader": "none", "label": {"en": "nobody", "ja": "なし"}, "code": "nobody_leads"},
		{"leader": "aoba", "label": aoba_names, "code": "leader_is_no_provider"},
		{"leader": "maker", "label": "maker", "code": "leader_is_no_provider"},
		{"leader": "line", "label": "line", "code": "leader_is_no_party"},
	] {
		both := {name: {"failureLead": given.leader} | some name in ["for-aoba", "for-midori"]}
		found := {wrong(given.code, name, given.label) | some name, _ in both}

		verdict(agreed(both)) == only({"deny": found})
	}
}

test_deny_agreement_of_an_institution_that_names_nobody_beside_one_that_names_the_leader if {
	nobody := {"en": "nobody", "ja": "なし"}
	other := object.union(contract("aoba"), {"failureLead": "none"})

	verdict(agreed({"other": other})) == only({"deny": {wrong("nobody_leads", "other", nobody)}})
}

test_deny_two_agreements_that_name_different_leaders if {
	joint := object.union(contract("aoba"), {"between": ["aoba", "net", "line"], "failureLead": "line"})

	every fields in [{}, {"settles": []}, {"settles": ["availability"]}] {
		verdict(agreed({"joint": object.union(joint, fields)})) == only({"deny": {rival(
			["joint", "for-midori"],
			["for-aoba", "for-midori", "joint"],
			["line", net_names],
		)}})
	}
	verdict(json.remove(agreed({"joint": joint}), ["declarations/d/agreements/joint/settles"])) == only({"deny": {rival(
		["joint", "for-midori"],
		["for-aoba", "for-midori", "joint"],
		["line", net_names],
	)}})
}

test_deny_three_leaders_with_the_first_and_the_last if {
	others := {name: object.union(contract("aoba"), {"between": ["aoba", "net", name], "failureLead": name}) |
		some name in ["isp", "line"]
	}

	verdict(agreed(others)) == only({"deny": {rival(
		["isp", "for-midori"],
		["for-aoba", "for-midori", "isp", "line"],
		["isp", "line", net_names],
	)}})
}

test_deny_stranger_and_two_leaders_at_once if {
	other := object.union(contract("aoba"), {"failureLead": "line"})

	verdict(agreed({"other": other})) == only({"deny": {
		wrong("leader_is_no_party", "other", "line"),
		rival(["other", "for-midori"], ["for-aoba", "for-midori", "other"], ["line", net_names]),
	}})
}

test_deny_two_providers_of_the_path_that_each_lead_by_their_own_agreement if {
	with_line := {institution: object.union(contract(institution), {
		"between": [institution, "line"],
		"failureLead": "line",
	}) |
		some institution in ["aoba", "midori"]
	}
	given := object.union(agreed(with_line), {"declarations": {"d": {"exchanges": {"referral": {"path": {
		"provider": "line",
	}}}}}})
	names := ["aoba", "for-aoba", "for-midori", "midori"]

	verdict(given) == only({"deny": {rival(["aoba", "for-midori"], names, ["line", net_names])}})
}

test_undetermined_when_the_matter_is_settled_without_a_name if {
	given := without("for-aoba", ["failureLead"])

	verdict(given) == only({"undetermined": {unstated("agreements.for-aoba.failureLead")}})
}

test_undetermined_when_one_of_two_agreements_settles_the_matter_without_a_name if {
	other := object.remove(contract("aoba"), ["failureLead"])

	verdict(agreed({"other": other})) == only({"undetermined": {unstated("agreements.other.failureLead")}})
}

test_undetermined_when_the_agreement_says_too_little if {
	every fields in [["settles"], ["validFrom"], ["validTo"], ["form"], ["settles", "validTo"]] {
		found := {unstated(concat(".", ["agreements.for-aoba", field])) | some field in fields}

		verdict(without("for-aoba", fields)) == only({"undetermined": found})
	}
	verdict(agreed({"for-aoba": {"form": "letter"}})) == only({"undetermined": {unstated("agreements.for-aoba.signedBy")}})
}

test_undetermined_when_another_agreement_may_spoil_what_is_settled if {
	every given in [
		{"absent": "validTo", "fields": {"failureLead": "none"}},
		{"absent": "settles", "fields": {"failureLead": "none"}},
		{"absent": "validTo", "fields": {"failureLead": "line"}},
		{"absent": "validTo", "fields": {"failureLead": "line", "settles": []}},
		{"absent": "validTo", "fields": {"failureLead": "line", "between": ["aoba", "net", "line"]}},
	] {
		other := object.remove(object.union(contract("aoba"), given.fields), [given.absent])
		found := unstated(concat(".", ["agreements.other", given.absent]))

		verdict(agreed({"other": other})) == only({"undetermined": {found}})
	}
}

test_undetermined_when_the_owner_of_the_line_is_not_stated if {
	given := json.remove(envelope({}), ["declarations/d/exchanges/referral/path/provider"])

	verdict(given) == only({"undetermined": {unstated("exchanges.referral.path.provider")}})
}

test_deny_and_undetermined_when_one_institution_names_a_stranger_and_the_other_nobody if {
	given := json.remove(
		agreed({"for-aoba": {"failureLead": "line"}}),
		["declarations/d/agreements/for-midori/failureLead", "declarations/d/exchanges/referral/path/provider"],
	)

	verdict(given) == only({
		"deny": {wrong("leader_is_no_party", "for-aoba", "line")},
		"undetermined": {
			unstated("agreements.for-midori.failureLead"),
			unstated("exchanges.referral.path.provider"),
		},
	})
}

test_allow_and_deny_each_exchange_by_its_own_parties if {
	letters := object.union(exchange, {"destinations": {"parties": ["kita"]}})
	found := {
		wrong("leader_is_no_party", "for-kita", "line"),
		rival(["for-kita", "for-aoba"], ["for-aoba", "for-kita"], ["line", net_names]),
	}
	given := declaring({
		"agreements": {"for-kita": object.union(contract("kita"), {"failureLead": "line"})},
		"exchanges": {"letters": letters},
	})

	verdict(given) == {
		"applies": {referral, "d/exchanges/letters"},
		"satisfied": {referral},
		"deny": {object.union(breach, {"subject": "d/exchanges/letters"}) | some breach in found},
		"undetermined": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"path": {"routeSecuredBy": "none"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori", "kita": "kita"}}},
	] {
		given := declaring({
			"agreements": {"for-aoba": {"failureLead": "none"}, "for-midori": {"failureLead": "line"}},
			"exchanges": {"referral": patch},
		})

		verdict(given) == only({"applies": set()})
	}
}

alone(institution, provider) := {
	"code": "no_agreement",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral"],
	"values": {"one": institution, "other": provider},
}

unagreed(code, fields) := {
	"code": code,
	"subject": referral,
	"pointers": [
		"/declarations/d/exchanges/referral",
		concat("/", array.concat(["/declarations/d/agreements/for-aoba"], fields)),
	],
	"values": {"one": aoba_names, "other": net_names, "agreements": ["for-aoba"]},
}

wrong(code, name, leader) := {
	"code": code,
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d/agreements", name, "failureLead"])],
	"values": {"agreement": name, "leader": leader},
}

rival(shown, names, leaders) := {
	"code": "two_leaders",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d/agreements", name, "failureLead"]) | some name in shown],
	"values": {"agreements": names, "leaders": leaders},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec", field])},
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

# a provider that configures one router alone
by_isp(agreements) := object.union(agreed(agreements), {"declarations": {"d": {"exchanges": {"referral": {"path": {
	"routersConfiguredBy": {"midori": "isp"},
}}}}}})

agreed(patch) := declaring({"agreements": patch})

without(name, fields) := json.remove(envelope({}), [concat("/", ["declarations/d/agreements", name, field]) |
	some field in fields
])

envelope(patch) := declaring({"exchanges": {"referral": patch}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba_names},
		"midori": {"role": "institution"},
		"kita": {"role": "institution"},
		"net": {"role": "provider", "name": net_names},
		"line": {"role": "provider"},
		"isp": {"role": "provider"},
		"maker": {"role": "maintainer"},
	},
	"agreements": {"for-aoba": contract("aoba"), "for-midori": contract("midori")},
	"exchanges": {"referral": exchange},
}

contract(institution) := {
	"form": "contract",
	"between": [institution, "net"],
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"settles": ["failure-lead"],
	"failureLead": "net",
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "net",
		"routersConfiguredBy": {"aoba": "net", "midori": "net", "kita": "net"},
		"provider": "net",
	},
}
