# METADATA
# title: The type of a custodian through which patient information is exchanged is stated
# description: >-
#   For the exchange of patient information through an external storage organisation, the guideline
#   refers to its section 8.1.2, which has rules on handling and provision for each type of
#   custodian. Without the type, nobody can tell which of them apply.
# custom:
#   id: 4.3-1c-07
#   modality: condition
#   verdicts: [satisfied, undetermined]
#   binds: [institution, custodian]
#   interpretation:
#     en: >-
#       The sentence is a reference, so nothing is denied. Proven when the type of the custodian is
#       stated, or when it is stated that no exchange runs through the storage. What 8.1.2 asks for
#       is outside section 4.3 and is not judged here.
#     ja: >-
#       本文は参照を示すにとどまるため、不整合とするものはない。外部保存機関の種別（custodianType）
#       が記載されているか、この外部保存機関を通じた情報交換がない（exchanges が none）と記載されて
#       いるときに満たされる。8.1.2 が求める内容は 4.3 の外にあるため、判定しない。
#   ja:
#     title: 患者情報の交換に介在する外部保存機関の種別を示す
#     description: >-
#       医療機関等が外部保存機関を通じて患者情報を交換する場合の考え方は、8.1.2 で保存機関毎に「2．
#       情報の取り扱い」「3．情報の提供」として詳細に規定されている。種別が分からなければ、8.1.2 の
#       どの規定によるかが決まらない。
#   findings:
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open which rules of section 8.1.2 of the guideline govern
#         an exchange through this custodian.
#       ja: >-
#         {field} の記載がなく、この外部保存機関を通じた患者情報の交換にガイドライン 8.1.2 のどの規
#         定が適用されるか判定できない。
#       remedy:
#         en: >-
#           Write {field} (medical-institution, government or private-contract) and see the rules of
#           8.1.2 for that type; where no patient information is exchanged through this storage,
#           write none as "exchanges" of this storage.
#         ja: >-
#           {field} に種別を medical-institution（医療機関等）、government（行政機関
#           等）、private-contract（民間事業者等との契約）から選んで記載し、8.1.2 のその種別の規定を
#           参照する。この外部保存機関を通じて患者情報を交換しない場合は、この外部保存（externalStorage）の exchanges
#           を none とする。
package bunkaiten.requirements.external_storage.custodian_type_is_known

import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in subject.of.externalStorage

satisfied contains key if {
	some key, declared in subject.of.externalStorage
	_is_settled(declared)
}

undetermined contains found if {
	some key, declared in subject.of.externalStorage
	not _is_settled(declared)

	found := finding.not_stated(key, subject.step_to_party(declared, [declared.custodian, "custodianType"]))
}

_is_settled(declared) if declared.parties[declared.custodian].custodianType

# nothing is exchanged through it
_is_settled(declared) if {
	declared.exchanges == "none"
	not _runs_an_exchange(declared)
}

_is_settled(declared) if {
	is_array(declared.exchanges)
	every name in declared.exchanges { _carries_no_patient_information(declared, name) }
	not _runs_an_exchange(declared)
}

_carries_no_patient_information(declared, name) if {
	input.declarations[declared.root[1]].exchanges[name].data == "other"
}

# an exchange whose encryption the custodian begins or ends runs through it, whatever else is stated
_runs_an_exchange(declared) if {
	some exchange in input.declarations[declared.root[1]].exchanges
	exchange.data == "patient-information"
	exchange.encryption.begins.operatedBy == declared.custodian
}

_runs_an_exchange(declared) if {
	some exchange in input.declarations[declared.root[1]].exchanges
	exchange.data == "patient-information"
	some end in exchange.encryption.ends
	end.operatedBy == declared.custodian
}
