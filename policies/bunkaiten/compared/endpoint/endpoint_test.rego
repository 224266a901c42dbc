package bunkaiten_test.compared.endpoint

import data.bunkaiten.compared.endpoint
import data.bunkaiten.finding
import data.bunkaiten.observed.dialect
import data.bunkaiten.observed.shown

referral := "d/exchanges/referral"

place := ["declarations", "d", "exchanges", "referral", "encryption"]

aoba := {"ja": "青葉病院", "en": "Aoba Hospital"}

open := {"unknown": true}

test_what_takes_encrypted_data_alone_is_fine if {
	every word in ["tls", "mutual-tls", "passthrough", "ssh"] {
		every audience in [{}, {"audience": {"is": "anybody"}}, {"audience": open}] {
			fact := object.union(listener("hospital.json", {"encrypted": {"is": word}}), audience)

			plaintext([fact]) == {"encrypted": {referral}, "findings": set()}
		}
	}
}

test_what_says_nothing_of_encryption_is_left_alone if {
	fact := listener("carrier.json", {"audience": {"is": "anybody"}})

	plaintext([fact]) == {"encrypted": {referral}, "findings": set()}
	relays([fact]) == {"direct": {referral}, "findings": set()}
	weak([fact]) == {"proper": {referral}, "findings": set()}
}

test_plain_text_for_whoever_comes_is_plain_text if {
	every audience in [{}, {"audience": {"is": "anybody"}}] {
		fact := object.union(listener("hospital.json", {"encrypted": {"is": "none"}}), audience)

		plaintext([fact]) == {"encrypted": set(), "findings": {found("observed_plaintext", fact, {})}}
	}
}

test_plain_text_within_one_s_own_walls_is_left_to_the_institution if {
	every encrypted in [{"is": "none"}, open, {"is": "rot13"}] {
		fact := listener("hospital.json", {"encrypted": encrypted, "audience": {"is": "inside"}})

		plaintext([fact]) == {"encrypted": {referral}, "findings": set()}
	}
}

test_plain_text_within_the_walls_of_another_is_plain_text if {
	every encrypted, code in {"none": "observed_plaintext", "rot13": "observed_encryption_unknown"} {
		fact := listener("carrier.json", {"encrypted": {"is": encrypted}, "audience": {"is": "inside"}})

		plaintext([fact]) == {"encrypted": set(), "findings": {found(code, fact, {})}}
	}
	every document, encrypted in {"carrier.json": "tls", "nobody.json": "none"} {
		fact := listener(document, {"encrypted": {"is": encrypted}, "audience": {"is": "inside"}})

		plaintext([fact]) == {"encrypted": {referral}, "findings": set()}
	}
}

test_encryption_that_cannot_be_told_is_unknown if {
	every attributes in [
		{"encrypted": {"is": "none"}, "audience": open},
		{"encrypted": open},
		{"encrypted": open, "audience": {"is": "anybody"}},
		{"encrypted": {"is": "rot13"}, "audience": {"is": "anybody"}},
	] {
		fact := listener("hospital.json", attributes)

		plaintext([fact]) == {"encrypted": set(), "findings": {found("observed_encryption_unknown", fact, {})}}
	}
}

test_every_listener_is_reported_by_itself if {
	bare := listener("hospital.json", {"encrypted": {"is": "none"}})
	hidden := listener("nobody.json", {"encrypted": open})
	fine := listener("carrier.json", {"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.0"}})

	plaintext([bare, hidden, fine]) == {"encrypted": set(), "findings": {
		found("observed_plaintext", bare, {}),
		found("observed_encryption_unknown", hidden, {}),
	}}
	relays([bare, hidden, fine]) == {"direct": set(), "findings": {
		found("observed_decryption_unknown", hidden, {"operator": []}),
		found("observed_relay", fine, {"operator": ["chubu-net"]}),
	}}
	weak([bare, hidden, fine]) == {
		"proper": set(),
		"findings": {found("observed_weak_protocol", fine, {"protocol": "TLS 1.0"})},
	}
}

test_end_that_decrypts_is_direct if {
	every document in ["hospital.json", "clinic.json", "both-ends.json", "contractor.json", "keeper.json"] {
		every encrypted in [{"is": "tls"}, {"is": "mutual-tls"}, {"is": "ssh"}, open] {
			fact := listener(document, {"encrypted": encrypted})

			relays([fact]) == {"direct": {referral}, "findings": set()}
		}
	}
}

test_whoever_runs_a_system_for_one_end_is_own_whatever_is_open_with_the_other if {
	fact := listener("silent-contractor.json", {"encrypted": {"is": "tls"}})
	given := object.union(envelope, {"declarations": {"d": {"agreements": {"full": paper(["midori", "hibari"], "open")}}}})
	direct := endpoint.direct with input as given with data.bunkaiten.observed.binding.endpoints as {referral: {fact}}

	direct == {referral}
}

test_end_is_an_end_whatever_it_is_called if {
	fact := listener("carrier.json", {"encrypted": {"is": "tls"}})
	given := json.patch(envelope, [{
		"op": "replace",
		"path": "declarations/d/exchanges/referral/destinations/parties",
		"value": ["chubu-net"],
	}])
	direct := endpoint.direct with input as given with data.bunkaiten.observed.binding.endpoints as {referral: {fact}}

	direct == {referral}
}

test_whoever_passes_encrypted_data_on_unread_may_be_anybody if {
	every document in ["hospital.json", "carrier.json", "nobody.json", "both.json"] {
		every word in ["passthrough", "none"] {
			fact := listener(document, {"encrypted": {"is": word}})

			relays([fact]) == {"direct": {referral}, "findings": set()}
		}
	}
}

test_whoever_decrypts_and_is_no_end_is_a_relay if {
	every document, names in {
		"carrier.json": ["chubu-net"],
		"other-clinic.json": ["kusa"],
		"former-contractor.json": ["tsubame"],
		"line-owner.json": ["hikari"],
		"two-relays.json": ["chubu-net", "kusa"],
	} {
		every word in ["tls", "mutual-tls", "ssh"] {
			fact := listener(document, {"encrypted": {"is": word}})

			relays([fact]) == {"direct": set(), "findings": {found("observed_relay", fact, {"operator": names})}}
		}
	}
}

test_whose_it_is_that_decrypts_must_be_known if {
	every document, names in {
		"nobody.json": [],
		"stranger.json": [],
		"both.json": [aoba, "chubu-net"],
		"silent-contractor.json": ["hibari"],
		"silent-and-carrier.json": ["chubu-net", "hibari"],
	} {
		fact := listener(document, {"encrypted": {"is": "tls"}})

		relays([fact]) == {"direct": set(), "findings": {found(
			"observed_operator_unknown",
			fact,
			{"operator": names, "whose": dialect.whose({})},
		)}}
	}
}

test_whether_it_decrypts_must_be_known_where_no_end_operates_it if {
	every document, names in {
		"carrier.json": ["chubu-net"],
		"nobody.json": [],
		"both.json": [aoba, "chubu-net"],
		"silent-contractor.json": ["hibari"],
	} {
		fact := listener(document, {"encrypted": open})

		relays([fact]) == {"direct": set(), "findings": {found("observed_decryption_unknown", fact, {"operator": names})}}
	}
}

test_marker_says_who_operates_a_listener if {
	fact := object.union(listener("hospital.json", {"encrypted": {"is": "tls"}}), {"key": "hospital.json aws_lb.marked"})

	relays([fact]) == {"direct": set(), "findings": {found("observed_relay", fact, {"operator": ["chubu-net"]})}}
}

test_protocols_that_are_held_proper if {
	every word in ["TLS 1.2", "TLS 1.3", "SSH 2"] {
		fact := listener("carrier.json", {"encrypted": {"is": "tls"}, "weakest": {"is": word}})

		weak([fact]) == {"proper": {referral}, "findings": set()}
	}
}

test_protocols_that_nobody_holds_proper_today if {
	every word in ["SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1"] {
		fact := listener("hospital.json", {"encrypted": {"is": "tls"}, "weakest": {"is": word}})

		weak([fact]) == {"proper": set(), "findings": {found("observed_weak_protocol", fact, {"protocol": word})}}
	}
}

test_protocol_that_cannot_be_told_is_unknown if {
	every weakest, word in {open: "", {"is": "TLS 9"}: "TLS 9"} {
		fact := listener("hospital.json", {"encrypted": {"is": "tls"}, "weakest": weakest})

		weak([fact]) == {"proper": set(), "findings": {found("observed_protocol_unknown", fact, {"protocol": word})}}
	}
}

test_listeners_of_other_subjects_say_nothing_of_an_exchange if {
	bad := listener("carrier.json", {"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.0"}})
	bare := listener("carrier.json", {"encrypted": {"is": "none"}})

	every facts in [{}, {"d/telework/night": {bad, bare}, "d/exchanges/images": {bad, bare}}] {
		plaintext_of(facts) == {"encrypted": {referral}, "findings": set()}
		relays_of(facts) == {"direct": {referral}, "findings": set()}
		weak_of(facts) == {"proper": {referral}, "findings": set()}
	}
}

found(code, fact, values) := finding.at(
	code, referral, [place, fact.steps],
	object.union({"thing": fact.thing, "way": shown.way(fact)}, values),
)

listener(document, attributes) := object.union(attributes, {
	"way": "load-balancer",
	"thing": "terraform:aws_lb.entry",
	"key": concat(" ", [document, "aws_lb.entry"]),
	"steps": ["terraform", document, "resource_changes", 0, "change", "after", "protocol"],
})

plaintext(facts) := plaintext_of({referral: {fact | some fact in facts}})

relays(facts) := relays_of({referral: {fact | some fact in facts}})

weak(facts) := weak_of({referral: {fact | some fact in facts}})

plaintext_of(facts) := {"encrypted": fine, "findings": all_of(reported)} if {
	fine := endpoint.encrypted with input as envelope with data.bunkaiten.observed.binding.endpoints as facts
	reported := {each |
		some each in endpoint.plaintext with input as envelope with data.bunkaiten.observed.binding.endpoints as facts
	}
}

relays_of(facts) := {"direct": fine, "findings": all_of(reported)} if {
	fine := endpoint.direct with input as envelope with data.bunkaiten.observed.binding.endpoints as facts
	reported := {each |
		some each in endpoint.relays with input as envelope with data.bunkaiten.observed.binding.endpoints as facts
	}
}

weak_of(facts) := {"proper": fine, "findings": all_of(reported)} if {
	fine := endpoint.proper with input as envelope with data.bunkaiten.observed.binding.endpoints as facts
	reported := {each |
		some each in endpoint.weak with input as envelope with data.bunkaiten.observed.binding.endpoints as facts
	}
}

all_of(sets) := {each | some reported in sets; some each in reported}

accounts := {
	"aoba": "111111111111",
	"midori": "222222222222",
	"kusa": "333333333333",
	"chubu-net": "444444444444",
	"hikari": "555555555555",
	"nadeshiko": "666666666666",
	"tsubame": "777777777777",
	"hibari": "888888888888",
	"kura": "999999999999",
}

plan(parties) := {"configuration": {"provider_config": {"aws": {
	"name": "aws",
	"expressions": {"allowed_account_ids": {"constant_value": [object.get(accounts, party, "123412341234") |
		some party in parties
	]}},
}}}}

record(name, role) := {
	"role": role,
	"name": object.get({"aoba": aoba}, name, name),
	"identifiedBy": {"awsAccounts": [accounts[name]]},
}

paper(between, last_day) := {"form": "contract", "between": between, "validFrom": "2026-04-01", "validTo": last_day}

envelope := {
	"declarations": {"d": {
		"parties": {name: record(name, role) | some role, names in roles; some name in names},
		"agreements": agreements,
		"exchanges": {"referral": {
			"data": "patient-information",
			"source": "aoba",
			"destinations": {"parties": ["midori"], "others": "none"},
			"path": {"provider": "hikari"},
		}},
	}},
	"terraform": object.union(
		{document: plan(parties) | some document, parties in plans},
		{"hospital.json": {"resource_changes": [marked]}},
	),
	"context": {"as_of": "2026-11-22"},
}

roles := {
	"institution": ["aoba", "midori", "kusa"],
	"provider": ["chubu-net"],
	"contractor": ["hikari", "nadeshiko", "tsubame", "hibari"],
	"custodian": ["kura"],
}

agreements := {
	"operation": paper(["midori", "nadeshiko"], "open"),
	"former": paper(["midori", "tsubame"], "2026-11-21"),
	"silent": object.remove(paper(["aoba", "hibari"], ""), ["validTo"]),
	"keeping": paper(["aoba", "kura"], "open"),
	"line": paper(["aoba", "hikari"], "open"),
	"net": paper(["aoba", "midori", "chubu-net", "kusa"], "open"),
}

marked := {
	"address": "aws_lb.marked",
	"mode": "managed",
	"type": "aws_lb",
	"name": "marked",
	"change": {"actions": ["create"], "after": {"tags": {"bunkaiten:operated-by": "chubu-net"}}},
}

# whose accounts each plan works in
plans := {
	"hospital.json": ["aoba"],
	"clinic.json": ["midori"],
	"both-ends.json": ["aoba", "midori"],
	"contractor.json": ["nadeshiko"],
	"keeper.json": ["kura"],
	"carrier.json": ["chubu-net"],
	"other-clinic.json": ["kusa"],
	"former-contractor.json": ["tsubame"],
	"line-owner.json": ["hikari"],
	"two-relays.json": ["chubu-net", "kusa"],
	"both.json": ["aoba", "chubu-net"],
	"silent-contractor.json": ["hibari"],
	"silent-and-carrier.json": ["hibari", "chubu-net"],
	"stranger.json": ["stranger"],
	"nobody.json": [],
}
