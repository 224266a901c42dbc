# METADATA
# title: The method of encryption
# description: >-
#   What the words of encryption.method say: whether the method is among those that nobody holds
#   proper today, is a recognised proper one, or tells too little. The tables are data, each with
#   its sources. Every word must be recognised, so that nothing hides behind a proper one.
package bunkaiten.declared.method

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.subject

# METADATA
# description: It is stated that the encryption has no method.
is_none(declared) if declared.encryption.method == "none"

# METADATA
# description: >-
#   The method is proven proper: a proper protocol is named with all that it needs (version,
#   cipher, authentication), every word is recognised, and none of them is improper.
is_proper(declared) if {
	judged := _judged[declared.encryption.method]
	count(judged.wanting) == 0
	count(judged.improper) == 0
	count(judged.unrecognised) == 0
}

# METADATA
# description: The names of the methods in it that nobody holds proper today.
improper(declared) := {name | some name in _judged[declared.encryption.method].improper}

# METADATA
# description: >-
#   The words that stand in no table, by field. Those about the key exchange count only where
#   the protocol leaves open how keys are exchanged.
unrecognised(declared) := {field: words | some field, words in _judged[declared.encryption.method].unrecognised}

# METADATA
# description: >-
#   The fields that are stated in recognised words and yet leave open what is needed of them, such
#   as a protocol without its version.
vague(declared) := {field |
	method := declared.encryption.method
	some field in _judged[method].wanting
	text := method[field]
	count(_readings[text].unrecognised) == 0
}

# METADATA
# description: What would have to be written to tell the method, as steps of JSON Pointers to absent fields.
gaps(declared) := {subject.step_to(declared, ["encryption", "method"])} if {
	not declared.encryption.method
} else := {subject.step_to(declared, ["encryption", "method", field]) |
	method := declared.encryption.method
	some field in _judged[method].wanting
	not method[field]
}

# the names in each stated method that are improper, the words that are not recognised, and the
# fields that do not tell all that is needed: judged once, in however many exchanges it stands
_judged[method] := judged if {
	some method in _methods
	phrases := {phrase | some text in method; some phrase in _readings[text].phrases}
	wanting := {_field_of[fact] | some fact in (_needed(phrases) - _told(phrases))}
	judged := {
		"improper": ({_label(name) | some phrase in phrases; name := _improper[phrase]} | _old_key_exchange(phrases)),
		"unrecognised": {field: words |
			some field, text in method
			field in ({"protocol", "algorithm"} | wanting)
			words := _readings[text].unrecognised
			count(words) > 0
		},
		"wanting": wanting,
	}
}

# the field that tells each of the facts
_field_of := {
	"protocol": "protocol",
	"tls version": "protocol",
	"ssh version": "protocol",
	"ike version": "keyExchange",
	"authentication": "keyExchange",
	"cipher": "algorithm",
}

_methods contains method if {
	some _, declared in exchange.all
	method := declared.encryption.method
	is_object(method)
}

_texts contains text if {
	some method in _methods
	some text in method
}

_told(phrases) := {fact | some phrase in phrases; some fact in _kind[phrase].tells}

_needed(phrases) := {"protocol"} | {fact | some phrase in phrases; some fact in _kind[phrase].needs}

# IKEv1 itself is historic (RFC 9395); with a shared key it gives the key away to guessing
_old_key_exchange(phrases) := {name |
	"ike 1" in phrases
	count(phrases & _shared_keys) > 0
	name := _label("IKEv1 with a shared key")
}

# what each text says: read once, in however many methods it stands
_readings[text] := reading if {
	some text in _texts
	words := _words(text)
	spans := _spans(words)
	covered := {at | some start, length in spans; some at in numbers.range(start, (start + length) - 1)}
	reading := {
		"phrases": {phrase | some start, length in spans; phrase := _phrase(words, start, length)},
		"unrecognised": [word | some at, word in words; not at in covered],
	}
}

# in small letters, letters and digits apart, a version in one piece; what is excluded ("!md5") stays excluded
_words(text) := [word |
	noise := {"v", "ver", "version", "バージョン"}
	some raw in regex.find_n(
		`[!<]\s*[a-z0-9]+|[a-z]+|[0-9]+(?:[.][0-9]+)*|[^\x00-\x7f\p{P}\p{Z}\p{S}]+`,
		lower(text), -1,
	)
	not raw in noise
	word := object.get(_prefixes, raw, raw)
]

_prefixes := {"tlsv": "tls", "dtlsv": "dtls", "sslv": "ssl", "ikev": "ike", "sshv": "ssh"}

_phrase(words, start, length) := concat(" ", array.slice(words, start, start + length))

# where the longest known phrases start, with their lengths; a phrase inside a longer one is none ("des" in "3 des")
_spans(words) := {start: length |
	longest := _longest(words)
	some start, length in longest
	not _is_within(longest, start, length)
}

_longest(words) := {start: length |
	some start, _ in words
	lengths := {length |
		some length in [1, 2, 3]
		start + length <= count(words)
		phrase := _phrase(words, start, length)
		_kind[phrase]
	}
	length := max(lengths)
}

_is_within(longest, start, length) if {
	before := start - 1
	longest[before] > length
}

# what a phrase tells, and what more it needs
_kind[phrase] := facts if {
	some [phrases, facts] in _tables
	some phrase in phrases
}

_tables := [
	[object.keys(_improper_protocols), {"tells": {"protocol", "tls version"}}],
	[object.keys(_improper_ciphers), {"tells": {"cipher"}}],
	[object.keys(_improper_digests), {}],
	[_tls, {"tells": {"protocol", "tls version"}}],
	[{"ssh 2", "ssh 2.0"}, {"tells": {"protocol", "ssh version"}}],
	[_whole_protocols, {"tells": {"protocol"}}],
	[{"ike 2"}, {"tells": {"protocol", "ike version"}, "needs": {"cipher"}}],
	[{"ike 1"}, {"tells": {"protocol", "ike version"}, "needs": {"cipher", "authentication"}}],
	[{"macsec", "802.1 ae"}, {"tells": {"protocol"}, "needs": {"cipher"}}],
	[{"ipsec", "esp", "ike"}, {"tells": {"protocol"}, "needs": {"ike version", "cipher"}}],
	[{"tls", "dtls", "https", "mtls", "ssl vpn", "sslvpn"}, {"needs": {"tls version"}}],
	[{"ssh", "sftp"}, {"needs": {"ssh version"}}],
	[_ciphers, {"tells": {"cipher"}}],
	[_shared_keys, {"tells": {"authentication"}}],
	[_signatures, {"tells": {"authentication"}}],
	[_carriers, {}],
	[_fillers, {}],
]

_improper := object.union_n([_improper_protocols, _improper_ciphers, _improper_digests])

# SSL 2.0: RFC 6176. SSL 3.0: RFC 7568. TLS 1.0 and 1.1, DTLS 1.0: RFC 8996. PPTP stands on
# MS-CHAPv2, which was broken in 2012: Microsoft Security Advisory 2743314.
_improper_protocols := _named({
	"DTLS 1.0": ["dtls 1", "dtls 1.0", "dtls 1 0", "dtls 10"],
	"PPTP": ["pptp"],
	"SSL": ["ssl", "ssl 2", "ssl 2.0", "ssl 2 0", "ssl 3", "ssl 3.0", "ssl 3 0"],
	"TLS 1.0": ["tls 1", "tls 1.0", "tls 1 0", "tls 10"],
	"TLS 1.1": ["tls 1.1", "tls 1 1", "tls 11"],
})

# DES: FIPS 46-3, withdrawn in 2005. 3DES: NIST SP 800-67 Rev. 2, withdrawn in 2024, and SP 800-131A
# Rev. 2, disallowed after 2023. RC4: RFC 7465; MPPE, the cipher of PPTP, is RC4 (RFC 3078).
_improper_ciphers := _named({
	"DES": ["des"],
	"3DES": [
		"3 des", "triple des", "tripledes", "tdes", "des 3", "desede", "desede 3",
		"des ede", "des ede 3", "tdea", "3 tdea",
	],
	"RC4": ["rc 4", "arc 4", "arcfour", "mppe"],
	"no cipher": ["null", "enull", "plaintext", "cleartext", "unencrypted", "平文", "暗号化なし", "暗号なし", "無暗号"],
})

# MD5: RFC 6151
_improper_digests := _named({"MD5": ["md 5", "hmacmd 5"]})

# TLS 1.2: RFC 5246, to be used as RFC 9325 says. TLS 1.3: RFC 8446. DTLS: RFC 6347 and RFC 9147.
# QUIC has TLS 1.3 inside: RFC 9001.
_tls := {concat(" ", [protocol, version]) |
	some protocol in ["tls", "dtls"]
	some version in ["1.2", "1 2", "12", "1.3", "1 3", "13"]
} | {"quic"}

# S/MIME 4.0: RFC 8551. OpenPGP: RFC 9580. WireGuard: Donenfeld, NDSS 2017, one fixed suite.
# (SSH 2: RFC 4253. IKEv2: RFC 7296. MACsec: IEEE 802.1AE.)
_whole_protocols := {"openpgp", "s mime", "s mime 4.0", "smime", "smime 4.0", "wireguard"}

# AES (FIPS 197) and Camellia (RFC 3713) stand on the CRYPTREC list LS-0001-2022. ChaCha20: RFC 8439.
_ciphers := {"aes", "aescbc", "aesccm", "aesctr", "aesgcm", "camellia", "chacha 20"}

_shared_keys := {
	"psk", "pre shared", "preshared", "shared key", "shared secret",
	"事前共有鍵", "事前共有キー", "事前共有鍵方式", "共有鍵", "共通鍵",
}

_signatures := {
	"rsa", "rsa 2048", "rsa 3072", "rsa 4096", "rsa sig", "ecdsa", "ed 25519", "signature", "signatures",
	"certificate", "certificates", "cert", "x 509", "pki", "public key",
	"証明書", "電子証明書", "デジタル証明書", "公開鍵証明書", "証明書認証", "公開鍵", "デジタル署名", "電子署名",
}

# names of lines and services, which name no protocol that encrypts
_carriers := {"vpn", "openvpn", "ip vpn", "l 2 tp", "gre", "http", "http 1.1", "http 2", "http 3"}

# words beside a method that change nothing of it: modes, digests, key lengths, ways to agree on keys
_fillers := {
	"gcm", "cbc", "ccm", "ctr", "poly 1305", "hmac", "sha", "sha 1", "sha 1 96", "sha 2", "sha 3",
	"sha 384", "sha 512", "sha 2 384", "sha 2 512", "128", "192", "256", "1.2", "1.3",
	"dh", "dhe", "ecdh", "ecdhe", "pfs", "bit", "bits", "key", "mode", "suite", "cipher", "encryption",
	"with", "and", "or", "in", "over", "later", "higher", "above", "mutual", "tunnel", "transport", "ieee",
	"ビット", "ビット以上", "以上", "以降", "方式", "モード", "鍵長", "暗号", "暗号化", "暗号方式", "相互認証", "または", "及び",
}

_in_words := {
	"no cipher": {"en": "no cipher", "ja": "暗号なし"},
	"IKEv1 with a shared key": {"en": "IKEv1 with a shared key", "ja": "共有鍵による IKEv1"},
}

_label(name) := object.get(_in_words, name, name)

_named(names) := {phrase: name | some name, phrases in names; some phrase in phrases}
