# METADATA
# title: The deployment bears out what is declared
# description: >-
#   What the deployment shows of a line or a store is what the declaration says of it, where no
#   requirement of the guideline asks for it already: the encryption of a provider's line, where
#   information lies, with whom, that it is not open to the public, that nobody else gets at what an
#   entrusted work keeps, and, as long as the kind of its path is open, to whom an exchange leads.
# custom:
#   id: bunkaiten-04
#   origin: derived
#   protects: [4.3(1)(a)①, 4.3(1)(a)②, 4.3(1)(b)②, 4.3(1)(c), 4.3(3)]
#   deployed: true
#   modality: definition
#   binds: [institution, source, destination, provider, custodian, contractor]
#   interpretation:
#     en: >-
#       Judged are the subjects to which observed lines or stores belong. To whom an exchange leads is
#       asked by 4.3-1a1-06 and 4.3-1a2-08; as long as its facts do not settle which of them governs it,
#       what both would deny is denied here, so that nobody fills in the rest before hearing of it. An
#       exchange that a law provides for is left out: one of them lets it pass. Where the provider's edge
#       is said to encrypt, the line is borne out by one peer of the exchange over which the
#       deployment shows encryption. Whose account a store lies in counts only where the plan tells;
#       the country of a region is that of a table. Who reads an external storage is judged by
#       4.3-1c-04. Of the ways in to a storage or a work it is asked that none is open to everybody,
#       as 4.3-2a-07 says; a database, or a rule for a port of databases, file shares or DICOM, that
#       the whole internet can try is an open one. A public address whose rules the plan does not
#       show is undetermined. What listens there with TLS or SSH for whoever can log in is none. A
#       resource of a type that crosses a boundary and is not read counts for a storage, an access or a
#       work only where it is named in full; under a pattern or a marker nobody has looked at it.
#       What leads to somebody who is recognised as a party of another subject of the same thing
#       alone is no line of the exchange.
#     ja: >-
#       構成から読み取った回線や保存先が属する対象を判定する。情報交換の相手は 4.3-1a1-06 と
#       4.3-1a2-08 で判定するが、記載が足りずどちらによるか定まらない間は、どちらでも不備となるものを
#       ここで不備とする（残りを記載した後になって初めて分かることのないようにする）。法令に基づくもの
#       は、一方では問題とならないため除く。事業者の管理範囲の開始点で暗号化されるとされている場合は、
#       その情報交換の接続先のうち一つで暗号化が読み取れれば足りる。保存先のアカ
#       ウントはプランから分かるときだけ、リージョンの国は対応表によって判断する。外部保存した情報を
#       誰が利用できるかは 4.3-1c-04 で判定する。外部保存や委託した業務への入口は、誰にでも開いてい
#       ないことを求める（見方は 4.3-2a-07 と同じ）。インターネットのどこからでも届くデータベース
#       と、データベース、ファイル共有、DICOM のポートをすべてに開ける規則は、誰にでも開いた入口とみ
#       る。公開のアドレスを持つのに、通信を許す規則がプランに現れないものは判定不能とする。TLS や
#       SSH で待ち受け、ログインした者だけが使えるものは、開いた入口とみない。組織の境界を越えるが読
#       み取れない種類のリソースは、外部保存、テレワーク、リモートメンテナンス、業務の委託に「*」を
#       使わずに記載されたときだけ、宣言した者が確認したものとみる。
#       同じものが属するほかの対象だけの当事者と分かる相手につながるものは、その情報交換の回線とみな
#       い。
#   ja:
#     title: システムの構成が宣言の内容と食い違わない
#     description: >-
#       事業者の回線の暗号化、情報の保管場所と預け先、公開の有無、委託した業務の情報を利用できる者、
#       接続の区分が定まらない間の情報交換の相手など、ガイドラインの要件で直接には問わない事項についても、システムの構成が宣言の内容と一致す
#       る。
#   findings:
#     observed_line_unencrypted:
#       state: denied
#       en: >-
#         The provider is said to encrypt from the start of its range, but nothing on the line is
#         encrypted: {thing} ({way}).
#       ja: >-
#         事業者の管理範囲の開始点から暗号化されるとされているが、回線（{thing}：{way}）が暗号化されて
#         いない。
#       remedy:
#         en: Encrypt the line (MACsec, IPsec), or declare where encryption really begins.
#         ja: 回線を暗号化する（MACsec、IPsec）か、実際に暗号化が始まる点を宣言する。
#     observed_line_unknown:
#       state: undetermined
#       en: It cannot be told whether {thing} ({way}) is encrypted.
#       ja: '{thing}（{way}）が暗号化されるかどうかが、構成から判断できない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to set it so that it never falls back to plain text
#           and the plan shows it, or judge the next plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、平文に切り替わらない設定とし、それがプラン
#           に現れるような記載を求めるか、リソースができた後のプランで判定する。
#     observed_stranger:
#       state: denied
#       en: '{thing} ({way}) leads to {peer}, which is not recognised as a party of this exchange.'
#       ja: '{thing}（{way}）が、この情報交換の当事者と確認できない相手（{peer}）につながっている。'
#       remedy:
#         en: >-
#           Close it; or write who that is under identifiedBy of the party, and name the party
#           under destinations.parties if it receives information.
#         ja: >-
#           その接続を閉じる。必要な相手であれば、誰であるかを当事者の identifiedBy に記載し、情報
#           を受け取る者は destinations.parties に挙げる。
#     observed_anybody:
#       state: denied
#       en: '{thing} ({way}) is open to anybody ({peer}), so the other side is not identified.'
#       ja: '{thing}（{way}）が誰にでも開かれており（{peer}）、相手方が特定されていない。'
#       remedy:
#         en: >-
#           Narrow it down to the networks or host names of the parties of this exchange, or close
#           it.
#         ja: この情報交換の当事者のネットワークやホスト名だけに限るか、閉じる。
#     observed_peer_unknown:
#       state: undetermined
#       en: It cannot be told to whom {thing} ({way}) leads.
#       ja: '{thing}（{way}）がどこにつながるのか判定できない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let the plan or the rendered manifest show the
#           value, or judge the next plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、値がプランや展開済みのマニフェストに現れる
#           ような記載を求めるか、リソースができた後のプランで判定する。
#     observed_peer_ambiguous:
#       state: undetermined
#       en: >-
#         {thing} ({way}) leads to {peer}, where not only a party of this exchange is recognised
#         but also: {others}.
#       ja: >-
#         {thing}（{way}）の接続先（{peer}）には、この情報交換の当事者のほかに、当事者でない者
#         （{others}）のものも含まれる。
#       remedy:
#         en: >-
#           Narrow it down to the addresses of the parties of this exchange, or correct
#           identifiedBy of the parties so that each address belongs to one of them.
#         ja: >-
#           接続先をこの情報交換の当事者のアドレスだけに限るか、一つのアドレスが複数の者に当てはま
#           らないように当事者の identifiedBy を改める。
#     observed_public_store:
#       state: denied
#       en: '{thing} ({way}) can be read by everybody.'
#       ja: '{thing}（{way}）は誰でも読み出せる。'
#       remedy:
#         en: Block public access to {thing}.
#         ja: '{thing} への公開アクセスを遮断する。'
#     observed_elsewhere:
#       state: denied
#       en: '{thing} ({way}) lies in {place}, and {declared} is declared.'
#       ja: '{thing}（{way}）は {place} にあるが、宣言された保管場所は {declared} である。'
#       remedy:
#         en: Keep it where it is declared to be, or agree on and declare the other place.
#         ja: 宣言した場所に置くか、合意のうえで宣言の保管場所（location）を改める。
#     observed_other_custodian:
#       state: denied
#       en: '{thing} ({way}) lies in the account of {operator}, which is not declared to keep it.'
#       ja: '{thing}（{way}）は、預け先として宣言されていない「{operator}」のアカウントにある。'
#       remedy:
#         en: Keep it with the declared party, or declare who really keeps it.
#         ja: 宣言した預け先に置くか、実際に預けている相手を宣言する。
#     observed_other_reader:
#       state: denied
#       en: >-
#         {thing} ({way}) gives access to {reader}, which is neither the institution nor the
#         contractor of the work.
#       ja: >-
#         {thing}（{way}）が、業務を委託する医療機関等でも委託先でもない者（{reader}）に利用を許して
#         いる。
#       remedy:
#         en: Take the access away, or write whose account it is under identifiedBy of the party.
#         ja: 利用を許さない設定にするか、誰のアカウントかを当事者の identifiedBy に記載する。
#     observed_reader_unknown:
#       state: undetermined
#       en: 'It cannot be told to whom {thing} ({way}) gives access: {reader}.'
#       ja: '{thing}（{way}）が誰に利用を許しているのか判断できない（{reader}）。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to name those who are given access in literal values,
#           so that the plan or the rendered manifest shows them, or give the Terraform sources
#           (--source); or judge the next plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、利用を許す相手がプランや展開済みのマニフェ
#           ストに現れるよう固定の値で記載することを求めるか、Terraform のソースを指定する
#           （--source）。または、リソースができた後のプランで判定する。
#     observed_open_door:
#       state: denied
#       en: '{thing} ({way}) can be tried by {from}.'
#       ja: '{thing}（{way}）は、{from}接続を試みられる。'
#       remedy:
#         en: Let in only named networks or accounts, or whoever comes over a VPN.
#         ja: 特定のネットワークまたはアカウント、または VPN を経由した者だけが使えるようにする。
#     observed_no_authentication:
#       state: denied
#       en: '{thing} ({way}) lets people in without authentication, from {from}.'
#       ja: '{thing}（{way}）は、認証なしで利用できる（接続元：{from}）。'
#       remedy:
#         en: Ask for authentication.
#         ja: 認証を求める設定にする。
#     observed_entry_unknown:
#       state: undetermined
#       en: >-
#         It cannot be told who gets in by {thing} ({way}), by which port or with which
#         authentication.
#       ja: '{thing}（{way}）から誰が、どのポートや認証で入れるのかが、構成から判断できない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let one plan show the value and the rules of the
#           network, give the Terraform sources (--source), or judge the next plan, once the
#           resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、値と通信を許す規則が同じプランに現れるよう
#           な記載を求めるか、Terraform のソースを指定する（--source）。または、リソースができた後の
#           プランで判定する。
#     observed_type_by_pattern:
#       state: undetermined
#       en: >-
#         {thing} crosses a boundary and belongs to this subject by a pattern or a marker alone;
#         resources of the type {type} are not read, so it cannot be told whom it serves.
#       ja: >-
#         {thing} は組織の境界を越え、「*」による指定または目印（タグ・ラベル・アノテーション）だけ
#         でこの対象に属している。{type} は読み取れない種類のリソースであり、誰が利用できるのか判定
#         できない。
#       remedy:
#         en: >-
#           See whom {thing} serves and write "{thing}" in full under implementedBy, or take it out of
#           the pattern, or the marker off it.
#         ja: >-
#           {thing} を誰が利用できるかを確認したうえで、implementedBy に "{thing}" を「*」を使わずに記
#           載するか、「*」の指定や目印から外す。
#     observed_type_not_read:
#       state: note
#       en: >-
#         {thing} crosses a boundary; resources of the type {type} are not read, so nobody compared
#         whom it serves.
#       ja: >-
#         {thing} は組織の境界を越えるが、{type} は読み取れない種類のリソースであるため、誰が利用できるか
#         は照合していない。
#       remedy:
#         en: Ask whoever writes the deployment whom {thing} serves, and where it keeps what.
#         ja: >-
#           {thing} を誰が利用でき、どこに何を保管するのかを、システムの構成を作成した担当者または事
#           業者に確認する。
#     observed_store_unknown:
#       state: undetermined
#       en: It cannot be told where {thing} ({way}) lies, or whether it is public.
#       ja: '{thing}（{way}）がどこにあるか、または公開されているかが、構成から判断できない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let the plan show region and access, or judge the
#           next plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、リージョンや公開の設定がプランに現れるよう
#           な記載を求めるか、リソースができた後のプランで判定する。
package bunkaiten.requirements.product.declaration_holds

import data.bunkaiten.compared.access
import data.bunkaiten.compared.custody
import data.bunkaiten.compared.line
import data.bunkaiten.compared.peer
import data.bunkaiten.compared.store
import data.bunkaiten.compared.unread
import data.bunkaiten.declared.subject

applies contains key if some key, _ in line.claimed

applies contains key if some key, _ in custody.kept_by

applies contains key if some key, _ in _doors

applies contains key if some key, _ in store.others

applies contains key if some key, _ in _unread

applies contains key if some key, _ in peer.on_any_path

satisfied contains key if {
	some key, _ in line.claimed
	key in line.encrypted
	not peer.on_any_path[key]
}

satisfied contains key if {
	some key, _ in custody.kept_by
	key in custody.kept_as_declared
	key in store.kept_from_others
	key in access.guarded
	not _unread[key]
}

deny contains found if {
	some key, _ in line.claimed
	some found in line.bare[key]
	found.code == "observed_line_unencrypted"
}

deny contains found if {
	some key, _ in custody.kept_by
	some found in custody.contradictions[key]
	found.code != "observed_store_unknown"
}

deny contains found if {
	some key, _ in store.others
	some found in store.others[key]
	found.code == "observed_other_reader"
}

deny contains found if {
	some found in _doors[_]
	found.code != "observed_entry_unknown"
}

deny contains found if {
	some key, each in peer.on_any_path
	some found in each
	found in peer.breaches[key]
}

undetermined contains found if {
	some key, each in peer.on_any_path
	some found in each
	found in peer.doubts[key]
}

undetermined contains found if {
	some key, _ in line.claimed
	some found in line.bare[key]
	found.code == "observed_line_unknown"
}

undetermined contains found if {
	some key, _ in custody.kept_by
	some found in custody.contradictions[key]
	found.code == "observed_store_unknown"
}

undetermined contains found if {
	some key, _ in store.others
	some found in store.others[key]
	found.code == "observed_reader_unknown"
}

undetermined contains found if {
	some found in _doors[_]
	found.code == "observed_entry_unknown"
}

undetermined contains found if some found in _unread[_]

note contains found if {
	some key, each in unread.by_name
	not _is_exchange(key)
	some found in each
}

# of exchanges A2-08 and A1-06 ask to whom it leads
_unread[key] := each if {
	some key, each in unread.by_pattern
	not _is_exchange(key)
}

_is_exchange(key) if split(key, "/")[1] == "exchanges"

# those of telework and remote maintenance are judged by 4.3-2a-07 and 4.3-2b-02
_doors[key] contains found if {
	some section in ["entrustedWork", "externalStorage"]
	some key, _ in subject.of[section]
	some found in access.doors[key]
}
