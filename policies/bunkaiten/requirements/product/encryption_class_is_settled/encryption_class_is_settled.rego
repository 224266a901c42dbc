# METADATA
# title: The encryption class of every exchange of patient information is settled
# description: >-
#   Where encryption begins and ends, and who operates both points, decides who answers for
#   eavesdropping. While that is open, 4.3(1)(b) cannot be applied.
# custom:
#   id: bunkaiten-03
#   origin: derived
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
#       提供元が運用する機器で暗号化が始まり、各提供先が運用する機器で終わる場合を「発信元／送信先
#       で暗号化」とする。医療機関等が自ら運用する VPN ルータや、有効な契約等に基づき受託者が運用
#       するシステムは、医療機関等の情報システムに含める。この経路の事業者が運用する機器で始まる場
#       合は、機器の設置場所にかかわらず「事業者の管理範囲の開始点で暗号化」とする。電話回線等の公
#       衆網、専用線または閉域 IP 通信網に独自に接続し、暗号化しないと明記した場合は、盗聴への責任
#       が医療機関等に残るものとして、注記を付して認める。
#   ja:
#     title: 患者情報の交換ごとに暗号化の区分が定まっている
#     description: >-
#       暗号化がどこで始まりどこで終わるか、その機器を誰が運用するかによって、盗聴の脅威に誰が責任
#       を負うかが決まる。それが定まらないうちは 4.3(1)(b) を適用できない。
#   findings:
#     begins_elsewhere:
#       state: undetermined
#       en: >-
#         Encryption begins at a component that {party} operates, neither the source nor the
#         provider of this path. 4.3 does not say who answers for eavesdropping; see 6.11.
#       ja: >-
#         暗号化の始まる機器を、提供元でもこの経路の事業者でもない「{party}」が運用している。盗聴
#         への責任は 4.3 からは定まらない（ガイドライン 6.11 を参照）。
#       remedy:
#         en: Have the source encrypt in its own system, or the provider at the start of its range.
#         ja: 提供元のシステム、または事業者の管理範囲の開始点で暗号化する。
#     ends_elsewhere:
#       state: undetermined
#       en: >-
#         Encryption towards {destination} ends at a component that {party} operates, so it is not
#         end to end. 4.3 does not say who answers for eavesdropping; see 6.11.
#       ja: >-
#         「{destination}」への暗号化が「{party}」の運用する機器で終わっており、送信先まで暗号化さ
#         れていない。盗聴への責任は 4.3 からは定まらない（ガイドライン 6.11 を参照）。
#       remedy:
#         en: Have {destination} decrypt in a system that it operates itself.
#         ja: 「{destination}」が自ら運用するシステムで復号する。
#     ends_unidentified:
#       state: undetermined
#       en: >-
#         The exchange is open to destinations that nobody has identified, so nobody can say where
#         its encryption ends.
#       ja: 特定されていない提供先にも開かれており、暗号化がどこで終わるか定まらない。
#       remedy:
#         en: 'List every destination under destinations.parties and write "others: none".'
#         ja: '提供先をすべて destinations.parties に挙げ、「others: none」とする。'
#     no_encryption:
#       state: undetermined
#       en: >-
#         The exchange is declared to carry no encryption. On this path 4.3 does not say who
#         answers for eavesdropping; see 6.11.
#       ja: >-
#         暗号化しないとされている。この経路では盗聴への責任が 4.3 からは定まらない（ガイドライン
#         6.11 を参照）。
#       remedy:
#         en: >-
#           Encrypt between systems that the institutions operate, and write it under
#           "encryption".
#         ja: 医療機関等が運用するシステムの間で暗号化し、encryption に記載する。
#     no_destination:
#       state: undetermined
#       en: No destination is named and none is left open, so encryption ends nowhere.
#       ja: 提供先が一つも挙げられておらず、暗号化の終わる先がない。
#       remedy:
#         en: Name every destination under destinations.parties.
#         ja: 提供先を destinations.parties に挙げる。
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
#         No encryption on a self-connected path ({medium}): eavesdropping stays with the
#         institutions. See 6.11 for what closed networks ask for.
#       ja: >-
#         独自の接続（{medium}）で暗号化しないと宣言されている。盗聴への責任は医療機関等に残る。考
#         え方はガイドライン 6.11 を参照。
#       remedy:
#         en: Consider encrypting all the same (6.11).
#         ja: ガイドライン 6.11 を踏まえ、暗号化も検討する。
package bunkaiten.requirements.product.encryption_class_is_settled

import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
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

	found := finding.at("no_encryption", key, [exchange.step_to(declared, ["encryption"])], {})
}

undetermined contains found if {
	some key, declared in encryption.unsettled
	encryption.begins_at(declared) == "other"
	place := exchange.step_to(declared, ["encryption", "begins", "operatedBy"])

	values := {"party": exchange.label(declared, declared.encryption.begins.operatedBy)}
	found := finding.at("begins_elsewhere", key, [place], values)
}

undetermined contains found if {
	some key, declared in encryption.unsettled
	encryption.begins_at(declared) == "institution"
	some destination, by in encryption.ends_at(declared)
	by in {"other", "provider"}

	place := exchange.step_to(declared, ["encryption", "ends", destination, "operatedBy"])
	values := {
		"destination": exchange.label(declared, destination),
		"party": exchange.label(declared, declared.encryption.ends[destination].operatedBy),
	}
	found := finding.at("ends_elsewhere", key, [place], values)
}

undetermined contains found if {
	some key, declared in encryption.unsettled
	exchange.is_open(declared)

	found := finding.at("ends_unidentified", key, [exchange.step_to(declared, ["destinations", "others"])], {})
}

undetermined contains found if {
	some key, declared in encryption.unsettled
	exchange.leads_nowhere(declared)
	found := finding.at("no_destination", key, [exchange.step_to(declared, ["destinations", "parties"])], {})
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
	found := finding.at("unencrypted_closed_path", key, [exchange.step_to(declared, ["encryption"])], values)
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

_gaps[key] contains exchange.step_to(declared, ["path", "medium"]) if {
	some key, declared in encryption.without
	not declared.path.medium
}

_gaps[key] contains exchange.step_to(declared, ["destinations", "others"]) if {
	some key, declared in encryption.unsettled
	encryption.begins_at(declared) == "institution"
	not declared.destinations.others
}
