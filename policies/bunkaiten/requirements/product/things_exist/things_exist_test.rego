package bunkaiten_test.requirements.product.things_exist

import data.bunkaiten.finding
import data.bunkaiten.requirements.product.things_exist as requirement

referral := "d/exchanges/referral"

steps := ["declarations", "d", "exchanges", "referral"]

nothing := {"applies": set(), "satisfied": set(), "deny": set(), "undetermined": set()}

allowed := object.union(nothing, {"applies": {referral}, "satisfied": {referral}})

test_allow_things_that_exist if {
	verdict({"implementedBy": [vpn, "terraform:aws_*", pacs, "kubernetes:clinic/*/pacs", "site:midori/onu-1"]}) == allowed
	verdict({"demarcationPoints": [point(vpn), point(pacs), point("site:midori/onu-1")]}) == allowed
}

test_allow_sites_stand_in_no_document if {
	judged(envelope({"implementedBy": ["site:midori/onu-1"], "demarcationPoints": [point("site:x")]}, {})) == allowed
}

test_allow_nothing_to_judge_where_nothing_is_pointed_at if {
	every patch in [
		{},
		{"implementedBy": []},
		{"demarcationPoints": "none"},
		{"data": "other", "implementedBy": [gone], "demarcationPoints": [point(gone)]},
	] {
		verdict(patch) == nothing
	}
}

test_allow_nothing_to_judge_where_only_declarations_are_meant if {
	given := envelope({"implementedBy": [vpn, pacs], "demarcationPoints": [point(gone)]}, {})

	judged(object.union(given, {"context": {"deployments": "declarations-only"}})) == nothing
}

test_deny_where_only_declarations_are_meant_but_the_document_was_given if {
	given := envelope({"implementedBy": [gone]}, given_things)
	meant := object.union(given, {"context": {"deployments": "declarations-only"}})

	judged(meant) == judged(given)
	count(judged(given).deny) == 1
}

test_undetermined_where_nobody_says_what_is_meant if {
	given := envelope({"implementedBy": [gone]}, {})

	judged(json.remove(given, ["context/deployments"])) == judged(given)
	count(judged(given).undetermined) == 1
}

test_every_section_is_compared if {
	every section in ["externalStorage", "telework", "remoteMaintenance", "entrustedWork"] {
		key := concat("/", ["d", section, "x"])
		place := ["declarations", "d", section, "x", "implementedBy", 0]
		given := of_section(section, [gone])

		judged(of_section(section, [vpn])) == object.union(nothing, {"applies": {key}, "satisfied": {key}})
		judged(given) == object.union(nothing, {
			"applies": {key},
			"deny": {finding.at("thing_not_found", key, [place], {"thing": gone})},
		})
		noted(of_section(section, [])) == {finding.at("nothing_compared", key, [["declarations", "d", section, "x"]], {})}
	}
}

test_note_deployment_that_was_given_but_is_named_by_nothing if {
	noted := {finding.at("nothing_compared", referral, [steps], {})}

	every patch in [{}, {"implementedBy": []}, {"demarcationPoints": "none"}] {
		notes(envelope(patch, given_things)) == noted
		notes(envelope(patch, {"terraform": given_things.terraform})) == noted
		notes(envelope(patch, {"kubernetes": given_things.kubernetes})) == noted
		notes(envelope(patch, {})) == set()
		notes(envelope(patch, {"terraform": {}, "kubernetes": {}})) == set()
	}
	notes(envelope({"implementedBy": ["site:x"]}, given_things)) == set()
	notes(envelope({"data": "other"}, given_things)) == set()
}

test_note_is_not_made_where_points_that_others_judge_name_the_deployment if {
	noted := {finding.at("nothing_compared", referral, [steps], {})}

	every at in [vpn, gone, pacs] {
		notes(divided_at(at)) == set()
	}
	notes(divided_at("site:x")) == noted
}

divided_at(at) := envelope({"path": line, "demarcationPoints": [point(at)]}, given_things)

line := {
	"medium": "closed-ip",
	"routeSecuredBy": "chubu-net",
	"routersConfiguredBy": {"aoba": "chubu-net", "midori": "chubu-net"},
}

test_note_is_not_made_where_a_marker_binds_what_the_deployment_shows if {
	given := envelope({}, given_things)

	notes_with(given, {"plan.json aws_vpn.a[0]": {referral}}) == set()
	notes_with(given, {"plan.json aws_vpn.a[0]": {"d/exchanges/other"}}) == notes(given)
}

notes(given) := found if {
	found := requirement.note with input as given
}

notes_with(given, of) := found if {
	found := requirement.note with input as given with data.bunkaiten.observed.binding.of as of
}

test_deny_thing_that_does_not_exist if {
	every reference in [
		gone,
		"terraform:aws_vpn.a",
		"terraform:aws_vpn.a[1]",
		"terraform:aws_vpn.old",
		"terraform:other*",
		"kubernetes:clinic/Service/gone",
		"kubernetes:/Service/pacs",
		"kubernetes:*/Ingress/*",
	] {
		verdict({"implementedBy": [vpn, reference]}) == denied({not_found(["implementedBy", 1], reference)})
		verdict({"demarcationPoints": [point(reference), point(vpn)]}) == denied({not_found(
			["demarcationPoints", 0, "at"],
			reference,
		)})
	}
}

test_deny_demarcation_point_whose_resource_was_renamed_or_removed if {
	removed := change("aws_vpn.removed", ["delete"])
	given := {"terraform": {"plan.json": {"resource_changes": [removed, change("aws_vpn.renamed", ["create"])]}}}

	judged(envelope({"demarcationPoints": [point("terraform:aws_vpn.removed")]}, given)) == denied({not_found(
		["demarcationPoints", 0, "at"],
		"terraform:aws_vpn.removed",
	)})
}

test_allow_resources_that_stay_or_are_replaced if {
	every actions in [["no-op"], ["update"], ["delete", "create"], ["create", "delete"], ["forget"]] {
		given := {"terraform": {"plan.json": {"resource_changes": [change("aws_vpn.a[0]", actions)]}}}

		judged(envelope({"implementedBy": [vpn]}, given)) == allowed
	}
}

test_deny_every_place_where_a_thing_that_does_not_exist_is_named if {
	verdict({
		"implementedBy": [gone, vpn, "terraform:aws_vpn.old"],
		"demarcationPoints": [point(gone), point(pacs), point(gone)],
	}) == denied({
		not_found(["implementedBy", 0], gone),
		not_found(["implementedBy", 2], "terraform:aws_vpn.old"),
		not_found(["demarcationPoints", 0, "at"], gone),
		not_found(["demarcationPoints", 2, "at"], gone),
	})
}

test_undetermined_where_no_document_of_its_kind_was_given if {
	plan := {"en": "Terraform plan", "ja": "Terraform のプラン"}
	manifest := {"en": "Kubernetes manifest", "ja": "Kubernetes のマニフェスト"}
	both := {"implementedBy": [vpn], "demarcationPoints": [point(pacs)]}
	no_plan := unsought(["implementedBy", 0], vpn, plan)
	no_manifest := unsought(["demarcationPoints", 0, "at"], pacs, manifest)

	every empty in [{}, {"terraform": {}, "kubernetes": {}}] {
		judged(envelope(both, empty)) == open({no_plan, no_manifest})
	}
	judged(envelope(both, {"terraform": given_things.terraform})) == open({no_manifest})
	judged(envelope(both, {"kubernetes": given_things.kubernetes})) == open({no_plan})
}

test_undetermined_where_the_plan_says_that_it_is_not_complete if {
	incomplete := object.union(given_things, {"terraform": {"plan.json": {"complete": false}}})

	judged(envelope({"implementedBy": [vpn, gone], "demarcationPoints": [point(gone)]}, incomplete)) == open({
		finding.at("plan_incomplete", referral, [step(["implementedBy", 1])], {"thing": gone}),
		finding.at("plan_incomplete", referral, [step(["demarcationPoints", 0, "at"])], {"thing": gone}),
	})
	judged(envelope({"implementedBy": [vpn, "site:x"]}, incomplete)) == allowed
}

test_deny_object_that_does_not_exist_beside_a_plan_that_is_not_complete if {
	incomplete := object.union(given_things, {"terraform": {"plan.json": {"complete": false}}})
	lost := "kubernetes:clinic/Service/gone"

	judged(envelope({"implementedBy": [gone, lost]}, incomplete)) == {
		"applies": {referral},
		"satisfied": set(),
		"deny": {not_found(["implementedBy", 1], lost)},
		"undetermined": {finding.at("plan_incomplete", referral, [step(["implementedBy", 0])], {"thing": gone})},
	}
}

test_deny_and_undetermined_at_once if {
	given := {"terraform": given_things.terraform}
	manifest := {"en": "Kubernetes manifest", "ja": "Kubernetes のマニフェスト"}

	judged(envelope({"implementedBy": [gone, pacs]}, given)) == {
		"applies": {referral},
		"satisfied": set(),
		"deny": {not_found(["implementedBy", 0], gone)},
		"undetermined": {unsought(["implementedBy", 1], pacs, manifest)},
	}
}

test_allow_demarcation_points_of_a_provider_network_are_judged_elsewhere if {
	provided := {"path": {
		"medium": "closed-ip",
		"routeSecuredBy": "chubu-net",
		"routersConfiguredBy": {"aoba": "chubu-net", "midori": "chubu-net"},
	}}

	verdict(object.union(provided, {"demarcationPoints": [point(gone)]})) == nothing
	verdict(object.union(provided, {"demarcationPoints": [point(gone)], "implementedBy": [vpn]})) == allowed
	verdict(object.union(provided, {"demarcationPoints": [point(vpn)], "implementedBy": [gone]})) == denied({not_found(
		["implementedBy", 0],
		gone,
	)})
}

test_deny_points_of_a_provider_network_between_whom_no_clause_asks_for_one if {
	path := {
		"medium": "closed-ip",
		"routeSecuredBy": "chubu-net",
		"routersConfiguredBy": {"aoba": "chubu-net", "midori": "chubu-net", "kusa": "chubu-net"},
	}
	missing := denied({not_found(["demarcationPoints", 0, "at"], gone)})

	every other in ["labo", "second-net"] {
		verdict(provided_between(path, ["aoba", other])) == missing
	}
	verdict(provided_between(path, ["midori", "aoba"])) == nothing
	verdict(provided_between(path, ["chubu-net", "midori"])) == nothing
}

test_deny_demarcation_points_of_every_other_path if {
	every line in [
		{"medium": "telephone"},
		{"medium": "internet"},
		{"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}},
	] {
		verdict({"path": line, "demarcationPoints": [point(gone)]}) == denied({not_found(
			["demarcationPoints", 0, "at"],
			gone,
		)})
	}
}

test_deny_subjects_are_judged_one_by_one if {
	given := object.union(envelope({"implementedBy": [vpn]}, given_things), {"declarations": {
		"d": {"exchanges": {"images": exchange_with({"implementedBy": [gone]}), "lab": exchange_with({})}},
		"e": {"parties": parties, "exchanges": {"referral": exchange_with({"implementedBy": [pacs]})}},
	}})
	place := ["declarations", "d", "exchanges", "images", "implementedBy", 0]

	judged(given) == {
		"applies": {referral, "d/exchanges/images", "e/exchanges/referral"},
		"satisfied": {referral, "e/exchanges/referral"},
		"deny": {finding.at("thing_not_found", "d/exchanges/images", [place], {"thing": gone})},
		"undetermined": set(),
	}
}

provided_between(path, pair) := {"path": path, "demarcationPoints": [{"between": pair, "at": gone}]}

verdict(patch) := judged(envelope(patch, given_things))

noted(given) := found if {
	found := requirement.note with input as given
}

of_section(section, references) := object.union(given_things, {"declarations": {"d": {
	"parties": {"aoba": {"role": "institution"}},
	section: {"x": {"institution": "aoba", "implementedBy": references}},
}}})

judged(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as given
}

denied(findings) := {"applies": {referral}, "satisfied": set(), "deny": findings, "undetermined": set()}

open(findings) := {"applies": {referral}, "satisfied": set(), "deny": set(), "undetermined": findings}

not_found(fields, reference) := finding.at("thing_not_found", referral, [step(fields)], {"thing": reference})

unsought(fields, reference, kind) := finding.at(
	"nothing_to_look_in", referral,
	[step(fields)], {"thing": reference, "kind": kind},
)

step(fields) := array.concat(steps, fields)

point(place) := {"between": ["aoba", "midori"], "at": place}

vpn := "terraform:aws_vpn.a[0]"

pacs := "kubernetes:clinic/Service/pacs"

gone := `terraform:module.line["x"].aws_vpn.gone`

given_things := {
	"terraform": {"plan.json": {"resource_changes": [
		change("aws_vpn.a[0]", ["create"]),
		change("aws_vpn.old", ["delete"]),
		change("null_resource.unrelated", ["create"]),
	]}},
	"kubernetes": {
		"k8s/all.yaml#1": {
			"apiVersion": "v1",
			"kind": "Service",
			"metadata": {"namespace": "clinic", "name": "pacs"},
		},
		"k8s/all.yaml#2": {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "unrelated"}},
	},
}

change(address, actions) := {"address": address, "change": {"actions": actions}}

exchange_with(patch) := object.union(
	{
		"data": "patient-information",
		"source": "aoba",
		"destinations": {"parties": ["midori"], "others": "none"},
	},
	patch,
)

envelope(patch, given) := object.union(given, {
	"declarations": {"d": {"parties": parties, "exchanges": {"referral": exchange_with(patch)}}},
	"context": {"as_of": "2026-11-22", "deployments": "expected"},
})

parties := {
	"aoba": {"role": "institution"},
	"midori": {"role": "institution"},
	"chubu-net": {"role": "provider"},
}
