# METADATA
# title: Patient information is encrypted in the source's own system before it is sent
# description: >-
#   The first condition of end-to-end encryption: patient information is encrypted before it is
#   sent, in the information system of the institution that sends it.
# custom:
#   id: 4.3-1b1-01
#   modality: condition
#   binds: [source]
#   interpretation:
#     en: >-
#       Judged wherever encryption is said to begin in the source's system or gateway
#       (source-system, source-gateway), whatever class follows. The source's own VPN router,
#       operated by itself, is part of its information system, and so is a managed service in its
#       own account and a system that a contractor runs for it under an agreement in force. What a
#       provider operates is the provider's wherever the box stands, and no agreement changes
#       that; nor does another institution act for the source. Nothing that the deployment shows
#       to listen for the exchange may take plain text, unless it can be reached from inside
#       alone; nor may what itself calls others over the internet (an API, a file transfer
#       connector) send any. A line says nothing of this: what runs over it may be encrypted
#       before.
#       What leads to somebody who is recognised as a party of another subject of the same thing
#       alone is not this exchange's.
#     ja: >-
#       暗号化が発信元（提供元）のシステムまたはゲートウェイ（source-system、source-gateway）で始
#       まるとされていれば、暗号化の区分にかかわらず判定する。発信元が自ら運用する VPN ルータや、
#       自らのアカウントで使うマネージドサービス、有効な契約等に基づき受託者が運用するシステムは、
#       発信元の情報システムに含める。情報処理関連事業者が運用する機器は、設置場所や契約等にかかわ
#       らず事業者のものとみなす。ほかの医療機関等が運用するものも、発信元のシステムとはみない。構
#       成から読み取った受付口は、内部からだけ到達できるものを除き、暗号化されていない通信を受け付
#       けてはならない。インターネット経由で自ら外部を呼び出すもの（API、ファイル転送コネクタ）
#       も、暗号化せずに送ってはならない。回線については、その手前で暗号化されうるため、ここでは問
#       わない。
#       同じものが属するほかの対象だけの当事者と分かる相手につながるものは、この情報交換のものとみな
#       い。
#   ja:
#     title: 患者情報を送信前に発信元の情報システムで暗号化する
#     description: >-
#       発信元／送信先で適切に暗号化／復号される場合の第一の条件。患者情報を送信しようとする医療機
#       関等（発信元）の情報システムにおいて、送信前に患者情報が暗号化される。
#   findings:
#     operated_by_provider:
#       state: denied
#       en: >-
#         Encryption is said to begin in a system of {source}, but {party}, a provider, operates
#         that point.
#       ja: >-
#         「{source}」のシステムで暗号化が始まるとされているが、その機器は事業者「{party}」が運用
#         している。
#       remedy:
#         en: >-
#           Have {source} encrypt in a system that it operates itself; if this is the provider's
#           box at the start of its own range, write provider-edge as encryption.begins.at.
#         ja: >-
#           「{source}」が自ら運用するシステムで送信前に暗号化する。事業者の管理範囲の開始点にある
#           機器であれば、encryption.begins.at を provider-edge とする。
#     operated_by_another:
#       state: denied
#       en: >-
#         Encryption is said to begin in a system of {source}, but {party} operates that point,
#         which neither is {source} nor runs the system for it under an agreement in force.
#       ja: >-
#         「{source}」のシステムで暗号化が始まるとされているが、その機器を運用する「{party}」は、
#         「{source}」でも、有効な契約等に基づきシステムを運用する受託者でもない。
#       remedy:
#         en: >-
#           Have {source} operate that point, or a contractor under an agreement in force with it,
#           and name who does as encryption.begins.operatedBy.
#         ja: >-
#           「{source}」が自ら運用するか、有効な契約等に基づいて受託者に運用させ、その者を
#           encryption.begins.operatedBy に記載する。
#     operated_by_nobody:
#       state: denied
#       en: >-
#         Encryption is said to begin in a system of {source}, but it is stated that nobody
#         operates that point.
#       ja: >-
#         「{source}」のシステムで暗号化が始まるとされているが、その機器を運用する者が「なし」とさ
#         れている。
#       remedy:
#         en: >-
#           Name who operates that point as encryption.begins.operatedBy; where nothing is
#           encrypted, write "encryption: none".
#         ja: >-
#           その機器を運用する者を encryption.begins.operatedBy に記載する。暗号化していないのであ
#           れば「encryption: none」とする。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether the information is encrypted in the
#         source's own system.
#       ja: '{field} の記載がなく、発信元の情報システムで暗号化しているか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
#     observed_plaintext:
#       state: denied
#       en: >-
#         Encryption is said to begin in the system of the source, but {thing} ({way}) takes the
#         information in plain text.
#       ja: >-
#         発信元のシステムで暗号化が始まるとされているが、{thing}（{way}）は暗号化されていない通信
#         を受け付ける設定になっている。
#       remedy:
#         en: Have {thing} accept encrypted connections only, or close it.
#         ja: '{thing} を暗号化された通信だけを受け付ける設定にするか、閉じる。'
#     observed_encryption_unknown:
#       state: undetermined
#       en: >-
#         It cannot be told whether {thing} ({way}) takes the information in plain text from
#         outside.
#       ja: '{thing}（{way}）が外部から暗号化されていない通信を受け付けるかどうか、判定できない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let the plan or the rendered manifest show the
#           value, or judge the next plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、値がプランや展開済みのマニフェストに現れる
#           ような記載を求めるか、リソースができた後のプランで判定する。
#     observed_plain_sending:
#       state: denied
#       en: >-
#         Encryption is said to begin in the system of the source, but {thing} ({way}) sends the
#         information in plain text to {peer}.
#       ja: >-
#         発信元のシステムで暗号化が始まるとされているが、{thing}（{way}）が {peer} に暗号化せずに
#         送る設定になっている。
#       remedy:
#         en: >-
#           Have {thing} send over an encrypted connection (https, sftp), or take it out of the
#           exchange.
#         ja: '{thing} を暗号化された接続（https、sftp）で送る設定にするか、この情報交換から外す。'
#     observed_sending_unknown:
#       state: undetermined
#       en: It cannot be told whether {thing} ({way}) sends the information in plain text.
#       ja: '{thing}（{way}）が暗号化せずに送るかどうか、判定できない。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let the plan show the URL, or judge the next plan,
#           once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、送信先の URL がプランに現れるような記載を
#           求めるか、リソースができた後のプランで判定する。
package bunkaiten.requirements.end_to_end_encryption.encryption_begins_at_source

import data.bunkaiten.compared.endpoint
import data.bunkaiten.compared.sending
import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in _claimed

satisfied contains key if {
	some key, declared in _claimed
	encryption.begins_at(declared) == "institution"
	key in endpoint.encrypted
	key in sending.encrypted
}

deny contains found if {
	some key, declared in _claimed
	by := encryption.begins_at(declared)
	not _is_open_or_own(by)
	operator := declared.encryption.begins.operatedBy
	code := _code(declared, operator)

	values := {"source": subject.label(declared, declared.source), "party": subject.label(declared, operator)}
	found := finding.at(code, key, [subject.step_to(declared, ["encryption", "begins", "operatedBy"])], values)
}

deny contains found if {
	some key, _ in _claimed
	some found in _observed[key]
	found.code in {"observed_plain_sending", "observed_plaintext"}
}

undetermined contains found if {
	some key, _ in _claimed
	some found in _observed[key]
	found.code in {"observed_encryption_unknown", "observed_sending_unknown"}
}

undetermined contains found if {
	some key, declared in _claimed
	not declared.encryption.begins.operatedBy

	found := finding.not_stated(key, subject.step_to(declared, ["encryption", "begins", "operatedBy"]))
}

undetermined contains found if {
	some key, declared in _claimed
	encryption.begins_at(declared) == "unclear"
	some step in agreement.gaps_in_force(declared, [declared.source, declared.encryption.begins.operatedBy])

	found := finding.not_stated(key, step)
}

_claimed[key] := declared if {
	some key, declared in exchange.all
	declared.encryption.begins.at in {"source-gateway", "source-system"}
}

_observed[key] contains found if {
	some key, _ in _claimed
	some found in endpoint.plaintext[key]
}

_observed[key] contains found if {
	some key, _ in _claimed
	some found in sending.plaintext[key]
}

_is_open_or_own(by) if by in {"institution", "unclear"}

_code(_, "none") := "operated_by_nobody"

# whichever provider it is, it is not the source
_code(declared, operator) := "operated_by_provider" if subject.role(declared, operator) == "provider"

_code(declared, operator) := "operated_by_another" if subject.role(declared, operator) != "provider"
