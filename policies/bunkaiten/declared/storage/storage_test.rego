package bunkaiten_test.declared.storage

import data.bunkaiten.declared.storage

archive := "d/externalStorage/archive"

test_storage_counts_as_shared_until_it_is_stated_that_nobody_shares_it if {
	found := storage.shared with input as declaring({
		"images": {"sharedWith": ["midori"]},
		"films": {"sharedWith": "none"},
		"reports": {},
	})

	object.keys(found) == {"d/externalStorage/images", "d/externalStorage/reports"}
	found["d/externalStorage/images"].sharedWith == ["midori"]
	found["d/externalStorage/images"].parties == parties
}

test_institutions_are_the_owner_and_all_that_share if {
	storage.institutions({"owner": "aoba", "sharedWith": ["midori", "kita"]}) == {"aoba", "midori", "kita"}
	storage.institutions({"owner": "aoba", "sharedWith": "none"}) == {"aoba"}
	storage.institutions({"owner": "aoba"}) == {"aoba"}
}

test_owner_is_paired_with_each_that_shares_and_all_with_the_custodian if {
	pairs({"sharedWith": ["midori", "kita"]}) == {
		"institutions": {[["aoba", "midori"], {"sharing-division"}], [["aoba", "kita"], set()]},
		"custodian": {
			[["aoba", "kura"], {"storage-failure"}],
			[["midori", "kura"], set()],
			[["kita", "kura"], set()],
		},
	}
	every storages in [{"sharedWith": "none"}, {}] {
		pairs(storages) == {"institutions": set(), "custodian": {[["aoba", "kura"], {"storage-failure"}]}}
	}
}

test_duty_is_kept_if_one_of_the_institutions_is_stated_for_each if {
	every case in [
		{"sharedWith": "none", "exPost": "aoba"},
		{"sharedWith": "none", "exPost": {"aoba": "aoba"}},
		{"sharedWith": ["midori"], "exPost": "aoba"},
		{"sharedWith": ["midori"], "exPost": "midori"},
		{"sharedWith": ["midori"], "exPost": {"aoba": "aoba", "midori": "midori"}},
		{"sharedWith": ["midori"], "exPost": {"aoba": "midori", "midori": "aoba"}},
		{"exPost": "aoba"},
	] {
		answers(case) == {"kept": true, "misplaced": set(), "gaps": set()}
	}
}

test_duty_is_not_kept_if_any_stated_holder_is_none_of_the_institutions if {
	every stated, code in {
		"kura": "held_by_custodian",
		"none": "held_by_nobody",
		"kita": "held_by_another",
		"net": "held_by_another",
	} {
		every case in [{"sharedWith": "none"}, {"sharedWith": ["midori"]}] {
			answers(object.union(case, {"exPost": stated})) == misplaced({[code, [], stated]})
		}
		map := {"aoba": "aoba", "midori": stated}

		answers({"sharedWith": ["midori"], "exPost": map}) == misplaced({[code, ["midori"], stated]})
		answers({"sharedWith": "none", "exPost": map}) == misplaced({[code, ["midori"], stated]})
	}
}

test_owner_or_sharer_of_another_role_leaves_it_open if {
	every case in [{"sharedWith": ["net"], "exPost": "net"}, {"owner": "net", "sharedWith": "none", "exPost": "net"}] {
		answers(case) == {"kept": false, "misplaced": set(), "gaps": set()}
		doubtful(case) == {[["responsibilities", "exPost"], "net"]}
	}
	doubtful({"sharedWith": ["midori"], "exPost": "midori"}) == set()
	doubtful({"sharedWith": ["midori"], "exPost": "net"}) == set()
}

test_hospital_that_keeps_data_for_others_bears_nothing_either if {
	every case in [{}, {"sharedWith": "none"}, {"sharedWith": ["midori"]}] {
		given := object.union(case, {"custodian": "daigaku", "exPost": "daigaku"})

		answers(given) == misplaced({["held_by_custodian", [], "daigaku"]})
	}
}

test_every_institution_without_a_holder_is_a_gap if {
	shared := {"sharedWith": ["midori", "kita"]}

	answers(object.union(shared, {"exPost": {"aoba": "aoba"}})) == open({
		["responsibilities", "exPost", "midori"],
		["responsibilities", "exPost", "kita"],
	})
	answers(shared) == open({["responsibilities", "exPost"]})
	answers({"sharedWith": "none"}) == open({["responsibilities", "exPost"]})
	answers({}) == open({["responsibilities", "exPost"]})
}

test_while_nobody_says_who_shares_only_the_owner_for_all_is_enough if {
	answers({"exPost": "midori"}) == open({["sharedWith"]})
	answers({"exPost": {"aoba": "aoba"}}) == open({["sharedWith"]})
	answers({"exPost": {"aoba": "aoba", "midori": "midori"}}) == open({["sharedWith"]})
	answers({"exPost": {"midori": "midori"}}) == open({["sharedWith"], ["responsibilities", "exPost", "aoba"]})
}

test_what_lies_elsewhere_is_found_even_while_nobody_says_who_shares if {
	every stated, code in {"kura": "held_by_custodian", "none": "held_by_nobody", "net": "held_by_another"} {
		answers({"exPost": stated}) == misplaced({[code, [], stated]})
		answers({"exPost": {"aoba": stated}}) == {
			"kept": false,
			"misplaced": {[code, ["responsibilities", "exPost", "aoba"], stated]},
			"gaps": {["sharedWith"]},
		}
	}
}

test_each_duty_is_asked_by_itself if {
	declared := object.union(base, {
		"sharedWith": "none",
		"responsibilities": {"ordinaryOperation": "aoba", "exPost": "kura"},
	})

	storage.is_kept(declared, "ordinaryOperation")
	storage.misplaced(declared, "ordinaryOperation") == set()
	not storage.is_kept(declared, "exPost")
}

misplaced(found) := {
	"kept": false,
	"misplaced": {[code, array.concat(["responsibilities", "exPost"], fields), holder] |
		some [code, fields, holder] in found
	},
	"gaps": set(),
}

open(fields) := {"kept": false, "misplaced": set(), "gaps": fields}

answers(case) := {
	"kept": {true | storage.is_kept(declared, "exPost")} == {true},
	"misplaced": storage.misplaced(declared, "exPost"),
	"gaps": storage.gaps(declared, "exPost"),
} if {
	stated := object.filter(case, ["exPost"])
	duties := {"responsibilities": stated}
	declared := object.union(object.union(base, object.remove(case, ["exPost"])), duties)
}

doubtful(case) := storage.doubtful(declared, "exPost") if {
	duties := {"responsibilities": {"exPost": case.exPost}}
	declared := object.union(object.union(base, object.remove(case, ["exPost"])), duties)
}

pairs(patch) := found if {
	found := {
		"institutions": {[pair, matters] | some pair, matters in storage.between_institutions[archive]},
		"custodian": {[pair, matters] | some pair, matters in storage.with_custodian[archive]},
	} with input as declaring({"archive": patch})
}

test_hospital_that_keeps_and_shares_owes_itself_no_agreement if {
	found := pairs({"custodian": "daigaku", "sharedWith": ["midori", "daigaku"]})

	{pair | some [pair, _] in found.custodian} == {["aoba", "daigaku"], ["midori", "daigaku"]}
	{pair | some [pair, _] in found.institutions} == {["aoba", "midori"], ["aoba", "daigaku"]}
}

declaring(storages) := {
	"context": {"as_of": "2026-11-22"},
	"declarations": {"d": {
		"parties": parties,
		"agreements": {
			"division": paper(["aoba", "midori"], ["sharing-division"]),
			"service": paper(["aoba", "kura"], ["storage-failure"]),
		},
		"externalStorage": {name: object.union({"owner": "aoba", "custodian": "kura"}, patch) |
			some name, patch in storages
		},
	}},
}

paper(between, settles) := {
	"form": "contract",
	"between": between,
	"validFrom": "2026-04-01",
	"validTo": "open",
	"settles": settles,
}

base := {"owner": "aoba", "custodian": "kura", "parties": parties}

parties := {
	"aoba": {"role": "institution"},
	"midori": {"role": "institution"},
	"kita": {"role": "institution"},
	"daigaku": {"role": "institution"},
	"kura": {"role": "custodian"},
	"net": {"role": "provider"},
}
