package bunkaiten_test.compared.retention

import data.bunkaiten.compared.retention

reading := "d/entrustedWork/reading"

test_store_that_keeps_no_longer_is_fine if {
	every days, stated in {30: "P30D", 1: "P30D", 14: "P2W", 31: "P1M", 366: "P1Y"} {
		shows(stated, {fact({"retention": {"is": days}})}) == {"kept": {}, "erased_in_time": {reading}}
	}
}

test_no_store_and_grants_keep_nothing if {
	shows("P30D", set()) == {"kept": {}, "erased_in_time": {reading}}
	shows("P30D", {fact({"who": {"unknown": true}})}) == {"kept": {}, "erased_in_time": {reading}}
	shows("P30D", {fact({"who": {"is": {"by": "anybody", "name": "*"}}, "retention": {"is": "forever"}})}) == {
		"kept": {},
		"erased_in_time": {reading},
	}
}

test_store_that_keeps_for_longer if {
	every stated, days in {"P30D": 31, "P2W": 15, "P1M": 32, "P1Y": 367} {
		kept := {"en": sprintf("for %d days", [days]), "ja": sprintf("%d 日", [days])}

		shows(stated, {fact({"retention": {"is": days}})}) == {
			"kept": {reading: {found("observed_retention_longer", {"declared": stated, "kept": kept})}},
			"erased_in_time": set(),
		}
	}
	shows("P9999Y", {fact({"retention": {"is": "forever"}})}) == {
		"kept": {reading: {found("observed_retention_longer", {
			"declared": "P9999Y",
			"kept": {"en": "for ever", "ja": "無期限"},
		})}},
		"erased_in_time": set(),
	}
}

test_store_that_does_not_show_how_long_is_unknown if {
	every attributes in [{}, {"retention": {"unknown": true}}, {"region": {"is": "ap-northeast-1"}}] {
		shows("P30D", {fact(attributes)}) == {
			"kept": {reading: {found("observed_retention_unknown", {"declared": "P30D"})}},
			"erased_in_time": set(),
		}
	}
}

test_each_store_is_judged_by_itself if {
	shows("P30D", {
		fact({"retention": {"is": 7}}),
		fact({"retention": {"is": 90}}),
		fact({"retention": {"unknown": true}}),
	}) == {
		"kept": {reading: {
			found("observed_retention_longer", {"declared": "P30D", "kept": {"en": "for 90 days", "ja": "90 日"}}),
			found("observed_retention_unknown", {"declared": "P30D"}),
		}},
		"erased_in_time": set(),
	}
}

test_nothing_is_held_against_work_that_declares_no_limit if {
	forever := {fact({"retention": {"is": "forever"}})}

	every stated in [{"retention": "none"}, {}, {"location": {"country": "JP"}}, "none"] {
		verdict(declaring({"temporaryStorage": stated}), reading, forever) == {"kept": {}, "erased_in_time": set()}
	}
	verdict(declaring({}), reading, forever) == {"kept": {}, "erased_in_time": set()}
}

test_store_of_another_subject_says_nothing_of_the_work if {
	every key in ["d/entrustedWork/tests", "d/externalStorage/archive", "e/entrustedWork/reading"] {
		verdict(declaring({"temporaryStorage": {"retention": "P30D"}}), key, {fact({"retention": {"is": "forever"}})}) == {
			"kept": {},
			"erased_in_time": {reading},
		}
	}
}

fact(attributes) := object.union(
	{
		"thing": "terraform:x_store.a",
		"key": "plan x_store.a",
		"way": "some-store",
		"steps": ["terraform", "plan", "resource_changes", 0],
	},
	attributes,
)

found(code, values) := {
	"code": code,
	"subject": reading,
	"pointers": [
		"/declarations/d/entrustedWork/reading/temporaryStorage/retention",
		"/terraform/plan/resource_changes/0",
	],
	"values": object.union({"thing": "terraform:x_store.a", "way": "some-store"}, values),
}

shows(stated, facts) := verdict(declaring({"temporaryStorage": {"retention": stated}}), reading, facts)

verdict(given, key, facts) := sets if {
	sets := {
		"kept": {whose: seen | some whose, seen in retention.kept},
		"erased_in_time": retention.erased_in_time,
	} with input as given
		with data.bunkaiten.observed.binding.stores as {key: facts}
}

declaring(work) := {"declarations": {"d": {
	"parties": {"aoba": {"role": "institution"}, "labo": {"role": "contractor"}},
	"entrustedWork": {"reading": object.union({"institution": "aoba", "contractor": "labo"}, work)},
	"externalStorage": {"archive": {"owner": "aoba", "custodian": "labo"}},
}}}
