package bunkaiten_test.requirements.telework.media_are_listed

import data.bunkaiten.requirements.telework.media_are_listed as requirement

duty := "d/telework/duty"

test_allow_list_of_lines if {
	every media in [
		["internet"],
		["telephone"],
		["mobile", "internet"],
		["leased-line", "telephone", "closed-ip", "mobile", "internet"],
	] {
		verdict(envelope({"media": media})) == only({"satisfied": {duty}})
	}
}

test_allow_list_whatever_is_said_of_its_controls if {
	every controls in ["none", {"internet": []}, {"mobile": ["多要素認証"]}] {
		verdict(envelope({"controls": controls})) == only({"satisfied": {duty}})
	}
}

test_deny_any_line if {
	verdict(envelope({"media": "any"})) == only({"deny": {finding("any_line", {})}})
}

test_deny_access_that_may_use_no_line if {
	verdict(envelope({"media": []})) == only({"deny": {finding("no_line", {})}})
}

test_undetermined_when_the_lines_are_not_stated if {
	given := json.remove(envelope({}), ["declarations/d/telework/duty/media"])
	unstated := finding("fact_not_stated", {"field": "spec.telework.duty.media"})

	verdict(given) == only({"undetermined": {unstated}})
}

test_allow_and_deny_each_access_by_itself if {
	verdict(declaring({"telework": {"rounds": {"institution": "aoba", "media": "any"}}})) == {
		"applies": {duty, "d/telework/rounds"},
		"satisfied": {duty},
		"deny": {{
			"code": "any_line",
			"subject": "d/telework/rounds",
			"pointers": ["/declarations/d/telework/rounds/media"],
			"values": {},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_there_is_no_telework if {
	maintenance := {"pacs": {"institution": "aoba", "maintainer": "medifix"}}
	given := json.remove(declaring({"remoteMaintenance": maintenance}), ["declarations/d/telework"])

	verdict(given) == only({"applies": set()})
}

test_allow_way_in_over_a_listed_line_or_of_which_no_line_is_told if {
	federated := {"is": {"by": "federated", "name": "saml-provider/staff"}}
	leased := declaring({"telework": {"duty": {"media": ["leased-line"]}}})

	shown(envelope({}), {duty: {entry({"who": anybody})}}) == only({"satisfied": {duty}})
	shown(leased, {duty: {entry({"who": federated})}}) == only({"satisfied": {duty}})
}

test_deny_way_in_over_the_internet_that_is_not_listed if {
	every lines, codes in {
		["leased-line"]: {"observed_line"},
		["telephone", "closed-ip"]: {"observed_line"},
		[]: {"observed_line", "no_line"},
	} {
		given := shown(envelope({"media": lines}), {duty: {entry({"who": anybody})}})

		given.satisfied == set()
		given.undetermined == set()
		observed("observed_line", "media", everywhere) in given.deny
		{found.code | some found in given.deny} == codes
	}
}

test_undetermined_when_it_is_not_known_from_where_people_get_in if {
	shown(
		envelope({"media": ["leased-line"]}),
		{duty: {entry({"who": {"unknown": true}})}},
	) == only({"undetermined": {observed(
		"observed_line_unknown",
		"media",
		unknown,
	)}})
}

test_deny_and_undetermined_for_two_ways_in_at_once if {
	shown(
		envelope({"media": ["leased-line"]}),
		{duty: {entry({"who": anybody}), entry({"who": {"unknown": true}})}},
	) == only({
		"deny": {observed("observed_line", "media", everywhere)},
		"undetermined": {observed("observed_line_unknown", "media", unknown)},
	})
}

test_allow_telework_although_maintenance_gets_in_over_the_internet if {
	shown(
		envelope({"media": ["leased-line"]}),
		{"d/remoteMaintenance/pacs": {entry({"who": anybody})}},
	) == only({"satisfied": {duty}})
}

observed(code, field, from) := {
	"code": code,
	"subject": duty,
	"pointers": [
		trim_suffix(concat("/", ["/declarations/d/telework/duty", field]), "/"),
		"/terraform/plan/resource_changes/0",
	],
	"values": {"thing": "terraform:x_door.a", "way": "some-door", "from": from},
}

entry(attributes) := object.union(
	{
		"thing": "terraform:x_door.a",
		"key": "plan x_door.a",
		"way": "some-door",
		"steps": ["terraform", "plan", "resource_changes", 0],
	},
	attributes,
)

anybody := {"is": {"by": "anybody", "name": "0.0.0.0/0"}}

everywhere := {"en": "anybody (0.0.0.0/0)", "ja": "誰でも（0.0.0.0/0）"}

unknown := {"en": "unknown before apply", "ja": "適用前には不明"}

finding(code, values) := {
	"code": code,
	"subject": duty,
	"pointers": ["/declarations/d/telework/duty/media"],
	"values": values,
}

only(parts) := object.union(
	{"applies": {duty}, "satisfied": set(), "deny": set(), "undetermined": set()},
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
	} with input as given with data.bunkaiten.observed.binding.accesses as facts
}

envelope(patch) := declaring({"telework": {"duty": patch}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {"aoba": {"role": "institution"}, "medifix": {"role": "maintainer"}},
	"telework": {"duty": {"institution": "aoba", "media": ["internet", "mobile"]}},
}
