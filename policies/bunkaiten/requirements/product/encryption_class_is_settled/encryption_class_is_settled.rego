# METADATA
# title: The encryption class of every exchange of patient information is settled
# description: >-
#   Where encryption begins and ends, and who operates both points, decides which part of
#   4.3(1)(b) governs an exchange. While that is open, 4.3(1)(b) cannot be applied.
# custom:
#   id: bunkaiten-03
#   origin: derived
#   section: exchanges
#   protects: [4.3(1)(b)①, 4.3(1)(b)②]
#   modality: definition
#   verdicts: [satisfied, undetermined, note]
#   binds: [source, destination, provider]
#   interpretation:
#     en: >-
#       End to end: encryption begins at a component that the source operates and ends at one that
#       each destination operates; an institution's own VPN router is part of its system, and so
#       is a system that a contractor runs for it under an agreement in force. Provider's edge: it
#       begins at a component that this path's provider operates, wherever the box stands. No
#       encryption at all is accepted, with a note, on a self-connected path over the telephone
#       network, a leased line or a closed network: there nothing is shared with the provider, and
#       eavesdropping stays with the institutions.
#     ja: >-
#       発信元（提供元）が運用する機器で暗号化が始まり、各送信先（提供先）が運用する機器で終わる場
#       合を「発信元／送信先で暗号化／復号」とする。医療機関等が自ら運用する VPN ルータや、有効な
#       契約等に基づき受託者が運用するシステムは、医療機関等の情報システムに含める。この経路の事業
#       者が運用する機器で始まる場合は、機器の設置場所にかかわらず「事業者の管理範囲の開始点で暗号
#       化」とする。電話回線等の公衆網、専用線または閉域 IP 通信網に独自に接続し、暗号化しないと明
#       記した場合は、事業者との間に管理責任の分担が発生せず、盗聴に対する責任が医療機関等に残ると
#       みて、その旨を参考として示したうえで認める。
#   ja:
#     title: 患者情報の交換ごとに暗号化の区分が定まっている
#     description: >-
#       暗号化がどこで始まりどこで終わるか、その機器を誰が運用するかによって、4.3(1)(b) のどの場合
#       にあたるかが決まる。それが定まらないうちは 4.3(1)(b) を適用できない。
#   findings:
#     begins_elsewhere:
#       state: undetermined
#       en: >-
#         Encryption is stated to begin at a component operated by {party}, and not by the source
#         or by the provider of this path. 4.3 does not say who answers for eavesdropping; see
#         6.11.
#       ja: >-
#         暗号化する機器を運用する者が「{party}」とされており、発信元でもこの経路の事業者でもな
#         い。盗聴に対する責任は 4.3 からは定まらない（ガイドライン 6.11 を参照）。
#       remedy:
#         en: >-
#           Have the source encrypt in its own system, or the provider at the start of its range,
#           and write it under encryption.begins.
#         ja: >-
#           発信元のシステム、または事業者の管理範囲の開始点で暗号化し、encryption.begins に記載す
#           る。
#     ends_elsewhere:
#       state: undetermined
#       en: >-
#         Encryption towards {destination} is stated to end at a component operated by {party}, so
#         it is not end to end. 4.3 does not say who answers for eavesdropping; see 6.11.
#       ja: >-
#         「{destination}」への送信で復号する機器を運用する者が「{party}」とされており、送信先の情
#         報システムで復号されるとはいえない。盗聴に対する責任は 4.3 からは定まらない（ガイドライ
#         ン 6.11 を参照）。
#       remedy:
#         en: >-
#           Have {destination} decrypt in a system that it operates itself, and write it under
#           encryption.ends.
#         ja: 「{destination}」が自ら運用するシステムで復号し、encryption.ends に記載する。
#     ends_unidentified:
#       state: undetermined
#       en: >-
#         The exchange is open to destinations that nobody has identified, so the encryption class
#         is open.
#       ja: >-
#         この情報交換は、特定されていない提供先にも送れる状態になっており、暗号化の区分が定まらな
#         い。
#       remedy:
#         en: 'List every destination under destinations.parties and write "others: none".'
#         ja: '提供先をすべて destinations.parties に挙げて「others: none」とする。'
#     no_encryption:
#       state: undetermined
#       en: >-
#         The exchange is stated to be without encryption. On this path 4.3 does not say who
#         answers for eavesdropping; see 6.11.
#       ja: >-
#         暗号化しないとされている。この経路では、盗聴に対する責任は 4.3 からは定まらない（ガイド
#         ライン 6.11 を参照）。
#       remedy:
#         en: >-
#           Encrypt between systems that the institutions operate, or from the start of the
#           provider's range, and write it under "encryption".
#         ja: >-
#           発信元と送信先のシステムの間で、または事業者の管理範囲の開始点から暗号化し、encryption
#           に記載する。
#     no_destination:
#       state: undetermined
#       en: >-
#         No destination is named, and it is stated that there are no others, so the encryption
#         class is open.
#       ja: >-
#         提供先が一つも挙げられておらず、ほかの提供先もない（others: none）とされているため、暗号
#         化の区分が定まらない。
#       remedy:
#         en: >-
#           Name every destination under destinations.parties, or take the exchange out of the
#           declaration.
#         ja: 提供先をすべて destinations.parties に記載するか、この情報交換を宣言から外す。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so the encryption class is open.'
#       ja: '{field} の記載がなく、暗号化の区分が定まらない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
#     unencrypted_closed_path:
#       state: note
#       en: >-
#         The exchange is stated to be without encryption, on a self-connected path ({medium}):
#         responsibility for eavesdropping stays with the institutions. See 6.11.
#       ja: >-
#         独自に接続する経路（{medium}）で、暗号化しないとされている。盗聴に対する責任は医療機関等
#         に残る。考え方はガイドライン 6.11 を参照。
#       remedy:
#         en: In view of 6.11, consider encrypting.
#         ja: ガイドライン 6.11 を踏まえ、暗号化も検討する。
package bunkaiten.requirements.product.encryption_class_is_settled

import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in exchange.all

satisfied contains key if some key in encryption.settled

satisfied contains key if {
	some key, declared in encryption.without
	_is_closed_and_own(key)
}

undetermined contains found if {
	some key, declared in encryption.without
	declared.path.medium
	not _is_closed_and_own(key)

	found := finding.at("no_encryption", key, [subject.step_to(declared, ["encryption"])], {})
}

undetermined contains found if {
	some key, declared in encryption.unsettled
	encryption.begins_at(declared) == "other"
	place := subject.step_to(declared, ["encryption", "begins", "operatedBy"])

	values := {"party": subject.label(declared, declared.encryption.begins.operatedBy)}
	found := finding.at("begins_elsewhere", key, [place], values)
}

undetermined contains found if {
	some key, declared in encryption.unsettled
	encryption.begins_at(declared) == "institution"
	some destination, by in encryption.ends_at(declared)
	by in {"other", "provider"}

	place := subject.step_to(declared, ["encryption", "ends", destination, "operatedBy"])
	values := {
		"destination": subject.label(declared, destination),
		"party": subject.label(declared, declared.encryption.ends[destination].operatedBy),
	}
	found := finding.at("ends_elsewhere", key, [place], values)
}

undetermined contains found if {
	some key, declared in encryption.unsettled
	exchange.is_open(declared)

	found := finding.at("ends_unidentified", key, [subject.step_to(declared, ["destinations", "others"])], {})
}

undetermined contains found if {
	some key, declared in encryption.unsettled
	exchange.leads_nowhere(declared)
	found := finding.at("no_destination", key, [subject.step_to(declared, ["destinations", "parties"])], {})
}

undetermined contains found if {
	some key, steps in _gaps
	some step in steps

	found := finding.not_stated(key, step)
}

note contains found if {
	some key, declared in encryption.without
	_is_closed_and_own(key)

	values := {"medium": _closed_media[declared.path.medium]}
	found := finding.at("unencrypted_closed_path", key, [subject.step_to(declared, ["encryption"])], values)
}

_is_closed_and_own(key) if path.self_connected[key].path.medium in object.keys(_closed_media)

# telephone network, leased line, closed IP network: business-only networks, apart from the internet
_closed_media := {
	"telephone": {"en": "telephone network", "ja": "電話回線等の公衆網"},
	"leased-line": {"en": "leased line", "ja": "専用線"},
	"closed-ip": {"en": "closed IP network", "ja": "閉域 IP 通信網"},
}

_gaps[key] contains step if {
	some key, declared in encryption.unsettled
	some step in encryption.gaps(declared)
}

_gaps[key] contains subject.step_to(declared, ["path", "medium"]) if {
	some key, declared in encryption.without
	not declared.path.medium
}

_gaps[key] contains subject.step_to(declared, ["destinations", "others"]) if {
	some key, declared in encryption.unsettled
	encryption.begins_at(declared) == "institution"
	not declared.destinations.others
}
