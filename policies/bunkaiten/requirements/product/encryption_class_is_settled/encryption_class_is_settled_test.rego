package bunkaiten_test.requirements.product.encryption_class_is_settled

import data.bunkaiten.finding
import data.bunkaiten.requirements.product.encryption_class_is_settled as requirement

referral := "d/exchanges/referral"

steps := ["declarations", "d", "exchanges", "referral"]

allowed := {"applies": {referral}, "satisfied": {referral}, "undetermined": set(), "note": set()}

test_allow_from_the_source_to_each_destination if {
	verdict(from_to("aoba", "midori")) == allowed
}

test_allow_from_the_start_of_the_provider_s_own_range if {
	every end in ["midori", "chubu-net", "kusa", "none"] { verdict(from_to("chubu-net", end)) == allowed }
	verdict(object.remove(from_to("chubu-net", "midori"), ["ends"])) == allowed
}

test_allow_system_that_a_contractor_runs_under_an_agreement_in_force if {
	every pair in [["labo", "midori"], ["aoba", "labo"], ["labo", "labo"]] {
		agreements := {"one": paper(["labo", "aoba"], {}), "two": paper(["labo", "midori"], {})}

		judged(envelope(agreements, exchange_with({"encryption": from_to(pair[0], pair[1])}))) == allowed
	}
}

test_allow_nothing_to_judge_where_no_patient_information_flows if {
	none := {"applies": set(), "satisfied": set(), "undetermined": set(), "note": set()}

	judged(envelope("none", exchange_with({"data": "other", "encryption": "none"}))) == none
	judged({"declarations": {}, "context": {"as_of": "2026-11-22"}}) == none
}

test_note_no_encryption_on_a_closed_path_of_the_institutions if {
	every medium, words in {
		"telephone": {"en": "telephone network", "ja": "電話回線等の公衆網"},
		"leased-line": {"en": "leased line", "ja": "専用線"},
		"closed-ip": {"en": "closed IP network", "ja": "閉域 IP 通信網"},
	} {
		place := step(["encryption"])
		noted := {finding.at("unencrypted_closed_path", referral, [place], {"medium": words})}

		verdict_on({"medium": medium, "routersConfiguredBy": own}, "none") == object.union(allowed, {"note": noted})
	}
}

test_note_telephone_network_whoever_configures_the_routers if {
	words := {"en": "telephone network", "ja": "電話回線等の公衆網"}
	noted := {finding.at("unencrypted_closed_path", referral, [step(["encryption"])], {"medium": words})}

	verdict_on({"medium": "telephone"}, "none") == object.union(allowed, {"note": noted})
}

test_undetermined_no_encryption_on_an_open_network_or_a_path_that_is_not_the_institutions_own if {
	bare := open({finding.at("no_encryption", referral, [step(["encryption"])], {})})
	provided := {"routeSecuredBy": "chubu-net", "routersConfiguredBy": {"aoba": "chubu-net", "midori": "chubu-net"}}

	every medium in ["internet", "mobile"] {
		verdict_on({"medium": medium, "routersConfiguredBy": own}, "none") == bare
		verdict_on(object.union(provided, {"medium": medium}), "none") == bare
	}
	every medium in ["leased-line", "closed-ip"] {
		verdict_on(object.union(provided, {"medium": medium}), "none") == bare
		verdict_on({"medium": medium}, "none") == bare
	}
}

test_undetermined_no_encryption_on_a_path_whose_medium_nobody_states if {
	asked := open({not_stated(["path", "medium"])})

	verdict_on({"routersConfiguredBy": own}, "none") == asked
	verdict_on({}, "none") == asked
}

test_undetermined_encryption_that_begins_at_a_third_party_or_nowhere if {
	every start, party in {"kusa": "kusa", "labo": names.labo, "second-net": "second-net", "none": nobody} {
		place := step(["encryption", "begins", "operatedBy"])
		elsewhere := finding.at("begins_elsewhere", referral, [place], {"party": party})

		verdict(from_to(start, "midori")) == open({elsewhere})
		verdict(from_to(start, "chubu-net")) == open({elsewhere})
	}
}

test_undetermined_provider_that_is_not_this_path_s if {
	every provider in ["second-net", "none"] {
		place := step(["encryption", "begins", "operatedBy"])
		elsewhere := finding.at("begins_elsewhere", referral, [place], {"party": names["chubu-net"]})

		verdict_on({"provider": provider}, from_to("chubu-net", "midori")) == open({elsewhere})
	}
}

test_undetermined_encryption_that_ends_at_the_provider_or_a_relay if {
	every end, party in {
		"chubu-net": names["chubu-net"],
		"second-net": "second-net",
		"aoba": "aoba",
		"kusa": "kusa",
		"labo": names.labo,
		"none": nobody,
	} {
		verdict(from_to("aoba", end)) == open({ends_elsewhere("midori", names.midori, party)})
	}
}

test_undetermined_tls_ended_at_a_load_balancer_that_the_provider_manages if {
	every at in ["destination-system", "destination-gateway", "provider-edge", "relay"] {
		balanced := object.union(from_to("aoba", "chubu-net"), {"ends": {"midori": {"at": at}}})

		verdict(balanced) == open({ends_elsewhere("midori", names.midori, names["chubu-net"])})
	}
}

test_undetermined_institution_as_a_relay_whatever_it_agreed if {
	agreements := {"one": paper(["kusa", "aoba"], {}), "two": paper(["kusa", "midori"], {})}
	relayed := exchange_with({"encryption": from_to("aoba", "kusa")})

	judged(envelope(agreements, relayed)) == open({ends_elsewhere("midori", names.midori, "kusa")})
}

test_undetermined_contractor_whose_agreement_says_too_little if {
	every field, patch in {"signedBy": {"form": "minute"}, "validTo": {}, "validFrom": {}} {
		agreements := {
			"one": json.remove(paper(["labo", "aoba"], patch), [field]),
			"two": json.remove(paper(["labo", "midori"], patch), [field]),
			"three": json.remove(paper(["labo", "kusa"], patch), [field]),
			"four": json.remove(paper(["aoba", "kusa"], patch), [field]),
			"five": json.remove(paper(["midori", "kusa"], patch), [field]),
		}
		from_labo := exchange_with({"encryption": from_to("labo", "midori")})
		to_labo := exchange_with({"encryption": from_to("aoba", "labo")})

		judged(envelope(agreements, from_labo)) == open({agreement_lacks("one", field)})
		judged(envelope(agreements, to_labo)) == open({agreement_lacks("two", field)})
	}
}

test_undetermined_when_nothing_is_said_of_encryption if {
	judged(envelope({}, exchange_with({}))) == open({not_stated(["encryption"])})
}

test_undetermined_when_nobody_is_said_to_operate_the_ends if {
	silent := open({
		not_stated(["encryption", "begins", "operatedBy"]),
		not_stated(["encryption", "ends", "midori", "operatedBy"]),
	})

	verdict({}) == silent
	verdict({"method": {"protocol": "tls1.3"}}) == silent
	verdict({"begins": {"at": "source-system"}, "ends": {"midori": {"at": "destination-system"}}}) == silent
}

test_undetermined_when_one_end_is_not_stated if {
	begins := open({not_stated(["encryption", "begins", "operatedBy"])})
	ends := open({not_stated(["encryption", "ends", "midori", "operatedBy"])})

	every name in ["begins", "begins/operatedBy"] {
		verdict(json.remove(from_to("aoba", "midori"), [name])) == begins
	}
	every name in ["ends", "ends/midori", "ends/midori/operatedBy"] {
		verdict(json.remove(from_to("aoba", "midori"), [name])) == ends
	}
}

test_undetermined_when_the_start_of_the_provider_s_range_is_not_stated if {
	place := open({not_stated(["encryption", "begins", "at"])})

	every end in ["midori", "kusa"] { verdict(json.remove(from_to("chubu-net", end), ["begins/at"])) == place }
	verdict(json.remove(from_to("chubu-net", "midori"), ["begins/at", "ends"])) == place
}

test_undetermined_when_nobody_says_whose_line_it_is if {
	every pair in [["chubu-net", "midori"], ["aoba", "chubu-net"], ["chubu-net", "chubu-net"]] {
		verdict_on({}, from_to(pair[0], pair[1])) == open({not_stated(["path", "provider"])})
	}
}

test_undetermined_open_destinations if {
	every parties_named in [["midori"], []] {
		unidentified := exchange_with({
			"destinations": {"parties": parties_named, "others": "unidentified"},
			"encryption": from_to("aoba", "midori"),
		})
		ends := finding.at("ends_unidentified", referral, [step(["destinations", "others"])], {})

		judged(envelope({}, unidentified)) == open({ends})
	}
}

test_allow_open_destinations_from_the_provider_s_edge if {
	judged(envelope({}, exchange_with({
		"destinations": {"parties": ["midori"], "others": "unidentified"},
		"encryption": from_to("chubu-net", "midori"),
	}))) == allowed
}

test_undetermined_encryption_to_nobody if {
	to_nobody := exchange_with({
		"destinations": {"parties": [], "others": "none"},
		"encryption": from_to("aoba", "midori"),
	})

	place := step(["destinations", "parties"])
	judged(envelope({}, to_nobody)) == open({finding.at("no_destination", referral, [place], {})})
}

test_undetermined_end_to_end_where_nobody_says_whether_there_are_others if {
	silent := exchange_with({"destinations": {"parties": ["midori"]}, "encryption": from_to("aoba", "midori")})

	judged(envelope({}, silent)) == open({not_stated(["destinations", "others"])})
}

test_undetermined_where_encryption_begins_comes_before_whether_there_are_others if {
	silent := exchange_with({
		"destinations": {"parties": ["midori"]},
		"encryption": object.remove(from_to("aoba", "midori"), ["begins"]),
	})

	judged(envelope({}, silent)) == open({not_stated(["encryption", "begins", "operatedBy"])})
}

test_undetermined_each_destination_is_judged if {
	three := {"parties": ["midori", "kusa", "labo"], "others": "none"}
	ends := {
		"midori": {"at": "destination-system", "operatedBy": "midori"},
		"kusa": {"at": "destination-system"},
		"labo": {"operatedBy": "chubu-net"},
	}
	begun := {"begins": {"at": "source-system", "operatedBy": "aoba"}}

	some_elsewhere := object.union(begun, {"ends": ends})

	judged(envelope({}, exchange_with({"destinations": three, "encryption": some_elsewhere}))) == open({
		not_stated(["encryption", "ends", "kusa", "operatedBy"]),
		ends_elsewhere("labo", names.labo, names["chubu-net"]),
	})
	judged(envelope({}, exchange_with({"destinations": three, "encryption": object.union(begun, {"ends": {
		"midori": {"at": "destination-system", "operatedBy": "midori"},
		"kusa": {"at": "destination-gateway", "operatedBy": "kusa"},
		"labo": {"at": "destination-system", "operatedBy": "labo"},
	}})}))) == allowed
}

test_undetermined_when_nobody_says_in_which_system_it_begins_or_ends if {
	nowhere := {"begins": {"operatedBy": "aoba"}, "ends": {"midori": {"operatedBy": "midori"}}}

	judged(envelope({}, exchange_with({"encryption": nowhere}))) == open({
		not_stated(["encryption", "begins", "at"]),
		not_stated(["encryption", "ends", "midori", "at"]),
	})
}

test_undetermined_several_faults_at_once if {
	faulty := exchange_with({
		"destinations": {"parties": ["midori", "kusa"], "others": "unidentified"},
		"encryption": {
			"begins": {"at": "source-system", "operatedBy": "aoba"},
			"ends": {"midori": {"at": "relay", "operatedBy": "chubu-net"}},
		},
	})

	judged(envelope({}, faulty)) == open({
		finding.at("ends_unidentified", referral, [step(["destinations", "others"])], {}),
		ends_elsewhere("midori", names.midori, names["chubu-net"]),
		not_stated(["encryption", "ends", "kusa", "operatedBy"]),
	})
}

test_undetermined_unclear_start_and_end_not_stated if {
	agreements := {"one": paper(["labo", "aoba"], {"form": "minute"})}
	faulty := exchange_with({"encryption": object.remove(from_to("labo", "midori"), ["ends"])})

	judged(envelope(agreements, faulty)) == open({
		agreement_lacks("one", "signedBy"),
		not_stated(["encryption", "ends", "midori", "operatedBy"]),
	})
}

test_undetermined_subjects_are_judged_one_by_one if {
	given := object.union(envelope({}, exchange_with({"encryption": from_to("aoba", "midori")})), {"declarations": {
		"d": {"exchanges": {"images": exchange_with({"encryption": "none", "path": {"medium": "internet"}})}},
		"e": {"parties": parties, "exchanges": {"fax": exchange_with({"encryption": "none", "path": {
			"medium": "closed-ip",
			"routersConfiguredBy": own,
		}})}},
	}})
	words := {"en": "closed IP network", "ja": "閉域 IP 通信網"}

	judged(given) == {
		"applies": {referral, "d/exchanges/images", "e/exchanges/fax"},
		"satisfied": {referral, "e/exchanges/fax"},
		"undetermined": {finding.at(
			"no_encryption", "d/exchanges/images", [[
				"declarations", "d",
				"exchanges", "images", "encryption",
			]],
			{},
		)},
		"note": {finding.at(
			"unencrypted_closed_path", "e/exchanges/fax", [[
				"declarations", "e",
				"exchanges", "fax", "encryption",
			]],
			{"medium": words},
		)},
	}
}

verdict(written) := verdict_on({"provider": "chubu-net"}, written)

verdict_on(line, written) := judged(envelope({}, exchange_with({"path": line, "encryption": written})))

judged(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"undetermined": requirement.undetermined,
		"note": requirement.note,
	} with input as given
}

open(findings) := {"applies": {referral}, "satisfied": set(), "undetermined": findings, "note": set()}

not_stated(fields) := finding.not_stated(referral, step(fields))

agreement_lacks(name, field) := finding.not_stated(referral, ["declarations", "d", "agreements", name, field])

ends_elsewhere(destination, name, party) := finding.at(
	"ends_elsewhere", referral,
	[step(["encryption", "ends", destination, "operatedBy"])], {"destination": name, "party": party},
)

step(fields) := array.concat(steps, fields)

from_to(start, end) := {
	"begins": {"at": "source-system", "operatedBy": start},
	"ends": {"midori": {"at": "destination-system", "operatedBy": end}},
}

own := {"aoba": "aoba", "midori": "midori"}

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

nobody := {"en": "nobody", "ja": "なし"}

names := {
	"midori": {"ja": "緑クリニック", "en": "Midori Clinic"},
	"chubu-net": "Chubu Net",
	"labo": "Labo",
}

parties := {
	"aoba": {"role": "institution"},
	"midori": {"role": "institution", "name": names.midori},
	"kusa": {"role": "institution"},
	"chubu-net": {"role": "provider", "name": names["chubu-net"]},
	"second-net": {"role": "provider"},
	"labo": {"role": "contractor", "name": names.labo},
}
