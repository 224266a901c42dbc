# METADATA
# title: Information is provided properly to third parties
# description: >-
#   After third-party provision, responsibility lies in principle with the destination where the
#   information was provided properly.
# custom:
#   id: 4.3-1a1-13
#   modality: condition
#   binds: [source]
#   interpretation:
#     en: >-
#       Provision counts as proper where two things are stated for each named destination: a legal
#       ground (consent, or an exception with its law) and confirmed receipt. While no basis is
#       stated, this applies and is undetermined; so it is while a law is claimed as the basis and
#       it or its article (statute.law, statute.article) is not stated.
#     ja: >-
#       「適切に情報が提供された」とは、名前の挙がっている提供先ごとに、法的根拠（同意、または根拠
#       法令のある例外）と受領の確認の両方が示されていることをいう。根拠（basis）の記載がない間は
#       対象として判定不能とする。法令によるとしながら法令名または条項
#       （statute.law、statute.article）の記載がない間も同じである。
#   ja:
#     title: 第三者提供が適切に行われている
#     description: >-
#       第三者提供において責任が原則として提供先医療機関等にあるのは、適切に情報が提供された場合で
#       ある。
#   findings:
#     provision_not_proper:
#       state: denied
#       en: '{field} is stated as none: the provision to {destination} is not shown to be proper.'
#       ja: >-
#         {field} が「なし」とされており、「{destination}」への第三者提供が適切に行われたといえな
#         い。
#       remedy:
#         en: >-
#           Obtain the legal ground (consent, or an exception with its law) and the confirmation
#           of receipt, and write both under provision (legalGround, receipt).
#         ja: >-
#           法的根拠（同意、または根拠法令のある例外）と受領の確認を得
#           て、provision（legalGround、receipt）に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether information is provided properly to third
#         parties.
#       ja: '{field} の記載がなく、第三者提供が適切に行われているか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.provider_network.provision_is_proper

import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
import data.bunkaiten.declared.provision
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in _concerned

satisfied contains key if {
	some key, declared in _concerned
	declared.basis == "third-party-provision"
	every destination in declared.destinations.parties { provision.is_proper(declared, destination) }
}

deny contains found if {
	some [key, destination] in _provided
	declared := _concerned[key]
	some fields in provision.denials(declared, destination)

	values := {"destination": subject.label(declared, destination), "field": concat(".", fields)}
	found := finding.at("provision_not_proper", key, [subject.step_to(declared, fields)], values)
}

undetermined contains found if {
	some key, declared in _concerned
	some step in exchange.basis_gaps(declared)

	found := finding.not_stated(key, step)
}

undetermined contains found if {
	some [key, destination] in _provided
	some step in provision.gaps(_concerned[key], destination)

	found := finding.not_stated(key, step)
}

_concerned[key] := declared if {
	some key, declared in path.provider_network
	count(declared.destinations.parties) > 0
	exchange.basis(declared) in {"third-party-provision", "not-stated"}
}

_provided contains [key, destination] if {
	some key, declared in _concerned
	declared.basis == "third-party-provision"
	some destination in declared.destinations.parties
}
