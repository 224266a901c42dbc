package bunkaiten_test.declared.departure

import data.bunkaiten.declared.departure
import data.bunkaiten.declared.paper

test_departure_is_recorded_by_a_reason_in_an_agreement_in_force_between_the_two if {
	every written in [
		{},
		{"between": ["midori", "net", "aoba"]},
		{"validFrom": "2026-11-22", "validTo": "2026-11-22"},
		{"validTo": "open"},
		{"validTo": "2026-03-31", "renewal": "automatic"},
		{"form": "letter", "signedBy": ["aoba", "midori"]},
		{"form": "minute", "signedBy": ["aoba", "midori"]},
		{"form": "network-rules"},
		{"form": "sla"},
	] {
		towards("midori", both, written) == recorded
	}
}

test_nothing_recorded_states_that_there_is_no_departure if {
	said(object.remove(declared_with(both, {}), ["responsibilities"]), "midori") == failing("departure_not_recorded", [])
	said(json.remove(declared_with(both, {}), ["responsibilities/departure"]), "midori") == failing(
		"departure_not_recorded",
		[],
	)
	towards("midori", "none", {}) == failing("departure_not_recorded", [step([])])
}

test_agreement_of_other_parties_records_nothing if {
	every between in [["aoba", "kita"], ["midori", "kita"], ["kita", "net"]] {
		towards("midori", both, {"between": between}) == failing("departure_between_others", [step(["agreement"])])
	}
	every between in [["aoba", "kita"], ["midori", "kita"]] {
		endless := json.remove(declared_with(both, {"between": between}), ["agreements/care/validTo"])

		said(endless, "midori") == failing("departure_between_others", [step(["agreement"])])
	}
	towards("kita", both, {}) == failing("departure_between_others", [step(["agreement"])])
}

test_agreement_that_is_not_in_force_records_nothing if {
	every written in [
		{"validTo": "2026-11-21"},
		{"validFrom": "2026-11-23"},
		{"form": "letter", "signedBy": ["aoba"]},
	] {
		towards("midori", both, written) == failing("departure_not_in_force", [["declarations", "d", "agreements", "care"]])
	}
}

test_published_terms_and_statutes_record_nothing if {
	places := [step(["agreement"]), ["declarations", "d", "agreements", "care", "form"]]

	every form in ["terms-of-service", "statute"] {
		every patch in [{}, {"signedBy": ["aoba", "midori"]}, {"validTo": "2026-11-21"}] {
			imposed := object.union(patch, {"form": form})

			towards("midori", both, imposed) == failing("departure_not_recorded", places)
		}
		endless := json.remove(declared_with(both, {"form": form}), ["agreements/care/validTo"])
		said(endless, "midori") == failing("departure_not_recorded", places)
		towards("midori", both, {"form": form, "between": ["aoba", "kita"]}) == failing(
			"departure_between_others",
			[step(["agreement"])],
		)
	}
}

test_form_is_asked_for_where_the_cited_agreement_may_be_published_terms if {
	form := ["declarations", "d", "agreements", "care", "form"]
	signed := declared_with(both, {"signedBy": ["aoba", "midori"]})
	formless := json.remove(signed, ["agreements/care/form"])
	endless := json.remove(formless, ["agreements/care/validTo"])
	ended := declared_with(both, {"signedBy": ["aoba", "midori"], "validTo": "2026-11-21"})

	said(formless, "midori") == lacking({form})
	said(endless, "midori") == lacking({form, ["declarations", "d", "agreements", "care", "validTo"]})
	said(json.remove(ended, ["agreements/care/form"]), "midori") == failing(
		"departure_not_in_force",
		[["declarations", "d", "agreements", "care"]],
	)
}

test_reason_alone_and_agreement_alone_are_too_little_to_tell if {
	towards("midori", {"reason": "当番医が診る"}, {}) == lacking({step(["agreement"])})
	towards("midori", {"agreement": "care"}, {}) == lacking({step(["reason"])})
	towards("midori", {}, {}) == lacking({step(["agreement"]), step(["reason"])})
}

test_cited_agreement_that_says_too_little_leaves_it_open if {
	silent := json.remove(declared_with(both, {}), ["agreements/care/validTo", "agreements/care/form"])

	said(silent, "midori") == lacking({
		["declarations", "d", "agreements", "care", "validTo"],
		["declarations", "d", "agreements", "care", "form"],
	})
}

test_gaps_of_an_agreement_that_is_not_cited_are_not_asked_for if {
	other := {"agreements": {"other": {"between": ["aoba", "midori"]}}}

	said(object.union(declared_with(both, {}), other), "midori") == recorded
	said(object.union(declared_with(both, {"validTo": "2026-11-21"}), other), "midori") == failing(
		"departure_not_in_force",
		[["declarations", "d", "agreements", "care"]],
	)
}

test_failure_and_gap_at_once if {
	found := towards("midori", {"agreement": "care"}, {"validTo": "2026-11-21"})

	found == {
		"recorded": false,
		"failure": {"code": "departure_not_in_force", "places": [["declarations", "d", "agreements", "care"]]},
		"gaps": {step(["reason"])},
	}
}

test_holder_that_is_neither_of_the_two_is_astray if {
	codes := {holder: code |
		some holder in ["aoba", "midori", "kita", "net", "none"]
		code := departure.astray({"source": "aoba"}, "midori", holder)
	}

	codes == {
		"kita": "responsibility_elsewhere",
		"net": "responsibility_elsewhere",
		"none": "responsibility_with_nobody",
	}
}

recorded := {"recorded": true, "failure": "none", "gaps": set()}

failing(code, places) := {"recorded": false, "failure": {"code": code, "places": places}, "gaps": set()}

lacking(steps) := {"recorded": false, "failure": "none", "gaps": steps}

step(fields) := array.concat(
	["declarations", "d", "exchanges", "referral", "responsibilities", "departure"],
	fields,
)

towards(destination, stated, written) := said(declared_with(stated, written), destination)

said(written, destination) := sets if {
	given := {"context": {"as_of": "2026-11-22"}}
	papers := paper.among(written.agreements) with input as given
	declared := object.union(written, {"papers": papers})
	sets := {
		"recorded": is_recorded(declared, destination),
		"failure": failure(declared, destination),
		"gaps": departure.gaps(declared, destination),
	} with input as given
}

is_recorded(declared, destination) if {
	departure.is_recorded(declared, destination)
} else := false

failure(declared, destination) := departure.failure(declared, destination) if {
	departure.failure(declared, destination)
} else := "none"

both := {"reason": "当番医が診る", "agreement": "care"}

declared_with(stated, written) := {
	"source": "aoba",
	"root": ["declarations", "d"],
	"place": ["declarations", "d", "exchanges", "referral"],
	"parties": {"aoba": {}, "midori": {}, "kita": {}, "net": {}},
	"responsibilities": {"departure": stated},
	"agreements": {"care": object.union(
		{
			"form": "contract",
			"between": ["aoba", "midori"],
			"validFrom": "2026-04-01",
			"validTo": "2027-03-31",
		},
		written,
	)},
}
