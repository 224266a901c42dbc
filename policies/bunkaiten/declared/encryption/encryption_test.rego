package bunkaiten_test.declared.encryption

import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.exchange

referral := "d/exchanges/referral"

nowhere := {"end_to_end": set(), "provider_edge": set(), "without": set(), "unsettled": set()}

end_to_end := object.union(nowhere, {"end_to_end": {referral}})

provider_edge := object.union(nowhere, {"provider_edge": {referral}})

without := object.union(nowhere, {"without": {referral}})

unsettled := object.union(nowhere, {"unsettled": {referral}})

test_source_to_destination_is_end_to_end if {
	classes(from_to("aoba", "midori")) == end_to_end
}

test_name_of_the_box_decides_nothing_where_the_institutions_operate_it if {
	every at in ["source-system", "source-gateway", "provider-edge"] {
		classes(object.union(from_to("aoba", "midori"), {"begins": {"at": at}})) == end_to_end
	}
	every at in ["destination-system", "destination-gateway", "provider-edge", "relay"] {
		classes(object.union(from_to("aoba", "midori"), {"ends": {"midori": {"at": at}}})) == end_to_end
	}
}

test_institution_that_encrypts_says_where if {
	every absent in ["begins/at", "ends/midori/at"] {
		classes(json.remove(from_to("aoba", "midori"), [absent])) == unsettled
	}
}

test_relay_that_a_contractor_runs_for_the_destination_stands_in_between if {
	agreements := {"paper": {
		"form": "contract",
		"between": ["labo", "midori"],
		"validFrom": "2026-04-01",
		"validTo": "open",
	}}
	every at, found in {"relay": unsettled, "destination-system": end_to_end} {
		classes_under(agreements, object.union(from_to("aoba", "labo"), {"ends": {"midori": {"at": at}}})) == found
	}
}

test_provider_that_begins_is_the_provider_edge_wherever_the_box_stands if {
	every at in ["source-system", "source-gateway", "provider-edge"] {
		every end in ["midori", "chubu-net", "kusa", "labo", "none"] {
			classes(object.union(from_to("chubu-net", end), {"begins": {"at": at}})) == provider_edge
		}
	}
	classes(object.remove(from_to("chubu-net", "midori"), ["ends"])) == provider_edge
}

test_start_of_the_provider_range_must_be_stated if {
	classes(json.remove(from_to("chubu-net", "midori"), ["begins/at"])) == unsettled
}

test_box_at_the_provider_edge_that_nobody_is_said_to_operate_is_not_settled if {
	classes(json.remove(from_to("chubu-net", "midori"), ["begins/operatedBy"])) == unsettled
	classes(json.remove(from_to("aoba", "midori"), ["begins/operatedBy"])) == unsettled
	classes(json.remove(from_to("aoba", "midori"), ["ends/midori/operatedBy"])) == unsettled
}

test_provider_begins_only_on_its_own_line if {
	every line in [{}, {"provider": "second-net"}, {"provider": "none"}, {"medium": "closed-ip"}] {
		all_classes(envelope({}, exchange_with({
			"encryption": from_to("chubu-net", "midori"),
			"path": line,
		}))) == unsettled
	}
	all_classes(envelope({}, object.remove(
		exchange_with({"encryption": from_to("chubu-net", "midori")}),
		["path"],
	))) == unsettled
}

test_encryption_that_ends_elsewhere_is_not_settled if {
	every end in ["chubu-net", "second-net", "aoba", "kusa", "labo", "medifix", "kura", "none"] {
		classes(from_to("aoba", end)) == unsettled
	}
}

test_encryption_that_begins_nowhere_or_at_a_third_party_is_not_settled if {
	every start in ["second-net", "midori", "kusa", "labo", "medifix", "kura", "none"] {
		classes(from_to(start, "midori")) == unsettled
	}
}

test_whoever_runs_a_system_under_an_agreement_in_force_counts_as_the_institution if {
	every party in ["labo", "medifix", "kura"] {
		agreements := {
			"one": paper([party, "aoba"], {}),
			"two": paper([party, "midori"], {}),
		}

		classes_under(agreements, from_to(party, "midori")) == end_to_end
		classes_under(agreements, from_to("aoba", party)) == end_to_end
		classes_under(agreements, from_to(party, party)) == end_to_end
		classes_under(object.remove(agreements, ["one"]), from_to(party, "midori")) == unsettled
		classes_under(object.remove(agreements, ["two"]), from_to("aoba", party)) == unsettled

		every patch in [{"form": "minute"}, {"validTo": "2026-11-21"}] {
			classes_under({"paper": paper([party, "aoba"], patch)}, from_to(party, "midori")) == unsettled
			classes_under({"paper": paper([party, "midori"], patch)}, from_to("aoba", party)) == unsettled
		}
	}
}

test_another_institution_in_between_is_a_relay_whatever_it_agreed if {
	agreements := {
		"one": paper(["kusa", "aoba"], {}),
		"two": paper(["kusa", "midori"], {}),
		"both": paper(["aoba", "midori"], {}),
	}

	every party in ["kusa", "midori"] { classes_under(agreements, from_to(party, "midori")) == unsettled }
	every party in ["kusa", "aoba"] { classes_under(agreements, from_to("aoba", party)) == unsettled }
}

test_provider_under_an_agreement_stays_the_provider if {
	agreements := {"one": paper(["chubu-net", "aoba"], {}), "two": paper(["chubu-net", "midori"], {})}

	classes_under(agreements, from_to("aoba", "chubu-net")) == unsettled
	classes_under(agreements, from_to("chubu-net", "midori")) == provider_edge
}

test_no_encryption_is_a_class_of_its_own if {
	classes("none") == without
}

test_exchange_that_says_nothing_of_encryption_is_not_settled if {
	all_classes(envelope({}, exchange_with({}))) == unsettled
	classes({}) == unsettled
	classes({"method": {"protocol": "tls1.3"}}) == unsettled
}

test_each_destination_must_decrypt_itself if {
	to_both := {"parties": ["midori", "kusa"], "others": "none"}
	ends := {
		"midori": {"at": "destination-system", "operatedBy": "midori"},
		"kusa": {"at": "destination-system", "operatedBy": "kusa"},
	}
	begun := {"begins": {"at": "source-system", "operatedBy": "aoba"}}

	classes_to(to_both, object.union(begun, {"ends": ends})) == end_to_end
	classes_to(to_both, object.union(begun, {"ends": {"midori": ends.midori}})) == unsettled
	every hand in ["midori", "chubu-net", "none"] {
		hands := object.union(ends, {"kusa": {"operatedBy": hand}})

		classes_to(to_both, object.union(begun, {"ends": hands})) == unsettled
	}
}

test_open_destinations_leave_end_to_end_open_but_not_the_provider_edge if {
	open := {"parties": ["midori"], "others": "unidentified"}

	classes_to(open, from_to("aoba", "midori")) == unsettled
	classes_to(open, from_to("chubu-net", "midori")) == provider_edge
	classes_to({"parties": [], "others": "unidentified"}, from_to("aoba", "midori")) == unsettled
}

test_encryption_to_nobody_is_not_end_to_end if {
	classes_to({"parties": [], "others": "none"}, from_to("aoba", "midori")) == unsettled
	classes_to({"parties": [], "others": "none"}, from_to("chubu-net", "midori")) == provider_edge
}

test_exchanges_are_classed_one_by_one if {
	given := {"declarations": {
		"d": {"parties": parties, "exchanges": {
			"referral": exchange_with({"encryption": from_to("aoba", "midori")}),
			"images": exchange_with({"encryption": from_to("chubu-net", "midori")}),
			"lab": exchange_with({}),
			"billing": exchange_with({"data": "other", "encryption": "none"}),
		}},
		"e": {"parties": parties, "exchanges": {"referral": exchange_with({"encryption": "none"})}},
	}}

	all_classes(given) == {
		"end_to_end": {"d/exchanges/referral"},
		"provider_edge": {"d/exchanges/images"},
		"without": {"e/exchanges/referral"},
		"unsettled": {"d/exchanges/lab"},
	}
}

test_each_class_holds_whole_exchanges if {
	every written in ["none", from_to("aoba", "midori"), from_to("chubu-net", "midori"), {}] {
		given := envelope({}, exchange_with({"encryption": written}))
		found := object.union_n([
			encryption.end_to_end,
			encryption.provider_edge,
			encryption.without,
			encryption.unsettled,
		]) with input as given
		exchanges := exchange.all with input as given

		count(exchanges) == 1
		found == exchanges
	}
}

test_points_say_who_operates_them if {
	agreements := {
		"one": paper(["labo", "aoba"], {}),
		"two": paper(["labo", "midori"], {}),
		"three": paper(["medifix", "aoba"], {"form": "minute"}),
		"four": paper(["medifix", "midori"], {"form": "minute"}),
	}

	every hand, by in {
		"aoba": ["institution", "other"],
		"midori": ["other", "institution"],
		"labo": ["institution", "institution"],
		"medifix": ["unclear", "unclear"],
		"kura": ["other", "other"],
		"kusa": ["other", "other"],
		"chubu-net": ["provider", "provider"],
		"second-net": ["other", "other"],
		"none": ["other", "other"],
	} {
		points(agreements, {"encryption": from_to(hand, hand)}) == {"begins": by[0], "ends": {"midori": by[1]}}
	}
}

test_points_are_not_stated_where_nobody_says_who_operates_them if {
	silent := {"begins": "not-stated", "ends": {"midori": "not-stated"}}

	points({}, {}) == silent
	points({}, {"encryption": {}}) == silent
	points({}, {"encryption": "none"}) == silent
	points({}, {"encryption": {"begins": {"at": "source-system"}, "ends": {"midori": {"at": "relay"}}}}) == silent
	points({}, {"encryption": {"ends": {"aoba": {"operatedBy": "aoba"}}}}) == silent
}

test_point_of_a_provider_is_not_stated_where_nobody_says_whose_line_it_is if {
	silent := {"begins": "not-stated", "ends": {"midori": "not-stated"}}

	points({}, {"encryption": from_to("chubu-net", "chubu-net"), "path": {}}) == silent
	points({}, {"encryption": from_to("chubu-net", "chubu-net"), "path": {"provider": "none"}}) == {
		"begins": "other",
		"ends": {"midori": "other"},
	}
}

test_source_is_the_source_whatever_its_role if {
	every source in ["chubu-net", "second-net", "labo", "kusa"] {
		points({}, {"source": source, "encryption": from_to(source, "midori")}) == {
			"begins": "institution",
			"ends": {"midori": "institution"},
		}
	}
}

test_only_named_destinations_have_an_end if {
	points({}, {
		"encryption": object.union(from_to("aoba", "midori"), {"ends": {"labo": {"operatedBy": "labo"}}}),
		"destinations": {"parties": ["kusa", "midori"]},
	}) == {"begins": "institution", "ends": {"midori": "institution", "kusa": "not-stated"}}
}

classes(written) := classes_under({}, written)

classes_under(agreements, written) := all_classes(envelope(agreements, exchange_with({"encryption": written})))

classes_to(destinations, written) := all_classes(envelope({}, exchange_with({
	"destinations": destinations,
	"encryption": written,
})))

all_classes(given) := found if {
	found := {
		"end_to_end": object.keys(encryption.end_to_end),
		"provider_edge": object.keys(encryption.provider_edge),
		"without": object.keys(encryption.without),
		"unsettled": object.keys(encryption.unsettled),
	} with input as given
}

points(agreements, patch) := found if {
	given := envelope(agreements, exchange_with(patch))
	some declared in exchange.all with input as given
	found := {
		"begins": encryption.begins_at(declared),
		"ends": encryption.ends_at(declared),
	} with input as given
}

from_to(start, end) := {
	"begins": {"at": "source-system", "operatedBy": start},
	"ends": {"midori": {"at": "destination-system", "operatedBy": end}},
}

# a patch replaces whole fields
exchange_with(patch) := object.union(object.remove(base, object.keys(patch)), patch)

base := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {"provider": "chubu-net"},
}

paper(between, patch) := object.union(
	{"form": "contract", "between": between, "validFrom": "2026-04-01", "validTo": "open"},
	patch,
)

envelope(agreements, written) := {
	"declarations": {"d": {
		"parties": parties,
		"agreements": agreements,
		"exchanges": {"referral": written},
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
