package bunkaiten_test.compared.line

import data.bunkaiten.compared.line
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

referral := "d/exchanges/referral"

place := ["declarations", "d", "exchanges", "referral", "encryption", "begins"]

test_line_with_encryption_over_it_bears_out_what_is_said if {
	every word in ["ipsec", "macsec", "tls", "ssh", "smime"] {
		said([peer("line", {"is": word})]) == {"claimed": {referral}, "encrypted": {referral}, "bare": set()}
	}
}

test_one_peer_over_which_encryption_is_shown_is_enough if {
	facts := [peer("line", {"is": "none"}), peer("tunnel", {"is": "ipsec"}), peer("hosted", {"unknown": true})]

	said(facts) == {"claimed": {referral}, "encrypted": {referral}, "bare": set()}
}

test_line_without_encryption_contradicts_what_is_said if {
	line_only := peer("line", {"is": "none"})
	gre := peer("gre", {"is": "none"})

	said([line_only, gre]) == {"claimed": {referral}, "encrypted": set(), "bare": {
		found("observed_line_unencrypted", line_only),
		found("observed_line_unencrypted", gre),
	}}
}

test_line_that_does_not_tell_leaves_it_open if {
	hidden := peer("line", {"unknown": true})
	strange := peer("other", {"is": "rot13"})
	bare := peer("gre", {"is": "none"})

	said([hidden, strange, bare]) == {"claimed": {referral}, "encrypted": set(), "bare": {
		found("observed_line_unknown", hidden),
		found("observed_line_unknown", strange),
		found("observed_line_unencrypted", bare),
	}}
}

test_peers_that_say_nothing_of_encryption_are_no_lines if {
	rule := object.remove(peer("rule", {}), ["encrypted"])

	said([rule]) == {"claimed": set(), "encrypted": set(), "bare": set()}
	said([]) == {"claimed": set(), "encrypted": set(), "bare": set()}
	said([rule, peer("line", {"is": "macsec"})]) == {"claimed": {referral}, "encrypted": {referral}, "bare": set()}
	claimed := line.claimed with input as envelope
		with data.bunkaiten.observed.binding.peers as {referral: {rule, peer("line", {"is": "none"})}}
	claimed == {referral: {peer("line", {"is": "none"})}}
}

test_what_sends_by_itself_says_nothing_of_the_line if {
	every way in ["api-backend", "file-transfer-connector", "service-entry"] {
		every word in ["none", "tls"] {
			sender := object.union(peer("sender", {"is": word}), {"way": way})

			said([sender]) == {"claimed": set(), "encrypted": set(), "bare": set()}
			said([sender, peer("line", {"is": "none"})]).bare == {
				found("observed_line_unencrypted", peer("line", {"is": "none"})),
			}
		}
	}
}

test_other_encryption_claims_nothing_of_a_line if {
	facts := {referral: {peer("line", {"is": "none"})}}

	every patch in [
		{"begins": {"at": "source-system", "operatedBy": "aoba"}},
		{"begins": {"at": "provider-edge", "operatedBy": "second-net"}},
		{"begins": {"operatedBy": "aoba"}},
	] {
		given := {"declarations": {"d": object.union(spec, {"exchanges": {"referral": {"encryption": patch}}})}}

		said_of(given, facts) == {"claimed": set(), "encrypted": set(), "bare": set()}
	}
}

test_lines_of_other_subjects_say_nothing_of_an_exchange if {
	said_of(envelope, {"d/telework/night": {peer("line", {"is": "none"})}}) == {
		"claimed": set(),
		"encrypted": set(),
		"bare": set(),
	}
}

test_tunnel_of_another_subject_encrypts_no_line_of_this_one if {
	bare := peer("line", {"is": "none"})
	theirs := object.union(peer("tunnel", {"is": "ipsec"}), {"way": "vpn-connection"})
	encrypted := line.encrypted with input as envelope
		with data.bunkaiten.observed.binding.peers as {referral: {bare, theirs}}
		with data.bunkaiten.compared.own.peers as {referral: {bare}}
	claimed := line.claimed with input as envelope
		with data.bunkaiten.observed.binding.peers as {referral: {bare}}
		with data.bunkaiten.compared.own.peers as {referral: set()}

	encrypted == set()
	claimed == {}
}

found(code, fact) := finding.at(code, referral, [place, fact.steps], {"thing": fact.thing, "way": shown.way(fact)})

peer(name, encrypted) := {
	"way": "direct-connect-line",
	"who": {"is": {"by": "line", "name": "EqTY2"}},
	"direction": "both",
	"encrypted": encrypted,
	"thing": concat("", ["terraform:aws_dx_connection.", name]),
	"key": concat("", ["plan.json aws_dx_connection.", name]),
	"steps": ["terraform", "plan.json", "resource_changes", name],
}

said(facts) := said_of(envelope, {referral: {fact | some fact in facts}})

said_of(given, facts) := answers if {
	claimed := {key | some key, _ in line.claimed} with input as given with data.bunkaiten.observed.binding.peers as facts
	encrypted := line.encrypted with input as given with data.bunkaiten.observed.binding.peers as facts
	bare := {reported |
		some each in line.bare with input as given with data.bunkaiten.observed.binding.peers as facts
		some reported in each
	}
	answers := {"claimed": claimed, "encrypted": encrypted, "bare": bare}
}

envelope := {"declarations": {"d": spec}}

spec := {
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution"},
		"chubu-net": {"role": "provider"},
		"second-net": {"role": "provider"},
	},
	"exchanges": {"referral": {
		"data": "patient-information",
		"source": "aoba",
		"destinations": {"parties": ["midori"], "others": "none"},
		"path": {"provider": "chubu-net"},
		"encryption": {"begins": {"at": "provider-edge", "operatedBy": "chubu-net"}},
	}},
}
