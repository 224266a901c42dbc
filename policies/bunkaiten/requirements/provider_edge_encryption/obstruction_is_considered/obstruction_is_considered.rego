# METADATA
# title: Obstruction is considered as well
# description: >-
#   4.3(1)(b)② names eavesdropping, tampering, intrusion and the like, and quality such as
#   availability, as the provider's management responsibility, but not obstruction, which (b)①
#   does name.
# custom:
#   id: 4.3-1b2-11
#   modality: note
#   verdicts: [note]
#   binds: [source, destination, provider]
#   interpretation:
#     en: >-
#       Obstruction may be meant by "and the like" (等) or left to the parties; the text does not
#       tell. So it is asked of nobody: a note is given where it stands in the list of no provider
#       of the path (path.provider, path.routeSecuredBy, path.routersConfiguredBy). On a
#       self-connected path nothing is shared with the provider.
#     ja: >-
#       妨害が「等」に含まれるのか、当事者に委ねられているのかは本文から明らかでない。このため妨害に
#       対する管理責任は求めず、経路の事業者
#       （path.provider、path.routeSecuredBy、path.routersConfiguredBy）のいずれの一覧にもないときに
#       参考として示すにとどめる。独自に接続する場合は事業者との間に管理責任の分担が発生しないため、
#       対象としない。
#   ja:
#     title: 妨害の脅威についても検討する
#     description: >-
#       4.3(1)(b)② が事業者の管理責任として挙げるのは「盗聴や改ざん、侵入等」と「可用性等の品質」
#       であり、(b)① にある「妨害」は挙げられていない。
#   findings:
#     obstruction_not_assigned:
#       state: note
#       en: >-
#         Obstruction is among the management responsibilities of no provider of the path
#         ({providers}). 4.3(1)(b)② does not name it, unlike (b)①.
#       ja: >-
#         妨害に対する管理責任が、経路の事業者（{providers}）の一覧に挙げられていない。4.3(1)(b)②
#         は (b)① と異なり、妨害を明示していない。
#       remedy:
#         en: >-
#           Consider agreeing with the provider who answers for obstruction, and writing it under
#           responsibilities.management.
#         ja: >-
#           妨害に対する管理責任を誰が負うかも事業者と取り決め、responsibilities.management に記載
#           することを検討する。
package bunkaiten.requirements.provider_edge_encryption.obstruction_is_considered

import data.bunkaiten.declared.allocation
import data.bunkaiten.declared.share
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

note contains found if {
	some key, declared in share.exchanges
	providers := declared.providers
	count(allocation.bearers(declared, "obstruction") & providers) == 0

	named := [subject.label(declared, provider) | some provider in sort(providers)]
	found := finding.at("obstruction_not_assigned", key, [declared.place], {"providers": named})
}
