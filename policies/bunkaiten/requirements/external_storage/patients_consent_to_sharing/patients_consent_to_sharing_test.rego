package bunkaiten_test.requirements.external_storage.patients_consent_to_sharing

import data.bunkaiten.requirements.external_storage.patients_consent_to_sharing as requirement

archive := "d/externalStorage/archive"

root := "declarations/d/externalStorage/archive"

test_allow_consent_that_was_obtained_before_the_sharing if {
	every patch in [
		{},
		{"sharedFrom": "2027-01-01"},
		{"consent": {"obtainedOn": "2000-01-01"}},
		{"sharedWith": ["kita", "midori"]},
	] {
		verdict(envelope(patch)) == only({"satisfied": {archive}})
	}
}

test_allow_consent_that_was_obtained_on_the_first_day_of_sharing_or_today if {
	every days in [
		["2026-06-01", "2026-06-01"],
		["2026-11-22", "2026-11-22"],
		["2026-11-22", "2027-04-01"],
	] {
		verdict(dated(days[0], days[1])) == only({"satisfied": {archive}})
	}
}

test_deny_sharing_without_any_consent if {
	refused := only({"deny": {breach("no_consent", "consent")}})

	verdict(consenting("none")) == refused
	verdict(json.remove(consenting("none"), [concat("/", [root, "sharedFrom"])])) == refused
}

test_deny_sharing_without_consent_even_if_the_institutions_have_divided_their_responsibility if {
	division := {
		"form": "contract",
		"between": ["aoba", "midori", "kura"],
		"validFrom": "2026-04-01",
		"validTo": "open",
		"settles": ["sharing-division", "storage-failure"],
	}
	agreed := {"declarations": {"d": {"agreements": {"division": division}}}}

	verdict(object.union(consenting("none"), agreed)) == only({"deny": {breach("no_consent", "consent")}})
}

test_deny_consent_to_care_as_none_to_sharing if {
	verdict(envelope({"consent": {"to": "care"}})) == only({"deny": {breach("consent_to_care", "consent/to")}})
}

test_deny_consent_that_is_recorded_nowhere if {
	found := breach("consent_not_recorded", "consent/evidence")

	verdict(envelope({"consent": {"evidence": "none"}})) == only({"deny": {found}})
}

test_deny_consent_that_was_obtained_after_the_sharing_began if {
	every days in [["2026-06-02", "2026-06-01"], ["2026-11-22", "2026-11-21"]] {
		verdict(dated(days[0], days[1])) == only({"deny": {late(days[0], days[1])}})
	}
}

test_deny_consent_that_has_not_been_obtained_yet if {
	every days in [["2026-11-23", "2026-11-23"], ["2026-11-23", "2027-04-01"]] {
		verdict(dated(days[0], days[1])) == only({"deny": {early(days[0])}})
	}
}

test_deny_every_fault_of_a_consent_at_once if {
	given := consenting({"to": "care", "obtainedOn": "2026-12-01", "evidence": "none"})

	verdict(given) == only({"deny": {
		breach("consent_to_care", "consent/to"),
		breach("consent_not_recorded", "consent/evidence"),
		late("2026-12-01", "2026-06-01"),
		early("2026-12-01"),
	}})
}

test_undetermined_when_a_fact_is_not_stated if {
	every field in ["consent", "consent.to", "consent.obtainedOn", "consent.evidence", "sharedFrom", "sharedWith"] {
		verdict(without(field)) == only({"undetermined": {unstated(field)}})
	}
}

test_undetermined_when_consent_and_first_day_are_not_stated if {
	given := json.remove(without("consent"), [concat("/", [root, "sharedFrom"])])

	verdict(given) == only({"undetermined": {unstated("consent"), unstated("sharedFrom")}})
}

test_undetermined_when_nothing_is_said_of_the_consent if {
	verdict(consenting({})) == only({"undetermined": {
		unstated("consent.to"),
		unstated("consent.obtainedOn"),
		unstated("consent.evidence"),
	}})
}

test_undetermined_whatever_the_consent_while_nobody_says_whether_it_is_shared if {
	every consent in ["none", {"to": "care", "obtainedOn": "2026-12-01", "evidence": "none"}, {}] {
		given := json.remove(consenting(consent), [concat("/", [root, "sharedWith"])])

		verdict(given) == only({"undetermined": {unstated("sharedWith")}})
	}
}

test_deny_and_undetermined_when_one_fact_is_wrong_and_another_is_missing if {
	verdict(consenting({"to": "care", "obtainedOn": "2026-05-20"})) == only({
		"deny": {breach("consent_to_care", "consent/to")},
		"undetermined": {unstated("consent.evidence")},
	})
	verdict(json.remove(dated("2026-11-23", "2027-04-01"), [concat("/", [root, "sharedFrom"])])) == only({
		"deny": {early("2026-11-23")},
		"undetermined": {unstated("sharedFrom")},
	})
}

test_allow_and_deny_each_storage_by_itself if {
	films := {"owner": "aoba", "custodian": "kura", "sharedWith": ["midori"], "consent": "none"}

	verdict(declaring({"films": films})) == {
		"applies": {archive, "d/externalStorage/films"},
		"satisfied": {archive},
		"deny": {{
			"code": "no_consent",
			"subject": "d/externalStorage/films",
			"pointers": ["/declarations/d/externalStorage/films/consent"],
			"values": {},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_it_is_stated_that_nobody_shares if {
	every patch in [{}, {"consent": "none"}, {"consent": {"to": "care"}}] {
		given := envelope(object.union(patch, {"sharedWith": "none"}))

		verdict(given) == only({"applies": set()})
		verdict(json.remove(given, [concat("/", [root, "consent"])])) == only({"applies": set()})
	}
}

breach(code, field) := {
	"code": code,
	"subject": archive,
	"pointers": [concat("/", ["/declarations/d/externalStorage/archive", field])],
	"values": {},
}

late(obtained, shared) := {
	"code": "consent_after_sharing",
	"subject": archive,
	"pointers": [
		"/declarations/d/externalStorage/archive/consent/obtainedOn",
		"/declarations/d/externalStorage/archive/sharedFrom",
	],
	"values": {"obtained": obtained, "shared": shared},
}

early(obtained) := {
	"code": "consent_not_yet_obtained",
	"subject": archive,
	"pointers": ["/declarations/d/externalStorage/archive/consent/obtainedOn"],
	"values": {"obtained": obtained},
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": archive,
	"pointers": [concat("/", ["/declarations/d/externalStorage/archive", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec.externalStorage.archive", field])},
}

test_deny_reader_to_whose_use_nothing_shows_a_consent if {
	every patch in [{}, {"sharedWith": "none"}] {
		shown(envelope(patch), {archive: {grant(stranger)}}) == only({"deny": {observed("observed_reader", "999999999999")}})
	}
}

test_deny_reader_beside_a_consent_that_is_missing if {
	shown(consenting("none"), {archive: {grant(stranger)}}) == only({"deny": {
		breach("no_consent", "consent"),
		observed("observed_reader", "999999999999"),
	}})
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
	shown(envelope({}), {archive: {grant(stranger), grant({"unknown": true})}}) == only({
		"deny": {observed("observed_reader", "999999999999")},
		"undetermined": {observed("observed_reader_unknown", unknown)},
	})
}

test_allow_storage_although_another_lets_strangers_in if {
	shown(envelope({}), {
		"d/entrustedWork/reading": {grant(stranger)},
		"d/externalStorage/gone": {grant(stranger)},
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

stranger := {"is": {"by": "account", "name": "999999999999"}}

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
	{"applies": {archive}, "satisfied": set(), "deny": set(), "undetermined": set()},
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

# the same beside a deployment that shows these facts, by subject
shown(given, facts) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as given with data.bunkaiten.observed.binding.stores as facts
}

consenting(consent) := json.patch(envelope({}), [{
	"op": "replace",
	"path": concat("/", [root, "consent"]),
	"value": consent,
}])

dated(obtained, shared) := envelope({"consent": {"obtainedOn": obtained}, "sharedFrom": shared})

without(field) := json.remove(envelope({}), [concat("/", [root, replace(field, ".", "/")])])

envelope(patch) := declaring({"archive": patch})

declaring(patch) := {
	"context": {"as_of": "2026-11-22"},
	"declarations": {"d": {
		"parties": {
			"aoba": {"role": "institution"},
			"midori": {"role": "institution"},
			"kita": {"role": "institution"},
			"kura": {"role": "custodian"},
		},
		"externalStorage": object.union({"archive": stored}, patch),
	}},
}

stored := {
	"owner": "aoba",
	"custodian": "kura",
	"sharedWith": ["midori"],
	"sharedFrom": "2026-06-01",
	"consent": {"to": "sharing", "obtainedOn": "2026-05-20", "evidence": {"uri": "consent/sharing.pdf"}},
}
