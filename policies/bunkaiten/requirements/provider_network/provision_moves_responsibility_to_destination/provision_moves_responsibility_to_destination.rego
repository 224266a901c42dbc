# METADATA
# title: After proper third-party provision, responsibility lies in principle with the destination
# description: >-
#   Where information is properly provided to a third party over a provider's network,
#   ordinary-operation and ex-post responsibility lie in principle with the institution that
#   receives it.
# custom:
#   id: 4.3-1a1-12
#   modality: principle
#   binds: [source, destination]
#   interpretation:
#     en: >-
#       Provision counts as proper where two things are stated: a legal ground (consent, or an
#       exception with its law) and confirmed receipt. Then the destination bears both
#       responsibilities; the source may bear one where the reason is recorded in an agreement in
#       force between the two (responsibilities.departure). Where provision is stated not to be
#       proper, the source is not released and bears them. Where too little is stated to tell,
#       that is undetermined, whoever of the two bears them. Anybody else (a provider, another
#       destination, nobody) is denied, whatever is recorded. While no basis is stated, this
#       applies and is undetermined; where it is stated that there is none, it is denied; where
#       the basis is a law, that law decides. A law is the basis once it is cited with its article
#       (statute.law, statute.article): while one of them is not stated, neither is the basis, and
#       where one is stated as none, there is no basis. Each named destination is judged by
#       itself.
#     ja: >-
#       「適切に提供された」とは、法的根拠（同意、または根拠法令のある例外）と受領の確認の両方が示さ
#       れていることをいう。この場合は提供先が両方の責任を負い、提供元が負うのは、その理由を提供先と
#       の有効な契約等に記録している場合（responsibilities.departure）に限る。適切でないと記載されて
#       いれば提供元は責任を免れず、提供元が負う。記載がなければ、両機関のいずれが負っていても判定不
#       能とする。それ以外の者（事業者、ほかの提供先、「なし」）が負うものは、記録の有無にかかわらず
#       認めない。根拠（basis）の記載がない間は対象として判定不能とし、根拠がないと記載されていれば
#       不整合とする。法令に基づく提供は当該法令による。法令は、法令名と条項
#       （statute.law、statute.article）の両方の記載があるときに限り根拠とみる。記載がない間は根拠の
#       記載がないもの、「なし」とされていれば根拠がないものとして扱う。提供先ごとに判定する。
#   ja:
#     title: 適切な第三者提供では原則として提供先が通常運用における責任と事後責任を負う
#     description: >-
#       情報処理関連事業者の提供するネットワークを通じた第三者提供で、適切に情報が提供された場合
#       は、通常運用における責任と事後責任は、原則として提供先医療機関等にある。
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
#     responsibility_with_nobody:
#       state: denied
#       en: '{duty} towards {destinations} is stated to lie with nobody.'
#       ja: 提供先（{destinations}）への提供について、{duty}を負う者が「なし」とされている。
#       remedy:
#         en: >-
#           Have the destination bear it once the provision is proper, and {source} until then,
#           and write that under responsibilities (ordinaryOperation, exPost).
#         ja: >-
#           適切に提供されたときは提供先が、それまでは「{source}」が責任を負うことと
#           し、responsibilities（ordinaryOperation、exPost）に記載する。
#     responsibility_elsewhere:
#       state: denied
#       en: >-
#         {duty} towards {destinations} is put on {holder}, which is neither the source nor the
#         destination in question.
#       ja: >-
#         提供先（{destinations}）への提供について、{duty}を、提供元でもその提供先でもない
#         「{holder}」が負うとされている。
#       remedy:
#         en: >-
#           Have the destination bear it once the provision is proper, and {source} until then,
#           and write that under responsibilities (ordinaryOperation, exPost), one by one where
#           there are several destinations.
#         ja: >-
#           適切に提供されたときは提供先が、それまでは「{source}」が責任を負うことと
#           し、responsibilities（ordinaryOperation、exPost）に、提供先が複数あるときは提供先ごと
#           に記載する。
#     source_not_released:
#       state: denied
#       en: >-
#         {duty} is put on {holder}, although the provision to it is stated not to be proper:
#         {source} is not released.
#       ja: >-
#         「{holder}」への第三者提供は適切でないと記載されているのに、{duty}を「{holder}」に負わせ
#         ている。「{source}」は責任を免れない。
#       remedy:
#         en: >-
#           Have {source} bear it, or obtain the legal ground (consent, or an exception with its
#           law) and the confirmation of receipt, and write both under provision (legalGround,
#           receipt).
#         ja: >-
#           「{source}」が責任を負うこととするか、法的根拠（同意、または根拠法令のある例外）と受領
#           の確認を得て、provision（legalGround、receipt）に記載する。
#     departure_not_recorded:
#       state: denied
#       en: >-
#         {duty} stays with {holder}, although the provision to {destinations} is stated to be
#         proper, and no reason to depart from the principle is recorded.
#       ja: >-
#         提供先（{destinations}）への第三者提供は適切とされているのに、{duty}を提供元「{holder}」
#         が負っており、原則と異なる分担とする理由が記録されていない。
#       remedy:
#         en: >-
#           Have {destinations} bear it, or record the reason in an agreement between the source
#           and the destination and write both as responsibilities.departure (reason, agreement).
#         ja: >-
#           提供先（{destinations}）が責任を負うこととするか、理由を提供元と提供先の契約等に記録
#           し、responsibilities.departure（reason、agreement）に記載する。
#     departure_between_others:
#       state: denied
#       en: >-
#         {duty} stays with {holder} instead of {destinations}, but the agreement that is to
#         record why is not one between the source and the destination.
#       ja: >-
#         {duty}を提供先（{destinations}）でなく提供元「{holder}」が負っているが、理由を記録したと
#         される契約等は提供元とその提供先の間のものでない。
#       remedy:
#         en: >-
#           Record the reason in an agreement between {holder} and {destinations} and name it in
#           responsibilities.departure, or have {destinations} bear it.
#         ja: >-
#           理由を「{holder}」と提供先（{destinations}）の間の契約等に記録して
#           responsibilities.departure に記載するか、提供先が責任を負うこととする。
#     departure_not_in_force:
#       state: denied
#       en: >-
#         {duty} stays with {holder} instead of {destinations}, but the agreement that records why
#         is not in force on the evaluation date.
#       ja: >-
#         {duty}を提供先（{destinations}）でなく提供元「{holder}」が負っているが、理由を記録した契
#         約等が判定日に有効でない。
#       remedy:
#         en: >-
#           Renew or sign the agreement, and write what holds now (validFrom, validTo, signedBy,
#           signedOn), or have {destinations} bear it.
#         ja: >-
#           契約等の更新または署名を行い、現在の内容（validFrom、validTo、signedBy、signedOn）を記
#           載するか、提供先（{destinations}）が責任を負うこととする。
#     fact_not_stated:
#       state: undetermined
#       en: '{field} is not stated, so it is open who bears responsibility for what is provided.'
#       ja: '{field} の記載がなく、第三者提供における責任の所在を判定できない。'
#       remedy:
#         en: Write {field}.
#         ja: '{field} を記載する。'
package bunkaiten.requirements.provider_network.provision_moves_responsibility_to_destination

import data.bunkaiten.declared.departure
import data.bunkaiten.declared.exchange
import data.bunkaiten.declared.path
import data.bunkaiten.declared.provision
import data.bunkaiten.declared.subject
import data.bunkaiten.declared.word
import data.bunkaiten.finding

applies contains key if some key, _ in _concerned

satisfied contains key if {
	some key, declared in _own
	departure.unheld[key] == set()
	every statement in departure.statements[key] { _is_borne(declared, statement) }
}

deny contains found if {
	some key, declared in _concerned
	failure := exchange.baseless(declared)
	found := finding.at(failure.code, key, failure.places, failure.values)
}

deny contains found if {
	some breach, towards in _breaches
	declared := _concerned[breach.key]

	places := array.concat([subject.step_to(declared, breach.fields)], breach.failure.places)
	found := finding.at(breach.failure.code, breach.key, places, {
		"duty": word.duties[breach.duty],
		"holder": subject.label(declared, breach.holder),
		"source": subject.label(declared, declared.source),
		"destinations": [subject.label(declared, destination) | some destination in sort(towards)],
	})
}

undetermined contains found if {
	some key, declared in _concerned
	some step in exchange.basis_gaps(declared)
	found := finding.not_stated(key, step)
}

undetermined contains found if {
	some key, declared in _own
	some step in departure.unheld[key]
	found := finding.not_stated(key, step)
}

undetermined contains found if {
	some key, declared in _own
	some statement in departure.statements[key]
	_departs(declared, statement)
	some step in departure.gaps(declared, statement.destination)
	found := finding.not_stated(key, step)
}

undetermined contains found if {
	some key, declared in _own
	some destination in declared.destinations.parties
	count(provision.denials(declared, destination)) == 0
	some step in provision.gaps(declared, destination)
	found := finding.not_stated(key, step)
}

_concerned[key] := declared if {
	some key, declared in path.provider_network
	count(declared.destinations.parties) > 0
	exchange.basis(declared) in {"third-party-provision", "none", "not-stated"}
}

_own[key] := declared if {
	some key, declared in _concerned
	declared.basis == "third-party-provision"
}

# what is stated for several destinations at once is one breach
_breaches[breach] contains statement.destination if {
	some key, declared in _concerned
	some statement in departure.statements[key]
	failure := _failure(declared, statement)
	breach := object.union(object.remove(statement, ["destination"]), {"key": key, "failure": failure})
}

_failure(declared, statement) := {"code": code, "places": []} if {
	code := departure.astray(declared, statement.destination, statement.holder)
}

_failure(declared, statement) := departure.failure(declared, statement.destination) if {
	_departs(declared, statement)
}

_failure(declared, statement) := {"code": "source_not_released", "places": [place]} if {
	declared.basis == "third-party-provision"
	statement.holder == statement.destination
	statement.holder != declared.source
	denials := provision.denials(declared, statement.destination)
	place := subject.step_to(declared, sort(denials)[0])
}

_is_borne(declared, statement) if statement.holder == _bearer(declared, statement.destination)

_is_borne(declared, statement) if {
	_departs(declared, statement)
	departure.is_recorded(declared, statement.destination)
}

# by the principle, and where provision is not proper; undefined where it is not known to be either
_bearer(declared, destination) := destination if {
	provision.is_proper(declared, destination)
} else := declared.source if provision.denials(declared, destination) != set()

_departs(declared, statement) if {
	declared.basis == "third-party-provision"
	statement.holder == declared.source
	statement.holder != statement.destination
	provision.is_proper(declared, statement.destination)
}
