# METADATA
# title: No share of management responsibility is put on the provider
# description: >-
#   Where institutions connect themselves, no sharing of management responsibility arises with the
#   provider. A duty to keep up the quality of communication may arise; ordinary-operation and
#   ex-post responsibility never lie with it.
# custom:
#   id: 4.3-1a2-05
#   modality: allocation
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Proven when the share of the path's provider is stated and is empty, or is quality
#       (availability) alone. Responsibility for the information in the line and up to the line is
#       management responsibility too.
#     ja: >-
#       経路の事業者の分担が記載され、それが空であるか、通信の品質（availability）だけであるときに
#       満たされる。回線を流れる情報と、回線に到達するまでの責任も管理責任に含める。
#   ja:
#     title: 情報処理関連事業者に管理責任の分担を負わせない
#     description: >-
#       独自に接続する場合、情報処理関連事業者との間に管理責任の分担は発生しない。通信の品質確保は
#       発生しうるが、通常運用における責任と事後責任は事業者に移らない。
#   findings:
#     management_shared:
#       state: denied
#       en: >-
#         Management responsibility ({shares}) is put on {provider}, although the institutions
#         connect themselves.
#       ja: 独自に接続しているのに、管理責任のうち{shares}を「{provider}」に負わせている。
#       remedy:
#         en: Leave at most availability with {provider}, and give the rest to the institutions.
#         ja: 「{provider}」の分担は多くとも availability（品質）だけとし、残りは医療機関等が負う。
#     responsibility_with_provider:
#       state: denied
#       en: >-
#         {duty} is put on {provider}, although no responsibility beyond its published terms
#         arises with it.
#       ja: 約款に示される一般的な責任しかない「{provider}」に、{duty}を負わせている。
#       remedy:
#         en: Name the institution that bears it.
#         ja: 責任を負う医療機関等を記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so the provider's share of management responsibility is not
#         known.
#       ja: '{field} の記載がなく、事業者の管理責任の分担が分からない。'
#       remedy:
#         en: Write {field}; where there is none, write none or an empty list.
#         ja: '{field} を記載する（ない場合は none、または空の一覧とする）。'
package bunkaiten.requirements.self_connected.no_management_with_provider

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
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

	place := exchange.step_to(declared, ["responsibilities", "management", provider])
	listed := [word.threats[share] | some share in sort(shares)]
	values := {"provider": exchange.label(declared, provider), "shares": listed}
	found := finding.at("management_shared", key, [place], values)
}

deny contains found if {
	some key, duties in _duties
	declared := path.self_connected[key]
	some [duty, provider] in duties

	place := exchange.step_to(declared, ["responsibilities", duty])
	values := {"provider": exchange.label(declared, provider), "duty": _duty_names[duty]}
	found := finding.at("responsibility_with_provider", key, [place], values)
}

undetermined contains found if {
	some key, declared in path.self_connected
	not declared.path.provider

	found := finding.not_stated(key, exchange.step_to(declared, ["path", "provider"]))
}

undetermined contains found if {
	some key, declared in path.self_connected
	provider := declared.path.provider
	not _is_share_stated(declared)

	found := finding.not_stated(key, exchange.step_to(declared, ["responsibilities", "management", provider]))
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
	some duty, _ in _duty_names
	some party in _holders(declared.responsibilities[duty])
	_is_provider(declared, party)
}

# whoever supplies the path is its provider, whatever else it is called, unless it is an institution's own
_is_provider(declared, party) if exchange.role(declared, party) == "provider"

_is_provider(declared, party) if {
	declared.path.provider == party
	exchange.role(declared, party) != "institution"
}

# one holder for all destinations, or a holder for each
_holders(stated) := {stated} if is_string(stated)

_holders(stated) := {party | some party in stated} if is_object(stated)

_duty_names := {
	"ordinaryOperation": {"en": "Ordinary-operation responsibility", "ja": "通常運用における責任"},
	"exPost": {"en": "Ex-post responsibility", "ja": "事後責任"},
	"information": {"en": "Responsibility for the information in the line", "ja": "回線を流れる情報に対する管理責任"},
	"localSegment": {"en": "Responsibility up to the line", "ja": "回線に到達するまでの管理責任"},
}
