package bunkaiten_test.declared.point

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.path
import data.bunkaiten.declared.point

referral := "d/exchanges/referral"

test_point_is_fixed_by_an_agreement_that_settles_the_matter_in_force_between_the_two if {
	every patch in [
		{},
		{"between": ["net", "midori", "aoba"]},
		{"form": "minute", "signedBy": ["aoba", "midori"]},
		{"validFrom": "2026-11-22"},
		{"validTo": "2026-11-22"},
		{"validTo": "2026-11-21", "renewal": "automatic"},
		{"settles": ["outage-response", "path-demarcation"]},
	] {
		verdict(agreed(patch)) == fixed
	}
}

test_point_lies_between_two_in_either_order if {
	verdict(pointing([site(["midori", "aoba"], "paper")])) == fixed
	answers(pointing([site(ends, "paper")]), ["midori", "aoba"]) == fixed
}

test_every_point_between_the_two_counts if {
	verdict(pointing([site(ends, "paper"), site(ends, "paper")])) == fixed
	verdict(pointing([site(ends, "paper"), site(ends, "none")])) == denied({without_agreement(1)})
	verdict(pointing([site(ends, "none"), site(ends, "paper")])) == denied({without_agreement(0)})
}

test_point_between_others_does_not_count if {
	every pair in [["aoba", "net"], ["midori", "net"], ["aoba", "kusa"]] {
		verdict(pointing([site(pair, "paper")])) == denied({missing})
		verdict(pointing([site(pair, "none"), site(ends, "paper")])) == fixed
		verdict(pointing([{"between": pair, "at": gone}, site(ends, "paper")])) == fixed
	}
}

test_no_point_is_a_breach_and_silence_is_open if {
	every points in ["none", []] {
		verdict(pointing(points)) == denied({missing})
	}
	verdict(without("exchanges/referral/demarcationPoints")) == opened({unstated("exchanges.referral.demarcationPoints")})
}

test_point_that_names_no_agreement_is_open_and_one_that_rests_on_none_a_breach if {
	field := unstated("exchanges.referral.demarcationPoints.0.agreement")

	verdict(pointing([{"between": ends, "at": "site:MDF"}])) == opened({field})
	verdict(pointing([site(ends, "none")])) == denied({without_agreement(0)})
}

test_point_that_cites_published_terms_is_a_breach_whoever_they_bind if {
	every parties in [["aoba", "midori"], ["aoba", "net"]] {
		also := {"terms": {"form": "terms-of-service", "between": parties, "settles": ["path-demarcation"]}}
		given := declaring({
			"agreements": also,
			"exchanges": {"referral": {"demarcationPoints": [site(ends, "terms")]}},
		})

		verdict(given) == denied({citing("point_cites_terms", "terms")})
	}
	verdict(agreed({"form": "terms-of-service"})) == denied({citing("point_cites_terms", "paper")})
}

test_point_that_cites_an_agreement_of_others_is_a_breach if {
	every parties in [["aoba", "net"], ["midori", "net"], ["net", "kusa"]] {
		verdict(agreed({"between": parties})) == denied({citing("point_cites_others", "paper")})
		verdict(citing_annex(json.remove(annex({"between": parties}), ["validTo", "settles", "form"]))) == denied({citing(
			"point_cites_others",
			"annex",
		)})
	}
}

test_point_that_cites_an_unfit_agreement_is_a_breach_where_another_would_be_fit if {
	every patch in [
		{"validTo": "2026-11-21"},
		{"validTo": "2026-11-21", "renewal": "none"},
		{"validFrom": "2026-11-23"},
		{"signedBy": ["aoba"]},
		{"signedOn": "2026-11-23"},
		{"settles": []},
		{"settles": ["management-division", "outage-response"]},
	] {
		verdict(citing_annex(annex(patch))) == denied({citing("point_cites_unfit", "annex")})

		# what ails the only agreement of the two is said by accord
		verdict(agreed(patch)) == silent
	}
}

test_point_that_cites_an_unfit_agreement_is_a_breach_while_another_is_open if {
	given := json.remove(citing_annex(annex({"settles": []})), ["declarations/d/agreements/paper/validTo"])

	verdict(given) == denied({citing("point_cites_unfit", "annex")})
}

test_fields_that_the_cited_agreement_does_not_state_are_open_though_another_settles_the_matter if {
	every field in ["settles", "validFrom", "validTo", "form"] {
		open := opened({unstated(concat(".", ["agreements.annex", field]))})

		verdict(citing_annex(json.remove(annex({}), [field]))) == open
	}
	verdict(citing_annex(annex({"form": "letter"}))) == opened({unstated("agreements.annex.signedBy")})
	verdict(citing_annex(json.remove(annex({}), ["settles", "validTo"]))) == opened({
		unstated("agreements.annex.settles"),
		unstated("agreements.annex.validTo"),
	})
}

test_only_the_matter_that_is_asked_for_counts if {
	given := agreed({"settles": ["path-demarcation"]})
	divided := agreed({"settles": ["management-division"]})

	answers_on(given, ends, "management-division") == silent
	answers_on(divided, ends, "management-division") == fixed
	answers_on(divided, ends, "path-demarcation") == silent
}

test_place_has_to_exist_in_the_document_of_its_kind if {
	every place in [kept, replaced, service, "site:MDF"] {
		at(place, plan_and_manifest) == fixed
	}
	at(gone, plan_and_manifest) == denied({placed("thing_not_found", gone, plan)})
	at(deleted, plan_and_manifest) == denied({placed("thing_not_found", deleted, plan)})
	at("kubernetes:lab/Service/pacs", plan_and_manifest) == denied({placed(
		"thing_not_found",
		"kubernetes:lab/Service/pacs", manifest,
	)})
}

test_place_is_open_where_no_document_of_its_kind_was_given if {
	at(kept, {}) == opened({placed("nothing_to_look_in", kept, plan)})
	at(service, {}) == opened({placed("nothing_to_look_in", service, manifest)})
	at(kept, {"kubernetes": plan_and_manifest.kubernetes}) == opened({placed("nothing_to_look_in", kept, plan)})
	at(service, {"terraform": plan_and_manifest.terraform}) == opened({placed("nothing_to_look_in", service, manifest)})
	at("site:MDF", {}) == fixed
}

test_place_is_set_aside_where_only_declarations_are_meant if {
	meant := {"context": {"deployments": "declarations-only"}}

	at(kept, meant) == fixed
	at(service, meant) == fixed
	at(gone, object.union(plan_and_manifest, meant)) == denied({placed("thing_not_found", gone, plan)})
	at(kept, {"context": {"deployments": "expected"}}) == opened({placed("nothing_to_look_in", kept, plan)})
}

test_place_is_open_where_the_plan_says_that_it_is_not_complete if {
	incomplete := object.union(plan_and_manifest, {"terraform": {"plan.json": {"complete": false}}})

	at(gone, incomplete) == opened({placed("plan_incomplete", gone, plan)})
	at(kept, incomplete) == fixed
	at("kubernetes:lab/Service/pacs", incomplete) == denied({placed(
		"thing_not_found",
		"kubernetes:lab/Service/pacs", manifest,
	)})
}

test_what_a_point_rests_on_and_where_it_lies_are_both_judged if {
	lost := {"between": ends, "at": gone, "agreement": "none"}
	given := object.union(pointing([lost, {"between": ends, "at": service}]), {"terraform": plan_and_manifest.terraform})

	verdict(given) == {
		"fixed": false,
		"denials": {
			object.union(without_agreement(0), {"values": {"place": gone}}),
			placed("thing_not_found", gone, plan),
		},
		"open": {
			unstated("exchanges.referral.demarcationPoints.1.agreement"),
			object.union(
				placed("nothing_to_look_in", service, manifest),
				{"pointers": ["/declarations/d/exchanges/referral/demarcationPoints/1/at"]},
			),
		},
	}
}

test_each_pair_and_each_exchange_has_its_own_points if {
	given := declaring({
		"agreements": {"both": object.union(spec.agreements.paper, {"between": ["aoba", "midori", "kusa"]})},
		"exchanges": {
			"referral": {
				"destinations": {"parties": ["midori", "kusa"]},
				"path": {"routersConfiguredBy": {"kusa": "net"}},
				"demarcationPoints": [site(["aoba", "midori"], "both")],
			},
			"images": object.union(exchange, {"demarcationPoints": [site(["aoba", "midori"], "none")]}),
		},
	})
	to_kusa := object.union(missing, {"values": {"other": "kusa"}})

	answers(given, ["aoba", "midori"]) == fixed
	answers(given, ["aoba", "kusa"]) == denied({to_kusa})
}

fixed := {"fixed": true, "denials": set(), "open": set()}

silent := {"fixed": false, "denials": set(), "open": set()}

denied(findings) := {"fixed": false, "denials": findings, "open": set()}

opened(findings) := {"fixed": false, "denials": set(), "open": findings}

missing := {
	"code": "no_point",
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral/demarcationPoints"],
	"values": {"one": "青葉病院", "other": "midori"},
}

without_agreement(index) := {
	"code": "point_without_agreement",
	"subject": referral,
	"pointers": [sprintf("/declarations/d/exchanges/referral/demarcationPoints/%d/agreement", [index])],
	"values": {"one": "青葉病院", "other": "midori", "place": "site:MDF", "agreement": "none"},
}

citing(code, agreement) := {
	"code": code,
	"subject": referral,
	"pointers": [
		"/declarations/d/exchanges/referral/demarcationPoints/0/agreement",
		concat("/", ["/declarations/d/agreements", agreement]),
	],
	"values": {"one": "青葉病院", "other": "midori", "place": "site:MDF", "agreement": agreement},
}

placed(code, place, kind) := {
	"code": code,
	"subject": referral,
	"pointers": ["/declarations/d/exchanges/referral/demarcationPoints/0/at"],
	"values": {"thing": place, "kind": kind},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": referral,
	"pointers": [concat("/", ["/declarations/d", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec", field])},
}

plan := {"en": "Terraform plan", "ja": "Terraform のプラン"}

manifest := {"en": "Kubernetes manifest", "ja": "Kubernetes のマニフェスト"}

verdict(given) := answers(given, ends)

answers(given, pair) := answers_on(given, pair, "path-demarcation")

answers_on(given, pair, matter) := found if {
	found := judged(pair, matter) with input as given
}

judged(pair, matter) := found if {
	declared := path.provider_network[referral]
	settled := {pair: agreement.settled(declared, pair)}
	found := {
		"fixed": is_fixed(declared, pair, matter),
		"denials": point.denials(referral, declared, settled, matter),
		"open": point.open(referral, declared, settled, matter),
	}
}

is_fixed(declared, pair, matter) if {
	point.is_fixed(referral, declared, pair, matter)
} else := false

at(place, given) := found if {
	found := verdict(object.union(pointing([{"between": ends, "at": place, "agreement": "paper"}]), given))
}

site(pair, agreement_name) := {"between": pair, "at": "site:MDF", "agreement": agreement_name}

ends := ["aoba", "midori"]

kept := "terraform:aws_dx_connection.referral"

replaced := `terraform:module.line["x"].aws_vpn_connection.backup`

deleted := "terraform:aws_dx_connection.old"

gone := "terraform:aws_dx_connection.renamed"

service := "kubernetes:clinic/Service/pacs"

plan_and_manifest := {
	"terraform": {"plan.json": {"resource_changes": [
		{"address": "aws_dx_connection.referral", "change": {"actions": ["no-op"]}},
		{"address": `module.line["x"].aws_vpn_connection.backup`, "change": {"actions": ["delete", "create"]}},
		{"address": "aws_dx_connection.old", "change": {"actions": ["delete"]}},
	]}},
	"kubernetes": {"k8s/pacs.yaml": {
		"apiVersion": "v1",
		"kind": "Service",
		"metadata": {"namespace": "clinic", "name": "pacs"},
	}},
}

agreed(patch) := declaring({"agreements": {"paper": patch}})

pointing(points) := declaring({"exchanges": {"referral": {"demarcationPoints": points}}})

# the point cites a second agreement, while the first would be fit
citing_annex(written) := declaring({
	"agreements": {"annex": written},
	"exchanges": {"referral": {"demarcationPoints": [site(ends, "annex")]}},
})

annex(patch) := object.union(spec.agreements.paper, patch)

without(steps) := json.remove(declaring({}), [concat("/", ["declarations/d", steps])])

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": "青葉病院"},
		"midori": {"role": "institution"},
		"kusa": {"role": "institution"},
		"net": {"role": "provider"},
	},
	"agreements": {"paper": {
		"form": "contract",
		"between": ["aoba", "midori"],
		"validFrom": "2026-04-01",
		"validTo": "2027-03-31",
		"settles": ["path-demarcation"],
	}},
	"exchanges": {"referral": exchange},
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {"medium": "closed-ip", "routeSecuredBy": "net", "routersConfiguredBy": {"aoba": "net", "midori": "net"}},
	"demarcationPoints": [{"between": ["aoba", "midori"], "at": "site:MDF", "agreement": "paper"}],
}
