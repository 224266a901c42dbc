package bunkaiten_test.compared.unread

import data.bunkaiten.compared.unread
import data.bunkaiten.finding

front := "terraform:module.portal.aws_cloudfront_distribution.front"

steps := ["terraform", "plan.json", "resource_changes", 0]

sections := ["entrustedWork", "exchanges", "externalStorage", "remoteMaintenance", "telework"]

test_what_a_pattern_alone_takes_in_is_nobody_s if {
	every section in sections {
		every references in [["terraform:module.portal.*"], ["terraform:*", "terraform:aws_lb.entry"]] {
			answers(section, {"implementedBy": references}, {}) == only("by_pattern", section)
		}
	}
}

test_what_is_named_in_full_is_answered_for if {
	every section in sections {
		every references in [[front], ["terraform:module.portal.*", front]] {
			answers(section, {"implementedBy": references}, {}) == only("by_name", section)
		}
	}
	every declared in [
		{"demarcationPoints": [{"at": "site:x"}, {"at": front}]},
		{"implementedBy": ["terraform:*"], "demarcationPoints": [{"at": front}]},
	] {
		answers("exchanges", declared, {}) == only("by_name", "exchanges")
	}
}

test_what_a_marker_alone_claims_is_nobody_s if {
	markers := {
		"entrustedWork": "entrusted-work",
		"exchanges": "exchange",
		"externalStorage": "external-storage",
		"remoteMaintenance": "remote-maintenance",
		"telework": "telework",
	}
	every section, marker in markers {
		every part in ["tags", "tags_all"] {
			given := {part: {concat(":", ["bunkaiten", marker]): "it"}}

			answers(section, {}, given) == only("by_pattern", section)
			answers(section, {"implementedBy": [front]}, given) == only("by_name", section)
		}
	}
}

test_no_demarcation_point_names_nothing if {
	declared := {"implementedBy": ["terraform:*"], "demarcationPoints": "none"}

	answers("exchanges", declared, {}) == only("by_pattern", "exchanges")
}

test_what_no_subject_has_is_left_to_whoever_has_it if {
	every section in sections {
		every references in [[], ["terraform:aws_lb.entry"], ["site:x"]] {
			answers(section, {"implementedBy": references}, {}) == {"by_pattern": set(), "by_name": set()}
		}
	}
}

only(rule, section) := object.union({"by_pattern": set(), "by_name": set()}, {rule: {finding.at(
	{"by_pattern": "observed_type_by_pattern", "by_name": "observed_type_not_read"}[rule],
	concat("/", ["d", section, "it"]),
	[["declarations", "d", section, "it", "implementedBy"], steps],
	{"thing": front, "type": "aws_cloudfront_distribution"},
)}})

answers(section, declared, values) := sets if {
	given := {
		"declarations": {"d": {"parties": {}, section: {"it": object.union(base, declared)}}},
		"terraform": {"plan.json": {"resource_changes": [{
			"address": "module.portal.aws_cloudfront_distribution.front",
			"module_address": "module.portal",
			"mode": "managed",
			"type": "aws_cloudfront_distribution",
			"name": "front",
			"change": {"actions": ["create"], "after": values, "after_unknown": {}},
		}]}},
	}
	sets := {
		"by_pattern": {each | some reported in unread.by_pattern; some each in reported},
		"by_name": {each | some reported in unread.by_name; some each in reported},
	} with input as given
}

base := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
}
