# METADATA
# title: Both institutions fulfil their duties under entrustment or third-party provision
# description: >-
#   Where institutions connect themselves and the destinations can be identified in advance, both
#   institutions fulfil their duties according to the rules for entrustment or for third-party
#   provision.
# custom:
#   id: 4.3-1a2-04
#   modality: duty
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Entrustment is proven by an agreement in force between the source and each destination
#       that settles the terms of entrustment; third-party provision by its being shown proper: a
#       legal ground (consent, or an exception with its law) and confirmed receipt. An agreement
#       on these terms that is stated to have ended, not to have begun, or not to be signed is a
#       breach; where none is named, that is undetermined. The list of who fulfils its duties
#       (entrustment.fulfilledBy) may be left out, but one that is given has to name both
#       institutions. Where the basis is a law, that law decides and this requirement does not
#       apply. A law is the basis once it is cited with its article (statute.law,
#       statute.article): while one of them is not stated, neither is the basis, and where one is
#       stated as none, there is no basis.
#     ja: >-
#       委託は、提供元と各提供先の間で有効な契約等に委託の条件（entrustment-terms）が定められている
#       ことで確認する。第三者提供は、法的根拠（同意、または根拠法令のある例外）と受領の確認の両方が
#       示されていることで確認する。委託の条件を定めた契約等が期間外または未署名と記載されていれば不
#       整合とし、契約等の記載がなければ判定不能とする。責務を果たす機関の一覧
#       （entrustment.fulfilledBy）は省いてよいが、記載する場合は両機関が挙がっていることを要する。
#       法令に基づく提供は当該法令によるため、この要件の対象としない。法令は、法令名と条項
#       （statute.law、statute.article）の両方の記載があるときに限り根拠とみる。記載がない間は根拠の
#       記載がないもの、「なし」とされていれば根拠がないものとして扱う。
#   ja:
#     title: 委託または第三者提供の要件に従い両機関が責務を果たす
#     description: >-
#       独自に接続する場合で、あらかじめ提供先（または提供先となる可能性がある医療機関等）を特定で
#       きるときは、委託または第三者提供の要件に従って両機関等が責務を果たす。
#   findings:
#     no_basis:
#       state: denied
#       en: >-
#         The exchange is stated to have no basis: no entrustment, no third-party provision, no
#         law.
#       ja: '委託、第三者提供、法令のいずれにもよらない（basis: none）とされている。'
#       remedy:
#         en: >-
#           Settle on which basis the information is provided, and write it as "basis"
#           (entrustment, third-party-provision or statutory).
#         ja: >-
#           どの根拠で提供するかを定め、basis に記載する（委託は entrustment、第三者提供は
#           third-party-provision、法令は statutory）。
#     no_law:
#       state: denied
#       en: >-
#         A law is claimed as the basis of the exchange, but what cites it is stated as none:
#         {fields}.
#       ja: 法令による提供とされているが、根拠の記載（{fields}）が「なし」とされている。
#       remedy:
#         en: >-
#           Write the law and its article (statute.law, statute.article), or settle on which other
#           basis the information is provided, and write it as "basis" (entrustment or
#           third-party-provision).
#         ja: >-
#           根拠となる法令名と条項（statute.law、statute.article）を記載するか、ほかのどの根拠で提
#           供するかを定め、basis に記載する（委託は entrustment、第三者提供は
#           third-party-provision）。
#     no_agreements:
#       state: denied
#       en: >-
#         Information is entrusted to {destination}, but it is stated that there are no
#         agreements.
#       ja: 「{destination}」への委託とされているが、契約等は「なし」とされている。
#       remedy:
#         en: >-
#           Agree on the terms of entrustment with {destination}, and write the agreement under
#           "agreements" with entrustment-terms in "settles".
#         ja: >-
#           「{destination}」と委託の条件を契約等で取り決め、settles に entrustment-terms を含めて
#           agreements に記載する。
#     terms_not_settled:
#       state: denied
#       en: >-
#         The agreements in force with {destination} ({agreements}) do not settle the terms of
#         entrustment.
#       ja: 「{destination}」との有効な契約等（{agreements}）に委託の条件が定められていない。
#       remedy:
#         en: >-
#           Settle the terms of entrustment with {destination}, then add entrustment-terms to
#           "settles".
#         ja: >-
#           「{destination}」と委託の条件を取り決め、settles に entrustment-terms（委託の条件）を
#           加える。
#     agreement_not_in_force:
#       state: denied
#       en: >-
#         The agreement with {destination} that settles the terms of entrustment ({agreements}) is
#         not in force on the evaluation date.
#       ja: 委託の条件を定めた「{destination}」との契約等（{agreements}）が、判定日に有効でない。
#       remedy:
#         en: Renew or sign it, and write what holds now (validFrom, validTo, signedBy, signedOn).
#         ja: >-
#           更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記載する。
#     duty_not_fulfilled:
#       state: denied
#       en: '{party} is not among those that fulfil their duties under entrustment.'
#       ja: 委託の要件に従って責務を果たす機関に「{party}」が含まれていない。
#       remedy:
#         en: Have {party} fulfil its duties, then add it to entrustment.fulfilledBy.
#         ja: 「{party}」が責務を果たすようにし、entrustment.fulfilledBy に加える。
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
#     no_agreement_in_force:
#       state: undetermined
#       en: >-
#         No agreement in force on the evaluation date is declared between {source} and
#         {destination}, so the terms of entrustment cannot be seen.
#       ja: >-
#         判定日に有効な「{source}」と「{destination}」の契約等の記載がなく、委託の条件を確認でき
#         ない。
#       remedy:
#         en: >-
#           Write the agreement in force with {destination} that settles entrustment-terms under
#           "agreements".
#         ja: >-
#           委託の条件（entrustment-terms）を定めた「{destination}」との有効な契約等を agreements
#           に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open whether both institutions fulfil their duties.'
#       ja: '{field} の記載がなく、両機関が責務を果たしているか判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
#     renewed_agreement:
#       state: note
#       en: '{agreement} ended on {date} and is in force only because it renews itself.'
#       ja: '{agreement} は {date} に期間が満了し、自動更新により有効とみている。'
#       remedy:
#         en: Check that it was renewed and write the new last day as validTo.
#         ja: 更新されたことを確認し、新しい満了日を validTo に記載する。
package bunkaiten.requirements.self_connected.duties_are_fulfilled

import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.entrustment
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
import data.bunkaiten.declared.provision
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in _concerned

satisfied contains key if {
	some key, declared in _concerned
	every destination in declared.destinations.parties { _is_fulfilled(key, declared, destination) }
}

deny contains found if {
	some key, declared in _concerned
	failure := exchange.baseless(declared)
	found := finding.at(failure.code, key, failure.places, failure.values)
}

deny contains found if {
	some [key, destination] in _unsettled
	declared := _concerned[key]
	failure := entrustment.failure(declared, destination)

	places := [subject.step_to(declared, ["basis"]), subject.step_to_agreement(declared, failure.steps)]
	values := object.union(failure.values, {"destination": subject.label(declared, destination)})
	found := finding.at(failure.code, key, places, values)
}

deny contains found if {
	some key, declared in _concerned
	declared.basis == "entrustment"
	some party in entrustment.idle(declared)

	place := subject.step_to(declared, ["entrustment", "fulfilledBy"])
	found := finding.at("duty_not_fulfilled", key, [place], {"party": subject.label(declared, party)})
}

deny contains found if {
	some [key, destination] in _pairs["third-party-provision"]
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
	some [key, destination] in _unsettled
	some step in entrustment.gaps(_concerned[key], destination)
	found := finding.not_stated(key, step)
}

undetermined contains found if {
	some [key, destination] in _unsettled
	declared := _concerned[key]
	count(entrustment.gaps(declared, destination)) == 0
	not entrustment.failure(declared, destination)

	values := {"source": subject.label(declared, declared.source), "destination": subject.label(declared, destination)}
	found := finding.at("no_agreement_in_force", key, [subject.step_to(declared, ["basis"])], values)
}

undetermined contains found if {
	some [key, destination] in _pairs["third-party-provision"]
	declared := _concerned[key]
	some step in provision.gaps(declared, destination)
	found := finding.not_stated(key, step)
}

note contains found if {
	some [key, destination] in _pairs.entrustment
	declared := _concerned[key]
	some name, written in declared.agreements
	agreement.has_renewed(written)
	name in entrustment.in_force(declared, destination)

	place := subject.step_to_agreement(declared, [name, "validTo"])
	found := finding.at("renewed_agreement", key, [place], {"agreement": name, "date": written.validTo})
}

_concerned[key] := declared if {
	some key, declared in path.self_connected
	count(declared.destinations.parties) > 0
	exchange.basis(declared) != "statutory"
}

_pairs[basis] contains [key, destination] if {
	some key, declared in _concerned
	basis := declared.basis
	some destination in declared.destinations.parties
}

_settled contains [key, destination] if {
	some [key, destination] in _pairs.entrustment
	count(entrustment.settling(_concerned[key], destination)) > 0
}

_unsettled := _pairs.entrustment - _settled

_is_fulfilled(key, declared, destination) if {
	[key, destination] in _settled
	count(entrustment.idle(declared)) == 0
}

_is_fulfilled(_, declared, destination) if {
	declared.basis == "third-party-provision"
	provision.is_proper(declared, destination)
}
