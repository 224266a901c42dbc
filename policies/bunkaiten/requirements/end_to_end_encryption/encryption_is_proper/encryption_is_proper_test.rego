package bunkaiten_test.requirements.end_to_end_encryption.encryption_is_proper

import data.bunkaiten.requirements.end_to_end_encryption.encryption_is_proper as requirement

referral := "d/exchanges/referral"

place := "/declarations/d/exchanges/referral"

test_allow_proper_method_in_either_class_on_any_path if {
	every patch in [
		{},
		{"path": {"routersConfiguredBy": {"aoba": "carrier", "midori": "carrier"}, "routeSecuredBy": "carrier"}},
		{"path": {"routersConfiguredBy": {"midori": "carrier"}}},
		{"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}}},
	] {
		verdict(envelope(patch)) == only({"satisfied": {referral}})
	}
}

test_allow_protocols_and_ciphers_that_are_fine_today if {
	every method in [
		{"protocol": "TLSv1.2"},
		{"protocol": "ikev2", "algorithm": "Camellia-256"},
		{"protocol": "IPsec", "algorithm": "AES-256", "keyExchange": "IKEv2"},
		{"protocol": "ikev1", "algorithm": "AES-256", "keyExchange": "RSA"},
		{"protocol": "wireguard"},
		{"protocol": "SSH2"},
		{"protocol": "S/MIME"},
		{"protocol": "OpenPGP"},
		{"protocol": "MACsec", "algorithm": "AES-256"},
		{"protocol": "mTLS 1.3"},
		{"protocol": "ＴＬＳ１．３", "algorithm": "ＡＥＳ２５６"},
		{"protocol": "TLS", "algorithm": "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"},
		{"protocol": "TLS 1.2〜1.3", "algorithm": "AES:!aNULL"},
		{"protocol": "SSL-VPN (TLS 1.3)"},
	] {
		verdict(with_method(method)) == only({"satisfied": {referral}})
	}
}

test_deny_method_that_nobody_holds_proper if {
	every name, method in {
		"DES": {"protocol": "ikev2", "algorithm": "DES-CBC"},
		"3DES": {"protocol": "ikev2", "algorithm": "3DES"},
		"RC4": {"protocol": "tls1.2", "algorithm": "RC4-SHA"},
		"MD5": {"protocol": "ikev2", "algorithm": "AES-128-CBC HMAC-MD5"},
		"SSL": {"protocol": "SSLv3"},
		"TLS 1.0": {"protocol": "tls1"},
		"TLS 1.1": {"protocol": "TLS 1.1", "algorithm": "AES-256"},
		"PPTP": {"protocol": "pptp"},
	} {
		verdict(with_method(method)) == only({"deny": {improper([name])}})
	}
}

test_deny_encryption_without_a_cipher if {
	no_cipher := {"en": "no cipher", "ja": "暗号なし"}

	verdict(with_method({"protocol": "ikev2", "algorithm": "NULL"})) == only({"deny": {improper([no_cipher])}})
}

test_deny_ikev1_with_a_shared_key if {
	old := {"en": "IKEv1 with a shared key", "ja": "共有鍵による IKEv1"}
	method := {"protocol": "IPsec/IKEv1", "algorithm": "AES-256", "keyExchange": "事前共有鍵"}

	verdict(with_method(method)) == only({"deny": {improper([old])}})
}

test_deny_ikev1_with_a_shared_key_beside_certificates if {
	old := {"en": "IKEv1 with a shared key", "ja": "共有鍵による IKEv1"}
	method := {"protocol": "IPsec/IKEv1", "algorithm": "AES-256", "keyExchange": "証明書または事前共有鍵"}

	verdict(with_method(method)) == only({"deny": {improper([old])}})
}

test_deny_key_agreement_with_nobody_in_particular_and_export_ciphers if {
	every name, algorithm in {
		{"en": "anonymous key agreement", "ja": "相手を認証しない匿名の鍵共有"}: "ADH-AES256-SHA",
		{"en": "export ciphers", "ja": "輸出用に弱められた暗号"}: "EXP1024-AES",
	} {
		verdict(with_method({"protocol": "tls1.2", "algorithm": algorithm})) == only({"deny": {improper([name])}})
	}
}

test_deny_and_undetermined_when_ssl_tls_names_an_old_version if {
	verdict(with_method({"protocol": "SSL/TLS 1.0"})) == only({
		"deny": {improper(["TLS 1.0"])},
		"undetermined": {open("protocol", ["ssl/tls"])},
	})
}

test_deny_several_improper_methods_in_one_finding_sorted if {
	method := {"protocol": "TLS 1.1, TLS 1.0", "algorithm": "RC4, 3DES, NULL"}
	names := ["3DES", "RC4", "TLS 1.0", "TLS 1.1", {"en": "no cipher", "ja": "暗号なし"}]

	verdict(with_method(method)) == only({"deny": {improper(names)}})
}

test_deny_method_stated_as_none if {
	verdict(with_method("none")) == only({"deny": {finding("method_is_none", "/encryption/method", {})}})
}

test_deny_and_undetermined_when_a_cipher_is_improper_and_the_protocol_is_not_stated if {
	verdict(with_method({"algorithm": "3DES"})) == only({
		"deny": {improper(["3DES"])},
		"undetermined": {unstated("encryption/method/protocol")},
	})
}

test_undetermined_when_the_method_is_not_stated if {
	verdict(without(envelope({}), "encryption/method")) == only({"undetermined": {unstated("encryption/method")}})
	verdict(with_method({})) == only({"undetermined": {unstated("encryption/method/protocol")}})
	verdict(with_method({"algorithm": "AES-256"})) == only({"undetermined": {unstated("encryption/method/protocol")}})
}

test_undetermined_when_the_protocol_leaves_open_what_is_not_stated if {
	verdict(with_method({"protocol": "ikev2"})) == only({"undetermined": {unstated("encryption/method/algorithm")}})
	verdict(with_method({"protocol": "ikev1"})) == only({"undetermined": {
		unstated("encryption/method/algorithm"),
		unstated("encryption/method/keyExchange"),
	}})
}

test_undetermined_when_words_are_not_recognised if {
	verdict(with_method({"protocol": "独自方式", "algorithm": "AES or Blowfish"})) == only({"undetermined": {
		unknown("protocol", ["独自方式"]),
		unknown("algorithm", ["blowfish"]),
	}})
	verdict(with_method({"protocol": "tls1.11"})) == only({"undetermined": {unknown("protocol", ["1.11"])}})
}

test_undetermined_when_words_leave_open_what_is_used if {
	every text, words in {
		"TLS 1.3 または HTTP": ["http"],
		"TLS 1.2 以下": ["以下"],
		"up to TLS 1.2": ["up", "~"],
		"SSL/TLS 1.2": ["ssl/tls"],
	} {
		verdict(with_method({"protocol": text})) == only({"undetermined": {open("protocol", words)}})
	}
	verdict(with_method({"protocol": "SSL/TLS 1.2", "algorithm": "AES <= 256"})) == only({"undetermined": {
		open("protocol", ["ssl/tls"]),
		open("algorithm", ["<="]),
	}})
}

test_undetermined_when_a_field_does_not_tell_enough if {
	verdict(with_method({"protocol": "TLS"})) == only({"undetermined": {vague("protocol")}})
	verdict(with_method({"protocol": "ikev2", "algorithm": "SHA-256"})) == only({"undetermined": {vague("algorithm")}})
	ipsec := {"protocol": "ipsec", "algorithm": "AES", "keyExchange": "psk"}
	verdict(with_method(ipsec)) == only({"undetermined": {vague("keyExchange")}})
}

test_allow_and_deny_each_exchange_by_itself if {
	images := object.union(exchange, {"encryption": {"method": {"protocol": "SSL"}}})

	verdict(declaring({"exchanges": {"images": images}})) == {
		"applies": {referral, "d/exchanges/images"},
		"satisfied": {referral},
		"deny": {{
			"code": "improper_method",
			"subject": "d/exchanges/images",
			"pointers": ["/declarations/d/exchanges/images/encryption/method"],
			"values": {"methods": ["SSL"]},
		}},
		"undetermined": set(),
	}
}

test_allow_nothing_while_the_encryption_class_is_open if {
	every patch in [
		{"data": "other"},
		{"encryption": "none"},
		{"encryption": {"begins": {"operatedBy": "none"}}},
		{"encryption": {"ends": {"midori": {"operatedBy": "carrier"}}}},
		{"destinations": {"others": "unidentified"}},
	] {
		verdict(envelope(patch)) == only({"applies": set()})
	}
	verdict(without(envelope({}), "encryption")) == only({"applies": set()})
}

test_allow_listeners_that_refuse_what_nobody_holds_proper if {
	modern := listener({"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.2"}})
	old := listener({"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.0"}})

	seen(envelope({}), {referral: {modern, listener({"encrypted": {"is": "passthrough"}})}}) == only({
		"satisfied": {referral},
	})
	seen(envelope({}), {"d/telework/night": {old}}) == only({"satisfied": {referral}})
}

test_deny_listener_that_accepts_what_nobody_holds_proper if {
	old := listener({"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.0"}})
	denied := shown("observed_weak_protocol", {"protocol": "TLS 1.0"})

	seen(envelope({}), {referral: {old}}) == only({"deny": {denied}})
	seen(from_edge, {referral: {old}}) == only({"deny": {denied}})
	seen(with_method({"protocol": "pptp"}), {referral: {old}}) == only({"deny": {denied, improper(["PPTP"])}})
}

test_undetermined_when_it_cannot_be_told_which_protocols_a_listener_accepts if {
	untold := listener({"encrypted": {"is": "tls"}, "weakest": {"unknown": true}})
	old := listener({"encrypted": {"is": "tls"}, "weakest": {"is": "SSL 3.0"}})
	opaque := shown("observed_protocol_unknown", {"protocol": ""})

	seen(envelope({}), {referral: {untold}}) == only({"undetermined": {opaque}})
	seen(envelope({}), {referral: {untold, old}}) == only({
		"deny": {shown("observed_weak_protocol", {"protocol": "SSL 3.0"})},
		"undetermined": {opaque},
	})
}

test_deny_listener_that_speaks_another_protocol_than_declared if {
	other := listener({"encrypted": {"is": "ssh"}})
	denied := manner("/method", "observed_other_method", {"protocol": "SSH", "method": "tls1.3"})

	seen(envelope({}), {referral: {other}}) == only({"deny": {denied}})
	seen(with_method({"protocol": "tls1.3, ssh2"}), {referral: {other}}) == only({"satisfied": {referral}})
}

test_tunnel_with_a_shared_key_takes_no_old_version if {
	ipsec := with_method({"protocol": "ikev2", "algorithm": "AES-256-GCM"})
	old := manner("/method", "observed_old_key_exchange", {})
	open := manner("/method", "observed_key_exchange_open", {})

	tunnelled(ipsec, {tunnel(["ikev2"])}) == only({"satisfied": {referral}})
	tunnelled(ipsec, {tunnel(["ikev1"])}) == only({"deny": {old}})
	tunnelled(ipsec, {tunnel(["ikev1", "ikev2"])}) == only({"undetermined": {open}})
	tunnelled(ipsec, {tunnel(["ikev1", "ikev2"]), tunnel(["ikev1"])}) == only({"deny": {old}, "undetermined": {open}})
	tunnelled(envelope({}), {tunnel(["ikev1"])}) == only({"satisfied": {referral}})
}

test_tunnel_takes_no_old_cipher if {
	ipsec := with_method({"protocol": "ikev2", "algorithm": "AES-256-GCM"})
	usual := tunnel(["ikev2"])

	every case in [
		[["GCMAES256"], {"satisfied": {referral}}],
		[["DES3"], {"deny": {manner("/method", "observed_weak_cipher", {"ciphers": ["DES3"]})}}],
		[["AES", "DES"], {"undetermined": {manner("/method", "observed_cipher_open", {"ciphers": ["DES"]})}}],
	] {
		tunnelled(ipsec, {object.union(usual, {"choices": {"is": [case[0]]}})}) == only(case[1])
	}
}

test_deny_plain_text_where_encryption_begins_at_the_provider_s_edge if {
	bare := listener({"encrypted": {"is": "none"}})
	untold := listener({"encrypted": {"unknown": true}})
	denied := shown("observed_plaintext", {})
	opaque := shown("observed_encryption_unknown", {})

	seen(from_edge, {referral: {bare}}) == only({"deny": {denied}})
	seen(from_edge, {referral: {untold}}) == only({"undetermined": {opaque}})
	seen(from_edge, {referral: {bare, untold}}) == only({"deny": {denied}, "undetermined": {opaque}})
	seen(from_edge, {referral: {listener({"encrypted": {"is": "tls"}})}}) == only({"satisfied": {referral}})
}

test_allow_plain_text_to_be_judged_once_where_encryption_begins_at_the_source if {
	facts := {referral: {listener({"encrypted": {"is": "none"}}), listener({"encrypted": {"unknown": true}})}}

	every at in ["source-system", "source-gateway"] {
		given := envelope({"encryption": {"begins": {"at": at}}})

		seen(given, facts) == only({"satisfied": {referral}})
	}
}

test_allow_nothing_seen_while_the_encryption_class_is_open if {
	facts := {referral: {
		listener({"encrypted": {"is": "none"}}),
		listener({"encrypted": {"is": "tls"}, "weakest": {"is": "TLS 1.0"}}),
	}}

	seen(envelope({"encryption": "none"}), facts) == only({"applies": set()})
	seen(envelope({"encryption": {"begins": {"operatedBy": "none"}}}), facts) == only({"applies": set()})
}

improper(names) := finding("improper_method", "/encryption/method", {"methods": names})

unknown(field, words) := worded("words_not_recognised", field, words)

open(field, words) := worded("use_left_open", field, words)

worded(code, field, words) := finding(
	code,
	concat("/", ["/encryption/method", field]),
	{"field": concat(".", ["encryption.method", field]), "words": words},
)

vague(field) := finding(
	"method_too_vague",
	concat("/", ["/encryption/method", field]),
	{"field": concat(".", ["encryption.method", field])},
)

unstated(field) := finding(
	"fact_not_stated",
	concat("/", ["", field]),
	{"field": concat(".", ["spec.exchanges.referral", replace(field, "/", ".")])},
)

finding(code, tail, values) := {
	"code": code,
	"subject": referral,
	"pointers": [concat("", [place, tail])],
	"values": values,
}

only(parts) := object.union(
	{"applies": {referral}, "satisfied": set(), "deny": set(), "undetermined": set()},
	parts,
)

verdict(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as given
}

seen(given, facts) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as given with data.bunkaiten.observed.binding.endpoints as facts
}

listener(attributes) := object.union(attributes, {
	"way": "load-balancer",
	"thing": "terraform:aws_lb.entry",
	"key": "plan.json aws_lb.entry",
	"steps": ["terraform", "plan.json", "resource_changes", 0, "change", "after", "protocol"],
})

shown(code, values) := {
	"code": code,
	"subject": referral,
	"pointers": [
		"/declarations/d/exchanges/referral/encryption",
		"/terraform/plan.json/resource_changes/0/change/after/protocol",
	],
	"values": object.union(
		{"thing": "terraform:aws_lb.entry", "way": {"en": "load balancer", "ja": "ロードバランサー"}},
		values,
	),
}

from_edge := envelope({"encryption": {"begins": {"at": "provider-edge", "operatedBy": "carrier"}}})

without(given, field) := json.remove(given, [concat("/", ["declarations/d/exchanges/referral", field])])

declaring(patch) := {"declarations": {"d": object.union(spec, patch)}, "context": {"as_of": "2026-11-22"}}

envelope(patch) := declaring({"exchanges": {"referral": patch}})

# instead of the method of the base
with_method(method) := json.patch(envelope({}), [{
	"op": "replace",
	"path": "declarations/d/exchanges/referral/encryption/method",
	"value": method,
}])

spec := {
	"parties": {
		"aoba": {"role": "institution"},
		"midori": {"role": "institution"},
		"carrier": {"role": "provider"},
	},
	"exchanges": {"referral": exchange},
}

exchange := {
	"data": "patient-information",
	"source": "aoba",
	"destinations": {"parties": ["midori"], "others": "none"},
	"path": {
		"medium": "internet",
		"routersConfiguredBy": {"aoba": "aoba", "midori": "midori"},
		"provider": "carrier",
	},
	"encryption": {
		"begins": {"at": "source-system", "operatedBy": "aoba"},
		"ends": {"midori": {"at": "destination-system", "operatedBy": "midori"}},
		"method": {"protocol": "tls1.3", "algorithm": "AES-256-GCM", "keyExchange": "ecdhe"},
	},
}

manner(tail, code, values) := object.union(
	shown(code, values),
	{"pointers": [
		concat("", ["/declarations/d/exchanges/referral/encryption", tail]),
		"/terraform/plan.json/resource_changes/0/change/after/protocol",
	]},
)

tunnel(methods) := object.union(listener({}), {
	"encrypted": {"is": "ipsec"},
	"methods": {"is": methods},
	"authentication": {"is": "shared-key"},
})

tunnelled(given, facts) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"deny": requirement.deny,
		"undetermined": requirement.undetermined,
	} with input as given with data.bunkaiten.observed.binding.peers as {referral: facts}
}
