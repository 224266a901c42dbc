# METADATA
# title: Ordinary-operation responsibility for stored information stays with the institution
# description: >-
#   What is kept with an external storage organisation is entrusted to it, so ordinary-operation
#   responsibility stays with the institution.
# custom:
#   id: 4.3-1c-02
#   modality: allocation
#   binds: [institution]
#   interpretation:
#     en: >-
#       Proven when, for the owner and for each institution that shares the storage, the holder is
#       stated and is an institution among them. Every holder that is stated is judged, also for a
#       party that is not named as sharing. While nobody says whether the storage is shared, the
#       owner as the one holder for all is enough; a holder for each institution is not, because
#       nobody can say whether all of them are there. A contract in which the custodian takes over
#       all responsibility settles what the two owe each other; towards patients the responsibility
#       stays with the institution.
#     ja: >-
#       情報を預ける医療機関等と、共用する医療機関等のそれぞれについて、責任を負う者が記載され、それ
#       がこれらの医療機関等のいずれかであるときに満たされる。記載された者は、共用先とされていない者
#       についてのものも含め、すべて判定する。共用の有無が記載されていない間は、情報を預ける医療機関
#       等が一括して負うとあれば足りるが、機関ごとの記載では、すべての機関が挙がっているか分からない
#       ため判定不能とする。契約等で外部保存機関が一切の責任を負うとしていても、それは当事者間の取り
#       決めであり、患者に対する責任は医療機関等に残る。
#   ja:
#     title: 外部保存した情報の通常運用における責任は医療機関等にある
#     description: >-
#       外部保存機関に保存する情報は外部保存機関に委託することになるため、通常運用における責任は医療
#       機関等にある。
#   findings:
#     held_by_custodian:
#       state: denied
#       en: >-
#         Ordinary-operation responsibility is put on {holder}, which keeps the information.
#         Whatever the contract says, it stays with the institution.
#       ja: >-
#         通常運用における責任を、情報を預かる「{holder}」が負うとされている。契約等の定めにかかわらず、
#         この責任は医療機関等にある。
#       remedy:
#         en: Name the institution that bears it as {field}.
#         ja: 責任を負う医療機関等を {field} に記載する。
#     held_by_another:
#       state: denied
#       en: >-
#         Ordinary-operation responsibility is put on {holder}, which is neither the institution
#         whose information is kept nor one that shares the storage.
#       ja: >-
#         通常運用における責任を「{holder}」が負うとされているが、「{holder}」は情報を預ける医療機関等で
#         も、これを共用する医療機関等でもない。
#       remedy:
#         en: >-
#           Name the institution that bears it as {field}. If {holder} is one of them, add it to
#           sharedWith or correct its role.
#         ja: >-
#           責任を負う医療機関等を {field} に記載する。「{holder}」がこれらの医療機関等にあたるので
#           あれば、sharedWith に加えるか、role を institution に正す。
#     held_by_nobody:
#       state: denied
#       en: >-
#         It is stated that nobody bears ordinary-operation responsibility, although it lies with
#         the institution.
#       ja: 通常運用における責任を負う者が「なし」とされているが、この責任は医療機関等にある。
#       remedy:
#         en: Settle which institution bears it, and name it as {field}.
#         ja: 責任を負う医療機関等を定め、{field} に記載する。
#     holder_is_no_institution:
#       state: undetermined
#       en: >-
#         {holder}, which bears ordinary-operation responsibility, is not declared as an institution, so it is
#         open whether 4.3(1)(c) covers this storage.
#       ja: >-
#         通常運用における責任を負う「{holder}」の role が institution（医療機関等）でないため、
#         4.3(1)(c) にいう外部保存か判定できない。
#       remedy:
#         en: >-
#           If {holder} is an institution, correct its role to institution; if not, name the
#           institution whose information is kept as "owner".
#         ja: >-
#           「{holder}」が医療機関等であれば role を institution に正す。医療機関等でなければ、情報
#           を預ける医療機関等を owner に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether ordinary-operation responsibility lies with
#         the institution.
#       ja: '{field} の記載がなく、通常運用における責任が医療機関等にあるか判定できない。'
#       remedy:
#         en: Write {field}; where nobody shares the storage, write none as sharedWith.
#         ja: '{field} を記載する（共用しない場合は sharedWith を none とする）。'
package bunkaiten.requirements.external_storage.ordinary_operation_stays_with_institution

import data.bunkaiten.declared.storage
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.externalStorage

satisfied contains key if {
	some key, declared in subject.of.externalStorage
	storage.is_kept(declared, "ordinaryOperation")
}

deny contains found if {
	some key, declared in subject.of.externalStorage
	some [code, fields, holder] in storage.misplaced(declared, "ordinaryOperation")

	values := {"holder": subject.label(declared, holder), "field": concat(".", fields)}
	found := finding.at(code, key, [subject.step_to(declared, fields)], values)
}

undetermined contains found if {
	some key, declared in subject.of.externalStorage
	some [fields, holder] in storage.doubtful(declared, "ordinaryOperation")

	places := [subject.step_to(declared, fields), subject.step_to_party(declared, [holder, "role"])]
	found := finding.at("holder_is_no_institution", key, places, {"holder": subject.label(declared, holder)})
}

undetermined contains found if {
	some key, declared in subject.of.externalStorage
	some fields in storage.gaps(declared, "ordinaryOperation")

	found := finding.not_stated(key, subject.step_to(declared, fields))
}
