package bunkaiten_test.requirements.entrusted_work.temporary_storage_is_declared

import data.bunkaiten.requirements.entrusted_work.temporary_storage_is_declared as requirement

reading := "d/entrustedWork/reading"

labo_names := {"en": "Aozora Reading", "ja": "あおぞら読影"}

test_allow_what_is_kept_for_a_stated_time if {
	every retention in ["P1D", "P30D", "P2W", "P1M", "P9999Y"] {
		verdict(keeping({"retention": retention})) == only({"satisfied": {reading}})
	}
	verdict(keeping({"retention": "P30D", "location": {"country": "JP"}})) == only({"satisfied": {reading}})
}

test_deny_third_party_that_is_stated_to_keep_nothing if {
	verdict(keeping("none")) == only({"deny": {finding("nothing_kept", "temporaryStorage", {"contractor": labo_names})}})
}

test_deny_what_is_kept_without_a_limit if {
	found := finding("kept_without_limit", "temporaryStorage/retention", {"contractor": labo_names})

	every stated in [{"retention": "none"}, {"retention": "none", "location": {"country": "JP"}}] {
		verdict(keeping(stated)) == only({"deny": {found}})
	}
}

test_undetermined_when_the_retention_is_not_stated if {
	found := unstated("temporaryStorage/retention", "spec.entrustedWork.reading.temporaryStorage.retention")

	every stated in [{}, {"location": {"country": "JP"}}] {
		verdict(keeping(stated)) == only({"undetermined": {found}})
	}
}

test_undetermined_when_nothing_is_said_of_what_is_kept if {
	given := json.remove(keeping({}), ["declarations/d/entrustedWork/reading/temporaryStorage"])

	verdict(given) == only({"undetermined": {unstated(
		"temporaryStorage",
		"spec.entrustedWork.reading.temporaryStorage",
	)}})
}

test_allow_and_deny_each_work_by_itself if {
	tests := {"institution": "aoba", "contractor": "midori", "temporaryStorage": "none"}
	given := object.union(
		keeping({"retention": "P30D"}),
		{"declarations": {"d": {"entrustedWork": {"tests": tests}}}},
	)

	verdict(given) == {
		"applies": {reading, "d/entrustedWork/tests"},
		"satisfied": {reading},
		"deny": {{
			"code": "nothing_kept",
			"subject": "d/entrustedWork/tests",
			"pointers": ["/declarations/d/entrustedWork/tests/temporaryStorage"],
			"values": {"contractor": "midori"},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_no_work_is_entrusted if {
	verdict({"declarations": {"d": {
		"parties": parties,
		"externalStorage": {"archive": {"custodian": "labo", "owner": "aoba"}},
	}}}) == only({"applies": set()})
}

test_allow_store_that_keeps_no_longer if {
	shown(keeping({"retention": "P30D"}), {reading: {store({"retention": {"is": 30}})}}) == only({"satisfied": {reading}})
}

test_deny_store_that_keeps_longer if {
	longer := observed("observed_retention_longer", {"kept": {"en": "for ever", "ja": "無期限"}})

	shown(keeping({"retention": "P30D"}), {reading: {store({"retention": {"is": "forever"}})}}) == only({"deny": {longer}})
}

test_undetermined_when_a_store_does_not_show_how_long_it_keeps if {
	every attributes in [{}, {"retention": {"unknown": true}}] {
		shown(
			keeping({"retention": "P30D"}),
			{reading: {store(attributes)}},
		) == only({"undetermined": {observed("observed_retention_unknown", {})}})
	}
}

test_deny_and_undetermined_for_two_stores_at_once if {
	shown(keeping({"retention": "P30D"}), {reading: {store({"retention": {"is": 31}}), store({})}}) == only({
		"deny": {observed("observed_retention_longer", {"kept": {"en": "for 31 days", "ja": "31 日"}})},
		"undetermined": {observed("observed_retention_unknown", {})},
	})
}

test_deny_and_undetermined_without_a_word_of_stores_where_no_limit_is_stated if {
	forever := {store({"retention": {"is": "forever"}})}
	endless := finding("kept_without_limit", "temporaryStorage/retention", {"contractor": labo_names})
	field := "spec.entrustedWork.reading.temporaryStorage.retention"

	shown(keeping({"retention": "none"}), {reading: forever}) == only({"deny": {endless}})
	shown(keeping({}), {reading: forever}) == only({"undetermined": {unstated("temporaryStorage/retention", field)}})
}

store(attributes) := object.union(
	{
		"thing": "terraform:x_store.a",
		"key": "plan x_store.a",
		"way": "some-store",
		"steps": ["terraform", "plan", "resource_changes", 0],
	},
	attributes,
)

observed(code, values) := {
	"code": code,
	"subject": reading,
	"pointers": [
		"/declarations/d/entrustedWork/reading/temporaryStorage/retention",
		"/terraform/plan/resource_changes/0",
	],
	"values": object.union({"thing": "terraform:x_store.a", "way": "some-store", "declared": "P30D"}, values),
}

unstated(tail, field) := finding("fact_not_stated", tail, {"field": field})

finding(code, tail, values) := {
	"code": code,
	"subject": reading,
	"pointers": [concat("/", ["/declarations/d/entrustedWork/reading", tail])],
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

# the same beside a deployment that shows these facts, by subject
shown(given, facts) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as given with data.bunkaiten.observed.binding.stores as facts
}

keeping(stated) := {"declarations": {"d": {
	"parties": parties,
	"entrustedWork": {"reading": {"institution": "aoba", "contractor": "labo", "temporaryStorage": stated}},
}}}

parties := {
	"aoba": {"role": "institution"},
	"midori": {"role": "institution"},
	"labo": {"role": "contractor", "name": labo_names},
}
