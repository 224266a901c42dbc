package bunkaiten_test.compared.claim

import data.bunkaiten.compared.claim

archive := "d/externalStorage/archive"

duty := "d/telework/duty"

pacs := "d/remoteMaintenance/pacs"

referral := "d/exchanges/referral"

test_things_of_one_subject_are_nobody_elses if {
	told := claims({archive: {fact("b")}}, {duty: {fact("v"), fact("w")}, pacs: {fact("x")}})

	told.held == {archive: {fact("b")}, duty: {fact("v"), fact("w")}, pacs: {fact("x")}}
	told.shared == {}
}

test_exchanges_may_share_with_anybody if {
	told := claims({archive: {fact("b")}, referral: {fact("b")}}, {})

	told == {"held": {archive: {fact("b")}}, "shared": {}}
}

test_store_and_way_in_of_two if {
	told := claims({archive: {fact("b"), fact("a"), fact("c")}, duty: {fact("b"), fact("a")}}, {
		archive: {fact("v")},
		pacs: {fact("v")},
	})

	told.shared == {
		archive: {
			duty: shared(archive, ["a", "b"]),
			pacs: shared(archive, ["v"]),
		},
		duty: {archive: shared(duty, ["a", "b"])},
		pacs: {archive: shared(pacs, ["v"])},
	}
}

test_thing_with_several_facts_stands_once if {
	grant := object.union(fact("b"), {"who": {"is": 1}, "steps": ["b", "policy"]})
	told := claims({archive: {fact("b"), grant}, duty: {grant}}, {})

	told.shared[archive] == {duty: shared(archive, ["b"])}
	told.shared[duty] == {archive: object.union(shared(duty, ["b"]), {"observed": ["b", "policy"]})}
}

test_nothing_is_shared_where_nothing_is_shown if {
	claims({}, {}) == {"held": {}, "shared": {}}
}

fact(name) := {"thing": concat(":", ["terraform", name]), "key": concat(" ", ["p", name]), "way": "w", "steps": [name]}

shared(key, names) := {
	"things": [concat(":", ["terraform", name]) | some name in names],
	"declared": array.concat(["declarations"], split(key, "/")),
	"observed": [names[0]],
}

claims(stores, accesses) := found if {
	found := {
		"held": {key: facts | some key, facts in claim.held},
		"shared": {key: others | some key, others in claim.shared},
	} with input as given
		with data.bunkaiten.observed.binding.stores as stores
		with data.bunkaiten.observed.binding.accesses as accesses
}

given := {"declarations": {"d": {
	"parties": {"aoba": {"role": "institution"}, "kura": {"role": "custodian"}},
	"exchanges": {"referral": {
		"data": "patient-information",
		"source": "aoba",
		"destinations": {"parties": [], "others": "none"},
	}},
	"externalStorage": {"archive": {"custodian": "kura", "owner": "aoba"}},
	"telework": {"duty": {"institution": "aoba"}},
	"remoteMaintenance": {"pacs": {"institution": "aoba", "maintainer": "kura"}},
}}}
