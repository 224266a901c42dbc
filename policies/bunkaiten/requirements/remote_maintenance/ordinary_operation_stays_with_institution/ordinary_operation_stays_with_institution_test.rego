package bunkaiten_test.requirements.remote_maintenance.ordinary_operation_stays_with_institution

import data.bunkaiten.requirements.remote_maintenance.ordinary_operation_stays_with_institution as requirement

pacs := "d/remoteMaintenance/pacs"

place := "/declarations/d/remoteMaintenance/pacs"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

test_allow_institution_that_keeps_it if {
	verdict(envelope({})) == only({"satisfied": {pacs}})
	verdict(envelope({
		"institution": "midori",
		"responsibilities": {"ordinaryOperation": "midori"},
	})) == only({"satisfied": {pacs}})
}

test_allow_whoever_bears_the_other_responsibility if {
	every holder in ["aoba", "medifix", "none"] {
		verdict(envelope({"responsibilities": {"exPost": holder}})) == only({"satisfied": {pacs}})
	}
}

test_deny_whatever_other_party_bears_it if {
	every party, label in {"medifix": "メディフィックス", "labo": "labo", "line": "line", "midori": "midori"} {
		verdict(envelope({"responsibilities": {"ordinaryOperation": party}})) == only({"deny": {held_by(label)}})
	}
}

test_deny_vendor_that_takes_over_all_responsibility_by_contract if {
	given := declaring({
		"agreements": {"upkeep": {
			"form": "contract",
			"title": "保守業者が一切の責任を負う保守委託契約",
			"between": ["aoba", "medifix"],
			"validFrom": "2026-04-01",
			"validTo": "open",
			"signedBy": ["aoba", "medifix"],
			"settles": ["management-division"],
		}},
		"remoteMaintenance": {"pacs": {
			"finalResponsibility": {"party": "medifix", "role": "社長"},
			"responsibilities": {"ordinaryOperation": "medifix", "exPost": "medifix"},
		}},
	})

	verdict(given) == only({"deny": {held_by("メディフィックス")}})
}

test_deny_responsibility_that_nobody_bears if {
	found := finding("held_by_nobody", "/responsibilities/ordinaryOperation", {"institution": aoba_names})

	verdict(envelope({"responsibilities": {"ordinaryOperation": "none"}})) == only({"deny": {found}})
}

test_undetermined_when_nobody_says_who_bears_it if {
	found := unstated("/responsibilities/ordinaryOperation")

	verdict(without(envelope({}), "responsibilities")) == only({"undetermined": {found}})
	verdict(without(envelope({}), "responsibilities/ordinaryOperation")) == only({"undetermined": {found}})
	verdict(envelope_with({"responsibilities": {"exPost": "aoba"}})) == only({"undetermined": {found}})
}

test_allow_and_deny_each_maintenance_by_itself if {
	lab := object.union(maintenance, {"responsibilities": {"ordinaryOperation": "medifix"}})

	verdict(declaring({"remoteMaintenance": {"lab": lab}})) == {
		"applies": {pacs, "d/remoteMaintenance/lab"},
		"satisfied": {pacs},
		"deny": {{
			"code": "held_by_another",
			"subject": "d/remoteMaintenance/lab",
			"pointers": ["/declarations/d/remoteMaintenance/lab/responsibilities/ordinaryOperation"],
			"values": {"holder": "メディフィックス", "institution": aoba_names},
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

held_by(label) := finding(
	"held_by_another",
	"/responsibilities/ordinaryOperation",
	{"holder": label, "institution": aoba_names},
)

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
	"responsibilities": {"ordinaryOperation": "aoba"},
}
