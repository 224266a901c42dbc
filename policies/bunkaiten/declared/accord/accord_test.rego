package bunkaiten_test.declared.accord

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.exchange
import data.bunkaiten.finding

referral := "d/exchanges/referral"

place := ["declarations", "d", "exchanges", "referral"]

aoba := {"ja": "青葉病院", "en": "Aoba Hospital"}

test_ends_are_paired_with_the_source_and_what_each_pair_has_settled if {
	agreements := {
		"ends": paper({"settles": ["outage-response", "incident-response"]}),
		"more": paper({"settles": ["path-demarcation"]}),
		"net": paper({"between": ["chubu-net", "aoba", "kusa"], "settles": ["failure-lead"]}),
		"elsewhere": paper({"between": ["chubu-net", "kusa", "midori"], "settles": ["route-security"]}),
	}

	pairs(agreements, to(["midori", "kusa"])).ends == {
		["aoba", "midori"]: {"outage-response", "incident-response", "path-demarcation"},
		["aoba", "kusa"]: {"failure-lead"},
	}
	pairs("none", to(["midori"])).ends == {["aoba", "midori"]: set()}
}

test_every_institution_is_paired_with_every_provider_of_the_path if {
	agreements := {
		"net": paper({"between": ["chubu-net", "aoba", "midori"], "settles": ["failure-lead"]}),
		"second": paper({"between": ["second-net", "midori"], "settles": ["route-security"]}),
	}
	two := json.patch(to(["midori"]), [{"op": "replace", "path": "path/routeSecuredBy", "value": "second-net"}])

	pairs(agreements, two).provider == {
		["aoba", "chubu-net"]: {"failure-lead"},
		["midori", "chubu-net"]: {"failure-lead"},
		["aoba", "second-net"]: set(),
		["midori", "second-net"]: {"route-security"},
	}
	pairs(agreements, to(["midori"])).provider == {
		["aoba", "chubu-net"]: {"failure-lead"},
		["midori", "chubu-net"]: {"failure-lead"},
	}
}

test_provider_of_the_router_of_one_end_is_paired_with_that_end_alone if {
	agreements := {
		"net": paper({"between": ["chubu-net", "aoba", "midori", "kusa"], "settles": ["failure-lead"]}),
		"second": paper({"between": ["second-net", "aoba", "midori"], "settles": ["route-security"]}),
	}
	to_both := to(["midori", "kusa"])
	by_second := json.patch(to_both, [
		{"op": "replace", "path": "path/routersConfiguredBy/midori", "value": "second-net"},
		{"op": "replace", "path": "path/routersConfiguredBy/kusa", "value": "second-net"},
	])

	pairs(agreements, by_second).provider == {
		["aoba", "chubu-net"]: {"failure-lead"},
		["midori", "chubu-net"]: {"failure-lead"},
		["midori", "second-net"]: {"route-security"},
		["kusa", "chubu-net"]: {"failure-lead"},
		["kusa", "second-net"]: set(),
	}
	pairs(agreements, to_both).provider == {
		["aoba", "chubu-net"]: {"failure-lead"},
		["midori", "chubu-net"]: {"failure-lead"},
		["kusa", "chubu-net"]: {"failure-lead"},
	}

	# the router of somebody who has no part in the exchange is nobody's here
	pairs(agreements, json.patch(to(["midori"]), [{
		"op": "replace",
		"path": "path/routersConfiguredBy/kusa",
		"value": "second-net",
	}])).provider == {
		["aoba", "chubu-net"]: {"failure-lead"},
		["midori", "chubu-net"]: {"failure-lead"},
	}
}

test_source_has_its_provider_even_where_no_destination_is_named if {
	pairs("none", to([])) == {"ends": "none", "provider": {["aoba", "chubu-net"]: set()}}
}

test_only_exchanges_over_a_network_of_a_provider_have_pairs if {
	own := {"medium": "internet", "provider": "chubu-net", "routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}

	every path in [own, {"provider": "chubu-net"}, {"medium": "telephone", "routeSecuredBy": "chubu-net"}] {
		pairs({"paper": paper({})}, object.union(object.remove(to(["midori"]), ["path"]), {"path": path})) == {
			"ends": "none",
			"provider": "none",
		}
	}
}

test_nothing_is_found_where_every_pair_has_settled_the_matter if {
	every matter in ["outage-response", "path-demarcation"] {
		agreements := {
			"paper": paper({"settles": [matter]}),
			"old": paper({"validTo": "2026-11-21", "settles": [matter]}),
			"minute": paper({"form": "minute", "settles": [matter]}),
		}

		answers(agreements, [["aoba", "midori"]], matter) == {"denials": set(), "open": set()}
	}
}

test_no_agreement_at_all_between_a_pair if {
	denied := denial("no_agreement", [], {"one": aoba, "other": "midori"})

	every agreements in [
		"none",
		{},
		{"paper": paper({"between": ["aoba", "kusa"]})},
		{"old": paper({"validTo": "2026-11-21", "settles": ["incident-response"]})},
		{"old": object.remove(paper({"validTo": "2026-11-21"}), ["settles"])},
	] {
		answers(agreements, [["aoba", "midori"]], "outage-response") == {"denials": {denied}, "open": set()}
	}
	terms := {"terms": paper({"form": "terms-of-service", "validTo": "2026-11-21", "settles": ["route-security"]})}
	answers(terms, [["aoba", "midori"]], "route-security") == {"denials": {denied}, "open": set()}
}

test_agreements_in_force_that_settle_other_things if {
	agreements := {
		"b": paper({"settles": ["incident-response"]}),
		"a": paper({"settles": []}),
		"old": paper({"validTo": "2026-11-21", "settles": ["incident-response"]}),
		"silent": object.remove(paper({"validTo": "2026-11-21"}), ["settles"]),
		"elsewhere": paper({"validTo": "2026-11-21", "between": ["aoba", "kusa"]}),
	}
	denied := denial("matter_not_settled", ["a", "settles"], {
		"one": "midori",
		"other": aoba,
		"agreements": ["a", "b"],
	})

	answers(agreements, [["midori", "aoba"]], "outage-response") == {"denials": {denied}, "open": set()}
	every terms in [
		paper({"form": "terms-of-service", "settles": ["incident-response"]}),
		object.remove(paper({"form": "terms-of-service"}), ["settles"]),
	] {
		given := {"b": paper({"settles": ["incident-response"]}), "old": terms}
		names := [name | some name, written in given; written.settles]

		answers(given, [["midori", "aoba"]], "route-security") == {"open": set(), "denials": {denial(
			"matter_not_settled",
			["b", "settles"],
			{"one": "midori", "other": aoba, "agreements": names},
		)}}
	}
}

test_agreements_on_the_matter_that_are_not_in_force if {
	every patch, field in {
		{"validTo": "2026-11-21"}: "validTo",
		{"validFrom": "2026-11-23"}: "validFrom",
		{"signedBy": ["aoba"]}: "signedBy",
		{"signedOn": "2026-11-23"}: "signedOn",
	} {
		given := {"y": paper(patch), "x": paper(patch), "z": paper({"validTo": "2026-11-21", "settles": []})}
		denied := denial("agreement_not_in_force", ["x", field], {
			"one": aoba,
			"other": "midori",
			"agreements": ["x", "y"],
		})

		answers(given, [["aoba", "midori"]], "outage-response") == {"denials": {denied}, "open": set()}
	}
}

test_agreements_in_force_that_leave_the_matter_out_count_before_what_is_not_in_force if {
	every in_force in [
		paper({"settles": ["incident-response"]}),
		paper({"settles": []}),
		paper({"form": "terms-of-service", "settles": ["incident-response"]}),
	] {
		given := {"a": in_force, "old": paper({"signedOn": "2026-11-23", "settles": ["route-security"]})}
		denied := denial("matter_not_settled", ["a", "settles"], {
			"one": aoba,
			"other": "midori",
			"agreements": ["a"],
		})

		answers(given, [["aoba", "midori"]], "route-security") == {"denials": {denied}, "open": set()}
	}
}

test_field_is_that_of_the_first_agreement_by_name if {
	given := {"y": paper({"validTo": "2026-11-21"}), "x": paper({"validFrom": "2026-11-23"})}
	denied := denial("agreement_not_in_force", ["x", "validFrom"], {
		"one": aoba,
		"other": "midori",
		"agreements": ["x", "y"],
	})

	answers(given, [["aoba", "midori"]], "outage-response") == {"denials": {denied}, "open": set()}
}

test_published_terms_are_no_boundary_whatever_they_say if {
	every matter in ["path-demarcation", "management-division", "route-security"] {
		terms := paper({"form": "terms-of-service", "settles": [matter]})
		contract := paper({"settles": ["incident-response"]})

		every names, given in {
			["u", "v"]: {"v": terms, "u": terms, "paper": contract},
			["u"]: {"u": terms, "paper": contract, "old": paper({"validTo": "2026-11-21", "settles": [matter]})},
		} {
			answers(given, [["aoba", "midori"]], matter) == {"open": set(), "denials": {denial(
				"only_published_terms",
				["u", "form"],
				{"one": aoba, "other": "midori", "agreements": names},
			)}}
		}
	}
}

test_published_terms_that_say_nothing_of_what_they_settle_are_no_boundary_either if {
	silent := object.remove(paper({"form": "terms-of-service"}), ["settles"])
	values := {"one": aoba, "other": "midori", "agreements": ["terms"]}

	answers({"terms": silent}, [["aoba", "midori"]], "route-security") == {
		"denials": {denial("only_published_terms", ["terms", "form"], values)},
		"open": set(),
	}
	answers({"terms": silent}, [["aoba", "midori"]], "tampering") == {
		"denials": set(),
		"open": {not_stated("terms", "settles")},
	}

	# a contract that has ended says more than terms that say nothing
	given := {"terms": silent, "old": paper({"validTo": "2026-11-21", "settles": ["route-security"]})}
	answers(given, [["aoba", "midori"]], "route-security") == {
		"denials": {denial(
			"agreement_not_in_force",
			["old", "validTo"],
			object.union(values, {"agreements": ["old"]}),
		)},
		"open": set(),
	}
}

test_what_one_institution_published_and_a_statute_are_no_agreement_between_two if {
	denied := denial("no_agreement", ["u", "form"], {"one": aoba, "other": "midori"})

	every form in ["terms-of-service", "statute"] {
		every patch in [{}, {"settles": []}, {"settles": ["incident-response"]}, {"signedBy": ["aoba", "midori"]}] {
			written := paper(object.union(patch, {"form": form}))

			answers({"v": written, "u": written}, [["aoba", "midori"]], "outage-response") == {
				"denials": {denied},
				"open": set(),
			}
		}
		silent := object.remove(paper({"form": form}), ["settles"])
		answers({"u": silent}, [["aoba", "midori"]], "outage-response") == {"denials": {denied}, "open": set()}
	}
}

test_only_agreements_are_named_where_a_matter_between_two_institutions_is_not_settled if {
	values := {"one": aoba, "other": "midori", "agreements": ["paper"]}

	every form in ["terms-of-service", "statute"] {
		imposed := paper({"form": form})

		answers(
			{"imposed": imposed, "paper": paper({"settles": []})},
			[["aoba", "midori"]], "outage-response",
		) == {"denials": {denial("matter_not_settled", ["paper", "settles"], values)}, "open": set()}
		answers(
			{"imposed": imposed, "paper": paper({"validTo": "2026-11-21"})},
			[["aoba", "midori"]], "outage-response",
		) == {"denials": {denial("agreement_not_in_force", ["paper", "validTo"], values)}, "open": set()}
		answers(
			{"imposed": imposed, "paper": object.remove(paper({}), ["settles"])},
			[["aoba", "midori"]], "outage-response",
		) == {"denials": set(), "open": {not_stated("paper", "settles")}}
	}
}

test_statute_is_no_demarcation_between_two_institutions if {
	every matters in [["path-demarcation"], ["outage-response"], []] {
		statute := paper({"form": "statute", "settles": matters})
		values := {"one": aoba, "other": "midori", "agreements": ["law"]}

		answers({"law": statute}, [["aoba", "midori"]], "path-demarcation") == {
			"denials": {denial("only_published_terms", ["law", "form"], values)},
			"open": set(),
		}
	}
}

test_form_is_asked_for_where_the_agreement_may_be_published_terms if {
	signed := object.remove(paper({"signedBy": ["aoba", "midori"]}), ["form"])

	answers({"paper": signed}, [["aoba", "midori"]], "outage-response") == {
		"denials": set(),
		"open": {not_stated("paper", "form")},
	}
}

test_what_says_too_little_leaves_the_matter_open if {
	every field, agreement in {
		"settles": object.remove(paper({}), ["settles"]),
		"validFrom": object.remove(paper({}), ["validFrom"]),
		"validTo": object.remove(paper({}), ["validTo"]),
		"signedBy": paper({"form": "letter"}),
		"form": object.remove(paper({}), ["form"]),
	} {
		given := {"paper": agreement, "old": paper({"validTo": "2026-11-21"}), "other": paper({"settles": []})}

		answers(given, [["aoba", "midori"]], "outage-response") == {
			"denials": set(),
			"open": {not_stated("paper", field)},
		}
	}
}

test_each_pair_is_judged_on_its_own if {
	agreements := {
		"paper": paper({}),
		"kusa": object.remove(paper({"between": ["aoba", "kusa"]}), ["settles"]),
		"net": paper({"between": ["aoba", "chubu-net"], "settles": []}),
	}
	asked := [["aoba", "midori"], ["aoba", "kusa"], ["aoba", "chubu-net"], ["aoba", "second-net"]]

	answers(agreements, asked, "outage-response") == {
		"denials": {
			denial("matter_not_settled", ["net", "settles"], {
				"one": aoba,
				"other": "chubu-net",
				"agreements": ["net"],
			}),
			denial("no_agreement", [], {"one": aoba, "other": "second-net"}),
		},
		"open": {not_stated("kusa", "settles")},
	}
}

test_renewals_are_the_agreements_that_go_on_by_themselves if {
	ended := {"validTo": "2026-11-21", "renewal": "automatic"}
	agreements := {
		"renewed": paper(object.union(ended, {"settles": []})),
		"shared": paper(object.union(ended, {"between": ["aoba", "midori", "kusa"]})),
		"unsigned": paper(object.union(ended, {"form": "minute"})),
		"stranger": paper(object.union(ended, {"between": ["midori", "chubu-net"]})),
		"running": paper({"validTo": "2026-11-22", "renewal": "automatic"}),
		"old": paper({"validTo": "2026-11-21"}),
	}

	renewals(agreements, [["aoba", "midori"], ["aoba", "kusa"]]) == {renewal("renewed"), renewal("shared")}
	renewals(agreements, [["aoba", "kusa"]]) == {renewal("shared")}
	renewals(agreements, [["aoba", "chubu-net"]]) == set()
}

pairs(agreements, written) := found if {
	given := envelope(agreements, written)
	ends := object.get(accord.between_ends, referral, "none") with input as given
	provider := object.get(accord.with_provider, referral, "none") with input as given
	found := {"ends": ends, "provider": provider}
}

answers(agreements, asked, matter) := found if {
	given := envelope(agreements, to(["midori"]))
	declared := exchange.all[referral] with input as given
	settled := settled_by(given, declared, asked)
	found := {
		"denials": accord.denials(referral, declared, settled, matter),
		"open": accord.open(referral, declared, settled, matter),
	} with input as given
}

renewals(agreements, asked) := found if {
	given := envelope(agreements, to(["midori"]))
	declared := exchange.all[referral] with input as given
	found := accord.renewals(referral, declared, settled_by(given, declared, asked)) with input as given
}

# what pairs have settled, by the agreements that are in force whatever they say of themselves
settled_by(given, declared, asked) := {pair: matters |
	some pair in asked
	matters := agreement.settled(declared, pair) with input as given
}

denial(code, [], values) := finding.at(code, referral, [place], values)

denial(code, steps, values) := found if {
	count(steps) > 0
	found := finding.at(code, referral, [place, array.concat(["declarations", "d", "agreements"], steps)], values)
}

renewal(name) := finding.at("renewed_agreement", referral, [["declarations", "d", "agreements", name, "validTo"]], {
	"agreement": name,
	"date": "2026-11-21",
})

not_stated(name, field) := finding.not_stated(referral, ["declarations", "d", "agreements", name, field])

paper(patch) := object.union(
	{
		"form": "contract",
		"between": ["aoba", "midori"],
		"validFrom": "2026-04-01",
		"validTo": "open",
		"settles": ["outage-response"],
	},
	patch,
)

to(destinations) := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": destinations, "others": "none"},
	"path": {
		"medium": "closed-ip",
		"provider": "chubu-net",
		"routeSecuredBy": "chubu-net",
		"routersConfiguredBy": {"aoba": "chubu-net", "midori": "chubu-net", "kusa": "chubu-net"},
	},
}

envelope(agreements, written) := {
	"declarations": {"d": {
		"parties": {
			"aoba": {"role": "institution", "name": aoba},
			"midori": {"role": "institution"},
			"kusa": {"role": "institution"},
			"chubu-net": {"role": "provider"},
			"second-net": {"role": "provider"},
		},
		"agreements": agreements,
		"exchanges": {"referral": written},
	}},
	"context": {"as_of": "2026-11-22"},
}
