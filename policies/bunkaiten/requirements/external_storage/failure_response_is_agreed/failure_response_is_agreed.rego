# METADATA
# title: The response to failures of the storage service is agreed with the custodian
# description: >-
#   The institution makes clear by contract with the external storage organisation what is done when
#   a failure of the service occurs.
# custom:
#   id: 4.3-1c-06
#   modality: duty
#   binds: [institution, custodian]
#   interpretation:
#     en: >-
#       Proven by an agreement in force with the custodian that settles storage-failure, for the
#       owner and for each institution that shares the storage; one agreement may bind them all. The
#       custodian's own terms are enough if they are declared as an agreement that binds both: the
#       text asks for a contract, not for a boundary. Where nobody says whether the storage is
#       shared, it is not known who else has to agree: undetermined.
#     ja: >-
#       情報を預ける医療機関等と、共用する各医療機関等について、サービスの障害時の対処
#       （storage-failure）を定めた外部保存機関との有効な契約等があることで満たされる（全機関で一つ
#       の契約等でもよい）。本文が求めるのは責任分界点ではなく契約であるため、双方を拘束する契約等と
#       して記載されていれば、外部保存機関の約款でも足りる。共用の有無が記載されていなければ、ほかに
#       取り決めるべき医療機関等が分からないため判定不能とする。
#   ja:
#     title: サービスの障害時の対処を外部保存機関との契約で明らかにする
#     description: >-
#       外部保存機関とは、サービスに何らかの障害が起こった際の対処について契約で明らかにしておく。
#   findings:
#     no_agreement:
#       state: denied
#       en: >-
#         No agreement between {one} and {other}, which keeps the information, is in force on the
#         evaluation date, so none settles what is done when the service fails.
#       ja: >-
#         「{one}」と外部保存機関「{other}」の間に判定日に有効な契約等がなく、サービスの障害時の対処
#         が取り決められていない。
#       remedy:
#         en: >-
#           Agree on it in advance, and write the agreement under "agreements" with storage-failure
#           in "settles".
#         ja: あらかじめ契約で取り決め、settles に storage-failure を含めて agreements に記載する。
#     matter_not_settled:
#       state: denied
#       en: >-
#         The agreements in force between {one} and {other} ({agreements}) do not settle what is
#         done when the service fails.
#       ja: >-
#         「{one}」と「{other}」の有効な契約等（{agreements}）に、サービスの障害時の対処が定められて
#         いない。
#       remedy:
#         en: Settle it between the two, then add storage-failure to "settles".
#         ja: 両者で取り決め、settles に storage-failure（サービスの障害時の対処）を加える。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement between {one} and {other} on what is done when the service fails
#         ({agreements}) is not in force on the evaluation date.
#       ja: >-
#         サービスの障害時の対処を定めた「{one}」と「{other}」の契約等（{agreements}）が、判定日に有
#         効でない。
#       remedy:
#         en: Renew or sign it, and write what holds now (validFrom, validTo, signedBy, signedOn).
#         ja: 更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether the response to failures of the service is
#         agreed with the custodian.
#       ja: >-
#         {field} の記載がなく、サービスの障害時の対処が外部保存機関との契約で明らかになっているか判
#         定できない。
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
package bunkaiten.requirements.external_storage.failure_response_is_agreed

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.storage
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.externalStorage

satisfied contains key if {
	some key, pairs in storage.with_custodian
	subject.of.externalStorage[key].sharedWith
	every matters in pairs { "storage-failure" in matters }
}

deny contains found if {
	some key, pairs in storage.with_custodian
	some found in accord.denials(key, subject.of.externalStorage[key], pairs, "storage-failure")
}

undetermined contains found if {
	some key, pairs in storage.with_custodian
	some found in accord.open(key, subject.of.externalStorage[key], pairs, "storage-failure")
}

undetermined contains found if {
	some key, declared in subject.of.externalStorage
	not declared.sharedWith

	found := finding.not_stated(key, subject.step_to(declared, ["sharedWith"]))
}

note contains found if {
	some key, pairs in storage.with_custodian
	declared := subject.of.externalStorage[key]
	some found in (accord.renewals(key, declared, pairs) - _noted_with_the_sharing(key, declared))
}

# one agreement may bind the institutions to each other as well
_noted_with_the_sharing(key, declared) := {found |
	some found in accord.renewals(key, declared, storage.between_institutions[key])
}
