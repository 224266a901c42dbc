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
#       provider operates is the provider's wherever the box stands, and no agreement changes that;
#       nor does another institution act for the source. Nothing that the deployment shows to listen
#       for the exchange may take plain text, unless it can be reached from inside alone.
#     ja: >-
#       暗号化が発信元（提供元）のシステムまたはゲートウェイ（source-system、source-gateway）で始ま
#       るとされていれば、暗号化の区分にかかわらず判定する。発信元が自ら運用する VPN ルータや、自ら
#       のアカウントで使うマネージドサービス、有効な契約等に基づき受託者が運用するシステムは、発信元
#       の情報システムに含める。情報処理関連事業者が運用する機器は、設置場所や契約等にかかわらず事業
#       者のものとみなす。ほかの医療機関等が運用するものも、発信元のシステムとはみない。構成から読み
#       取った受付口は、内部からだけ到達できるものを除き、暗号化されていない通信を受け付けてはならな
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
#           「{source}」が自ら運用するシステムで送信前に暗号化する。事業者の管理範囲の開始点にある機
#           器であれば、encryption.begins.at を provider-edge とする。
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
#           その機器を運用する者を encryption.begins.operatedBy に記載する。暗号化していないのであれ
#           ば「encryption: none」とする。
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
#         発信元のシステムで暗号化が始まるとされているが、{thing}（{way}）は暗号化されていない通信を
#         受け付ける設定になっている。
#       remedy:
#         en: Have {thing} accept encrypted connections only, or close it.
#         ja: '{thing} を暗号化された通信だけを受け付ける設定にするか、閉じる。'
#     observed_encryption_unknown:
#       state: undetermined
#       en: >-
#         It cannot be told whether {thing} ({way}) takes the information in plain text from outside.
#       ja: >-
#         {thing}（{way}）が外部から暗号化されていない通信を受け付けるかどうか、判定できない。
#       remedy:
#         en: >-
#           Write the value so that the plan or the rendered manifest shows it, or judge the next
#           plan, once the resource exists.
#         ja: >-
#           値がプランや展開済みのマニフェストに現れるように記載するか、リソースができた後のプランで
#           判定する。
package bunkaiten.requirements.end_to_end_encryption.encryption_begins_at_source

import data.bunkaiten.compared.endpoint
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
	some found in endpoint.plaintext[key]
	found.code == "observed_plaintext"
}

undetermined contains found if {
	some key, _ in _claimed
	some found in endpoint.plaintext[key]
	found.code == "observed_encryption_unknown"
}

undetermined contains found if {
	some key, declared in _claimed
	not declared.encryption.begins.operatedBy

	found := finding.not_stated(key, subject.step_to(declared, ["encryption", "begins", "operatedBy"]))
}

undetermined contains found if {
	some key, declared in _claimed
	encryption.begins_at(declared) == "unclear"
	some step in agreement.gaps_in_force(declared, {declared.source, declared.encryption.begins.operatedBy})

	found := finding.not_stated(key, step)
}

_claimed[key] := declared if {
	some key, declared in exchange.all
	declared.encryption.begins.at in {"source-gateway", "source-system"}
}

_is_open_or_own(by) if by in {"institution", "unclear"}

_code(_, "none") := "operated_by_nobody"

# whichever provider it is, it is not the source
_code(declared, operator) := "operated_by_provider" if subject.role(declared, operator) == "provider"

_code(declared, operator) := "operated_by_another" if subject.role(declared, operator) != "provider"
