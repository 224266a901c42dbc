package bunkaiten_test.compared.manner

import data.bunkaiten.compared.manner
import data.bunkaiten.finding
import data.bunkaiten.observed.shown

referral := "d/exchanges/referral"

place := ["declarations", "d", "exchanges", "referral", "encryption", "method"]

tls := {"protocol": "TLS 1.3"}

ssh := {"protocol": "SSH 2"}

ipsec := {"protocol": "IKEv2", "algorithm": "AES-256-GCM"}

usual := ["AES256", "DH group 2", "SHA1", "ikev1", "ikev2"]

test_what_speaks_the_declared_protocol_is_as_declared if {
	every method, words in {
		tls: ["tls", "mutual-tls"],
		ssh: ["ssh"],
		{"protocol": "SFTP"}: ["ssh"],
		{"protocol": "TLS 1.2 or 1.3"}: ["tls"],
		{"protocol": "TLS 1.3, SSH 2"}: ["tls", "ssh", "mutual-tls"],
		{"protocol": "https"}: ["tls"],
	} {
		every word in words {
			said(method, {"endpoints": [listener(word)]}) == fine
			said(method, {"peers": [sender(word)]}) == fine
		}
	}
}

test_what_speaks_another_protocol_is_not_as_declared if {
	every method, words in {
		tls: ["ssh"],
		{"protocol": "SSL/TLS"}: ["ssh"],
		{"protocol": "HTTPS", "algorithm": "TLS_AES_256_GCM_SHA384"}: ["ssh"],
		ssh: ["tls", "mutual-tls"],
	} {
		every word in words {
			spoken := {"ssh": "SSH"}
			values := {"protocol": object.get(spoken, word, "TLS"), "method": method.protocol}

			said(method, {"endpoints": [listener(word)]}) == bad({found("observed_other_method", listener(word), values)})
			said(method, {"peers": [sender(word)]}) == bad({found("observed_other_method", sender(word), values)})
		}
	}
}

test_what_may_run_over_something_else_contradicts_nothing if {
	every method in [
		ipsec, {"protocol": "S/MIME"}, {"protocol": "MACsec", "algorithm": "AES-256-GCM"}, {"protocol": "TLS 1.3 over IPsec"},
		{"protocol": "kakunin"}, {"protocol": "TLS 1.3 kakunin"}, {}, "none",
	] {
		every word in ["tls", "ssh"] {
			said(method, {"endpoints": [listener(word)], "peers": [sender(word)]}) == fine
		}
	}
	said_of({"encryption": "none"}, {"endpoints": [listener("ssh")]}) == fine
	said_of({}, {"endpoints": [listener("ssh")]}) == fine
}

test_what_speaks_neither_or_within_one_s_own_walls_is_left_alone if {
	inside := object.union(listener("ssh"), {"audience": {"is": "inside"}})
	open := object.union(listener("ssh"), {"audience": {"unknown": true}})
	rule := object.union(sender("ssh"), {"way": "security-group-rule"})

	said(tls, {"endpoints": [listener("none"), listener("passthrough"), inside], "peers": [rule]}) == fine
	said(tls, {"endpoints": [open]}) == bad({found(
		"observed_other_method", open,
		{"protocol": "SSH", "method": "TLS 1.3"},
	)})
}

test_tunnel_that_agrees_on_keys_properly_is_as_declared if {
	every fact in [
		tunnel({"methods": {"is": ["AES256", "ikev2"]}}),
		tunnel({"methods": {"is": ["AES256", "ikev2"]}, "authentication": {"unknown": true}}),
		tunnel({"methods": {"is": usual}, "authentication": {"is": "certificate"}}),
		tunnel({"methods": {"unknown": true}, "authentication": {"is": "certificate"}}),
	] {
		said(ipsec, {"peers": [fact]}) == fine
	}
}

test_tunnel_with_an_old_version_and_a_shared_key_alone_is_improper if {
	fact := tunnel({"methods": {"is": ["AES256", "ikev1"]}})

	said(ipsec, {"peers": [fact]}) == bad({found("observed_old_key_exchange", fact, {})})
}

test_tunnel_that_may_come_to_that_is_open if {
	every fact in [
		tunnel({"methods": {"is": usual}}),
		tunnel({"methods": {"unknown": true}}),
		tunnel({"methods": {"is": usual}, "authentication": {"unknown": true}}),
		tunnel({"methods": {"is": ["ikev1"]}, "authentication": {"unknown": true}}),
		object.remove(tunnel({"methods": {"is": ["ikev1"]}}), ["authentication"]),
	] {
		said(ipsec, {"peers": [fact]}) == bad({found("observed_key_exchange_open", fact, {})})
	}
}

test_tunnel_with_an_old_cipher_alone_is_improper if {
	every words in [["DES3"], ["DES"], ["MD5"], ["3DES-CBC"], ["HMAC-MD5-96"], ["DES", "3DES"]] {
		fact := tunnel({"choices": {"is": [["GCMAES256"], words]}})

		said(ipsec, {"peers": [fact]}) == bad({found("observed_weak_cipher", fact, {"ciphers": sort(words)})})
		said(tls, {"peers": [fact]}) == fine
	}
}

test_tunnel_without_encryption_is_improper if {
	every bare in [tunnel({"encrypted": {"is": "none"}}), tunnel({"choices": {"is": [["None"]]}})] {
		said(ipsec, {"peers": [bare]}) == bad({found("observed_weak_cipher", bare, {"ciphers": [nothing]})})
	}
}

test_tunnel_that_may_come_to_an_old_cipher_is_open if {
	fact := tunnel({"choices": {"is": [["AES-CBC-256", "3DES-CBC"], ["HMAC-SHA2-256-128"]]}})
	unsettled := tunnel({"encrypted": {"unknown": true}})

	said(ipsec, {"peers": [fact]}) == bad({found("observed_cipher_open", fact, {"ciphers": ["3DES-CBC"]})})
	said(ipsec, {"peers": [unsettled]}) == bad({found("observed_cipher_open", unsettled, {"ciphers": [nothing]})})
}

test_tunnel_with_proper_ciphers_is_as_declared if {
	every words in [["GCMAES256"], ["AES256", "AES128"], ["SHA1"], ["AES-CBC-128"], ["AES-GCM-16-256"], ["HMAC-SHA1-96"]] {
		said(ipsec, {"peers": [tunnel({"choices": {"is": [words]}})]}) == fine
	}
	said(ipsec, {"peers": [tunnel({"choices": {"unknown": true}})]}) == fine
}

test_tunnel_below_other_encryption_is_left_alone if {
	every method in [tls, ssh, {}, {"protocol": "kakunin"}] {
		said(method, {"peers": [tunnel({"methods": {"is": ["ikev1"]}})]}) == fine
	}
	every word in ["IPsec", "ESP", "IKE", "L2TP/IPsec"] {
		fact := tunnel({"methods": {"is": usual}})

		said({"protocol": word}, {"peers": [fact]}) == bad({found("observed_key_exchange_open", fact, {})})
	}
}

test_line_that_names_no_methods_is_no_tunnel if {
	said(ipsec, {"peers": [object.remove(tunnel({}), ["methods"])]}) == fine
}

test_every_fault_is_reported_by_itself if {
	old := tunnel({"methods": {"is": ["ikev1"]}})
	open := object.union(tunnel({"methods": {"unknown": true}}), {"thing": "terraform:aws_vpn_connection.second"})

	said(ipsec, {"peers": [old, open]}) == bad({
		found("observed_old_key_exchange", old, {}),
		found("observed_key_exchange_open", open, {}),
	})
}

test_facts_of_other_subjects_say_nothing_of_an_exchange if {
	peers := {"d/telework/night": {tunnel({"methods": {"is": ["ikev1"]}}), sender("tls")}}

	answers(envelope({"encryption": {"method": ipsec}}), {"d/telework/night": {listener("ssh")}}, peers) == fine
}

nothing := {"en": "no encryption", "ja": "暗号化なし"}

fine := {"as_declared": {referral}, "findings": set()}

bad(findings) := {"as_declared": set(), "findings": findings}

found(code, fact, values) := finding.at(
	code, referral, [place, fact.steps],
	object.union({"thing": fact.thing, "way": shown.way(fact)}, values),
)

listener(word) := {
	"way": "file-transfer-server",
	"encrypted": {"is": word},
	"thing": "terraform:aws_transfer_server.entry",
	"key": "plan.json aws_transfer_server.entry",
	"steps": ["terraform", "plan.json", "resource_changes", 0],
}

sender(word) := {
	"way": "file-transfer-connector",
	"who": {"is": {"by": "host", "name": "sftp.midori.example"}},
	"encrypted": {"is": word},
	"thing": "terraform:aws_transfer_connector.clinic",
	"key": "plan.json aws_transfer_connector.clinic",
	"steps": ["terraform", "plan.json", "resource_changes", 1],
}

test_tunnel_and_sender_of_another_subject_are_not_of_this_exchange if {
	facts := {sender("ssh"), tunnel({"methods": {"is": ["ikev1"]}})}

	every method in [ipsec, tls] {
		found_for := {key | some key, _ in manner.findings} with input as envelope({"encryption": {"method": method}})
			with data.bunkaiten.observed.binding.peers as {referral: facts}
			with data.bunkaiten.compared.own.peers as {referral: set()}

		found_for == set()
	}
}

tunnel(attributes) := object.union(object.remove(usual_tunnel, object.keys(attributes)), attributes)

usual_tunnel := {
	"way": "vpn-connection",
	"who": {"is": {"by": "network", "name": "198.51.100.7/32"}},
	"encrypted": {"is": "ipsec"},
	"methods": {"is": ["ikev2"]},
	"authentication": {"is": "shared-key"},
	"thing": "terraform:aws_vpn_connection.clinic",
	"key": "plan.json aws_vpn_connection.clinic",
	"steps": ["terraform", "plan.json", "resource_changes", 2],
}

said(method, facts) := said_of({"encryption": {"method": method}}, facts)

said_of(stated, facts) := answers(
	envelope(stated),
	{referral: {fact | some fact in facts.endpoints}},
	{referral: {fact | some fact in facts.peers}},
)

answers(given, endpoints, peers) := {"as_declared": as_declared, "findings": findings} if {
	as_declared := manner.as_declared with input as given
		with data.bunkaiten.observed.binding.endpoints as endpoints
		with data.bunkaiten.observed.binding.peers as peers
	findings := {reported |
		some each in manner.findings with input as given
			with data.bunkaiten.observed.binding.endpoints as endpoints
			with data.bunkaiten.observed.binding.peers as peers
		some reported in each
	}
}

envelope(stated) := {"declarations": {"d": {"parties": {}, "exchanges": {"referral": object.union(exchange, stated)}}}}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
}
