package bunkaiten.requirements.telework.media_are_listed_test

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

envelope(patch) := declaring({"telework": {"duty": patch}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {"aoba": {"role": "institution"}, "medifix": {"role": "maintainer"}},
	"telework": {"duty": {"institution": "aoba", "media": ["internet", "mobile"]}},
}
