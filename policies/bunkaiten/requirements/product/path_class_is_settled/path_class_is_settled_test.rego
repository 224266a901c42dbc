package bunkaiten_test.requirements.product.path_class_is_settled

import data.bunkaiten.finding
import data.bunkaiten.requirements.product.path_class_is_settled as requirement

referral := "d/exchanges/referral"

steps := ["declarations", "d", "exchanges", "referral"]

allowed := {"applies": {referral}, "satisfied": {referral}, "undetermined": set()}

test_allow_carrier_line_with_routers_of_the_institutions if {
	every medium in ["leased-line", "closed-ip", "mobile", "internet"] {
		verdict({"medium": medium, "provider": "chubu-net", "routersConfiguredBy": own}) == allowed
	}
	verdict({"routersConfiguredBy": own}) == allowed
	verdict({"routersConfiguredBy": own, "routeSecuredBy": "chubu-net"}) == allowed
}

test_allow_telephone_network_that_says_nothing_else if {
	verdict({"medium": "telephone"}) == allowed
	verdict({"medium": "telephone", "routersConfiguredBy": {"aoba": "aoba", "midori": "chubu-net"}}) == allowed
}

test_allow_provider_that_answers_and_configures_every_router if {
	verdict(provided) == allowed
}

test_allow_contractor_that_configures_under_an_agreement_in_force if {
	verdict_under({"paper": paper({})}, {"routersConfiguredBy": {"aoba": "labo", "midori": "midori"}}) == allowed
}

test_allow_nothing_to_judge_where_no_patient_information_flows if {
	none := {"applies": set(), "satisfied": set(), "undetermined": set()}

	judged(envelope("none", object.union(exchange_on({}), {"data": "other"}))) == none
	judged(object.remove(envelope("none", {}), ["declarations"])) == none
}

test_undetermined_internet_is_no_telephone_network if {
	verdict({"medium": "internet"}) == open({not_stated(["path", "routersConfiguredBy", end]) |
		some end in ["aoba", "midori"]
	})
}

test_undetermined_routers_by_institutions_and_a_provider if {
	every hands, values in {
		{"aoba": "aoba", "midori": "chubu-net"}: {"institutions": [names.aoba], "providers": ["midori"]},
		{"aoba": "chubu-net", "midori": "midori"}: {"institutions": ["midori"], "providers": [names.aoba]},
		{"aoba": "second-net", "midori": "aoba"}: {"institutions": ["midori"], "providers": [names.aoba]},
	} {
		mixed := finding.at("routers_by_both", referral, [step(["path", "routersConfiguredBy"])], values)

		verdict(object.union(provided, {"routersConfiguredBy": hands})) == open({mixed})
		verdict(object.remove(object.union(provided, {"routersConfiguredBy": hands}), ["routeSecuredBy"])) == open({mixed})
	}
}

test_undetermined_end_that_is_no_institution_whatever_the_line if {
	place := ["declarations", "d", "parties", "midori", "role"]
	found := finding.at("end_is_no_institution", referral, [place], {"party": "midori"})

	every role in ["contractor", "maintainer", "custodian"] {
		changed := {"declarations": {"d": {"parties": {"midori": {"role": role}}}}}
		every line in [{"medium": "telephone"}, {"medium": "closed-ip", "routersConfiguredBy": own}] {
			judged(object.union(envelope("none", exchange_on(line)), changed)) == open({found})
		}
	}
}

test_note_exchange_that_carries_no_patient_information if {
	place := ["declarations", "d", "exchanges", "referral", "data"]
	other := envelope("none", object.union(exchange_on({}), {"data": "other"}))

	notes(other) == {finding.at("not_patient_information", referral, [place], {})}
	notes(envelope("none", exchange_on({}))) == set()
}

notes(given) := found if {
	found := requirement.note with input as given
}

test_undetermined_router_by_a_stranger_or_nobody if {
	every hand, party in {"labo": names.labo, "kusa": "kusa", "medifix": "medifix", "none": {"en": "nobody", "ja": "なし"}} {
		verdict({"medium": "closed-ip", "routersConfiguredBy": {"aoba": hand, "midori": "midori"}}) == open({stranger(
			"aoba",
			names.aoba,
			party,
		)})
		verdict(object.union(provided, {"routersConfiguredBy": {"midori": hand}})) == open({stranger(
			"midori",
			"midori",
			party,
		)})
	}
}

test_undetermined_contractor_whose_agreement_is_not_in_force_or_not_with_this_institution if {
	found := open({stranger("aoba", names.aoba, names.labo)})

	every patch in [{"validTo": "2026-11-21"}, {"validFrom": "2026-11-23"}, {"between": ["labo", "midori"]}] {
		verdict_under(
			{"paper": paper(patch)},
			{"medium": "internet", "routersConfiguredBy": {"aoba": "labo", "midori": "midori"}},
		) == found
	}
}

test_undetermined_contractor_whose_agreement_says_too_little if {
	hands := {"medium": "internet", "routersConfiguredBy": {"aoba": "labo", "midori": "midori"}}

	every field, given in {
		"signedBy": paper({"form": "minute"}),
		"form": object.remove(paper({}), ["form"]),
		"validFrom": object.remove(paper({}), ["validFrom"]),
		"validTo": object.remove(paper({}), ["validTo"]),
	} {
		unclear := finding.not_stated(referral, ["declarations", "d", "agreements", "paper", field])

		verdict_under({"paper": given}, hands) == open({unclear})
		unclear.values.field == concat("", ["spec.agreements.paper.", field])
	}
}

test_undetermined_unclear_agreements_of_others_are_not_asked_for if {
	given := {
		"paper": paper({"form": "minute"}),
		"kusa": paper({"form": "minute", "between": ["kusa", "aoba"]}),
		"labo": paper({"form": "minute", "between": ["labo", "midori"]}),
	}
	unclear := finding.not_stated(referral, ["declarations", "d", "agreements", "paper", "signedBy"])
	hands := {"aoba": "labo", "midori": "midori"}

	verdict_under(given, {"medium": "internet", "routersConfiguredBy": hands}) == open({unclear})
}

test_undetermined_route_that_nobody_or_no_provider_answers_for if {
	every secured_by in ["none", "aoba", "labo"] {
		unanswered := finding.at("route_by_no_provider", referral, [step(["path", "routeSecuredBy"])], {})

		verdict(object.union(provided, {"routeSecuredBy": secured_by})) == open({unanswered})
	}
}

test_undetermined_route_by_nobody_matters_only_where_a_provider_configures_every_router if {
	line := {"medium": "closed-ip", "routeSecuredBy": "none"}
	values := {"institutions": [names.aoba], "providers": ["midori"]}

	verdict(object.union(line, {"routersConfiguredBy": {"aoba": "aoba", "midori": "chubu-net"}})) == open({finding.at(
		"routers_by_both", referral,
		[step(["path", "routersConfiguredBy"])], values,
	)})
	verdict(object.union(line, {"routersConfiguredBy": {"aoba": "chubu-net"}})) == open({not_stated([
		"path", "routersConfiguredBy",
		"midori",
	])})
	verdict(object.union(line, {"routersConfiguredBy": {"aoba": "chubu-net", "midori": "kusa"}})) == open({stranger(
		"midori",
		"midori",
		"kusa",
	)})
}

test_undetermined_when_a_fact_of_the_provider_network_is_not_stated if {
	every field in ["medium", "routeSecuredBy"] {
		verdict(object.remove(provided, [field])) == open({not_stated(["path", field])})
	}
	verdict(object.remove(provided, ["routersConfiguredBy"])) == open({
		not_stated(["path", "routersConfiguredBy", "aoba"]),
		not_stated(["path", "routersConfiguredBy", "midori"]),
	})
	verdict(json.remove(provided, ["routersConfiguredBy/midori"])) == open({not_stated([
		"path", "routersConfiguredBy",
		"midori",
	])})
}

test_undetermined_when_nothing_is_said_of_the_path if {
	silent := open({
		not_stated(["path", "medium"]),
		not_stated(["path", "routersConfiguredBy", "aoba"]),
		not_stated(["path", "routersConfiguredBy", "midori"]),
	})

	verdict({}) == silent
	judged(envelope({}, object.remove(exchange_on({}), ["path"]))) == silent
}

test_undetermined_when_one_end_is_the_institution_s_and_the_other_is_not_stated if {
	verdict({"medium": "internet", "routersConfiguredBy": {"aoba": "aoba"}}) == open({not_stated([
		"path", "routersConfiguredBy",
		"midori",
	])})
}

test_undetermined_when_one_end_is_the_provider_s_and_the_rest_is_not_stated if {
	verdict({"routersConfiguredBy": {"aoba": "chubu-net"}}) == open({
		not_stated(["path", "medium"]),
		not_stated(["path", "routeSecuredBy"]),
		not_stated(["path", "routersConfiguredBy", "midori"]),
	})
}

test_undetermined_several_faults_at_once if {
	to_all := {"parties": ["midori", "kusa", "sora"], "others": "none"}
	hands := {"aoba": "aoba", "midori": "chubu-net", "kusa": "labo"}
	values := {"institutions": [names.aoba], "providers": ["midori"]}

	judged(envelope({}, object.union(exchange_on({"routersConfiguredBy": hands}), {"destinations": to_all}))) == open({
		finding.at("routers_by_both", referral, [step(["path", "routersConfiguredBy"])], values),
		stranger("kusa", "kusa", names.labo),
		not_stated(["path", "routersConfiguredBy", "sora"]),
		not_stated(["path", "medium"]),
	})
}

test_undetermined_route_by_no_provider_and_medium_not_stated if {
	verdict({"routeSecuredBy": "none", "routersConfiguredBy": provided.routersConfiguredBy}) == open({
		finding.at("route_by_no_provider", referral, [step(["path", "routeSecuredBy"])], {}),
		not_stated(["path", "medium"]),
	})
}

test_allow_unidentified_destinations_are_set_aside if {
	every destinations in [{"parties": ["midori"], "others": "unidentified"}, {"parties": [], "others": "unidentified"}] {
		judged(envelope({}, object.union(exchange_on(provided), {"destinations": destinations}))) == allowed
	}
}

test_undetermined_subjects_are_judged_one_by_one if {
	given := object.union(envelope({}, exchange_on(provided)), {"declarations": {
		"d": {"exchanges": {"images": exchange_on(object.union(provided, {"routeSecuredBy": "none"}))}},
		"e": {"parties": parties, "exchanges": {"referral": exchange_on({"medium": "telephone"})}},
	}})
	place := ["declarations", "d", "exchanges", "images", "path", "routeSecuredBy"]

	judged(given) == {
		"applies": {referral, "d/exchanges/images", "e/exchanges/referral"},
		"satisfied": {referral, "e/exchanges/referral"},
		"undetermined": {finding.at("route_by_no_provider", "d/exchanges/images", [place], {})},
	}
}

verdict(written) := verdict_under("none", written)

verdict_under(agreements, written) := judged(envelope(agreements, exchange_on(written)))

judged(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"undetermined": requirement.undetermined,
	} with input as given
}

open(findings) := {"applies": {referral}, "satisfied": set(), "undetermined": findings}

not_stated(fields) := finding.not_stated(referral, step(fields))

stranger(end, name, party) := finding.at(
	"router_by_other", referral,
	[step(["path", "routersConfiguredBy", end])], {"end": name, "party": party},
)

step(fields) := array.concat(steps, fields)

own := {"aoba": "aoba", "midori": "midori"}

provided := {
	"medium": "closed-ip",
	"routeSecuredBy": "chubu-net",
	"routersConfiguredBy": {"aoba": "chubu-net", "midori": "chubu-net"},
}

exchange_on(written) := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": written,
}

paper(patch) := object.union(
	{"form": "contract", "between": ["labo", "aoba"], "validFrom": "2026-04-01", "validTo": "open"},
	patch,
)

envelope(agreements, written) := {
	"declarations": {"d": {
		"parties": parties,
		"agreements": agreements,
		"exchanges": {"referral": written},
	}},
	"context": {"as_of": "2026-11-22"},
}

names := {"aoba": {"ja": "青葉病院", "en": "Aoba Hospital"}, "labo": "Labo"}

parties := {
	"aoba": {"role": "institution", "name": names.aoba},
	"midori": {"role": "institution"},
	"kusa": {"role": "institution"},
	"sora": {"role": "institution"},
	"chubu-net": {"role": "provider"},
	"second-net": {"role": "provider"},
	"medifix": {"role": "maintainer"},
	"labo": {"role": "contractor", "name": names.labo},
}
