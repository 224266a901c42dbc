package bunkaiten_test.requirements.remote_maintenance.supervision_is_exercised

import data.bunkaiten.requirements.remote_maintenance.supervision_is_exercised as requirement

pacs := "d/remoteMaintenance/pacs"

place := "/declarations/d/remoteMaintenance/pacs"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

test_allow_supervision_by_a_role_of_the_institution_that_is_recorded if {
	every supervision in [
		{},
		{"by": {"role": {"ja": "医療情報室長", "en": "Head of the information office"}}},
		{"evidence": {"sha256": "0f"}},
	] {
		verdict(envelope({"supervision": supervision})) == only({"satisfied": {pacs}})
	}
}

test_allow_supervision_whatever_is_said_of_reports_and_final_responsibility if {
	every patch in [
		{"reporting": "none"},
		{"finalResponsibility": "none"},
		{"finalResponsibility": {"party": "medifix", "role": "社長"}},
	] {
		verdict(envelope(patch)) == only({"satisfied": {pacs}})
	}
}

test_deny_vendor_that_nobody_supervises if {
	verdict(envelope({"supervision": "none"})) == only({"deny": {at("no_supervision", "/supervision")}})
}

test_deny_supervision_by_nobody if {
	every by in ["none", {"party": "none"}, {"role": "none"}] {
		verdict(envelope({"supervision": {"by": by}})) == only({"deny": {by_nobody}})
	}
}

test_deny_supervision_from_elsewhere if {
	every party, label in {"medifix": "メディフィックス", "midori": "midori", "line": "line"} {
		verdict(envelope({"supervision": {"by": {"party": party}}})) == only({"deny": {from_elsewhere(label)}})
	}
}

test_deny_supervision_without_record if {
	verdict(envelope({"supervision": {"evidence": "none"}})) == only({"deny": {unrecorded}})
}

test_deny_everything_that_is_wrong_with_the_supervision_at_once if {
	given := envelope({"supervision": {"by": {"party": "medifix", "role": "none"}, "evidence": "none"}})

	verdict(given) == only({"deny": {by_nobody, from_elsewhere("メディフィックス"), unrecorded}})
}

test_undetermined_for_each_part_of_the_supervision_that_is_not_stated if {
	every field in ["by", "by/party", "by/role", "evidence"] {
		tail := concat("/", ["/supervision", field])

		verdict(without(envelope({}), concat("/", ["supervision", field]))) == only({"undetermined": {unstated(tail)}})
	}
}

test_undetermined_for_both_parts_where_nothing_is_said_of_supervision if {
	found := {unstated("/supervision/by"), unstated("/supervision/evidence")}

	verdict(without(envelope({}), "supervision")) == only({"undetermined": found})
	verdict(envelope_with({"supervision": {}})) == only({"undetermined": found})
}

test_deny_and_undetermined_when_one_part_is_wrong_and_another_is_not_stated if {
	verdict(without(envelope({"supervision": {"by": "none"}}), "supervision/evidence")) == only({
		"deny": {by_nobody},
		"undetermined": {unstated("/supervision/evidence")},
	})
	verdict(without(envelope({"supervision": {"evidence": "none"}}), "supervision/by")) == only({
		"deny": {unrecorded},
		"undetermined": {unstated("/supervision/by")},
	})
	verdict(without(envelope({"supervision": {"by": {"party": "medifix"}}}), "supervision/by/role")) == only({
		"deny": {from_elsewhere("メディフィックス")},
		"undetermined": {unstated("/supervision/by/role")},
	})
}

test_allow_and_deny_each_maintenance_by_itself if {
	lab := object.union(maintenance, {"maintainer": "labo", "supervision": {"evidence": "none"}})

	verdict(declaring({"remoteMaintenance": {"lab": lab}})) == {
		"applies": {pacs, "d/remoteMaintenance/lab"},
		"satisfied": {pacs},
		"deny": {{
			"code": "no_evidence",
			"subject": "d/remoteMaintenance/lab",
			"pointers": ["/declarations/d/remoteMaintenance/lab/supervision/evidence"],
			"values": {"institution": aoba_names, "maintainer": "labo"},
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

by_nobody := at("nobody_supervises", "/supervision/by")

unrecorded := at("no_evidence", "/supervision/evidence")

from_elsewhere(label) := finding(
	"supervised_from_elsewhere",
	"/supervision/by",
	{"institution": aoba_names, "maintainer": "メディフィックス", "party": label},
)

at(code, tail) := finding(code, tail, {"institution": aoba_names, "maintainer": "メディフィックス"})

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
	"supervision": {
		"by": {"party": "aoba", "role": "医療情報室長"},
		"evidence": {"uri": "records/supervision-2026.pdf"},
	},
}
