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
#   cipher, authentication), every word is recognised, and none of them is improper or leaves open
#   what is used.
is_proper(declared) if {
	judged := _judged[declared.encryption.method]
	count(judged.wanting) == 0
	count(judged.improper) == 0
	count(judged.unrecognised) == 0
	count(judged.doubtful) == 0
}

# METADATA
# description: >-
#   The protocols that it names, versions left out: "tls", "ssh", "ipsec", or the word for another.
protocols(declared) := {protocol | some protocol in _judged[declared.encryption.method].protocols}

# METADATA
# description: The names of the methods in it that nobody holds proper today.
improper(declared) := {name | some name in _judged[declared.encryption.method].improper}

# METADATA
# description: >-
#   The words that stand in no table, by field. Those about the key exchange count only where
#   the protocol leaves open how keys are exchanged, or, as IKEv1 does, with whose authentication.
unrecognised(declared) := {field: words | some field, words in _judged[declared.encryption.method].unrecognised}

# METADATA
# description: >-
#   The words that leave open what is used, by field: an upper bound, SSL/TLS without a version of
#   SSL, and what carries without encrypting where it is offered beside a protocol that encrypts.
doubtful(declared) := {field: words | some field, words in _judged[declared.encryption.method].doubtful}

# METADATA
# description: >-
#   The fields that are stated in recognised words and yet leave open what is needed of them, such
#   as a protocol without its version.
vague(declared) := {field |
	method := declared.encryption.method
	some field in _judged[method].wanting
	text := method[field]
	count(_readings[text].unrecognised) == 0
	count(_readings[text].doubtful) == 0
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
	needed := _needed(phrases)
	wanting := {_field_of[fact] | some fact in (needed - _told(phrases))}
	read := union({{"protocol", "algorithm"}, wanting, {_field_of[fact] | some fact in (needed & {"authentication"})}})
	judged := {
		"improper": ({_label(name) | some phrase in phrases; name := _improper[phrase]} | _old_key_exchange(phrases)),
		"unrecognised": _found_in(method, read, "unrecognised"),
		"doubtful": _found_in(method, read, "doubtful"),
		"wanting": wanting,
		"protocols": {_protocol(phrase) | some phrase in phrases; "protocol" in _kind[phrase].tells},
	}
}

_found_in(method, fields, sort_of_word) := {field: words |
	some field, text in method
	field in fields
	words := _readings[text][sort_of_word]
	count(words) > 0
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

_told(phrases) := {fact | some phrase in phrases; some fact in _kind[phrase].tells} | _told_by_suites(phrases)

# suites that TLS 1.2 was the first to have tell the version, unless they stand beside other ciphers
_told_by_suites(phrases) := {"tls version" |
	count(phrases & (_suites | _suites_by_openssl)) > 0
	count(phrases & _ciphers) == 0
}

_needed(phrases) := {"protocol"} | {fact | some phrase in phrases; some fact in _kind[phrase].needs}

# IKEv1 itself is historic (RFC 9395); with a shared key it gives the key away to guessing
_old_key_exchange(phrases) := {name |
	"ike 1" in phrases
	count(phrases & _shared_keys) > 0
	name := _label("IKEv1 with a shared key")
}

# what each text says: read once, in however many methods it stands
_readings[text] := reading if {
	some text, tokens in _tokenised
	words := _words[text]
	spans := _spans(words)
	covered := {at | some start, length in spans; some at in numbers.range(start, (start + length) - 1)}
	phrases := _phrases(words, spans)
	reading := {
		"phrases": phrases,
		"unrecognised": [word | some at, word in words; not at in covered],
		"doubtful": sort(union({phrases & _doubts, _open_ranges(words), _lone_carriers(tokens)})),
	}
}

_tokenised[text] := _tokens(text) if some text in _texts

_words[text] := _unmarked(tokens) if some text, tokens in _tokenised

# in small letters and half width, letters and digits apart, a version in one piece, Japanese particles
# apart, "," for all that parts a list; what is excluded ("!md5") stays excluded
_tokens(text) := [token |
	noise := {"v", "ver", "version", "バージョン", ">="}
	some raw in regex.find_n(_token, strings.replace_n(_half_widths, lower(strings.replace_n(_small, text))), -1)
	not raw in noise
	bare := replace(raw, " ", "")
	some token in object.get(_spellings, bare, [bare])
]

_token := concat("|", [
	`ssl *[/・(] *tls`, `tls *[/・] *ssl`,
	`tls_(?:(?:ec)?dhe_(?:rsa|ecdsa)_with_)?(?:aes_(?:128|256)_gcm|chacha20_poly1305)_sha(?:256|384)`,
	`(?:ec)?dhe-(?:rsa|ecdsa)-(?:aes(?:128|256)-gcm-sha(?:256|384)|chacha20-poly1305)`,
	`! *[a-z0-9.]+`,
	`[/+] *https?`, `(?:l2tp|gre) / ipsec`, ` / `, `[,;|&、・\n]`,
	`[a-z]+`, `[0-9]+(?:[.][0-9]+)*`,
	`[\x{3041}-\x{3096}]+`, `[^\x00-\x7f\p{P}\p{Z}\p{S}\x{3041}-\x{3096}]+`,
	`[<>]=?`, `=<`, `[~?‥…]`, `[.][.]+`, `[\x{2190}-\x{22ff}\x{2a00}-\x{2aff}]`,
])

# capitals whose small letters the engines do not agree upon
_small := {"İ": "ı", "Σ": "σ"}

_half_widths := {
	"ａ": "a", "ｂ": "b", "ｃ": "c", "ｄ": "d", "ｅ": "e", "ｆ": "f", "ｇ": "g", "ｈ": "h", "ｉ": "i", "ｊ": "j",
	"ｋ": "k", "ｌ": "l", "ｍ": "m", "ｎ": "n", "ｏ": "o", "ｐ": "p", "ｑ": "q", "ｒ": "r", "ｓ": "s", "ｔ": "t",
	"ｕ": "u", "ｖ": "v", "ｗ": "w", "ｘ": "x", "ｙ": "y", "ｚ": "z", "０": "0", "１": "1", "２": "2", "３": "3",
	"４": "4", "５": "5", "６": "6", "７": "7", "８": "8", "９": "9", "．": ".", "，": ",", "；": ";", "｜": "|",
	"＆": "&", "／": "/", "（": "(", "！": "!", "？": "?", "＜": "<", "＞": ">", "＝": "=", "＿": "_", "\u3000": " ",
	"～": "~", "〜": "~", "－": "-", "−": "-", "･": "・", "＋": "+",
	"≤": "<=", "≦": "<=", "⩽": "<=", "≥": ">=", "≧": ">=", "⩾": ">=",
	"又は": " または ", "若しくは": " もしくは ", "及び": " および ", "並びに": " ならびに ", "無し": " なし ",
}

_spellings := {
	"tlsv": ["tls"], "mtls": ["tls"], "mtlsv": ["tls"], "dtlsv": ["dtls"], "sslv": ["ssl"],
	"ikev": ["ike"], "sshv": ["ssh"], "=<": ["<="],
	"または": ["or"], "もしくは": ["or"], "あるいは": ["or"], "か": ["or"], "から": ["~"], "to": ["~"],
	"および": ["and"], "ならびに": ["and"], "と": ["and"], "や": ["and"],
	"ssl/tls": ["ssl/tls", "tls"], "ssl・tls": ["ssl/tls", "tls"], "ssl(tls": ["ssl/tls", "tls"],
	"tls/ssl": ["ssl/tls", "tls"], "tls・ssl": ["ssl/tls", "tls"],
	"/http": [",", "http"], "/https": [",", "https"], "+http": [",", "http"], "+https": [",", "https"],
	"/": ["or"], "|": ["or"], "l2tp/ipsec": ["ipsec"], "gre/ipsec": ["ipsec"],
	";": [","], "&": [","], "、": [","], "・": [","], "\n": [","],
}

_unmarked(tokens) := [token | some token in tokens; token != ","]

# what carries without encrypting, where it is offered beside what encrypts. A line in a list may
# well be the line below ("IP-VPN, TLS 1.3"), but http beside https is another way.
_lone_carriers(tokens) := {carrier |
	some [marks, carriers] in [[{"or", "~"}, _carriers], [{"or", "and", ","}, {"http"}]]
	parts := _parts(tokens, marks)
	count(parts) > 1
	some part in parts
	words := _unmarked(part)
	phrases := _phrases(words, _spans(words))
	some phrase in (phrases & carriers)
	not _names_protocol(phrases)
	carrier := object.get({"l 2 tp": "l2tp"}, phrase, phrase)
}

# a protocol that encrypts, or what goes on from one ("TLS 1.2 or 1.3")
_names_protocol(phrases) if {
	some phrase in phrases
	"protocol" in _kind[phrase].tells
}

_names_protocol(phrases) if count(phrases & {"1.2", "1.3"}) > 0

# a range begins with a number, or its lower end is open
_open_ranges(words) := {"~" |
	some at, "~" in words
	not _follows_number(words, at)
}

_follows_number(words, at) if {
	before := at - 1
	regex.match(`^[0-9.]+$`, words[before])
}

_parts(tokens, marks) := [array.slice(tokens, from + 1, to) |
	cuts := array.concat([-1], [at | some at, token in array.concat(tokens, ["or"]); token in marks])
	some order, from in cuts
	to := cuts[order + 1]
]

_phrases(words, spans) := {_phrase(words, start, length) | some start, length in spans}

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

# what a phrase tells, and what more it needs; of what could be one, as there are hundreds
_kind[phrase] := facts if {
	some phrase in _candidates
	some [phrases, facts] in _tables
	phrase in phrases
}

_candidates contains phrase if {
	some words in _words
	some start, _ in words
	some length in [1, 2, 3]
	start + length <= count(words)
	phrase := _phrase(words, start, length)
}

_tables := [
	[object.keys(_improper_protocols), {"tells": {"protocol", "tls version"}}],
	[object.keys(_improper_ciphers), {"tells": {"cipher"}}],
	[object.keys(_improper_parts), {}],
	[_tls, {"tells": {"protocol", "tls version"}}],
	[{"ssh 2", "ssh 2.0"}, {"tells": {"protocol", "ssh version"}}],
	[_whole_protocols, {"tells": {"protocol"}}],
	[{"ike 2"}, {"tells": {"protocol", "ike version"}, "needs": {"cipher"}}],
	[{"ike 1"}, {"tells": {"protocol", "ike version"}, "needs": {"cipher", "authentication"}}],
	[{"macsec", "802.1 ae"}, {"tells": {"protocol"}, "needs": {"cipher"}}],
	[{"ipsec", "esp", "ike"}, {"tells": {"protocol"}, "needs": {"ike version", "cipher"}}],
	[_suites, {"tells": {"protocol", "cipher"}}],
	[_suites_by_openssl, {"tells": {"cipher"}}],
	[{"tls", "dtls", "https", "ssl vpn", "sslvpn"}, {"tells": {"protocol"}, "needs": {"tls version"}}],
	[{"ssh", "sftp"}, {"tells": {"protocol"}, "needs": {"ssh version"}}],
	[_ciphers, {"tells": {"cipher"}}],
	[_shared_keys, {"tells": {"authentication"}}],
	[_signatures, {"tells": {"authentication"}}],
	[union({_carriers, _fillers, _doubts, _excluded}), {}],
]

_protocol(phrase) := object.get(_protocols, split(replace(phrase, "_", " "), " ")[0], phrase)

# a bare version stands behind another one of TLS
_protocols := {
	"1.1": "tls", "1.2": "tls", "1.3": "tls",
	"dtls": "tls", "https": "tls", "quic": "tls", "ssl": "tls", "ssl/tls": "tls", "sslvpn": "tls", "tls": "tls",
	"sftp": "ssh", "ssh": "ssh",
	"esp": "ipsec", "ike": "ipsec", "ipsec": "ipsec",
}

_improper := object.union_n([_improper_protocols, _improper_ciphers, _improper_parts])

# SSL 2.0: RFC 6176. SSL 3.0: RFC 7568. TLS 1.0 and 1.1, DTLS 1.0: RFC 8996. PPTP stands on
# MS-CHAPv2, which was broken in 2012: Microsoft Security Advisory 2743314.
_improper_protocols := _named({
	"DTLS 1.0": ["dtls 1", "dtls 1.0", "dtls 1 0", "dtls 10", "dtls <= 1.0"],
	"PPTP": ["pptp"],
	"SSL": [
		"ssl", "ssl 2", "ssl 2.0", "ssl 2 0", "ssl 3", "ssl 3.0", "ssl 3 0", "ssl <= 3", "ssl <= 3.0",
		"ssl/tls tls 2", "ssl/tls tls 2.0", "ssl/tls tls 3", "ssl/tls tls 3.0",
	],
	"TLS 1.0": array.concat(["tls 1", "tls 1.0", "tls 1 0", "tls 10", "tls <= 1", "tls <= 1.0"], _after_another("1.0")),
	"TLS 1.1": array.concat(["tls 1.1", "tls 1 1", "tls 11", "tls <= 1.1"], _after_another("1.1")),
})

# a version that stands bare behind another one of TLS ("TLS 1.2/1.1", "TLS 1.3 or 1.0")
_after_another(version) := [concat(link, [other, version]) |
	some other in ["1.1", "1.2", "1.3"]
	some link in [" ", " or ", " and ", " ~ "]
]

# DES: FIPS 46-3, withdrawn in 2005. 3DES: NIST SP 800-67 Rev. 2, withdrawn in 2024, and SP 800-131A
# Rev. 2, disallowed after 2023. RC4: RFC 7465; MPPE, the cipher of PPTP, is RC4 (RFC 3078).
_improper_ciphers := _named({
	"DES": ["des"],
	"3DES": [
		"3 des", "triple des", "tripledes", "tdes", "des 3", "desede", "desede 3",
		"des ede", "des ede 3", "tdea", "3 tdea",
	],
	"RC4": ["rc 4", "arc 4", "arcfour", "mppe"],
	"no cipher": ["null", "enull", "plaintext", "cleartext", "unencrypted", "平文", "暗号化 なし", "暗号 なし", "無暗号"],
})

# MD5: RFC 6151. Anonymous Diffie-Hellman is open to a man in the middle: RFC 5246 appendix F.1.1.1.
# Export ciphers are weak on purpose: RFC 9325 section 4.1.
_improper_parts := _named({
	"MD5": ["md 5", "hmacmd 5"],
	"anonymous key agreement": ["adh", "aecdh", "anon", "anonymous", "anull", "匿名"],
	"export cipher": ["exp", "exp 1024", "export", "export 40", "export 56", "export 1024"],
})

# TLS 1.2: RFC 5246, to be used as RFC 9325 says. TLS 1.3: RFC 8446. DTLS: RFC 6347 and RFC 9147.
# QUIC has TLS 1.3 inside: RFC 9001.
_tls := {concat(" ", [protocol, version]) |
	some protocol in ["tls", "dtls"]
	some version in ["1.2", "1 2", "12", "1.3", "1 3", "13"]
} | {"quic", "tls > 1.1", "tls > 1.2"}

# of TLS 1.3: RFC 8446 appendix B.4. Never before TLS 1.2: RFC 5288 section 4, RFC 5289, RFC 7905.
_suites := {concat("_", array.concat(["tls"], array.concat(keys, cipher))) |
	some keys in ({[]} | {[way, signature, "with"] | some [way, signature] in _ways})
	some cipher in [["aes_128_gcm_sha256"], ["aes_256_gcm_sha384"], ["chacha20_poly1305_sha256"]]
}

_suites_by_openssl := {concat("-", array.concat(way, cipher)) |
	some way in _ways
	some cipher in [["aes128-gcm-sha256"], ["aes256-gcm-sha384"], ["chacha20-poly1305"]]
}

_ways := [["ecdhe", "rsa"], ["ecdhe", "ecdsa"], ["dhe", "rsa"]]

# S/MIME 4.0: RFC 8551. OpenPGP: RFC 9580. WireGuard: Donenfeld, NDSS 2017, one fixed suite.
# (SSH 2: RFC 4253. IKEv2: RFC 7296. MACsec: IEEE 802.1AE.)
_whole_protocols := {"openpgp", "s mime", "s mime 4.0", "smime", "smime 4.0", "wireguard"}

# AES (FIPS 197) and Camellia (RFC 3713) stand on the CRYPTREC list LS-0001-2022. ChaCha20: RFC 8439.
_ciphers := {"aes", "aescbc", "aesccm", "aesctr", "aesgcm", "camellia", "chacha 20"}

_shared_keys := {
	"psk", "psks", "pre shared", "pre share", "preshared", "preshare", "shared key", "shared keys", "shared secret",
	"事前共有鍵", "事前共有キー", "事前共有鍵方式", "事前共有鍵認証", "共有鍵", "共通鍵",
}

_signatures := {
	"rsa", "rsa 2048", "rsa 3072", "rsa 4096", "rsa sig", "ecdsa", "ed 25519", "signature", "signatures",
	"certificate", "certificates", "cert", "x 509", "pki", "public key",
	"証明書", "電子証明書", "デジタル証明書", "クライアント証明書", "公開鍵証明書", "証明書認証", "公開鍵", "デジタル署名", "電子署名",
}

# names of lines and services, which name no protocol that encrypts
_carriers := {"vpn", "openvpn", "ip vpn", "l 2 tp", "gre", "http", "http 1.1", "http 2", "http 3"}

# words that leave open how far down it goes, and SSL/TLS, which may mean TLS alone
_doubts := {
	"ssl/tls", "<", "<=", "up", "lower", "earlier", "older", "below", "max", "maximum",
	"以下", "未満", "以前", "まで", "最大",
}

# what a list of ciphers in the manner of OpenSSL leaves out
_excluded := {concat("", ["!", name]) | some name in [
	"adh", "aecdh", "anull", "enull", "null", "exp", "export", "export40", "export56", "low", "medium",
	"md5", "des", "3des", "rc2", "rc4", "idea", "seed", "dss", "psk", "srp", "krb5", "sslv2", "sslv3", "tlsv1",
]}

# words beside a method that change nothing of it: modes, digests, key lengths, ways to agree on keys
_fillers := union({_references, {
	"gcm", "cbc", "ccm", "ctr", "poly 1305", "hmac", "sha", "sha 1", "sha 1 96", "sha 2", "sha 3",
	"sha 384", "sha 512", "sha 2 384", "sha 2 512", "128", "192", "256", "1.2", "1.3", "~", "or", "and",
	"dh", "dhe", "ecdh", "ecdhe", "pfs", "bit", "bits", "key", "mode", "main", "suite", "cipher", "encryption",
	"group 14", "group 15", "group 16", "group 19", "group 20", "group 21", "グループ 14",
	"with", "in", "over", "at least", "minimum", "mutual", "tunnel", "transport", "ieee", "digital", "authentication",
	"later", "higher", "above", "newer", "greater", "and up",
	"ビット", "ビット以上", "以上", "以降", "方式", "モード", "鍵長", "暗号", "暗号化", "暗号方式", "暗号化通信", "通信", "認証",
	"相互", "相互認証", "双方向", "クライアント認証", "の", "で", "での", "による",
}})

# RFC 5246: TLS 1.2. RFC 8446: TLS 1.3. RFC 6347, 9147: DTLS. RFC 7296: IKEv2. RFC 4301, 4303: IPsec. RFC 4253: SSH 2.
_references := {concat(" ", ["rfc", number]) |
	some number in ["5246", "8446", "6347", "9147", "7296", "4301", "4303", "4253", "9001", "8551", "9580"]
}

_in_words := {
	"no cipher": {"en": "no cipher", "ja": "暗号なし"},
	"anonymous key agreement": {"en": "anonymous key agreement", "ja": "相手を認証しない匿名の鍵共有"},
	"export cipher": {"en": "export ciphers", "ja": "輸出用に弱められた暗号"},
	"IKEv1 with a shared key": {"en": "IKEv1 with a shared key", "ja": "共有鍵による IKEv1"},
}

_label(name) := object.get(_in_words, name, name)

_named(names) := {phrase: name | some name, phrases in names; some phrase in phrases}
