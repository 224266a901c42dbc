package bunkaiten_test.declared.method

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.method

nothing := {
	"none": set(),
	"proper": set(),
	"improper": set(),
	"unrecognised": {},
	"doubtful": {},
	"vague": set(),
	"gaps": set(),
}

proper := object.union(nothing, {"proper": {"method"}})

no_cipher := {"en": "no cipher", "ja": "暗号なし"}

anonymous := {"en": "anonymous key agreement", "ja": "相手を認証しない匿名の鍵共有"}

exported := {"en": "export ciphers", "ja": "輸出用に弱められた暗号"}

old_key_exchange := {"en": "IKEv1 with a shared key", "ja": "共有鍵による IKEv1"}

test_no_phrase_stands_in_two_tables if {
	tables := [phrases | some [phrases, _] in data.bunkaiten.declared.method._tables]
	count(union({phrases | some phrases in tables})) == sum([count(phrases) | some phrases in tables])
}

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

test_words_about_a_protocol_change_nothing_of_it if {
	all_are(proper, protocols([
		"mTLS 1.3", "mTLSv1.2", "mutual TLS 1.3", "相互TLS 1.3", "双方向 TLS 1.3", "TLS 1.2（クライアント証明書）",
		"TLS 1.3（クライアント認証）", "TLS 1.3による暗号化",
		"TLS 1.3での通信", "TLS 1.3で暗号化", "TLS 1.2の暗号化通信", "TLS 1.3 (RFC 8446)", "TLS 1.2 (RFC 5246)", "DTLS 1.2 (RFC 6347)",
		"DTLS 1.3, RFC 9147", "QUIC (RFC 9001)", "SSHv2 (RFC 4253)", "S/MIME RFC 8551", "OpenPGP (RFC 9580)",
	]))
	all_are(proper, [{"protocol": protocol, "algorithm": "AES-256"} | some protocol in [
		"IKEv2 (RFC 7296)", "IPsec (RFC 4301), IKEv2", "ESP (RFC 4303) IKEv2",
	]])
	told({"protocol": "TLS (RFC 2246)"}) == object.union(nothing, {"unrecognised": {"protocol": ["rfc", "2246"]}})
	told({"protocol": "mTLS 1.1"}) == object.union(nothing, {"improper": {"TLS 1.1"}})
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
		"AES-256-CBC + HMAC-SHA-256", "AES-256, SHA2-256-128", "AES256 SHA-1", "AES256-SHA384",
		"TLS_AES_256_GCM_SHA384", "AES-256 HMAC-SHA1-96",
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

test_suites_that_tls_1_2_was_the_first_to_have_tell_the_version_of_tls if {
	suites := [
		"TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256",
		"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
		"TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
	]
	by_openssl := [
		"ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-AES128-GCM-SHA256", "DHE-RSA-AES256-GCM-SHA384",
		"ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES128-GCM-SHA256:!aNULL:!MD5:!3DES",
	]

	all_are(proper, [{"protocol": protocol, "algorithm": suite} |
		some protocol in ["TLS", "TLS 1.2", "HTTPS", "mTLS"]
		some suite in array.concat(suites, by_openssl)
	])
	all_are(proper, protocols(suites))
	all_are(object.union(nothing, {"gaps": {"protocol"}}), [{"algorithm": suite} | some suite in by_openssl])
	all_are(object.union(nothing, {"vague": {"protocol"}}), [{"protocol": protocol, "algorithm": suite} |
		some [protocol, suite] in [
			["VPN", "ECDHE-RSA-AES256-GCM-SHA384"],
			["TLS", "ECDHE-RSA-AES128-SHA"],
			["TLS", "TLS_RSA_WITH_AES_128_GCM_SHA256"],
			["TLS", "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-SHA"],
			["TLS", "TLS_AES_256_GCM_SHA384:AES128-SHA"],
		]
	])
	told({"protocol": "TLS 1.2", "algorithm": "TLS_AES_128_GCM_SHA384"}) == object.union(
		nothing,
		{"unrecognised": {"algorithm": ["tls_aes_128_gcm_sha384"]}},
	)
}

test_ipsec_says_nothing_of_the_version_of_ike if {
	silent := [{"protocol": protocol, "algorithm": "AES-256"} |
		some protocol in ["ipsec", "IPsec VPN", "ike", "ESP", "L2TP/IPsec", "GRE over IPsec"]
	]

	all_are(object.union(nothing, {"gaps": {"keyExchange"}}), silent)
	all_are(object.union(nothing, {"vague": {"keyExchange"}}), with_keys(silent, ["ECDHE"]))
	all_are(object.union(nothing, {"unrecognised": {"keyExchange": ["独自鍵"]}}), with_keys(silent, ["独自鍵"]))
	all_are(object.union(nothing, {"gaps": {"algorithm", "keyExchange"}}), protocols([
		"L2TP / IPsec", "GRE / IPsec", "L2TP/IPsec",
	]))
	all_are(proper, with_keys(silent, ["IKEv2", "ike v2, psk", "IKEv2 (DH group 14)", "IKEv2 (ML-KEM-768)"]))
}

test_ikev1_needs_authentication_without_a_shared_key if {
	old := [{"protocol": "IKEv1/IPsec", "algorithm": "AES-256"}]

	all_are(object.union(nothing, {"gaps": {"keyExchange"}}), old)
	all_are(proper, with_keys(old, [
		"rsa", "RSA-2048", "RSA 3072", "rsa4096", "RSA-SIG", "ECDSA", "Ed25519", "signature", "signatures",
		"certificate", "certificates", "cert", "X.509", "PKI", "public key", "証明書", "電子証明書", "デジタル証明書",
		"公開鍵証明書", "証明書認証", "公開鍵", "デジタル署名", "電子署名",
	]))
	all_are(object.union(nothing, {"vague": {"keyExchange"}}), with_keys(old, ["DH, PFS", "DH group 14"]))
	all_are(
		object.union(nothing, {"unrecognised": {"keyExchange": ["group", "2"]}}),
		with_keys(old, ["DH group 2"]),
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

test_ikev1_with_two_authentications_is_improper_by_the_shared_key if {
	old := [{"protocol": "ikev1", "algorithm": "AES-256"}]

	all_are(object.union(nothing, {"improper": {old_key_exchange}}), with_keys(old, [
		"証明書または事前共有鍵", "証明書、または事前共有鍵", "証明書又は事前共有鍵", "証明書及び事前共有鍵", "証明書と事前共有鍵",
		"事前共有鍵認証もしくは証明書認証", "certificates and pre-shared keys", "certificate, PSK", "RSA or PSKs", "cert / preshare",
		"RSA, pre-share", "デジタル証明書、事前共有キー", "digital signature or shared keys",
	]))
}

test_ikev1_wants_every_word_of_its_key_exchange_recognised if {
	all_are(
		object.union(nothing, {"unrecognised": {"keyExchange": ["独自鍵"]}}),
		with_keys([{"protocol": "ikev1", "algorithm": "AES"}], ["証明書または独自鍵"]),
	)
	all_are(
		object.union(nothing, {"unrecognised": {"keyExchange": ["xauth"]}}),
		with_keys([{"protocol": "IKEv1 証明書", "algorithm": "AES"}], ["XAUTH"]),
	)
	all_are(proper, with_keys([{"protocol": "ikev1", "algorithm": "AES"}], [
		"RSA, DH group 14", "証明書（グループ14）", "main mode, RSA signature", "RSA group 15", "RSA group 16", "RSA group 19",
		"RSA group 20", "RSA group 21", "RSA authentication", "RSA認証",
	]))
}

test_improper_protocol_is_named_however_it_is_written if {
	every name, spellings in {
		"SSL": ["ssl", "SSLv2", "SSL 2.0", "SSL_2_0", "SSLv3", "ssl3.0", "SSL 3", "SSL-3-0"],
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
			"NULL", "eNULL", "plaintext", "cleartext", "unencrypted", "平文", "暗号化なし", "暗号なし", "暗号化無し", "無暗号",
			"RSA_WITH_NULL_SHA256",
		]
	])
}

test_key_agreement_with_nobody_in_particular_is_improper if {
	found := object.union(nothing, {"improper": {{"en": "anonymous key agreement", "ja": "相手を認証しない匿名の鍵共有"}}})
	spellings := [
		"ADH-AES256-SHA", "AECDH-AES256-SHA", "AES anon", "TLS_DH_anon_WITH_AES_128_CBC_SHA", "AES (anonymous DH)",
		"AES aNULL", "AES 匿名DH", "TLS_ECDH_anon_WITH_AES_128_CBC_SHA",
	]

	all_are(found, [{"protocol": "tls1.2", "algorithm": spelling} | some spelling in spellings])
	all_are(found, with_keys([{"protocol": "tls1.2", "algorithm": "AES"}], spellings))
}

test_export_cipher_is_improper if {
	all_are(
		object.union(nothing, {"improper": {exported}}),
		[{"protocol": "tls1.2", "algorithm": text} | some text in [
			"EXP-AES", "EXP1024-AES", "AES export", "EXPORT40 AES", "EXPORT56 AES", "export1024 AES",
		]],
	)
	told({"protocol": "tls1.2", "algorithm": "EXP-RC4-MD5"}).improper == {
		"MD5", "RC4",
		exported,
	}
}

test_what_is_excluded_is_not_named if {
	all_are(proper, [{"protocol": "tls1.2", "algorithm": concat(":", ["AES", excluded])} | some excluded in [
		"!aNULL", "! aNULL", "！aNULL", "!eNULL", "!NULL", "!ADH", "!AECDH", "!EXP", "!EXPORT", "!EXPORT40",
		"!EXPORT56", "!LOW",
		"!MEDIUM", "!MD5", "!DES", "!3DES", "!RC2", "!RC4", "!IDEA", "!SEED", "!DSS", "!PSK", "!SRP", "!KRB5",
		"!SSLv2", "!SSLv3",
		"!TLSv1", "!aNULL:!eNULL:!MD5",
	]])
	told({"protocol": "tls1.2", "algorithm": "AES:!TLSv1.2"}) == object.union(
		nothing,
		{"unrecognised": {"algorithm": ["!tlsv1.2"]}},
	)
}

test_several_improper_names_are_all_given if {
	told({"protocol": "TLS 1.0, TLS 1.1, SSLv3", "algorithm": "3DES, RC4"}) == object.union(
		nothing,
		{"improper": {"TLS 1.0", "TLS 1.1", "SSL", "3DES", "RC4"}},
	)
	told({"protocol": "TLS 1.2/1.1/1.0"}) == object.union(nothing, {"improper": {"TLS 1.0", "TLS 1.1"}})
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
		"WireGuard 1.1": ["1.1"],
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
		"AES !AES128": ["!aes128"],
		"HIGH:!aNULL": ["high"],
		"АES": ["а", "es"],
		"R​C4": ["r", "​", "c", "4"],
		"独自方式 AES": ["独自方式"],
		"AES-ECB": ["ecb"],
		"AES?": ["?"],
		"AES İ": ["ı"],
		"AES ΑΣ": ["ασ"],
		"AES → RC2": ["→", "rc", "2"],
		"AES ⪅ 256": ["⪅"],
		"AES..256": [".."],
		"AES > 128": [">"],
	} {
		told({"protocol": "tls1.3", "algorithm": text}) == object.union(
			nothing,
			{"unrecognised": {"algorithm": words}},
		)
	}
	told({"protocol": "foo", "algorithm": "bar", "keyExchange": "psk"}) == object.union(
		nothing,
		{"unrecognised": {"protocol": ["foo"], "algorithm": ["bar"]}},
	)
}

test_way_without_encryption_beside_a_proper_one_leaves_open_what_is_used if {
	every word, texts in {
		"http": [
			"TLS 1.3 または HTTP", "TLS 1.3 or HTTP", "HTTP or TLS 1.3", "TLS 1.3又はHTTP", "TLS1.3かHTTP", "TLS 1.3 / HTTP",
			"TLS1.3/HTTP", "TLS1.3／HTTP", "TLS 1.3、HTTP", "TLS 1.3, HTTP", "TLS 1.3・HTTP", "TLS 1.3 | HTTP", "TLS 1.3; HTTP",
			"TLS 1.3 & HTTP", "TLS 1.3 + HTTP", "TLS 1.3＋HTTP", "TLS 1.3\nHTTP", "TLS 1.3 and HTTP",
			"TLS 1.3及びHTTP", "TLS 1.3とHTTP", "TLS 1.3やHTTP",
			"HTTP/HTTPS (TLS 1.3)", "HTTP+HTTPS (TLS 1.3)", "TLS 1.3 or later or HTTP", "TLS 1.2から HTTP", "TLS 1.3 もしくは HTTP",
			"TLS 1.3 若しくは HTTP", "TLS 1.3 あるいは HTTP", "TLS 1.3 ならびに HTTP", "TLS 1.3 並びに HTTP",
		],
		"http 1.1": ["TLS 1.3 or HTTP/1.1"],
		"vpn": ["TLS 1.3 or VPN", "VPN or TLS 1.3", "TLS 1.3 / VPN", "TLS 1.3 to VPN", "TLS 1.2~VPN", "TLS 1.3|VPN"],
		"ip vpn": ["IP-VPN または TLS 1.3"],
		"l2tp": ["TLS 1.3 or L2TP"],
		"gre": ["TLS 1.3 or GRE", "TLS 1.3 / GRE"],
	} {
		all_are(object.union(nothing, {"doubtful": {"protocol": [word]}}), protocols(texts))
	}
}

test_carrier_of_what_encrypts_is_no_way_beside_it if {
	all_are(proper, protocols([
		"HTTP/TLS 1.3", "HTTPS/TLS 1.3", "HTTP + TLS 1.3", "TLS 1.3/HTTPS", "TLS 1.3 + HTTPS",
		"HTTP/2, TLS 1.3", "HTTP/1.1, HTTP/2 (TLS 1.3)", "IP-VPN、TLS 1.3",
		"IP-VPN and TLS 1.3",
		"HTTPS (TLS 1.2 or 1.3)", "TLS 1.2 又は 1.3 による VPN", "TLS 1.3 or 1.2 VPN", "TLS 1.2またはTLS 1.3",
		"SSL-VPN (TLS 1.2) or TLS 1.3",
		"TLS 1.3 or HTTPS", "SSH 2 or HTTP over TLS 1.3", "SSH 2 or VPN over SSH", "WireGuard または TLS 1.3",
		"SSL-VPN / TLS 1.3",
	]))
	all_are(proper, [{"protocol": protocol, "algorithm": "AES-256"} | some protocol in [
		"L2TP / IPsec (IKEv2)", "GRE / IPsec (IKEv2)", "L2TP/IPsec (IKEv2)", "IPsec (IKEv2) or TLS 1.3",
		"IPsec (IKEv2), L2TP",
	]])
}

test_upper_bound_leaves_open_how_far_down_it_goes if {
	every text, words in {
		"TLS <= 1.2": ["<="],
		"TLS =< 1.2": ["<="],
		"TLS ≦ 1.2": ["<="],
		"TLS ≤1.2": ["<="],
		"TLS ⩽1.2": ["<="],
		"TLS ＜＝ 1.2": ["<="],
		"TLS < 1.3": ["<"],
		"<= TLS 1.2": ["<="],
		"TLS 1.2以下": ["以下"],
		"TLS 1.2 未満": ["未満"],
		"TLS 1.2以前": ["以前"],
		"TLS 1.2まで": ["まで"],
		"最大 TLS 1.2": ["最大"],
		"up to TLS 1.2": ["up", "~"],
		"TLS 1.2 or lower": ["lower"],
		"TLS 1.2 or earlier": ["earlier"],
		"TLS 1.2 or older": ["older"],
		"TLS 1.2 and below": ["below"],
		"max TLS 1.2": ["max"],
		"TLS 1.2 maximum": ["maximum"],
		"~TLS 1.2": ["~"],
		"TLS 〜1.2": ["~"],
		"TLS ～ 1.2": ["~"],
	} {
		told({"protocol": text}) == object.union(nothing, {"doubtful": {"protocol": words}})
	}
	told({"protocol": "ikev2", "algorithm": "AES <= 256"}) == object.union(nothing, {"doubtful": {"algorithm": ["<="]}})
	told({"protocol": "tls1.3", "keyExchange": "ML-KEM <= 768"}) == proper
}

test_range_is_as_proper_as_its_lower_end if {
	all_are(proper, protocols([
		"TLS 1.2〜1.3", "TLS 1.2～TLS 1.3", "TLS1.2~1.3", "TLS 1.2-1.3", "TLS 1.2から1.3", "TLS 1.2 to 1.3", "DTLS 1.2〜1.3",
		"TLS 1.2〜", "TLS >= 1.2", "TLS ≧ 1.2", "TLS ≥1.2", "TLS ⩾1.2", "TLS > 1.1", "TLS > 1.2", "TLS 1.2+", "TLS 1.2 and up",
		"at least TLS 1.2", "TLS 1.2 or newer", "TLS 1.2 or greater", "minimum TLS 1.2", "TLS 1.2 以上",
	]))
	all_are(proper, [{"protocol": "ikev2", "algorithm": text} | some text in ["AES-128〜256", "AES 192~256"]])
	every name, texts in {
		"SSL": ["SSL 3.0 から TLS 1.3", "SSLv3〜TLS1.2", "SSL 3.0 to TLS 1.3", "SSL <= 3", "SSL <= 3.0"],
		"TLS 1.0": [
			"TLS 1.0〜1.3", "TLS 1.0～1.3", "TLS 1.0-1.3", "TLS 1.0から1.3", "TLS 1.0 to 1.3", "TLS >= 1.0", "TLS <= 1.0",
			"TLS <= 1",
			"TLS 1.2/1.0", "TLS 1.3〜1.0", "TLS 1.3, 1.2 and 1.0", "TLS 1.2 または 1.0",
		],
		"TLS 1.1": ["TLS <= 1.1", "TLS 1.1~1.2", "TLS 1.2 / 1.1", "TLS 1.3 or 1.1", "TLS 1.2及び1.1", "TLS 1.2, 1.1"],
		"DTLS 1.0": ["DTLS 1.0〜1.2", "DTLS <= 1.0"],
	} {
		all_are(object.union(nothing, {"improper": {name}}), protocols(texts))
	}
}

test_ssl_tls_may_mean_tls_alone if {
	all_are(object.union(nothing, {"doubtful": {"protocol": ["ssl/tls"]}}), protocols([
		"SSL/TLS", "SSL/TLS 1.2", "SSL/TLSv1.3", "ＳＳＬ／ＴＬＳ　１．２", "SSL / TLS 1.2", "SSL・TLS 1.2", "TLS/SSL", "TLS・SSL",
		"SSL（TLS 1.2）", "SSL (TLS1.3)", "HTTPS (SSL/TLS 1.2以上)",
	]))
	all_are(
		object.union(nothing, {"doubtful": {"protocol": ["ssl/tls"]}, "improper": {"TLS 1.0"}}),
		protocols([
			"SSL/TLS 1.0", "SSL/TLS 1.0〜1.2", "SSL・TLS 1.0", "SSL (TLS 1.0)", "TLS/SSL 1.0", "TLS・SSL 1.0",
		]),
	)
	all_are(object.union(nothing, {"improper": {"SSL"}}), protocols([
		"SSL 3.0/TLS 1.2", "TLS 1.2/SSL 3.0", "SSL または TLS 1.2", "SSL, TLS 1.2", "DTLS 1.2/SSL",
	]))
	all_are(
		object.union(nothing, {"doubtful": {"protocol": ["ssl/tls"]}, "improper": {"SSL"}}),
		protocols(["SSL/TLS 1.2, SSLv3", "SSL/TLS, SSL"]),
	)
	all_are(object.union(nothing, {"improper": {"SSL"}}), protocols([
		"TLS/SSLv3", "TLS/SSL 3.0", "TLS/SSL 2", "TLS/SSL 2.0",
	]))
}

test_full_width_is_read_as_half_width if {
	all_are(proper, [
		{"protocol": "ＴＬＳ１．３", "algorithm": "ＡＥＳ２５６"},
		{"protocol": "ｔｌｓ　１．２以上"},
		{"protocol": "ＴＬＳ", "algorithm": "ＴＬＳ＿ＡＥＳ＿２５６＿ＧＣＭ＿ＳＨＡ３８４"},
		{"protocol": "ＴＬＳ", "algorithm": "ＥＣＤＨＥ－ＲＳＡ－ＡＥＳ２５６－ＧＣＭ－ＳＨＡ３８４"},
		{"protocol": "ＩＫＥｖ２／ＩＰｓｅｃ", "algorithm": "ＡＥＳ−２５６－ＧＣＭ"},
	])
	every text, words in {
		"ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ": ["abcdefghijklmnopqrstuvwxyz"],
		"ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ": ["abcdefghijklmnopqrstuvwxyz"],
		"０１２３４５６７８９": ["0123456789"],
		"ＴＬＳ１．３？": ["?"],
		"ＴＬＳ１．３ ＞": [">"],
		"ＴＬＳ１．１１": ["1.11"],
	} {
		told({"protocol": text}).unrecognised == {"protocol": words}
	}
	all_are(object.union(nothing, {"doubtful": {"protocol": ["http"]}}), protocols([
		"TLS 1.3，HTTP", "TLS 1.3；HTTP", "TLS 1.3｜HTTP", "TLS 1.3＆HTTP", "TLS 1.3･HTTP",
	]))
	all_are(object.union(nothing, {"doubtful": {"protocol": ["vpn"]}}), protocols(["TLS 1.3　／　VPN"]))
}

test_protocol_without_its_version_is_vague if {
	all_are(object.union(nothing, {"vague": {"protocol"}}), [{"protocol": protocol, "algorithm": "AES-256"} |
		some protocol in [
			"tls", "TLS", "DTLS", "https", "mTLS", "SSL-VPN", "sslvpn", "ssh", "SFTP", "vpn", "OpenVPN", "IP-VPN", "L2TP",
			"GRE", "http", "HTTP/1.1", "http2", "HTTP/3",
			"AES-256-GCM", "v", "TLS over WireGuard", "WireGuard/HTTPS", "WireGuard+HTTPS", "SSH over TLS 1.3",
			"TLS, SSH 2", "SSH, WireGuard",
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

test_protocols_are_named_without_their_versions if {
	every text, named in {
		"TLS 1.3": {"tls"}, "TLS 1.2 or 1.1": {"tls"}, "SSL": {"tls"}, "SSL/TLS": {"tls"}, "https": {"tls"}, "QUIC": {"tls"},
		"DTLS 1.2": {"tls"}, "SSL-VPN": {"tls"}, "TLS_AES_256_GCM_SHA384": {"tls"},
		"SSH 2": {"ssh"}, "SFTP": {"ssh"}, "IKEv2": {"ipsec"}, "IPsec (ESP)": {"ipsec"}, "IKEv1": {"ipsec"},
		"TLS 1.3, SSH 2": {"ssh", "tls"}, "TLS 1.3 over IPsec": {"ipsec", "tls"},
		"MACsec": {"macsec"}, "WireGuard": {"wireguard"}, "AES-256": set(), "kakunin": set(),
	} {
		protocols_of({"method": {"protocol": text}}) == named
	}
	protocols_of({"method": {"protocol": "IPsec", "keyExchange": "IKEv2", "algorithm": "AES"}}) == {"ipsec"}
	every encryption in [{"method": "none"}, {}, "none"] { protocols_of(encryption) == set() }
}

protocols_of(encryption) := found if {
	given := envelope([encryption])
	some declared in exchange.all with input as given
	found := method.protocols(declared) with input as given
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
		"doubtful": method.doubtful(declared),
		"vague": method.vague(declared),
		"gaps": {step[count(step) - 1] | some step in method.gaps(declared)},
	}
}

envelope(encryptions) := {"declarations": {"d": {"parties": {}, "exchanges": {name: written |
	some index, encryption in encryptions
	name := sprintf("%d", [index])
	written := {"data": "patient-information", "encryption": encryption}
}}}}
