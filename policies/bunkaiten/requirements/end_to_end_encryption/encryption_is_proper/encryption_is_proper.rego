# METADATA
# title: Patient information is encrypted properly
# description: Both ways of encryption presuppose that it is done properly (適切に).
# custom:
#   id: 4.3-1b1-03
#   modality: condition
#   binds: [source, destination, provider]
#   interpretation:
#     en: >-
#       Asked of both encryption classes: the text says "properly" of encryption at the provider's
#       edge too. Denied is what is no longer held proper today: no cipher, DES, 3DES, RC4, MD5,
#       SSL, TLS 1.0 and 1.1, IKEv1 with a shared key, PPTP; the lists with their sources stand in
#       declared/method. What a field names counts as used. Proper is proven by a protocol with
#       its version (such as tls1.2, tls1.3, ssh2, wireguard) or one that leaves its cipher open
#       (ikev2, macsec) with AES, ChaCha20 or Camellia; IPsec also needs its version of IKE, and
#       IKEv1 its authentication. A cipher alone proves nothing, since an improper protocol may
#       carry it. Every word of protocol and algorithm must be recognised. Which strength is
#       enough beyond that is a matter of 6.11, outside this section.
#     ja: >-
#       4.3(1)(b)② にも「適切に暗号化」とあるため、どちらの区分にも適用する。現在では適切とはいえ
#       ない方式（暗号なし、DES、3DES、RC4、MD5、SSL、TLS 1.0・1.1、共有鍵による IKEv1、PPTP）は不
#       備とする（一覧と出典は declared/method にある）。記載された方式は使われているものとみな
#       す。tls1.2、tls1.3、ssh2、wireguard のように版まで定まるプロトコルの記載か、ikev2、macsec
#       のように暗号を別に定めるプロトコルと AES、ChaCha20、Camellia のいずれかの記載をもって、適
#       切とみる。IPsec は IKE の版、IKEv1 は認証の方式も必要とする。暗号名だけでは、適切でないプ
#       ロトコルで使われることもあるため足りない。protocol と algorithm に書かれた語は、すべて判別
#       できるものでなければならない。それ以上の強度はこの節の外（ガイドライン 6.11）の問題とす
#       る。
#   ja:
#     title: 患者情報を適切に暗号化する
#     description: >-
#       発信元／送信先での暗号化／復号も、情報処理関連事業者の管理範囲の開始点での暗号化も、適切に
#       行われることを前提とする。
#   findings:
#     improper_method:
#       state: denied
#       en: 'The method of encryption names what is no longer held proper today: {methods}.'
#       ja: 暗号化の方式に、現在では適切とはいえないもの（{methods}）が含まれている。
#       remedy:
#         en: >-
#           Use TLS 1.2 or 1.3, or IKEv2 with AES, and write only what is used under
#           encryption.method.
#         ja: >-
#           TLS 1.2・1.3 や、AES を用いる IKEv2 などに改め、使う方式だけを encryption.method に記載
#           する。
#     method_is_none:
#       state: denied
#       en: It is stated that encryption has no method.
#       ja: 暗号化の方式が「なし」とされている。
#       remedy:
#         en: >-
#           Encrypt with a proper method and write it under encryption.method; where nothing is
#           encrypted, write "encryption: none".
#         ja: >-
#           適切な方式で暗号化し、encryption.method に記載する。暗号化していないのであれば
#           「encryption: none」とする。
#     words_not_recognised:
#       state: undetermined
#       en: >-
#         {field} contains words that are not recognised ({words}), so it is open whether the
#         method is proper.
#       ja: '{field} に判別できない語（{words}）があり、適切な方式か判定できない。'
#       remedy:
#         en: >-
#           Write the protocol or the cipher in its common name alone under encryption.method,
#           such as tls1.3, ikev2 or AES-256-GCM.
#         ja: >-
#           プロトコルや暗号を、tls1.3、ikev2、AES-256-GCM のような一般的な名称だけで
#           encryption.method に記載する。
#     method_too_vague:
#       state: undetermined
#       en: >-
#         {field} says too little: the version, the cipher or the key exchange is missing, so it
#         is open whether the method is proper.
#       ja: >-
#         {field} の記載だけでは、版、暗号または鍵交換の方式が定まらず、適切な方式か判定できない。
#       remedy:
#         en: >-
#           Under encryption.method, write the protocol with its version (such as tls1.3), the
#           cipher with its key length (such as AES-256-GCM), and for IPsec the version of IKE and
#           its authentication (keyExchange).
#         ja: >-
#           encryption.method に、プロトコルは版まで（tls1.3 など）、暗号は鍵長まで（AES-256-GCM
#           など）、IPsec では IKE の版と認証の方式まで（keyExchange）記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open whether encryption is proper.'
#       ja: '{field} の記載がなく、適切に暗号化されているか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.end_to_end_encryption.encryption_is_proper

import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.method
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in _encrypted

satisfied contains key if {
	some key, declared in _encrypted
	method.is_proper(declared)
}

deny contains found if {
	some key, declared in _encrypted
	names := method.improper(declared)
	count(names) > 0

	found := finding.at("improper_method", key, [_place(declared, [])], {"methods": sort(names)})
}

deny contains found if {
	some key, declared in _encrypted
	method.is_none(declared)

	found := finding.at("method_is_none", key, [_place(declared, [])], {})
}

undetermined contains found if {
	some key, declared in _encrypted
	some field, words in method.unrecognised(declared)

	values := {"field": _name(field), "words": words}
	found := finding.at("words_not_recognised", key, [_place(declared, [field])], values)
}

undetermined contains found if {
	some key, declared in _encrypted
	some field in method.vague(declared)

	found := finding.at("method_too_vague", key, [_place(declared, [field])], {"field": _name(field)})
}

undetermined contains found if {
	some key, declared in _encrypted
	some step in method.gaps(declared)

	found := finding.not_stated(key, step)
}

_encrypted[key] := exchange.all[key] if some key in encryption.settled

_place(declared, fields) := subject.step_to(declared, array.concat(["encryption", "method"], fields))

_name(field) := concat(".", ["encryption", "method", field])
