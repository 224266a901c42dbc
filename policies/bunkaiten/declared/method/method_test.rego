package bunkaiten.declared.method_test

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.method

nothing := {
	"none": set(),
	"proper": set(),
	"improper": set(),
	"unrecognised": {},
	"vague": set(),
	"gaps": set(),
}

proper := object.union(nothing, {"proper": {"method"}})

no_cipher := {"en": "no cipher", "ja": "暗号なし"}

old_key_exchange := {"en": "IKEv1 with a shared key", "ja": "共有鍵による IKEv1"}

test_protocol_that_names_its_version_is_proper_however_it_is_written if {
	all_are(proper, protocols([
		"tls1.2", "TLS 1.2", "TLSv1.2", "TLS v1.2", "TLS_1_2", "TLS1-2", "tls12", "TLS ver. 1.2", "TLS Version 1.2",
		"TLS バージョン1.2", "tls1.3", "TLS1_3", "TLS13", "TLS 1.2 / 1.3", "TLS 1.3, 1.2", "TLS 1.2 or later",
		"TLS1.2以上", "TLS 1.2 以降", "TLS 1.3（相互認証）", "HTTPS (TLS 1.3)", "https/tls1.2", "mTLS (TLS 1.3)",
		"HTTP over TLS 1.3", "SSL-VPN (TLS 1.2)", "SSLVPN TLS1.3", "mutual TLS 1.3", "TLS 1.3 tunnel",
		"OpenVPN TLS 1.3", "HTTP/2, TLS 1.3", "http/1.1 tls1.3", "HTTP/3 QUIC", "QUIC", "quic, tls",
		"dtls1.2", "DTLSv1.3", "DTLS 1 2", "DTLS_1_3", "dtls12", "dtls13",
	]))
}

test_protocol_with_one_fixed_suite_or_one_version_is_proper if {
	all_are(proper, protocols([
		"wireguard", "WireGuard VPN", "ssh2", "SSH-2", "SSHv2", "SSH 2.0", "SFTP (SSH 2)", "S/MIME", "smime",
		"S/MIME 4.0", "smime v4.0", "OpenPGP", "L2TP over WireGuard", "GRE over WireGuard", "WireGuard (IP-VPN)",
	]))
}

test_protocol_that_leaves_its_cipher_open_is_proper_with_one if {
	names := [
		"ikev2", "IKEv2/IPsec", "IPsec (IKE v2)", "ESP, IKEv2", "IPsec transport mode IKEv2", "macsec",
		"IEEE 802.1AE", "802.1ae", "L2TP/IPsec IKEv2",
	]

	all_are(object.union(nothing, {"gaps": {"algorithm"}}), protocols(names))
	all_are(proper, [{"protocol": name, "algorithm": "AES-256"} | some name in names])
	all_are(proper, protocols([concat(" ", [name, "AES-256"]) | some name in names]))
}

test_cipher_is_proper_however_it_is_written if {
	all_are(proper, [{"protocol": "ikev2", "algorithm": algorithm} | some algorithm in [
		"AES-256-GCM", "aes256gcm", "AES 256 bit", "AES128", "aes-192-ctr", "AES-GCM", "AESGCM", "AESCBC 256", "aesccm",
		"aesctr", "AES_256_CBC", "AES-128-CCM", "ChaCha20-Poly1305", "chacha20poly1305", "Camellia-256", "CAMELLIA128-CBC",
		"ECDHE-RSA-AES256-GCM-SHA384", "DHE-RSA-AES128-SHA256", "ECDH_ECDSA_WITH_AES_128_CBC_SHA", "AES-ECDHE",
		"AES-256-CBC + HMAC-SHA-256", "AES-256, SHA2-256-128", "AES256 SHA-1", "AES-256 HMAC-SHA1-96",
		"AES SHA-2 384", "AES SHA-2",
		"RSA-2048 AES", "RSA 3072 AES", "rsa4096, AES", "AES, RSA-SIG",
		"AES SHA-512", "AES SHA2-512", "AES SHA3 DH PFS", "AES-256 key", "AES in GCM mode", "AES cipher suite",
		"AES encryption", "128 bits AES or higher", "AES 128 and above", "AES and Camellia", "AES-CBC or AES-GCM",
		"AES 256ビット", "AES-256-GCM、鍵長256ビット以上", "AES方式", "AES 暗号化", "AES暗号方式", "AES または Camellia",
		"AES 及び Camellia", "AES 暗号 CBCモード",
	]])
}

test_key_exchange_is_asked_only_where_the_protocol_leaves_it_open if {
	all_are(proper, [{"protocol": protocol, "algorithm": "AES-GCM", "keyExchange": "ML-KEM-768"} |
		some protocol in ["ikev2", "macsec", "tls1.3"]
	])
}

test_ipsec_says_nothing_of_the_version_of_ike if {
	silent := [{"protocol": protocol, "algorithm": "AES-256"} |
		some protocol in ["ipsec", "IPsec VPN", "ike", "ESP", "L2TP/IPsec", "GRE over IPsec"]
	]

	all_are(object.union(nothing, {"gaps": {"keyExchange"}}), silent)
	all_are(object.union(nothing, {"vague": {"keyExchange"}}), with_keys(silent, ["ECDHE"]))
	all_are(proper, with_keys(silent, ["IKEv2", "ike v2, psk", "IKEv2 (DH group 14)"]))
}

test_ikev1_needs_authentication_without_a_shared_key if {
	old := [{"protocol": "IKEv1/IPsec", "algorithm": "AES-256"}]

	all_are(object.union(nothing, {"gaps": {"keyExchange"}}), old)
	all_are(proper, with_keys(old, [
		"rsa", "RSA-2048", "RSA 3072", "rsa4096", "RSA-SIG", "ECDSA", "Ed25519", "signature", "signatures",
		"certificate", "certificates", "cert", "X.509", "PKI", "public key", "証明書", "電子証明書", "デジタル証明書",
		"公開鍵証明書", "証明書認証", "公開鍵", "デジタル署名", "電子署名",
	]))
	all_are(object.union(nothing, {"vague": {"keyExchange"}}), with_keys(old, ["DH, PFS"]))
	all_are(
		object.union(nothing, {"unrecognised": {"keyExchange": ["group", "14"]}}),
		with_keys(old, ["DH group 14"]),
	)
}

test_ikev1_with_a_shared_key_is_improper_wherever_either_is_written if {
	found := object.union(nothing, {"improper": {old_key_exchange}})
	keys := [
		"psk", "PSK", "pre-shared key", "preshared-key", "pre-shared", "preshared", "shared key", "shared secret",
		"事前共有鍵", "事前共有キー", "事前共有鍵方式", "共有鍵", "共通鍵", "RSA or PSK", "psk (group 14)",
	]

	all_are(found, with_keys([{"protocol": "ikev1", "algorithm": "AES-256"}], keys))
	all_are(found, with_keys(
		[{"protocol": "IPsec", "algorithm": "AES-256"}],
		[concat(" ", ["IKEv1", key]) | some key in keys],
	))
	all_are(found, protocols(["IKEv1+PSK, AES"]))
	all_are(proper, with_keys([{"protocol": "ikev2", "algorithm": "AES-256"}, {"protocol": "tls1.3"}], keys))
}

test_improper_protocol_is_named_however_it_is_written if {
	every name, spellings in {
		"SSL": ["ssl", "SSLv2", "SSL 2.0", "SSL_2_0", "SSLv3", "ssl3.0", "SSL 3", "SSL-3-0", "SSL/TLS"],
		"TLS 1.0": [
			"tls1", "TLS 1", "TLSv1", "tls1.0", "TLS 1.0", "TLSv1.0", "TLS_1_0", "tls10", "TLS ver1.0", "TLS1.0以上",
			"tls, tls1.0",
		],
		"TLS 1.1": ["tls1.1", "TLS 1.1", "TLSv1.1", "TLS1_1", "tls11", "TLS 1.1 or later"],
		"DTLS 1.0": ["dtls1", "DTLS 1.0", "DTLSv1.0", "dtls1_0", "dtls10"],
		"PPTP": ["pptp", "PPTP VPN"],
	} {
		all_are(object.union(nothing, {"improper": {name}}), protocols(spellings))
	}
}

test_improper_cipher_is_named_wherever_it_stands if {
	every name, spellings in {
		"DES": ["des", "DES-CBC", "DES_CBC_SHA", "DHE-RSA-DES-CBC-SHA"],
		"3DES": [
			"3des", "3DES-CBC", "3-DES", "Triple DES", "triple-des", "TripleDES", "TDES", "DES3", "DESede",
			"DES-EDE3-CBC", "DES-EDE", "DESede3", "TDEA", "3TDEA", "ECDHE_RSA_WITH_3DES_EDE_CBC_SHA",
		],
		"RC4": ["rc4", "RC4-SHA", "RC4-128", "ARC4", "arcfour256", "MPPE"],
		"MD5": ["AES-128-CBC HMAC-MD5", "AES MD5", "AES HmacMD5"],
	} {
		found := object.union(nothing, {"improper": {name}})

		all_are(found, [{"protocol": "ikev2", "algorithm": spelling} | some spelling in spellings])
		all_are(found, with_keys([{"protocol": "tls1.2"}], spellings))
		all_are(found, protocols([concat(" ", ["tls1.2", spelling]) | some spelling in spellings]))
	}
}

test_no_cipher_is_improper if {
	all_are(object.union(nothing, {"improper": {no_cipher}}), [{"protocol": "ikev2", "algorithm": word} |
		some word in [
			"NULL", "eNULL", "plaintext", "cleartext", "unencrypted", "平文", "暗号化なし", "暗号なし", "無暗号",
			"RSA_WITH_NULL_SHA256",
		]
	])
}

test_several_improper_names_are_all_given if {
	told({"protocol": "TLS 1.0, TLS 1.1, SSLv3", "algorithm": "3DES, RC4"}) == object.union(
		nothing,
		{"improper": {"TLS 1.0", "TLS 1.1", "SSL", "3DES", "RC4"}},
	)
	told({"protocol": "ikev1", "algorithm": "3DES-MD5", "keyExchange": "psk"}) == object.union(
		nothing,
		{"improper": {"3DES", "MD5", old_key_exchange}},
	)
}

test_word_that_contains_an_improper_one_is_another_word if {
	all_are(proper, [
		{"protocol": "tls1.2", "algorithm": "AES"},
		{"protocol": "DTLS 1.2"},
		{"protocol": "TLS 1.2", "algorithm": "AES128-SHA"},
	])
	every text, words in {
		"tls1.11": ["1.11"],
		"tls1.20": ["1.20"],
		"ssh1": ["1"],
		"aesdes": ["aesdes"],
		"desktop": ["desktop"],
		"rc45": ["rc", "45"],
		"xssl": ["xssl"],
		"openssl": ["openssl"],
	} {
		told({"protocol": text}) == object.union(nothing, {"unrecognised": {"protocol": words}})
	}
}

test_word_that_stands_in_no_table_is_never_taken_for_granted if {
	every text, words in {
		"Blowfish": ["blowfish"],
		"AES or RC2": ["rc", "2"],
		"AES !MD5": ["!md5"],
		"AES (< 128)": ["< 128"],
		"HIGH:!aNULL": ["high", "!anull"],
		"ＡＥＳ": ["ａｅｓ"],
		"R​C4": ["r", "​", "c", "4"],
		"独自方式 AES": ["独自方式"],
		"AES-ECB": ["ecb"],
		"AES export": ["export"],
	} {
		told({"protocol": "tls1.3", "algorithm": text}) == object.union(
			nothing,
			{"unrecognised": {"algorithm": words}},
		)
	}
	told({"protocol": "TLS 1.2以下"}) == object.union(nothing, {"unrecognised": {"protocol": ["以下"]}})
	told({"protocol": "TLS 1.2 / 1.1"}) == object.union(nothing, {"unrecognised": {"protocol": ["1.1"]}})
	told({"protocol": "foo", "algorithm": "bar", "keyExchange": "psk"}) == object.union(
		nothing,
		{"unrecognised": {"protocol": ["foo"], "algorithm": ["bar"]}},
	)
}

test_protocol_without_its_version_is_vague if {
	all_are(object.union(nothing, {"vague": {"protocol"}}), [{"protocol": protocol, "algorithm": "AES-256"} |
		some protocol in [
			"tls", "TLS", "DTLS", "https", "mTLS", "SSL-VPN", "sslvpn", "ssh", "SFTP", "vpn", "OpenVPN", "IP-VPN", "L2TP",
			"GRE", "http", "HTTP/1.1", "http2", "HTTP/3",
			"AES-256-GCM", "v", "TLS over WireGuard", "SSH over TLS 1.3", "TLS, SSH 2", "SSH, WireGuard",
		]
	])
}

test_cipher_in_recognised_words_that_name_none_is_vague if {
	all_are(object.union(nothing, {"vague": {"algorithm"}}), [{"protocol": "ikev2", "algorithm": algorithm} |
		some algorithm in ["SHA-256", "256 bit", "RSA-2048", "128", "192", "TLS 1.3"]
	])
}

test_method_that_is_not_stated_is_a_gap if {
	told_of([{}]) == [object.union(nothing, {"gaps": {"method"}})]
	told({}) == object.union(nothing, {"gaps": {"protocol"}})
	told({"algorithm": "AES-256"}) == object.union(nothing, {"gaps": {"protocol"}})
	told({"keyExchange": "ECDHE"}) == object.union(nothing, {"gaps": {"protocol"}})
	told({"algorithm": "3DES"}) == object.union(nothing, {"improper": {"3DES"}, "gaps": {"protocol"}})
	told({"protocol": "ikev1"}) == object.union(nothing, {"gaps": {"algorithm", "keyExchange"}})
	told({"protocol": "ipsec"}) == object.union(nothing, {"gaps": {"algorithm", "keyExchange"}})
}

test_gaps_say_where_they_stand if {
	place := ["declarations", "d", "exchanges", "0", "encryption", "method"]

	gaps_of({}) == {place}
	gaps_of({"method": {"protocol": "ipsec"}}) == {
		array.concat(place, ["algorithm"]),
		array.concat(place, ["keyExchange"]),
	}
}

test_method_stated_as_none_is_none if {
	told("none") == object.union(nothing, {"none": {"method"}})
}

test_field_in_which_another_is_written_counts_as_well if {
	told({"keyExchange": "IKEv2", "algorithm": "AES"}) == proper
	told({"algorithm": "TLS1.3 AES"}) == proper
}

protocols(texts) := [{"protocol": text} | some text in texts]

with_keys(methods, texts) := [object.union(written, {"keyExchange": text}) |
	some written in methods
	some text in texts
]

# every one of `methods`, and none is left out
all_are(expected, methods) if {
	told_of([{"method": written} | some written in methods]) == [expected | some _ in methods]
}

told(written) := told_of([{"method": written}])[0]

# judged at once, since the tables are the same for all
told_of(encryptions) := [found |
	judged := answers with input as envelope(encryptions)
	some index, _ in encryptions
	found := judged[sprintf("%d", [index])]
]

gaps_of(encryption) := steps if {
	given := envelope([encryption])
	some declared in exchange.all with input as given
	steps := method.gaps(declared) with input as given
}

answers[name] := found if {
	some _, declared in exchange.all
	name := declared.place[3]
	found := {
		"none": {"method" | method.is_none(declared)},
		"proper": {"method" | method.is_proper(declared)},
		"improper": method.improper(declared),
		"unrecognised": method.unrecognised(declared),
		"vague": method.vague(declared),
		"gaps": {step[count(step) - 1] | some step in method.gaps(declared)},
	}
}

envelope(encryptions) := {"declarations": {"d": {"parties": {}, "exchanges": {name: written |
	some index, encryption in encryptions
	name := sprintf("%d", [index])
	written := {"data": "patient-information", "encryption": encryption}
}}}}
