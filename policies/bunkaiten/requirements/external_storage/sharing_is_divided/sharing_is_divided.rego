# METADATA
# title: Institutions that share a storage divide their management responsibility
# description: >-
#   Where what is stored outside is shared with other institutions, the division of management
#   responsibility between both sides is made clear.
# custom:
#   id: 4.3-1c-04
#   modality: duty
#   binds: [institution]
#   interpretation:
#     en: >-
#       Proven by an agreement in force between the owner and each institution that shares the
#       storage, which settles sharing-division; one agreement may bind them all. Where nobody says
#       whether the storage is shared, it is undetermined; where it is stated that nobody shares it,
#       the requirement does not apply. The text speaks of sharing with other institutions (他の医療
#       機関等): sharing with a party of another role is left to a person. Where a deployment is
#       given, whoever a store lets in besides the owner, the custodian and those who are declared
#       to share it shares it too, also where it is stated that nobody does: by a policy, a role that
#       it may take on, a snapshot, a copy or a resource share. An account is recognised by identifiedBy; an organization, a VPC or a thing whose owner is not named could be
#       anybody's, and is undetermined like a policy that cannot be read.
#       Whoever comes in over a tunnel, a peering or a rule that another subject has too, and is
#       recognised as a party of that one alone, is left to it; a share or another right, a way in or
#       a store is not.
#     ja: >-
#       情報を預ける医療機関等と、共用する各医療機関等との間に、管理責任の分担（sharing-division）を
#       定めた有効な契約等があることで満たされる（全機関で一つの契約等でもよい）。共用の有無が記載さ
#       れていなければ判定不能とし、共用しないと記載されていれば対象としない。本文は他の医療機関等と
#       の共用を述べており、医療機関等でない者との共用は人が判断する。システムの構成が指定されたとき
#       は、情報を預ける医療機関等、外部保存機関、宣言された共用先のいずれでもない者に利用を許してい
#       れば（ポリシー、引き受けられるロール、スナップショット、複製、リソース共有のいずれによるかを問
#       わない）、共用しないと記載されていても共用とみる。相手は identifiedBy で見分ける。組織や VPC など
#       誰のものか示されない相手は、読み取れないポリシーと同じく判定不能とする。
#       同じトンネル、ピアリング、規則がほかの対象にも属し、入ってくる者がその対象だけの当事者と分か
#       るときは、そちらで判定する（共有その他の権限、入口そのもの、保存先は除く）。
#   ja:
#     title: 共用する医療機関等の間で管理責任の分担を明確にする
#     description: >-
#       外部保存機関に保存する情報を他の医療機関等と共用しようとする場合は、双方の医療機関等における
#       管理責任の分担を明確にしておく。
#   findings:
#     no_agreement:
#       state: denied
#       en: >-
#         No agreement between {one} and {other}, which share the storage, is in force on the
#         evaluation date, so none settles the division of management responsibility.
#       ja: >-
#         共用する「{one}」と「{other}」の間に判定日に有効な契約等がなく、管理責任の分担が取り決めら
#         れていない。
#       remedy:
#         en: >-
#           Agree on it in advance, and write the agreement under "agreements" with sharing-division
#           in "settles".
#         ja: >-
#           あらかじめ契約等で取り決め、settles に sharing-division を含めて agreements に記載する。
#     matter_not_settled:
#       state: denied
#       en: >-
#         The agreements in force between {one} and {other} ({agreements}) do not settle the
#         division of management responsibility for what they share.
#       ja: >-
#         「{one}」と「{other}」の有効な契約等（{agreements}）に、共用における管理責任の分担が定めら
#         れていない。
#       remedy:
#         en: Settle it between the two, then add sharing-division to "settles".
#         ja: 両者で取り決め、settles に sharing-division（共用における管理責任の分担）を加える。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement between {one} and {other} on the division of management responsibility
#         ({agreements}) is not in force on the evaluation date.
#       ja: >-
#         共用における管理責任の分担を定めた「{one}」と「{other}」の契約等（{agreements}）が、判定日
#         に有効でない。
#       remedy:
#         en: Renew or sign it, and write what holds now (validFrom, validTo, signedBy, signedOn).
#         ja: 更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
#     only_published_terms:
#       state: denied
#       en: >-
#         Between {one} and {other} the division of management responsibility rests on published
#         terms alone ({agreements}).
#       ja: >-
#         「{one}」と「{other}」の間で、管理責任の分担が約款（{agreements}）だけを根拠としている。
#       remedy:
#         en: >-
#           Agree on it by contract or the like, and write that under "agreements" with
#           sharing-division in "settles".
#         ja: >-
#           契約等で取り決め、settles に sharing-division を含めて agreements に記載する。
#     sharer_is_no_institution:
#       state: undetermined
#       en: >-
#         {sharer}, which shares the storage, is not declared as an institution, so it is open
#         whether 4.3(1)(c) covers the sharing.
#       ja: >-
#         共用する「{sharer}」の role が institution（医療機関等）でないため、4.3(1)(c) にいう共用か
#         判定できない。
#       remedy:
#         en: >-
#           If {sharer} is an institution, write institution as {field}; if it does not share the
#           storage, take it out of sharedWith; otherwise whoever is responsible at the institution
#           that owns the information has to decide on which ground it is used.
#         ja: >-
#           「{sharer}」が医療機関等であれば {field} を institution とし、共用していなければ
#           sharedWith から外す。いずれでもなければ、どの根拠で情報を利用するのかを、情報を預ける医
#           療機関等の責任者が判断する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether institutions that share the storage have
#         divided their management responsibility.
#       ja: '{field} の記載がなく、共用における管理責任の分担が明確になっているか判定できない。'
#       remedy:
#         en: Write {field}; where nobody shares the storage, write none as sharedWith.
#         ja: '{field} を記載する（共用しない場合は sharedWith を none とする）。'
#     renewed_agreement:
#       state: note
#       en: '{agreement} ended on {date} and is in force only because it renews itself.'
#       ja: '{agreement} は {date} に期間が満了し、自動更新により有効とみている。'
#       remedy:
#         en: Check that it was renewed and write the new last day as validTo.
#         ja: 更新されたことを確認し、新しい満了日を validTo に記載する。
#     observed_reader:
#       state: denied
#       en: >-
#         {thing} ({way}) gives access to {reader}, with whom the storage is not declared to be
#         shared.
#       ja: >-
#         {thing}（{way}）が、共用する相手として宣言されていない者（{reader}）に利用を許している。
#       remedy:
#         en: >-
#           Take the access away; or declare who that is (sharedWith, and identifiedBy of the party)
#           and divide the responsibilities with it.
#         ja: >-
#           利用を許さない設定にする。共用するのであれば、相手を sharedWith と当事者の identifiedBy
#           に記載し、管理責任の分担を取り決める。
#     observed_reader_unknown:
#       state: undetermined
#       en: 'It cannot be told to whom {thing} ({way}) gives access: {reader}.'
#       ja: '{thing}（{way}）が誰に利用を許しているのか判断できない（{reader}）。'
#       remedy:
#         en: >-
#           Ask whoever writes the deployment to name those who are given access in literal values,
#           so that the plan or the rendered manifest shows them, or give the Terraform sources
#           (--source); or judge the next plan, once the resource exists.
#         ja: >-
#           システムの構成を作成した担当者または事業者に、利用を許す相手がプランや展開済みのマニフェ
#           ストに現れるよう固定の値で記載することを求めるか、Terraform のソースを指定する
#           （--source）。または、リソースができた後のプランで判定する。
package bunkaiten.requirements.external_storage.sharing_is_divided

import data.bunkaiten.compared.store
import data.bunkaiten.declared.accord
import data.bunkaiten.declared.storage
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in storage.shared

applies contains key if some key, _ in store.readers

satisfied contains key if {
	some key, pairs in storage.between_institutions
	every matters in pairs { "sharing-division" in matters }
	declared := storage.shared[key]
	every sharer in declared.sharedWith { subject.role(declared, sharer) == "institution" }
	key in store.shared_as_declared
}

deny contains found if {
	some key, pairs in storage.between_institutions
	some found in accord.denials(key, storage.shared[key], pairs, "sharing-division")
}

deny contains found if {
	some key, _ in store.readers
	some found in store.readers[key]
	found.code == "observed_reader"
}

undetermined contains found if {
	some key, _ in store.readers
	some found in store.readers[key]
	found.code == "observed_reader_unknown"
}

undetermined contains found if {
	some key, declared in storage.shared
	not declared.sharedWith

	found := finding.not_stated(key, subject.step_to(declared, ["sharedWith"]))
}

undetermined contains found if {
	some key, pairs in storage.between_institutions
	some found in accord.open(key, storage.shared[key], pairs, "sharing-division")
}

undetermined contains found if {
	some key, declared in storage.shared
	some index, sharer in declared.sharedWith
	subject.role(declared, sharer) != "institution"

	places := [subject.step_to(declared, ["sharedWith", index]), subject.step_to_party(declared, [sharer, "role"])]
	values := {"sharer": subject.label(declared, sharer), "field": concat(".", ["spec.parties", sharer, "role"])}
	found := finding.at("sharer_is_no_institution", key, places, values)
}

note contains found if {
	some key, pairs in storage.between_institutions
	some found in accord.renewals(key, storage.shared[key], pairs)
}
