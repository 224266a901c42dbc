# METADATA
# title: Management responsibility up to the provider's line lies with the institutions
# description: >-
#   Even where a provider supplies the encrypted line, management responsibility up to reaching
#   that line lies with the institutions.
# custom:
#   id: 4.3-1b2-07
#   modality: allocation
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Applies to every exchange that is encrypted from the provider's edge, on a self-connected
#       path and while the path class is open as well. The holder has to be an institution of this
#       exchange, the source or a destination; it need not be the one whose segment it is. One
#       holder counts for all of them; where holders are written by institution, the source and
#       every identified destination need one.
#     ja: >-
#       事業者の管理範囲の開始点から暗号化するすべての情報交換に適用する（独自に接続する場合も、接続
#       の区分が定まらない場合も含む）。責任を負う者は、この情報交換の提供元または提供先の医療機関等
#       であればよい。一者だけを記載したときは、すべての提供元・提供先についてその者が負うものとみ
#       る。医療機関等ごとに記載するときは、提供元と、特定されたすべての提供先について記載を求める。
#   ja:
#     title: 回線に到達するまでの管理責任は医療機関等が負う
#     description: >-
#       情報処理関連事業者の管理範囲の開始点で適切に暗号化される場合も、事業者が提供するネットワー
#       ク回線に到達するまでの管理責任は医療機関等に存在する。
#   findings:
#     borne_by_provider:
#       state: denied
#       en: >-
#         Management responsibility up to the provider's line, on the side of {ends}, is put on the
#         provider {holder}.
#       ja: >-
#         医療機関等（{ends}）の側で事業者の回線に到達するまでの管理責任を、事業者である
#         「{holder}」が負うとされている。
#       remedy:
#         en: >-
#           Settle which institution of this exchange bears it, and name it as
#           responsibilities.localSegment.
#         ja: >-
#           この情報交換のどの医療機関等が負うかを定め、responsibilities.localSegment に記載する。
#     borne_by_another:
#       state: denied
#       en: >-
#         Management responsibility up to the provider's line, on the side of {ends}, is put on
#         {holder}, which is no institution of this exchange.
#       ja: >-
#         医療機関等（{ends}）の側で事業者の回線に到達するまでの管理責任を、この情報交換の医療機関
#         等ではない「{holder}」が負うとされている。
#       remedy:
#         en: >-
#           Settle which institution of this exchange bears it, and name it as
#           responsibilities.localSegment.
#         ja: >-
#           この情報交換のどの医療機関等が負うかを定め、responsibilities.localSegment に記載する。
#     borne_by_nobody:
#       state: denied
#       en: >-
#         It is stated that nobody bears management responsibility up to the provider's line on the
#         side of {ends}.
#       ja: >-
#         医療機関等（{ends}）の側で事業者の回線に到達するまでの管理責任を負う者が「なし」とされて
#         いる。
#       remedy:
#         en: >-
#           Settle which institution of this exchange bears it, and name it as
#           responsibilities.localSegment.
#         ja: この情報交換のどの医療機関等が負うかを定め、responsibilities.localSegment に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open who bears management responsibility up to the
#         provider's line.
#       ja: '{field} の記載がなく、事業者の回線に到達するまでの管理責任を誰が負うか判定できない。'
#       remedy:
#         en: Name the institution that bears it as {field}; where nobody does, write none.
#         ja: '{field} に、責任を負う医療機関等を記載する（いない場合は none とする）。'
package bunkaiten.requirements.provider_edge_encryption.institution_manages_local_segment

import data.bunkaiten.declared.allocation
import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.share
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in encryption.provider_edge

satisfied contains key if {
	some key, declared in encryption.provider_edge
	held := _held[key]
	own := share.institutions(declared)
	ends := declared.ends
	every end in ends { held[end].holder in own }
}

deny contains found if {
	some key, held in _held
	declared := encryption.provider_edge[key]
	some stated in held
	code := share.elsewhere(declared, stated.holder)

	# one finding for all the ends that share an entry
	ends := [subject.label(declared, end) | some end, same in held; same == stated]
	values := {"ends": ends, "holder": subject.label(declared, stated.holder)}
	found := finding.at(code, key, [subject.step_to(declared, stated.fields)], values)
}

undetermined contains found if {
	some key, declared in encryption.provider_edge
	some end in declared.ends
	not _held[key][end]

	found := finding.not_stated(key, subject.step_to(declared, allocation.unheld(declared, _duty, end)))
}

_duty := "localSegment"

# for each end, who bears the duty there, and in which fields that is written
_held[key][end] := {"fields": fields, "holder": holder} if {
	some key, declared in encryption.provider_edge
	some end in declared.ends
	[fields, holder] := allocation.holder(declared, _duty, end)
}
