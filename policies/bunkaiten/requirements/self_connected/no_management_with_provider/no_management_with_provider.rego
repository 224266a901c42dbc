# METADATA
# title: No share of management responsibility is put on the provider
# description: >-
#   Where institutions connect themselves, no sharing of management responsibility arises with the
#   provider. A duty to keep up the quality of communication may arise; otherwise there is only
#   the general responsibility in the provider's published terms.
# custom:
#   id: 4.3-1a2-05
#   modality: allocation
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Proven when the share of the path's provider is stated and is empty, or is quality
#       (availability) alone. Responsibility for the information in the line and up to the line is
#       management responsibility too. Ordinary-operation and ex-post responsibility are more than
#       the general responsibility in published terms.
#     ja: >-
#       経路の事業者の分担が記載され、それが空であるか、通信の品質（availability）だけであるときに
#       満たされる。回線を流れる情報に対する責任と、回線に到達するまでの責任も管理責任に含める。通
#       常運用における責任と事後責任は、約款に示される一般的な責任に含まれないものとみる。
#   ja:
#     title: 情報処理関連事業者に管理責任の分担を負わせない
#     description: >-
#       独自に接続する場合、情報処理関連事業者に対しては管理責任の分担は発生せず、通信の品質確保は
#       発生するとしても、約款に示される一般的な責任しか存在しない。
#   findings:
#     management_shared:
#       state: denied
#       en: >-
#         Management responsibility ({shares}) is put on {provider}, although the institutions
#         connect themselves.
#       ja: 独自に接続しているのに、管理責任のうち{shares}を「{provider}」が負うとされている。
#       remedy:
#         en: >-
#           Under responsibilities.management, leave at most availability with {provider}, and
#           give the rest to the institutions.
#         ja: >-
#           responsibilities.management の「{provider}」の一覧は多くとも availability（可用性等の
#           品質）だけとし、残りは医療機関等の分担とする。
#     responsibility_with_provider:
#       state: denied
#       en: >-
#         {duty} is put on {provider}, although only the general responsibility in its published
#         terms exists with it.
#       ja: 約款に示される一般的な責任しかない「{provider}」に、{duty}を負わせている。
#       remedy:
#         en: Name the institution that bears it under responsibilities.
#         ja: 責任を負う医療機関等を responsibilities に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether management responsibility is put on the
#         provider.
#       ja: '{field} の記載がなく、事業者に管理責任の分担を負わせていないか判定できない。'
#       remedy:
#         en: Write {field}; where there is none, write none, or [] for a list.
#         ja: '{field} を記載する（該当がない場合は none、一覧では [] とする）。'
package bunkaiten.requirements.self_connected.no_management_with_provider

import data.bunkaiten.declared.allocation
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.declared.word
import data.bunkaiten.finding

applies contains key if some key, _ in path.self_connected

satisfied contains key if {
	some key, declared in path.self_connected
	_is_share_stated(declared)
	not _shares[key]
	not _duties[key]
}

deny contains found if {
	some key, shared in _shares
	declared := path.self_connected[key]
	some provider, shares in shared

	place := subject.step_to(declared, ["responsibilities", "management", provider])
	listed := [word.threats[share] | some share in sort(shares)]
	values := {"provider": subject.label(declared, provider), "shares": listed}
	found := finding.at("management_shared", key, [place], values)
}

deny contains found if {
	some key, duties in _duties
	declared := path.self_connected[key]
	some [duty, provider] in duties

	place := subject.step_to(declared, ["responsibilities", duty])
	values := {"provider": subject.label(declared, provider), "duty": word.duties[duty]}
	found := finding.at("responsibility_with_provider", key, [place], values)
}

undetermined contains found if {
	some key, declared in path.self_connected
	not declared.path.provider

	found := finding.not_stated(key, subject.step_to(declared, ["path", "provider"]))
}

undetermined contains found if {
	some key, declared in path.self_connected
	provider := declared.path.provider
	not _is_share_stated(declared)

	found := finding.not_stated(key, subject.step_to(declared, ["responsibilities", "management", provider]))
}

_is_share_stated(declared) if declared.path.provider == "none"

_is_share_stated(declared) if {
	declared.path.provider
	declared.responsibilities.management == "none"
}

_is_share_stated(declared) if is_array(declared.responsibilities.management[declared.path.provider])

# what any provider bears beyond the quality of communication
_shares[key][party] := shares if {
	some key, declared in path.self_connected
	is_object(declared.responsibilities.management)
	some party, listed in declared.responsibilities.management
	_is_provider(declared, party)
	shares := {share | some share in listed} - {"availability"}
	count(shares) > 0
}

_duties[key] contains [duty, party] if {
	some key, declared in path.self_connected
	some duty, _ in word.duties
	some [_, party] in allocation.holders(declared, duty)
	_is_provider(declared, party)
}

# whoever supplies the path is its provider, whatever else it is called, unless it is an institution's own
_is_provider(declared, party) if subject.role(declared, party) == "provider"

_is_provider(declared, party) if {
	declared.path.provider == party
	subject.role(declared, party) != "institution"
}
