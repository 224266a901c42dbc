package bunkaiten_test.declared.paper

import data.bunkaiten.declared.paper

test_agreement_in_force_stands_under_each_party_that_it_binds if {
	among({"care": contract}).in_force == {"aoba": {"care"}, "midori": {"care"}}
	among({"care": contract, "line": contract}).in_force.aoba == {"care", "line"}
}

test_first_and_last_day_count if {
	every field, days in {"validFrom": ["2026-11-22", "2026-11-21"], "validTo": ["2026-11-22", "2026-11-23", "open"]} {
		every day in days {
			among({"care": object.union(contract, {field: day})}).in_force.aoba == {"care"}
		}
	}
	every patch in [{"validFrom": "2026-11-23"}, {"validTo": "2026-11-21"}, {"signedOn": "2026-11-23"}] {
		among({"care": object.union(contract, patch)}).in_force == {}
	}
	among({"care": object.union(contract, {"signedOn": "2026-11-22"})}).in_force.aoba == {"care"}
}

test_letter_binds_who_signed_it if {
	letter := object.union(contract, {"form": "letter"})

	among({"care": letter}).in_force == {}
	among({"care": object.union(letter, {"signedBy": ["aoba"]})}).in_force == {"aoba": {"care"}}
	among({"care": object.union(contract, {"signedBy": ["aoba"]})}).in_force == {"aoba": {"care"}}
}

test_agreement_that_renews_itself_is_in_force_after_its_last_day if {
	renewing := object.union(contract, {"validTo": "2026-11-21", "renewal": "automatic"})
	found := among({"care": renewing, "other": contract})

	found.in_force.aoba == {"care", "other"}
	found.renewed == {"care"}
	among({"care": object.union(renewing, {"renewal": "none"})}).in_force == {}
	among({"care": object.union(renewing, {"validTo": "2026-11-22"})}).renewed == set()
}

test_agreement_of_which_too_little_is_said_is_incomplete if {
	every field in ["form", "settles", "validFrom", "validTo"] {
		silent := object.remove(contract, [field])
		among({"care": silent, "other": contract}).incomplete == {"aoba": {"care"}, "midori": {"care"}}
	}
	among({"care": contract}).incomplete == {}
	among({"care": object.union(contract, {"form": "letter"})}).incomplete.aoba == {"care"}
	among({"care": object.union(contract, {"form": "letter", "signedBy": ["aoba"]})}).incomplete == {}
}

test_agreement_that_is_stated_not_to_be_in_force_is_not_incomplete if {
	every patch in [{"validFrom": "2026-11-23"}, {"validTo": "2026-11-21"}, {"signedOn": "2026-11-23"}] {
		silent := object.remove(object.union(contract, patch), ["settles"])
		among({"care": silent}).incomplete == {}
	}
	one := object.remove(object.union(contract, {"signedBy": ["aoba"]}), ["settles"])
	among({"care": one}).incomplete == {"aoba": {"care"}}
}

test_what_is_proven_depends_on_the_form if {
	settling := object.union(contract, {"settles": ["availability", "route-security", "outage-response"]})

	every form, matters in {
		"contract": {"availability", "route-security", "outage-response"},
		"letter": {"availability", "route-security", "outage-response"},
		"statute": {"availability", "route-security"},
		"terms-of-service": {"availability"},
	} {
		among({"care": object.union(settling, {"form": form})}).proven == {"care": matters}
	}
	among({"care": object.remove(settling, ["form"])}).proven == {"care": {"availability"}}
	among({"care": object.remove(settling, ["settles"])}).proven == {"care": set()}
}

test_out_of_force_is_what_is_stated_to_be if {
	every patch in [
		{"validFrom": "2026-11-23"},
		{"validTo": "2026-11-21"},
		{"signedOn": "2026-11-23"},
		{"signedBy": ["aoba"]},
		{"signedBy": []},
	] {
		is_out_of_force(object.union(contract, patch))
	}
	every patch in [
		{"validFrom": "2026-11-22"},
		{"validTo": "2026-11-22"},
		{"validTo": "2026-11-21", "renewal": "automatic"},
		{"signedOn": "2026-11-22"},
		{"signedBy": ["midori", "aoba"]},
	] {
		not is_out_of_force(object.union(contract, patch))
	}
	not is_out_of_force({})
}

test_absent_is_what_has_to_be_written_before_anybody_is_bound if {
	paper.absent(contract) == set()
	paper.absent({}) == {"form", "validFrom", "validTo"}
	paper.absent({"form": "letter"}) == {"signedBy", "validFrom", "validTo"}
	paper.absent({"signedBy": ["aoba"], "validTo": "open"}) == {"validFrom"}
}

test_each_declaration_has_its_own if {
	given := {
		"declarations": {"d": {"agreements": {"care": contract}}, "e": {"agreements": "none"}, "f": {}},
		"context": {"as_of": "2026-11-22"},
	}
	found := paper.of with input as given

	{name: each.proven | some name, each in found} == {
		"d": {"care": {"entrustment-terms"}},
		"e": {},
		"f": {},
	}
}

among(agreements) := found if {
	found := paper.among(agreements) with input as {"context": {"as_of": "2026-11-22"}}
}

is_out_of_force(agreement) if {
	paper.is_out_of_force(agreement, ["aoba", "midori"]) with input as {"context": {"as_of": "2026-11-22"}}
}

contract := {
	"form": "contract",
	"between": ["aoba", "midori"],
	"validFrom": "2026-04-01",
	"validTo": "open",
	"settles": ["entrustment-terms"],
}
