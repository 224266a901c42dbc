package bunkaiten_test.requirements.remote_maintenance.final_responsibility_is_one

import data.bunkaiten.requirements.remote_maintenance.final_responsibility_is_one as requirement

pacs := "d/remoteMaintenance/pacs"

place := "/declarations/d/remoteMaintenance/pacs"

aoba_names := {"en": "Aoba Hospital", "ja": "青葉病院"}

test_allow_one_role_of_the_institution if {
	every stated in [director, [director], {"party": "aoba", "role": {"ja": "病院長", "en": "Director"}}] {
		verdict(envelope_with({"finalResponsibility": stated})) == only({"satisfied": {pacs}})
	}
	verdict(envelope_with({
		"institution": "midori",
		"finalResponsibility": {"party": "midori", "role": "院長"},
	})) == only({"satisfied": {pacs}})
}

test_deny_role_that_nobody_holds if {
	every stated, tail in {
		"none": "",
		{"party": "none", "role": "病院長"}: "",
		{"party": "aoba", "role": "none"}: "",
		[{"party": "aoba", "role": "none"}]: "/0",
	} {
		verdict(envelope_with({"finalResponsibility": stated})) == only({"deny": {vacant(tail)}})
	}
}

test_deny_role_of_another_party if {
	every party, label in {"medifix": "メディフィックス", "midori": "midori", "line": "line"} {
		stated := {"party": party, "role": "社長"}

		verdict(envelope_with({"finalResponsibility": stated})) == only({"deny": {elsewhere("", label)}})
		verdict(envelope_with({"finalResponsibility": [stated]})) == only({"deny": {elsewhere("/0", label)}})
	}
}

test_deny_vendor_that_takes_over_all_responsibility_by_contract if {
	given := object.union(
		envelope_with({
			"finalResponsibility": {"party": "medifix", "role": "代表取締役"},
			"responsibilities": {"ordinaryOperation": "medifix", "exPost": "medifix"},
		}),
		{"declarations": {"d": {"agreements": {"upkeep": {
			"form": "contract",
			"title": "保守業者が一切の責任を負う保守委託契約",
			"between": ["aoba", "medifix"],
			"validFrom": "2026-04-01",
			"validTo": "open",
			"settles": ["management-division"],
		}}}}},
	)

	verdict(given) == only({"deny": {elsewhere("", "メディフィックス")}})
}

test_deny_several_roles if {
	chief := {"party": "aoba", "role": "医療情報室長"}

	every listed in [[director, chief], [director, director], [director, chief, director]] {
		verdict(envelope_with({"finalResponsibility": listed})) == only({"deny": {several(count(listed))}})
	}
}

test_deny_everything_that_is_wrong_with_several_roles_at_once if {
	given := envelope_with({"finalResponsibility": [
		{"party": "medifix", "role": "社長"},
		{"party": "aoba", "role": "none"},
		{"party": "midori", "role": "none"},
	]})

	verdict(given) == only({"deny": {
		several(3),
		elsewhere("/0", "メディフィックス"),
		vacant("/1"),
		elsewhere("/2", "midori"),
		vacant("/2"),
	}})
}

test_undetermined_for_each_part_of_the_role_that_is_not_stated if {
	every field in ["party", "role"] {
		stated := object.remove(director, [field])
		alone := unstated(concat("/", ["/finalResponsibility", field]))
		in_list := unstated(concat("/", ["/finalResponsibility/0", field]))

		verdict(envelope_with({"finalResponsibility": stated})) == only({"undetermined": {alone}})
		verdict(envelope_with({"finalResponsibility": [stated]})) == only({"undetermined": {in_list}})
	}
	verdict(envelope_with({"finalResponsibility": {}})) == only({"undetermined": {
		unstated("/finalResponsibility/party"),
		unstated("/finalResponsibility/role"),
	}})
}

test_undetermined_when_nobody_says_who_finally_answers if {
	found := unstated("/finalResponsibility")

	verdict(without(envelope({}), "finalResponsibility")) == only({"undetermined": {found}})
}

test_deny_and_undetermined_when_one_part_is_wrong_and_another_is_not_stated if {
	every stated, found in {
		{"party": "medifix"}: {"deny": {elsewhere("", "メディフィックス")}, "undetermined": "/finalResponsibility/role"},
		{"party": "none"}: {"deny": {vacant("")}, "undetermined": "/finalResponsibility/role"},
		{"role": "none"}: {"deny": {vacant("")}, "undetermined": "/finalResponsibility/party"},
		[director, {"role": "技師長"}]: {"deny": {several(2)}, "undetermined": "/finalResponsibility/1/party"},
	} {
		verdict(envelope_with({"finalResponsibility": stated})) == only({
			"deny": found.deny,
			"undetermined": {unstated(found.undetermined)},
		})
	}
}

test_allow_and_deny_each_maintenance_by_itself if {
	lab := {"institution": "midori", "maintainer": "medifix", "finalResponsibility": director}

	verdict(declaring({"remoteMaintenance": {"lab": lab}})) == {
		"applies": {pacs, "d/remoteMaintenance/lab"},
		"satisfied": {pacs},
		"deny": {{
			"code": "responsible_elsewhere",
			"subject": "d/remoteMaintenance/lab",
			"pointers": ["/declarations/d/remoteMaintenance/lab/finalResponsibility"],
			"values": {"institution": "midori", "party": aoba_names},
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

director := {"party": "aoba", "role": "病院長"}

vacant(tail) := finding(
	"nobody_responsible",
	concat("", ["/finalResponsibility", tail]),
	{"institution": aoba_names},
)

elsewhere(tail, label) := finding(
	"responsible_elsewhere",
	concat("", ["/finalResponsibility", tail]),
	{"institution": aoba_names, "party": label},
)

several(number) := finding(
	"several_responsible",
	"/finalResponsibility",
	{"count": number, "institution": aoba_names},
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
	"finalResponsibility": {"party": "aoba", "role": "病院長"},
}
