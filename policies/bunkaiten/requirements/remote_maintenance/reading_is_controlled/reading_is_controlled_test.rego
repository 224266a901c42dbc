package bunkaiten_test.requirements.remote_maintenance.reading_is_controlled

import data.bunkaiten.requirements.remote_maintenance.decision_is_recorded
import data.bunkaiten.requirements.remote_maintenance.ex_post_stays_with_institution
import data.bunkaiten.requirements.remote_maintenance.final_responsibility_is_one
import data.bunkaiten.requirements.remote_maintenance.ordinary_operation_stays_with_institution
import data.bunkaiten.requirements.remote_maintenance.reading_is_controlled as requirement
import data.bunkaiten.requirements.remote_maintenance.reports_are_received
import data.bunkaiten.requirements.remote_maintenance.supervision_is_exercised
import data.bunkaiten.requirements.remote_maintenance.writing_is_controlled

pacs := "d/remoteMaintenance/pacs"

place := "/declarations/d/remoteMaintenance/pacs"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

test_allow_reading_that_is_limited_by_people_who_are_recognised if {
	every control in [
		{},
		{"reading": "none"},
		{"temporaryData": "not-kept"},
		{"temporaryData": "access-limited"},
		{"temporaryData": "erased"},
		{"authentication": ["個人ごとの証明書", "ワンタイムパスワード"]},
	] {
		verdict(envelope({"accessControl": control})) == only({"satisfied": {pacs}})
	}
}

test_allow_whatever_the_vendor_may_write_and_whether_it_is_recorded if {
	every control in [{"writing": "unlimited"}, {"writing": "none"}, {"sessionLog": "none"}, {"sessionLog": "recorded"}] {
		verdict(envelope({"accessControl": control})) == only({"satisfied": {pacs}})
	}
}

test_allow_contractor_that_maintains if {
	verdict(envelope({"maintainer": "labo"})) == only({"satisfied": {pacs}})
}

# remote maintenance can be done: no requirement of the clause refuses it as such
test_allow_complete_remote_maintenance_under_every_requirement_of_the_clause if {
	given := envelope({
		"decision": {"by": "病院長", "on": "2026-04-01", "conditions": ["作業のたびに申請する"]},
		"accessControl": {"writing": "limited", "sessionLog": "recorded"},
		"reporting": {"every": "P1M", "last": "2026-10-31"},
		"finalResponsibility": {"party": "aoba", "role": "病院長"},
		"supervision": {"by": {"party": "aoba", "role": "医療情報室長"}, "evidence": {"uri": "records/2026.pdf"}},
		"responsibilities": {"ordinaryOperation": "aoba", "exPost": "aoba"},
	})
	satisfied := {
		"02": requirement.satisfied,
		"03": writing_is_controlled.satisfied,
		"05": decision_is_recorded.satisfied,
		"06": ordinary_operation_stays_with_institution.satisfied,
		"07": ex_post_stays_with_institution.satisfied,
		"08": reports_are_received.satisfied,
		"09": final_responsibility_is_one.satisfied,
		"10": supervision_is_exercised.satisfied,
	} with input as given

	count(satisfied) == 8
	every _, subjects in satisfied { subjects == {pacs} }
}

test_deny_access_that_nothing_controls if {
	found := finding("no_access_control", "/accessControl", {"maintainer": "メディフィックス"})

	verdict(envelope({"accessControl": "none"})) == only({"deny": {found}})
}

test_deny_each_control_that_is_stated_to_be_missing if {
	every field, breach in breaches {
		found := finding(breach.code, concat("/", ["/accessControl", field]), {"maintainer": "メディフィックス"})

		verdict(envelope({"accessControl": {field: breach.stated}})) == only({"deny": {found}})
	}
}

test_deny_every_control_that_is_stated_to_be_missing_at_once if {
	found := {finding(breach.code, concat("/", ["/accessControl", field]), {"maintainer": "labo"}) |
		some field, breach in breaches
	}
	control := {field: breach.stated | some field, breach in breaches}

	verdict(envelope({"maintainer": "labo", "accessControl": control})) == only({"deny": found})
}

test_undetermined_for_each_control_of_which_nothing_is_said if {
	every field in ["authentication", "reading", "temporaryData"] {
		tail := concat("/", ["/accessControl", field])

		verdict(without(envelope({}), concat("/", ["accessControl", field]))) == only({"undetermined": {unstated(tail)}})
	}
}

test_undetermined_for_every_control_where_nothing_is_said_of_access if {
	found := {unstated(tail) |
		some tail in ["/accessControl/authentication", "/accessControl/reading", "/accessControl/temporaryData"]
	}

	verdict(without(envelope({}), "accessControl")) == only({"undetermined": found})
	verdict(envelope_with({"accessControl": {}})) == only({"undetermined": found})
}

test_deny_and_undetermined_when_one_control_is_missing_and_another_is_not_stated if {
	given := without(envelope({"accessControl": {"reading": "unlimited"}}), "accessControl/temporaryData")

	verdict(given) == only({
		"deny": {finding("reading_unlimited", "/accessControl/reading", {"maintainer": "メディフィックス"})},
		"undetermined": {unstated("/accessControl/temporaryData")},
	})
}

test_undetermined_when_who_maintains_is_no_vendor if {
	every party, label in {"line": "line", "midori": "midori"} {
		found := {
			"code": "maintainer_of_another_role",
			"subject": pacs,
			"pointers": [
				concat("", [place, "/maintainer"]),
				concat("/", ["/declarations/d/parties", party, "role"]),
			],
			"values": {"maintainer": label, "role": spec.parties[party].role},
		}

		verdict(envelope({"maintainer": party})) == only({"undetermined": {found}})
	}
}

test_undetermined_when_what_is_maintained_is_no_institutions if {
	every role in ["custodian", "provider", "maintainer", "contractor"] {
		found := {
			"code": "institution_of_another_role",
			"subject": pacs,
			"pointers": [concat("", [place, "/institution"]), "/declarations/d/parties/aoba/role"],
			"values": {"institution": aoba_names, "role": role},
		}

		verdict(declaring({"parties": {"aoba": {"role": role}}})) == only({"undetermined": {found}})
	}
}

test_deny_and_undetermined_when_a_carrier_reads_without_limit if {
	found := {
		"code": "maintainer_of_another_role",
		"subject": pacs,
		"pointers": [concat("", [place, "/maintainer"]), "/declarations/d/parties/line/role"],
		"values": {"maintainer": "line", "role": "provider"},
	}

	verdict(envelope({"maintainer": "line", "accessControl": {"reading": "unlimited"}})) == only({
		"deny": {finding("reading_unlimited", "/accessControl/reading", {"maintainer": "line"})},
		"undetermined": {found},
	})
}

test_allow_and_deny_each_maintenance_by_itself if {
	lab := object.union(maintenance, {"accessControl": {"reading": "unlimited"}})

	verdict(declaring({"remoteMaintenance": {"lab": lab}})) == {
		"applies": {pacs, "d/remoteMaintenance/lab"},
		"satisfied": {pacs},
		"deny": {{
			"code": "reading_unlimited",
			"subject": "d/remoteMaintenance/lab",
			"pointers": ["/declarations/d/remoteMaintenance/lab/accessControl/reading"],
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

breaches := {
	"authentication": {"code": "no_authentication", "stated": []},
	"reading": {"code": "reading_unlimited", "stated": "unlimited"},
	"temporaryData": {"code": "temporary_data_unprotected", "stated": "none"},
}

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

test_allow_way_in_for_the_maintainer_with_no_more_than_is_declared if {
	given := envelope({})
	known := object.union(given, {"declarations": {"d": {"parties": {"medifix": {"identifiedBy": {"awsAccounts": [
		"222222222222",
	]}}}}}})

	shown(known, {pacs: {entry({
		"who": {"is": {"by": "account", "name": "222222222222"}},
		"authentication": {"is": ["iam", "mfa"]},
		"rights": {"is": ["read", "write"]},
	})}}) == only({"satisfied": {pacs}})
}

test_deny_what_the_deployment_shows if {
	stranger := {"is": {"by": "account", "name": "999999999999"}}

	every attributes, found in {
		{"who": anybody, "ports": {"is": [22, 22]}}: observed("observed_open_door", "", {"from": everywhere}),
		{"authentication": {"is": ["none"]}}: observed("observed_no_authentication", "", {"from": no_matter_who}),
		{"who": stranger}: observed("observed_stranger_in", "maintainer", {"from": "999999999999"}),
		{"rights": {"is": ["admin"]}}: observed("observed_rights", "accessControl/reading", {"rights": [{
			"en": "everything, administration included",
			"ja": "管理を含むすべての操作",
		}]}),
	} {
		shown(envelope({}), {pacs: {entry(attributes)}}) == only({"deny": {found}})
	}
}

test_undetermined_when_the_deployment_does_not_show_it if {
	group := {"is": {"by": "organization", "name": "o-example"}}

	every attributes, found in {
		{"who": {"unknown": true}}: observed("observed_entry_unknown", "", {"from": unknown}),
		{"who": group}: observed("observed_stranger_unknown", "maintainer", {"from": "o-example"}),
		{"rights": {"unknown": true}}: observed("observed_rights_unknown", "accessControl/reading", {"rights": []}),
	} {
		shown(envelope({}), {pacs: {entry(attributes)}}) == only({"undetermined": {found}})
	}
}

test_deny_and_undetermined_for_two_ways_in_at_once if {
	shown(envelope({}), {pacs: {
		entry({"who": anybody}),
		entry({"rights": {"unknown": true}}),
	}}) == only({
		"deny": {observed("observed_open_door", "", {"from": everywhere})},
		"undetermined": {observed("observed_rights_unknown", "accessControl/reading", {"rights": []})},
	})
}

test_allow_whatever_may_be_written_and_is_not_recorded_and_how_staff_get_in if {
	control := {"accessControl": {"writing": "none", "sessionLog": "recorded"}}
	telework := {"duty": {"institution": "aoba"}}
	given := object.union(envelope(control), {"declarations": {"d": {"telework": telework}}})

	shown(given, {
		pacs: {entry({"rights": {"is": ["read", "write"]}, "logged": {"is": "no"}})},
		"d/telework/duty": {entry({"who": anybody}), entry({"who": {"unknown": true}})},
	}) == only({"satisfied": {pacs}})
}

no_matter_who := {"en": "anybody", "ja": "誰でも"}

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

anybody := {"is": {"by": "anybody", "name": "0.0.0.0/0"}}

everywhere := {"en": "anybody (0.0.0.0/0)", "ja": "誰でも（0.0.0.0/0）"}

unknown := {"en": "unknown before apply", "ja": "適用前には不明"}

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
	"accessControl": {"authentication": ["個人ごとの証明書"], "reading": "limited", "temporaryData": "erased"},
}
