package bunkaiten_test.declared.path

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path

self_connected := {"self_connected": {"d/exchanges/referral"}, "provider_network": set(), "unsettled": set()}

provider_network := {"self_connected": set(), "provider_network": {"d/exchanges/referral"}, "unsettled": set()}

unsettled := {"self_connected": set(), "provider_network": set(), "unsettled": {"d/exchanges/referral"}}

test_telephone_network_is_self_connected_whoever_configures_the_routers if {
	every hands in [
		{"aoba": "chubu-net", "midori": "chubu-net"},
		{"aoba": "aoba", "midori": "chubu-net"},
		{"aoba": "aoba", "midori": "midori"},
		{"aoba": "labo", "midori": "none"},
	] {
		classes({"medium": "telephone", "routersConfiguredBy": hands, "routeSecuredBy": "chubu-net"}) == self_connected
	}
	classes({"medium": "telephone"}) == self_connected
}

test_routers_of_institutions_are_self_connected_whatever_line_runs_below if {
	every medium in ["leased-line", "closed-ip", "mobile", "internet"] {
		every secured_by in ["chubu-net", "aoba", "none"] {
			classes({
				"medium": medium,
				"routeSecuredBy": secured_by,
				"provider": "chubu-net",
				"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"},
			}) == self_connected
		}
	}
	classes({"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}}) == self_connected
}

test_institution_of_the_exchange_may_configure_the_router_of_another_one if {
	every hands in [
		{"aoba": "midori", "midori": "midori"},
		{"aoba": "aoba", "midori": "aoba"},
		{"aoba": "midori", "midori": "aoba"},
	] {
		classes({"medium": "internet", "routersConfiguredBy": hands}) == self_connected
	}
}

test_provider_that_answers_and_configures_every_router_is_a_provider_network if {
	every medium in ["leased-line", "closed-ip", "mobile", "internet"] {
		classes(object.union(provided, {"medium": medium})) == provider_network
	}
	classes(object.union(provided, {"routeSecuredBy": "second-net"})) == provider_network
	classes(object.union(provided, {"routersConfiguredBy": {"midori": "second-net"}})) == provider_network
}

test_provider_network_needs_every_one_of_its_facts if {
	every lacking in [
		{"medium"},
		{"routeSecuredBy"},
		{"routersConfiguredBy"},
		{"medium", "routeSecuredBy", "routersConfiguredBy"},
	] {
		classes(object.remove(provided, lacking)) == unsettled
	}
	classes(json.remove(provided, ["routersConfiguredBy/midori"])) == unsettled
	classes(json.remove(provided, ["routersConfiguredBy/aoba"])) == unsettled
}

test_route_that_no_provider_answers_for_is_not_settled if {
	every secured_by in ["none", "aoba", "midori", "labo"] {
		classes(object.union(provided, {"routeSecuredBy": secured_by})) == unsettled
	}
}

test_routers_by_institutions_and_providers_are_not_settled if {
	every hands in [{"aoba": "aoba"}, {"midori": "midori"}, {"aoba": "midori"}] {
		classes(object.union(provided, {"routersConfiguredBy": hands})) == unsettled
	}
}

test_router_by_nobody_or_a_stranger_is_not_settled if {
	every hand in ["none", "labo", "kusa", "kura", "medifix"] {
		classes(object.union(provided, {"routersConfiguredBy": {"aoba": hand}})) == unsettled
		classes({"medium": "internet", "routersConfiguredBy": {"aoba": hand, "midori": "midori"}}) == unsettled
	}
}

test_whoever_configures_under_an_agreement_in_force_counts_as_the_institution if {
	every hand in ["labo", "kura", "medifix", "kusa"] {
		own := {"medium": "closed-ip", "routersConfiguredBy": {"aoba": hand, "midori": "midori"}}

		classes_under({"paper": paper([hand, "aoba"])}, own) == self_connected
		classes_under({"paper": object.union(paper([hand, "aoba"]), {"form": "minute"})}, own) == unsettled
		classes_under({"paper": object.union(paper([hand, "aoba"]), {"validTo": "2026-11-21"})}, own) == unsettled
		classes_under({"paper": paper([hand, "midori"])}, own) == unsettled
	}
}

test_provider_never_counts_as_an_institution if {
	agreements := {"one": paper(["chubu-net", "aoba"]), "two": paper(["chubu-net", "midori"])}

	classes_under(agreements, provided) == provider_network
	classes_under(agreements, object.union(provided, {"routeSecuredBy": "none"})) == unsettled
	classes_under(agreements, object.union(provided, {"routersConfiguredBy": {"aoba": "aoba"}})) == unsettled
}

test_provider_at_an_end_is_no_institution if {
	to_provider := {"parties": ["chubu-net"], "others": "none"}
	hands := {"aoba": "aoba", "chubu-net": "chubu-net"}

	all_classes(envelope({}, exchange_to(to_provider, {"medium": "internet", "routersConfiguredBy": hands}))) == unsettled
}

test_unidentified_destinations_are_set_aside if {
	every destinations in [
		{"parties": ["midori"], "others": "unidentified"},
		{"parties": [], "others": "unidentified"},
		{"parties": [], "others": "none"},
	] {
		all_classes(envelope({}, exchange_to(destinations, {"routersConfiguredBy": {
			"aoba": "aoba",
			"midori": "midori",
		}}))) == self_connected
		all_classes(envelope({}, exchange_to(destinations, provided))) == provider_network
	}
}

test_routers_of_every_named_destination_count if {
	to_both := {"parties": ["midori", "kusa"], "others": "none"}
	own := {"medium": "internet", "routersConfiguredBy": {"aoba": "aoba", "midori": "midori", "kusa": "kusa"}}

	all_classes(envelope({}, exchange_to(to_both, own))) == self_connected
	all_classes(envelope({}, exchange_to(to_both, json.remove(own, ["routersConfiguredBy/kusa"])))) == unsettled
	all_classes(envelope({}, exchange_to(to_both, provided))) == unsettled
}

test_exchange_that_says_nothing_of_its_path_is_not_settled if {
	classes({}) == unsettled
	all_classes(envelope({}, object.remove(exchange_to(to_midori, {}), ["path"]))) == unsettled
}

test_exchanges_on_one_line_are_classed_one_by_one if {
	own := exchange_to(to_midori, {"medium": "closed-ip", "routersConfiguredBy": {"aoba": "aoba", "midori": "midori"}})
	given := object.union(envelope({}, exchange_to(to_midori, provided)), {"declarations": {
		"d": {"exchanges": {"images": own, "lab": exchange_to(to_midori, {}), "fax": object.union(own, {"data": "other"})}},
		"e": {"parties": parties, "exchanges": {"referral": own}},
	}})

	all_classes(given) == {
		"self_connected": {"d/exchanges/images", "e/exchanges/referral"},
		"provider_network": {"d/exchanges/referral"},
		"unsettled": {"d/exchanges/lab"},
	}
}

test_each_class_holds_whole_exchanges if {
	every written in [
		{"medium": "telephone"},
		provided,
		{},
	] {
		given := envelope({}, exchange_to(to_midori, written))
		found := object.union_n([path.self_connected, path.provider_network, path.unsettled]) with input as given
		exchanges := exchange.all with input as given

		count(exchanges) == 1
		found == exchanges
	}
}

test_routers_say_who_configures_each_end if {
	agreements := {
		"paper": paper(["labo", "aoba"]),
		"minute": object.union(paper(["medifix", "aoba"]), {"form": "minute"}),
	}

	every hand, by in {
		"aoba": "institution",
		"midori": "institution",
		"labo": "institution",
		"chubu-net": "provider",
		"medifix": "unclear",
		"kura": "other",
		"kusa": "other",
		"none": "other",
	} {
		routers(agreements, {"routersConfiguredBy": {"aoba": hand, "kusa": "kusa"}}) == {
			"aoba": by,
			"midori": "not-stated",
		}
	}
	routers(agreements, {}) == {"aoba": "not-stated", "midori": "not-stated"}
}

test_only_a_provider_can_answer_for_the_route if {
	answering := {party |
		some party in ["chubu-net", "second-net", "aoba", "labo", "kura", "medifix", "none", "nobody"]
		path.provider_answers(on_path({"routeSecuredBy": party}))
	}

	answering == {"chubu-net", "second-net"}
	not path.provider_answers(on_path({"provider": "chubu-net"}))
	not path.provider_answers(on_path({}))
}

test_providers_are_whose_line_it_is_and_who_answers_for_the_route if {
	every written, found in {
		{"provider": "chubu-net", "routeSecuredBy": "second-net"}: {"chubu-net", "second-net"},
		{"provider": "chubu-net", "routeSecuredBy": "chubu-net"}: {"chubu-net"},
		{"provider": "none", "routeSecuredBy": "second-net"}: {"second-net"},
		{"routeSecuredBy": "second-net"}: {"second-net"},
		{"provider": "chubu-net"}: {"chubu-net"},
		{"provider": "chubu-net", "routeSecuredBy": "aoba"}: {"chubu-net"},
		{"provider": "labo", "routeSecuredBy": "kura"}: {"labo"},
		{"provider": "labo", "routeSecuredBy": "second-net"}: {"labo", "second-net"},
		{"provider": "aoba", "routeSecuredBy": "labo"}: set(),
		{"provider": "none", "routeSecuredBy": "none"}: set(),
		{}: set(),
	} {
		providers(written) == found
	}
	providers_of(object.remove(exchange_to(to_midori, {}), ["path"])) == set()
}

test_provider_that_configures_the_router_of_an_end_is_a_provider_of_the_path if {
	every hands, found in {
		{"aoba": "second-net", "midori": "second-net"}: {"chubu-net", "second-net"},
		{"aoba": "chubu-net", "midori": "chubu-net"}: {"chubu-net"},
		{"aoba": "second-net", "midori": "chubu-net"}: {"chubu-net", "second-net"},
		{"aoba": "chubu-net", "midori": "second-net"}: {"chubu-net", "second-net"},
		{"aoba": "second-net", "midori": "midori"}: {"chubu-net", "second-net"},
		{"aoba": "second-net"}: {"chubu-net", "second-net"},
		{"midori": "second-net"}: {"chubu-net", "second-net"},
		{"aoba": "labo", "midori": "labo"}: {"chubu-net"},
		{"aoba": "aoba", "midori": "aoba"}: {"chubu-net"},
		{"aoba": "none", "midori": "none"}: {"chubu-net"},
		{"aoba": "chubu-net", "midori": "chubu-net", "kusa": "second-net"}: {"chubu-net"},
	} {
		providers({"provider": "chubu-net", "routersConfiguredBy": hands}) == found
	}
	providers({"routersConfiguredBy": {"aoba": "second-net"}}) == {"second-net"}
	providers({"provider": "labo", "routersConfiguredBy": {"aoba": "labo"}}) == {"labo"}
}

test_provider_of_one_router_is_within_the_range_of_that_institution_alone if {
	by_two := {"aoba": "chubu-net", "midori": "second-net"}
	declared := on_path({"provider": "chubu-net", "routersConfiguredBy": by_two})

	path.providers_at(declared, "aoba") == {"chubu-net"}
	path.providers_at(declared, "midori") == {"chubu-net", "second-net"}
	every hand in ["labo", "midori", "aoba", "none"] {
		path.providers_at(on_path({"provider": "chubu-net", "routersConfiguredBy": {"midori": hand}}), "midori") == {
			"chubu-net",
		}
	}
	path.providers_at(on_path({"routersConfiguredBy": {"midori": "second-net"}}), "midori") == {"second-net"}
	path.providers_at(on_path({"routeSecuredBy": "second-net"}), "midori") == {"second-net"}
	path.providers_at(on_path({"provider": "labo", "routersConfiguredBy": {"midori": "labo"}}), "midori") == {"labo"}
	path.providers_at(on_path({}), "midori") == set()
}

test_whose_line_it_is_is_a_provider_whatever_it_is_called if {
	agreements := {"one": paper(["labo", "aoba"]), "two": paper(["labo", "midori"])}
	hands := {"aoba": "labo", "midori": "labo"}
	own := {"medium": "closed-ip", "provider": "labo", "routersConfiguredBy": hands}

	classes_under(agreements, own) == unsettled
	classes_under(agreements, object.union(own, {"routeSecuredBy": "labo"})) == provider_network
	classes_under(agreements, object.union(own, {"provider": "chubu-net"})) == self_connected
	by_aoba := {"aoba": "aoba", "midori": "aoba"}
	classes(object.union(own, {"provider": "aoba", "routersConfiguredBy": by_aoba})) == self_connected
}

on_path(written) := made(exchange_to(to_midori, written))

made(written) := declared if {
	some declared in exchange.all with input as envelope({}, written)
}

providers(written) := declared.providers if {
	declared := on_path(written)
}

providers_of(written) := declared.providers if {
	declared := made(written)
}

classes(written) := classes_under({}, written)

classes_under(agreements, written) := all_classes(envelope(agreements, exchange_to(to_midori, written)))

all_classes(given) := found if {
	found := {
		"self_connected": object.keys(path.self_connected),
		"provider_network": object.keys(path.provider_network),
		"unsettled": object.keys(path.unsettled),
	} with input as given
}

routers(agreements, written) := found if {
	given := envelope(agreements, exchange_to(to_midori, written))
	some declared in exchange.all with input as given
	found := path.routers(declared) with input as given
}

provided := {
	"medium": "closed-ip",
	"routeSecuredBy": "chubu-net",
	"routersConfiguredBy": {"aoba": "chubu-net", "midori": "chubu-net"},
}

to_midori := {"parties": ["midori"], "others": "none"}

exchange_to(destinations, written) := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": destinations,
	"path": written,
}

paper(between) := {"form": "contract", "between": between, "validFrom": "2026-04-01", "validTo": "open"}

envelope(agreements, referral) := {
	"declarations": {"d": {
		"parties": parties,
		"agreements": agreements,
		"exchanges": {"referral": referral},
	}},
	"context": {"as_of": "2026-11-22"},
}

parties := {
	"aoba": {"role": "institution"},
	"midori": {"role": "institution"},
	"kusa": {"role": "institution"},
	"chubu-net": {"role": "provider"},
	"second-net": {"role": "provider"},
	"kura": {"role": "custodian"},
	"medifix": {"role": "maintainer"},
	"labo": {"role": "contractor"},
}
