package bunkaiten_test.requirements.telework.media_have_controls

import data.bunkaiten.requirements.telework.media_have_controls as requirement

duty := "d/telework/duty"

media := {
	"leased-line": {"en": "leased line", "ja": "専用線"},
	"telephone": {"en": "telephone network", "ja": "電話回線等の公衆網"},
	"closed-ip": {"en": "closed IP network", "ja": "閉域 IP 通信網"},
	"mobile": {"en": "mobile network", "ja": "携帯電話網"},
	"internet": {"en": "internet", "ja": "インターネット"},
}

for_all := {medium: ["VPN"] | some medium, _ in media}

test_allow_every_permitted_line_with_its_controls if {
	every patch in [
		{},
		{"media": ["mobile"]},
		{"media": ["internet", "mobile", "telephone"], "controls": {"telephone": ["発信者番号の確認"]}},
	] {
		verdict(envelope(patch)) == only({"satisfied": {duty}})
	}
}

test_allow_line_that_may_not_be_used_without_controls if {
	verdict(envelope({"controls": {"telephone": []}})) == only({"satisfied": {duty}})
}

test_allow_any_line_where_all_five_have_controls if {
	verdict(envelope({"media": "any", "controls": for_all})) == only({"satisfied": {duty}})
}

test_deny_where_it_is_stated_that_there_are_no_controls if {
	every lines in [["internet"], ["internet", "mobile"], "any"] {
		verdict(envelope({"media": lines, "controls": "none"})) == only({"deny": {no_controls}})
	}
}

test_deny_permitted_line_whose_controls_are_empty if {
	verdict(envelope({"controls": {"mobile": []}})) == only({"deny": {without("mobile")}})
	verdict(envelope({"controls": {"mobile": [], "internet": []}})) == only({"deny": {
		without("mobile"),
		without("internet"),
	}})
	given := object.union(for_all, {"telephone": []})
	verdict(envelope({"media": "any", "controls": given})) == only({"deny": {without("telephone")}})
}

test_deny_any_line_where_one_of_the_five_has_no_controls if {
	every medium, _ in media {
		found := unlisted(medium)
		given := object.remove(for_all, [medium])

		verdict(replacing({"media": "any", "controls": given})) == only({"deny": {found}})
	}
}

test_deny_any_line_with_every_line_that_has_no_controls if {
	verdict(envelope({"media": "any", "controls": {"mobile": []}})) == only({"deny": {
		without("mobile"),
		unlisted("leased-line"),
		unlisted("telephone"),
		unlisted("closed-ip"),
	}})
}

test_deny_and_undetermined_when_one_line_has_none_and_another_is_not_stated if {
	given := envelope({"media": ["internet", "mobile", "telephone"], "controls": {"mobile": []}})

	verdict(given) == only({"deny": {without("mobile")}, "undetermined": {unstated(["controls", "telephone"])}})
}

test_deny_and_undetermined_when_nothing_protects_and_the_lines_are_open if {
	given := envelope({"controls": "none"})

	verdict(json.remove(given, [path("media")])) == only({
		"deny": {no_controls},
		"undetermined": {unstated(["media"])},
	})
	verdict(envelope({"media": [], "controls": "none"})) == only({
		"deny": {no_controls},
		"undetermined": {no_line},
	})
}

test_undetermined_when_a_permitted_line_is_missing_in_the_controls if {
	given := envelope({"media": ["closed-ip", "internet", "telephone"]})

	verdict(given) == only({"undetermined": {unstated(["controls", "closed-ip"]), unstated(["controls", "telephone"])}})
}

test_undetermined_when_the_controls_are_not_stated if {
	every lines in [["internet"], ["internet", "mobile"], "any"] {
		given := json.remove(envelope({"media": lines}), [path("controls")])

		verdict(given) == only({"undetermined": {unstated(["controls"])}})
	}
}

test_undetermined_when_the_lines_are_not_stated if {
	every controls in [{}, {"mobile": []}, for_all] {
		given := json.remove(envelope({"controls": controls}), [path("media")])

		verdict(given) == only({"undetermined": {unstated(["media"])}})
	}
	verdict(json.remove(envelope({}), [path("media"), path("controls")])) == only({"undetermined": {
		unstated(["media"]),
		unstated(["controls"]),
	}})
}

test_undetermined_when_no_line_may_be_used if {
	verdict(envelope({"media": []})) == only({"undetermined": {no_line}})
	verdict(json.remove(envelope({"media": []}), [path("controls")])) == only({"undetermined": {
		no_line,
		unstated(["controls"]),
	}})
}

test_allow_and_deny_each_access_by_itself if {
	verdict(declaring({"telework": {"rounds": {"institution": "aoba", "media": ["mobile"], "controls": "none"}}})) == {
		"applies": {duty, "d/telework/rounds"},
		"satisfied": {duty},
		"deny": {{
			"code": "no_controls",
			"subject": "d/telework/rounds",
			"pointers": ["/declarations/d/telework/rounds/controls"],
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

no_controls := finding("no_controls", ["controls"], {})

no_line := finding("no_line", ["media"], {})

without(medium) := finding(
	"line_without_controls", ["controls", medium],
	{"medium": media[medium], "field": concat(".", ["controls", medium])},
)

unlisted(medium) := finding(
	"any_line_without_controls", ["controls", medium],
	{"medium": media[medium], "field": concat(".", ["controls", medium])},
)

unstated(fields) := finding(
	"fact_not_stated", fields,
	{"field": concat(".", array.concat(["spec.telework.duty"], fields))},
)

finding(code, fields, values) := {
	"code": code,
	"subject": duty,
	"pointers": [concat("/", array.concat(["/declarations/d/telework/duty"], fields))],
	"values": values,
}

test_allow_client_vpn_that_authenticates_whoever_comes if {
	shown(envelope({}), {duty: {
		entry({"who": anybody, "authentication": {"is": ["certificate", "saml"]}}),
		entry({"who": {"is": {"by": "federated", "name": "saml-provider/staff"}}, "authentication": {"is": ["saml"]}}),
	}}) == only({"satisfied": {duty}})
}

test_deny_way_in_that_is_open_or_asks_for_nothing if {
	every code, attributes in {
		"observed_open_door": {"ports": {"is": [3389, 3389]}},
		"observed_no_authentication": {"authentication": {"is": ["none"]}},
	} {
		shown(envelope({}), {duty: {entry(object.union(
			{"who": anybody},
			attributes,
		))}}) == only({"deny": {observed(code, "", everywhere)}})
	}
}

test_undetermined_when_it_is_not_known_who_gets_in if {
	shown(
		envelope({}),
		{duty: {entry({"who": {"unknown": true}})}},
	) == only({"undetermined": {observed("observed_entry_unknown", "", unknown)}})
}

test_deny_and_undetermined_for_two_ways_in_and_a_line_without_controls if {
	shown(
		envelope({"controls": {"mobile": []}}),
		{duty: {entry({"who": anybody}), entry({"who": {"unknown": true}})}},
	) == only({
		"deny": {observed("observed_open_door", "", everywhere), without("mobile")},
		"undetermined": {observed("observed_entry_unknown", "", unknown)},
	})
}

test_allow_telework_although_maintenance_has_an_open_door if {
	given := declaring({"remoteMaintenance": {"pacs": {"institution": "aoba", "maintainer": "medifix"}}})

	shown(given, {"d/remoteMaintenance/pacs": {
		entry({"who": anybody}),
		entry({"who": {"unknown": true}}),
	}}) == only({"satisfied": {duty}})
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

path(field) := concat("/", ["declarations/d/telework/duty", field])

# the controls are merged by `envelope` and put in the place of those of the base by this
replacing(patch) := json.patch(
	envelope(patch),
	[{"op": "replace", "path": path("controls"), "value": patch.controls}],
)

envelope(patch) := declaring({"telework": {"duty": patch}})

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

spec := {
	"parties": {"aoba": {"role": "institution"}, "medifix": {"role": "maintainer"}},
	"telework": {"duty": {
		"institution": "aoba",
		"media": ["internet", "mobile"],
		"controls": {"internet": ["IPsec VPN", "多要素認証"], "mobile": ["端末の遠隔消去"]},
	}},
}

test_note_on_a_way_in_that_could_keep_a_record_and_does_not if {
	entry := {
		"thing": "terraform:x_door.a",
		"key": "plan x_door.a",
		"way": "some-door",
		"steps": ["terraform", "plan", "resource_changes", 0],
		"who": {"is": {"by": "federated", "name": "saml-provider/staff"}},
	}
	noted := {
		"code": "observed_no_log",
		"subject": duty,
		"pointers": ["/declarations/d/telework/duty", "/terraform/plan/resource_changes/0"],
		"values": {"thing": "terraform:x_door.a", "way": "some-door", "from": "saml-provider/staff"},
	}

	noted_on(duty, object.union(entry, {"logged": {"is": "no"}})) == {noted}
	every logged in [{"is": "yes"}, {"unknown": true}] {
		noted_on(duty, object.union(entry, {"logged": logged})) == set()
	}
	noted_on(duty, entry) == set()
	noted_on("d/remoteMaintenance/pacs", object.union(entry, {"logged": {"is": "no"}})) == set()
}

noted_on(key, fact) := notes if {
	maintained := {"remoteMaintenance": {"pacs": {"institution": "aoba", "maintainer": "medifix"}}}
	notes := requirement.note with input as declaring(maintained)
		with data.bunkaiten.observed.binding.accesses as {key: {fact}}
}
