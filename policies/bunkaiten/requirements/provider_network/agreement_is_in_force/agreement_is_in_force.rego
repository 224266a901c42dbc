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
#       recognised fits anybody, also beside others of its own: 0.0.0.0/0, the whole of a private or
#       shared address block (10.0.0.0/8), a public suffix (*.or.jp), or a domain of mailboxes for
#       anybody (gmail.com). A part of a private block is its own on a closed network. Whoever the
#       deployment shows on the other side must be one of the parties that the exchange names, as
#       their identifiedBy recognises it; what is open to anybody leads to a destination that is not
#       identified. A private address that recognises nobody is taken for the institution's own.
#     ja: >-
#       ここでは、内容を問わず、契約等があることを判定する。提供元と各提供先を当事者とし、判定日に有
#       効（発効日と最終日を含む）で、約款や法令でないことを要する。約款や法令は、署名があっても、医
#       療機関等どうしの合意とはみない。当事者でない者には及ばない。3者以上で一つの契約等を結んでも
#       よい。署名は議事録・書簡（form: minute・letter）にのみ求めるが、署名者の一覧（signedBy）が記
#       載されていれば、どの形の契約等もそれによる。署名日（signedOn）が判定日より後であれば、署名は
#       ないものとみる。特定できない提供先とは合意できないため、提供の根拠にかかわらず認めない。識別
#       情報のネットワークやホスト名に誰にでも当てはまるもの（0.0.0.0/0、プライベートアドレス等の全
#       体（10.0.0.0/8）、*.or.jp のように誰でもその下の名前を使えるもの、 gmail.com のように誰でも
#       使えるもの）が一つでもあれば、ほかに固有のものがあっても、その提供先は特定されていないものと
#       みる。閉域網におけるプライベートアドレスの一部は固有のものとみる。構成から読み取った接続先
#       は、この情報交換に挙げられた当事者であることが identifiedBy から分かるものでなければならな
#       い。誰にでも開かれたものは、特定されていない提供先につながるものとみる。どの当事者のものとも
#       記載のないプライベートアドレスは、自らの内部のものとみる。
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
#       ja: >-
#         「{one}」と「{other}」の間に、約款または法令（{agreements}）のほかに有効な契約等がない。
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
#         ja: >-
#           更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
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
#       en: >-
#         {thing} ({way}) leads to {peer}, which is not recognised as a party of this exchange.
#       ja: '{thing}（{way}）が、この情報交換の当事者と確認できない相手（{peer}）につながっている。'
#       remedy:
#         en: >-
#           Close it; or write who that is under identifiedBy of the party, and name the party under
#           destinations.parties if it receives information.
#         ja: >-
#           その接続を閉じる。必要な相手であれば、誰であるかを当事者の identifiedBy に記載し、情報を
#           受け取る者は destinations.parties に挙げる。
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
#           Write the value so that the plan or the rendered manifest shows it, or judge the next
#           plan, once the resource exists.
#         ja: >-
#           値がプランや展開済みのマニフェストに現れるように記載するか、リソースができた後のプランで
#           判定する。
package bunkaiten.requirements.provider_network.agreement_is_in_force

import data.bunkaiten.compared.peer
import data.bunkaiten.declared.accord
import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.exchange
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
	some found in peer.findings[key]
	found.code in {"observed_anybody", "observed_stranger"}
}

undetermined contains found if {
	some key, _ in path.provider_network
	some found in peer.findings[key]
	found.code == "observed_peer_unknown"
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
} else := agreement.settled(_read[key], {party | some party in pair})

_read[key] := declared if {
	some key, pairs in accord.between_ends
	not _is_usual(pairs)
	written := path.provider_network[key]
	papers := object.get(_papers, written.root[1], {})
	declared := object.union(object.filter(written, ["parties", "place", "root"]), {"agreements": papers})
}

# for speed only
_is_usual(pairs) if every matters in pairs { _boundary in matters }

_papers[declaration] := {name: object.union(written, {"settles": [_boundary]}) |
	some name, written in spec.agreements
} if {
	some declaration, spec in input.declarations
	is_object(spec.agreements)
}
