package bunkaiten_test.requirements.remote_maintenance.writing_is_controlled

import data.bunkaiten.requirements.remote_maintenance.writing_is_controlled as requirement

pacs := "d/remoteMaintenance/pacs"

place := "/declarations/d/remoteMaintenance/pacs"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

test_allow_writing_that_is_limited_and_recorded if {
	every writing in ["limited", "none"] {
		verdict(envelope({"accessControl": {"writing": writing}})) == only({"satisfied": {pacs}})
	}
}

test_allow_whatever_the_vendor_may_read if {
	every control in [
		{"authentication": []},
		{"reading": "unlimited"},
		{"temporaryData": "none"},
		{"authentication": ["個人ごとの証明書"], "reading": "limited", "temporaryData": "erased"},
	] {
		verdict(envelope({"accessControl": control})) == only({"satisfied": {pacs}})
	}
}

test_allow_whoever_maintains if {
	every party in ["labo", "line"] { verdict(envelope({"maintainer": party})) == only({"satisfied": {pacs}}) }
}

test_deny_access_that_nothing_controls if {
	every party, label in {"medifix": "メディフィックス", "labo": "labo"} {
		found := finding("no_access_control", "/accessControl", {"maintainer": label})

		verdict(envelope({"maintainer": party, "accessControl": "none"})) == only({"deny": {found}})
	}
}

test_deny_writing_without_limit if {
	verdict(envelope({"accessControl": {"writing": "unlimited"}})) == only({"deny": {unlimited}})
}

test_deny_work_that_is_not_recorded_even_where_nothing_can_be_written if {
	every writing in ["limited", "none"] {
		given := envelope({"accessControl": {"writing": writing, "sessionLog": "none"}})

		verdict(given) == only({"deny": {unrecorded}})
	}
}

test_deny_writing_without_limit_and_without_record_at_once if {
	given := envelope({"accessControl": {"writing": "unlimited", "sessionLog": "none"}})

	verdict(given) == only({"deny": {unlimited, unrecorded}})
}

test_undetermined_when_nothing_is_said_of_writing_or_of_the_record if {
	every field in ["writing", "sessionLog"] {
		tail := concat("/", ["/accessControl", field])

		verdict(without(envelope({}), concat("/", ["accessControl", field]))) == only({"undetermined": {unstated(tail)}})
	}
}

test_undetermined_for_both_where_nothing_is_said_of_access if {
	found := {unstated("/accessControl/writing"), unstated("/accessControl/sessionLog")}

	verdict(without(envelope({}), "accessControl")) == only({"undetermined": found})
	verdict(envelope_with({"accessControl": {}})) == only({"undetermined": found})
	verdict(envelope_with({"accessControl": {"reading": "limited"}})) == only({"undetermined": found})
}

test_deny_and_undetermined_when_one_is_missing_and_the_other_is_not_stated if {
	verdict(without(envelope({"accessControl": {"sessionLog": "none"}}), "accessControl/writing")) == only({
		"deny": {unrecorded},
		"undetermined": {unstated("/accessControl/writing")},
	})
	verdict(without(envelope({"accessControl": {"writing": "unlimited"}}), "accessControl/sessionLog")) == only({
		"deny": {unlimited},
		"undetermined": {unstated("/accessControl/sessionLog")},
	})
}

test_allow_and_deny_each_maintenance_by_itself if {
	lab := object.union(maintenance, {"accessControl": {"writing": "unlimited"}})

	verdict(declaring({"remoteMaintenance": {"lab": lab}})) == {
		"applies": {pacs, "d/remoteMaintenance/lab"},
		"satisfied": {pacs},
		"deny": {{
			"code": "writing_unlimited",
			"subject": "d/remoteMaintenance/lab",
			"pointers": ["/declarations/d/remoteMaintenance/lab/accessControl/writing"],
			"values": {"maintainer": "メディフィックス"},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_nobody_maintains_from_outside if {
	every section in ["telework", "entrustedWork", "externalStorage"] {
		given := {"declarations": {"d": {"parties": spec.parties, section: {"pacs": maintenance}}}, "context": context}

		verdict(given) == only({"applies": set()})
	}
}

unlimited := finding("writing_unlimited", "/accessControl/writing", {"maintainer": "メディフィックス"})

unrecorded := finding("sessions_not_recorded", "/accessControl/sessionLog", {"maintainer": "メディフィックス"})

unstated(tail) := finding("fact_not_stated", tail, {"field": concat("", [
	"spec.remoteMaintenance.pacs",
	replace(tail, "/", "."),
])})

finding(code, tail, values) := {
	"code": code,
	"subject": pacs,
	"pointers": [concat("", [place, tail])],
	"values": values,
}

test_allow_way_in_that_is_recorded_with_no_more_than_is_declared if {
	shown(envelope({}), {pacs: {entry({
		"rights": {"is": ["read", "write"]},
		"logged": {"is": "yes"},
	})}}) == only({"satisfied": {pacs}})
}

test_deny_what_the_deployment_shows if {
	every attributes, found in {
		{"logged": {"is": "no"}}: observed("observed_no_log", "accessControl/sessionLog", {}),
		{"rights": {"is": ["admin"]}}: observed("observed_rights", "accessControl/writing", {"rights": [{
			"en": "everything, administration included",
			"ja": "管理を含むすべての操作",
		}]}),
	} {
		shown(envelope({}), {pacs: {entry(attributes)}}) == only({"deny": {found}})
	}
}

test_undetermined_when_the_deployment_does_not_show_it if {
	every attributes, found in {
		{"logged": {"unknown": true}}: observed("observed_log_unknown", "accessControl/sessionLog", {}),
		{"rights": {"unknown": true}}: observed("observed_rights_unknown", "accessControl/writing", {"rights": []}),
	} {
		shown(envelope({}), {pacs: {entry(attributes)}}) == only({"undetermined": {found}})
	}
}

test_deny_and_undetermined_for_two_ways_in_at_once if {
	shown(envelope({}), {pacs: {
		entry({"logged": {"is": "no"}}),
		entry({"rights": {"unknown": true}}),
	}}) == only({
		"deny": {observed("observed_no_log", "accessControl/sessionLog", {})},
		"undetermined": {observed("observed_rights_unknown", "accessControl/writing", {"rights": []})},
	})
}

test_allow_whoever_gets_in_whatever_is_read_and_how_staff_get_in if {
	given := envelope({"accessControl": {"reading": "none"}})
	stranger := {"is": {"by": "account", "name": "999999999999"}}

	shown(given, {
		pacs: {entry({"who": stranger, "rights": {"is": ["read"]}})},
		"d/telework/duty": {entry({"rights": {"is": ["admin"]}, "logged": {"is": "no"}})},
	}) == only({"satisfied": {pacs}})
}

observed(code, field, values) := {
	"code": code,
	"subject": pacs,
	"pointers": [trim_suffix(concat("/", [place, field]), "/"), "/terraform/plan/resource_changes/0"],
	"values": object.union({"thing": "terraform:x_door.a", "way": "some-door"}, values),
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

only(parts) := object.union(
	{"applies": {pacs}, "satisfied": set(), "deny": set(), "undetermined": set()},
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

envelope(patch) := declaring({"remoteMaintenance": {"pacs": patch}})

# as `envelope`, but fields are replaced, not merged
envelope_with(fields) := {
	"declarations": {"d": object.union(
		object.remove(spec, ["remoteMaintenance"]),
		{"remoteMaintenance": {"pacs": object.union(object.remove(maintenance, object.keys(fields)), fields)}},
	)},
	"context": context,
}

without(given, field) := json.remove(given, [concat("/", ["declarations/d/remoteMaintenance/pacs", field])])

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": context}

context := {"as_of": "2026-11-22"}

spec := {
	"parties": {
		"aoba": {"role": "institution", "name": aoba_names},
		"midori": {"role": "institution"},
		"medifix": {"role": "maintainer", "name": "メディフィックス"},
		"labo": {"role": "contractor"},
		"line": {"role": "provider"},
	},
	"remoteMaintenance": {"pacs": maintenance},
}

maintenance := {
	"institution": "aoba",
	"maintainer": "medifix",
	"accessControl": {"writing": "limited", "sessionLog": "recorded"},
}
