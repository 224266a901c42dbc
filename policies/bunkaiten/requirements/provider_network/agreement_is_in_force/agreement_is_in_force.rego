# METADATA
# title: Source and destination have an agreement in force
# description: >-
#   On a provider's network, source and each destination fix the demarcation point on the path and
#   agree on it by contract or the like, also on what to do when the line is down or an incident
#   occurs.
# custom:
#   id: 4.3-1a1-06
#   modality: duty
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Judged here is that there is an agreement at all, whatever it settles: in force on the
#       evaluation date between the source and each destination, first and last day included, and
#       more than published terms or a statute, on which institutions have not agreed, whoever
#       signed them. It binds only the parties that it names; three or more may share one. A
#       signature is asked of minutes and letters only, but a list of signatures that is given
#       counts for any form; a day of signature (signedOn) that is yet to come is no signature.
#       Destinations that nobody has identified cannot have agreed, whatever the basis of the
#       provision. A destination is not identified either if a network or host name by which it is
#       recognised fits anybody, also beside others of its own: 0.0.0.0/0, the whole of a private
#       or shared address block (10.0.0.0/8), a public suffix (*.or.jp), or a domain of mailboxes
#       for anybody (gmail.com). A part of a private block is its own on a closed network. Whoever
#       the deployment shows on the other side must be one of the parties that the exchange names,
#       as their identifiedBy recognises it; what is open to anybody leads to a destination that
#       is not identified. A private address that recognises nobody is taken for the institution's
#       own. Whoever may read a store of the exchange, or get in at what it has, is on the other
#       side too, unless a storage, an access or a work has the same thing and judges it. An
#       address that fits several parties is that of the narrowest network or name; where one of
#       them has no part in the exchange, or a wider network takes in somebody's that has none, it
#       cannot be told. What crosses and is not read has to be named in full, not by a pattern.
#       Where another exchange, storage, access or work has the same thing, whoever is recognised as
#       a party of that one alone is left to it; whoever is recognised as a party of none of them is
#       asked of each.
#     ja: >-
#       ここでは、内容を問わず、契約等があることを判定する。提供元と各提供先を当事者とし、判定日に
#       有効（発効日と最終日を含む）で、約款や法令でないことを要する。約款や法令は、署名があって
#       も、医療機関等どうしの合意とはみない。当事者でない者には及ばない。3者以上で一つの契約等を
#       結んでもよい。署名は議事録・書簡（form: minute・letter）にのみ求めるが、署名者の一覧
#       （signedBy）が記載されていれば、どの形の契約等もそれによる。署名日（signedOn）が判定日より
#       後であれば、署名はないものとみる。特定できない提供先とは合意できないため、提供の根拠にかか
#       わらず認めない。識別情報のネットワークやホスト名に誰にでも当てはまるもの（0.0.0.0/0、プラ
#       イベートアドレス等の全体（10.0.0.0/8）、*.or.jp のように誰でもその下の名前を使えるもの、
#       gmail.com のように誰でも使えるもの）が一つでもあれば、ほかに固有のものがあっても、その提供
#       先は特定されていないものとみる。閉域網におけるプライベートアドレスの一部は固有のものとみ
#       る。構成から読み取った接続先は、この情報交換に挙げられた当事者であることが identifiedBy か
#       ら分かるものでなければならない。誰にでも開かれたものは、特定されていない提供先につながるも
#       のとみる。どの当事者のものとも記載のないプライベートアドレスは、自らの内部のものとみる。こ
#       の情報交換の保存先を読み出せる者や、その機器等に入れる者も接続先とみる（同じものが外部保
#       存、テレワーク、リモートメンテナンス、業務の委託にも属する場合は、そちらで判定する）。複数
#       の者に当てはまるアドレスは、最も狭いネットワークまたは名称の者のものとみる。それでもこの情
#       報交換の当事者でない者が残る場合や、広いネットワークがその者のネットワークを含む場合は判定
#       できない。組織の境界を越えるが読み取れない種類のリソースは、「*」を使わずに記載する。
#       同じものがほかの対象（情報交換、外部保存、テレワーク、リモートメンテナンス、業務の委託）にも
#       属し、相手がその対象だけの当事者と分かるときは、そちらで判定する。どの対象の当事者とも分から
#       ない相手は、それぞれの対象で判定する。
#   ja:
#     title: 提供元と提供先の契約等が有効である
#     description: >-
#       提供元医療機関等と提供先医療機関等は、ネットワーク経路における責任分界点を定め、不通時や事
#       故発生時の対処も含めて契約等で合意しておく。
#   findings:
#     unidentified_destinations:
#       state: denied
#       en: >-
#         The information also goes to destinations that nobody has identified, and nothing can be
#         agreed with them.
#       ja: 特定できない提供先があり、その提供先とは契約等で合意できない。
#       remedy:
#         en: >-
#           Name every destination under destinations.parties, agree with each, and write "others:
#           none".
#         ja: >-
#           提供先をすべて特定して契約等で合意し、destinations.parties に挙げて「others: none」と
#           する。
#     destination_is_anybody:
#       state: denied
#       en: >-
#         {destination} is identified by what fits anybody ({addresses}), so it is no identified
#         destination, and nothing can be agreed with it.
#       ja: >-
#         提供先「{destination}」の識別情報（{addresses}）は誰にでも当てはまる。提供先が特定されて
#         おらず、契約等で合意できない。
#       remedy:
#         en: >-
#           Write the networks or host names that belong to {destination} alone under its
#           identifiedBy.
#         ja: 「{destination}」だけのネットワークまたはホスト名を identifiedBy に記載する。
#     no_agreement:
#       state: denied
#       en: No agreement between {one} and {other}, by contract or the like, is declared.
#       ja: 「{one}」と「{other}」の間の契約等の記載がない。
#       remedy:
#         en: >-
#           Agree in advance and write the agreement, with both as its parties, under
#           "agreements".
#         ja: あらかじめ契約等で合意し、両者を当事者（between）として agreements に記載する。
#     only_published_terms:
#       state: denied
#       en: >-
#         Between {one} and {other} nothing but published terms or a statute is in force
#         ({agreements}), and neither is an agreement between the two.
#       ja: 「{one}」と「{other}」の間に、約款または法令（{agreements}）のほかに有効な契約等がない。
#       remedy:
#         en: Agree by contract or the like, and write the agreement under "agreements".
#         ja: 約款や法令によらず契約等で合意し、agreements に記載する。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement between {one} and {other} ({agreements}) is not in force on the evaluation
#         date: it has ended, has not begun, or is not signed by both.
#       ja: >-
#         「{one}」と「{other}」の契約等（{agreements}）が、判定日に有効でない（期間満了、発効前、
#         または両者の署名がそろっていない）。
#       remedy:
#         en: Renew or sign it, and write what holds now (validFrom, validTo, signedBy, signedOn).
#         ja: 更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
#     no_destination:
#       state: undetermined
#       en: >-
#         No destination is named, and it is stated that there are no others, so it is open with
#         whom to agree.
#       ja: >-
#         提供先が一つも挙げられておらず、ほかの提供先もない（others: none）とされているため、誰と
#         合意すべきか判定できない。
#       remedy:
#         en: >-
#           Name every destination under destinations.parties, or take the exchange out of the
#           declaration.
#         ja: 提供先をすべて destinations.parties に記載するか、この情報交換を宣言から外す。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether source and destination have an agreement in
#         force.
#       ja: '{field} の記載がなく、提供元と提供先の契約等が有効か判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
#     renewed_agreement:
#       state: note
#       en: '{agreement} ended on {date} and is in force only because it renews itself.'
#       ja: '{agreement} は {date} に期間が満了し、自動更新により有効とみている。'
#       remedy:
#         en: Check that it was renewed and write the new last day as validTo.
#         ja: 更新されたことを確認し、新しい満了日を validTo に記載する。
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
package bunkaiten.requirements.provider_network.agreement_is_in_force

import data.bunkaiten.compared.peer
import data.bunkaiten.compared.unread
import data.bunkaiten.declared.accord
import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.paper
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in path.provider_network

satisfied contains key if {
	some key, pairs in _settled
	path.provider_network[key].destinations.others == "none"
	not exchange.anybody[key]
	key in peer.consistent
	every matters in pairs { _boundary in matters }
}

deny contains found if {
	some key, declared in path.provider_network
	exchange.is_open(declared)
	place := subject.step_to(declared, ["destinations", "others"])
	found := finding.at("unidentified_destinations", key, [place], {})
}

deny contains found if {
	some key, parties in exchange.anybody
	some party, addresses in parties
	declared := path.provider_network[key]
	place := subject.step_to_party(declared, [party, "identifiedBy"])
	values := {"destination": subject.label(declared, party), "addresses": addresses}
	found := finding.at("destination_is_anybody", key, [place], values)
}

deny contains found if {
	some key, declared in _read
	some found in accord.denials(key, declared, _settled[key], _boundary)
}

deny contains found if {
	some key, _ in path.provider_network
	some found in peer.breaches[key]
}

undetermined contains found if {
	some key, _ in path.provider_network
	some found in peer.doubts[key]
}

undetermined contains found if {
	some key, declared in path.provider_network
	not declared.destinations.others
	found := finding.not_stated(key, subject.step_to(declared, ["destinations", "others"]))
}

undetermined contains found if {
	some key, declared in path.provider_network
	exchange.leads_nowhere(declared)
	place := subject.step_to(declared, ["destinations", "parties"])
	found := finding.at("no_destination", key, [place], {})
}

undetermined contains found if {
	some key, declared in _read
	some found in accord.open(key, declared, _settled[key], _boundary)
}

note contains found if {
	some key, pairs in accord.between_ends
	some found in accord.renewals(key, path.provider_network[key], pairs)
}

note contains found if {
	some key, _ in path.provider_network
	some found in unread.by_name[key]
}

# Any agreement in force will do, published terms and statutes apart. Those never settle a boundary
# between institutions, so what is asked is whether a boundary were settled if every agreement
# settled one.
_boundary := "path-demarcation"

_settled[key][pair] := matters if {
	some key, pairs in accord.between_ends
	some pair, stated in pairs
	matters := _matters(key, pair, stated)
}

_matters(key, pair, stated) := stated if {
	_boundary in stated
} else := agreement.settled(_read[key], pair)

_read[key] := declared if {
	some key, pairs in accord.between_ends
	not _is_usual(pairs)
	written := path.provider_network[key]
	agreements := {name: object.union(each, {"settles": [_boundary]}) | some name, each in written.agreements}
	declared := object.union(
		object.filter(written, ["parties", "place", "root"]),
		{"agreements": agreements, "papers": paper.among(agreements)},
	)
}

# for speed only
_is_usual(pairs) if every matters in pairs { _boundary in matters }
