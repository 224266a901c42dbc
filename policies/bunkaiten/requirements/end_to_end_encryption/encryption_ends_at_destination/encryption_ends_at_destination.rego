# METADATA
# title: Patient information is decrypted in each destination's own system
# description: >-
#   The second condition of end-to-end encryption: patient information is decrypted in the
#   information system of the institution that receives it.
# custom:
#   id: 4.3-1b1-02
#   modality: condition
#   binds: [destination]
#   interpretation:
#     en: >-
#       Judged for every named destination whose encryption is said to end in its system or
#       gateway (destination-system, destination-gateway), whatever class follows. Who operates
#       that point decides, as under 4.3-1b1-01. TLS that ends at a load balancer which a provider
#       manages has not reached the destination, although both ends use TLS. An end that is stated
#       elsewhere (provider-edge, relay) claims nothing; bunkaiten-03 reports it. Where an end is
#       judged, every other destination has to say where its own encryption ends, unless it is
#       plain that it operates that point itself. What decrypts according to the deployment has to
#       be operated by an end of the exchange, or for it under an agreement in force: the marker
#       bunkaiten:operated-by tells whose it is, else the account or the namespace. What passes
#       encrypted data on unread may be anybody's. In what form an end's own load balancer hands
#       the information on to its own systems, behind the point where it decrypts, is not asked:
#       the load balancer is part of the information system, also where destination-system is
#       declared.
#     ja: >-
#       名前の挙がっている送信先（提供先）のうち、そのシステムまたはゲートウェイ
#       （destination-system、destination-gateway）で復号するとされたものを、暗号化の区分にかかわ
#       らず判定する。4.3-1b1-01 と同じく、その機器を誰が運用するかで判断する。事業者が管理する
#       ロードバランサで TLS が終わる場合、両端が TLS を使っていても、送信先で復号されたことになら
#       ない。ほかの場所（provider-edge、relay）で終わるとされた場合は、送信先で復号するという主張
#       がないものとし、bunkaiten-03 で指摘する。判定する送信先がほかにあるとき、復号する場所の記
#       載がない送信先は、自ら運用することが明らかな場合を除き判定できない。構成から読み取った復号
#       する機器等は、発信元または送信先が自ら、または有効な契約等に基づき受託者が運用するものでな
#       ければならない（誰のものかは、目印 bunkaiten:operated-by、それがなければアカウントや
#       namespace から判断する）。復号せずに中継するだけのものは、誰が運用していてもよい。発信元ま
#       たは送信先が自ら運用するロードバランサは、destination-system と宣言されていても情報システ
#       ムの一部とみるため、復号した情報をその背後の自らのシステムへどのような形で渡すかは問わな
#       い。
#   ja:
#     title: 患者情報を送信先の情報システムで復号する
#     description: >-
#       発信元／送信先で適切に暗号化／復号される場合の第二の条件。情報を受け取った医療機関等（送信
#       先）の情報システムにおいて患者情報が復号される。
#   findings:
#     operated_by_provider:
#       state: denied
#       en: >-
#         Encryption is said to end in a system of {destination}, but {party}, a provider,
#         operates that point, so the information is not decrypted in the own system of
#         {destination}.
#       ja: >-
#         「{destination}」のシステムで復号するとされているが、その機器は事業者「{party}」が運用し
#         ており、送信先の情報システムで復号されるとはいえない。
#       remedy:
#         en: >-
#           Have {destination} decrypt in a system that it operates itself; if this is the
#           provider's own box, write provider-edge as "at" of {destination} under
#           encryption.ends.
#         ja: >-
#           「{destination}」が自ら運用するシステムで復号する。事業者の機器であれ
#           ば、encryption.ends の「{destination}」の at を provider-edge とする。
#     operated_by_another:
#       state: denied
#       en: >-
#         Encryption is said to end in a system of {destination}, but {party} operates that point,
#         which neither is {destination} nor runs the system for it under an agreement in force.
#       ja: >-
#         「{destination}」のシステムで復号するとされているが、その機器を運用する「{party}」は、
#         「{destination}」でも、有効な契約等に基づきシステムを運用する受託者でもない。
#       remedy:
#         en: >-
#           Have {destination} operate that point, or a contractor under an agreement in force
#           with it, and name who does as operatedBy of {destination} under encryption.ends; if it
#           is a point in between, write relay as "at".
#         ja: >-
#           「{destination}」が自ら運用するか、有効な契約等に基づいて受託者に運用させ、その者を
#           encryption.ends の「{destination}」の operatedBy に記載する。途中の中継点であれば at
#           を relay とする。
#     operated_by_nobody:
#       state: denied
#       en: >-
#         Encryption is said to end in a system of {destination}, but it is stated that nobody
#         operates that point.
#       ja: >-
#         「{destination}」のシステムで復号するとされているが、その機器を運用する者が「なし」とさ
#         れている。
#       remedy:
#         en: Name who operates that point as operatedBy of {destination} under encryption.ends.
#         ja: その機器を運用する者を encryption.ends の「{destination}」の operatedBy に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether the information is decrypted in each
#         destination's own system.
#       ja: '{field} の記載がなく、送信先の情報システムで復号しているか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
#     observed_relay:
#       state: denied
#       en: >-
#         {thing} ({way}) decrypts on the way, and it is operated by {operator}, which is neither
#         end of the exchange.
#       ja: >-
#         {thing}（{way}）が途中で復号する。これを運用する「{operator}」は、発信元でも送信先でもな
#         い。
#       remedy:
#         en: >-
#           Have {thing} pass the encrypted information on unread, or let an end of the exchange
#           operate it.
#         ja: '{thing} を復号せずに通す設定にするか、発信元または送信先が自ら運用する。'
#     observed_operator_unknown:
#       state: undetermined
#       en: >-
#         {thing} ({way}) decrypts, and it cannot be told whether an end of the exchange operates
#         it.
#       ja: '{thing}（{way}）が復号するが、発信元または送信先が運用しているのか判定できない。'
#       remedy:
#         en: >-
#           Let the plan or the manifest tell who operates {thing}: {whose}. Where a contractor
#           operates it, write the agreement in full.
#         ja: >-
#           {thing} を誰が運用しているかを、プランやマニフェストから分かるようにする（{whose}）。受託者
#           が運用するのであれば、その契約等をもれなく記載する。
#     observed_decryption_unknown:
#       state: undetermined
#       en: >-
#         Neither end of the exchange is known to operate {thing} ({way}), and it cannot be told
#         whether it decrypts.
#       ja: >-
#         {thing}（{way}）は発信元または送信先が運用するものと確認できず、復号するかどうかも判定で
#         きない。
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to let the plan or the rendered manifest show the
#           value, or judge the next plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、値がプランや展開済みのマニフェストに現れる
#           ような記載を求めるか、リソースができた後のプランで判定する。
package bunkaiten.requirements.end_to_end_encryption.encryption_ends_at_destination

import data.bunkaiten.compared.endpoint
import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in _claimed

satisfied contains key if {
	some key, declared in _claimed
	hands := encryption.ends_at(declared)
	every end, by in hands { _is_plain(declared, end, by) }
	key in endpoint.direct
}

deny contains found if {
	some key, declared in _claimed
	some end, by in _claimed_ends(declared)
	not _is_open_or_own(by)
	operator := declared.encryption.ends[end].operatedBy
	code := _code(declared, operator)

	values := {"destination": subject.label(declared, end), "party": subject.label(declared, operator)}
	found := finding.at(code, key, [subject.step_to(declared, ["encryption", "ends", end, "operatedBy"])], values)
}

deny contains found if {
	some key, _ in _claimed
	some found in endpoint.relays[key]
	found.code == "observed_relay"
}

undetermined contains found if {
	some key, _ in _claimed
	some found in endpoint.relays[key]
	found.code in {"observed_decryption_unknown", "observed_operator_unknown"}
}

undetermined contains found if {
	some key, declared in _claimed
	some end, by in encryption.ends_at(declared)
	by != "institution"
	not declared.encryption.ends[end].at

	found := finding.not_stated(key, subject.step_to(declared, ["encryption", "ends", end, "at"]))
}

undetermined contains found if {
	some key, declared in _claimed
	some end, _ in _claimed_ends(declared)
	not declared.encryption.ends[end].operatedBy

	found := finding.not_stated(key, subject.step_to(declared, ["encryption", "ends", end, "operatedBy"]))
}

undetermined contains found if {
	some key, declared in _claimed
	some end, "unclear" in _claimed_ends(declared)
	some step in agreement.gaps_in_force(declared, [end, declared.encryption.ends[end].operatedBy])

	found := finding.not_stated(key, step)
}

_claimed[key] := declared if {
	some key, declared in exchange.all
	count(_claimed_ends(declared)) > 0
}

# the named destinations in whose systems encryption is said to end, and who operates those points
_claimed_ends(declared) := {end: by |
	some end, by in encryption.ends_at(declared)
	declared.encryption.ends[end].at in {"destination-gateway", "destination-system"}
}

_is_plain(_, _, by) if by == "institution"

# said to end elsewhere: nothing is claimed
_is_plain(declared, end, _) if declared.encryption.ends[end].at in {"provider-edge", "relay"}

_is_open_or_own(by) if by in {"institution", "unclear"}

_code(_, "none") := "operated_by_nobody"

# whichever provider it is, it is not the destination
_code(declared, operator) := "operated_by_provider" if subject.role(declared, operator) == "provider"

_code(declared, operator) := "operated_by_another" if subject.role(declared, operator) != "provider"
