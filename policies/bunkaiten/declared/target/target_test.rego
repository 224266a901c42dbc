package bunkaiten_test.declared.target

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.target

monthly := {"target": 99.9, "unit": "percent-per-month"}

nothing := {"stated": set(), "denied": set(), "gaps": set()}

test_target_that_a_settling_agreement_states_is_stated if {
	every promised in [monthly, {"target": 0, "unit": "minutes-per-month"}, {"target": 4, "unit": "hours-per-year"}] {
		told({"net": paper({"availability": promised})}) == object.union(nothing, {"stated": {"target"}})
	}
}

test_one_settling_agreement_with_a_target_is_enough if {
	every other in [{"availability": "none"}, {}, {"form": "minute"}, {"validTo": "2026-11-21"}, {"settles": []}] {
		given := {"net": paper({"availability": monthly}), "other": paper(other)}

		told(given) == object.union(nothing, {"stated": {"target"}})
	}
}

test_target_counts_only_in_an_agreement_in_force_that_settles_availability if {
	every elsewhere in [
		{"settles": ["tampering"]},
		{"settles": []},
		{"validTo": "2026-11-21"},
		{"validFrom": "2026-11-23"},
		{"between": ["midori", "carrier"]},
		{"between": ["aoba", "midori"]},
		{"signedBy": ["aoba"]},
	] {
		given := {
			"net": paper({}),
			"other": object.union(paper({"availability": monthly}), elsewhere),
		}

		told(given) == object.union(nothing, {"gaps": {step(["net", "availability"])}})
	}
}

test_target_that_every_settling_agreement_denies_is_denied if {
	none := paper({"availability": "none"})

	told({"net": none}) == object.union(nothing, {"denied": {"target"}})
	told({"net": none, "other": none}) == object.union(nothing, {"denied": {"target"}})
	told({"net": none, "other": paper({"settles": ["intrusion"]})}) == object.union(nothing, {"denied": {"target"}})
	told({"net": none, "other": paper({"validTo": "2026-11-21"})}) == object.union(nothing, {"denied": {"target"}})
}

test_target_that_no_agreement_mentions_is_a_gap if {
	told({"net": paper({})}) == object.union(nothing, {"gaps": {step(["net", "availability"])}})
	told({"net": paper({}), "other": paper({})}) == object.union(nothing, {"gaps": {
		step(["net", "availability"]),
		step(["other", "availability"]),
	}})
}

test_target_is_open_where_one_agreement_denies_it_and_another_is_silent if {
	given := {"net": paper({"availability": "none"}), "other": paper({})}

	told(given) == object.union(nothing, {"gaps": {step(["other", "availability"])}})
}

test_target_is_open_while_another_agreement_may_be_in_force if {
	every field in ["validTo", "validFrom", "form", "settles"] {
		given := {
			"net": paper({"availability": "none"}),
			"other": object.remove(paper({"availability": monthly}), [field]),
		}

		told(given) == object.union(nothing, {"gaps": {step(["other", field])}})
	}
}

test_nothing_is_told_where_availability_is_not_settled if {
	told({}) == nothing
	every patch in [
		{"settles": ["tampering"]},
		{"settles": []},
		{"validTo": "2026-11-21"},
		{"between": ["aoba", "midori"]},
		{"form": "minute"},
	] {
		told({"net": object.union(paper({"availability": monthly}), patch)}) == nothing
		told({"net": object.union(paper({"availability": "none"}), patch)}) == nothing
		told({"net": object.union(paper({}), patch)}) == nothing
	}
	told({"net": object.remove(paper({"availability": "none"}), ["settles"])}) == nothing
}

test_three_parties_may_share_one_target if {
	given := {"net": object.union(paper({"availability": monthly}), {"between": ["aoba", "carrier", "midori"]})}

	told(given) == object.union(nothing, {"stated": {"target"}})
}

told(agreements) := found if {
	given := envelope(agreements)
	parties := ["aoba", "carrier"]
	some declared in exchange.all with input as given
	found := {
		"stated": {"target" | target.is_stated(declared, parties)},
		"denied": {"target" | target.is_denied(declared, parties)},
		"gaps": target.gaps(declared, parties),
	} with input as given
}

step(fields) := array.concat(["declarations", "d", "agreements"], fields)

paper(patch) := object.union(
	{
		"form": "contract",
		"between": ["aoba", "carrier"],
		"validFrom": "2026-04-01",
		"validTo": "open",
		"settles": ["availability"],
	},
	patch,
)

envelope(agreements) := {
	"declarations": {"d": {
		"parties": {
			"aoba": {"role": "institution"},
			"midori": {"role": "institution"},
			"carrier": {"role": "provider"},
		},
		"agreements": agreements,
		"exchanges": {"referral": {
			"data": "patient-information",
			"source": "aoba",
			"destinations": {"parties": ["midori"], "others": "none"},
			"path": {"provider": "carrier"},
		}},
	}},
	"context": {"as_of": "2026-11-22"},
}
