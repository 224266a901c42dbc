package bunkaiten_test.requirements.provider_network.management_is_divided_with_provider

import data.bunkaiten.requirements.provider_network.management_is_divided_with_provider as requirement

referral := "d/exchanges/referral"

test_allow_each_institution_with_its_own_agreement_and_point if {
	every patch in [
		{},
		{"form": "sla"},
		{"form": "letter", "signedBy": ["midori", "net"]},
		{"validTo": "2026-11-22"},
		{"settles": ["route-security", "management-division"]},
	] {
		verdict(with_midori(patch)) == only({"satisfied": {referral}})
	}
}

test_allow_one_agreement_of_three_for_both if {
	shared := object.union(contract, {"between": ["net", "aoba", "midori"]})
	points := [object.union(point, {"agreement": "shared"}) | some point in exchange.demarcationPoints]

	verdict(agreements_and_points({"shared": shared}, points)) == only({"satisfied": {referral}})
}

test_allow_institutions_that_meet_the_provider_at_one_place if {
	points := [object.union(point, {"at": "site:net/exchange"}) | some point in exchange.demarcationPoints]

	verdict(pointing(points)) == only({"satisfied": {referral}})
}

test_allow_agreement_that_says_too_little_beside_the_one_that_settles_it if {
	verdict(declaring({"agreements": {"draft": {"between": ["net", "midori"]}}})) == only({"satisfied": {referral}})
}

test_allow_source_alone_with_its_provider if {
	verdict(exchanging({"destinations": {"parties": []}})) == only({"satisfied": {referral}})
	verdict(exchanging({"destinations": {"others": "unidentified"}})) == only({"satisfied": {referral}})
}

test_allow_line_of_no_provider if {
	verdict(exchanging({"path": {"provider": "none"}})) == only({"satisfied": {referral}})
	verdict(exchanging({"path": {"provider": "aoba"}})) == only({"satisfied": {referral}})
}

test_allow_both_providers_of_the_path if {
	verdict(over_two(["aoba", "midori"], ["aoba", "midori"])) == only({"satisfied": {referral}})
}

test_deny_institution_that_has_nothing_with_one_of_two_providers if {
	verdict(over_two(["aoba", "midori"], ["aoba"])) == only({"deny": {no_point(midori, "line")}})
	verdict(over_two(["aoba"], ["aoba", "midori"])) == only({"deny": {
		no_agreement(midori, "line"),
		resting("point_cites_others", 3, midori, "line", "line-2026"),
	}})
	verdict(exchanging({"path": {"provider": "line"}})) == only({"deny": {
		no_agreement(aoba, "line"),
		no_agreement(midori, "line"),
		no_point(aoba, "line"),
		no_point(midori, "line"),
	}})
}

test_deny_point_of_the_other_institution_alone if {
	verdict(pointing([point_of_aoba])) == only({"deny": {no_point(midori, net)}})
	verdict(pointing([point_of_midori])) == only({"deny": {no_point(aoba, net)}})
}

test_deny_point_between_the_institutions_alone if {
	between := object.union(point_of_aoba, {"between": ["aoba", "midori"]})

	every points in ["none", [between]] {
		verdict(pointing(points)) == only({"deny": {no_point(aoba, net), no_point(midori, net)}})
	}
}

test_deny_agreement_of_the_other_institution_alone if {
	on_that_of_aoba := object.union(point_of_midori, {"agreement": "net-aoba"})
	given := {"net-aoba": spec.agreements["net-aoba"]}

	verdict(agreements_and_points(given, [point_of_aoba, on_that_of_aoba])) == only({"deny": {
		no_agreement(midori, net),
		resting("point_cites_others", 1, midori, net, "net-aoba"),
	}})
	verdict(pointing([point_of_aoba, on_that_of_aoba])) == only({"deny": {resting(
		"point_cites_others",
		1, midori, net, "net-aoba",
	)}})
}

test_deny_agreement_that_does_not_settle_it_or_is_not_in_force if {
	every matters in [[], ["path-demarcation"], ["route-security", "availability"]] {
		verdict(with_midori({"settles": matters})) == only({"deny": {fault("matter_not_settled", "/settles")}})
	}
	every patch, tail in {
		{"validTo": "2026-11-21"}: "/validTo",
		{"validFrom": "2026-11-23"}: "/validFrom",
		{"signedOn": "2026-11-23"}: "/signedOn",
		{"signedBy": ["net"]}: "/signedBy",
	} {
		verdict(with_midori(patch)) == only({"deny": {fault("agreement_not_in_force", tail)}})
	}
}

test_deny_published_terms if {
	verdict(with_midori({"form": "terms-of-service"})) == only({"deny": {
		fault("only_published_terms", "/form"),
		resting("point_cites_terms", 1, midori, net, "net-midori"),
	}})
}

test_deny_point_that_rests_on_another_agreement_or_on_none if {
	ended := object.union(contract, {"between": ["midori", "net"], "validTo": "2026-03-31"})
	given := declaring({
		"agreements": {"ended": ended},
		"exchanges": {"referral": {"demarcationPoints": [
			point_of_aoba,
			object.union(point_of_midori, {"agreement": "ended"}),
		]}},
	})

	verdict(given) == only({"deny": {resting("point_cites_unfit", 1, midori, net, "ended")}})
	verdict(pointing([point_of_aoba, object.union(point_of_midori, {"agreement": "none"})])) == only({"deny": {resting(
		"point_without_agreement",
		1, midori, net, "none",
	)}})
}

test_deny_place_that_was_renamed_or_removed if {
	gone := "terraform:aws_dx_connection.renamed"
	found := at_place("thing_not_found", gone)

	verdict(object.union(placed(gone), deployed)) == only({"deny": {found}})
	verdict(object.union(placed("terraform:aws_dx_connection.midori"), deployed)) == only({"satisfied": {referral}})
}

test_deny_and_undetermined_at_once if {
	given := pointing([object.remove(point_of_aoba, ["agreement"])])

	verdict(given) == only({
		"deny": {no_point(midori, net)},
		"undetermined": {unstated("exchanges.referral.demarcationPoints.0.agreement")},
	})
	verdict(json.remove(given, ["declarations/d/agreements/net-midori"])) == only({
		"deny": {no_point(midori, net), no_agreement(midori, net)},
		"undetermined": {unstated("exchanges.referral.demarcationPoints.0.agreement")},
	})
}

test_undetermined_where_nobody_says_whose_line_it_is if {
	given := json.remove(declaring({}), ["declarations/d/exchanges/referral/path/provider"])

	verdict(given) == only({"undetermined": {unstated("exchanges.referral.path.provider")}})
}

test_undetermined_where_points_are_not_stated if {
	given := json.remove(declaring({}), ["declarations/d/exchanges/referral/demarcationPoints"])

	verdict(given) == only({"undetermined": {unstated("exchanges.referral.demarcationPoints")}})
}

test_undetermined_where_the_agreement_says_too_little if {
	every field in ["form", "settles", "validFrom", "validTo"] {
		given := json.remove(declaring({}), [concat("/", ["declarations/d/agreements/net-midori", field])])

		verdict(given) == only({"undetermined": {unstated(concat(".", ["agreements.net-midori", field]))}})
	}
	verdict(with_midori({"form": "minute"})) == only({"undetermined": {unstated("agreements.net-midori.signedBy")}})
}

test_undetermined_where_an_agreement_is_open_although_the_point_says_all if {
	given := declaring({
		"agreements": {
			"net-midori": {"settles": []},
			"annex": object.remove(object.union(contract, {"between": ["midori", "net"]}), ["validTo"]),
		},
		"exchanges": {"referral": {"demarcationPoints": [
			point_of_aoba,
			object.union(point_of_midori, {"agreement": "annex"}),
		]}},
	})

	verdict(given) == only({"undetermined": {unstated("agreements.annex.validTo")}})
}

test_undetermined_where_the_point_cites_what_is_open_although_another_settles_it if {
	endless := object.remove(object.union(contract, {"between": ["midori", "net"]}), ["validTo"])
	given := declaring({
		"agreements": {"annex": endless},
		"exchanges": {"referral": {"demarcationPoints": [
			point_of_aoba,
			object.union(point_of_midori, {"agreement": "annex"}),
		]}},
	})

	verdict(given) == only({"undetermined": {unstated("agreements.annex.validTo")}})
}

test_deny_and_undetermined_where_there_is_no_point_and_the_agreement_says_too_little if {
	silent := json.remove(pointing([point_of_aoba]), ["declarations/d/agreements/net-midori/settles"])

	verdict(silent) == only({
		"deny": {no_point(midori, net)},
		"undetermined": {unstated("agreements.net-midori.settles")},
	})
}

test_undetermined_where_the_place_cannot_be_looked_up if {
	place := "terraform:aws_dx_connection.midori"
	gone := "terraform:aws_dx_connection.renamed"
	incomplete := object.union(deployed, {"terraform": {"plan.json": {"complete": false}}})

	verdict(placed(place)) == only({"undetermined": {at_place("nothing_to_look_in", place)}})
	verdict(object.union(placed(gone), incomplete)) == only({"undetermined": {at_place("plan_incomplete", gone)}})
}

test_note_agreements_that_are_in_force_only_because_they_renew_themselves if {
	renewing := {"validTo": "2026-11-21", "renewal": "automatic"}

	verdict(with_midori(renewing)) == only({"satisfied": {referral}, "note": {renewed("net-midori")}})

	others := declaring({"agreements": {"aoba-midori": object.union(
		contract,
		object.union(renewing, {"between": ["aoba", "midori"]}),
	)}})
	verdict(others) == only({"satisfied": {referral}})
}

test_allow_deny_and_undetermined_exchanges_by_themselves if {
	images := object.union(exchange, {"demarcationPoints": [point_of_aoba]})
	orders := object.remove(exchange, ["demarcationPoints"])
	unsure := json.remove(exchange, ["path/provider"])
	of_images := {"subject": "d/exchanges/images", "pointers": ["/declarations/d/exchanges/images/demarcationPoints"]}

	verdict(declaring({"exchanges": {"images": images, "orders": orders, "unsure": unsure}})) == {
		"applies": {referral, "d/exchanges/images", "d/exchanges/orders", "d/exchanges/unsure"},
		"satisfied": {referral},
		"deny": {object.union(no_point(midori, net), of_images)},
		"undetermined": {
			object.union(unstated("exchanges.orders.demarcationPoints"), {"subject": "d/exchanges/orders"}),
			object.union(unstated("exchanges.unsure.path.provider"), {"subject": "d/exchanges/unsure"}),
		},
		"note": set(),
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"path": {"medium": "telephone"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba"}}},
		{"path": {"routeSecuredBy": "none"}},
	] {
		given := declaring({
			"agreements": {"net-midori": {"validTo": "2026-11-21", "renewal": "automatic"}},
			"exchanges": {"referral": object.union(patch, {"demarcationPoints": "none"})},
		})

		verdict(given) == only({"applies": set()})
		verdict(json.remove(given, ["declarations/d/exchanges/referral/path/provider"])) == only({"applies": set()})
	}
}

no_point(one, other) := {
	"code": "no_point",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral/demarcationPoints"],
	"values": {"one": one, "other": other},
}

no_agreement(one, other) := {
	"code": "no_agreement",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral"],
	"values": {"one": one, "other": other},
}

fault(code, tail) := {
	"code": code,
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral", concat("", ["/declarations/d/agreements/net-midori", tail])],
	"values": {"one": midori, "other": net, "agreements": ["net-midori"]},
}

resting(code, index, one, other, name) := {
	"code": code,
	"subject": referral,
	"pointers": array.concat(
		[sprintf("/declarations/d/exchanges/referral/demarcationPoints/%d/agreement", [index])],
		[concat("/", ["/declarations/d/agreements", name]) | name != "none"],
	),
	"values": {"one": one, "other": other, "place": "site:midori/ONU", "agreement": name},
}

at_place(code, place) := {
	"code": code,
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral/demarcationPoints/1/at"],
	"values": {"thing": place, "kind": {"en": "Terraform plan", "ja": "Terraform のプラン"}},
}

renewed(name) := {
	"code": "renewed_agreement",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d/agreements", name, "validTo"])],
	"values": {"agreement": name, "date": "2026-11-21"},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec", field])},
}

only(parts) := object.union(
	{"applies": {referral}, "satisfied": set(), "deny": set(), "undetermined": set(), "note": set()},
	parts,
)

verdict(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
		"note": requirement.note,
	} with input as given
}

with_midori(patch) := declaring({"agreements": {"net-midori": patch}})

exchanging(patch) := declaring({"exchanges": {"referral": patch}})

pointing(points) := exchanging({"demarcationPoints": points})

placed(place) := pointing([point_of_aoba, object.union(point_of_midori, {"at": place})])

# other agreements instead of those of the base
agreements_and_points(agreements, points) := {
	"declarations": {"d": {
		"parties": spec.parties,
		"agreements": agreements,
		"exchanges": {"referral": object.union(exchange, {"demarcationPoints": points})},
	}},
	"context": {"as_of": "2026-11-22"},
}

# the line is another provider's, with whom these institutions have agreed and have a point
over_two(agreeing, meeting) := declaring({
	"agreements": {"line-2026": object.union(contract, {"between": array.concat(agreeing, ["line"])})},
	"exchanges": {"referral": {
		"path": {"provider": "line"},
		"demarcationPoints": array.concat(
			exchange.demarcationPoints,
			[{"between": [end, "line"], "at": "site:midori/ONU", "agreement": "line-2026"} | some end in meeting],
		),
	}},
})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

deployed := {"terraform": {"plan.json": {"resource_changes": [{
	"address": "aws_dx_connection.midori",
	"change": {"actions": ["create"]},
}]}}}

aoba := {"ja": "青葉病院", "en": "Aoba Hospital"}

midori := "みどり診療所"

net := "中部メディカルネット"

point_of_aoba := {"between": ["aoba", "net"], "at": "site:aoba/ONU", "agreement": "net-aoba"}

point_of_midori := {"between": ["midori", "net"], "at": "site:midori/ONU", "agreement": "net-midori"}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba},
		"midori": {"role": "institution", "name": midori},
		"net": {"role": "provider", "name": net},
		"line": {"role": "provider"},
	},
	"agreements": {
		"net-aoba": object.union(contract, {"between": ["aoba", "net"]}),
		"net-midori": object.union(contract, {"between": ["midori", "net"]}),
	},
	"exchanges": {"referral": exchange},
}

contract := {
	"form": "contract",
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"settles": ["management-division"],
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "net",
		"routersConfiguredBy": {"aoba": "net", "midori": "net"},
		"provider": "net",
	},
	"demarcationPoints": [point_of_aoba, point_of_midori],
}
