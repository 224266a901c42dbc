package bunkaiten_test.requirements.external_storage.ordinary_operation_stays_with_institution

import data.bunkaiten.requirements.external_storage.ordinary_operation_stays_with_institution as requirement

archive := "d/externalStorage/archive"

kura_names := {"ja": "くら医療クラウド", "en": "Kura Medical Cloud"}

test_allow_responsibility_that_an_institution_bears if {
	every holder in [
		"aoba",
		"midori",
		{"aoba": "aoba", "midori": "midori"},
		{"aoba": "midori", "midori": "midori"},
	] {
		verdict(borne_by(holder)) == only({"satisfied": {archive}})
	}
}

test_allow_owner_of_a_storage_that_nobody_shares if {
	every holder in ["aoba", {"aoba": "aoba"}] {
		verdict(unshared(holder)) == only({"satisfied": {archive}})
	}
}

test_allow_owner_for_all_while_nobody_says_who_shares if {
	verdict(without(borne_by("aoba"), "sharedWith")) == only({"satisfied": {archive}})
}

test_allow_responsibility_of_the_institution_whoever_bears_the_other if {
	every holder in ["kura", "none", {"aoba": "kura"}] {
		patch := {"responsibilities": {"exPost": holder}}

		verdict(envelope(patch)) == only({"satisfied": {archive}})
	}
}

test_allow_responsibility_of_the_institution_whatever_the_basis_and_the_agreements if {
	patch := {"basis": "third-party-provision", "consent": "none"}

	verdict(envelope(patch)) == only({"satisfied": {archive}})
}

test_deny_custodian_that_takes_over_all_responsibility if {
	found := breach("held_by_custodian", kura_names, "")

	verdict(borne_by("kura")) == only({"deny": {found}})
	verdict(unshared("kura")) == only({"deny": {found}})
	verdict(without(borne_by("kura"), "sharedWith")) == only({"deny": {found}})
}

test_deny_party_that_is_no_institution_of_the_storage if {
	every holder in ["kita", "net", "medifix"] {
		verdict(borne_by(holder)) == only({"deny": {breach("held_by_another", holder, "")}})
	}
	verdict(unshared("midori")) == only({"deny": {breach("held_by_another", "midori", "")}})
}

test_deny_responsibility_that_nobody_bears if {
	found := breach("held_by_nobody", {"en": "nobody", "ja": "なし"}, "")

	verdict(borne_by("none")) == only({"deny": {found}})
}

test_deny_each_holder_of_a_map_that_is_no_institution if {
	verdict(borne_by({"aoba": "kura", "midori": "net"})) == only({"deny": {
		breach("held_by_custodian", kura_names, "aoba"),
		breach("held_by_another", "net", "midori"),
	}})
	verdict(borne_by({"aoba": "aoba", "midori": "none"})) == only({"deny": {breach(
		"held_by_nobody",
		{"en": "nobody", "ja": "なし"},
		"midori",
	)}})
}

test_deny_custodian_that_is_stated_for_a_party_that_shares_nothing if {
	every given in [borne_by({"aoba": "aoba", "midori": "midori", "kura": "kura"}), unshared({
		"aoba": "aoba",
		"kura": "kura",
	})] {
		verdict(given) == only({"deny": {breach("held_by_custodian", kura_names, "kura")}})
	}
}

test_undetermined_when_the_owner_that_bears_it_is_declared_with_another_role if {
	given := json.patch(envelope({"responsibilities": {"ordinaryOperation": "aoba"}, "sharedWith": "none"}), [{
		"op": "replace",
		"path": "/declarations/d/parties/aoba/role",
		"value": "provider",
	}])

	verdict(given) == only({"undetermined": {{
		"code": "holder_is_no_institution",
		"subject": archive,
		"pointers": [
			"/declarations/d/externalStorage/archive/responsibilities/ordinaryOperation",
			"/declarations/d/parties/aoba/role",
		],
		"values": {"holder": "aoba"},
	}}})
}

test_undetermined_when_the_holder_is_not_stated if {
	every absent in ["responsibilities", "responsibilities/ordinaryOperation"] {
		every given in [borne_by("aoba"), without(borne_by("aoba"), "sharedWith")] {
			verdict(without(given, absent)) == only({"undetermined": {unstated("responsibilities.ordinaryOperation")}})
		}
	}
}

test_undetermined_when_an_institution_is_missing_among_the_holders if {
	every holder, absent in {"aoba": "midori", "midori": "aoba"} {
		field := concat(".", ["responsibilities.ordinaryOperation", absent])

		verdict(borne_by({holder: holder})) == only({"undetermined": {unstated(field)}})
	}
}

test_undetermined_when_nobody_says_who_shares_and_the_owner_is_not_the_holder_for_all if {
	every holder in ["midori", {"aoba": "aoba"}, {"aoba": "aoba", "midori": "midori"}] {
		given := without(borne_by(holder), "sharedWith")

		verdict(given) == only({"undetermined": {unstated("sharedWith")}})
	}
}

test_deny_and_undetermined_when_one_holder_is_wrong_and_another_is_missing if {
	verdict(borne_by({"aoba": "kura"})) == only({
		"deny": {breach("held_by_custodian", kura_names, "aoba")},
		"undetermined": {unstated("responsibilities.ordinaryOperation.midori")},
	})
	verdict(without(borne_by({"midori": "none"}), "sharedWith")) == only({
		"deny": {breach("held_by_nobody", {"en": "nobody", "ja": "なし"}, "midori")},
		"undetermined": {unstated("responsibilities.ordinaryOperation.aoba"), unstated("sharedWith")},
	})
}

test_allow_and_deny_each_storage_by_itself if {
	films := {"owner": "midori", "custodian": "kura", "responsibilities": {"ordinaryOperation": "kura"}}

	verdict(declaring({"films": films})) == {
		"applies": {archive, "d/externalStorage/films"},
		"satisfied": {archive},
		"deny": {{
			"code": "held_by_custodian",
			"subject": "d/externalStorage/films",
			"pointers": ["/declarations/d/externalStorage/films/responsibilities/ordinaryOperation"],
			"values": {"holder": kura_names, "field": "responsibilities.ordinaryOperation"},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_nothing_is_stored_outside if {
	given := {"declarations": {"d": {"parties": {}, "remoteMaintenance": {"archive": stored}}}}

	verdict(given) == only({"applies": set()})
}

breach(code, holder, towards) := {
	"code": code,
	"subject": archive,
	"pointers": [concat("/", array.concat(["/declarations/d/externalStorage/archive"], fields))],
	"values": {"holder": holder, "field": concat(".", fields)},
} if {
	fields := array.concat(["responsibilities", "ordinaryOperation"], [towards | towards != ""])
}

unstated(field) := {
	"code": "fact_not_stated",
	"subject": archive,
	"pointers": [concat("/", ["/declarations/d/externalStorage/archive", replace(field, ".", "/")])],
	"values": {"field": concat(".", ["spec.externalStorage.archive", field])},
}

only(parts) := object.union(
	{"applies": {archive}, "satisfied": set(), "deny": set(), "undetermined": set()},
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

borne_by(holder) := envelope({"responsibilities": {"ordinaryOperation": holder}})

unshared(holder) := envelope({"sharedWith": "none", "responsibilities": {"ordinaryOperation": holder}})

envelope(patch) := declaring({"archive": patch})

without(given, field) := json.remove(given, [concat("/", ["declarations/d/externalStorage/archive", field])])

declaring(patch) := {"declarations": {"d": {
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution"},
		"kita": {"role": "institution"},
		"kura": {"role": "custodian", "name": kura_names},
		"net": {"role": "provider"},
		"medifix": {"role": "maintainer"},
	},
	"externalStorage": object.union({"archive": stored}, patch),
}}}

stored := {
	"owner": "aoba",
	"custodian": "kura",
	"sharedWith": ["midori"],
	"responsibilities": {"ordinaryOperation": "aoba"},
}
