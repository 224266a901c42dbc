package bunkaiten_test.requirements.remote_maintenance.decision_is_recorded

import data.bunkaiten.requirements.remote_maintenance.decision_is_recorded as requirement

pacs := "d/remoteMaintenance/pacs"

place := "/declarations/d/remoteMaintenance/pacs"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

test_allow_decision_with_its_maker_its_day_and_its_conditions if {
	every decision in [
		{},
		{"on": "2026-11-22"},
		{"on": "2026-11-21"},
		{"on": "1999-12-31"},
		{"by": {"ja": "医療情報安全管理委員会", "en": "Information Security Committee"}},
		{"conditions": ["作業のたびに申請する", "職員が立ち会う"]},
	] {
		verdict(envelope({"decision": decision})) == only({"satisfied": {pacs}})
	}
}

test_deny_maintenance_that_nobody_decided_on if {
	every party, label in {"medifix": "メディフィックス", "labo": "labo"} {
		found := finding("no_decision", "/decision", {"maintainer": label})

		verdict(envelope({"maintainer": party, "decision": "none"})) == only({"deny": {found}})
	}
}

test_deny_decision_of_nobody if {
	verdict(envelope({"decision": {"by": "none"}})) == only({"deny": {by_nobody}})
}

test_deny_decision_without_conditions if {
	verdict(envelope({"decision": {"conditions": []}})) == only({"deny": {unconditional}})
}

test_deny_decision_that_is_yet_to_come if {
	every date in ["2026-11-23", "2026-12-01", "2027-01-01", "9999-12-31"] {
		verdict(envelope({"decision": {"on": date}})) == only({"deny": {in_the_future(date)}})
	}
}

test_deny_everything_that_is_wrong_with_a_decision_at_once if {
	decision := {"by": "none", "on": "2026-11-23", "conditions": []}
	found := {by_nobody, unconditional, in_the_future("2026-11-23")}

	verdict(envelope({"decision": decision})) == only({"deny": found})
}

test_undetermined_for_each_part_of_the_decision_that_is_not_stated if {
	every field in ["by", "on", "conditions"] {
		tail := concat("/", ["/decision", field])

		verdict(without(envelope({}), concat("/", ["decision", field]))) == only({"undetermined": {unstated(tail)}})
	}
}

test_undetermined_for_every_part_where_nothing_is_said_of_a_decision if {
	found := {unstated(tail) | some tail in ["/decision/by", "/decision/on", "/decision/conditions"]}

	verdict(without(envelope({}), "decision")) == only({"undetermined": found})
	verdict(envelope_with({"decision": {}})) == only({"undetermined": found})
}

test_deny_and_undetermined_when_nobody_decided_on_a_day_that_is_not_stated if {
	verdict(without(envelope({"decision": {"by": "none"}}), "decision/on")) == only({
		"deny": {by_nobody},
		"undetermined": {unstated("/decision/on")},
	})
}

test_allow_and_deny_each_maintenance_by_itself if {
	lab := object.union(maintenance, {"decision": "none"})

	verdict(declaring({"remoteMaintenance": {"lab": lab}})) == {
		"applies": {pacs, "d/remoteMaintenance/lab"},
		"satisfied": {pacs},
		"deny": {{
			"code": "no_decision",
			"subject": "d/remoteMaintenance/lab",
			"pointers": ["/declarations/d/remoteMaintenance/lab/decision"],
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

by_nobody := finding("nobody_decided", "/decision/by", {"maintainer": "メディフィックス"})

unconditional := finding("no_conditions", "/decision/conditions", {"maintainer": "メディフィックス"})

in_the_future(date) := finding("decision_in_the_future", "/decision/on", {"date": date})

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
	"decision": {"by": "病院長", "on": "2026-04-01", "conditions": ["作業のたびに申請する"]},
}
