package bunkaiten_test.compared.sending

import data.bunkaiten.compared.sending
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

referral := "d/exchanges/referral"

place := ["declarations", "d", "exchanges", "referral", "encryption"]

test_what_sends_over_an_encrypted_connection_is_fine if {
	every way in ["api-backend", "file-transfer-connector"] {
		every word in ["tls", "ssh", "smime"] {
			fact := sender(way, {"encrypted": {"is": word}})

			said([fact]) == {"encrypted": {referral}, "senders": {fact}, "findings": set()}
		}
	}
}

test_what_sends_in_plain_text_is_reported if {
	every way in ["api-backend", "file-transfer-connector"] {
		fact := sender(way, {"encrypted": {"is": "none"}})

		said([fact]) == {
			"encrypted": set(),
			"senders": {fact},
			"findings": {found("observed_plain_sending", fact, "pacs.midori.example")},
		}
	}
}

test_what_cannot_be_told_is_unknown if {
	every encrypted in [{"encrypted": {"unknown": true}}, {"encrypted": {"is": "rot13"}}, {}] {
		fact := sender("api-backend", encrypted)

		said([fact]) == {
			"encrypted": set(),
			"senders": {fact},
			"findings": {found("observed_sending_unknown", fact, "pacs.midori.example")},
		}
	}
}

test_peer_that_is_not_known_is_said_to_be_so if {
	hidden := object.union(
		object.remove(sender("api-backend", {"encrypted": {"unknown": true}}), ["who"]),
		{"who": {"unknown": true}},
	)

	said([hidden]).findings == {found(
		"observed_sending_unknown", hidden,
		{"en": "unknown before apply", "ja": "適用前には不明"},
	)}
}

test_every_sender_is_reported_by_itself if {
	bare := sender("api-backend", {"encrypted": {"is": "none"}})
	hidden := sender("file-transfer-connector", {"encrypted": {"unknown": true}})
	fine := sender("file-transfer-connector", {"encrypted": {"is": "tls"}})

	said([bare, hidden, fine]) == {"encrypted": set(), "senders": {bare, hidden, fine}, "findings": {
		found("observed_plain_sending", bare, "pacs.midori.example"),
		found("observed_sending_unknown", hidden, "pacs.midori.example"),
	}}
}

test_line_says_nothing_of_what_runs_over_it if {
	ways := ["direct-connect-line", "transit-gateway-connect", "vpn-connection", "service-entry", "security-group-rule"]
	every way in ways {
		said([sender(way, {"encrypted": {"is": "none"}})]) == {
			"encrypted": {referral},
			"senders": set(),
			"findings": set(),
		}
	}
}

test_what_leaves_a_mesh_sends_where_the_source_itself_encrypts if {
	every case in [
		["source-system", {"encrypted": {"is": "none"}}, true],
		["source-system", {"encrypted": {"is": "tls"}}, true],
		["source-system", {"encrypted": {"is": "none"}, "who": network("198.51.100.7/32")}, true],
		["source-system", {}, false],
		["source-system", {"encrypted": {"is": "none"}, "who": network("10.20.0.5/32")}, false],
		["source-gateway", {"encrypted": {"is": "none"}}, false],
		["provider-edge", {"encrypted": {"is": "none"}}, false],
	] {
		place_of_it := "/declarations/d/exchanges/referral/encryption"
		begins := {"op": "add", "path": place_of_it, "value": {"begins": {"at": case[0]}}}
		fact := object.union(sender("service-entry", {}), case[1])
		senders := sending.senders with input as json.patch(envelope, [begins])
			with data.bunkaiten.observed.binding.peers as {referral: {fact}}

		senders == {referral: {each | some each in [fact]; case[2]}}
	}
}

network(name) := {"is": {"by": "network", "name": name}}

test_senders_of_other_subjects_say_nothing_of_an_exchange if {
	bare := sender("api-backend", {"encrypted": {"is": "none"}})

	said_of({"d/telework/night": {bare}, "d/exchanges/images": {bare}}) == {
		"encrypted": {referral},
		"senders": set(),
		"findings": set(),
	}
}

test_sender_of_another_subject_sends_nothing_of_this_exchange if {
	bare := sender("api-backend", {"encrypted": {"is": "none"}})
	encrypted := sending.encrypted with input as envelope
		with data.bunkaiten.observed.binding.peers as {referral: {bare}}
		with data.bunkaiten.compared.own.peers as {referral: set()}

	encrypted == {referral}
}

found(code, fact, peer) := finding.at(code, referral, [place, fact.steps], {
	"thing": fact.thing,
	"way": shown.way(fact),
	"peer": peer,
})

sender(way, attributes) := object.union(attributes, {
	"way": way,
	"who": {"is": {"by": "host", "name": "pacs.midori.example"}},
	"direction": "out",
	"thing": "terraform:aws_apigatewayv2_integration.pacs",
	"key": "plan.json aws_apigatewayv2_integration.pacs",
	"steps": ["terraform", "plan.json", "resource_changes", way],
})

said(facts) := said_of({referral: {fact | some fact in facts}})

said_of(facts) := {"encrypted": encrypted, "senders": senders, "findings": findings} if {
	encrypted := sending.encrypted with input as envelope with data.bunkaiten.observed.binding.peers as facts
	senders := {fact |
		some each in sending.senders with input as envelope with data.bunkaiten.observed.binding.peers as facts
		some fact in each
	}
	findings := {reported |
		some each in sending.plaintext with input as envelope with data.bunkaiten.observed.binding.peers as facts
		some reported in each
	}
}

envelope := {"declarations": {"d": {"parties": {}, "exchanges": {"referral": {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
}}}}}
