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
#       more than published terms. It binds only the parties that it names; three or more may
#       share one. A signature is asked of minutes and letters only, but a list of signatures that
#       is given counts for any form; a day of signature (signedOn) that is yet to come is no
#       signature. Destinations that nobody has identified cannot have agreed, whatever the basis
#       of the provision.
#     ja: >-
#       ここでは、内容を問わず、契約等があることを判定する。提供元と各提供先を当事者とし、判定日に
#       有効（発効日と最終日を含む）で、約款でないことを要する。当事者でない者には及ばない。3者以
#       上で一つの契約等を結んでもよい。署名は議事録・書簡（form: minute・letter）にのみ求めるが、
#       署名者の一覧（signedBy）が記載されていれば、どの形の契約等もそれによる。署名日（signedOn）
#       が判定日より後であれば、署名はないものとみる。特定できない提供先とは合意できないため、提供
#       の根拠にかかわらず認めない。
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
#       en: Between {one} and {other} nothing but published terms is in force ({agreements}).
#       ja: 「{one}」と「{other}」の間に、約款（{agreements}）のほかに有効な契約等がない。
#       remedy:
#         en: Agree by contract or the like, and write the agreement under "agreements".
#         ja: 約款によらず契約等で合意し、agreements に記載する。
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
package bunkaiten.requirements.provider_network.agreement_is_in_force

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
	every matters in pairs { _boundary in matters }
}

deny contains found if {
	some key, declared in path.provider_network
	exchange.is_open(declared)
	place := subject.step_to(declared, ["destinations", "others"])
	found := finding.at("unidentified_destinations", key, [place], {})
}

deny contains found if {
	some key, declared in _read
	some found in accord.denials(key, declared, _settled[key], _boundary)
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

# Any agreement in force will do, published terms apart. Published terms never settle a boundary, so
# what is asked is whether a boundary were settled if every agreement settled one.
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
