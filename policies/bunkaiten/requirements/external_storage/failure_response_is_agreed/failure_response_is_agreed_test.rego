package bunkaiten_test.requirements.external_storage.failure_response_is_agreed

import data.bunkaiten.requirements.external_storage.failure_response_is_agreed as requirement

archive := "d/externalStorage/archive"

kura_names := {"ja": "くら医療クラウド", "en": "Kura Medical Cloud"}

with_midori := {"sharedWith": ["midori"]}

renewing := {"validTo": "2026-03-31", "renewal": "automatic"}

test_allow_response_that_is_settled_by_an_agreement_in_force if {
	every patch in [
		{},
		{"validTo": "2026-11-22"},
		{"validFrom": "2026-11-22"},
		{"settles": ["entrustment-terms", "storage-failure"]},
		{"between": ["midori", "kura", "aoba"]},
		{"form": "terms-of-service"},
		{"form": "sla"},
		{"form": "letter", "signedBy": ["aoba", "kura"]},
	] {
		verdict(agreed(patch)) == only({"satisfied": {archive}})
	}
}

test_allow_response_that_each_institution_has_agreed_in_one_agreement_or_in_two if {
	every agreements in [
		{"service": {"between": ["aoba", "midori", "kura"]}},
		{"second": object.union(service, {"between": ["midori", "kura"]})},
	] {
		given := declaring({"agreements": agreements, "externalStorage": {"archive": with_midori}})

		verdict(given) == only({"satisfied": {archive}})
	}
}

test_deny_storage_without_any_agreement_with_the_custodian if {
	verdict(declaring({"agreements": "none"})) == only({"deny": {no_agreement("aoba")}})
	verdict(json.remove(envelope({}), ["declarations/d/agreements"])) == only({"deny": {no_agreement("aoba")}})
	verdict(declaring({"agreements": "none", "externalStorage": {"archive": with_midori}})) == only({"deny": {
		no_agreement("aoba"),
		no_agreement("midori"),
	}})
}

test_deny_agreement_that_binds_somebody_else if {
	every parties in [["midori", "kura"], ["aoba", "midori"]] {
		verdict(agreed({"between": parties})) == only({"deny": {no_agreement("aoba")}})
	}
}

test_deny_institution_that_shares_without_an_agreement_of_its_own if {
	verdict(envelope(with_midori)) == only({"deny": {no_agreement("midori")}})
}

test_deny_agreement_that_settles_something_else if {
	every settles in [[], ["sharing-division"], ["outage-response", "incident-response", "availability"]] {
		verdict(agreed({"settles": settles})) == only({"deny": {found_on("matter_not_settled", "/settles")}})
	}
}

test_deny_agreement_that_is_not_in_force if {
	every patch, tail in {
		{"validTo": "2026-11-21"}: "/validTo",
		{"validFrom": "2026-11-23"}: "/validFrom",
		{"signedOn": "2026-11-23"}: "/signedOn",
		{"form": "minute", "signedBy": ["aoba"]}: "/signedBy",
	} {
		verdict(agreed(patch)) == only({"deny": {found_on("agreement_not_in_force", tail)}})
	}
}

test_undetermined_when_nobody_says_whether_it_is_shared if {
	verdict(silent(envelope({}))) == only({"undetermined": {unstated("externalStorage.archive.sharedWith")}})
}

test_undetermined_when_the_agreement_says_too_little if {
	every field in ["settles", "validFrom", "validTo", "form"] {
		given := json.remove(envelope({}), [concat("/", ["declarations/d/agreements/service", field])])

		verdict(given) == only({"undetermined": {unstated(concat(".", ["agreements.service", field]))}})
	}
}

test_deny_and_undetermined_when_the_owner_has_not_agreed_and_nobody_says_who_shares if {
	verdict(silent(declaring({"agreements": "none"}))) == only({
		"deny": {no_agreement("aoba")},
		"undetermined": {unstated("externalStorage.archive.sharedWith")},
	})
}

test_deny_and_undetermined_when_one_has_not_agreed_and_another_s_agreement_says_too_little if {
	given := json.remove(envelope(with_midori), ["declarations/d/agreements/service/settles"])

	verdict(given) == only({
		"deny": {no_agreement("midori")},
		"undetermined": {unstated("agreements.service.settles")},
	})
}

test_note_agreement_that_renewed_itself_once_for_all_that_it_binds if {
	noted := only({"satisfied": {archive}, "note": {renewed("service")}})

	verdict(agreed(renewing)) == noted
	verdict(agreed(object.union(renewing, {"between": ["aoba", "midori", "kura"]}))) == noted
}

test_note_agreement_of_one_that_shares if {
	second := object.union(service, {"between": ["midori", "kura"]})
	given := declaring({
		"agreements": {"second": object.union(second, renewing)},
		"externalStorage": {"archive": with_midori},
	})

	verdict(given) == only({"satisfied": {archive}, "note": {renewed("second")}})
}

test_note_nothing_that_is_noted_with_the_sharing if {
	given := declaring({
		"agreements": {"service": object.union(renewing, {"between": ["aoba", "midori", "kura"]})},
		"externalStorage": {"archive": with_midori},
	})

	verdict(given) == only({"satisfied": {archive}})
}

test_allow_and_deny_each_storage_by_itself if {
	films := {"owner": "midori", "custodian": "kura", "sharedWith": "none"}

	verdict(declaring({"externalStorage": {"films": films}})) == {
		"applies": {archive, "d/externalStorage/films"},
		"satisfied": {archive},
		"deny": {{
			"code": "no_agreement",
			"subject": "d/externalStorage/films",
			"pointers": ["/declarations/d/externalStorage/films"],
			"values": {"one": "midori", "other": kura_names},
		}},
		"undetermined": set(),
		"note": set(),
	}
}

test_allow_nothing_where_nothing_is_stored_outside if {
	stored := spec.externalStorage.archive
	given := {"declarations": {"d": {"parties": {}, "entrustedWork": {"archive": stored}}}}

	verdict(given) == only({"applies": set()})
}

no_agreement(one) := {
	"code": "no_agreement",
	"subject": archive,
	"pointers": ["/declarations/d/externalStorage/archive"],
	"values": {"one": one, "other": kura_names},
}

found_on(code, tail) := {
	"code": code,
	"subject": archive,
	"pointers": [
		"/declarations/d/externalStorage/archive",
		concat("", ["/declarations/d/agreements/service", tail]),
	],
	"values": {"one": "aoba", "other": kura_names, "agreements": ["service"]},
}

renewed(name) := {
	"code": "renewed_agreement",
	"subject": archive,
	"pointers": [concat("/", ["/declarations/d/agreements", name, "validTo"])],
	"values": {"agreement": name, "date": "2026-03-31"},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": archive,
	"pointers": [concat("/", ["/declarations/d", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec", field])},
}

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

silent(given) := json.remove(given, ["declarations/d/externalStorage/archive/sharedWith"])

agreed(patch) := declaring({"agreements": {"service": patch}})

envelope(patch) := declaring({"externalStorage": {"archive": patch}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution"},
		"kura": {"role": "custodian", "name": kura_names},
	},
	"agreements": {"service": service},
	"externalStorage": {"archive": {"owner": "aoba", "custodian": "kura", "sharedWith": "none"}},
}

service := {
	"form": "contract",
	"between": ["aoba", "kura"],
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"settles": ["storage-failure"],
}
