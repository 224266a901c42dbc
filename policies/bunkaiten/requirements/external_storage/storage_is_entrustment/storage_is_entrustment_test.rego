package bunkaiten_test.requirements.external_storage.storage_is_entrustment

import data.bunkaiten.requirements.external_storage.storage_is_entrustment as requirement

archive := "d/externalStorage/archive"

kura_names := {"ja": "くら医療クラウド", "en": "Kura Medical Cloud"}

test_allow_storage_that_is_stated_to_be_entrustment if {
	verdict(envelope({})) == only({"satisfied": {archive}})
}

test_allow_hospital_that_keeps_data_for_others if {
	verdict(envelope({"custodian": "midori"})) == only({"satisfied": {archive}})
}

test_allow_entrustment_whoever_shares_and_whoever_bears if {
	every patch in [{"sharedWith": ["net"]}, {"responsibilities": {"exPost": "kura"}}, {"exchanges": ["referral"]}] {
		verdict(envelope(patch)) == only({"satisfied": {archive}})
	}
}

test_deny_storage_that_is_stated_to_be_third_party_provision if {
	found := breach("third_party_provision", kura_names)

	verdict(envelope({"basis": "third-party-provision"})) == only({"deny": {found}})
}

test_deny_storage_that_is_stated_to_have_no_basis if {
	verdict(envelope({"basis": "none"})) == only({"deny": {breach("no_basis", kura_names)}})
	verdict(envelope({"basis": "none", "custodian": "midori"})) == only({"deny": {breach("no_basis", "midori")}})
}

test_undetermined_when_the_basis_is_not_stated if {
	verdict(without("basis")) == only({"undetermined": {unstated}})
}

test_undetermined_when_the_owner_is_no_institution if {
	every party in ["net", "medifix", "labo", "hokan"] {
		verdict(envelope({"owner": party})) == only({"undetermined": {stranger(
			"owner_is_no_institution",
			"owner",
			party,
		)}})
	}
}

test_undetermined_when_the_custodian_is_neither_custodian_nor_institution if {
	every party in ["net", "medifix", "labo"] {
		verdict(envelope({"custodian": party})) == only({"undetermined": {stranger(
			"custodian_has_another_role",
			"custodian",
			party,
		)}})
	}
}

test_deny_and_undetermined_when_basis_and_both_roles_are_wrong if {
	verdict(envelope({"basis": "none", "owner": "labo", "custodian": "net"})) == only({
		"deny": {breach("no_basis", "net")},
		"undetermined": {
			stranger("owner_is_no_institution", "owner", "labo"),
			stranger("custodian_has_another_role", "custodian", "net"),
		},
	})
}

test_allow_and_deny_each_storage_by_itself if {
	provided := object.union(stored, {"basis": "third-party-provision"})

	verdict(declaring({"films": provided})) == {
		"applies": {archive, "d/externalStorage/films"},
		"satisfied": {archive},
		"deny": {{
			"code": "third_party_provision",
			"subject": "d/externalStorage/films",
			"pointers": ["/declarations/d/externalStorage/films/basis"],
			"values": {"custodian": kura_names},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_where_nothing_is_stored_outside if {
	given := {"declarations": {"d": {"parties": {}, "entrustedWork": {"archive": stored}}}}

	verdict(given) == only({"applies": set()})
}

breach(code, custodian) := {
	"code": code,
	"subject": archive,
	"pointers": ["/declarations/d/externalStorage/archive/basis"],
	"values": {"custodian": custodian},
}

unstated := {
	"code": "fact_not_stated",
	"subject": archive,
	"pointers": ["/declarations/d/externalStorage/archive/basis"],
	"values": {"field": "spec.externalStorage.archive.basis"},
}

stranger(code, part, party) := {
	"code": code,
	"subject": archive,
	"pointers": [
		concat("/", ["/declarations/d/externalStorage/archive", part]),
		concat("/", ["/declarations/d/parties", party, "role"]),
	],
	"values": {part: party, "field": concat(".", ["spec.parties", party, "role"])},
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

envelope(patch) := declaring({"archive": patch})

without(field) := json.remove(envelope({}), [concat("/", ["declarations/d/externalStorage/archive", field])])

declaring(patch) := {"declarations": {"d": {
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution"},
		"kura": {"role": "custodian", "name": kura_names},
		"hokan": {"role": "custodian"},
		"net": {"role": "provider"},
		"medifix": {"role": "maintainer"},
		"labo": {"role": "contractor"},
	},
	"externalStorage": object.union({"archive": stored}, patch),
}}}

stored := {"owner": "aoba", "custodian": "kura", "basis": "entrustment"}
