package bunkaiten_test.requirements.provider_network.path_demarcation_is_fixed

import data.bunkaiten.requirements.provider_network.path_demarcation_is_fixed as requirement

referral := "d/exchanges/referral"

test_allow_point_on_an_agreement_that_settles_it_in_force if {
	every patch in [
		{},
		{"form": "network-rules", "between": ["net", "midori", "aoba"]},
		{"form": "minute", "signedBy": ["aoba", "midori"]},
		{"validTo": "2026-11-22"},
		{"validTo": "2026-11-21", "renewal": "automatic"},
	] {
		verdict(agreed(patch)) == only({"satisfied": {referral}})
	}
}

test_allow_places_that_exist_or_stand_in_no_document if {
	every place in ["site:chubu-net/MDF", kept] {
		verdict(object.union(placed(place), deployed)) == only({"satisfied": {referral}})
	}
	verdict(placed("site:chubu-net/MDF")) == only({"satisfied": {referral}})
	verdict(object.union(placed(kept), meant)) == only({"satisfied": {referral}})
}

test_allow_points_between_others_beside_it if {
	also := {"between": ["aoba", "net"], "at": "terraform:aws_dx_connection.gone", "agreement": "none"}

	verdict(pointing([also, point])) == only({"satisfied": {referral}})
}

test_allow_agreement_that_says_too_little_beside_the_one_that_settles_it if {
	verdict(declaring({"agreements": {"draft": {"between": ["aoba", "midori"]}}})) == only({"satisfied": {referral}})
}

test_allow_each_destination_with_a_point_of_its_own if {
	to_kusa := {"between": ["kusa", "aoba"], "at": "site:kusa/ONU", "agreement": "with-kusa"}
	given := declaring({
		"agreements": {"with-kusa": object.union(path_2026, {"between": ["aoba", "kusa"]})},
		"exchanges": {"referral": object.union(to_both, {"demarcationPoints": [point, to_kusa]})},
	})

	verdict(given) == only({"satisfied": {referral}})
}

test_deny_no_point_although_it_is_agreed if {
	every points in ["none", [object.union(point, {"between": ["aoba", "net"]})]] {
		verdict(pointing(points)) == only({"deny": {no_point(midori)}})
	}
}

test_deny_no_agreement_although_there_is_a_point if {
	every patch in [{"between": ["aoba", "net"]}, {"between": ["midori", "net"]}] {
		verdict(agreed(patch)) == only({"deny": {
			no_agreement(midori),
			cited("point_cites_others", "path-2026"),
		}})
	}
}

test_deny_agreement_that_does_not_settle_it_or_is_not_in_force if {
	every matters in [[], ["outage-response", "incident-response"], ["management-division"]] {
		verdict(agreed({"settles": matters})) == only({"deny": {fault("matter_not_settled", "/settles")}})
	}
	every patch, tail in {
		{"validTo": "2026-11-21"}: "/validTo",
		{"validFrom": "2026-11-23"}: "/validFrom",
		{"signedOn": "2026-11-23"}: "/signedOn",
		{"signedBy": ["aoba"]}: "/signedBy",
	} {
		verdict(agreed(patch)) == only({"deny": {fault("agreement_not_in_force", tail)}})
	}
}

test_deny_published_terms if {
	verdict(agreed({"form": "terms-of-service"})) == only({"deny": {
		fault("only_published_terms", "/form"),
		cited("point_cites_terms", "path-2026"),
	}})

	terms := {"form": "terms-of-service", "between": ["aoba", "net"]}
	verdict(citing({"terms": terms}, "terms")) == only({"deny": {cited("point_cites_terms", "terms")}})
}

test_deny_point_that_rests_on_another_agreement_than_the_one_that_settles_it if {
	ended := object.union(path_2026, {"validFrom": "2025-04-01", "validTo": "2026-03-31"})
	with_net := object.union(path_2026, {"between": ["aoba", "net"]})

	verdict(citing({"path-2025": ended}, "path-2025")) == only({"deny": {cited("point_cites_unfit", "path-2025")}})
	verdict(citing({"line": with_net}, "line")) == only({"deny": {cited("point_cites_others", "line")}})
	verdict(citing({}, "none")) == only({"deny": {on_nothing}})
}

test_deny_place_that_was_renamed_or_removed if {
	every place in ["terraform:aws_dx_connection.renamed", "terraform:aws_dx_connection.old"] {
		verdict(object.union(placed(place), deployed)) == only({"deny": {at_place("thing_not_found", place)}})
		verdict(object.union(object.union(placed(place), deployed), meant)) == only({"deny": {at_place(
			"thing_not_found",
			place,
		)}})
	}
}

test_deny_each_destination_without_a_point_or_an_agreement if {
	verdict(declaring({"exchanges": {"referral": to_both}})) == only({"deny": {no_point("kusa"), no_agreement("kusa")}})
}

test_deny_several_faults_at_once if {
	lost := {"between": ["midori", "aoba"], "at": "terraform:aws_dx_connection.renamed", "agreement": "none"}
	given := declaring({
		"agreements": {"path-2026": {"settles": []}},
		"exchanges": {"referral": {"demarcationPoints": [lost]}},
	})

	verdict(object.union(given, deployed)) == only({"deny": {
		fault("matter_not_settled", "/settles"),
		object.union(on_nothing, {"values": {"place": "terraform:aws_dx_connection.renamed"}}),
		at_place("thing_not_found", "terraform:aws_dx_connection.renamed"),
	}})
}

test_deny_and_undetermined_at_once if {
	silent := json.remove(agreed({}), ["declarations/d/agreements/path-2026/settles"])
	given := object.union(silent, {"declarations": {"d": {"exchanges": {"referral": {"demarcationPoints": "none"}}}}})

	verdict(given) == only({
		"deny": {no_point(midori)},
		"undetermined": {unstated("agreements.path-2026.settles")},
	})
}

test_undetermined_where_points_are_not_stated if {
	given := json.remove(declaring({}), ["declarations/d/exchanges/referral/demarcationPoints"])

	verdict(given) == only({"undetermined": {unstated("exchanges.referral.demarcationPoints")}})
}

test_undetermined_where_the_point_names_no_agreement if {
	verdict(pointing([object.remove(point, ["agreement"])])) == only({"undetermined": {unstated(concat(".", [
		"exchanges.referral.demarcationPoints",
		"0.agreement",
	]))}})
}

test_undetermined_where_the_agreement_says_too_little if {
	every field in ["form", "settles", "validFrom", "validTo"] {
		given := json.remove(declaring({}), [concat("/", ["declarations/d/agreements/path-2026", field])])

		verdict(given) == only({"undetermined": {unstated(concat(".", ["agreements.path-2026", field]))}})
	}
	verdict(agreed({"form": "letter"})) == only({"undetermined": {unstated("agreements.path-2026.signedBy")}})
}

test_undetermined_where_the_agreement_is_open_although_the_point_says_all if {
	settling := object.remove(path_2026, ["validTo"])
	given := citing({"path-2026": {"settles": []}, "annex": settling}, "annex")

	verdict(given) == only({"undetermined": {unstated("agreements.annex.validTo")}})
}

test_undetermined_where_the_point_cites_what_is_open_although_another_settles_it if {
	endless := object.remove(path_2026, ["validTo"])

	verdict(citing({"annex": endless}, "annex")) == only({"undetermined": {unstated("agreements.annex.validTo")}})
}

test_undetermined_where_the_place_cannot_be_looked_up if {
	incomplete := object.union(deployed, {"terraform": {"plan.json": {"complete": false}}})
	gone := "terraform:aws_dx_connection.renamed"

	verdict(placed(kept)) == only({"undetermined": {at_place("nothing_to_look_in", kept)}})
	verdict(object.union(placed(gone), incomplete)) == only({"undetermined": {at_place("plan_incomplete", gone)}})
	verdict(object.union(placed(kept), incomplete)) == only({"satisfied": {referral}})
}

test_allow_deny_and_undetermined_exchanges_by_themselves if {
	images := object.union(exchange, {"demarcationPoints": "none"})
	orders := object.remove(exchange, ["demarcationPoints"])
	of_images := {"subject": "d/exchanges/images", "pointers": ["/declarations/d/exchanges/images/demarcationPoints"]}

	verdict(declaring({"exchanges": {"images": images, "orders": orders}})) == {
		"applies": {referral, "d/exchanges/images", "d/exchanges/orders"},
		"satisfied": {referral},
		"deny": {object.union(no_point(midori), of_images)},
		"undetermined": {object.union(
			unstated("exchanges.orders.demarcationPoints"),
			{"subject": "d/exchanges/orders"},
		)},
	}
}

test_allow_nothing_where_the_requirement_does_not_apply if {
	every patch in [
		{"data": "other"},
		{"destinations": {"parties": []}},
		{"destinations": {"parties": [], "others": "unidentified"}},
		{"path": {"medium": "telephone"}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}},
		{"path": {"routersConfiguredBy": {"aoba": "aoba"}}},
		{"path": {"routeSecuredBy": "none"}},
	] {
		referred := object.union(patch, {"demarcationPoints": "none"})

		verdict(declaring({"exchanges": {"referral": referred}})) == only({"applies": set()})
	}
}

no_point(other) := {
	"code": "no_point",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral/demarcationPoints"],
	"values": {"one": aoba, "other": other},
}

no_agreement(other) := {
	"code": "no_agreement",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral"],
	"values": {"one": aoba, "other": other},
}

fault(code, tail) := {
	"code": code,
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral", concat("", ["/declarations/d/agreements/path-2026", tail])],
	"values": {"one": aoba, "other": midori, "agreements": ["path-2026"]},
}

cited(code, name) := {
	"code": code,
	"subject": referral,
	"pointers": [
		"/declarations/d/exchanges/referral/demarcationPoints/0/agreement",
		concat("/", ["/declarations/d/agreements", name]),
	],
	"values": {"one": aoba, "other": midori, "place": point.at, "agreement": name},
}

on_nothing := {
	"code": "point_without_agreement",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral/demarcationPoints/0/agreement"],
	"values": {"one": aoba, "other": midori, "place": point.at, "agreement": "none"},
}

at_place(code, place) := {
	"code": code,
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral/demarcationPoints/0/at"],
	"values": {"thing": place, "kind": {"en": "Terraform plan", "ja": "Terraform のプラン"}},
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

agreed(patch) := declaring({"agreements": {"path-2026": patch}})

pointing(points) := declaring({"exchanges": {"referral": {"demarcationPoints": points}}})

placed(place) := pointing([object.union(point, {"at": place})])

citing(agreements, name) := declaring({
	"agreements": agreements,
	"exchanges": {"referral": {"demarcationPoints": [object.union(point, {"agreement": name})]}},
})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

meant := {"context": {"deployments": "declarations-only"}}

deployed := {"terraform": {"plan.json": {"resource_changes": [
	{"address": "aws_dx_connection.referral", "change": {"actions": ["no-op"]}},
	{"address": "aws_dx_connection.old", "change": {"actions": ["delete"]}},
]}}}

kept := "terraform:aws_dx_connection.referral"

to_both := {"destinations": {"parties": ["midori", "kusa"]}}

aoba := {"ja": "青葉病院", "en": "Aoba Hospital"}

midori := "みどり診療所"

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba},
		"midori": {"role": "institution", "name": midori},
		"kusa": {"role": "institution"},
		"net": {"role": "provider"},
	},
	"agreements": {"path-2026": path_2026},
	"exchanges": {"referral": exchange},
}

path_2026 := {
	"form": "contract",
	"between": ["aoba", "midori"],
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"settles": ["path-demarcation"],
}

point := {"between": ["aoba", "midori"], "at": "site:chubu-net/MDF", "agreement": "path-2026"}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "net",
		"routersConfiguredBy": {"aoba": "net", "midori": "net", "kusa": "net"},
	},
	"demarcationPoints": [point],
}
