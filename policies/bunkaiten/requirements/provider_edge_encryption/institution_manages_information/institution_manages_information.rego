# METADATA
# title: Management responsibility for the information in the line lies with the institutions
# description: >-
#   Even where a provider supplies the encrypted line, management responsibility for the
#   information that flows in it lies with the institutions.
# custom:
#   id: 4.3-1b2-08
#   modality: allocation
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Applies to every exchange that is encrypted from the provider's edge, on a self-connected
#       path and while the path class is open as well. The holder has to be an institution of this
#       exchange, the source or a destination; which of them, 4.3(1)(a) says. Encryption by the
#       provider moves nothing to it.
#     ja: >-
#       事業者の管理範囲の開始点から暗号化するすべての情報交換に適用する（独自に接続する場合も、接続
#       の区分が定まらない場合も含む）。責任を負う者は、この情報交換の提供元または提供先の医療機関等
#       であればよく、そのいずれかは 4.3(1)(a) による。事業者が暗号化していても、責任は事業者に移ら
#       ない。
#   ja:
#     title: 回線を流れる情報に対する管理責任は医療機関等が負う
#     description: >-
#       情報処理関連事業者の管理範囲の開始点で適切に暗号化される場合も、ネットワーク回線を流れる情
#       報に対する管理責任は医療機関等に存在する。
#   findings:
#     borne_by_provider:
#       state: denied
#       en: >-
#         Management responsibility for the information in the line is put on the provider
#         {holder}. It lies with the institutions, also where the line is encrypted.
#       ja: >-
#         回線を流れる情報に対する管理責任を、事業者である「{holder}」が負うとされている。回線が暗号化
#         されていても、この管理責任は医療機関等に存在する。
#       remedy:
#         en: >-
#           Settle which institution of this exchange bears it, and name it as
#           responsibilities.information.
#         ja: >-
#           この情報交換のどの医療機関等が負うかを定め、responsibilities.information に記載する。
#     borne_by_another:
#       state: denied
#       en: >-
#         Management responsibility for the information in the line is put on {holder}, which is no
#         institution of this exchange.
#       ja: >-
#         回線を流れる情報に対する管理責任を、この情報交換の医療機関等ではない「{holder}」に負わせて
#         いる。
#       remedy:
#         en: >-
#           Settle which institution of this exchange bears it, and name it as
#           responsibilities.information.
#         ja: >-
#           この情報交換のどの医療機関等が負うかを定め、responsibilities.information に記載する。
#     borne_by_nobody:
#       state: denied
#       en: >-
#         It is stated that nobody bears management responsibility for the information in the line.
#       ja: 回線を流れる情報に対する管理責任を負う者が「なし」とされている。
#       remedy:
#         en: >-
#           Settle which institution of this exchange bears it, and name it as
#           responsibilities.information.
#         ja: この情報交換のどの医療機関等が負うかを定め、responsibilities.information に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open who bears management responsibility for the
#         information in the line.
#       ja: '{field} の記載がなく、回線を流れる情報に対する管理責任を誰が負うか判定できない。'
#       remedy:
#         en: Name the institution that bears it as {field}; where nobody does, write none.
#         ja: '{field} に、責任を負う医療機関等を記載する（いない場合は none とする）。'
package bunkaiten.requirements.provider_edge_encryption.institution_manages_information

import data.bunkaiten.declared.allocation
import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.share
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in encryption.provider_edge

satisfied contains key if {
	some key, declared in encryption.provider_edge
	declared.responsibilities.information in share.institutions(declared)
}

deny contains found if {
	some key, declared in encryption.provider_edge
	some [fields, holder] in allocation.holders(declared, "information")
	code := share.elsewhere(declared, holder)

	values := {"holder": subject.label(declared, holder)}
	found := finding.at(code, key, [subject.step_to(declared, fields)], values)
}

undetermined contains found if {
	some key, declared in encryption.provider_edge
	not declared.responsibilities.information

	found := finding.not_stated(key, subject.step_to(declared, ["responsibilities", "information"]))
}
