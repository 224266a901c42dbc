package bunkaiten.compared.unread_test

import data.bunkaiten.compared.unread
import data.bunkaiten.finding

referral := "d/exchanges/referral"

front := "terraform:module.portal.aws_cloudfront_distribution.front"

steps := ["terraform", "plan.json", "resource_changes", 3]

place := ["declarations", "d", "exchanges", "referral", "implementedBy"]

test_what_a_pattern_alone_takes_in_is_nobody_s if {
	every references in [["terraform:module.portal.*"], ["terraform:*", "terraform:aws_lb.entry"]] {
		answers({"implementedBy": references}) == {"by_pattern": {found("observed_type_by_pattern")}, "by_name": set()}
	}
}

test_what_is_named_in_full_is_answered_for if {
	every declared in [
		{"implementedBy": [front]},
		{"implementedBy": ["terraform:module.portal.*", front]},
		{"demarcationPoints": [{"at": "site:x"}, {"at": front}]},
		{"implementedBy": ["terraform:*"], "demarcationPoints": [{"at": front}]},
	] {
		answers(declared) == {"by_pattern": set(), "by_name": {found("observed_type_not_read")}}
	}
}

test_no_demarcation_point_names_nothing if {
	answers({"implementedBy": ["terraform:*"], "demarcationPoints": "none"}) == {
		"by_pattern": {found("observed_type_by_pattern")},
		"by_name": set(),
	}
}

test_what_no_exchange_has_is_left_to_whoever_has_it if {
	every claimed in [{}, {front: set()}, {front: {"d/externalStorage/archive", "e/exchanges/referral"}}] {
		answers_of({}, claimed) == {"by_pattern": set(), "by_name": set()}
	}
}

found(code) := finding.at(
	code, referral, [place, steps],
	{"thing": front, "type": "aws_cloudfront_distribution"},
)

answers(declared) := answers_of(declared, {front: {referral}})

answers_of(declared, claimed) := {"by_pattern": all_of(by_pattern), "by_name": all_of(by_name)} if {
	given := {"declarations": {"d": {"parties": {}, "exchanges": {"referral": object.union(exchange, declared)}}}}
	seen := {"plan.json front": {"thing": front, "type": "aws_cloudfront_distribution", "steps": steps}}
	by_pattern := {each |
		some each in unread.by_pattern with input as given
			with data.bunkaiten.compared.crossing.unread as seen
			with data.bunkaiten.observed.binding.claimed as claimed
	}
	by_name := {each |
		some each in unread.by_name with input as given
			with data.bunkaiten.compared.crossing.unread as seen
			with data.bunkaiten.observed.binding.claimed as claimed
	}
}

all_of(sets) := {each | some reported in sets; some each in reported}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
}
