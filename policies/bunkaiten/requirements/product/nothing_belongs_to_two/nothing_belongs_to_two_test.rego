package bunkaiten_test.requirements.product.nothing_belongs_to_two

import data.bunkaiten.requirements.product.nothing_belongs_to_two as requirement

archive := "d/externalStorage/archive"

duty := "d/telework/duty"

pacs := "d/remoteMaintenance/pacs"

reading := "d/entrustedWork/reading"

everybody := {archive, duty, pacs, reading}

test_allow_things_that_nobody_shares if {
	every given in [things, {}] {
		verdict(envelope(
			{
				"archive": ["terraform:aws_s3_bucket.images", "site:蔵データ 大阪"],
				"duty": ["terraform:aws_vpn.duty", "kubernetes:clinic/Deployment/duty"],
				"pacs": ["terraform:aws_vpn.pacs", "kubernetes:clinic/Deployment/pacs"],
				"reading": ["site:あおぞら読影"],
			},
			given,
		)) == only({"applies": everybody, "satisfied": everybody})
	}
}

test_allow_subject_that_names_one_thing_twice if {
	given := envelope({"archive": ["terraform:aws_s3_bucket.*", "terraform:aws_s3_bucket.images"]}, things)

	verdict(given) == only({"applies": {archive}, "satisfied": {archive}})
	verdict(object.remove(given, ["terraform"])) == only({"applies": {archive}, "satisfied": {archive}})
}

test_allow_exchange_that_names_what_a_subject_names if {
	every given in [things, {}] {
		named := envelope({"archive": ["terraform:aws_s3_bucket.images", "site:蔵データ"]}, given)

		verdict(object.union(named, {"declarations": {"d": {"exchanges": {"referral": {
			"data": "patient-information",
			"source": "aoba",
			"destinations": {"parties": ["midori"]},
			"implementedBy": ["terraform:aws_s3_bucket.images", "terraform:*", "site:蔵データ"],
		}}}}})) == only({"applies": {archive}, "satisfied": {archive}})
	}
}

test_allow_nothing_to_judge_where_nothing_is_named if {
	verdict(envelope({}, things)) == only({})
	verdict(envelope({"archive": []}, things)) == only({})
	verdict(envelope({"archive": [], "duty": ["site:x"]}, things)) == only({"applies": {duty}, "satisfied": {duty}})
}

test_allow_patterns_of_which_none_fits_what_the_other_fits if {
	named := {"archive": ["terraform:*s3*"], "duty": ["terraform:*vpn*"], "pacs": ["kubernetes:*/pacs"]}

	verdict(envelope(named, things)) == only({"applies": {archive, duty, pacs}, "satisfied": {archive, duty, pacs}})
}

test_allow_pattern_that_would_fit_another_thing_which_does_not_exist if {
	named := {"archive": ["terraform:aws_s3*"], "duty": ["terraform:aws_s3_gone.a"]}

	verdict(envelope(named, things)) == only({"applies": {archive, duty}, "satisfied": {archive, duty}})
}

test_allow_patterns_that_can_never_fit_the_same_thing_without_any_document if {
	every named in [
		{"archive": ["terraform:module.archive.*"], "duty": ["terraform:module.duty.*"]},
		{"archive": ["terraform:module.a.*"], "duty": ["terraform:module.ab.*"]},
		{"archive": ["terraform:*.images"], "duty": ["terraform:*.duty"]},
		{"archive": ["terraform:module.*"], "duty": ["kubernetes:*/Service/*"]},
		{"archive": ["site:大阪 *"], "duty": ["site:東京 *"]},
		{"archive": ["terraform:module.archive.*"], "duty": ["terraform:aws_vpn.duty"]},
		{"archive": ["terraform:aws_s3*.images"], "duty": ["terraform:aws_s3_bucket.films"]},
	] {
		verdict(envelope(named, {})) == only({"applies": {archive, duty}, "satisfied": {archive, duty}})
	}
}

test_deny_the_same_text_on_both if {
	every reference in [
		"terraform:aws_s3_bucket.images",
		"terraform:aws_s3_bucket.*",
		"terraform:aws_s3_bucket.gone",
		"kubernetes:clinic/Deployment.apps/pacs",
		"kubernetes:clinic/Deployment/gone",
		"site:蔵データ 大阪",
		"site:蔵データ *",
	] {
		every given in [things, {}] {
			verdict(envelope({"archive": ["site:own", reference], "duty": [reference]}, given)) == only({
				"applies": {archive, duty},
				"deny": {
					shared(archive, 1, duty, 0, reference),
					shared(duty, 0, archive, 1, reference),
				},
			})
		}
	}
}

test_deny_two_subjects_of_one_section_and_of_two_declarations if {
	second := {"custodian": "kura", "owner": "aoba", "implementedBy": ["site:蔵データ"]}
	first := envelope({"archive": ["site:蔵データ"]}, {})
	beside := {"d": {"externalStorage": {"films": second}}}
	elsewhere := {"e": {"parties": parties, "externalStorage": {"archive": second}}}

	every other, declared in {"d/externalStorage/films": beside, "e/externalStorage/archive": elsewhere} {
		verdict(object.union(first, {"declarations": declared})) == only({
			"applies": {archive, other},
			"deny": {shared(archive, 0, other, 0, "site:蔵データ"), shared(other, 0, archive, 0, "site:蔵データ")},
		})
	}
}

test_deny_every_pair_of_sections if {
	every one, other in {archive: duty, pacs: reading, duty: pacs, reading: archive} {
		given := envelope({name(one): ["site:x"], name(other): ["site:y", "site:x"]}, {})

		verdict(given) == only({
			"applies": {one, other},
			"deny": {shared(one, 0, other, 1, "site:x"), shared(other, 1, one, 0, "site:x")},
		})
	}
}

test_deny_pattern_that_fits_what_another_writes_out if {
	every given in [things, {}, object.union(things, incomplete)] {
		verdict(envelope({"archive": ["terraform:aws_s3*"], "duty": ["terraform:aws_s3_bucket.images"]}, given)) == only({
			"applies": {archive, duty},
			"deny": {
				shared(archive, 0, duty, 0, "terraform:aws_s3_bucket.images"),
				shared(duty, 0, archive, 0, "terraform:aws_s3_bucket.images"),
			},
		})
	}
}

test_deny_patterns_that_fit_a_common_thing_among_what_was_given if {
	every given in [things, object.union(things, incomplete)] {
		verdict(envelope({"archive": ["terraform:*bucket*"], "duty": ["terraform:*.images"]}, given)) == only({
			"applies": {archive, duty},
			"deny": {
				shared(archive, 0, duty, 0, "terraform:aws_s3_bucket.images"),
				shared(duty, 0, archive, 0, "terraform:aws_s3_bucket.images"),
			},
		})
	}
}

test_deny_site_that_a_pattern_of_another_fits if {
	verdict(envelope({"archive": ["site:蔵データ *"], "reading": ["site:蔵データ 大阪"]}, things)) == only({
		"applies": {archive, reading},
		"deny": {
			shared(archive, 0, reading, 0, "site:蔵データ 大阪"),
			shared(reading, 0, archive, 0, "site:蔵データ 大阪"),
		},
	})
}

test_deny_object_that_is_written_with_the_group_of_its_kind_and_without if {
	every short in ["kubernetes:clinic/Deployment/pacs", "kubernetes:clinic/Deployment/*"] {
		every given in [things, {}] {
			verdict(envelope({"duty": [short], "pacs": ["kubernetes:clinic/Deployment.apps/pacs"]}, given)) == only({
				"applies": {duty, pacs},
				"deny": {
					shared(duty, 0, pacs, 0, "kubernetes:clinic/Deployment.apps/pacs"),
					shared(pacs, 0, duty, 0, "kubernetes:clinic/Deployment.apps/pacs"),
				},
			})
		}
	}
}

test_allow_objects_of_two_groups if {
	named := {"duty": ["kubernetes:clinic/Deployment.apps/pacs"], "pacs": ["kubernetes:clinic/Deployment.other/pacs"]}

	every given in [things, {}] {
		verdict(envelope(named, given)) == only({"applies": {duty, pacs}, "satisfied": {duty, pacs}})
	}
}

test_deny_each_of_three_with_the_first_of_the_others if {
	given := envelope({"archive": ["site:x"], "duty": ["site:x"], "pacs": ["site:x"], "reading": ["site:y"]}, {})

	verdict(given) == only({
		"applies": everybody,
		"satisfied": {reading},
		"deny": {
			shared(archive, 0, pacs, 0, "site:x"),
			shared(pacs, 0, archive, 0, "site:x"),
			shared(duty, 0, archive, 0, "site:x"),
		},
	})
}

test_deny_every_reference_that_is_shared_with_somebody if {
	given := envelope({"archive": ["site:x"], "duty": ["site:x", "site:y", "site:z"], "reading": ["site:z"]}, {})

	verdict(given) == only({
		"applies": {archive, duty, reading},
		"deny": {
			shared(archive, 0, duty, 0, "site:x"),
			shared(duty, 0, archive, 0, "site:x"),
			shared(duty, 2, reading, 0, "site:z"),
			shared(reading, 0, duty, 2, "site:z"),
		},
	})
}

test_undetermined_when_patterns_could_fit_the_same_thing_and_nothing_shows_it if {
	every given in [
		{},
		incomplete,
		object.union(things, incomplete),
		{"kubernetes": things.kubernetes},
		{"context": {"deployments": "declarations-only"}},
	] {
		verdict(envelope({"archive": ["site:x", "terraform:module.a.*"], "duty": ["terraform:*vpn*"]}, given)) == only({
			"applies": {archive, duty},
			"undetermined": {
				unclear(archive, [1, "terraform:module.a.*"], duty, [0, "terraform:*vpn*"]),
				unclear(duty, [0, "terraform:*vpn*"], archive, [1, "terraform:module.a.*"]),
			},
		})
	}
}

test_undetermined_when_patterns_of_sites_could_fit_the_same if {
	verdict(envelope({"archive": ["site:蔵データ *"], "reading": ["site:*大阪"]}, things)) == only({
		"applies": {archive, reading},
		"undetermined": {
			unclear(archive, [0, "site:蔵データ *"], reading, [0, "site:*大阪"]),
			unclear(reading, [0, "site:*大阪"], archive, [0, "site:蔵データ *"]),
		},
	})
}

test_undetermined_when_a_pattern_fits_all_that_another_could_fit if {
	verdict(envelope({"archive": ["terraform:*"], "duty": ["terraform:module.duty.*"]}, {})) == only({
		"applies": {archive, duty},
		"undetermined": {
			unclear(archive, [0, "terraform:*"], duty, [0, "terraform:module.duty.*"]),
			unclear(duty, [0, "terraform:module.duty.*"], archive, [0, "terraform:*"]),
		},
	})
}

test_undetermined_towards_the_first_of_several_others if {
	named := {"archive": ["terraform:*a"], "duty": ["terraform:*b*"], "pacs": ["terraform:*b*"]}

	verdict(envelope(named, {})) == {
		"applies": {archive, duty, pacs},
		"satisfied": set(),
		"deny": {shared(duty, 0, pacs, 0, "terraform:*b*"), shared(pacs, 0, duty, 0, "terraform:*b*")},
		"undetermined": {
			unclear(archive, [0, "terraform:*a"], pacs, [0, "terraform:*b*"]),
			unclear(duty, [0, "terraform:*b*"], archive, [0, "terraform:*a"]),
			unclear(pacs, [0, "terraform:*b*"], archive, [0, "terraform:*a"]),
		},
	}
}

test_allow_patterns_of_one_subject_that_could_fit_the_same_thing if {
	given := envelope({"archive": ["terraform:module.a.*", "terraform:*vpn*"]}, {})

	verdict(given) == only({"applies": {archive}, "satisfied": {archive}})
}

test_deny_and_undetermined_at_once if {
	named := {"archive": ["terraform:module.a.*", "site:x"], "duty": ["terraform:*vpn*", "site:x"]}

	verdict(envelope(named, {})) == only({
		"applies": {archive, duty},
		"deny": {shared(archive, 1, duty, 1, "site:x"), shared(duty, 1, archive, 1, "site:x")},
		"undetermined": {
			unclear(archive, [0, "terraform:module.a.*"], duty, [0, "terraform:*vpn*"]),
			unclear(duty, [0, "terraform:*vpn*"], archive, [0, "terraform:module.a.*"]),
		},
	})
}

shared(key, index, other, theirs, name) := {
	"code": "named_by_two",
	"subject": key,
	"pointers": [pointer(key, index), pointer(other, theirs)],
	"values": {"thing": name, "other": other},
}

unclear(key, own, other, theirs) := {
	"code": "may_be_named_by_two",
	"subject": key,
	"pointers": [pointer(key, own[0]), pointer(other, theirs[0])],
	"values": {"thing": own[1], "reference": theirs[1], "other": other},
}

pointer(key, index) := sprintf("/declarations/%s/implementedBy/%d", [key, index])

name(key) := split(key, "/")[2]

test_deny_store_or_way_in_that_the_deployment_shows_under_two if {
	shared := {
		archive: {reading: {"things": ["terraform:a"], "declared": ["d", "archive"], "observed": ["a"]}},
		reading: {archive: {"things": ["terraform:a"], "declared": ["d", "reading"], "observed": ["a"]}},
	}

	with_claims(envelope({"duty": ["site:x"]}, things), {archive: {1}, reading: {2}, pacs: {3}}, shared) == only({
		"applies": everybody,
		"satisfied": {duty, pacs},
		"deny": {
			claimed(archive, reading, "/d/archive"),
			claimed(reading, archive, "/d/reading"),
		},
	})
}

test_deny_what_both_name_once if {
	named := {"duty": ["terraform:aws_vpn.pacs"], "pacs": ["terraform:aws_vpn.pacs"]}
	shared := {
		duty: {
			pacs: {"things": ["terraform:aws_vpn.pacs"], "declared": ["d", "duty"], "observed": ["a"]},
			archive: {"things": ["terraform:b"], "declared": ["d", "duty"], "observed": ["a"]},
		},
		pacs: {duty: {"things": ["terraform:aws_vpn.pacs"], "declared": ["d", "pacs"], "observed": ["a"]}},
	}
	found := with_claims(envelope(named, things), {duty: {1}, pacs: {1}}, shared)

	{[one.code, one.subject, one.values.other] | some one in found.deny} == {
		["named_by_two", duty, pacs],
		["named_by_two", pacs, duty],
		["claimed_by_two", duty, archive],
	}
	found.satisfied == set()
}

claimed(key, other, place) := {
	"code": "claimed_by_two",
	"subject": key,
	"pointers": [place, "/a"],
	"values": {"things": ["terraform:a"], "other": other},
}

with_claims(given, held, shared) := sets if {
	sets := verdict(given) with data.bunkaiten.compared.claim.held as held
		with data.bunkaiten.compared.claim.shared as shared
}

only(parts) := object.union(
	{"applies": set(), "satisfied": set(), "deny": set(), "undetermined": set()},
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

# what each subject is implemented by; nothing is said of those left out
envelope(named, given) := object.union(
	{"context": {"as_of": "2026-11-22", "deployments": "expected"}, "terraform": {}, "kubernetes": {}},
	object.union(given, {"declarations": {"d": {
		"parties": parties,
		"externalStorage": {"archive": implemented({"custodian": "kura", "owner": "aoba"}, named, "archive")},
		"telework": {"duty": implemented({"institution": "aoba"}, named, "duty")},
		"remoteMaintenance": {"pacs": implemented({"institution": "aoba", "maintainer": "medifix"}, named, "pacs")},
		"entrustedWork": {"reading": implemented({"institution": "aoba", "contractor": "labo"}, named, "reading")},
	}}}),
)

implemented(written, named, subject) := object.union(written, {"implementedBy": named[subject]}) if {
	named[subject]
} else := written

incomplete := {"terraform": {"plan.json": {"complete": false}}}

things := {
	"terraform": {"plan.json": {"resource_changes": [
		{"address": "aws_s3_bucket.images", "change": {"actions": ["create"]}},
		{"address": "aws_vpn.duty", "change": {"actions": ["no-op"]}},
		{"address": "aws_vpn.pacs", "change": {"actions": ["update"]}},
	]}},
	"kubernetes": {
		"k8s.yaml#1": {
			"apiVersion": "apps/v1",
			"kind": "Deployment",
			"metadata": {"namespace": "clinic", "name": "pacs"},
		},
		"k8s.yaml#2": {
			"apiVersion": "apps/v1",
			"kind": "Deployment",
			"metadata": {"namespace": "clinic", "name": "duty"},
		},
	},
}

parties := {
	"aoba": {"role": "institution"},
	"midori": {"role": "institution"},
	"kura": {"role": "custodian"},
	"medifix": {"role": "maintainer"},
	"labo": {"role": "contractor"},
}
