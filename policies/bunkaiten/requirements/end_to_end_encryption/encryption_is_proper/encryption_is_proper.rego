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
#       export ciphers, anonymous key agreement, SSL, TLS 1.0 and 1.1, IKEv1 with a shared key
#       (also where certificates are allowed beside it), PPTP; the lists with their sources stand
#       in declared/method. What a field names counts as used, except what a list of ciphers
#       excludes with "!". Proper is proven by a protocol with its version (such as tls1.2,
#       tls1.3, ssh2, wireguard) or one that leaves its cipher open (ikev2, macsec) with AES,
#       ChaCha20 or Camellia; IPsec also needs its version of IKE, and IKEv1 its authentication.
#       Suites that only TLS 1.2 or later has tell the version of TLS. A cipher alone proves
#       nothing, since an improper protocol may carry it. Every word of protocol and algorithm
#       must be recognised. A range is as proper as its lower end, which an upper bound alone
#       leaves open. A line or http that is offered beside a proper
#       protocol ("TLS 1.3 or HTTP") leaves open whether it is used. SSL/TLS is often written for
#       TLS, so it is open, while SSL by itself or with its version is denied. More strength is a
#       matter of 6.11, outside this section. Whatever is declared,
#       everything that listens for the exchange must refuse SSL, TLS 1.0 and 1.1, as far as the
#       deployment shows the oldest protocol that it accepts. Plain text is judged here where
#       encryption begins at the provider's edge; elsewhere 4.3-1b1-01 does. Where TLS alone is
#       declared, nothing may speak SSH, and the other way round; TLS or SSH over an IPsec tunnel
#       contradicts nothing. Where IPsec is declared, an observed tunnel must not be set up with
#       IKEv1 and a shared key, without encryption, or with DES, 3DES, RC4 or MD5: alone denied,
#       beside others open, since no plan tells on which the two ends agree; where nobody chose,
#       the cloud's own list counts. Key lengths, SHA-1, Diffie-Hellman groups: 6.11.
#     ja: >-
#       4.3(1)(b)② にも「適切に暗号化」とあるため、どちらの区分にも適用する。現在では適切とはいえな
#       い方式（暗号なし、DES、3DES、RC4、MD5、輸出用暗号、匿名の鍵共有、SSL、TLS 1.0・1.1、証明書と
#       の併用を含む共有鍵による IKEv1、PPTP）は不整合とする（一覧と出典は declared/method にあ
#       る）。記載された方式は、「!」で除かれたものを除き、使われているものとみな
#       す。tls1.2、tls1.3、ssh2、wireguard のように版まで定まるプロトコルの記載か、ikev2、macsec の
#       ように暗号を別に定めるプロトコルと AES、ChaCha20、Camellia のいずれかの記載をもって、適切と
#       みる。IPsec は IKE の版、IKEv1 は認証の方式も必要とする。TLS 1.2 以降にしかない暗号スイート
#       の名称は、TLS の版を示すものとみる。暗号名だけでは、適切でないプロトコルで使われることもある
#       ため足りない。protocol と algorithm に書かれた語は、すべて判別できるものでなければならない。
#       範囲はその下限で判定し、「TLS 1.2 以下」のように上限だけのものは下限が定まらないとみる。
#       「TLS 1.3 または HTTP」のように、回線や http を適切なプロトコルと並べたものは、暗号化されな
#       い経路を使うかが定まらないとみる。「SSL/TLS」は TLS の意味で書かれることが多いため判定を保留
#       し、SSL だけの記載や SSL の版の記載は不整合とする。それ以上の強度はこの節の外（ガイドライン
#       6.11）の問題とする。構成から受け付けるプロトコルの最も古い版が読み取れるものは、宣言の内容に
#       かかわらず、SSL、TLS 1.0・1.1 を受け付けないものでなければならない。暗号化されていない通信を
#       受け付けるかどうかは、事業者の管理範囲の開始点から暗号化する場合にここで判定する（それ以外は
#       4.3-1b1-01 で判定する）。TLS だけが宣言されているときに SSH で通信するもの、その逆のものは、
#       宣言と食い違うとみる（IPsec のトンネルの上の TLS や SSH は食い違いとしない）。IPsec が宣言さ
#       れているときは、共有鍵を用いるトンネルが IKEv1 を受け付けてはならない。IKEv1 だけのものは不
#       整合とし、IKEv2 も受け付けるものは、両端がどちらで合意するかがプランから分からないため判定で
#       きないとする。暗号化なし、DES、3DES、RC4、MD5 も同様に、それだけを使う設定は不整合とし、ほか
#       の方式と併せて受け付ける設定は判定できないとする。暗号方式の設定がなければ、クラウドが既定で
#       受け付ける一覧を、設定されたものとして読む。トンネルのそのほかの設定（鍵長、SHA-1、
#       Diffie-Hellman グループ）は強度の問題であり、6.11 に委ねる。
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
#           TLS 1.2・1.3 や、AES を用いる IKEv2 などに改め、使う方式だけを encryption.method に記
#           載する。
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
#     use_left_open:
#       state: undetermined
#       en: >-
#         {field} contains words that leave open what may be used ({words}), so it is open whether
#         the method is proper.
#       ja: >-
#         {field} に、何が使われうるかが定まらない語（{words}）があり、適切な方式か判定できない。
#       remedy:
#         en: >-
#           Under encryption.method, write only what is used: TLS with its lowest version (such as
#           "TLS 1.2 or later"), also where SSL/TLS means TLS, and no way without encryption
#           beside it.
#         ja: >-
#           encryption.method に、使う方式だけを記載する。TLS は最も低い版（「TLS 1.2 以上」など）
#           を記載し（「SSL/TLS」も TLS の意味であれば TLS とする）、暗号化しない経路は並べない。
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
#     observed_weak_protocol:
#       state: denied
#       en: '{thing} ({way}) accepts {protocol}, which is no longer held proper today.'
#       ja: '{thing}（{way}）が、現在では適切とはいえない {protocol} を受け付ける設定になっている。'
#       remedy:
#         en: Choose a TLS policy that accepts TLS 1.2 and later only.
#         ja: TLS 1.2 以上だけを受け付ける設定（TLS ポリシー）にする。
#     observed_plaintext:
#       state: denied
#       en: >-
#         The exchange is said to be encrypted, but {thing} ({way}) takes the information in plain
#         text.
#       ja: >-
#         暗号化するとされているが、{thing}（{way}）は暗号化されていない通信を受け付ける設定になっ
#         ている。
#       remedy:
#         en: Have {thing} accept encrypted connections only, or close it.
#         ja: '{thing} を暗号化された通信だけを受け付ける設定にするか、閉じる。'
#     observed_encryption_unknown:
#       state: undetermined
#       en: >-
#         It cannot be told whether {thing} ({way}) takes the information in plain text from
#         outside.
#       ja: '{thing}（{way}）が外部から暗号化されていない通信を受け付けるかどうか、判定できない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let the plan or the rendered manifest show the
#           value, or judge the next plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、値がプランや展開済みのマニフェストに現れる
#           ような記載を求めるか、リソースができた後のプランで判定する。
#     observed_protocol_unknown:
#       state: undetermined
#       en: Which protocols {thing} ({way}) accepts cannot be told.
#       ja: '{thing}（{way}）がどの版のプロトコルを受け付けるのか判定できない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to name a TLS policy that is known before apply, or
#           judge the next plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、TLS ポリシーを適用前に分かる名称で記載する
#           よう求めるか、リソースができた後のプランで判定する。
#     observed_other_method:
#       state: denied
#       en: '{thing} ({way}) speaks {protocol}, which the declared method ({method}) does not name.'
#       ja: >-
#         {thing}（{way}）は {protocol} で通信するが、宣言された方式（{method}）に含まれていない。
#       remedy:
#         en: >-
#           Write every protocol that is used under encryption.method.protocol, or take {thing}
#           out of the exchange.
#         ja: >-
#           実際に使う方式をすべて encryption.method.protocol に記載するか、{thing} をこの情報交換
#           から外す。
#     observed_old_key_exchange:
#       state: denied
#       en: >-
#         {thing} ({way}) agrees on keys by IKEv1 with a shared key, which is no longer held
#         proper today.
#       ja: >-
#         {thing}（{way}）が、現在では適切とはいえない共有鍵による IKEv1 で鍵を交換する設定になっ
#         ている。
#       remedy:
#         en: Let both tunnels accept IKEv2 alone, or use certificates.
#         ja: すべてのトンネルで IKEv2 だけを受け付ける設定にするか、証明書を用いる。
#     observed_key_exchange_open:
#       state: undetermined
#       en: >-
#         It cannot be told whether {thing} ({way}) agrees on keys by IKEv1 with a shared key,
#         which is no longer held proper today.
#       ja: >-
#         {thing}（{way}）が、現在では適切とはいえない共有鍵による IKEv1 で鍵を交換するかどうか、
#         判定できない。
#       remedy:
#         en: >-
#           Let every tunnel accept IKEv2 alone (in the attribute that says which versions of IKE).
#           Where the product has no such attribute, end the tunnel at a gateway that has one, or
#           encrypt what runs through it by TLS 1.2 or 1.3 from the source to the destination, and
#           write that alone under encryption.method.
#         ja: >-
#           すべてのトンネルで IKEv2 だけを受け付ける設定にする（IKE の版を選ぶ属性に IKEv2 だけを記載す
#           る）。版を選ぶ属性がない製品では、選べるゲートウェイに替えるか、トンネルを通る情報を発信元か
#           ら送信先まで TLS 1.2 または 1.3 で暗号化し、その方式だけを encryption.method に記載する。
#     observed_weak_cipher:
#       state: denied
#       en: >-
#         {thing} ({way}) is set up to use {ciphers}, which is no longer held proper today.
#       ja: '{thing}（{way}）が、現在では適切とはいえない方式（{ciphers}）を使う設定になっている。'
#       remedy:
#         en: Choose AES, and SHA-2 or AES-GCM, at both ends of the tunnel.
#         ja: トンネルの両端で、AES と、SHA-2 または AES-GCM を使う設定にする。
#     observed_cipher_open:
#       state: undetermined
#       en: >-
#         It cannot be told whether {thing} ({way}) comes to use {ciphers}, which is no longer held
#         proper today.
#       ja: >-
#         {thing}（{way}）が、現在では適切とはいえない方式（{ciphers}）を使うかどうか、判定できない。
#       remedy:
#         en: Let the tunnel accept AES, and SHA-2 or AES-GCM, alone.
#         ja: トンネルが AES と、SHA-2 または AES-GCM だけを受け付ける設定にする。
package bunkaiten.requirements.end_to_end_encryption.encryption_is_proper

import data.bunkaiten.compared.endpoint
import data.bunkaiten.compared.manner
import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.method
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in _encrypted

satisfied contains key if {
	some key, declared in _encrypted
	method.is_proper(declared)
	key in endpoint.proper
	key in manner.as_declared
	_is_covered(key, declared)
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

deny contains found if {
	some found in _observed
	found.code in {
		"observed_old_key_exchange", "observed_other_method", "observed_plaintext", "observed_weak_cipher",
		"observed_weak_protocol",
	}
}

undetermined contains found if {
	some found in _observed
	found.code in {
		"observed_cipher_open", "observed_encryption_unknown", "observed_key_exchange_open",
		"observed_protocol_unknown",
	}
}

undetermined contains found if {
	some key, declared in _encrypted
	some field, words in method.unrecognised(declared)

	values := {"field": _name(field), "words": words}
	found := finding.at("words_not_recognised", key, [_place(declared, [field])], values)
}

undetermined contains found if {
	some key, declared in _encrypted
	some field, words in method.doubtful(declared)

	values := {"field": _name(field), "words": words}
	found := finding.at("use_left_open", key, [_place(declared, [field])], values)
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

_observed contains found if {
	some key, _ in _encrypted
	some found in endpoint.weak[key]
}

_observed contains found if {
	some key, _ in _encrypted
	some found in manner.findings[key]
}

_observed contains found if {
	some key, declared in _encrypted
	not _is_asked_at_source(declared)
	some found in endpoint.plaintext[key]
}

_is_covered(_, declared) if _is_asked_at_source(declared)

_is_covered(key, _) if key in endpoint.encrypted

# 4.3-1b1-01 asks that nothing takes plain text
_is_asked_at_source(declared) if declared.encryption.begins.at in {"source-gateway", "source-system"}

_place(declared, fields) := subject.step_to(declared, array.concat(["encryption", "method"], fields))

_name(field) := concat(".", ["encryption", "method", field])
