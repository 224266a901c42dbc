# METADATA
# title: Every line that telework may use is listed
# description: >-
#   Telework runs over the internet, mobile networks, public lines and more. Which of them are
#   permitted is listed, because each needs its measures.
# custom:
#   id: 4.3-2a-06
#   modality: condition
#   binds: [institution]
#   interpretation:
#     en: >-
#       The text describes how various the lines are. Measures for each of them can be asked for
#       only where the permitted lines are listed, so "any" is denied. So is an empty list,
#       because an access that may use no line does not exist; a list of all five kinds is a list.
#       Of a deployment only addresses tell the line: a way in from everywhere, or from a public
#       network, is over the internet, which people reach from a mobile network too, so that either
#       word covers it. A private network, an account or an identity provider tells no line and
#       contradicts none.
#     ja: >-
#       本文は回線が多彩であることを述べている。回線ごとの対応は、使ってよい回線が挙げられて初めて問
#       えるため、any（問わない）は不整合とする。空の一覧も、どの回線も使えないアクセスはありえない
#       ため不整合とする。五種類をすべて挙げたものは一覧とみる。システムの構成からは、接続元のアドレ
#       スだけを回線の手がかりとする。どこからでも、または公開のアドレスから入れるものはインターネッ
#       ト経由とみて、internet か mobile（携帯電話網からもインターネットに出られる）が挙げられていれ
#       ばよい。プライベートアドレス、アカウント、認証連携先（IdP）は回線を示さず、宣言に反しない。
#   ja:
#     title: テレワークに使ってよい回線を列挙する
#     description: >-
#       テレワークではインターネット、携帯電話網、公衆回線等の多彩な回線が使われる。それぞれに対応
#       が要るため、使ってよい回線をすべて挙げる。
#   findings:
#     any_line:
#       state: denied
#       en: Any line may be used, so nobody knows which lines need measures.
#       ja: 回線を問わない（any）とされており、どの回線に対策が要るのか分からない。
#       remedy:
#         en: Settle which lines may be used and list them as "media".
#         ja: 使ってよい回線を定め、media に列挙する。
#     no_line:
#       state: denied
#       en: It is stated that no line may be used, yet the access is declared.
#       ja: 使ってよい回線が「なし」とされているのに、施設外からのアクセスが宣言されている。
#       remedy:
#         en: List the lines that are used as "media", or leave this access out if there is none.
#         ja: >-
#           使う回線を media に列挙する。施設外からのアクセスを行わないのであれば、このテレワークの
#           記載を外す。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open which lines are used.'
#       ja: '{field} の記載がなく、どの回線を使うのか分からない。'
#       remedy:
#         en: List every line that may be used in {field}.
#         ja: '{field} に、使ってよい回線をすべて挙げる。'
#     observed_line:
#       state: denied
#       en: >-
#         {thing} ({way}) lets people in over the internet, from {from}, which is not among the
#         lines that may be used.
#       ja: >-
#         {thing}（{way}）がインターネットからのアクセス（接続元：{from}）を許しているが、使ってよい
#         回線に internet も mobile も挙げられていない。
#       remedy:
#         en: List the line as "media" with its measures, or close {thing}.
#         ja: その回線を media に挙げて対策を記載するか、{thing} を閉じる。
#     observed_line_unknown:
#       state: undetermined
#       en: It is not known before apply from where {thing} ({way}) lets people in.
#       ja: '{thing}（{way}）がどこからのアクセスを許すのかが、適用前には分からない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let the plan show the value, or judge the next
#           plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、値がプランに現れるような記載を求めるか、リ
#           ソースができた後のプランで判定する。
package bunkaiten.requirements.telework.media_are_listed

import data.bunkaiten.compared.access
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.telework

satisfied contains key if {
	some key, declared in subject.of.telework
	is_array(declared.media)
	count(declared.media) > 0
	key in access.over_declared_lines
}

deny contains found if {
	some key, declared in subject.of.telework
	code := _breach(declared.media)
	found := finding.at(code, key, [subject.step_to(declared, ["media"])], {})
}

deny contains found if {
	some lines in access.lines
	some found in lines
	found.code == "observed_line"
}

undetermined contains found if {
	some lines in access.lines
	some found in lines
	found.code == "observed_line_unknown"
}

undetermined contains found if {
	some key, declared in subject.of.telework
	not declared.media
	found := finding.not_stated(key, subject.step_to(declared, ["media"]))
}

_breach("any") := "any_line"

_breach([]) := "no_line"
