package bunkaiten_test.requirements.remote_maintenance.reports_are_received

import data.bunkaiten.requirements.remote_maintenance.reports_are_received as requirement

pacs := "d/remoteMaintenance/pacs"

place := "/declarations/d/remoteMaintenance/pacs"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

test_allow_report_of_a_month_ago_and_of_today if {
	every last in ["2026-10-22", "2026-10-31", "2026-11-01", "2026-11-21", "2026-11-22"] {
		verdict(envelope({"reporting": {"last": last}})) == only({"satisfied": {pacs}})
	}
}

test_allow_report_on_the_day_when_it_is_due_whatever_the_interval if {
	every interval, last in {
		"P1D": "2026-11-21",
		"P30D": "2026-10-23",
		"P2W": "2026-11-08",
		"P1M": "2026-10-22",
		"P3M": "2026-08-22",
		"P1Y": "2025-11-22",
		"P9999D": "1999-07-08",
	} {
		verdict(envelope({"reporting": {"every": interval, "last": last}})) == only({"satisfied": {pacs}})
	}
}

test_allow_last_day_of_a_shorter_month if {
	every as_of in ["2026-10-31", "2026-11-01", "2026-11-30"] {
		given := on(as_of, {"last": "2026-10-31"})

		verdict(given) == only({"satisfied": {pacs}})
	}
	every as_of, last in {"2024-02-29": "2024-01-31", "2025-02-28": "2025-01-29"} {
		verdict(on(as_of, {"last": last})) == only({"satisfied": {pacs}})
	}
	verdict(on("2025-02-28", {"every": "P1Y", "last": "2024-02-29"})) == only({"satisfied": {pacs}})
}

test_allow_intervals_that_lead_to_years_of_five_digits if {
	every interval in ["P1D", "P9999D", "P9999W", "P9999M", "P9999Y"] {
		verdict(on("9999-12-31", {"every": interval, "last": "9999-12-31"})) == only({"satisfied": {pacs}})
	}
	every interval in ["P9999M", "P9999Y"] {
		verdict(envelope({"reporting": {"every": interval, "last": "2024-02-29"}})) == only({"satisfied": {pacs}})
	}
}

test_deny_report_that_was_due_yesterday_whatever_the_interval if {
	every interval, last in {
		"P1D": "2026-11-20",
		"P30D": "2026-10-22",
		"P2W": "2026-11-07",
		"P1M": "2026-10-21",
		"P3M": "2026-08-21",
		"P1Y": "2025-11-21",
		"P9999D": "1999-07-07",
	} {
		given := envelope({"reporting": {"every": interval, "last": last}})

		verdict(given) == only({"deny": {overdue(last, "2026-11-21")}})
	}
}

test_deny_report_of_the_day_after_the_last_day_of_a_shorter_month if {
	verdict(on("2026-12-01", {"last": "2026-10-31"})) == only({"deny": {overdue("2026-10-31", "2026-11-30")}})
	verdict(on("2024-03-01", {"last": "2024-01-31"})) == only({"deny": {overdue("2024-01-31", "2024-02-29")}})
	verdict(on("2025-03-01", {"every": "P1Y", "last": "2024-02-29"})) == only({"deny": {overdue(
		"2024-02-29",
		"2025-02-28",
	)}})
}

test_deny_report_that_was_due_long_ago if {
	verdict(envelope({"reporting": {"last": "1999-12-31"}})) == only({"deny": {overdue("1999-12-31", "2000-01-31")}})
}

test_deny_vendor_that_does_not_report if {
	every party, label in {"medifix": "メディフィックス", "labo": "labo"} {
		found := finding("no_reporting", "/reporting", {"maintainer": label})

		verdict(envelope({"maintainer": party, "reporting": "none"})) == only({"deny": {found}})
	}
}

test_deny_vendor_that_has_not_reported_yet if {
	verdict(envelope({"reporting": {"last": "none"}})) == only({"deny": {never}})
}

test_deny_report_that_is_yet_to_come if {
	every last in ["2026-11-23", "2026-12-31", "9999-12-31"] {
		verdict(envelope({"reporting": {"last": last}})) == only({"deny": {yet_to_come(last)}})
	}
}

test_undetermined_for_each_part_of_the_reporting_that_is_not_stated if {
	every field in ["every", "last"] {
		tail := concat("/", ["/reporting", field])

		verdict(without(envelope({}), concat("/", ["reporting", field]))) == only({"undetermined": {unstated(tail)}})
	}
}

test_undetermined_for_both_parts_where_nothing_is_said_of_reporting if {
	found := {unstated("/reporting/every"), unstated("/reporting/last")}

	verdict(without(envelope({}), "reporting")) == only({"undetermined": found})
	verdict(envelope_with({"reporting": {}})) == only({"undetermined": found})
}

test_deny_and_undetermined_when_a_report_proves_nothing_and_the_interval_is_not_stated if {
	every last, found in {"none": never, "2026-11-23": yet_to_come("2026-11-23")} {
		verdict(without(envelope({"reporting": {"last": last}}), "reporting/every")) == only({
			"deny": {found},
			"undetermined": {unstated("/reporting/every")},
		})
	}
}

test_allow_and_deny_each_maintenance_by_itself if {
	lab := object.union(maintenance, {"reporting": {"every": "P1W"}})

	verdict(declaring({"remoteMaintenance": {"lab": lab}})) == {
		"applies": {pacs, "d/remoteMaintenance/lab"},
		"satisfied": {pacs},
		"deny": {{
			"code": "report_overdue",
			"subject": "d/remoteMaintenance/lab",
			"pointers": ["/declarations/d/remoteMaintenance/lab/reporting/last"],
			"values": {"maintainer": "メディフィックス", "last": "2026-10-31", "due": "2026-11-07"},
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

never := finding("no_report_yet", "/reporting/last", {"maintainer": "メディフィックス"})

overdue(last, due) := finding(
	"report_overdue",
	"/reporting/last",
	{"maintainer": "メディフィックス", "last": last, "due": due},
)

yet_to_come(last) := finding("report_in_the_future", "/reporting/last", {"last": last})

on(as_of, patch) := object.union(envelope({"reporting": patch}), {"context": {"as_of": as_of}})

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
	"reporting": {"every": "P1M", "last": "2026-10-31"},
}
