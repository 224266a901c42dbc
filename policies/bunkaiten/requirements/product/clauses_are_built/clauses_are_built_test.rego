package bunkaiten.requirements.product.clauses_are_built_test

import data.bunkaiten.finding
import data.bunkaiten.requirements.product.clauses_are_built as requirement

referral := "d/exchanges/referral"

clauses := {
	"provider_network": {"number": "number of provider_network"},
	"end_to_end_encryption": {"number": "number of end_to_end_encryption"},
	"provider_edge_encryption": {"number": "number of provider_edge_encryption"},
	"external_storage": {"number": "number of external_storage"},
	"telework": {"number": "number of telework"},
	"remote_maintenance": {"number": "number of remote_maintenance"},
	"entrusted_work": {"number": "number of entrusted_work"},
}

rows := {clause: [concat(" ", [clause, "row"])] | some clause, _ in clauses}

allowed := {"applies": {referral}, "satisfied": {referral}, "undetermined": set()}

test_allow_exchange_that_no_unbuilt_clause_concerns if {
	verdict(exchange_with(settled)) == allowed
	verdict(exchange_with({"path": own, "encryption": "none"})) == allowed
}

test_allow_whatever_is_declared_once_every_clause_is_built if {
	exchanges := {"exchanges": {"referral": exchange_with({"path": provided, "encryption": from_to("aoba", "midori")})}}
	given := {"declarations": {"d": object.union_n([{"parties": parties}, exchanges, others])}}
	subjects := {referral, "d/externalStorage/s", "d/telework/s", "d/remoteMaintenance/s", "d/entrustedWork/s"}

	judged(given, {}) == {"applies": subjects, "satisfied": subjects, "undetermined": set()}
}

test_allow_nothing_to_judge_where_nothing_is_declared if {
	none := {"applies": set(), "satisfied": set(), "undetermined": set()}

	judged({"declarations": {"d": {"parties": parties}}}, rows) == none
	judged({"declarations": {}}, rows) == none
	verdict(exchange_with({"data": "other", "path": provided, "encryption": from_to("aoba", "midori")})) == none
}

test_allow_clause_that_is_built_beside_one_that_is_not if {
	given := envelope(exchange_with({"path": provided, "encryption": "none"}))

	judged(given, object.remove(rows, ["provider_network"])) == allowed
}

test_undetermined_provider_network if {
	verdict(exchange_with({"path": provided})) == open({not_built("provider_network")})
}

test_undetermined_provider_that_answers_for_the_route_whatever_the_class if {
	every line in [
		{"medium": "telephone", "routeSecuredBy": "chubu-net"},
		{"routeSecuredBy": "chubu-net"},
		object.union(own, {"routeSecuredBy": "chubu-net"}),
	] {
		verdict(exchange_with({"path": line})) == open({not_built("provider_network")})
	}
}

test_allow_route_that_no_provider_answers_for if {
	every secured_by in ["none", "aoba"] {
		path := object.union(own, {"routeSecuredBy": secured_by})
		verdict(exchange_with({"path": path, "encryption": "none"})) == allowed
	}
}

test_undetermined_end_to_end_encryption if {
	built := json.remove(from_to("aoba", "midori"), ["begins/at", "ends/midori/at"])

	verdict(exchange_with({"encryption": built})) == open({not_built("end_to_end_encryption")})
}

test_undetermined_claim_that_encryption_is_in_an_institution_s_own_system if {
	every written in [
		{"begins": {"at": "source-system"}},
		{"begins": {"at": "source-gateway", "operatedBy": "labo"}},
		{"ends": {"midori": {"at": "destination-system"}}},
		{"ends": {"midori": {"at": "destination-gateway", "operatedBy": "chubu-net"}}},
		{"begins": {"operatedBy": "labo"}, "ends": {"midori": {"at": "relay"}, "labo": {"at": "destination-system"}}},
	] {
		verdict(exchange_with({"encryption": written})) == open({not_built("end_to_end_encryption")})
	}
}

test_allow_nothing_to_judge_while_a_class_is_open_and_no_clause_is_claimed if {
	nothing := {"applies": set(), "satisfied": set(), "undetermined": set()}

	verdict(exchange_with({})) == nothing
	verdict(exchange_with({"encryption": "none"})) == nothing
	verdict(exchange_with({"path": own})) == nothing
	verdict(exchange_with({"path": object.union(provided, {"routeSecuredBy": "none"}), "encryption": "none"})) == nothing
	every written in [
		{},
		{"begins": {"at": "provider-edge"}},
		{"begins": {"operatedBy": "aoba"}},
		{"ends": {"midori": {"at": "relay"}}},
		{"ends": {"midori": {"at": "provider-edge", "operatedBy": "chubu-net"}}},
		{"method": {"protocol": "tls1.3"}},
	] {
		verdict(exchange_with({"path": own, "encryption": written})) == nothing
	}
}

test_undetermined_provider_edge_encryption if {
	built := {"begins": {"at": "provider-edge", "operatedBy": "chubu-net"}, "ends": {"midori": {"at": "relay"}}}
	line := {"provider": "chubu-net"}

	verdict(exchange_with({"path": line, "encryption": built})) == open({not_built("provider_edge_encryption")})
}

test_undetermined_one_exchange_that_several_clauses_concern if {
	built := {"begins": {"at": "source-system", "operatedBy": "chubu-net"}}
	line := object.union(provided, {"provider": "chubu-net"})

	verdict(exchange_with({"path": line, "encryption": built})) == open({
		not_built("provider_network"),
		not_built("end_to_end_encryption"),
		not_built("provider_edge_encryption"),
	})
}

test_undetermined_subjects_of_clauses_that_are_not_built if {
	every section, clause in {
		"externalStorage": "external_storage",
		"telework": "telework",
		"remoteMaintenance": "remote_maintenance",
		"entrustedWork": "entrusted_work",
	} {
		key := concat("/", ["d", section, "s"])
		given := {"declarations": {"d": {"parties": parties, section: {"s": {}}}}}

		judged(given, rows) == {
			"applies": {key},
			"satisfied": set(),
			"undetermined": {about(clause, key, ["declarations", "d", section, "s"])},
		}
		judged(given, object.remove(rows, [clause])) == {"applies": {key}, "satisfied": {key}, "undetermined": set()}
	}
}

test_undetermined_everything_for_a_clause_that_nobody_sorted if {
	given := object.union(envelope(exchange_with({})), {"declarations": {"d": {"telework": {"s": {}}}}})
	unsorted := {"self_connected": ["A2-04"]}
	numbers := {"self_connected": {"number": "x"}}
	values := {"clause": "x", "rows": ["A2-04"]}

	found := requirement.undetermined with input as given
		with data.bunkaiten.catalogue as {"unbuilt": unsorted, "clauses": numbers}
	found == {
		finding.at("clause_not_built", referral, [["declarations", "d", "exchanges", "referral"]], values),
		finding.at("clause_not_built", "d/telework/s", [["declarations", "d", "telework", "s"]], values),
	}
}

test_undetermined_subjects_are_judged_one_by_one if {
	given := {"declarations": {
		"d": {
			"parties": parties,
			"exchanges": {"referral": exchange_with(settled), "images": exchange_with({"path": provided})},
			"telework": {"night": {}, "day": {}},
		},
		"e": {
			"parties": parties,
			"exchanges": {"referral": exchange_with({"path": provided})},
			"entrustedWork": {"lab": {}},
		},
	}}
	unbuilt := object.remove(rows, ["entrusted_work"])

	judged(given, unbuilt) == {
		"applies": {
			referral, "d/exchanges/images", "e/exchanges/referral",
			"d/telework/night", "d/telework/day", "e/entrustedWork/lab",
		},
		"satisfied": {referral, "e/entrustedWork/lab"},
		"undetermined": {
			about("provider_network", "d/exchanges/images", ["declarations", "d", "exchanges", "images"]),
			about("provider_network", "e/exchanges/referral", ["declarations", "e", "exchanges", "referral"]),
			about("telework", "d/telework/night", ["declarations", "d", "telework", "night"]),
			about("telework", "d/telework/day", ["declarations", "d", "telework", "day"]),
		},
	}
}

verdict(written) := judged(envelope(written), rows)

judged(given, unbuilt) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"undetermined": requirement.undetermined,
	} with input as given with data.bunkaiten.catalogue as {"unbuilt": unbuilt, "clauses": clauses}
}

open(findings) := {"applies": {referral}, "satisfied": set(), "undetermined": findings}

not_built(clause) := about(clause, referral, ["declarations", "d", "exchanges", "referral"])

about(clause, key, place) := finding.at(
	"clause_not_built", key,
	[place], {"clause": clauses[clause].number, "rows": rows[clause]},
)

others := {
	"externalStorage": {"s": {}},
	"telework": {"s": {}},
	"remoteMaintenance": {"s": {}},
	"entrustedWork": {"s": {}},
}

own := {"medium": "closed-ip", "routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}

provided := {
	"medium": "closed-ip",
	"routeSecuredBy": "chubu-net",
	"routersConfiguredBy": {"aoba": "chubu-net", "midori": "chubu-net"},
}

from_to(start, end) := {
	"begins": {"at": "source-system", "operatedBy": start},
	"ends": {"midori": {"at": "destination-system", "operatedBy": end}},
}

settled := {"path": own, "encryption": "none"}

exchange_with(patch) := object.union(
	{
		"data": "patient-information",
		"source": "aoba",
		"destinations": {"parties": ["midori"], "others": "none"},
	},
	patch,
)

envelope(written) := {
	"declarations": {"d": {"parties": parties, "exchanges": {"referral": written}}},
	"context": {"as_of": "2026-11-22"},
}

parties := {
	"aoba": {"role": "institution"},
	"midori": {"role": "institution"},
	"chubu-net": {"role": "provider"},
	"labo": {"role": "contractor"},
}
