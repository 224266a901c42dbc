# METADATA
# title: Every permitted line has its measures
# description: >-
#   Because various lines are used, telework calls for broad measures to protect personal
#   information. Each permitted line has at least one.
# custom:
#   id: 4.3-2a-07
#   modality: duty
#   binds: [institution]
#   interpretation:
#     en: >-
#       Broad measures are asked for line by line; which ones suffice is left to 6.11. A listed line
#       of which nothing is said is undetermined; one with an empty list, or "controls: none", is
#       denied. "media: any" permits all five kinds, also those that the declaration says nothing
#       of: while some measures are stated, a kind without any is denied. Where no line is permitted
#       there is nothing to ask measures for, which 4.3-2a-06 denies; here it stays undetermined.
#       Of a deployment every way in is asked for. One that can be reached from the whole internet
#       and authenticates whoever comes (a client VPN with certificates, an identity provider) is no
#       open door; a port of remote login is one, however one logs in there, and so is a rule for
#       all ports and a role that anybody may take on. How strong the authentication is, is left to
#       6.11. 4.3-2a-07 names no record of what is done, so a way in without one is a note.
#     ja: >-
#       広範な対応は回線ごとに問い、何で足りるかは 6.11 による。列挙された回線の対策に記載がなければ
#       判定不能、空の一覧または「controls: none」であれば不整合とする。「media: any」は五種類すべて
#       を使ってよいことになり、対策に挙がらない回線も含まれる。対策が記載されているのに挙がっていな
#       い回線があれば不整合とする。使ってよい回線が「なし」のときは対策を問う回線がなく、4.3-2a-06
#       で不整合となるため、ここでは判定不能とする。システムの構成が指定されたときは、すべての入口を
#       問う。インターネットのどこからでも届いても、入る者を認証するもの（証明書によるクライアント
#       VPN、認証連携先（IdP）等）は、誰にでも開いた入口とはみない。リモートログイン用のポートは、ロ
#       グインの方法によらず、誰にでも開いた入口とみる。全ポートを開ける規則と、誰でも引き受けられる
#       ロールも同じである。認証の強さは 6.11 による。本文は利用の記録を挙げていないため、記録を取ら
#       ない入口は参考にとどめる。
#   ja:
#     title: 使ってよい回線ごとに個人情報保護の対策がある
#     description: >-
#       多彩な回線が利用されるため、個人情報保護について広範な対応が求められる。使ってよい回線のそ
#       れぞれに、少なくとも一つの対策を定める。
#   findings:
#     no_controls:
#       state: denied
#       en: It is stated that nothing protects personal information on the lines that are used.
#       ja: 個人情報保護の対策が「なし」とされている。
#       remedy:
#         en: Settle measures for every permitted line and write them as "controls".
#         ja: 使ってよい回線ごとに対策を定め、controls に記載する。
#     line_without_controls:
#       state: denied
#       en: >-
#         The {medium} may be used, but it is stated that nothing protects personal information
#         there.
#       ja: '{medium}を使ってよいとしているが、その対策は「なし」とされている。'
#       remedy:
#         en: Settle measures for this line and write them as {field}, or take it out of "media".
#         ja: この回線の対策を定めて {field} に記載するか、media から外す。
#     any_line_without_controls:
#       state: denied
#       en: >-
#         Any line may be used, so the {medium} may be used too, and no measures are listed for
#         it.
#       ja: 回線を問わない（any）ため{medium}も使えるが、その対策が挙げられていない。
#       remedy:
#         en: >-
#           List the lines that may be used as "media", or write measures for this line as
#           {field}.
#         ja: 使ってよい回線を media に列挙するか、この回線の対策を {field} に記載する。
#     no_line:
#       state: undetermined
#       en: It is stated that no line may be used, so there is no line to ask measures for.
#       ja: 使ってよい回線が「なし」とされており、対策を問う回線がない。
#       remedy:
#         en: List the lines that are used as "media", and write measures for each as "controls".
#         ja: 使う回線を media に列挙し、それぞれの対策を controls に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open whether every permitted line has its measures.'
#       ja: '{field} の記載がなく、使ってよい回線ごとに対策があるか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
#     observed_open_door:
#       state: denied
#       en: '{thing} ({way}) can be tried by {from}.'
#       ja: '{thing}（{way}）は、{from}接続を試みられる。'
#       remedy:
#         en: Let people in only over a VPN, from named networks or from named accounts.
#         ja: VPN を経由するか、特定のネットワークまたはアカウントからだけ入れるようにする。
#     observed_no_authentication:
#       state: denied
#       en: '{thing} ({way}) lets people in without authentication, from {from}.'
#       ja: '{thing}（{way}）は、認証なしで利用できる（接続元：{from}）。'
#       remedy:
#         en: Ask for authentication.
#         ja: 認証を求める設定にする。
#     observed_entry_unknown:
#       state: undetermined
#       en: >-
#         It cannot be told who gets in by {thing} ({way}), by which port or with which
#         authentication.
#       ja: '{thing}（{way}）から誰が、どのポートや認証で入れるのかが、構成から判断できない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let one plan show the value and the rules of the
#           network, give the Terraform sources (--source), or judge the next plan, once the
#           resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、値と通信を許す規則が同じプランに現れるよう
#           な記載を求めるか、Terraform のソースを指定する（--source）。または、リソースができた後の
#           プランで判定する。
#     observed_no_log:
#       state: note
#       en: '{thing} ({way}) could record who gets in, and does not.'
#       ja: '{thing}（{way}）は利用の記録を取れるが、取らない設定になっている。'
#       remedy:
#         en: Record who gets in, or make sure that another system does.
#         ja: 利用の記録を取る設定にするか、別の仕組みで記録していることを確かめる。
package bunkaiten.requirements.telework.media_have_controls

import data.bunkaiten.compared.access
import data.bunkaiten.declared.subject
import data.bunkaiten.declared.word
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.telework

satisfied contains key if {
	some key, permitted in _permitted
	declared := subject.of.telework[key]
	every medium in permitted { count(declared.controls[medium]) > 0 }
	key in access.guarded
}

deny contains found if {
	some key, declared in subject.of.telework
	declared.controls == "none"
	found := finding.at("no_controls", key, [subject.step_to(declared, ["controls"])], {})
}

deny contains found if {
	some key, permitted in _permitted
	declared := subject.of.telework[key]
	is_object(declared.controls)
	some medium in permitted
	code := _breach(declared, medium)

	values := {"medium": word.media[medium], "field": concat(".", ["controls", medium])}
	found := finding.at(code, key, [subject.step_to(declared, ["controls", medium])], values)
}

deny contains found if {
	some key, _ in subject.of.telework
	some found in access.doors[key]
	found.code in {"observed_no_authentication", "observed_open_door"}
}

undetermined contains found if {
	some key, _ in subject.of.telework
	some found in access.doors[key]
	found.code == "observed_entry_unknown"
}

undetermined contains found if {
	some key, declared in subject.of.telework
	declared.media == []
	found := finding.at("no_line", key, [subject.step_to(declared, ["media"])], {})
}

undetermined contains found if {
	some key, declared in subject.of.telework
	some field in ["media", "controls"]
	not declared[field]
	found := finding.not_stated(key, subject.step_to(declared, [field]))
}

undetermined contains found if {
	some key, declared in subject.of.telework
	is_array(declared.media)
	is_object(declared.controls)
	some medium in declared.media
	not declared.controls[medium]
	found := finding.not_stated(key, subject.step_to(declared, ["controls", medium]))
}

note contains found if {
	some key, _ in subject.of.telework
	some found in access.unlogged[key]
}

# the lines that may be used, at least one
_permitted[key] := permitted if {
	some key, declared in subject.of.telework
	permitted := _lines(declared.media)
	count(permitted) > 0
}

_lines("any") := object.keys(word.media)

_lines(media) := {medium | some medium in media} if is_array(media)

_breach(declared, medium) := "line_without_controls" if declared.controls[medium] == []

_breach(declared, medium) := "any_line_without_controls" if {
	declared.media == "any"
	not declared.controls[medium]
}
