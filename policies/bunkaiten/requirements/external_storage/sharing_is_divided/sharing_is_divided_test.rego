package bunkaiten_test.requirements.external_storage.sharing_is_divided

import data.bunkaiten.requirements.external_storage.sharing_is_divided as requirement

archive := "d/externalStorage/archive"

aoba_names := {"ja": "青葉病院", "en": "Aoba Hospital"}

all_three := {"sharedWith": ["midori", "kita"]}

test_allow_division_that_is_settled_by_an_agreement_in_force if {
	every patch in [
		{},
		{"validTo": "2026-11-22"},
		{"validFrom": "2026-11-22"},
		{"settles": ["storage-failure", "sharing-division"]},
		{"between": ["kura", "midori", "aoba"]},
		{"form": "minute", "signedBy": ["aoba", "midori"]},
	] {
		verdict(agreed(patch)) == only({"satisfied": {archive}})
	}
}

test_allow_division_with_each_that_shares_in_one_agreement_or_in_two if {
	second := object.union(division, {"between": ["aoba", "kita"]})

	every agreements in [
		{"division": {"between": ["aoba", "midori", "kita"]}},
		{"second": second},
	] {
		verdict(declaring({"agreements": agreements, "externalStorage": {"archive": all_three}})) == only({"satisfied": {
			archive,
		}})
	}
}

test_allow_division_although_the_patients_have_not_consented if {
	verdict(envelope({"consent": "none"})) == only({"satisfied": {archive}})
}

test_deny_sharing_without_any_agreement if {
	towards_midori := no_agreement("midori")

	verdict(declaring({"agreements": "none"})) == only({"deny": {towards_midori}})
	verdict(declaring({"agreements": "none", "externalStorage": {"archive": all_three}})) == only({"deny": {
		towards_midori,
		no_agreement("kita"),
	}})
	verdict(json.remove(envelope({}), ["declarations/d/agreements"])) == only({"deny": {towards_midori}})
}

test_deny_agreement_that_binds_somebody_else if {
	every parties in [["midori", "kita"], ["aoba", "kura"]] {
		verdict(agreed({"between": parties})) == only({"deny": {no_agreement("midori")}})
	}
}

test_deny_one_sharer_of_two_without_an_agreement if {
	verdict(envelope(all_three)) == only({"deny": {no_agreement("kita")}})
}

test_deny_agreement_that_settles_something_else if {
	every settles in [[], ["storage-failure"], ["management-division", "entrustment-terms"]] {
		verdict(agreed({"settles": settles})) == only({"deny": {unsettled}})
	}
}

test_deny_agreement_that_is_not_in_force if {
	every patch, field in {
		{"validTo": "2026-11-21"}: "validTo",
		{"validFrom": "2026-11-23"}: "validFrom",
		{"signedOn": "2026-11-23"}: "signedOn",
		{"form": "minute", "signedBy": ["aoba"]}: "signedBy",
	} {
		verdict(agreed(patch)) == only({"deny": {lapsed(field)}})
	}
}

test_undetermined_when_nobody_says_whether_it_is_shared if {
	every agreements in ["none", {"division": {"settles": []}}, {}] {
		given := json.remove(declaring({"agreements": agreements}), [concat("/", [root, "sharedWith"])])

		verdict(given) == only({"undetermined": {unstated("externalStorage.archive.sharedWith")}})
	}
}

test_undetermined_when_the_agreement_says_too_little if {
	every field in ["settles", "validFrom", "validTo", "form"] {
		given := json.remove(envelope({}), [concat("/", ["declarations/d/agreements/division", field])])

		verdict(given) == only({"undetermined": {unstated(concat(".", ["agreements.division", field]))}})
	}
}

test_undetermined_when_one_that_shares_is_no_institution if {
	every party in ["net", "medifix"] {
		given := declaring({
			"agreements": {"division": {"between": ["aoba", "midori", party]}},
			"externalStorage": {"archive": {"sharedWith": ["midori", party]}},
		})

		verdict(given) == only({"undetermined": {stranger(1, party)}})
	}
}

test_deny_and_undetermined_when_a_stranger_shares_without_an_agreement if {
	verdict(envelope({"sharedWith": ["net"]})) == only({
		"deny": {no_agreement("net")},
		"undetermined": {stranger(0, "net")},
	})
}

test_deny_and_undetermined_when_one_has_not_agreed_and_another_s_agreement_says_too_little if {
	given := json.remove(envelope(all_three), ["declarations/d/agreements/division/settles"])

	verdict(given) == only({
		"deny": {no_agreement("kita")},
		"undetermined": {unstated("agreements.division.settles")},
	})
}

test_note_agreement_that_renewed_itself if {
	verdict(agreed({"validTo": "2026-03-31", "renewal": "automatic"})) == only({
		"satisfied": {archive},
		"note": {renewed},
	})
}

test_note_once_an_agreement_of_all if {
	given := declaring({
		"agreements": {"division": {
			"between": ["aoba", "midori", "kita"],
			"validTo": "2026-03-31",
			"renewal": "automatic",
		}},
		"externalStorage": {"archive": all_three},
	})

	verdict(given) == only({"satisfied": {archive}, "note": {renewed}})
}

test_allow_and_deny_each_storage_by_itself if {
	films := {"owner": "aoba", "custodian": "kura", "sharedWith": ["kita"]}

	verdict(declaring({"externalStorage": {"films": films}})) == {
		"applies": {archive, "d/externalStorage/films"},
		"satisfied": {archive},
		"deny": {{
			"code": "no_agreement",
			"subject": "d/externalStorage/films",
			"pointers": ["/declarations/d/externalStorage/films"],
			"values": {"one": aoba_names, "other": "kita"},
		}},
		"undetermined": set(),
		"note": set(),
	}
}

test_allow_nothing_where_it_is_stated_that_nobody_shares if {
	renewing := {"validTo": "2026-03-31", "renewal": "automatic"}

	every agreements in ["none", {"division": renewing}] {
		given := declaring({"agreements": agreements, "externalStorage": {"archive": {"sharedWith": "none"}}})

		verdict(given) == only({"applies": set()})
	}
}

root := "declarations/d/externalStorage/archive"

no_agreement(other) := {
	"code": "no_agreement",
	"subject": archive,
	"pointers": ["/declarations/d/externalStorage/archive"],
	"values": {"one": aoba_names, "other": other},
}

unsettled := {
	"code": "matter_not_settled",
	"subject": archive,
	"pointers": ["/declarations/d/externalStorage/archive", "/declarations/d/agreements/division/settles"],
	"values": {"one": aoba_names, "other": "midori", "agreements": ["division"]},
}

lapsed(field) := {
	"code": "agreement_not_in_force",
	"subject": archive,
	"pointers": [
		"/declarations/d/externalStorage/archive",
		concat("/", ["/declarations/d/agreements/division", field]),
	],
	"values": {"one": aoba_names, "other": "midori", "agreements": ["division"]},
}

stranger(index, party) := {
	"code": "sharer_is_no_institution",
	"subject": archive,
	"pointers": [
		sprintf("/declarations/d/externalStorage/archive/sharedWith/%d", [index]),
		concat("/", ["/declarations/d/parties", party, "role"]),
	],
	"values": {"sharer": party, "field": concat(".", ["spec.parties", party, "role"])},
}

renewed := {
	"code": "renewed_agreement",
	"subject": archive,
	"pointers": ["/declarations/d/agreements/division/validTo"],
	"values": {"agreement": "division", "date": "2026-03-31"},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": archive,
	"pointers": [concat("/", ["/declarations/d", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec", field])},
}

test_allow_store_that_only_those_who_are_declared_get_at if {
	known := {"parties": {"midori": {"identifiedBy": {"awsAccounts": ["333333333333"]}}}}
	sharer := grant({"is": {"by": "account", "name": "333333333333"}})

	shown(declaring(known), {archive: {sharer}}) == only({"satisfied": {archive}})
}

test_deny_reader_with_whom_the_storage_is_not_declared_to_be_shared if {
	reader := observed("observed_reader", "999999999999")

	every patch, parts in {
		{}: {"deny": {reader}},
		{"sharedWith": "none"}: {"deny": {reader}},
		{"sharedWith": ["midori", "kita"]}: {"deny": {reader, no_agreement("kita")}},
	} {
		shown(envelope(patch), {archive: {grant(unnamed)}}) == only(parts)
	}
}

test_undetermined_when_it_cannot_be_told_who_reads if {
	every patch in [{}, {"sharedWith": "none"}] {
		shown(
			envelope(patch),
			{archive: {grant({"unknown": true})}},
		) == only({"undetermined": {observed("observed_reader_unknown", unknown)}})
	}
}

test_deny_and_undetermined_for_two_grants_at_once if {
	given := json.remove(envelope({}), ["declarations/d/externalStorage/archive/sharedWith"])
	parts := shown(given, {archive: {grant(unnamed), grant({"unknown": true})}})

	parts.satisfied == set()
	parts.deny == {observed("observed_reader", "999999999999")}
	{found.code | some found in parts.undetermined} == {"fact_not_stated", "observed_reader_unknown"}
}

test_allow_storage_although_another_lets_strangers_in if {
	shown(envelope({}), {
		"d/entrustedWork/reading": {grant(unnamed)},
		"d/externalStorage/gone": {grant(unnamed)},
	}) == only({"satisfied": {archive}})
}

# a store that somebody whom the plan names gets at
grant(who) := {
	"thing": "terraform:x_store.a",
	"key": "plan x_store.a",
	"way": "some-store",
	"steps": ["terraform", "plan", "resource_changes", 0],
	"who": who,
}

unnamed := {"is": {"by": "account", "name": "999999999999"}}

observed(code, reader) := {
	"code": code,
	"subject": archive,
	"pointers": [
		"/declarations/d/externalStorage/archive/sharedWith",
		"/terraform/plan/resource_changes/0",
	],
	"values": {"thing": "terraform:x_store.a", "way": "some-store", "reader": reader},
}

unknown := {"en": "unknown before apply", "ja": "適用前には不明"}

only(parts) := object.union(
	{"applies": {archive}, "satisfied": set(), "deny": set(), "undetermined": set(), "note": set()},
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

# the same beside a deployment that shows these facts, by subject
shown(given, facts) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
		"note": requirement.note,
	} with input as given with data.bunkaiten.observed.binding.stores as facts
}

agreed(patch) := declaring({"agreements": {"division": patch}})

envelope(patch) := declaring({"externalStorage": {"archive": patch}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba_names},
		"midori": {"role": "institution"},
		"kita": {"role": "institution"},
		"kura": {"role": "custodian"},
		"net": {"role": "provider"},
		"medifix": {"role": "maintainer"},
	},
	"agreements": {"division": division},
	"externalStorage": {"archive": {"owner": "aoba", "custodian": "kura", "sharedWith": ["midori"]}},
}

division := {
	"form": "contract",
	"between": ["aoba", "midori"],
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"settles": ["sharing-division"],
}
