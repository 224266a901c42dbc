# METADATA
# title: Nothing goes to a destination that nobody has identified
# description: >-
#   Where institutions connect themselves one-to-many and even one destination cannot be
#   identified, medical information in principle cannot be provided, except in cases set by law
#   and the like.
# custom:
#   id: 4.3-1a2-08
#   modality: prohibition
#   binds: [source]
#   interpretation:
#     en: >-
#       Whether an exchange is one-to-many follows from what is declared: several parties, or an
#       open list that is not said to be one-to-one. Candidates on a closed list count as
#       identified. A destination counts as not identified if a network or host name that
#       identifies it fits anybody, also beside others of its own: a network too wide for one
#       organisation (0.0.0.0/0), the whole of a private or shared address block (10.0.0.0/8,
#       100.64.0.0/10), * and whatever anybody can have a name under (*.or.jp, *.tokyo.jp,
#       *.amazonaws.com), and a domain of mailboxes or lines for anybody (gmail.com). A part of a
#       private block (10.1.2.0/24) is its own on a closed network. The exception for law needs
#       the law and its article; any other exception needs a named approver and is for a person to
#       decide. The text says nothing of a one-to-one exchange with an unidentified destination.
#       Whoever the deployment shows on the other side must be one of the parties that the
#       exchange names, as their identifiedBy recognises it; what is open to anybody leads to a
#       destination that is not identified. A private address that recognises nobody is taken for
#       the institution's own. Whoever may read a store of the exchange, or get in at what it has,
#       is on the other side too, unless a storage, an access or a work has the same thing and
#       judges it. An address that fits several parties is that of the narrowest network or name;
#       where one of them has no part in the exchange, or a wider network takes in somebody's that
#       has none, it cannot be told. What crosses and is not read has to be named in full, not by
#       a pattern. Where law and article are cited, it is not asked.
#       Where another exchange, storage, access or work has the same thing, whoever is recognised as
#       a party of that one alone is left to it; whoever is recognised as a party of none of them is
#       asked of each.
#     ja: >-
#       1対Nかどうかは記載された提供先から判断する（提供先が複数、または1対1と明記されない限り「そ
#       の他あり」の一覧）。提供先となる可能性がある医療機関等を閉じた一覧で示したものは、特定され
#       たものとみる。識別情報のネットワークやホスト名に誰にでも当てはまるものが一つでもある提供先
#       は、ほかに固有のものがあっても、特定されていないものとみる。一つの組織のものとしては広すぎ
#       るネットワーク（0.0.0.0/0）、プライベートアドレス等の全体（10.0.0.0/8、100.64.0.0/10）、*
#       や、誰でもその下の名前を使えるもの（*.or.jp、*.tokyo.jp、*.amazonaws.com）、誰でも使える
#       メールや回線のドメイン（gmail.com）がこれにあたる。閉域網におけるプライベートアドレスの一
#       部（10.1.2.0/24）は固有のものとみる。法令による例外には法令名と条項が要る。それ以外の例外
#       は承認者の記載を要し、人が判断する。1対1で提供先が特定できない場合について本文は述べていな
#       い。構成から読み取った接続先は、この情報交換に挙げられた当事者であることが identifiedBy か
#       ら分かるものでなければならない。誰にでも開かれたものは、特定されていない提供先につながるも
#       のとみる。どの当事者のものとも記載のないプライベートアドレスは、自らの内部のものとみる。こ
#       の情報交換の保存先を読み出せる者や、その機器等に入れる者も接続先とみる（同じものが外部保
#       存、テレワーク、リモートメンテナンス、業務の委託にも属する場合は、そちらで判定する）。複数
#       の者に当てはまるアドレスは、最も狭いネットワークまたは名称の者のものとみる。それでもこの情
#       報交換の当事者でない者が残る場合や、広いネットワークがその者のネットワークを含む場合は判定
#       できない。組織の境界を越えるが読み取れない種類のリソースは、「*」を使わずに記載する。法令
#       名と条項が示されていれば、接続先は問わない。
#       同じものがほかの対象（情報交換、外部保存、テレワーク、リモートメンテナンス、業務の委託）にも
#       属し、相手がその対象だけの当事者と分かるときは、そちらで判定する。どの対象の当事者とも分から
#       ない相手は、それぞれの対象で判定する。
#   ja:
#     title: 特定できない提供先へは提供しない
#     description: >-
#       医療機関等が独自に1対Nで接続する場合、提供先が一つでも特定できなければ、法令で定められてい
#       る場合等を除き、原則として医療情報を提供できない。
#   findings:
#     open_destinations:
#       state: denied
#       en: The exchange is open to destinations that nobody has identified.
#       ja: この情報交換は、特定されていない提供先にも送れる状態になっている。
#       remedy:
#         en: >-
#           List every destination under destinations.parties and write "others: none", or cite
#           the law and article that provide for it ("basis", "statute").
#         ja: >-
#           提供先をすべて destinations.parties に挙げて「others: none」とするか、根拠となる法令名
#           と条項を basis、statute に記載する。
#     destination_is_anybody:
#       state: denied
#       en: >-
#         {destination} is identified by what fits anybody ({addresses}), so it is no identified
#         destination.
#       ja: >-
#         提供先「{destination}」の識別情報（{addresses}）は誰にでも当てはまるため、提供先を特定し
#         たことにならない。
#       remedy:
#         en: >-
#           Write the networks or host names that belong to {destination} alone under its
#           identifiedBy.
#         ja: 「{destination}」だけのネットワークまたはホスト名を identifiedBy に記載する。
#     statute_incomplete:
#       state: denied
#       en: >-
#         A law is claimed as the ground for unidentified destinations, but its citation is not
#         complete; missing: {fields}.
#       ja: 提供先を特定しない根拠を法令としているが、次の記載がない（{fields}）。
#       remedy:
#         en: Write both statute.law and statute.article, or identify every destination.
#         ja: >-
#           statute.law（法令名）と statute.article（条項）の両方を記載するか、提供先をすべて特定
#           する。
#     exception_without_approver:
#       state: denied
#       en: An exception is claimed, but nobody is named who approved it.
#       ja: 例外とする旨の記載があるが、承認者が示されていない。
#       remedy:
#         en: >-
#           Write who approved the exception (exception.approvedBy), or identify every
#           destination.
#         ja: 例外の承認者（exception.approvedBy）を記載するか、提供先をすべて特定する。
#     exception_to_be_decided:
#       state: undetermined
#       en: >-
#         {approver} approved an exception that is not a law. Whether it holds, the institution has
#         to decide.
#       ja: >-
#         法令以外の例外が「{approver}」の承認により示されている。認められるかどうかは、医療機関等の
#         責任者の判断を要する。
#       remedy:
#         en: >-
#           Let whoever is responsible at the source decide whether the exception holds; if it does
#           not, identify every destination.
#         ja: >-
#           提供元医療機関等の責任者が例外の当否を判断する。認められなければ、提供先をすべて特定す
#           る。
#     one_to_one_unidentified:
#       state: undetermined
#       en: >-
#         The exchange is one-to-one and its destination is not identified. The guideline does not
#         say whether it may take place.
#       ja: 1対1の接続で提供先が特定されていない。この場合についてガイドライン本文に明示がない。
#       remedy:
#         en: 'Name the destination under destinations.parties and write "others: none".'
#         ja: '提供先を destinations.parties に記載し、「others: none」とする。'
#     no_destination:
#       state: undetermined
#       en: >-
#         No destination is named, and it is stated that there are no others, so it is open to
#         whom the information goes.
#       ja: >-
#         提供先が一つも挙げられておらず、ほかの提供先もない（others: none）とされているため、どこ
#         へ提供するのか判定できない。
#       remedy:
#         en: >-
#           Name every destination under destinations.parties, or take the exchange out of the
#           declaration.
#         ja: 提供先をすべて destinations.parties に記載するか、この情報交換を宣言から外す。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open whether every destination is identified.'
#       ja: '{field} の記載がなく、提供先がすべて特定されているか判定できない。'
#       remedy:
#         en: >-
#           Write {field}: none where there are no other destinations, unidentified where there
#           are some that cannot be identified.
#         ja: >-
#           {field} を記載する（ほかに提供先がなければ none、特定できない提供先があれば
#           unidentified とする）。
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
#     observed_type_by_pattern:
#       state: undetermined
#       en: >-
#         {thing} crosses a boundary and belongs to this exchange by a pattern or a marker alone;
#         resources of the type {type} are not read, so it cannot be told to whom it leads.
#       ja: >-
#         {thing} は組織の境界を越え、「*」による指定または目印（タグ・ラベル・アノテーション）だけ
#         でこの情報交換に属している。{type} は読み取れない種類のリソースであり、どこにつながるのか
#         判定できない。
#       remedy:
#         en: >-
#           See to whom {thing} leads and write "{thing}" in full under implementedBy, or take it
#           out of the pattern, or the marker off it.
#         ja: >-
#           {thing} の接続先を確認したうえで、implementedBy に "{thing}" を「*」を使わずに記載する
#           か、「*」の指定や目印から外す。
#     observed_type_not_read:
#       state: note
#       en: >-
#         {thing} crosses a boundary; resources of the type {type} are not read, so nobody
#         compared to whom it leads.
#       ja: >-
#         {thing} は組織の境界を越えるが、{type} は読み取れない種類のリソースであるため、接続先は
#         照合していない。
#       remedy:
#         en: Ask whoever writes the deployment to whom {thing} leads and who decrypts there.
#         ja: >-
#           {thing} の接続先と、そこで復号する者を、システムの構成を作成した担当者または事業者に確認
#           する。
package bunkaiten.requirements.self_connected.no_unidentified_destination

import data.bunkaiten.compared.peer
import data.bunkaiten.compared.unread
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in path.self_connected

satisfied contains key if {
	some key, declared in path.self_connected
	_may_be_sent(key, declared)
}

deny contains found if {
	some key, declared in _prohibited
	not _is_exception_claimed(declared)
	exchange.is_open(declared)
	found := finding.at("open_destinations", key, [subject.step_to(declared, ["destinations", "others"])], {})
}

deny contains found if {
	some key, declared in _prohibited
	not _is_exception_claimed(declared)
	some party, addresses in exchange.anybody[key]

	place := subject.step_to_party(declared, [party, "identifiedBy"])
	values := {"destination": subject.label(declared, party), "addresses": addresses}
	found := finding.at("destination_is_anybody", key, [place], values)
}

deny contains found if {
	some key, declared in _prohibited
	declared.basis == "statutory"
	values := {"fields": exchange.uncited(declared)}
	found := finding.at("statute_incomplete", key, [subject.step_to(declared, ["statute"])], values)
}

deny contains found if {
	some key, declared in _prohibited
	is_object(declared.exception)
	not _approver(declared)
	found := finding.at("exception_without_approver", key, [subject.step_to(declared, ["exception"])], {})
}

deny contains found if {
	some key, declared in path.self_connected
	not exchange.is_provided_by_law(declared)
	some found in peer.breaches[key]
}

undetermined contains found if {
	some key, declared in path.self_connected
	not exchange.is_provided_by_law(declared)
	some found in peer.doubts[key]
}

undetermined contains found if {
	some key, declared in _unidentified
	values := {"approver": _approver(declared)}
	found := finding.at("exception_to_be_decided", key, [subject.step_to(declared, ["exception"])], values)
}

undetermined contains found if {
	some key, declared in _unidentified
	not exchange.is_to_many(declared)
	found := finding.at("one_to_one_unidentified", key, [subject.step_to(declared, ["topology"])], {})
}

undetermined contains found if {
	some key, declared in path.self_connected
	not exchange.is_provided_by_law(declared)
	exchange.leads_nowhere(declared)
	found := finding.at("no_destination", key, [subject.step_to(declared, ["destinations", "parties"])], {})
}

undetermined contains found if {
	some key, declared in path.self_connected
	not exchange.is_provided_by_law(declared)
	not declared.destinations.others
	found := finding.not_stated(key, subject.step_to(declared, ["destinations", "others"]))
}

note contains found if {
	some key, _ in path.self_connected
	some found in unread.by_name[key]
}

# a prohibition stands until its exception is shown
_prohibited[key] := declared if {
	some key, declared in _unidentified
	exchange.is_to_many(declared)
}

_unidentified[key] := declared if {
	some key, declared in path.self_connected
	_is_unidentified(key, declared)
	not exchange.is_provided_by_law(declared)
}

_may_be_sent(key, declared) if {
	declared.destinations.others == "none"
	count(declared.destinations.parties) > 0
	not exchange.anybody[key]
	key in peer.consistent
}

_may_be_sent(_, declared) if exchange.is_provided_by_law(declared)

_is_unidentified(_, declared) if exchange.is_open(declared)

_is_unidentified(key, _) if exchange.anybody[key]

_is_exception_claimed(declared) if declared.basis == "statutory"

_is_exception_claimed(declared) if is_object(declared.exception)

_approver(declared) := declared.exception.approvedBy if declared.exception.approvedBy != "none"
