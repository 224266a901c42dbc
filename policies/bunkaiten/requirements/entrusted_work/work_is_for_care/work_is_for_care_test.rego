package bunkaiten_test.requirements.entrusted_work.work_is_for_care

import data.bunkaiten.requirements.entrusted_work.work_is_for_care as requirement

reading := "d/entrustedWork/reading"

labo_names := {"en": "Aozora Reading", "ja": "あおぞら読影"}

test_allow_work_for_care if {
	every purpose in ["remote-diagnostic-imaging", "clinical-laboratory-test", "other-care"] {
		verdict(envelope({"purpose": purpose})) == only({"satisfied": {reading}})
	}
}

test_allow_work_for_care_whoever_does_it_and_whatever_is_kept if {
	every patch in [{"contractor": "midori"}, {"temporaryStorage": "none"}, {"purpose": "other-care"}] {
		verdict(envelope(patch)) == only({"satisfied": {reading}})
	}
}

test_undetermined_when_the_work_is_given_to_somebody_of_another_role if {
	every party, role in {"kura": "custodian", "medifix": "maintainer", "chubu-net": "provider"} {
		values := {"party": party, "role": role}
		found := finding("contractor_of_another_role", concat("", ["/parties/", party, "/role"]), values)

		every purpose in ["remote-diagnostic-imaging", "clinical-laboratory-test", "other-care"] {
			patch := {"contractor": party, "purpose": purpose}
			verdict(envelope(patch)) == only({"undetermined": {found}})
		}
		silent := json.remove(envelope({"contractor": party}), ["declarations/d/entrustedWork/reading/purpose"])
		verdict(silent) == only({"undetermined": {found, unstated}})
	}
}

test_deny_hosting_by_a_custodian_without_asking_for_its_role if {
	found := finding("is_external_storage", "/entrustedWork/reading/purpose", {
		"purpose": {"en": "Hosting", "ja": "情報システムの運用（hosting）"},
		"contractor": "kura",
	})

	verdict(envelope({"contractor": "kura", "purpose": "hosting"})) == only({"deny": {found}})
}

test_deny_hosting_and_plain_storage if {
	hosting := {"en": "Hosting", "ja": "情報システムの運用（hosting）"}
	storage := {"en": "Plain storage", "ja": "情報の保存だけ（storage）"}

	verdict(envelope({"purpose": "hosting"})) == only({"deny": {is_storage(hosting)}})
	verdict(envelope({"purpose": "storage"})) == only({"deny": {is_storage(storage)}})
}

test_deny_work_that_is_not_for_care if {
	verdict(envelope({"purpose": "other"})) == only({"deny": {not_for_care}})
}

test_deny_and_undetermined_when_no_institution_gives_out_work_that_is_not_for_care if {
	every purpose, found in {
		"other": not_for_care,
		"storage": is_storage({"en": "Plain storage", "ja": "情報の保存だけ（storage）"}),
	} {
		verdict(envelope({"purpose": purpose, "institution": "kura"})) == only({
			"deny": {found},
			"undetermined": {no_institution("kura")},
		})
	}
}

test_undetermined_when_the_institution_has_another_role if {
	every party in ["kura", "medifix", "chubu-net"] {
		verdict(envelope({"institution": party})) == only({"undetermined": {no_institution(party)}})
	}
}

test_undetermined_when_the_purpose_is_not_stated if {
	given := json.remove(envelope({}), ["declarations/d/entrustedWork/reading/purpose"])

	verdict(given) == only({"undetermined": {unstated}})
}

test_undetermined_twice_when_the_purpose_and_the_institution_are_open if {
	given := json.remove(envelope({"institution": "kura"}), ["declarations/d/entrustedWork/reading/purpose"])

	verdict(given) == only({"undetermined": {unstated, no_institution("kura")}})
}

test_allow_and_deny_each_work_by_itself if {
	tests := {"institution": "aoba", "contractor": "kura", "purpose": "other"}

	verdict(declaring({"entrustedWork": {"tests": tests}})) == {
		"applies": {reading, "d/entrustedWork/tests"},
		"satisfied": {reading},
		"deny": {{
			"code": "not_for_care",
			"subject": "d/entrustedWork/tests",
			"pointers": ["/declarations/d/entrustedWork/tests/purpose"],
			"values": {"contractor": "kura"},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_no_work_is_entrusted if {
	storage := {"archive": {"custodian": "kura", "owner": "aoba"}}
	given := json.remove(declaring({"externalStorage": storage}), ["declarations/d/entrustedWork"])

	verdict(given) == only({"applies": set()})
}

is_storage(purpose) := finding(
	"is_external_storage",
	"/entrustedWork/reading/purpose",
	{"purpose": purpose, "contractor": labo_names},
)

not_for_care := finding("not_for_care", "/entrustedWork/reading/purpose", {"contractor": labo_names})

no_institution(party) := finding("is_no_institution", concat("", ["/parties/", party, "/role"]), {"party": party})

unstated := finding(
	"fact_not_stated",
	"/entrustedWork/reading/purpose",
	{"field": "spec.entrustedWork.reading.purpose"},
)

finding(code, tail, values) := {
	"code": code,
	"subject": reading,
	"pointers": [concat("", ["/declarations/d", tail])],
	"values": values,
}

only(parts) := object.union(
	{"applies": {reading}, "satisfied": set(), "deny": set(), "undetermined": set()},
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

envelope(patch) := declaring({"entrustedWork": {"reading": patch}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution"},
		"labo": {"role": "contractor", "name": labo_names},
		"kura": {"role": "custodian"},
		"medifix": {"role": "maintainer"},
		"chubu-net": {"role": "provider"},
	},
	"entrustedWork": {"reading": {
		"institution": "aoba",
		"contractor": "labo",
		"purpose": "remote-diagnostic-imaging",
	}},
}
