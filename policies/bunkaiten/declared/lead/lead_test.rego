package bunkaiten_test.declared.lead

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.lead

test_settled_is_whom_agreements_in_force_that_settle_the_matter_name if {
	given := declaring({
		"main": {},
		"nobody": {"failureLead": "none"},
		"silent": {"failureLead": null},
		"other-matter": {"settles": ["availability"]},
		"old": {"validTo": "2026-11-21"},
		"of-others": {"between": ["kita", "net"]},
		"joint": {"between": ["aoba", "net", "line"], "failureLead": "line"},
	})

	on(given, "settled") == {"main": "net", "nobody": "none", "joint": "line"}
}

test_named_is_whom_any_agreement_in_force_with_a_provider_of_the_path_names if {
	given := declaring({
		"main": {},
		"nobody": {"failureLead": "none"},
		"silent": {"failureLead": null},
		"other-matter": {"settles": [], "failureLead": "line"},
		"with-line": {"between": ["aoba", "line"], "failureLead": "line"},
		"with-stranger": {"between": ["aoba", "isp"], "failureLead": "isp"},
		"old": {"validTo": "2026-11-21", "failureLead": "isp"},
		"of-others": {"between": ["kita", "net"], "failureLead": "isp"},
	})

	on(given, "named") == {["line", "other-matter"], ["line", "with-line"], ["net", "main"]}
}

test_named_is_whom_any_institution_of_the_exchange_names_with_a_provider_within_its_range if {
	given := object.union(
		declaring({
			"main": {},
			"of-midori": {"between": ["midori", "net"], "failureLead": "line"},
			"at-midori": {"between": ["midori", "isp"], "failureLead": "isp"},
			"of-kita": {"between": ["kita", "net"], "failureLead": "maker"},
			"of-aoba": {"between": ["aoba", "isp"], "failureLead": "maker"},
		}),
		{
			"destinations": {"parties": ["midori"]},
			"path": {"provider": "line", "routeSecuredBy": "net", "routersConfiguredBy": {"aoba": "net", "midori": "isp"}},
		},
	)

	on(given, "named") == {["line", "of-midori"], ["isp", "at-midori"], ["net", "main"]}
}

test_leader_is_a_provider_and_a_party_to_the_agreement if {
	standings := {leader: standing |
		some leader in ["net", "line", "aoba", "maker", "none"]
		standing := lead.standing(declaring({"main": {}}), "main", leader)
	}

	standings == {
		"net": "leads",
		"line": "leader_is_no_party",
		"aoba": "leader_is_no_provider",
		"maker": "leader_is_no_provider",
		"none": "nobody_leads",
	}
}

test_provider_that_did_not_sign_is_no_party if {
	unsigned := declaring({"main": {"signedBy": ["aoba"]}})
	signed := declaring({"main": {"signedBy": ["aoba", "net"]}})

	lead.standing(unsigned, "main", "net") == "leader_is_no_party"
	lead.standing(signed, "main", "net") == "leads"
	lead.standing(signed, "main", "line") == "leader_is_no_party"
	lead.standing(declaring({"main": {"signedBy": ["aoba", "line"]}}), "main", "line") == "leader_is_no_party"
}

test_gap_is_the_name_where_the_matter_is_settled_without_one if {
	silent := {"failureLead": null}

	on(declaring({"main": silent}), "gaps") == {step("main", "failureLead")}
	on(declaring({"main": silent, "annex": silent}), "gaps") == {step("main", "failureLead"), step("annex", "failureLead")}
	on(declaring({"main": {}, "annex": silent}), "gaps") == {step("annex", "failureLead")}
	on(declaring({"main": {"settles": []}}), "gaps") == set()
	on(declaring({"main": {"validTo": "2026-11-21", "failureLead": null}}), "gaps") == set()
}

test_gap_is_whatever_tells_whether_one_more_agreement_spoils_what_is_settled if {
	every leader in ["none", "line", "aoba"] {
		doubtful := {"validTo": null, "failureLead": leader}
		silent := {"settles": null, "failureLead": leader}

		on(declaring({"main": {}, "doubtful": doubtful}), "gaps") == {step("doubtful", "validTo")}
		on(declaring({"main": {}, "silent": silent}), "gaps") == {step("silent", "settles")}
	}
	every harmless in [
		{"validTo": null},
		{"validTo": null, "failureLead": null},
		{"validTo": null, "failureLead": "none", "settles": []},
	] {
		on(declaring({"main": {}, "harmless": harmless}), "gaps") == set()
	}
}

test_rivals_are_what_tells_whether_an_agreement_that_names_another_is_in_force if {
	doubtful := declaring({"main": {}, "doubtful": {"validTo": null, "failureLead": "line", "settles": []}})

	rivals(doubtful, {"net"}) == {step("doubtful", "validTo")}
	rivals(doubtful, {"net", "line"}) == set()
	rivals(doubtful, set()) == set()
	every harmless in [
		{"validTo": null},
		{"validTo": null, "failureLead": null},
		{"validTo": null, "failureLead": "none"},
		{"failureLead": "line"},
	] {
		rivals(declaring({"main": {}, "harmless": harmless}), {"net"}) == set()
	}
}

step(name, field) := ["declarations", "d", "agreements", name, field]

on(written, question) := answers[question] if {
	declared := whole(written)
	answers := {
		"settled": lead.settled(declared, ["aoba", "net"]),
		"named": lead.named(declared),
		"gaps": lead.gaps(declared, ["aoba", "net"]),
	} with input as envelope(written)
}

rivals(written, leaders) := found if {
	declared := whole(written)
	found := lead.rivals(declared, ["aoba", "net"], leaders) with input as envelope(written)
}

whole(written) := declared if {
	some declared in exchange.all with input as envelope(written)
}

envelope(written) := {
	"declarations": {"d": {
		"parties": written.parties,
		"agreements": written.agreements,
		"exchanges": {"referral": object.union(
			{"data": "patient-information"},
			object.remove(written, ["agreements", "parties", "root"]),
		)},
	}},
	"context": {"as_of": "2026-11-22"},
}

# null takes a field away
declaring(agreements) := {
	"root": ["declarations", "d"],
	"source": "aoba",
	"destinations": {"parties": []},
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution"},
		"kita": {"role": "institution"},
		"net": {"role": "provider"},
		"line": {"role": "provider"},
		"isp": {"role": "provider"},
		"maker": {"role": "maintainer"},
	},
	"path": {"provider": "line", "routeSecuredBy": "net"},
	"agreements": {name: stated |
		some name, patch in agreements
		stated := {field: value | some field, value in object.union(agreement, patch); value != null}
	},
}

agreement := {
	"form": "contract",
	"between": ["aoba", "net"],
	"validFrom": "2026-04-01",
	"validTo": "2027-03-31",
	"settles": ["failure-lead"],
	"failureLead": "net",
}
